//! All SQL about where learners stand.

use sqlx::FromRow;

use super::{CourseStanding, Enrolment, Item, Progress, Tally, Visit, progress};
use crate::args;
use crate::auth::Person;
use crate::clock::Instant;
use crate::courses::{self, ActivityKind, Course, CourseState};
use crate::db::{Db, DbError, DbResult, Tx};
use crate::grades::Scores;
use crate::i18n::Lang;
use crate::ids::{ActivityId, CategoryId, CertificateId, CourseId, SectionId, UserId};
use crate::media::MediaRef;
use crate::play::parse_outcome;
use scorm::outcome::Status;

/// Columns of a [`Tally`], over activities `a` and the results `r` of one learner.
macro_rules! tally_columns {
    () => {
        "CAST(COUNT(a.id) AS BIGINT) AS visible, \
         CAST(COUNT(r.met_at) AS BIGINT) AS visible_met, \
         CAST(COUNT(CASE WHEN a.is_required THEN 1 END) AS BIGINT) AS required, \
         CAST(COUNT(CASE WHEN a.is_required THEN r.met_at END) AS BIGINT) AS required_met"
    };
}

const COURSE_TALLY: &str = concat!(
    "SELECT ",
    tally_columns!(),
    " FROM activities a LEFT JOIN results r ON r.activity_id = a.id AND r.user_id = $1 \
     WHERE a.course_id = $2 AND a.is_visible"
);

/// As it stands inside a transaction, after the results it has written.
pub async fn load_course_progress(
    tx: &mut Tx,
    user: UserId,
    course: CourseId,
) -> DbResult<Progress> {
    let tally: Option<Tally> = tx.find(COURSE_TALLY, args![user, course]).await?;
    Ok(progress(tally.unwrap_or_default()))
}

/// What a commit did to the completion of a course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CourseTurn {
    /// Something is still missing.
    Open,
    JustCompleted,
    /// It was complete before.
    Standing,
}

/// Writes what the results now amount to onto the enrolment.
pub async fn record_course_progress(
    tx: &mut Tx,
    user: UserId,
    course: CourseId,
    now: Instant,
) -> DbResult<CourseTurn> {
    // Takes the row's lock first: two activities met at the same moment in two transactions would
    // otherwise each count without the other, and the course would never complete.
    tx.execute(
        "UPDATE enrolments SET progress = progress WHERE user_id = $1 AND course_id = $2",
        args![user, course],
    )
    .await?;
    let progress = load_course_progress(tx, user, course).await?;
    tx.execute(
        "UPDATE enrolments SET progress = $3, started_at = COALESCE(started_at, $4) \
         WHERE user_id = $1 AND course_id = $2",
        args![user, course, progress.percent().unwrap_or(0), now],
    )
    .await?;
    if !progress.is_complete() {
        return Ok(CourseTurn::Open);
    }
    let completed = tx
        .execute(
            "UPDATE enrolments SET completed_at = $3 \
             WHERE user_id = $1 AND course_id = $2 AND completed_at IS NULL",
            args![user, course, now],
        )
        .await?;
    Ok(if completed == 1 {
        CourseTurn::JustCompleted
    } else {
        CourseTurn::Standing
    })
}

/// Withdraws a completion that rested on a result met at `since` and taken back by the session that
/// brought it. What was complete before, or is certified, stays.
pub async fn withdraw_completion(
    tx: &mut Tx,
    user: UserId,
    course: CourseId,
    since: Instant,
) -> DbResult<()> {
    tx.execute(
        "UPDATE enrolments SET completed_at = NULL \
         WHERE user_id = $1 AND course_id = $2 AND completed_at >= $3 AND NOT EXISTS \
         (SELECT 1 FROM certificates k WHERE k.user_id = $1 AND k.course_id = $2)",
        args![user, course, since],
    )
    .await?;
    Ok(())
}

/// True once for each completed course: the caller writes the mail.
pub async fn mark_congratulated(
    tx: &mut Tx,
    user: UserId,
    course: CourseId,
    now: Instant,
) -> DbResult<bool> {
    let marked = tx
        .execute(
            "UPDATE enrolments SET congratulated_at = $3 WHERE user_id = $1 AND course_id = $2 \
             AND completed_at IS NOT NULL AND congratulated_at IS NULL",
            args![user, course, now],
        )
        .await?;
    Ok(marked == 1)
}

#[derive(Debug, FromRow)]
struct StandingRow {
    id: i64,
    category_id: Option<i64>,
    title: String,
    lang: String,
    picture_hash: Option<String>,
    picture_mime: Option<String>,
    enrolled_at: Option<i64>,
    started_at: Option<i64>,
    completed_at: Option<i64>,
    score_sum: i64,
    score_count: i64,
    #[sqlx(flatten)]
    tally: Tally,
}

/// Every published course this person may take, with how far they are in it. One query, whatever
/// the number of courses.
pub async fn list_standings(db: &Db, person: &Person) -> DbResult<Vec<CourseStanding>> {
    let rows: Vec<StandingRow> = db
        .all(
            concat!(
                "SELECT c.id, c.category_id, c.title, c.lang, c.picture_hash, c.picture_mime, \
                 e.enrolled_at, e.started_at, e.completed_at, \
                 CAST(COALESCE(SUM(r.score), 0) AS BIGINT) AS score_sum, \
                 CAST(COUNT(r.score) AS BIGINT) AS score_count, ",
                tally_columns!(),
                " FROM courses c \
                 LEFT JOIN enrolments e ON e.course_id = c.id AND e.user_id = $1 \
                 LEFT JOIN activities a ON a.course_id = c.id AND a.is_visible \
                 LEFT JOIN results r ON r.activity_id = a.id AND r.user_id = $1 \
                 WHERE c.state = 'published' AND (e.user_id IS NOT NULL OR c.audience = 'everyone' \
                 OR (c.audience = 'organisation' AND c.organisation_id = $2)) \
                 GROUP BY c.id, c.category_id, c.title, c.title_folded, c.lang, c.picture_hash, c.picture_mime, \
                 e.enrolled_at, e.started_at, e.completed_at \
                 ORDER BY c.title_folded, c.id"
            ),
            args![person.user.id, person.user.organisation_id],
        )
        .await?;
    rows.into_iter().map(CourseStanding::try_from).collect()
}

impl TryFrom<StandingRow> for CourseStanding {
    type Error = DbError;

    fn try_from(row: StandingRow) -> DbResult<Self> {
        Ok(Self {
            lang: Lang::parse(&row.lang)
                .ok_or_else(|| DbError::ImpossibleRow(format!("course {}: lang", row.id)))?,
            id: CourseId(row.id),
            category_id: row.category_id.map(CategoryId),
            title: row.title,
            picture: row
                .picture_hash
                .zip(row.picture_mime)
                .map(|(hash, mime)| MediaRef { hash, mime }),
            is_enrolled: row.enrolled_at.is_some(),
            is_started: row.started_at.is_some(),
            completed_at: row.completed_at.map(Instant),
            progress: progress(row.tally),
            scores: Scores {
                sum: row.score_sum,
                count: row.score_count,
            },
        })
    }
}

/// A person at a course; `None` where they may not open it.
pub async fn find_visit(db: &Db, person: &Person, id: CourseId) -> DbResult<Option<Visit>> {
    let Some(course) = courses::db::find_course(db, id).await? else {
        return Ok(None);
    };
    let enrolment = find_enrolment(db, person.user.id, id).await?;
    if !course.is_open_to(person, enrolment.is_some()) {
        return Ok(None);
    }
    let can_edit = course.is_editable_by(person);
    let mut items = list_items(db, person.user.id, id).await?;
    items.retain(|item| can_edit || item.is_visible);
    Ok(Some(Visit {
        course,
        enrolment,
        can_edit,
        is_looking: false,
        items,
    }))
}

/// A course this person is enrolled on, when only its authors may open it now.
pub async fn find_withdrawn_course(
    db: &Db,
    person: &Person,
    id: CourseId,
) -> DbResult<Option<Course>> {
    let course = courses::db::find_course(db, id).await?;
    let closed = course
        .filter(|course| course.state == CourseState::Draft && !course.is_editable_by(person));
    let Some(course) = closed else {
        return Ok(None);
    };
    let enrolment = find_enrolment(db, person.user.id, id).await?;
    Ok(enrolment.map(|_| course))
}

/// The enrolment of a person on a course, with the certificate it has led to.
pub async fn find_enrolment(
    db: &Db,
    user: UserId,
    course: CourseId,
) -> DbResult<Option<Enrolment>> {
    let row: Option<(Option<i64>, Option<i64>)> = db
        .find(
            "SELECT e.completed_at, (SELECT MAX(k.id) FROM certificates k WHERE k.user_id = $1 \
             AND k.course_id = $2 AND k.state = 'valid') \
             FROM enrolments e WHERE e.user_id = $1 AND e.course_id = $2",
            args![user, course],
        )
        .await?;
    Ok(row.map(|(completed_at, certificate)| Enrolment {
        completed_at: completed_at.map(Instant),
        certificate: certificate.map(CertificateId),
    }))
}

#[derive(Debug, FromRow)]
struct ItemRow {
    id: i64,
    section_id: i64,
    title: String,
    kind: String,
    is_required: bool,
    is_visible: bool,
    pass_mark: Option<i64>,
    max_attempts: Option<i64>,
    window_width: i64,
    window_height: i64,
    fills_screen: bool,
    version_id: Option<i64>,
    status: Option<String>,
    score: Option<i64>,
    outcome: Option<String>,
    met_at: Option<i64>,
    attempts_used: i64,
    attempts_open: i64,
}

/// The activities of a course in the author's order, hidden ones too, with where this person stands.
/// An attempt is used up when its content has started; until then a window was only opened.
pub async fn list_items(db: &Db, user: UserId, course: CourseId) -> DbResult<Vec<Item>> {
    let rows: Vec<ItemRow> = db
        .all(
            "SELECT a.id, a.section_id, a.title, a.kind, a.is_required, a.is_visible, a.pass_mark, \
             a.max_attempts, a.window_width, a.window_height, a.fills_screen, a.version_id, \
             r.status, r.score, r.outcome, r.met_at, \
             (SELECT CAST(COUNT(*) AS BIGINT) FROM attempts t WHERE t.user_id = $1 \
             AND t.activity_id = a.id AND t.started_at IS NOT NULL) AS attempts_used, \
             (SELECT CAST(COUNT(*) AS BIGINT) FROM attempts t WHERE t.user_id = $1 \
             AND t.activity_id = a.id AND t.started_at IS NOT NULL AND t.ended_at IS NULL) AS attempts_open \
             FROM activities a JOIN sections s ON s.id = a.section_id \
             LEFT JOIN results r ON r.activity_id = a.id AND r.user_id = $1 \
             WHERE a.course_id = $2 ORDER BY s.position, s.id, a.position, a.id",
            args![user, course],
        )
        .await?;
    rows.into_iter().map(Item::try_from).collect()
}

fn parse_status(word: &str) -> Option<Status> {
    [
        Status::NotStarted,
        Status::Incomplete,
        Status::Failed,
        Status::Completed,
        Status::Passed,
    ]
    .into_iter()
    .find(|status| status.word() == word)
}

impl TryFrom<ItemRow> for Item {
    type Error = DbError;

    fn try_from(row: ItemRow) -> DbResult<Self> {
        let wrong = |column| DbError::ImpossibleRow(format!("activity {}: {column}", row.id));
        let status = match &row.status {
            Some(word) => parse_status(word).ok_or_else(|| wrong("status"))?,
            None if row.attempts_used > 0 => Status::Incomplete,
            None => Status::NotStarted,
        };
        let reasons = parse_outcome(row.outcome.as_deref().unwrap_or_default())?.reasons;
        Ok(Self {
            kind: ActivityKind::parse(&row.kind).ok_or_else(|| wrong("kind"))?,
            id: ActivityId(row.id),
            section_id: SectionId(row.section_id),
            title: row.title,
            is_required: row.is_required,
            is_visible: row.is_visible,
            pass_mark: row.pass_mark,
            max_attempts: row.max_attempts,
            window_width: row.window_width,
            window_height: row.window_height,
            fills_screen: row.fills_screen,
            has_package: row.version_id.is_some(),
            status,
            score: row.score,
            is_met: row.met_at.is_some(),
            reasons,
            attempts_used: row.attempts_used,
            has_open_attempt: row.attempts_open > 0,
        })
    }
}
