//! Whatever the bytes, the answer is a course or a sentence.

use proptest::prelude::*;
use scorm::manifest::{self, Course};
use scorm::navigation::{Navigation, Request};
use scorm::prerequisites::{Expression, Status};

use crate::support::{item, sco, scorm12, scorm2004};

/// Reads, and uses what was read, so that nothing waits to fail later.
fn survives(bytes: &[u8]) {
    let course = match manifest::parse(bytes) {
        Ok(course) => course,
        Err(refusal) => return assert!(!refusal.to_string().is_empty()),
    };
    assert!(course.organization().is_some());
    for problem in &course.problems {
        assert!(!problem.to_string().is_empty());
    }
    for item in course.items() {
        if let Some(url) = item.launch.url() {
            assert!(url.is_ascii());
        }
    }
    let json = serde_json::to_string(&course).unwrap();
    assert_eq!(serde_json::from_str::<Course>(&json).unwrap(), course);
    let organization = course.organization().unwrap();
    let navigation = Navigation::new(organization, None, |_| Status::NotAttempted);
    navigation.decide(&Request::Start);
    navigation.toc();
}

fn seed(is_2004: bool) -> String {
    let inner = "<adlcp:prerequisites>~(A | B) &amp; 1*{A, B=\"passed\"}</adlcp:prerequisites>
        <imsss:sequencing IDRef='x'><imsss:controlMode flow='true'/><imsss:objectives><imsss:primaryObjective objectiveID='p'/></imsss:objectives></imsss:sequencing>";
    let items = [item("A", inner), item("B", &item("C", inner))].concat();
    let resources = [
        sco("R-A", "a%20b.html?x=1#y"),
        sco("R-B", "../é.html"),
        sco("R-C", "http://host/"),
    ]
    .concat();
    if is_2004 {
        scorm2004(&items, &resources)
    } else {
        scorm12(&items, &resources)
    }
}

/// Pieces that mean something to the reader, so that mutations hit more than letters.
fn fragment() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("<item identifier='A' identifierref='M'>".to_owned()),
        Just("</item>".to_owned()),
        Just("<manifest identifier='M'>".to_owned()),
        Just("</manifest>".to_owned()),
        Just("&".to_owned()),
        Just("<![CDATA[".to_owned()),
        Just("]]>".to_owned()),
        Just("<!--".to_owned()),
        Just("<?xml ".to_owned()),
        Just("'\"".to_owned()),
        Just("xml:base='%2e%2e//\\'".to_owned()),
        Just("\u{0}\u{FEFF}".to_owned()),
        any::<String>(),
    ]
}

proptest! {
    #[test]
    fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        survives(&bytes);
    }

    #[test]
    fn damaged_manifests_are_survived(
        is_2004: bool,
        edits in proptest::collection::vec((any::<prop::sample::Index>(), 0_usize..40, fragment()), 1..12),
    ) {
        let mut bytes = seed(is_2004).into_bytes();
        for (place, removed, inserted) in edits {
            let start = place.index(bytes.len());
            let end = (start + removed).min(bytes.len());
            bytes.splice(start..end, inserted.into_bytes());
        }
        survives(&bytes);
    }

    #[test]
    fn any_address_and_parameters_make_one_address(href in "\\PC{0,40}", parameters in "\\PC{0,40}") {
        let quoted = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
        let items = item("A", "").replace("<item ", &format!("<item parameters=\"{}\" ", quoted(&parameters)));
        survives(scorm12(&items, &sco("R-A", &quoted(&href))).as_bytes());
    }

    #[test]
    fn any_prerequisite_comes_to_an_end(script in "[AB&|~=<>(){}*,\"' 2dnotapse]{0,200}") {
        if let Ok(expression) = Expression::parse(&script) {
            expression.holds(&|_| Some(Status::Passed));
            expression.identifiers();
        }
    }
}
