//! The second step of logging in: a code, after the password.

use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::entry::{Entry, let_in};
use crate::AppState;
use crate::accounts::second_step::accept;
use crate::accounts::{Visitor, db};
use crate::auth::web::local_path;
use crate::auth::{Key, hash_token};
use crate::clock::Instant;
use crate::config::Config;
use crate::db::DbResult;
use crate::error::AppResult;
use crate::users;
use crate::web::{Fault, Faults, FlashKind, Form, Page};

/// Until the code is given, from the password on.
const WAIT_MINUTES: i64 = 10;
/// Codes that may be tried before the password is asked for again.
const MOST_TRIES: i64 = 5;
const COOKIE: &str = "clikc-step";

#[derive(Debug, Deserialize)]
pub struct NextQuery {
    #[serde(default)]
    next: String,
}

#[derive(Debug, Deserialize)]
pub struct CodeForm {
    #[serde(default)]
    code: String,
    #[serde(default)]
    next: String,
}

#[derive(Debug, Serialize)]
struct CodePage<'a> {
    next: &'a str,
    faults: Faults,
}

/// The first step was right: remembers so, and asks for the code.
pub(super) async fn ask(app: &AppState, entry: Entry<'_>, now: Instant) -> DbResult<Response> {
    let token = app.random.token();
    let until = now.plus_ms(WAIT_MINUTES * 60_000);
    let mut tx = app.db.begin().await?;
    let whose = (entry.user.id, entry.arrival);
    db::insert_pending(&mut tx, &hash_token(&token), whose, (now, until)).await?;
    tx.commit().await?;
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.append_pair("next", local_path(entry.next));
    let jar = CookieJar::new().add(step_cookie(&app.config, token));
    let to = format!("/login/code?{}", query.finish());
    Ok((jar, Redirect::to(&to)).into_response())
}

fn step_cookie(config: &Config, token: String) -> Cookie<'static> {
    Cookie::build((COOKIE, token))
        .path("/login")
        .http_only(true)
        .secure(config.is_tls())
        .same_site(SameSite::Lax)
        .build()
}

/// Somebody who has taken the first step in this browser.
struct Waiting {
    token_hash: String,
    user: users::User,
    /// To be connected after the second one.
    arrival: Option<String>,
}

async fn pending(page: &Page, jar: &CookieJar) -> DbResult<Option<Waiting>> {
    let Some(cookie) = jar.get(COOKIE) else {
        return Ok(None);
    };
    let (db, token_hash) = (&page.app.db, hash_token(cookie.value()));
    let found = db::find_pending(db, &token_hash, page.request.now).await?;
    let Some((id, arrival)) = found else {
        return Ok(None);
    };
    let user = users::db::find_user(db, id).await?;
    let active = user.filter(|user| !user.is_suspended);
    Ok(active.map(|user| Waiting {
        token_hash,
        user,
        arrival,
    }))
}

fn too_late(page: &Page) -> Response {
    page.redirect("/login", FlashKind::Warning, "accounts-code-late")
}

fn render(page: &Page, status: StatusCode, next: &str, faults: &[Fault]) -> AppResult {
    let content = CodePage {
        next,
        faults: Faults::tell(page.lang(), faults),
    };
    page.render_status(
        status,
        "accounts/code.html",
        &page.t("accounts-code-title"),
        &[],
        &content,
    )
}

/// `GET /login/code`
pub async fn show(page: Page, jar: CookieJar, Query(query): Query<NextQuery>) -> AppResult {
    if pending(&page, &jar).await?.is_none() {
        return Ok(too_late(&page));
    }
    render(&page, StatusCode::OK, &query.next, &[])
}

/// `POST /login/code`
pub async fn store(
    State(app): State<AppState>,
    page: Page,
    jar: CookieJar,
    visitor: Visitor,
    Form(form): Form<CodeForm>,
) -> AppResult {
    let Some(waiting) = pending(&page, &jar).await? else {
        return Ok(too_late(&page));
    };
    let (hash, user) = (&waiting.token_hash, &waiting.user);
    let (now, key) = (page.request.now, Key::Code(user.id));
    if !app.guard.admits(&key, now) {
        let fault = Fault::new("code", "accounts-fault-slow-down");
        return render(&page, StatusCode::TOO_MANY_REQUESTS, &form.next, &[fault]);
    }
    if !db::mark_try(&app.db, hash, MOST_TRIES).await? {
        return Ok(too_late(&page));
    }
    if !accept(&app, user, &form.code, now).await? {
        let fault = Fault::new("code", "accounts-fault-code");
        return render(
            &page,
            StatusCode::UNPROCESSABLE_ENTITY,
            &form.next,
            &[fault],
        );
    }
    app.guard.forgive(&key);
    if !db::delete_pending(&app.db, hash).await? {
        return Ok(too_late(&page));
    }
    let entry = Entry {
        user,
        next: &form.next,
        arrival: waiting.arrival.as_deref(),
    };
    let inside = let_in(&app, &page, &visitor, entry).await?;
    let gone = Cookie::build((COOKIE, "")).path("/login").removal().build();
    Ok((CookieJar::new().add(gone), inside).into_response())
}
