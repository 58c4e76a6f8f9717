//! Sessions, passwords, and authority as extractor types. Knows no feature.

mod authority;
mod gate;
mod guard;
pub mod password;
pub mod strength;
mod turnstile;
pub mod web;

use std::sync::Arc;

use sha2::{Digest as _, Sha256};

pub use authority::{Author, Coordinator, Operator, Secretariat};
pub use gate::{AtGate, BeforePolicies, Gate};
pub use guard::{Guard, Key, Network};
pub use password::Passwords;
pub use turnstile::{Busy, RETRY_SECONDS};

use crate::App;
use crate::clock::Instant;
use crate::config::Config;
use crate::db::DbResult;
use crate::ids::SessionId;
use crate::organisations::DesignationKind;
use crate::profile;
use crate::users;

/// A session lives this long after its last use.
pub const SESSION_HOURS: i64 = 12;
/// The database is told of use at most this often, because a page view must not cost a write.
const TOUCH_MS: i64 = 5 * 60_000;

/// A person whose session has been checked.
#[derive(Debug, Clone)]
pub struct Person {
    pub user: users::User,
    /// The session they are asking from.
    pub session: SessionId,
    /// What they must do before anything else.
    pub gate: Option<Gate>,
    /// What they are in their administration now, when they coordinate it.
    pub coordinates: Option<DesignationKind>,
    /// IANA's name; empty when not said.
    pub time_zone: String,
    /// SHA-256 of their photo.
    pub picture_hash: Option<String>,
}

impl std::ops::Deref for Person {
    type Target = users::User;

    fn deref(&self) -> &users::User {
        &self.user
    }
}

/// The person as templates see them.
#[derive(Debug, serde::Serialize)]
pub struct PersonView {
    id: i64,
    name: String,
    initials: String,
    /// Where their photo is; nothing is shown before the gate.
    picture: Option<String>,
    role: &'static str,
    is_author: bool,
    is_coordinator: bool,
    is_secretariat: bool,
    is_operator: bool,
    organisation: String,
    /// Nothing is offered before the gate that would only lead back to it.
    is_gated: bool,
}

impl Person {
    /// Answers for people: a coordinator for those of their administration, the secretariat for all.
    pub fn is_coordinator(&self) -> bool {
        self.coordinates.is_some() || self.role.is_secretariat()
    }

    pub fn view(&self) -> PersonView {
        let initial = |name: &str| name.chars().next().map(String::from).unwrap_or_default();
        PersonView {
            id: self.user.id.0,
            name: self.full_name(),
            initials: initial(&self.given_name) + &initial(&self.family_name),
            picture: self
                .picture_hash
                .as_ref()
                .filter(|_| self.gate.is_none())
                .map(|hash| profile::picture_url(self.user.id, hash)),
            role: self.role.name(),
            is_author: self.role.is_author(),
            is_coordinator: self.is_coordinator(),
            is_secretariat: self.role.is_secretariat(),
            is_operator: self.role.is_operator(),
            organisation: self.organisation.clone(),
            is_gated: self.gate.is_some(),
        }
    }
}

/// With TLS the prefix makes browsers refuse the cookie to any other host, subdomain or path.
pub fn cookie_name(config: &Config) -> &'static str {
    if config.is_tls() {
        "__Host-clikc"
    } else {
        "clikc"
    }
}

/// What is stored of a secret that was handed out.
pub fn hash_token(token: &str) -> String {
    use std::fmt::Write as _;
    let digest: [u8; 32] = Sha256::digest(token.as_bytes()).into();
    digest
        .iter()
        .fold(String::with_capacity(64), |mut text, byte| {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}

pub async fn find_session(app: &App, token: &str, now: Instant) -> DbResult<Option<Arc<Person>>> {
    let hash = hash_token(token);
    let Some(found) = users::db::find_session_user(&app.db, &hash, now).await? else {
        return Ok(None);
    };
    if now.0 - found.seen_at.0 > TOUCH_MS {
        users::db::touch_session(&app.db, &hash, now, now.plus_hours(SESSION_HOURS)).await?;
    }
    Ok(Some(Arc::new(Person {
        gate: Gate::of(&found),
        session: found.id,
        user: found.user,
        coordinates: found.coordinates,
        time_zone: found.time_zone,
        picture_hash: found.picture_hash,
    })))
}
