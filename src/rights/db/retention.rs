//! Who has been away for long.

use sqlx::FromRow;

use crate::args;
use crate::clock::Instant;
use crate::db::{DbError, DbResult, Tx};
use crate::i18n::Lang;
use crate::ids::{OrganisationId, UserId};

/// Whoever was last seen before an instant: at a log-in, or in a log-in that went on. Who never came counts from the day
/// of the account. Those who run the site are nobody's to put on a list.
macro_rules! away {
    ($organisation:literal, $before:literal) => {
        concat!(
            "u.organisation_id = ", $organisation, " AND u.state <> 'deleted' AND u.role IN ('learner', 'author') ",
            "AND COALESCE(u.last_login_at, u.created_at) < ", $before,
            " AND NOT EXISTS (SELECT 1 FROM sessions s WHERE s.user_id = u.id AND s.seen_at >= ", $before, ") ",
            // Whom somebody has decided to keep is kept for as long again.
            "AND NOT EXISTS (SELECT 1 FROM erasures e WHERE e.user_id = u.id AND (e.state = 'open' ",
            "OR (e.state = 'refused' AND e.ended_at >= ", $before, "))) "
        )
    };
}

/// Somebody who is to be told that they will come onto the list.
#[derive(Debug)]
pub struct Retained {
    pub id: UserId,
    pub name: String,
    pub email: String,
    pub lang: Lang,
}

/// Notes for some of those who have been away since `before` that they are told now, and returns them. A warning given
/// before somebody was seen last does not count.
pub async fn mark_warned(
    tx: &mut Tx,
    organisation: OrganisationId,
    before: Instant,
    now: Instant,
    limit: i64,
) -> DbResult<Vec<Retained>> {
    #[derive(FromRow)]
    struct Row {
        id: i64,
        given_name: String,
        family_name: String,
        email: String,
        lang: String,
    }
    let rows: Vec<Row> = tx
        .all(
            concat!(
                "UPDATE users SET retention_warned_at = $3 WHERE id IN (SELECT u.id FROM users u WHERE ",
                away!("$1", "$2"),
                "AND COALESCE(u.retention_warned_at, 0) <= COALESCE(u.last_login_at, u.created_at) ORDER BY u.id LIMIT $4) \
                 RETURNING id, given_name, family_name, email, lang"
            ),
            args![organisation, before, now, limit],
        )
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Retained {
                id: UserId(row.id),
                name: format!("{} {}", row.given_name, row.family_name),
                email: row.email,
                lang: Lang::parse(&row.lang)
                    .ok_or_else(|| DbError::ImpossibleRow(format!("user {}: lang", row.id)))?,
            })
        })
        .collect()
}

/// Puts onto the list who has been away since `before` and was told so by `warned`. Doing it again adds nobody.
pub async fn insert_away(
    tx: &mut Tx,
    organisation: OrganisationId,
    (before, warned): (Instant, Instant),
    now: Instant,
) -> DbResult<u64> {
    tx.execute(
        concat!(
            "INSERT INTO erasures (user_id, why, state, reason, since) \
             SELECT u.id, 'retention', 'open', '', $4 FROM users u WHERE ",
            away!("$1", "$2"),
            "AND u.retention_warned_at <= $3 AND u.retention_warned_at > COALESCE(u.last_login_at, u.created_at)"
        ),
        args![organisation, before, warned, now],
    )
    .await
}

/// Takes those off the list who came onto it by a rule that does not hold for them any more: they are away since `before`
/// at the latest, or, without it, whatever they are.
pub async fn mark_released(
    tx: &mut Tx,
    organisation: OrganisationId,
    before: Option<Instant>,
    now: Instant,
) -> DbResult<u64> {
    tx.execute(
        "UPDATE erasures SET state = 'withdrawn', ended_at = $3 WHERE state = 'open' AND why = 'retention' \
         AND user_id IN (SELECT u.id FROM users u WHERE u.organisation_id = $1 \
         AND COALESCE(u.last_login_at, u.created_at) >= $2)",
        args![organisation, before.unwrap_or(Instant(i64::MIN)), now],
    )
    .await
}

/// What somebody was told does not count any more: they are kept, or the rule is gone.
pub async fn delete_warnings(tx: &mut Tx, people: Warned) -> DbResult<u64> {
    let (user, organisation) = match people {
        Warned::Person(user) => (Some(user), None),
        Warned::All(organisation) => (None, Some(organisation)),
    };
    tx.execute(
        "UPDATE users SET retention_warned_at = NULL \
         WHERE retention_warned_at IS NOT NULL AND (id = $1 OR organisation_id = $2)",
        args![user, organisation],
    )
    .await
}

/// Whose warning.
#[derive(Debug, Clone, Copy)]
pub enum Warned {
    Person(UserId),
    All(OrganisationId),
}

/// Plans the next check of an administration. False when this one is not the one that is planned: the rule has changed, or
/// the check was done before.
pub async fn mark_due(
    tx: &mut Tx,
    organisation: OrganisationId,
    due: Instant,
    next: Instant,
) -> DbResult<bool> {
    let changed = tx
        .execute(
            "UPDATE organisations SET retention_due_at = $3 \
             WHERE id = $1 AND retention_due_at = $2 AND retention_months IS NOT NULL",
            args![organisation, due, next],
        )
        .await?;
    Ok(changed == 1)
}
