//! What the templates of packages are given.

use packages::{Severity, VersionDiff};
use serde::Serialize;

use super::{LoadedVersion, Running, VersionRow, sentence};
use crate::clock::Instant;
use crate::courses::Activity;
use crate::i18n::Lang;
use crate::ids::VersionId;
use crate::uploads::{self, Upload};
use crate::web::Choice;

#[derive(Debug, Serialize)]
pub(super) struct PackagesPage {
    pub(super) activity: i64,
    pub(super) limit_bytes: u64,
    pub(super) uploads: Vec<UploadView>,
    pub(super) versions: Vec<VersionView>,
}

#[derive(Debug, Serialize)]
pub(super) struct UploadView {
    id: String,
    file_name: String,
    state: &'static str,
    size_bytes: i64,
    received_bytes: i64,
    /// Percent of what it is doing now: receiving, or importing.
    progress: i64,
    refusal: Option<String>,
}

impl UploadView {
    pub(super) fn of(upload: &Upload, lang: Lang) -> Self {
        let received = 100 * upload.received_bytes / upload.size_bytes.max(1);
        Self {
            id: upload.id.clone(),
            file_name: upload.file_name.clone(),
            state: upload.state.name(),
            size_bytes: upload.size_bytes,
            received_bytes: upload.received_bytes,
            progress: match upload.state {
                uploads::State::Importing { progress } => progress,
                _ => received,
            },
            refusal: match &upload.state {
                uploads::State::Refused { why } => Some(sentence(lang, why)),
                _ => None,
            },
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct VersionView {
    id: VersionId,
    number: i64,
    file_name: String,
    edition: String,
    sco_count: i64,
    file_count: i64,
    size_bytes: i64,
    block_count: i64,
    warning_count: i64,
    created_at: Instant,
    is_current: bool,
    /// It was offered to learners before: publishing it again is going back.
    was_published: bool,
    inside: i64,
}

impl VersionView {
    pub(super) fn of(row: &VersionRow, activity: &Activity, running: &[Running]) -> Self {
        let inside = running.iter().find(|group| group.version_id == row.id);
        Self {
            id: row.id,
            number: row.number,
            file_name: row.file_name.clone(),
            edition: row.edition.clone(),
            sco_count: row.sco_count,
            file_count: row.file_count,
            size_bytes: row.size_bytes,
            block_count: row.block_count,
            warning_count: row.warning_count,
            created_at: row.created_at,
            is_current: activity.version_id == Some(row.id),
            was_published: row.published_at.is_some(),
            inside: inside.map_or(0, |group| group.all),
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct VersionPage {
    pub(super) activity: i64,
    pub(super) version: VersionView,
    pub(super) lines: Vec<LineView>,
    /// Against the published version; none when this is it, or nothing is published.
    pub(super) changes: Option<ChangesView>,
    /// People inside other versions, whom publishing this one may move.
    pub(super) elsewhere: i64,
    pub(super) choices: Vec<Choice>,
}

#[derive(Debug, Serialize)]
pub(super) struct LineView {
    /// `error`, `warning` or `info`, as notices are called.
    kind: &'static str,
    text: String,
}

pub(super) fn lines(version: &LoadedVersion, lang: Lang) -> Vec<LineView> {
    let lines = version.package.report.lines.iter();
    lines
        .map(|line| LineView {
            kind: match line.severity {
                Severity::Block => "error",
                Severity::Warning => "warning",
                Severity::Note => "info",
            },
            text: sentence(lang, line),
        })
        .collect()
}

/// The answers to "what about the people inside?".
pub(super) fn choices(lang: Lang, all: i64, unfinished: i64) -> Vec<Choice> {
    let choice = |value: &str, key, count: i64| {
        Choice::new(value, lang.text_with(key, &[("count", count.into())]))
    };
    vec![
        choice("keep", "packages-inside-keep", all),
        choice("move-unfinished", "packages-inside-unfinished", unfinished),
        choice("move-all", "packages-inside-all", all),
    ]
}

#[derive(Debug, Serialize)]
pub(super) struct ChangesView {
    against: i64,
    groups: Vec<ChangeGroup>,
}

#[derive(Debug, Serialize)]
struct ChangeGroup {
    label: String,
    names: Vec<String>,
    more: usize,
}

impl ChangesView {
    /// Only what changed is listed, and of that no more than people read.
    pub(super) fn of(diff: &VersionDiff, against: i64, lang: Lang) -> Self {
        let paths = |paths: &[packages::PackagePath]| -> Vec<String> {
            paths.iter().map(|path| path.as_str().to_owned()).collect()
        };
        let titles = |scos: &[packages::ScoName]| -> Vec<String> {
            scos.iter().map(|sco| sco.title.clone()).collect()
        };
        let renamed = diff
            .scos_renamed
            .iter()
            .map(|sco| format!("{} → {}", sco.old_title, sco.new_title))
            .collect();
        let groups = [
            ("packages-scos-added", titles(&diff.scos_added)),
            ("packages-scos-removed", titles(&diff.scos_removed)),
            ("packages-scos-renamed", renamed),
            ("packages-files-added", paths(&diff.files_added)),
            ("packages-files-removed", paths(&diff.files_removed)),
            ("packages-files-changed", paths(&diff.files_changed)),
        ];
        Self {
            against,
            groups: groups
                .into_iter()
                .filter(|(_, names)| !names.is_empty())
                .map(|(key, names)| ChangeGroup::new(key, names, lang))
                .collect(),
        }
    }
}

impl ChangeGroup {
    fn new(key: &str, mut names: Vec<String>, lang: Lang) -> Self {
        const SHOWN: usize = 50;
        let count = names.len() as i64;
        let more = names.len().saturating_sub(SHOWN);
        names.truncate(SHOWN);
        Self {
            label: lang.text_with(key, &[("count", count.into())]),
            names,
            more,
        }
    }
}
