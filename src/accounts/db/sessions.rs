//! The sessions of a person.

use sqlx::FromRow;

use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbResult, Tx};
use crate::ids::{SessionId, UserId};

/// A session as its owner tells it from the others.
#[derive(Debug, FromRow)]
pub struct SessionRow {
    pub id: i64,
    pub created_at: i64,
    pub seen_at: i64,
    pub browser: String,
    pub address: String,
}

/// Those that run, the one used last first.
pub async fn list_sessions(db: &Db, user: UserId, now: Instant) -> DbResult<Vec<SessionRow>> {
    db.all(
        "SELECT id, created_at, seen_at, browser, address FROM sessions \
         WHERE user_id = $1 AND expires_at > $2 ORDER BY seen_at DESC, id DESC",
        args![user, now],
    )
    .await
}

/// Ends one of a person's own. False when there is none such.
pub async fn delete_own_session(db: &Db, user: UserId, id: SessionId) -> DbResult<bool> {
    let deleted = db
        .execute(
            "DELETE FROM sessions WHERE id = $1 AND user_id = $2",
            args![id, user],
        )
        .await?;
    Ok(deleted == 1)
}

/// Ends the sessions of a person, but for the one given. How many ended.
pub async fn delete_sessions(tx: &mut Tx, user: UserId, but: Option<SessionId>) -> DbResult<u64> {
    tx.execute(
        "DELETE FROM sessions WHERE user_id = $1 AND id <> COALESCE($2, 0)",
        args![user, but],
    )
    .await
}

/// The same session under another token: the one before opens nothing any more.
pub async fn mark_token(tx: &mut Tx, id: SessionId, token_hash: &str) -> DbResult<u64> {
    tx.execute(
        "UPDATE sessions SET token_hash = $2 WHERE id = $1",
        args![id, token_hash],
    )
    .await
}
