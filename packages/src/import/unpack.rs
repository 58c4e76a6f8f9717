//! Moves every file of an archive into staging: small files into one pack, large ones into blobs of
//! their own, each hashed, and compressed for browsers where that helps.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use super::Progress;
use super::parallel;
use crate::archive::{Archive, Entry, Packed, Unpacker};
use crate::mime;
use crate::refusal::Refusal;
use crate::scan::{Hosts, Scanner, Traces};
use crate::store::{BlobId, Extent, Member, PackWriter, Staging, Store, copy_hashed};
use crate::version::FileEntry;

/// Files up to this size go into the pack.
const SMALL_BYTES: u64 = 512 << 10;
/// One batch of small files is in memory at a time, unpacked and compressed.
const BATCH_BYTES: u64 = 16 << 20;
const BATCH_FILES: usize = 256;
/// Shorter texts fit into one network packet anyway.
const WORTH_COMPRESSING_BYTES: u64 = 1 << 10;
/// How much of a large text is looked at for the report.
const SCANNED_BYTES: usize = 1 << 20;

/// Everything unpacked, not yet published.
#[derive(Debug)]
pub(super) struct Unpacked {
    pub(super) staging: Staging,
    /// Sorted by path, as the traces are.
    pub(super) files: Vec<FileEntry>,
    pub(super) traces: Vec<Traces>,
    pub(super) hosts: Hosts,
}

pub(super) fn unpack(
    archive: &Archive,
    store: &Store,
    progress: &mut dyn FnMut(Progress),
) -> Result<Unpacked, Refusal> {
    let bytes_total = archive.entries.iter().map(|entry| entry.size).sum();
    let done = AtomicU64::new(0);
    let mut tick = || {
        progress(Progress {
            bytes_done: done.load(Ordering::Relaxed),
            bytes_total,
        });
    };
    let scanner = Scanner::new();
    let mut staging = store.stage()?;
    let (small, large): (Vec<&Entry>, Vec<&Entry>) = archive
        .entries
        .iter()
        .partition(|entry| entry.size <= SMALL_BYTES);
    let mut stored = unpack_small(archive, &small, &scanner, &mut staging, &done, &mut tick)?;
    stored.extend(unpack_large(
        archive,
        &large,
        &scanner,
        &mut staging,
        &done,
        &mut tick,
    )?);
    tick();
    stored.sort_by(|(a, _), (b, _)| a.path.cmp(&b.path));
    let (files, traces) = stored.into_iter().unzip();
    let hosts = scanner.into_hosts();
    Ok(Unpacked {
        staging,
        files,
        traces,
        hosts,
    })
}

type Stored = (FileEntry, Traces);

/// A small file in memory.
struct Small {
    content: Vec<u8>,
    gzip: Option<Vec<u8>>,
    hash: BlobId,
    traces: Traces,
}

fn unpack_small(
    archive: &Archive,
    entries: &[&Entry],
    scanner: &Scanner,
    staging: &mut Staging,
    done: &AtomicU64,
    tick: &mut dyn FnMut(),
) -> Result<Vec<Stored>, Refusal> {
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    let mut pack = PackWriter::new(staging)?;
    let mut members: Vec<(Small, Member, Option<Member>)> = Vec::with_capacity(entries.len());
    for batch in batches(entries) {
        let worker = || {
            let mut unpacker = archive.unpacker();
            move |entry: &&Entry| {
                let small = read_small(&mut unpacker, entry, scanner)?;
                done.fetch_add(entry.size, Ordering::Relaxed);
                Ok(small)
            }
        };
        for small in parallel::each(batch, worker, tick)? {
            members.push(append(&mut pack, small)?);
        }
        tick();
    }
    let blob = pack.finish(staging)?;
    let extent = |member: Member| Extent {
        blob,
        offset: member.offset,
        len: member.len,
    };
    let stored = entries
        .iter()
        .zip(members)
        .map(|(entry, (small, body, gzip))| {
            let file = FileEntry {
                path: entry.path.clone(),
                hash: small.hash,
                body: extent(body),
                gzip: gzip.map(extent),
            };
            (file, small.traces)
        });
    Ok(stored.collect())
}

/// Writes a file to the pack and forgets its bytes.
fn append(pack: &mut PackWriter, mut small: Small) -> io::Result<(Small, Member, Option<Member>)> {
    let body = pack.append(&small.content, small.hash)?;
    small.content = Vec::new();
    let gzip = small
        .gzip
        .take()
        .map(|bytes| pack.append(&bytes, small.hash))
        .transpose()?;
    Ok((small, body, gzip))
}

fn batches<'a, 'e>(entries: &'a [&'e Entry]) -> impl Iterator<Item = &'a [&'e Entry]> {
    let mut rest = entries;
    std::iter::from_fn(move || {
        let mut bytes = 0;
        let fits = |entry: &&&Entry| {
            bytes += entry.size;
            bytes <= BATCH_BYTES
        };
        let len = rest
            .iter()
            .take(BATCH_FILES)
            .take_while(fits)
            .count()
            .max(1);
        let (batch, after) = rest.split_at_checked(len)?;
        rest = after;
        Some(batch)
    })
}

fn read_small(unpacker: &mut Unpacker, entry: &Entry, scanner: &Scanner) -> Result<Small, Refusal> {
    let mut content = Vec::with_capacity(usize::try_from(entry.size).unwrap_or_default());
    let gzip = if is_worth_compressing(entry) {
        let mut gzip = GZIP_HEADER.to_vec();
        match unpacker.unpack(entry, &mut content, Some(&mut gzip))? {
            Packed::Deflate { crc32 } => gzip.extend(gzip_trailer(crc32, entry.size)),
            Packed::Unusable => {
                let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
                encoder.write_all(&content)?;
                gzip = encoder.finish()?;
            }
        }
        Some(gzip).filter(|gzip| is_smaller(gzip.len() as u64, entry.size))
    } else {
        unpacker.unpack(entry, &mut content, None)?;
        None
    };
    let hash = BlobId::of(&content);
    let traces = scanner.scan(&entry.path, &content);
    Ok(Small {
        content,
        gzip,
        hash,
        traces,
    })
}

fn unpack_large(
    archive: &Archive,
    entries: &[&Entry],
    scanner: &Scanner,
    staging: &mut Staging,
    done: &AtomicU64,
    tick: &mut dyn FnMut(),
) -> Result<Vec<Stored>, Refusal> {
    let shared = Mutex::new(staging);
    let worker = || {
        let mut unpacker = archive.unpacker();
        let shared = &shared;
        move |entry: &&Entry| {
            let reserve = || lock(shared).reserve();
            let large = write_large(&mut unpacker, entry, scanner, &reserve, done)?;
            let mut staging = lock(shared);
            staging.keep(large.path, large.body.blob);
            if let (Some(path), Some(gzip)) = (large.gzip_path, large.gzip) {
                staging.keep(path, gzip.blob);
            }
            let file = FileEntry {
                path: entry.path.clone(),
                hash: large.body.blob,
                body: large.body,
                gzip: large.gzip,
            };
            Ok((file, large.traces))
        }
    };
    parallel::each(entries, worker, tick)
}

/// A thread that panicked while it held the lock has left nothing half done: it only counts names.
fn lock<T>(shared: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    shared
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// A large file in staging.
struct Large {
    path: PathBuf,
    body: Extent,
    gzip_path: Option<PathBuf>,
    gzip: Option<Extent>,
    traces: Traces,
}

fn write_large(
    unpacker: &mut Unpacker,
    entry: &Entry,
    scanner: &Scanner,
    reserve: &dyn Fn() -> PathBuf,
    done: &AtomicU64,
) -> Result<Large, Refusal> {
    let path = reserve();
    let mut body = Hashed {
        file: File::create_new(&path)?,
        hash: Sha256::new(),
        head: Vec::new(),
        done,
    };
    let (mut gzip_path, mut gzip) = (None, None);
    if is_worth_compressing(entry) {
        let target = reserve();
        let mut file = File::create_new(&target)?;
        file.write_all(&GZIP_HEADER)?;
        match unpacker.unpack(entry, &mut body, Some(&mut file))? {
            Packed::Deflate { crc32 } => file.write_all(&gzip_trailer(crc32, entry.size))?,
            Packed::Unusable => compress(&path, &target)?,
        }
        if is_smaller(file.metadata()?.len(), entry.size) {
            gzip = Some(hash_file(&target)?);
            gzip_path = Some(target);
        }
    } else {
        unpacker.unpack(entry, &mut body, None)?;
    }
    let traces = scanner.scan(&entry.path, &body.head);
    let blob = BlobId::from(body.hash);
    Ok(Large {
        path,
        body: Extent {
            blob,
            offset: 0,
            len: entry.size,
        },
        gzip_path,
        gzip,
        traces,
    })
}

/// Compresses a staged file whose archive did not do it.
fn compress(from: &Path, to: &Path) -> io::Result<()> {
    let mut encoder = GzEncoder::new(File::create(to)?, Compression::default());
    io::copy(&mut File::open(from)?, &mut encoder)?;
    encoder.finish().map(drop)
}

fn hash_file(path: &Path) -> io::Result<Extent> {
    let (blob, len) = copy_hashed(&mut File::open(path)?, &mut io::sink())?;
    Ok(Extent {
        blob,
        offset: 0,
        len,
    })
}

/// Writes to a file, hashes, counts, and remembers the beginning.
struct Hashed<'a> {
    file: File,
    hash: Sha256,
    head: Vec<u8>,
    done: &'a AtomicU64,
}

impl Write for Hashed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write_all(bytes)?;
        self.hash.update(bytes);
        let room = SCANNED_BYTES
            .saturating_sub(self.head.len())
            .min(bytes.len());
        self.head
            .extend_from_slice(bytes.get(..room).unwrap_or_default());
        self.done.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn is_worth_compressing(entry: &Entry) -> bool {
    entry.size > WORTH_COMPRESSING_BYTES && mime::is_compressible(mime::of(entry.path.file_name()))
}

/// A tenth saved is worth a second copy.
fn is_smaller(gzip: u64, plain: u64) -> bool {
    gzip < plain - plain / 10
}

/// A member of unknown origin, without name or time (RFC 1952, section 2.3).
const GZIP_HEADER: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];

/// The check sum and the length modulo 2³² (RFC 1952, section 2.3.1).
fn gzip_trailer(crc32: u32, len: u64) -> [u8; 8] {
    let mut trailer = [0; 8];
    let (sum, size) = trailer.split_at_mut(4);
    sum.copy_from_slice(&crc32.to_le_bytes());
    size.copy_from_slice(&(len as u32).to_le_bytes());
    trailer
}
