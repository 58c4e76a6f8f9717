//! From an uploaded archive to a package version. The steps, in the order that refuses early:
//! judge the directory, find and read the manifest, see that its pages exist, unpack everything
//! into staging, report, publish. Nothing is left behind when a step refuses.

mod parallel;
mod root;
mod unpack;

use std::path::Path;

use scorm::manifest::{self, Course, LaunchTarget};

use crate::archive::{Archive, Entry, Unpacker, case_collisions};
use crate::limits::Limits;
use crate::mime;
use crate::path::PackagePath;
use crate::refusal::Refusal;
use crate::report::{self, Evidence, FirstPage};
use crate::store::Store;
use crate::version::{NameIndex, Version};

/// How far an import has come, for a progress bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    pub bytes_done: u64,
    pub bytes_total: u64,
}

/// Imports the archive at `zip_path` into `store`.
///
/// Memory stays below a fixed bound whatever the archive claims; two threads unpack. Call it where
/// blocking is allowed. `progress` is called on the calling thread, several times a second.
pub fn import(
    zip_path: &Path,
    store: &Store,
    limits: &Limits,
    progress: &mut dyn FnMut(Progress),
) -> Result<Version, Refusal> {
    let mut archive = Archive::open(zip_path, limits)?;
    let root = root::find(&archive.entries, limits)?;
    let all = archive.entries.len();
    archive
        .entries
        .retain_mut(|entry| match entry.path.strip_folder(&root.folder) {
            Some(path) => {
                entry.path = path;
                true
            }
            None => false,
        });
    archive.entries.sort_by(|a, b| a.path.cmp(&b.path));
    let course = read_manifest(&archive, &root.manifest_name, limits)?;
    let names = NameIndex::new(archive.entries.iter().map(|entry| &entry.path));
    check_launch_files(&course, &names, &archive.entries)?;
    let first_page = read_first_page(&archive, &course, &names)?;
    let unpacked = unpack::unpack(&archive, store, progress)?;
    let report = report::write(&Evidence {
        course: &course,
        findings: &archive.findings,
        root: &root.folder,
        outside_root: all - archive.entries.len(),
        collisions: case_collisions(archive.entries.iter().map(|entry| &entry.path)),
        files: &unpacked.files,
        traces: &unpacked.traces,
        hosts: &unpacked.hosts,
        names: &names,
        first_page: first_page.as_ref(),
    });
    unpacked.staging.commit()?;
    Ok(Version::new(root.folder, course, report, unpacked.files))
}

fn read_manifest(archive: &Archive, name: &str, limits: &Limits) -> Result<Course, Refusal> {
    let entry = archive
        .entries
        .iter()
        .find(|entry| entry.path.as_str() == name);
    let Some(entry) = entry else {
        return Err(Refusal::Damaged {
            name: name.to_owned(),
        });
    };
    if entry.size > limits.max_manifest_bytes {
        let (found, limit) = (entry.size, limits.max_manifest_bytes);
        return Err(Refusal::FileTooLarge {
            name: name.to_owned(),
            found,
            limit,
        });
    }
    let bytes = read_entry(&mut archive.unpacker(), entry)?;
    Ok(manifest::parse(&bytes)?)
}

fn read_entry(unpacker: &mut Unpacker, entry: &Entry) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    unpacker.unpack(entry, &mut bytes, None)?;
    Ok(bytes)
}

/// The page a learner sees first, to find out what it loads; `None` when that is not a page of the
/// package, or one too large to be written by hand or tool.
fn read_first_page(
    archive: &Archive,
    course: &Course,
    names: &NameIndex,
) -> Result<Option<FirstPage>, Refusal> {
    const LONGEST_PAGE_BYTES: u64 = 2 << 20;
    let position = course.launchables().find_map(|item| match &item.launch {
        LaunchTarget::Package { path, .. } => names.find(path),
        LaunchTarget::External { .. } | LaunchTarget::None => None,
    });
    let Some(entry) = position.and_then(|position| archive.entries.get(position)) else {
        return Ok(None);
    };
    if entry.size > LONGEST_PAGE_BYTES {
        return Ok(None);
    }
    let bytes = read_entry(&mut archive.unpacker(), entry)?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    Ok(Some(FirstPage {
        path: entry.path.clone(),
        text,
    }))
}

/// A package none of whose pages is there is refused; a single missing page is reported.
fn check_launch_files(
    course: &Course,
    names: &NameIndex,
    entries: &[Entry],
) -> Result<(), Refusal> {
    let mut first_missing = None;
    for item in course.launchables() {
        match &item.launch {
            LaunchTarget::Package { path, .. } if names.find(path).is_none() => {
                first_missing.get_or_insert(path);
            }
            LaunchTarget::Package { .. } | LaunchTarget::External { .. } => return Ok(()),
            LaunchTarget::None => {}
        }
    }
    Err(match first_missing {
        Some(first) => Refusal::NothingToLaunch {
            first: first.clone(),
            candidate: find_candidate(first, entries),
        },
        None => Refusal::NoLaunchablePage,
    })
}

/// The page that may have been renamed by hand: the only one in the folder of the missing one, or
/// its `index`.
fn find_candidate(missing: &str, entries: &[Entry]) -> Option<String> {
    let folder = missing.rsplit_once('/').map_or("", |(folder, _)| folder);
    let pages: Vec<&PackagePath> = entries
        .iter()
        .map(|entry| &entry.path)
        .filter(|path| path.folder() == folder && mime::of(path.file_name()) == "text/html")
        .collect();
    let index = pages
        .iter()
        .find(|path| path.file_name().to_ascii_lowercase().starts_with("index."));
    match (index, pages.as_slice()) {
        (Some(page), _) | (None, [page]) => Some(page.to_string()),
        (None, _) => None,
    }
}
