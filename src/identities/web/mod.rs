//! Logging in by a provider: leaving, coming back, connecting; and what people see of it in their account.

pub mod callback;
pub mod connect;
mod cookies;
pub mod depart;
pub mod own;

use axum::response::Response;

pub use cookies::Arriving;

use crate::web::{FlashKind, Page};

/// Why a log-in by a provider came to nothing. Each says what to do next.
#[derive(Debug, Clone, Copy)]
enum Refusal {
    /// Nobody left for the provider in this browser, or too long ago; or they came back already.
    Late,
    /// The person or the provider said no.
    Declined,
    Unreachable,
    /// What the provider said cannot be believed.
    Untrusted,
    /// The account is not active. The same words as for a password.
    Unfit,
}

impl Refusal {
    /// Back to where it began.
    fn answer(self, page: &Page) -> Response {
        tracing::info!(request_id = %page.request.request_id, refusal = ?self, "log-in by a provider refused");
        let to = if page.request.person.is_some() {
            own::PAGE
        } else {
            "/login"
        };
        let key = match self {
            Self::Late => "identities-fault-late",
            Self::Declined => "identities-fault-declined",
            Self::Unreachable => "identities-fault-unreachable",
            Self::Untrusted => "identities-fault-untrusted",
            Self::Unfit => "auth-login-failed",
        };
        page.redirect(to, FlashKind::Error, key)
    }
}

impl From<crate::oidc::Failure> for Refusal {
    fn from(failure: crate::oidc::Failure) -> Self {
        match failure {
            crate::oidc::Failure::Unreachable(_) => Self::Unreachable,
            crate::oidc::Failure::Refused(_) => Self::Untrusted,
        }
    }
}
