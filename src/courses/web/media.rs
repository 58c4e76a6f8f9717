//! Pictures and introduction videos of courses: taking them from authors, showing them to learners.

use axum::extract::{Multipart, Path, Request, State};

use super::catalogue::audit_course;
use super::editable_course;
use crate::AppState;
use crate::auth::{Author, Person};
use crate::courses::{Course, db};
use crate::error::AppResult;
use crate::ids::CourseId;
use crate::media::{self, MediaRef, picture};
use crate::web::{Cache, FlashKind, Page, receive_media, serve_media};

/// What a request with a picture may weigh, the form around it included.
pub const PICTURE_BODY: usize = picture::MAX_BYTES + 4096;
/// An introduction of a few minutes.
pub const VIDEO_BODY: usize = (200 << 20) + 4096;

/// Which of the two, and what is said about it.
#[derive(Debug, Clone, Copy)]
enum Medium {
    Picture,
    Video,
}

impl Medium {
    fn action(self) -> &'static str {
        match self {
            Self::Picture => "course.picture",
            Self::Video => "course.video",
        }
    }

    fn too_large(self) -> &'static str {
        match self {
            Self::Picture => "courses-picture-too-large",
            Self::Video => "courses-video-too-large",
        }
    }
}

/// `POST /authoring/courses/{id}/picture`
pub async fn store_picture(
    page: Page,
    author: Author,
    Path(id): Path<CourseId>,
    form: Multipart,
) -> AppResult {
    let course = editable_course(&page, &author, id).await?;
    let prepare = |store: &_, file| media::store_picture(store, file, picture::COURSE_SIDE);
    let media = receive_media(&page, form, Medium::Picture.too_large(), prepare).await?;
    keep(&page, &course, Medium::Picture, Some(&media)).await
}

/// `POST /authoring/courses/{id}/video`
pub async fn store_video(
    page: Page,
    author: Author,
    Path(id): Path<CourseId>,
    form: Multipart,
) -> AppResult {
    let course = editable_course(&page, &author, id).await?;
    let media = receive_media(&page, form, Medium::Video.too_large(), media::store_video).await?;
    keep(&page, &course, Medium::Video, Some(&media)).await
}

/// `POST /authoring/courses/{id}/picture/delete`
pub async fn delete_picture(page: Page, author: Author, Path(id): Path<CourseId>) -> AppResult {
    let course = editable_course(&page, &author, id).await?;
    keep(&page, &course, Medium::Picture, None).await
}

/// `POST /authoring/courses/{id}/video/delete`
pub async fn delete_video(page: Page, author: Author, Path(id): Path<CourseId>) -> AppResult {
    let course = editable_course(&page, &author, id).await?;
    keep(&page, &course, Medium::Video, None).await
}

async fn keep(page: &Page, course: &Course, medium: Medium, media: Option<&MediaRef>) -> AppResult {
    let mut tx = page.app.db.begin().await?;
    match medium {
        Medium::Picture => db::mark_picture(&mut tx, course.id, media).await?,
        Medium::Video => db::mark_video(&mut tx, course.id, media).await?,
    };
    let detail = media.map_or("", |media| media.hash.as_str());
    audit_course(&mut tx, page, medium.action(), course.id, detail).await?;
    tx.commit().await?;
    let url = format!("/authoring/courses/{}/settings", course.id);
    Ok(page.redirect(&url, FlashKind::Success, "courses-saved"))
}

/// `GET /courses/{id}/picture`
pub async fn show_picture(
    State(app): State<AppState>,
    person: Person,
    Path(id): Path<CourseId>,
    request: Request,
) -> AppResult {
    let course = db::find_open_course(&app.db, id, &person).await?;
    let picture = course.and_then(|course| course.picture);
    serve_media(&app.store, picture, Cache::ThisBrowser, request).await
}

/// `GET /courses/{id}/video`, in ranges as players ask for them.
pub async fn show_video(
    State(app): State<AppState>,
    person: Person,
    Path(id): Path<CourseId>,
    request: Request,
) -> AppResult {
    let course = db::find_open_course(&app.db, id, &person).await?;
    let video = course.and_then(|course| course.video);
    serve_media(&app.store, video, Cache::ThisBrowser, request).await
}
