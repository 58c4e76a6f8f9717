//! All SQL about the people of an administration.

use serde::Serialize;
use sqlx::FromRow;

use super::Member;
use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbError, DbResult, Tx, containing};
use crate::i18n::{Lang, fold};
use crate::ids::{OrganisationId, PositionId, UserId};
use crate::users::{EmailAddress, Role};
use crate::web::Slice;

#[derive(Debug, FromRow)]
struct MemberRow {
    id: i64,
    username: String,
    given_name: String,
    family_name: String,
    email: String,
    lang: String,
    role: String,
    organisation_id: i64,
    organisation: String,
    position_id: Option<i64>,
    position: Option<String>,
    state: String,
    must_change_password: bool,
    last_login_at: Option<i64>,
    courses_started: i64,
    courses_completed: i64,
}

impl TryFrom<MemberRow> for Member {
    type Error = DbError;

    fn try_from(row: MemberRow) -> DbResult<Self> {
        let impossible = |what: &str| DbError::ImpossibleRow(format!("user {}: {what}", row.id));
        Ok(Self {
            id: UserId(row.id),
            lang: Lang::parse(&row.lang).ok_or_else(|| impossible("lang"))?,
            role: Role::parse(&row.role).ok_or_else(|| impossible("role"))?,
            organisation_id: OrganisationId(row.organisation_id),
            position_id: row.position_id.map(PositionId),
            is_suspended: row.state == "suspended",
            is_invited: row.must_change_password && row.last_login_at.is_none(),
            last_login_at: row.last_login_at.map(Instant),
            courses_started: row.courses_started,
            courses_completed: row.courses_completed,
            username: row.username,
            given_name: row.given_name,
            family_name: row.family_name,
            email: row.email,
            organisation: row.organisation,
            position: row.position,
        })
    }
}

macro_rules! select_member {
    ($where:literal) => {
        concat!(
            "SELECT u.id, u.username, u.given_name, u.family_name, u.email, u.lang, u.role, u.organisation_id, ",
            "o.name AS organisation, j.position_id, p.name AS position, u.state, u.must_change_password, ",
            "u.last_login_at, ",
            "(SELECT CAST(COUNT(*) AS BIGINT) FROM enrolments e WHERE e.user_id = u.id ",
            "AND (e.started_at IS NOT NULL OR e.completed_at IS NOT NULL)) AS courses_started, ",
            "(SELECT CAST(COUNT(*) AS BIGINT) FROM enrolments e WHERE e.user_id = u.id ",
            "AND e.completed_at IS NOT NULL) AS courses_completed ",
            "FROM users u JOIN organisations o ON o.id = u.organisation_id ",
            "LEFT JOIN job_assignments j ON j.user_id = u.id AND j.ended_at IS NULL ",
            "LEFT JOIN positions p ON p.id = j.position_id ",
            "WHERE u.state <> 'deleted' AND ",
            $where
        )
    };
}

/// What a list of people is about.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// `None` reaches all administrations.
    pub scope: Option<OrganisationId>,
    /// All of these words must be found in the name or the address.
    pub words: &'a str,
}

pub async fn list_members(db: &Db, wanted: Wanted<'_>, slice: Slice) -> DbResult<Vec<Member>> {
    let rows: Vec<MemberRow> = db
        .all(
            select_member!(
                "($1 IS NULL OR u.organisation_id = $1) \
                 AND (u.name_folded LIKE $2 ESCAPE '\\' OR u.email_folded LIKE $2 ESCAPE '\\') \
                 ORDER BY u.name_folded, u.id LIMIT $3 OFFSET $4"
            ),
            args![
                wanted.scope,
                containing(wanted.words),
                slice.limit(),
                slice.offset()
            ],
        )
        .await?;
    rows.into_iter().map(Member::try_from).collect()
}

pub async fn count_members(db: &Db, wanted: Wanted<'_>) -> DbResult<i64> {
    let row: Option<(i64,)> = db
        .find(
            "SELECT CAST(COUNT(*) AS BIGINT) FROM users u WHERE u.state <> 'deleted' \
             AND ($1 IS NULL OR u.organisation_id = $1) \
             AND (u.name_folded LIKE $2 ESCAPE '\\' OR u.email_folded LIKE $2 ESCAPE '\\')",
            args![wanted.scope, containing(wanted.words)],
        )
        .await?;
    Ok(row.map_or(0, |(count,)| count))
}

/// Within an administration, or not there at all.
pub async fn find_member(
    db: &Db,
    id: UserId,
    scope: Option<OrganisationId>,
) -> DbResult<Option<Member>> {
    let row: Option<MemberRow> = db
        .find(
            select_member!("u.id = $1 AND ($2 IS NULL OR u.organisation_id = $2)"),
            args![id, scope],
        )
        .await?;
    row.map(Member::try_from).transpose()
}

macro_rules! namesake {
    () => {
        "SELECT id, organisation_id FROM users WHERE username = $1 OR email_folded = $2 ORDER BY id LIMIT 1"
    };
}

/// Whoever has a user name or an address already, and where.
pub async fn find_namesake(
    db: &Db,
    username: &str,
    email_folded: &str,
) -> DbResult<Option<OrganisationId>> {
    let row: Option<(i64, i64)> = db.find(namesake!(), args![username, email_folded]).await?;
    Ok(row.map(|(_, organisation)| OrganisationId(organisation)))
}

/// Looked up again in the transaction that would add them.
pub async fn has_namesake(tx: &mut Tx, username: &str, email_folded: &str) -> DbResult<bool> {
    let row: Option<(i64, i64)> = tx.find(namesake!(), args![username, email_folded]).await?;
    Ok(row.is_some())
}

/// To another administration, unless somebody has moved or deleted them meanwhile.
pub async fn mark_moved(
    tx: &mut Tx,
    (user, from): (UserId, OrganisationId),
    to: OrganisationId,
) -> DbResult<u64> {
    tx.execute(
        "UPDATE users SET organisation_id = $3 WHERE id = $1 AND organisation_id = $2 AND state <> 'deleted'",
        args![user, from, to],
    )
    .await
}

/// Where somebody works or has worked, and as what.
#[derive(Debug, FromRow, Serialize)]
pub struct JobHeld {
    pub organisation: String,
    pub position: Option<String>,
    pub started_at: i64,
    pub ended_at: Option<i64>,
}

/// The latest first.
pub async fn list_jobs(db: &Db, user: UserId) -> DbResult<Vec<JobHeld>> {
    db.all(
        "SELECT o.name AS organisation, p.name AS position, j.started_at, j.ended_at FROM job_assignments j \
         JOIN organisations o ON o.id = j.organisation_id LEFT JOIN positions p ON p.id = j.position_id \
         WHERE j.user_id = $1 ORDER BY j.started_at DESC, j.id DESC",
        args![user],
    )
    .await
}

/// What may be put right about somebody.
#[derive(Debug, Clone)]
pub struct MemberInput {
    pub given_name: String,
    pub family_name: String,
    pub email: EmailAddress,
    pub lang: Lang,
    pub role: Role,
}

/// Fails as a duplicate when somebody else has the address.
pub async fn update_member(tx: &mut Tx, id: UserId, input: &MemberInput) -> DbResult<u64> {
    tx.execute(
        "UPDATE users SET given_name = $2, family_name = $3, name_folded = $4, email = $5, email_folded = $6, \
         lang = $7, role = $8 WHERE id = $1 AND state <> 'deleted'",
        args![
            id,
            &input.given_name,
            &input.family_name,
            fold(&format!("{} {}", input.given_name, input.family_name)),
            input.email.as_str(),
            input.email.folded(),
            input.lang,
            input.role.name()
        ],
    )
    .await
}

/// Sets a temporary password; false when the person has chosen one of their own meanwhile.
pub async fn mark_invited(tx: &mut Tx, id: UserId, password_hash: &str) -> DbResult<bool> {
    let changed = tx
        .execute(
            "UPDATE users SET password_hash = $2 WHERE id = $1 AND must_change_password AND state = 'active'",
            args![id, password_hash],
        )
        .await?;
    Ok(changed == 1)
}

pub async fn mark_must_change(tx: &mut Tx, id: UserId) -> DbResult<u64> {
    tx.execute(
        "UPDATE users SET must_change_password = $2 WHERE id = $1",
        args![id, true],
    )
    .await
}
