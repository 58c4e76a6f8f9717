//! The people of an administration, and what whoever answers for them may do: put right, suspend, delete, invite.

pub mod db;
mod erase;
pub mod invite;
pub mod pages;
pub mod web;

use crate::auth::Coordinator;
use crate::clock::Instant;
use crate::i18n::Lang;
use crate::ids::{OrganisationId, PositionId, UserId};
use crate::users::Role;

pub use erase::{MOST as MOST_ERASED, erase};
pub(crate) use invite::send_invitation;

/// Somebody in a coordinator's reach.
#[derive(Debug, Clone)]
pub struct Member {
    pub id: UserId,
    pub username: String,
    pub given_name: String,
    pub family_name: String,
    pub email: String,
    pub lang: Lang,
    pub role: Role,
    pub organisation_id: OrganisationId,
    pub organisation: String,
    pub position_id: Option<PositionId>,
    pub position: Option<String>,
    pub is_suspended: bool,
    /// Invited, and has not chosen a password yet.
    pub is_invited: bool,
    pub last_login_at: Option<Instant>,
    /// Courses opened at least once, those completed included.
    pub courses_started: i64,
    pub courses_completed: i64,
}

impl Member {
    pub fn full_name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }

    /// Whom the record is told about.
    pub fn whose(&self) -> (UserId, OrganisationId) {
        (self.id, self.organisation_id)
    }

    /// Nobody acts on themselves here, and nobody on somebody of a higher role.
    pub fn may_be_changed_by(&self, coordinator: &Coordinator) -> bool {
        let is_below = match self.role {
            Role::Learner | Role::Author => true,
            Role::Secretariat => coordinator.role.is_secretariat(),
            Role::Operator => coordinator.role.is_operator(),
        };
        is_below && self.id != coordinator.user.id
    }
}
