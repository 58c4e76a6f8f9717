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
