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
