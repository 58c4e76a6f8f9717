//! Rows as the database gives them, and the domain types they become.

use sqlx::FromRow;

use crate::courses::{Activity, ActivityKind, Audience, Course, CourseState, Grading};
use crate::db::{DbError, DbResult};
use crate::i18n::Lang;
use crate::ids::{ActivityId, CategoryId, CourseId, OrganisationId, SectionId, VersionId};
use crate::media::MediaRef;

#[derive(Debug, FromRow)]
pub(super) struct CourseRow {
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
pub(super) struct ActivityRow {
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
