//! Every problem has a stable code and a sentence that a course author can act on.

use scorm::manifest::{Problem, ProblemKind};
use serde_json::json;

const CODES: [&str; 59] = [
    "encoding-guessed",
    "control-characters",
    "doctype-ignored",
    "unknown-entity",
    "attribute-unreadable",
    "schema-version-unknown",
    "version-assumed",
    "not-scorm",
    "organization-built",
    "default-organization-missing",
    "default-organization-unknown",
    "title-missing",
    "identifier-missing",
    "identifier-duplicate",
    "sub-manifest-joined",
    "sub-manifest-cycle",
    "resource-unknown",
    "resource-without-href",
    "resource-duplicate",
    "scorm-type-missing",
    "dependency-unknown",
    "launch-on-branch",
    "href-external",
    "href-unusable",
    "href-outside",
    "href-repaired",
    "base-without-slash",
    "nothing-to-launch",
    "value-invalid",
    "prerequisites-unreadable",
    "prerequisites-unknown",
    "sequencing-collection-unknown",
    "sequencing-unknown",
    "sequencing-time-ignored",
    "rule-incomplete",
    "sequencing-repeated",
    "shared-sequencing-duplicate",
    "without-effect",
    "weight-above-one",
    "item-opens-nothing",
    "needs-items-below",
    "needs-page",
    "not-in-edition",
    "primary-objective-repeated",
    "objective-duplicate",
    "objective-unknown",
    "objective-never-written",
    "objective-maps-clash",
    "attempt-limit-zero",
    "cluster-closed",
    "forward-only-choice",
    "selection-exceeds",
    "impossible-for-course",
    "rollup-always-holds",
    "rollup-never-holds",
    "rollup-of-nothing",
    "rollup-overruled",
    "never-reported",
    "further",
];

/// A problem of each kind: read from an object that has the data of all.
fn one_of_each() -> Vec<ProblemKind> {
    let words = [
        "action",
        "attribute",
        "base",
        "declared",
        "dependency",
        "edition",
        "element",
        "expression",
        "field",
        "href",
        "identifier",
        "item",
        "lacks",
        "name",
        "objective",
        "reason",
        "reference",
        "resource",
        "rule",
        "schema",
        "target",
        "url",
        "used",
        "value",
        "wanted",
    ];
    let mut data = json!({ "items": 1, "count": 3, "available": 2 });
    for word in words {
        data[word] = json!("x");
    }
    let kinds = CODES.iter().map(|code| {
        data["code"] = json!(code);
        serde_json::from_value(data.clone()).unwrap()
    });
    kinds.collect()
}

#[test]
fn the_code_of_a_problem_is_what_it_serialises_as() {
    for kind in one_of_each() {
        let problem = Problem::from(kind);
        let json = serde_json::to_value(&problem).unwrap();
        assert_eq!(json["code"], problem.kind.code());
        assert!(matches!(
            json["severity"].as_str(),
            Some("note" | "warning" | "block")
        ));
        assert_eq!(serde_json::from_value::<Problem>(json).unwrap(), problem);
    }
}

#[test]
fn every_problem_is_told_in_whole_sentences() {
    for kind in one_of_each() {
        let sentence = kind.to_string();
        let ends = sentence.ends_with('.') || kind.code() == "prerequisites-unreadable";
        assert!(ends && sentence.len() > 30, "{sentence}");
    }
}
