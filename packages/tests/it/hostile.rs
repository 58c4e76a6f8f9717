//! Every attack is refused for its own reason, and leaves nothing behind.

use packages::testing::{self, Member, ZipBuilder, hostile};
use packages::{Limits, Refusal, ReportLine};

use crate::support::{Shelf, assert_published};

#[test]
fn every_attack_is_refused_for_its_own_reason_and_leaves_nothing() {
    let shelf = Shelf::new();
    for attack in hostile::all().unwrap() {
        let refusal = shelf.import(&attack.zip).expect_err(attack.name);
        let variant = format!("{refusal:?}");
        assert!(
            variant.starts_with(attack.refusal),
            "{}: {variant}",
            attack.name
        );
        let line = ReportLine::from(&refusal);
        assert!(line.text.len() > 40, "{}: {line}", attack.name);
        assert_published(&line);
        assert_eq!((shelf.blobs(), shelf.staged()), (0, 0), "{}", attack.name);
    }
}

#[test]
fn a_directory_of_a_million_entries_is_refused_before_it_is_read() {
    let refusal = Shelf::new()
        .import(&hostile::count_bomb(1_000_000).unwrap())
        .unwrap_err();
    assert!(
        refusal.to_string().contains("lists 1000002 files"),
        "{refusal}"
    );
}

#[test]
fn a_directory_of_too_many_bytes_is_refused_before_it_is_read() {
    let shelf = Shelf::new();
    let zip =
        testing::package_with(&[("a-name-of-forty-letters-or-so-in-a-folder/x", b"x")]).unwrap();
    let limits = Limits {
        max_directory_bytes: 100,
        ..Limits::default()
    };
    let refusal = shelf.import_within(&zip, &limits).unwrap_err();
    assert!(matches!(refusal, Refusal::DirectoryTooLarge));
}

#[test]
fn limits_of_files_and_of_the_whole_are_kept() {
    let shelf = Shelf::new();
    let zip = testing::package_with(&[("a.bin", &[1; 5000]), ("b.bin", &[2; 5000])]).unwrap();
    let limits = Limits {
        max_file_bytes: 4000,
        ..Limits::default()
    };
    let refusal = shelf.import_within(&zip, &limits).unwrap_err();
    assert!(
        refusal.to_string().contains("“a.bin” would take 5 kB"),
        "{refusal}"
    );
    let limits = Limits {
        max_total_bytes: 9000,
        ..Limits::default()
    };
    let refusal = shelf.import_within(&zip, &limits).unwrap_err();
    assert!(refusal.to_string().contains("at most 9 kB"), "{refusal}");
}

#[test]
fn damage_found_at_the_last_file_leaves_nothing_of_the_others() {
    let shelf = Shelf::new();
    let mut zip = ZipBuilder::new(Vec::new());
    zip.file("imsmanifest.xml", testing::MANIFEST.as_bytes())
        .unwrap();
    zip.file("index.html", testing::PAGE.as_bytes()).unwrap();
    zip.stored("a.mp4", &vec![1; 2 << 20]).unwrap();
    let bad = vec![2; 2 << 20];
    zip.member(&Member {
        crc32: 7,
        ..Member::stored(b"z.mp4", &bad)
    })
    .unwrap();
    let refusal = shelf.import(&zip.finish().unwrap()).unwrap_err();
    assert!(
        refusal.to_string().contains("“z.mp4” is damaged"),
        "{refusal}"
    );
    assert_eq!((shelf.blobs(), shelf.staged()), (0, 0));
}

#[test]
fn an_unreadable_upload_is_the_servers_fault() {
    let shelf = Shelf::new();
    let gone = std::path::Path::new("/nonexistent/upload.zip");
    let refusal =
        packages::import(gone, &shelf.store, &Limits::default(), &mut |_| {}).unwrap_err();
    assert!(refusal.is_server_fault());
}
