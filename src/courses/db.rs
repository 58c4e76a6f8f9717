//! All SQL about categories, courses, sections and activities.

use sqlx::FromRow;

use super::{
    Activity, ActivityKind, Audience, Category, Course, CourseState, Grading, MediaRef, Section,
};
use crate::args;
use crate::auth::Person;
use crate::clock::Instant;
use crate::db::{Db, DbError, DbResult, Tx};
use crate::i18n::Lang;
use crate::ids::{ActivityId, CategoryId, CourseId, OrganisationId, SectionId, UserId, VersionId};

#[derive(Debug, FromRow)]
struct CourseRow {
    id: i64,
    category_id: Option<i64>,
    organisation_id: i64,
    short_name: String,
    title: String,
    lang: String,
    objectives: String,
    picture_hash: Option<String>,
    picture_mime: Option<String>,
    video_hash: Option<String>,
    video_mime: Option<String>,
    state: String,
    audience: String,
}

#[derive(Debug, FromRow)]
struct ActivityRow {
    id: i64,
    course_id: i64,
    section_id: i64,
    title: String,
    kind: String,
    position: i64,
    is_required: bool,
    pass_mark: Option<i64>,
    max_attempts: Option<i64>,
    grading: String,
    window_width: i64,
    window_height: i64,
    fills_screen: bool,
    is_visible: bool,
    is_strict: bool,
    version_id: Option<i64>,
}

fn impossible(table: &str, id: i64, column: &str) -> DbError {
    DbError::ImpossibleRow(format!("{table} {id}: {column}"))
}

impl TryFrom<CourseRow> for Course {
    type Error = DbError;

    fn try_from(row: CourseRow) -> DbResult<Self> {
        let wrong = |column| impossible("course", row.id, column);
        let media = |hash: Option<String>, mime: Option<String>| {
            hash.zip(mime).map(|(hash, mime)| MediaRef { hash, mime })
        };
        Ok(Self {
            lang: Lang::parse(&row.lang).ok_or_else(|| wrong("lang"))?,
            state: CourseState::parse(&row.state).ok_or_else(|| wrong("state"))?,
            audience: Audience::parse(&row.audience).ok_or_else(|| wrong("audience"))?,
            id: CourseId(row.id),
            category_id: row.category_id.map(CategoryId),
            organisation_id: OrganisationId(row.organisation_id),
            short_name: row.short_name,
            title: row.title,
            objectives: row.objectives,
            picture: media(row.picture_hash, row.picture_mime),
            video: media(row.video_hash, row.video_mime),
        })
    }
}

impl TryFrom<ActivityRow> for Activity {
    type Error = DbError;

    fn try_from(row: ActivityRow) -> DbResult<Self> {
        let wrong = |column| impossible("activity", row.id, column);
        Ok(Self {
            kind: ActivityKind::parse(&row.kind).ok_or_else(|| wrong("kind"))?,
            grading: Grading::parse(&row.grading).ok_or_else(|| wrong("grading"))?,
            id: ActivityId(row.id),
            course_id: CourseId(row.course_id),
            section_id: SectionId(row.section_id),
            title: row.title,
            position: row.position,
            is_required: row.is_required,
            pass_mark: row.pass_mark,
            max_attempts: row.max_attempts,
            window_width: row.window_width,
            window_height: row.window_height,
            fills_screen: row.fills_screen,
            is_visible: row.is_visible,
            is_strict: row.is_strict,
            version_id: row.version_id.map(VersionId),
        })
    }
}

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

fn courses(rows: Vec<CourseRow>) -> DbResult<Vec<Course>> {
    rows.into_iter().map(Course::try_from).collect()
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

/// Published courses this person may take: enrolled on, or open to their administration or everyone.
pub async fn list_available_courses(db: &Db, person: &Person) -> DbResult<Vec<Course>> {
    courses(
        db.all(
            select_course!(
                "WHERE c.state = 'published' AND (c.audience = 'everyone' \
                 OR (c.audience = 'organisation' AND c.organisation_id = $2) \
                 OR EXISTS (SELECT 1 FROM enrolments e WHERE e.course_id = c.id AND e.user_id = $1)) \
                 ORDER BY c.title_folded, c.id"
            ),
            args![person.user.id, person.user.organisation_id],
        )
        .await?,
    )
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
