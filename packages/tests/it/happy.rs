//! A package that has nothing wrong with it.

use std::io::Read;

use packages::testing;

use crate::support::Shelf;

#[test]
fn a_plain_package_is_imported_and_served() {
    let shelf = Shelf::new();
    let text = "x".repeat(5000);
    let zip =
        testing::package_with(&[("Images/Logo.PNG", b"png"), ("a.js", text.as_bytes())]).unwrap();
    let version = shelf.import(&zip).unwrap();
    assert_eq!(version.files().len(), 4);
    assert_eq!(version.course.scos().count(), 1);
    assert!(!version.report.blocks());

    let logo = version.lookup("images/logo.png").unwrap();
    assert_eq!((logo.mime(), logo.size_bytes()), ("image/png", 3));
    assert_eq!(shelf.store.read_extent(&logo.body).unwrap(), b"png");

    let script = version.lookup("a.js").unwrap();
    let gzip = shelf.store.read_extent(&script.gzip.unwrap()).unwrap();
    assert!(gzip.len() < 200);
    let mut unpacked = String::new();
    flate2::read::GzDecoder::new(gzip.as_slice())
        .read_to_string(&mut unpacked)
        .unwrap();
    assert_eq!(unpacked, text);
    assert_eq!(version.lookup("index.html").unwrap().mime(), "text/html");
    assert!(version.lookup("../../etc/passwd").is_none());
}

#[test]
fn a_version_survives_being_stored_as_json() {
    let shelf = Shelf::new();
    let version = shelf
        .import(&testing::package_with(&[("ü.txt", b"x")]).unwrap())
        .unwrap();
    let json = serde_json::to_string(&version).unwrap();
    let again: packages::Version = serde_json::from_str(&json).unwrap();
    assert_eq!(again.files(), version.files());
    assert_eq!(again.digest(), version.digest());
    assert!(again.lookup("%C3%BC.TXT").is_some());
}

#[test]
fn importing_the_same_package_again_stores_nothing_new() {
    let shelf = Shelf::new();
    let big = vec![7; 600 << 10];
    let zip = testing::package_with(&[("video.mp4", &big), ("copy.mp4", &big)]).unwrap();
    let first = shelf.import(&zip).unwrap();
    let blobs = shelf.blobs();
    assert_eq!(blobs, 2, "one pack, one video");
    let second = shelf.import(&zip).unwrap();
    assert_eq!((first.digest(), blobs), (second.digest(), shelf.blobs()));
    assert_eq!(shelf.staged(), 0);
}
