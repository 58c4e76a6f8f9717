//! The settings of an activity. Its packages have a page of their own.

use axum::extract::{Path, State};
use http::StatusCode;

use super::catalogue::audit_course;
use super::{course_crumbs, editable_activity, editor_url};
use crate::AppState;
use crate::auth::Author;
use crate::courses::input::ActivityForm;
use crate::courses::pages::{ActivityPage, activity_form, activity_title};
use crate::courses::{Activity, Course, db};
use crate::error::{AppError, AppResult};
use crate::ids::{ActivityId, SectionId};
use crate::web::{Fault, Faults, FlashKind, Form, Page};

/// `GET /authoring/activities/{id}`
pub async fn show(page: Page, author: Author, Path(id): Path<ActivityId>) -> AppResult {
    let (course, activity) = editable_activity(&page, &author, id).await?;
    let form = activity_form(page.lang(), &activity);
    settings_page(&page, StatusCode::OK, (&course, &activity), &form, &[]).await
}

async fn settings_page(
    page: &Page,
    status: StatusCode,
    (course, activity): (&Course, &Activity),
    form: &ActivityForm,
    faults: &[Fault],
) -> AppResult {
    let sections = db::list_sections(&page.app.db, course.id).await?;
    let is_attempted = db::is_attempted(&page.app.db, activity.id).await?;
    let content = ActivityPage::new(
        page.lang(),
        activity,
        form,
        &sections,
        is_attempted,
        Faults::tell(page.lang(), faults),
    );
    let title = activity_title(page.lang(), activity);
    let crumbs = course_crumbs(page, course);
    page.render_status(status, "courses/activity.html", &title, &crumbs, &content)
}

/// `POST /authoring/activities/{id}`
pub async fn save(
    State(app): State<AppState>,
    page: Page,
    author: Author,
    Path(id): Path<ActivityId>,
    Form(form): Form<ActivityForm>,
) -> AppResult {
    let (course, activity) = editable_activity(&page, &author, id).await?;
    let sections = db::list_sections(&app.db, course.id).await?;
    let sections: Vec<SectionId> = sections.iter().map(|section| section.id).collect();
    let mut input = match form.parse(&sections) {
        Ok(input) => input,
        Err(faults) => {
            let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
            let about = (&course, &activity);
            return settings_page(&page, unprocessable, about, &form, &faults).await;
        }
    };
    let is_marked = input.mark_new_quiz(activity.kind);
    let mut tx = app.db.begin().await?;
    db::update_activity(&mut tx, id, &input).await?;
    audit_course(&mut tx, &page, "activity.settings", course.id, &input.title).await?;
    tx.commit().await?;
    let message = if is_marked {
        "courses-saved-with-mark"
    } else {
        "courses-saved"
    };
    Ok(page.redirect(&editor_url(course.id), FlashKind::Success, message))
}

/// `POST /authoring/activities/{id}/delete`
pub async fn delete(
    State(app): State<AppState>,
    page: Page,
    author: Author,
    Path(id): Path<ActivityId>,
) -> AppResult {
    let (course, activity) = editable_activity(&page, &author, id).await?;
    let mut tx = app.db.begin().await?;
    if !db::delete_activity(&mut tx, id).await? {
        return Err(AppError::Conflict(page.t("courses-activity-attempted")));
    }
    audit_course(
        &mut tx,
        &page,
        "activity.delete",
        course.id,
        &activity.title,
    )
    .await?;
    tx.commit().await?;
    Ok(page.redirect(
        &editor_url(course.id),
        FlashKind::Success,
        "courses-activity-deleted",
    ))
}
