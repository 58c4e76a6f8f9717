//! Copies of what is stored about people.

use sqlx::FromRow;

use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbError, DbResult, Tx};
use crate::ids::{ExportId, UserId};
use crate::rights::{Export, ExportState};

#[derive(Debug, FromRow)]
struct ExportRow {
    id: i64,
    user_id: i64,
    token: String,
    state: String,
    progress: i64,
    size_bytes: Option<i64>,
    expires_at: Option<i64>,
}

impl TryFrom<ExportRow> for Export {
    type Error = DbError;

    fn try_from(row: ExportRow) -> DbResult<Self> {
        let state = match (row.state.as_str(), row.size_bytes, row.expires_at) {
            ("waiting", None, None) => ExportState::Waiting {
                progress: row.progress,
            },
            ("ready", Some(size_bytes), Some(expires_at)) => ExportState::Ready {
                size_bytes,
                expires_at: Instant(expires_at),
            },
            _ => {
                let what = format!("export {}: state", row.id);
                return Err(DbError::ImpossibleRow(what));
            }
        };
        Ok(Self {
            id: ExportId(row.id),
            user_id: UserId(row.user_id),
            token: row.token,
            state,
        })
    }
}

macro_rules! select_export {
    ($where:literal) => {
        concat!(
            "SELECT id, user_id, token, state, progress, size_bytes, expires_at FROM data_exports WHERE ",
            $where
        )
    };
}

pub async fn find_export(db: &Db, id: ExportId) -> DbResult<Option<Export>> {
    let row: Option<ExportRow> = db.find(select_export!("id = $1"), args![id]).await?;
    row.map(Export::try_from).transpose()
}

/// The person's own. One whose time is over is not there any more.
pub async fn find_own_export(db: &Db, user: UserId, now: Instant) -> DbResult<Option<Export>> {
    let row: Option<ExportRow> = db
        .find(
            select_export!("user_id = $1 AND (expires_at IS NULL OR expires_at > $2)"),
            args![user, now],
        )
        .await?;
    row.map(Export::try_from).transpose()
}

/// Fails as a duplicate while the person has one.
pub async fn insert_export(
    tx: &mut Tx,
    user: UserId,
    token: &str,
    now: Instant,
) -> DbResult<ExportId> {
    tx.insert(
        "INSERT INTO data_exports (user_id, token, state, progress, asked_at) \
         VALUES ($1, $2, 'waiting', 0, $3) RETURNING id",
        args![user, token, now],
    )
    .await
    .map(ExportId)
}

pub async fn mark_progress(db: &Db, id: ExportId, percent: i64) -> DbResult<()> {
    db.execute(
        "UPDATE data_exports SET progress = $2 WHERE id = $1 AND state = 'waiting'",
        args![id, percent],
    )
    .await?;
    Ok(())
}

/// False when it was ready before, or nobody wants it any more.
pub async fn mark_ready(
    tx: &mut Tx,
    id: ExportId,
    size_bytes: i64,
    expires_at: Instant,
) -> DbResult<bool> {
    let changed = tx
        .execute(
            "UPDATE data_exports SET state = 'ready', progress = 100, size_bytes = $2, expires_at = $3 \
             WHERE id = $1 AND state = 'waiting'",
            args![id, size_bytes, expires_at],
        )
        .await?;
    Ok(changed == 1)
}

/// Forgets a person's copy, and says what its file is named after.
pub async fn delete_export(tx: &mut Tx, user: UserId) -> DbResult<Option<String>> {
    let row: Option<(String,)> = tx
        .find(
            "DELETE FROM data_exports WHERE user_id = $1 RETURNING token",
            args![user],
        )
        .await?;
    Ok(row.map(|(token,)| token))
}

pub async fn delete_expired(db: &Db, token: &str, now: Instant) -> DbResult<u64> {
    db.execute(
        "DELETE FROM data_exports WHERE token = $1 AND expires_at <= $2",
        args![token, now],
    )
    .await
}

/// Whether a file of this name belongs to anybody.
pub async fn is_kept(db: &Db, token: &str) -> DbResult<bool> {
    let row: Option<(i64,)> = db
        .find("SELECT id FROM data_exports WHERE token = $1", args![token])
        .await?;
    Ok(row.is_some())
}

/// The files that belong to a person: what they are called in the copy, and the hash that the store keeps them under.
pub async fn list_files(db: &Db, user: UserId) -> DbResult<Vec<(String, String)>> {
    db.all(
        "SELECT 'files/photo.' || SUBSTR(picture_mime, 7), picture_hash FROM users \
         WHERE id = $1 AND picture_hash IS NOT NULL \
         UNION ALL SELECT 'files/certificate-' || code || '.pdf', pdf_hash FROM certificates WHERE user_id = $1",
        args![user],
    )
    .await
}
