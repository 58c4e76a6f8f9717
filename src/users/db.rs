//! All SQL about people and administrations.

use sqlx::FromRow;

use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbError, DbResult, Tx};
use crate::i18n::{Lang, fold};
use crate::ids::{OrganisationId, SessionId, UserId};
use crate::organisations::DesignationKind;
use crate::organisations::db::insert_job;
use crate::policies::db::unanswered;
use crate::users::{EmailAddress, NewUser, Role, User, Username};

#[derive(Debug, FromRow)]
struct UserRow {
    id: i64,
    username: String,
    email: String,
    given_name: String,
    family_name: String,
    role: String,
    organisation_id: i64,
    organisation: String,
    lang: String,
    learner_key: String,
    state: String,
}

impl TryFrom<UserRow> for User {
    type Error = DbError;

    fn try_from(row: UserRow) -> DbResult<Self> {
        let impossible = |what: &str| DbError::ImpossibleRow(format!("user {}: {what}", row.id));
        Ok(Self {
            id: UserId(row.id),
            role: Role::parse(&row.role).ok_or_else(|| impossible("role"))?,
            lang: Lang::parse(&row.lang).ok_or_else(|| impossible("lang"))?,
            is_suspended: match row.state.as_str() {
                "active" => false,
                "suspended" => true,
                _ => return Err(impossible("state")),
            },
            organisation_id: OrganisationId(row.organisation_id),
            organisation: row.organisation,
            username: row.username,
            email: row.email,
            given_name: row.given_name,
            family_name: row.family_name,
            learner_key: row.learner_key,
        })
    }
}

macro_rules! select_user {
    ($where:literal) => {
        concat!(
            "SELECT u.id, u.username, u.email, u.given_name, u.family_name, u.role, u.organisation_id, ",
            "o.name AS organisation, u.lang, u.learner_key, u.state ",
            "FROM users u JOIN organisations o ON o.id = u.organisation_id ",
            // Whoever was deleted is not there any more.
            "WHERE u.state <> 'deleted' AND (",
            $where,
            ")"
        )
    };
}

pub async fn find_user(db: &Db, id: UserId) -> DbResult<Option<User>> {
    let row: Option<UserRow> = db.find(select_user!("u.id = $1"), args![id]).await?;
    row.map(User::try_from).transpose()
}

/// By user name or e-mail address, as people type them at log-in. An address is its owner's, even where somebody else's
/// user name is spelt like it.
pub async fn find_user_by_login(db: &Db, login: &str) -> DbResult<Option<User>> {
    let folded = login.trim().to_lowercase();
    let row: Option<UserRow> = db
        .find(
            select_user!(
                "u.id = (SELECT f.id FROM users f \
                 WHERE f.state <> 'deleted' AND (f.username = $1 OR f.email_folded = $1) \
                 ORDER BY CASE WHEN f.email_folded = $1 THEN 0 ELSE 1 END LIMIT 1)"
            ),
            args![folded],
        )
        .await?;
    row.map(User::try_from).transpose()
}

/// Whoever has been able to build courses for longest: what the command line does is done in their name.
pub async fn find_first_author(db: &Db) -> DbResult<Option<User>> {
    let row: Option<UserRow> = db
        .find(
            select_user!(
                "u.id = (SELECT MIN(f.id) FROM users f \
                 WHERE f.role IN ('author', 'secretariat', 'operator') AND f.state = 'active')"
            ),
            vec![],
        )
        .await?;
    row.map(User::try_from).transpose()
}

pub async fn find_password_hash(db: &Db, id: UserId) -> DbResult<Option<String>> {
    let row: Option<(Option<String>,)> = db
        .find("SELECT password_hash FROM users WHERE id = $1", args![id])
        .await?;
    Ok(row.and_then(|(hash,)| hash))
}

/// Whose session it is, as far as every request must know.
#[derive(Debug)]
pub struct SessionUser {
    pub id: SessionId,
    pub user: User,
    pub must_change_password: bool,
    /// A policy in force waits for their answer.
    pub owes_consent: bool,
    /// What they are in their administration now, when they coordinate it.
    pub coordinates: Option<DesignationKind>,
    /// IANA's name; empty when not said.
    pub time_zone: String,
    /// SHA-256 of their photo.
    pub picture_hash: Option<String>,
    pub seen_at: Instant,
}

pub async fn find_session_user(
    db: &Db,
    token_hash: &str,
    now: Instant,
) -> DbResult<Option<SessionUser>> {
    #[derive(FromRow)]
    struct Row {
        session_id: i64,
        seen_at: i64,
        must_change_password: bool,
        owes_consent: bool,
        coordinates: Option<String>,
        time_zone: String,
        picture_hash: Option<String>,
        #[sqlx(flatten)]
        user: UserRow,
    }
    let row: Option<Row> = db
        .find(
            concat!(
                "SELECT s.id AS session_id, s.seen_at, u.must_change_password, u.time_zone, u.picture_hash, ",
                "u.id, u.username, u.email, ",
                "u.given_name, u.family_name, u.role, u.organisation_id, o.name AS organisation, u.lang, ",
                "u.learner_key, u.state, EXISTS (",
                unanswered!(),
                ") AS owes_consent, (SELECT MIN(d.kind) FROM coordinator_designations d WHERE d.user_id = u.id ",
                "AND d.organisation_id = u.organisation_id AND d.starts_at <= $2 ",
                "AND (d.ends_at IS NULL OR d.ends_at > $2)) AS coordinates ",
                "FROM sessions s JOIN users u ON u.id = s.user_id ",
                "JOIN organisations o ON o.id = u.organisation_id ",
                "WHERE s.token_hash = $1 AND s.expires_at > $2 AND u.state = 'active'"
            ),
            args![token_hash, now],
        )
        .await?;
    row.map(|row| {
        Ok(SessionUser {
            coordinates: row.coordinates.as_deref().and_then(DesignationKind::parse),
            id: SessionId(row.session_id),
            seen_at: Instant(row.seen_at),
            must_change_password: row.must_change_password,
            owes_consent: row.owes_consent,
            time_zone: row.time_zone,
            picture_hash: row.picture_hash,
            user: User::try_from(row.user)?,
        })
    })
    .transpose()
}

pub async fn is_email_taken(tx: &mut Tx, email: &EmailAddress) -> DbResult<bool> {
    let row: Option<(i64,)> = tx
        .find(
            "SELECT id FROM users WHERE email_folded = $1",
            args![email.folded()],
        )
        .await?;
    Ok(row.is_some())
}

pub async fn is_username_taken(tx: &mut Tx, username: &Username) -> DbResult<bool> {
    let row: Option<(i64,)> = tx
        .find(
            "SELECT id FROM users WHERE username = $1",
            args![username.as_str()],
        )
        .await?;
    Ok(row.is_some())
}

pub async fn insert_user(tx: &mut Tx, user: &NewUser, now: Instant) -> DbResult<UserId> {
    let id = tx
        .insert(
        "INSERT INTO users (username, email, email_folded, given_name, family_name, password_hash, \
         role, organisation_id, lang, state, learner_key, created_at, name_folded) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'active', $10, $11, $12) RETURNING id",
        args![
            user.username.as_str(),
            user.email.as_str(),
            user.email.folded(),
            &user.given_name,
            &user.family_name,
            user.password_hash.clone(),
            user.role.name(),
            user.organisation_id,
            user.lang,
            &user.learner_key,
            now,
            fold(&format!("{} {}", user.given_name, user.family_name)),
        ],
    )
    .await
    .map(UserId)?;
    insert_job(tx, id, user.organisation_id, user.position_id, now).await?;
    Ok(id)
}

pub async fn mark_language(db: &Db, id: UserId, lang: Lang) -> DbResult<()> {
    db.execute("UPDATE users SET lang = $2 WHERE id = $1", args![id, lang])
        .await?;
    Ok(())
}

/// Suspends or reactivates; sessions of a suspended person end in the same transaction. Whoever was deleted stays so.
pub async fn mark_suspended(tx: &mut Tx, id: UserId, suspended: bool) -> DbResult<u64> {
    let state = if suspended { "suspended" } else { "active" };
    if suspended {
        tx.execute("DELETE FROM sessions WHERE user_id = $1", args![id])
            .await?;
    }
    tx.execute(
        "UPDATE users SET state = $2 WHERE id = $1 AND state <> $2 AND state <> 'deleted'",
        args![id, state],
    )
    .await
}

/// A session to be begun, and what its owner will tell it by.
#[derive(Debug, Clone, Copy)]
pub struct NewSession<'a> {
    pub token_hash: &'a str,
    pub user_id: UserId,
    pub browser: &'a str,
    pub address: &'a str,
}

pub async fn insert_session(
    tx: &mut Tx,
    session: NewSession<'_>,
    now: Instant,
    expires: Instant,
) -> DbResult<()> {
    let user = session.user_id;
    tx.execute(
        "INSERT INTO sessions (token_hash, user_id, created_at, seen_at, expires_at, browser, address) \
         VALUES ($1, $2, $3, $3, $4, $5, $6)",
        args![
            session.token_hash,
            user,
            now,
            expires,
            session.browser,
            session.address
        ],
    )
    .await?;
    tx.execute(
        "UPDATE users SET last_login_at = $2 WHERE id = $1",
        args![user, now],
    )
    .await?;
    tx.execute("DELETE FROM sessions WHERE expires_at <= $1", args![now])
        .await?;
    Ok(())
}

/// Slides the session's end along with use.
pub async fn touch_session(
    db: &Db,
    token_hash: &str,
    now: Instant,
    expires: Instant,
) -> DbResult<()> {
    db.execute(
        "UPDATE sessions SET seen_at = $2, expires_at = $3 WHERE token_hash = $1",
        args![token_hash, now, expires],
    )
    .await?;
    Ok(())
}

pub async fn delete_session(db: &Db, token_hash: &str) -> DbResult<()> {
    db.execute(
        "DELETE FROM sessions WHERE token_hash = $1",
        args![token_hash],
    )
    .await?;
    Ok(())
}
