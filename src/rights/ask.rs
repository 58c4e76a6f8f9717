//! Asking to be forgotten, taking it back, being refused; and asking those who decide, again and again until they have.

use super::db::{self, Warned};
use super::{Erasure, Standing, Why};
use crate::App;
use crate::audit::{self, Deed};
use crate::auth::{Coordinator, Person};
use crate::clock::Instant;
use crate::db::{DbError, DbResult, Tx};
use crate::ids::{ErasureId, OrganisationId, UserId};
use crate::jobs::{self, Job};
use crate::mail::Mail;
use crate::requests::Decider;
use crate::requests::db::{Asked, list_deciders};
use crate::web::RequestContext;

/// The person has shown that it is they who ask. False when they had asked before.
pub(super) async fn ask(
    app: &App,
    context: &RequestContext,
    person: &Person,
    reason: &str,
) -> DbResult<bool> {
    let now = context.now;
    let mut tx = app.db.begin().await?;
    let id = match db::insert_asked(&mut tx, person.user.id, reason, now).await {
        Ok(id) => id,
        Err(DbError::Duplicate(_)) => return Ok(false),
        Err(error) => return Err(error),
    };
    let whose = (person.user.id, person.user.organisation_id);
    record(&mut tx, context, whose, ("erasure.ask", "")).await?;
    if let Some(erasure) = db::find_any_erasure(&mut tx, id).await? {
        tell_deciders(&mut tx, &erasure, Asked::First, "erasure_asked", now).await?;
    }
    let again = Job::ChaseErasure { erasure: id };
    let due = now.plus_days(app.site().rules.remind_days);
    jobs::enqueue_for(&mut tx, &again, due, now).await?;
    tx.commit().await?;
    Ok(true)
}

/// False when there is nothing to take back (any more).
pub(super) async fn withdraw(
    app: &App,
    context: &RequestContext,
    person: &Person,
) -> DbResult<bool> {
    let mut tx = app.db.begin().await?;
    let withdrawn = db::mark_withdrawn(&mut tx, person.user.id, context.now).await?;
    if withdrawn.is_none() {
        return Ok(false);
    }
    let whose = (person.user.id, person.user.organisation_id);
    record(&mut tx, context, whose, ("erasure.withdraw", "")).await?;
    tx.commit().await?;
    Ok(true)
}

/// Keeps somebody, and tells them why. False when somebody else was first.
pub(super) async fn refuse(
    app: &App,
    context: &RequestContext,
    coordinator: &Coordinator,
    (erasure, reason): (&Erasure, &str),
) -> DbResult<bool> {
    let now = context.now;
    let mut tx = app.db.begin().await?;
    let by = (coordinator.user.id, reason);
    if !db::mark_refused(&mut tx, erasure.id, by, now).await? {
        return Ok(false);
    }
    db::delete_warnings(&mut tx, Warned::Person(erasure.user_id)).await?;
    let mail = Mail {
        to: erasure.email.clone(),
        lang: erasure.lang,
        template: "erasure_refused".to_owned(),
        values: serde_json::json!({
            "name": erasure.name,
            "has_asked": erasure.why == Why::Asked,
            "organisation": erasure.organisation,
            "reason": reason,
            "path": "/profile/data",
        }),
    };
    jobs::enqueue(&mut tx, &Job::SendMail(mail), now).await?;
    let whose = (erasure.user_id, erasure.organisation_id);
    record(&mut tx, context, whose, ("erasure.refuse", reason)).await?;
    tx.commit().await?;
    Ok(true)
}

pub(super) async fn record(
    tx: &mut Tx,
    context: &RequestContext,
    (user, organisation): (UserId, OrganisationId),
    (action, detail): (&str, &str),
) -> DbResult<()> {
    let deed = Deed {
        action,
        subject: &format!("user {user}"),
        detail,
    };
    audit::record_about(tx, context, deed, Some(organisation)).await
}

/// Mails those who decide, each in their language, with the way to this very request.
async fn tell_deciders(
    tx: &mut Tx,
    erasure: &Erasure,
    asked: Asked,
    template: &str,
    now: Instant,
) -> DbResult<()> {
    for decider in deciders(tx, erasure, asked, now).await? {
        let mail = Mail {
            to: decider.email,
            lang: decider.lang,
            template: template.to_owned(),
            values: serde_json::json!({
                "name": decider.name,
                "person": erasure.name,
                "email": erasure.email,
                "organisation": erasure.organisation,
                "since": erasure.since.0,
                "path": format!("/erasures/{}", erasure.id),
            }),
        };
        jobs::enqueue(tx, &Job::SendMail(mail), now).await?;
    }
    Ok(())
}

/// Nobody decides about themselves: whoever coordinates alone is the secretariat's.
async fn deciders(
    tx: &mut Tx,
    erasure: &Erasure,
    asked: Asked,
    now: Instant,
) -> DbResult<Vec<Decider>> {
    let asked = if erasure.is_of_staff() {
        Asked::Secretariat
    } else {
        asked
    };
    for wider in [asked, Asked::Everyone, Asked::Secretariat] {
        let mut found = list_deciders(tx, erasure.organisation_id, wider, now).await?;
        found.retain(|decider| decider.id != erasure.user_id);
        if !found.is_empty() {
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

/// The `ChaseErasure` job: reminds, in the end asks the secretariat too, and comes again until somebody has decided.
pub(crate) async fn chase(app: &App, id: ErasureId, now: Instant) -> anyhow::Result<()> {
    let mut tx = app.db.begin().await?;
    let found = db::find_any_erasure(&mut tx, id).await?;
    let Some(erasure) = found.filter(|erasure| erasure.standing == Standing::Open) else {
        return Ok(());
    };
    let rules = app.site().rules;
    let is_due = now >= erasure.since.plus_days(rules.escalate_days);
    if is_due {
        db::mark_escalated(&mut tx, id, now).await?;
    }
    let asked = if is_due {
        Asked::Secretariat
    } else {
        Asked::Everyone
    };
    tell_deciders(&mut tx, &erasure, asked, "erasure_reminder", now).await?;
    let again = Job::ChaseErasure { erasure: id };
    jobs::enqueue_for(&mut tx, &again, now.plus_days(rules.remind_days), now).await?;
    tx.commit().await?;
    Ok(())
}
