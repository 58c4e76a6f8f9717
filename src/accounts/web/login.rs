//! Logging in: the same words for every failure, and no failure that keeps the owner of an account out.

use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use http::{HeaderValue, StatusCode, header};
use serde::{Deserialize, Serialize};

use super::entry::{Entry, enter};
use super::visitor::name_cookie;
use crate::AppState;
use crate::accounts::{Visitor, db};
use crate::auth::web::{ClientAddress, DemoUser, local_path};
use crate::auth::{Key, Network, RETRY_SECONDS};
use crate::error::AppResult;
use crate::ids::UserId;
use crate::oidc::Choice;
use crate::users::{self, User};
use crate::web::{Form, Page};

/// No user name and no address is longer.
const MAX_LOGIN: usize = 254;
/// Whose password and devices are looked for when nobody has that name, so that looking takes as long.
const NOBODY: UserId = UserId(0);

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
    /// Present when the device is to remember the name.
    remember: Option<String>,
    #[serde(default)]
    next: String,
}

#[derive(Debug, Default, Serialize)]
struct LoginPage<'a> {
    username: &'a str,
    next: &'a str,
    remembers: bool,
    /// What was sent last is lost.
    is_unsaved: bool,
    error: Option<String>,
    providers: Vec<Choice>,
    demo_users: &'a [DemoUser],
}

/// `GET /login`
pub async fn show(page: Page, Query(query): Query<LoginQuery>) -> AppResult {
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

fn login_page(page: &Page, status: StatusCode, content: LoginPage<'_>) -> AppResult {
    let demo_users = if page.app.config.demo {
        crate::demo::USERS
    } else {
        &[]
    };
    let content = LoginPage {
        providers: page.app.oidc.choices(),
        demo_users,
        ..content
    };
    let title = page.t("auth-login-title");
    page.render_status(status, "auth/login.html", &title, &[], &content)
}

/// Why nobody was let in. Each says what to do next, and none says who there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// No such account, another password, or an account that is not active.
    Unfit,
    /// Too many guesses at what was typed as the account.
    TooMany,
    /// Too many failures at any account from this network.
    TooManyHere,
    /// Too many from this network wait for their password to be checked.
    Busy,
}

impl Refusal {
    fn answer(self, page: &Page, form: &LoginForm) -> AppResult {
        self.tell(page, |status, error| {
            let content = LoginPage {
                username: &form.username,
                next: &form.next,
                remembers: form.remember.is_some(),
                error: Some(error),
                ..LoginPage::default()
            };
            login_page(page, status, content)
        })
    }

    /// The page that `draw` makes of the status and the sentence.
    pub(crate) fn tell(
        self,
        page: &Page,
        draw: impl FnOnce(StatusCode, String) -> AppResult,
    ) -> AppResult {
        tracing::info!(request_id = %page.request.request_id, refusal = ?self, "log-in refused");
        let (status, key) = match self {
            Self::Unfit => (StatusCode::UNPROCESSABLE_ENTITY, "auth-login-failed"),
            Self::TooMany => (StatusCode::TOO_MANY_REQUESTS, "auth-login-slow-down"),
            Self::TooManyHere => (StatusCode::TOO_MANY_REQUESTS, "accounts-login-network"),
            Self::Busy => (StatusCode::SERVICE_UNAVAILABLE, "auth-busy"),
        };
        let mut answer = draw(status, page.t(key))?;
        if self == Self::Busy {
            let retry = HeaderValue::from(RETRY_SECONDS);
            answer.headers_mut().insert(header::RETRY_AFTER, retry);
        }
        Ok(answer)
    }
}

/// `POST /login`
pub async fn log_in(
    State(app): State<AppState>,
    page: Page,
    address: ClientAddress,
    visitor: Visitor,
    Form(mut form): Form<LoginForm>,
) -> AppResult {
    let password = std::mem::take(&mut form.password);
    let network = Network::from(address.0);
    match check(&page, &visitor, network, &form.username, password).await? {
        Ok(user) => welcome(&app, &page, &visitor, &user, &form).await,
        Err(refusal) => refusal.answer(&page, &form),
    }
}

/// Whose password it is. [`crate::auth::Guard`] says why failures are counted as they are.
pub(crate) async fn check(
    page: &Page,
    visitor: &Visitor,
    network: Network,
    typed: &str,
    password: String,
) -> AppResult<Result<User, Refusal>> {
    let (app, now) = (&page.app, page.request.now);
    let typed: String = typed
        .trim()
        .to_lowercase()
        .chars()
        .take(MAX_LOGIN)
        .collect();
    let found = users::db::find_user_by_login(&app.db, &typed).await?;
    let id = found.as_ref().map_or(NOBODY, |user| user.id);
    let device = visitor.device.clone().unwrap_or_default();
    let is_known = db::is_device_known(&app.db, &device, id).await?;
    let key = if is_known {
        Key::Device(id, device)
    } else {
        Key::Account(typed, network)
    };
    if !app.guard.admits(&key, now) {
        return Ok(Err(Refusal::TooMany));
    }
    let stored = users::db::find_password_hash(&app.db, id).await?;
    let user = found.filter(|user| !user.is_suspended);
    let Ok(turn) = app.passwords.turn(network).await else {
        app.guard.forgive(&key);
        return Ok(Err(Refusal::Busy));
    };
    // Looked at when the turn has come, so that a thousand who came at once do not all pass before the first has failed.
    let here = Key::Network(network);
    if !is_known && app.guard.is_full(&here, now) {
        app.guard.forgive(&key);
        return Ok(Err(Refusal::TooManyHere));
    }
    let matches = turn
        .verify(password, stored.filter(|_| user.is_some()))
        .await?;
    let Some(user) = user.filter(|_| matches) else {
        app.guard.admits(&here, now);
        return Ok(Err(Refusal::Unfit));
    };
    app.guard.forgive(&key);
    Ok(Ok(user))
}

/// Lets in whose password it is.
async fn welcome(
    app: &AppState,
    page: &Page,
    visitor: &Visitor,
    user: &User,
    form: &LoginForm,
) -> AppResult<Response> {
    let name = name_cookie(&app.config, &form.username, form.remember.is_some());
    let entry = Entry {
        user,
        next: &form.next,
        arrival: None,
    };
    let inside = enter(app, page, visitor, entry).await?;
    Ok((CookieJar::new().add(name), inside).into_response())
}
