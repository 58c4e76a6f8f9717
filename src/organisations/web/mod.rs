//! The secretariat's pages about administrations.

pub mod designations;
pub mod domains;
pub mod import;
pub mod positions;
pub mod retention;

use axum::extract::{Path, Query, State};
use http::StatusCode;
use serde::Deserialize;

pub use designations::DesignationForm;
pub use retention::RetentionForm;

use super::pages::{DesignationRow, ListPage, OrganisationPage};
use super::{DesignationKind, Organisation, OrganisationForm, db};
use crate::AppState;
use crate::audit::{self, Deed};
use crate::auth::Secretariat;
use crate::db::{DbError, DbResult, Tx};
use crate::error::{AppError, AppResult};
use crate::ids::OrganisationId;
use crate::web::{Fault, Faults, FlashKind, Form, Page};

const LIST: &str = "/organisations";

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Search {
    q: String,
}

/// `GET /organisations`
pub async fn list(page: Page, _: Secretariat, Query(search): Query<Search>) -> AppResult {
    let content = listed(&page, &search.q).await?;
    show_list(&page, StatusCode::OK, &content)
}

async fn listed(page: &Page, query: &str) -> AppResult<ListPage> {
    let db = &page.app.db;
    let all = db::list_organisations(db).await?;
    let coordinators = db::list_coordinators(db, page.request.now).await?;
    let people = db::count_people(db).await?;
    Ok(ListPage::new(all, &coordinators, &people, query))
}

fn show_list(page: &Page, status: StatusCode, content: &ListPage) -> AppResult {
    let title = page.t("organisations-title");
    page.render_status(status, "organisations/list.html", &title, &[], content)
}

/// `POST /organisations`
pub async fn add(
    State(app): State<AppState>,
    page: Page,
    _: Secretariat,
    Form(form): Form<OrganisationForm>,
) -> AppResult {
    let input = match form.parse() {
        Ok(input) => input,
        Err(faults) => return add_again(&page, form, &faults).await,
    };
    let mut tx = app.db.begin().await?;
    let now = page.request.now;
    let id = match db::insert_organisation(&mut tx, &input.code, &input.name, now).await {
        Ok(id) => id,
        Err(DbError::Duplicate(_)) => {
            drop(tx);
            let taken = [Fault::new("code", "organisations-fault-taken")];
            return add_again(&page, form, &taken).await;
        }
        Err(error) => return Err(error.into()),
    };
    record(&mut tx, &page, "organisation.add", id, &input.name).await?;
    tx.commit().await?;
    Ok(page.redirect(&url(id), FlashKind::Success, "organisations-added"))
}

async fn add_again(page: &Page, form: OrganisationForm, faults: &[Fault]) -> AppResult {
    let faults = Faults::tell(page.lang(), faults);
    let content = listed(page, "").await?.with_faults(form, faults);
    show_list(page, StatusCode::UNPROCESSABLE_ENTITY, &content)
}

/// `GET /organisations/{id}`
pub async fn show(page: Page, _: Secretariat, Path(id): Path<OrganisationId>) -> AppResult {
    let organisation = find(&page, id).await?;
    let shown = Shown::of(&organisation);
    render(&page, StatusCode::OK, &organisation, shown).await
}

async fn find(page: &Page, id: OrganisationId) -> AppResult<Organisation> {
    db::find_organisation(&page.app.db, id)
        .await?
        .ok_or(AppError::NotFound)
}

/// The forms of the page, as stored or as typed with their faults.
struct Shown {
    form: OrganisationForm,
    designation: DesignationForm,
    /// As typed; those stored without it.
    domains: Option<String>,
    /// `None`: as stored.
    retention: Option<RetentionForm>,
    faults: Vec<Fault>,
}

impl Shown {
    fn of(organisation: &Organisation) -> Self {
        Self {
            form: OrganisationForm {
                code: organisation.code.clone(),
                name: organisation.name.clone(),
                closed: (!organisation.is_open).then(|| "on".to_owned()),
            },
            designation: DesignationForm::default(),
            domains: None,
            retention: None,
            faults: Vec::new(),
        }
    }
}

async fn render(
    page: &Page,
    status: StatusCode,
    organisation: &Organisation,
    shown: Shown,
) -> AppResult {
    let now = page.request.now;
    let designations = db::list_designations(&page.app.db, organisation.id).await?;
    let domains = match shown.domains {
        Some(typed) => typed,
        None => db::list_domains(&page.app.db, organisation.id)
            .await?
            .join("\n"),
    };
    let kept = db::find_retention(&page.app.db, organisation.id).await?;
    let kept = kept.map(|(months, _)| months);
    let content = OrganisationPage {
        domains,
        id: organisation.id.0,
        has_approver: designations.iter().any(|designation| {
            designation.kind == DesignationKind::Approver && designation.term.is_running(now)
        }),
        designations: designations
            .iter()
            .map(|designation| DesignationRow::new(designation, now))
            .collect(),
        form: shown.form,
        designation: shown.designation,
        retention: shown.retention.unwrap_or_else(|| RetentionForm::of(kept)),
        faults: Faults::tell(page.lang(), &shown.faults),
    };
    let crumbs = [(page.t("organisations-title"), LIST.to_owned())];
    let (template, title) = ("organisations/show.html", &organisation.name);
    page.render_status(status, template, title, &crumbs, &content)
}

/// `POST /organisations/{id}`
pub async fn save(
    State(app): State<AppState>,
    page: Page,
    _: Secretariat,
    Path(id): Path<OrganisationId>,
    Form(form): Form<OrganisationForm>,
) -> AppResult {
    let organisation = find(&page, id).await?;
    let again = |form: OrganisationForm, faults: Vec<Fault>| Shown {
        form,
        faults,
        ..Shown::of(&organisation)
    };
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let input = match form.parse() {
        Ok(input) => input,
        Err(faults) => {
            return render(&page, unprocessable, &organisation, again(form, faults)).await;
        }
    };
    let mut tx = app.db.begin().await?;
    match db::update_organisation(&mut tx, id, &input).await {
        Ok(1) => {}
        Ok(_) => return Err(AppError::NotFound),
        Err(DbError::Duplicate(_)) => {
            drop(tx);
            let taken = vec![Fault::new("code", "organisations-fault-taken")];
            return render(&page, unprocessable, &organisation, again(form, taken)).await;
        }
        Err(error) => return Err(error.into()),
    }
    let detail = format!("{} {} → {}", input.code, organisation.name, input.name);
    record(&mut tx, &page, "organisation.settings", id, &detail).await?;
    tx.commit().await?;
    Ok(page.redirect(&url(id), FlashKind::Success, "courses-saved"))
}

fn url(id: OrganisationId) -> String {
    format!("{LIST}/{id}")
}

async fn record(
    tx: &mut Tx,
    page: &Page,
    action: &str,
    id: OrganisationId,
    detail: &str,
) -> DbResult<()> {
    let subject = format!("organisation {id}");
    let deed = Deed {
        action,
        subject: &subject,
        detail,
    };
    audit::record_about(tx, &page.request, deed, Some(id)).await
}
