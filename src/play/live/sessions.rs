//! The sessions of a running attempt's SCOs: how they begin, go on, and end.
//! Knows nothing of outcomes and navigation, which `live` makes of what they leave.

use std::collections::BTreeMap;

use scorm::manifest::Item;
use scorm::navigation::Request;
use scorm::outcome::Ending;
use scorm::runtime::{self, Document, Launch, Mode, Session};
use scorm::sequencing::{Sequencer, request_of};

use super::super::protocol::Refusal;
use super::{Effects, Interrupted, Live, Running, ScoMark, is_done, note};

impl Live {
    pub(super) fn initialise(&mut self, sco: &str) {
        self.rest(sco);
        let Some(item) = self.item(sco).cloned() else {
            return;
        };
        let before = self.evidence_of(&item);
        let (launch, document) = self.launch(&item);
        let mark = self.place.scos.entry(sco.to_owned()).or_default();
        if is_done(&before) {
            mark.kept = Some(before);
        }
        mark.opened = true;
        mark.ending = Ending::Open;
        mark.interrupted = None;
        self.place.current = Some(sco.to_owned());
        self.begin(sco, launch.initial(), document);
        self.mark_dirty(sco);
    }

    /// Goes on with a session that this process has not seen begin, or has taken for ended: after a restart of the
    /// service the SCO in its window knows nothing of it, and reports its time from its own beginning.
    pub(super) fn resume(&mut self, sco: &str) {
        let Some(mark) = self.place.scos.get_mut(sco) else {
            return;
        };
        let interrupted = mark.interrupted.take();
        let goes_on = mark.opened && (mark.ending == Ending::Open || interrupted.is_some());
        if self.sessions.contains_key(sco) || !goes_on {
            return;
        }
        mark.ending = Ending::Open;
        let Some(item) = self.item(sco) else { return };
        let mut document = self.documents.get(sco).cloned().unwrap_or_default();
        let (launch, _) = self.launch(item);
        let mut initial = launch.initial();
        if let Some(earlier) = interrupted {
            let times = runtime::times(self.standard());
            put(&mut initial, times.total, earlier.total_time);
            put(&mut document, times.session, earlier.session_time);
        }
        self.begin(sco, initial, document);
    }

    fn begin(&mut self, sco: &str, initial: BTreeMap<String, String>, document: Document) {
        let strictness = self.setting.strictness;
        let session = Session::new(self.standard(), strictness, initial.clone(), document);
        self.sessions
            .insert(sco.to_owned(), Running { session, initial });
    }

    pub(super) fn set(&mut self, seq: i64, sco: &str, el: &str, val: &str, effects: &mut Effects) {
        self.resume(sco);
        if !self.sessions.contains_key(sco) {
            // A window that lost its `init`.
            self.initialise(sco);
        }
        let Some(running) = self.sessions.get_mut(sco) else {
            return;
        };
        match running.session.apply_set(el, val) {
            Ok(_) => {
                self.mark_dirty(sco);
                if el.starts_with("cmi.interactions.") {
                    note(&mut self.dirty_interactions, sco);
                }
            }
            Err(code) => {
                effects.refused.push(Refusal {
                    seq,
                    code: code.code,
                    text: code.text,
                });
            }
        }
    }

    pub(super) fn terminate(&mut self, sco: &str) -> Option<Request> {
        self.resume(sco);
        let running = self.sessions.remove(sco)?;
        let document = running.session.into_document();
        let finished = runtime::finish(self.standard(), &running.initial, document);
        let mark = self.place.scos.entry(sco.to_owned()).or_default();
        mark.ending = if finished.is_suspended() {
            Ending::Suspended
        } else {
            Ending::Finished
        };
        mark.interrupted = None;
        self.report(sco, &finished);
        let request = request_of(&finished);
        self.documents.insert(sco.to_owned(), finished.document);
        self.mark_dirty(sco);
        request
    }

    pub(super) fn mark_viewed(&mut self, sco: &str) {
        let mark = self.place.scos.entry(sco.to_owned()).or_default();
        if !mark.opened {
            // Looking is all there is to it. A resource that speaks to the run-time has a session, which ends by itself.
            mark.opened = true;
            mark.ending = Ending::Finished;
        }
        self.place.current = Some(sco.to_owned());
    }

    /// One SCO plays at a time: what is still open when another begins was left.
    pub(in crate::play) fn rest_all(&mut self) {
        let opened =
            |(sco, mark): (&String, &ScoMark)| (mark.ending == Ending::Open).then(|| sco.clone());
        let open: Vec<String> = self.place.scos.iter().filter_map(opened).collect();
        for sco in open {
            self.rest(&sco);
        }
    }

    /// Ends a session that a closed, reloaded or crashed window left open: its time counts, and it
    /// resumes.
    fn rest(&mut self, sco: &str) {
        let mark = self.place.scos.get(sco);
        if mark.is_some_and(|mark| mark.ending == Ending::Open) {
            self.resume(sco);
        }
        let Some(Running { session, initial }) = self.sessions.remove(sco) else {
            return;
        };
        let standard = self.standard();
        let times = runtime::times(standard);
        let document = session.into_document();
        let mark = self.place.scos.entry(sco.to_owned()).or_default();
        mark.ending = Ending::Suspended;
        mark.interrupted = Some(Interrupted {
            total_time: initial.get(times.total).cloned(),
            session_time: document.get(times.session).cloned(),
        });
        let finished = runtime::interrupt(standard, &initial, document);
        self.documents.insert(sco.to_owned(), finished.document);
        self.mark_dirty(sco);
    }

    /// What the launch of an activity tells its SCO, and the document its session starts from. A SCORM 2004 course
    /// starts an activity that ended without suspending on an empty one (RTE 4.2.1.1); what it achieved is kept aside.
    /// SCORM 1.2 always goes on with what was stored, and so does a review.
    pub(super) fn launch(&self, item: &Item) -> (Launch, Document) {
        let stored = self.documents.get(&item.identifier).cloned();
        let stored = stored.unwrap_or_default();
        let facts = self.facts(item);
        let is_current = |it: &&Sequencer| it.delivered() == Some(item.identifier.as_str());
        let sequencer = self.sequencer.as_ref().filter(is_current);
        match sequencer.and_then(|it| it.launch(stored.clone())) {
            Some((launch, document)) => {
                let launch = Launch {
                    learner_id: facts.learner_id,
                    learner_name: facts.learner_name,
                    mode: facts.mode,
                    ..launch
                };
                let starts_anew = self.setting.mode == Mode::Normal;
                (launch, if starts_anew { document } else { stored })
            }
            None => (facts.resuming(&stored), stored),
        }
    }

    /// What the manifest and the learner's account say, whatever happened so far.
    pub(super) fn facts(&self, item: &Item) -> Launch {
        let setting = &self.setting;
        Launch {
            learner_id: setting.learner_id.clone(),
            learner_name: setting.learner_name.clone(),
            mode: setting.mode,
            launch_data: item.data_from_lms.clone(),
            mastery_score: item.mastery_score.map(|score| score.to_string()),
            scaled_passing_score: item.scaled_passing_score().map(|score| score.to_string()),
            completion_threshold: item
                .completion_threshold
                .as_ref()
                .filter(|threshold| threshold.completed_by_measure)
                .map(|threshold| threshold.min_progress_measure.to_string()),
            max_time_allowed: item.max_time_allowed.clone(),
            time_limit_action: item
                .time_limit_action
                .map(|action| action.as_str().to_owned()),
            ..Launch::new(self.standard())
        }
    }
}

fn put(map: &mut BTreeMap<String, String>, element: &str, value: Option<String>) {
    if let Some(value) = value {
        map.insert(element.to_owned(), value);
    }
}
