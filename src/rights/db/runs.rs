//! Many deletions at once: who was chosen, and what became of each.

use super::erasures::{ErasureRow, select_erasure};
use super::within_reach;
use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbError, DbResult, Tx, Value};
use crate::ids::{ErasureId, ErasureRunId, OrganisationId, UserId};
use crate::rights::{Chosen, Erasure, Outcome, Reach, Run, Why};

/// The condition for those chosen who are on the list and within reach, with its values.
fn condition(chosen: &Chosen, reach: Reach) -> (String, Vec<Value>) {
    let mut values = args![reach.actor, reach.role.name(), reach.scope];
    let these = match chosen {
        Chosen::These(ids) => {
            let places: Vec<_> = (0..ids.len()).map(|at| format!("${}", at + 4)).collect();
            values.extend(ids.iter().map(|id| (*id).into()));
            // Nobody has the number 0.
            format!(
                "e.id IN (0{}{})",
                if places.is_empty() { "" } else { "," },
                places.join(",")
            )
        }
        Chosen::All { why, newest } => {
            values.extend(args![why.map_or("", Why::name), *newest]);
            "($4 = '' OR e.why = $4) AND e.id <= $5".to_owned()
        }
    };
    let reach = within_reach!("$1", "$2", "$3");
    (format!("e.state = 'open' AND {these} AND {reach}"), values)
}

/// How many are chosen, what their going means, and the first of them by name.
pub async fn chosen(
    db: &Db,
    chosen: &Chosen,
    reach: Reach,
    shown: usize,
) -> DbResult<(Tally, Vec<Erasure>)> {
    let (condition, values) = condition(chosen, reach);
    let counting = format!(
        "SELECT CAST(COUNT(*) AS BIGINT), CAST(COALESCE(SUM((SELECT COUNT(*) FROM certificates k \
         WHERE k.user_id = u.id)), 0) AS BIGINT) FROM erasures e JOIN users u ON u.id = e.user_id WHERE {condition}"
    );
    let row: Option<(i64, i64)> = db.find(counting, values.clone()).await?;
    let (people, certificates) = row.unwrap_or_default();
    let listing = format!(
        "{} AND {condition} ORDER BY u.name_folded, e.id LIMIT {shown}",
        select_erasure!("e.state = 'open'")
    );
    let rows: Vec<ErasureRow> = db.all(listing, values).await?;
    let first = rows.into_iter().map(Erasure::try_from);
    let tally = Tally {
        people,
        certificates,
    };
    Ok((tally, first.collect::<DbResult<_>>()?))
}

#[derive(Debug, Clone, Copy)]
pub struct Tally {
    pub people: i64,
    pub certificates: i64,
}

/// A run of those chosen. How many there are.
pub async fn insert_run(
    tx: &mut Tx,
    chosen: &Chosen,
    reach: Reach,
    now: Instant,
) -> DbResult<(ErasureRunId, u64)> {
    let run = tx
        .insert(
            "INSERT INTO erasure_runs (actor_id, organisation_id, started_at) VALUES ($1, $2, $3) RETURNING id",
            args![reach.actor, reach.scope, now],
        )
        .await
        .map(ErasureRunId)?;
    let (condition, mut values) = condition(chosen, reach);
    values.push(run.into());
    let sql = format!(
        "INSERT INTO erasure_run_entries (run_id, erasure_id, outcome) SELECT ${}, e.id, 'waiting' \
         FROM erasures e JOIN users u ON u.id = e.user_id WHERE {condition}",
        values.len()
    );
    let count = tx.execute(sql, values).await?;
    Ok((run, count))
}

type RunRow = (i64, i64, Option<i64>, i64, Option<i64>);

/// Of those who reach as far as whoever began it; `None` reaches all.
pub async fn find_run(
    db: &Db,
    id: ErasureRunId,
    scope: Option<OrganisationId>,
) -> DbResult<Option<Run>> {
    let row: Option<RunRow> = db
        .find(
            "SELECT id, actor_id, organisation_id, started_at, ended_at FROM erasure_runs \
             WHERE id = $1 AND ($2 IS NULL OR organisation_id = $2)",
            args![id, scope],
        )
        .await?;
    Ok(row.map(|(id, actor, scope, started_at, ended_at)| Run {
        id: ErasureRunId(id),
        actor: UserId(actor),
        scope: scope.map(OrganisationId),
        started_at: Instant(started_at),
        ended_at: ended_at.map(Instant),
    }))
}

/// The next of those whose turn has not come.
pub async fn list_waiting(db: &Db, run: ErasureRunId, limit: i64) -> DbResult<Vec<ErasureId>> {
    let rows: Vec<(i64,)> = db
        .all(
            "SELECT erasure_id FROM erasure_run_entries WHERE run_id = $1 AND outcome = 'waiting' \
             ORDER BY erasure_id LIMIT $2",
            args![run, limit],
        )
        .await?;
    Ok(rows.into_iter().map(|(id,)| ErasureId(id)).collect())
}

pub async fn mark_outcome(
    tx: &mut Tx,
    run: ErasureRunId,
    ids: &[ErasureId],
    outcome: Outcome,
) -> DbResult<()> {
    if ids.is_empty() {
        return Ok(());
    }
    let places: Vec<_> = (0..ids.len()).map(|at| format!("${}", at + 3)).collect();
    let mut values = args![run, outcome.name()];
    values.extend(ids.iter().map(|id| Value::from(*id)));
    let sql = format!(
        "UPDATE erasure_run_entries SET outcome = $2 WHERE run_id = $1 AND outcome = 'waiting' AND erasure_id IN ({})",
        places.join(",")
    );
    tx.execute(sql, values).await?;
    Ok(())
}

pub async fn mark_run_ended(tx: &mut Tx, run: ErasureRunId, now: Instant) -> DbResult<u64> {
    tx.execute(
        "UPDATE erasure_runs SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL",
        args![run, now],
    )
    .await
}

fn outcome(word: &str) -> DbResult<Outcome> {
    Outcome::parse(word).ok_or_else(|| DbError::ImpossibleRow(format!("outcome {word}")))
}

pub async fn count_outcomes(db: &Db, run: ErasureRunId) -> DbResult<Vec<(Outcome, i64)>> {
    let rows: Vec<(String, i64)> = db
        .all(
            "SELECT outcome, CAST(COUNT(*) AS BIGINT) FROM erasure_run_entries WHERE run_id = $1 GROUP BY outcome",
            args![run],
        )
        .await?;
    let counts = rows.into_iter();
    counts
        .map(|(word, count)| Ok((outcome(&word)?, count)))
        .collect()
}

/// Somebody who was chosen and not deleted.
#[derive(Debug)]
pub struct Dropped {
    pub name: String,
    pub outcome: Outcome,
}

pub async fn list_dropped(db: &Db, run: ErasureRunId, limit: i64) -> DbResult<Vec<Dropped>> {
    let rows: Vec<(String, String, String)> = db
        .all(
            "SELECT u.given_name, u.family_name, n.outcome FROM erasure_run_entries n \
             JOIN erasures e ON e.id = n.erasure_id JOIN users u ON u.id = e.user_id \
             WHERE n.run_id = $1 AND n.outcome NOT IN ('waiting', 'deleted') ORDER BY u.name_folded, n.erasure_id LIMIT $2",
            args![run, limit],
        )
        .await?;
    let dropped = rows.into_iter().map(|(given, family, word)| {
        Ok(Dropped {
            name: format!("{given} {family}"),
            outcome: outcome(&word)?,
        })
    });
    dropped.collect()
}
