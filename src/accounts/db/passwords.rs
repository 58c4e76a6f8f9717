//! A new password.

use crate::args;
use crate::db::{DbResult, Tx};
use crate::ids::UserId;

/// The password is the person's own from here on. What the old one has opened half-way is closed: links to choose
/// another one, and log-ins that wait for their second step.
pub async fn mark_password(tx: &mut Tx, user: UserId, hash: &str) -> DbResult<()> {
    tx.execute(
        "UPDATE users SET password_hash = $2, must_change_password = FALSE WHERE id = $1",
        args![user, hash],
    )
    .await?;
    tx.execute(
        "DELETE FROM password_resets WHERE user_id = $1",
        args![user],
    )
    .await?;
    tx.execute("DELETE FROM pending_logins WHERE user_id = $1", args![user])
        .await?;
    Ok(())
}
