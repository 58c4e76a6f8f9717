//! A store in a temporary folder, and archives put through it.
#![expect(
    clippy::unwrap_used,
    reason = "a test whose world cannot be built has failed"
)]

use std::fs;
use std::path::Path;

use packages::{Limits, Refusal, Store, Version, import};
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
        let path = self.folder.path().join("upload.zip");
        fs::write(&path, zip).unwrap();
        import(&path, &self.store, limits, &mut |_| {})
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
