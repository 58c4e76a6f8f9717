//! A file that several readers share, each with a position of its own, and whose reading can be
//! metered. Knows nothing of zip.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Directory records are read piecemeal; anything larger bypasses the buffer.
const BUFFER_BYTES: usize = 8 << 10;

/// A cheap-to-clone reader over one open file.
#[derive(Debug)]
pub(crate) struct Source {
    file: Arc<File>,
    len: u64,
    position: u64,
    buffer: Vec<u8>,
    buffer_start: u64,
    /// Bytes that may still be read: bounds the memory a directory can claim while it is parsed.
    allowance: Arc<AtomicU64>,
}

/// The marker inside the error of a reader that used up its allowance.
#[derive(Debug, thiserror::Error)]
#[error("the archive's directory is too large")]
struct AllowanceSpent;

pub(crate) fn is_budget(error: &io::Error) -> bool {
    error
        .get_ref()
        .is_some_and(<dyn std::error::Error + Send + Sync>::is::<AllowanceSpent>)
}

impl Source {
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let len = file.metadata()?.len();
        Ok(Self {
            file: Arc::new(file),
            len,
            position: 0,
            buffer: Vec::new(),
            buffer_start: 0,
            allowance: Arc::new(AtomicU64::new(u64::MAX)),
        })
    }

    pub(crate) fn len(&self) -> u64 {
        self.len
    }

    /// Lets `work` read at most `bytes` through this source; readers it leaves behind are free.
    pub(crate) fn metered<T>(self, bytes: u64, work: impl FnOnce(Self) -> T) -> T {
        let allowance = Arc::clone(&self.allowance);
        allowance.store(bytes, Ordering::Relaxed);
        let result = work(self);
        allowance.store(u64::MAX, Ordering::Relaxed);
        result
    }

    /// Reads at an offset without moving the position; fewer bytes only at the end of the file.
    pub(crate) fn read_exact_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<()> {
        self.file.read_exact_at(buffer, offset)
    }

    fn read_file(&self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read_at(buffer, self.position)?;
        let spent = self
            .allowance
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
                if left == u64::MAX {
                    Some(left)
                } else {
                    left.checked_sub(read as u64)
                }
            });
        spent
            .map(|_| read)
            .map_err(|_left| io::Error::other(AllowanceSpent))
    }

    fn buffered(&self) -> &[u8] {
        self.position
            .checked_sub(self.buffer_start)
            .and_then(|skip| self.buffer.get(usize::try_from(skip).ok()?..))
            .unwrap_or_default()
    }
}

impl Clone for Source {
    fn clone(&self) -> Self {
        Self {
            file: Arc::clone(&self.file),
            len: self.len,
            position: self.position,
            buffer: Vec::new(),
            buffer_start: 0,
            allowance: Arc::clone(&self.allowance),
        }
    }
}

impl Read for Source {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.buffered().is_empty() {
            if out.len() >= BUFFER_BYTES {
                let read = self.read_file(out)?;
                self.position += read as u64;
                return Ok(read);
            }
            let mut buffer = std::mem::take(&mut self.buffer);
            buffer.resize(BUFFER_BYTES, 0);
            let read = self.read_file(&mut buffer)?;
            buffer.truncate(read);
            self.buffer = buffer;
            self.buffer_start = self.position;
        }
        let available = self.buffered();
        let read = available.len().min(out.len());
        let (Some(to), Some(from)) = (out.get_mut(..read), available.get(..read)) else {
            return Ok(0);
        };
        to.copy_from_slice(from);
        self.position += read as u64;
        Ok(read)
    }
}

impl Seek for Source {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let target = match to {
            SeekFrom::Start(offset) => Some(offset),
            SeekFrom::End(delta) => self.len.checked_add_signed(delta),
            SeekFrom::Current(delta) => self.position.checked_add_signed(delta),
        };
        self.position = target.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.position)
    }
}
