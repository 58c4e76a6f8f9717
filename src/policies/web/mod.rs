//! Consenting, and what the secretariat does with policies.

pub mod answers;
pub mod consent;
pub mod mine;
pub mod versions;

use axum::extract::State;
use http::StatusCode;
use serde::Deserialize;

use super::db;
use super::pages::{ListPage, PolicyRow};
use crate::AppState;
use crate::audit::{self, Deed};
use crate::auth::Secretariat;
use crate::db::{DbResult, Tx};
use crate::error::AppResult;
use crate::ids::PolicyId;
use crate::web::{Fault, Faults, FlashKind, Form, Page, one_line};

const LIST: &str = "/policies";

/// `GET /policies`
pub async fn list(page: Page, _: Secretariat) -> AppResult {
    render(&page, StatusCode::OK, String::new(), &[]).await
}

async fn render(page: &Page, status: StatusCode, name: String, faults: &[Fault]) -> AppResult {
    let mut policies = Vec::new();
    for policy in db::list_policies(&page.app.db).await? {
        let versions = db::list_versions(&page.app.db, policy.id).await?;
        policies.push(PolicyRow::new(&policy, &versions));
    }
    let content = ListPage {
        policies,
        name,
        faults: Faults::tell(page.lang(), faults),
    };
    let title = page.t("policies-title");
    page.render_status(status, "policies/list.html", &title, &[], &content)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct PolicyForm {
    name: String,
    mandatory: Option<String>,
}

/// `POST /policies`: with its first draft.
pub async fn add(
    State(app): State<AppState>,
    page: Page,
    _: Secretariat,
    Form(form): Form<PolicyForm>,
) -> AppResult {
    let name = one_line(&form.name);
    if name.is_empty() || name.chars().count() > 100 {
        let fault = [Fault::new("name", "policies-fault-name")];
        return render(&page, StatusCode::UNPROCESSABLE_ENTITY, form.name, &fault).await;
    }
    let now = page.request.now;
    let mut tx = app.db.begin().await?;
    let id = db::insert_policy(&mut tx, &name, form.mandatory.is_some(), now).await?;
    let version = db::insert_draft(&mut tx, id, now).await?;
    record(&mut tx, &page, "policy.add", id, &name).await?;
    tx.commit().await?;
    let to = format!("/policies/versions/{version}");
    Ok(page.redirect(&to, FlashKind::Success, "policies-added"))
}

async fn record(
    tx: &mut Tx,
    page: &Page,
    action: &str,
    id: PolicyId,
    detail: &str,
) -> DbResult<()> {
    let subject = format!("policy {id}");
    let deed = Deed {
        action,
        subject: &subject,
        detail,
    };
    audit::record(tx, &page.request, deed).await
}

fn crumbs(page: &Page) -> [(String, String); 1] {
    [(page.t("policies-title"), LIST.to_owned())]
}
