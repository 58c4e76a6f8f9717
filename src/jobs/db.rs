//! All SQL about jobs.

use sqlx::FromRow;

use super::{Job, Lane};
use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbError, DbResult, Tx};
use crate::ids::JobId;

/// How long a worker may be silent before another takes its job.
const LEASE_MS: i64 = 10 * 60_000;

pub(super) async fn insert_job(
    tx: &mut Tx,
    job: &Job,
    run_at: Instant,
    now: Instant,
) -> DbResult<()> {
    let payload = serde_json::to_string(job)
        .map_err(|error| DbError::ImpossibleRow(format!("a job cannot be written: {error}")))?;
    tx.execute(
        "INSERT INTO jobs (kind, payload, state, tries, run_at, created_at) \
         VALUES ($1, $2, 'queued', 0, $3, $4)",
        args![lane_name(job.lane()), payload, run_at, now],
    )
    .await?;
    Ok(())
}

fn lane_name(lane: Lane) -> &'static str {
    match lane {
        Lane::Quick => "quick",
        Lane::Long => "long",
    }
}

/// Takes the oldest job that is due, or whose worker died. Safe for several replicas.
pub(super) async fn claim_job(
    db: &Db,
    lane: Lane,
    now: Instant,
) -> DbResult<Option<(JobId, i64, Job)>> {
    // SQLite's write transaction is exclusive already, and it does not know the clause.
    let lock = if db.is_sqlite() {
        ""
    } else {
        " FOR UPDATE SKIP LOCKED"
    };
    // Looking first keeps an idle SQLite free of write transactions.
    let due: Option<(i64,)> = db.find(DUE, args![lane_name(lane), now]).await?;
    if due.is_none() {
        return Ok(None);
    }
    let sql = format!(
        "UPDATE jobs SET state = 'running', tries = tries + 1, leased_until = $3 \
         WHERE id IN ({DUE}{lock}) RETURNING id, tries, payload"
    );
    let mut tx = db.begin().await?;
    let row: Option<(i64, i64, String)> = tx
        .find(sql, args![lane_name(lane), now, now.plus_ms(LEASE_MS)])
        .await?;
    tx.commit().await?;
    row.map(|(id, tries, payload)| {
        let job = serde_json::from_str(&payload)
            .map_err(|error| DbError::ImpossibleRow(format!("job {id}: {error}")))?;
        Ok((JobId(id), tries, job))
    })
    .transpose()
}

const DUE: &str = "SELECT id FROM jobs WHERE kind = $1 AND ((state = 'queued' AND run_at <= $2) \
     OR (state = 'running' AND leased_until < $2)) ORDER BY id LIMIT 1";

/// What it was about goes with it: a payload is full of names and addresses, and nothing reads it again.
pub(super) async fn mark_done(db: &Db, id: JobId) -> DbResult<()> {
    db.execute(
        "UPDATE jobs SET state = 'done', payload = '', error = NULL, leased_until = NULL WHERE id = $1",
        args![id],
    )
    .await?;
    Ok(())
}

/// Back into the queue when `retry` is given, else failed for good.
pub(super) async fn mark_failed(
    db: &Db,
    id: JobId,
    error: &str,
    retry: Option<Instant>,
) -> DbResult<()> {
    let state = if retry.is_some() { "queued" } else { "failed" };
    db.execute(
        "UPDATE jobs SET state = $2, error = $3, run_at = COALESCE($4, run_at), leased_until = NULL \
         WHERE id = $1",
        args![id, state, error, retry],
    )
    .await?;
    Ok(())
}

/// Jobs in a state, for metrics and tests.
pub async fn count_jobs(db: &Db, state: &str) -> DbResult<i64> {
    let row: Option<(i64,)> = db
        .find(
            "SELECT CAST(COUNT(*) AS BIGINT) FROM jobs WHERE state = $1",
            args![state],
        )
        .await?;
    Ok(row.map_or(0, |(count,)| count))
}

/// A job that has not ended well (yet).
#[derive(Debug, FromRow)]
pub(super) struct OpenJob {
    pub(super) id: i64,
    pub(super) payload: String,
    pub(super) state: String,
    pub(super) tries: i64,
    pub(super) run_at: i64,
    pub(super) error: Option<String>,
}

/// Failed ones first, then those that wait longest.
pub(super) async fn list_open_jobs(db: &Db, limit: i64) -> DbResult<Vec<OpenJob>> {
    db.all(
        "SELECT id, payload, state, tries, run_at, error FROM jobs WHERE state <> 'done' \
         ORDER BY CASE WHEN state = 'failed' THEN 0 ELSE 1 END, run_at, id LIMIT $1",
        args![limit],
    )
    .await
}

/// Tries a failed job from the beginning; false when it has not failed.
pub(super) async fn mark_retried(tx: &mut Tx, id: JobId, now: Instant) -> DbResult<bool> {
    let changed = tx
        .execute(
            "UPDATE jobs SET state = 'queued', tries = 0, run_at = $2 WHERE id = $1 AND state = 'failed'",
            args![id, now],
        )
        .await?;
    Ok(changed == 1)
}
