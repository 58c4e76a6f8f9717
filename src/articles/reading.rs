//! Articles as they are read: in the reader's language, or marked with the one they are really in. Other features show
//! them on their pages.

use serde::Serialize;

use super::{Article, Kind, Text, db};
use crate::clock::Instant;
use crate::courses::markdown;
use crate::db::{Db, DbResult};
use crate::i18n::Lang;
use crate::web::Slice;

/// A text as it is read, in the language it is really in.
#[derive(Debug, Serialize)]
pub struct Reading {
    lang: &'static str,
    dir: &'static str,
    title: String,
    lead: String,
    /// Cleaned HTML.
    body_html: String,
}

impl From<&Text> for Reading {
    fn from(text: &Text) -> Self {
        Self {
            lang: text.lang.code(),
            dir: text.lang.dir(),
            title: text.title.clone(),
            lead: text.lead.clone(),
            body_html: markdown::render(&text.body),
        }
    }
}

/// A question with its answer, or an item of news.
#[derive(Debug, Serialize)]
pub struct Entry {
    id: i64,
    text: Reading,
    shown_from: Option<i64>,
    /// Asked for by a link of its own.
    is_open: bool,
}

impl Entry {
    /// `None` when it is not written in any language.
    pub fn new(article: &Article, lang: Lang) -> Option<Self> {
        Some(Self {
            id: article.id.0,
            text: article.text_for(lang)?.into(),
            shown_from: article.shown_from.map(|at| at.0),
            is_open: false,
        })
    }

    pub fn title(&self) -> &str {
        &self.text.title
    }

    #[must_use]
    pub fn opened_for(self, open: Option<i64>) -> Self {
        Self {
            is_open: open == Some(self.id),
            ..self
        }
    }
}

pub(super) fn entries(articles: &[Article], lang: Lang) -> Vec<Entry> {
    let entry = |article| Entry::new(article, lang);
    articles.iter().filter_map(entry).collect()
}

/// A fixed article; `None` when it is not written in any language.
pub async fn read_fixed(db: &Db, kind: Kind, lang: Lang) -> DbResult<Option<Reading>> {
    let article = db::find_fixed(db, kind).await?;
    let text = article.as_ref().and_then(|found| found.text_for(lang));
    Ok(text.map(Reading::from))
}

/// The newest of the news, as the front page shows them.
pub async fn read_latest(db: &Db, now: Instant, lang: Lang) -> DbResult<Vec<Entry>> {
    const LATEST: i64 = 3;
    let news = db::list_shown_news(db, now, Slice::new(1, LATEST)).await?;
    Ok(entries(&news, lang))
}
