//! The run-time environment: data models as tables, and the session that interprets them.
//!
//! Owns what a SCO may read and write, how every call answers, and what the end of a session
//! means. It must not know about attempts, learners' accounts, storage or transport.
//!
//! A server that receives a browser's journal needs five steps and no call state:
//!
//! 1. [`Launch::resuming`] and [`Launch::initial`] say what the launch tells the SCO;
//! 2. [`Session::new`] takes that map and the stored [`Document`];
//! 3. [`Session::apply_set`] validates and stores each `set`, or says which error it is;
//! 4. [`finish`] when the SCO terminates, [`interrupt`] when it went without a word;
//! 5. [`crate::outcome::ScoEvidence::from_document`] after each commit, for the outcome.
//!
//! The tables ([`Table::of`]) are the only place where an element is described; the browser's
//! adapter interprets the same tables ([`tables_json`]) and holds no rule of its own.
//!
//! ```
//! use scorm::runtime::{Document, Launch, Session, Standard, Strictness};
//!
//! let launch = Launch { learner_id: "42".into(), ..Launch::new(Standard::Scorm12) };
//! let mut session =
//!     Session::new(Standard::Scorm12, Strictness::Lenient, launch.initial(), Document::default());
//! assert_eq!(session.initialize(""), "true");
//! assert_eq!(session.get_value("cmi.core.lesson_status"), "not attempted");
//! assert_eq!(session.set_value("cmi.core.score.raw", "85"), "true");
//! assert_eq!(session.terminate(""), "true");
//! ```

mod errors;
mod export;
mod finish;
mod format;
mod languages;
mod launch;
mod lexical;
mod model;
mod path;
mod records;
mod scorm12;
mod scorm2004;
pub mod script;
mod session;
mod status;
mod table;
mod types;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use errors::{ErrorCode, Fault};
pub use export::tables_json;
pub use finish::{Exit, Finished, NavigationRequest, Times, finish, interrupt, times};
pub use format::{Format, Item};
pub use launch::{Entry, Launch, Mode, SharedData};
pub use lexical::parse_number;
pub use model::{Applied, Leniency, Warning};
pub use session::{CallState, Session};
pub use status::evaluated_status;
pub use table::{Access, Derived, Element, Kind, Limits, Table};

/// The two data models. The editions of SCORM 2004 share one (the fourth's, which contains the
/// others').
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Standard {
    Scorm12,
    Scorm2004,
}

/// How a session meets values outside the letter of the standard.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Strictness {
    /// To the letter, as a conformance suite expects.
    Strict,
    /// Keeps what learners' packages really send; every leniency is reported as a [`Warning`].
    #[default]
    Lenient,
}

/// What one SCO has stored: element name to value, byte for byte as the SCO sent it.
///
/// Keys starting with `_aside.` hold values sent to an unusable index
/// (`cmi.interactions.NaN.id`): kept as evidence, out of reach of the API.
pub type Document = BTreeMap<String, String>;
