//! All SQL about where learners stand.

use super::{Progress, Tally, progress};
use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbResult, Tx};
use crate::ids::{CourseId, UserId};

/// Columns of a [`Tally`], over activities `a` and the results `r` of one learner.
macro_rules! tally_columns {
    () => {
        "CAST(COUNT(a.id) AS BIGINT), \
         CAST(COUNT(r.met_at) AS BIGINT), \
         CAST(COUNT(CASE WHEN a.is_required THEN 1 END) AS BIGINT), \
         CAST(COUNT(CASE WHEN a.is_required THEN r.met_at END) AS BIGINT)"
    };
}

const COURSE_TALLY: &str = concat!(
    "SELECT ",
    tally_columns!(),
    " FROM activities a LEFT JOIN results r ON r.activity_id = a.id AND r.user_id = $1 \
     WHERE a.course_id = $2 AND a.is_visible"
);

type TallyRow = (i64, i64, i64, i64);

fn tally((visible, visible_met, required, required_met): TallyRow) -> Tally {
    Tally {
        visible,
        visible_met,
        required,
        required_met,
    }
}

/// As it stands inside a transaction, after the results it has written.
pub async fn load_course_progress(
    tx: &mut Tx,
    user: UserId,
    course: CourseId,
) -> DbResult<Progress> {
    let row: Option<TallyRow> = tx.find(COURSE_TALLY, args![user, course]).await?;
    Ok(progress(row.map(tally).unwrap_or_default()))
}

/// As it stands for a page.
pub async fn find_course_progress(db: &Db, user: UserId, course: CourseId) -> DbResult<Progress> {
    let row: Option<TallyRow> = db.find(COURSE_TALLY, args![user, course]).await?;
    Ok(progress(row.map(tally).unwrap_or_default()))
}

/// Writes what the results now amount to onto the enrolment. True when this completed the course;
/// a course once completed stays so.
pub async fn record_course_progress(
    tx: &mut Tx,
    user: UserId,
    course: CourseId,
    now: Instant,
) -> DbResult<bool> {
    let progress = load_course_progress(tx, user, course).await?;
    tx.execute(
        "UPDATE enrolments SET progress = $3, started_at = COALESCE(started_at, $4) \
         WHERE user_id = $1 AND course_id = $2",
        args![user, course, progress.percent().unwrap_or(0), now],
    )
    .await?;
    if !progress.is_complete() {
        return Ok(false);
    }
    let completed = tx
        .execute(
            "UPDATE enrolments SET completed_at = $3 \
             WHERE user_id = $1 AND course_id = $2 AND completed_at IS NULL",
            args![user, course, now],
        )
        .await?;
    Ok(completed == 1)
}
