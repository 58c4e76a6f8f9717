//! Questions about courses. Nothing here changes a row.

use sqlx::FromRow;

use super::rows::{ActivityRow, CourseRow};
use crate::args;
use crate::auth::Person;
use crate::courses::{Activity, AuthoredCourse, Category, Course, Participant, Section};
use crate::db::{Db, DbResult};
use crate::i18n::Lang;
use crate::ids::{ActivityId, CategoryId, CourseId, OrganisationId, SectionId, UserId};

macro_rules! select_course {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.category_id, c.organisation_id, c.short_name, c.title, c.lang, c.objectives, ",
            "c.picture_hash, c.picture_mime, c.video_hash, c.video_mime, c.state, c.audience FROM courses c ",
            $rest
        )
    };
}

macro_rules! select_activity {
    ($rest:literal) => {
        concat!(
            "SELECT a.id, a.course_id, a.section_id, a.title, a.kind, a.position, a.is_required, a.pass_mark, ",
            "a.max_attempts, a.grading, a.window_width, a.window_height, a.fills_screen, a.is_visible, ",
            "a.is_strict, a.version_id FROM activities a ",
            $rest
        )
    };
}

pub async fn find_course(db: &Db, id: CourseId) -> DbResult<Option<Course>> {
    let row: Option<CourseRow> = db
        .find(select_course!("WHERE c.id = $1"), args![id])
        .await?;
    row.map(Course::try_from).transpose()
}

pub async fn find_course_by_short_name(db: &Db, short_name: &str) -> DbResult<Option<Course>> {
    let row: Option<CourseRow> = db
        .find(select_course!("WHERE c.short_name = $1"), args![short_name])
        .await?;
    row.map(Course::try_from).transpose()
}

/// The course, if this person may take or edit it.
pub async fn find_open_course(db: &Db, id: CourseId, person: &Person) -> DbResult<Option<Course>> {
    let Some(course) = find_course(db, id).await? else {
        return Ok(None);
    };
    let is_enrolled = is_enrolled(db, person.user.id, id).await?;
    Ok(course.is_open_to(person, is_enrolled).then_some(course))
}

/// The course, if this person may edit it.
pub async fn find_editable_course(
    db: &Db,
    id: CourseId,
    person: &Person,
) -> DbResult<Option<Course>> {
    Ok(find_course(db, id)
        .await?
        .filter(|course| course.is_editable_by(person)))
}

pub async fn is_enrolled(db: &Db, user: UserId, course: CourseId) -> DbResult<bool> {
    let row: Option<(i64,)> = db
        .find(
            "SELECT course_id FROM enrolments WHERE user_id = $1 AND course_id = $2",
            args![user, course],
        )
        .await?;
    Ok(row.is_some())
}

pub async fn find_activity(db: &Db, id: ActivityId) -> DbResult<Option<Activity>> {
    let row: Option<ActivityRow> = db
        .find(select_activity!("WHERE a.id = $1"), args![id])
        .await?;
    row.map(Activity::try_from).transpose()
}

/// In the author's order: sections, then activities within.
pub async fn list_activities(db: &Db, course: CourseId) -> DbResult<Vec<Activity>> {
    let rows: Vec<ActivityRow> = db
        .all(
            select_activity!(
                "JOIN sections s ON s.id = a.section_id WHERE a.course_id = $1 \
                 ORDER BY s.position, s.id, a.position, a.id"
            ),
            args![course],
        )
        .await?;
    rows.into_iter().map(Activity::try_from).collect()
}

pub async fn list_sections(db: &Db, course: CourseId) -> DbResult<Vec<Section>> {
    let rows: Vec<(i64, String, i64)> = db
        .all(
            "SELECT id, title, position FROM sections WHERE course_id = $1 ORDER BY position, id",
            args![course],
        )
        .await?;
    let section = |(id, title, position)| Section {
        id: SectionId(id),
        title,
        position,
    };
    Ok(rows.into_iter().map(section).collect())
}

pub async fn list_categories(db: &Db) -> DbResult<Vec<Category>> {
    let rows: Vec<(i64, Option<i64>, String, String, i64)> = db
        .all(
            "SELECT id, parent_id, name, lang, position FROM categories ORDER BY position, id",
            vec![],
        )
        .await?;
    let category =
        |(id, parent, name, lang, position): (i64, Option<i64>, String, String, i64)| Category {
            id: CategoryId(id),
            parent_id: parent.map(CategoryId),
            name,
            lang: Lang::parse(&lang),
            position,
        };
    Ok(rows.into_iter().map(category).collect())
}

/// Courses an author may edit: all of them, or those of one administration.
pub async fn list_editable_courses(
    db: &Db,
    scope: Option<OrganisationId>,
) -> DbResult<Vec<AuthoredCourse>> {
    #[derive(FromRow)]
    struct Row {
        #[sqlx(flatten)]
        course: CourseRow,
        organisation: String,
        activity_count: i64,
    }
    let rows: Vec<Row> = db
        .all(
            "SELECT c.id, c.category_id, c.organisation_id, c.short_name, c.title, c.lang, c.objectives, \
             c.picture_hash, c.picture_mime, c.video_hash, c.video_mime, c.state, c.audience, \
             o.name AS organisation, \
             (SELECT CAST(COUNT(*) AS BIGINT) FROM activities a WHERE a.course_id = c.id) AS activity_count \
             FROM courses c JOIN organisations o ON o.id = c.organisation_id \
             WHERE $1 IS NULL OR c.organisation_id = $1 ORDER BY c.title_folded, c.id",
            args![scope],
        )
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(AuthoredCourse {
                course: Course::try_from(row.course)?,
                organisation: row.organisation,
                activity_count: row.activity_count,
            })
        })
        .collect()
}

pub async fn find_editable_section(
    db: &Db,
    id: SectionId,
    person: &Person,
) -> DbResult<Option<(Course, Section)>> {
    let row: Option<(i64,)> = db
        .find("SELECT course_id FROM sections WHERE id = $1", args![id])
        .await?;
    let Some((course,)) = row else {
        return Ok(None);
    };
    let Some(course) = find_editable_course(db, CourseId(course), person).await? else {
        return Ok(None);
    };
    let section = list_sections(db, course.id)
        .await?
        .into_iter()
        .find(|section| section.id == id);
    Ok(section.map(|section| (course, section)))
}

/// The activity with its course, if this person may edit it.
pub async fn find_editable_activity(
    db: &Db,
    id: ActivityId,
    person: &Person,
) -> DbResult<Option<(Course, Activity)>> {
    let Some(activity) = find_activity(db, id).await? else {
        return Ok(None);
    };
    let course = find_editable_course(db, activity.course_id, person).await?;
    Ok(course.map(|course| (course, activity)))
}

/// Whether anybody has attempted it: from then on it can be hidden, not deleted.
pub async fn is_attempted(db: &Db, id: ActivityId) -> DbResult<bool> {
    let row: Option<(i64,)> = db
        .find(
            "SELECT id FROM attempts WHERE activity_id = $1 LIMIT 1",
            args![id],
        )
        .await?;
    Ok(row.is_some())
}

/// People on a course: all of them, or those of one administration.
pub async fn list_participants(
    db: &Db,
    course: CourseId,
    scope: Option<OrganisationId>,
) -> DbResult<Vec<Participant>> {
    db.all(
        "SELECT u.id AS user_id, u.given_name, u.family_name, u.username, u.email, o.name AS organisation, \
         e.enrolled_at, e.progress, e.completed_at, (e.started_at IS NOT NULL OR EXISTS \
         (SELECT 1 FROM attempts t JOIN activities a ON a.id = t.activity_id \
         WHERE t.user_id = e.user_id AND a.course_id = e.course_id)) AS has_started \
         FROM enrolments e JOIN users u ON u.id = e.user_id JOIN organisations o ON o.id = u.organisation_id \
         WHERE e.course_id = $1 AND ($2 IS NULL OR u.organisation_id = $2) \
         ORDER BY u.family_name, u.given_name, u.id",
        args![course, scope],
    )
    .await
}
