//! Changes to courses. Each runs in its caller's transaction; guarded ones say how many rows they touched.

use crate::args;
use crate::clock::Instant;
use crate::courses::input::{ActivityInput, CourseInput, NewCourse};
use crate::courses::{Activity, ActivityKind, CourseState, Grading, Place};
use crate::db::{DbResult, Tx};
use crate::i18n::fold;
use crate::ids::{ActivityId, CourseId, SectionId, UserId};
use crate::media::MediaRef;

/// A new course is a draft with one unnamed section.
pub async fn insert_course(tx: &mut Tx, course: &NewCourse, now: Instant) -> DbResult<CourseId> {
    let id = tx
        .insert(
            "INSERT INTO courses (category_id, organisation_id, short_name, title, title_folded, lang, \
             objectives, state, audience, created_by, created_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id",
            args![
                course.input.category_id,
                course.organisation_id,
                course.input.short_name.as_str(),
                &course.input.title,
                fold(&course.input.title),
                course.input.lang,
                &course.input.objectives,
                CourseState::Draft,
                course.input.audience,
                course.created_by,
                now,
            ],
        )
        .await
        .map(CourseId)?;
    insert_section(tx, id, "").await?;
    Ok(id)
}

pub async fn update_course(tx: &mut Tx, id: CourseId, input: &CourseInput) -> DbResult<u64> {
    tx.execute(
        "UPDATE courses SET category_id = $2, short_name = $3, title = $4, title_folded = $5, lang = $6, \
         objectives = $7, audience = $8 WHERE id = $1",
        args![
            id,
            input.category_id,
            input.short_name.as_str(),
            &input.title,
            fold(&input.title),
            input.lang,
            &input.objectives,
            input.audience,
        ],
    )
    .await
}

pub async fn is_short_name_taken(tx: &mut Tx, short_name: &str) -> DbResult<bool> {
    let row: Option<(i64,)> = tx
        .find(
            "SELECT id FROM courses WHERE short_name = $1",
            args![short_name],
        )
        .await?;
    Ok(row.is_some())
}

/// Touches no row when the course is in that state already.
pub async fn mark_state(tx: &mut Tx, id: CourseId, state: CourseState) -> DbResult<u64> {
    tx.execute(
        "UPDATE courses SET state = $2 WHERE id = $1 AND state <> $2",
        args![id, state],
    )
    .await
}

pub async fn mark_picture(tx: &mut Tx, id: CourseId, picture: Option<&MediaRef>) -> DbResult<u64> {
    let (hash, mime) = parts(picture);
    tx.execute(
        "UPDATE courses SET picture_hash = $2, picture_mime = $3 WHERE id = $1",
        args![id, hash, mime],
    )
    .await
}

pub async fn mark_video(tx: &mut Tx, id: CourseId, video: Option<&MediaRef>) -> DbResult<u64> {
    let (hash, mime) = parts(video);
    tx.execute(
        "UPDATE courses SET video_hash = $2, video_mime = $3 WHERE id = $1",
        args![id, hash, mime],
    )
    .await
}

fn parts(media: Option<&MediaRef>) -> (Option<String>, Option<String>) {
    media
        .map(|media| (media.hash.clone(), media.mime.clone()))
        .unzip()
}

/// Adds a section at the end.
pub async fn insert_section(tx: &mut Tx, course: CourseId, title: &str) -> DbResult<SectionId> {
    tx.insert(
        "INSERT INTO sections (course_id, title, position) \
         SELECT c.id, $2, (SELECT COALESCE(MAX(s.position), 0) + 1 FROM sections s WHERE s.course_id = c.id) \
         FROM courses c WHERE c.id = $1 RETURNING id",
        args![course, title],
    )
    .await
    .map(SectionId)
}

pub async fn rename_section(tx: &mut Tx, id: SectionId, title: &str) -> DbResult<u64> {
    tx.execute(
        "UPDATE sections SET title = $2 WHERE id = $1",
        args![id, title],
    )
    .await
}

/// Touches no row when activities are in it, or when it is the course's only section.
pub async fn delete_section(tx: &mut Tx, id: SectionId) -> DbResult<u64> {
    tx.execute(
        "DELETE FROM sections WHERE id = $1 \
         AND NOT EXISTS (SELECT 1 FROM activities a WHERE a.section_id = $1) \
         AND EXISTS (SELECT 1 FROM sections o WHERE o.course_id = sections.course_id AND o.id <> $1)",
        args![id],
    )
    .await
}

/// Clears away the sections of a course that hold nothing.
pub async fn delete_empty_sections(tx: &mut Tx, course: CourseId) -> DbResult<u64> {
    tx.execute(
        "DELETE FROM sections WHERE course_id = $1 \
         AND NOT EXISTS (SELECT 1 FROM activities a WHERE a.section_id = sections.id)",
        args![course],
    )
    .await
}

/// Adds an activity at the end of its section.
pub async fn insert_activity(
    tx: &mut Tx,
    section: SectionId,
    kind: ActivityKind,
    title: &str,
    now: Instant,
) -> DbResult<ActivityId> {
    tx.insert(
        "INSERT INTO activities (course_id, section_id, title, kind, position, is_required, pass_mark, \
         grading, window_width, window_height, fills_screen, is_visible, is_strict, created_at) \
         SELECT s.course_id, s.id, $2, $3, \
         (SELECT COALESCE(MAX(a.position), 0) + 1 FROM activities a WHERE a.course_id = s.course_id), \
         TRUE, $4, $5, $6, $7, FALSE, TRUE, FALSE, $8 FROM sections s WHERE s.id = $1 RETURNING id",
        args![
            section,
            title,
            kind,
            Activity::default_pass_mark(kind),
            Grading::Best,
            Activity::WINDOW.0,
            Activity::WINDOW.1,
            now,
        ],
    )
    .await
    .map(ActivityId)
}

pub async fn update_activity(tx: &mut Tx, id: ActivityId, input: &ActivityInput) -> DbResult<u64> {
    tx.execute(
        "UPDATE activities SET title = $2, kind = $3, section_id = $4, is_required = $5, pass_mark = $6, \
         max_attempts = $7, grading = $8, window_width = $9, window_height = $10, fills_screen = $11, \
         is_visible = $12, is_strict = $13 WHERE id = $1",
        args![
            id,
            &input.title,
            input.kind,
            input.section_id,
            input.is_required,
            input.pass_mark,
            input.max_attempts,
            input.grading,
            input.window.0,
            input.window.1,
            input.fills_screen,
            input.is_visible,
            input.is_strict,
        ],
    )
    .await
}

/// Takes an activity out of what completes the course.
pub async fn mark_optional(tx: &mut Tx, id: ActivityId) -> DbResult<u64> {
    tx.execute(
        "UPDATE activities SET is_required = FALSE WHERE id = $1",
        args![id],
    )
    .await
}

/// Deletes an activity with its packages. Touches no row once anybody has attempted it:
/// what learners did is never lost.
pub async fn delete_activity(tx: &mut Tx, id: ActivityId) -> DbResult<bool> {
    let attempted: Option<(i64,)> = tx
        .find(
            "SELECT id FROM attempts WHERE activity_id = $1 LIMIT 1",
            args![id],
        )
        .await?;
    if attempted.is_some() {
        return Ok(false);
    }
    // Previews and guests leave launches behind although they record no attempt.
    for statement in [
        "DELETE FROM guest_launches WHERE activity_id = $1",
        "DELETE FROM launches WHERE activity_id = $1",
        "DELETE FROM results WHERE activity_id = $1",
        "DELETE FROM uploads WHERE activity_id = $1",
        "DELETE FROM package_versions WHERE activity_id = $1",
    ] {
        tx.execute(statement, args![id]).await?;
    }
    let deleted = tx
        .execute("DELETE FROM activities WHERE id = $1", args![id])
        .await?;
    Ok(deleted == 1)
}

/// Writes the order of a whole course: positions are places in `order`, and an activity belongs to the section above it.
pub async fn mark_order(tx: &mut Tx, course: CourseId, order: &[Place]) -> DbResult<()> {
    let mut section = None;
    for (position, place) in (1_i64..).zip(order) {
        match *place {
            Place::Section(id) => {
                section = Some(id);
                tx.execute(
                    "UPDATE sections SET position = $3 WHERE id = $1 AND course_id = $2",
                    args![id, course, position],
                )
                .await?;
            }
            Place::Activity(id) => {
                tx.execute(
                    "UPDATE activities SET position = $3, section_id = COALESCE($4, section_id) \
                     WHERE id = $1 AND course_id = $2",
                    args![id, course, position, section],
                )
                .await?;
            }
        }
    }
    Ok(())
}

/// Puts a person on a course; nothing happens when they are on it already.
pub async fn insert_enrolment(
    tx: &mut Tx,
    user: UserId,
    course: CourseId,
    now: Instant,
) -> DbResult<bool> {
    let inserted = tx
        .execute(
            "INSERT INTO enrolments (user_id, course_id, enrolled_at, progress) VALUES ($1, $2, $3, 0) \
             ON CONFLICT (user_id, course_id) DO NOTHING",
            args![user, course, now],
        )
        .await?;
    Ok(inserted == 1)
}

/// Takes a person off a course. Touches no row once they have started anything on it.
pub async fn delete_enrolment(tx: &mut Tx, user: UserId, course: CourseId) -> DbResult<u64> {
    tx.execute(
        "DELETE FROM enrolments WHERE user_id = $1 AND course_id = $2 AND started_at IS NULL \
         AND NOT EXISTS (SELECT 1 FROM attempts t JOIN activities a ON a.id = t.activity_id \
         WHERE t.user_id = $1 AND a.course_id = $2)",
        args![user, course],
    )
    .await
}
