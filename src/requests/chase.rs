//! Asking those who decide, and asking again: no request is forgotten, and none ends by itself once confirmed.

use super::db::{self, Asked};
use super::{Event, Request, State, waiting_since};
use crate::App;
use crate::clock::Instant;
use crate::db::{DbResult, Tx};
use crate::ids::RequestId;
use crate::jobs::{self, Job};
use crate::mail::Mail;

/// Mails everybody who is asked, each in their language, with the way to this very request.
pub(super) async fn ask(
    tx: &mut Tx,
    request: &Request,
    asked: Asked,
    template: &str,
    now: Instant,
) -> DbResult<()> {
    for decider in db::list_deciders(tx, request.organisation_id, asked, now).await? {
        let mail = Mail {
            to: decider.email,
            lang: decider.lang,
            template: template.to_owned(),
            values: serde_json::json!({
                "name": decider.name,
                "person": request.full_name(),
                "email": request.email,
                "organisation": request.organisation,
                "since": waiting_since(request).0,
                "path": format!("/applications/{}", request.id),
            }),
        };
        jobs::enqueue(tx, &Job::SendMail(mail), now).await?;
    }
    Ok(())
}

/// The `ChaseRequest` job: reminds, in the end asks the secretariat too, and comes again until somebody has decided.
pub(crate) async fn chase(app: &App, id: RequestId, now: Instant) -> anyhow::Result<()> {
    let mut tx = app.db.begin().await?;
    let Some(request) = db::find_any_request(&mut tx, id).await? else {
        return Ok(());
    };
    let State::Pending(waiting) = &request.state else {
        return Ok(());
    };
    let rules = app.site().rules;
    let is_due =
        now >= waiting.since.plus_days(rules.escalate_days) && waiting.escalated_at.is_none();
    if is_due && db::mark_escalated(&mut tx, id, now).await? == 1 {
        db::insert_event(&mut tx, id, Event::Escalated, (None, ""), now).await?;
        let secretariat = Asked::Secretariat;
        ask(&mut tx, &request, secretariat, "request_escalated", now).await?;
    } else {
        db::mark_reminded(&mut tx, id, now).await?;
        db::insert_event(&mut tx, id, Event::Reminded, (None, ""), now).await?;
        let asked = if waiting.escalated_at.is_some() {
            Asked::Secretariat
        } else {
            Asked::Everyone
        };
        ask(&mut tx, &request, asked, "request_reminder", now).await?;
    }
    let again = Job::ChaseRequest { request: id };
    jobs::enqueue_for(&mut tx, &again, now.plus_days(rules.remind_days), now).await?;
    tx.commit().await?;
    Ok(())
}

/// The `ExpireRequest` job: what was never confirmed leaves nothing behind.
pub(crate) async fn expire(app: &App, id: RequestId, now: Instant) -> anyhow::Result<()> {
    let mut tx = app.db.begin().await?;
    if db::mark_expired(&mut tx, id, now).await? {
        db::mark_purged(&mut tx, id, now).await?;
        db::insert_event(&mut tx, id, Event::Expired, (None, ""), now).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// The `PurgeRequest` job: who was denied is forgotten, the decision is not.
pub(crate) async fn purge(app: &App, id: RequestId, now: Instant) -> anyhow::Result<()> {
    let mut tx = app.db.begin().await?;
    if db::mark_purged(&mut tx, id, now).await? == 1 {
        db::insert_event(&mut tx, id, Event::Purged, (None, ""), now).await?;
        tx.commit().await?;
    }
    Ok(())
}
