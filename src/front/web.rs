//! Handlers of the front page and of the operators' endpoints.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use serde::Serialize;
use serde_json::json;

use crate::articles::{Entry, Reading};
use crate::auth::web::DemoUser;
use crate::error::{AppError, AppResult};
use crate::guests::GuestCourse;
use crate::web::Page;
use crate::{AppState, articles, guests, oidc};

#[derive(Debug, Serialize)]
struct FrontPage {
    /// By whom one may log in.
    providers: Vec<oidc::Choice>,
    demo_users: &'static [DemoUser],
    /// The built-in words when it is not written.
    welcome: Option<Reading>,
    news: Vec<Entry>,
    /// Courses to try without an account.
    demos: Vec<Demo>,
}

#[derive(Debug, Serialize)]
struct Demo {
    id: i64,
    title: String,
    lang: &'static str,
    dir: &'static str,
}

impl From<GuestCourse> for Demo {
    fn from(course: GuestCourse) -> Self {
        Self {
            id: course.id.0,
            lang: course.lang.code(),
            dir: course.lang.dir(),
            title: course.title,
        }
    }
}

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
    let (db, lang) = (&page.app.db, page.lang());
    let offered = guests::db::list_guest_courses(db).await?;
    let content = FrontPage {
        demo_users,
        providers: page.app.oidc.choices(),
        welcome: articles::read_fixed(db, articles::Kind::Welcome, lang).await?,
        news: articles::read_latest(db, page.request.now, lang).await?,
        demos: guests::offer(offered, lang)
            .into_iter()
            .map(Demo::from)
            .collect(),
    };
    page.render("front/index.html", &page.t("front-title"), &[], &content)
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
