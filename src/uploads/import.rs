//! The job that turns a received zip into a version.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use packages::{BlobId, Limits, Progress, Refusal, ReportLine, Version};
use serde_json::json;

use super::{State, Upload, db, file_of, remove_file};
use crate::clock::Instant;
use crate::db::{DbResult, Tx};
use crate::ids::VersionId;
use crate::jobs::{self, Job};
use crate::mail::Mail;
use crate::versions::{self, NewVersion};
use crate::{App, AppState, users};

/// An open page asks every second how far the import is. One that has not asked in this time is closed.
const SEEN_WITHIN_MS: i64 = 60_000;
/// How often progress is written down.
const PROGRESS_EVERY: Duration = Duration::from_millis(500);

/// Runs the `ImportUpload` job. Running it again after it ended changes nothing.
pub async fn import(app: &AppState, upload_id: &str) -> anyhow::Result<()> {
    let Some(upload) = db::find_upload(&app.db, upload_id).await? else {
        return Ok(());
    };
    if !matches!(upload.state, State::Importing { .. }) {
        return Ok(());
    }
    let percent = Arc::new(AtomicI64::new(0));
    let zip = file_of(&app.config, upload_id);
    let unpacking = unpack(app, &zip, percent.clone());
    let outcome = watch(app, upload_id, &percent, unpacking).await?;
    match outcome {
        Ok((package, listing)) => record(app, &upload, &package, listing).await?,
        Err(refusal) => refuse(app, &upload, &refusal).await?,
    }
    remove_file(app, upload_id).await;
    Ok(())
}

/// A package with the address of its stored listing, or why there is none.
pub type Unpacked = Result<(Version, BlobId), Refusal>;

/// Checks a zip on this machine and stores what is in it. `percent` follows its progress.
pub async fn unpack(app: &App, zip: &Path, percent: Arc<AtomicI64>) -> anyhow::Result<Unpacked> {
    let (store, zip) = (app.store.clone(), zip.to_owned());
    let work = tokio::task::spawn_blocking(move || {
        let mut progress = |at: Progress| {
            let done = at.bytes_done.saturating_mul(100) / at.bytes_total.max(1);
            percent.store(done.min(100) as i64, Ordering::Relaxed);
        };
        let package = packages::import(&zip, &store, &Limits::default(), &mut progress);
        match package {
            Ok(package) => {
                versions::store_listing(&store, &package).map(|listing| Ok((package, listing)))
            }
            Err(refusal) => Ok(Err(refusal)),
        }
    });
    work.await?
}

/// Writes progress down while the work runs.
async fn watch<T>(
    app: &App,
    upload_id: &str,
    percent: &AtomicI64,
    work: impl Future<Output = T>,
) -> T {
    let mut work = std::pin::pin!(work);
    let mut ticks = tokio::time::interval(PROGRESS_EVERY);
    let mut written = 0;
    loop {
        tokio::select! {
            outcome = &mut work => return outcome,
            _ = ticks.tick() => {
                let now = percent.load(Ordering::Relaxed);
                if now != written && db::mark_progress(&app.db, upload_id, now).await.is_ok() {
                    written = now;
                }
            }
        }
    }
}

async fn record(
    app: &App,
    upload: &Upload,
    package: &Version,
    listing: BlobId,
) -> anyhow::Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let new = NewVersion::of(
        package,
        listing,
        upload.activity_id,
        &upload.file_name,
        upload.user_id,
    );
    let version = adopt(app, &mut tx, &new, package).await?;
    // Another replica that took over a lost lease may have been faster: its version stands.
    if db::mark_done(&mut tx, &upload.id, version, now).await? {
        announce(&mut tx, upload, now).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Makes the version the activity's newest; the first one that nothing stands against is offered to
/// learners at once, and gives an untitled activity its title.
pub async fn adopt(
    app: &App,
    tx: &mut Tx,
    new: &NewVersion,
    package: &Version,
) -> DbResult<VersionId> {
    let now = app.clock.now();
    let version = versions::db::insert_version(tx, new, now).await?;
    if new.block_count == 0 {
        versions::db::publish_first_version(tx, new.activity_id, version, now).await?;
    }
    versions::db::title_activity(tx, new.activity_id, package.course.title.trim()).await?;
    Ok(version)
}

async fn refuse(app: &App, upload: &Upload, refusal: &Refusal) -> anyhow::Result<()> {
    if refusal.is_server_fault() {
        tracing::error!(error = %refusal, "an upload could not be stored");
    }
    let why = serde_json::to_string(&ReportLine::from(refusal))?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if db::mark_refused(&mut tx, &upload.id, &why, now).await? {
        announce(&mut tx, upload, now).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Ends the import: the author is told later, unless their page has seen it by then.
async fn announce(tx: &mut Tx, upload: &Upload, now: Instant) -> DbResult<()> {
    let job = Job::TellImported {
        upload_id: upload.id.clone(),
    };
    jobs::enqueue_for(tx, &job, now.plus_ms(SEEN_WITHIN_MS), now).await
}

/// Runs the `TellImported` job.
pub async fn tell_imported(app: &AppState, upload_id: &str) -> anyhow::Result<()> {
    // Dismissed is seen.
    let Some(upload) = db::find_upload(&app.db, upload_id).await? else {
        return Ok(());
    };
    let Some(author) = users::db::find_user(&app.db, upload.user_id).await? else {
        return Ok(());
    };
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if !db::mark_seen(&mut tx, upload_id, now).await? {
        return Ok(());
    }
    let mail = Mail {
        to: author.email.clone(),
        lang: author.lang,
        template: "import_done".to_owned(),
        values: json!({
            "name": author.full_name(),
            "file_name": upload.file_name,
            "is_done": matches!(upload.state, State::Done { .. }),
            "path": format!("/authoring/activities/{}/packages", upload.activity_id),
        }),
    };
    jobs::enqueue(&mut tx, &Job::SendMail(mail), now).await?;
    tx.commit().await?;
    Ok(())
}
