//! All SQL about courses for guests, but for their launches.

use super::GuestCourse;
use crate::args;
use crate::courses::{self, Activity, Course, CourseState};
use crate::db::{Db, DbError, DbResult, Tx};
use crate::i18n::Lang;
use crate::ids::{ActivityId, CourseId};

/// Those in which there is something to play.
pub async fn list_guest_courses(db: &Db) -> DbResult<Vec<GuestCourse>> {
    let rows: Vec<(i64, String, String)> = db
        .all(
            "SELECT c.id, c.title, c.lang FROM courses c WHERE c.is_open_to_guests AND c.state = 'published' \
             AND EXISTS (SELECT 1 FROM activities a WHERE a.course_id = c.id AND a.is_visible \
             AND a.version_id IS NOT NULL) ORDER BY c.title_folded, c.id",
            args![],
        )
        .await?;
    rows.into_iter()
        .map(|(id, title, lang)| {
            Ok(GuestCourse {
                id: CourseId(id),
                title,
                lang: Lang::parse(&lang)
                    .ok_or_else(|| DbError::ImpossibleRow(format!("course {id}: lang")))?,
            })
        })
        .collect()
}

/// Whether the course has been opened to guests, also while it is a draft, which nobody sees.
pub async fn is_open(db: &Db, id: CourseId) -> DbResult<bool> {
    let row: Option<(bool,)> = db
        .find(
            "SELECT is_open_to_guests FROM courses WHERE id = $1",
            args![id],
        )
        .await?;
    Ok(row.is_some_and(|(is_open,)| is_open))
}

/// The course, if guests may look at it.
pub async fn find_guest_course(db: &Db, id: CourseId) -> DbResult<Option<Course>> {
    let course = courses::db::find_course(db, id).await?;
    let Some(course) = course.filter(|course| course.state == CourseState::Published) else {
        return Ok(None);
    };
    Ok(is_open(db, id).await?.then_some(course))
}

/// The activity, if guests may play it.
pub async fn find_guest_activity(db: &Db, id: ActivityId) -> DbResult<Option<Activity>> {
    let activity = courses::db::find_activity(db, id).await?;
    let Some(activity) = activity.filter(Activity::is_playable) else {
        return Ok(None);
    };
    let course = find_guest_course(db, activity.course_id).await?;
    Ok(course.map(|_| activity))
}

/// Opens or closes the course; false when it was so already. Whoever plays while it is closed has to end.
pub async fn mark_open(tx: &mut Tx, id: CourseId, is_open: bool) -> DbResult<bool> {
    let changed = tx
        .execute(
            "UPDATE courses SET is_open_to_guests = $2 WHERE id = $1 AND is_open_to_guests <> $2",
            args![id, is_open],
        )
        .await?;
    if !is_open {
        tx.execute(
            "DELETE FROM guest_launches WHERE activity_id IN (SELECT id FROM activities WHERE course_id = $1)",
            args![id],
        )
        .await?;
    }
    Ok(changed == 1)
}
