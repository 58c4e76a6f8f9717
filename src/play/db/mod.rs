//! All SQL of the run-time: launches, attempts, documents. Results are in `results`.

mod guests;
mod shared;

use std::collections::BTreeMap;

use scorm::runtime::Document;
use sqlx::FromRow;

pub(super) use guests::{find_guest_launch, insert_guest_launch};
pub(super) use shared::{SharedWrite, changes, find_shared, write_shared};

use super::live::Place;
use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbError, DbResult, Tx};
use crate::i18n::Lang;
use crate::ids::{ActivityId, AttemptId, UserId, VersionId};

/// A launch, as the capability in its address finds it.
#[derive(Debug, Clone)]
pub struct Launch {
    pub mode: LaunchMode,
    pub learner: Learner,
    pub activity_id: ActivityId,
    pub version_id: VersionId,
    /// `None` where nothing is recorded: in preview and for guests.
    pub attempt_id: Option<AttemptId>,
}

/// Who plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Learner {
    User(UserId),
    /// A visitor, of whom nothing is known but the language they read.
    Guest(Lang),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LaunchMode {
    Normal,
    /// Looks at what an attempt left; writes nothing.
    Review,
    /// An author tries the package; nothing is recorded at all.
    Preview,
    /// A visitor tries the module; nothing is recorded at all.
    Guest,
}

impl LaunchMode {
    pub fn name(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Review => "review",
            Self::Preview => "preview",
            Self::Guest => "guest",
        }
    }
}

#[derive(Debug, Clone, FromRow)]
pub struct AttemptRow {
    pub id: i64,
    pub user_id: i64,
    pub activity_id: i64,
    pub version_id: i64,
    pub number: i64,
    pub epoch: i64,
    pub acked: i64,
    pub window_id: Option<String>,
    pub seen_at: Option<i64>,
    pub started_at: Option<i64>,
    pub saved_at: Option<i64>,
    pub ended_at: Option<i64>,
    pub observed_ms: i64,
    pub status: String,
    pub score: Option<i64>,
    pub outcome: String,
    pub navigation: String,
}

const ATTEMPT: &str = "SELECT id, user_id, activity_id, version_id, number, epoch, acked, window_id, \
     seen_at, started_at, saved_at, ended_at, observed_ms, status, score, outcome, navigation FROM attempts";

pub async fn find_launch(db: &Db, token_hash: &str) -> DbResult<Option<Launch>> {
    let row: Option<(String, i64, i64, i64, Option<i64>)> = db
        .find(
            "SELECT mode, user_id, activity_id, version_id, attempt_id FROM launches WHERE token_hash = $1",
            args![token_hash],
        )
        .await?;
    row.map(|(mode, user, activity, version, attempt)| {
        let mode = [LaunchMode::Normal, LaunchMode::Review, LaunchMode::Preview]
            .into_iter()
            .find(|known| known.name() == mode)
            .ok_or_else(|| DbError::ImpossibleRow(format!("launch mode {mode}")))?;
        Ok(Launch {
            mode,
            learner: Learner::User(UserId(user)),
            activity_id: ActivityId(activity),
            version_id: VersionId(version),
            attempt_id: attempt.map(AttemptId),
        })
    })
    .transpose()
}

pub async fn insert_launch(
    tx: &mut Tx,
    token_hash: &str,
    launch: &Launch,
    now: Instant,
) -> DbResult<()> {
    let user = match launch.learner {
        Learner::User(user) => user,
        Learner::Guest(lang) => {
            return insert_guest_launch(tx, token_hash, launch, lang, now).await;
        }
    };
    tx.execute(
        "INSERT INTO launches (token_hash, mode, user_id, activity_id, version_id, attempt_id, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![
            token_hash,
            launch.mode.name(),
            user,
            launch.activity_id,
            launch.version_id,
            launch.attempt_id,
            now
        ],
    )
    .await?;
    Ok(())
}

pub async fn find_attempt(db: &Db, id: AttemptId) -> DbResult<Option<AttemptRow>> {
    db.find(format!("{ATTEMPT} WHERE id = $1"), args![id]).await
}

/// All attempts of a person at an activity, in order.
pub async fn list_attempts(
    tx: &mut Tx,
    user: UserId,
    activity: ActivityId,
) -> DbResult<Vec<AttemptRow>> {
    tx.all(
        format!("{ATTEMPT} WHERE user_id = $1 AND activity_id = $2 ORDER BY number"),
        args![user, activity],
    )
    .await
}

/// An attempt that counts, as far as results are made of it.
#[derive(Debug, Clone)]
pub(super) struct Begun {
    pub id: i64,
    pub outcome: String,
}

/// The begun attempts of each of these people at each of these activities, in order.
pub(super) async fn list_begun(
    tx: &mut Tx,
    pairs: &[(UserId, ActivityId)],
) -> DbResult<BTreeMap<(UserId, ActivityId), Vec<Begun>>> {
    let mut begun: BTreeMap<_, Vec<Begun>> = BTreeMap::new();
    let rows = pairs
        .iter()
        .map(|(user, activity)| args![*user, *activity])
        .collect();
    for (placeholders, values) in tx.value_rows(rows) {
        let sql = format!(
            "WITH w (user_id, activity_id) AS (VALUES {placeholders}) \
             SELECT a.user_id, a.activity_id, a.id, a.outcome FROM w \
             JOIN attempts a ON a.user_id = w.user_id AND a.activity_id = w.activity_id \
             WHERE a.started_at IS NOT NULL ORDER BY a.number",
        );
        let rows: Vec<(i64, i64, i64, String)> = tx.all(sql, values).await?;
        for (user, activity, id, outcome) in rows {
            let key = (UserId(user), ActivityId(activity));
            begun.entry(key).or_default().push(Begun { id, outcome });
        }
    }
    Ok(begun)
}

pub async fn insert_attempt(
    tx: &mut Tx,
    user: UserId,
    activity: ActivityId,
    version: VersionId,
    number: i64,
    navigation: &str,
) -> DbResult<AttemptId> {
    tx.insert(
        "INSERT INTO attempts (user_id, activity_id, version_id, number, epoch, acked, observed_ms, \
         status, outcome, navigation) VALUES ($1, $2, $3, $4, 0, 0, 0, 'not_started', '', $5) RETURNING id",
        args![user, activity, version, number, navigation],
    )
    .await
    .map(AttemptId)
}

/// An attempt that nobody has begun yet takes the version that is published now.
pub async fn mark_version(tx: &mut Tx, attempt: AttemptId, version: VersionId) -> DbResult<()> {
    tx.execute(
        "UPDATE attempts SET version_id = $2 WHERE id = $1 AND started_at IS NULL",
        args![attempt, version],
    )
    .await?;
    Ok(())
}

pub async fn find_documents(db: &Db, attempt: AttemptId) -> DbResult<BTreeMap<String, Document>> {
    let rows: Vec<(String, String)> = db
        .all(
            "SELECT sco, document FROM attempt_scos WHERE attempt_id = $1",
            args![attempt],
        )
        .await?;
    rows.into_iter()
        .map(|(sco, text)| {
            let document = serde_json::from_str(&text).map_err(|error| {
                DbError::ImpossibleRow(format!("document of attempt {attempt}, {sco}: {error}"))
            })?;
            Ok((sco, document))
        })
        .collect()
}

/// What a batch writes of one attempt. Guarded by what was last read: another replica, or another
/// epoch, makes the write fail and the caller read again.
#[derive(Debug, Clone)]
pub struct AttemptWrite {
    pub id: AttemptId,
    pub epoch_before: i64,
    pub acked_before: i64,
    pub epoch: i64,
    pub acked: i64,
    pub window_id: Option<String>,
    pub seen_at: Option<i64>,
    pub started_at: Option<i64>,
    pub saved_at: Option<i64>,
    pub ended_at: Option<i64>,
    pub observed_ms: i64,
    pub status: &'static str,
    pub score: Option<i64>,
    pub outcome: String,
    pub navigation: String,
}

/// Writes attempts of active people. Returns the ids that were still as they were read.
pub async fn write_attempts(tx: &mut Tx, writes: &[AttemptWrite]) -> DbResult<Vec<i64>> {
    let mut written = Vec::with_capacity(writes.len());
    let rows = writes
        .iter()
        .map(|w| {
            args![
                w.id,
                w.epoch_before,
                w.acked_before,
                w.epoch,
                w.acked,
                w.window_id.clone(),
                w.seen_at,
                w.started_at,
                w.saved_at,
                w.ended_at,
                w.observed_ms,
                w.status,
                w.score,
                &w.outcome,
                &w.navigation
            ]
        })
        .collect();
    for (placeholders, values) in tx.value_rows(rows) {
        let sql = format!(
            "WITH w (id, epoch_before, acked_before, epoch, acked, window_id, seen_at, started_at, saved_at, \
             ended_at, observed_ms, status, score, outcome, navigation) AS (VALUES {placeholders}) \
             UPDATE attempts SET epoch = w.epoch, acked = w.acked, window_id = w.window_id, \
             seen_at = w.seen_at, started_at = w.started_at, saved_at = w.saved_at, ended_at = w.ended_at, \
             observed_ms = w.observed_ms, status = w.status, score = w.score, outcome = w.outcome, \
             navigation = w.navigation FROM w WHERE attempts.id = w.id \
             AND attempts.epoch = w.epoch_before AND attempts.acked = w.acked_before \
             AND EXISTS (SELECT 1 FROM users u WHERE u.id = attempts.user_id AND u.state = 'active') \
             RETURNING attempts.id",
        );
        let rows: Vec<(i64,)> = tx.all(sql, values).await?;
        written.extend(rows.into_iter().map(|(id,)| id));
    }
    Ok(written)
}

/// One document per (attempt, SCO).
#[derive(Debug)]
pub struct DocumentWrite {
    pub attempt: AttemptId,
    pub sco: String,
    pub document: String,
}

pub async fn write_documents(tx: &mut Tx, writes: &[DocumentWrite]) -> DbResult<()> {
    let rows = writes
        .iter()
        .map(|w| args![w.attempt, &w.sco, &w.document])
        .collect();
    for (placeholders, values) in tx.value_rows(rows) {
        let sql = format!(
            "WITH w (attempt_id, sco, document) AS (VALUES {placeholders}) \
             INSERT INTO attempt_scos (attempt_id, sco, document) \
             SELECT attempt_id, sco, document FROM w WHERE attempt_id IS NOT NULL \
             ON CONFLICT (attempt_id, sco) DO UPDATE SET document = excluded.document",
        );
        tx.execute(sql, values).await?;
    }
    Ok(())
}

/// Entries that came too late to count are kept as evidence.
pub async fn insert_stray(
    tx: &mut Tx,
    attempt: AttemptId,
    epoch: i64,
    body: &str,
    now: Instant,
) -> DbResult<()> {
    tx.execute(
        "INSERT INTO stray_entries (attempt_id, epoch, received_at, body) VALUES ($1, $2, $3, $4)",
        args![attempt, epoch, now, body],
    )
    .await?;
    Ok(())
}

/// The rows of the interactions table for one SCO, replaced as a whole.
pub async fn replace_interactions(
    tx: &mut Tx,
    attempt: AttemptId,
    sco: &str,
    rows: &[[String; 4]],
) -> DbResult<()> {
    tx.execute(
        "DELETE FROM interactions WHERE attempt_id = $1 AND sco = $2",
        args![attempt, sco],
    )
    .await?;
    for (position, [identifier, kind, response, result]) in rows.iter().enumerate() {
        tx.execute(
            "INSERT INTO interactions (attempt_id, sco, position, identifier, kind, response, result) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            args![attempt, sco, position as i64, identifier, kind, response, result],
        )
        .await?;
    }
    Ok(())
}

/// Whether the activity is met, and the score that counts.
pub async fn find_result(
    tx: &mut Tx,
    user: UserId,
    activity: ActivityId,
) -> DbResult<(bool, Option<i64>)> {
    let row: Option<(Option<i64>, Option<i64>)> = tx
        .find(
            "SELECT met_at, score FROM results WHERE user_id = $1 AND activity_id = $2",
            args![user, activity],
        )
        .await?;
    Ok(row.map_or((false, None), |(met_at, score)| (met_at.is_some(), score)))
}

/// An empty text is a place nobody has been to yet.
pub fn parse_place(text: &str) -> DbResult<Place> {
    if text.is_empty() {
        return Ok(Place::default());
    }
    serde_json::from_str(text).map_err(|error| DbError::ImpossibleRow(format!("place: {error}")))
}
