//! What an activity asks of its learners.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Percent;

/// The platform's pass mark unless it is configured otherwise.
pub const DEFAULT_PASS_MARK: Percent = Percent::whole(70);

/// What the activity is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActivityKind {
    /// To be worked through: a score decides only if the module speaks of passing.
    #[default]
    Lesson,
    /// To be passed: any score decides.
    Quiz,
}

/// Does a score decide?
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scored {
    /// The author declared it: without a score nobody passes.
    Declared,
    /// When the module reports one.
    #[default]
    WhenReported,
    /// Shown, never decisive: the module's status counts.
    Never,
}

/// Where the pass mark came from; stored with the outcome.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkSource {
    #[default]
    Platform,
    Manifest,
}

/// The rules of one activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    pub kind: ActivityKind,
    pub scored: Scored,
    /// The platform's or the activity's; [`DEFAULT_PASS_MARK`] when absent.
    pub pass_mark: Option<Percent>,
    /// Does the manifest's mark win where there is one?
    pub mark_source: MarkSource,
    /// The manifest's marks by SCO identifier (`adlcp:masteryscore`, `minNormalizedMeasure`).
    pub masteries: BTreeMap<String, Percent>,
}

impl Default for Rules {
    fn default() -> Self {
        Self::lesson()
    }
}

impl Rules {
    pub const fn lesson() -> Self {
        Self {
            kind: ActivityKind::Lesson,
            scored: Scored::WhenReported,
            pass_mark: None,
            mark_source: MarkSource::Platform,
            masteries: BTreeMap::new(),
        }
    }

    /// A quiz is scored by declaration.
    pub fn quiz() -> Self {
        Self {
            kind: ActivityKind::Quiz,
            scored: Scored::Declared,
            ..Self::lesson()
        }
    }

    /// The mark for one SCO, and whose it is.
    pub fn mark(&self, sco: &str) -> (Percent, MarkSource) {
        match (self.mark_source, self.masteries.get(sco)) {
            (MarkSource::Manifest, Some(mark)) => (*mark, MarkSource::Manifest),
            _ => (
                self.pass_mark.unwrap_or(DEFAULT_PASS_MARK),
                MarkSource::Platform,
            ),
        }
    }
}
