//! What somebody must do before the site is theirs.

use axum::extract::FromRequestParts;
use http::request::Parts;

use crate::error::AppError;
use crate::users::db::SessionUser;
use crate::web::{Actor, known_person};

/// What stands between a person and the site. [`crate::web::require_person`] is the one place that asks: it is behind
/// [`super::Person`] and every authority, so that no route can forget it. Pages are led to the gate's own page, and
/// programs that want JSON get 403. Public routes (log-out, languages, static files) ask for no person; neither does
/// the content origin, where a module that is being played goes on by its capability.
///
/// To add a gate (a policy to accept, a profile to complete): a variant here; in [`Gate::of`] what it is read from, which
/// the session's own query brings along; its page in [`Gate::page`]; and handlers of that page that take [`AtGate`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// The password is a temporary one.
    Password,
    /// A policy in force has not been answered, or was withheld although it is mandatory.
    Policies,
}

impl Gate {
    /// The first that stands: a password that others know comes before everything else.
    pub fn of(session: &SessionUser) -> Option<Self> {
        if session.must_change_password {
            Some(Self::Password)
        } else {
            session.owes_consent.then_some(Self::Policies)
        }
    }

    /// Where it can be passed.
    pub fn page(self) -> &'static str {
        match self {
            Self::Password => "/account/password",
            Self::Policies => "/policies/consent",
        }
    }
}

/// A logged-in person at the gate whose page this is, or behind every gate: for the pages at which gates are passed, and
/// for no others. Whoever stands before another gate is led there.
#[derive(Debug, Clone)]
pub struct AtGate(pub Actor);

impl<S: Send + Sync> FromRequestParts<S> for AtGate {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, AppError> {
        let person = known_person(parts)?;
        match person.gate {
            Some(gate) if gate.page() != parts.uri.path() => Err(AppError::Gated(gate)),
            _ => Ok(Self(person)),
        }
    }
}

/// A logged-in person who may have policies to answer, or has withheld a consent: for what is theirs whatever they consent
/// to, their data and being forgotten, and for nothing else.
#[derive(Debug, Clone)]
pub struct BeforePolicies(pub Actor);

impl<S: Send + Sync> FromRequestParts<S> for BeforePolicies {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, AppError> {
        let person = known_person(parts)?;
        match person.gate {
            Some(gate @ Gate::Password) => Err(AppError::Gated(gate)),
            Some(Gate::Policies) | None => Ok(Self(person)),
        }
    }
}
