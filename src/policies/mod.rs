//! Site policies: versions and translations of what people consent to, and their answers. The SQL is in `db`.

pub mod db;
pub mod pages;
pub mod web;

use serde::{Deserialize, Serialize};

use crate::clock::Instant;
use crate::i18n::{Lang, for_reader};
use crate::ids::{PolicyId, PolicyVersionId};
use crate::web::{Fault, one_line};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Being written: nobody is asked yet.
    Draft,
    /// In force: its text is frozen, and everybody is asked.
    Published,
    /// Was in force before another version.
    Archived,
}

impl State {
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Archived => "archived",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        [Self::Draft, Self::Published, Self::Archived]
            .into_iter()
            .find(|state| state.name() == name)
    }
}

#[derive(Debug, Clone)]
pub struct Policy {
    pub id: PolicyId,
    pub name: String,
    /// Without consent to it nobody uses the site.
    pub is_mandatory: bool,
}

#[derive(Debug, Clone)]
pub struct Version {
    pub id: PolicyVersionId,
    pub policy_id: PolicyId,
    pub number: i64,
    pub state: State,
    pub published_at: Option<Instant>,
}

/// A version in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Text {
    #[serde(skip_deserializing)]
    pub lang: Lang,
    pub title: String,
    pub body: String,
    pub statement: String,
    pub changes: String,
}

impl Text {
    /// Trimmed, with what is missing; an empty text is a translation that does not exist.
    pub fn parse(&self) -> Result<Option<Self>, Vec<Fault>> {
        let text = Self {
            lang: self.lang,
            title: one_line(&self.title),
            body: self.body.trim().to_owned(),
            statement: one_line(&self.statement),
            changes: self.changes.trim().to_owned(),
        };
        if text.title.is_empty() && text.body.is_empty() && text.statement.is_empty() {
            return Ok(None);
        }
        let checks = [
            ("title", &text.title, 200, "policies-fault-title"),
            ("body", &text.body, 100_000, "policies-fault-body"),
            (
                "statement",
                &text.statement,
                500,
                "policies-fault-statement",
            ),
        ];
        let faults: Vec<Fault> = checks
            .into_iter()
            .filter(|(_, typed, most, _)| typed.is_empty() || typed.chars().count() > *most)
            .map(|(field, _, _, key)| Fault::new(field, key))
            .collect();
        if faults.is_empty() {
            Ok(Some(text))
        } else {
            Err(faults)
        }
    }
}

/// The text a reader gets: their language's, else English, else whichever there is.
pub fn text_for(texts: &[Text], lang: Lang) -> Option<&Text> {
    for_reader(texts, lang, |text| text.lang)
}

/// A version in force that somebody has not answered, or withheld although they must consent.
#[derive(Debug, Clone)]
pub struct Question {
    pub policy: Policy,
    pub version: Version,
    pub texts: Vec<Text>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_translation_is_whole_or_absent() {
        assert_eq!(Text::default().parse(), Ok(None));
        let half = Text {
            title: "Privacy".to_owned(),
            ..Text::default()
        };
        let faults = half.parse().expect_err("a half text");
        let fields: Vec<_> = faults.iter().map(|fault| fault.field).collect();
        assert_eq!(fields, ["body", "statement"]);
    }
}
