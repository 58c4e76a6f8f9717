//! What player and server say to each other: the shapes of `docs/player-protocol.md`. No rules here.

use std::collections::BTreeMap;

use scorm::navigation::{Control, TocItem};
use scorm::runtime::{Document, Standard};
use serde::{Deserialize, Serialize};

/// One record of the journal.
#[derive(Debug, Clone, Deserialize, Serialize, PartialEq, Eq)]
pub(super) struct Entry {
    /// 1, 2, 3 … within an epoch, without gaps.
    pub seq: i64,
    pub sco: String,
    #[serde(flatten)]
    pub op: Op,
    /// The browser's clock, Unix milliseconds.
    #[serde(default)]
    pub at: i64,
}

#[derive(Debug, Clone, Deserialize, Serialize, PartialEq, Eq)]
#[serde(tag = "op", rename_all = "lowercase")]
pub(super) enum Op {
    Init,
    Set { el: String, val: String },
    Commit,
    Term,
    View,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct OpenRequest {
    pub window: String,
    #[serde(default)]
    pub takeover: bool,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct CommitRequest {
    pub epoch: i64,
    #[serde(default)]
    pub entries: Vec<Entry>,
    /// The window is going away: nobody waits for the answer.
    #[serde(default)]
    pub dying: bool,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct NavigateRequest {
    pub epoch: i64,
    #[serde(default)]
    pub entries: Vec<Entry>,
    pub request: String,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct HeartbeatRequest {
    pub epoch: i64,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Opened {
    pub epoch: i64,
    pub acked: i64,
    pub attempt: i64,
    pub mode: &'static str,
    pub credit: &'static str,
    pub standard: Standard,
    pub strict: bool,
    pub view: View,
    pub saved_at: Option<i64>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Committed {
    pub acked: i64,
    pub saved_at: i64,
    pub refused: Vec<Refusal>,
    pub view: View,
}

/// An entry the tables refuse. The rest of the commit is saved all the same.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Refusal {
    pub seq: i64,
    pub code: u16,
    pub text: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Replayed {
    pub applied: bool,
    pub acked: i64,
}

/// What is true now.
#[derive(Debug, Clone, Serialize)]
pub(super) struct View {
    pub toc: Vec<TocItem>,
    pub controls: BTreeMap<&'static str, Control>,
    pub deliver: Option<Delivery>,
    pub ended: Option<&'static str>,
    pub message: Option<String>,
    /// The standard's code for why a request was refused: for those who test a package.
    pub exception: Option<&'static str>,
    pub outcome: OutcomeView,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Delivery {
    pub sco: String,
    pub title: String,
    pub url: String,
    pub kind: &'static str,
    pub document: Document,
    pub initial: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct OutcomeView {
    pub status: &'static str,
    pub label: String,
    pub score: Option<String>,
    pub why: Vec<String>,
}

/// Why a call of the player is refused. Nothing was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PlayError {
    /// No such launch.
    Unknown,
    /// A newer window has taken over.
    StaleEpoch,
    /// Entries before these are missing; resend from `acked + 1`.
    Gap { acked: i64 },
    /// Another window was heard of at this time. Its name tells a device whether it was its own.
    ActiveElsewhere { last_seen: i64, window: String },
    /// The account is suspended, or the attempt is over.
    Closed,
    /// The database did not take it. The player keeps its journal and tries again.
    NotSaved,
}
