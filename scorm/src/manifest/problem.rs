//! What a parse has to say: refusals that end it, and problems that accompany a course. Owns the
//! English sentences; a service translates by [`ProblemKind::code`].

mod kind;
mod refusal;

use std::collections::HashSet;
use std::fmt;

use serde::{Deserialize, Serialize};

pub use kind::ProblemKind;
pub use refusal::Refusal;

/// How much a problem matters to the person who uploads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something was unusual and was understood.
    Note,
    /// Something was wrong and was repaired or left out; look at the result.
    Warning,
    /// The course cannot be played until this is mended.
    Block,
}

/// One thing found while reading a manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    pub severity: Severity,
    #[serde(flatten)]
    pub kind: ProblemKind,
}

impl From<ProblemKind> for Problem {
    fn from(kind: ProblemKind) -> Self {
        Self {
            severity: kind.severity(),
            kind,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

/// Collects problems, each once, and counts what exceeds a readable list.
#[derive(Debug, Default)]
pub(super) struct Problems {
    found: Vec<Problem>,
    known: HashSet<ProblemKind>,
    unlisted: usize,
}

/// A hostile manifest could yield a problem per element; people stop reading long before this.
const MAX_PROBLEMS: usize = 200;

impl Problems {
    pub(super) fn push(&mut self, kind: ProblemKind) {
        if self.known.contains(&kind) {
            return;
        }
        if self.found.len() < MAX_PROBLEMS || kind.severity() == Severity::Block {
            self.known.insert(kind.clone());
            self.found.push(kind.into());
        } else {
            self.unlisted += 1;
        }
    }

    /// The list, what matters most first.
    pub(super) fn into_sorted(mut self) -> Vec<Problem> {
        if self.unlisted > 0 {
            self.found.push(
                ProblemKind::Further {
                    count: self.unlisted,
                }
                .into(),
            );
        }
        self.found
            .sort_by_key(|problem| std::cmp::Reverse(problem.severity));
        self.found
    }
}
