//! Where somebody is logged in, and ending it.

use axum::extract::{Path, State};
use serde::Serialize;

use super::crumbs;
use crate::AppState;
use crate::accounts::browser;
use crate::accounts::db::{self, SessionRow};
use crate::auth::Person;
use crate::error::{AppError, AppResult};
use crate::i18n::Lang;
use crate::ids::SessionId;
use crate::web::{FlashKind, Page};

#[derive(Debug, Serialize)]
struct SessionsPage {
    sessions: Vec<SessionView>,
}

#[derive(Debug, Serialize)]
struct SessionView {
    id: i64,
    device: String,
    address: String,
    since: i64,
    seen_at: i64,
    is_this: bool,
}

impl SessionView {
    fn new(lang: Lang, this: SessionId, row: SessionRow) -> Self {
        Self {
            device: device(lang, &row.browser),
            is_this: row.id == this.0,
            id: row.id,
            address: row.address,
            since: row.created_at,
            seen_at: row.seen_at,
        }
    }
}

fn device(lang: Lang, user_agent: &str) -> String {
    match browser::names(user_agent) {
        (Some(browser), Some(system)) => {
            let names = [("browser", browser.into()), ("system", system.into())];
            lang.text_with("accounts-device", &names)
        }
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => lang.text("accounts-device-unknown"),
    }
}

/// `GET /account/sessions`
pub async fn list(page: Page, person: Person) -> AppResult {
    let rows = db::list_sessions(&page.app.db, person.user.id, page.request.now).await?;
    let views = rows
        .into_iter()
        .map(|row| SessionView::new(page.lang(), person.session, row));
    let content = SessionsPage {
        sessions: views.collect(),
    };
    let title = page.t("accounts-sessions");
    page.render("accounts/sessions.html", &title, &crumbs(&page), &content)
}

/// `POST /account/sessions/{id}/end`: somebody else's is not there.
pub async fn end(
    State(app): State<AppState>,
    page: Page,
    person: Person,
    Path(id): Path<SessionId>,
) -> AppResult {
    if !db::delete_own_session(&app.db, person.user.id, id).await? {
        return Err(AppError::NotFound);
    }
    Ok(page.redirect(
        "/account/sessions",
        FlashKind::Success,
        "accounts-session-ended",
    ))
}

/// `POST /account/sessions/end`: all but this one.
pub async fn end_others(State(app): State<AppState>, page: Page, person: Person) -> AppResult {
    let mut tx = app.db.begin().await?;
    db::delete_sessions(&mut tx, person.user.id, Some(person.session)).await?;
    tx.commit().await?;
    Ok(page.redirect(
        "/account/sessions",
        FlashKind::Success,
        "accounts-sessions-ended",
    ))
}
