//! What the page of one request gets.

use serde::Serialize;

use super::{age, display_name, is_late, status};
use crate::clock::Instant;
use crate::i18n::Lang;
use crate::organisations::Organisation;
use crate::organisations::db::Position;
use crate::organisations::pages::{organisation_choices, position_choices};
use crate::requests::db::Lookalike;
use crate::requests::{Happening, Registration, Request, waiting_since};
use crate::web::{Choice, Faults};

/// One request, with all that helps to decide.
#[derive(Debug, Serialize)]
pub struct RequestPage {
    request: RequestView,
    events: Vec<EventView>,
    lookalikes: Vec<LookalikeView>,
    positions: Vec<Choice>,
    recipients: Vec<Choice>,
    forwards_to_secretariat: bool,
    faults: Faults,
}

#[derive(Debug, Serialize)]
struct RequestView {
    id: i64,
    name: String,
    given_name: String,
    family_name: String,
    email: String,
    organisation: String,
    language: &'static str,
    username: String,
    position: String,
    position_name: Option<String>,
    note: String,
    status: &'static str,
    status_label: String,
    is_pending: bool,
    is_late: bool,
    since: i64,
    age: String,
    decision: Option<DecisionView>,
}

#[derive(Debug, Serialize)]
struct DecisionView {
    at: i64,
    by: String,
    reason: String,
}

#[derive(Debug, Serialize)]
struct EventView {
    at: i64,
    told: String,
    detail: String,
}

#[derive(Debug, Serialize)]
struct LookalikeView {
    name: String,
    email: String,
    told: String,
}

impl RequestView {
    fn new(lang: Lang, request: &Request, now: Instant) -> Self {
        let registration = request.registration.as_ref();
        let since = waiting_since(request);
        let text = |pick: fn(&Registration) -> &String| {
            registration.map(pick).cloned().unwrap_or_default()
        };
        Self {
            id: request.id.0,
            name: display_name(lang, request),
            given_name: request.given_name.clone(),
            family_name: request.family_name.clone(),
            email: request.email.clone(),
            organisation: request.organisation.clone(),
            language: request.lang.name(),
            username: text(|registration| &registration.username),
            position: registration
                .and_then(|registration| registration.position_id)
                .map(|id| id.to_string())
                .unwrap_or_default(),
            position_name: registration.and_then(|registration| registration.position.clone()),
            note: text(|registration| &registration.note),
            status: request.state.name(),
            status_label: status(lang, &request.state),
            is_pending: request.state.is_pending(),
            is_late: is_late(&request.state),
            since: since.0,
            age: age(lang, since, now),
            decision: request.state.decision().map(|decision| DecisionView {
                at: decision.at.0,
                by: decision.by.clone(),
                reason: decision.reason.clone(),
            }),
        }
    }
}

impl RequestPage {
    pub fn new(lang: Lang, request: &Request, now: Instant) -> Self {
        Self {
            request: RequestView::new(lang, request, now),
            events: Vec::new(),
            lookalikes: Vec::new(),
            positions: Vec::new(),
            recipients: Vec::new(),
            forwards_to_secretariat: false,
            faults: Faults::default(),
        }
    }

    #[must_use]
    pub fn with_history(self, lang: Lang, events: &[Happening]) -> Self {
        let view = |one: &Happening| EventView {
            at: one.at.0,
            told: lang.text_with(
                &format!("requests-event-{}", one.event.name()),
                &[("name", one.actor.clone().unwrap_or_default().into())],
            ),
            detail: one.detail.clone(),
        };
        Self {
            events: events.iter().map(view).collect(),
            ..self
        }
    }

    #[must_use]
    pub fn with_lookalikes(self, lang: Lang, lookalikes: &[Lookalike]) -> Self {
        let view = |one: &Lookalike| {
            let kind = if one.is_account {
                "requests-twin-account"
            } else {
                "requests-twin-request"
            };
            LookalikeView {
                name: format!("{} {}", one.given_name, one.family_name),
                email: one.email.clone(),
                told: lang.text_with(kind, &[("state", one.state.as_str().into())]),
            }
        };
        Self {
            lookalikes: lookalikes.iter().map(view).collect(),
            ..self
        }
    }

    /// `is_secretariat` has no need to forward to itself.
    #[must_use]
    pub fn with_choices(
        self,
        organisations: &[Organisation],
        positions: Vec<Position>,
        is_secretariat: bool,
    ) -> Self {
        let mut recipients = organisation_choices(organisations);
        recipients.retain(|choice| choice.label() != self.request.organisation);
        Self {
            forwards_to_secretariat: !is_secretariat,
            positions: position_choices(positions),
            recipients,
            ..self
        }
    }

    #[must_use]
    pub fn with_faults(self, faults: Faults) -> Self {
        Self { faults, ..self }
    }
}
