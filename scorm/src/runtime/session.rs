//! A communication session: the eight calls and their state (RTE 3.1.3; SCORM 1.2 RTE 3.3).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::errors::{ErrorCode, Fault, find_error};
use super::model::{Applied, Leniency, Model, Warning};
use super::table::Table;
use super::{Document, Standard, Strictness};

/// Where the session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallState {
    NotInitialized,
    Running,
    Terminated,
}

/// One SCO talking to the run-time.
///
/// The calls answer with the words a SCO expects and leave the error in [`Session::last_error`].
/// A server that applies a journal uses [`Session::apply_set`], which needs no call state.
#[derive(Debug, Clone)]
pub struct Session {
    model: Model,
    state: CallState,
    error: ErrorCode,
    warnings: Vec<Warning>,
}

/// More warnings than anyone reads; a loop in a SCO must not fill the memory.
const MOST_WARNINGS: usize = 500;

impl Session {
    /// `initial` is what the launch says ([`super::Launch::initial`]), `document` what the SCO
    /// stored before.
    pub fn new(
        standard: Standard,
        strictness: Strictness,
        initial: BTreeMap<String, String>,
        document: Document,
    ) -> Self {
        Self {
            model: Model::new(Table::of(standard), strictness, initial, document),
            state: CallState::NotInitialized,
            error: Fault::None.code(standard),
            warnings: Vec::new(),
        }
    }

    pub const fn standard(&self) -> Standard {
        self.model.table().standard
    }

    pub const fn state(&self) -> CallState {
        self.state
    }

    pub fn initialize(&mut self, argument: &str) -> &'static str {
        let outcome = match self.state {
            CallState::Running => Err(Fault::AlreadyInitialized),
            CallState::Terminated => Err(Fault::InitializeAfterTerminate),
            CallState::NotInitialized => self.check_argument("Initialize", argument),
        };
        if outcome.is_ok() {
            self.state = CallState::Running;
        }
        self.answer(outcome)
    }

    pub fn terminate(&mut self, argument: &str) -> &'static str {
        let outcome = match self.state {
            CallState::NotInitialized => Err(Fault::TerminateBeforeInitialize),
            CallState::Terminated => Err(Fault::TerminateAfterTerminate),
            CallState::Running => self.check_argument("Terminate", argument),
        };
        if outcome.is_ok() {
            self.state = CallState::Terminated;
        }
        self.answer(outcome)
    }

    pub fn get_value(&mut self, element: &str) -> String {
        let outcome = match self.state {
            CallState::NotInitialized => Err(Fault::GetBeforeInitialize),
            CallState::Terminated => Err(Fault::GetAfterTerminate),
            CallState::Running => self.model.get(element).map(std::borrow::Cow::into_owned),
        };
        self.error = self.code(outcome.as_ref().err().copied().unwrap_or(Fault::None));
        outcome.unwrap_or_default()
    }

    pub fn set_value(&mut self, element: &str, value: &str) -> &'static str {
        let outcome = match self.state {
            CallState::NotInitialized => Err(Fault::SetBeforeInitialize),
            CallState::Terminated => Err(Fault::SetAfterTerminate),
            CallState::Running => self.model.set(element, value),
        };
        let outcome = outcome.map(|applied| {
            for leniency in applied.leniencies {
                self.warn(element, leniency);
            }
        });
        self.answer(outcome)
    }

    pub fn commit(&mut self, argument: &str) -> &'static str {
        let outcome = match self.state {
            CallState::NotInitialized => Err(Fault::CommitBeforeInitialize),
            CallState::Terminated => Err(Fault::CommitAfterTerminate),
            CallState::Running => self.check_argument("Commit", argument),
        };
        self.answer(outcome)
    }

    /// The error of the last call that sets one.
    pub const fn last_error(&self) -> ErrorCode {
        self.error
    }

    /// The text of an error number; "" for a number the standard does not know.
    pub fn error_string(&self, code: &str) -> &'static str {
        self.known(code).map_or("", |error| error.text)
    }

    /// The name of an error number, "" meaning the last error.
    pub fn diagnostic(&self, code: &str) -> &'static str {
        if code.is_empty() {
            return self.error.name;
        }
        self.known(code).map_or("", |error| error.name)
    }

    /// One value from a journal: validated and stored, whatever the call state.
    pub fn apply_set(&mut self, element: &str, value: &str) -> Result<Applied, ErrorCode> {
        self.model
            .set(element, value)
            .map_err(|fault| self.code(fault))
    }

    /// Reads past the call state; write-only elements included, defaults excluded.
    pub fn value(&self, element: &str) -> Option<&str> {
        self.document().get(element).map(String::as_str)
    }

    /// What `GetValue` would answer now, whatever the call state.
    pub fn read(&self, element: &str) -> Result<std::borrow::Cow<'_, str>, ErrorCode> {
        self.model.get(element).map_err(|fault| self.code(fault))
    }

    /// Changes a launch value during the session, such as `adl.nav.request_valid.continue`.
    pub fn set_initial(&mut self, key: &str, value: &str) {
        self.model.set_initial(key.to_owned(), value.to_owned());
    }

    pub const fn document(&self) -> &Document {
        self.model.document()
    }

    pub fn into_document(self) -> Document {
        self.model.into_document()
    }

    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    fn known(&self, code: &str) -> Option<ErrorCode> {
        // "001" is not the number 1: only canonical spellings are known.
        let number: u16 = code
            .parse()
            .ok()
            .filter(|number: &u16| number.to_string() == code)?;
        find_error(self.standard(), number)
    }

    fn check_argument(&mut self, call: &str, argument: &str) -> Result<(), Fault> {
        if argument.is_empty() {
            return Ok(());
        }
        if !self.model.is_lenient() {
            return Err(Fault::Argument);
        }
        self.warn(call, Leniency::Argument);
        Ok(())
    }

    fn warn(&mut self, element: &str, leniency: Leniency) {
        let warning = Warning {
            element: element.to_owned(),
            leniency,
        };
        if self.warnings.len() < MOST_WARNINGS && !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    fn code(&self, fault: Fault) -> ErrorCode {
        fault.code(self.standard())
    }

    fn answer(&mut self, outcome: Result<(), Fault>) -> &'static str {
        self.error = self.code(outcome.err().unwrap_or(Fault::None));
        if outcome.is_ok() { "true" } else { "false" }
    }
}
