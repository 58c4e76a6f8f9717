//! Rights as types: a handler that takes one of these cannot be called without it.

use axum::extract::FromRequestParts;
use http::request::Parts;

use crate::auth::Person;
use crate::error::AppError;
use crate::requests::db::Desk;
use crate::web::{Actor, require_person};

macro_rules! authority {
    ($($(#[$doc:meta])* $name:ident if $allowed:path;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $name(pub Actor);

        impl std::ops::Deref for $name {
            type Target = Person;
            fn deref(&self) -> &Person {
                &self.0
            }
        }

        impl<S: Send + Sync> FromRequestParts<S> for $name {
            type Rejection = AppError;
            async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, AppError> {
                let person = require_person(parts)?;
                if $allowed(&person) { Ok(Self(person)) } else { Err(AppError::Forbidden) }
            }
        }
    )*};
}

authority! {
    /// Builds courses of their own administration (all of them, for the secretariat).
    Author if is_author;
    /// Answers for the people of one administration, by a designation that runs; the secretariat for all.
    Coordinator if Person::is_coordinator;
    /// Runs the site.
    Secretariat if is_secretariat;
    /// Runs the machine.
    Operator if is_operator;
}

fn is_author(person: &Person) -> bool {
    person.role.is_author()
}

fn is_secretariat(person: &Person) -> bool {
    person.role.is_secretariat()
}

fn is_operator(person: &Person) -> bool {
    person.role.is_operator()
}

impl Coordinator {
    /// The administration whose people may be reached; `None` reaches all.
    pub fn scope(&self) -> Option<crate::ids::OrganisationId> {
        (!self.role.is_secretariat()).then_some(self.user.organisation_id)
    }

    /// Where what waits for them lies.
    pub fn desk(&self) -> Desk {
        self.scope().map_or(Desk::Secretariat, Desk::Coordinators)
    }
}

impl Author {
    /// The administration whose courses may be edited; `None` reaches all.
    pub fn scope(&self) -> Option<crate::ids::OrganisationId> {
        (!self.role.is_secretariat()).then_some(self.user.organisation_id)
    }
}
