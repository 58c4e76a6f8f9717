//! Builders for small manifests.

use scorm::manifest::{self, Course, Item, Severity};

pub(crate) const V12: &str = r#"xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
 xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2""#;

pub(crate) const V2004: &str = r#"xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
 xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
 xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3"
 xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"
 xmlns:imsss="http://www.imsglobal.org/xsd/imsss""#;

/// A SCORM 1.2 manifest of these items and resources.
pub(crate) fn scorm12(items: &str, resources: &str) -> String {
    wrapped(V12, "1.2", items, resources)
}

/// A SCORM 2004 4th Edition manifest of these items and resources.
pub(crate) fn scorm2004(items: &str, resources: &str) -> String {
    wrapped(V2004, "2004 4th Edition", items, resources)
}

fn wrapped(namespaces: &str, version: &str, items: &str, resources: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><manifest identifier="M" {namespaces}>
<metadata><schema>ADL SCORM</schema><schemaversion>{version}</schemaversion></metadata>
<organizations default="O"><organization identifier="O"><title>Course</title>{items}</organization></organizations>
<resources>{resources}</resources></manifest>"#
    )
}

/// A SCO that opens `href`.
pub(crate) fn sco(identifier: &str, href: &str) -> String {
    format!(
        r#"<resource identifier="{identifier}" type="webcontent" adlcp:scormtype="sco" href="{href}"/>"#
    )
}

/// An item that opens the resource `R-<identifier>`.
pub(crate) fn item(identifier: &str, inner: &str) -> String {
    format!(
        r#"<item identifier="{identifier}" identifierref="R-{identifier}"><title>Title {identifier}</title>{inner}</item>"#
    )
}

pub(crate) fn parse(manifest: &str) -> Course {
    manifest::parse(manifest.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal}\n{manifest}"))
}

/// The only item of a SCORM 1.2 course with this content in its `<item>`.
pub(crate) fn item12(inner: &str) -> (Item, Course) {
    let course = parse(&scorm12(&item("A", inner), &sco("R-A", "a.html")));
    (course.items().next().unwrap().clone(), course)
}

/// The only item of a SCORM 2004 course with this content in its `<item>`.
pub(crate) fn item2004(inner: &str) -> (Item, Course) {
    let course = parse(&scorm2004(&item("A", inner), &sco("R-A", "a.html")));
    (course.items().next().unwrap().clone(), course)
}

/// A SCORM 2004 course of a cluster of four pages with this sequencing, and a page after it.
pub(crate) fn cluster2004(sequencing: &str) -> Course {
    let pages = ["A", "B", "C", "D", "E"];
    let inside = pages[..4].iter().map(|name| item(name, ""));
    let cluster = format!(
        "<item identifier='G'><title>G</title>{}<imsss:sequencing>{sequencing}</imsss:sequencing></item>",
        inside.collect::<String>()
    );
    let resources = pages.map(|name| sco(&format!("R-{name}"), &format!("{name}.html")));
    parse(&scorm2004(
        &[cluster, item("E", "")].concat(),
        &resources.concat(),
    ))
}

/// The codes of everything above a note.
pub(crate) fn warnings(course: &Course) -> Vec<&'static str> {
    let serious = course
        .problems
        .iter()
        .filter(|problem| problem.severity > Severity::Note);
    serious.map(|problem| problem.kind.code()).collect()
}

/// The codes of all problems.
pub(crate) fn codes(course: &Course) -> Vec<&'static str> {
    course
        .problems
        .iter()
        .map(|problem| problem.kind.code())
        .collect()
}

pub(crate) fn identifiers(course: &Course) -> Vec<&str> {
    course
        .items()
        .map(|item| item.identifier.as_str())
        .collect()
}
