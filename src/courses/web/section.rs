//! Sections: adding, renaming, deleting.

use axum::extract::{Path, State};
use serde::Deserialize;

use super::catalogue::audit_course;
use super::{course_crumbs, editable_course, editable_section, editor_url};
use crate::AppState;
use crate::auth::Author;
use crate::courses::db;
use crate::courses::pages::{SectionPage, section_title};
use crate::error::{AppError, AppResult};
use crate::ids::{CourseId, SectionId};
use crate::web::{FlashKind, Form, Page, one_line};

#[derive(Debug, Deserialize)]
pub struct SectionForm {
    #[serde(default)]
    title: String,
}

impl SectionForm {
    fn title(&self) -> String {
        one_line(&self.title).chars().take(200).collect()
    }
}

/// `POST /authoring/courses/{id}/sections`
pub async fn add(
    State(app): State<AppState>,
    page: Page,
    author: Author,
    Path(id): Path<CourseId>,
    Form(form): Form<SectionForm>,
) -> AppResult {
    editable_course(&page, &author, id).await?;
    let mut tx = app.db.begin().await?;
    db::insert_section(&mut tx, id, &form.title()).await?;
    audit_course(&mut tx, &page, "section.add", id, &form.title()).await?;
    tx.commit().await?;
    Ok(page.redirect(&editor_url(id), FlashKind::Success, "courses-section-added"))
}

/// `GET /authoring/sections/{id}`
pub async fn show(page: Page, author: Author, Path(id): Path<SectionId>) -> AppResult {
    let (course, section) = editable_section(&page, &author, id).await?;
    let activities = db::list_activities(&page.app.db, course.id).await?;
    let sections = db::list_sections(&page.app.db, course.id).await?;
    let content = SectionPage {
        section: &section,
        is_empty: !activities.iter().any(|a| a.section_id == id),
        is_only: sections.len() == 1,
    };
    let title = section_title(page.lang(), &section);
    let crumbs = course_crumbs(&page, &course);
    page.render("courses/section.html", &title, &crumbs, &content)
}

/// `POST /authoring/sections/{id}`
pub async fn rename(
    State(app): State<AppState>,
    page: Page,
    author: Author,
    Path(id): Path<SectionId>,
    Form(form): Form<SectionForm>,
) -> AppResult {
    let (course, _) = editable_section(&page, &author, id).await?;
    let mut tx = app.db.begin().await?;
    db::rename_section(&mut tx, id, &form.title()).await?;
    audit_course(&mut tx, &page, "section.rename", course.id, &form.title()).await?;
    tx.commit().await?;
    Ok(page.redirect(&editor_url(course.id), FlashKind::Success, "courses-saved"))
}

/// `POST /authoring/sections/{id}/delete`
pub async fn delete(
    State(app): State<AppState>,
    page: Page,
    author: Author,
    Path(id): Path<SectionId>,
) -> AppResult {
    let (course, section) = editable_section(&page, &author, id).await?;
    let mut tx = app.db.begin().await?;
    if db::delete_section(&mut tx, id).await? == 0 {
        return Err(AppError::Conflict(page.t("courses-section-in-use")));
    }
    audit_course(&mut tx, &page, "section.delete", course.id, &section.title).await?;
    tx.commit().await?;
    Ok(page.redirect(
        &editor_url(course.id),
        FlashKind::Success,
        "courses-section-deleted",
    ))
}
