//! The end of attempts [UP.3] [UP.4].

use super::Sequencer;
use super::tree::Id;

impl Sequencer {
    /// [UP.3] Terminate Descendent Attempts Process: ends the clusters between the current
    /// activity, which has ended already, and what it has in common with `id`.
    pub(super) fn terminate_descendent_attempts(&mut self, id: Id) {
        let Some(current) = self.current else { return };
        let common = self.tree.common_ancestor(current, id);
        let path: Vec<Id> = self.tree.path_below(current, common).skip(1).collect();
        for cluster in path {
            self.end_attempt(cluster);
        }
    }

    /// [UP.4] End Attempt Process.
    pub(super) fn end_attempt(&mut self, id: Id) {
        if self.tree[id].is_leaf() {
            self.settle_leaf(id);
        } else {
            let children = &self.tree[id].children;
            let is_suspended = children.iter().any(|child| self.track(*child).is_suspended);
            self.track_mut(id).is_suspended = is_suspended;
        }
        self.track_mut(id).is_active = false;
        self.select_children(id);
        self.randomize_children(id);
        self.overall_rollup(id);
    }

    /// What content was free to say and did not is assumed: it was completed, and satisfied. That
    /// something is unknown was said as well.
    fn settle_leaf(&mut self, id: Id) {
        let delivery = &self.tree[id].sequencing.delivery;
        if !delivery.tracked || self.track(id).is_suspended {
            return;
        }
        let tracking = self.track(id);
        let asks_completion = !delivery.completion_set_by_content && !tracking.is_completion_told;
        let asks_success = !delivery.objective_set_by_content && !tracking.is_success_told;
        let known = self.primary(id);
        if asks_completion && known.completed.is_none() {
            self.change(id, 0, |it| it.completed = Some(true));
        }
        if asks_success && known.satisfied.is_none() {
            self.change(id, 0, |it| it.satisfied = Some(true));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{course, group, leaf, objective, play, with};
    use super::super::tree::Id;
    use crate::manifest::sequencing::ObjectiveMap;

    #[test]
    fn a_silent_activity_is_completed_and_satisfied_unless_content_sets_that() {
        for (by_content, script, completed, satisfied) in [
            (false, "start continue", Some(true), Some(true)),
            (true, "start continue", None, None),
            (
                false,
                "start +completion_status=incomplete continue",
                Some(false),
                Some(true),
            ),
            (
                false,
                "start +success_status=failed continue",
                Some(true),
                Some(false),
            ),
            (
                false,
                "start +completion_status=unknown continue",
                None,
                Some(true),
            ),
            (
                false,
                "start +success_status=unknown continue",
                Some(true),
                None,
            ),
            (false, "start +exit=suspend continue", None, None),
            (
                true,
                "start +success_status=passed continue",
                None,
                Some(true),
            ),
        ] {
            let a = with(leaf("a"), |it| {
                it.delivery.completion_set_by_content = by_content;
                it.delivery.objective_set_by_content = by_content;
            });
            let mut course = course(group("root", vec![a, leaf("b")]));
            play(&mut course, script);
            let a = course.tree.find("a").expect("an activity");
            let known = course.primary(a);
            assert_eq!(
                (known.completed, known.satisfied),
                (completed, satisfied),
                "{script}"
            );
        }
    }

    #[test]
    fn a_cluster_with_something_suspended_is_suspended() {
        let inner = group("inner", vec![leaf("a"), leaf("b")]);
        let mut course = course(group("root", vec![inner, leaf("c")]));
        play(&mut course, "start +exit=suspend choice:c exitAll");
        let suspended: Vec<bool> = course.tracking.iter().map(|it| it.is_suspended).collect();
        assert_eq!(suspended, [true, true, true, false, false]);
    }

    #[test]
    fn what_is_known_from_elsewhere_is_not_assumed() {
        let map = ObjectiveMap {
            target: "shared".to_owned(),
            read_satisfied_status: true,
            read_normalized_measure: false,
            write_satisfied_status: true,
            write_normalized_measure: false,
        };
        let mapped = |name| {
            with(leaf(name), |it| {
                it.objectives.push(objective(None, Some(map.clone())));
            })
        };
        let mut course = course(group("root", vec![mapped("a"), mapped("b"), leaf("c")]));
        play(
            &mut course,
            "start +success_status=failed continue continue",
        );
        let b = course.tree.find("b").expect("an activity");
        assert_eq!(course.primary(b).satisfied, Some(false));
        assert_eq!(course.track(b).objectives[0].satisfied, None);
        assert_eq!(course.primary(b).completed, Some(true));
    }

    #[test]
    fn of_what_is_not_tracked_nothing_is_assumed() {
        let a = with(leaf("a"), |it| it.delivery.tracked = false);
        let mut course = course(group("root", vec![a, leaf("b")]));
        play(&mut course, "start continue");
        let a = course.tree.find("a").expect("an activity");
        assert!(course.track(a).objectives.is_empty());
        assert!(!course.track(a).is_active);
    }

    #[test]
    fn clusters_between_the_current_activity_and_another_end() {
        let inner = group("inner", vec![group("deep", vec![leaf("a")]), leaf("b")]);
        let mut course = course(group("root", vec![inner, leaf("c")]));
        let active = |course: &super::Sequencer| -> Vec<bool> {
            course.tracking.iter().map(|it| it.is_active).collect()
        };
        course.terminate_descendent_attempts(Id::ROOT);
        assert!(active(&course).iter().all(|it| !it), "nothing is current");
        play(&mut course, "start exit");
        assert_eq!(active(&course), [true, true, true, false, false, false]);
        let find = |name: &str| course.tree.find(name).expect("an activity");
        let (b, c) = (find("b"), find("c"));
        course.terminate_descendent_attempts(b);
        assert_eq!(active(&course), [true, true, false, false, false, false]);
        course.terminate_descendent_attempts(c);
        assert_eq!(active(&course), [true, false, false, false, false, false]);
    }
}
