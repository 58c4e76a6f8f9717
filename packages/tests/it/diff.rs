//! The difference between two versions.

use packages::testing::{self, MANIFEST, PAGE, ZipBuilder};
use packages::{Version, diff};

use crate::support::Shelf;

fn version(manifest: &str, files: &[(&str, &str)]) -> Version {
    let mut zip = ZipBuilder::new(Vec::new());
    zip.file("imsmanifest.xml", manifest.as_bytes()).unwrap();
    zip.file("index.html", PAGE.as_bytes()).unwrap();
    for (name, content) in files {
        zip.file(name, content.as_bytes()).unwrap();
    }
    Shelf::new().import(&zip.finish().unwrap()).unwrap()
}

#[test]
fn files_that_came_went_and_changed_are_listed_with_the_bytes() {
    let old = version(MANIFEST, &[("a.js", "1"), ("b.js", "1")]);
    let new = version(MANIFEST, &[("b.js", "22"), ("c.js", "333")]);
    let found = diff(&old, &new);
    let names =
        |paths: &[packages::PackagePath]| paths.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(names(&found.files_added), ["c.js"]);
    assert_eq!(names(&found.files_removed), ["a.js"]);
    assert_eq!(names(&found.files_changed), ["b.js"]);
    assert_eq!(found.bytes, 3);
    assert!(diff(&old, &old).is_empty());
}

#[test]
fn scos_are_matched_by_identifier() {
    let old = version(MANIFEST, &[]);
    let renamed = MANIFEST.replacen(
        "identifierref=\"res\"><title>Sample",
        "identifierref=\"res\"><title>Sample, revised",
        1,
    );
    let found = diff(&old, &version(&renamed, &[]));
    assert_eq!(found.scos_renamed.len(), 1);
    assert_eq!(found.scos_renamed[0].new_title, "Sample, revised");
    let replaced = MANIFEST.replace("identifier=\"item\"", "identifier=\"other\"");
    let found = diff(&old, &version(&replaced, &[]));
    assert_eq!((found.scos_added.len(), found.scos_removed.len()), (1, 1));
}

#[test]
fn a_change_of_standard_is_told() {
    let import = |name| {
        Shelf::new()
            .import(&testing::zip_fixture(name).unwrap())
            .unwrap()
    };
    assert!(diff(&import("quiz-12"), &import("quiz-2004")).standard_changed);
}
