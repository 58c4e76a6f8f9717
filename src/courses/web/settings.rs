//! The settings of a course: title, language, objectives, who finds it; its picture and video.

use axum::extract::{Path, State};
use http::StatusCode;

use super::catalogue::audit_course;
use super::{course_crumbs, editable_course, editor_url};
use crate::AppState;
use crate::auth::Author;
use crate::courses::input::CourseForm;
use crate::courses::pages::{SettingsPage, course_form};
use crate::courses::{Course, db, markdown};
use crate::db::DbError;
use crate::error::AppResult;
use crate::guests;
use crate::ids::CourseId;
use crate::web::{Fault, Faults, FlashKind, Form, Page};

/// `GET /authoring/courses/{id}/settings`
pub async fn show(page: Page, author: Author, Path(id): Path<CourseId>) -> AppResult {
    let course = editable_course(&page, &author, id).await?;
    let form = course_form(&course);
    settings_page(&page, StatusCode::OK, &course, &form, &[]).await
}

async fn settings_page(
    page: &Page,
    status: StatusCode,
    course: &Course,
    form: &CourseForm,
    faults: &[Fault],
) -> AppResult {
    let categories = db::list_categories(&page.app.db).await?;
    let faults = Faults::tell(page.lang(), faults);
    let mut content = SettingsPage::new(page.lang(), course, form, &categories, faults);
    content.is_open_to_guests = guests::db::is_open(&page.app.db, course.id).await?;
    if form.action == "preview" {
        content.preview = Some(markdown::render(&form.objectives));
    }
    let title = page.t("courses-settings");
    let crumbs = course_crumbs(page, course);
    page.render_status(status, "courses/settings.html", &title, &crumbs, &content)
}

/// `POST /authoring/courses/{id}/settings`
pub async fn save(
    State(app): State<AppState>,
    page: Page,
    author: Author,
    Path(id): Path<CourseId>,
    Form(form): Form<CourseForm>,
) -> AppResult {
    let course = editable_course(&page, &author, id).await?;
    if form.action == "preview" {
        return settings_page(&page, StatusCode::OK, &course, &form, &[]).await;
    }
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let categories = db::list_categories(&app.db).await?;
    let input = match form.parse(&categories) {
        Ok(input) => input,
        Err(faults) => return settings_page(&page, unprocessable, &course, &form, &faults).await,
    };
    let mut tx = app.db.begin().await?;
    match db::update_course(&mut tx, id, &input).await {
        Err(DbError::Duplicate(_)) => {
            drop(tx);
            let taken = Fault::new("short_name", "courses-fault-short-name-taken");
            return settings_page(&page, unprocessable, &course, &form, &[taken]).await;
        }
        other => other?,
    };
    audit_course(&mut tx, &page, "course.settings", id, &input.title).await?;
    tx.commit().await?;
    Ok(page.redirect(&editor_url(id), FlashKind::Success, "courses-saved"))
}
