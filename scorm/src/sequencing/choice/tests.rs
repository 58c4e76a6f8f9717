//! What may be chosen from where.

use super::super::testing::{check, course, group, leaf, play, pre, with};
use super::*;
use crate::manifest::Item;
use crate::manifest::sequencing::Condition;

/// Two clusters of two, and a leaf behind them.
fn usual() -> Item {
    let left = group("left", vec![leaf("a"), leaf("b")]);
    let right = group("right", vec![leaf("c"), leaf("d")]);
    group("root", vec![left, right, leaf("e")])
}

fn changed(name: &str, change: impl Fn(&mut crate::manifest::sequencing::Sequencing)) -> Item {
    let mut root = usual();
    let mut stack = vec![&mut root];
    while let Some(item) = stack.pop() {
        if item.identifier == name {
            change(item.sequencing.get_or_insert_default());
        }
        stack.extend(&mut item.children);
    }
    root
}

fn ruled(name: &str, action: PreConditionAction) -> Item {
    let rule = super::super::testing::rule(Condition::Always, action);
    changed(name, |it| it.pre_conditions.push(rule.clone()))
}

#[test]
fn a_choice_delivers_the_leaf_or_the_first_of_the_cluster() {
    check(
        usual,
        &[
            ("choice:d", "d"),
            ("choice:root", "a"),
            ("start choice:d choice:a choice:right choice:e", "a d a c e"),
            ("start choice:a choice:left choice:root", "a a a a"),
            ("start choice:nowhere", "a NB.2.1-11"),
        ],
    );
}

#[test]
fn what_is_hidden_or_not_offered_cannot_be_chosen() {
    let hidden = || ruled("right", PreConditionAction::HiddenFromChoice);
    check(
        hidden,
        &[
            ("start choice:c", "a SB.2.9-3"),
            ("start choice:right", "a SB.2.9-3"),
            ("start choice:e", "a e"),
        ],
    );
    let unoffered = || changed("right", |it| it.control_mode.choice = false);
    check(
        unoffered,
        &[
            ("start choice:c", "a NB.2.1-10"),
            ("start choice:right", "a c"),
        ],
    );
    let closed = || ruled("c", PreConditionAction::Disabled);
    check(
        closed,
        &[
            ("start choice:c", "a DB.1.1-3"),
            ("start choice:right", "a SB.2.9-9"),
        ],
    );
}

#[test]
fn a_blocked_way_forward_blocks_what_comes_after() {
    let siblings = || ruled("a", PreConditionAction::StopForwardTraversal);
    check(
        siblings,
        &[
            ("start choice:b", "a SB.2.4-1"),
            ("start choice:a", "a a"),
            ("start choice:c", "a c"),
            ("choice:b choice:a", "b a"),
        ],
    );
    let across = || ruled("right", PreConditionAction::StopForwardTraversal);
    check(
        across,
        &[
            ("start choice:c", "a SB.2.4-1"),
            ("start choice:right", "a c"),
            ("choice:c", "SB.2.4-1"),
            ("choice:e choice:c", "e c"),
        ],
    );
}

#[test]
fn a_forward_only_cluster_offers_no_earlier_sibling() {
    let make = || changed("left", |it| it.control_mode.forward_only = true);
    check(
        make,
        &[
            ("start choice:b choice:a", "a b SB.2.4-2"),
            ("start choice:a choice:b choice:b", "a a b b"),
            ("start choice:e choice:a", "a e a"),
        ],
    );
}

#[test]
fn choice_exit_keeps_the_learner_inside() {
    let cluster = || changed("left", |it| it.control_mode.choice_exit = false);
    check(
        cluster,
        &[
            ("start choice:b", "a b"),
            ("start choice:c", "a NB.2.1-8"),
            ("start choice:left", "a NB.2.1-8"),
            ("start choice:root", "a NB.2.1-8"),
            ("start exit choice:c", "a wait NB.2.1-8"),
        ],
    );
    let one = || changed("a", |it| it.control_mode.choice_exit = false);
    check(
        one,
        &[
            ("start choice:b", "a NB.2.1-8"),
            ("start choice:a", "a NB.2.1-8"),
            ("start exit choice:c", "a wait SB.2.9-7"),
            ("start exit choice:left", "a wait SB.2.9-7"),
        ],
    );
}

#[test]
fn a_constrained_choice_reaches_the_neighbours_only() {
    let make = || {
        let mut root = changed("left", |it| it.constrained_choice.constrain_choice = true);
        root.children.push(leaf("f"));
        root
    };
    check(
        make,
        &[
            ("start choice:b", "a b"),
            ("start choice:d", "a d"),
            ("start choice:right", "a c"),
            ("start choice:e", "a SB.2.9-8"),
            ("choice:e choice:f choice:a", "e f a"),
        ],
    );
}

#[test]
fn a_cluster_that_prevents_activation_is_not_begun_from_outside() {
    let make = || {
        changed("right", |it| {
            it.constrained_choice.prevent_activation = true;
        })
    };
    check(
        make,
        &[
            ("start choice:c", "a SB.2.9-6"),
            ("choice:c", "SB.2.9-6"),
            ("choice:e choice:c", "e SB.2.9-6"),
            ("start choice:right choice:d", "a c d"),
        ],
    );
}

#[test]
fn a_cluster_that_delivers_nothing_becomes_current() {
    let make = || {
        let inner = group("inner", vec![leaf("b"), leaf("c")]);
        let inner = with(inner, |it| it.control_mode.flow = false);
        group("root", vec![leaf("a"), inner])
    };
    let mut course = course(make());
    assert_eq!(play(&mut course, "start choice:inner"), "a SB.2.9-9");
    assert_eq!(course.delivered(), None);
    assert_eq!(play(&mut course, "choice:c"), "c");
}

#[test]
fn the_root_is_left_out_of_a_backward_choice() {
    let skipped = pre(leaf("b"), Condition::Always, PreConditionAction::Skip);
    let make = || group("root", vec![leaf("a"), skipped.clone(), leaf("c")]);
    check(make, &[("start choice:c choice:b choice:a", "a c b a")]);
}

#[test]
fn the_process_itself_asks_whether_a_cluster_offers_choice() {
    let course = course(changed("right", |it| it.control_mode.choice = false));
    let find = |name: &str| course.tree.find(name).expect("an activity");
    assert_eq!(course.choice(find("c")), Err(Exception::ChoiceForbidden));
    assert_eq!(course.choice(find("right")), Ok(find("c")));
}

#[test]
fn what_is_not_available_is_not_chosen_and_leads_nowhere() {
    let mut course = course(usual());
    play(&mut course, "start choice:b exit");
    let find = |name: &str| course.tree.find(name).expect("an activity");
    let (left, a, b) = (find("left"), find("a"), find("b"));
    course.set_available(left, vec![a]);
    assert_eq!(course.choice(b), Err(Exception::ChoiceUnavailable));
    course.set_available(left, vec![b]);
    assert_eq!(course.choice(a), Err(Exception::ChoiceUnavailable));
    course.current = Some(a);
    assert_eq!(course.choice(b), Err(Exception::ChoiceNothingToConsider));
}

#[test]
fn nothing_is_chosen_before_the_root() {
    let course = course(usual());
    let back = course.choice_activity_traversal(Id::ROOT, Direction::Backward);
    assert_eq!(back, Err(Exception::ChoiceBeforeRoot));
}

#[test]
fn a_constrained_choice_without_a_neighbour_reaches_nothing_else() {
    let left = group("left", vec![leaf("a"), leaf("b")]);
    let left = with(left, |it| it.constrained_choice.constrain_choice = true);
    let inner = group("inner", vec![left]);
    let root = || group("root", vec![inner.clone(), leaf("e"), leaf("f")]);
    check(
        root,
        &[
            ("start choice:e", "a e"),
            ("start choice:f", "a SB.2.9-8"),
            ("start choice:inner", "a a"),
        ],
    );
    let last = || group("root", vec![leaf("e"), inner.clone()]);
    let mut course = course(last());
    play(&mut course, "choice:a");
    let left = course.tree.find("left").expect("a cluster");
    assert_eq!(course.choice_flow(left, Direction::Forward), left);
}

#[test]
fn a_cluster_that_prevents_activation_may_be_moved_in_once_begun() {
    let inner = |name: &str, leaves: [&str; 2]| group(name, leaves.map(leaf).to_vec());
    let make = || {
        let outer = group(
            "outer",
            vec![inner("x", ["a", "b"]), inner("y", ["c", "d"])],
        );
        let outer = with(outer, |it| it.constrained_choice.prevent_activation = true);
        group("root", vec![outer, leaf("e")])
    };
    check(
        make,
        &[
            ("choice:c", "SB.2.9-6"),
            ("start choice:c", "a c"),
            ("start choice:e choice:c", "a e SB.2.9-6"),
        ],
    );
    let mut course = course(make());
    play(&mut course, "choice:e exit");
    let outer = course.tree.find("outer").expect("a cluster");
    course.track_mut(outer).is_active = true;
    assert_eq!(play(&mut course, "choice:c"), "c");
}

#[test]
fn stopping_the_way_forward_stops_a_choice_from_above_and_not_back() {
    let make = || ruled("root", PreConditionAction::StopForwardTraversal);
    check(
        make,
        &[("choice:a", "SB.2.4-1"), ("start choice:c", "a SB.2.4-1")],
    );
    let behind = || ruled("right", PreConditionAction::StopForwardTraversal);
    check(behind, &[("choice:e choice:d", "e d")]);
}
