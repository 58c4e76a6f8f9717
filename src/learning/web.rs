//! Handlers of a course's pages for learners.

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse as _, Response};
use http::StatusCode;
use serde::Deserialize;
use serde_json::json;

use super::pages::{CoursePage, CourseStateJson, ProgressPage};
use super::{Visit, db};
use crate::AppState;
use crate::auth::Person;
use crate::certificates::{self, Certificate};
use crate::courses::{self, Category, Course};
use crate::error::{AppError, AppResult};
use crate::ids::CourseId;
use crate::web::Page;

async fn visit(app: &AppState, person: &Person, id: CourseId) -> AppResult<Visit> {
    let visit = db::find_visit(&app.db, person, id).await?;
    visit.ok_or(AppError::NotFound)
}

/// Someone who is on a course that its authors have taken back knows of it, and is told.
async fn unavailable(page: &Page, person: &Person, id: CourseId) -> AppResult {
    let course = db::find_withdrawn_course(&page.app.db, person, id)
        .await?
        .ok_or(AppError::NotFound)?;
    let content = json!({});
    let crumbs = [(page.t("menu-dashboard"), "/my".to_owned())];
    let template = "learning/unavailable.html";
    page.render_status(
        StatusCode::NOT_FOUND,
        template,
        &course.title,
        &crumbs,
        &content,
    )
}

/// The categories it stands in, from the top.
async fn trail_of(app: &AppState, course: &Course) -> AppResult<Vec<Category>> {
    let Some(category) = course.category_id else {
        return Ok(Vec::new());
    };
    let all = courses::db::list_categories(&app.db).await?;
    let trail = courses::trail(&all, category);
    Ok(trail.into_iter().cloned().collect())
}

fn crumbs(page: &Page, trail: &[Category]) -> Vec<(String, String)> {
    let shelf = |category: &Category| {
        let url = format!("/my/categories/{}", category.id);
        (category.name.clone(), url)
    };
    std::iter::once((page.t("menu-dashboard"), "/my".to_owned()))
        .chain(trail.iter().map(shelf))
        .collect()
}

#[derive(Debug, Deserialize)]
pub struct CourseQuery {
    /// `learner` shows an author what learners see.
    r#as: Option<String>,
}

/// `GET /courses/{id}`
pub async fn show_course(
    State(app): State<AppState>,
    page: Page,
    person: Person,
    Path(id): Path<CourseId>,
    Query(query): Query<CourseQuery>,
) -> AppResult {
    let Some(mut visit) = db::find_visit(&app.db, &person, id).await? else {
        return unavailable(&page, &person, id).await;
    };
    if query.r#as.as_deref() == Some("learner") {
        visit.look_as_learner();
    }
    let sections = courses::db::list_sections(&app.db, id).await?;
    let trail = trail_of(&app, &visit.course).await?;
    let crumbs = crumbs(&page, &trail);
    let category = trail.last().map(|category| category.name.clone());
    let revoked = find_revoked(&app, &person, &visit).await?;
    let content = CoursePage::new(page.lang(), &visit, sections, category, revoked.as_ref());
    page.render(
        "learning/course.html",
        &visit.course.title,
        &crumbs,
        &content,
    )
}

/// Looked for only where a certificate could be and no valid one is.
async fn find_revoked(
    app: &AppState,
    person: &Person,
    visit: &Visit,
) -> AppResult<Option<Certificate>> {
    let has_valid = visit
        .enrolment
        .is_some_and(|enrolment| enrolment.certificate.is_some());
    if has_valid || !visit.is_complete() {
        return Ok(None);
    }
    Ok(certificates::db::find_revoked(&app.db, person.user.id, visit.course.id).await?)
}

/// `GET /courses/{id}/state`: what the course page renews while a module is open.
pub async fn show_state(
    State(app): State<AppState>,
    page: Page,
    person: Person,
    Path(id): Path<CourseId>,
) -> AppResult {
    let visit = visit(&app, &person, id).await?;
    let state = CourseStateJson::new(page.lang(), &visit);
    Ok(no_store(Json(state).into_response()))
}

fn no_store(mut response: Response) -> Response {
    response.headers_mut().insert(
        http::header::CACHE_CONTROL,
        http::HeaderValue::from_static("no-store"),
    );
    response
}

#[derive(Debug, Deserialize)]
pub struct ProgressQuery {
    /// `detail` for what the dashboard's dialog shows, without the page around it.
    part: Option<String>,
}

/// `GET /courses/{id}/progress`: "More information", a page of its own that the dashboard shows in a dialog.
pub async fn show_progress(
    State(app): State<AppState>,
    page: Page,
    person: Person,
    Path(id): Path<CourseId>,
    Query(query): Query<ProgressQuery>,
) -> AppResult {
    let visit = visit(&app, &person, id).await?;
    let template = match query.part.as_deref() {
        Some("detail") => "learning/progress_detail.html",
        _ => "learning/progress.html",
    };
    let crumbs = [
        (page.t("menu-dashboard"), "/my".to_owned()),
        (visit.course.title.clone(), format!("/courses/{id}")),
    ];
    let content = ProgressPage::new(page.lang(), &visit);
    page.render(
        template,
        &page.t("learning-more-information"),
        &crumbs,
        &content,
    )
}
