//! The way in for everybody who has shown who they are, by a password or by a provider.

use axum::response::{IntoResponse as _, Redirect, Response};

use super::code;
use super::visitor::begun_cookies;
use crate::AppState;
use crate::accounts::{Visitor, begin, db};
use crate::auth::web::local_path;
use crate::error::AppResult;
use crate::identities;
use crate::users::User;
use crate::web::{FlashKind, Page};

#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry<'a> {
    pub user: &'a User,
    pub next: &'a str,
    /// The hash of an arrival's token: that identity is connected once they are inside.
    pub arrival: Option<&'a str>,
}

/// Lets them in, or asks for the second step.
pub(crate) async fn enter(
    app: &AppState,
    page: &Page,
    visitor: &Visitor,
    entry: Entry<'_>,
) -> AppResult {
    if let Some((_, true)) = db::find_second_step(&app.db, entry.user.id).await? {
        return Ok(code::ask(app, entry, page.request.now).await?);
    }
    let_in(app, page, visitor, entry).await
}

/// Begins the session.
pub(super) async fn let_in(
    app: &AppState,
    page: &Page,
    visitor: &Visitor,
    entry: Entry<'_>,
) -> AppResult {
    let user = entry.user;
    let connected = match entry.arrival {
        Some(arrival) => {
            Some(identities::connect_arrival(app, &page.request, user, arrival).await?)
        }
        None => None,
    };
    let begun = begin(app, user.id, visitor, page.request.now).await?;
    let cookies = begun_cookies(&app.config, begun);
    Ok((cookies, onwards(page, local_path(entry.next), connected)).into_response())
}

fn onwards(page: &Page, to: &str, connected: Option<bool>) -> Response {
    match connected {
        None => Redirect::to(to).into_response(),
        Some(true) => page.redirect(to, FlashKind::Success, "identities-connected"),
        Some(false) => page.redirect(to, FlashKind::Warning, "identities-not-connected"),
    }
}
