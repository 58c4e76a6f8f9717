//! The pages authors build courses with. Handlers are thin: rules are in `courses`, SQL in `courses::db`.

pub mod activity;
pub mod catalogue;
pub mod media;
pub mod outline;
pub mod participants;
pub mod section;
pub mod settings;

use super::{Activity, Course, Section, db};
use crate::auth::Author;
use crate::error::{AppError, AppResult};
use crate::ids::{ActivityId, CourseId, SectionId};
use crate::web::Page;

/// The course, when this author may edit it. A foreign one does not exist.
async fn editable_course(page: &Page, author: &Author, id: CourseId) -> AppResult<Course> {
    db::find_editable_course(&page.app.db, id, author)
        .await?
        .ok_or(AppError::NotFound)
}

async fn editable_section(
    page: &Page,
    author: &Author,
    id: SectionId,
) -> AppResult<(Course, Section)> {
    db::find_editable_section(&page.app.db, id, author)
        .await?
        .ok_or(AppError::NotFound)
}

async fn editable_activity(
    page: &Page,
    author: &Author,
    id: ActivityId,
) -> AppResult<(Course, Activity)> {
    db::find_editable_activity(&page.app.db, id, author)
        .await?
        .ok_or(AppError::NotFound)
}

fn editor_url(id: CourseId) -> String {
    format!("/authoring/courses/{id}")
}

/// The way back from a page of the authoring area.
fn authoring_crumbs(page: &Page) -> Vec<(String, String)> {
    vec![(page.t("courses-authoring"), "/authoring".to_owned())]
}

/// The way back from a page below a course's editor.
fn course_crumbs(page: &Page, course: &Course) -> Vec<(String, String)> {
    let mut crumbs = authoring_crumbs(page);
    crumbs.push((course.title.clone(), editor_url(course.id)));
    crumbs
}
