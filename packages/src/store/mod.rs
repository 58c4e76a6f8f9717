//! Content-addressed blobs on a local folder: written once, never changed, found by what they
//! contain. Knows nothing of packages, archives or HTTP.
//!
//! ```text
//! blobs/ab/cdef…        immutable, named by its id
//! staging/<random>/…    an import at work; gone when it ends, whichever way
//! ```
//!
//! A blob appears under its final name only when it is complete and on disk: it is written in
//! `staging`, synchronised, and renamed. Two imports that store the same blob agree on its content,
//! so whoever comes second changes nothing.

mod id;
mod pack;
mod staging;

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Take};
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

pub(crate) use id::copy_hashed;
pub use id::{BlobId, NotABlobId};
pub(crate) use pack::{Member, PackWriter};
pub(crate) use staging::Staging;

/// A stretch of a blob. A large file is a blob of its own; small files share one ("pack"), because
/// thousands of small files cost a file system, and an object store even more, far more than
/// their bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Extent {
    pub blob: BlobId,
    pub offset: u64,
    pub len: u64,
}

/// The blobs of one server.
#[derive(Debug, Clone)]
pub struct Store {
    root: PathBuf,
}

impl Store {
    /// Opens the store in `root`, creating it where it is missing.
    pub fn open(root: impl Into<PathBuf>) -> io::Result<Self> {
        let store = Self { root: root.into() };
        fs::create_dir_all(store.root.join("blobs"))?;
        fs::create_dir_all(store.root.join("staging"))?;
        Ok(store)
    }

    /// Removes what imports left that were cut off by a crash. Call it before imports start, and
    /// never while another process imports into the same folder.
    pub fn clear_staging(&self) -> io::Result<()> {
        for entry in fs::read_dir(self.root.join("staging"))? {
            fs::remove_dir_all(entry?.path())?;
        }
        Ok(())
    }

    /// Stores what `content` yields and returns its id and length. Storing it again changes nothing.
    pub fn put_blob(&self, content: &mut dyn Read) -> io::Result<(BlobId, u64)> {
        let mut staging = self.stage()?;
        let (path, mut file) = staging.create()?;
        let (id, len) = copy_hashed(content, &mut file)?;
        staging.keep(path, id);
        staging.commit()?;
        Ok((id, len))
    }

    pub fn has_blob(&self, id: &BlobId) -> bool {
        self.path_of(id).is_file()
    }

    /// Opens a whole blob or a range of it.
    pub fn open_blob(&self, id: &BlobId, range: Option<Range<u64>>) -> io::Result<BlobReader> {
        let mut file = File::open(self.path_of(id))?;
        let range = match range {
            Some(range) => range,
            None => 0..file.metadata()?.len(),
        };
        file.seek(SeekFrom::Start(range.start))?;
        Ok(BlobReader {
            inner: file.take(range.end.saturating_sub(range.start)),
        })
    }

    /// Opens an extent or a range within it; a range beyond its end is cut to it.
    pub fn open_extent(
        &self,
        extent: &Extent,
        range: Option<Range<u64>>,
    ) -> io::Result<BlobReader> {
        let range = range.unwrap_or(0..extent.len);
        let end = range.end.min(extent.len);
        let start = range.start.min(end);
        self.open_blob(
            &extent.blob,
            Some(extent.offset + start..extent.offset + end),
        )
    }

    /// Reads a whole extent: for small texts only.
    pub fn read_extent(&self, extent: &Extent) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::with_capacity(usize::try_from(extent.len).unwrap_or_default());
        self.open_extent(extent, None)?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Where a blob lies, for callers that read it in their own way. It may not exist.
    pub fn path_of(&self, id: &BlobId) -> PathBuf {
        let (folder, name) = id.folder_and_name();
        self.root.join("blobs").join(folder).join(name)
    }

    /// A place to prepare blobs that appear all together.
    pub(crate) fn stage(&self) -> io::Result<Staging> {
        Staging::new(self.clone(), &self.root.join("staging"))
    }

    fn blobs_folder(&self) -> PathBuf {
        self.root.join("blobs")
    }
}

/// A stretch of a blob, ready to be read from its first byte.
#[derive(Debug)]
pub struct BlobReader {
    inner: Take<File>,
}

impl BlobReader {
    /// The file, positioned at the first byte, and the number of bytes to read from there: for
    /// callers that stream it asynchronously.
    pub fn into_parts(self) -> (File, u64) {
        let len = self.inner.limit();
        (self.inner.into_inner(), len)
    }
}

impl Read for BlobReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.inner.read(buffer)
    }
}

/// Makes a renamed or created entry of `folder` survive a power cut.
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blob_is_stored_once_and_read_in_ranges() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let (id, len) = store.put_blob(&mut &b"customs"[..]).unwrap();
        let again = store.put_blob(&mut &b"customs"[..]).unwrap();
        assert_eq!((id, len), again);
        let mut text = String::new();
        store
            .open_blob(&id, Some(2..5))
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        assert_eq!(text, "sto");
        let extent = Extent {
            blob: id,
            offset: 3,
            len: 4,
        };
        assert_eq!(store.read_extent(&extent).unwrap(), b"toms");
        let mut cut = String::new();
        store
            .open_extent(&extent, Some(2..99))
            .unwrap()
            .read_to_string(&mut cut)
            .unwrap();
        assert_eq!(cut, "ms");
    }

    #[test]
    fn nothing_stays_in_staging() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        store.put_blob(&mut &b"x"[..]).unwrap();
        drop(store.stage().unwrap().create().unwrap());
        assert_eq!(
            fs::read_dir(folder.path().join("staging")).unwrap().count(),
            0
        );
        fs::create_dir(folder.path().join("staging/crashed")).unwrap();
        store.clear_staging().unwrap();
        assert_eq!(
            fs::read_dir(folder.path().join("staging")).unwrap().count(),
            0
        );
    }
}
