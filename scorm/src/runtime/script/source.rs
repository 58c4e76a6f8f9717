//! Choices drawn from bytes: which call comes next, about which element, with which value.

use std::slice;

use super::Call;
use super::pool::{CODES, INDEXES, LANGUAGES, NAMES, NUMBERS, RESPONSES, TEXTS, TIMES};
use crate::runtime::{Access, Kind, Standard, Table};

/// Choices drawn from bytes; all zero once they are used up.
pub(super) struct Source<'b> {
    bytes: slice::Iter<'b, u8>,
}

impl<'b> Source<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self {
            bytes: bytes.iter(),
        }
    }

    fn byte(&mut self) -> usize {
        self.bytes.next().map_or(0, |byte| usize::from(*byte))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.bytes.len() == 0
    }

    pub(super) fn one_in(&mut self, n: usize) -> bool {
        self.byte().is_multiple_of(n)
    }

    fn pick<'p>(&mut self, pool: &'p [&'p str]) -> &'p str {
        let at = self.byte() * 256 + self.byte();
        pool.get(at % pool.len().max(1))
            .copied()
            .unwrap_or_default()
    }

    /// One call, or several about one record, as content makes them.
    pub(super) fn next_calls(&mut self, table: &Table, calls: &mut Vec<Call>) {
        match self.byte() % 16 {
            0..=3 => self.interaction(table, calls),
            4 => self.stores(table, calls),
            _ => calls.push(self.call(table)),
        }
    }

    /// An interaction of a known type, with responses and patterns to check against it.
    fn interaction(&mut self, table: &Table, calls: &mut Vec<Call>) {
        let record = format!("cmi.interactions.{}", self.byte() % 2);
        let response = match table.standard {
            Standard::Scorm12 => "student_response",
            Standard::Scorm2004 => "learner_response",
        };
        calls.push(set(format!("{record}.id"), "q".to_owned()));
        let types = table.patterns;
        let kind = types
            .get(self.byte() % types.len().max(1))
            .map_or("", |(name, _)| name);
        calls.push(set(format!("{record}.type"), kind.to_owned()));
        for _ in 0..=(self.byte() % 6) {
            let leaf = match self.byte() % 8 {
                0..=2 => response.to_owned(),
                3..=6 => format!("correct_responses.{}.pattern", self.byte() % 3),
                _ => format!("objectives.{}.id", self.byte() % 3),
            };
            let element = format!("{record}.{leaf}");
            let value = if leaf.starts_with("obj") {
                self.pick(&["a", "b", "a b"]).to_owned()
            } else {
                self.value(Some(Kind::Pattern))
            };
            calls.push(set(element.clone(), value));
            if self.one_in(3) {
                calls.push(Call::Get { element });
            }
        }
    }

    /// The shared stores, written, emptied and read.
    fn stores(&mut self, table: &Table, calls: &mut Vec<Call>) {
        if table.standard == Standard::Scorm12 {
            return calls.push(self.call(table));
        }
        let element = format!("adl.data.{}.store", self.byte() % 4);
        calls.push(set(element.clone(), self.pick(&["", "x", " "]).to_owned()));
        calls.push(Call::Get { element });
    }

    fn call(&mut self, table: &Table) -> Call {
        match self.byte() % 64 {
            0 => Call::Initialize {
                argument: self.argument(),
            },
            1 if self.one_in(12) => Call::Terminate {
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
            // Around the limit of a CMIIdentifier.
            19 => "i".repeat(250 + self.byte() % 10),
            _ => value.to_owned(),
        }
    }
}

/// The end of a session, and what content still tries after it.
pub(super) fn farewell(calls: &mut Vec<Call>) {
    let argument = String::new;
    let element = || "cmi.suspend_data".to_owned();
    calls.extend([
        Call::Terminate {
            argument: argument(),
        },
        Call::Get { element: element() },
        Call::Set {
            element: element(),
            value: argument(),
        },
        Call::Commit {
            argument: argument(),
        },
        Call::Terminate {
            argument: argument(),
        },
        Call::Initialize {
            argument: argument(),
        },
    ]);
}

const fn set(element: String, value: String) -> Call {
    Call::Set { element, value }
}
