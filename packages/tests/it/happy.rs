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

#[test]
fn progress_grows_to_the_whole() {
    let shelf = Shelf::new();
    let big = vec![7; 3 << 20];
    let mut seen = Vec::new();
    shelf
        .import_watched(
            &testing::package_with(&[("video.mp4", &big)]).unwrap(),
            &mut |p| seen.push(p),
        )
        .unwrap();
    assert!(seen.is_sorted_by_key(|progress| progress.bytes_done));
    let last = seen.last().unwrap();
    assert_eq!(last.bytes_done, last.bytes_total);
    assert!(last.bytes_total > 3 << 20);
}

#[test]
fn two_imports_of_one_package_at_once_agree() {
    let shelf = Shelf::new();
    let zip = testing::zip_fixture("multi-sco-12").unwrap();
    let upload = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(upload.path(), &zip).unwrap();
    let import = || {
        packages::import(
            upload.path(),
            &shelf.store,
            &packages::Limits::default(),
            &mut |_| {},
        )
        .unwrap()
    };
    let digests = std::thread::scope(|scope| {
        let both = [scope.spawn(import), scope.spawn(import)];
        both.map(|thread| thread.join().unwrap().digest())
    });
    assert_eq!(digests[0], digests[1]);
    assert_eq!((shelf.blobs(), shelf.staged()), (1, 0));
}
