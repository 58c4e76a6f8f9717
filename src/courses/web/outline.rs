//! The editor of a course: its outline, the next thing to do, and publishing.

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use http::{HeaderMap, StatusCode, header};
use serde::Deserialize;

use super::catalogue::audit_course;
use super::{authoring_crumbs, editable_course, editor_url};
use crate::AppState;
use crate::auth::Author;
use crate::courses::outline::{is_same_set, lead_with_section};
use crate::courses::pages::EditorPage;
use crate::courses::{Activity, ActivityKind, CourseState, Place, apply_move, db, outline};
use crate::error::{AppError, AppResult};
use crate::ids::{CourseId, SectionId};
use crate::web::{FlashKind, Form, Page, one_line};

/// `GET /authoring/courses/{id}`
pub async fn show(page: Page, author: Author, Path(id): Path<CourseId>) -> AppResult {
    let course = editable_course(&page, &author, id).await?;
    let sections = db::list_sections(&page.app.db, id).await?;
    let activities = db::list_activities(&page.app.db, id).await?;
    let participants = db::list_participants(&page.app.db, id, author.scope()).await?;
    let content = EditorPage::new(
        page.lang(),
        &course,
        &sections,
        &activities,
        participants.len(),
    );
    let crumbs = authoring_crumbs(&page);
    page.render("courses/editor.html", &course.title, &crumbs, &content)
}

#[derive(Debug, Deserialize)]
pub struct StateForm {
    state: CourseState,
}

/// `POST /authoring/courses/{id}/state`: publishes, or takes back to draft.
pub async fn change_state(
    State(app): State<AppState>,
    page: Page,
    author: Author,
    Path(id): Path<CourseId>,
    Form(form): Form<StateForm>,
) -> AppResult {
    let course = editable_course(&page, &author, id).await?;
    let activities = db::list_activities(&app.db, id).await?;
    let (action, kind, message) = match form.state {
        CourseState::Published if !activities.iter().any(Activity::is_playable) => (
            "course.publish",
            FlashKind::Warning,
            "courses-published-empty",
        ),
        CourseState::Published => ("course.publish", FlashKind::Success, "courses-published"),
        CourseState::Draft => ("course.withdraw", FlashKind::Success, "courses-withdrawn"),
    };
    let mut tx = app.db.begin().await?;
    if db::mark_state(&mut tx, id, form.state).await? == 1 {
        audit_course(&mut tx, &page, action, id, &course.title).await?;
    }
    tx.commit().await?;
    Ok(page.redirect(&editor_url(id), kind, message))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ActivityBirth {
    kind: String,
    title: String,
    /// The last section when empty.
    section: String,
}

/// `POST /authoring/courses/{id}/activities`: asks for a kind; everything else has a sensible value.
pub async fn add_activity(
    State(app): State<AppState>,
    page: Page,
    author: Author,
    Path(id): Path<CourseId>,
    Form(form): Form<ActivityBirth>,
) -> AppResult {
    editable_course(&page, &author, id).await?;
    let kind = ActivityKind::parse(&form.kind)
        .ok_or_else(|| AppError::BadRequest(page.t("core-bad-form")))?;
    let sections = db::list_sections(&app.db, id).await?;
    let wanted = form.section.parse().ok().map(SectionId);
    let section = sections
        .iter()
        .find(|section| Some(section.id) == wanted)
        .or(sections.last())
        .ok_or_else(|| AppError::internal(anyhow::anyhow!("course {id} has no section")))?;
    let title: String = one_line(&form.title).chars().take(200).collect();
    let mut tx = app.db.begin().await?;
    let activity = db::insert_activity(&mut tx, section.id, kind, &title, page.request.now).await?;
    audit_course(&mut tx, &page, "activity.add", id, &title).await?;
    tx.commit().await?;
    let url = format!("/authoring/activities/{activity}");
    Ok(page.redirect(&url, FlashKind::Success, "courses-activity-added"))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct OrderForm {
    order: Vec<String>,
    #[serde(rename = "move")]
    button: String,
}

/// `POST /authoring/courses/{id}/order`: the outline as it now stands, from dragging or from a button.
pub async fn reorder(
    State(app): State<AppState>,
    page: Page,
    author: Author,
    headers: HeaderMap,
    Path(id): Path<CourseId>,
    Form(form): Form<OrderForm>,
) -> AppResult {
    editable_course(&page, &author, id).await?;
    let mut order: Vec<Place> = form.order.iter().filter_map(|n| Place::parse(n)).collect();
    apply_move(&mut order, &form.button);
    let sections = db::list_sections(&app.db, id).await?;
    let activities = db::list_activities(&app.db, id).await?;
    // Someone else added or deleted a row meanwhile: storing this order would lose or misplace it.
    if !is_same_set(&order, &outline(&sections, &activities)) {
        return Err(AppError::Conflict(page.t("courses-order-stale")));
    }
    let mut tx = app.db.begin().await?;
    db::mark_order(&mut tx, id, &lead_with_section(order)).await?;
    tx.commit().await?;
    Ok(reordered(&page, &headers, id))
}

/// The script has moved the row already; a form without it gets the page again.
fn reordered(page: &Page, headers: &HeaderMap, id: CourseId) -> Response {
    let accept = headers.get(header::ACCEPT).and_then(|v| v.to_str().ok());
    if accept.is_some_and(|accept| accept.contains("application/json")) {
        return StatusCode::NO_CONTENT.into_response();
    }
    page.redirect(&editor_url(id), FlashKind::Success, "courses-reordered")
}
