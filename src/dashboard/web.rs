//! Handlers of the dashboard.

use axum::extract::{Path, Query, State};
use serde::Deserialize;

use super::Shown;
use super::pages::{DashboardPage, View};
use super::panels::Panels;
use crate::AppState;
use crate::auth::Person;
use crate::courses::{self, Category};
use crate::error::{AppError, AppResult};
use crate::i18n::Lang;
use crate::ids::CategoryId;
use crate::learning;
use crate::web::Page;

#[derive(Debug, Deserialize)]
pub struct DashboardQuery {
    #[serde(default)]
    q: String,
    #[serde(default)]
    state: String,
}

/// `GET /my`: the categories that lead to this person's courses.
pub async fn show_categories(
    State(app): State<AppState>,
    page: Page,
    person: Person,
    Query(query): Query<DashboardQuery>,
) -> AppResult {
    let categories = courses::db::list_categories(&app.db).await?;
    show(&page, &person, &View::Top, &query.q, &categories).await
}

/// `GET /my/categories/{id}`: what lies in one of them.
pub async fn show_category(
    State(app): State<AppState>,
    page: Page,
    person: Person,
    Path(id): Path<CategoryId>,
) -> AppResult {
    let categories = courses::db::list_categories(&app.db).await?;
    let category = categories
        .iter()
        .find(|category| category.id == id)
        .ok_or(AppError::NotFound)?;
    show(&page, &person, &View::Category(category), "", &categories).await
}

/// `GET /my/courses?state=active|completed&q=`: the courses without their categories; a search
/// finds both.
pub async fn show_courses(
    State(app): State<AppState>,
    page: Page,
    person: Person,
    Query(query): Query<DashboardQuery>,
) -> AppResult {
    let shown = match query.state.as_str() {
        "completed" => Shown::Completed,
        _ => Shown::Active,
    };
    // Only a search shows categories here.
    let categories = if query.q.trim().is_empty() {
        Vec::new()
    } else {
        courses::db::list_categories(&app.db).await?
    };
    let view = View::Courses(shown);
    show(&page, &person, &view, &query.q, &categories).await
}

async fn show(
    page: &Page,
    person: &Person,
    view: &View<'_>,
    query: &str,
    categories: &[Category],
) -> AppResult {
    let lang = page.lang();
    let courses = learning::db::list_standings(&page.app.db, person).await?;
    let dashboard = page.t("menu-dashboard");
    let (title, lead, crumbs) = match view {
        View::Category(category) => (
            category.name.clone(),
            category.lang.map(Lang::name).unwrap_or_default().to_owned(),
            crumbs(dashboard, categories, category),
        ),
        _ => (dashboard, welcome(lang, person), Vec::new()),
    };
    let content = DashboardPage::new(lang, lead, view, query, categories, &courses);
    let content = match view {
        View::Top => content.with_panels(Panels::load(page, person).await?),
        _ => content,
    };
    page.render("dashboard/index.html", &title, &crumbs, &content)
}

fn welcome(lang: Lang, person: &Person) -> String {
    lang.text_with("dashboard-welcome", &[("name", person.full_name().into())])
}

fn crumbs(dashboard: String, categories: &[Category], here: &Category) -> Vec<(String, String)> {
    let above = here
        .parent_id
        .map(|parent| courses::trail(categories, parent))
        .unwrap_or_default();
    std::iter::once((dashboard, "/my".to_owned()))
        .chain(above.iter().map(|category| {
            (
                category.name.clone(),
                format!("/my/categories/{}", category.id),
            )
        }))
        .collect()
}
