//! Delivery: whether it may be, and what it begins [DB.1.1] [DB.2] [DB.2.1].

use super::Sequencer;
use super::exception::SequencingException as Exception;
use super::state::Tracking;
use super::tree::Id;
use crate::runtime::Entry;

impl Sequencer {
    /// [DB.1.1] Delivery Request Process: only a leaf that opens
    /// something, and nothing on the way to it closed.
    pub(super) fn delivery_request(&self, id: Id) -> Result<(), Exception> {
        if !self.tree[id].is_leaf() {
            return Err(Exception::DeliverBranch);
        }
        if !self.tree[id].launch.is_launchable {
            return Err(Exception::DeliverNothing);
        }
        if self.tree.path_up(id).any(|it| self.check_activity(it)) {
            return Err(Exception::DeliverUnavailable);
        }
        Ok(())
    }

    /// [DB.2] Content Delivery Environment Process: attempts begin or go on, from the root down.
    pub(super) fn content_delivery_environment(&mut self, id: Id) -> Result<(), Exception> {
        if self.current.is_some_and(|it| self.track(it).is_active) {
            return Err(Exception::AlreadyActive);
        }
        if !self.suspended.is_some_and(|it| self.tree.is_within(id, it)) {
            self.clear_suspended_activity(id);
        }
        self.terminate_descendent_attempts(id);
        self.entry = Entry::AbInitio;
        for it in self.tree.path_down(id) {
            if !self.track(it).is_active {
                self.begin_attempt(it);
            }
        }
        self.current = Some(id);
        self.suspended = None;
        Ok(())
    }

    /// [DB.2] step 5: a suspended attempt goes on, any other is a new one.
    fn begin_attempt(&mut self, id: Id) {
        let is_tracked = self.tree[id].sequencing.delivery.tracked;
        let tracking = self.track_mut(id);
        tracking.is_active = true;
        let resumes = std::mem::take(&mut tracking.is_suspended);
        if resumes && is_tracked {
            self.entry = Entry::Resume;
        } else {
            self.entry = Entry::AbInitio;
            if is_tracked {
                self.begin_new_attempt(id);
            }
        }
    }

    fn begin_new_attempt(&mut self, id: Id) {
        if id.is_root() {
            // What is not global to the system lasts as long as an attempt on the course.
            self.own = super::Shared::default();
        }
        let tracking = self.track_mut(id);
        *tracking = Tracking {
            attempts: tracking.attempts.saturating_add(1),
            is_active: true,
            ..Tracking::default()
        };
        self.forget_earlier_attempts(id);
    }

    /// What activities below recorded in an earlier attempt does not count in this one, unless their
    /// cluster says so (SN, "Use Current Attempt Objective Information").
    fn forget_earlier_attempts(&mut self, id: Id) {
        let tree = std::sync::Arc::clone(&self.tree);
        let mut clusters = vec![id];
        while let Some(cluster) = clusters.pop() {
            let mode = &tree[cluster].sequencing.control_mode;
            for child in &tree[cluster].children {
                for progress in &mut self.track_mut(*child).objectives {
                    if mode.use_current_attempt_objective_info {
                        *progress = progress.without_objective();
                    }
                    if mode.use_current_attempt_progress_info {
                        *progress = progress.without_completion();
                    }
                }
                clusters.push(*child);
            }
        }
    }

    /// [DB.2.1] Clear Suspended Activity Subprocess: another activity is delivered instead.
    fn clear_suspended_activity(&mut self, id: Id) {
        let Some(suspended) = self.suspended.take() else {
            return;
        };
        let tree = std::sync::Arc::clone(&self.tree);
        let common = tree.common_ancestor(id, suspended);
        let path = tree.path_below(suspended, common).chain([common]);
        for it in path {
            let mut children = tree[it].children.iter();
            let is_suspended = children.any(|child| self.track(*child).is_suspended);
            self.track_mut(it).is_suspended = is_suspended;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, course, group, leaf, play, pre, with};
    use super::*;
    use crate::manifest::Item;
    use crate::manifest::sequencing::{Condition, PreConditionAction};
    use crate::runtime::Document;

    fn usual() -> Item {
        let inner = group("inner", vec![leaf("a"), leaf("b")]);
        group("root", vec![inner, leaf("c")])
    }

    fn attempts(course: &Sequencer) -> Vec<u32> {
        course.tracking.iter().map(|it| it.attempts).collect()
    }

    #[test]
    fn attempts_begin_from_the_root_down_and_once_for_each_way_in() {
        for (script, expected) in [
            ("start", [1, 1, 1, 0, 0]),
            ("start continue continue", [1, 1, 1, 1, 1]),
            ("start continue previous", [1, 1, 2, 1, 0]),
            ("start choice:c choice:b", [1, 2, 1, 1, 1]),
            ("start exitAll start", [2, 2, 2, 0, 0]),
            ("start suspendAll start", [1, 1, 1, 0, 0]),
            ("start +exit=suspend exitAll start", [1, 1, 1, 0, 0]),
            ("start start", [1, 1, 2, 0, 0]),
        ] {
            let mut course = course(usual());
            play(&mut course, script);
            assert_eq!(attempts(&course), expected, "{script}");
        }
    }

    #[test]
    fn only_open_leaves_are_delivered() {
        let limited = || {
            let a = with(leaf("a"), |it| it.limits.attempt_limit = Some(1));
            group("root", vec![a, leaf("b")])
        };
        check(
            limited,
            &[
                ("start continue previous", "a b SB.2.2-2"),
                ("start choice:b choice:a", "a b DB.1.1-3"),
                ("start +exit=suspend choice:b choice:a", "a b a"),
            ],
        );
        let closed = || pre(usual(), Condition::Always, PreConditionAction::Disabled);
        check(closed, &[("start", "DB.1.1-3")]);
        let mut course = course(usual());
        play(&mut course, "start");
        let again = course.content_delivery_environment(Id::ROOT);
        assert_eq!(again, Err(Exception::AlreadyActive));
        assert_eq!(
            course.delivery_request(Id::ROOT),
            Err(Exception::DeliverBranch)
        );
    }

    #[test]
    fn a_new_attempt_forgets_what_is_below_unless_told_otherwise() {
        for (uses_current, satisfied) in [(true, None), (false, Some(true))] {
            let root = with(usual(), |it| {
                it.control_mode.use_current_attempt_objective_info = uses_current;
            });
            let mut course = course(root);
            play(&mut course, "start choice:c exitAll start");
            let c = course.tree.find("c").expect("an activity");
            assert_eq!(course.primary(c).satisfied, satisfied);
            assert_eq!(course.primary(c).completed, None);
        }
    }

    #[test]
    fn tracking_information_outlives_the_session() {
        let a = pre(leaf("a"), Condition::Satisfied, PreConditionAction::Skip);
        let make = || group("root", vec![a.clone(), leaf("b")]);
        check(make, &[("start exitAll start", "a end b")]);
    }

    #[test]
    fn another_activity_clears_what_was_suspended() {
        let mut course = course(usual());
        play(&mut course, "start suspendAll choice:c");
        assert_eq!(course.suspended, None);
        let inner = course.tree.find("inner").expect("a cluster");
        assert!(!course.track(inner).is_suspended);
        assert_eq!(
            course.launch(Document::new()).map(|it| it.0.entry),
            Some(Entry::AbInitio)
        );
    }

    #[test]
    fn success_and_progress_are_forgotten_each_by_its_own_mode() {
        for (objective, progress, expected) in [
            (true, true, (None, None)),
            (false, true, (Some(true), None)),
            (true, false, (None, Some(true))),
            (false, false, (Some(true), Some(true))),
        ] {
            let inner = with(group("inner", vec![leaf("a"), leaf("b")]), |it| {
                it.control_mode.use_current_attempt_objective_info = objective;
                it.control_mode.use_current_attempt_progress_info = progress;
            });
            let mut course = course(group("root", vec![inner, leaf("c")]));
            play(&mut course, "start choice:c choice:b");
            let a = course.tree.find("a").expect("an activity");
            let known = course.primary(a);
            assert_eq!((known.satisfied, known.completed), expected);
        }
    }

    #[test]
    fn what_is_not_tracked_is_begun_without_an_attempt_and_never_resumed() {
        let a = with(leaf("a"), |it| it.delivery.tracked = false);
        let mut course = course(group("root", vec![a, leaf("b")]));
        play(&mut course, "start suspendAll");
        let a = course.tree.find("a").expect("an activity");
        assert!(course.track(a).is_suspended);
        assert_eq!(play(&mut course, "start"), "a");
        assert_eq!(course.entry, Entry::AbInitio);
        assert_eq!(
            (course.track(a).attempts, course.track(a).is_suspended),
            (0, false)
        );
        assert!(course.track(a).is_active);
    }

    #[test]
    fn what_is_suspended_elsewhere_stays_so() {
        let mut course = course(usual());
        play(
            &mut course,
            "start +exit=suspend choice:b suspendAll choice:c",
        );
        let suspended: Vec<bool> = course.tracking.iter().map(|it| it.is_suspended).collect();
        assert_eq!(suspended, [false, true, true, false, false]);
        assert_eq!(play(&mut course, "choice:b"), "b");
        assert_eq!(course.entry, Entry::AbInitio);
    }

    #[test]
    fn to_deliver_takes_a_page_and_an_open_way_to_it() {
        let inner = pre(
            group("inner", vec![leaf("a")]),
            Condition::Always,
            PreConditionAction::Disabled,
        );
        let empty = Item {
            launch: crate::manifest::LaunchTarget::None,
            ..leaf("empty")
        };
        let course = course(group("root", vec![inner, empty, leaf("b")]));
        let request =
            |name: &str| course.delivery_request(course.tree.find(name).expect("an activity"));
        assert_eq!(request("a"), Err(Exception::DeliverUnavailable));
        assert_eq!(request("empty"), Err(Exception::DeliverNothing));
        assert_eq!(request("inner"), Err(Exception::DeliverBranch));
        assert_eq!(request("b"), Ok(()));
    }
}
