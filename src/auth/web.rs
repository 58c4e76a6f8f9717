//! Logging in and out, and choosing the language.

use std::net::IpAddr;
use std::num::NonZeroU32;

use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Redirect};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use http::StatusCode;
use serde::{Deserialize, Serialize};

use crate::AppState;
use crate::auth::{self, SESSION_HOURS, hash_token};
use crate::config::Config;
use crate::error::{AppError, AppResult};
use crate::i18n::Lang;
use crate::users;
use crate::web::{FlashKind, Form, Limit, Page};

/// Guesses at one account from one address. Honest people behind a shared address have accounts of their own.
#[derive(Debug)]
pub struct LoginLimit(Limit<(String, IpAddr)>);

impl Default for LoginLimit {
    fn default() -> Self {
        const BURST: NonZeroU32 = NonZeroU32::new(10).expect("ten is not zero");
        Self(Limit::per_minute(BURST))
    }
}

impl LoginLimit {
    fn allows(&self, login: &str, address: IpAddr) -> bool {
        self.0.allows(&(login.trim().to_lowercase(), address))
    }
}

#[derive(Debug, Deserialize)]
pub struct LoginQuery {
    #[serde(default)]
    next: String,
    /// Present when a form was sent after the session had ended.
    unsaved: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct LoginForm {
    #[serde(default)]
    username: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    next: String,
}

#[derive(Debug, Default, Serialize)]
struct LoginPage<'a> {
    username: &'a str,
    next: &'a str,
    /// What was sent last is lost.
    is_unsaved: bool,
    error: Option<String>,
    demo_users: &'a [DemoUser],
}

/// The log-ins shown on the log-in page of a demo site.
#[derive(Debug, Clone, Serialize)]
pub struct DemoUser {
    pub username: &'static str,
    pub password: &'static str,
    pub role: &'static str,
}

/// `GET /login`
pub async fn show_login(page: Page, Query(query): Query<LoginQuery>) -> AppResult {
    if page.request.person.is_some() {
        return Ok(Redirect::to(local_path(&query.next)).into_response());
    }
    let content = LoginPage {
        next: &query.next,
        is_unsaved: query.unsaved.is_some(),
        ..LoginPage::default()
    };
    login_page(&page, StatusCode::OK, content)
}

/// The page again, with what was typed except the password.
fn refused_page<'a>(username: &'a str, next: &'a str, error: String) -> LoginPage<'a> {
    LoginPage {
        username,
        next,
        error: Some(error),
        ..LoginPage::default()
    }
}

fn login_page(page: &Page, status: StatusCode, content: LoginPage<'_>) -> AppResult {
    let demo_users = if page.app.config.demo {
        crate::demo::USERS
    } else {
        &[]
    };
    let content = LoginPage {
        demo_users,
        ..content
    };
    page.render_status(
        status,
        "auth/login.html",
        &page.t("auth-login-title"),
        &[],
        &content,
    )
}

/// `POST /login`: the same words for every failure.
pub async fn log_in(
    State(app): State<AppState>,
    page: Page,
    address: ClientAddress,
    jar: CookieJar,
    Form(form): Form<LoginForm>,
) -> AppResult {
    if !app.login_limit.allows(&form.username, address.0) {
        let content = refused_page(&form.username, &form.next, page.t("auth-login-slow-down"));
        return login_page(&page, StatusCode::TOO_MANY_REQUESTS, content);
    }
    let user = users::db::find_user_by_login(&app.db, &form.username).await?;
    let user = user.filter(|user| !user.is_suspended);
    let stored = match &user {
        Some(user) => users::db::find_password_hash(&app.db, user.id).await?,
        None => None,
    };
    let matches = app.passwords.verify(form.password, stored).await?;
    let Some(user) = user.filter(|_| matches) else {
        tracing::info!(request_id = %page.request.request_id, "log-in refused");
        let content = refused_page(&form.username, &form.next, page.t("auth-login-failed"));
        return login_page(&page, StatusCode::UNPROCESSABLE_ENTITY, content);
    };
    // A new token at every log-in: one planted or seen before is worth nothing.
    if let Some(old) = jar.get(auth::cookie_name(&app.config)) {
        users::db::delete_session(&app.db, &hash_token(old.value())).await?;
    }
    let token = app.random.token();
    let now = page.request.now;
    let mut tx = app.db.begin().await?;
    let session = users::db::NewSession {
        token_hash: &hash_token(&token),
        user_id: user.id,
        browser: "",
        address: &address.0.to_string(),
    };
    users::db::insert_session(&mut tx, session, now, now.plus_hours(SESSION_HOURS)).await?;
    tx.commit().await?;
    let jar = CookieJar::new().add(session_cookie(&app.config, token));
    Ok((jar, Redirect::to(local_path(&form.next))).into_response())
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

impl axum::extract::FromRequestParts<AppState> for ClientAddress {
    type Rejection = AppError;

    async fn from_request_parts(
        parts: &mut http::request::Parts,
        app: &AppState,
    ) -> Result<Self, AppError> {
        if let Some(address) = forwarded(&parts.headers).filter(|_| app.config.behind_proxy) {
            return Ok(Self(address));
        }
        let info = parts
            .extensions
            .get::<axum::extract::ConnectInfo<std::net::SocketAddr>>();
        // In-process tests have no socket.
        Ok(Self(
            info.map_or(IpAddr::from([127, 0, 0, 1]), |info| info.0.ip()),
        ))
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
