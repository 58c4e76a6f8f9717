//! The cookies by which a browser is known, and those it is given.

use axum::extract::FromRequestParts;
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use http::header;
use http::request::Parts;

use crate::AppState;
use crate::accounts::{Begun, Visitor};
use crate::auth::web::{ClientAddress, session_cookie};
use crate::auth::{self, hash_token};
use crate::config::Config;
use crate::error::AppError;
use crate::web::REMEMBERED_NAME;

/// What is kept of what a browser says of itself.
const MAX_BROWSER: usize = 300;

impl FromRequestParts<AppState> for Visitor {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, AppError> {
        let address = ClientAddress::from_request_parts(parts, app).await?;
        let jar = CookieJar::from_headers(&parts.headers);
        let hash_of = |name| jar.get(name).map(|cookie| hash_token(cookie.value()));
        let browser = parts.headers.get(header::USER_AGENT);
        let browser = browser.map(|text| String::from_utf8_lossy(text.as_bytes()));
        Ok(Self {
            session: hash_of(auth::cookie_name(&app.config)),
            device: hash_of(device_cookie_name(&app.config)),
            browser: browser
                .unwrap_or_default()
                .chars()
                .take(MAX_BROWSER)
                .collect(),
            address: address.0.to_string(),
        })
    }
}

fn device_cookie_name(config: &Config) -> &'static str {
    if config.is_tls() {
        "__Host-clikc-device"
    } else {
        "clikc-device"
    }
}

/// The cookies of somebody who has just logged in.
pub(super) fn begun_cookies(config: &Config, begun: Begun) -> CookieJar {
    let device = lasting(config, device_cookie_name(config), begun.device);
    CookieJar::new()
        .add(session_cookie(config, begun.session))
        .add(device)
}

/// Remembers on this device what was typed as the name, or forgets it.
pub(super) fn name_cookie(config: &Config, name: &str, remembers: bool) -> Cookie<'static> {
    if remembers {
        // Names have letters that cookies do not.
        let name: String = url::form_urlencoded::byte_serialize(name.trim().as_bytes()).collect();
        lasting(config, REMEMBERED_NAME, name)
    } else {
        Cookie::build((REMEMBERED_NAME, ""))
            .path("/")
            .removal()
            .build()
    }
}

fn lasting(config: &Config, name: &'static str, value: String) -> Cookie<'static> {
    Cookie::build((name, value))
        .path("/")
        .http_only(true)
        .secure(config.is_tls())
        .same_site(SameSite::Lax)
        .permanent()
        .build()
}
