//! The record of who did what to whom: written in the transaction that did it, never changed, and kept when those it
//! speaks of are gone.

mod db;
mod pages;
pub mod web;

use crate::args;
use crate::clock::Instant;
use crate::db::{DbResult, Tx};
use crate::ids::{OrganisationId, UserId};
use crate::web::RequestContext;

/// What was done, in words a reader of the record understands without the program: `course.publish`, `course 12`.
#[derive(Debug, Clone, Copy)]
pub struct Deed<'a> {
    pub action: &'a str,
    pub subject: &'a str,
    /// Before and after, a reason, or a name.
    pub detail: &'a str,
}

/// Records what the person behind a request did to something of their own administration.
pub async fn record(tx: &mut Tx, request: &RequestContext, deed: Deed<'_>) -> DbResult<()> {
    let own = request
        .person
        .as_ref()
        .map(|person| person.user.organisation_id);
    record_about(tx, request, deed, own).await
}

/// Records what the person behind a request did to somebody or something of an administration: its coordinators read
/// of it, whoever did it.
pub async fn record_about(
    tx: &mut Tx,
    request: &RequestContext,
    deed: Deed<'_>,
    about: Option<OrganisationId>,
) -> DbResult<()> {
    let actor = request.person.as_ref();
    tx.execute(
        "INSERT INTO audit_entries (at, actor_id, organisation_id, action, subject, detail, request_id, \
         about_organisation_id, address, actor_name) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![
            request.now,
            actor.map(|person| person.user.id),
            actor.map(|person| person.user.organisation_id),
            deed.action,
            deed.subject,
            deed.detail,
            &request.request_id,
            about,
            request.address.to_string(),
            actor.map_or_else(String::new, |person| person.user.full_name()),
        ],
    )
    .await?;
    Ok(())
}

/// Records that people were deleted by a job, in the name of whoever had decided it.
pub async fn record_erasures(
    tx: &mut Tx,
    actor: UserId,
    people: &[UserId],
    now: Instant,
) -> DbResult<()> {
    if people.is_empty() {
        return Ok(());
    }
    let places: Vec<_> = (0..people.len()).map(|at| format!("${}", at + 3)).collect();
    let mut values = args![now, actor];
    values.extend(people.iter().map(|id| (*id).into()));
    let sql = format!(
        "INSERT INTO audit_entries (at, actor_id, organisation_id, action, subject, detail, request_id, \
         about_organisation_id, actor_name) \
         SELECT $1, a.id, a.organisation_id, 'user.delete', 'user ' || u.id, '', 'job', u.organisation_id, \
         TRIM(a.given_name || ' ' || a.family_name) FROM users u JOIN users a ON a.id = $2 WHERE u.id IN ({})",
        places.join(",")
    );
    tx.execute(sql, values).await?;
    Ok(())
}

/// Records what an operator did at the command line.
pub async fn record_command(tx: &mut Tx, now: Instant, deed: Deed<'_>) -> DbResult<()> {
    tx.execute(
        "INSERT INTO audit_entries (at, action, subject, detail, request_id) \
         VALUES ($1, $2, $3, $4, 'command line')",
        args![now, deed.action, deed.subject, deed.detail],
    )
    .await?;
    Ok(())
}
