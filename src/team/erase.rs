//! Deleting a person: what says who they were goes, what others count on stays without a name.

use crate::args;
use crate::clock::Instant;
use crate::db::{DbResult, Tx};
use crate::ids::UserId;

/// Rows that are about the person alone, in an order that foreign keys allow.
const ERASED: [&str; 13] = [
    "DELETE FROM identities WHERE user_id = $1",
    "DELETE FROM departures WHERE user_id = $1",
    "DELETE FROM email_changes WHERE user_id = $1",
    "DELETE FROM sessions WHERE user_id = $1",
    "DELETE FROM alerts WHERE user_id = $1",
    "DELETE FROM launches WHERE user_id = $1",
    // Answers, notes and places: what modules remember of somebody may hold anything.
    "DELETE FROM interactions WHERE attempt_id IN (SELECT id FROM attempts WHERE user_id = $1)",
    "DELETE FROM attempt_scos WHERE attempt_id IN (SELECT id FROM attempts WHERE user_id = $1)",
    "DELETE FROM stray_entries WHERE attempt_id IN (SELECT id FROM attempts WHERE user_id = $1)",
    "DELETE FROM attempts WHERE user_id = $1",
    "DELETE FROM learner_shared WHERE user_id = $1",
    "DELETE FROM mails WHERE recipient = (SELECT email FROM users WHERE id = $1)",
    "DELETE FROM request_events WHERE request_id IN (SELECT id FROM requests WHERE user_id = $1)",
];

/// Certificates stay as printed, so that they can still be verified; enrolments and results stay as numbers without a
/// name. False when the person had been deleted before.
pub async fn erase(tx: &mut Tx, id: UserId, now: Instant) -> DbResult<bool> {
    let changed = tx
        .execute(
            "UPDATE users SET state = 'deleted' WHERE id = $1 AND state <> 'deleted'",
            args![id],
        )
        .await?;
    if changed == 0 {
        return Ok(false);
    }
    for sql in ERASED {
        tx.execute(sql, args![id]).await?;
    }
    tx.execute(
        "UPDATE requests SET given_name = '', family_name = '', name_folded = '', email = '', email_folded = '', \
         reason = '', purged_at = $2 WHERE user_id = $1",
        args![id, now],
    )
    .await?;
    for sql in [
        "UPDATE job_assignments SET ended_at = $2, position_id = NULL WHERE user_id = $1 AND ended_at IS NULL",
        "UPDATE coordinator_designations SET ends_at = $2 WHERE user_id = $1 AND (ends_at IS NULL OR ends_at > $2)",
    ] {
        tx.execute(sql, args![id, now]).await?;
    }
    // The row stays for what refers to it; its key is new, so that a package that kept the old one knows nobody.
    let nobody = format!("deleted-{id}");
    tx.execute(
        "UPDATE users SET username = $2, email = '', email_folded = $2, given_name = '–', family_name = '', \
         name_folded = '', password_hash = NULL, learner_key = $2, last_login_at = NULL, city = '', country = '', \
         time_zone = '', description = '', interests = '', picture_hash = NULL, picture_mime = NULL WHERE id = $1",
        args![id, nobody],
    )
    .await?;
    Ok(true)
}
