//! Second steps, recovery codes, and those who are between two steps.

use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbResult, Tx};
use crate::ids::UserId;

/// (secret, whether a first code has confirmed it).
pub async fn find_second_step(db: &Db, user: UserId) -> DbResult<Option<(String, bool)>> {
    let row: Option<(String, Option<i64>)> = db
        .find(
            "SELECT secret, confirmed_at FROM second_steps WHERE user_id = $1",
            args![user],
        )
        .await?;
    Ok(row.map(|(secret, confirmed_at)| (secret, confirmed_at.is_some())))
}

/// Keeps a secret to be confirmed. One that was confirmed stays.
pub async fn insert_second_step(db: &Db, user: UserId, secret: &str) -> DbResult<u64> {
    db.execute(
        "INSERT INTO second_steps (user_id, secret, used_step) VALUES ($1, $2, 0) \
         ON CONFLICT (user_id) DO UPDATE SET secret = $2 WHERE second_steps.confirmed_at IS NULL",
        args![user, secret],
    )
    .await
}

/// False when it was confirmed before.
pub async fn mark_step_confirmed(
    tx: &mut Tx,
    user: UserId,
    step: i64,
    now: Instant,
) -> DbResult<bool> {
    let changed = tx
        .execute(
            "UPDATE second_steps SET confirmed_at = $3, used_step = $2 \
             WHERE user_id = $1 AND confirmed_at IS NULL",
            args![user, step, now],
        )
        .await?;
    Ok(changed == 1)
}

/// Uses up the code of a half minute. False when it was used before, or a later one was.
pub async fn mark_step_used(db: &Db, user: UserId, step: i64) -> DbResult<bool> {
    let changed = db
        .execute(
            "UPDATE second_steps SET used_step = $2 \
             WHERE user_id = $1 AND confirmed_at IS NOT NULL AND used_step < $2",
            args![user, step],
        )
        .await?;
    Ok(changed == 1)
}

/// False when there was none.
pub async fn delete_second_step(tx: &mut Tx, user: UserId) -> DbResult<bool> {
    tx.execute("DELETE FROM recovery_codes WHERE user_id = $1", args![user])
        .await?;
    let deleted = tx
        .execute("DELETE FROM second_steps WHERE user_id = $1", args![user])
        .await?;
    Ok(deleted == 1)
}

/// Puts new recovery codes in the place of all before.
pub async fn replace_codes(tx: &mut Tx, user: UserId, hashes: &[String]) -> DbResult<()> {
    tx.execute("DELETE FROM recovery_codes WHERE user_id = $1", args![user])
        .await?;
    for hash in hashes {
        tx.execute(
            "INSERT INTO recovery_codes (user_id, code_hash) VALUES ($1, $2)",
            args![user, hash],
        )
        .await?;
    }
    Ok(())
}

pub async fn count_codes(db: &Db, user: UserId) -> DbResult<i64> {
    let row: Option<(i64,)> = db
        .find(
            "SELECT CAST(COUNT(*) AS BIGINT) FROM recovery_codes WHERE user_id = $1",
            args![user],
        )
        .await?;
    Ok(row.map_or(0, |(count,)| count))
}

/// Uses up a recovery code. False when it is none.
pub async fn take_code(db: &Db, user: UserId, hash: &str) -> DbResult<bool> {
    let taken = db
        .execute(
            "DELETE FROM recovery_codes WHERE user_id = $1 AND code_hash = $2",
            args![user, hash],
        )
        .await?;
    Ok(taken == 1)
}

/// Remembers that somebody has taken the first step, with the arrival to be connected after the second, and sweeps out
/// those who went no further.
pub async fn insert_pending(
    tx: &mut Tx,
    token_hash: &str,
    (user, arrival): (UserId, Option<&str>),
    (now, until): (Instant, Instant),
) -> DbResult<()> {
    tx.execute(
        "DELETE FROM pending_logins WHERE expires_at <= $1",
        args![now],
    )
    .await?;
    tx.execute(
        "INSERT INTO pending_logins (token_hash, user_id, expires_at, tries, arrival_hash) VALUES ($1, $2, $3, 0, $4)",
        args![token_hash, user, until, arrival.map(str::to_owned)],
    )
    .await?;
    Ok(())
}

pub async fn find_pending(
    db: &Db,
    token_hash: &str,
    now: Instant,
) -> DbResult<Option<(UserId, Option<String>)>> {
    let row: Option<(i64, Option<String>)> = db
        .find(
            "SELECT user_id, arrival_hash FROM pending_logins WHERE token_hash = $1 AND expires_at > $2",
            args![token_hash, now],
        )
        .await?;
    Ok(row.map(|(id, arrival)| (UserId(id), arrival)))
}

/// Counts a try before it is made. False when there have been as many as may be.
pub async fn mark_try(db: &Db, token_hash: &str, most: i64) -> DbResult<bool> {
    let changed = db
        .execute(
            "UPDATE pending_logins SET tries = tries + 1 WHERE token_hash = $1 AND tries < $2",
            args![token_hash, most],
        )
        .await?;
    Ok(changed == 1)
}

/// False when somebody else has gone on with it.
pub async fn delete_pending(db: &Db, token_hash: &str) -> DbResult<bool> {
    let deleted = db
        .execute(
            "DELETE FROM pending_logins WHERE token_hash = $1",
            args![token_hash],
        )
        .await?;
    Ok(deleted == 1)
}
