//! The one place that touches the zip format: a hostile file becomes a checked list of entries that
//! can be streamed. Knows nothing of courses, stores or reports.
//!
//! Order matters. The number and the bytes of directory entries are bounded *before* the directory
//! is read, every name and size is judged *before* a byte is unpacked, and unpacking then enforces
//! what the directory promised.

mod directory;
mod names;
mod source;
mod unpack;

use std::collections::HashMap;
use std::path::Path;

use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use crate::limits::Limits;
use crate::path::{PackagePath, fold, shorten};
use crate::refusal::Refusal;
use source::Source;
pub(crate) use unpack::{Packed, Unpacker};

/// A file of the archive that passed every check. Folders and junk are not entries.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) path: PackagePath,
    /// Unpacked bytes, as promised; unpacking refuses any other number.
    pub(crate) size: u64,
    index: usize,
    crc32: u32,
    packed: u64,
    deflated: bool,
}

/// What was mended or noticed while reading the directory; feeds the report.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    /// Bytes before the archive proper (a self-extractor, a mail header).
    pub(crate) leading_bytes: u64,
    /// Operating system leftovers that were ignored (`__MACOSX`, `.DS_Store`, `Thumbs.db`).
    pub(crate) junk: usize,
    /// Names written with backslashes.
    pub(crate) backslashes: usize,
    /// Names in an old code page, and the page that was assumed.
    pub(crate) legacy_names: usize,
    pub(crate) legacy_code_page: Option<&'static str>,
    /// One name, several entries: the last one is served, as unzip would leave it.
    pub(crate) duplicates: Vec<String>,
    /// Archives within the archive, kept closed.
    pub(crate) nested_archives: Vec<String>,
}

/// What looking for the directory may read besides the directory itself.
const SEARCH_BYTES: u64 = 4 << 20;

/// An open archive and its checked directory.
#[derive(Debug)]
pub(crate) struct Archive {
    zip: ZipArchive<Source>,
    pub(crate) entries: Vec<Entry>,
    pub(crate) findings: Findings,
}

impl Archive {
    /// Opens and judges the archive; reads nothing but its directory and local headers.
    pub(crate) fn open(path: &Path, limits: &Limits) -> Result<Self, Refusal> {
        let source = Source::open(path)?;
        let archive_bytes = source.len();
        directory::check_bounds(&source, limits)?;
        let mut reader = source.clone();
        let mut zip = source.metered(
            limits.max_directory_bytes.saturating_add(SEARCH_BYTES),
            |s| ZipArchive::new(s).map_err(refuse_archive),
        )?;
        if zip.len() > limits.max_entries {
            let (found, limit) = (zip.len() as u64, limits.max_entries as u64);
            return Err(Refusal::TooManyEntries { found, limit });
        }
        let mut findings = Findings {
            leading_bytes: zip.offset(),
            ..Findings::default()
        };
        let entries = judge_entries(&zip, limits, &mut findings)?;
        check_totals(&entries, archive_bytes, limits)?;
        if zip.has_overlapping_entries().map_err(refuse_archive)? {
            return Err(Refusal::OverlappingEntries);
        }
        let facts = directory::read_facts(&mut reader, zip.central_directory_start(), limits)?;
        if let Some(name) = facts.hard_link {
            return Err(Refusal::NotARegularFile { name });
        }
        // The reader keeps the last of two entries of one name and forgets the other.
        findings.duplicates.extend(facts.duplicates);
        Ok(Self {
            zip,
            entries,
            findings,
        })
    }

    /// A reader of its own for one thread; the directory is shared.
    pub(crate) fn unpacker(&self) -> Unpacker {
        Unpacker::new(self.zip.clone())
    }
}

fn judge_entries(
    zip: &ZipArchive<Source>,
    limits: &Limits,
    findings: &mut Findings,
) -> Result<Vec<Entry>, Refusal> {
    if zip.is_empty() {
        return Err(Refusal::Empty);
    }
    let code_page = names::guess_code_page(zip.file_names_raw());
    let mut entries: Vec<Entry> = Vec::with_capacity(zip.len());
    let mut seen: HashMap<PackagePath, usize> = HashMap::with_capacity(zip.len());
    for index in 0..zip.len() {
        let Some(entry) = judge_entry(zip, index, code_page, limits, findings)? else {
            continue;
        };
        if let Some(&earlier) = seen.get(&entry.path) {
            findings.duplicates.push(entry.path.to_string());
            if let Some(slot) = entries.get_mut(earlier) {
                *slot = entry;
            }
            continue;
        }
        if is_archive_name(entry.path.file_name()) {
            findings.nested_archives.push(entry.path.to_string());
        }
        seen.insert(entry.path.clone(), entries.len());
        entries.push(entry);
    }
    if entries.is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(entries)
}

/// `None` for folders and operating system leftovers, which are checked all the same.
fn judge_entry(
    zip: &ZipArchive<Source>,
    index: usize,
    code_page: names::CodePage,
    limits: &Limits,
    findings: &mut Findings,
) -> Result<Option<Entry>, Refusal> {
    let entry = zip.by_index_data(index).map_err(refuse_archive)?;
    let raw = entry.name_raw();
    if raw.len() > limits.max_path_bytes.saturating_mul(4) {
        return Err(Refusal::NameTooLong {
            name: shorten(&String::from_utf8_lossy(raw)),
        });
    }
    let name = if let Ok(name) = std::str::from_utf8(raw) {
        name.to_owned()
    } else {
        findings.legacy_names += 1;
        findings.legacy_code_page = Some(code_page.label());
        code_page.decode(raw)
    };
    if name.contains('\\') {
        findings.backslashes += 1;
    }
    let path = PackagePath::parse(&name, limits)?;
    let shown = || shorten(&name);
    if is_special(entry.unix_mode()) {
        return Err(Refusal::NotARegularFile { name: shown() });
    }
    if name.ends_with(['/', '\\']) || path.as_str().is_empty() {
        return Ok(None);
    }
    if is_junk(&path) {
        findings.junk += 1;
        return Ok(None);
    }
    let encrypted = entry.encrypted();
    if encrypted {
        return Err(Refusal::Encrypted { name: shown() });
    }
    let deflated = match entry.compression() {
        CompressionMethod::Deflated => true,
        CompressionMethod::Stored | CompressionMethod::Deflate64 | CompressionMethod::Bzip2 => {
            false
        }
        other => {
            let method = other.to_string();
            return Err(Refusal::UnsupportedMethod {
                name: shown(),
                method,
            });
        }
    };
    if entry.size() > limits.max_file_bytes {
        let (found, limit) = (entry.size(), limits.max_file_bytes);
        return Err(Refusal::FileTooLarge {
            name: shown(),
            found,
            limit,
        });
    }
    Ok(Some(Entry {
        path,
        size: entry.size(),
        index,
        crc32: entry.crc32(),
        packed: entry.compressed_size(),
        deflated,
    }))
}

fn check_totals(entries: &[Entry], archive_bytes: u64, limits: &Limits) -> Result<(), Refusal> {
    let total = entries
        .iter()
        .fold(0_u64, |sum, entry| sum.saturating_add(entry.size));
    if total > limits.max_total_bytes {
        return Err(Refusal::TooLarge {
            found: total,
            limit: limits.max_total_bytes,
        });
    }
    let ratio = total / archive_bytes.max(1);
    if total > limits.ratio_free_bytes && ratio > limits.max_ratio {
        return Err(Refusal::Bomb { ratio });
    }
    Ok(())
}

/// Groups of names that differ only by case or Unicode form, each sorted.
pub(crate) fn case_collisions<'a>(
    paths: impl Iterator<Item = &'a PackagePath>,
) -> Vec<Vec<&'a PackagePath>> {
    let mut by_fold: HashMap<String, Vec<&PackagePath>> = HashMap::new();
    for path in paths {
        by_fold.entry(fold(path.as_str())).or_default().push(path);
    }
    let mut groups: Vec<_> = by_fold
        .into_values()
        .filter(|group| group.len() > 1)
        .collect();
    for group in &mut groups {
        group.sort();
    }
    groups.sort();
    groups
}

/// Links, devices, pipes and sockets: any Unix file type but "regular" and "folder".
fn is_special(unix_mode: Option<u32>) -> bool {
    const FILE_TYPE: u32 = 0o170_000;
    const FOLDER: u32 = 0o040_000;
    const REGULAR: u32 = 0o100_000;
    unix_mode.is_some_and(|mode| !matches!(mode & FILE_TYPE, 0 | FOLDER | REGULAR))
}

fn is_junk(path: &PackagePath) -> bool {
    let name = path.file_name().to_ascii_lowercase();
    path.as_str()
        .split('/')
        .any(|segment| segment == "__MACOSX")
        || matches!(name.as_str(), ".ds_store" | "thumbs.db" | "desktop.ini")
}

fn is_archive_name(name: &str) -> bool {
    let extension = name
        .rsplit_once('.')
        .map(|(_, extension)| extension.to_ascii_lowercase());
    matches!(
        extension.as_deref(),
        Some("zip" | "7z" | "rar" | "gz" | "tgz" | "tar")
    )
}

fn refuse_archive(error: ZipError) -> Refusal {
    match error {
        ZipError::Io(e) if source::is_budget(&e) => Refusal::DirectoryTooLarge,
        ZipError::Io(e)
            if e.kind() != std::io::ErrorKind::UnexpectedEof && e.raw_os_error().is_some() =>
        {
            Refusal::Server(e)
        }
        other => Refusal::NotAZip {
            detail: other.to_string(),
        },
    }
}
