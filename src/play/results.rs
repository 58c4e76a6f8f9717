//! From an attempt's outcome to everything that follows from it, in the commit's own transaction:
//! the activity's result, the course's progress and completion. No job has to run for screens to agree.

use scorm::outcome::{self, Counting, Outcome, Rules};

use serde_json::json;

use super::db::{Begun, list_begun};
use crate::args;
use crate::clock::Instant;
use crate::courses::{Activity, ActivityKind, Grading};
use crate::db::{DbError, DbResult, Tx};
use crate::i18n::Lang;
use crate::ids::{ActivityId, CourseId, UserId};
use crate::jobs::{self, Job};
use crate::mail::Mail;
use crate::{courses, learning};

/// Whose result changed, and by which rules it counts.
#[derive(Debug, Clone)]
pub(super) struct Settlement {
    pub user: UserId,
    pub activity: ActivityId,
    pub course: CourseId,
    pub rules: Rules,
    pub grading: Grading,
    /// Nothing of this attempt counted before.
    pub is_first: bool,
}

impl Settlement {
    fn key(&self) -> (UserId, ActivityId) {
        (self.user, self.activity)
    }
}

/// The outcome's rules for an activity. The package's own masteries are known but do not win.
pub fn rules_of(activity: &Activity) -> Rules {
    let base = match activity.kind {
        ActivityKind::Lesson => Rules::lesson(),
        ActivityKind::Quiz => Rules::quiz(),
    };
    let mark = activity.pass_mark.and_then(|mark| u32::try_from(mark).ok());
    Rules {
        pass_mark: mark.and_then(outcome::Percent::from_hundredths),
        scored: match (activity.kind, activity.pass_mark) {
            // A quiz without a mark, or a lesson with one: the author's word counts.
            (ActivityKind::Quiz, None) => outcome::Scored::WhenReported,
            (ActivityKind::Lesson, Some(_)) => outcome::Scored::Declared,
            _ => base.scored,
        },
        ..base
    }
}

fn counting(grading: Grading) -> Counting {
    match grading {
        Grading::Best => Counting::Best,
        Grading::Last => Counting::Last,
        Grading::First => Counting::First,
        Grading::Average => Counting::Average,
    }
}

/// Recomputes each result from all attempts and writes what follows.
pub(super) async fn settle(
    tx: &mut Tx,
    mut settlements: Vec<Settlement>,
    now: Instant,
) -> DbResult<()> {
    // Two attempts of one learner may have changed in the same batch: their result is one.
    settlements.sort_by_key(Settlement::key);
    settlements.dedup_by(|later, kept| {
        let is_same = later.key() == kept.key();
        kept.is_first |= is_same && later.is_first;
        is_same
    });
    let pairs: Vec<_> = settlements.iter().map(Settlement::key).collect();
    let begun = list_begun(tx, &pairs).await?;
    let mut counted = Vec::with_capacity(settlements.len());
    for settlement in &settlements {
        let of_this = begun.get(&settlement.key()).map_or(&[][..], Vec::as_slice);
        counted.push(ResultWrite::of(settlement, of_this)?);
    }
    upsert_results(tx, &counted, now).await?;
    // What is not met moves no course on.
    let mut moved: Vec<_> = settlements
        .iter()
        .zip(&counted)
        .filter(|(settlement, result)| settlement.is_first || result.is_met)
        .map(|(settlement, _)| (settlement.user, settlement.course))
        .collect();
    // Each once, and in one order everywhere: two writers must not wait for each other's rows.
    moved.sort_unstable();
    moved.dedup();
    for (user, course) in moved {
        move_on(tx, user, course, now).await?;
    }
    Ok(())
}

/// Brings the course up to the learner's results.
async fn move_on(tx: &mut Tx, user: UserId, course: CourseId, now: Instant) -> DbResult<()> {
    courses::db::insert_enrolment(tx, user, course, now).await?;
    if learning::db::record_course_progress(tx, user, course, now).await? {
        congratulate(tx, user, course, now).await?;
    }
    Ok(())
}

/// Tells the learner, once: completion is recorded once.
async fn congratulate(tx: &mut Tx, user: UserId, course: CourseId, now: Instant) -> DbResult<()> {
    let Some((email, given, family, lang, title)) = find_addressee(tx, user, course).await? else {
        return Ok(());
    };
    let mail = Mail {
        to: email,
        lang: Lang::parse(&lang).unwrap_or_default(),
        template: "course_completed".to_owned(),
        values: json!({ "name": format!("{given} {family}"), "course": title, "course_id": course }),
    };
    jobs::enqueue(tx, &Job::SendMail(mail), now).await
}

pub fn parse_outcome(text: &str) -> DbResult<Outcome> {
    if text.is_empty() {
        return Ok(Outcome::not_started());
    }
    serde_json::from_str(text).map_err(|error| DbError::ImpossibleRow(format!("outcome: {error}")))
}

type Addressee = (String, String, String, String, String);

async fn find_addressee(
    tx: &mut Tx,
    user: UserId,
    course: CourseId,
) -> DbResult<Option<Addressee>> {
    tx.find(
        "SELECT u.email, u.given_name, u.family_name, u.lang, c.title FROM users u, courses c \
         WHERE u.id = $1 AND c.id = $2",
        args![user, course],
    )
    .await
}

/// What one activity counts for one learner.
struct ResultWrite {
    user: UserId,
    activity: ActivityId,
    /// The attempt that counts.
    attempt: Option<i64>,
    status: &'static str,
    score: Option<i64>,
    is_met: bool,
    outcome: String,
}

impl ResultWrite {
    fn of(settlement: &Settlement, begun: &[Begun]) -> DbResult<Self> {
        let outcomes = begun
            .iter()
            .map(|attempt| parse_outcome(&attempt.outcome))
            .collect::<DbResult<Vec<_>>>()?;
        let counting = counting(settlement.grading);
        let counted = outcome::combine_attempts(&outcomes, counting, &settlement.rules);
        let attempt = outcomes
            .iter()
            .position(|one| one.score == counted.score && one.status() == counted.status())
            .and_then(|at| begun.get(at))
            .map(|attempt| attempt.id);
        Ok(Self {
            user: settlement.user,
            activity: settlement.activity,
            attempt,
            status: counted.status().word(),
            score: counted
                .score
                .as_ref()
                .map(|score| i64::from(score.normalised.hundredths())),
            is_met: counted.is_met(),
            outcome: serde_json::to_string(&counted)
                .map_err(|error| DbError::ImpossibleRow(format!("outcome: {error}")))?,
        })
    }
}

/// `met_at` is written once and never taken back.
async fn upsert_results(tx: &mut Tx, results: &[ResultWrite], now: Instant) -> DbResult<()> {
    let rows = results
        .iter()
        .map(|result| {
            args![
                result.user,
                result.activity,
                result.attempt,
                result.status,
                result.score,
                &result.outcome,
                result.is_met.then_some(now),
                now
            ]
        })
        .collect();
    for (placeholders, values) in tx.value_rows(rows) {
        let sql = format!(
            "WITH w (user_id, activity_id, attempt_id, status, score, outcome, met_at, updated_at) \
             AS (VALUES {placeholders}) \
             INSERT INTO results (user_id, activity_id, attempt_id, status, score, outcome, met_at, updated_at) \
             SELECT user_id, activity_id, attempt_id, status, score, outcome, met_at, updated_at FROM w \
             WHERE user_id IS NOT NULL \
             ON CONFLICT (user_id, activity_id) DO UPDATE SET attempt_id = excluded.attempt_id, \
             status = excluded.status, score = excluded.score, outcome = excluded.outcome, \
             met_at = COALESCE(results.met_at, excluded.met_at), updated_at = excluded.updated_at",
        );
        tx.execute(sql, values).await?;
    }
    Ok(())
}
