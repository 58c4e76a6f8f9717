//! What the demo site says of itself, in every language: one file each, of the same shape.

use serde::Deserialize;

use crate::articles::db::{insert_article, list_order, mark_shown_from, write_text};
use crate::articles::{Kind, TextForm};
use crate::clock::Instant;
use crate::db::Tx;
use crate::i18n::Lang;
use crate::ids::ArticleId;

#[derive(Debug, Deserialize)]
struct Texts {
    welcome: Written,
    help: Written,
    contact: Written,
    /// The newest first.
    news: Vec<Written>,
    questions: Vec<Written>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Written {
    title: String,
    lead: String,
    body: String,
}

fn source(lang: Lang) -> &'static str {
    match lang {
        Lang::En => include_str!("texts/en.toml"),
        Lang::Fr => include_str!("texts/fr.toml"),
        Lang::Es => include_str!("texts/es.toml"),
        Lang::Pt => include_str!("texts/pt.toml"),
        Lang::Ar => include_str!("texts/ar.toml"),
    }
}

pub(super) async fn seed(tx: &mut Tx, now: Instant) -> anyhow::Result<()> {
    let mut news = Vec::new();
    let mut questions = Vec::new();
    for lang in Lang::ALL {
        let texts: Texts = toml::from_str(source(lang))?;
        let fixed = [
            (Kind::Welcome, &texts.welcome),
            (Kind::Help, &texts.help),
            (Kind::Contact, &texts.contact),
        ];
        for (kind, written) in fixed {
            for id in list_order(tx, kind).await? {
                write(tx, id, lang, written, now).await?;
            }
        }
        write_all(tx, Kind::News, &mut news, (lang, &texts.news), now).await?;
        let written = (lang, texts.questions.as_slice());
        write_all(tx, Kind::Question, &mut questions, written, now).await?;
    }
    for (weeks, id) in (0_i64..).zip(news) {
        let shown_from = now.plus_days(-7 * weeks);
        mark_shown_from(tx, id, Some(shown_from), None).await?;
    }
    Ok(())
}

/// The first language makes the articles, the others translate them.
async fn write_all(
    tx: &mut Tx,
    kind: Kind,
    ids: &mut Vec<ArticleId>,
    (lang, all): (Lang, &[Written]),
    now: Instant,
) -> anyhow::Result<()> {
    while ids.len() < all.len() {
        ids.push(insert_article(tx, kind, now).await?);
    }
    for (id, written) in ids.iter().zip(all) {
        write(tx, *id, lang, written, now).await?;
    }
    Ok(())
}

async fn write(
    tx: &mut Tx,
    id: ArticleId,
    lang: Lang,
    written: &Written,
    now: Instant,
) -> anyhow::Result<()> {
    let text = TextForm {
        title: written.title.clone(),
        lead: written.lead.clone(),
        body: written.body.trim().to_owned(),
        revision: 0,
        action: String::new(),
    };
    write_text(tx, id, lang, &text, now).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_the_same_articles_all_whole() {
        for lang in Lang::ALL {
            let texts: Texts = toml::from_str(source(lang)).unwrap();
            assert_eq!(
                (texts.news.len(), texts.questions.len()),
                (3, 4),
                "{lang:?}"
            );
            let fixed = [texts.welcome, texts.help, texts.contact];
            let all = fixed.iter().chain(&texts.news).chain(&texts.questions);
            for written in all {
                assert!(!written.title.is_empty() && !written.body.is_empty());
            }
        }
    }
}
