//! What the launch of the delivered activity tells its SCO (RTE 4.2, SN 5.6).

use super::Sequencer;
use super::progress::Progress;
use super::tree::{Activity, Id};
use crate::navigation::Request;
use crate::runtime::{Document, Entry, Launch, SharedData, Standard};

impl Sequencer {
    /// The launch of the activity delivered, and the document its session starts from: `document`,
    /// which an earlier session on the same activity left, as far as it still holds. Learner and mode
    /// are the caller's to fill in.
    pub fn launch(&self, document: Document) -> Option<(Launch, Document)> {
        let id = self.current?;
        let activity = &self.tree[id];
        let usual = Launch::new(Standard::Scorm2004);
        let (usual, mut document) = match self.entry {
            Entry::Resume => (usual.resuming(&document), document),
            Entry::AbInitio | Entry::Neither => (usual, Document::new()),
        };
        let facts = &activity.launch;
        let mut launch = Launch {
            entry: self.entry,
            launch_data: facts.launch_data.clone(),
            scaled_passing_score: scaled_passing_score(activity),
            completion_threshold: completion_threshold(activity),
            max_time_allowed: facts.max_time_allowed.clone(),
            time_limit_action: facts.time_limit_action.map(|it| it.as_str().to_owned()),
            shared_data: self.stores(activity),
            ..usual
        };
        self.tell_objectives(id, &mut launch);
        // What another activity has written since outranks what this one stored.
        document.retain(|key, _| !launch.more.contains_key(key));
        self.tell_validity(&mut launch);
        Some((launch, document))
    }

    /// Objectives with a name are there from the first call, and say what other activities shared.
    fn tell_objectives(&self, id: Id, launch: &mut Launch) {
        tell(launch, "cmi", &self.shared_objective(id, 0));
        for (n, objective) in self.tree[id].objectives.iter().enumerate() {
            let Some(name) = &objective.identifier else {
                continue;
            };
            let record = format!("cmi.objectives.{}", launch.objectives.len());
            launch.objectives.push(name.clone());
            tell(launch, &record, &self.shared_objective(id, n));
        }
    }

    fn stores(&self, activity: &Activity) -> Vec<SharedData> {
        let stores = &self.shared_stores().stores;
        let maps = activity.launch.data_maps.iter().map(|map| SharedData {
            target_id: map.target_id.clone(),
            store: stores.get(&map.target_id).cloned(),
            readable: map.read_shared_data,
            writable: map.write_shared_data,
        });
        maps.collect()
    }

    /// `adl.nav.request_valid`: what would be accepted now.
    fn tell_validity(&self, launch: &mut Launch) {
        self.look_up_preconditions();
        let requests = [
            ("continue", Request::Continue),
            ("previous", Request::Previous),
            ("exit", Request::Exit),
            ("exitAll", Request::ExitAll),
            ("abandon", Request::Abandon),
            ("abandonAll", Request::AbandonAll),
            ("suspendAll", Request::SuspendAll),
        ];
        let mut say = |name: String, is_valid: bool| {
            let key = format!("adl.nav.request_valid.{name}");
            launch.more.insert(key, is_valid.to_string());
        };
        for (name, request) in requests {
            say(name.to_owned(), self.is_valid(&request));
        }
        for id in self.tree.ids() {
            let target = &self.tree[id].identifier;
            say(format!("choice.{{target={target}}}"), self.may_choose(id));
            say(format!("jump.{{target={target}}}"), self.may_jump(id));
        }
    }
}

/// RTE, `cmi.scaled_passing_score`.
fn scaled_passing_score(activity: &Activity) -> Option<String> {
    let primary = activity.objectives.first()?;
    primary
        .satisfied_by_measure
        .then(|| primary.min_measure.to_string())
}

/// RTE, `cmi.completion_threshold`.
fn completion_threshold(activity: &Activity) -> Option<String> {
    let threshold = &activity.completion_threshold;
    let measure = threshold.min_progress_measure;
    threshold.completed_by_measure.then(|| measure.to_string())
}

/// Writes what is known of an objective below `record`.
fn tell(launch: &mut Launch, record: &str, progress: &Progress) {
    let word = |known: Option<bool>, yes: &str, no: &str| {
        known.map(|it| if it { yes.to_owned() } else { no.to_owned() })
    };
    let number = |known: Option<f64>| known.map(|it| it.to_string());
    let values = [
        (
            "success_status",
            word(progress.satisfied, "passed", "failed"),
        ),
        (
            "completion_status",
            word(progress.completed, "completed", "incomplete"),
        ),
        ("score.scaled", number(progress.measure)),
        ("score.raw", number(progress.raw)),
        ("score.min", number(progress.min)),
        ("score.max", number(progress.max)),
        ("progress_measure", number(progress.amount)),
    ];
    for (leaf, value) in values {
        if let Some(value) = value {
            launch.more.insert(format!("{record}.{leaf}"), value);
        }
    }
}
