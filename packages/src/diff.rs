//! What a new version of a package changes: shown before it is published to people inside the old.

use std::collections::BTreeMap;

use scorm::manifest::Item;
use serde::{Deserialize, Serialize};

use crate::path::PackagePath;
use crate::store::BlobId;
use crate::version::Version;

/// The difference between two versions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionDiff {
    pub files_added: Vec<PackagePath>,
    pub files_removed: Vec<PackagePath>,
    pub files_changed: Vec<PackagePath>,
    pub scos_added: Vec<ScoName>,
    /// What learners recorded in these has no place in the new version.
    pub scos_removed: Vec<ScoName>,
    /// The same SCO under another title.
    pub scos_renamed: Vec<ScoRename>,
    /// Unpacked bytes gained or lost.
    pub bytes: i64,
    /// Whether the standard changed, so that recorded data cannot be read on.
    pub standard_changed: bool,
}

/// A SCO by its identifier, which is what learners' records are kept under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoName {
    pub identifier: String,
    pub title: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoRename {
    pub identifier: String,
    pub old_title: String,
    pub new_title: String,
}

impl VersionDiff {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Compares two versions of one activity's package.
pub fn diff(old: &Version, new: &Version) -> VersionDiff {
    let mut diff = VersionDiff {
        bytes: new.size_bytes() as i64 - old.size_bytes() as i64,
        standard_changed: old.course.standard != new.course.standard,
        ..VersionDiff::default()
    };
    let (before, after) = (hashes(old), hashes(new));
    for (path, hash) in &after {
        match before.get(path) {
            None => diff.files_added.push((*path).clone()),
            Some(known) if known != hash => diff.files_changed.push((*path).clone()),
            Some(_) => {}
        }
    }
    let gone = before.keys().filter(|path| !after.contains_key(*path));
    diff.files_removed = gone.map(|path| (*path).clone()).collect();
    compare_scos(&mut diff, old, new);
    diff
}

fn compare_scos(diff: &mut VersionDiff, old: &Version, new: &Version) {
    let before: BTreeMap<&str, &Item> = by_identifier(old);
    let after: BTreeMap<&str, &Item> = by_identifier(new);
    for item in new.course.scos() {
        match before.get(item.identifier.as_str()) {
            None => diff.scos_added.push(name(item)),
            Some(known) if known.title != item.title => diff.scos_renamed.push(ScoRename {
                identifier: item.identifier.clone(),
                old_title: known.title.clone(),
                new_title: item.title.clone(),
            }),
            Some(_) => {}
        }
    }
    let gone = old
        .course
        .scos()
        .filter(|item| !after.contains_key(item.identifier.as_str()));
    diff.scos_removed = gone.map(name).collect();
}

fn by_identifier(version: &Version) -> BTreeMap<&str, &Item> {
    version
        .course
        .scos()
        .map(|item| (item.identifier.as_str(), item))
        .collect()
}

fn hashes(version: &Version) -> BTreeMap<&PackagePath, BlobId> {
    version
        .files()
        .iter()
        .map(|file| (&file.path, file.hash))
        .collect()
}

fn name(item: &Item) -> ScoName {
    ScoName {
        identifier: item.identifier.clone(),
        title: item.title.clone(),
    }
}
