//! Logging out, choosing the language, and where somebody asks from. Logging in is in `accounts`.

use std::net::IpAddr;

use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use serde::{Deserialize, Serialize};

use crate::AppState;
use crate::auth::{self, hash_token};
use crate::config::Config;
use crate::error::{AppError, AppResult};
use crate::i18n::Lang;
use crate::users;
use crate::web::{FlashKind, Form, Page};

/// The log-ins shown on the log-in page of a demo site.
#[derive(Debug, Clone, Serialize)]
pub struct DemoUser {
    pub username: &'static str,
    pub password: &'static str,
    pub role: &'static str,
}

/// `POST /logout`
pub async fn log_out(State(app): State<AppState>, page: Page, jar: CookieJar) -> AppResult {
    let name = auth::cookie_name(&app.config);
    if let Some(cookie) = jar.get(name) {
        users::db::delete_session(&app.db, &hash_token(cookie.value())).await?;
    }
    let gone = Cookie::build((name, ""))
        .path("/")
        .secure(app.config.is_tls())
        .removal()
        .build();
    let farewell = page.redirect("/", FlashKind::Info, "auth-logged-out");
    Ok((CookieJar::new().add(gone), farewell).into_response())
}

#[derive(Debug, Deserialize)]
pub struct LanguageForm {
    lang: String,
    #[serde(default)]
    next: String,
}

/// `POST /language`: remembered on the device, and with the account when there is one.
pub async fn choose_language(
    State(app): State<AppState>,
    page: Page,
    Form(form): Form<LanguageForm>,
) -> AppResult {
    let Some(lang) = Lang::parse(&form.lang) else {
        return Err(AppError::NotFound);
    };
    if let Some(person) = &page.request.person {
        users::db::mark_language(&app.db, person.user.id, lang).await?;
    }
    let cookie = Cookie::build(("lang", lang.code()))
        .path("/")
        .http_only(true)
        .secure(app.config.is_tls())
        .same_site(SameSite::Lax)
        .permanent()
        .build();
    Ok((
        CookieJar::new().add(cookie),
        Redirect::to(local_path(&form.next)),
    )
        .into_response())
}

pub(crate) fn session_cookie(config: &Config, token: String) -> Cookie<'static> {
    Cookie::build((auth::cookie_name(config), token))
        .path("/")
        .http_only(true)
        .secure(config.is_tls())
        .same_site(SameSite::Lax)
        .build()
}

/// Only a path of this site: `//elsewhere` and `/\elsewhere` are other hosts to a browser.
pub(crate) fn local_path(next: &str) -> &str {
    let is_local = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains('\\')
        && !next.chars().any(char::is_control);
    if is_local { next } else { "/my" }
}

/// The visitor's address: the peer's, or what our own proxy says it is.
#[derive(Debug, Clone, Copy)]
pub struct ClientAddress(pub IpAddr);

impl ClientAddress {
    pub(crate) fn of(
        headers: &http::HeaderMap,
        extensions: &http::Extensions,
        config: &Config,
    ) -> Self {
        if let Some(address) = forwarded(headers).filter(|_| config.behind_proxy) {
            return Self(address);
        }
        let info = extensions.get::<axum::extract::ConnectInfo<std::net::SocketAddr>>();
        // In-process tests have no socket.
        Self(info.map_or(IpAddr::from([127, 0, 0, 1]), |info| info.0.ip()))
    }
}

impl axum::extract::FromRequestParts<AppState> for ClientAddress {
    type Rejection = AppError;

    async fn from_request_parts(
        parts: &mut http::request::Parts,
        app: &AppState,
    ) -> Result<Self, AppError> {
        Ok(Self::of(&parts.headers, &parts.extensions, &app.config))
    }
}

/// The last entry: the one our proxy added. What stands before it is the visitor's own claim.
fn forwarded(headers: &http::HeaderMap) -> Option<IpAddr> {
    let last = headers.get_all("x-forwarded-for").iter().next_back()?;
    last.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_proxys_own_word_about_an_address_counts() {
        let mut headers = http::HeaderMap::new();
        headers.append(
            "x-forwarded-for",
            http::HeaderValue::from_static("1.1.1.1, 203.0.113.9"),
        );
        assert_eq!(forwarded(&headers), Some(IpAddr::from([203, 0, 113, 9])));
        headers.insert(
            "x-forwarded-for",
            http::HeaderValue::from_static("nonsense"),
        );
        assert_eq!(forwarded(&headers), None);
    }

    #[test]
    fn after_login_people_stay_on_this_site() {
        assert_eq!(local_path("/courses/3?tab=1"), "/courses/3?tab=1");
        for elsewhere in [
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "",
            "/a\nb",
        ] {
            assert_eq!(local_path(elsewhere), "/my", "{elsewhere:?}");
        }
    }
}
