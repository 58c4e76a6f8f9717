//! Reads manifests of real packages when a collection of them lies beside the repository, and
//! passes without it: they are other people's files and are not part of it.

use std::fs;
use std::path::{Path, PathBuf};

use scorm::manifest::{self, Course, ProblemKind, Refusal, Standard};
use serde_json::Value;

fn collection(name: &str) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent()?;
    let folder = root.parent()?.join("shared").join(name);
    folder.is_dir().then_some(folder)
}

fn parsed(path: &Path) -> Result<Course, Refusal> {
    manifest::parse(&fs::read(path).unwrap_or_default())
}

/// What is wrong with the course that was read, judged by the index of the collection.
fn faults(course: &Course, entry: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    let found = match course.standard {
        Standard::Scorm12 => "1.2",
        Standard::Scorm2004 => "2004",
    };
    if entry["effective"]
        .as_str()
        .is_some_and(|expected| expected != found)
    {
        faults.push(format!("read as {found}"));
    }
    let items = course
        .organizations
        .iter()
        .flat_map(|organization| &organization.items);
    let read: usize = items.map(|item| item.descendants().count()).sum();
    if (read as u64) < entry["items"].as_u64().unwrap_or(0) {
        faults.push(format!("only {read} items"));
    }
    let json = serde_json::to_string(course).unwrap_or_default();
    if serde_json::from_str::<Course>(&json).ok().as_ref() != Some(course) {
        faults.push("changed by storing it".to_owned());
    }
    faults
}

#[test]
fn every_real_manifest_yields_a_course_or_a_sentence() {
    let Some(folder) = collection("manifests") else {
        return;
    };
    let index = fs::read(folder.join("index.json")).unwrap();
    let index: Vec<Value> = serde_json::from_slice(&index).unwrap();
    let mut disagreements = Vec::new();
    for entry in &index {
        let file = entry["file"].as_str().unwrap();
        match parsed(&folder.join(file)) {
            Ok(course) => {
                disagreements.extend(
                    faults(&course, entry)
                        .iter()
                        .map(|it| format!("{file}: {it}")),
                );
            }
            Err(Refusal::MismatchedTag { .. } | Refusal::NotXml | Refusal::Empty) => {}
            Err(refusal) => disagreements.push(format!("{file}: refused: {refusal}")),
        }
    }
    assert!(disagreements.is_empty(), "{disagreements:#?}");
}

#[test]
fn every_conformance_manifest_is_read_whole() {
    let Some(folder) = collection("adl/packages") else {
        return;
    };
    let mut unread = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path().join("imsmanifest.xml");
        if !path.is_file() {
            continue;
        }
        let course = parsed(&path).unwrap();
        assert_eq!(course.standard, Standard::Scorm2004);
        assert!(course.is_playable(), "{}", path.display());
        for problem in &course.problems {
            if matches!(
                problem.kind,
                ProblemKind::SequencingUnknown { .. }
                    | ProblemKind::SequencingCollectionUnknown { .. }
                    | ProblemKind::ValueInvalid { .. }
            ) {
                unread.push(format!("{}: {problem}", path.display()));
            }
        }
    }
    assert!(unread.is_empty(), "{unread:#?}");
}
