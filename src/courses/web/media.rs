//! Pictures and introduction videos of courses: taking them from authors, showing them to learners.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};

use axum::extract::multipart::Field;
use axum::extract::{Multipart, Path, Request, State};
use axum::response::{IntoResponse as _, Response};
use http::{HeaderValue, header};
use packages::{BlobId, Store};
use tokio::io::AsyncWriteExt as _;
use tower::ServiceExt as _;
use tower_http::services::ServeFile;

use super::catalogue::audit_course;
use super::editable_course;
use crate::AppState;
use crate::auth::{Author, Person};
use crate::courses::{Course, MediaRef, db, picture};
use crate::error::{AppError, AppResult};
use crate::ids::CourseId;
use crate::web::{FlashKind, Page};

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
    take(&page, &course, Medium::Picture, form, prepare_picture).await
}

/// `POST /authoring/courses/{id}/video`
pub async fn store_video(
    page: Page,
    author: Author,
    Path(id): Path<CourseId>,
    form: Multipart,
) -> AppResult {
    let course = editable_course(&page, &author, id).await?;
    take(&page, &course, Medium::Video, form, prepare_video).await
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

/// Why a file was not taken: the key of the sentence for its author, or our own fault.
enum Refusal {
    Key(&'static str),
    Fault(std::io::Error),
}

impl From<std::io::Error> for Refusal {
    fn from(error: std::io::Error) -> Self {
        Self::Fault(error)
    }
}

/// Receives one file on disk, lets `prepare` judge and store it, and puts it on the course.
async fn take(
    page: &Page,
    course: &Course,
    medium: Medium,
    mut form: Multipart,
    prepare: fn(&Store, File) -> Result<MediaRef, Refusal>,
) -> AppResult {
    let unread = |_| AppError::TooLarge(page.t(medium.too_large()));
    let Some(field) = form.next_field().await.map_err(unread)? else {
        return Err(AppError::BadRequest(page.t("core-bad-form")));
    };
    let folder = page.app.config.uploads_dir();
    tokio::fs::create_dir_all(&folder).await?;
    let file = receive(field, tempfile::tempfile_in(&folder)?)
        .await?
        .ok_or_else(|| AppError::TooLarge(page.t(medium.too_large())))?;
    let store = page.app.store.clone();
    let prepared = tokio::task::spawn_blocking(move || prepare(&store, file)).await?;
    let media = prepared.map_err(|refusal| match refusal {
        Refusal::Key(key) => AppError::BadRequest(page.t(key)),
        Refusal::Fault(error) => AppError::from(error),
    })?;
    keep(page, course, medium, Some(&media)).await
}

/// `None` when the connection ended or the body's limit was reached.
async fn receive(mut field: Field<'_>, file: File) -> AppResult<Option<File>> {
    let mut file = tokio::fs::File::from_std(file);
    loop {
        match field.chunk().await {
            Ok(Some(chunk)) => file.write_all(&chunk).await?,
            Ok(None) => break,
            Err(error) => {
                tracing::info!(%error, "a picture or video was not received whole");
                return Ok(None);
            }
        }
    }
    file.flush().await?;
    let mut file = file.into_std().await;
    file.seek(SeekFrom::Start(0))?;
    Ok(Some(file))
}

fn prepare_picture(store: &Store, mut file: File) -> Result<MediaRef, Refusal> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    let picture = picture::prepare(&bytes).map_err(|fault| Refusal::Key(fault.key()))?;
    put(store, &mut picture.bytes.as_slice(), picture.mime)
}

/// What browsers play: MP4 and WebM. Told by its first bytes, not by its name.
fn prepare_video(store: &Store, mut file: File) -> Result<MediaRef, Refusal> {
    let mut head = Vec::new();
    (&mut file).take(4096).read_to_end(&mut head)?;
    let mime = match infer::get(&head).map(|kind| kind.mime_type()) {
        Some("video/mp4" | "video/x-m4v") => "video/mp4",
        Some("video/webm") => "video/webm",
        _ => return Err(Refusal::Key("courses-video-unknown")),
    };
    file.seek(SeekFrom::Start(0))?;
    put(store, &mut file, mime)
}

fn put(store: &Store, content: &mut dyn std::io::Read, mime: &str) -> Result<MediaRef, Refusal> {
    let (id, _) = store.put_blob(content)?;
    Ok(MediaRef {
        hash: id.to_string(),
        mime: mime.to_owned(),
    })
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
    serve(
        &app.store,
        course.and_then(|course| course.picture),
        request,
    )
    .await
}

/// `GET /courses/{id}/video`, in ranges as players ask for them.
pub async fn show_video(
    State(app): State<AppState>,
    person: Person,
    Path(id): Path<CourseId>,
    request: Request,
) -> AppResult {
    let course = db::find_open_course(&app.db, id, &person).await?;
    serve(&app.store, course.and_then(|course| course.video), request).await
}

async fn serve(store: &Store, media: Option<MediaRef>, request: Request) -> AppResult {
    let media = media.ok_or(AppError::NotFound)?;
    let id: BlobId = media.hash.parse().map_err(AppError::internal)?;
    let mime: mime_guess::Mime = media.mime.parse().map_err(AppError::internal)?;
    let file = ServeFile::new_with_mime(store.path_of(&id), &mime);
    let mut response: Response = match file.oneshot(request).await {
        Ok(response) => response.into_response(),
        Err(never) => match never {},
    };
    // The address names the content (`?v=`), so a new picture has a new one.
    let cache = HeaderValue::from_static("private, max-age=31536000, immutable");
    response.headers_mut().insert(header::CACHE_CONTROL, cache);
    Ok(response)
}
