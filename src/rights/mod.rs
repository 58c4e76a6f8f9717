//! What people may ask of us about their own data: a copy of all of it, and to be forgotten; and who is forgotten for
//! having been away too long. What deleting removes is in `team::erase`; the SQL is in `db`.

mod ask;
pub mod db;
mod execute;
mod export;
pub mod pages;
mod retention;
pub mod web;

use serde::{Deserialize, Serialize};

use crate::auth::Coordinator;
use crate::clock::Instant;
use crate::i18n::Lang;
use crate::ids::{ErasureId, ErasureRunId, ExportId, OrganisationId, UserId};
use crate::users::Role;

pub(crate) use ask::chase;
pub(crate) use execute::{erase_chosen, farewell_of};
pub(crate) use export::{
    forget as forget_export, prepare as prepare_export, remove as remove_export,
};
pub(crate) use retention::{change as change_retention, review as review_retention};

/// A copy may be fetched for so long.
pub const EXPORT_DAYS: i64 = 5;
/// Somebody who has been away too long is told so many days before they come onto the list.
pub const WARN_DAYS: i64 = 30;
/// Nobody is called away for less than this.
pub const MIN_RETENTION_MONTHS: i64 = 6;
/// No administration keeps people longer than it exists.
pub const MAX_RETENTION_MONTHS: i64 = 240;
/// Of what people write here.
pub const MAX_REASON: usize = 1000;

/// Somebody's copy of what is stored about them.
#[derive(Debug, Clone)]
pub struct Export {
    pub id: ExportId,
    pub user_id: UserId,
    /// What its file is named after.
    pub token: String,
    pub state: ExportState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportState {
    Waiting {
        /// Percent.
        progress: i64,
    },
    Ready {
        size_bytes: i64,
        expires_at: Instant,
    },
}

/// How somebody came onto the deletion list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Why {
    /// They asked for it.
    Asked,
    /// They have not logged in for longer than their administration keeps people.
    Retention,
}

impl Why {
    pub fn name(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Retention => "retention",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        [Self::Asked, Self::Retention]
            .into_iter()
            .find(|why| why.name() == name)
    }
}

/// Whether somebody still stands on the list, and what became of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Open,
    /// The person took it back.
    Withdrawn,
    /// The person has logged in.
    Returned,
    Refused,
    Done,
}

impl Standing {
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Withdrawn => "withdrawn",
            Self::Returned => "returned",
            Self::Refused => "refused",
            Self::Done => "done",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        [
            Self::Open,
            Self::Withdrawn,
            Self::Returned,
            Self::Refused,
            Self::Done,
        ]
        .into_iter()
        .find(|standing| standing.name() == name)
    }
}

/// Somebody on the deletion list.
#[derive(Debug, Clone)]
pub struct Erasure {
    pub id: ErasureId,
    pub user_id: UserId,
    pub why: Why,
    pub standing: Standing,
    /// In the person's own words.
    pub reason: String,
    pub since: Instant,
    pub escalated_at: Option<Instant>,
    pub ended_at: Option<Instant>,
    pub refusal: String,
    pub name: String,
    pub email: String,
    pub lang: Lang,
    pub role: Role,
    pub organisation_id: OrganisationId,
    pub organisation: String,
    pub last_login_at: Option<Instant>,
    /// What would go.
    pub courses_started: i64,
    /// What would stay.
    pub certificates: i64,
}

impl Erasure {
    /// As with everything that is done to people: not to oneself, and not to those with more rights.
    pub fn may_be_decided_by(&self, coordinator: &Coordinator) -> bool {
        self.user_id != coordinator.user.id && decides_about(coordinator.role).contains(&self.role)
    }

    /// Nobody of their own administration decides about them.
    fn is_of_staff(&self) -> bool {
        self.role.is_secretariat()
    }
}

/// The roles of those whom a coordinator of this role may delete.
fn decides_about(role: Role) -> &'static [Role] {
    match role {
        Role::Learner | Role::Author => &[Role::Learner, Role::Author],
        Role::Secretariat => &[Role::Learner, Role::Author, Role::Secretariat],
        Role::Operator => &[
            Role::Learner,
            Role::Author,
            Role::Secretariat,
            Role::Operator,
        ],
    }
}

/// Who decides, and about whom: proved when they confirmed, looked at again when it is done.
#[derive(Debug, Clone, Copy)]
pub struct Reach {
    pub actor: UserId,
    pub role: Role,
    /// `None` reaches all administrations.
    pub scope: Option<OrganisationId>,
}

impl Reach {
    pub fn of(coordinator: &Coordinator) -> Self {
        Self {
            actor: coordinator.user.id,
            role: coordinator.role,
            scope: coordinator.scope(),
        }
    }
}

/// What the list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    #[default]
    Since,
    Name,
    Organisation,
    LastLogin,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    #[default]
    Asc,
    Desc,
}

/// Those of the list whom somebody has chosen.
#[derive(Debug, Clone)]
pub enum Chosen {
    These(Vec<ErasureId>),
    /// All who came this way, and were on the list when it was looked at.
    All {
        why: Option<Why>,
        newest: ErasureId,
    },
}

/// Many deletions that were confirmed together.
#[derive(Debug, Clone)]
pub struct Run {
    pub id: ErasureRunId,
    pub actor: UserId,
    pub scope: Option<OrganisationId>,
    pub started_at: Instant,
    pub ended_at: Option<Instant>,
}

/// What became of one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Waiting,
    Deleted,
    Withdrawn,
    Returned,
    Refused,
    /// In another administration by now, or with more rights than whoever chose them.
    Elsewhere,
}

impl Outcome {
    pub fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Deleted => "deleted",
            Self::Withdrawn => "withdrawn",
            Self::Returned => "returned",
            Self::Refused => "refused",
            Self::Elsewhere => "elsewhere",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        [
            Self::Waiting,
            Self::Deleted,
            Self::Withdrawn,
            Self::Returned,
            Self::Refused,
            Self::Elsewhere,
        ]
        .into_iter()
        .find(|outcome| outcome.name() == name)
    }
}
