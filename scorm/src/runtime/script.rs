//! Call scripts: random conversations with a [`Session`], reproducible from bytes.
//!
//! A fuzz target calls [`fuzz`]; the differential test plays the same scripts against the
//! browser's adapter. Every byte string is a script.

mod pool;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use self::pool::{CODES, INDEXES, LANGUAGES, NAMES, NUMBERS, RESPONSES, TEXTS, TIMES};
use super::{Access, Document, Kind, Launch, Session, SharedData, Standard, Strictness, Table};

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
    /// Reads bytes as a script; never fails and never has more calls than bytes.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let mut source = Source {
            bytes: bytes.iter(),
        };
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
            calls.push(source.call(Table::of(standard)));
        }
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

/// Choices drawn from bytes; all zero once they are used up.
struct Source<'b> {
    bytes: std::slice::Iter<'b, u8>,
}

impl Source<'_> {
    fn byte(&mut self) -> usize {
        self.bytes.next().map_or(0, |byte| usize::from(*byte))
    }

    fn is_empty(&self) -> bool {
        self.bytes.len() == 0
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.byte().is_multiple_of(n)
    }

    fn pick<'p>(&mut self, pool: &'p [&'p str]) -> &'p str {
        let at = self.byte() * 256 + self.byte();
        pool.get(at % pool.len().max(1))
            .copied()
            .unwrap_or_default()
    }

    fn call(&mut self, table: &Table) -> Call {
        match self.byte() % 64 {
            0 => Call::Initialize {
                argument: self.argument(),
            },
            1 if self.one_in(4) => Call::Terminate {
                argument: self.argument(),
            },
            2..=4 => Call::Commit {
                argument: self.argument(),
            },
            5 => Call::LastError,
            6 => Call::ErrorString {
                code: self.pick(CODES).to_owned(),
            },
            7 => Call::Diagnostic {
                code: self.pick(CODES).to_owned(),
            },
            8..=24 => Call::Get {
                element: self.element(table).0,
            },
            _ => {
                let (element, kind) = self.element(table);
                Call::Set {
                    element,
                    value: self.value(kind),
                }
            }
        }
    }

    fn argument(&mut self) -> String {
        if self.one_in(4) {
            "x".to_owned()
        } else {
            String::new()
        }
    }

    fn element(&mut self, table: &Table) -> (String, Option<Kind>) {
        if self.one_in(16) {
            return (self.pick(NAMES).to_owned(), None);
        }
        let at = self.byte() * 256 + self.byte();
        let writable: Vec<_> = table
            .elements
            .iter()
            .filter(|element| matches!(element.access, Access::ReadWrite | Access::WriteOnly))
            .collect();
        let element = match (self.one_in(4), writable.get(at % writable.len().max(1))) {
            (false, Some(element)) => element,
            _ => match table.elements.get(at % table.elements.len().max(1)) {
                Some(element) => element,
                None => return (String::new(), None),
            },
        };
        let mut name = element.name.replace("{target=*}", "{target=a.b}");
        while name.contains(".n.") {
            let index = self.index();
            name = name.replacen(".n.", &format!(".{index}."), 1);
        }
        (name, Some(element.kind))
    }

    fn index(&mut self) -> &'static str {
        match self.byte() {
            0..=150 => "0",
            151..=200 => "1",
            201..=225 => "2",
            226..=235 => "3",
            other => INDEXES.get(other % INDEXES.len()).copied().unwrap_or("0"),
        }
    }

    fn value(&mut self, kind: Option<Kind>) -> String {
        let value = match kind {
            Some(Kind::Words { words, .. } | Kind::WordsOrNumber { words, .. })
                if !self.one_in(4) =>
            {
                self.pick(words)
            }
            Some(Kind::Response | Kind::Pattern) if !self.one_in(8) => self.pick(RESPONSES),
            Some(Kind::Interval | Kind::Timespan | Kind::Timestamp | Kind::Time)
                if !self.one_in(8) =>
            {
                self.pick(TIMES)
            }
            Some(Kind::Real { .. } | Kind::Decimal { .. } | Kind::Integer { .. })
                if !self.one_in(8) =>
            {
                self.pick(NUMBERS)
            }
            Some(Kind::Localized { .. } | Kind::Language) if !self.one_in(8) => {
                self.pick(LANGUAGES)
            }
            _ => self.pick(TEXTS),
        };
        self.mutated(value)
    }

    /// Sometimes doubles, cuts or repeats the value.
    fn mutated(&mut self, value: &str) -> String {
        match self.byte() {
            0..=5 => value.chars().skip(1).collect(),
            6..=11 => {
                let keep = value.chars().count().saturating_sub(1);
                value.chars().take(keep).collect()
            }
            12..=14 => format!("{value}{}", self.pick(TEXTS)),
            15..=17 => value.to_ascii_uppercase(),
            18 => value.repeat(300),
            _ => value.to_owned(),
        }
    }
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
