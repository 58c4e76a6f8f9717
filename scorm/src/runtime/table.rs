//! What a data model table says about an element; the interpreter is in `model`.
//!
//! Everything here is data, so that it can be handed to the browser as JSON.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use serde::Serialize;

use super::format::Format;
use super::{Standard, scorm12, scorm2004};

/// Who may do what with an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Access {
    #[serde(rename = "ro")]
    ReadOnly,
    #[serde(rename = "wo")]
    WriteOnly,
    #[serde(rename = "rw")]
    ReadWrite,
    /// `_children`, `_count`, `_version`: part of the model, not of the data.
    #[serde(rename = "kw")]
    Keyword,
    /// `adl.data.n.store`: the launch says who may read and write (RTE 4.3.1).
    #[serde(rename = "shared")]
    Shared,
}

/// The type of an element. Limits are smallest permitted maxima in UTF-16 units.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Kind {
    /// `firm`: the standard forbids more than `spm`; otherwise more is only remarkable.
    Text {
        spm: u32,
        firm: bool,
    },
    Localized {
        spm: u32,
    },
    Language,
    /// `long_identifier_type`: any URI-like name without white space.
    LongIdentifier {
        spm: u32,
    },
    /// `CMIIdentifier` of SCORM 1.2.
    Identifier12,
    /// `aliases`: what content writes and what it means. `open`: leniently, any word will do.
    Words {
        words: &'static [&'static str],
        aliases: &'static [(&'static str, &'static str)],
        open: bool,
    },
    /// One of the words, or a number (`cmi.interactions.n.result`).
    WordsOrNumber {
        words: &'static [&'static str],
        aliases: &'static [(&'static str, &'static str)],
    },
    /// `real(10,7)`; the range is firm even in a lenient session.
    Real {
        min: Option<f64>,
        max: Option<f64>,
    },
    /// `CMIDecimal` of SCORM 1.2, where a lenient session keeps values out of range.
    Decimal {
        min: Option<f64>,
        max: Option<f64>,
        blank: bool,
    },
    /// `CMISInteger` of SCORM 1.2.
    Integer {
        min: i32,
        max: i32,
    },
    /// `timeinterval (second,10,2)`.
    Interval,
    /// `CMITimespan`.
    Timespan,
    /// `time (second,10,0)`.
    Timestamp,
    /// `CMITime`.
    Time,
    /// A learner's response, whose format follows the interaction's type.
    Response,
    /// A correct response pattern, likewise.
    Pattern,
    /// `adl.nav.request`.
    Navigation,
    /// `_count`.
    Count,
}

/// One row of a table. `n` in the name stands for an index.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Element {
    pub name: &'static str,
    pub access: Access,
    #[serde(flatten)]
    pub kind: Kind,
    /// What an unset element reads as.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<&'static str>,
    /// Elements of the same record that must have been set before.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub needs: &'static [&'static str],
    /// No two records of a collection may have the same value.
    #[serde(skip_serializing_if = "is_false")]
    pub unique: bool,
    /// Once set, the value may not change.
    #[serde(skip_serializing_if = "is_false")]
    pub once: bool,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature serde asks for"
)]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

impl Element {
    pub(super) const fn new(name: &'static str, access: Access, kind: Kind) -> Self {
        Self {
            name,
            access,
            kind,
            default: None,
            needs: &[],
            unique: false,
            once: false,
        }
    }

    pub(super) const fn default(self, value: &'static str) -> Self {
        Self {
            default: Some(value),
            ..self
        }
    }

    pub(super) const fn needs(self, needs: &'static [&'static str]) -> Self {
        Self { needs, ..self }
    }

    pub(super) const fn unique(self) -> Self {
        Self {
            unique: true,
            ..self
        }
    }

    pub(super) const fn once(self) -> Self {
        Self { once: true, ..self }
    }
}

/// A status that a threshold decides when both it and the measure are known
/// (RTE 4.2.4.1, 4.2.22.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Derived {
    pub element: &'static str,
    pub measure: &'static str,
    pub threshold: &'static str,
    pub met: &'static str,
    pub unmet: &'static str,
    /// Read in a strict session while the measure is missing.
    pub unknown: &'static str,
}

/// Hard limits, ours: they bound what one SCO can make us keep. In UTF-16 units and entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Limits {
    pub value: usize,
    pub total: usize,
    pub entries: usize,
    pub index: u32,
}

pub(super) const LIMITS: Limits = Limits {
    value: 1_000_000,
    total: 8_000_000,
    entries: 40_000,
    index: 9_999,
};

/// A data model, with the look-ups its interpreter needs.
#[derive(Debug)]
pub struct Table {
    pub standard: Standard,
    pub elements: &'static [Element],
    pub derived: &'static [Derived],
    pub responses: &'static [(&'static str, Format)],
    pub patterns: &'static [(&'static str, Format)],
    pub limits: Limits,
    by_name: HashMap<&'static str, &'static Element>,
    collections: HashSet<&'static str>,
    groups: HashSet<&'static str>,
}

impl Table {
    /// The table of a standard; built once.
    pub fn of(standard: Standard) -> &'static Self {
        static SCORM12: OnceLock<Table> = OnceLock::new();
        static SCORM2004: OnceLock<Table> = OnceLock::new();
        match standard {
            Standard::Scorm12 => SCORM12.get_or_init(|| {
                Self::new(
                    standard,
                    scorm12::ELEMENTS,
                    &[],
                    scorm12::FORMATS,
                    scorm12::FORMATS,
                )
            }),
            Standard::Scorm2004 => SCORM2004.get_or_init(|| {
                let (responses, patterns) = (scorm2004::RESPONSES, scorm2004::PATTERNS);
                Self::new(
                    standard,
                    scorm2004::ELEMENTS,
                    scorm2004::DERIVED,
                    responses,
                    patterns,
                )
            }),
        }
    }

    fn new(
        standard: Standard,
        elements: &'static [Element],
        derived: &'static [Derived],
        responses: &'static [(&'static str, Format)],
        patterns: &'static [(&'static str, Format)],
    ) -> Self {
        let by_name = elements
            .iter()
            .map(|element| (element.name, element))
            .collect();
        let mut collections = HashSet::new();
        let mut groups = HashSet::new();
        for element in elements {
            for (at, _) in element.name.match_indices('.') {
                let (Some(head), Some(tail)) = (element.name.get(..at), element.name.get(at..))
                else {
                    continue;
                };
                groups.insert(head);
                if tail.starts_with(".n.") {
                    collections.insert(head);
                }
            }
        }
        let limits = LIMITS;
        Self {
            standard,
            elements,
            derived,
            responses,
            patterns,
            limits,
            by_name,
            collections,
            groups,
        }
    }

    /// The row of a name in which every index reads `n`.
    pub fn find(&self, pattern: &str) -> Option<&'static Element> {
        self.by_name.get(pattern).copied()
    }

    pub(super) fn is_collection(&self, pattern: &str) -> bool {
        self.collections.contains(pattern)
    }

    /// Is it an element or a group of elements?
    pub(super) fn is_known(&self, pattern: &str) -> bool {
        self.by_name.contains_key(pattern) || self.groups.contains(pattern)
    }
}
