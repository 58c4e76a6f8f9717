//! One person on the deletion list, from coming onto it to what became of them. Every change is guarded by the state it
//! leaves.

use sqlx::FromRow;

use super::within_reach;
use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbError, DbResult, Tx};
use crate::i18n::Lang;
use crate::ids::{ErasureId, OrganisationId, UserId};
use crate::rights::{Erasure, Reach, Standing, Why};
use crate::users::Role;

#[derive(Debug, FromRow)]
pub(super) struct ErasureRow {
    id: i64,
    user_id: i64,
    why: String,
    state: String,
    reason: String,
    since: i64,
    escalated_at: Option<i64>,
    ended_at: Option<i64>,
    refusal: String,
    given_name: String,
    family_name: String,
    email: String,
    lang: String,
    role: String,
    organisation_id: i64,
    organisation: String,
    last_login_at: Option<i64>,
    courses_started: i64,
    certificates: i64,
}

impl TryFrom<ErasureRow> for Erasure {
    type Error = DbError;

    fn try_from(row: ErasureRow) -> DbResult<Self> {
        let impossible = |what: &str| DbError::ImpossibleRow(format!("erasure {}: {what}", row.id));
        Ok(Self {
            id: ErasureId(row.id),
            user_id: UserId(row.user_id),
            why: Why::parse(&row.why).ok_or_else(|| impossible("why"))?,
            standing: Standing::parse(&row.state).ok_or_else(|| impossible("state"))?,
            lang: Lang::parse(&row.lang).ok_or_else(|| impossible("lang"))?,
            role: Role::parse(&row.role).ok_or_else(|| impossible("role"))?,
            since: Instant(row.since),
            escalated_at: row.escalated_at.map(Instant),
            ended_at: row.ended_at.map(Instant),
            name: format!("{} {}", row.given_name, row.family_name),
            organisation_id: OrganisationId(row.organisation_id),
            last_login_at: row.last_login_at.map(Instant),
            reason: row.reason,
            refusal: row.refusal,
            email: row.email,
            organisation: row.organisation,
            courses_started: row.courses_started,
            certificates: row.certificates,
        })
    }
}

macro_rules! select_erasure {
    ($where:literal) => {
        concat!(
            "SELECT e.id, e.user_id, e.why, e.state, e.reason, e.since, e.escalated_at, e.ended_at, e.refusal, ",
            "u.given_name, u.family_name, u.email, u.lang, u.role, u.organisation_id, o.name AS organisation, ",
            "u.last_login_at, (SELECT CAST(COUNT(*) AS BIGINT) FROM enrolments n WHERE n.user_id = u.id ",
            "AND (n.started_at IS NOT NULL OR n.completed_at IS NOT NULL)) AS courses_started, ",
            "(SELECT CAST(COUNT(*) AS BIGINT) FROM certificates k WHERE k.user_id = u.id) AS certificates ",
            "FROM erasures e JOIN users u ON u.id = e.user_id JOIN organisations o ON o.id = u.organisation_id WHERE ",
            $where
        )
    };
}
pub(super) use select_erasure;

/// Within an administration; `None` reaches all.
pub async fn find_erasure(
    db: &Db,
    id: ErasureId,
    scope: Option<OrganisationId>,
) -> DbResult<Option<Erasure>> {
    let row: Option<ErasureRow> = db
        .find(
            select_erasure!("e.id = $1 AND ($2 IS NULL OR u.organisation_id = $2)"),
            args![id, scope],
        )
        .await?;
    row.map(Erasure::try_from).transpose()
}

/// Whoever it is about, for what follows from it by itself.
pub async fn find_any_erasure(tx: &mut Tx, id: ErasureId) -> DbResult<Option<Erasure>> {
    let row: Option<ErasureRow> = tx.find(select_erasure!("e.id = $1"), args![id]).await?;
    row.map(Erasure::try_from).transpose()
}

pub async fn list_these(tx: &mut Tx, ids: &[ErasureId]) -> DbResult<Vec<Erasure>> {
    let places: Vec<_> = (1..=ids.len()).map(|at| format!("${at}")).collect();
    // Nobody has the number 0.
    let places = [&["0".to_owned()], places.as_slice()].concat().join(",");
    let sql = format!("{} AND e.id IN ({places})", select_erasure!("1 = 1"));
    let values = ids.iter().map(|id| (*id).into()).collect();
    let rows: Vec<ErasureRow> = tx.all(sql, values).await?;
    rows.into_iter().map(Erasure::try_from).collect()
}

/// What waits to be decided about a person.
pub async fn find_open(db: &Db, user: UserId) -> DbResult<Option<Erasure>> {
    let row: Option<ErasureRow> = db
        .find(
            select_erasure!("e.user_id = $1 AND e.state = 'open'"),
            args![user],
        )
        .await?;
    row.map(Erasure::try_from).transpose()
}

/// The last request of a person, when it was refused.
pub async fn find_refused(db: &Db, user: UserId) -> DbResult<Option<Erasure>> {
    let row: Option<ErasureRow> = db
        .find(
            select_erasure!(
                "e.state = 'refused' AND e.why = 'asked' \
                 AND e.id = (SELECT MAX(l.id) FROM erasures l WHERE l.user_id = $1)"
            ),
            args![user],
        )
        .await?;
    row.map(Erasure::try_from).transpose()
}

/// Fails as a duplicate while there is one that waits.
pub async fn insert_asked(
    tx: &mut Tx,
    user: UserId,
    reason: &str,
    now: Instant,
) -> DbResult<ErasureId> {
    tx.insert(
        "INSERT INTO erasures (user_id, why, state, reason, since) VALUES ($1, 'asked', 'open', $2, $3) RETURNING id",
        args![user, reason, now],
    )
    .await
    .map(ErasureId)
}

/// The person's own request; `None` when it has been decided, or there is none.
pub async fn mark_withdrawn(
    tx: &mut Tx,
    user: UserId,
    now: Instant,
) -> DbResult<Option<ErasureId>> {
    let row: Option<(i64,)> = tx
        .find(
            "UPDATE erasures SET state = 'withdrawn', ended_at = $2 \
             WHERE user_id = $1 AND state = 'open' AND why = 'asked' RETURNING id",
            args![user, now],
        )
        .await?;
    Ok(row.map(|(id,)| ErasureId(id)))
}

/// Whoever logs in is not away: they leave the list without a word.
pub async fn mark_returned(tx: &mut Tx, user: UserId, now: Instant) -> DbResult<u64> {
    tx.execute(
        "UPDATE erasures SET state = 'returned', ended_at = $2 \
         WHERE user_id = $1 AND state = 'open' AND why = 'retention'",
        args![user, now],
    )
    .await
}

/// False when somebody else was first.
pub async fn mark_refused(
    tx: &mut Tx,
    id: ErasureId,
    (by, refusal): (UserId, &str),
    now: Instant,
) -> DbResult<bool> {
    let changed = tx
        .execute(
            "UPDATE erasures SET state = 'refused', refusal = $2, ended_at = $3, ended_by = $4 \
             WHERE id = $1 AND state = 'open'",
            args![id, refusal, now, by],
        )
        .await?;
    Ok(changed == 1)
}

/// False when it was escalated before, or waits no longer.
pub async fn mark_escalated(tx: &mut Tx, id: ErasureId, now: Instant) -> DbResult<bool> {
    let changed = tx
        .execute(
            "UPDATE erasures SET escalated_at = $2 WHERE id = $1 AND state = 'open' AND escalated_at IS NULL",
            args![id, now],
        )
        .await?;
    Ok(changed == 1)
}

/// What must still hold of somebody who is about to be deleted.
#[derive(Debug, Clone, Copy)]
pub struct Expected {
    pub reach: Reach,
    pub now: Instant,
}

/// Takes those off the list who may be deleted now: who still stand on it, are still within reach, and, when they came by
/// having been away, are still away. Nobody else can take them at the same time. Returns whom it took.
pub async fn mark_erased(
    tx: &mut Tx,
    ids: &[ErasureId],
    expected: Expected,
) -> DbResult<Vec<(ErasureId, UserId)>> {
    let Expected { reach, now } = expected;
    let mut values = args![reach.actor, reach.role.name(), reach.scope, now];
    let places: Vec<_> = (0..ids.len()).map(|at| format!("${}", at + 5)).collect();
    values.extend(ids.iter().map(|id| (*id).into()));
    let sql = format!(
        concat!(
            "UPDATE erasures SET state = 'done', ended_at = $4, ended_by = $1 WHERE state = 'open' \
             AND id IN ({}) AND EXISTS (SELECT 1 FROM users u WHERE u.id = erasures.user_id AND ",
            within_reach!("$1", "$2", "$3"),
            " AND (erasures.why = 'asked' OR (COALESCE(u.last_login_at, 0) <= erasures.since AND NOT EXISTS \
             (SELECT 1 FROM sessions s WHERE s.user_id = u.id AND s.seen_at > erasures.since)))) \
             RETURNING id, user_id"
        ),
        places.join(",")
    );
    let rows: Vec<(i64, i64)> = tx.all(sql, values).await?;
    let ids = |(id, user)| (ErasureId(id), UserId(user));
    Ok(rows.into_iter().map(ids).collect())
}
