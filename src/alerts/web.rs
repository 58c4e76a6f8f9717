//! The pages of tasks and of alerts. The dashboard shows the first of each.

use axum::extract::{Path, State};
use serde::Serialize;

use super::{AlertView, db, tasks};
use crate::AppState;
use crate::auth::{Coordinator, Person};
use crate::error::{AppError, AppResult};
use crate::ids::AlertId;
use crate::requests::pages::TaskView;
use crate::web::{FlashKind, Page};

/// On a page of their own.
const MOST: i64 = 500;

#[derive(Debug, Serialize)]
struct AlertsPage {
    alerts: Vec<AlertView>,
}

/// `GET /alerts`
pub async fn list(page: Page, person: Person) -> AppResult {
    let alerts = db::list_alerts(&page.app.db, person.user.id, MOST).await?;
    let content = AlertsPage {
        alerts: alerts
            .iter()
            .map(|alert| AlertView::new(page.lang(), alert))
            .collect(),
    };
    let crumbs = [(page.t("menu-dashboard"), "/my".to_owned())];
    page.render(
        "alerts/list.html",
        &page.t("alerts-title"),
        &crumbs,
        &content,
    )
}

/// `POST /alerts/{id}/dismiss`: again is no fault; somebody else's is not there.
pub async fn dismiss(
    State(app): State<AppState>,
    page: Page,
    person: Person,
    Path(id): Path<AlertId>,
) -> AppResult {
    if db::mark_dismissed(&app.db, person.user.id, id, page.request.now).await? == 0 {
        return Err(AppError::NotFound);
    }
    Ok(page.redirect("/alerts", FlashKind::Success, "alerts-dismissed"))
}

/// `POST /alerts/dismiss`
pub async fn dismiss_all(State(app): State<AppState>, page: Page, person: Person) -> AppResult {
    db::mark_all_dismissed(&app.db, person.user.id, page.request.now).await?;
    Ok(page.redirect("/alerts", FlashKind::Success, "alerts-dismissed"))
}

#[derive(Debug, Serialize)]
struct TasksPage {
    tasks: Vec<TaskView>,
    total: i64,
}

/// `GET /tasks`
pub async fn list_tasks(page: Page, coordinator: Coordinator) -> AppResult {
    let (tasks, total) = tasks(&page, (coordinator.desk(), &coordinator), MOST).await?;
    let crumbs = [(page.t("menu-dashboard"), "/my".to_owned())];
    let content = TasksPage { tasks, total };
    page.render(
        "alerts/tasks.html",
        &page.t("alerts-tasks"),
        &crumbs,
        &content,
    )
}
