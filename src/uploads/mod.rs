//! Packages on their way in: received in pieces, checked by a job. Must not know how versions are
//! published or served.

pub mod db;
mod import;
mod receive;
pub mod web;

use std::path::PathBuf;

use packages::ReportLine;

use crate::clock::Instant;
use crate::config::Config;
use crate::db::DbResult;
use crate::ids::{ActivityId, UserId, VersionId};
use crate::{App, AppState};

pub use import::{Unpacked, adopt, import, tell_imported, unpack};
pub use receive::{Refused, begin, receive, receive_whole, submit};

/// A zip on its way in.
#[derive(Debug, Clone)]
pub struct Upload {
    /// Random: knowing one does not lead to the next.
    pub id: String,
    pub user_id: UserId,
    pub activity_id: ActivityId,
    pub file_name: String,
    pub size_bytes: i64,
    /// What is on disk; an interrupted upload goes on from here.
    pub received_bytes: i64,
    pub state: State,
    pub updated_at: Instant,
}

/// How far an upload has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    Receiving,
    Importing {
        /// Percent.
        progress: i64,
    },
    Done {
        version: VersionId,
    },
    Refused {
        why: ReportLine,
    },
}

impl Upload {
    fn new(app: &App, activity: ActivityId, user: UserId, file_name: &str, size: u64) -> Self {
        Self {
            id: app.random.token(),
            user_id: user,
            activity_id: activity,
            file_name: display_name(file_name),
            size_bytes: i64::try_from(size).unwrap_or(i64::MAX),
            received_bytes: 0,
            state: State::Receiving,
            updated_at: app.clock.now(),
        }
    }
}

impl State {
    pub fn name(&self) -> &'static str {
        match self {
            Self::Receiving => "receiving",
            Self::Importing { .. } => "importing",
            Self::Done { .. } => "done",
            Self::Refused { .. } => "refused",
        }
    }
}

/// The last part of a path, as a name for people; never used as the name of a file.
pub fn display_name(name: &str) -> String {
    const LONGEST: usize = 200;
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default().trim();
    name.chars()
        .filter(|c| !c.is_control())
        .take(LONGEST)
        .collect()
}

/// Where the bytes of an upload lie.
fn file_of(config: &Config, id: &str) -> PathBuf {
    config.uploads_dir().join(format!("{id}.zip"))
}

async fn remove_file(app: &App, id: &str) {
    if let Err(error) = tokio::fs::remove_file(file_of(&app.config, id)).await
        && error.kind() != std::io::ErrorKind::NotFound
    {
        tracing::warn!(%error, "an upload's file cannot be removed");
    }
}

/// Days after which an unfinished upload is given up.
const STALE_DAYS: i64 = 7;

/// At start: what imports left in a crash, and uploads nobody came back to.
pub async fn tidy(app: &AppState) -> DbResult<()> {
    let store = app.store.clone();
    let cleared = tokio::task::spawn_blocking(move || store.clear_staging()).await;
    if !matches!(cleared, Ok(Ok(()))) {
        tracing::warn!("what interrupted imports left cannot be removed");
    }
    let before = app.clock.now().plus_hours(-24 * STALE_DAYS);
    for upload in db::list_stale_uploads(&app.db, before).await? {
        discard(app, &upload.id).await?;
    }
    Ok(())
}

/// Forgets an upload and its file; not one that is being imported.
pub async fn discard(app: &App, id: &str) -> DbResult<bool> {
    let is_deleted = db::delete_upload(&app.db, id).await?;
    if is_deleted {
        remove_file(app, id).await;
    }
    Ok(is_deleted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_for_people_is_the_last_part_of_a_path() {
        assert_eq!(display_name("C:\\fakepath\\été 1.zip"), "été 1.zip");
        assert_eq!(display_name("../../etc/pass\u{0}wd"), "passwd");
        assert_eq!(display_name(&"x".repeat(999)).len(), 200);
    }
}
