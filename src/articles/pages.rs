//! What the templates of articles get.

use serde::Serialize;

use super::{Article, Entry, Kind, Reading, Text, TextForm};
use crate::clock::Instant;
use crate::i18n::Lang;
use crate::web::{Faults, Pager};

#[derive(Debug, Serialize)]
pub(super) struct NewsPage {
    pub(super) news: Vec<Entry>,
    #[serde(flatten)]
    pub(super) pager: Pager,
}

#[derive(Debug, Serialize)]
pub(super) struct ItemPage {
    pub(super) item: Entry,
}

#[derive(Debug, Serialize)]
pub(super) struct QuestionsPage {
    pub(super) questions: Vec<Entry>,
}

#[derive(Debug, Serialize)]
pub(super) struct HelpPage {
    pub(super) help: Option<Reading>,
}

/// A row of the secretariat's lists.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    id: i64,
    kind: &'static str,
    /// `None` when nothing is written yet.
    title: Option<Titled>,
    /// The languages it is not written in.
    missing: Vec<&'static str>,
    shown_from: Option<i64>,
    /// draft | planned | shown
    state: &'static str,
    is_first: bool,
    is_last: bool,
}

#[derive(Debug, Serialize)]
struct Titled {
    lang: &'static str,
    dir: &'static str,
    title: String,
}

fn titled(article: &Article, lang: Lang) -> Option<Titled> {
    article.text_for(lang).map(|text| Titled {
        lang: text.lang.code(),
        dir: text.lang.dir(),
        title: text.title.clone(),
    })
}

fn missing(article: &Article) -> Vec<&'static str> {
    let is_missing = |lang: &Lang| !article.texts.iter().any(|text| text.lang == *lang);
    let missing = Lang::ALL.into_iter().filter(is_missing);
    missing.map(Lang::name).collect()
}

pub(super) fn rows(articles: &[Article], lang: Lang, now: Instant) -> Vec<Row> {
    let row = |(at, article): (usize, &Article)| Row {
        id: article.id.0,
        kind: article.kind.name(),
        title: titled(article, lang),
        missing: missing(article),
        shown_from: article.shown_from.map(|at| at.0),
        state: state(article, now),
        is_first: at == 0,
        is_last: at + 1 == articles.len(),
    };
    articles.iter().enumerate().map(row).collect()
}

fn state(article: &Article, now: Instant) -> &'static str {
    match article.shown_from {
        None => "draft",
        Some(from) if from > now => "planned",
        Some(_) => "shown",
    }
}

#[derive(Debug, Serialize)]
pub(super) struct ListPage {
    pub(super) rows: Vec<Row>,
}

/// An article in one language, to be written.
#[derive(Debug, Serialize)]
pub(super) struct EditorPage<'a> {
    id: i64,
    kind: &'static str,
    has_lead: bool,
    is_free: bool,
    name: Option<Titled>,
    text_lang: &'static str,
    text_dir: &'static str,
    tabs: Vec<Tab>,
    form: &'a TextForm,
    faults: Faults,
    preview: Option<Reading>,
    /// What somebody else has stored since this form was opened.
    theirs: Option<Theirs>,
    publication: Option<Publication>,
}

#[derive(Debug, Serialize)]
struct Theirs {
    title: String,
    lead: String,
    body: String,
    changed_at: i64,
}

#[derive(Debug, Serialize)]
struct Tab {
    label: String,
    url: String,
    current: bool,
}

/// When an item of news is shown.
#[derive(Debug, Serialize)]
pub(super) struct Publication {
    state: &'static str,
    /// As a date field wants it.
    date: String,
    /// What the form was made of: whoever changes it meanwhile is not overwritten.
    seen: Option<i64>,
    faults: Faults,
}

/// What is shown beside the form itself.
#[derive(Debug, Default)]
pub(super) struct Beside {
    pub(super) faults: Faults,
    pub(super) theirs: Option<Text>,
    /// What is wrong with the date of publication.
    pub(super) publication: Faults,
}

impl<'a> EditorPage<'a> {
    pub(super) fn new(
        page_lang: Lang,
        article: &Article,
        lang: Lang,
        form: &'a TextForm,
        beside: Beside,
        now: Instant,
    ) -> Self {
        let preview = Text {
            lang,
            title: form.title.clone(),
            lead: form.lead.clone(),
            body: form.body.clone(),
            ..Text::default()
        };
        let is_news = article.kind == Kind::News;
        Self {
            id: article.id.0,
            kind: article.kind.name(),
            has_lead: article.kind == Kind::Welcome,
            is_free: article.kind.is_free(),
            name: titled(article, page_lang),
            text_lang: lang.code(),
            text_dir: lang.dir(),
            tabs: tabs(article, lang),
            preview: (form.action == "preview").then(|| Reading::from(&preview)),
            form,
            faults: beside.faults,
            theirs: beside.theirs.map(|text| Theirs {
                title: text.title,
                lead: text.lead,
                body: text.body,
                changed_at: text.changed_at.0,
            }),
            publication: is_news.then(|| Publication {
                state: state(article, now),
                date: article.shown_from.unwrap_or(now).date(),
                seen: article.shown_from.map(|at| at.0),
                faults: beside.publication,
            }),
        }
    }
}

fn tabs(article: &Article, current: Lang) -> Vec<Tab> {
    let tab = |lang: Lang| {
        let is_written = article.texts.iter().any(|text| text.lang == lang);
        Tab {
            label: format!("{}{}", lang.name(), if is_written { " ✓" } else { "" }),
            url: format!("/settings/texts/{}?lang={}", article.id, lang.code()),
            current: lang == current,
        }
    };
    Lang::ALL.into_iter().map(tab).collect()
}
