//! Handlers of the grades.

use axum::extract::{Path, State};

use super::pages::{CourseGradesPage, OverviewPage};
use crate::AppState;
use crate::auth::Person;
use crate::error::{AppError, AppResult};
use crate::ids::CourseId;
use crate::learning;
use crate::web::Page;

/// `GET /grades`: all courses of the person.
pub async fn show_overview(State(app): State<AppState>, page: Page, person: Person) -> AppResult {
    let courses = learning::db::list_standings(&app.db, &person).await?;
    let content = OverviewPage::new(page.lang(), &courses);
    page.render(
        "grades/overview.html",
        &page.t("menu-grades"),
        &[],
        &content,
    )
}

/// `GET /courses/{id}/grades`: one course in detail.
pub async fn show_course(
    State(app): State<AppState>,
    page: Page,
    person: Person,
    Path(id): Path<CourseId>,
) -> AppResult {
    let visit = learning::db::find_visit(&app.db, &person, id)
        .await?
        .ok_or(AppError::NotFound)?;
    let crumbs = [
        (page.t("menu-grades"), "/grades".to_owned()),
        (visit.course.title.clone(), format!("/courses/{id}")),
    ];
    let content = CourseGradesPage::new(page.lang(), &visit);
    page.render(
        "grades/course.html",
        &page.t("menu-grades"),
        &crumbs,
        &content,
    )
}
