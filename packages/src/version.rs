//! A package version: what is in it and where its bytes lie. Immutable; stored as JSON by the
//! service. Knows the store's addresses but reads nothing from it.

use std::collections::HashMap;
use std::sync::OnceLock;

use percent_encoding::percent_decode_str;
use scorm::manifest::Course;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::mime;
use crate::path::{PackagePath, fold};
use crate::report::Report;
use crate::store::{BlobId, Extent};

/// One file of a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileEntry {
    pub path: PackagePath,
    /// The digest of the content: a strong ETag, equal for equal files of all versions.
    pub hash: BlobId,
    pub body: Extent,
    /// The same content compressed with gzip, where that is smaller.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gzip: Option<Extent>,
}

impl FileEntry {
    pub fn size_bytes(&self) -> u64 {
        self.body.len
    }

    /// The media type to serve it with; never worth sniffing, so send `nosniff` along.
    pub fn mime(&self) -> &'static str {
        mime::of(self.path.file_name())
    }
}

/// An imported package.
#[derive(Debug, Serialize, Deserialize)]
pub struct Version {
    /// The folder inside the archive that held the manifest; paths below are relative to it.
    pub root: String,
    pub course: Course,
    pub report: Report,
    /// Sorted by path.
    files: Vec<FileEntry>,
    #[serde(skip)]
    index: OnceLock<NameIndex>,
}

impl Version {
    pub(crate) fn new(root: String, course: Course, report: Report, files: Vec<FileEntry>) -> Self {
        let mut files = files;
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Self {
            root,
            course,
            report,
            files,
            index: OnceLock::new(),
        }
    }

    /// All files, sorted by path.
    pub fn files(&self) -> &[FileEntry] {
        &self.files
    }

    /// Finds the file a request or a reference means: by its exact name first, then in any casing,
    /// Unicode form or percent-encoding, so that packages made on Windows work.
    pub fn lookup(&self, path: &str) -> Option<&FileEntry> {
        let exact = self
            .files
            .binary_search_by(|file| file.path.as_str().cmp(path));
        let position = exact.ok().or_else(|| {
            let paths = || self.files.iter().map(|file| &file.path);
            self.index
                .get_or_init(|| NameIndex::new(paths()))
                .find(path)
        })?;
        self.files.get(position)
    }

    /// Unpacked bytes of all files.
    pub fn size_bytes(&self) -> u64 {
        self.files.iter().map(FileEntry::size_bytes).sum()
    }

    /// Equal for versions with the same files under the same names, whatever zip they came in.
    pub fn digest(&self) -> BlobId {
        let mut digest = Sha256::new();
        for file in &self.files {
            digest.update(file.path.as_str());
            digest.update([0]);
            digest.update(file.hash.as_bytes());
        }
        BlobId::from(digest)
    }
}

/// Positions of files by every spelling under which they may be asked for.
#[derive(Debug)]
pub(crate) struct NameIndex {
    by_fold: HashMap<String, usize>,
}

impl NameIndex {
    pub(crate) fn new<'a>(paths: impl Iterator<Item = &'a PackagePath> + Clone) -> Self {
        let mut by_fold = HashMap::new();
        for (position, path) in paths.clone().enumerate() {
            by_fold.entry(fold(path.as_str())).or_insert(position);
        }
        // Some tools write `%20` into the names themselves; pages then ask for a space.
        for (position, path) in paths
            .enumerate()
            .filter(|(_, path)| path.as_str().contains('%'))
        {
            by_fold
                .entry(fold(&decode(path.as_str())))
                .or_insert(position);
        }
        Self { by_fold }
    }

    pub(crate) fn find(&self, path: &str) -> Option<usize> {
        let tidy = tidy(path);
        let find = |form: &str| self.by_fold.get(&fold(form)).copied();
        find(&tidy).or_else(|| find(&decode(&tidy)))
    }
}

fn decode(path: &str) -> String {
    percent_decode_str(path).decode_utf8_lossy().into_owned()
}

/// Backslashes, doubled slashes and `.` segments as servers and browsers treat them; `..` stays
/// within the package.
fn tidy(path: &str) -> String {
    let mut segments: Vec<&str> = Vec::new();
    for segment in path.split(['/', '\\']) {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop();
            }
            name => segments.push(name),
        }
    }
    segments.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;

    fn index(names: &[&str]) -> NameIndex {
        let limits = Limits::default();
        let paths: Vec<_> = names
            .iter()
            .map(|name| PackagePath::parse(name, &limits).unwrap())
            .collect();
        NameIndex::new(paths.iter())
    }

    #[test]
    fn a_file_is_found_in_every_spelling() {
        let index = index(&["Images/Été 1.PNG", "a%20b.html", "x.js"]);
        for path in [
            "images/été 1.png",
            "IMAGES/e\u{301}te\u{301}%201.png",
            "Images\\Été 1.PNG",
            "/Images//./Été%201.PNG",
            "x/../Images/%C3%89t%C3%A9%201.PNG",
        ] {
            assert_eq!(index.find(path), Some(0), "{path}");
        }
        for path in ["a%20b.html", "a b.html", "A B.HTML"] {
            assert_eq!(index.find(path), Some(1), "{path}");
        }
        assert_eq!(index.find("../../x.js"), Some(2));
        assert_eq!(index.find("y.js"), None);
    }
}
