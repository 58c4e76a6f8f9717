//! Deleting people: what says who they were goes, what others count on stays without a name.

use crate::clock::Instant;
use crate::db::{DbResult, Tx, Value};
use crate::ids::UserId;
use crate::rights;

/// The most people of one call: their statements have one text for each number of people.
pub const MOST: usize = 50;

/// The requests of people, whichever account came of them: an address stands for its owner.
macro_rules! their_requests {
    () => {
        "(SELECT r.id FROM requests r WHERE r.user_id IN ({people}) \
         OR r.email_folded IN (SELECT w.email_folded FROM users w WHERE w.id IN ({people})))"
    };
}

/// In an order that foreign keys and later statements allow. `{people}` are their ids, `{now}` is the time.
const ERASED: [&str; 34] = [
    "DELETE FROM arrivals WHERE LOWER(email) IN (SELECT email_folded FROM users WHERE id IN ({people})) OR EXISTS (SELECT 1 \
     FROM identities i WHERE i.user_id IN ({people}) AND i.issuer = arrivals.issuer AND i.subject = arrivals.subject)",
    "DELETE FROM identities WHERE user_id IN ({people})",
    "DELETE FROM departures WHERE user_id IN ({people})",
    "DELETE FROM email_changes WHERE user_id IN ({people})",
    "DELETE FROM sessions WHERE user_id IN ({people})",
    "DELETE FROM password_resets WHERE user_id IN ({people})",
    "DELETE FROM login_devices WHERE user_id IN ({people})",
    "DELETE FROM second_steps WHERE user_id IN ({people})",
    "DELETE FROM recovery_codes WHERE user_id IN ({people})",
    "DELETE FROM pending_logins WHERE user_id IN ({people})",
    "DELETE FROM alerts WHERE user_id IN ({people})",
    // What others were told of them: who asked to join, and who decided on that.
    concat!(
        "DELETE FROM alerts WHERE path IN (SELECT '/applications/' || d.id FROM requests d \
         WHERE d.decided_by IN ({people}) OR d.id IN ",
        their_requests!(),
        ")"
    ),
    "DELETE FROM launches WHERE user_id IN ({people})",
    // Answers, notes and places: what modules remember of somebody may hold anything.
    "DELETE FROM interactions WHERE attempt_id IN (SELECT id FROM attempts WHERE user_id IN ({people}))",
    "DELETE FROM attempt_scos WHERE attempt_id IN (SELECT id FROM attempts WHERE user_id IN ({people}))",
    "DELETE FROM stray_entries WHERE attempt_id IN (SELECT id FROM attempts WHERE user_id IN ({people}))",
    "DELETE FROM attempts WHERE user_id IN ({people})",
    "DELETE FROM learner_shared WHERE user_id IN ({people})",
    "DELETE FROM mails WHERE recipient IN (SELECT email FROM users WHERE id IN ({people}))",
    // Mails to others keep a text only while they could not be sent; it may speak of them.
    "UPDATE mails SET subject = '', body_text = '', body_html = '' WHERE body_text <> '' AND EXISTS (SELECT 1 \
     FROM users u WHERE u.id IN ({people}) AND (REPLACE(body_text, u.email, '') <> body_text \
     OR REPLACE(body_text, u.given_name || ' ' || u.family_name, '') <> body_text))",
    "UPDATE mails SET reply_to = NULL WHERE LOWER(reply_to) IN (SELECT email_folded FROM users WHERE id IN ({people}))",
    // Nothing that waits to be told to them, or of them, is told any more.
    // Farewells are told: those of many others may be waiting.
    "DELETE FROM jobs WHERE state IN ('queued', 'failed') \
     AND payload NOT LIKE '{\"kind\":\"send_farewell\"%' AND EXISTS (SELECT 1 FROM users u \
     WHERE u.id IN ({people}) AND (REPLACE(payload, '\"' || u.email || '\"', '') <> payload \
     OR payload = '{\"kind\":\"send_reset\",\"login\":\"' || u.username || '\"}'))",
    concat!(
        "DELETE FROM request_events WHERE request_id IN ",
        their_requests!()
    ),
    concat!(
        "DELETE FROM request_identities WHERE request_id IN ",
        their_requests!()
    ),
    concat!(
        "DELETE FROM registrations WHERE request_id IN ",
        their_requests!()
    ),
    concat!(
        "UPDATE requests SET state = CASE WHEN state IN ('unconfirmed', 'pending') THEN 'expired' ELSE state END, \
         given_name = '', family_name = '', name_folded = '', email = '', email_folded = '', reason = '', \
         purged_at = {now} WHERE id IN ",
        their_requests!()
    ),
    "UPDATE erasures SET state = CASE WHEN state = 'open' THEN 'done' ELSE state END, \
     ended_at = COALESCE(ended_at, {now}), reason = '', refusal = '' WHERE user_id IN ({people})",
    "UPDATE job_assignments SET position_id = NULL WHERE user_id IN ({people})",
    "UPDATE job_assignments SET ended_at = {now} WHERE user_id IN ({people}) AND ended_at IS NULL",
    "UPDATE coordinator_designations SET ends_at = {now} WHERE user_id IN ({people}) \
     AND (ends_at IS NULL OR ends_at > {now})",
    // The row stays for what refers to it; its key is new, so that a package that kept the old one knows nobody.
    "UPDATE users SET username = 'deleted-' || id, email = '', email_folded = 'deleted-' || id, given_name = '–', \
     family_name = '', name_folded = '', learner_key = 'deleted-' || id WHERE id IN ({people})",
    "UPDATE users SET password_hash = NULL, last_login_at = NULL, retention_warned_at = NULL WHERE id IN ({people})",
    "UPDATE users SET city = '', country = '', time_zone = '', description = '', interests = '' \
     WHERE id IN ({people})",
    "UPDATE users SET picture_hash = NULL, picture_mime = NULL WHERE id IN ({people})",
];

/// Certificates stay as printed, so that they can still be verified; enrolments and results stay as numbers without a
/// name. Returns those who were deleted by this call; others had been deleted before.
pub async fn erase(tx: &mut Tx, people: &[UserId], now: Instant) -> DbResult<Vec<UserId>> {
    let mut erased = Vec::new();
    for people in people.chunks(MOST) {
        let sql = "UPDATE users SET state = 'deleted' WHERE id IN ({people}) AND state <> 'deleted' RETURNING id";
        let (sql, values) = about(sql, people, now);
        let rows: Vec<(i64,)> = tx.all(sql, values).await?;
        let gone: Vec<_> = rows.into_iter().map(|(id,)| UserId(id)).collect();
        if gone.is_empty() {
            continue;
        }
        for sql in ERASED {
            let (sql, values) = about(sql, &gone, now);
            tx.execute(sql, values).await?;
        }
        for id in &gone {
            rights::forget_export(tx, *id, now).await?;
        }
        erased.extend(gone);
    }
    Ok(erased)
}

/// A statement about these people, with its values. It repeats the last of several up to [`MOST`], so that few texts
/// exist and all stay prepared.
fn about(sql: &str, people: &[UserId], now: Instant) -> (String, Vec<Value>) {
    let mut values: Vec<Value> = people.iter().map(|id| Value::from(*id)).collect();
    if let Some(last) = people.last().filter(|_| people.len() > 1) {
        values.resize(MOST, Value::from(*last));
    }
    let names: Vec<_> = (1..=values.len()).map(|at| format!("${at}")).collect();
    let text = sql.replace("{people}", &names.join(","));
    if text.contains("{now}") {
        values.push(now.into());
    }
    (text.replace("{now}", &format!("${}", values.len())), values)
}
