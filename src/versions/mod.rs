//! Package versions: what an activity plays. Loads them, serves their files; must not know how they
//! arrived nor who plays them.

pub mod cache;
pub mod db;
mod pages;
mod serve;
pub mod web;

use std::sync::Arc;

use bytes::Bytes;
use fluent_bundle::FluentArgs;
use packages::{BlobId, Extent, ReportLine, Severity, Version};
use scorm::manifest::{Organization, Standard};
use scorm::sequencing::Tree;
use serde::Deserialize;

use crate::App;
use crate::clock::Instant;
use crate::error::{AppError, AppResult};
use crate::i18n::Lang;
use crate::ids::{ActivityId, UserId, VersionId};
use cache::Cache;

pub use serve::serve_file;

/// A version as the database knows it.
#[derive(Debug, Clone)]
pub struct VersionRow {
    pub id: VersionId,
    pub activity_id: ActivityId,
    /// 1, 2, 3 … within its activity.
    pub number: i64,
    pub file_name: String,
    /// `scorm12` or `scorm2004`.
    pub standard: String,
    pub edition: String,
    /// The stored JSON of the whole version.
    pub listing: BlobId,
    pub sco_count: i64,
    pub file_count: i64,
    pub size_bytes: i64,
    pub block_count: i64,
    pub warning_count: i64,
    pub created_by: UserId,
    pub created_at: Instant,
    pub published_at: Option<Instant>,
}

/// A version about to be recorded.
#[derive(Debug, Clone)]
pub struct NewVersion {
    pub activity_id: ActivityId,
    pub file_name: String,
    pub standard: &'static str,
    pub edition: String,
    pub listing: BlobId,
    pub sco_count: i64,
    pub file_count: i64,
    pub size_bytes: i64,
    pub block_count: i64,
    pub warning_count: i64,
    pub created_by: UserId,
}

impl NewVersion {
    pub fn of(
        package: &Version,
        listing: BlobId,
        activity: ActivityId,
        file_name: &str,
        author: UserId,
    ) -> Self {
        let lines = |severity| {
            let lines = package.report.lines.iter();
            lines.filter(|line| line.severity == severity).count() as i64
        };
        Self {
            activity_id: activity,
            file_name: file_name.to_owned(),
            standard: match package.course.standard {
                Standard::Scorm12 => "scorm12",
                Standard::Scorm2004 => "scorm2004",
            },
            edition: package.course.edition.to_string(),
            listing,
            sco_count: package.course.scos().count() as i64,
            file_count: package.files().len() as i64,
            size_bytes: i64::try_from(package.size_bytes()).unwrap_or(i64::MAX),
            block_count: lines(Severity::Block),
            warning_count: lines(Severity::Warning),
            created_by: author,
        }
    }
}

/// People inside a version: attempts that have begun and are not over.
#[derive(Debug, Clone, Copy)]
pub struct Running {
    pub version_id: VersionId,
    pub all: i64,
    /// Neither completed nor passed yet.
    pub unfinished: i64,
}

/// What becomes of people inside when another version is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Inside {
    /// They finish what they began; a later attempt gets the new version.
    #[default]
    Keep,
    MoveUnfinished,
    MoveAll,
}

/// A version in memory: its course to launch, its files to serve.
#[derive(Debug)]
pub struct LoadedVersion {
    pub id: VersionId,
    pub package: Version,
    /// What its sequencing is about; none in SCORM 1.2.
    pub tree: Option<Arc<Tree>>,
}

impl LoadedVersion {
    pub fn new(id: VersionId, package: Version) -> Self {
        let course = &package.course;
        let tree = course
            .organization()
            .filter(|_| course.standard == Standard::Scorm2004)
            .map(|organization| Arc::new(Tree::new(organization, course.edition)));
        Self { id, package, tree }
    }

    /// Whether the learner finds a way through several activities, rather than opening the only one.
    pub fn is_guided(&self) -> bool {
        self.tree.is_some() && self.package.course.launchables().nth(1).is_some()
    }

    /// Whether the course says itself when it is complete and when it is passed.
    pub fn is_rolled_up(&self) -> bool {
        let course = &self.package.course;
        let speaks = |organization: &Organization| {
            organization.sequencing.is_some()
                || course.items().any(|item| item.sequencing.is_some())
        };
        self.is_guided() && course.organization().is_some_and(speaks)
    }
}

/// What is kept in memory of versions and their files.
#[derive(Debug)]
pub struct Shelf {
    versions: Cache<VersionId, Arc<LoadedVersion>>,
    /// Contents of small files, plain or compressed, by where they lie in the store.
    files: Cache<Extent, Bytes>,
    /// One load at a time: when a module begins for a whole class, its version is read once.
    loading: tokio::sync::Mutex<()>,
}

/// Versions in memory, in bytes of their JSON (about what they take once read).
const VERSIONS_BUDGET: usize = 48 << 20;
const FILES_BUDGET: usize = 24 << 20;

impl Default for Shelf {
    fn default() -> Self {
        Self {
            versions: Cache::new(VERSIONS_BUDGET),
            files: Cache::new(FILES_BUDGET),
            loading: tokio::sync::Mutex::new(()),
        }
    }
}

/// The version, from memory or from the store.
pub async fn load(app: &App, id: VersionId) -> AppResult<Arc<LoadedVersion>> {
    if let Some(version) = app.shelf.versions.find(&id) {
        return Ok(version);
    }
    let _one_at_a_time = app.shelf.loading.lock().await;
    if let Some(version) = app.shelf.versions.find(&id) {
        return Ok(version);
    }
    let row = db::find_version(&app.db, id)
        .await?
        .ok_or(AppError::NotFound)?;
    let store = app.store.clone();
    let (package, weight) = tokio::task::spawn_blocking(move || read(&store, &row.listing))
        .await?
        .map_err(AppError::internal)?;
    let version = Arc::new(LoadedVersion::new(id, package));
    app.shelf.versions.insert(id, version.clone(), weight);
    Ok(version)
}

fn read(store: &packages::Store, listing: &BlobId) -> anyhow::Result<(Version, usize)> {
    use std::io::Read as _;
    let mut json = Vec::new();
    store.open_blob(listing, None)?.read_to_end(&mut json)?;
    Ok((serde_json::from_slice(&json)?, json.len()))
}

/// Stores the version's JSON, which [`load`] reads back. Blocking.
pub fn store_listing(store: &packages::Store, package: &Version) -> anyhow::Result<BlobId> {
    let json = serde_json::to_vec(package)?;
    let (id, _) = store.put_blob(&mut json.as_slice())?;
    Ok(id)
}

/// A finding of an import in the reader's language. Sizes are written as that language writes them.
pub fn sentence(lang: Lang, line: &ReportLine) -> String {
    let mut args = FluentArgs::new();
    let is_size = |name: &str| {
        name == "bytes" || (line.code.ends_with("-too-large") && matches!(name, "found" | "limit"))
    };
    for (name, value) in &line.args {
        match value.parse::<i64>() {
            Ok(bytes) if is_size(name) => {
                let name = if name == "bytes" { "size" } else { name };
                args.set(name.to_owned(), lang.bytes(bytes));
            }
            _ if name == "size" => {}
            _ => args.set(name.clone(), value.clone()),
        }
    }
    lang.format(&format!("report-{}", line.code), &args)
}
