//! Requests that somebody must decide, from asking to the decision: their states, who is asked, and what follows.
//! The SQL is in `db`.

mod chase;
pub mod db;
mod decide;
mod join;
pub mod pages;
pub mod web;

use serde::{Deserialize, Serialize};

use crate::clock::Instant;
use crate::i18n::Lang;
use crate::ids::{OrganisationId, PolicyVersionId, PositionId, RequestId, UserId};
use crate::users::{EmailAddress, Username};

pub(crate) use chase::{chase, expire, purge};
pub use decide::{Decided, decide};
pub use join::{Joining, Proof, confirm, submit};

/// A link that confirms an address works this long.
pub const CONFIRM_DAYS: i64 = 7;

/// Where a request stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// The address has not been confirmed: nobody is asked yet.
    Unconfirmed,
    /// Somebody must decide.
    Pending(Waiting),
    Accepted(Decision),
    Denied(Decision),
    /// The address was never confirmed.
    Expired,
}

impl State {
    pub fn name(&self) -> &'static str {
        match self {
            Self::Unconfirmed => "unconfirmed",
            Self::Pending(_) => "pending",
            Self::Accepted(_) => "accepted",
            Self::Denied(_) => "denied",
            Self::Expired => "expired",
        }
    }

    pub fn decision(&self) -> Option<&Decision> {
        match self {
            Self::Accepted(decision) | Self::Denied(decision) => Some(decision),
            Self::Unconfirmed | Self::Pending(_) | Self::Expired => None,
        }
    }

    pub fn is_pending(&self) -> bool {
        matches!(self, Self::Pending(_))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    pub since: Instant,
    pub reminded_at: Option<Instant>,
    /// The secretariat is asked as well.
    pub escalated_at: Option<Instant>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    pub at: Instant,
    pub by: String,
    pub reason: String,
}

#[derive(Debug, Clone)]
pub struct Request {
    pub id: RequestId,
    pub organisation_id: OrganisationId,
    pub organisation: String,
    pub given_name: String,
    pub family_name: String,
    pub email: String,
    pub lang: Lang,
    pub state: State,
    pub created_at: Instant,
    /// Of one that is undecided.
    pub registration: Option<Registration>,
}

impl Request {
    pub fn full_name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }
}

/// Since when somebody waits for a decision.
pub(crate) fn waiting_since(request: &Request) -> Instant {
    match &request.state {
        State::Pending(waiting) => waiting.since,
        _ => request.created_at,
    }
}

#[derive(Debug, Clone)]
pub struct Registration {
    pub username: String,
    pub position_id: Option<PositionId>,
    pub position: Option<String>,
    pub note: String,
}

/// Somebody who wishes to join, as checked.
#[derive(Debug, Clone)]
pub struct Applicant {
    pub organisation_id: OrganisationId,
    pub position_id: Option<PositionId>,
    pub given_name: String,
    pub family_name: String,
    pub email: EmailAddress,
    pub lang: Lang,
    pub note: String,
    /// Versions of policies that they consented to.
    pub consents: Vec<PolicyVersionId>,
}

impl Applicant {
    /// A user name made of the person's own; `number` tells people of one name apart.
    pub fn username(given: &str, family: &str, number: u32) -> Option<Username> {
        let plain = |text: &str| -> String {
            crate::i18n::fold(text)
                .chars()
                .filter(|c| c.is_alphanumeric())
                .take(40)
                .collect()
        };
        let parts = [plain(given), plain(family)];
        let named: Vec<&str> = parts
            .iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        let base = if named.is_empty() {
            "user".to_owned()
        } else {
            named.join(".")
        };
        Username::parse(&if number == 1 {
            base
        } else {
            format!("{base}{number}")
        })
    }
}

/// What somebody decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    Accept,
    Deny,
}

/// What happened to a request, for its history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    Submitted,
    Confirmed,
    Edited,
    Asked,
    Answered,
    Forwarded,
    Reminded,
    Escalated,
    Accepted,
    Denied,
    Expired,
    Purged,
}

impl Event {
    pub const ALL: [Self; 12] = [
        Self::Submitted,
        Self::Confirmed,
        Self::Edited,
        Self::Asked,
        Self::Answered,
        Self::Forwarded,
        Self::Reminded,
        Self::Escalated,
        Self::Accepted,
        Self::Denied,
        Self::Expired,
        Self::Purged,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::Confirmed => "confirmed",
            Self::Edited => "edited",
            Self::Asked => "asked",
            Self::Answered => "answered",
            Self::Forwarded => "forwarded",
            Self::Reminded => "reminded",
            Self::Escalated => "escalated",
            Self::Accepted => "accepted",
            Self::Denied => "denied",
            Self::Expired => "expired",
            Self::Purged => "purged",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|event| event.name() == name)
    }
}

/// A line of a request's history.
#[derive(Debug, Clone)]
pub struct Happening {
    pub at: Instant,
    pub event: Event,
    /// `None`: the person who asks, or time itself.
    pub actor: Option<String>,
    pub detail: String,
}

/// Somebody who is asked to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decider {
    pub id: UserId,
    pub name: String,
    pub email: String,
    pub lang: Lang,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn user_names_are_made_of_peoples_own() {
        let made = |given: &str, family: &str, number| {
            Applicant::username(given, family, number)
                .map(|name| name.as_str().to_owned())
                .unwrap_or_default()
        };
        assert_eq!(
            made("Ana María", "O’Connor-Núñez", 1),
            "anamaria.oconnornunez"
        );
        assert_eq!(made("محمد", "الأمين", 2), "محمد.الامين2");
        assert_eq!(made("!", "?", 1), "user");
    }
}
