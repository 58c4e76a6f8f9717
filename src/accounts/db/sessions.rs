//! The sessions of a person.

use crate::args;
use crate::db::{DbResult, Tx};
use crate::ids::{SessionId, UserId};

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
