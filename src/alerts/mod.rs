//! What people are told on the site: alerts wait until they are dismissed, and are kept afterwards.

pub mod db;
mod tasks;
pub mod web;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::clock::Instant;
use crate::i18n::Lang;
use crate::ids::{AlertId, UserId};

pub(crate) use tasks::tasks;

/// What happened; each kind has its message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The person may decide for an administration from now on.
    Designated,
    /// Another coordinator decided on a request.
    RequestDecided,
    /// The person belongs to another administration from now on.
    Moved,
    /// The person's own request was accepted.
    Welcome,
    /// The person's copy of their data waits for them.
    ExportReady,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Designated => "designated",
            Self::RequestDecided => "request-decided",
            Self::Moved => "moved",
            Self::Welcome => "welcome",
            Self::ExportReady => "export-ready",
        }
    }
}

/// An alert to be written.
#[derive(Debug)]
pub struct NewAlert<'a> {
    pub to: UserId,
    pub kind: Kind,
    pub details: &'a [(&'a str, &'a str)],
    pub path: &'a str,
}

#[derive(Debug, Clone)]
pub struct Alert {
    pub id: AlertId,
    pub kind: String,
    pub details: BTreeMap<String, String>,
    pub path: String,
    pub created_at: Instant,
}

/// An alert as templates see it.
#[derive(Debug, Serialize)]
pub struct AlertView {
    id: i64,
    text: String,
    path: String,
    at: i64,
}

impl AlertView {
    pub fn new(lang: Lang, alert: &Alert) -> Self {
        let details: Vec<_> = alert
            .details
            .iter()
            .map(|(name, detail)| (name.as_str(), detail.as_str().into()))
            .collect();
        Self {
            id: alert.id.0,
            text: lang.text_with(&format!("alerts-{}", alert.kind), &details),
            path: alert.path.clone(),
            at: alert.created_at.0,
        }
    }
}
