//! What objectives share, and what rules ask of them.

use crate::contradictions::{of_page, rule};

#[test]
fn a_rule_asks_about_objectives_that_are_there() {
    let asks = rule(
        "preConditionRule",
        "condition='satisfied' referencedObjective='a%20b'",
        "skip",
    );
    assert_eq!(of_page(&asks), ["objective-unknown"]);
    let objective = "<imsss:objectives><imsss:objective objectiveID=' a b'/></imsss:objectives>";
    assert_eq!(of_page(&format!("{asks}{objective}")), [""; 0]);
}

/// An objective of this name with maps of these attributes.
fn mapped(kind: &str, maps: &[&str]) -> String {
    let maps = maps.iter().map(|map| format!("<imsss:mapInfo {map}/>"));
    format!("<imsss:{kind}>{}</imsss:{kind}>", maps.collect::<String>()).replacen(
        &format!("<imsss:{kind}"),
        &format!("<imsss:{kind} objectiveID='{kind}'"),
        1,
    )
}

fn objectives(all: &[String]) -> String {
    format!("<imsss:objectives>{}</imsss:objectives>", all.concat())
}

#[test]
fn a_shared_objective_that_nothing_writes_is_noticed_where_it_matters() {
    let primary = |map: &str| objectives(&[mapped("primaryObjective", &[map])]);
    let writes = "targetObjectiveID='x' writeSatisfiedStatus='true'";
    let never = vec!["objective-never-written"];
    let asks = rule(
        "preConditionRule",
        "condition='objectiveMeasureKnown'",
        "skip",
    );
    for (inner, expected) in [
        (primary("targetObjectiveID='x'"), never.clone()),
        (
            primary("targetObjectiveID='x' writeNormalizedMeasure='true'"),
            never.clone(),
        ),
        // Its measure is read by default, and nobody wants to know.
        (primary(writes), vec![]),
        (format!("{}{asks}", primary(writes)), never),
        (
            primary(
                "targetObjectiveID='x' readSatisfiedStatus='false' readNormalizedMeasure='false'",
            ),
            vec![],
        ),
    ] {
        assert_eq!(of_page(&inner), expected, "{inner}");
    }
}

#[test]
fn maps_that_exclude_each_other_are_said() {
    let (x, y) = ("targetObjectiveID='x'", "targetObjectiveID='y'");
    let writes = |target: &str| {
        format!("{target} readNormalizedMeasure='false' writeSatisfiedStatus='true'")
    };
    let read_twice = objectives(&[mapped("primaryObjective", &[&writes(x), &writes(y)])]);
    assert_eq!(of_page(&read_twice), ["objective-maps-clash"]);
    let written_twice = objectives(&[
        mapped("primaryObjective", &[&writes(x)]),
        mapped("objective", &[&writes(x)]),
    ]);
    assert_eq!(of_page(&written_twice), ["objective-maps-clash"]);
    let apart = objectives(&[
        mapped("primaryObjective", &[&writes(x)]),
        mapped("objective", &[&writes(y)]),
    ]);
    assert_eq!(of_page(&apart), [""; 0]);
}
