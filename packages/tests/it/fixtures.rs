//! The sample packages are as their README says.

use std::collections::BTreeMap;
use std::fs;

use packages::testing::{self, FIXTURES};
use packages::{Severity, Version};

use crate::support::Shelf;

fn import(name: &str) -> Version {
    Shelf::new()
        .import(&testing::zip_fixture(name).unwrap())
        .unwrap_or_else(|e| panic!("{name}: {e}"))
}

#[test]
fn every_sample_package_imports_and_declares_exactly_its_files() {
    for name in FIXTURES {
        let version = import(name);
        assert!(!version.report.blocks(), "{name}: {:?}", version.report);
        for code in [
            "files-missing",
            "case-repaired",
            "signal-none",
            "external-hosts",
        ] {
            assert!(version.report.find(code).is_none(), "{name}: {code}");
        }
        let declared: Vec<&String> = version
            .course
            .resources
            .iter()
            .flat_map(|resource| &resource.files)
            .collect();
        for file in version.files() {
            let path = file.path.as_str();
            assert!(
                path == "imsmanifest.xml" || declared.iter().any(|d| *d == path),
                "{name}: {path}"
            );
        }
    }
}

#[test]
fn sample_packages_have_the_parts_their_readme_promises() {
    let parts: Vec<(&str, usize, usize)> = FIXTURES
        .iter()
        .map(|name| {
            let version = import(name);
            (
                *name,
                version.course.scos().count(),
                version.course.launchables().count(),
            )
        })
        .collect();
    let expected = [
        ("lesson-12", 1, 1),
        ("quiz-12", 1, 1),
        ("quiz-2004", 1, 1),
        ("multi-sco-12", 3, 4),
        ("assets-only", 0, 2),
        ("arabic-12", 1, 1),
        ("finishes-on-unload-12", 1, 1),
        ("led-2004", 3, 3),
    ];
    assert_eq!(parts, expected);
    let readme = fs::read_to_string(testing::fixture("README.md")).unwrap();
    assert!(
        FIXTURES
            .iter()
            .all(|name| readme.contains(&format!("`{name}`")))
    );
}

#[test]
fn a_file_of_one_name_is_the_same_in_all_sample_packages() {
    let mut seen: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for name in FIXTURES {
        let shelf = Shelf::new();
        let version = shelf.import(&testing::zip_fixture(name).unwrap()).unwrap();
        for file in version.files() {
            let shared = [
                "style.css",
                "scorm12.js",
                "scorm2004.js",
                "lesson.js",
                "quiz.js",
            ];
            if !shared.contains(&file.path.file_name()) {
                continue;
            }
            let content = shelf.store.read_extent(&file.body).unwrap();
            let known = seen
                .entry(file.path.file_name().to_owned())
                .or_insert_with(|| content.clone());
            assert_eq!(*known, content, "{name}/{}", file.path);
        }
    }
    assert_eq!(seen.len(), 5);
}

#[test]
fn arabic_names_are_found_as_browsers_ask_for_them() {
    let version = import("arabic-12");
    let page = version.course.launchables().next().unwrap();
    let url = page.launch.url().unwrap();
    assert!(url.is_ascii(), "{url}");
    assert_eq!(version.lookup(&url).unwrap().path.folder(), "الدرس");
}

#[test]
fn a_package_that_reports_while_it_unloads_is_said_to() {
    let line = import("finishes-on-unload-12")
        .report
        .find("unload")
        .cloned()
        .unwrap();
    assert_eq!(line.severity, Severity::Warning);
    assert_eq!(line.args["files"], "unload.js");
    assert!(import("lesson-12").report.find("unload").is_none());
}
