//! Lines about the course: its version, its parts, their results, and what is not there.

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::percent_decode_str;
use scorm::manifest::{Item, LaunchTarget, Problem, ResourceKind, Standard, VersionReason};

use super::{Evidence, Report, ReportLine, Severity, listed};
use crate::size::human;

/// The mark that certificates ask for, unless an activity says otherwise.
const PASS_MARK: f64 = 70.0;

pub(super) fn describe(report: &mut Report, evidence: &Evidence<'_>) {
    let course = evidence.course;
    report
        .lines
        .extend(course.problems.iter().map(from_problem));
    version(report, evidence);
    parts(report, evidence);
    let bytes: u64 = evidence.files.iter().map(|file| file.body.len).sum();
    let (size, files) = (human(bytes), evidence.files.len().to_string());
    let text = format!("{files} files, {size}.");
    let args = [
        ("bytes", bytes.to_string()),
        ("size", size),
        ("files", files),
    ];
    report.add(Severity::Note, "size", args, text);
    course.items().for_each(|item| pass_marks(report, item));
    launch_pages(report, evidence);
    declared_files(report, evidence);
}

fn version(report: &mut Report, evidence: &Evidence<'_>) {
    let course = evidence.course;
    let standard = match course.standard {
        Standard::Scorm12 => "scorm12",
        Standard::Scorm2004 => "scorm2004",
    };
    let edition = course.edition.to_string();
    let reason = course.version_reason.to_string();
    let (why, sign) = sign_of(&course.version_reason);
    let text = format!("{edition}: {reason}.");
    let args = [
        ("standard", standard.to_owned()),
        ("edition", edition),
        ("reason", reason),
        ("why", why.to_owned()),
        ("sign", sign.to_owned()),
    ];
    report.add(Severity::Note, "version", args, text);
}

/// What gave the version away: a word for its kind, and what was read.
fn sign_of(reason: &VersionReason) -> (&'static str, &str) {
    match reason {
        VersionReason::Declared { value } => ("declared", value),
        VersionReason::DeclaredDeeper { value } => ("declared-deeper", value),
        VersionReason::Element { name } => ("element", name),
        VersionReason::Namespace { uri } => ("namespace", uri),
        VersionReason::Spelling { attribute } => ("spelling", attribute),
        VersionReason::Assumed => ("assumed", ""),
    }
}

fn parts(report: &mut Report, evidence: &Evidence<'_>) {
    let titles = |kind: ResourceKind| -> Vec<&str> {
        let items = evidence.course.launchables();
        items
            .filter(|item| item.kind == Some(kind))
            .map(|item| item.title.as_str())
            .collect()
    };
    for (kind, code, noun) in [
        (ResourceKind::Sco, "scos", "results are recorded"),
        (ResourceKind::Asset, "assets", "pages are only shown"),
    ] {
        let titles = titles(kind);
        if titles.is_empty() {
            continue;
        }
        let (count, list) = (titles.len().to_string(), listed(&titles));
        let text = format!("Parts whose {noun}: {count} ({list}).");
        report.add(
            Severity::Note,
            code,
            [("count", count), ("titles", list)],
            text,
        );
    }
}

/// A pass mark in the package that differs from the site's would surprise learners.
fn pass_marks(report: &mut Report, item: &Item) {
    let pass_mark = PASS_MARK.to_string();
    if let Some(score) = item
        .mastery_score
        .filter(|score| (score - PASS_MARK).abs() > 0.01)
    {
        let text = format!(
            "“{}” is passed at {score} by the package and at {pass_mark} by this site, which \
             decides.",
            item.title
        );
        let args = [
            ("item", item.title.clone()),
            ("score", score.to_string()),
            ("pass-mark", pass_mark),
        ];
        report.add(Severity::Warning, "mastery-score", args, text);
        return;
    }
    let scaled = item.scaled_passing_score().map(|score| score * 100.0);
    if let Some(score) = scaled.filter(|score| (score - PASS_MARK).abs() > 0.01) {
        let text = format!(
            "“{}” is passed at {score} % by the package and at {pass_mark} % by this site, which \
             decides.",
            item.title
        );
        let args = [
            ("item", item.title.clone()),
            ("score", score.to_string()),
            ("pass-mark", pass_mark),
        ];
        report.add(Severity::Note, "passing-score", args, text);
    }
}

fn launch_pages(report: &mut Report, evidence: &Evidence<'_>) {
    for item in evidence.course.launchables() {
        match &item.launch {
            LaunchTarget::Package { path, .. } if evidence.find(path).is_none() => {
                let text = format!(
                    "“{}” cannot be opened: its page “{path}” is not in the zip archive. Export the \
                     package again; files renamed by hand must be renamed in imsmanifest.xml too.",
                    item.title
                );
                let args = [("item", item.title.clone()), ("file", path.clone())];
                report.add(Severity::Block, "launch-missing", args, text);
            }
            LaunchTarget::External { url } => {
                let text = format!("“{}” opens {url}, outside this site.", item.title);
                let args = [("item", item.title.clone()), ("url", url.clone())];
                report.add(Severity::Warning, "external-launch", args, text);
            }
            LaunchTarget::Package { .. } | LaunchTarget::None => {}
        }
    }
}

fn declared_files(report: &mut Report, evidence: &Evidence<'_>) {
    let declared: BTreeSet<&str> = evidence
        .course
        .resources
        .iter()
        .flat_map(|resource| &resource.files)
        .map(String::as_str)
        .collect();
    let (mut missing, mut repaired) = (Vec::new(), Vec::new());
    for path in declared {
        match evidence.find(path) {
            None => missing.push(path),
            Some(file) if !is_spelled(file.path.as_str(), path) => repaired.push(path),
            Some(_) => {}
        }
    }
    let about = "The manifest lists files that are not in the zip archive. If pages or images are \
                 missing, export the package again";
    report.add_files(Severity::Warning, "files-missing", &missing, about);
    let about = "The manifest spells these names differently from the zip archive; they are found \
                 all the same";
    report.add_files(Severity::Note, "case-repaired", &repaired, about);
}

/// Whether a reference names a file as it is, percent-encoding aside.
fn is_spelled(file: &str, reference: &str) -> bool {
    file == reference || percent_decode_str(reference).decode_utf8_lossy() == file
}

/// The manifest's own findings, under their own codes.
fn from_problem(problem: &Problem) -> ReportLine {
    let fields = serde_json::to_value(&problem.kind).unwrap_or_default();
    let args: BTreeMap<String, String> = fields
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(name, _)| *name != "code")
        .map(|(name, value)| {
            let text = value
                .as_str()
                .map_or_else(|| value.to_string(), ToOwned::to_owned);
            (name.clone(), text)
        })
        .collect();
    ReportLine {
        severity: problem.severity,
        code: format!("manifest-{}", problem.kind.code()),
        args,
        text: problem.to_string(),
    }
}
