//! What the site says of itself, in its languages: the welcome, help, contact, news, and questions with their answers.
//! The secretariat writes it, everybody reads it. The SQL is in `db`.

pub mod db;
mod pages;
mod reading;
pub mod web;

pub use reading::{Entry, Reading, read_fixed, read_latest};

use serde::{Deserialize, Serialize};

use crate::clock::Instant;
use crate::i18n::{Lang, for_reader};
use crate::ids::ArticleId;
use crate::web::{Fault, one_line};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The opening of the front page.
    Welcome,
    Help,
    /// Stands above the contact form.
    Contact,
    News,
    Question,
}

impl Kind {
    /// There is one of each of these, always.
    pub const FIXED: [Self; 3] = [Self::Welcome, Self::Help, Self::Contact];
    const ALL: [Self; 5] = [
        Self::Welcome,
        Self::Help,
        Self::Contact,
        Self::News,
        Self::Question,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Welcome => "welcome",
            Self::Help => "help",
            Self::Contact => "contact",
            Self::News => "news",
            Self::Question => "question",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether there may be any number of them.
    pub fn is_free(self) -> bool {
        !Self::FIXED.contains(&self)
    }

    /// Where the secretariat finds it.
    pub fn shelf(self) -> &'static str {
        match self {
            Self::Welcome | Self::Help | Self::Contact => "/settings/texts",
            Self::News => "/settings/news",
            Self::Question => "/settings/faq",
        }
    }
}

#[derive(Debug, Clone)]
pub struct Article {
    pub id: ArticleId,
    pub kind: Kind,
    /// News are shown from then on; `None` is a draft.
    pub shown_from: Option<Instant>,
    /// Those that are written.
    pub texts: Vec<Text>,
}

impl Article {
    pub fn text_for(&self, lang: Lang) -> Option<&Text> {
        for_reader(&self.texts, lang, |text| text.lang)
    }

    /// The text in this very language; an empty one when it is not written.
    pub fn text_in(&self, lang: Lang) -> Text {
        let written = self.texts.iter().find(|text| text.lang == lang).cloned();
        written.unwrap_or_else(|| Text {
            lang,
            ..Text::default()
        })
    }

    /// Whether everybody may read it.
    pub fn is_shown(&self, now: Instant) -> bool {
        let is_due = self.kind != Kind::News || self.shown_from.is_some_and(|from| from <= now);
        is_due && !self.texts.is_empty()
    }
}

/// An article in one language. An empty title says that it is not written in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    pub lang: Lang,
    pub title: String,
    /// Of the welcome alone.
    pub lead: String,
    /// Markdown.
    pub body: String,
    /// Counts changes; 0 when it is not written.
    pub revision: i64,
    pub changed_at: Instant,
}

const MAX_TITLE: usize = 200;
const MAX_LEAD: usize = 500;
const MAX_BODY: usize = 20_000;

/// A text as typed, with the revision that was read before.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TextForm {
    pub title: String,
    pub lead: String,
    pub body: String,
    pub revision: i64,
    /// `preview` shows the text and stores nothing.
    #[serde(skip_serializing)]
    pub action: String,
}

impl TextForm {
    pub fn of(text: &Text) -> Self {
        Self {
            title: text.title.clone(),
            lead: text.lead.clone(),
            body: text.body.clone(),
            revision: text.revision,
            action: String::new(),
        }
    }

    /// Trimmed, or what is wrong. Nothing at all is well: the article is then not written in this language.
    pub fn parse(&self, kind: Kind) -> Result<Self, Vec<Fault>> {
        let text = Self {
            title: one_line(&self.title),
            lead: one_line(&self.lead),
            // Browsers send line ends as CR LF; they would look like a change.
            body: self.body.trim().replace("\r\n", "\n"),
            ..self.clone()
        };
        if text.title.is_empty() && text.lead.is_empty() && text.body.is_empty() {
            return Ok(text);
        }
        let is_long = |typed: &str, most: usize| typed.chars().count() > most;
        let checks = [
            (text.title.is_empty(), "title", "articles-fault-title"),
            (
                is_long(&text.title, MAX_TITLE),
                "title",
                "settings-fault-long",
            ),
            (is_long(&text.lead, MAX_LEAD), "lead", "settings-fault-long"),
            (
                text.body.is_empty() && kind != Kind::Welcome,
                "body",
                "articles-fault-body",
            ),
            (is_long(&text.body, MAX_BODY), "body", "settings-fault-long"),
        ];
        let failed = checks.into_iter().filter(|(is_wrong, ..)| *is_wrong);
        let faults: Vec<Fault> = failed
            .map(|(_, field, key)| Fault::new(field, key))
            .collect();
        if faults.is_empty() {
            Ok(text)
        } else {
            Err(faults)
        }
    }
}

/// What a change did, for the record: `title: Welcome → Welcome to all; body: … old words → … new words`.
pub fn changes(before: &Text, after: &TextForm) -> String {
    let pairs = [
        ("title", &before.title, &after.title),
        ("lead", &before.lead, &after.lead),
        ("body", &before.body, &after.body),
    ];
    let differing = pairs.iter().filter(|(_, before, after)| before != after);
    let told = differing.map(|(field, before, after)| {
        let same = before.chars().zip(after.chars());
        let same = same.take_while(|(one, other)| one == other).count();
        let (before, after) = (excerpt(before, same), excerpt(after, same));
        format!("{field}: {before} → {after}")
    });
    told.collect::<Vec<_>>().join("; ")
}

/// The part of a text that begins a little before its first difference.
fn excerpt(text: &str, same: usize) -> String {
    const BEFORE: usize = 20;
    const MOST: usize = 200;
    let from = same.saturating_sub(BEFORE);
    let part: String = text.chars().skip(from).take(MOST).collect();
    let is_cut = text.chars().count() > from + MOST;
    format!(
        "{}{}{}",
        if from > 0 { "…" } else { "" },
        one_line(&part),
        if is_cut { "…" } else { "" }
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(title: &str, body: &str) -> TextForm {
        TextForm {
            title: title.to_owned(),
            body: body.to_owned(),
            ..TextForm::default()
        }
    }

    #[test]
    fn a_text_is_whole_or_absent_and_only_a_welcome_does_without_a_body() {
        let fields = |kind, form: TextForm| {
            let faults = form.parse(kind).err().unwrap_or_default();
            faults.iter().map(|fault| fault.field).collect::<Vec<_>>()
        };
        assert!(fields(Kind::News, form(" ", "")).is_empty());
        assert_eq!(fields(Kind::News, form("Title", "")), ["body"]);
        assert!(fields(Kind::Welcome, form("Title", "")).is_empty());
        assert_eq!(fields(Kind::Help, form("", "Body")), ["title"]);
        let long = "x".repeat(20_001);
        assert_eq!(fields(Kind::Help, form("Title", &long)), ["body"]);
    }

    #[test]
    fn line_ends_of_browsers_are_no_change() {
        let parsed = form("T", "one\r\n\r\ntwo\r\n").parse(Kind::News);
        assert_eq!(parsed.map(|text| text.body), Ok("one\n\ntwo".to_owned()));
    }

    #[test]
    fn the_record_tells_what_differed_and_where() {
        let before = Text {
            title: "Welcome".to_owned(),
            body: format!("{} old {}", "x".repeat(500), "y".repeat(500)),
            ..Text::default()
        };
        let mut after = TextForm::of(&before);
        assert_eq!(changes(&before, &after), "");
        after.title = "أهلًا".to_owned();
        after.body = after.body.replace("old", "new");
        let told = changes(&before, &after);
        assert!(
            told.starts_with("title: Welcome → أهلًا; body: …xxx"),
            "{told}"
        );
        assert!(told.contains("old") && told.contains("new"), "{told}");
        assert!(told.chars().count() < 500, "{told}");
    }

    #[test]
    fn news_are_shown_from_their_day_on_and_only_when_written() {
        let mut news = Article {
            id: ArticleId(1),
            kind: Kind::News,
            shown_from: None,
            texts: vec![Text::default()],
        };
        assert!(!news.is_shown(Instant(5)));
        news.shown_from = Some(Instant(5));
        assert!(!news.is_shown(Instant(4)));
        assert!(news.is_shown(Instant(5)));
        news.texts.clear();
        assert!(!news.is_shown(Instant(5)));
    }
}
