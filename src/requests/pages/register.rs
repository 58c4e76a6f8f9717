//! What the template of the registration form gets.

use serde::Serialize;

use crate::i18n::Lang;
use crate::identities::Arrival;
use crate::organisations::Organisation;
use crate::organisations::db::Position;
use crate::organisations::pages::{organisation_choices, position_choices};
use crate::policies::{Question, text_for};
use crate::requests::web::register::RegisterForm;
use crate::web::{Choice, Faults};

/// The form of those who wish to join.
#[derive(Debug, Serialize)]
pub struct RegisterPage {
    organisations: Vec<Choice>,
    positions: Vec<Choice>,
    form: RegisterForm,
    faults: Faults,
    lang_choices: Vec<Choice>,
    policies: Vec<PolicyChoice>,
    arrival: Option<ArrivalView>,
}

/// Somebody for whom a provider vouches.
#[derive(Debug, Serialize)]
struct ArrivalView {
    provider: String,
    email: String,
    is_email_verified: bool,
    /// They have asked before.
    was_denied: bool,
}

/// A policy to consent to.
#[derive(Debug, Serialize)]
struct PolicyChoice {
    policy: i64,
    version: i64,
    title: String,
    statement: String,
    is_mandatory: bool,
    is_given: bool,
}

impl RegisterPage {
    pub fn new(
        organisations: &[Organisation],
        positions: Vec<Position>,
        form: RegisterForm,
        faults: Faults,
    ) -> Self {
        Self {
            organisations: organisation_choices(organisations),
            positions: position_choices(positions),
            form,
            faults,
            lang_choices: Choice::languages(),
            policies: Vec::new(),
            arrival: None,
        }
    }

    #[must_use]
    pub fn with_arrival(self, provider: String, arrival: &Arrival, was_denied: bool) -> Self {
        let view = ArrivalView {
            provider,
            email: arrival.email().to_owned(),
            is_email_verified: arrival.verified_email().is_some(),
            was_denied,
        };
        Self {
            arrival: Some(view),
            ..self
        }
    }

    #[must_use]
    pub fn with_policies(self, lang: Lang, policies: &[Question]) -> Self {
        let choice = |question: &Question| {
            let text = text_for(&question.texts, lang)?;
            Some(PolicyChoice {
                policy: question.policy.id.0,
                version: question.version.id.0,
                title: text.title.clone(),
                statement: text.statement.clone(),
                is_mandatory: question.policy.is_mandatory,
                is_given: self.form.consent.contains(&question.version.id),
            })
        };
        let policies = policies.iter().filter_map(choice).collect();
        Self { policies, ..self }
    }
}
