//! Small courses and short scripts for the tests of the processes.

use std::sync::Arc;

use super::{Answer, Sequencer, Shared, State, Tree};
use crate::manifest::sequencing::{
    Combination, Condition, Objective, ObjectiveMap, PostConditionAction, PreConditionAction,
    RuleCondition, Sequencing, SequencingRule,
};
use crate::manifest::{Edition, Item, LaunchTarget, Organization};
use crate::navigation::Request;
use crate::runtime::{Document, Standard, finish};

pub(super) fn leaf(name: &str) -> Item {
    Item {
        identifier: name.to_owned(),
        title: name.to_uppercase(),
        is_visible: true,
        launch: LaunchTarget::Package {
            path: format!("{name}.html"),
            suffix: String::new(),
        },
        sequencing: Some(Sequencing::default()),
        ..Item::default()
    }
}

/// A cluster in a flow.
pub(super) fn group(name: &str, children: Vec<Item>) -> Item {
    let group = Item {
        launch: LaunchTarget::None,
        children,
        ..leaf(name)
    };
    with(group, |it| it.control_mode.flow = true)
}

pub(super) fn with(mut item: Item, change: impl FnOnce(&mut Sequencing)) -> Item {
    change(item.sequencing.get_or_insert_default());
    item
}

/// A course of the 4th Edition from its root.
pub(super) fn course(root: Item) -> Sequencer {
    edition(root, Edition::Fourth)
}

pub(super) fn edition(root: Item, edition: Edition) -> Sequencer {
    let organization = Organization {
        identifier: root.identifier,
        title: root.title,
        items: root.children,
        objectives_global_to_system: true,
        completion_threshold: root.completion_threshold,
        sequencing: root.sequencing,
        ..Organization::default()
    };
    let tree = Arc::new(Tree::new(&organization, edition));
    Sequencer::new(tree, State::default(), Shared::default())
}

pub(super) fn rule<A>(condition: Condition, action: A) -> SequencingRule<A> {
    SequencingRule {
        combination: Combination::All,
        conditions: vec![RuleCondition {
            condition,
            negated: false,
            referenced_objective: None,
            measure_threshold: 0.0,
        }],
        action,
    }
}

/// An item with a precondition.
pub(super) fn pre(item: Item, condition: Condition, action: PreConditionAction) -> Item {
    with(item, |it| it.pre_conditions.push(rule(condition, action)))
}

/// An item with a postcondition.
pub(super) fn post(item: Item, condition: Condition, action: PostConditionAction) -> Item {
    with(item, |it| it.post_conditions.push(rule(condition, action)))
}

pub(super) fn objective(identifier: Option<&str>, map: Option<ObjectiveMap>) -> Objective {
    Objective {
        identifier: identifier.map(str::to_owned),
        primary: identifier.is_none(),
        satisfied_by_measure: false,
        min_normalized_measure: 1.0,
        maps: map.into_iter().collect(),
        extended_maps: Vec::new(),
    }
}

/// Plays requests, one a word; each answer is the item delivered, `wait`, `end` or an exception's
/// code. `+name=value` makes the SCO report an element of `cmi` when it ends.
pub(super) fn play(course: &mut Sequencer, script: &str) -> String {
    let mut said = Document::new();
    let mut answers = Vec::new();
    for word in script.split_whitespace() {
        if let Some((name, value)) = word.strip_prefix('+').and_then(|it| it.split_once('=')) {
            said.insert(format!("cmi.{name}"), value.to_owned());
            continue;
        }
        let delivered = course.delivered().map(str::to_owned);
        // What is abandoned is not reported.
        if let Some(activity) = delivered.filter(|_| !word.starts_with("abandon")) {
            let said = std::mem::take(&mut said);
            let finished = finish(Standard::Scorm2004, &Document::new(), said);
            course.report(&activity, &finished);
        }
        let request = Request::parse(word).expect("a request");
        answers.push(match course.request(&request, 1) {
            Answer::Deliver(item) => item,
            Answer::Wait => "wait".to_owned(),
            Answer::End(_) => "end".to_owned(),
            Answer::Refuse(exception) => exception.code().to_owned(),
        });
    }
    answers.join(" ")
}

/// Plays scripts, each on a course of its own, and compares the answers.
pub(super) fn check(make: impl Fn() -> Item, scripts: &[(&str, &str)]) {
    for (script, expected) in scripts {
        assert_eq!(play(&mut course(make()), script), *expected, "{script}");
    }
}
