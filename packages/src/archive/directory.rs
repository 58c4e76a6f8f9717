//! Bounds on the archive's directory, read from its end record before anything is allocated for it.

use std::collections::{BTreeSet, HashSet};
use std::io::{self, Read, Seek, SeekFrom};

use super::source::Source;
use crate::limits::Limits;
use crate::path::shorten;
use crate::refusal::Refusal;

const END_RECORD: [u8; 4] = *b"PK\x05\x06";
const END_RECORD_BYTES: usize = 22;
const ZIP64_LOCATOR: [u8; 4] = *b"PK\x06\x07";
const ZIP64_LOCATOR_BYTES: usize = 20;
const ZIP64_END_RECORD: [u8; 4] = *b"PK\x06\x06";
const ZIP64_END_RECORD_BYTES: usize = 56;
const LONGEST_COMMENT: usize = 0xFFFF;

/// Refuses what is no zip, and a directory that claims more entries or bytes than allowed. What a
/// record hides from this look is stopped by the metered read that follows.
pub(crate) fn check_bounds(source: &Source, limits: &Limits) -> Result<(), Refusal> {
    let (entries, bytes) = find_claims(source)?;
    if entries > limits.max_entries as u64 {
        let limit = limits.max_entries as u64;
        return Err(Refusal::TooManyEntries {
            found: entries,
            limit,
        });
    }
    if bytes > limits.max_directory_bytes {
        return Err(Refusal::DirectoryTooLarge);
    }
    Ok(())
}

/// The number of entries and of directory bytes that the last end record claims.
fn find_claims(source: &Source) -> Result<(u64, u64), Refusal> {
    let longest = ZIP64_LOCATOR_BYTES + END_RECORD_BYTES + LONGEST_COMMENT;
    let window = usize::try_from(source.len())
        .unwrap_or(usize::MAX)
        .min(longest);
    let mut tail = vec![0; window];
    source.read_exact_at(&mut tail, source.len() - window as u64)?;
    let at = tail
        .windows(END_RECORD_BYTES)
        .rposition(|record| record.starts_with(&END_RECORD))
        .ok_or_else(|| Refusal::NotAZip {
            detail: "it has no end record".to_owned(),
        })?;
    let (before, record) = tail.split_at(at);
    let short = (number(record, 10, 2), number(record, 12, 4));
    let Some(locator) = before.last_chunk::<ZIP64_LOCATOR_BYTES>() else {
        return Ok(short);
    };
    if !locator.starts_with(&ZIP64_LOCATOR) {
        return Ok(short);
    }
    let mut long = [0; ZIP64_END_RECORD_BYTES];
    let found = source
        .read_exact_at(&mut long, number(locator, 8, 8))
        .is_ok();
    if found && long.starts_with(&ZIP64_END_RECORD) {
        return Ok((number(&long, 32, 8), number(&long, 40, 8)));
    }
    Ok(short)
}

/// What the zip reader does not tell about a directory.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    /// Names that are listed more than once.
    pub(crate) duplicates: BTreeSet<String>,
    pub(crate) hard_link: Option<String>,
}

/// Walks the directory that starts at `at` once more, no further than a directory may reach.
pub(crate) fn read_facts(source: &mut Source, at: u64, limits: &Limits) -> io::Result<Facts> {
    const HEADER: [u8; 4] = *b"PK\x01\x02";
    source.seek(SeekFrom::Start(at))?;
    let (mut facts, mut seen) = (Facts::default(), HashSet::new());
    let mut header = [0; 46];
    let end = at.saturating_add(limits.max_directory_bytes);
    while source.stream_position()? < end
        && source.read_exact(&mut header).is_ok()
        && header.starts_with(&HEADER)
    {
        let mut name = vec![0; number(&header, 28, 2) as usize];
        let mut extra = vec![0; number(&header, 30, 2) as usize];
        source.read_exact(&mut name)?;
        source.read_exact(&mut extra)?;
        let shown = shorten(&String::from_utf8_lossy(&name));
        if names_link_target(&extra) {
            facts.hard_link = Some(shown.clone());
        }
        if !seen.insert(name) {
            facts.duplicates.insert(shown);
        }
        source.seek(SeekFrom::Current(number(&header, 32, 2) as i64))?;
    }
    Ok(facts)
}

/// Whether extra fields hold the target of a hard link: PKWARE's Unix field (`0x000d`) has twelve
/// bytes of times and owners, and anything after them is that target (APPNOTE 4.5.7).
fn names_link_target(extra: &[u8]) -> bool {
    let mut rest = extra;
    while let Some((head, after)) = rest.split_at_checked(4) {
        let (id, len) = (number(head, 0, 2), number(head, 2, 2) as usize);
        if id == 0x000d && len > 12 {
            return true;
        }
        rest = after.get(len..).unwrap_or_default();
    }
    false
}

/// A little-endian number of `width` bytes; 0 where the record is too short.
fn number(record: &[u8], at: usize, width: usize) -> u64 {
    let bytes = record.get(at..at + width).unwrap_or_default();
    bytes
        .iter()
        .rev()
        .fold(0, |value, byte| value << 8 | u64::from(*byte))
}
