//! The e-mail domains of an administration.

use axum::extract::{Path, State};
use http::StatusCode;
use serde::Deserialize;

use super::{Shown, find, record, render, url};
use crate::AppState;
use crate::auth::Secretariat;
use crate::db::DbError;
use crate::error::AppResult;
use crate::ids::OrganisationId;
use crate::organisations::{db, domains};
use crate::web::{Fault, FlashKind, Form, Page};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct DomainsForm {
    domains: String,
}

/// `POST /organisations/{id}/domains`: those typed take the place of all before.
pub async fn save(
    State(app): State<AppState>,
    page: Page,
    _: Secretariat,
    Path(id): Path<OrganisationId>,
    Form(form): Form<DomainsForm>,
) -> AppResult {
    let organisation = find(&page, id).await?;
    let again = |fault: Fault| Shown {
        domains: Some(form.domains.clone()),
        faults: vec![fault],
        ..Shown::of(&organisation)
    };
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let domains = match domains::parse(&form.domains) {
        Ok(domains) => domains,
        Err(fault) => return render(&page, unprocessable, &organisation, again(fault)).await,
    };
    let mut tx = app.db.begin().await?;
    match db::replace_domains(&mut tx, id, &domains).await {
        Ok(()) => {}
        Err(DbError::Duplicate(_)) => {
            drop(tx);
            let taken = Fault::new("domains", "organisations-fault-domain-taken");
            return render(&page, unprocessable, &organisation, again(taken)).await;
        }
        Err(error) => return Err(error.into()),
    }
    record(
        &mut tx,
        &page,
        "organisation.domains",
        id,
        &domains.join(" "),
    )
    .await?;
    tx.commit().await?;
    Ok(page.redirect(&url(id), FlashKind::Success, "courses-saved"))
}
