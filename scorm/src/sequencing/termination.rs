//! Ending the current activity and what lies above it [TB.2.1–TB.2.3].

use std::sync::Arc;

use super::Sequencer;
use super::exception::SequencingException as Exception;
use super::requests::SequencingRequest;
use super::tree::Id;
use crate::manifest::sequencing::PostConditionAction;

/// SN, "Termination Requests", as far as navigation asks for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TerminationRequest {
    Exit,
    ExitAll,
    SuspendAll,
    Abandon,
    AbandonAll,
}

/// A sequencing request that takes the place of the one navigation asked for.
type Redirect = Result<Option<SequencingRequest>, Exception>;

impl Sequencer {
    /// [TB.2.3] Termination Request Process.
    pub(super) fn termination_request(&mut self, request: TerminationRequest) -> Redirect {
        let current = self.current.ok_or(Exception::TerminationWithoutSession)?;
        let is_active = self.track(current).is_active;
        match request {
            TerminationRequest::Exit | TerminationRequest::Abandon if !is_active => {
                Err(Exception::TerminationAlreadyEnded)
            }
            TerminationRequest::Exit => self.exit(current),
            TerminationRequest::ExitAll => Ok(Some(self.exit_all(SequencingRequest::Exit))),
            TerminationRequest::SuspendAll => self.suspend_all(current),
            TerminationRequest::Abandon => {
                self.track_mut(current).is_active = false;
                Ok(None)
            }
            TerminationRequest::AbandonAll => {
                for id in self.tree.path_down(current) {
                    self.track_mut(id).is_active = false;
                }
                self.current = Some(Id::ROOT);
                Ok(Some(SequencingRequest::Exit))
            }
        }
    }

    /// [TB.2.3] step 3: the activity ends, and whatever its rules and those above it end as well.
    fn exit(&mut self, current: Id) -> Redirect {
        self.end_attempt(current);
        let mut current = self.sequencing_exit_action_rules(current);
        loop {
            let request = match self.sequencing_post_condition_rules(current) {
                Some(PostConditionAction::ExitAll) => {
                    return Ok(Some(self.exit_all(SequencingRequest::Exit)));
                }
                Some(PostConditionAction::RetryAll) => {
                    return Ok(Some(self.exit_all(SequencingRequest::Retry)));
                }
                Some(PostConditionAction::ExitParent) => {
                    current = self.tree[current]
                        .parent
                        .ok_or(Exception::RootHasNoParent)?;
                    self.current = Some(current);
                    self.end_attempt(current);
                    continue;
                }
                Some(PostConditionAction::Retry) => Some(SequencingRequest::Retry),
                Some(PostConditionAction::Continue) => Some(SequencingRequest::Continue),
                Some(PostConditionAction::Previous) => Some(SequencingRequest::Previous),
                None => None,
            };
            // The root has ended; unless it is tried again, the session ends with it.
            if current.is_root() && request != Some(SequencingRequest::Retry) {
                return Ok(Some(SequencingRequest::Exit));
            }
            return Ok(request);
        }
    }

    /// [TB.2.1] Sequencing Exit Action Rules Subprocess: the highest cluster whose exit rules hold
    /// ends, and is current then.
    fn sequencing_exit_action_rules(&mut self, current: Id) -> Id {
        let tree = Arc::clone(&self.tree);
        let path = tree
            .path_down(current)
            .into_iter()
            .filter(|it| *it != current);
        let exits = |id: &Id| {
            let rules = &tree[*id].sequencing.exit_conditions;
            self.sequencing_rules_check(*id, rules, |_| true).is_some()
        };
        let Some(target) = path.into_iter().find(exits) else {
            return current;
        };
        self.terminate_descendent_attempts(target);
        self.end_attempt(target);
        self.current = Some(target);
        target
    }

    /// [TB.2.2] Sequencing Post Condition Rules Subprocess.
    fn sequencing_post_condition_rules(&self, current: Id) -> Option<PostConditionAction> {
        if self.track(current).is_suspended {
            return None;
        }
        let rules = &self.tree[current].sequencing.post_conditions;
        self.sequencing_rules_check(current, rules, |_| true)
    }

    /// [TB.2.3] step 4.
    fn exit_all(&mut self, then: SequencingRequest) -> SequencingRequest {
        if let Some(current) = self.current.filter(|it| self.track(*it).is_active) {
            self.end_attempt(current);
        }
        self.terminate_descendent_attempts(Id::ROOT);
        self.end_attempt(Id::ROOT);
        self.current = Some(Id::ROOT);
        then
    }

    /// [TB.2.3] step 5: everything from the current activity up can be taken up again.
    fn suspend_all(&mut self, current: Id) -> Redirect {
        let tracking = self.track(current);
        let suspended = if tracking.is_active || tracking.is_suspended {
            self.overall_rollup(current);
            current
        } else {
            self.tree[current]
                .parent
                .ok_or(Exception::SuspendInactiveRoot)?
        };
        self.suspended = Some(suspended);
        for id in self.tree.path_down(suspended) {
            let tracking = self.track_mut(id);
            tracking.is_active = false;
            tracking.is_suspended = true;
        }
        self.current = Some(Id::ROOT);
        Ok(Some(SequencingRequest::Exit))
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, course, group, leaf, play, post, rule, with};
    use super::*;
    use crate::manifest::Item;
    use crate::manifest::sequencing::{Condition, ExitConditionAction};

    /// A cluster of two, then a leaf.
    fn usual(name: &str, action: Option<PostConditionAction>) -> Item {
        let ruled = |item: Item| match action {
            Some(action) if item.identifier == name => post(item, Condition::Satisfied, action),
            _ => item,
        };
        let inner = group("inner", vec![ruled(leaf("a")), ruled(leaf("b"))]);
        ruled(group("root", vec![ruled(inner), ruled(leaf("c"))]))
    }

    #[test]
    fn a_post_condition_redirects_what_was_asked_for() {
        use PostConditionAction::{Continue, ExitAll, ExitParent, Previous, Retry, RetryAll};
        for (name, action, script, expected) in [
            ("a", Continue, "start choice:c", "a b"),
            ("b", Previous, "start continue continue", "a b a"),
            ("a", Retry, "start continue", "a a"),
            ("a", Retry, "start +success_status=failed continue", "a b"),
            ("b", ExitAll, "start continue continue", "a b end"),
            ("b", RetryAll, "start continue continue", "a b a"),
            ("a", ExitParent, "start continue", "a c"),
            ("c", ExitParent, "start choice:c previous", "a c end"),
            ("inner", Retry, "start continue continue", "a b c"),
            ("root", Retry, "start choice:c continue", "a c end"),
            ("root", ExitParent, "start choice:c exitAll", "a c end"),
        ] {
            let mut course = course(usual(name, Some(action)));
            assert_eq!(
                play(&mut course, script),
                expected,
                "{name} {action:?} {script}"
            );
        }
    }

    #[test]
    fn rules_of_clusters_are_evaluated_when_they_end() {
        let make = |action| {
            let inner = group(
                "inner",
                vec![
                    post(
                        leaf("a"),
                        Condition::Always,
                        PostConditionAction::ExitParent,
                    ),
                    leaf("b"),
                ],
            );
            let inner = post(inner, Condition::Always, action);
            group("root", vec![inner, leaf("c")])
        };
        for (action, expected) in [
            (PostConditionAction::Retry, "a a"),
            (PostConditionAction::Continue, "a c"),
            (PostConditionAction::ExitAll, "a end"),
            (PostConditionAction::ExitParent, "a end"),
            (PostConditionAction::Previous, "a SB.2.1-3"),
        ] {
            let mut course = course(make(action));
            assert_eq!(play(&mut course, "start continue"), expected, "{action:?}");
        }
    }

    #[test]
    fn a_root_that_is_exited_to_ends_the_session_unless_it_is_tried_again() {
        let make = |action| {
            let a = post(
                leaf("a"),
                Condition::Always,
                PostConditionAction::ExitParent,
            );
            post(group("root", vec![a, leaf("b")]), Condition::Always, action)
        };
        for (action, expected) in [
            (PostConditionAction::Retry, "a a"),
            (PostConditionAction::Continue, "a end"),
            (PostConditionAction::ExitParent, "a TB.2.3-4"),
        ] {
            let mut course = course(make(action));
            assert_eq!(play(&mut course, "start continue"), expected, "{action:?}");
        }
    }

    #[test]
    fn exit_rules_end_the_highest_cluster_they_hold_for() {
        let make = || {
            let inner = group("inner", vec![leaf("a"), leaf("b")]);
            let exits = rule(Condition::Attempted, ExitConditionAction::Exit);
            let inner = with(inner, |it| it.exit_conditions.push(exits));
            group("root", vec![inner, leaf("c")])
        };
        check(
            make,
            &[
                ("start continue", "a c"),
                ("start choice:b", "a b"),
                ("start previous", "a SB.2.1-3"),
            ],
        );
    }

    #[test]
    fn a_suspended_activity_has_no_post_conditions_and_is_resumed() {
        let make = || usual("a", Some(PostConditionAction::Continue));
        check(make, &[("start +exit=suspend choice:c choice:a", "a c a")]);
        let mut course = course(make());
        assert!(!course.is_suspended() && !course.is_open());
        assert_eq!(play(&mut course, "start suspendAll"), "a end");
        assert!(course.is_suspended() && !course.is_open());
        assert_eq!(play(&mut course, "start"), "a");
        assert!(!course.is_suspended() && course.is_open());
        let a = course.tree.find("a").expect("an activity");
        assert_eq!(course.track(a).attempts, 1);
    }

    #[test]
    fn between_activities_the_cluster_is_suspended() {
        let mut course = course(usual("", None));
        assert_eq!(play(&mut course, "start exit suspendAll"), "a wait end");
        assert_eq!(course.suspended, course.tree.find("inner"));
        assert_eq!(play(&mut course, "start"), "a");
        let attempts: Vec<u32> = course.tracking.iter().map(|it| it.attempts).collect();
        assert_eq!(attempts, [1, 1, 2, 0, 0]);
        course.current = Some(Id::ROOT);
        let nothing = course.termination_request(TerminationRequest::SuspendAll);
        assert_eq!(nothing.map(|_| course.suspended), Ok(Some(Id::ROOT)));
    }

    #[test]
    fn what_is_abandoned_has_ended_without_a_trace() {
        let mut course = course(usual("", None));
        assert_eq!(play(&mut course, "start abandon"), "a wait");
        let a = course.tree.find("a").expect("an activity");
        assert_eq!(course.primary(a).completed, None);
        assert_eq!(play(&mut course, "choice:c abandonAll"), "c end");
        assert_eq!((course.current, course.suspended), (None, None));
    }

    #[test]
    fn nothing_ends_without_a_session_or_twice() {
        let mut course = course(usual("", None));
        let exit = TerminationRequest::Exit;
        let outside = course.termination_request(exit);
        assert_eq!(outside, Err(Exception::TerminationWithoutSession));
        play(&mut course, "start exit");
        assert_eq!(
            course.termination_request(exit),
            Err(Exception::TerminationAlreadyEnded)
        );
        course.current = Some(Id::ROOT);
        course.track_mut(Id::ROOT).is_active = false;
        let root = course.termination_request(TerminationRequest::SuspendAll);
        assert_eq!(root, Err(Exception::SuspendInactiveRoot));
    }

    #[test]
    fn what_has_ended_suspended_is_what_is_suspended() {
        let mut course = course(usual("", None));
        assert_eq!(
            play(&mut course, "start +exit=suspend exit suspendAll"),
            "a wait end"
        );
        assert_eq!(course.suspended, course.tree.find("a"));
        assert_eq!(play(&mut course, "start"), "a");
    }

    #[test]
    fn to_suspend_everything_ends_nothing_and_to_abandon_it_keeps_nothing() {
        for (request, active, suspended) in [
            ("suspendAll", [false; 5], [true, true, true, false, false]),
            ("abandonAll", [false; 5], [false; 5]),
        ] {
            let mut course = course(usual("", None));
            play(&mut course, &format!("start {request}"));
            let found: Vec<bool> = course.tracking.iter().map(|it| it.is_active).collect();
            assert_eq!(found, active, "{request}");
            let found: Vec<bool> = course.tracking.iter().map(|it| it.is_suspended).collect();
            assert_eq!(found, suspended, "{request}");
        }
    }

    #[test]
    fn everything_ends_from_the_current_activity_up() {
        let mut course = course(usual("", None));
        play(&mut course, "start continue");
        let then = course.termination_request(TerminationRequest::ExitAll);
        assert_eq!(then, Ok(Some(SequencingRequest::Exit)));
        assert_eq!(course.current, Some(Id::ROOT));
        assert!(course.tracking.iter().all(|it| !it.is_active));
        let done: Vec<Option<bool>> = course
            .tree
            .ids()
            .map(|it| course.primary(it).completed)
            .collect();
        assert_eq!(done, [None, Some(true), Some(true), Some(true), None]);
    }
}
