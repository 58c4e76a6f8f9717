//! "My data": a copy of everything, and asking to be forgotten.

use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Response};
use http::{HeaderValue, StatusCode, header};
use serde::Deserialize;
use tower::ServiceExt as _;
use tower_http::services::ServeFile;

use super::long_fault;
use crate::AppState;
use crate::accounts::own_fault;
use crate::audit::{self, Deed};
use crate::auth::{BeforePolicies, Person};
use crate::certificates;
use crate::db::DbError;
use crate::error::{AppError, AppResult};
use crate::jobs::{self, Job};
use crate::rights::pages::DataPage;
use crate::rights::{EXPORT_DAYS, ExportState, ask, db, export};
use crate::users;
use crate::web::{Fault, Faults, FlashKind, Form, Page};

const HERE: &str = "/profile/data";

/// `GET /profile/data`
pub async fn show(page: Page, BeforePolicies(person): BeforePolicies) -> AppResult {
    render(&page, StatusCode::OK, &person, String::new(), &[]).await
}

async fn render(
    page: &Page,
    status: StatusCode,
    person: &Person,
    reason: String,
    faults: &[Fault],
) -> AppResult {
    let (app, user) = (&page.app, person.user.id);
    let export = db::find_own_export(&app.db, user, page.request.now).await?;
    let password = users::db::find_password_hash(&app.db, user).await?;
    let content = DataPage {
        has_password: password.is_some(),
        export: export.map(Into::into),
        export_days: EXPORT_DAYS,
        erasure: db::find_open(&app.db, user).await?.map(Into::into),
        refused: db::find_refused(&app.db, user).await?.map(Into::into),
        certificates: certificates::db::count_certificates_of(&app.db, user).await?,
        reason,
        faults: Faults::tell(page.lang(), faults),
    };
    let crumbs = [(page.t("profile-title"), "/profile".to_owned())];
    let title = page.t("rights-data");
    page.render_status(status, "rights/data.html", &title, &crumbs, &content)
}

/// `POST /profile/data/export`: one at a time.
pub async fn begin_export(
    State(app): State<AppState>,
    page: Page,
    BeforePolicies(person): BeforePolicies,
) -> AppResult {
    let (user, now) = (person.user.id, page.request.now);
    let present = db::find_own_export(&app.db, user, now).await?;
    let mut tx = app.db.begin().await?;
    if present.is_none() {
        // One whose time is over makes room for the next, whether its file is gone already or not.
        export::forget(&mut tx, user, now).await?;
    }
    let id = match db::insert_export(&mut tx, user, &app.random.token(), now).await {
        Ok(id) => id,
        Err(DbError::Duplicate(_)) => {
            return Ok(page.redirect(HERE, FlashKind::Info, "rights-export-one"));
        }
        Err(error) => return Err(error.into()),
    };
    jobs::enqueue(&mut tx, &Job::PrepareExport { export: id }, now).await?;
    let deed = Deed {
        action: "data.export",
        subject: &format!("user {user}"),
        detail: "",
    };
    audit::record(&mut tx, &page.request, deed).await?;
    tx.commit().await?;
    Ok(page.redirect(HERE, FlashKind::Success, "rights-export-begun"))
}

/// `GET /profile/data/export`: the person's own file, while it is kept.
pub async fn download(
    State(app): State<AppState>,
    page: Page,
    BeforePolicies(person): BeforePolicies,
    request: Request,
) -> AppResult {
    let found = db::find_own_export(&app.db, person.user.id, page.request.now).await?;
    let gone = || AppError::Gone(page.t("rights-export-gone"));
    let export = found.filter(|export| matches!(export.state, ExportState::Ready { .. }));
    let path = export::file_of(&app.config, &export.ok_or_else(gone)?.token);
    let mut response: Response = match ServeFile::new(path).oneshot(request).await {
        Ok(response) => response.into_response(),
        Err(never) => match never {},
    };
    if response.status() == StatusCode::NOT_FOUND {
        return Err(gone());
    }
    let name = format!("attachment; filename=\"my-data-{}.zip\"", person.user.id);
    let name = HeaderValue::from_str(&name).map_err(AppError::internal)?;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_DISPOSITION, name);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// `POST /profile/data/export/delete`: at any time, also while it is made.
pub async fn delete_export(
    State(app): State<AppState>,
    page: Page,
    BeforePolicies(person): BeforePolicies,
) -> AppResult {
    let mut tx = app.db.begin().await?;
    export::forget(&mut tx, person.user.id, page.request.now).await?;
    tx.commit().await?;
    Ok(page.redirect(HERE, FlashKind::Success, "rights-export-deleted"))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ErasureForm {
    reason: String,
    current: String,
}

/// `POST /profile/data/erasure`: confirmed by the password, so that nobody at an unlocked screen asks in another's name. Whoever
/// logs in by a provider alone has none.
pub async fn ask_erasure(
    State(app): State<AppState>,
    page: Page,
    BeforePolicies(person): BeforePolicies,
    Form(form): Form<ErasureForm>,
) -> AppResult {
    let mut faults: Vec<Fault> = long_fault(&form.reason).into_iter().collect();
    let password = users::db::find_password_hash(&app.db, person.user.id).await?;
    if password.is_some() {
        faults.extend(own_fault(&app, &page, &person, &form.current).await?);
    }
    if !faults.is_empty() {
        let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
        return render(&page, unprocessable, &person, form.reason, &faults).await;
    }
    if !ask::ask(&app, &page.request, &person, form.reason.trim()).await? {
        return Ok(page.redirect(HERE, FlashKind::Info, "rights-erasure-one"));
    }
    Ok(page.redirect(HERE, FlashKind::Success, "rights-erasure-asked"))
}

/// `POST /profile/data/erasure/withdraw`
pub async fn withdraw_erasure(
    State(app): State<AppState>,
    page: Page,
    BeforePolicies(person): BeforePolicies,
) -> AppResult {
    if !ask::withdraw(&app, &page.request, &person).await? {
        return Ok(page.redirect(HERE, FlashKind::Info, "rights-erasure-none"));
    }
    Ok(page.redirect(HERE, FlashKind::Success, "rights-erasure-withdrawn"))
}
