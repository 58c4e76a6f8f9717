//! What a course asks of sequencing and cannot have: said at import, so that no learner comes upon it.

use scorm::manifest::Course;

use crate::support::{cluster2004, codes, item, item2004, parse, sco, scorm2004};

/// A rule that acts when this condition holds.
pub(crate) fn rule(kind: &str, condition: &str, action: &str) -> String {
    format!(
        "<imsss:sequencingRules><imsss:{kind}><imsss:ruleConditions><imsss:ruleCondition {condition}/>
         </imsss:ruleConditions><imsss:ruleAction action='{action}'/></imsss:{kind}></imsss:sequencingRules>"
    )
}

fn rollup_rule(set: &str, action: &str) -> String {
    format!(
        "<imsss:rollupRules><imsss:rollupRule {set}><imsss:rollupConditions>
         <imsss:rollupCondition condition='attempted'/></imsss:rollupConditions>
         <imsss:rollupAction action='{action}'/></imsss:rollupRule></imsss:rollupRules>"
    )
}

pub(crate) fn of_page(inner: &str) -> Vec<&'static str> {
    codes(&item2004(&format!("<imsss:sequencing>{inner}</imsss:sequencing>")).1)
}

fn of_cluster(inner: &str) -> Vec<&'static str> {
    codes(&cluster2004(inner))
}

/// A cluster with this inside its `<item>`, of two pages with that inside theirs, and a third page.
pub(crate) fn of_parts(inner: &str, part: &str, kind: &str, version: &str) -> Course {
    let parts = [item("A", part), item("B", part)].concat();
    let cluster = format!("<item identifier='G'><title>G</title>{parts}{inner}</item>");
    let resources = ["A", "B", "C"].map(|name| sco(&format!("R-{name}"), &format!("{name}.html")));
    let text = scorm2004(&[cluster, item("C", "")].concat(), &resources.concat());
    parse(
        &text
            .replace("4th Edition", version)
            .replace("scormtype=\"sco\"", kind),
    )
}

pub(crate) const SCOS: &str = "scormtype=\"sco\"";
const ASSETS: &str = "scormtype=\"asset\"";

#[test]
fn what_lacks_its_other_half_has_no_effect() {
    let asks_limit = rule(
        "preConditionRule",
        "condition='attemptLimitExceeded'",
        "skip",
    );
    let least = "<imsss:objectives><imsss:primaryObjective><imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>
         </imsss:primaryObjective></imsss:objectives>";
    for inner in [
        "<imsss:randomizationControls selectionTiming='once'/>",
        "<imsss:randomizationControls selectCount='2'/>",
        "<imsss:randomizationControls randomizationTiming='once'/>",
        "<imsss:randomizationControls reorderChildren='true'/>",
        "<imsss:limitConditions attemptLimit='2'/><imsss:deliveryControls tracked='false'/>",
        &asks_limit,
        least,
    ] {
        assert_eq!(of_cluster(inner), ["without-effect"], "{inner}");
    }
    for inner in [
        "<adlcp:timeLimitAction>exit,message</adlcp:timeLimitAction>",
        "<adlcp:completionThreshold minProgressMeasure='0.5'/>",
        "<adlcp:data><adlcp:map/></adlcp:data>",
    ] {
        assert_eq!(codes(&item2004(inner).1), ["without-effect"], "{inner}");
    }
    for inner in [
        "<imsss:randomizationControls selectionTiming='once' selectCount='2'/>",
        "<imsss:randomizationControls randomizationTiming='once' reorderChildren='true'/>",
        "<imsss:limitConditions attemptLimit='2'/>",
        "<imsss:objectives><imsss:primaryObjective><imsss:minNormalizedMeasure>1.0</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives>",
        &format!("<imsss:limitConditions attemptLimit='2'/>{asks_limit}"),
        &least
            .replace("primaryObjective>", "primaryObjective >")
            .replacen(
                "primaryObjective >",
                "primaryObjective satisfiedByMeasure='true'>",
                1,
            ),
    ] {
        assert_eq!(of_cluster(inner), [""; 0], "{inner}");
    }
}

#[test]
fn what_concerns_the_parts_of_a_cluster_has_no_effect_on_a_page() {
    let exit = rule("exitConditionRule", "condition='always'", "exit");
    let rollup = rollup_rule("", "completed");
    let random = "<imsss:randomizationControls randomizationTiming='once' reorderChildren='true'/>";
    for inner in [exit.as_str(), rollup.as_str(), random] {
        assert_eq!(of_page(inner), ["needs-items-below"], "{inner}");
        assert_eq!(of_cluster(inner), [""; 0], "{inner}");
    }
}

#[test]
fn what_concerns_a_page_has_no_effect_where_there_is_none() {
    let hides =
        "<adlnav:presentation><adlnav:navigationInterface><adlnav:hideLMSUI>exit</adlnav:hideLMSUI>
         </adlnav:navigationInterface></adlnav:presentation>";
    let limit = "<imsss:sequencing><imsss:limitConditions attemptAbsoluteDurationLimit='PT1H'/></imsss:sequencing>";
    let data = "<adlcp:data><adlcp:map targetID='d'/></adlcp:data>";
    for inner in [
        hides,
        limit,
        data,
        "<adlcp:dataFromLMS>x</adlcp:dataFromLMS>",
    ] {
        let course = of_parts(inner, "", SCOS, "4th Edition");
        assert_eq!(codes(&course), ["needs-page"], "{inner}");
        assert_eq!(
            codes(&of_parts("", inner, SCOS, "4th Edition")),
            [""; 0],
            "{inner}"
        );
    }
    let course = parse(&scorm2004(
        &format!("{}{hides}", item("A", "")),
        &sco("R-A", "a.html"),
    ));
    assert_eq!(codes(&course), ["needs-page"]);
}

#[test]
fn an_item_that_opens_nothing_and_holds_nothing_is_passed_over() {
    let heading = "<item identifier='H'><title>H</title></item>";
    let course = parse(&scorm2004(
        &format!("{heading}{}", item("A", "")),
        &sco("R-A", "a.html"),
    ));
    assert_eq!(codes(&course), ["item-opens-nothing"]);
}

#[test]
fn what_can_never_be_opened_is_said() {
    assert_eq!(
        of_page("<imsss:limitConditions attemptLimit='0'/>"),
        ["attempt-limit-zero"]
    );
    let closed = "<imsss:controlMode choice='false'/>";
    assert_eq!(of_cluster(closed), ["cluster-closed"]);
    assert_eq!(of_page(closed), [""; 0]);
    assert_eq!(
        of_cluster("<imsss:controlMode choice='false' flow='true'/>"),
        [""; 0]
    );
}

#[test]
fn choice_and_forward_only_are_noticed_where_both_are_stated() {
    for (choice, expected) in [("choice='true'", vec!["forward-only-choice"]), ("", vec![])] {
        let mode = format!("<imsss:controlMode {choice} flow='true' forwardOnly='true'/>");
        assert_eq!(of_cluster(&mode), expected);
    }
}

#[test]
fn more_than_there_is_cannot_be_selected_or_counted() {
    for (count, expected) in [(4, vec![]), (5, vec!["selection-exceeds"])] {
        let inner =
            format!("<imsss:randomizationControls selectionTiming='once' selectCount='{count}'/>");
        assert_eq!(of_cluster(&inner), expected);
    }
    for (set, expected) in [
        ("childActivitySet='atLeastCount' minimumCount='4'", vec![]),
        (
            "childActivitySet='atleastcount' minimumCount='5'",
            vec!["rollup-never-holds"],
        ),
        (
            "childActivitySet='atLeastCount'",
            vec!["rollup-always-holds"],
        ),
        (
            "childActivitySet='atLeastPercent' minimumPercent='0'",
            vec!["rollup-always-holds"],
        ),
        (
            "childActivitySet='atLeastPercent' minimumPercent='1'",
            vec![],
        ),
    ] {
        assert_eq!(
            of_cluster(&rollup_rule(set, "completed")),
            expected,
            "{set}"
        );
    }
}

#[test]
fn a_rule_of_the_course_leads_nowhere_outside_it() {
    for (kind, action, expected) in [
        ("preConditionRule", "skip", 0),
        ("preConditionRule", "disabled", 1),
        ("postConditionRule", "exitParent", 0),
        ("postConditionRule", "continue", 0),
        ("postConditionRule", "previous", 0),
        ("postConditionRule", "retry", 1),
    ] {
        let rules = rule(kind, "condition='always'", action);
        let text = scorm2004(&item("A", ""), &sco("R-A", "a.html")).replace(
            "</organization>",
            &format!("<imsss:sequencing>{rules}</imsss:sequencing></organization>"),
        );
        let course = parse(&text);
        let sequencing = course.organization().unwrap().sequencing.as_ref().unwrap();
        let left = sequencing.pre_conditions.len() + sequencing.post_conditions.len();
        assert_eq!(left, expected, "{action}");
        assert_eq!(
            codes(&course).contains(&"impossible-for-course"),
            expected == 0
        );
    }
}

#[test]
fn a_cluster_that_nothing_contributes_to_is_said() {
    let part = |flags: &str| format!("<imsss:sequencing>{flags}</imsss:sequencing>");
    let by_reading = "<imsss:sequencing><imsss:objectives><imsss:primaryObjective><imsss:mapInfo targetObjectiveID='x'
         writeSatisfiedStatus='true' writeNormalizedMeasure='true'/></imsss:primaryObjective></imsss:objectives></imsss:sequencing>";
    for (inner, flags, expected) in [
        (
            "",
            "<imsss:rollupRules rollupObjectiveSatisfied='false'/>",
            1,
        ),
        (
            "",
            "<imsss:rollupRules rollupProgressCompletion='false'/>",
            1,
        ),
        ("", "<imsss:deliveryControls tracked='false'/>", 2),
        (
            by_reading,
            "<imsss:rollupRules rollupObjectiveSatisfied='false'/>",
            0,
        ),
        ("", "", 0),
    ] {
        let course = of_parts(inner, &part(flags), SCOS, "4th Edition");
        assert_eq!(
            codes(&course),
            vec!["rollup-of-nothing"; expected],
            "{flags}"
        );
    }
}

#[test]
fn a_course_of_one_page_is_what_its_page_says() {
    for inner in [
        "<imsss:rollupRules rollupProgressCompletion='false'/>",
        "<imsss:deliveryControls tracked='false'/>",
    ] {
        assert_eq!(of_page(inner), [""; 0], "{inner}");
    }
}

const BY_MEASURE: &str =
    "<imsss:objectives><imsss:primaryObjective satisfiedByMeasure='true'/></imsss:objectives>";

#[test]
fn a_measure_that_nothing_reports_decides_nothing() {
    let sequencing = |inner: &str| format!("<imsss:sequencing>{inner}</imsss:sequencing>");
    let by_progress = "<adlcp:completionThreshold completedByMeasure='true'/>";
    let unweighted = sequencing("<imsss:rollupRules objectiveMeasureWeight='0'/>");
    let weightless = "<adlcp:completionThreshold progressWeight='0'/>";
    let reads = BY_MEASURE.replace(
        "'true'/>",
        "'true'><imsss:mapInfo targetObjectiveID='x' writeNormalizedMeasure='true'/></imsss:primaryObjective>",
    );
    let never = vec!["never-reported"];
    for (inner, part, expected) in [
        (&*sequencing(BY_MEASURE), "", vec![]),
        (&*sequencing(BY_MEASURE), &*unweighted, never.clone()),
        (&*sequencing(&reads), &*unweighted, vec![]),
        (by_progress, "", vec![]),
        (by_progress, weightless, never.clone()),
    ] {
        let course = of_parts(inner, part, SCOS, "4th Edition");
        assert_eq!(codes(&course), expected, "{inner} {part}");
    }
    for (part, expected) in [
        (&*sequencing(BY_MEASURE), 2),
        (by_progress, 2),
        (
            &*sequencing("<imsss:deliveryControls completionSetByContent='true'/>"),
            2,
        ),
        (
            &*sequencing("<imsss:deliveryControls objectiveSetByContent='true'/>"),
            2,
        ),
        ("", 0),
    ] {
        let course = of_parts("", part, ASSETS, "4th Edition");
        assert_eq!(codes(&course), vec!["never-reported"; expected], "{part}");
        assert_eq!(
            codes(&of_parts("", part, SCOS, "4th Edition")),
            [""; 0],
            "{part}"
        );
    }
}

#[test]
fn where_a_measure_decides_rules_do_not() {
    let rules = rollup_rule("", "satisfied");
    assert_eq!(
        of_cluster(&format!("{rules}{BY_MEASURE}")),
        ["rollup-overruled"]
    );
    let others = rollup_rule("", "completed");
    assert_eq!(of_cluster(&format!("{others}{BY_MEASURE}")), [""; 0]);
    let by_progress = "<adlcp:completionThreshold completedByMeasure='true'/>";
    let inner = format!("{by_progress}<imsss:sequencing>{others}</imsss:sequencing>");
    assert_eq!(
        codes(&of_parts(&inner, "", SCOS, "4th Edition")),
        ["rollup-overruled"]
    );
    assert_eq!(
        codes(&of_parts(&inner, "", SCOS, "3rd Edition")),
        ["not-in-edition"]
    );
}

#[test]
fn the_page_of_a_cluster_is_a_part_of_it() {
    let part = "<imsss:sequencing><imsss:deliveryControls tracked='false'/></imsss:sequencing>";
    let by_progress = "<adlcp:completionThreshold completedByMeasure='true'/>";
    let measured = format!("<imsss:sequencing>{BY_MEASURE}</imsss:sequencing>");
    for inner in ["", by_progress, &measured] {
        let bare = of_parts(inner, part, SCOS, "4th Edition");
        assert!(codes(&bare).len() > 1, "{inner}");
        let parts = [item("A", part), item("B", part)].concat();
        let cluster = item("G", &format!("{parts}{inner}"));
        let resources =
            ["A", "B", "C", "G"].map(|it| sco(&format!("R-{it}"), &format!("{it}.html")));
        let course = parse(&scorm2004(
            &[cluster, item("C", "")].concat(),
            &resources.concat(),
        ));
        assert_eq!(codes(&course), ["launch-on-branch"], "{inner}");
    }
}

#[test]
fn what_is_read_from_elsewhere_or_not_tracked_waits_for_nothing() {
    let reads = "<imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID='p'>
         <imsss:mapInfo targetObjectiveID='x' writeSatisfiedStatus='true'/></imsss:primaryObjective></imsss:objectives>
         <adlseq:objectives><adlseq:objective objectiveID='p'><adlseq:mapInfo targetObjectiveID='x' writeRawScore='true'/>
         </adlseq:objective></adlseq:objectives>
         <imsss:deliveryControls completionSetByContent='true' objectiveSetByContent='true'/></imsss:sequencing>
         <adlcp:completionThreshold completedByMeasure='true'/>";
    assert_eq!(codes(&of_parts("", reads, ASSETS, "4th Edition")), [""; 0]);
    let weightless = "<adlcp:completionThreshold progressWeight='0'/>";
    assert_eq!(
        codes(&of_parts(reads, weightless, SCOS, "4th Edition")),
        [""; 0]
    );
    // Before the 4th Edition nothing but status and measure is read.
    let third = of_parts("", reads, ASSETS, "3rd Edition");
    assert_eq!(
        codes(&third),
        ["not-in-edition", "never-reported", "never-reported"]
    );
    let untracked = "<imsss:sequencing><imsss:deliveryControls tracked='false' completionSetByContent='true'/></imsss:sequencing>";
    let course = of_parts("", untracked, ASSETS, "4th Edition");
    assert!(!codes(&course).contains(&"never-reported"));
}
