//! From what a SCO stored to tracking information (RTE 4.2; SN, "Run-Time Data to Sequencing").

use std::sync::Arc;

use super::Sequencer;
use super::progress::{Field, Progress};
use super::tree::Id;
use crate::navigation::Request;
use crate::runtime::{Document, Exit, Finished, NavigationRequest, parse_number};

impl Sequencer {
    /// Takes over what a session of the current activity left; to be called when it has ended, and
    /// before the request that follows. What is abandoned is not taken over: when the learner
    /// abandons, do not report.
    pub fn report(&mut self, activity: &str, finished: &Finished) {
        let is_abandoned = matches!(
            finished.navigation,
            Some(NavigationRequest::Abandon | NavigationRequest::AbandonAll)
        );
        let Some(id) = self.tree.find(activity) else {
            return;
        };
        if is_abandoned || self.current != Some(id) || !self.track(id).is_active {
            return;
        }
        self.entry = finished.entry;
        let stores = &mut self.shared_stores_mut().stores;
        stores.extend(finished.shared_data.clone());
        if !self.tree[id].sequencing.delivery.tracked {
            return;
        }
        // Whether a request to suspend all is followed is decided later.
        self.track_mut(id).is_suspended = finished.exit == Exit::Suspend;
        self.report_objectives(id, &finished.document);
    }

    /// What would be known if the session that still goes on ended now and left this: what the player offers, and what
    /// the course has come to, follow what content has said so far.
    #[must_use]
    pub fn ahead(&self, running: &Finished) -> Self {
        let mut ahead = self.clone();
        if let Some(current) = self.current {
            let activity = &self.tree[current].identifier;
            ahead.report(activity, running);
            ahead.overall_rollup(current);
        }
        ahead
    }

    /// What the course as a whole has come to: its root's primary objective and progress. `None` before the first
    /// activity was delivered.
    pub fn standing(&self) -> Option<Progress> {
        (self.track(Id::ROOT).attempts > 0).then(|| self.primary(Id::ROOT))
    }

    /// Named objectives have records in the order in which the launch told them. The primary one may
    /// have one, too, beside what the data model says of the SCO as a whole.
    fn report_objectives(&mut self, id: Id, document: &Document) {
        let tree = Arc::clone(&self.tree);
        let mut place = 0;
        for (n, objective) in tree[id].objectives.iter().enumerate() {
            let mut said = Said::default();
            if objective.identifier.is_some() {
                said.hear(document, &format!("cmi.objectives.{place}"));
                place += 1;
            }
            if n == 0 {
                said.hear(document, "cmi");
                let tracking = self.track_mut(id);
                tracking.is_completion_told = said.told.contains(&Field::Completed);
                tracking.is_success_told = said.told.contains(&Field::Satisfied);
            }
            self.assert(id, n, &said.progress, &said.told);
        }
    }
}

/// What content said of one objective, and of which fields it spoke.
#[derive(Debug, Default)]
struct Said {
    progress: Progress,
    told: Vec<Field>,
}

impl Said {
    /// Adds what a record of the data model says.
    fn hear(&mut self, document: &Document, record: &str) {
        let leaves = [
            ("success_status", Field::Satisfied),
            ("completion_status", Field::Completed),
            ("score.scaled", Field::Measure),
            ("score.raw", Field::Raw),
            ("score.min", Field::Min),
            ("score.max", Field::Max),
            ("progress_measure", Field::Amount),
        ];
        for (leaf, field) in leaves {
            if let Some(value) = document.get(&format!("{record}.{leaf}")) {
                self.progress.copy(&[field], &understood(field, value));
                self.told.push(field);
            }
        }
    }
}

fn understood(field: Field, value: &str) -> Progress {
    let number = parse_number(value);
    let mut progress = Progress::default();
    match field {
        Field::Satisfied => progress.satisfied = truth(value, "passed", &["failed"]),
        Field::Completed => {
            progress.completed = truth(value, "completed", &["incomplete", "not attempted"]);
        }
        Field::Measure => progress.measure = number,
        Field::Raw => progress.raw = number,
        Field::Min => progress.min = number,
        Field::Max => progress.max = number,
        Field::Amount => progress.amount = number,
    }
    progress
}

fn truth(word: &str, yes: &str, no: &[&str]) -> Option<bool> {
    (word == yes || no.contains(&word)).then(|| word == yes)
}

/// The request that follows from the end of a session by itself: the SCO's own, or the end of the
/// attempt where its time was up (RTE, `cmi.exit`). `None`: the learner decides.
pub fn request_of(finished: &Finished) -> Option<Request> {
    let own = finished.navigation.clone().map(Request::from);
    let is_out_of_time = finished.exit == Exit::TimeOut && !finished.is_suspended();
    own.or_else(|| is_out_of_time.then_some(Request::ExitAll))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{course, group, leaf, objective, play, with};
    use super::*;
    use crate::manifest::Item;
    use crate::runtime::{Standard, finish, interrupt};

    fn document(said: &[(&str, &str)]) -> Document {
        let pairs = said.iter();
        pairs
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect()
    }

    fn reported(a: Item, said: &[(&str, &str)]) -> Vec<Progress> {
        let mut course = course(group("root", vec![a, leaf("b")]));
        play(&mut course, "start");
        course.report(
            "a",
            &finish(Standard::Scorm2004, &Document::new(), document(said)),
        );
        let a = course.tree.find("a").expect("an activity");
        (0..course.tree[a].objectives.len())
            .map(|n| course.objective(a, n))
            .collect()
    }

    #[test]
    fn records_of_objectives_are_found_in_the_order_they_were_told_in() {
        let a = with(leaf("a"), |it| {
            it.objectives = vec![
                objective(Some("main"), None),
                objective(Some("first"), None),
                objective(Some("second"), None),
            ];
            it.objectives[0].primary = true;
        });
        let said = [
            ("cmi.objectives.0.score.scaled", "0.1"),
            ("cmi.objectives.0.success_status", "failed"),
            ("cmi.success_status", "passed"),
            ("cmi.objectives.1.score.raw", "7"),
            ("cmi.objectives.2.completion_status", "not attempted"),
        ];
        let known = reported(a, &said);
        assert_eq!(
            (known[0].satisfied, known[0].measure),
            (Some(true), Some(0.1))
        );
        assert_eq!(known[1].raw, Some(7.0));
        assert_eq!(known[2].completed, Some(false));
    }

    #[test]
    fn nothing_is_taken_over_from_what_is_abandoned_untracked_or_not_delivered() {
        let passed = ("cmi.success_status", "passed");
        let abandoned = [passed, ("adl.nav.request", "abandonAll")];
        assert_eq!(reported(leaf("a"), &abandoned), [Progress::default()]);
        let untracked = with(leaf("a"), |it| it.delivery.tracked = false);
        assert_eq!(reported(untracked, &[passed]), [Progress::default()]);
        let mut course = course(group("root", vec![leaf("a"), leaf("b")]));
        play(&mut course, "start");
        let before = course.state();
        course.report(
            "b",
            &finish(Standard::Scorm2004, &Document::new(), document(&[passed])),
        );
        course.report(
            "z",
            &finish(Standard::Scorm2004, &Document::new(), document(&[passed])),
        );
        assert_eq!(course.state(), before);
    }

    #[test]
    fn a_session_may_end_with_a_request() {
        let asks = |said: &[(&str, &str)]| {
            request_of(&finish(
                Standard::Scorm2004,
                &Document::new(),
                document(said),
            ))
        };
        let time_out = ("cmi.exit", "time-out");
        assert_eq!(asks(&[]), None);
        assert_eq!(asks(&[("cmi.exit", "suspend")]), None);
        assert_eq!(asks(&[time_out]), Some(Request::ExitAll));
        let both = [time_out, ("adl.nav.request", "{target=b}choice")];
        assert_eq!(asks(&both), Some(Request::Choice("b".to_owned())));
        let lost = interrupt(Standard::Scorm2004, &Document::new(), document(&both));
        assert_eq!(request_of(&lost), None);
    }

    #[test]
    fn every_element_of_a_record_is_understood() {
        let said = [
            ("cmi.success_status", "failed"),
            ("cmi.completion_status", "completed"),
            ("cmi.score.scaled", "0.5"),
            ("cmi.score.raw", "3"),
            ("cmi.score.min", "1"),
            ("cmi.score.max", "5"),
            ("cmi.progress_measure", "0.25"),
        ];
        let expected = Progress {
            satisfied: Some(false),
            completed: Some(true),
            measure: Some(0.5),
            raw: Some(3.0),
            min: Some(1.0),
            max: Some(5.0),
            amount: Some(0.25),
        };
        assert_eq!(reported(leaf("a"), &said), [expected]);
        let unknown = [
            ("cmi.success_status", "unknown"),
            ("cmi.completion_status", "unknown"),
        ];
        assert_eq!(reported(leaf("a"), &unknown), [Progress::default()]);
    }

    #[test]
    fn a_session_that_has_ended_reports_nothing_more() {
        let mut course = course(group("root", vec![leaf("a"), leaf("b")]));
        play(&mut course, "start exit");
        let before = course.state();
        let late = document(&[("cmi.success_status", "failed")]);
        course.report("a", &finish(Standard::Scorm2004, &Document::new(), late));
        assert_eq!(course.state(), before);
    }

    #[test]
    fn looking_ahead_changes_nothing_and_tells_what_would_be() {
        let mut course = course(group("root", vec![leaf("a"), leaf("b")]));
        assert_eq!(course.standing(), None);
        let failing = document(&[
            ("cmi.success_status", "failed"),
            ("cmi.score.scaled", "0.5"),
        ]);
        let running = interrupt(Standard::Scorm2004, &Document::new(), failing);
        assert_eq!(course.ahead(&running).state(), course.state());
        play(&mut course, "start +success_status=passed continue");
        let before = course.state();
        let ahead = course.ahead(&running).standing().expect("an attempt");
        assert_eq!((ahead.satisfied, ahead.measure), (Some(false), Some(0.25)));
        assert_eq!(course.state(), before);
        assert_eq!(course.standing().map(|it| it.measure), Some(None));
    }
}
