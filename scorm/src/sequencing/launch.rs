//! What the launch of the delivered activity tells its SCO (RTE 4.2, SN 5.6).

use super::Sequencer;
use super::definition::Activity;
use super::progress::Progress;
use super::tree::Id;
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
    let primary = &activity.objectives[0];
    let is_measured = primary.satisfied_by_measure;
    is_measured.then(|| primary.min_measure.to_string())
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

#[cfg(test)]
mod tests {
    use super::super::testing::{course, group, leaf, objective, play, with};
    use super::*;
    use crate::manifest::sequencing::ObjectiveMap;
    use crate::manifest::{CompletionThreshold, DataMap, Item, TimeLimitAction};
    use crate::runtime::{Finished, finish};

    fn launched(
        course: &Sequencer,
        document: Document,
    ) -> (std::collections::BTreeMap<String, String>, Document) {
        let (launch, document) = course.launch(document).expect("an activity is delivered");
        (launch.initial(), document)
    }

    fn ended(course: &mut Sequencer, said: &[(&str, &str)]) -> Finished {
        let activity = course
            .delivered()
            .expect("an activity is delivered")
            .to_owned();
        let (initial, mut document) = launched(course, Document::new());
        let said = said
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        document.extend(said);
        let finished = finish(Standard::Scorm2004, &initial, document);
        course.report(&activity, &finished);
        finished
    }

    #[test]
    fn the_manifest_tells_thresholds_times_and_objectives() {
        let mut primary = objective(None, None);
        primary.satisfied_by_measure = true;
        primary.min_normalized_measure = 0.8;
        let a = Item {
            data_from_lms: Some("level=2".to_owned()),
            max_time_allowed: Some("PT1H".to_owned()),
            completion_threshold: Some(CompletionThreshold {
                completed_by_measure: true,
                min_progress_measure: 0.6,
                progress_weight: 1.0,
            }),
            ..with(leaf("a"), |it| {
                it.objectives = vec![primary, objective(Some("%20part%20one "), None)];
            })
        };
        let mut course = course(group("root", vec![a, leaf("b")]));
        assert!(course.launch(Document::new()).is_none());
        play(&mut course, "start");
        let (initial, _) = launched(&course, Document::new());
        for (key, value) in [
            ("cmi.launch_data", "level=2"),
            ("cmi.max_time_allowed", "PT1H"),
            ("cmi.completion_threshold", "0.6"),
            ("cmi.scaled_passing_score", "0.8"),
            ("cmi.objectives.0.id", "part one"),
            ("cmi.entry", "ab-initio"),
            ("adl.nav.request_valid.continue", "true"),
            ("adl.nav.request_valid.previous", "false"),
            ("adl.nav.request_valid.choice.{target=b}", "true"),
            ("adl.nav.request_valid.jump.{target=root}", "false"),
        ] {
            assert_eq!(initial.get(key).map(String::as_str), Some(value), "{key}");
        }
    }

    #[test]
    fn what_others_share_outranks_what_a_suspended_session_stored() {
        let map = |reads: bool| ObjectiveMap {
            target: "shared".to_owned(),
            read_satisfied_status: reads,
            read_normalized_measure: reads,
            write_satisfied_status: true,
            write_normalized_measure: true,
        };
        let a = with(leaf("a"), |it| {
            it.objectives.push(objective(None, Some(map(true))));
        });
        let b = with(leaf("b"), |it| {
            it.objectives.push(objective(None, Some(map(false))));
        });
        let mut course = course(group("root", vec![a, b]));
        play(&mut course, "start");
        let said = [
            ("cmi.score.scaled", "0.2"),
            ("cmi.location", "3"),
            ("cmi.exit", "suspend"),
        ];
        let kept = ended(&mut course, &said);
        assert_eq!(
            course.request(&Request::Continue, 1),
            super::super::Answer::Deliver("b".into())
        );
        ended(&mut course, &[("cmi.score.scaled", "0.9")]);
        course.request(&Request::Previous, 1);
        let (initial, document) = launched(&course, kept.document);
        assert_eq!(initial["cmi.entry"], "resume");
        assert_eq!(initial["cmi.score.scaled"], "0.9");
        assert_eq!(document.get("cmi.score.scaled"), None);
        assert_eq!(document["cmi.location"], "3");
    }

    #[test]
    fn what_is_resumed_says_so_also_when_it_stored_nothing() {
        let mut course = course(group("root", vec![leaf("a"), leaf("b")]));
        for (script, entry) in [("start", "ab-initio"), ("suspendAll start", "resume")] {
            play(&mut course, script);
            let (initial, _) = launched(&course, Document::new());
            assert_eq!(initial["cmi.entry"], entry, "{script}");
        }
    }

    #[test]
    fn a_new_attempt_starts_with_an_empty_document() {
        let mut course = course(group("root", vec![leaf("a"), leaf("b")]));
        play(&mut course, "start");
        let kept = ended(&mut course, &[("cmi.location", "3")]);
        course.request(&Request::Choice("a".into()), 1);
        let (initial, document) = launched(&course, kept.document);
        assert_eq!((&*initial["cmi.entry"], document.len()), ("ab-initio", 0));
    }

    #[test]
    fn stores_are_shared_with_the_rights_the_manifest_gives() {
        let store = |write_shared_data| DataMap {
            target_id: "notes".to_owned(),
            read_shared_data: true,
            write_shared_data,
        };
        let a = Item {
            data_maps: vec![store(true)],
            ..leaf("a")
        };
        let b = Item {
            data_maps: vec![store(false)],
            ..leaf("b")
        };
        let mut course = course(group("root", vec![a, b]));
        play(&mut course, "start");
        ended(&mut course, &[("adl.data.0.store", "hello")]);
        course.request(&Request::Continue, 1);
        let (initial, _) = launched(&course, Document::new());
        assert_eq!(initial["adl.data.0.store"], "hello");
        assert_eq!(initial["adl.data.0._access"], "r");
    }

    #[test]
    fn what_is_shared_is_told_in_words_and_numbers() {
        let progress = Progress {
            satisfied: Some(false),
            completed: Some(true),
            measure: Some(0.5),
            raw: Some(3.0),
            min: Some(1.0),
            max: Some(5.0),
            amount: Some(0.25),
        };
        let mut launch = Launch::new(Standard::Scorm2004);
        tell(&mut launch, "cmi", &Progress::default());
        assert!(launch.more.is_empty());
        tell(&mut launch, "cmi", &progress);
        let expected = [
            ("cmi.completion_status", "completed"),
            ("cmi.progress_measure", "0.25"),
            ("cmi.score.max", "5"),
            ("cmi.score.min", "1"),
            ("cmi.score.raw", "3"),
            ("cmi.score.scaled", "0.5"),
            ("cmi.success_status", "failed"),
        ];
        let told = launch.more.iter().map(|(key, value)| (&**key, &**value));
        assert_eq!(told.collect::<Vec<_>>(), expected);
        let opposite = Progress {
            satisfied: Some(true),
            completed: Some(false),
            ..Progress::default()
        };
        tell(&mut launch, "cmi", &opposite);
        assert_eq!(launch.more["cmi.success_status"], "passed");
        assert_eq!(launch.more["cmi.completion_status"], "incomplete");
    }

    #[test]
    fn what_the_manifest_leaves_out_is_not_told() {
        let timed = Item {
            time_limit_action: Some(TimeLimitAction::ExitNoMessage),
            ..leaf("a")
        };
        let mut course = course(group("root", vec![timed, leaf("b")]));
        play(&mut course, "start");
        let (initial, _) = launched(&course, Document::new());
        assert_eq!(initial["cmi.time_limit_action"], "exit,no message");
        for key in [
            "cmi.scaled_passing_score",
            "cmi.completion_threshold",
            "cmi.launch_data",
        ] {
            assert_eq!(initial.get(key), None, "{key}");
        }
    }
}
