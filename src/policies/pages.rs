//! What the templates of policies get.

use serde::Serialize;

use super::db::{Answer, OwnAnswer};
use super::{Policy, Question, Text, Version, text_for};
use crate::courses::markdown;
use crate::i18n::Lang;
use crate::web::Faults;

/// A policy to read, in one of its languages.
#[derive(Debug, Serialize)]
pub struct Reading {
    policy: i64,
    version: i64,
    number: i64,
    is_mandatory: bool,
    lang: &'static str,
    dir: &'static str,
    title: String,
    body_html: String,
    changes_html: String,
    statement: String,
    published_at: Option<i64>,
    translations: Vec<Translation>,
}

#[derive(Debug, Serialize)]
struct Translation {
    code: &'static str,
    name: &'static str,
    current: bool,
}

impl Reading {
    /// `None` when the version has no text, which a published one always has.
    pub fn new(question: &Question, lang: Lang) -> Option<Self> {
        let text = text_for(&question.texts, lang)?;
        let translation = |other: &Text| Translation {
            code: other.lang.code(),
            name: other.lang.name(),
            current: other.lang == text.lang,
        };
        Some(Self {
            policy: question.policy.id.0,
            version: question.version.id.0,
            number: question.version.number,
            is_mandatory: question.policy.is_mandatory,
            lang: text.lang.code(),
            dir: text.lang.dir(),
            title: text.title.clone(),
            body_html: markdown::render(&text.body),
            changes_html: markdown::render(&text.changes),
            statement: text.statement.clone(),
            published_at: question.version.published_at.map(|at| at.0),
            translations: question.texts.iter().map(translation).collect(),
        })
    }

    pub fn title(&self) -> &str {
        &self.title
    }
}

/// The question that comes next, of how many.
#[derive(Debug, Serialize)]
pub struct ConsentPage {
    pub reading: Reading,
    pub remaining: usize,
    /// "No" was said to what is mandatory: what that means.
    pub is_withheld: bool,
    /// Where the person was going.
    pub next: String,
    /// What the choice of a language is appended to.
    pub text_url: String,
}

#[derive(Debug, Serialize)]
pub struct ReadPage {
    pub reading: Reading,
    pub text_url: String,
}

#[derive(Debug, Serialize)]
pub struct ListPage {
    pub policies: Vec<PolicyRow>,
    pub name: String,
    pub faults: Faults,
}

#[derive(Debug, Serialize)]
pub struct PolicyRow {
    id: i64,
    name: String,
    is_mandatory: bool,
    in_force: Option<i64>,
    has_draft: bool,
}

impl PolicyRow {
    pub fn new(policy: &Policy, versions: &[Version]) -> Self {
        let of = |state| versions.iter().find(move |version| version.state == state);
        Self {
            id: policy.id.0,
            name: policy.name.clone(),
            is_mandatory: policy.is_mandatory,
            in_force: of(super::State::Published).map(|version| version.number),
            has_draft: of(super::State::Draft).is_some(),
        }
    }
}

#[derive(Debug, Serialize)]
pub struct PolicyPage {
    pub id: i64,
    pub is_mandatory: bool,
    pub versions: Vec<VersionRow>,
    pub has_draft: bool,
}

#[derive(Debug, Serialize)]
pub struct VersionRow {
    id: i64,
    number: i64,
    state: &'static str,
    published_at: Option<i64>,
}

impl From<&Version> for VersionRow {
    fn from(version: &Version) -> Self {
        Self {
            id: version.id.0,
            number: version.number,
            state: version.state.name(),
            published_at: version.published_at.map(|at| at.0),
        }
    }
}

/// A version in one language: to write while it is a draft, to read afterwards.
#[derive(Debug, Serialize)]
pub struct VersionPage {
    pub version: VersionRow,
    pub is_draft: bool,
    pub text_lang: &'static str,
    pub text_dir: &'static str,
    pub form: Text,
    pub tabs: Vec<Tab>,
    pub is_publishable: bool,
    pub faults: Faults,
}

#[derive(Debug, Serialize)]
pub struct Tab {
    label: String,
    url: String,
    current: bool,
}

pub fn tabs(version: &Version, texts: &[Text], current: Lang) -> Vec<Tab> {
    let tab = |lang: Lang| {
        let exists = texts.iter().any(|text| text.lang == lang);
        Tab {
            label: format!("{}{}", lang.name(), if exists { " ✓" } else { "" }),
            url: format!("/policies/versions/{}?lang={}", version.id, lang.code()),
            current: lang == current,
        }
    };
    Lang::ALL.into_iter().map(tab).collect()
}

/// Who answered what.
#[derive(Debug, Serialize)]
pub struct AnswersPage {
    pub id: i64,
    pub given: usize,
    pub withheld: usize,
    pub rows: Vec<AnswerRow>,
}

#[derive(Debug, Serialize)]
pub struct AnswerRow {
    name: String,
    email: String,
    organisation: String,
    number: i64,
    is_given: bool,
    language: String,
    at: i64,
}

impl From<&Answer> for AnswerRow {
    fn from(answer: &Answer) -> Self {
        Self {
            name: format!("{} {}", answer.given_name, answer.family_name),
            email: answer.email.clone(),
            organisation: answer.organisation.clone(),
            number: answer.number,
            is_given: answer.is_given,
            language: Lang::parse(&answer.lang).map_or("", Lang::name).to_owned(),
            at: answer.at,
        }
    }
}

/// One's own consents.
#[derive(Debug, Serialize)]
pub struct MinePage {
    pub policies: Vec<MyPolicy>,
    /// All that were ever given, the newest first.
    pub answers: Vec<MyAnswer>,
}

/// What is in force, and what the reader has said to it.
#[derive(Debug, Serialize)]
pub struct MyPolicy {
    policy: i64,
    version: i64,
    number: i64,
    is_mandatory: bool,
    lang: &'static str,
    dir: &'static str,
    title: String,
    statement: String,
    /// `None` until they have answered.
    answer: Option<MyAnswer>,
}

impl MyPolicy {
    /// `None` when the version has no text, which a published one always has.
    pub fn new(question: &Question, answers: &[OwnAnswer], lang: Lang) -> Option<Self> {
        let text = text_for(&question.texts, lang)?;
        let version = question.version.id.0;
        let newest = answers.iter().find(|answer| answer.version_id == version);
        Some(Self {
            policy: question.policy.id.0,
            version,
            number: question.version.number,
            is_mandatory: question.policy.is_mandatory,
            lang: text.lang.code(),
            dir: text.lang.dir(),
            title: text.title.clone(),
            statement: text.statement.clone(),
            answer: newest.map(MyAnswer::from),
        })
    }
}

#[derive(Debug, Serialize)]
pub struct MyAnswer {
    title: String,
    number: i64,
    is_given: bool,
    language: &'static str,
    at: i64,
}

impl From<&OwnAnswer> for MyAnswer {
    fn from(answer: &OwnAnswer) -> Self {
        Self {
            title: answer.title.clone(),
            number: answer.number,
            is_given: answer.is_given,
            language: Lang::parse(&answer.lang).map_or("", Lang::name),
            at: answer.at,
        }
    }
}
