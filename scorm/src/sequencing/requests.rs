//! Sequencing requests [SB.2.5–SB.2.8, SB.2.10–SB.2.13]; choice has a file of its own.

use super::Sequencer;
use super::exception::SequencingException as Exception;
use super::flow::{Children, Direction, Stop};
use super::tree::Id;

/// SN, "Sequencing Requests".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SequencingRequest {
    Start,
    ResumeAll,
    Continue,
    Previous,
    Choice(Id),
    Jump(Id),
    Retry,
    Exit,
}

/// What a sequencing request asks for: a delivery, or nothing.
type Delivery = Result<Option<Id>, Stop>;

impl Sequencer {
    /// [SB.2.12] Sequencing Request Process.
    pub(super) fn sequencing_request(&self, request: SequencingRequest) -> Delivery {
        match request {
            SequencingRequest::Start => self.start().map(Some),
            SequencingRequest::ResumeAll => self.resume_all().map(Some),
            SequencingRequest::Continue => self.proceed().map(Some),
            SequencingRequest::Previous => self.previous().map(Some),
            SequencingRequest::Choice(target) => Ok(Some(self.choice(target)?)),
            SequencingRequest::Jump(target) => self.jump(target).map(Some),
            SequencingRequest::Retry => self.retry().map(Some),
            SequencingRequest::Exit => self.exit_session(),
        }
    }

    /// [SB.2.5] Start Sequencing Request Process.
    fn start(&self) -> Result<Id, Stop> {
        if self.current.is_some() {
            return Err(Exception::StartTwice.into());
        }
        if self.tree[Id::ROOT].is_leaf() {
            return Ok(Id::ROOT);
        }
        self.flow(Id::ROOT, Direction::Forward, Children::Consider)
    }

    /// [SB.2.6] Resume All Sequencing Request Process. Where everything was suspended between two
    /// activities, a cluster is resumed: by a walk into it, or into the course.
    fn resume_all(&self) -> Result<Id, Stop> {
        if self.current.is_some() {
            return Err(Exception::ResumeTwice.into());
        }
        let suspended = self.suspended.ok_or(Exception::NothingToResume)?;
        if self.tree[suspended].is_leaf() {
            return Ok(suspended);
        }
        let walk = |from| self.flow(from, Direction::Forward, Children::Consider);
        walk(suspended).or_else(|_| walk(Id::ROOT))
    }

    /// [SB.2.7] Continue Sequencing Request Process.
    pub(super) fn proceed(&self) -> Result<Id, Stop> {
        let current = self.current.ok_or(Exception::ContinueWithoutSession)?;
        if !self.is_in_flow(current) {
            return Err(Exception::ContinueFlowForbidden.into());
        }
        self.flow(current, Direction::Forward, Children::PassOver)
    }

    /// [SB.2.8] Previous Sequencing Request Process.
    pub(super) fn previous(&self) -> Result<Id, Stop> {
        let current = self.current.ok_or(Exception::PreviousWithoutSession)?;
        if !self.is_in_flow(current) {
            return Err(Exception::PreviousFlowForbidden.into());
        }
        self.flow(current, Direction::Backward, Children::PassOver)
    }

    /// The root is in no flow, and barred from none.
    fn is_in_flow(&self, id: Id) -> bool {
        let parent = self.tree[id].parent;
        parent.is_none_or(|parent| self.tree[parent].sequencing.control_mode.flow)
    }

    /// [SB.2.10] Retry Sequencing Request Process.
    fn retry(&self) -> Result<Id, Stop> {
        let current = self.current.ok_or(Exception::RetryWithoutSession)?;
        let tracking = self.track(current);
        if tracking.is_active || tracking.is_suspended {
            return Err(Exception::RetryUnended.into());
        }
        if self.tree[current].is_leaf() {
            return Ok(current);
        }
        let found = self.flow(current, Direction::Forward, Children::Consider);
        found.or(Err(Exception::RetryFlow.into()))
    }

    /// [SB.2.11] Exit Sequencing Request Process: the session ends with its root.
    fn exit_session(&self) -> Delivery {
        let current = self.current.ok_or(Exception::ExitWithoutSession)?;
        if self.track(current).is_active {
            return Err(Exception::ExitUnended.into());
        }
        if current.is_root() {
            return Err(Stop::EndSession);
        }
        Ok(None)
    }

    /// [SB.2.13] Jump Sequencing Request Process (4th Edition).
    fn jump(&self, target: Id) -> Result<Id, Stop> {
        self.current.ok_or(Exception::JumpWithoutSession)?;
        Ok(target)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{course, group, leaf, play, pre, with};
    use super::*;
    use crate::manifest::sequencing::{Condition, PreConditionAction};

    #[test]
    fn requests_ask_for_a_session_or_for_none() {
        let mut course = course(group("root", vec![leaf("a"), leaf("b")]));
        let target = course.tree.find("b").expect("an activity");
        for (request, exception) in [
            (SequencingRequest::ResumeAll, Exception::NothingToResume),
            (
                SequencingRequest::Continue,
                Exception::ContinueWithoutSession,
            ),
            (
                SequencingRequest::Previous,
                Exception::PreviousWithoutSession,
            ),
            (
                SequencingRequest::Jump(target),
                Exception::JumpWithoutSession,
            ),
            (SequencingRequest::Retry, Exception::RetryWithoutSession),
            (SequencingRequest::Exit, Exception::ExitWithoutSession),
        ] {
            assert_eq!(course.sequencing_request(request), Err(exception.into()));
        }
        play(&mut course, "start");
        for (request, exception) in [
            (SequencingRequest::Start, Exception::StartTwice),
            (SequencingRequest::ResumeAll, Exception::ResumeTwice),
            (SequencingRequest::Retry, Exception::RetryUnended),
            (SequencingRequest::Exit, Exception::ExitUnended),
        ] {
            assert_eq!(course.sequencing_request(request), Err(exception.into()));
        }
    }

    #[test]
    fn a_request_of_rules_still_asks_for_flow() {
        let root = with(group("root", vec![leaf("a"), leaf("b")]), |it| {
            it.control_mode.flow = false;
        });
        let mut course = course(root);
        play(&mut course, "choice:a exit");
        for (request, exception) in [
            (
                SequencingRequest::Continue,
                Exception::ContinueFlowForbidden,
            ),
            (
                SequencingRequest::Previous,
                Exception::PreviousFlowForbidden,
            ),
        ] {
            assert_eq!(course.sequencing_request(request), Err(exception.into()));
        }
        course.current = Some(Id::ROOT);
        course.track_mut(Id::ROOT).is_active = false;
        let again = course.sequencing_request(SequencingRequest::Retry);
        assert_eq!(again, Err(Exception::RetryFlow.into()));
        assert_eq!(
            course.sequencing_request(SequencingRequest::Exit),
            Err(Stop::EndSession)
        );
    }

    #[test]
    fn a_course_without_items_delivers_nothing() {
        let mut course = course(group("root", Vec::new()));
        assert_eq!(play(&mut course, "start"), "DB.1.1-2");
    }

    #[test]
    fn a_suspended_cluster_is_resumed_by_a_walk_into_it_or_into_the_course() {
        let once = |name| with(leaf(name), |it| it.limits.attempt_limit = Some(1));
        let make = |inner| group("root", vec![inner, leaf("c")]);
        let open = make(group("inner", vec![leaf("a"), leaf("b")]));
        assert_eq!(
            play(&mut course(open), "start exit suspendAll start"),
            "a wait end a"
        );
        let inner = group("inner", vec![once("a"), leaf("b")]);
        let skipped = pre(
            inner.clone(),
            Condition::Attempted,
            PreConditionAction::Skip,
        );
        let script = "start exit suspendAll start";
        assert_eq!(play(&mut course(make(skipped)), script), "a wait end c");
        assert_eq!(
            play(&mut course(make(inner)), script),
            "a wait end SB.2.2-2"
        );
    }

    #[test]
    fn a_retry_waits_for_the_end_and_begins_at_the_beginning() {
        let mut course = course(group(
            "root",
            vec![group("inner", vec![leaf("a"), leaf("b")])],
        ));
        play(&mut course, "start continue exit");
        let find = |name: &str| course.tree.find(name).expect("an activity");
        let (inner, a, b) = (find("inner"), find("a"), find("b"));
        let retry = SequencingRequest::Retry;
        assert_eq!(course.sequencing_request(retry), Ok(Some(b)));
        course.track_mut(b).is_suspended = true;
        let refused = Err(Exception::RetryUnended.into());
        assert_eq!(course.sequencing_request(retry), refused);
        course.current = Some(inner);
        course.track_mut(inner).is_active = false;
        assert_eq!(course.sequencing_request(retry), Ok(Some(a)));
    }

    #[test]
    fn the_session_ends_with_its_root_and_not_before() {
        let mut course = course(group("root", vec![leaf("a"), leaf("b")]));
        play(&mut course, "start exit");
        let exit = SequencingRequest::Exit;
        assert_eq!(course.sequencing_request(exit), Ok(None));
        course.current = Some(Id::ROOT);
        assert_eq!(
            course.sequencing_request(exit),
            Err(Exception::ExitUnended.into())
        );
        course.track_mut(Id::ROOT).is_active = false;
        assert_eq!(course.sequencing_request(exit), Err(Stop::EndSession));
    }
}
