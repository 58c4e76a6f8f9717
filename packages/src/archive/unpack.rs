//! Streams one entry out of the archive and holds it to the size and check sum its directory
//! entry promised. Knows nothing of where the bytes go.

use std::io::{self, Read, Write};

use flate2::Crc;
use flate2::read::DeflateDecoder;
use zip::ZipArchive;

use super::Entry;
use super::source::Source;
use crate::refusal::Refusal;

const CHUNK_BYTES: usize = 64 << 10;

/// Whether the packed bytes seen on the way are exactly one deflate stream, fit to be wrapped as
/// gzip and sent to browsers as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Packed {
    Deflate { crc32: u32 },
    Unusable,
}

/// One thread's reader of an archive.
#[derive(Debug)]
pub(crate) struct Unpacker {
    zip: ZipArchive<Source>,
    chunk: Vec<u8>,
}

impl Unpacker {
    pub(super) fn new(zip: ZipArchive<Source>) -> Self {
        Self {
            zip,
            chunk: vec![0; CHUNK_BYTES],
        }
    }

    /// Writes the content of `entry` to `out` and, where it was deflated, the deflate stream as it
    /// lies in the archive to `packed`: most packages arrive compressed already, so that the copy
    /// for browsers costs nothing.
    pub(crate) fn unpack(
        &mut self,
        entry: &Entry,
        out: &mut dyn Write,
        packed: Option<&mut dyn Write>,
    ) -> Result<Packed, Refusal> {
        let damaged = || Refusal::Damaged {
            name: entry.path.to_string(),
        };
        if !entry.deflated {
            let mut content = self.zip.by_index(entry.index).map_err(|_error| damaged())?;
            copy_exactly(&mut content, out, entry, &mut self.chunk)?;
            return Ok(Packed::Unusable);
        }
        let raw = self
            .zip
            .by_index_raw(entry.index)
            .map_err(|_error| damaged())?;
        let mut sink = io::sink();
        let mut decoder = DeflateDecoder::new(Tee {
            from: raw,
            to: packed.unwrap_or(&mut sink),
        });
        let crc32 = copy_exactly(&mut decoder, out, entry, &mut self.chunk)?;
        if crc32 != entry.crc32 {
            return Err(damaged());
        }
        // Bytes after the end of the stream would follow it into the gzip copy and break that.
        if decoder.total_in() != entry.packed {
            return Ok(Packed::Unusable);
        }
        Ok(Packed::Deflate { crc32 })
    }
}

/// Copies and returns the check sum. More or fewer bytes than promised is a lie or damage; a
/// failing write is this server's fault.
fn copy_exactly(
    from: &mut dyn Read,
    out: &mut dyn Write,
    entry: &Entry,
    chunk: &mut [u8],
) -> Result<u32, Refusal> {
    let damaged = || Refusal::Damaged {
        name: entry.path.to_string(),
    };
    let mut crc = Crc::new();
    let mut total = 0_u64;
    loop {
        let read = match from.read(chunk) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            // What the operating system reports is a fault of this server: a full disk, say.
            Err(error) if error.raw_os_error().is_some() => return Err(error.into()),
            Err(_) => return Err(damaged()),
        };
        let bytes = chunk.get(..read).ok_or_else(damaged)?;
        total += read as u64;
        if total > entry.size {
            return Err(damaged());
        }
        crc.update(bytes);
        out.write_all(bytes)?;
    }
    if total == entry.size {
        Ok(crc.sum())
    } else {
        Err(damaged())
    }
}

/// Copies what is read to a second place.
struct Tee<'a, R> {
    from: R,
    to: &'a mut dyn Write,
}

impl<R: Read> Read for Tee<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(buffer)?;
        self.to.write_all(buffer.get(..read).unwrap_or_default())?;
        Ok(read)
    }
}
