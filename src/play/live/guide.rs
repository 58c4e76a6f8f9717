//! The way through a package: what a request leads to, and what the sequencer of a SCORM 2004 course hears of
//! sessions. SCORM 1.2 is led by prerequisites and statuses alone. Knows nothing of windows and epochs.

use std::borrow::Cow;

use scorm::navigation::{Decision, Ending as SessionEnd, Navigation, Refused, Request, TocItem};
use scorm::outcome::{Completion, Ending, ScoEvidence, Success};
use scorm::runtime::{self, Document, Finished, Standard};
use scorm::sequencing::{Answer, Progress, Sequencer, SequencingException};

use super::{Live, Running, Signposts};

/// What a request led to.
#[derive(Debug, Default)]
pub(in crate::play) struct Step {
    pub deliver: Option<String>,
    pub ended: Option<SessionEnd>,
    pub message: Option<Refused>,
    /// Why the standard refuses, for those who test a package.
    pub exception: Option<SequencingException>,
}

impl Step {
    fn deliver(item: String) -> Self {
        Self {
            deliver: Some(item),
            ..Self::default()
        }
    }

    fn end(ending: SessionEnd) -> Self {
        Self {
            ended: Some(ending),
            ..Self::default()
        }
    }
}

impl Live {
    /// Follows a request of the learner or of a SCO. `seed` decides what is left to chance.
    pub(in crate::play) fn follow(&mut self, request: &Request, seed: u64) -> Step {
        if self.sequencer.is_none() {
            return self.follow_prerequisites(request);
        }
        if *request != Request::Start {
            self.conclude();
        }
        if *request == Request::ExitAll && !self.is_in_session() {
            // Nothing was chosen yet: leaving is all there is to it.
            return Step::end(SessionEnd::Exited);
        }
        let current = self.place.current.clone();
        let is_guided = self.setting.version.is_guided();
        let Some(sequencer) = &mut self.sequencer else {
            return Step::default();
        };
        match sequencer.request(request, seed) {
            Answer::Deliver(item) => Step::deliver(item),
            // With nothing to choose from, waiting is the end.
            Answer::Wait if !is_guided => Step::end(SessionEnd::Exited),
            Answer::Wait => Step::default(),
            Answer::End(ending) => {
                self.mark_left(current.as_deref(), ending);
                Step::end(ending)
            }
            Answer::Refuse(exception) => refuse(sequencer, request, exception, seed),
        }
    }

    fn follow_prerequisites(&self, request: &Request) -> Step {
        let decision = self
            .navigation()
            .map(|navigation| navigation.decide(request));
        match decision {
            Some(Decision::Deliver(item)) => Step::deliver(item),
            Some(Decision::End(ending)) => Step::end(ending),
            Some(Decision::Refuse(refused)) => Step {
                message: Some(refused),
                ..Step::default()
            },
            None => Step::default(),
        }
    }

    fn navigation(&self) -> Option<Navigation<'_>> {
        let organization = self.setting.version.package.course.organization()?;
        let current = self.place.current.as_deref();
        Some(Navigation::new(organization, current, |item| {
            self.status(item)
        }))
    }

    /// What the player shows of the way: as it would be if the running session ended now.
    pub(in crate::play) fn signposts(&self) -> Option<Signposts<'_>> {
        match self.ahead() {
            Some(sequencer) => Some(Signposts::Sequenced {
                sequencer,
                is_guided: self.setting.version.is_guided(),
            }),
            None => self.navigation().map(Signposts::Plain),
        }
    }

    /// The sequencer, with what the running session has said so far.
    fn ahead(&self) -> Option<Cow<'_, Sequencer>> {
        let sequencer = self.sequencer.as_ref()?;
        let running = sequencer.delivered().and_then(|sco| self.sessions.get(sco));
        Some(match running {
            Some(running) => Cow::Owned(sequencer.ahead(&running.so_far())),
            None => Cow::Borrowed(sequencer),
        })
    }

    /// A window that is opened anew after its SCO has said goodbye was left: that is Exit All. One that was lost in the
    /// middle of a session goes on where it was.
    pub(in crate::play) fn leave_if_done(&mut self, seed: u64) {
        let sequencer = self.sequencer.as_ref();
        let delivered = sequencer.and_then(|sequencer| sequencer.delivered());
        let mark = delivered.and_then(|sco| self.place.scos.get(sco));
        let is_done =
            mark.is_some_and(|mark| mark.ending != Ending::Open && mark.interrupted.is_none());
        if is_done {
            self.follow(&Request::ExitAll, seed);
        }
    }

    /// The learner goes on while a SCO has not ended by itself: its session ends now. What it stored is kept as if it
    /// had suspended, unless it said how it wants to be left.
    fn conclude(&mut self) {
        let delivered = self.sequencer.as_ref().and_then(|it| it.delivered());
        let Some(sco) = delivered.map(ToOwned::to_owned) else {
            return;
        };
        self.resume(&sco);
        if let Some(running) = self.sessions.get_mut(&sco) {
            if running.session.document().get("cmi.exit").is_none() {
                // The element is the SCO's to write; a session that takes it cannot refuse the word.
                let _ = running.session.apply_set("cmi.exit", "suspend");
            }
            self.terminate(&sco);
        }
    }

    fn mark_left(&mut self, sco: Option<&str>, ending: SessionEnd) {
        let mark = sco.and_then(|sco| self.place.scos.get_mut(sco));
        if let (Some(mark), SessionEnd::Suspended) = (mark, ending) {
            mark.ending = Ending::Suspended;
        }
    }

    /// Tells the sequencer what a session left, unless the learner abandons it.
    pub(super) fn report(&mut self, sco: &str, finished: &Finished) {
        if self.abandons {
            return;
        }
        if let Some(sequencer) = &mut self.sequencer {
            sequencer.report(sco, finished);
        }
    }

    /// The word of a course that says itself when it is complete, with what the running session adds to it.
    pub(super) fn standing(&self) -> Option<ScoEvidence> {
        if !self.setting.version.is_rolled_up() {
            return None;
        }
        let root = self.setting.version.package.course.organization()?;
        let unopened = ScoEvidence::unopened(&root.identifier);
        Some(match self.ahead()?.standing() {
            Some(progress) => self.evidence_of_course(unopened, &progress),
            None => unopened,
        })
    }

    fn evidence_of_course(&self, course: ScoEvidence, progress: &Progress) -> ScoEvidence {
        ScoEvidence {
            opened: true,
            ending: if self.is_in_session() {
                Ending::Open
            } else {
                Ending::Finished
            },
            completion: match progress.completed {
                Some(true) => Completion::Completed,
                Some(false) => Completion::Incomplete,
                None => Completion::Unknown,
            },
            success: match progress.satisfied {
                Some(true) => Success::Passed,
                Some(false) => Success::Failed,
                None => Success::Unknown,
            },
            ..course
        }
    }

    fn is_in_session(&self) -> bool {
        self.sequencer.as_ref().is_some_and(Sequencer::is_open)
    }

    /// Whether the learner is between sessions, with nothing suspended: the next launch starts something new.
    pub(super) fn is_between_sessions(&self) -> bool {
        let sequencer = self.sequencer.as_ref();
        sequencer.is_some_and(|it| !it.is_open() && !it.is_suspended())
    }
}

fn refuse(
    sequencer: &mut Sequencer,
    request: &Request,
    exception: SequencingException,
    seed: u64,
) -> Step {
    // A course that starts nothing by itself lets the learner choose, which is no refusal.
    let offers = *request == Request::Start && is_offering(&sequencer.toc());
    let message = (!offers).then(|| sequencer.refused(request, exception));
    // The player has taken the content away before it asked: what goes on is shown once more.
    let goes_on = sequencer.delivered().is_some();
    let again = goes_on.then(|| sequencer.request(&Request::Start, seed));
    let step = match again {
        Some(Answer::Deliver(item)) => Step::deliver(item),
        _ => Step::default(),
    };
    Step {
        message,
        exception: Some(exception),
        ..step
    }
}

fn is_offering(items: &[TocItem]) -> bool {
    items
        .iter()
        .any(|item| (item.launchable && item.enabled) || is_offering(&item.children))
}

impl Running {
    /// What the session would leave if it ended now.
    fn so_far(&self) -> Finished {
        let document: Document = self.session.document().clone();
        runtime::finish(Standard::Scorm2004, &self.initial, document)
    }
}
