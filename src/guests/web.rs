//! `/demo/{id}`: a course as guests see it, and the secretariat's switch. Its modules are launched by `play::launch`.

use axum::extract::{Path, State};
use serde::Deserialize;

use super::db;
use super::pages::DemoPage;
use crate::AppState;
use crate::audit::{self, Deed};
use crate::auth::Secretariat;
use crate::courses;
use crate::error::{AppError, AppResult};
use crate::ids::CourseId;
use crate::web::{FlashKind, Form, Page};

/// `GET /demo/{id}`
pub async fn show(State(app): State<AppState>, page: Page, Path(id): Path<CourseId>) -> AppResult {
    let course = db::find_guest_course(&app.db, id)
        .await?
        .ok_or(AppError::NotFound)?;
    let sections = courses::db::list_sections(&app.db, id).await?;
    let activities = courses::db::list_activities(&app.db, id).await?;
    let content = DemoPage::new(page.lang(), &course, sections, &activities);
    page.render("guests/course.html", &course.title, &[], &content)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Door {
    Open,
    Closed,
}

#[derive(Debug, Deserialize)]
pub struct DoorForm {
    door: Door,
}

/// `POST /authoring/courses/{id}/guests`
pub async fn mark(
    State(app): State<AppState>,
    page: Page,
    authority: Secretariat,
    Path(id): Path<CourseId>,
    Form(form): Form<DoorForm>,
) -> AppResult {
    let course = courses::db::find_editable_course(&app.db, id, &authority)
        .await?
        .ok_or(AppError::NotFound)?;
    let is_open = form.door == Door::Open;
    let (action, message) = if is_open {
        ("course.open_to_guests", "guests-opened")
    } else {
        ("course.close_to_guests", "guests-closed")
    };
    let subject = format!("course {id}");
    let deed = Deed {
        action,
        subject: &subject,
        detail: &course.title,
    };
    let mut tx = app.db.begin().await?;
    if db::mark_open(&mut tx, id, is_open).await? {
        audit::record_about(&mut tx, &page.request, deed, Some(course.organisation_id)).await?;
    }
    tx.commit().await?;
    let to = format!("/authoring/courses/{id}/settings");
    Ok(page.redirect(&to, FlashKind::Success, message))
}
