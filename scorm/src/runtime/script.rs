//! Call scripts: random conversations with a [`Session`], reproducible from bytes.
//!
//! A fuzz target calls [`fuzz`]; the differential test plays the same scripts against the
//! browser's adapter. Every byte string is a script.

mod pool;
mod source;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use self::source::{Source, farewell};
use super::{Document, Launch, Session, SharedData, Standard, Strictness, Table};

/// One call of a SCO.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "call", rename_all = "snake_case")]
pub enum Call {
    Initialize { argument: String },
    Terminate { argument: String },
    Get { element: String },
    Set { element: String, value: String },
    Commit { argument: String },
    LastError,
    ErrorString { code: String },
    Diagnostic { code: String },
}

/// What a call returned, and the error number after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub value: String,
    pub error: u16,
}

/// A script with everything it starts from.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Script {
    pub standard: Standard,
    pub strictness: Strictness,
    pub initial: BTreeMap<String, String>,
    pub document: Document,
    pub calls: Vec<Call>,
}

impl Script {
    /// Reads bytes as a script; never fails, and is no longer than a few calls per byte.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let mut source = Source::new(bytes);
        let standard = if source.one_in(2) {
            Standard::Scorm12
        } else {
            Standard::Scorm2004
        };
        let strictness = if source.one_in(2) {
            Strictness::Strict
        } else {
            Strictness::Lenient
        };
        let initial = launch(standard, &mut source).initial();
        let mut calls = Vec::new();
        if !source.one_in(6) {
            calls.push(Call::Initialize {
                argument: String::new(),
            });
        }
        while !source.is_empty() {
            source.next_calls(Table::of(standard), &mut calls);
        }
        farewell(&mut calls);
        Self {
            standard,
            strictness,
            initial,
            document: Document::new(),
            calls,
        }
    }

    /// Plays the script against a session.
    pub fn play(&self) -> (Vec<Answer>, Document) {
        let mut session = Session::new(
            self.standard,
            self.strictness,
            self.initial.clone(),
            self.document.clone(),
        );
        let answers = self
            .calls
            .iter()
            .map(|call| answer(&mut session, call))
            .collect();
        (answers, session.into_document())
    }
}

/// Plays any bytes, ends the session, and starts the next one from what it left.
pub fn fuzz(bytes: &[u8]) {
    let script = Script::from_bytes(bytes);
    let (_, document) = script.play();
    let left = super::finish(script.standard, &script.initial, document);
    let launch = Launch::new(script.standard).resuming(&left.document);
    let next = Session::new(
        script.standard,
        script.strictness,
        launch.initial(),
        left.document.clone(),
    );
    debug_assert_eq!(
        *next.document(),
        left.document,
        "a session starts from what was left"
    );
}

/// Makes one call.
pub fn answer(session: &mut Session, call: &Call) -> Answer {
    let value = match call {
        Call::Initialize { argument } => session.initialize(argument).to_owned(),
        Call::Terminate { argument } => session.terminate(argument).to_owned(),
        Call::Get { element } => session.get_value(element),
        Call::Set { element, value } => session.set_value(element, value).to_owned(),
        Call::Commit { argument } => session.commit(argument).to_owned(),
        Call::LastError => session.last_error().code.to_string(),
        Call::ErrorString { code } => session.error_string(code).to_owned(),
        Call::Diagnostic { code } => session.diagnostic(code).to_owned(),
    };
    Answer {
        value,
        error: session.last_error().code,
    }
}

fn launch(standard: Standard, source: &mut Source<'_>) -> Launch {
    let mut launch = Launch {
        learner_id: "learner-1".to_owned(),
        learner_name: "Núñez, Ana".to_owned(),
        ..Launch::new(standard)
    };
    if source.one_in(2) {
        launch.mastery_score = Some("70".to_owned());
        launch.completion_threshold = Some("0.8".to_owned());
        launch.scaled_passing_score = Some("0.7".to_owned());
        launch.objectives = vec!["obj one".to_owned(), "b".to_owned()];
        launch.launch_data = Some("mode=1".to_owned());
    }
    if source.one_in(2) {
        for (readable, writable) in [(true, true), (true, false), (false, true)] {
            let target_id = format!("t{readable}{writable}");
            launch.shared_data.push(SharedData {
                target_id,
                store: None,
                readable,
                writable,
            });
        }
    }
    launch
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_bytes_are_a_script_that_ends() {
        fuzz(&[]);
        for seed in 0..=255_u8 {
            let bytes: Vec<u8> = (0..=255).map(|n: u8| n.wrapping_mul(seed) ^ seed).collect();
            fuzz(&bytes);
        }
    }
}
