//! Walking the tree in order [SB.2.1–SB.2.3]. Looks, and changes nothing: the same walk answers
//! whether Continue is valid now.

use super::Sequencer;
use super::exception::SequencingException as Exception;
use super::tree::Id;
use crate::manifest::sequencing::PreConditionAction;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Forward,
    Backward,
}

/// Why a walk found nothing to deliver.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    Because(Exception),
    /// The walk left the tree at its end, which ends the session (4th Edition).
    EndSession,
}

impl From<Exception> for Stop {
    fn from(exception: Exception) -> Self {
        Self::Because(exception)
    }
}

/// Whether a walk may enter the cluster it starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Children {
    Consider,
    PassOver,
}

/// One step of a walk: where it leads, and which way it goes from there.
type Step = (Id, Direction);

impl Sequencer {
    /// [SB.2.1] Flow Tree Traversal Subprocess: the next activity in a direction. `before` is the
    /// direction in which a forward-only cluster was entered.
    fn flow_tree_traversal(
        &self,
        from: Id,
        direction: Direction,
        children: Children,
        before: Option<Direction>,
    ) -> Result<Step, Stop> {
        // A forward-only cluster entered backward is walked forward, and left backward.
        let is_last = self.neighbour(from, Direction::Forward).is_none();
        if before == Some(Direction::Backward) && is_last {
            let first = self.tree[from]
                .parent
                .and_then(|it| self.available_children(it).first());
            let first = first.copied().unwrap_or(from);
            return self.flow_past(first, Direction::Backward, true);
        }
        if self.tree[from].is_leaf() || children == Children::PassOver {
            return self.flow_past(from, direction, false);
        }
        let inside = self.available_children(from);
        let is_forward_only = self.tree[from].sequencing.control_mode.forward_only;
        let (entry, onward) = match direction {
            Direction::Backward if !is_forward_only => (inside.last(), Direction::Backward),
            _ => (inside.first(), Direction::Forward),
        };
        let entry = entry.copied().ok_or(Exception::NoAvailableChildren)?;
        Ok((entry, onward))
    }

    /// [SB.2.1] where children do not matter: the sibling, or that of the nearest parent with one.
    fn flow_past(&self, from: Id, direction: Direction, is_reversed: bool) -> Result<Step, Stop> {
        let (mut id, mut is_reversed) = (from, is_reversed);
        while let Some(parent) = self.tree[id].parent {
            let is_forward_only = self.tree[parent].sequencing.control_mode.forward_only;
            if direction == Direction::Backward && is_forward_only && !is_reversed {
                return Err(Exception::ForwardOnlyFlow.into());
            }
            if let Some(next) = self.neighbour(id, direction) {
                return Ok((next, direction));
            }
            (id, is_reversed) = (parent, false);
        }
        Err(self.end_of_tree(direction))
    }

    fn end_of_tree(&self, direction: Direction) -> Stop {
        match direction {
            Direction::Backward => Exception::NothingBeforeRoot.into(),
            Direction::Forward if self.tree.is_fourth() => Stop::EndSession,
            Direction::Forward => Exception::LastActivity.into(),
        }
    }

    /// [SB.2.2] Flow Activity Traversal Subprocess: from an activity reached, on past those that are
    /// skipped and into clusters, to a leaf that can be delivered.
    fn flow_activity_traversal(&self, step: Step, before: Option<Direction>) -> Result<Id, Stop> {
        let ((mut id, mut direction), mut before) = (step, before);
        // A walk passes each activity once each way at most. Were that wrong, a refusal would be better than no end.
        for _ in 0..=2 * self.tree.len() {
            let parent = self.tree[id].parent.unwrap_or(id);
            if !self.tree[parent].sequencing.control_mode.flow {
                return Err(Exception::FlowForbidden.into());
            }
            if self.precondition(id, PreConditionAction::Skip) {
                let next = self.flow_tree_traversal(id, direction, Children::PassOver, before)?;
                let turned = before == Some(Direction::Backward) && next.1 == Direction::Backward;
                before = before.filter(|_| !turned);
                (id, direction) = next;
                continue;
            }
            if self.check_activity(id) {
                return Err(Exception::FlowUnavailable.into());
            }
            if self.tree[id].is_leaf() {
                return Ok(id);
            }
            let next = self.flow_tree_traversal(id, direction, Children::Consider, None)?;
            let is_turned = direction == Direction::Backward && next.1 == Direction::Forward;
            before = is_turned.then_some(Direction::Backward);
            (id, direction) = next;
        }
        Err(Exception::FlowUnavailable.into())
    }

    /// [SB.2.3] Flow Subprocess: the activity to deliver when walking on from `from`.
    pub(super) fn flow(
        &self,
        from: Id,
        direction: Direction,
        children: Children,
    ) -> Result<Id, Stop> {
        let step = self.flow_tree_traversal(from, direction, children, None)?;
        self.flow_activity_traversal(step, None)
    }

    /// The available sibling next to an activity.
    pub(super) fn neighbour(&self, id: Id, direction: Direction) -> Option<Id> {
        let siblings = self.available_children(self.tree[id].parent?);
        let rank = self.rank(id)?;
        let place = match direction {
            Direction::Forward => rank.checked_add(1),
            Direction::Backward => rank.checked_sub(1),
        };
        siblings.get(place?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::super::exception::SequencingException as Exception;
    use super::super::testing::{check, course, edition, group, leaf, play, pre, with};
    use super::super::tree::Id;
    use super::{Children, Direction, Stop};
    use crate::manifest::sequencing::{Condition, PreConditionAction};
    use crate::manifest::{Edition, Item};

    /// a, then b, c and d in a cluster, then e.
    fn usual() -> Item {
        let inner = group("inner", vec![leaf("b"), leaf("c"), leaf("d")]);
        group("root", vec![leaf("a"), inner, leaf("e")])
    }

    fn forward_only() -> Item {
        let inner = group("inner", vec![leaf("b"), leaf("c"), leaf("d")]);
        let inner = with(inner, |it| it.control_mode.forward_only = true);
        group("root", vec![leaf("a"), inner, leaf("e")])
    }

    fn skipped(name: &str) -> Item {
        pre(leaf(name), Condition::Always, PreConditionAction::Skip)
    }

    #[test]
    fn a_walk_enters_clusters_and_leaves_them_both_ways() {
        check(
            usual,
            &[
                (
                    "start continue continue continue continue continue",
                    "a b c d e end",
                ),
                (
                    "start choice:e previous previous previous previous",
                    "a e d c b a",
                ),
                ("start previous", "a SB.2.1-3"),
            ],
        );
    }

    #[test]
    fn a_forward_only_cluster_is_entered_at_its_beginning() {
        check(
            forward_only,
            &[
                ("start choice:e previous continue", "a e b c"),
                ("start continue previous", "a b NB.2.1-5"),
            ],
        );
    }

    #[test]
    fn a_forward_only_cluster_whose_activities_are_skipped_is_left_backward() {
        let make = || {
            let inner = group("inner", vec![skipped("b"), skipped("c")]);
            let inner = with(inner, |it| it.control_mode.forward_only = true);
            group("root", vec![leaf("a"), inner, leaf("e")])
        };
        check(make, &[("start continue previous", "a e a")]);
    }

    #[test]
    fn skipped_activities_are_passed_and_closed_ones_stop_the_walk() {
        let make = || {
            let closed = pre(leaf("d"), Condition::Always, PreConditionAction::Disabled);
            let inner = group("inner", vec![skipped("b"), leaf("c"), closed]);
            group("root", vec![leaf("a"), inner, leaf("e")])
        };
        check(
            make,
            &[
                ("start continue continue", "a c SB.2.2-2"),
                ("start choice:c previous", "a c a"),
                ("start choice:e previous", "a e SB.2.2-2"),
            ],
        );
    }

    #[test]
    fn a_cluster_without_flow_is_not_walked() {
        let make = || {
            let inner = group("inner", vec![leaf("b"), leaf("c")]);
            let inner = with(inner, |it| it.control_mode.flow = false);
            group("root", vec![leaf("a"), inner, leaf("e")])
        };
        check(
            make,
            &[
                ("start continue", "a SB.2.2-1"),
                ("start choice:b continue", "a b NB.2.1-4"),
            ],
        );
    }

    #[test]
    fn when_all_is_skipped_there_is_nothing_to_start() {
        let make = || group("root", vec![skipped("a"), skipped("b")]);
        check(make, &[("start", "end")]);
    }

    #[test]
    fn before_the_fourth_edition_the_end_of_the_course_stops_the_walk() {
        for (known, answers) in [
            (Edition::Second, "a b c d e SB.2.1-1"),
            (Edition::Third, "a b c d e SB.2.1-1"),
            (Edition::Fourth, "a b c d e end"),
        ] {
            let mut course = edition(usual(), known);
            let script = "start continue continue continue continue continue";
            assert_eq!(play(&mut course, script), answers, "{known}");
        }
    }

    #[test]
    fn a_group_that_opens_nothing_is_no_part_of_the_walk() {
        let empty = || Item {
            launch: crate::manifest::LaunchTarget::None,
            ..leaf("empty")
        };
        let make = || {
            group(
                "root",
                vec![leaf("a"), group("inner", vec![empty()]), leaf("e")],
            )
        };
        check(make, &[("start continue", "a e")]);
        assert_eq!(
            play(&mut course(make()), "start choice:inner"),
            "a SB.2.9-2"
        );
    }

    #[test]
    fn a_forward_only_course_is_not_walked_back_from_inside() {
        let make = || {
            let inner = group("inner", vec![leaf("b"), leaf("c")]);
            let root = group("root", vec![leaf("a"), inner]);
            with(root, |it| it.control_mode.forward_only = true)
        };
        check(
            make,
            &[
                ("start continue previous", "a b SB.2.1-4"),
                ("start continue continue previous", "a b c b"),
            ],
        );
    }

    #[test]
    fn a_cluster_of_which_nothing_is_selected_cannot_be_entered() {
        let make = || {
            let inner = group("inner", vec![leaf("b"), leaf("c")]);
            group("root", vec![leaf("a"), inner, leaf("e")])
        };
        let mut course = course(make());
        let inner = course.tree.find("inner").expect("a cluster");
        course.set_available(inner, Vec::new());
        assert_eq!(play(&mut course, "start continue"), "a SB.2.1-2");
        let nothing = Err(Stop::Because(Exception::NoAvailableChildren));
        let walk = |from, direction| course.flow(from, direction, Children::Consider);
        assert_eq!(walk(inner, Direction::Forward), nothing);
        assert_eq!(walk(inner, Direction::Backward), nothing);
        course.set_available(Id::ROOT, Vec::new());
        assert_eq!(play(&mut course, "exitAll start"), "end SB.2.1-2");
    }

    #[test]
    fn from_what_is_no_longer_available_a_walk_goes_on_above() {
        let mut course = course(usual());
        play(&mut course, "start continue exit");
        let find = |name: &str| course.tree.find(name).expect("an activity");
        let (inner, b, c, e) = (find("inner"), find("b"), find("c"), find("e"));
        course.set_available(inner, vec![c]);
        let on = course.flow(b, Direction::Forward, Children::PassOver);
        assert_eq!(on, Ok(e));
    }

    #[test]
    fn a_walk_back_through_skipped_clusters_keeps_its_way() {
        let make = || {
            let inner = group("inner", vec![skipped("b"), skipped("c")]);
            group("root", vec![leaf("a"), inner, skipped("d"), leaf("e")])
        };
        check(make, &[("start continue previous", "a e a")]);
        // Within a cluster that is walked forward only, the last skipped one leads back before the first.
        let forward = || {
            let inner = group("inner", vec![skipped("b"), leaf("c"), skipped("d")]);
            let inner = with(inner, |it| it.control_mode.forward_only = true);
            group("root", vec![leaf("a"), inner, leaf("e")])
        };
        check(forward, &[("start choice:e previous continue", "a e c e")]);
    }

    #[test]
    fn the_last_activity_is_last_also_when_what_follows_is_skipped() {
        let make = || group("root", vec![leaf("a"), skipped("b")]);
        check(make, &[("start continue", "a end")]);
        let mut third = edition(make(), Edition::Third);
        assert_eq!(play(&mut third, "start continue"), "a SB.2.1-1");
    }
}
