//! Receiving a zip in pieces: streamed to disk at the offset they belong to, counted once they are
//! durable. Memory does not grow with the file.

use std::io::SeekFrom;

use axum::body::Body;
use bytes::Bytes;
use futures_util::{Stream, StreamExt as _};
use tokio::fs::{File, OpenOptions};
use tokio::io::{AsyncSeekExt as _, AsyncWriteExt as _, BufWriter};

use super::{State, Upload, db, file_of};
use crate::clock::Instant;
use crate::db::Tx;
use crate::ids::{ActivityId, UserId};
use crate::jobs::{self, Job};
use crate::{App, AppState};

/// Why nothing (more) is received.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    #[error("an empty file")]
    Empty,
    #[error("larger than {limit} bytes")]
    TooLarge { limit: u64 },
    /// Zip and unpacked files would not fit beside each other.
    #[error("{free} bytes are free and {needed} are needed")]
    DiskFull { free: u64, needed: u64 },
    /// The piece does not continue what is there.
    #[error("{received} bytes have been received")]
    Offset { received: i64 },
    /// It is complete already, or was refused.
    #[error("nothing more is expected")]
    Over,
    #[error(transparent)]
    Io(#[from] std::io::Error),
    #[error(transparent)]
    Db(#[from] crate::db::DbError),
}

/// Room that must stay free for everything else.
const RESERVE_BYTES: u64 = 256 << 20;

/// Opens an upload of `size` bytes.
pub async fn begin(
    app: &App,
    activity: ActivityId,
    user: UserId,
    file_name: &str,
    size: u64,
) -> Result<Upload, Refused> {
    let limit = app.config.upload_limit_bytes;
    if size == 0 {
        return Err(Refused::Empty);
    }
    if size > limit {
        return Err(Refused::TooLarge { limit });
    }
    let folder = app.config.uploads_dir();
    tokio::fs::create_dir_all(&folder).await?;
    let space = rustix::fs::statvfs(&folder).map_err(std::io::Error::from)?;
    let free = space.f_bavail.saturating_mul(space.f_frsize);
    let needed = size.saturating_mul(2).saturating_add(RESERVE_BYTES);
    if free < needed {
        return Err(Refused::DiskFull { free, needed });
    }
    let now = app.clock.now();
    let upload = Upload::new(app, activity, user, file_name, size);
    File::create(file_of(&app.config, &upload.id)).await?;
    let mut tx = app.db.begin().await?;
    db::insert_upload(&mut tx, &upload, now).await?;
    tx.commit().await?;
    Ok(upload)
}

/// Appends a piece at `offset`; returns how much has been received now. A connection that drops
/// loses nothing that arrived. With the last byte the import is enqueued.
pub async fn receive(
    app: AppState,
    upload: Upload,
    offset: i64,
    body: Body,
) -> Result<i64, Refused> {
    if upload.state != State::Receiving {
        return Err(Refused::Over);
    }
    let received = upload.received_bytes;
    if offset != received {
        return Err(Refused::Offset { received });
    }
    // On its own, so that what arrived is counted even when the request is dropped with its connection.
    let receiving = tokio::spawn(async move { append(&app, &upload, body).await });
    receiving.await.map_err(std::io::Error::other)?
}

/// Receives a file whose size is known only at its end: all of it, or an error.
pub async fn receive_whole<E: Send>(
    app: &App,
    upload: &Upload,
    body: impl Stream<Item = Result<Bytes, E>> + Send,
) -> Result<(), Refused> {
    let mut file = File::create(file_of(&app.config, &upload.id)).await?;
    let mut is_cut_off = false;
    let body = body.inspect(|piece| is_cut_off |= piece.is_err());
    let written = write(&mut file, body, app.config.upload_limit_bytes).await?;
    if written == 0 || is_cut_off {
        return Err(Refused::Empty);
    }
    file.sync_data().await?;
    let written = i64::try_from(written).unwrap_or_default();
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    db::mark_size(&mut tx, &upload.id, written).await?;
    db::mark_received(&mut tx, &upload.id, 0, written, now).await?;
    enqueue_import(&mut tx, upload, now).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes a zip that is at hand, as the demo site's are, in the caller's transaction.
pub async fn submit(
    app: &App,
    tx: &mut Tx,
    activity: ActivityId,
    user: UserId,
    file_name: &str,
    zip: &[u8],
) -> Result<(), Refused> {
    let now = app.clock.now();
    let upload = Upload::new(app, activity, user, file_name, zip.len() as u64);
    tokio::fs::create_dir_all(app.config.uploads_dir()).await?;
    tokio::fs::write(file_of(&app.config, &upload.id), zip).await?;
    db::insert_upload(tx, &upload, now).await?;
    db::mark_received(tx, &upload.id, 0, upload.size_bytes, now).await?;
    // Nobody sent it, so nobody waits to hear of it.
    db::mark_seen(tx, &upload.id, now).await?;
    enqueue_import(tx, &upload, now).await
}

/// Once the last byte is there.
async fn enqueue_import(tx: &mut Tx, upload: &Upload, now: Instant) -> Result<(), Refused> {
    if db::mark_importing(tx, &upload.id, now).await? {
        let upload_id = upload.id.clone();
        jobs::enqueue(tx, &Job::ImportUpload { upload_id }, now).await?;
    }
    Ok(())
}

/// Two requests may write the same bytes at the same place (a retry, while the first connection has
/// not noticed its end). That is harmless: they carry the same file, and only one of them is counted.
async fn append(app: &App, upload: &Upload, body: Body) -> Result<i64, Refused> {
    let offset = upload.received_bytes;
    let room = u64::try_from(upload.size_bytes - offset).unwrap_or_default();
    let path = file_of(&app.config, &upload.id);
    let mut file = OpenOptions::new().write(true).open(path).await?;
    let start = u64::try_from(offset).unwrap_or_default();
    file.seek(SeekFrom::Start(start)).await?;
    let written = write(&mut file, body.into_data_stream(), room).await?;
    file.sync_data().await?;
    let received = offset + i64::try_from(written).unwrap_or_default();
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if !db::mark_received(&mut tx, &upload.id, offset, received, now).await? {
        drop(tx);
        let now_there = db::find_upload(&app.db, &upload.id).await?;
        return Err(now_there.map_or(Refused::Over, |upload| Refused::Offset {
            received: upload.received_bytes,
        }));
    }
    enqueue_import(&mut tx, upload, now).await?;
    tx.commit().await?;
    Ok(received)
}

/// Writes until the body ends, breaks off, or holds more than was announced.
async fn write<E>(
    file: &mut File,
    body: impl Stream<Item = Result<Bytes, E>>,
    room: u64,
) -> std::io::Result<u64> {
    let mut out = BufWriter::with_capacity(1 << 20, file);
    let mut body = std::pin::pin!(body);
    let mut written = 0;
    while let Some(Ok(piece)) = body.next().await {
        let left = usize::try_from(room - written).unwrap_or(usize::MAX);
        let piece = piece.get(..left).unwrap_or(&piece);
        out.write_all(piece).await?;
        written += piece.len() as u64;
        if written == room {
            break;
        }
    }
    out.flush().await?;
    Ok(written)
}
