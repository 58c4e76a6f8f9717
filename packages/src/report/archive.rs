//! Lines about what was mended or left out while reading the archive.

use super::{Evidence, Report, Severity, listed};
use crate::size::human;

pub(super) fn describe(report: &mut Report, evidence: &Evidence<'_>) {
    place(report, evidence);
    names(report, evidence);
    let findings = evidence.findings;
    if findings.leading_bytes > 0 {
        let bytes = findings.leading_bytes;
        let text = format!("{} before the archive proper were skipped.", human(bytes));
        report.add(
            Severity::Note,
            "leading-bytes",
            [("bytes", bytes.to_string())],
            text,
        );
    }
    if findings.junk > 0 {
        let count = findings.junk.to_string();
        let text = format!("{count} files that only the author's computer needs were left out.");
        report.add(Severity::Note, "junk-ignored", [("count", count)], text);
    }
    let nested: Vec<&str> = findings
        .nested_archives
        .iter()
        .map(String::as_str)
        .collect();
    let about = "Archives inside the package are offered for download and are not opened";
    report.add_files(Severity::Note, "nested-archives", &nested, about);
}

fn place(report: &mut Report, evidence: &Evidence<'_>) {
    if !evidence.root.is_empty() {
        let folder = evidence.root.to_owned();
        let text = format!("The package lies in the folder “{folder}” of the zip archive.");
        report.add(Severity::Note, "root-folder", [("folder", folder)], text);
    }
    if evidence.outside_root > 0 {
        let count = evidence.outside_root.to_string();
        let text = format!("{count} files outside the package's folder were left out.");
        report.add(Severity::Note, "outside-root", [("count", count)], text);
    }
}

fn names(report: &mut Report, evidence: &Evidence<'_>) {
    let findings = evidence.findings;
    if findings.backslashes > 0 {
        let count = findings.backslashes.to_string();
        let text = format!("{count} file names written with backslashes were mended.");
        report.add(Severity::Note, "backslashes", [("count", count)], text);
    }
    if let Some(page) = findings.legacy_code_page {
        let count = findings.legacy_names.to_string();
        let text = format!(
            "{count} file names are not in Unicode and were read as {page}. If pages or images are \
             missing, zip the package again with a current tool."
        );
        let args = [("count", count), ("code-page", page.to_owned())];
        report.add(Severity::Warning, "legacy-names", args, text);
    }
    let twice: Vec<&str> = findings.duplicates.iter().map(String::as_str).collect();
    let about = "The zip archive holds these files more than once, and the last one is used";
    report.add_files(Severity::Warning, "duplicate-names", &twice, about);
    for group in &evidence.collisions {
        let files: Vec<&str> = group.iter().map(|path| path.as_str()).collect();
        let files = listed(&files);
        let text = format!(
            "These names differ only by upper and lower case: {files}. Each is served under its \
             exact name; rename one of them to be sure."
        );
        report.add(
            Severity::Warning,
            "case-collision",
            [("files", files)],
            text,
        );
    }
}
