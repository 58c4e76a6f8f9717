//! Handlers of the front page and of the operators' endpoints.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use serde_json::json;

use crate::AppState;
use crate::error::{AppError, AppResult};
use crate::web::Page;

/// `GET /`: the dashboard for those who are logged in, the log-in block for the rest.
pub async fn show_front(page: Page) -> AppResult {
    if page.request.person.is_some() {
        return Ok(Redirect::to("/my").into_response());
    }
    let demo_users = if page.app.config.demo {
        crate::demo::USERS
    } else {
        &[]
    };
    let title = page.t("front-title");
    page.render(
        "front/index.html",
        &title,
        &[],
        &json!({ "demo_users": demo_users, "providers": page.app.oidc.choices() }),
    )
}

/// `GET /styleguide`, in demo mode: every component in every state.
pub async fn show_styleguide(page: Page) -> AppResult {
    if !page.app.config.demo {
        return Err(AppError::NotFound);
    }
    page.render(
        "styleguide/index.html",
        &page.t("styleguide-title"),
        &[],
        &json!({}),
    )
}

/// `GET /healthz`: the process is alive.
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// `GET /readyz`: the database answers and is migrated.
pub async fn readyz(State(app): State<AppState>) -> Response {
    match app.db.is_migrated().await {
        Ok(true) => "ready\n".into_response(),
        _ => (
            StatusCode::SERVICE_UNAVAILABLE,
            "not ready: run `clikc migrate`\n",
        )
            .into_response(),
    }
}

/// `GET /metrics`, for Prometheus.
pub async fn show_metrics() -> Response {
    crate::telemetry::recorder().map_or_else(
        || StatusCode::NOT_FOUND.into_response(),
        |recorder| recorder.render().into_response(),
    )
}
