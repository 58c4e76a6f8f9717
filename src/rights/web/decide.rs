//! One person of the deletion list: deleting them after a page that says what goes, or keeping them.

use axum::extract::{Path, State};
use http::StatusCode;
use serde::Deserialize;

use super::{LIST, crumbs, find, long_fault};
use crate::AppState;
use crate::auth::Coordinator;
use crate::error::{AppError, AppResult};
use crate::ids::ErasureId;
use crate::rights::pages::{ErasurePage, Row, ended, standing_label};
use crate::rights::{Erasure, Reach, Standing, ask, execute};
use crate::web::{Fault, Faults, FlashKind, Form, Page};

/// `GET /erasures/{id}`
pub async fn show(page: Page, coordinator: Coordinator, Path(id): Path<ErasureId>) -> AppResult {
    let erasure = find(&page, &coordinator, id).await?;
    let typed = String::new();
    render(&page, &coordinator, StatusCode::OK, (&erasure, typed), &[])
}

fn render(
    page: &Page,
    coordinator: &Coordinator,
    status: StatusCode,
    (erasure, typed): (&Erasure, String),
    faults: &[Fault],
) -> AppResult {
    let content = ErasurePage {
        row: Row::new(page.lang(), erasure, coordinator, page.request.now),
        reason: erasure.reason.clone(),
        standing: standing_label(page.lang(), erasure.standing),
        ended: ended(page, erasure),
        typed,
        faults: Faults::tell(page.lang(), faults),
    };
    // Of somebody who was deleted there is no name.
    let title = if erasure.standing == Standing::Done {
        page.t("rights-list")
    } else {
        erasure.name.clone()
    };
    page.render_status(status, "rights/show.html", &title, &crumbs(page), &content)
}

/// Found, and the coordinator's to decide.
async fn decidable(page: &Page, coordinator: &Coordinator, id: ErasureId) -> AppResult<Erasure> {
    let erasure = find(page, coordinator, id).await?;
    if !erasure.may_be_decided_by(coordinator) {
        return Err(AppError::Forbidden);
    }
    match ended(page, &erasure) {
        Some(told) => Err(AppError::Conflict(told)),
        None => Ok(erasure),
    }
}

/// `POST /erasures/{id}/delete`
pub async fn delete(
    State(app): State<AppState>,
    page: Page,
    coordinator: Coordinator,
    Path(id): Path<ErasureId>,
) -> AppResult {
    let erasure = decidable(&page, &coordinator, id).await?;
    let reach = Reach::of(&coordinator);
    if !execute::delete(&app, &page.request, reach, &erasure).await? {
        return Err(AppError::Conflict(page.t("rights-changed")));
    }
    Ok(page.redirect(LIST, FlashKind::Success, "rights-deleted"))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct RefusalForm {
    reason: String,
}

/// `POST /erasures/{id}/refuse`
pub async fn refuse(
    State(app): State<AppState>,
    page: Page,
    coordinator: Coordinator,
    Path(id): Path<ErasureId>,
    Form(form): Form<RefusalForm>,
) -> AppResult {
    let erasure = decidable(&page, &coordinator, id).await?;
    let reason = form.reason.trim();
    let missing = reason
        .is_empty()
        .then(|| Fault::new("reason", "requests-fault-reason"));
    if let Some(fault) = missing.or_else(|| long_fault(reason)) {
        let shown = (&erasure, form.reason.clone());
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return render(&page, &coordinator, status, shown, &[fault]);
    }
    if !ask::refuse(&app, &page.request, &coordinator, (&erasure, reason)).await? {
        return Err(AppError::Conflict(page.t("rights-changed")));
    }
    Ok(page.redirect(LIST, FlashKind::Success, "rights-refused"))
}
