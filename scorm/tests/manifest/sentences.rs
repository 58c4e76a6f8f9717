//! Every problem has a stable code and a sentence that a course author can act on.

use scorm::manifest::{Problem, ProblemKind};

fn one_of_each() -> Vec<ProblemKind> {
    let text = || "x".to_owned();
    vec![
        ProblemKind::EncodingGuessed {
            declared: text(),
            used: text(),
        },
        ProblemKind::ControlCharacters,
        ProblemKind::DoctypeIgnored,
        ProblemKind::UnknownEntity { name: text() },
        ProblemKind::AttributeUnreadable { element: text() },
        ProblemKind::SchemaVersionUnknown { value: text() },
        ProblemKind::VersionAssumed,
        ProblemKind::NotScorm { schema: text() },
        ProblemKind::OrganizationBuilt { items: 1 },
        ProblemKind::DefaultOrganizationMissing { used: text() },
        ProblemKind::DefaultOrganizationUnknown {
            wanted: text(),
            used: text(),
        },
        ProblemKind::TitleMissing {
            identifier: text(),
            used: text(),
        },
        ProblemKind::IdentifierMissing { used: text() },
        ProblemKind::IdentifierDuplicate {
            identifier: text(),
            used: text(),
        },
        ProblemKind::SubManifestJoined { identifier: text() },
        ProblemKind::SubManifestCycle { item: text() },
        ProblemKind::ResourceUnknown {
            item: text(),
            resource: text(),
        },
        ProblemKind::ResourceWithoutHref {
            item: text(),
            resource: text(),
        },
        ProblemKind::ResourceDuplicate { identifier: text() },
        ProblemKind::ScormTypeMissing {
            resource: text(),
            used: text(),
        },
        ProblemKind::DependencyUnknown {
            resource: text(),
            dependency: text(),
        },
        ProblemKind::LaunchOnBranch { item: text() },
        ProblemKind::HrefExternal {
            item: text(),
            url: text(),
        },
        ProblemKind::HrefUnusable {
            resource: text(),
            href: text(),
        },
        ProblemKind::HrefOutside {
            href: text(),
            used: text(),
        },
        ProblemKind::HrefRepaired {
            href: text(),
            used: text(),
        },
        ProblemKind::BaseWithoutSlash { base: text() },
        ProblemKind::NothingToLaunch,
        ProblemKind::ValueInvalid {
            item: text(),
            field: text(),
            value: text(),
        },
        ProblemKind::PrerequisitesUnreadable {
            item: text(),
            expression: text(),
            reason: text(),
        },
        ProblemKind::PrerequisitesUnknown {
            item: text(),
            identifier: text(),
        },
        ProblemKind::SequencingCollectionUnknown {
            item: text(),
            reference: text(),
        },
        ProblemKind::SequencingUnknown {
            item: text(),
            field: text(),
        },
        ProblemKind::Further { count: 3 },
    ]
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
