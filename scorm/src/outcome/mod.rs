//! One outcome: from what a module reported to what every screen shows, and why.
//!
//! Owns the rules of completing, scoring and passing. It must not know how evidence was stored,
//! who the learner is, or in which language the reasons are read: a [`Reason`] carries data, the
//! words are made elsewhere by its [`Reason::key`].
//!
//! - Score: scaled if present, else (raw − min) / (max − min) when max is known, else raw of 100;
//!   a missing score is no score, never 0. Exact: 69.99 fails a mark of 70, 70 passes.
//! - The platform's pass mark wins over the manifest's unless the activity says otherwise.
//! - A status alone never passes an activity declared scored.
//! - An asset completes when it was shown; a SCO opened and closed is not complete.
//! - A met result is never downgraded ([`keep_met`], [`combine_attempts`]).
//!
//! ```
//! use std::collections::BTreeMap;
//! use scorm::outcome::{Ending, Rules, ScoEvidence, Status, evaluate};
//! use scorm::runtime::{Document, Standard};
//!
//! let document: Document = [("cmi.core.lesson_status", "completed"), ("cmi.core.score.raw", "69.99")]
//!     .map(|(element, value)| (element.to_owned(), value.to_owned()))
//!     .into();
//! let (initial, ending) = (BTreeMap::new(), Ending::Finished);
//! let sco = ScoEvidence::from_document(Standard::Scorm12, "quiz", &initial, &document, ending);
//! assert_eq!(evaluate(&[sco], &Rules::quiz()).status(), Status::Failed);
//! ```
//!
//! `docs/truth-table.md` shows every combination; a test keeps it true.

mod combine;
mod evaluate;
mod evidence;
mod percent;
mod rules;
mod score;
pub mod truth;

use serde::{Deserialize, Serialize};

pub use combine::{Counting, combine_attempts, keep_met, progress};
pub use evaluate::{evaluate, evaluate_rolled_up};
pub use evidence::{Completion, Ending, ReportedScore, ScoEvidence, Success};
pub use percent::Percent;
pub use rules::{ActivityKind, DEFAULT_PASS_MARK, MarkSource, Rules, Scored};
pub use score::{Score, ScoreSource};

/// The single word screens show.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default,
)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    #[default]
    NotStarted,
    Incomplete,
    Failed,
    Completed,
    Passed,
}

impl Status {
    /// The word used in the protocol, the database and i18n keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotStarted => "not_started",
            Self::Incomplete => "incomplete",
            Self::Failed => "failed",
            Self::Completed => "completed",
            Self::Passed => "passed",
        }
    }

    /// Does this status satisfy the activity?
    pub const fn is_met(self) -> bool {
        matches!(self, Self::Completed | Self::Passed)
    }
}

/// What became of an attempt, an activity, or one SCO.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub completion: Completion,
    pub success: Success,
    pub score: Option<Score>,
    /// The pass mark that was applied, where one was.
    pub mark: Option<Percent>,
    pub mark_source: Option<MarkSource>,
    /// Why, most important first.
    pub reasons: Vec<Reason>,
    /// Anomalies: kept and shown, never hidden.
    pub flags: Vec<Flag>,
}

impl Outcome {
    /// Nothing has happened yet.
    pub const fn not_started() -> Self {
        Self {
            completion: Completion::NotAttempted,
            success: Success::Unknown,
            score: None,
            mark: None,
            mark_source: None,
            reasons: Vec::new(),
            flags: Vec::new(),
        }
    }

    pub const fn status(&self) -> Status {
        match (self.success, self.completion) {
            (Success::Passed, _) => Status::Passed,
            (Success::Failed, _) => Status::Failed,
            (Success::Unknown, Completion::Completed) => Status::Completed,
            (Success::Unknown, Completion::NotAttempted) => Status::NotStarted,
            (Success::Unknown, _) => Status::Incomplete,
        }
    }

    /// Does it satisfy the activity?
    pub const fn is_met(&self) -> bool {
        self.status().is_met()
    }

    /// Does it satisfy the activity by a score at or above the mark? Then nothing that is said later takes it back,
    /// not even within the same session.
    pub const fn is_passed_by_score(&self) -> bool {
        matches!(self.success, Success::Passed) && self.mark.is_some()
    }

    fn flag(&mut self, flag: Flag) {
        if !self.flags.contains(&flag) {
            self.flags.push(flag);
        }
    }
}

/// Why an outcome is what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum Reason {
    NotOpened,
    AssetViewed,
    AssetNotViewed,
    /// The module said so, and no score decides.
    ReportedCompleted,
    ReportedPassed,
    ReportedFailed,
    /// Opened, and not reported complete; the module's own word, "" when it said nothing.
    NotComplete {
        reported: String,
    },
    ScoreReachesMark {
        score: Percent,
        mark: Percent,
    },
    ScoreBelowMark {
        score: Percent,
        mark: Percent,
    },
    /// A score that may still change, as the module says it is not complete.
    ScoreNotFinal {
        score: Percent,
        mark: Percent,
    },
    /// The activity is declared scored and no score has come.
    ScoreMissing {
        mark: Percent,
    },
    /// Several modules: so many of them are done.
    ModulesDone {
        done: u32,
        total: u32,
    },
    /// An earlier result was met and stays.
    EarlierResultKept,
    /// Several attempts: which one counts.
    AttemptCounts {
        attempt: u32,
        attempts: u32,
    },
    AverageOfAttempts {
        attempts: u32,
    },
}

impl Reason {
    /// The i18n key.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NotOpened => "reason-not-opened",
            Self::AssetViewed => "reason-asset-viewed",
            Self::AssetNotViewed => "reason-asset-not-viewed",
            Self::ReportedCompleted => "reason-reported-completed",
            Self::ReportedPassed => "reason-reported-passed",
            Self::ReportedFailed => "reason-reported-failed",
            Self::NotComplete { .. } => "reason-not-complete",
            Self::ScoreReachesMark { .. } => "reason-score-reaches-mark",
            Self::ScoreBelowMark { .. } => "reason-score-below-mark",
            Self::ScoreNotFinal { .. } => "reason-score-not-final",
            Self::ScoreMissing { .. } => "reason-score-missing",
            Self::ModulesDone { .. } => "reason-modules-done",
            Self::EarlierResultKept => "reason-earlier-result-kept",
            Self::AttemptCounts { .. } => "reason-attempt-counts",
            Self::AverageOfAttempts { .. } => "reason-average-of-attempts",
        }
    }
}

/// An anomaly in the evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Flag {
    /// Says passed, but its score is below the mark.
    PassedBelowMark,
    /// Says failed, but its score reaches the mark.
    FailedAboveMark,
    /// Says passed in an activity declared scored, without a score.
    PassedWithoutScore,
    /// Below the least possible score; counted as 0.
    ScoreBelowRange,
    /// Above the greatest possible score; counted as 100.
    ScoreAboveRange,
    /// The greatest score is not greater than the least; the raw score was taken as of 100.
    BadScoreRange,
    /// A decimal comma, read as a point.
    DecimalComma,
    /// Not a number; taken as no score.
    UnreadableScore,
    /// The package's own rule for passing says otherwise.
    ManifestDiffers,
}

impl Flag {
    /// The i18n key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::PassedBelowMark => "flag-passed-below-mark",
            Self::FailedAboveMark => "flag-failed-above-mark",
            Self::PassedWithoutScore => "flag-passed-without-score",
            Self::ScoreBelowRange => "flag-score-below-range",
            Self::ScoreAboveRange => "flag-score-above-range",
            Self::BadScoreRange => "flag-bad-score-range",
            Self::DecimalComma => "flag-decimal-comma",
            Self::UnreadableScore => "flag-unreadable-score",
            Self::ManifestDiffers => "flag-manifest-differs",
        }
    }
}
