//! Archives that are odd but playable are played, and the report says what was mended.

use std::io::Write as _;

use packages::testing::{self, MANIFEST, Member, PAGE, ZipBuilder};
use packages::{NoManifestHint, Refusal, ReportLine, Version};

use crate::support::{Shelf, assert_published};

fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipBuilder::new(Vec::new());
    for (name, content) in files {
        zip.file(name, content.as_bytes()).unwrap();
    }
    zip.finish().unwrap()
}

fn import(bytes: &[u8]) -> Version {
    Shelf::new().import(bytes).unwrap()
}

fn line(version: &Version, code: &str) -> String {
    version
        .report
        .find(code)
        .unwrap_or_else(|| panic!("{code}: {:?}", version.report))
        .to_string()
}

#[test]
fn a_package_in_folders_is_found_down_to_the_third() {
    for folder in ["", "course/", "a/b/", "a/b/c/"] {
        let bytes = zip(&[
            (&format!("{folder}imsmanifest.xml"), MANIFEST),
            (&format!("{folder}index.html"), PAGE),
        ]);
        let version = import(&bytes);
        assert_eq!(version.root, folder.trim_end_matches('/'));
        assert!(version.lookup("index.html").is_some(), "{folder}");
        assert_eq!(
            version.report.find("root-folder").is_some(),
            !folder.is_empty()
        );
    }
    let refusal = Shelf::new()
        .import(&zip(&[("a/b/c/d/imsmanifest.xml", MANIFEST)]))
        .unwrap_err();
    assert!(matches!(
        refusal,
        Refusal::NoManifest {
            hint: NoManifestHint::TooDeep(_)
        }
    ));
}

#[test]
fn the_shallowest_manifest_wins_and_its_casing_does_not_matter() {
    let version = import(&zip(&[
        ("sub/imsmanifest.xml", "<other/>"),
        ("IMSManifest.XML", MANIFEST),
        ("index.html", PAGE),
    ]));
    assert_eq!((version.root.as_str(), version.files().len()), ("", 3));
}

#[test]
fn two_packages_in_one_zip_are_refused_with_their_names() {
    let refusal = Shelf::new()
        .import(&zip(&[
            ("a/imsmanifest.xml", MANIFEST),
            ("b/imsmanifest.xml", MANIFEST),
        ]))
        .unwrap_err();
    assert!(refusal.to_string().contains("“a” and “b”"), "{refusal}");
}

#[test]
fn files_beside_the_package_folder_are_left_out_and_counted() {
    let version = import(&zip(&[
        ("course/imsmanifest.xml", MANIFEST),
        ("course/index.html", PAGE),
        ("readme.txt", "x"),
        ("courses/x.txt", "x"),
    ]));
    assert_eq!(version.files().len(), 2);
    assert!(line(&version, "outside-root").starts_with('2'));
}

#[test]
fn leftovers_of_operating_systems_are_ignored() {
    let version = import(
        &testing::package_with(&[
            ("__MACOSX/._index.html", b"x"),
            (".DS_Store", b"x"),
            ("img/Thumbs.db", b"x"),
            ("desktop.ini", b"x"),
        ])
        .unwrap(),
    );
    assert_eq!(version.files().len(), 2);
    assert!(line(&version, "junk-ignored").starts_with('4'));
}

#[test]
fn backslashes_in_names_become_folders() {
    let version =
        import(&testing::package_with(&[("img\\logo.png", b"x"), ("dir\\", b"")]).unwrap());
    assert!(version.lookup("img/logo.png").is_some());
    assert_eq!(version.files().len(), 3);
    assert!(version.report.find("backslashes").is_some());
}

#[test]
fn names_in_old_code_pages_are_read() {
    let arabic: &[u8] = &[0xc7, 0xe1, 0xcf, 0xd1, 0xd3]; // الدرس in windows-1256
    for (raw, expected, page) in [
        (&b"caf\x82.txt"[..], "café.txt", "CP437"),
        (&[arabic, b".txt"].concat(), "الدرس.txt", "windows-1256"),
    ] {
        let mut zip = ZipBuilder::new(Vec::new());
        zip.file("imsmanifest.xml", MANIFEST.as_bytes()).unwrap();
        zip.file("index.html", PAGE.as_bytes()).unwrap();
        zip.member(&Member {
            flags: 0,
            ..Member::stored(raw, b"x")
        })
        .unwrap();
        let version = import(&zip.finish().unwrap());
        assert!(version.lookup(expected).is_some(), "{:?}", version.files());
        assert_eq!(
            version.report.find("legacy-names").unwrap().args["code-page"],
            page
        );
    }
}

#[test]
fn the_unicode_path_field_wins_over_the_old_name() {
    let (old, unicode) = (&b"caf\x82.txt"[..], "café.txt");
    let mut crc = flate2::Crc::new();
    crc.update(old);
    let mut extra = vec![0x75, 0x70, (5 + unicode.len()) as u8, 0, 1];
    extra.extend(crc.sum().to_le_bytes());
    extra.extend(unicode.as_bytes());
    let mut zip = ZipBuilder::new(Vec::new());
    zip.file("imsmanifest.xml", MANIFEST.as_bytes()).unwrap();
    zip.file("index.html", PAGE.as_bytes()).unwrap();
    zip.member(&Member {
        flags: 0,
        extra,
        ..Member::stored(old, b"x")
    })
    .unwrap();
    let version = import(&zip.finish().unwrap());
    assert!(version.lookup(unicode).is_some());
    assert!(version.report.find("legacy-names").is_none());
}

#[test]
fn references_in_another_case_are_served_and_reported() {
    let manifest = MANIFEST.replace("index.html", "Index%20Page.HTML");
    let version = import(&zip(&[
        ("imsmanifest.xml", &manifest),
        ("index page.html", PAGE),
    ]));
    assert!(version.lookup("INDEX%20page.html").is_some());
    assert!(line(&version, "case-repaired").contains("Index Page.HTML"));
}

#[test]
fn names_that_differ_by_case_are_both_kept_and_reported() {
    let version = import(&testing::package_with(&[("A.js", b"1"), ("a.js", b"2")]).unwrap());
    let shelf = Shelf::new();
    let again = shelf
        .import(&testing::package_with(&[("A.js", b"1"), ("a.js", b"2")]).unwrap())
        .unwrap();
    assert_eq!(
        shelf
            .store
            .read_extent(&again.lookup("A.js").unwrap().body)
            .unwrap(),
        b"1"
    );
    assert_eq!(
        shelf
            .store
            .read_extent(&again.lookup("a.js").unwrap().body)
            .unwrap(),
        b"2"
    );
    assert!(line(&version, "case-collision").contains("A.js, a.js"));
}

#[test]
fn of_two_entries_of_one_name_the_last_is_served_and_the_name_reported() {
    let shelf = Shelf::new();
    for (first, second) in [("x.js", "x.js"), ("d\\x.js", "d/x.js")] {
        let zip = testing::package_with(&[(first, b"1"), (second, b"2")]).unwrap();
        let version = shelf.import(&zip).unwrap();
        assert_eq!(
            shelf
                .store
                .read_extent(&version.lookup(second).unwrap().body)
                .unwrap(),
            b"2"
        );
        assert!(line(&version, "duplicate-names").contains(second));
    }
}

#[test]
fn archives_inside_stay_closed_and_are_noted() {
    let inner = testing::package_with(&[]).unwrap();
    let version = import(&testing::package_with(&[("extra/handout.zip", &inner)]).unwrap());
    assert_eq!(version.files().len(), 3);
    assert!(line(&version, "nested-archives").contains("extra/handout.zip"));
}

#[test]
fn bytes_before_the_archive_are_skipped() {
    let bytes = [
        b"MZ self extractor".to_vec(),
        testing::package_with(&[]).unwrap(),
    ]
    .concat();
    let version = import(&bytes);
    assert_eq!(
        version.report.find("leading-bytes").unwrap().args["bytes"],
        "17"
    );
}

#[test]
fn a_64_bit_archive_is_read() {
    let mut zip = ZipBuilder::new(Vec::new());
    zip.file("imsmanifest.xml", MANIFEST.as_bytes()).unwrap();
    zip.file("index.html", PAGE.as_bytes()).unwrap();
    assert_eq!(import(&zip.finish_zip64().unwrap()).files().len(), 2);
}

#[test]
fn every_common_compression_is_read() {
    let text = "risk ".repeat(1000);
    let mut stored_blocks =
        flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::none());
    stored_blocks.write_all(text.as_bytes()).unwrap();
    // A stream of stored blocks reads the same as deflate and as deflate64.
    let packed = stored_blocks.finish().unwrap();
    let mut zip = ZipBuilder::new(Vec::new());
    zip.file("imsmanifest.xml", MANIFEST.as_bytes()).unwrap();
    zip.stored("index.html", PAGE.as_bytes()).unwrap();
    let plain = Member::stored(b"d64.txt", text.as_bytes());
    zip.member(&Member {
        packed,
        method: 9,
        ..plain.clone()
    })
    .unwrap();
    zip.member(&Member {
        name: b"s.txt",
        ..plain.clone()
    })
    .unwrap();
    zip.member(&Member {
        name: b"b.txt",
        packed: bzip2(&text),
        method: 12,
        ..plain
    })
    .unwrap();
    let shelf = Shelf::new();
    let version = shelf.import(&zip.finish().unwrap()).unwrap();
    for name in ["d64.txt", "s.txt", "b.txt"] {
        let file = version.lookup(name).unwrap();
        assert_eq!(
            shelf.store.read_extent(&file.body).unwrap(),
            text.as_bytes(),
            "{name}"
        );
        assert!(file.gzip.is_some_and(|gzip| gzip.len < 200), "{name}");
    }
}

/// The bzip2 stream inside the archive that a real writer makes.
fn bzip2(text: &str) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Bzip2);
    writer.start_file("b", options).unwrap();
    writer.write_all(text.as_bytes()).unwrap();
    let mut archive = zip::ZipArchive::new(writer.finish().unwrap()).unwrap();
    let mut packed = Vec::new();
    std::io::Read::read_to_end(&mut archive.by_index_raw(0).unwrap(), &mut packed).unwrap();
    packed
}

#[test]
fn what_is_no_package_is_named() {
    for (files, hint) in [
        (vec![("story.html", "x")], "Articulate Storyline"),
        (vec![("cmi5.xml", "x")], "cmi5"),
        (vec![("tincan.xml", "x")], "Tin Can"),
        (vec![("course.zip", "x")], "“course.zip”"),
        (vec![("page.html", "x")], "SCORM 1.2 or SCORM 2004"),
    ] {
        let refusal = Shelf::new().import(&zip(&files)).unwrap_err().to_string();
        assert!(
            refusal.contains("imsmanifest.xml") && refusal.contains(hint),
            "{refusal}"
        );
    }
}

#[test]
fn a_page_renamed_by_hand_is_pointed_to() {
    let manifest = MANIFEST.replace("index.html", "index_scorm.html");
    let files = [
        ("imsmanifest.xml", manifest.as_str()),
        ("index.html", PAGE),
        ("b.html", PAGE),
    ];
    let refusal = Shelf::new().import(&zip(&files)).unwrap_err();
    assert!(
        refusal.to_string().contains("It does hold “index.html”."),
        "{refusal}"
    );
    assert_published(&ReportLine::from(&refusal));
}

#[test]
fn a_package_without_its_pages_is_refused_and_one_missing_page_blocks() {
    let refusal = Shelf::new()
        .import(&zip(&[("imsmanifest.xml", MANIFEST)]))
        .unwrap_err();
    assert!(refusal.to_string().contains("“index.html”"), "{refusal}");

    let mut files = Vec::new();
    let folder = testing::fixture("multi-sco-12");
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        files.push((
            entry.file_name().into_string().unwrap(),
            std::fs::read(entry.path()).unwrap(),
        ));
    }
    files.retain(|(name, _)| name != "results.html");
    let mut zip = ZipBuilder::new(Vec::new());
    for (name, content) in &files {
        zip.file(name, content).unwrap();
    }
    let version = import(&zip.finish().unwrap());
    assert!(version.report.blocks());
    assert!(line(&version, "launch-missing").contains("results.html"));
}
