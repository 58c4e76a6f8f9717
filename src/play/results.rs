//! From an attempt's outcome to everything that follows from it, in the commit's own transaction:
//! the activity's result, the course's progress and completion. No job has to run for screens to agree.

use scorm::outcome::{self, Counting, Outcome, Rules};

use serde_json::json;

use super::db::{Begun, list_begun};
use crate::App;
use crate::args;
use crate::clock::Instant;
use crate::courses::{Activity, ActivityKind, Grading};
use crate::db::{DbError, DbResult, Tx};
use crate::i18n::Lang;
use crate::ids::{ActivityId, CourseId, UserId};
use crate::jobs::{self, Job};
use crate::learning::db::CourseTurn;
use crate::mail::Mail;
use crate::{courses, learning};

/// A session that called itself complete may think again; until then its learner is not congratulated by mail.
const SECOND_THOUGHTS_MS: i64 = 10 * 60_000;

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
    /// The attempt was met before; if it no longer is, its running session has taken that back.
    pub was_met: bool,
    /// Nothing that the running session says takes the outcome back.
    pub is_settled: bool,
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
        if is_same {
            kept.is_first |= later.is_first;
            kept.was_met |= later.was_met;
            kept.is_settled &= later.is_settled;
        }
        is_same
    });
    let pairs: Vec<_> = settlements.iter().map(Settlement::key).collect();
    let begun = list_begun(tx, &pairs).await?;
    let mut counted = Vec::with_capacity(settlements.len());
    let mut moves = Vec::new();
    for settlement in &settlements {
        let of_this = begun.get(&settlement.key()).map_or(&[][..], Vec::as_slice);
        let result = ResultWrite::of(settlement, of_this)?;
        moves.extend(CourseMove::of(tx, settlement, result.is_met).await?);
        counted.push(result);
    }
    upsert_results(tx, &counted, now).await?;
    // Each once, and in one order everywhere: two writers must not wait for each other's rows.
    moves.sort_by_key(CourseMove::key);
    moves.dedup_by(|later, kept| {
        let is_same = later.key() == kept.key();
        if is_same {
            kept.is_settled &= later.is_settled;
            kept.withdrawn = kept.withdrawn.or(later.withdrawn);
        }
        is_same
    });
    for one in &moves {
        one.carry_out(tx, now).await?;
    }
    Ok(())
}

/// A course that has to be brought up to its learner's results.
struct CourseMove {
    user: UserId,
    course: CourseId,
    is_settled: bool,
    /// When a result was met that is now taken back.
    withdrawn: Option<Instant>,
}

impl CourseMove {
    /// What is not met moves no course on, unless it was met before.
    async fn of(tx: &mut Tx, settlement: &Settlement, is_met: bool) -> DbResult<Option<Self>> {
        let withdrawn = if settlement.was_met && !is_met {
            find_met_at(tx, settlement.key()).await?
        } else {
            None
        };
        let moves = settlement.is_first || is_met || withdrawn.is_some();
        Ok(moves.then_some(Self {
            user: settlement.user,
            course: settlement.course,
            is_settled: settlement.is_settled,
            withdrawn,
        }))
    }

    fn key(&self) -> (UserId, CourseId) {
        (self.user, self.course)
    }

    async fn carry_out(&self, tx: &mut Tx, now: Instant) -> DbResult<()> {
        let (user, course) = self.key();
        courses::db::insert_enrolment(tx, user, course, now).await?;
        let turn = learning::db::record_course_progress(tx, user, course, now).await?;
        match (turn, self.withdrawn) {
            (CourseTurn::Open, Some(since)) => {
                learning::db::withdraw_completion(tx, user, course, since).await
            }
            (CourseTurn::Open, None) => Ok(()),
            (_, _) if self.is_settled => write_congratulation(tx, user, course, now).await,
            (CourseTurn::JustCompleted, _) => {
                let run_at = now.plus_ms(SECOND_THOUGHTS_MS);
                jobs::enqueue_for(tx, &Job::Congratulate { user, course }, run_at, now).await
            }
            (CourseTurn::Standing, _) => Ok(()),
        }
    }
}

async fn find_met_at(
    tx: &mut Tx,
    (user, activity): (UserId, ActivityId),
) -> DbResult<Option<Instant>> {
    let row: Option<(Option<i64>,)> = tx
        .find(
            "SELECT met_at FROM results WHERE user_id = $1 AND activity_id = $2",
            args![user, activity],
        )
        .await?;
    Ok(row.and_then(|(met_at,)| met_at).map(Instant))
}

/// Runs the `Congratulate` job: the session had its time for second thoughts.
pub(crate) async fn congratulate(app: &App, user: UserId, course: CourseId) -> anyhow::Result<()> {
    let mut tx = app.db.begin().await?;
    write_congratulation(&mut tx, user, course, app.clock.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// Tells the learner, once.
async fn write_congratulation(
    tx: &mut Tx,
    user: UserId,
    course: CourseId,
    now: Instant,
) -> DbResult<()> {
    if !learning::db::mark_congratulated(tx, user, course, now).await? {
        return Ok(());
    }
    let Some((email, given, family, lang, title)) = find_addressee(tx, user, course).await? else {
        return Ok(());
    };
    let mail = Mail {
        to: email,
        lang: Lang::parse(&lang).unwrap_or_default(),
        template: "course_completed".to_owned(),
        values: json!({
            "name": format!("{given} {family}"),
            "course": title,
            "path": format!("/courses/{course}"),
        }),
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

/// `met_at` is the first time since when the activity has been met.
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
             met_at = CASE WHEN excluded.met_at IS NULL THEN NULL \
             ELSE COALESCE(results.met_at, excluded.met_at) END, updated_at = excluded.updated_at",
        );
        tx.execute(sql, values).await?;
    }
    Ok(())
}
