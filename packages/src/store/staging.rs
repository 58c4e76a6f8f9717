//! Blobs in preparation: they appear in the store all together at the end, or not at all.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{BlobId, Store, sync_folder};

/// A temporary folder inside the store (hence on the same disk) that removes itself.
#[derive(Debug)]
pub(crate) struct Staging {
    store: Store,
    folder: TempDir,
    created: usize,
    kept: BTreeMap<BlobId, PathBuf>,
}

impl Staging {
    pub(super) fn new(store: Store, parent: &Path) -> io::Result<Self> {
        let folder = TempDir::new_in(parent)?;
        Ok(Self {
            store,
            folder,
            created: 0,
            kept: BTreeMap::new(),
        })
    }

    /// The name of a file that does not exist yet.
    pub(crate) fn reserve(&mut self) -> PathBuf {
        self.created += 1;
        self.folder.path().join(self.created.to_string())
    }

    pub(crate) fn create(&mut self) -> io::Result<(PathBuf, File)> {
        let path = self.reserve();
        let file = File::create_new(&path)?;
        Ok((path, file))
    }

    /// Marks a finished file to become the blob `id`.
    pub(crate) fn keep(&mut self, path: PathBuf, id: BlobId) {
        self.kept.entry(id).or_insert(path);
    }

    /// Moves what was kept to its place. One synchronisation per blob and folder, at the very end,
    /// when the disk has had time to write most of it on its own.
    pub(crate) fn commit(self) -> io::Result<()> {
        let mut folders = BTreeSet::new();
        for (id, path) in &self.kept {
            if self.store.has_blob(id) {
                continue;
            }
            File::open(path)?.sync_all()?;
            let target = self.store.path_of(id);
            if let Some(folder) = target.parent() {
                fs::create_dir_all(folder)?;
                folders.insert(folder.to_owned());
            }
            fs::rename(path, &target)?;
        }
        for folder in &folders {
            sync_folder(folder)?;
        }
        if !folders.is_empty() {
            sync_folder(&self.store.blobs_folder())?;
        }
        Ok(())
    }
}
