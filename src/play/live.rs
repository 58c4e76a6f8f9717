//! A running attempt in memory: the journal's entries go in, documents and an outcome come out.
//! Pure: no clock, no database, no HTTP. Everything durable about it is in [`Stored`].

mod guide;
mod sessions;
mod signposts;

use std::collections::BTreeMap;
use std::sync::Arc;

use scorm::manifest::Item;
use scorm::navigation::Request;
use scorm::outcome::{self, Completion, Ending, Outcome, Rules, ScoEvidence, Success};
use scorm::prerequisites::Status;
use scorm::runtime::{Document, Mode, Session, Standard, Strictness};
use scorm::sequencing::{Sequencer, Shared, State};
use serde::{Deserialize, Serialize};

pub(super) use guide::Step;
pub(super) use signposts::Signposts;

use super::protocol::{Entry, Op, Refusal};
use crate::versions::LoadedVersion;

/// What an attempt needs to know and never changes while it lives.
#[derive(Debug)]
pub(super) struct Setting {
    pub version: Arc<LoadedVersion>,
    pub rules: Rules,
    pub strictness: Strictness,
    pub mode: Mode,
    pub learner_id: String,
    pub learner_name: String,
}

/// What is kept of one SCO beside its document.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct ScoMark {
    pub opened: bool,
    pub ending: Ending,
    /// The session was left open and taken for ended. A journal may yet tell the rest of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interrupted: Option<Interrupted>,
    /// Evidence of an earlier, better session: a later visit does not take it back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<ScoEvidence>,
}

/// What going on with an interrupted session needs, so that its time is not counted twice.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Interrupted {
    /// The total before the session, and what the session had reported, as the SCO reads and writes them.
    pub total_time: Option<String>,
    pub session_time: Option<String>,
}

/// Where the learner is inside the package.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Place {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current: Option<String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub scos: BTreeMap<String, ScoMark>,
    /// Where the sequencing of a SCORM 2004 course stands. It outlives the attempt: what is known of an activity holds
    /// until a new attempt on that activity begins (SN, "Tracking Model").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sequencing: Option<State>,
    /// What no later report takes back; what a running session says beyond it is provisional.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<Outcome>,
    /// The window that was opened last, also after it was closed: a reload comes back under its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<String>,
    /// The last epoch that wrote anything, and how far: the journal of that window may still arrive.
    #[serde(default)]
    pub written: (i64, i64),
}

#[derive(Debug)]
pub(super) struct Live {
    pub setting: Setting,
    pub place: Place,
    /// Leads through a SCORM 2004 course.
    sequencer: Option<Sequencer>,
    /// The learner abandons the activity: what its session leaves is not reported.
    pub abandons: bool,
    documents: BTreeMap<String, Document>,
    /// Sessions of SCOs that were initialised in this window.
    sessions: BTreeMap<String, Running>,
    pub outcome: Outcome,
    /// Documents changed since they were last written.
    dirty: Vec<String>,
    /// Of these, the ones whose interactions changed.
    dirty_interactions: Vec<String>,
    pub has_begun: bool,
}

#[derive(Debug)]
struct Running {
    session: Session,
    initial: BTreeMap<String, String>,
}

/// What applying entries led to, beside changed documents.
#[derive(Debug, Default)]
pub(super) struct Effects {
    pub refused: Vec<Refusal>,
    /// The SCO ended with a request of its own.
    pub navigation: Option<Request>,
}

impl Live {
    pub(super) fn new(
        setting: Setting,
        mut place: Place,
        documents: BTreeMap<String, Document>,
        outcome: Outcome,
        has_begun: bool,
        shared: Shared,
    ) -> Self {
        // While the attempt is in memory, the sequencer alone knows where it stands.
        let state = place.sequencing.take().unwrap_or_default();
        let tree = setting.version.tree.clone();
        Self {
            sequencer: tree.map(|tree| Sequencer::new(tree, state, shared)),
            abandons: false,
            setting,
            place,
            documents,
            sessions: BTreeMap::new(),
            outcome,
            dirty: Vec::new(),
            dirty_interactions: Vec::new(),
            has_begun,
        }
    }

    pub(super) fn standard(&self) -> Standard {
        self.setting.version.package.course.standard
    }

    /// Applies one entry that comes next in order.
    pub(super) fn apply(&mut self, entry: &Entry, effects: &mut Effects) {
        let sco = entry.sco.as_str();
        if self.item(sco).is_none() {
            effects.refused.push(unknown_sco(entry.seq));
            return;
        }
        match &entry.op {
            Op::Init => self.initialise(sco),
            Op::Set { el, val } => self.set(entry.seq, sco, el, val, effects),
            Op::Commit => {}
            Op::Term => effects.navigation = self.terminate(sco),
            Op::View => self.mark_viewed(sco),
        }
        self.has_begun = true;
    }

    /// Evaluates the outcome anew. While a session runs, its word may still change (a module that calls itself
    /// complete before it sends the score of its quiz); what is kept stands whatever comes.
    pub(super) fn settle(&mut self) {
        let (scos, rules) = (self.evidence(), &self.setting.rules);
        let now = match self.standing() {
            Some(course) => outcome::evaluate_rolled_up(&course, &scos, rules),
            None => outcome::evaluate(&scos, rules),
        };
        self.outcome = match &self.place.kept {
            Some(kept) => outcome::keep_met(kept, now),
            None => now,
        };
        if self.outcome.is_met() && (!self.is_running() || self.outcome.is_passed_by_score()) {
            self.place.kept = Some(self.outcome.clone());
        }
    }

    /// Whether the attempt is met for good, whatever the running session says next.
    pub(super) fn is_settled(&self) -> bool {
        self.place.kept.is_some()
    }

    fn is_running(&self) -> bool {
        self.place
            .scos
            .values()
            .any(|mark| mark.opened && mark.ending == Ending::Open)
    }

    /// The documents that changed since the last call, each with its SCO.
    pub(super) fn take_dirty(&mut self) -> Vec<String> {
        std::mem::take(&mut self.dirty)
    }

    pub(super) fn take_dirty_interactions(&mut self) -> Vec<String> {
        std::mem::take(&mut self.dirty_interactions)
    }

    pub(super) fn document(&self, sco: &str) -> Option<&Document> {
        match self.sessions.get(sco) {
            Some(running) => Some(running.session.document()),
            None => self.documents.get(sco),
        }
    }

    /// Makes `item` the current activity and says what its launch starts from.
    pub(super) fn deliver(
        &mut self,
        identifier: &str,
    ) -> Option<(Document, BTreeMap<String, String>)> {
        let item = self.item(identifier)?.clone();
        self.rest_all();
        self.place.current = Some(identifier.to_owned());
        let (launch, document) = self.launch(&item);
        Some((document, launch.initial()))
    }

    /// The place as it is stored.
    pub(super) fn stored_place(&self) -> Place {
        Place {
            sequencing: self.sequencer.as_ref().map(Sequencer::state),
            ..self.place.clone()
        }
    }

    /// What the learner's other courses may see.
    pub(super) fn shared(&self) -> Option<&Shared> {
        self.sequencer.as_ref().map(Sequencer::shared)
    }

    /// Whether the learner has come to an end: the next launch starts something new.
    pub(super) fn is_over(&self) -> bool {
        if self.setting.version.is_guided() && !self.is_between_sessions() {
            return false;
        }
        let is_suspended = || {
            self.place
                .scos
                .values()
                .any(|mark| mark.opened && mark.ending != Ending::Finished)
        };
        self.outcome.is_met() || (self.outcome.success == Success::Failed && !is_suspended())
    }

    pub(super) fn evidence(&self) -> Vec<ScoEvidence> {
        self.setting
            .version
            .package
            .course
            .launchables()
            .map(|item| self.evidence_of(item))
            .collect()
    }

    fn item(&self, identifier: &str) -> Option<&Item> {
        let course = &self.setting.version.package.course;
        course
            .find_item(identifier)
            .filter(|item| item.is_launchable())
    }

    fn is_asset(item: &Item) -> bool {
        item.kind == Some(scorm::manifest::ResourceKind::Asset)
    }

    fn evidence_of(&self, item: &Item) -> ScoEvidence {
        let sco = item.identifier.as_str();
        let mark = self.place.scos.get(sco).cloned().unwrap_or_default();
        // A resource called an asset that talks to the run-time is believed to be a SCO.
        let has_spoken = self
            .document(sco)
            .is_some_and(|document| !document.is_empty());
        if Self::is_asset(item) && !has_spoken {
            return ScoEvidence::asset(sco, mark.opened);
        }
        if !mark.opened {
            return mark.kept.unwrap_or_else(|| ScoEvidence::unopened(sco));
        }
        let standard = self.standard();
        let read = |initial: &_, document: &_| {
            ScoEvidence::from_document(standard, sco, initial, document, mark.ending)
        };
        let now = if let Some(running) = self.sessions.get(sco) {
            read(&running.initial, running.session.document())
        } else {
            let document = self.documents.get(sco).cloned().unwrap_or_default();
            read(&self.facts(item).resuming(&document).initial(), &document)
        };
        match mark.kept {
            Some(kept) if is_done(&kept) && !is_done(&now) => kept,
            _ => now,
        }
    }

    /// The status navigation and the table of contents see.
    fn status(&self, identifier: &str) -> Status {
        let Some(item) = self.item(identifier) else {
            return Status::NotAttempted;
        };
        let evidence = self.evidence_of(item);
        match (evidence.success, evidence.completion) {
            (Success::Passed, _) => Status::Passed,
            (Success::Failed, _) => Status::Failed,
            (Success::Unknown, Completion::Completed) => Status::Completed,
            _ if evidence.is_asset && evidence.opened => Status::Completed,
            _ if evidence.reported == "browsed" => Status::Browsed,
            _ if evidence.opened => Status::Incomplete,
            _ => Status::NotAttempted,
        }
    }

    fn mark_dirty(&mut self, sco: &str) {
        note(&mut self.dirty, sco);
    }
}

fn note(list: &mut Vec<String>, sco: &str) {
    if !list.iter().any(|known| known == sco) {
        list.push(sco.to_owned());
    }
}

fn is_done(evidence: &ScoEvidence) -> bool {
    evidence.success == Success::Passed
        || (evidence.completion == Completion::Completed && evidence.success != Success::Failed)
}

fn unknown_sco(seq: i64) -> Refusal {
    Refusal {
        seq,
        code: 101,
        text: "The package has no such SCO.",
    }
}
