//! Mistakes in sequencing definitions: what could not be read is left out, and said.

use scorm::manifest::sequencing::Condition;

use crate::sequencing::{of_page, sequencing};
use crate::support::{codes, item2004};

#[test]
fn what_the_standard_does_not_know_is_reported_and_left_out() {
    for (inner, code) in [
        ("<imsss:controlMode flow='perhaps'/>", "value-invalid"),
        ("<imsss:controlMode flows='true'/>", "sequencing-unknown"),
        ("<imsss:magic/>", "sequencing-unknown"),
        (
            "<imsss:rollupRules objectiveMeasureWeight='-1'/>",
            "value-invalid",
        ),
        (
            "<imsss:randomizationControls selectionTiming='once' selectCount='few'/>",
            "value-invalid",
        ),
        (
            "<imsss:objectives><imsss:primaryObjective><imsss:minNormalizedMeasure>7</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives>",
            "value-invalid",
        ),
        (
            "<adlseq:objectives><adlseq:objective objectiveID='x'/></adlseq:objectives>",
            "value-invalid",
        ),
    ] {
        let (_, problems) = sequencing(inner);
        assert_eq!(problems[0], code, "{inner}");
    }
}

#[test]
fn a_selection_of_nothing_is_none() {
    for (timing, expected) in [("never", None), ("once", Some("value-invalid"))] {
        let (read, problems) = sequencing(&format!(
            "<imsss:randomizationControls selectCount='0' selectionTiming='{timing}'/>"
        ));
        assert_eq!(read.randomization.select_count, None);
        assert_eq!(problems.first().copied(), expected);
    }
}

#[test]
fn a_weight_above_one_is_kept_in_proportion() {
    let (read, problems) = sequencing("<imsss:rollupRules objectiveMeasureWeight='30'/>");
    assert!((read.rollup.objective_measure_weight - 30.0).abs() < f64::EPSILON);
    assert_eq!(problems, ["weight-above-one"]);
}

#[test]
fn a_rule_that_is_not_understood_whole_has_no_effect() {
    let known = "<imsss:ruleCondition condition='completed'/>";
    for (conditions, action, expected) in [
        (known, "", vec!["rule-incomplete"]),
        ("", "action='skip'", vec!["rule-incomplete"]),
        (
            "<imsss:ruleCondition/>",
            "action='skip'",
            vec!["rule-incomplete"],
        ),
        (
            known,
            "action='hide'",
            vec!["value-invalid", "rule-incomplete"],
        ),
        (
            "<imsss:ruleCondition condition='completed' operator='nor'/>",
            "action='skip'",
            vec!["value-invalid", "rule-incomplete"],
        ),
        (
            "<imsss:ruleCondition condition='objectiveMeasureLessThan' measureThreshold='70'/>",
            "action='skip'",
            vec!["value-invalid", "rule-incomplete"],
        ),
    ] {
        let (read, problems) = sequencing(&format!(
            "<imsss:sequencingRules><imsss:preConditionRule><imsss:ruleConditions>{conditions}
             </imsss:ruleConditions><imsss:ruleAction {action}/></imsss:preConditionRule></imsss:sequencingRules>"
        ));
        assert_eq!((read.pre_conditions.len(), problems), (0, expected));
    }
}

#[test]
fn a_rollup_rule_that_is_not_understood_whole_has_no_effect() {
    for (set, combination, condition) in [
        ("childActivitySet='most'", "", "condition='completed'"),
        (
            "childActivitySet='atLeastPercent' minimumPercent='80'",
            "",
            "condition='completed'",
        ),
        ("", "conditionCombination='some'", "condition='completed'"),
        ("", "", "condition='always'"),
        ("", "", "condition='objectiveMeasureGreaterThan'"),
        ("", "", "condition='completed' operator='nor'"),
    ] {
        let (read, problems) = sequencing(&format!(
            "<imsss:rollupRules><imsss:rollupRule {set}><imsss:rollupConditions {combination}>
             <imsss:rollupCondition {condition}/></imsss:rollupConditions>
             <imsss:rollupAction action='completed'/></imsss:rollupRule></imsss:rollupRules>"
        ));
        assert_eq!(read.rollup.rules, [], "{set} {combination} {condition}");
        assert_eq!(problems, ["value-invalid", "rule-incomplete"]);
    }
}

#[test]
fn of_what_stands_twice_the_first_counts() {
    let (read, problems) =
        sequencing("<imsss:controlMode flow='true'/><imsss:controlMode choice='false'/>");
    assert!(read.control_mode.flow && read.control_mode.choice);
    assert_eq!(problems, ["sequencing-repeated"]);
    let conditions = |condition: &str| {
        format!(
            "<imsss:ruleConditions><imsss:ruleCondition condition='{condition}'/></imsss:ruleConditions>"
        )
    };
    let (read, problems) = sequencing(&format!(
        "<imsss:sequencingRules><imsss:preConditionRule>{}{}<imsss:ruleAction action='skip'/>
         </imsss:preConditionRule></imsss:sequencingRules>",
        conditions("completed"),
        conditions("always"),
    ));
    assert_eq!(
        read.pre_conditions[0].conditions[0].condition,
        Condition::Completed
    );
    assert_eq!(problems, ["sequencing-repeated"]);
    let (item, course) = item2004(
        "<imsss:sequencing><imsss:deliveryControls tracked='false'/></imsss:sequencing><imsss:sequencing/>",
    );
    assert!(!item.sequencing.unwrap().delivery.tracked);
    assert!(codes(&course).contains(&"sequencing-repeated"));
}

#[test]
fn what_stands_beside_the_sequencing_belongs_to_nothing() {
    let (item, course) = item2004("<imsss:controlMode flow='true'/><adlseq:objectives/>");
    assert_eq!(item.sequencing, None);
    assert_eq!(codes(&course), ["sequencing-unknown", "sequencing-unknown"]);
}

#[test]
fn objectives_go_by_names_of_their_own_and_one_is_primary() {
    for (inner, code, names) in [
        (
            "<imsss:primaryObjective objectiveID='p'/><imsss:primaryObjective objectiveID='q'/>",
            "primary-objective-repeated",
            vec![Some("p"), Some("q")],
        ),
        (
            "<imsss:objective objectiveID='a%20b'/><imsss:primaryObjective objectiveID=' a b'/>",
            "objective-duplicate",
            vec![Some("a b")],
        ),
        ("<imsss:objective/>", "without-effect", vec![None]),
        (
            "<imsss:primaryObjective><imsss:mapInfo writeSatisfiedStatus='true'/></imsss:primaryObjective>",
            "without-effect",
            vec![None],
        ),
    ] {
        let (read, problems) = sequencing(&format!("<imsss:objectives>{inner}</imsss:objectives>"));
        let found: Vec<_> = read
            .objectives
            .iter()
            .map(|it| it.identifier.as_deref())
            .collect();
        assert_eq!((found, problems), (names, vec![code]), "{inner}");
        let primary = read.objectives.iter().filter(|it| it.primary).count();
        assert!(primary < 2);
    }
}

#[test]
fn what_depends_on_time_is_said_to_have_no_effect() {
    let rule = |condition: &str| {
        format!(
            "<imsss:sequencingRules><imsss:preConditionRule><imsss:ruleConditions>
             <imsss:ruleCondition condition='{condition}'/></imsss:ruleConditions>
             <imsss:ruleAction action='skip'/></imsss:preConditionRule></imsss:sequencingRules>"
        )
    };
    let rollup = "<imsss:rollupRules><imsss:rollupRule><imsss:rollupConditions>
         <imsss:rollupCondition condition='outsideAvailableTimeRange'/></imsss:rollupConditions>
         <imsss:rollupAction action='completed'/></imsss:rollupRule></imsss:rollupRules>";
    let limit = "<imsss:limitConditions attemptLimit='2' activityAbsoluteDurationLimit='PT1H'/>";
    for inner in [&rule("timeLimitExceeded"), rollup, limit] {
        assert_eq!(sequencing(inner).1, ["sequencing-time-ignored"], "{inner}");
    }
    let without = "<imsss:limitConditions attemptLimit='2' attemptAbsoluteDurationLimit='PT1H'/>";
    assert_eq!(of_page(without).1, [""; 0]);
    assert_eq!(sequencing(&rule("completed")).1, [""; 0]);
}

#[test]
fn elements_that_the_standard_does_not_know_are_reported_wherever_they_stand() {
    for inner in [
        "<imsss:sequencingRules><imsss:rule/></imsss:sequencingRules>",
        "<imsss:sequencingRules><imsss:preConditionRule><imsss:rule/></imsss:preConditionRule></imsss:sequencingRules>",
        "<imsss:rollupRules><imsss:rule/></imsss:rollupRules>",
        "<imsss:objectives><imsss:goal/></imsss:objectives>",
        "<imsss:objectives><imsss:primaryObjective><imsss:goal/></imsss:primaryObjective></imsss:objectives>",
    ] {
        assert!(
            sequencing(inner).1.contains(&"sequencing-unknown"),
            "{inner}"
        );
    }
}
