//! C3: what is no manifest, and what means harm, gets one sentence, soon.

use scorm::manifest::{self, Course, MAX_BYTES, Refusal};

use crate::support::{codes, item, item2004, parse, sco, scorm12};

fn refusal(text: &str) -> Refusal {
    let refusal = manifest::parse(text.as_bytes()).unwrap_err();
    let sentence = refusal.to_string();
    assert!(sentence.ends_with('.') && sentence.len() > 40, "{sentence}");
    refusal
}

#[test]
fn other_files_are_named_for_what_they_are() {
    assert_eq!(refusal(""), Refusal::Empty);
    assert_eq!(refusal(" \r\n"), Refusal::Empty);
    assert_eq!(refusal("PK\u{3}\u{4}not xml"), Refusal::NotXml);
    assert_eq!(
        refusal(
            "<courseStructure xmlns='https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd'/>"
        ),
        Refusal::Cmi5
    );
    assert_eq!(
        refusal("<tincan xmlns='http://projecttincan.com/tincan.xsd'><activities/></tincan>"),
        Refusal::TinCan
    );
    assert_eq!(refusal("[Course]\r\nCourse_ID=1"), Refusal::Aicc);
    assert_eq!(
        refusal("<!DOCTYPE html><html><body><br></body></html>"),
        Refusal::WebPage
    );
    assert_eq!(
        refusal("<rss/>"),
        Refusal::OtherRoot {
            root: "rss".to_owned()
        }
    );
}

#[test]
fn damaged_xml_is_located() {
    let damaged = "<manifest>\n<organizations>\n<item></organizations></manifest>";
    let expected = Refusal::MismatchedTag {
        line: 3,
        expected: "item".to_owned(),
        found: "organizations".to_owned(),
    };
    assert_eq!(refusal(damaged), expected);
    let cut = "<manifest><organizations>";
    assert_eq!(
        refusal(cut),
        Refusal::Truncated {
            element: "organizations".to_owned()
        }
    );
    assert!(matches!(
        refusal("<manifest>\n<a b='"),
        Refusal::Malformed { line: 2, .. }
    ));
}

#[test]
fn entity_declarations_are_refused_and_a_bare_doctype_is_ignored() {
    let bomb = "<!DOCTYPE m [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><manifest>&b;</manifest>";
    let file = "<!DOCTYPE m [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><manifest>&x;</manifest>";
    let parameter = "<!DOCTYPE m [<!ENTITY % p SYSTEM 'http://host/x.dtd'> %p;]><manifest/>";
    for text in [bomb, file, parameter] {
        assert_eq!(refusal(text), Refusal::EntityDeclarations);
    }
    let text = scorm12(&item("A", ""), &sco("R-A", "a.html")).replace(
        "<manifest ",
        "<!DOCTYPE manifest SYSTEM 'http://host/imscp.dtd'><manifest ",
    );
    assert_eq!(codes(&parse(&text)), ["doctype-ignored"]);
}

#[test]
fn inclusions_are_never_followed() {
    let include = "<xi:include href='file:///etc/passwd' parse='text'/>";
    let course = parse(&scorm12(&item("A", include), &sco("R-A", "a.html")));
    assert!(!serde_json::to_string(&course).unwrap().contains("root:"));
}

#[test]
fn every_limit_has_its_refusal() {
    let deep = format!("<manifest>{}", "<item>".repeat(5_000));
    assert!(matches!(refusal(&deep), Refusal::TooDeep { .. }));
    let deep_items = format!("{}{}", "<item>".repeat(60), "</item>".repeat(60));
    assert!(matches!(
        refusal(&scorm12(&deep_items, "")),
        Refusal::TooDeep { .. }
    ));
    let items = "<item identifier='a'/>".repeat(20_001);
    assert!(matches!(
        refusal(&scorm12(&items, "")),
        Refusal::TooManyItems { .. }
    ));
    let elements = format!("<manifest>{}</manifest>", "<a/>".repeat(500_001));
    assert!(matches!(
        refusal(&elements),
        Refusal::TooManyElements { .. }
    ));
    let attributes = format!("<manifest {}/>", "a='' ".repeat(500_001));
    assert!(matches!(
        refusal(&attributes),
        Refusal::TooManyElements { .. }
    ));
    let long = format!("<manifest identifier='{}'/>", "x".repeat(100_000));
    assert!(matches!(refusal(&long), Refusal::AttributeTooLong { .. }));
    let shared = format!(
        "<sequencingCollection><sequencing ID='s'>{}</sequencing></sequencingCollection></manifest>",
        "<x/>".repeat(500)
    );
    let too_large = scorm12("", "").replace("</manifest>", &shared);
    assert!(matches!(
        refusal(&too_large),
        Refusal::SharedSequencingTooLarge { .. }
    ));
    let uses = "<item><title>x</title><sequencing IDRef='s'/></item>".repeat(1_100);
    let often = scorm12(&uses, "").replace("</manifest>", &shared.replace("<x/></seq", "</seq"));
    assert!(matches!(
        refusal(&often),
        Refusal::SharedSequencingTooOften { .. }
    ));
    let texts = format!("<manifest>{}</manifest>", "&x;".repeat(1_500_001));
    assert!(matches!(refusal(&texts), Refusal::TooManyElements { .. }));
    let size = " ".repeat(MAX_BYTES + 1);
    assert!(matches!(refusal(&size), Refusal::TooLarge { .. }));
}

#[test]
fn manifests_that_contain_themselves_come_to_an_end() {
    let inner = |identifier: &str, reference: &str| {
        format!(
            "<manifest identifier='{identifier}'><organizations><organization identifier='o-{identifier}'>{}</organization></organizations>",
            format!("<item identifierref='{reference}'><title>x</title></item>").repeat(40)
        )
    };
    let nested = format!(
        "{}{}{}{}</manifest></manifest></manifest></manifest>",
        inner("M1", "M2"),
        inner("M2", "M3"),
        inner("M3", "M4"),
        inner("M4", "M5")
    );
    let items = "<item identifier='A' identifierref='M1'><title>A</title></item>";
    let text = scorm12(items, "").replace(
        "</resources></manifest>",
        &format!("</resources>{nested}</manifest>"),
    );
    assert!(matches!(refusal(&text), Refusal::TooManyItems { .. }));
}

#[test]
fn the_deepest_course_can_be_stored() {
    let items = format!(
        "{}{}",
        "<item><title>x</title>".repeat(49),
        "</item>".repeat(49)
    );
    let innermost = item(
        "A",
        "<imsss:sequencing><imsss:sequencingRules><imsss:preConditionRule><imsss:ruleConditions><imsss:ruleCondition condition='always'/></imsss:ruleConditions><imsss:ruleAction action='skip'/></imsss:preConditionRule></imsss:sequencingRules></imsss:sequencing>",
    );
    let items = items.replacen("</item>", &format!("{innermost}</item>"), 1);
    let course = parse(&scorm12(&items, &sco("R-A", "a.html")));
    let json = serde_json::to_string(&course).unwrap();
    assert_eq!(serde_json::from_str::<Course>(&json).unwrap(), course);
}

#[test]
fn a_list_of_problems_stays_readable() {
    let items: String = (0..5_000).map(|n| item(&n.to_string(), "")).collect();
    let course = parse(&scorm12(&items, ""));
    assert!(course.problems.len() < 210);
    assert!(codes(&course).contains(&"further") && codes(&course).contains(&"nothing-to-launch"));
}

#[test]
fn objectives_are_found_by_name_however_many_there_are() {
    let all = |kind: &str| -> String {
        let one = |n| format!("<{kind}:objective objectiveID='o{n}'/>");
        (0..30_000).map(one).collect()
    };
    let inner = format!(
        "<imsss:sequencing><imsss:objectives>{}</imsss:objectives>
         <adlseq:objectives>{}</adlseq:objectives></imsss:sequencing>",
        all("imsss"),
        all("adlseq"),
    );
    let (item, course) = item2004(&inner);
    assert_eq!(item.sequencing.unwrap().objectives.len(), 30_000);
    assert_eq!(codes(&course), [""; 0]);
}
