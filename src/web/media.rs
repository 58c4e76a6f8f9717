//! Pictures and videos over HTTP: one file of a form in, a file of the store out.

use std::fs::File;
use std::io::{Seek as _, SeekFrom};

use axum::extract::multipart::Field;
use axum::extract::{Multipart, Request};
use axum::response::{IntoResponse as _, Response};
use http::{HeaderValue, header};
use packages::{BlobId, Store};
use tokio::io::AsyncWriteExt as _;
use tower::ServiceExt as _;
use tower_http::services::ServeFile;

use super::Page;
use crate::error::{AppError, AppResult};
use crate::media::{MediaRef, Refusal};

/// Who may keep a copy. The address names the content, so that a new file has a new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cache {
    Anyone,
    ThisBrowser,
}

/// Receives one file on disk and lets `prepare` judge and store it. `too_large` is the key of what to say when the
/// body's limit was reached.
pub async fn receive_media(
    page: &Page,
    mut form: Multipart,
    too_large: &'static str,
    prepare: impl FnOnce(&Store, File) -> Result<MediaRef, Refusal> + Send + 'static,
) -> AppResult<MediaRef> {
    let unread = |_| AppError::TooLarge(page.t(too_large));
    let Some(field) = form.next_field().await.map_err(unread)? else {
        return Err(AppError::BadRequest(page.t("core-bad-form")));
    };
    let folder = page.app.config.uploads_dir();
    tokio::fs::create_dir_all(&folder).await?;
    let file = receive(field, tempfile::tempfile_in(&folder)?)
        .await?
        .ok_or_else(|| AppError::TooLarge(page.t(too_large)))?;
    let store = page.app.store.clone();
    let prepared = tokio::task::spawn_blocking(move || prepare(&store, file)).await?;
    prepared.map_err(|refusal| match refusal {
        Refusal::Key(key) => AppError::BadRequest(page.t(key)),
        Refusal::Fault(error) => AppError::from(error),
    })
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

/// Serves it, in ranges where a player asks for them.
pub async fn serve_media(
    store: &Store,
    media: Option<MediaRef>,
    cache: Cache,
    request: Request,
) -> AppResult {
    let media = media.ok_or(AppError::NotFound)?;
    let id: BlobId = media.hash.parse().map_err(AppError::internal)?;
    let mime: mime_guess::Mime = media.mime.parse().map_err(AppError::internal)?;
    let file = ServeFile::new_with_mime(store.path_of(&id), &mime);
    let mut response: Response = match file.oneshot(request).await {
        Ok(response) => response.into_response(),
        Err(never) => match never {},
    };
    let value = HeaderValue::from_static(match cache {
        Cache::Anyone => "public, max-age=31536000, immutable",
        Cache::ThisBrowser => "private, max-age=31536000, immutable",
    });
    response.headers_mut().insert(header::CACHE_CONTROL, value);
    Ok(response)
}
