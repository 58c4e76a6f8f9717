//! Sequencing definitions, their defaults and how they are shared.

use scorm::manifest::sequencing::{
    ChildActivitySet, Combination, Condition, Consideration, PostConditionAction,
    PreConditionAction, RollupAction, Sequencing, Timing,
};

use crate::support::{V2004, cluster2004, codes, item2004, parse};

/// The sequencing of a cluster.
pub(crate) fn sequencing(inner: &str) -> (Sequencing, Vec<&'static str>) {
    let course = cluster2004(inner);
    let cluster = course.items().next().unwrap();
    (cluster.sequencing.clone().unwrap(), codes(&course))
}

/// The sequencing of a page.
pub(crate) fn of_page(inner: &str) -> (Sequencing, Vec<&'static str>) {
    let (item, course) = item2004(&format!("<imsss:sequencing>{inner}</imsss:sequencing>"));
    (item.sequencing.unwrap(), codes(&course))
}

#[test]
fn what_is_left_out_has_the_defaults_of_the_standard() {
    let (read, problems) = sequencing("");
    assert_eq!(read, Sequencing::default());
    assert!(read.control_mode.choice && read.control_mode.choice_exit && !read.control_mode.flow);
    assert!(read.rollup.objective_satisfied && read.delivery.tracked);
    assert_eq!(problems, [""; 0]);
}

#[test]
fn control_modes_limits_delivery_and_randomisation_are_read() {
    let (read, problems) = sequencing(
        "<imsss:controlMode choice='false' choiceExit='false' flow='true' forwardOnly='1'
            useCurrentAttemptObjectiveInfo='false' useCurrentAttemptProgressInfo='false'/>
         <imsss:randomizationControls randomizationTiming='onEachNewAttempt' selectCount='3' reorderChildren='true' selectionTiming='once'/>
         <imsss:deliveryControls tracked='false' completionSetByContent='true' objectiveSetByContent='true'/>
         <adlseq:constrainedChoiceConsiderations preventActivation='true' constrainChoice='true'/>
         <adlseq:rollupConsiderations requiredForSatisfied='ifAttempted' requiredForNotSatisfied='ifNotSkipped'
            requiredForCompleted='ifNotSuspended' measureSatisfactionIfActive='false'/>",
    );
    let mode = &read.control_mode;
    assert!(!mode.choice && !mode.choice_exit && mode.flow && mode.forward_only);
    assert!(!mode.use_current_attempt_objective_info && !mode.use_current_attempt_progress_info);
    assert_eq!(
        read.randomization.randomization_timing,
        Timing::OnEachNewAttempt
    );
    assert_eq!(read.randomization.selection_timing, Timing::Once);
    assert_eq!(read.randomization.select_count, Some(3));
    assert!(read.randomization.reorder_children);
    assert!(!read.delivery.tracked && read.delivery.completion_set_by_content);
    assert!(read.constrained_choice.prevent_activation && read.constrained_choice.constrain_choice);
    assert_eq!(
        read.rollup_considerations.required_for_satisfied,
        Consideration::IfAttempted
    );
    assert_eq!(
        read.rollup_considerations.required_for_completed,
        Consideration::IfNotSuspended
    );
    assert_eq!(
        read.rollup_considerations.required_for_incomplete,
        Consideration::Always
    );
    assert!(!read.rollup_considerations.measure_satisfaction_if_active);
    assert_eq!(problems, [""; 0]);
}

#[test]
fn the_limits_of_a_page_are_read() {
    let (read, problems) =
        of_page("<imsss:limitConditions attemptLimit='2' attemptAbsoluteDurationLimit='PT30M'/>");
    assert_eq!(read.limits.attempt_limit, Some(2));
    let longest = read.limits.attempt_absolute_duration_limit;
    assert_eq!(longest.as_deref(), Some("PT30M"));
    assert_eq!(problems, [""; 0]);
}

#[test]
fn rules_of_all_three_kinds_are_read() {
    let rule = |kind: &str, conditions: &str, action: &str| {
        format!(
            "<imsss:{kind}><imsss:ruleConditions {conditions}</imsss:ruleConditions><imsss:ruleAction action='{action}'/></imsss:{kind}>"
        )
    };
    let measure = "conditionCombination='any'><imsss:ruleCondition referencedObjective='obj' measureThreshold='0.5' operator='not' condition='objectiveMeasureGreaterThan'/>";
    let always = "><imsss:ruleCondition condition='always'/>";
    let rules = [
        rule("preConditionRule", measure, "hiddenFromChoice"),
        rule("postConditionRule", always, "retryAll"),
        rule("exitConditionRule", always, "exit"),
    ]
    .concat();
    let (read, problems) = sequencing(&format!(
        "<imsss:sequencingRules>{rules}</imsss:sequencingRules>
         <imsss:objectives><imsss:primaryObjective objectiveID='obj'/></imsss:objectives>"
    ));
    let pre = &read.pre_conditions[0];
    assert_eq!(
        (pre.action, pre.combination),
        (PreConditionAction::HiddenFromChoice, Combination::Any)
    );
    let condition = &pre.conditions[0];
    assert_eq!(condition.condition, Condition::ObjectiveMeasureGreaterThan);
    assert!(condition.negated && (condition.measure_threshold - 0.5).abs() < f64::EPSILON);
    assert_eq!(condition.referenced_objective.as_deref(), Some("obj"));
    assert_eq!(
        read.post_conditions[0].action,
        PostConditionAction::RetryAll
    );
    assert_eq!(read.post_conditions[0].combination, Combination::All);
    assert_eq!(read.exit_conditions.len(), 1);
    assert_eq!(problems, [""; 0]);
}

#[test]
fn rollup_rules_are_read_with_their_child_sets() {
    let rule = |set: &str| {
        format!(
            "<imsss:rollupRule {set}><imsss:rollupConditions><imsss:rollupCondition operator='not' condition='satisfied'/></imsss:rollupConditions><imsss:rollupAction action='notSatisfied'/></imsss:rollupRule>"
        )
    };
    for (set, expected) in [
        ("", ChildActivitySet::All),
        ("childActivitySet='any'", ChildActivitySet::Any),
        ("childActivitySet='none'", ChildActivitySet::None),
        (
            "childActivitySet='atLeastCount' minimumCount='2'",
            ChildActivitySet::AtLeastCount(2),
        ),
        (
            "childActivitySet='atLeastPercent' minimumPercent='0.5'",
            ChildActivitySet::AtLeastPercent(0.5),
        ),
    ] {
        let (read, problems) = sequencing(&format!(
            "<imsss:rollupRules rollupObjectiveSatisfied='false' objectiveMeasureWeight='0.25'>{}</imsss:rollupRules>",
            rule(set)
        ));
        assert!(!read.rollup.objective_satisfied && read.rollup.progress_completion);
        let rule = &read.rollup.rules[0];
        assert_eq!(
            (rule.children, rule.action),
            (expected, RollupAction::NotSatisfied)
        );
        assert_eq!(rule.combination, Combination::Any);
        assert!(rule.conditions[0].negated);
        assert_eq!(problems, [""; 0]);
    }
}

#[test]
fn objectives_carry_both_kinds_of_maps() {
    let (read, problems) = sequencing(
        "<adlseq:objectives><adlseq:objective objectiveID='two'>
            <adlseq:mapInfo targetObjectiveID='global' readRawScore='false' writeProgressMeasure='true'/></adlseq:objective></adlseq:objectives>
         <imsss:objectives><imsss:objective objectiveID='two'>
            <imsss:mapInfo targetObjectiveID='global' readNormalizedMeasure='false' writeSatisfiedStatus='true'/></imsss:objective>
            <imsss:primaryObjective satisfiedByMeasure='true'><imsss:minNormalizedMeasure>-0.5</imsss:minNormalizedMeasure></imsss:primaryObjective>
         </imsss:objectives>",
    );
    let primary = read.primary_objective().unwrap();
    assert!(primary.identifier.is_none() && primary.satisfied_by_measure);
    assert!((primary.min_normalized_measure + 0.5).abs() < f64::EPSILON);
    let two = &read.objectives[1];
    assert!(
        !two.primary && two.maps[0].read_satisfied_status && !two.maps[0].read_normalized_measure
    );
    assert!(two.maps[0].write_satisfied_status && !two.maps[0].write_normalized_measure);
    let extended = &two.extended_maps[0];
    assert_eq!(extended.target, "global");
    assert!(!extended.read_raw_score && extended.read_completion_status);
    assert!(extended.write_progress_measure && !extended.write_raw_score);
    assert_eq!(problems, [""; 0]);
}

#[test]
fn a_collection_is_shared_and_the_items_own_parts_win() {
    let text = format!(
        "<manifest {V2004}><metadata><schemaversion>2004 4th Edition</schemaversion></metadata>
         <organizations default='O'><organization identifier='O'><title>T</title>
         <item identifier='A' identifierref='R'><title>A</title><imsss:sequencing IDRef=' common '><imsss:deliveryControls tracked='false'/></imsss:sequencing></item>
         <item identifier='B' identifierref='R'><title>B</title><imsss:sequencing IDRef='none'/></item>
         <item identifier='C' identifierref='R'><title>C</title><imsss:sequencing IDRef='other'/></item>
         </organization></organizations>
         <resources><resource identifier='R' adlcp:scormType='sco' href='a.html'/></resources>
         <imsss:sequencingCollection><imsss:sequencing ID='common '><imsss:controlMode flow='true'/>
         <imsss:deliveryControls completionSetByContent='true'/></imsss:sequencing>
         <imsss:sequencing ID='common'/><imsss:sequencing ID='other' IDRef='common'/><imsss:sequencing/>
         </imsss:sequencingCollection></manifest>"
    );
    let course = parse(&text);
    let first = course.items().next().unwrap().sequencing.as_ref().unwrap();
    assert!(first.control_mode.flow);
    assert!(!first.delivery.tracked && !first.delivery.completion_set_by_content);
    let expected = [
        "shared-sequencing-duplicate",
        "sequencing-collection-unknown",
        "without-effect",
        "sequencing-unknown",
    ];
    assert_eq!(codes(&course), expected);
}

#[test]
fn an_objective_is_extended_under_any_spelling_of_its_spaces() {
    let (read, problems) = sequencing(
        "<imsss:objectives><imsss:primaryObjective objectiveID=' part%20one'/></imsss:objectives>
         <adlseq:objectives><adlseq:objective objectiveID='part one '>
            <adlseq:mapInfo targetObjectiveID='global' writeRawScore='true'/></adlseq:objective></adlseq:objectives>",
    );
    assert_eq!(read.objectives[0].extended_maps.len(), 1);
    assert_eq!(problems, [""; 0]);
}
