//! Devices that have logged into an account.

use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbResult, Tx};
use crate::ids::UserId;

/// A device that was not seen for so long is a stranger again, as its browser will have dropped the cookie.
const KEEP_DAYS: i64 = 400;

pub async fn is_device_known(db: &Db, token_hash: &str, user: UserId) -> DbResult<bool> {
    let row: Option<(i64,)> = db
        .find(
            "SELECT seen_at FROM login_devices WHERE token_hash = $1 AND user_id = $2",
            args![token_hash, user],
        )
        .await?;
    Ok(row.is_some())
}

/// Gives a device a new token at every log-in, with all who use it: one that was planted there by a stranger, who knows
/// it, is worth nothing from then on.
pub async fn renew_device(
    tx: &mut Tx,
    before: Option<&str>,
    token_hash: &str,
    user: UserId,
    now: Instant,
) -> DbResult<()> {
    tx.execute(
        "DELETE FROM login_devices WHERE seen_at < $1",
        args![now.plus_days(-KEEP_DAYS)],
    )
    .await?;
    tx.execute(
        "UPDATE login_devices SET token_hash = $2 WHERE token_hash = $1",
        args![before.unwrap_or_default(), token_hash],
    )
    .await?;
    tx.execute(
        "INSERT INTO login_devices (token_hash, user_id, seen_at) VALUES ($1, $2, $3) \
         ON CONFLICT (token_hash, user_id) DO UPDATE SET seen_at = $3",
        args![token_hash, user, now],
    )
    .await?;
    Ok(())
}

/// Whoever has lost their password may have lost a device.
pub async fn delete_devices(tx: &mut Tx, user: UserId) -> DbResult<u64> {
    tx.execute("DELETE FROM login_devices WHERE user_id = $1", args![user])
        .await
}
