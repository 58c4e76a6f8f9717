//! Call scripts that were not drawn by lot: what tools are known to call, and what conformance cases call.

use std::path::PathBuf;

use scorm::runtime::script::{Call, Script};
use scorm::runtime::{Document, Launch, Standard, Strictness};
use serde_json::Value;

use super::tools::HABITS;

const BOTH: [Strictness; 2] = [Strictness::Strict, Strictness::Lenient];

/// Each habit, every value read back.
pub(crate) fn of_habits() -> Vec<(String, Script)> {
    let scripts = HABITS.iter().flat_map(|habit| {
        let mut calls = vec![initialize()];
        for (element, value) in habit.sets {
            let element = (*element).to_owned();
            calls.push(Call::Set {
                element: element.clone(),
                value: (*value).to_owned(),
            });
            calls.push(Call::Get { element });
        }
        calls.push(terminate());
        BOTH.map(|strictness| {
            let script = script(habit.standard, strictness, calls.clone());
            (habit.tool.to_owned(), script)
        })
    });
    scripts.collect()
}

/// The steps of every launch of the conformance cases that are there: ours, and ADL's where they lie beside the
/// repository.
pub(crate) fn of_cases() -> Vec<(String, Script)> {
    let mut scripts = Vec::new();
    for file in case_files() {
        let name = file.display().to_string();
        let text = std::fs::read_to_string(&file).expect("a case");
        let case: Value = serde_json::from_str(&text).expect("JSON");
        for launch in case["launches"].as_array().into_iter().flatten() {
            let steps = launch["steps"].as_array().into_iter().flatten();
            let mut calls: Vec<Call> = steps.filter_map(call).collect();
            calls.push(terminate());
            scripts.extend(BOTH.map(|strictness| {
                let script = script(Standard::Scorm2004, strictness, calls.clone());
                (name.clone(), script)
            }));
        }
    }
    scripts
}

fn case_files() -> Vec<PathBuf> {
    let root = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let named = std::env::var_os("CLIKC_ADL_DIR").map(|folder| root.join(folder));
    let adl = named.unwrap_or_else(|| root.join("../shared/adl"));
    let folders = [root.join("fixtures/sequencing"), adl];
    let entries = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder.join("cases")));
    let mut files: Vec<PathBuf> = entries
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.sort();
    files
}

/// A step as a call. What is looked up on the way (`&id&`) needs answers, which scripts have not.
fn call(step: &Value) -> Option<Call> {
    let word = |name: &str| step[name].as_str().unwrap_or_default().to_owned();
    let element = word("element");
    if element.contains('&') {
        return None;
    }
    Some(match step["method"].as_str()? {
        "Initialize" => Call::Initialize {
            argument: word("argument"),
        },
        "Terminate" => Call::Terminate {
            argument: word("argument"),
        },
        "Commit" => Call::Commit {
            argument: word("argument"),
        },
        "GetValue" => Call::Get { element },
        "SetValue" => Call::Set {
            element,
            value: word("value"),
        },
        "GetLastError" => Call::LastError,
        "GetErrorString" => Call::ErrorString {
            code: word("argument"),
        },
        "GetDiagnostic" => Call::Diagnostic {
            code: word("argument"),
        },
        _ => return None,
    })
}

fn script(standard: Standard, strictness: Strictness, calls: Vec<Call>) -> Script {
    Script {
        standard,
        strictness,
        initial: Launch::new(standard).initial(),
        document: Document::new(),
        calls,
    }
}

fn initialize() -> Call {
    Call::Initialize {
        argument: String::new(),
    }
}

fn terminate() -> Call {
    Call::Terminate {
        argument: String::new(),
    }
}
