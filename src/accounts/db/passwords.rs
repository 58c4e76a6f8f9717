//! A new password.

use crate::args;
use crate::db::{DbResult, Tx};
use crate::ids::UserId;

/// The password is the person's own from here on. Links to choose another one die with the old one.
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
    Ok(())
}
