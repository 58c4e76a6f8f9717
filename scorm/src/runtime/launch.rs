//! What a launch tells a SCO: the values it may read and not write.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Document, Standard};
use crate::time::Duration;

/// How the SCO is entered (`cmi.entry`).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Entry {
    #[default]
    AbInitio,
    Resume,
    /// Neither: entered before, and left for good.
    Neither,
}

impl Entry {
    pub const fn word(self) -> &'static str {
        match self {
            Self::AbInitio => "ab-initio",
            Self::Resume => "resume",
            Self::Neither => "",
        }
    }
}

/// `cmi.mode`, `cmi.core.lesson_mode`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    #[default]
    Normal,
    Review,
    Browse,
}

impl Mode {
    pub const fn word(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Review => "review",
            Self::Browse => "browse",
        }
    }

    /// Review and browse are without credit.
    pub const fn credit(self) -> &'static str {
        match self {
            Self::Normal => "credit",
            Self::Review | Self::Browse => "no-credit",
        }
    }
}

/// One store of `adl.data` that the manifest shares with this SCO (CAM 3.4.1.15).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedData {
    pub target_id: String,
    /// What the store holds now, if anything.
    pub store: Option<String>,
    pub readable: bool,
    pub writable: bool,
}

/// Everything a launch knows. Values from the manifest are given as the manifest wrote them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Launch {
    pub standard: Standard,
    /// The identifier packages see; it must never change for a person.
    pub learner_id: String,
    /// "Family, Given" by convention of SCORM 1.2.
    pub learner_name: String,
    pub mode: Mode,
    pub entry: Entry,
    pub total_time: Duration,
    /// `adlcp:dataFromLMS`.
    pub launch_data: Option<String>,
    /// `adlcp:masteryscore` (SCORM 1.2).
    pub mastery_score: Option<String>,
    /// `imsss:minNormalizedMeasure` of the primary objective satisfied by measure (SCORM 2004).
    pub scaled_passing_score: Option<String>,
    /// `minProgressMeasure` where `completedByMeasure` (SCORM 2004).
    pub completion_threshold: Option<String>,
    pub max_time_allowed: Option<String>,
    pub time_limit_action: Option<String>,
    /// Local objectives that the manifest names; they are there from the first call (SCORM 2004).
    pub objectives: Vec<String>,
    pub shared_data: Vec<SharedData>,
    /// Comments for the learner (SCORM 2004 `cmi.comments_from_lms`, SCORM 1.2 joined).
    pub comments: Vec<String>,
    /// Anything else, by element name; wins over the fields above.
    pub more: BTreeMap<String, String>,
}

impl Launch {
    /// A first entry in normal mode, of nobody in particular.
    pub fn new(standard: Standard) -> Self {
        Self {
            standard,
            learner_id: String::new(),
            learner_name: String::new(),
            mode: Mode::default(),
            entry: Entry::default(),
            total_time: Duration::ZERO,
            launch_data: None,
            mastery_score: None,
            scaled_passing_score: None,
            completion_threshold: None,
            max_time_allowed: None,
            time_limit_action: None,
            objectives: Vec::new(),
            shared_data: Vec::new(),
            comments: Vec::new(),
            more: BTreeMap::new(),
        }
    }

    /// Takes entry and total time from what an earlier session left (see [`super::finish`]).
    #[must_use]
    pub fn resuming(self, document: &Document) -> Self {
        let (time, entry) = match self.standard {
            Standard::Scorm12 => ("cmi.core.total_time", "cmi.core.entry"),
            Standard::Scorm2004 => ("cmi.total_time", "cmi.entry"),
        };
        let total_time = document.get(time).and_then(|time| Duration::parse(time));
        let entry = match document.get(entry).map(String::as_str) {
            Some("") => Entry::Neither,
            None if document.is_empty() => Entry::AbInitio,
            // Left without an end (a crash, a reload) is resumed, too.
            _ => Entry::Resume,
        };
        Self {
            entry,
            total_time: total_time.unwrap_or(self.total_time),
            ..self
        }
    }

    /// The flat map of launch values a [`super::Session`] and the browser's adapter start from.
    pub fn initial(&self) -> BTreeMap<String, String> {
        let mut map = match self.standard {
            Standard::Scorm12 => self.initial_12(),
            Standard::Scorm2004 => self.initial_2004(),
        };
        map.extend(self.more.clone());
        map
    }

    fn initial_12(&self) -> BTreeMap<String, String> {
        let mut map = collect([
            ("cmi.core.student_id", Some(self.learner_id.clone())),
            ("cmi.core.student_name", Some(self.learner_name.clone())),
            ("cmi.core.credit", Some(self.mode.credit().to_owned())),
            ("cmi.core.entry", Some(self.entry.word().to_owned())),
            ("cmi.core.lesson_mode", Some(self.mode.word().to_owned())),
            ("cmi.core.total_time", Some(self.total_time.to_scorm12())),
            ("cmi.launch_data", self.launch_data.clone()),
            ("cmi.student_data.mastery_score", self.mastery_score.clone()),
            (
                "cmi.student_data.max_time_allowed",
                self.max_time_allowed.clone(),
            ),
            (
                "cmi.student_data.time_limit_action",
                self.time_limit_action.clone(),
            ),
        ]);
        if !self.comments.is_empty() {
            map.insert("cmi.comments_from_lms".to_owned(), self.comments.join("\n"));
        }
        map
    }

    fn initial_2004(&self) -> BTreeMap<String, String> {
        let mut map = collect([
            ("cmi.learner_id", Some(self.learner_id.clone())),
            ("cmi.learner_name", Some(self.learner_name.clone())),
            ("cmi.credit", Some(self.mode.credit().to_owned())),
            ("cmi.entry", Some(self.entry.word().to_owned())),
            ("cmi.mode", Some(self.mode.word().to_owned())),
            ("cmi.total_time", Some(self.total_time.to_scorm2004())),
            ("cmi.launch_data", self.launch_data.clone()),
            (
                "cmi.scaled_passing_score",
                self.scaled_passing_score.clone(),
            ),
            (
                "cmi.completion_threshold",
                self.completion_threshold.clone(),
            ),
            ("cmi.max_time_allowed", self.max_time_allowed.clone()),
            ("cmi.time_limit_action", self.time_limit_action.clone()),
        ]);
        for (n, id) in self.objectives.iter().enumerate() {
            map.insert(format!("cmi.objectives.{n}.id"), id.clone());
        }
        for (n, comment) in self.comments.iter().enumerate() {
            map.insert(
                format!("cmi.comments_from_lms.{n}.comment"),
                comment.clone(),
            );
        }
        for (n, shared) in self.shared_data.iter().enumerate() {
            map.insert(format!("adl.data.{n}.id"), shared.target_id.clone());
            map.insert(format!("adl.data.{n}._access"), shared.rights());
            if let Some(store) = &shared.store {
                map.insert(format!("adl.data.{n}.store"), store.clone());
            }
        }
        map
    }
}

impl SharedData {
    fn rights(&self) -> String {
        let read = if self.readable { "r" } else { "" };
        let write = if self.writable { "w" } else { "" };
        format!("{read}{write}")
    }
}

fn collect<const N: usize>(pairs: [(&str, Option<String>); N]) -> BTreeMap<String, String> {
    pairs
        .into_iter()
        .filter_map(|(key, value)| Some((key.to_owned(), value?)))
        .collect()
}
