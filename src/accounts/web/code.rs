//! The second step of logging in: a code, after the password.

use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::visitor::begun_cookies;
use crate::AppState;
use crate::accounts::second_step::accept;
use crate::accounts::{Visitor, begin, db};
use crate::auth::web::local_path;
use crate::auth::{Key, hash_token};
use crate::clock::Instant;
use crate::config::Config;
use crate::db::DbResult;
use crate::error::AppResult;
use crate::ids::UserId;
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

/// The password was right: remembers so, and asks for the code.
pub(super) async fn ask(
    app: &AppState,
    user: UserId,
    next: &str,
    now: Instant,
) -> DbResult<(Cookie<'static>, String)> {
    let token = app.random.token();
    let until = now.plus_ms(WAIT_MINUTES * 60_000);
    let mut tx = app.db.begin().await?;
    db::insert_pending(&mut tx, &hash_token(&token), user, (now, until)).await?;
    tx.commit().await?;
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.append_pair("next", next);
    Ok((
        step_cookie(&app.config, token),
        format!("/login/code?{}", query.finish()),
    ))
}

fn step_cookie(config: &Config, token: String) -> Cookie<'static> {
    Cookie::build((COOKIE, token))
        .path("/login")
        .http_only(true)
        .secure(config.is_tls())
        .same_site(SameSite::Lax)
        .build()
}

/// Who has given their password in this browser, and under which token.
async fn pending(page: &Page, jar: &CookieJar) -> DbResult<Option<(String, users::User)>> {
    let Some(cookie) = jar.get(COOKIE) else {
        return Ok(None);
    };
    let (db, hash) = (&page.app.db, hash_token(cookie.value()));
    let Some(id) = db::find_pending(db, &hash, page.request.now).await? else {
        return Ok(None);
    };
    let user = users::db::find_user(db, id).await?;
    let active = user.filter(|user| !user.is_suspended);
    Ok(active.map(|user| (hash, user)))
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
    let Some((hash, user)) = pending(&page, &jar).await? else {
        return Ok(too_late(&page));
    };
    let (now, key) = (page.request.now, Key::Code(user.id));
    if !app.guard.admits(&key, now) {
        let fault = Fault::new("code", "accounts-fault-slow-down");
        return render(&page, StatusCode::TOO_MANY_REQUESTS, &form.next, &[fault]);
    }
    if !db::mark_try(&app.db, &hash, MOST_TRIES).await? {
        return Ok(too_late(&page));
    }
    if !accept(&app, &user, &form.code, now).await? {
        let fault = Fault::new("code", "accounts-fault-code");
        return render(
            &page,
            StatusCode::UNPROCESSABLE_ENTITY,
            &form.next,
            &[fault],
        );
    }
    app.guard.forgive(&key);
    if !db::delete_pending(&app.db, &hash).await? {
        return Ok(too_late(&page));
    }
    let begun = begin(&app, user.id, &visitor, now).await?;
    let gone = Cookie::build((COOKIE, "")).path("/login").removal().build();
    let jar = begun_cookies(&app.config, begun).add(gone);
    Ok((jar, Redirect::to(local_path(&form.next))).into_response())
}
