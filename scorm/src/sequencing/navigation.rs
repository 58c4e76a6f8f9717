//! Navigation requests [NB.2.1]: what a learner or a SCO asks for, as requests to end something
//! and to find something. Looks, and changes nothing.

use super::Sequencer;
use super::exception::SequencingException as Exception;
use super::requests::SequencingRequest;
use super::termination::TerminationRequest;
use super::tree::Id;
use crate::navigation::Request;

/// What a navigation request consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Navigation {
    pub(super) termination: Option<TerminationRequest>,
    pub(super) sequencing: SequencingRequest,
}

impl Sequencer {
    /// [NB.2.1] Navigation Request Process.
    pub(super) fn navigation_request(&self, request: &Request) -> Result<Navigation, Exception> {
        match request {
            Request::Start => self.begin(),
            Request::Continue => self.navigate_on(),
            Request::Previous => self.navigate_back(),
            Request::Choice(target) => self.navigate_to(self.target(target)?),
            Request::Jump(target) => self.navigate_by_jump(self.target(target)?),
            Request::Exit => self.end_current(TerminationRequest::Exit),
            Request::Abandon => self.end_current(TerminationRequest::Abandon),
            Request::ExitAll => self.end_all(TerminationRequest::ExitAll),
            Request::AbandonAll => self.end_all(TerminationRequest::AbandonAll),
            Request::SuspendAll => self.end_all(TerminationRequest::SuspendAll),
        }
    }

    fn target(&self, identifier: &str) -> Result<Id, Exception> {
        self.tree.find(identifier).ok_or(Exception::UnknownTarget)
    }

    /// [NB.2.1] steps 1 and 2: what was suspended goes on, otherwise the course starts.
    fn begin(&self) -> Result<Navigation, Exception> {
        if self.current.is_some() {
            return Err(Exception::SessionHasBegun);
        }
        let sequencing = match self.suspended {
            Some(_) => SequencingRequest::ResumeAll,
            None => SequencingRequest::Start,
        };
        Ok(Navigation {
            termination: None,
            sequencing,
        })
    }

    /// [NB.2.1] step 3.
    fn navigate_on(&self) -> Result<Navigation, Exception> {
        let current = self.current.ok_or(Exception::SessionHasNotBegun)?;
        let parent = self.tree[current].parent;
        if parent.is_some_and(|it| self.tree[it].sequencing.control_mode.flow) {
            return Ok(self.leaving(current, SequencingRequest::Continue));
        }
        Err(Exception::ContinueWithoutFlow)
    }

    /// [NB.2.1] step 4.
    fn navigate_back(&self) -> Result<Navigation, Exception> {
        let current = self.current.ok_or(Exception::SessionHasNotBegun)?;
        let parent = self.tree[current]
            .parent
            .ok_or(Exception::PreviousFromRoot)?;
        let mode = &self.tree[parent].sequencing.control_mode;
        if mode.flow && !mode.forward_only {
            return Ok(self.leaving(current, SequencingRequest::Previous));
        }
        Err(Exception::PreviousWithoutFlow)
    }

    /// [NB.2.1] step 7. An active activity that may not be left by a choice allows only what is in
    /// it: nothing, when it is a leaf.
    pub(super) fn navigate_to(&self, target: Id) -> Result<Navigation, Exception> {
        let parent = self.tree[target].parent;
        if !parent.is_none_or(|it| self.tree[it].sequencing.control_mode.choice) {
            return Err(Exception::NavigationChoiceForbidden);
        }
        let sequencing = SequencingRequest::Choice(target);
        let Some(current) = self.current else {
            return Ok(Navigation {
                termination: None,
                sequencing,
            });
        };
        let holds_back = |id: Id| {
            let is_inside = id != target && self.tree.is_within(target, id);
            let may_leave = self.tree[id].sequencing.control_mode.choice_exit;
            self.track(id).is_active && !may_leave && !is_inside
        };
        if self.tree.path_up(current).any(holds_back) {
            return Err(Exception::NavigationChoiceExit);
        }
        Ok(self.leaving(current, sequencing))
    }

    /// [NB.2.1], jump (4th Edition): to any available activity.
    pub(super) fn navigate_by_jump(&self, target: Id) -> Result<Navigation, Exception> {
        if !self.tree.is_fourth() {
            return Err(Exception::UndefinedRequest);
        }
        let current = self.current.ok_or(Exception::SessionHasNotBegun)?;
        if !target.is_root() && self.rank(target).is_none() {
            return Err(Exception::UnknownTarget);
        }
        Ok(self.leaving(current, SequencingRequest::Jump(target)))
    }

    /// The current activity ends first, if it has not ended already.
    fn leaving(&self, current: Id, sequencing: SequencingRequest) -> Navigation {
        let is_active = self.track(current).is_active;
        Navigation {
            termination: is_active.then_some(TerminationRequest::Exit),
            sequencing,
        }
    }

    /// [NB.2.1] steps 8 and 10.
    fn end_current(&self, termination: TerminationRequest) -> Result<Navigation, Exception> {
        let current = self.current.ok_or(Exception::SessionHasNotBegun)?;
        if !self.track(current).is_active {
            return Err(Exception::NavigationAlreadyEnded);
        }
        self.end_all(termination)
    }

    /// [NB.2.1] steps 9, 11 and 12.
    fn end_all(&self, termination: TerminationRequest) -> Result<Navigation, Exception> {
        self.current.ok_or(Exception::SessionHasNotBegun)?;
        Ok(Navigation {
            termination: Some(termination),
            sequencing: SequencingRequest::Exit,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, course, edition, group, leaf, play, with};
    use super::*;
    use crate::manifest::{Edition, Item};

    fn usual() -> Item {
        group("root", vec![leaf("a"), leaf("b")])
    }

    #[test]
    fn before_a_session_only_start_and_choice_are_valid() {
        check(
            usual,
            &[
                ("continue", "NB.2.1-2"),
                ("previous", "NB.2.1-2"),
                ("exit", "NB.2.1-2"),
                ("exitAll", "NB.2.1-2"),
                ("abandon", "NB.2.1-2"),
                ("abandonAll", "NB.2.1-2"),
                ("suspendAll", "NB.2.1-2"),
                ("jump:a", "NB.2.1-2"),
                ("choice:b", "b"),
                ("start", "a"),
            ],
        );
    }

    #[test]
    fn a_session_begins_once() {
        let mut course = course(usual());
        play(&mut course, "start");
        let begun = course.navigation_request(&Request::Start);
        assert_eq!(begun, Err(Exception::SessionHasBegun));
    }

    #[test]
    fn an_activity_that_has_ended_cannot_end_again() {
        check(
            usual,
            &[
                ("start exit exit", "a wait NB.2.1-12"),
                ("start exit abandon", "a wait NB.2.1-12"),
                ("start exit continue", "a wait b"),
                ("start exit exitAll", "a wait end"),
            ],
        );
    }

    #[test]
    fn flow_must_be_allowed_where_it_is_asked_for() {
        let make = || with(usual(), |it| it.control_mode.flow = false);
        check(
            make,
            &[
                ("start", "SB.2.2-1"),
                ("choice:a continue", "a NB.2.1-4"),
                ("choice:b previous", "b NB.2.1-5"),
            ],
        );
        let forward = || with(usual(), |it| it.control_mode.forward_only = true);
        check(forward, &[("start continue previous", "a b NB.2.1-5")]);
    }

    #[test]
    fn the_root_has_nothing_before_it() {
        let mut course = course(usual());
        course.current = Some(Id::ROOT);
        let back = course.navigation_request(&Request::Previous);
        assert_eq!(back, Err(Exception::PreviousFromRoot));
        let on = course.navigation_request(&Request::Continue);
        assert_eq!(on, Err(Exception::ContinueWithoutFlow));
    }

    #[test]
    fn a_jump_goes_anywhere_in_the_fourth_edition_only() {
        let make = || with(usual(), |it| it.control_mode.choice = false);
        check(
            make,
            &[
                ("start jump:b", "a b"),
                ("start jump:nowhere", "a NB.2.1-11"),
                ("start jump:root", "a DB.1.1-1"),
            ],
        );
        assert_eq!(
            play(&mut edition(make(), Edition::Third), "start jump:b"),
            "a NB.2.1-13"
        );
    }

    #[test]
    fn a_jump_leads_to_available_activities_only() {
        let mut course = course(usual());
        play(&mut course, "start");
        let find = |name: &str| course.tree.find(name).expect("an activity");
        let (a, b) = (find("a"), find("b"));
        course.set_available(Id::ROOT, vec![a]);
        assert_eq!(course.navigate_by_jump(b), Err(Exception::UnknownTarget));
        assert!(course.navigate_by_jump(a).is_ok());
        assert!(course.navigate_by_jump(Id::ROOT).is_ok());
    }

    #[test]
    fn what_goes_on_ends_first_and_what_has_ended_does_not_again() {
        let mut course = course(usual());
        play(&mut course, "start");
        let termination = |course: &Sequencer, request: &str| {
            let request = Request::parse(request).expect("a request");
            let found = course
                .navigation_request(&request)
                .expect("a valid request");
            found.termination
        };
        use TerminationRequest::{Abandon, AbandonAll, Exit, ExitAll, SuspendAll};
        for (request, expected) in [
            ("continue", Exit),
            ("choice:b", Exit),
            ("jump:b", Exit),
            ("exit", Exit),
            ("abandon", Abandon),
            ("exitAll", ExitAll),
            ("abandonAll", AbandonAll),
            ("suspendAll", SuspendAll),
        ] {
            assert_eq!(termination(&course, request), Some(expected), "{request}");
        }
        play(&mut course, "exit");
        for (request, expected) in [
            ("continue", None),
            ("choice:b", None),
            ("jump:b", None),
            ("suspendAll", Some(SuspendAll)),
        ] {
            assert_eq!(termination(&course, request), expected, "{request}");
        }
    }

    #[test]
    fn a_course_that_was_suspended_is_resumed() {
        let mut course = course(usual());
        let begin = |course: &Sequencer| {
            let found = course.navigation_request(&Request::Start);
            found.map(|it| (it.termination, it.sequencing))
        };
        assert_eq!(begin(&course), Ok((None, SequencingRequest::Start)));
        play(&mut course, "start suspendAll");
        assert_eq!(begin(&course), Ok((None, SequencingRequest::ResumeAll)));
    }
}
