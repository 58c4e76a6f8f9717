//! What belongs to another edition, or another manifest, than the one that counts.

use scorm::manifest::{Course, ProblemKind, Severity};

use crate::contradictions::{SCOS, of_parts};
use crate::support::{V2004, codes, item12, item2004, parse};

/// Everything said about editions: the field, the number of uses, and the first of them.
fn strange(course: &Course) -> Vec<(&str, usize, &str)> {
    let found = course
        .problems
        .iter()
        .filter_map(|problem| match &problem.kind {
            ProblemKind::NotInEdition {
                field, count, item, ..
            } => Some((&**field, *count, &**item)),
            _ => None,
        });
    found.collect()
}

#[test]
fn what_an_edition_does_not_have_is_said_once_for_all_who_use_it() {
    let extended = "<imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID='p'/></imsss:objectives>
         <adlseq:objectives><adlseq:objective objectiveID='p'><adlseq:mapInfo targetObjectiveID='x' writeRawScore='true'/>
         </adlseq:objective></adlseq:objectives></imsss:sequencing>
         <adlcp:completionThreshold completedByMeasure='true' progressWeight='0.5'/>";
    let by_progress = "<adlcp:completionThreshold completedByMeasure='true'/>";
    for version in ["2nd Edition", "3rd Edition"] {
        let course = of_parts(by_progress, extended, SCOS, version);
        let expected = [
            ("<adlseq:objectives>", 2, "A"),
            ("progressWeight", 2, "A"),
            ("completedByMeasure", 1, "G"),
        ];
        assert_eq!(strange(&course), expected, "{version}");
        assert!(
            course
                .problems
                .iter()
                .all(|it| it.severity == Severity::Warning)
        );
    }
    assert_eq!(
        strange(&of_parts(by_progress, extended, SCOS, "4th Edition")),
        []
    );
}

#[test]
fn scorm_2004_has_no_prerequisites_and_1_2_no_sequencing() {
    let old = "<adlcp:prerequisites>nobody</adlcp:prerequisites><adlcp:masteryscore>80</adlcp:masteryscore>";
    let course = item2004(old).1;
    let expected = [
        ("<adlcp:prerequisites>", 1, "A"),
        ("<adlcp:masteryscore>", 1, "A"),
    ];
    assert_eq!(strange(&course), expected);
    assert_eq!(codes(&course), ["not-in-edition"; 2]);
    let new = "<imsss:sequencing xmlns:imsss='http://www.imsglobal.org/xsd/imsss'><imsss:limitConditions attemptLimit='0'/>
         </imsss:sequencing><adlcp:completionThreshold>0.5</adlcp:completionThreshold>
         <adlcp:data><adlcp:map targetID='d'/></adlcp:data>";
    let course = item12(new).1;
    let expected = [
        ("<imsss:sequencing>", 1, "A"),
        ("<adlcp:completionThreshold>", 1, "A"),
        ("<adlcp:data>", 1, "A"),
    ];
    assert_eq!(strange(&course), expected);
    assert_eq!(codes(&course), ["not-in-edition"; 3]);
    assert!(course.is_playable());
}

#[test]
fn the_sequencing_of_an_item_outranks_that_of_the_manifest_it_joins() {
    let text = format!(
        "<manifest identifier='M' {V2004}><metadata><schemaversion>2004 4th Edition</schemaversion></metadata>
         <organizations><organization identifier='O'><title>T</title>
         <item identifier='A' identifierref='I'><title>A</title>
           <imsss:sequencing><imsss:controlMode flow='true'/></imsss:sequencing></item>
         </organization></organizations><resources/>
         <manifest identifier='I'><organizations><organization identifier='P'><title>P</title>
           <item identifier='B' identifierref='R'><title>B</title></item>
           <imsss:sequencing><imsss:controlMode choice='false'/></imsss:sequencing></organization></organizations>
         <resources><resource identifier='R' adlcp:scormType='sco' href='b.html'/></resources></manifest></manifest>"
    );
    let course = parse(&text);
    let mode = &course
        .items()
        .next()
        .unwrap()
        .sequencing
        .as_ref()
        .unwrap()
        .control_mode;
    assert!(mode.flow && mode.choice);
    assert!(codes(&course).contains(&"sequencing-repeated"));
}
