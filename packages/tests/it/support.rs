//! A store in a temporary folder, and archives put through it.
#![expect(
    clippy::unwrap_used,
    reason = "a test whose world cannot be built has failed"
)]

use std::fs;
use std::path::{Path, PathBuf};

use packages::{Limits, Progress, Refusal, ReportLine, Store, Version, import, report};
use tempfile::TempDir;

pub(crate) struct Shelf {
    pub(crate) store: Store,
    folder: TempDir,
}

impl Shelf {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self {
            store: Store::open(folder.path().join("store")).unwrap(),
            folder,
        }
    }

    pub(crate) fn import(&self, zip: &[u8]) -> Result<Version, Refusal> {
        self.import_within(zip, &Limits::default())
    }

    pub(crate) fn import_within(&self, zip: &[u8], limits: &Limits) -> Result<Version, Refusal> {
        import(&self.upload(zip), &self.store, limits, &mut |_| {})
    }

    pub(crate) fn import_watched(
        &self,
        zip: &[u8],
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Version, Refusal> {
        import(&self.upload(zip), &self.store, &Limits::default(), progress)
    }

    fn upload(&self, zip: &[u8]) -> PathBuf {
        let path = self.folder.path().join("upload.zip");
        fs::write(&path, zip).unwrap();
        path
    }

    pub(crate) fn blobs(&self) -> usize {
        count_files(&self.folder.path().join("store/blobs"))
    }

    pub(crate) fn staged(&self) -> usize {
        fs::read_dir(self.folder.path().join("store/staging"))
            .unwrap()
            .count()
    }
}

fn count_files(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries
        .map(|e| {
            if e.path().is_dir() {
                count_files(&e.path())
            } else {
                1
            }
        })
        .sum()
}

/// A line's code is in the published list, with exactly its arguments.
#[track_caller]
pub(crate) fn assert_published(line: &ReportLine) {
    let known = report::CODES.iter().find(|(code, _)| *code == line.code);
    let (_, args) = known.unwrap_or_else(|| panic!("{} is not published", line.code));
    let mut expected = args.to_vec();
    expected.sort_unstable();
    let found: Vec<&str> = line.args.keys().map(String::as_str).collect();
    assert_eq!(found, expected, "{}", line.code);
}
