//! The formats of interaction responses and patterns, as data (RTE 4.2.9; SCORM 1.2 CMIFeedback).

use serde::Serialize;

/// What stands between the separators of a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// `true` or `false`.
    Truth,
    /// `0`, `1`, or a word that starts with `t` or `f` (SCORM 1.2).
    Truth12,
    /// `short_identifier_type`.
    ShortIdentifier,
    /// One digit or small letter (SCORM 1.2).
    Character,
    /// `a.b`, each one character (SCORM 1.2).
    CharacterPair,
    /// Text with an optional `{lang=…}`.
    Localized,
    Text,
    Number,
    /// `min[:]max`, either may be missing.
    Range,
    /// `source[.]target`, both short identifiers.
    Pair,
    /// `step[.]answer`.
    Step,
    /// `step[.]answer` where the answer may be a range.
    StepRange,
}

/// The format of one interaction type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Format {
    pub item: Item,
    /// Between items; "" when there is but one.
    pub separator: &'static str,
    /// Is "" a response without items?
    pub blank: bool,
    /// `case_matters`, `order_matters`: may stand before the items in braces.
    pub flags: &'static [&'static str],
    /// No item twice.
    pub distinct: bool,
    /// How many patterns an interaction may have; 0 is any number.
    pub patterns: u32,
    /// No pattern twice.
    pub distinct_patterns: bool,
    /// Given back in its canonical form: flags before the language, a flag that says `false` left out, and so a tag of
    /// the default language with no text behind it.
    pub canonical: bool,
}

impl Format {
    pub(super) const fn of(item: Item) -> Self {
        Self {
            item,
            separator: "",
            blank: false,
            flags: &[],
            distinct: false,
            patterns: 0,
            distinct_patterns: false,
            canonical: false,
        }
    }

    pub(super) const fn canonical(self) -> Self {
        Self {
            canonical: true,
            ..self
        }
    }

    pub(super) const fn list(self, separator: &'static str) -> Self {
        Self { separator, ..self }
    }

    pub(super) const fn blank(self) -> Self {
        Self {
            blank: true,
            ..self
        }
    }

    pub(super) const fn flags(self, flags: &'static [&'static str]) -> Self {
        Self { flags, ..self }
    }

    pub(super) const fn distinct(self) -> Self {
        Self {
            distinct: true,
            ..self
        }
    }

    pub(super) const fn one_pattern(self) -> Self {
        Self {
            patterns: 1,
            ..self
        }
    }

    pub(super) const fn distinct_patterns(self) -> Self {
        Self {
            distinct_patterns: true,
            ..self
        }
    }
}
