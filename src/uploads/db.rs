//! All SQL about uploads.

use sqlx::FromRow;

use super::{State, Upload};
use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbError, DbResult, Tx};
use crate::ids::{ActivityId, UserId, VersionId};

#[derive(Debug, FromRow)]
struct Row {
    id: String,
    user_id: i64,
    activity_id: i64,
    file_name: String,
    size_bytes: i64,
    received_bytes: i64,
    state: String,
    progress: i64,
    refusal: Option<String>,
    version_id: Option<i64>,
    updated_at: i64,
}

impl TryFrom<Row> for Upload {
    type Error = DbError;

    fn try_from(row: Row) -> DbResult<Self> {
        let wrong = |column| DbError::ImpossibleRow(format!("upload of {}: {column}", row.user_id));
        let refusal = row.refusal.as_deref().map(serde_json::from_str).transpose();
        let state = match row.state.as_str() {
            "receiving" => State::Receiving,
            "importing" => State::Importing {
                progress: row.progress,
            },
            "done" => State::Done {
                version: VersionId(row.version_id.ok_or_else(|| wrong("version_id"))?),
            },
            "refused" => State::Refused {
                why: refusal.ok().flatten().ok_or_else(|| wrong("refusal"))?,
            },
            _ => return Err(wrong("state")),
        };
        Ok(Self {
            id: row.id,
            user_id: UserId(row.user_id),
            activity_id: ActivityId(row.activity_id),
            file_name: row.file_name,
            size_bytes: row.size_bytes,
            received_bytes: row.received_bytes,
            state,
            updated_at: Instant(row.updated_at),
        })
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, user_id, activity_id, file_name, size_bytes, received_bytes, state, progress, refusal, ",
            "version_id, updated_at FROM uploads ",
            $rest
        )
    };
}

fn uploads(rows: Vec<Row>) -> DbResult<Vec<Upload>> {
    rows.into_iter().map(Upload::try_from).collect()
}

pub async fn insert_upload(tx: &mut Tx, upload: &Upload, now: Instant) -> DbResult<()> {
    tx.execute(
        "INSERT INTO uploads (id, user_id, activity_id, file_name, size_bytes, received_bytes, state, progress, \
         created_at, updated_at) VALUES ($1, $2, $3, $4, $5, 0, 'receiving', 0, $6, $6)",
        args![
            &upload.id,
            upload.user_id,
            upload.activity_id,
            &upload.file_name,
            upload.size_bytes,
            now
        ],
    )
    .await?;
    Ok(())
}

pub async fn find_upload(db: &Db, id: &str) -> DbResult<Option<Upload>> {
    let row: Option<Row> = db.find(select!("WHERE id = $1"), args![id]).await?;
    row.map(Upload::try_from).transpose()
}

/// What an author still has to know of: on its way, or refused. Newest first.
pub async fn list_open_uploads(db: &Db, activity: ActivityId) -> DbResult<Vec<Upload>> {
    uploads(
        db.all(
            select!("WHERE activity_id = $1 AND state <> 'done' ORDER BY created_at DESC, id"),
            args![activity],
        )
        .await?,
    )
}

/// Uploads nobody has touched since.
pub async fn list_stale_uploads(db: &Db, before: Instant) -> DbResult<Vec<Upload>> {
    uploads(
        db.all(
            select!("WHERE updated_at < $1 AND state IN ('receiving', 'refused')"),
            args![before],
        )
        .await?,
    )
}

/// Counts bytes that are on disk. False when another request was faster.
pub async fn mark_received(
    tx: &mut Tx,
    id: &str,
    from: i64,
    to: i64,
    now: Instant,
) -> DbResult<bool> {
    let changed = tx
        .execute(
            "UPDATE uploads SET received_bytes = $3, updated_at = $4 \
             WHERE id = $1 AND received_bytes = $2 AND state = 'receiving'",
            args![id, from, to, now],
        )
        .await?;
    Ok(changed == 1)
}

/// The true size, where only an estimate was known.
pub async fn mark_size(tx: &mut Tx, id: &str, size: i64) -> DbResult<()> {
    tx.execute(
        "UPDATE uploads SET size_bytes = $2 WHERE id = $1 AND state = 'receiving'",
        args![id, size],
    )
    .await?;
    Ok(())
}

pub async fn mark_importing(tx: &mut Tx, id: &str, now: Instant) -> DbResult<bool> {
    let changed = tx
        .execute(
            "UPDATE uploads SET state = 'importing', updated_at = $2 \
             WHERE id = $1 AND state = 'receiving' AND received_bytes = size_bytes",
            args![id, now],
        )
        .await?;
    Ok(changed == 1)
}

pub async fn mark_progress(db: &Db, id: &str, percent: i64) -> DbResult<()> {
    db.execute(
        "UPDATE uploads SET progress = $2 WHERE id = $1 AND state = 'importing'",
        args![id, percent],
    )
    .await?;
    Ok(())
}

pub async fn mark_done(tx: &mut Tx, id: &str, version: VersionId, now: Instant) -> DbResult<bool> {
    let changed = tx
        .execute(
            "UPDATE uploads SET state = 'done', progress = 100, version_id = $2, updated_at = $3 \
             WHERE id = $1 AND state = 'importing'",
            args![id, version, now],
        )
        .await?;
    Ok(changed == 1)
}

/// `why` is a report line as JSON, to be said in the language of whoever reads it.
pub async fn mark_refused(tx: &mut Tx, id: &str, why: &str, now: Instant) -> DbResult<bool> {
    let changed = tx
        .execute(
            "UPDATE uploads SET state = 'refused', refusal = $2, updated_at = $3 \
             WHERE id = $1 AND state = 'importing'",
            args![id, why, now],
        )
        .await?;
    Ok(changed == 1)
}

/// True the first time: the end of the import has been seen, or told.
pub async fn mark_seen(tx: &mut Tx, id: &str, now: Instant) -> DbResult<bool> {
    let changed = tx
        .execute(
            "UPDATE uploads SET seen_at = $2 WHERE id = $1 AND seen_at IS NULL",
            args![id, now],
        )
        .await?;
    Ok(changed == 1)
}

/// Forgets an upload that is not being imported.
pub async fn delete_upload(db: &Db, id: &str) -> DbResult<bool> {
    let deleted = db
        .execute(
            "DELETE FROM uploads WHERE id = $1 AND state IN ('receiving', 'refused')",
            args![id],
        )
        .await?;
    Ok(deleted == 1)
}
