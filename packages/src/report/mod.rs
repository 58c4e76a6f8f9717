//! What an uploader should know before publishing: one line per finding, most severe first.
//!
//! Every line has a stable code and named arguments, so that a service can say it in any language
//! (`report-<code>` with these arguments), and an English sentence to fall back on. The codes and
//! their arguments are in [`CODES`]. Lines coded `manifest-…` carry what `scorm::manifest` found
//! (its kinds and fields are the codes and arguments).

mod archive;
mod content;
mod course;
mod first_screen;
mod refused;
mod tool;

use std::collections::BTreeMap;
use std::fmt;

use scorm::manifest::Course;
pub use scorm::manifest::Severity;
use serde::{Deserialize, Serialize};

use crate::archive::Findings;
use crate::path::PackagePath;
use crate::scan::{Hosts, Mark, Traces};
use crate::version::{FileEntry, NameIndex};

/// Every code with its arguments. `files`, `titles` and `hosts` are lists for reading, cut after
/// a few (`count` has the whole number); `bytes` are plain numbers, `size` is for people.
pub const CODES: &[(&str, &[&str])] = &[
    // What it is.
    ("version", &["standard", "edition", "reason", "why", "sign"]),
    ("scos", &["count", "titles"]),
    ("assets", &["count", "titles"]),
    ("size", &["bytes", "size", "files"]),
    ("first-screen", &["bytes", "size", "seconds", "page"]),
    ("first-screen-slow", &["bytes", "size", "seconds", "page"]),
    ("tool", &["name"]),
    // How it reports.
    ("signal", &["signals"]),
    ("signal-none", &[]),
    ("signal-other-standard", &["signals"]),
    ("mastery-score", &["item", "score", "pass-mark"]),
    ("passing-score", &["item", "score", "pass-mark"]),
    // What is missing.
    ("launch-missing", &["item", "file"]),
    ("files-missing", &["count", "files"]),
    ("first-page-missing", &["count", "files"]),
    ("case-repaired", &["count", "files"]),
    // What may not work.
    ("flash", &["count", "files"]),
    ("unload", &["count", "files"]),
    ("beforeunload", &["count", "files"]),
    ("sync-request", &["count", "files"]),
    ("service-worker", &["count", "files"]),
    ("external-loads", &["count", "hosts"]),
    ("external-hosts", &["count", "hosts"]),
    ("external-launch", &["item", "url"]),
    ("server-scripts", &["count", "files"]),
    ("screen-fixed", &["width", "height"]),
    ("screen-responsive", &[]),
    // What was mended in the archive.
    ("root-folder", &["folder"]),
    ("outside-root", &["count"]),
    ("junk-ignored", &["count"]),
    ("backslashes", &["count"]),
    ("legacy-names", &["count", "code-page"]),
    ("leading-bytes", &["bytes"]),
    ("duplicate-names", &["count", "files"]),
    ("case-collision", &["files"]),
    ("nested-archives", &["count", "files"]),
    // Why it was refused: `ReportLine::from(&refusal)`.
    ("refused-not-a-zip", &[]),
    ("refused-empty", &[]),
    ("refused-too-many-files", &["found", "limit"]),
    ("refused-directory-too-large", &[]),
    ("refused-path-outside", &["name"]),
    ("refused-absolute-path", &["name"]),
    // `fault`: control-character, colon or device.
    ("refused-forbidden-name", &["name", "fault"]),
    ("refused-name-too-long", &["name"]),
    ("refused-not-a-file", &["name"]),
    ("refused-encrypted", &["name"]),
    ("refused-compression", &["name", "method"]),
    ("refused-overlapping", &[]),
    ("refused-too-large", &["found", "limit"]),
    ("refused-file-too-large", &["name", "found", "limit"]),
    ("refused-bomb", &["ratio"]),
    ("refused-damaged", &["name"]),
    // `hint`: nested-zip, web-publication, other-standard, too-deep (each with a name) or unknown.
    ("refused-no-manifest", &["hint", "name"]),
    ("refused-several-packages", &["first", "second"]),
    // `reason` is the manifest reader's own sentence.
    ("refused-manifest", &["reason"]),
    ("refused-nothing-to-launch", &["file"]),
    // `candidate`: the page that may be the renamed one.
    ("refused-page-renamed", &["file", "candidate"]),
    ("refused-no-page", &[]),
    ("refused-server", &[]),
];

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportLine {
    pub severity: Severity,
    /// Kebab case; stable.
    pub code: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, String>,
    /// The English sentence.
    pub text: String,
}

impl fmt::Display for ReportLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Everything an import has to say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    pub lines: Vec<ReportLine>,
}

impl Report {
    /// Whether something must be mended before learners get it.
    pub fn blocks(&self) -> bool {
        self.lines
            .iter()
            .any(|line| line.severity == Severity::Block)
    }

    pub fn find(&self, code: &str) -> Option<&ReportLine> {
        self.lines.iter().find(|line| line.code == code)
    }

    /// Adds a line, unless enough of its kind are there: a hostile manifest has an item to complain
    /// of for every line a reader could bear.
    fn add<const N: usize>(
        &mut self,
        severity: Severity,
        code: &str,
        args: [(&str, String); N],
        text: String,
    ) {
        const MOST_OF_A_KIND: usize = 30;
        if self.lines.iter().filter(|line| line.code == code).count() >= MOST_OF_A_KIND {
            return;
        }
        let args = args
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        self.lines.push(ReportLine {
            severity,
            code: code.to_owned(),
            args,
            text,
        });
    }

    /// A line about some files; nothing when there are none.
    fn add_files(&mut self, severity: Severity, code: &str, files: &[&str], about: &str) {
        if files.is_empty() {
            return;
        }
        let args = [("count", files.len().to_string()), ("files", listed(files))];
        self.add(severity, code, args, format!("{about}: {}.", listed(files)));
    }
}

/// The page a learner sees first.
#[derive(Debug)]
pub(crate) struct FirstPage {
    pub(crate) path: PackagePath,
    pub(crate) text: String,
}

/// Everything the report is made from.
#[derive(Debug)]
pub(crate) struct Evidence<'a> {
    pub(crate) course: &'a Course,
    pub(crate) findings: &'a Findings,
    /// The folder that held the manifest; empty at the top.
    pub(crate) root: &'a str,
    /// Files above or beside that folder, which were left out.
    pub(crate) outside_root: usize,
    pub(crate) collisions: Vec<Vec<&'a PackagePath>>,
    /// Sorted by path, as `traces` and the positions in `names` are.
    pub(crate) files: &'a [FileEntry],
    pub(crate) traces: &'a [Traces],
    pub(crate) hosts: &'a Hosts,
    pub(crate) names: &'a NameIndex,
    pub(crate) first_page: Option<&'a FirstPage>,
}

impl<'a> Evidence<'a> {
    pub(crate) fn find(&self, path: &str) -> Option<&'a FileEntry> {
        self.names
            .find(path)
            .and_then(|position| self.files.get(position))
    }

    /// The files with a mark.
    fn marked(&self, mark: Mark) -> Vec<&'a str> {
        let pairs = self.files.iter().zip(self.traces);
        pairs
            .filter(|(_, traces)| traces.has(mark))
            .map(|(file, _)| file.path.as_str())
            .collect()
    }

    fn has(&self, mark: Mark) -> bool {
        self.traces.iter().any(|traces| traces.has(mark))
    }

    fn with_extension(&self, extensions: &[&str]) -> Vec<&'a str> {
        let paths = self.files.iter().map(|file| file.path.as_str());
        paths
            .filter(|path| {
                path.rsplit_once('.').is_some_and(|(_, extension)| {
                    extensions
                        .iter()
                        .any(|known| extension.eq_ignore_ascii_case(known))
                })
            })
            .collect()
    }
}

pub(crate) fn write(evidence: &Evidence<'_>) -> Report {
    let mut report = Report::default();
    course::describe(&mut report, evidence);
    first_screen::describe(&mut report, evidence);
    content::describe(&mut report, evidence);
    archive::describe(&mut report, evidence);
    report
        .lines
        .sort_by_key(|line| std::cmp::Reverse(line.severity));
    report
}

/// A list for a sentence, cut where people stop reading.
fn listed(names: &[&str]) -> String {
    const SHOWN: usize = 5;
    let shown: Vec<&str> = names.iter().take(SHOWN).copied().collect();
    match names.len().saturating_sub(SHOWN) {
        0 => shown.join(", "),
        // Stands in sentences of every language.
        more => format!("{} (+{more})", shown.join(", ")),
    }
}
