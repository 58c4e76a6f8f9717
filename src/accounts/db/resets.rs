//! Links to choose a new password.

use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbResult, Tx};
use crate::ids::UserId;
use crate::users;

/// Those of a person that still work.
pub async fn count_resets(tx: &mut Tx, user: UserId, now: Instant) -> DbResult<i64> {
    let row: Option<(i64,)> = tx
        .find(
            "SELECT CAST(COUNT(*) AS BIGINT) FROM password_resets WHERE user_id = $1 AND expires_at > $2",
            args![user, now],
        )
        .await?;
    Ok(row.map_or(0, |(count,)| count))
}

/// Adds one, and sweeps out those that are over.
pub async fn insert_reset(
    tx: &mut Tx,
    token_hash: &str,
    user: UserId,
    (now, until): (Instant, Instant),
) -> DbResult<()> {
    tx.execute(
        "DELETE FROM password_resets WHERE expires_at <= $1",
        args![now],
    )
    .await?;
    tx.execute(
        "INSERT INTO password_resets (token_hash, user_id, expires_at) VALUES ($1, $2, $3)",
        args![token_hash, user, until],
    )
    .await?;
    Ok(())
}

pub async fn delete_reset(db: &Db, token_hash: &str) -> DbResult<u64> {
    db.execute(
        "DELETE FROM password_resets WHERE token_hash = $1",
        args![token_hash],
    )
    .await
}

/// Whose link it is, while it works. Looking uses nothing up.
pub async fn find_reset_user(
    db: &Db,
    token_hash: &str,
    now: Instant,
) -> DbResult<Option<users::User>> {
    let row: Option<(i64,)> = db
        .find(
            "SELECT r.user_id FROM password_resets r JOIN users u ON u.id = r.user_id \
             WHERE r.token_hash = $1 AND r.expires_at > $2 AND u.state = 'active'",
            args![token_hash, now],
        )
        .await?;
    match row {
        Some((id,)) => users::db::find_user(db, UserId(id)).await,
        None => Ok(None),
    }
}

/// Uses a link up. False when it does not work any more: of two who use it at once, one is too late.
pub async fn take_reset(
    tx: &mut Tx,
    token_hash: &str,
    user: UserId,
    now: Instant,
) -> DbResult<bool> {
    let taken = tx
        .execute(
            "DELETE FROM password_resets WHERE token_hash = $1 AND user_id = $2 AND expires_at > $3 \
             AND EXISTS (SELECT 1 FROM users WHERE id = $2 AND state = 'active')",
            args![token_hash, user, now],
        )
        .await?;
    Ok(taken == 1)
}
