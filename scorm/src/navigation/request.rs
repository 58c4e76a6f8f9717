//! What a learner or a SCO may ask for, and the answers.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::runtime::NavigationRequest;

/// A navigation request (SN, "Navigation Requests"; RTE, `adl.nav.request`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Request {
    Start,
    Continue,
    Previous,
    Choice(String),
    Jump(String),
    Exit,
    ExitAll,
    Abandon,
    AbandonAll,
    SuspendAll,
}

impl Request {
    /// Reads a request as the player sends it: `continue`, `choice:<item>`, `jump:<item>`, …
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(item) = text.strip_prefix("choice:") {
            return Some(Self::Choice(item.to_owned()));
        }
        if let Some(item) = text.strip_prefix("jump:") {
            return Some(Self::Jump(item.to_owned()));
        }
        Some(match text {
            "start" => Self::Start,
            "continue" => Self::Continue,
            "previous" => Self::Previous,
            "exit" => Self::Exit,
            "exitAll" => Self::ExitAll,
            "abandon" => Self::Abandon,
            "abandonAll" => Self::AbandonAll,
            "suspendAll" => Self::SuspendAll,
            _ => return None,
        })
    }
}

/// What a SCO asks for, a learner could ask for as well.
impl From<NavigationRequest> for Request {
    fn from(request: NavigationRequest) -> Self {
        match request {
            NavigationRequest::Continue => Self::Continue,
            NavigationRequest::Previous => Self::Previous,
            NavigationRequest::Exit => Self::Exit,
            NavigationRequest::ExitAll => Self::ExitAll,
            NavigationRequest::Abandon => Self::Abandon,
            NavigationRequest::AbandonAll => Self::AbandonAll,
            NavigationRequest::SuspendAll => Self::SuspendAll,
            NavigationRequest::Choice(item) => Self::Choice(item),
            NavigationRequest::Jump(item) => Self::Jump(item),
        }
    }
}

/// What a request leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// This item is delivered.
    Deliver(String),
    /// The session ends.
    End(Ending),
    /// Nothing changes.
    Refuse(Refused),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ending {
    Exited,
    Suspended,
    /// Ended without counting what the last activity did.
    Abandoned,
}

/// Why a request changes nothing, in words for the learner.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Refused {
    #[error("Nothing in this course can be opened at the moment.")]
    NothingOpen,
    #[error("This is the last activity that can be opened now.")]
    NoNext,
    #[error("This is the first activity that can be opened now.")]
    NoPrevious,
    #[error("\"{title}\" opens when the activities it depends on are done.")]
    PrerequisitesUnmet { title: String },
    #[error("\"{title}\" holds nothing that can be opened now.")]
    NothingInside { title: String },
    #[error("This course has no activity \"{item}\".")]
    UnknownItem { item: String },
}

/// How the player shows one of its controls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Control {
    Hidden,
    Disabled,
    Enabled,
}
