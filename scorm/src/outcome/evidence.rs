//! What one SCO reported, taken out of its document.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Percent;
use crate::runtime::{Document, Standard, evaluated_status};
use crate::time::Duration;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Completion {
    #[default]
    NotAttempted,
    /// Opened, and nothing said about completion.
    Unknown,
    Incomplete,
    Completed,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Success {
    #[default]
    Unknown,
    Passed,
    Failed,
}

/// How the last session of the SCO ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// Still open, or gone without a word.
    #[default]
    Open,
    /// Terminated, to be resumed.
    Suspended,
    /// Terminated for good.
    Finished,
}

/// The numbers as sent; absent or blank is absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportedScore {
    pub scaled: Option<String>,
    pub raw: Option<String>,
    pub min: Option<String>,
    pub max: Option<String>,
}

/// Everything the outcome function looks at, for one SCO or asset.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoEvidence {
    pub sco: String,
    pub is_asset: bool,
    /// An asset was shown, or a SCO initialised.
    pub opened: bool,
    pub ending: Ending,
    pub completion: Completion,
    pub success: Success,
    /// The status as the module wrote it, for people to read.
    pub reported: String,
    pub score: ReportedScore,
    /// `cmi.progress_measure` (SCORM 2004).
    pub progress: Option<Percent>,
    pub session_time: Duration,
}

impl ScoEvidence {
    /// An asset, shown or not.
    pub fn asset(sco: &str, viewed: bool) -> Self {
        Self {
            sco: sco.to_owned(),
            is_asset: true,
            opened: viewed,
            ..Self::default()
        }
    }

    /// A SCO that nobody has opened.
    pub fn unopened(sco: &str) -> Self {
        Self {
            sco: sco.to_owned(),
            ..Self::default()
        }
    }

    /// What an opened SCO's document says. `initial` is the launch's map: thresholds in it decide
    /// statuses as the run-time does.
    pub fn from_document(
        standard: Standard,
        sco: &str,
        initial: &BTreeMap<String, String>,
        document: &Document,
        ending: Ending,
    ) -> Self {
        let evidence = Self {
            sco: sco.to_owned(),
            opened: true,
            ending,
            ..Self::default()
        };
        match standard {
            Standard::Scorm12 => evidence.read_12(initial, document),
            Standard::Scorm2004 => evidence.read_2004(initial, document),
        }
    }

    fn read_12(self, initial: &BTreeMap<String, String>, document: &Document) -> Self {
        let status = evaluated_status(
            Standard::Scorm12,
            "cmi.core.lesson_status",
            initial,
            document,
        )
        .unwrap_or("");
        let (completion, success) = match status {
            "passed" => (Completion::Completed, Success::Passed),
            "failed" => (Completion::Completed, Success::Failed),
            "completed" => (Completion::Completed, Success::Unknown),
            "incomplete" | "browsed" => (Completion::Incomplete, Success::Unknown),
            _ => (Completion::Unknown, Success::Unknown),
        };
        let session_time = time(document, "cmi.core.session_time");
        let score = read_score(document, "cmi.core.score");
        Self {
            completion,
            success,
            reported: status.to_owned(),
            score,
            session_time,
            ..self
        }
    }

    fn read_2004(self, initial: &BTreeMap<String, String>, document: &Document) -> Self {
        let word = |element| {
            evaluated_status(Standard::Scorm2004, element, initial, document).unwrap_or("")
        };
        let (completed, succeeded) = (word("cmi.completion_status"), word("cmi.success_status"));
        let completion = match completed {
            "completed" => Completion::Completed,
            "incomplete" => Completion::Incomplete,
            _ => Completion::Unknown,
        };
        let success = match succeeded {
            "passed" => Success::Passed,
            "failed" => Success::Failed,
            _ => Success::Unknown,
        };
        let reported = [completed, succeeded]
            .into_iter()
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        let measure = document.get("cmi.progress_measure");
        let progress = measure
            .and_then(|text| crate::runtime::parse_number(text))
            .and_then(|measure| Percent::parse(&format!("{:.2}", measure * 100.0)));
        let score = read_score(document, "cmi.score");
        let session_time = time(document, "cmi.session_time");
        Self {
            completion,
            success,
            reported,
            score,
            progress,
            session_time,
            ..self
        }
    }
}

fn time(document: &Document, element: &str) -> Duration {
    document
        .get(element)
        .and_then(|text| Duration::parse(text))
        .unwrap_or_default()
}

fn read_score(document: &Document, group: &str) -> ReportedScore {
    let read = |leaf: &str| {
        document
            .get(&format!("{group}.{leaf}"))
            .filter(|text| !text.trim().is_empty())
            .cloned()
    };
    ReportedScore {
        scaled: read("scaled"),
        raw: read("raw"),
        min: read("min"),
        max: read("max"),
    }
}
