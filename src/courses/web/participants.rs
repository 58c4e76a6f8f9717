//! Who is on a course: an author sees, adds and removes people of their own administration only.

use axum::extract::{Path, State};
use http::StatusCode;
use serde::Deserialize;

use super::catalogue::audit_course;
use super::{course_crumbs, editable_course};
use crate::AppState;
use crate::auth::Author;
use crate::courses::pages::ParticipantsPage;
use crate::courses::{Course, db};
use crate::error::{AppError, AppResult};
use crate::ids::{CourseId, UserId};
use crate::users::{self, User};
use crate::web::{Fault, Faults, FlashKind, Form, Page};

/// `GET /courses/{id}/participants`
pub async fn list(page: Page, author: Author, Path(id): Path<CourseId>) -> AppResult {
    let course = editable_course(&page, &author, id).await?;
    list_page(&page, &author, StatusCode::OK, &course, "", &[]).await
}

async fn list_page(
    page: &Page,
    author: &Author,
    status: StatusCode,
    course: &Course,
    typed: &str,
    faults: &[Fault],
) -> AppResult {
    let content = ParticipantsPage {
        course,
        participants: db::list_participants(&page.app.db, course.id, author.scope()).await?,
        shows_organisations: author.scope().is_none(),
        typed,
        faults: Faults::tell(page.lang(), faults),
    };
    let title = page.t("courses-participants");
    let crumbs = course_crumbs(page, course);
    page.render_status(
        status,
        "courses/participants.html",
        &title,
        &crumbs,
        &content,
    )
}

#[derive(Debug, Deserialize)]
pub struct PersonForm {
    #[serde(default)]
    person: String,
}

/// `POST /courses/{id}/participants`: by user name or e-mail address.
pub async fn add(
    State(app): State<AppState>,
    page: Page,
    author: Author,
    Path(id): Path<CourseId>,
    Form(form): Form<PersonForm>,
) -> AppResult {
    let course = editable_course(&page, &author, id).await?;
    let found = users::db::find_user_by_login(&app.db, &form.person).await?;
    // A person of another administration is as unknown as one who does not exist.
    let Some(user) = found.filter(|user| reaches(&author, user)) else {
        let unknown = [Fault::new("person", "courses-fault-person")];
        let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
        return list_page(
            &page,
            &author,
            unprocessable,
            &course,
            &form.person,
            &unknown,
        )
        .await;
    };
    let mut tx = app.db.begin().await?;
    if !db::insert_enrolment(&mut tx, user.id, id, page.request.now).await? {
        return Ok(back(&page, id, FlashKind::Info, "courses-person-known"));
    }
    audit_course(&mut tx, &page, "enrolment.add", id, &user.username).await?;
    tx.commit().await?;
    Ok(back(&page, id, FlashKind::Success, "courses-person-added"))
}

fn reaches(author: &Author, user: &User) -> bool {
    author
        .scope()
        .is_none_or(|organisation| organisation == user.organisation_id)
}

/// `POST /courses/{id}/participants/{user}/delete`: only while nothing was started.
pub async fn remove(
    State(app): State<AppState>,
    page: Page,
    author: Author,
    Path((id, user)): Path<(CourseId, UserId)>,
) -> AppResult {
    editable_course(&page, &author, id).await?;
    let user = users::db::find_user(&app.db, user)
        .await?
        .filter(|user| reaches(&author, user))
        .ok_or(AppError::NotFound)?;
    let mut tx = app.db.begin().await?;
    if db::delete_enrolment(&mut tx, user.id, id).await? == 0 {
        return Err(AppError::Conflict(page.t("courses-person-started")));
    }
    audit_course(&mut tx, &page, "enrolment.remove", id, &user.username).await?;
    tx.commit().await?;
    Ok(back(
        &page,
        id,
        FlashKind::Success,
        "courses-person-removed",
    ))
}

fn back(page: &Page, id: CourseId, kind: FlashKind, key: &str) -> axum::response::Response {
    page.redirect(&format!("/courses/{id}/participants"), kind, key)
}
