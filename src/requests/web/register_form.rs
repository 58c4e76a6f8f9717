//! The form of those who wish to join, parsed at the edge.

use serde::{Deserialize, Serialize};

use crate::auth::strength::PasswordRule;
use crate::i18n::Lang;
use crate::identities::Arrival;
use crate::ids::PolicyVersionId;
use crate::organisations::db::Position;
use crate::organisations::{Organisation, position};
use crate::policies::Question;
use crate::requests::Applicant;
use crate::users::EmailAddress;
use crate::web::{Fault, one_line};

const MAX_NAME: usize = 100;
const MAX_NOTE: usize = 1000;

/// The form as typed. The password is never shown again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RegisterForm {
    pub(super) organisation: String,
    position: String,
    given_name: String,
    family_name: String,
    pub(super) email: String,
    lang: String,
    note: String,
    /// Versions of policies that are consented to.
    pub(in crate::requests) consent: Vec<PolicyVersionId>,
    #[serde(skip_serializing)]
    pub(super) password: String,
}

/// What is offered.
type Offered<'a> = (&'a [Organisation], &'a [Position], &'a [Question]);

impl RegisterForm {
    pub(super) fn empty(lang: String) -> Self {
        Self {
            lang,
            ..Self::default()
        }
    }

    /// With what a provider says of somebody.
    pub(super) fn of(arrival: &Arrival, organisation: String, lang: String) -> Self {
        Self {
            organisation,
            given_name: arrival.who.given_name.clone(),
            family_name: arrival.who.family_name.clone(),
            email: arrival.email().to_owned(),
            lang,
            ..Self::default()
        }
    }

    /// Only what is offered can be chosen. Whoever arrives by a provider needs no password, and keeps the address that
    /// the provider has confirmed.
    pub(super) fn parse(
        &self,
        (organisations, positions, policies): Offered<'_>,
        rule: PasswordRule,
        arrival: Option<&Arrival>,
    ) -> Result<Applicant, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut name = |field: &'static str, typed: &str, key: &'static str| {
            let name = one_line(typed);
            if name.is_empty() || name.chars().count() > MAX_NAME {
                faults.push(Fault::new(field, key));
            }
            name
        };
        let given_name = name("given_name", &self.given_name, "requests-fault-given");
        let family_name = name("family_name", &self.family_name, "requests-fault-family");
        let chosen: Option<i64> = self.organisation.parse().ok();
        let organisation = organisations
            .iter()
            .find(|organisation| organisation.is_open && Some(organisation.id.0) == chosen);
        if organisation.is_none() {
            faults.push(Fault::new("organisation", "requests-fault-organisation"));
        }
        let position = position(&self.position, positions);
        faults.extend(position.as_ref().err());
        let confirmed = arrival.and_then(Arrival::verified_email).cloned();
        let email = confirmed.or_else(|| EmailAddress::parse(&self.email));
        if email.is_none() {
            faults.push(Fault::new("email", "requests-fault-email"));
        }
        let lang = Lang::parse(&self.lang);
        if lang.is_none() {
            faults.push(Fault::new("lang", "courses-fault-choice"));
        }
        if self.note.chars().count() > MAX_NOTE {
            faults.push(Fault::new("note", "requests-fault-long"));
        }
        let is_given = |question: &&Question| self.consent.contains(&question.version.id);
        let mandatory = policies.iter().filter(|one| one.policy.is_mandatory);
        if !mandatory.clone().all(|one| is_given(&one)) {
            faults.push(Fault::new("consent", "policies-register-fault"));
        }
        let own = [given_name.as_str(), family_name.as_str(), self.email.trim()];
        let weak = rule.fault("password", &self.password, &own);
        faults.extend(weak.filter(|_| arrival.is_none()));
        match (organisation, position, email, lang) {
            (Some(organisation), Ok(position_id), Some(email), Some(lang)) if faults.is_empty() => {
                Ok(Applicant {
                    organisation_id: organisation.id,
                    position_id,
                    given_name,
                    family_name,
                    email,
                    lang,
                    note: self.note.trim().to_owned(),
                    consents: policies
                        .iter()
                        .filter(is_given)
                        .map(|question| question.version.id)
                        .collect(),
                })
            }
            _ => Err(faults),
        }
    }
}
