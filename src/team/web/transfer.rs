//! Moving somebody to another administration: the secretariat's, since two administrations are concerned.

use axum::extract::{Path, State};
use http::StatusCode;
use serde::Deserialize;

use super::member::refused;
use super::{changeable, find};
use crate::AppState;
use crate::alerts::{self, Kind, NewAlert};
use crate::audit::{self, Deed};
use crate::auth::{Coordinator, Secretariat};
use crate::db::{DbResult, Tx};
use crate::error::{AppError, AppResult};
use crate::ids::UserId;
use crate::organisations::{self, Organisation, open_organisation, position};
use crate::team::{Member, db};
use crate::web::{Fault, FlashKind, Form, Page};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct MoveForm {
    to: String,
    /// A position there.
    job: String,
}

/// `POST /team/{id}/organisation`: what they have learned goes with them; what they coordinate ends.
pub async fn store(
    State(app): State<AppState>,
    page: Page,
    _: Secretariat,
    coordinator: Coordinator,
    Path(id): Path<UserId>,
    Form(form): Form<MoveForm>,
) -> AppResult {
    let member = changeable(find(&app, &coordinator, id).await?, &coordinator)?;
    let known = organisations::db::list_organisations(&app.db).await?;
    let positions = organisations::db::list_positions(&app.db).await?;
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let chosen = open_organisation(&form.to, &known).filter(|to| *to != member.organisation_id);
    let Some(to) = known.iter().find(|one| Some(one.id) == chosen) else {
        let fault = [Fault::new("to", "requests-fault-organisation")];
        return refused(&page, &coordinator, unprocessable, &member, &fault).await;
    };
    let Ok(job) = position(&form.job, &positions) else {
        let fault = [Fault::new("job", "courses-fault-choice")];
        return refused(&page, &coordinator, unprocessable, &member, &fault).await;
    };
    let now = page.request.now;
    let mut tx = app.db.begin().await?;
    if db::mark_moved(&mut tx, member.whose(), to.id).await? != 1 {
        return Err(AppError::Conflict(page.t("team-moved-meanwhile")));
    }
    organisations::db::insert_job(&mut tx, id, to.id, job, now).await?;
    organisations::db::end_designations_of(&mut tx, id, now).await?;
    tell(&mut tx, &page, &member, to).await?;
    tx.commit().await?;
    Ok(page.redirect(&format!("/team/{id}"), FlashKind::Success, "team-moved"))
}

/// Both administrations read of it in the record, and the person in an alert.
async fn tell(tx: &mut Tx, page: &Page, member: &Member, to: &Organisation) -> DbResult<()> {
    let detail = format!("{} → {}", member.organisation, to.name);
    for organisation in [member.organisation_id, to.id] {
        let deed = Deed {
            action: "user.move",
            subject: &format!("user {}", member.id),
            detail: &detail,
        };
        audit::record_about(tx, &page.request, deed, Some(organisation)).await?;
    }
    let alert = NewAlert {
        to: member.id,
        kind: Kind::Moved,
        details: &[("organisation", &to.name)],
        path: "/profile",
    };
    alerts::db::insert_alert(tx, &alert, page.request.now).await
}
