//! The overall sequencing process [OP.1]: what follows from a navigation request.

use super::exception::SequencingException as Exception;
use super::flow::Stop;
use super::random::Random;
use super::requests::SequencingRequest;
use super::tree::Id;
use super::{Answer, Sequencer};
use crate::navigation::{Ending, Request};
use crate::runtime::Entry;

impl Sequencer {
    /// Follows a request of the learner or of a SCO. `seed` decides what is left to chance.
    ///
    /// [`Request::Start`] opens the course whatever happened before: it resumes what was suspended
    /// or lost, and starts otherwise. A refused request may have ended the current activity all the
    /// same; [`Sequencer::delivered`] tells.
    pub fn request(&mut self, request: &Request, seed: u64) -> Answer {
        self.random = Random::new(seed);
        if *request == Request::Start
            && let Some(lost) = self.reopen()
        {
            return Answer::Deliver(self.tree[lost].identifier.clone());
        }
        match self.overall_sequencing(request) {
            Ok(Some(id)) => Answer::Deliver(self.tree[id].identifier.clone()),
            Ok(None) => Answer::Wait,
            Err(Stop::EndSession) => {
                self.end_session();
                Answer::End(ending(request))
            }
            Err(Stop::Because(exception)) => Answer::Refuse(exception),
        }
    }

    /// [OP.1] Overall Sequencing Process: the activity delivered, or none.
    fn overall_sequencing(&mut self, request: &Request) -> Result<Option<Id>, Stop> {
        let navigation = self.navigation_request(request)?;
        let mut sequencing = navigation.sequencing;
        if let Some(termination) = navigation.termination {
            // What rules ask for outranks what was asked for.
            sequencing = self.termination_request(termination)?.unwrap_or(sequencing);
        }
        if sequencing == SequencingRequest::Start {
            self.select_and_randomize_all();
        }
        let found = self.sequencing_request(sequencing);
        if let (SequencingRequest::Choice(target), Err(stop)) = (sequencing, found)
            && stop == Stop::Because(Exception::ChoiceDeliversNothing)
        {
            self.stay_at(target);
        }
        let Some(id) = found? else { return Ok(None) };
        self.delivery_request(id)?;
        // It refuses while something is active, which has ended by now.
        self.content_delivery_environment(id)?;
        Ok(Some(id))
    }

    /// [SB.2.9] step 14: a cluster that delivers nothing becomes current, for a next choice in it.
    fn stay_at(&mut self, target: Id) {
        let common = self.choice_ancestor(target);
        self.terminate_descendent_attempts(common);
        self.end_attempt(common);
        self.current = Some(target);
    }

    /// A course that is opened while its session goes on was lost sight of: a window was closed, or
    /// crashed. Its activity goes on where it was, or anew when its SCO had come to an end. Between
    /// activities the session is over.
    fn reopen(&mut self) -> Option<Id> {
        let current = self.current?;
        if !self.track(current).is_active || !self.tree[current].is_leaf() {
            self.end_session();
            return None;
        }
        if self.entry == Entry::Neither {
            self.end_attempt(current);
            let again = self.delivery_request(current);
            let again = again.and_then(|()| self.content_delivery_environment(current));
            if again.is_err() {
                self.end_session();
                return None;
            }
        } else {
            self.entry = Entry::Resume;
        }
        Some(current)
    }

    /// The session ends, and with it the attempt on the course unless it is suspended.
    fn end_session(&mut self) {
        if self.track(Id::ROOT).is_active {
            self.terminate_descendent_attempts(Id::ROOT);
            self.end_attempt(Id::ROOT);
        }
        self.current = None;
    }
}

fn ending(request: &Request) -> Ending {
    match request {
        Request::SuspendAll => Ending::Suspended,
        Request::Abandon | Request::AbandonAll => Ending::Abandoned,
        _ => Ending::Exited,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{course, group, leaf, play, with};
    use super::super::{Shared, State};
    use super::*;
    use crate::runtime::{Document, Finished, Standard, finish, interrupt};

    #[test]
    fn opening_again_goes_on_where_the_window_was_lost() {
        let mut course = course(group("root", vec![leaf("a"), leaf("b")]));
        assert_eq!(play(&mut course, "start continue"), "a b");
        let b = Answer::Deliver("b".into());
        assert_eq!(course.request(&Request::Start, 1), b);
        assert_eq!(course.entry, Entry::Resume);
        assert_eq!(play(&mut course, "exit start"), "wait a");
        assert_eq!(course.entry, Entry::AbInitio);
    }

    #[test]
    fn what_had_come_to_an_end_when_the_window_was_lost_begins_anew() {
        let limited = with(leaf("b"), |it| it.limits.attempt_limit = Some(1));
        let mut course = course(group("root", vec![leaf("a"), limited]));
        play(&mut course, "start");
        course.report("a", &ended(finish));
        assert_eq!(
            course.request(&Request::Start, 1),
            Answer::Deliver("a".into())
        );
        assert_eq!(course.entry, Entry::AbInitio);
        course.report("a", &ended(interrupt));
        assert_eq!(
            course.request(&Request::Start, 1),
            Answer::Deliver("a".into())
        );
        assert_eq!(course.entry, Entry::Resume);
        course.request(&Request::Continue, 1);
        course.report("b", &ended(finish));
        assert_eq!(
            course.request(&Request::Start, 1),
            Answer::Deliver("a".into())
        );
    }

    fn ended(end: fn(Standard, &Document, Document) -> Finished) -> Finished {
        end(Standard::Scorm2004, &Document::new(), Document::new())
    }

    #[test]
    fn a_session_ends_as_it_was_asked_to() {
        for (request, ending) in [
            (Request::ExitAll, Ending::Exited),
            (Request::SuspendAll, Ending::Suspended),
            (Request::AbandonAll, Ending::Abandoned),
        ] {
            let mut course = course(group("root", vec![leaf("a")]));
            course.request(&Request::Start, 1);
            assert_eq!(course.request(&request, 1), Answer::End(ending));
            assert!(!course.is_open());
        }
    }

    #[test]
    fn what_was_delivered_and_is_a_cluster_now_is_over() {
        let mut before = course(group("root", vec![leaf("a"), leaf("b")]));
        play(&mut before, "start");
        let now = course(group("root", vec![group("a", vec![leaf("c")]), leaf("b")]));
        let mut now = Sequencer::new(now.tree, before.state(), Shared::default());
        assert_eq!(now.delivered(), Some("a"));
        assert_eq!(play(&mut now, "start"), "c");
        assert_eq!(now.tracking.iter().filter(|it| it.is_active).count(), 3);
    }

    #[test]
    fn a_refusal_may_end_the_activity_all_the_same() {
        let closed = super::super::testing::pre(
            leaf("b"),
            crate::manifest::sequencing::Condition::Always,
            crate::manifest::sequencing::PreConditionAction::Disabled,
        );
        let mut course = course(group("root", vec![leaf("a"), closed]));
        assert_eq!(play(&mut course, "start continue"), "a SB.2.2-2");
        assert!(course.delivered().is_none() && course.is_open());
        assert_eq!(play(&mut course, "choice:a"), "a");
    }

    #[test]
    fn a_course_is_drawn_when_its_session_starts_and_not_when_it_is_resumed() {
        use crate::manifest::sequencing::Timing;
        let names: Vec<String> = (0..9).map(|n| n.to_string()).collect();
        let leaves = names.iter().map(|name| leaf(name)).collect();
        let root = with(group("root", leaves), |it| {
            it.randomization.randomization_timing = Timing::OnEachNewAttempt;
            it.randomization.reorder_children = true;
        });
        let mut course = course(root);
        let usual = course.available.clone();
        course.request(&Request::Start, 3);
        let drawn = course.available.clone();
        assert_ne!(drawn, usual);
        course.request(&Request::SuspendAll, 4);
        course.request(&Request::Start, 5);
        assert_eq!(course.available, drawn);
        course.request(&Request::ExitAll, 6);
        course.request(&Request::Start, 7);
        assert_ne!(course.available, drawn);
        assert_ne!(course.state(), State::default());
    }

    #[test]
    fn a_cluster_that_delivers_nothing_ends_what_lies_between() {
        let inner = group("inner", vec![leaf("c"), leaf("d")]);
        let inner = with(inner, |it| it.control_mode.flow = false);
        let left = group("left", vec![leaf("a")]);
        let mut course = course(group("root", vec![left, inner]));
        assert_eq!(play(&mut course, "start choice:inner"), "a SB.2.9-9");
        assert_eq!(course.current, course.tree.find("inner"));
        assert!(course.tracking.iter().all(|it| !it.is_active));
        assert_eq!(play(&mut course, "choice:d"), "d");
    }
}
