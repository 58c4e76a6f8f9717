//! Putting a request right before it is decided, and sending it to whom it belongs.

use axum::extract::{Path, State};
use http::StatusCode;
use serde::Deserialize;

use super::applications::{find, show_request};
use crate::AppState;
use crate::audit::{self, Deed};
use crate::auth::Coordinator;
use crate::error::{AppError, AppResult};
use crate::ids::RequestId;
use crate::organisations::{self, open_organisation, position};
use crate::requests::db::{Asked, Correction};
use crate::requests::{Event, Request, chase, db};
use crate::users::{EmailAddress, Username};
use crate::web::{Fault, FlashKind, Form, Page, one_line};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct CorrectionForm {
    given_name: String,
    family_name: String,
    username: String,
    position: String,
}

impl CorrectionForm {
    fn parse(
        &self,
        request: &Request,
        positions: &[organisations::db::Position],
    ) -> Result<Correction, Vec<Fault>> {
        let mut faults = Vec::new();
        let (given_name, family_name) = (one_line(&self.given_name), one_line(&self.family_name));
        if given_name.is_empty() {
            faults.push(Fault::new("given_name", "requests-fault-given"));
        }
        if family_name.is_empty() {
            faults.push(Fault::new("family_name", "requests-fault-family"));
        }
        let username = Username::parse(&self.username);
        match (&username, EmailAddress::parse(&request.email)) {
            (None, _) => faults.push(Fault::new("username", "requests-fault-username")),
            (Some(username), Some(email)) if !username.suits(&email) => {
                faults.push(Fault::new("username", "requests-fault-username-address"));
            }
            _ => {}
        }
        let position = position(&self.position, positions);
        faults.extend(position.as_ref().err());
        match (username, position) {
            (Some(username), Ok(position_id)) if faults.is_empty() => Ok(Correction {
                given_name,
                family_name,
                username,
                position_id,
            }),
            _ => Err(faults),
        }
    }
}

/// `POST /applications/{id}`
pub async fn save(
    State(app): State<AppState>,
    page: Page,
    coordinator: Coordinator,
    Path(id): Path<RequestId>,
    Form(form): Form<CorrectionForm>,
) -> AppResult {
    let request = find(&app, &coordinator, id).await?;
    let positions = organisations::db::list_positions(&app.db).await?;
    let correction = match form.parse(&request, &positions) {
        Ok(correction) => correction,
        Err(faults) => {
            let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
            return show_request(&page, &coordinator, unprocessable, &request, &faults).await;
        }
    };
    let now = page.request.now;
    let mut tx = app.db.begin().await?;
    if !db::update_request(&mut tx, id, &correction).await? {
        return Err(AppError::Conflict(page.t("requests-not-pending")));
    }
    let detail = format!("{} → {}", before(&request), after(&correction));
    let actor = Some(coordinator.user.id);
    db::insert_event(&mut tx, id, Event::Edited, (actor, &detail), now).await?;
    tx.commit().await?;
    Ok(page.redirect(&url(id), FlashKind::Success, "courses-saved"))
}

fn before(request: &Request) -> String {
    let username = request
        .registration
        .as_ref()
        .map_or("", |registration| registration.username.as_str());
    format!("{} ({username})", request.full_name())
}

fn after(correction: &Correction) -> String {
    let Correction {
        given_name,
        family_name,
        username,
        ..
    } = correction;
    format!("{given_name} {family_name} ({})", username.as_str())
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ForwardForm {
    /// An administration's number, or `secretariat`.
    to: String,
}

/// `POST /applications/{id}/forward`
pub async fn forward(
    State(app): State<AppState>,
    page: Page,
    coordinator: Coordinator,
    Path(id): Path<RequestId>,
    Form(form): Form<ForwardForm>,
) -> AppResult {
    let request = find(&app, &coordinator, id).await?;
    let organisations = organisations::db::list_organisations(&app.db).await?;
    let to = open_organisation(&form.to, &organisations);
    if to.is_none() && form.to != "secretariat" {
        let fault = [Fault::new("to", "courses-fault-choice")];
        let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
        return show_request(&page, &coordinator, unprocessable, &request, &fault).await;
    }
    let now = page.request.now;
    let mut tx = app.db.begin().await?;
    if !db::mark_forwarded(&mut tx, id, to, now).await? {
        return Err(AppError::Conflict(page.t("requests-not-pending")));
    }
    let name = organisations
        .iter()
        .find(|organisation| Some(organisation.id) == to)
        .map_or("", |organisation| organisation.name.as_str());
    let actor = Some(coordinator.user.id);
    db::insert_event(&mut tx, id, Event::Forwarded, (actor, name), now).await?;
    let asked = if to.is_some() {
        Asked::First
    } else {
        Asked::Secretariat
    };
    if let Some(request) = db::find_any_request(&mut tx, id).await? {
        chase::ask(&mut tx, &request, asked, "request_pending", now).await?;
    }
    let deed = Deed {
        action: "request.forward",
        subject: &format!("request {id}"),
        detail: name,
    };
    audit::record_about(&mut tx, &page.request, deed, Some(request.organisation_id)).await?;
    tx.commit().await?;
    Ok(page.redirect("/applications", FlashKind::Success, "requests-forwarded"))
}

pub(super) fn url(id: RequestId) -> String {
    format!("/applications/{id}")
}
