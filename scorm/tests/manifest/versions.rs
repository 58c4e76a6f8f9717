//! A36: the right version, with its reason.

use scorm::manifest::{Course, Edition, VersionReason};

use crate::support::{V12, V2004, codes, parse};

fn course(attributes: &str, metadata: &str, resource: &str) -> Course {
    parse(&format!(
        r#"<manifest {attributes}>{metadata}<organizations><organization identifier="O"><title>T</title>
        <item identifier="A" identifierref="R"><title>A</title></item></organization></organizations>
        <resources><resource identifier="R" href="a.html" {resource}/></resources></manifest>"#
    ))
}

fn stated(version: &str) -> String {
    format!("<metadata><schemaversion>{version}</schemaversion></metadata>")
}

#[test]
fn a_stated_version_is_followed_whatever_the_namespaces_say() {
    for (version, edition) in [
        ("1.2", Edition::V12),
        (" 1.2 ", Edition::V12),
        ("SCORM 1.2", Edition::V12),
        ("CAM 1.3", Edition::Second),
        ("1.3", Edition::Second),
        ("2004 2nd Edition", Edition::Second),
        ("2004 3rd Edition", Edition::Third),
        ("2004 4th Edition", Edition::Fourth),
        ("2004 4th edition", Edition::Fourth),
        ("2004", Edition::Third),
    ] {
        for namespaces in [V12, V2004, ""] {
            let course = course(namespaces, &stated(version), "adlcp:scormtype='sco'");
            assert_eq!(course.edition, edition, "{version}");
            assert_eq!(course.standard, edition.standard());
            assert!(matches!(
                course.version_reason,
                VersionReason::Declared { .. }
            ));
        }
    }
}

#[test]
fn a_version_stated_deeper_counts_when_the_manifest_states_none() {
    let text = "<manifest><organizations><organization identifier='O'><metadata><schemaversion>1.2</schemaversion></metadata>
        <item identifier='A' identifierref='R'/></organization></organizations>
        <resources><resource identifier='R' href='a.html' scormType='sco'/></resources></manifest>";
    let course = parse(text);
    assert_eq!(course.edition, Edition::V12);
    assert_eq!(
        course.version_reason,
        VersionReason::DeclaredDeeper {
            value: "1.2".to_owned()
        }
    );
}

#[test]
fn an_unknown_version_is_reported_and_other_signs_decide() {
    let course = course(V2004, &stated("7.1"), "adlcp:scormType='sco'");
    assert_eq!(course.edition, Edition::Third);
    assert_eq!(codes(&course), ["schema-version-unknown"]);
}

#[test]
fn without_a_stated_version_elements_namespaces_and_spelling_decide() {
    let fourth = "<metadata><x completedByMeasure='true'/></metadata>";
    let sequencing = "<metadata><imsss:sequencing/></metadata>";
    for (namespaces, metadata, resource, edition) in [
        (V2004, fourth, "", Edition::Fourth),
        ("", sequencing, "", Edition::Third),
        (V2004, "", "adlcp:scormType='sco'", Edition::Third),
        (V12, "", "adlcp:scormtype='sco'", Edition::V12),
        ("", "", "adlcp:scormType='sco'", Edition::Third),
        ("", "", "adlcp:scormtype='sco'", Edition::V12),
    ] {
        let course = course(namespaces, metadata, resource);
        assert_eq!(
            course.edition, edition,
            "{namespaces} {metadata} {resource}"
        );
        assert!(!course.version_reason.to_string().is_empty());
    }
}

#[test]
fn nothing_at_all_means_1_2_with_a_warning() {
    let course = course("", "", "");
    assert_eq!(course.edition, Edition::V12);
    assert_eq!(course.version_reason, VersionReason::Assumed);
    assert!(codes(&course).contains(&"version-assumed"));
}

#[test]
fn the_sco_type_is_found_in_any_spelling_and_namespace() {
    for attribute in [
        "adlcp:scormtype",
        "adlcp:scormType",
        "scormtype",
        "scormType",
        "x:SCORMTYPE",
    ] {
        for value in ["sco", "SCO", " sco "] {
            let course = course(V12, &stated("1.2"), &format!("{attribute}='{value}'"));
            assert_eq!(course.scos().count(), 1, "{attribute} {value}");
        }
        let course = course(V12, &stated("1.2"), &format!("{attribute}='asset'"));
        assert_eq!(
            (course.scos().count(), course.launchables().count()),
            (0, 1),
            "{attribute}"
        );
    }
}

#[test]
fn a_resource_of_no_type_is_a_sco_in_scorm_and_an_asset_elsewhere() {
    let scorm = course(V12, &stated("1.2"), "type='webcontent'");
    assert_eq!(
        (scorm.scos().count(), codes(&scorm)),
        (1, vec!["scorm-type-missing"])
    );
    let second = "/><resource identifier='R2' href='b.html'";
    let two = course(V12, &stated("1.2"), second);
    assert_eq!(codes(&two), ["scorm-type-missing"], "one line for all");
    let plain = course("", "<metadata><schema>IMS Content</schema></metadata>", "");
    assert_eq!(plain.scos().count(), 0);
    assert!(codes(&plain).contains(&"not-scorm"));
}
