//! All SQL about package versions.

use sqlx::FromRow;

use super::{Inside, NewVersion, Running, VersionRow};
use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbError, DbResult, Tx};
use crate::ids::{ActivityId, UserId, VersionId};

#[derive(Debug, FromRow)]
struct Row {
    id: i64,
    activity_id: i64,
    number: i64,
    file_name: String,
    standard: String,
    edition: String,
    listing_hash: String,
    sco_count: i64,
    file_count: i64,
    size_bytes: i64,
    block_count: i64,
    warning_count: i64,
    created_by: i64,
    created_at: i64,
    published_at: Option<i64>,
}

impl TryFrom<Row> for VersionRow {
    type Error = DbError;

    fn try_from(row: Row) -> DbResult<Self> {
        let impossible =
            |error| DbError::ImpossibleRow(format!("package version {}: listing: {error}", row.id));
        Ok(Self {
            listing: row.listing_hash.parse().map_err(impossible)?,
            id: VersionId(row.id),
            activity_id: ActivityId(row.activity_id),
            number: row.number,
            file_name: row.file_name,
            standard: row.standard,
            edition: row.edition,
            sco_count: row.sco_count,
            file_count: row.file_count,
            size_bytes: row.size_bytes,
            block_count: row.block_count,
            warning_count: row.warning_count,
            created_by: UserId(row.created_by),
            created_at: Instant(row.created_at),
            published_at: row.published_at.map(Instant),
        })
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, activity_id, number, file_name, standard, edition, listing_hash, sco_count, file_count, ",
            "size_bytes, block_count, warning_count, created_by, created_at, published_at FROM package_versions ",
            $rest
        )
    };
}

pub async fn find_version(db: &Db, id: VersionId) -> DbResult<Option<VersionRow>> {
    let row: Option<Row> = db.find(select!("WHERE id = $1"), args![id]).await?;
    row.map(VersionRow::try_from).transpose()
}

/// Newest first.
pub async fn list_versions(db: &Db, activity: ActivityId) -> DbResult<Vec<VersionRow>> {
    let rows: Vec<Row> = db
        .all(
            select!("WHERE activity_id = $1 ORDER BY number DESC"),
            args![activity],
        )
        .await?;
    rows.into_iter().map(VersionRow::try_from).collect()
}

/// Gives the version the activity's next number.
pub async fn insert_version(tx: &mut Tx, new: &NewVersion, now: Instant) -> DbResult<VersionId> {
    let id = tx
        .insert(
            "INSERT INTO package_versions (activity_id, number, file_name, standard, edition, listing_hash, \
             sco_count, file_count, size_bytes, block_count, warning_count, created_by, created_at) \
             SELECT $1, COALESCE(MAX(number), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 \
             FROM package_versions WHERE activity_id = $1 RETURNING id",
            args![
                new.activity_id,
                &new.file_name,
                new.standard,
                &new.edition,
                new.listing.to_string(),
                new.sco_count,
                new.file_count,
                new.size_bytes,
                new.block_count,
                new.warning_count,
                new.created_by,
                now
            ],
        )
        .await?;
    Ok(VersionId(id))
}

/// New launches get this version. False when the version is not this activity's, or is blocked.
pub async fn publish_version(
    tx: &mut Tx,
    activity: ActivityId,
    version: VersionId,
    now: Instant,
) -> DbResult<bool> {
    let published = tx
        .execute(
            "UPDATE package_versions SET published_at = COALESCE(published_at, $3) \
             WHERE id = $2 AND activity_id = $1 AND block_count = 0",
            args![activity, version, now],
        )
        .await?;
    if published == 0 {
        return Ok(false);
    }
    let offered = tx
        .execute(
            "UPDATE activities SET version_id = $2 WHERE id = $1",
            args![activity, version],
        )
        .await?;
    Ok(offered == 1)
}

/// Publishes the version when the activity has none yet.
pub async fn publish_first_version(
    tx: &mut Tx,
    activity: ActivityId,
    version: VersionId,
    now: Instant,
) -> DbResult<()> {
    let has_none: Option<(i64,)> = tx
        .find(
            "SELECT id FROM activities WHERE id = $1 AND version_id IS NULL",
            args![activity],
        )
        .await?;
    if has_none.is_some() {
        publish_version(tx, activity, version, now).await?;
    }
    Ok(())
}

/// Gives an activity without a title this one.
pub async fn title_activity(tx: &mut Tx, activity: ActivityId, title: &str) -> DbResult<()> {
    tx.execute(
        "UPDATE activities SET title = $2 WHERE id = $1 AND title = ''",
        args![activity, title],
    )
    .await?;
    Ok(())
}

/// Attempts that have begun and are not over, by the version they are pinned to.
pub async fn list_running(db: &Db, activity: ActivityId) -> DbResult<Vec<Running>> {
    let rows: Vec<(i64, i64, i64)> = db
        .all(
            "SELECT version_id, CAST(COUNT(*) AS BIGINT), \
             CAST(SUM(CASE WHEN status IN ('completed', 'passed') THEN 0 ELSE 1 END) AS BIGINT) \
             FROM attempts WHERE activity_id = $1 AND started_at IS NOT NULL AND ended_at IS NULL \
             GROUP BY version_id",
            args![activity],
        )
        .await?;
    let running = |(version, all, unfinished)| Running {
        version_id: VersionId(version),
        all,
        unfinished,
    };
    Ok(rows.into_iter().map(running).collect())
}

/// Takes running attempts to a version; returns how many. A window that is open goes on with the
/// version it was launched with until it closes.
pub async fn move_attempts(
    tx: &mut Tx,
    activity: ActivityId,
    to: VersionId,
    who: Inside,
) -> DbResult<u64> {
    let sql = match who {
        Inside::Keep => return Ok(0),
        Inside::MoveUnfinished => {
            "UPDATE attempts SET version_id = $2 WHERE activity_id = $1 AND ended_at IS NULL \
             AND version_id <> $2 AND status NOT IN ('completed', 'passed')"
        }
        Inside::MoveAll => {
            "UPDATE attempts SET version_id = $2 WHERE activity_id = $1 AND ended_at IS NULL \
             AND version_id <> $2"
        }
    };
    tx.execute(sql, args![activity, to]).await
}
