//! All SQL about policies and consents.

use sqlx::FromRow;

use super::{Policy, Question, State, Text, Version};
use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbError, DbResult, Tx};
use crate::i18n::Lang;
use crate::ids::{PolicyId, PolicyVersionId, UserId};

#[derive(Debug, FromRow)]
struct PolicyRow {
    id: i64,
    name: String,
    is_mandatory: bool,
}

impl From<PolicyRow> for Policy {
    fn from(row: PolicyRow) -> Self {
        Self {
            id: PolicyId(row.id),
            name: row.name,
            is_mandatory: row.is_mandatory,
        }
    }
}

pub async fn list_policies(db: &Db) -> DbResult<Vec<Policy>> {
    let rows: Vec<PolicyRow> = db
        .all(
            "SELECT id, name, is_mandatory FROM policies ORDER BY id",
            args![],
        )
        .await?;
    Ok(rows.into_iter().map(Policy::from).collect())
}

pub async fn find_policy(db: &Db, id: PolicyId) -> DbResult<Option<Policy>> {
    let row: Option<PolicyRow> = db
        .find(
            "SELECT id, name, is_mandatory FROM policies WHERE id = $1",
            args![id],
        )
        .await?;
    Ok(row.map(Policy::from))
}

pub async fn insert_policy(
    tx: &mut Tx,
    name: &str,
    is_mandatory: bool,
    now: Instant,
) -> DbResult<PolicyId> {
    tx.insert(
        "INSERT INTO policies (name, is_mandatory, created_at) VALUES ($1, $2, $3) RETURNING id",
        args![name, is_mandatory, now],
    )
    .await
    .map(PolicyId)
}

#[derive(Debug, FromRow)]
struct VersionRow {
    id: i64,
    policy_id: i64,
    number: i64,
    state: String,
    published_at: Option<i64>,
}

impl TryFrom<VersionRow> for Version {
    type Error = DbError;

    fn try_from(row: VersionRow) -> DbResult<Self> {
        Ok(Self {
            id: PolicyVersionId(row.id),
            policy_id: PolicyId(row.policy_id),
            number: row.number,
            state: State::parse(&row.state).ok_or_else(|| {
                DbError::ImpossibleRow(format!("policy version {}: state", row.id))
            })?,
            published_at: row.published_at.map(Instant),
        })
    }
}

/// The newest first.
pub async fn list_versions(db: &Db, policy: PolicyId) -> DbResult<Vec<Version>> {
    let rows: Vec<VersionRow> = db
        .all(
            "SELECT id, policy_id, number, state, published_at FROM policy_versions \
             WHERE policy_id = $1 ORDER BY number DESC",
            args![policy],
        )
        .await?;
    rows.into_iter().map(Version::try_from).collect()
}

pub async fn find_version(db: &Db, id: PolicyVersionId) -> DbResult<Option<Version>> {
    let row: Option<VersionRow> = db
        .find(
            "SELECT id, policy_id, number, state, published_at FROM policy_versions WHERE id = $1",
            args![id],
        )
        .await?;
    row.map(Version::try_from).transpose()
}

/// A draft after all others, with the texts of the newest. Fails as a duplicate while there is a draft.
pub async fn insert_draft(
    tx: &mut Tx,
    policy: PolicyId,
    now: Instant,
) -> DbResult<PolicyVersionId> {
    let newest: Option<(i64, i64)> = tx
        .find(
            "SELECT id, number FROM policy_versions WHERE policy_id = $1 ORDER BY number DESC LIMIT 1",
            args![policy],
        )
        .await?;
    let number = newest.map_or(1, |(_, number)| number + 1);
    let id = tx
        .insert(
            "INSERT INTO policy_versions (policy_id, number, state, created_at) \
             VALUES ($1, $2, 'draft', $3) RETURNING id",
            args![policy, number, now],
        )
        .await?;
    if let Some((newest, _)) = newest {
        tx.execute(
            "INSERT INTO policy_texts (version_id, lang, title, body, statement, changes) \
             SELECT $1, lang, title, body, statement, '' FROM policy_texts WHERE version_id = $2",
            args![id, newest],
        )
        .await?;
    }
    Ok(PolicyVersionId(id))
}

#[derive(Debug, FromRow)]
struct TextRow {
    lang: String,
    title: String,
    body: String,
    statement: String,
    changes: String,
}

pub async fn list_texts(db: &Db, version: PolicyVersionId) -> DbResult<Vec<Text>> {
    let rows: Vec<TextRow> = db
        .all(
            "SELECT lang, title, body, statement, changes FROM policy_texts WHERE version_id = $1 ORDER BY lang",
            args![version],
        )
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Text {
                lang: Lang::parse(&row.lang)
                    .ok_or_else(|| DbError::ImpossibleRow(format!("policy text: {}", row.lang)))?,
                title: row.title,
                body: row.body,
                statement: row.statement,
                changes: row.changes,
            })
        })
        .collect()
}

/// Writes a translation of a draft, or removes it. False when the version is no draft (any more).
pub async fn write_text(
    tx: &mut Tx,
    version: PolicyVersionId,
    lang: Lang,
    text: Option<&Text>,
) -> DbResult<bool> {
    // Holds the version's row, so that it is not published meanwhile.
    let drafts = tx
        .execute(
            "UPDATE policy_versions SET state = state WHERE id = $1 AND state = 'draft'",
            args![version],
        )
        .await?;
    if drafts == 0 {
        return Ok(false);
    }
    tx.execute(
        "DELETE FROM policy_texts WHERE version_id = $1 AND lang = $2",
        args![version, lang],
    )
    .await?;
    if let Some(text) = text {
        tx.execute(
            "INSERT INTO policy_texts (version_id, lang, title, body, statement, changes) \
             VALUES ($1, $2, $3, $4, $5, $6)",
            args![
                version,
                lang,
                &text.title,
                &text.body,
                &text.statement,
                &text.changes
            ],
        )
        .await?;
    }
    Ok(true)
}

/// Puts a draft in force and archives the version before. False when it is no draft, or has no text.
pub async fn publish(tx: &mut Tx, version: &Version, now: Instant) -> DbResult<bool> {
    tx.execute(
        "UPDATE policy_versions SET state = 'archived' WHERE policy_id = $1 AND state = 'published'",
        args![version.policy_id],
    )
    .await?;
    let changed = tx
        .execute(
            "UPDATE policy_versions SET state = 'published', published_at = $2 \
             WHERE id = $1 AND state = 'draft' \
             AND EXISTS (SELECT 1 FROM policy_texts WHERE version_id = $1)",
            args![version.id, now],
        )
        .await?;
    Ok(changed == 1)
}

/// Which versions in force a person `u` must still answer: what was never answered, and what was withheld although it
/// is mandatory. Every request asks, with its session.
macro_rules! unanswered {
    () => {
        "SELECT v.id FROM policy_versions v JOIN policies p ON p.id = v.policy_id \
         WHERE v.state = 'published' AND NOT EXISTS (SELECT 1 FROM consents c WHERE c.version_id = v.id \
         AND c.user_id = u.id AND (c.is_given OR NOT p.is_mandatory))"
    };
}
pub(crate) use unanswered;

/// In the order in which they are asked.
pub async fn list_questions(db: &Db, user: UserId) -> DbResult<Vec<Question>> {
    let ids: Vec<(i64,)> = db
        .all(
            concat!(
                "SELECT w.id FROM users u JOIN policy_versions w ON w.id IN (",
                unanswered!(),
                ") WHERE u.id = $1 ORDER BY w.policy_id"
            ),
            args![user],
        )
        .await?;
    questions(db, ids).await
}

/// What is in force, for those who have no account yet.
pub async fn list_in_force(db: &Db) -> DbResult<Vec<Question>> {
    let ids: Vec<(i64,)> = db
        .all(
            "SELECT id FROM policy_versions WHERE state = 'published' ORDER BY policy_id",
            args![],
        )
        .await?;
    questions(db, ids).await
}

async fn questions(db: &Db, ids: Vec<(i64,)>) -> DbResult<Vec<Question>> {
    let mut questions = Vec::new();
    for (id,) in ids {
        let missing = || DbError::ImpossibleRow(format!("policy version {id} is missing"));
        let version = find_version(db, PolicyVersionId(id))
            .await?
            .ok_or_else(missing)?;
        questions.push(Question {
            policy: find_policy(db, version.policy_id)
                .await?
                .ok_or_else(missing)?,
            texts: list_texts(db, version.id).await?,
            version,
        });
    }
    Ok(questions)
}

pub async fn insert_consent(
    tx: &mut Tx,
    (user, version): (UserId, PolicyVersionId),
    is_given: bool,
    lang: Lang,
    now: Instant,
) -> DbResult<()> {
    tx.execute(
        "INSERT INTO consents (user_id, version_id, is_given, lang, at) VALUES ($1, $2, $3, $4, $5)",
        args![user, version, is_given, lang, now],
    )
    .await?;
    Ok(())
}

/// A person's newest answer to a version.
#[derive(Debug, FromRow)]
pub struct Answer {
    pub given_name: String,
    pub family_name: String,
    pub email: String,
    pub organisation: String,
    pub number: i64,
    pub is_given: bool,
    pub lang: String,
    pub at: i64,
}

macro_rules! select_answer {
    ($where:literal) => {
        concat!(
            "SELECT u.given_name, u.family_name, u.email, o.name AS organisation, v.number, c.is_given, c.lang, c.at ",
            "FROM consents c JOIN users u ON u.id = c.user_id JOIN organisations o ON o.id = u.organisation_id ",
            "JOIN policy_versions v ON v.id = c.version_id ",
            "WHERE NOT EXISTS (SELECT 1 FROM consents n WHERE n.user_id = c.user_id ",
            "AND n.version_id = c.version_id AND n.id > c.id) AND ",
            $where
        )
    };
}

/// All answers to a policy, the newest first.
pub async fn list_answers(db: &Db, policy: PolicyId) -> DbResult<Vec<Answer>> {
    db.all(
        select_answer!("v.policy_id = $1 ORDER BY c.id DESC"),
        args![policy],
    )
    .await
}

/// What somebody has answered to what is in force.
pub async fn find_answer(
    db: &Db,
    user: UserId,
    version: PolicyVersionId,
) -> DbResult<Option<Answer>> {
    db.find(
        select_answer!("c.user_id = $1 AND c.version_id = $2"),
        args![user, version],
    )
    .await
}

/// The title under which a consent `c` to a version `v` was asked for: a policy's name is its secretariat's.
macro_rules! asked_title {
    () => {
        "COALESCE((SELECT t.title FROM policy_texts t WHERE t.version_id = v.id AND t.lang = c.lang), \
         (SELECT t.title FROM policy_texts t WHERE t.version_id = v.id AND t.lang = 'en'), \
         (SELECT MIN(t.title) FROM policy_texts t WHERE t.version_id = v.id), '')"
    };
}
pub(crate) use asked_title;

/// One of a person's own answers.
#[derive(Debug, FromRow)]
pub struct OwnAnswer {
    pub version_id: i64,
    pub title: String,
    pub number: i64,
    pub is_given: bool,
    pub lang: String,
    pub at: i64,
}

/// Every answer a person has ever given, the newest first.
pub async fn list_own_answers(db: &Db, user: UserId) -> DbResult<Vec<OwnAnswer>> {
    db.all(
        concat!(
            "SELECT v.id AS version_id, ",
            asked_title!(),
            " AS title, v.number, c.is_given, c.lang, c.at FROM consents c \
             JOIN policy_versions v ON v.id = c.version_id WHERE c.user_id = $1 ORDER BY c.id DESC"
        ),
        args![user],
    )
    .await
}
