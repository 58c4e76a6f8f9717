//! Deleting a person, after a page that says what goes.

use axum::extract::{Path, State};

use super::{LIST, changeable, crumbs, find, record};
use crate::AppState;
use crate::auth::Coordinator;
use crate::certificates;
use crate::error::{AppError, AppResult};
use crate::ids::UserId;
use crate::jobs;
use crate::rights;
use crate::team::erase;
use crate::team::pages::DeletePage;
use crate::web::{FlashKind, Page};

/// `GET /team/{id}/delete`
pub async fn show(
    State(app): State<AppState>,
    page: Page,
    coordinator: Coordinator,
    Path(id): Path<UserId>,
) -> AppResult {
    let member = changeable(find(&app, &coordinator, id).await?, &coordinator)?;
    let content = DeletePage {
        id: id.0,
        name: member.full_name(),
        email: member.email.clone(),
        started: member.courses_started,
        certificates: certificates::db::count_certificates_of(&app.db, id).await?,
    };
    let title = page.t("team-delete");
    page.render("team/delete.html", &title, &crumbs(&page), &content)
}

/// `POST /team/{id}/delete`
pub async fn store(
    State(app): State<AppState>,
    page: Page,
    coordinator: Coordinator,
    Path(id): Path<UserId>,
) -> AppResult {
    let member = changeable(find(&app, &coordinator, id).await?, &coordinator)?;
    let farewell = rights::farewell_of(&app.db, id).await?;
    let mut tx = app.db.begin().await?;
    if erase(&mut tx, &[id], page.request.now).await?.is_empty() {
        return Err(AppError::NotFound);
    }
    if let Some(farewell) = farewell {
        jobs::enqueue(&mut tx, &farewell, page.request.now).await?;
    }
    record(&mut tx, &page, "user.delete", member.whose(), "").await?;
    tx.commit().await?;
    Ok(page.redirect(LIST, FlashKind::Success, "team-deleted"))
}
