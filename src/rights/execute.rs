//! Deleting those of the list whom somebody has decided on: one, or many by a job. Whether it may be done is looked at
//! in the transaction that does it.

use super::ask::record;
use super::db::{self, Expected};
use super::{Chosen, Erasure, Outcome, Reach, Standing, Why};
use crate::App;
use crate::audit;
use crate::clock::Instant;
use crate::db::{Db, DbResult, Tx};
use crate::ids::{ErasureId, ErasureRunId, UserId};
use crate::jobs::{self, Job};
use crate::mail::Mail;
use crate::team::{MOST_ERASED, erase};
use crate::users::{self, Role};
use crate::web::RequestContext;

/// Deleted by one job, before others may have their turn.
const PEOPLE_PER_JOB: i64 = 200;

/// False when the person may not be deleted (any more).
pub(super) async fn delete(
    app: &App,
    context: &RequestContext,
    reach: Reach,
    erasure: &Erasure,
) -> DbResult<bool> {
    let now = context.now;
    let mut tx = app.db.begin().await?;
    if erase_listed(&mut tx, &[erasure.id], Expected { reach, now })
        .await?
        .is_empty()
    {
        return Ok(false);
    }
    let whose = (erasure.user_id, erasure.organisation_id);
    record(&mut tx, context, whose, ("user.delete", erasure.why.name())).await?;
    tx.commit().await?;
    Ok(true)
}

/// Begins to delete those chosen. How many they are; none begin nothing.
pub(super) async fn begin(
    app: &App,
    context: &RequestContext,
    reach: Reach,
    chosen: &Chosen,
) -> DbResult<(ErasureRunId, u64)> {
    let mut tx = app.db.begin().await?;
    let (run, count) = db::insert_run(&mut tx, chosen, reach, context.now).await?;
    if count > 0 {
        jobs::enqueue(&mut tx, &Job::EraseChosen { run }, context.now).await?;
        tx.commit().await?;
    }
    Ok((run, count))
}

/// The `EraseChosen` job: deletes the next of them, and comes again while there are more. Whoever has been deleted is
/// not waiting any more, so that doing it twice deletes nobody twice.
pub(crate) async fn erase_chosen(app: &App, id: ErasureRunId) -> anyhow::Result<()> {
    let Some(run) = db::find_run(&app.db, id, None).await? else {
        return Ok(());
    };
    let actor = users::db::find_user(&app.db, run.actor).await?;
    let reach = Reach {
        actor: run.actor,
        // Who is not there any more had the rights of a coordinator at least.
        role: actor.map_or(Role::Learner, |actor| actor.role),
        scope: run.scope,
    };
    let waiting = db::list_waiting(&app.db, id, PEOPLE_PER_JOB).await?;
    for ids in waiting.chunks(MOST_ERASED) {
        let expected = Expected {
            reach,
            now: app.clock.now(),
        };
        erase_some(app, id, ids, expected).await?;
    }
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if (waiting.len() as i64) < PEOPLE_PER_JOB {
        db::mark_run_ended(&mut tx, id, now).await?;
    } else {
        jobs::enqueue(&mut tx, &Job::EraseChosen { run: id }, now).await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn erase_some(
    app: &App,
    run: ErasureRunId,
    ids: &[ErasureId],
    expected: Expected,
) -> DbResult<()> {
    let mut tx = app.db.begin().await?;
    let erased = erase_listed(&mut tx, ids, expected).await?;
    let people: Vec<UserId> = erased.iter().map(|(_, user)| *user).collect();
    audit::record_erasures(&mut tx, expected.reach.actor, &people, expected.now).await?;
    let erased: Vec<ErasureId> = erased.into_iter().map(|(id, _)| id).collect();
    db::mark_outcome(&mut tx, run, &erased, Outcome::Deleted).await?;
    for id in ids.iter().filter(|id| !erased.contains(id)) {
        let outcome = why_not(&mut tx, *id, expected.now).await?;
        db::mark_outcome(&mut tx, run, &[*id], outcome).await?;
    }
    tx.commit().await
}

/// Deletes those who may be, and mails each of them, and nobody else. The mails are written with what is known before it
/// goes.
async fn erase_listed(
    tx: &mut Tx,
    ids: &[ErasureId],
    expected: Expected,
) -> DbResult<Vec<(ErasureId, UserId)>> {
    let taken = db::mark_erased(tx, ids, expected).await?;
    let erasures: Vec<ErasureId> = taken.iter().map(|(id, _)| *id).collect();
    let known = db::list_these(tx, &erasures).await?;
    let people: Vec<UserId> = taken.iter().map(|(_, user)| *user).collect();
    erase(tx, &people, expected.now).await?;
    for erasure in &known {
        let job = Job::SendFarewell(farewell(erasure));
        jobs::enqueue(tx, &job, expected.now).await?;
    }
    Ok(taken)
}

/// The mail to somebody who has asked to be forgotten, for whoever deletes them without having read of it.
pub(crate) async fn farewell_of(db: &Db, user: UserId) -> DbResult<Option<Job>> {
    let open = db::find_open(db, user).await?;
    let asked = open.filter(|erasure| erasure.why == Why::Asked);
    Ok(asked.map(|erasure| Job::SendFarewell(farewell(&erasure))))
}

fn farewell(erasure: &Erasure) -> Mail {
    Mail {
        to: erasure.email.clone(),
        lang: erasure.lang,
        template: "erasure_done".to_owned(),
        values: serde_json::json!({
            "name": erasure.name,
            "organisation": erasure.organisation,
            "certificates": erasure.certificates,
            "path": "/certificates/verify",
        }),
    }
}

/// What became of somebody who could not be deleted. Who has come back leaves the list.
async fn why_not(tx: &mut Tx, id: ErasureId, now: Instant) -> DbResult<Outcome> {
    let Some(erasure) = db::find_any_erasure(tx, id).await? else {
        return Ok(Outcome::Elsewhere);
    };
    Ok(match erasure.standing {
        Standing::Withdrawn => Outcome::Withdrawn,
        Standing::Returned => Outcome::Returned,
        Standing::Refused => Outcome::Refused,
        Standing::Done => Outcome::Deleted,
        Standing::Open if erasure.last_login_at > Some(erasure.since) => {
            db::mark_returned(tx, erasure.user_id, now).await?;
            Outcome::Returned
        }
        Standing::Open => Outcome::Elsewhere,
    })
}
