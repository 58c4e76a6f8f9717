//! All SQL about alerts.

use std::collections::BTreeMap;

use sqlx::FromRow;

use super::{Alert, NewAlert};
use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbError, DbResult, Tx};
use crate::ids::{AlertId, UserId};

#[derive(Debug, FromRow)]
struct AlertRow {
    id: i64,
    kind: String,
    details: String,
    path: String,
    created_at: i64,
}

impl TryFrom<AlertRow> for Alert {
    type Error = DbError;

    fn try_from(row: AlertRow) -> DbResult<Self> {
        Ok(Self {
            id: AlertId(row.id),
            details: serde_json::from_str(&row.details)
                .map_err(|error| DbError::ImpossibleRow(format!("alert {}: {error}", row.id)))?,
            kind: row.kind,
            path: row.path,
            created_at: Instant(row.created_at),
        })
    }
}

pub async fn insert_alert(tx: &mut Tx, alert: &NewAlert<'_>, now: Instant) -> DbResult<()> {
    let details: BTreeMap<_, _> = alert.details.iter().copied().collect();
    let details = serde_json::to_string(&details)
        .map_err(|error| DbError::ImpossibleRow(format!("an alert cannot be written: {error}")))?;
    tx.execute(
        "INSERT INTO alerts (user_id, kind, details, path, created_at) VALUES ($1, $2, $3, $4, $5)",
        args![alert.to, alert.kind.name(), details, alert.path, now],
    )
    .await?;
    Ok(())
}

/// Those not dismissed, the newest first.
pub async fn list_alerts(db: &Db, user: UserId, limit: i64) -> DbResult<Vec<Alert>> {
    let rows: Vec<AlertRow> = db
        .all(
            "SELECT id, kind, details, path, created_at FROM alerts \
             WHERE user_id = $1 AND dismissed_at IS NULL ORDER BY id DESC LIMIT $2",
            args![user, limit],
        )
        .await?;
    rows.into_iter().map(Alert::try_from).collect()
}

pub async fn count_alerts(db: &Db, user: UserId) -> DbResult<i64> {
    let row: Option<(i64,)> = db
        .find(
            "SELECT CAST(COUNT(*) AS BIGINT) FROM alerts WHERE user_id = $1 AND dismissed_at IS NULL",
            args![user],
        )
        .await?;
    Ok(row.map_or(0, |(count,)| count))
}

/// Touches no row of somebody else.
pub async fn mark_dismissed(db: &Db, user: UserId, id: AlertId, now: Instant) -> DbResult<u64> {
    db.execute(
        "UPDATE alerts SET dismissed_at = $3 WHERE id = $2 AND user_id = $1 AND dismissed_at IS NULL",
        args![user, id, now],
    )
    .await
}

pub async fn mark_all_dismissed(db: &Db, user: UserId, now: Instant) -> DbResult<u64> {
    db.execute(
        "UPDATE alerts SET dismissed_at = $2 WHERE user_id = $1 AND dismissed_at IS NULL",
        args![user, now],
    )
    .await
}
