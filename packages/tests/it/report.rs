//! What the report says about content, and that it says it by the published codes.

use packages::testing::{self, FIXTURES};
use packages::{Severity, Version};

use crate::support::{Shelf, assert_published};

fn import(files: &[(&str, &str)]) -> Version {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(n, c)| (*n, c.as_bytes())).collect();
    Shelf::new()
        .import(&testing::package_with(&files).unwrap())
        .unwrap()
}

#[track_caller]
fn check(version: &Version, code: &str, severity: Severity, part: &str) {
    let line = version
        .report
        .find(code)
        .unwrap_or_else(|| panic!("{code}: {:#?}", version.report));
    assert_eq!(line.severity, severity, "{code}");
    assert!(line.to_string().contains(part), "{line}");
}

#[test]
fn habits_that_browsers_no_longer_honour_are_named_with_their_files() {
    let version = import(&[
        ("intro.swf", "x"),
        ("a.js", "window.onunload = save; x.open('GET', u, false);"),
        (
            "b.js",
            "navigator.serviceWorker.register('sw.js'); addEventListener('beforeunload', f)",
        ),
        ("run.php", "<?php"),
        (
            "c.html",
            "<script src='https://cdn.example.net/x.js'></script>",
        ),
    ]);
    check(&version, "flash", Severity::Warning, "intro.swf");
    check(&version, "unload", Severity::Warning, "a.js");
    check(&version, "sync-request", Severity::Warning, "a.js");
    check(&version, "service-worker", Severity::Warning, "b.js");
    check(&version, "beforeunload", Severity::Note, "b.js");
    check(&version, "server-scripts", Severity::Note, "run.php");
    check(
        &version,
        "external-loads",
        Severity::Warning,
        "cdn.example.net",
    );
}

#[test]
fn the_first_screen_counts_what_the_page_names() {
    let shelf = Shelf::new();
    let page =
        "<link rel=stylesheet href=css/a.css><script src='js/a.js'></script><img src=\"Big.jpg\">";
    let mut zip = testing::ZipBuilder::new(Vec::new());
    zip.file("imsmanifest.xml", testing::MANIFEST.as_bytes())
        .unwrap();
    zip.file("index.html", page.as_bytes()).unwrap();
    zip.file("css/a.css", b"a{}").unwrap();
    zip.file("js/a.js", b"f()").unwrap();
    zip.stored("big.jpg", &vec![9; 1_000_000]).unwrap();
    zip.stored("unused.jpg", &vec![9; 5_000_000]).unwrap();
    let version = shelf.import(&zip.finish().unwrap()).unwrap();
    let line = version.report.find("first-screen").unwrap();
    assert_eq!(line.args["bytes"], (1_000_006 + page.len()).to_string());
    assert_eq!(line.args["seconds"], "9");
}

#[test]
fn what_the_first_page_cannot_do_without_is_missed_by_name() {
    let version = import(&[(
        "index.html",
        "<script src='js/main.js'></script><img src=logo.png><script src='../js/a.js'></script>\
         <script src=\"https://cdn.example.net/b.js\"></script>",
    )]);
    check(
        &version,
        "first-page-missing",
        Severity::Warning,
        "js/main.js",
    );
    let complete = import(&[
        ("index.html", "<script src='./js/a.js?v=1'></script>"),
        ("js/a.js", "f()"),
    ]);
    assert!(complete.report.find("first-page-missing").is_none());
}

#[test]
fn results_to_expect_and_tools_are_recognised() {
    let version = import(&[(
        "html5/lib/scripts/slides.min.js",
        "SetValue('cmi.score.scaled')",
    )]);
    check(&version, "tool", Severity::Note, "Articulate Storyline");
    check(
        &version,
        "signal",
        Severity::Note,
        "report: cmi.core.lesson_status.",
    );
    let quiz = Shelf::new()
        .import(&testing::zip_fixture("quiz-2004").unwrap())
        .unwrap();
    check(&quiz, "signal", Severity::Note, "cmi.success_status");
    check(&quiz, "version", Severity::Note, "2004 4th Edition");
}

#[test]
fn scripts_of_another_standard_than_the_manifests_are_pointed_out() {
    let mut zip = testing::ZipBuilder::new(Vec::new());
    zip.file("imsmanifest.xml", testing::MANIFEST.as_bytes())
        .unwrap();
    zip.file(
        "index.html",
        b"<script>API_1484_11.SetValue('cmi.completion_status', 'completed')</script>",
    )
    .unwrap();
    let version = Shelf::new().import(&zip.finish().unwrap()).unwrap();
    check(
        &version,
        "signal-other-standard",
        Severity::Warning,
        "cmi.completion_status",
    );
}

#[test]
fn a_pass_mark_unlike_the_sites_is_pointed_out() {
    let mark = "<title>Sample</title><adlcp:masteryscore>80</adlcp:masteryscore></item>";
    let manifest = testing::MANIFEST.replacen("<title>Sample</title></item>", mark, 1);
    assert!(manifest.contains("80"));
    let mut zip = testing::ZipBuilder::new(Vec::new());
    zip.file("imsmanifest.xml", manifest.as_bytes()).unwrap();
    zip.file("index.html", testing::PAGE.as_bytes()).unwrap();
    let version = Shelf::new().import(&zip.finish().unwrap()).unwrap();
    check(&version, "mastery-score", Severity::Warning, "80");
    let quiz = Shelf::new()
        .import(&testing::zip_fixture("quiz-12").unwrap())
        .unwrap();
    assert!(quiz.report.find("mastery-score").is_none());
}

#[test]
fn every_line_has_a_published_code_with_its_arguments() {
    let mut versions: Vec<Version> = FIXTURES
        .iter()
        .map(|name| {
            Shelf::new()
                .import(&testing::zip_fixture(name).unwrap())
                .unwrap()
        })
        .collect();
    versions.push(import(&[
        ("x.swf", ""),
        (
            "a.js",
            "onunload; .open(a,b,false); serviceWorker.register; 'beforeunload' http://a.test/",
        ),
        ("A.js", ""),
        ("i\\n.zip", ""),
        (".DS_Store", ""),
        ("r.php", ""),
    ]));
    for line in versions.iter().flat_map(|version| &version.report.lines) {
        if line.code.starts_with("manifest-") {
            continue;
        }
        assert_published(line);
    }
}
