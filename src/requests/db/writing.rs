//! Changing requests: every update is guarded by the state it leaves.

use super::name_folded;
use crate::args;
use crate::clock::Instant;
use crate::db::{DbError, DbResult, Tx};
use crate::ids::{OrganisationId, PositionId, RequestId, UserId};
use crate::requests::{Applicant, Verdict};
use crate::users::Username;

pub async fn insert_request(
    tx: &mut Tx,
    applicant: &Applicant,
    username: &Username,
    (password_hash, confirm_hash, confirm_until): (Option<&str>, &str, Instant),
    now: Instant,
) -> DbResult<RequestId> {
    let id = tx
        .insert(
            "INSERT INTO requests (kind, state, organisation_id, given_name, family_name, name_folded, email, \
             email_folded, lang, created_at) \
             VALUES ('registration', 'unconfirmed', $1, $2, $3, $4, $5, $6, $7, $8) RETURNING id",
            args![
                applicant.organisation_id,
                &applicant.given_name,
                &applicant.family_name,
                name_folded(&applicant.given_name, &applicant.family_name),
                applicant.email.as_str(),
                applicant.email.folded(),
                applicant.lang,
                now
            ],
        )
        .await
        .map(RequestId)?;
    let consents = serde_json::to_string(&applicant.consents)
        .map_err(|error| DbError::ImpossibleRow(format!("consents cannot be written: {error}")))?;
    tx.execute(
        "INSERT INTO registrations (request_id, username, password_hash, position_id, note, confirm_hash, \
         confirm_until, consents) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            id,
            username.as_str(),
            // Who comes by a provider has none.
            password_hash.unwrap_or_default(),
            applicant.position_id,
            &applicant.note,
            confirm_hash,
            confirm_until,
            consents
        ],
    )
    .await?;
    Ok(id)
}

pub async fn mark_link_renewed(
    tx: &mut Tx,
    id: RequestId,
    hash: &str,
    until: Instant,
) -> DbResult<u64> {
    tx.execute(
        "UPDATE registrations SET confirm_hash = $2, confirm_until = $3 WHERE request_id = $1",
        args![id, hash, until],
    )
    .await
}

/// False when it was confirmed before.
pub async fn mark_confirmed(tx: &mut Tx, id: RequestId, now: Instant) -> DbResult<bool> {
    let changed = tx
        .execute(
            "UPDATE requests SET state = 'pending', confirmed_at = $2 WHERE id = $1 AND state = 'unconfirmed'",
            args![id, now],
        )
        .await?;
    Ok(changed == 1)
}

/// False when it is not pending any more: somebody else was first.
pub async fn mark_decided(
    tx: &mut Tx,
    id: RequestId,
    verdict: Verdict,
    (by, reason): (UserId, &str),
    now: Instant,
) -> DbResult<bool> {
    let state = match verdict {
        Verdict::Accept => "accepted",
        Verdict::Deny => "denied",
    };
    let changed = tx
        .execute(
            "UPDATE requests SET state = $2, decided_at = $3, decided_by = $4, reason = $5 \
             WHERE id = $1 AND state = 'pending'",
            args![id, state, now, by, reason],
        )
        .await?;
    Ok(changed == 1)
}

pub async fn delete_registration(tx: &mut Tx, id: RequestId) -> DbResult<u64> {
    tx.execute("DELETE FROM registrations WHERE request_id = $1", args![id])
        .await
}

pub async fn mark_account(tx: &mut Tx, id: RequestId, user: UserId) -> DbResult<u64> {
    tx.execute(
        "UPDATE requests SET user_id = $2 WHERE id = $1",
        args![id, user],
    )
    .await
}

/// What a coordinator may put right before accepting.
#[derive(Debug, Clone)]
pub struct Correction {
    pub given_name: String,
    pub family_name: String,
    pub username: Username,
    pub position_id: Option<PositionId>,
}

/// False when it is not pending any more.
pub async fn update_request(tx: &mut Tx, id: RequestId, correction: &Correction) -> DbResult<bool> {
    let (given, family) = (&correction.given_name, &correction.family_name);
    let changed = tx
        .execute(
            "UPDATE requests SET given_name = $2, family_name = $3, name_folded = $4 \
             WHERE id = $1 AND state = 'pending'",
            args![id, given, family, name_folded(given, family)],
        )
        .await?;
    tx.execute(
        "UPDATE registrations SET username = $2, position_id = $3 WHERE request_id = $1",
        args![id, correction.username.as_str(), correction.position_id],
    )
    .await?;
    Ok(changed == 1)
}

/// To another administration, or (`None`) to the secretariat. False when it is not pending any more.
pub async fn mark_forwarded(
    tx: &mut Tx,
    id: RequestId,
    to: Option<OrganisationId>,
    now: Instant,
) -> DbResult<bool> {
    let changed = tx
        .execute(
            "UPDATE requests SET organisation_id = COALESCE($2, organisation_id), \
             escalated_at = CASE WHEN $2 IS NULL THEN $3 ELSE NULL END \
             WHERE id = $1 AND state = 'pending'",
            args![id, to, now],
        )
        .await?;
    Ok(changed == 1)
}

pub async fn mark_asked(tx: &mut Tx, id: RequestId, answer_hash: &str) -> DbResult<u64> {
    tx.execute(
        "UPDATE registrations SET answer_hash = $2 WHERE request_id = $1",
        args![id, answer_hash],
    )
    .await
}

/// False when it was answered before.
pub async fn mark_answered(tx: &mut Tx, hash: &str) -> DbResult<bool> {
    let changed = tx
        .execute(
            "UPDATE registrations SET answer_hash = NULL WHERE answer_hash = $1",
            args![hash],
        )
        .await?;
    Ok(changed == 1)
}

pub async fn mark_reminded(tx: &mut Tx, id: RequestId, now: Instant) -> DbResult<u64> {
    tx.execute(
        "UPDATE requests SET reminded_at = $2 WHERE id = $1 AND state = 'pending'",
        args![id, now],
    )
    .await
}

pub async fn mark_escalated(tx: &mut Tx, id: RequestId, now: Instant) -> DbResult<u64> {
    tx.execute(
        "UPDATE requests SET escalated_at = $2 WHERE id = $1 AND state = 'pending' AND escalated_at IS NULL",
        args![id, now],
    )
    .await
}

/// What was never confirmed leaves nothing but its number. False when it was, or its link was sent anew.
pub async fn mark_expired(tx: &mut Tx, id: RequestId, now: Instant) -> DbResult<bool> {
    let changed = tx
        .execute(
            "UPDATE requests SET state = 'expired' WHERE id = $1 AND state = 'unconfirmed' \
             AND NOT EXISTS (SELECT 1 FROM registrations WHERE request_id = $1 AND confirm_until > $2)",
            args![id, now],
        )
        .await?;
    Ok(changed == 1)
}

/// Removes what says who somebody was; the decision, its time and who made it stay.
pub async fn mark_purged(tx: &mut Tx, id: RequestId, now: Instant) -> DbResult<u64> {
    tx.execute(
        "UPDATE request_events SET detail = '' WHERE request_id = $1",
        args![id],
    )
    .await?;
    delete_registration(tx, id).await?;
    tx.execute(
        "DELETE FROM request_identities WHERE request_id = $1",
        args![id],
    )
    .await?;
    tx.execute(
        "UPDATE requests SET given_name = '', family_name = '', name_folded = '', email = '', email_folded = '', \
         reason = '', purged_at = $2 WHERE id = $1 AND purged_at IS NULL",
        args![id, now],
    )
    .await
}
