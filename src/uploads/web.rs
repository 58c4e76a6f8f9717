//! Uploading over HTTP: in resumable pieces for scripts, as one form without.

use axum::Json;
use axum::body::Body;
use axum::extract::{Multipart, Path, Query, State};
use axum::response::{IntoResponse as _, Response};
use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::State as Stage;
use super::{Refused, Upload, begin, db, discard, receive};
use crate::AppState;
use crate::auth::{Author, Person};
use crate::courses;
use crate::error::{AppError, AppResult};
use crate::i18n::Lang;
use crate::ids::{ActivityId, VersionId};
use crate::versions::sentence;
use crate::web::{FlashKind, Page};

#[derive(Debug, Deserialize)]
pub struct NewUpload {
    name: String,
    size: u64,
}

/// An upload as scripts see it.
#[derive(Debug, Serialize)]
struct Standing {
    id: String,
    state: &'static str,
    received: i64,
    /// Percent of the import.
    progress: i64,
    refusal: Option<String>,
    version: Option<VersionId>,
}

impl Standing {
    fn of(upload: &Upload, lang: Lang) -> Self {
        let mut standing = Self {
            id: upload.id.clone(),
            state: upload.state.name(),
            received: upload.received_bytes,
            progress: 0,
            refusal: None,
            version: None,
        };
        match &upload.state {
            Stage::Receiving => {}
            Stage::Importing { progress } => standing.progress = *progress,
            Stage::Done { version } => standing.version = Some(*version),
            Stage::Refused { why } => standing.refusal = Some(sentence(lang, why)),
        }
        standing
    }
}

fn refusal(page: &Page, refused: Refused) -> AppError {
    let lang = page.lang();
    let bytes = |n: u64| lang.bytes(i64::try_from(n).unwrap_or(i64::MAX)).into();
    match refused {
        Refused::Empty => AppError::BadRequest(page.t("uploads-empty")),
        Refused::TooLarge { limit } => {
            AppError::TooLarge(lang.text_with("uploads-too-large", &[("limit", bytes(limit))]))
        }
        Refused::DiskFull { free, needed } => AppError::Conflict(lang.text_with(
            "uploads-disk-full",
            &[("free", bytes(free)), ("needed", bytes(needed))],
        )),
        Refused::Offset { .. } | Refused::Over => AppError::Conflict(page.t("uploads-over")),
        Refused::Io(error) => error.into(),
        Refused::Db(error) => error.into(),
    }
}

async fn check_editable(app: &AppState, id: ActivityId, person: &Person) -> AppResult<()> {
    courses::db::find_editable_activity(&app.db, id, person)
        .await?
        .map(drop)
        .ok_or(AppError::NotFound)
}

async fn find_own_upload(app: &AppState, id: &str, person: &Person) -> AppResult<Upload> {
    let upload = db::find_upload(&app.db, id)
        .await?
        .ok_or(AppError::NotFound)?;
    check_editable(app, upload.activity_id, person).await?;
    Ok(upload)
}

/// `POST /authoring/activities/{id}/uploads` with `{name, size}`: opens an upload.
pub async fn open_upload(
    State(app): State<AppState>,
    author: Author,
    page: Page,
    Path(id): Path<ActivityId>,
    Json(new): Json<NewUpload>,
) -> AppResult {
    check_editable(&app, id, &author).await?;
    let upload = begin(&app, id, author.user.id, &new.name, new.size)
        .await
        .map_err(|refused| refusal(&page, refused))?;
    Ok((
        StatusCode::CREATED,
        Json(Standing::of(&upload, page.lang())),
    )
        .into_response())
}

/// `GET /authoring/uploads/{id}`: how far it has come.
pub async fn show_upload(
    State(app): State<AppState>,
    author: Author,
    page: Page,
    Path(id): Path<String>,
) -> AppResult {
    let upload = find_own_upload(&app, &id, &author).await?;
    let is_over = matches!(upload.state, Stage::Done { .. } | Stage::Refused { .. });
    if is_over && upload.user_id == author.user.id {
        let mut tx = app.db.begin().await?;
        db::mark_seen(&mut tx, &id, page.request.now).await?;
        tx.commit().await?;
    }
    Ok(Json(Standing::of(&upload, page.lang())).into_response())
}

#[derive(Debug, Deserialize)]
pub struct Offset {
    offset: i64,
}

/// `PUT /authoring/uploads/{id}?offset=N`: the bytes from N on. Answers with what is on disk now, and
/// with 409 and the same when N is not where it goes on.
pub async fn put_piece(
    State(app): State<AppState>,
    author: Author,
    page: Page,
    Path(id): Path<String>,
    Query(Offset { offset }): Query<Offset>,
    body: Body,
) -> AppResult {
    let upload = find_own_upload(&app, &id, &author).await?;
    let status = match receive(app.clone(), upload, offset, body).await {
        Ok(_) => StatusCode::OK,
        Err(Refused::Offset { .. } | Refused::Over) => StatusCode::CONFLICT,
        Err(refused) => return Err(refusal(&page, refused)),
    };
    let upload = find_own_upload(&app, &id, &author).await?;
    Ok((status, Json(Standing::of(&upload, page.lang()))).into_response())
}

/// `POST /authoring/uploads/{id}/delete`: gives up an unfinished upload, or forgets a refused one.
pub async fn delete_upload(
    State(app): State<AppState>,
    author: Author,
    page: Page,
    Path(id): Path<String>,
) -> AppResult<Response> {
    let upload = find_own_upload(&app, &id, &author).await?;
    if !discard(&app, &id).await? {
        return Err(AppError::Conflict(page.t("uploads-over")));
    }
    let url = format!("/authoring/activities/{}/packages", upload.activity_id);
    Ok(page.redirect(&url, FlashKind::Success, "uploads-deleted"))
}

/// `POST /authoring/activities/{id}/packages`: the whole file in one form, for browsers without
/// scripts. Its size is known only at the end, so it is opened for the length of the request.
pub async fn post_form(
    State(app): State<AppState>,
    author: Author,
    page: Page,
    Path(id): Path<ActivityId>,
    headers: http::HeaderMap,
    mut form: Multipart,
) -> AppResult<Response> {
    check_editable(&app, id, &author).await?;
    let bad = || AppError::BadRequest(page.t("uploads-bad-form"));
    let announced = headers
        .get(http::header::CONTENT_LENGTH)
        .and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    let field = form.next_field().await.map_err(|_cut_off| bad())?;
    let field = field.ok_or_else(bad)?;
    let name = field.file_name().unwrap_or_default().to_owned();
    let upload = begin(&app, id, author.user.id, &name, announced.ok_or_else(bad)?)
        .await
        .map_err(|refused| refusal(&page, refused))?;
    let received = super::receive_whole(&app, &upload, field).await;
    if let Err(refused) = received {
        discard(&app, &upload.id).await?;
        return Err(refusal(&page, refused));
    }
    let url = format!("/authoring/activities/{id}/packages");
    Ok(page.redirect(&url, FlashKind::Success, "uploads-received"))
}
