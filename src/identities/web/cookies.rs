//! The two cookies of a log-in by a provider: of those who have left, and of those who have come back and are nobody yet.

use axum::extract::FromRequestParts;
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use http::request::Parts;

use crate::AppState;
use crate::auth::hash_token;
use crate::config::Config;
use crate::error::AppError;
use crate::identities::{Arrival, db};
use crate::web::RequestContext;

/// Binds a departure to its browser: what comes back elsewhere was planted by somebody else, who would have the visitor
/// work in an account that is not theirs. `Lax`, since the way back is a link from the provider's site.
pub(super) fn departure_cookie(config: &Config, token: String) -> Cookie<'static> {
    cookie(config, departure_name(config), token)
}

pub(super) fn departure_hash(config: &Config, jar: &CookieJar) -> String {
    let cookie = jar.get(departure_name(config));
    cookie
        .map(|cookie| hash_token(cookie.value()))
        .unwrap_or_default()
}

pub(super) fn arrival_cookie(config: &Config, token: String) -> Cookie<'static> {
    cookie(config, arrival_name(config), token)
}

pub(super) fn no_departure(config: &Config) -> Cookie<'static> {
    removed(config, departure_name(config))
}

pub(super) fn no_arrival(config: &Config) -> Cookie<'static> {
    removed(config, arrival_name(config))
}

fn departure_name(config: &Config) -> &'static str {
    if config.is_tls() {
        "__Host-clikc-departure"
    } else {
        "clikc-departure"
    }
}

fn arrival_name(config: &Config) -> &'static str {
    if config.is_tls() {
        "__Host-clikc-arrival"
    } else {
        "clikc-arrival"
    }
}

fn removed(config: &Config, name: &'static str) -> Cookie<'static> {
    let gone = Cookie::build((name, "")).path("/").secure(config.is_tls());
    gone.removal().build()
}

/// Kept until the browser is closed; the rows behind it end sooner.
fn cookie(config: &Config, name: &'static str, value: String) -> Cookie<'static> {
    Cookie::build((name, value))
        .path("/")
        .http_only(true)
        .secure(config.is_tls())
        .same_site(SameSite::Lax)
        .build()
}

/// Who has arrived by a provider in this browser and is nobody here yet, if anybody has.
#[derive(Debug, Clone)]
pub struct Arriving(pub Option<Arrival>);

impl FromRequestParts<AppState> for Arriving {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, AppError> {
        let now = RequestContext::of(parts)?.now;
        let jar = CookieJar::from_headers(&parts.headers);
        let Some(cookie) = jar.get(arrival_name(&app.config)) else {
            return Ok(Self(None));
        };
        let hash = hash_token(cookie.value());
        Ok(Self(db::find_arrival(&app.db, &hash, now).await?))
    }
}
