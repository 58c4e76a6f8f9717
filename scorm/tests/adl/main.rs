//! Whole courses, played without a browser: cases of ADL's test suite for SCORM 2004 where they are
//! there, and cases of our own in the same form.
//!
//! ADL's cases are not part of this repository; without them their test has nothing to say.

mod case;
mod host;
mod steps;

use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

#[test]
fn every_adl_case_passes() {
    let Some(suite) = adl() else { return };
    replay_all(&suite);
}

#[test]
fn every_case_of_our_own_passes() {
    replay_all(&root().join("fixtures/sequencing"));
}

fn root() -> &'static Path {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    folder.parent().expect("the crate stands in a workspace")
}

fn adl() -> Option<PathBuf> {
    let named = std::env::var_os("CLIKC_ADL_DIR").map(|folder| root().join(folder));
    let beside = || {
        let mut folders = root().ancestors().map(|folder| folder.join("shared/adl"));
        folders.find(|folder| folder.join("cases").is_dir())
    };
    named.or_else(beside)
}

/// Replays the cases of a suite, and lists each that fails with its first problem.
fn replay_all(suite: &Path) {
    let names = case::names(suite);
    assert!(!names.is_empty(), "there are cases");
    let only = std::env::var("CASE").ok();
    let wanted = names
        .iter()
        .filter(|name| only.as_ref().is_none_or(|it| it == *name));
    let failures: Vec<String> = wanted
        .filter_map(|name| {
            let problems = case::replay(suite, name);
            tell(suite, name, &problems);
            let first = problems.first()?;
            Some(format!(
                "{name}: {} problems, first {first}",
                problems.len()
            ))
        })
        .collect();
    let passed = names.len() - failures.len();
    assert!(
        failures.is_empty(),
        "{passed} of {} pass; these do not:\n{}",
        names.len(),
        failures.join("\n")
    );
}

/// Adds a case to the file `cargo xtask conformance` makes its table of: a line of JSON for each.
fn tell(suite: &Path, name: &str, problems: &[String]) {
    let Some(report) = std::env::var_os("CLIKC_CASES_REPORT") else {
        return;
    };
    let suite = suite.file_name().and_then(|it| it.to_str());
    let line = serde_json::json!({ "suite": suite, "case": name, "problems": problems });
    let mut file = File::options()
        .create(true)
        .append(true)
        .open(report)
        .expect("the report can be written");
    writeln!(file, "{line}").expect("the report can be written");
}
