//! The packages of an activity: the list, one version's report, publishing.

use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;

use super::pages::{self, ChangesView, PackagesPage, UploadView, VersionPage, VersionView};
use super::{Inside, Running, VersionRow, db, load};
use crate::AppState;
use crate::auth::{Author, Person};
use crate::courses::{self, Activity, Course};
use crate::error::{AppError, AppResult};
use crate::ids::{ActivityId, VersionId};
use crate::uploads;
use crate::web::{FlashKind, Form, Page};

async fn editable_activity(
    app: &AppState,
    id: ActivityId,
    person: &Person,
) -> AppResult<(Course, Activity)> {
    courses::db::find_editable_activity(&app.db, id, person)
        .await?
        .ok_or(AppError::NotFound)
}

async fn find_editable_version(
    app: &AppState,
    id: VersionId,
    person: &Person,
) -> AppResult<(VersionRow, Activity, Course)> {
    let version = db::find_version(&app.db, id)
        .await?
        .ok_or(AppError::NotFound)?;
    let (course, activity) = editable_activity(app, version.activity_id, person).await?;
    Ok((version, activity, course))
}

fn title_of(page: &Page, activity: &Activity) -> String {
    if activity.title.is_empty() {
        page.t("packages-untitled")
    } else {
        activity.title.clone()
    }
}

fn crumbs(page: &Page, course: &Course, activity: &Activity) -> Vec<(String, String)> {
    vec![
        (page.t("menu-authoring"), "/authoring".to_owned()),
        (
            course.title.clone(),
            format!("/authoring/courses/{}", course.id),
        ),
        (
            title_of(page, activity),
            format!("/authoring/activities/{}", activity.id),
        ),
    ]
}

/// `GET /authoring/activities/{id}/packages`
pub async fn show_packages(
    State(app): State<AppState>,
    author: Author,
    page: Page,
    Path(id): Path<ActivityId>,
) -> AppResult {
    let (course, activity) = editable_activity(&app, id, &author).await?;
    let running = db::list_running(&app.db, id).await?;
    let versions = db::list_versions(&app.db, id).await?;
    let uploads = uploads::db::list_open_uploads(&app.db, id).await?;
    let content = PackagesPage {
        activity: id.0,
        limit_bytes: app.config.upload_limit_bytes,
        uploads: uploads
            .iter()
            .map(|upload| UploadView::of(upload, page.lang()))
            .collect(),
        versions: versions
            .iter()
            .map(|row| VersionView::of(row, &activity, &running))
            .collect(),
    };
    let title = page.t("packages-title");
    let crumbs = crumbs(&page, &course, &activity);
    page.render("packages/index.html", &title, &crumbs, &content)
}

/// `GET /authoring/versions/{id}`
pub async fn show_version(
    State(app): State<AppState>,
    author: Author,
    page: Page,
    Path(id): Path<VersionId>,
) -> AppResult {
    let (row, activity, course) = find_editable_version(&app, id, &author).await?;
    let loaded = load(&app, id).await?;
    let running = db::list_running(&app.db, activity.id).await?;
    let elsewhere = |count: fn(&Running) -> i64| -> i64 {
        let others = running.iter().filter(|group| group.version_id != id);
        others.map(count).sum()
    };
    let (all, unfinished) = (
        elsewhere(|group| group.all),
        elsewhere(|group| group.unfinished),
    );
    let content = VersionPage {
        activity: activity.id.0,
        version: VersionView::of(&row, &activity, &running),
        lines: pages::lines(&loaded, page.lang()),
        changes: changes(&app, &page, &activity, &loaded).await?,
        elsewhere: all,
        choices: pages::choices(page.lang(), all, unfinished),
    };
    let number = [("number", row.number.into())];
    let title = page.lang().text_with("packages-version", &number);
    let mut crumbs = crumbs(&page, &course, &activity);
    crumbs.push((
        page.t("packages-title"),
        format!("/authoring/activities/{}/packages", activity.id),
    ));
    page.render("packages/version.html", &title, &crumbs, &content)
}

async fn changes(
    app: &AppState,
    page: &Page,
    activity: &Activity,
    version: &super::LoadedVersion,
) -> AppResult<Option<ChangesView>> {
    let published = activity.version_id.filter(|current| *current != version.id);
    let Some(published) = published else {
        return Ok(None);
    };
    let Some(row) = db::find_version(&app.db, published).await? else {
        return Ok(None);
    };
    let current = load(app, published).await?;
    let diff = packages::diff(&current.package, &version.package);
    Ok(Some(ChangesView::of(&diff, row.number, page.lang())))
}

#[derive(Debug, Deserialize)]
pub struct PublishForm {
    #[serde(default)]
    inside: Inside,
}

/// `POST /authoring/versions/{id}/publish`: offers this version to new launches. An older one is a
/// way back.
pub async fn publish(
    State(app): State<AppState>,
    author: Author,
    page: Page,
    Path(id): Path<VersionId>,
    Form(form): Form<PublishForm>,
) -> AppResult<Response> {
    let (version, activity, _) = find_editable_version(&app, id, &author).await?;
    let mut tx = app.db.begin().await?;
    if !db::publish_version(&mut tx, activity.id, id, page.request.now).await? {
        return Err(AppError::Conflict(page.t("packages-publish-blocked")));
    }
    db::move_attempts(&mut tx, activity.id, version.id, form.inside).await?;
    tx.commit().await?;
    let url = format!("/authoring/activities/{}/packages", activity.id);
    Ok(page.redirect(&url, FlashKind::Success, "packages-published"))
}
