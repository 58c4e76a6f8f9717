//! The interpreter of the tables: reads and writes of one SCO's data, without call state.
//!
//! The browser's adapter is this module's twin; the differential test keeps them equal.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::errors::Fault;
use super::format::Format;
use super::lexical::{longer_than, parse_number, utf16_len};
use super::path::{Path, resolve};
use super::records::Records;
use super::table::{Access, Derived, Element, Kind, Table};
use super::types::{self, Kept};
use super::{Document, Strictness};

/// Where values sent to an unusable index are kept.
pub(super) const ASIDE: &str = "_aside.";

/// What a lenient session overlooked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Leniency {
    /// Longer than the standard's smallest permitted maximum; kept whole.
    LongText,
    OddLanguage,
    OddIdentifier,
    /// A word that means one of the vocabulary's, stored as that one.
    OddWord,
    /// A decimal comma, an exponent, blanks: kept as sent.
    OddNumber,
    OutOfRange,
    OddTime,
    /// A response or pattern that does not follow its interaction's format.
    OddFormat,
    /// Records were skipped.
    IndexGap,
    /// The index is no number; the value was put aside.
    BadIndex,
    /// Set before the elements it depends on.
    EarlyElement,
    /// `Initialize`, `Commit` or `Terminate` had an argument.
    Argument,
}

/// One leniency, with the element as the SCO named it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Warning {
    pub element: String,
    pub leniency: Leniency,
}

/// What became of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// The key under which the document holds it now.
    pub key: String,
    pub leniencies: Vec<Leniency>,
}

#[derive(Debug, Clone)]
pub(super) struct Model {
    table: &'static Table,
    strictness: Strictness,
    initial: BTreeMap<String, String>,
    document: Document,
    records: Records,
    /// UTF-16 units in the document.
    total: usize,
}

impl Model {
    pub(super) fn new(
        table: &'static Table,
        strictness: Strictness,
        initial: BTreeMap<String, String>,
        document: Document,
    ) -> Self {
        let total = document.values().map(|value| utf16_len(value)).sum();
        let mut records = Records::default();
        for (key, value) in initial.iter().chain(&document) {
            if let Ok(path) = resolve(table, key)
                && !path.bad_index
            {
                records.note(&path, value, None);
            }
        }
        Self {
            table,
            strictness,
            initial,
            document,
            records,
            total,
        }
    }

    pub(super) const fn table(&self) -> &'static Table {
        self.table
    }

    pub(super) const fn is_lenient(&self) -> bool {
        matches!(self.strictness, Strictness::Lenient)
    }

    pub(super) const fn document(&self) -> &Document {
        &self.document
    }

    pub(super) fn into_document(self) -> Document {
        self.document
    }

    pub(super) fn set_initial(&mut self, key: String, value: String) {
        self.initial.insert(key, value);
    }

    pub(super) fn get(&self, name: &str) -> Result<Cow<'_, str>, Fault> {
        if name.is_empty() {
            return Err(Fault::GetNothing);
        }
        let path = resolve(self.table, name)?;
        let missing = |spot: &super::path::Spot| spot.index >= self.records.count(&spot.collection);
        if path.bad_index || path.spots.iter().any(missing) {
            return Err(Fault::GetIndex);
        }
        match path.element.access {
            Access::WriteOnly => return Err(Fault::WriteOnly),
            Access::Shared if !self.grants(&path, 'r') => return Err(Fault::WriteOnly),
            Access::Keyword if path.element.kind == Kind::Count => {
                let collection = path.key.trim_end_matches("._count");
                return Ok(Cow::Owned(self.records.count(collection).to_string()));
            }
            _ => {}
        }
        if let Some(word) = self.derived(path.element) {
            return Ok(Cow::Borrowed(word));
        }
        let value = self
            .stored(path.element.access, &path.key)
            .or(path.element.default);
        match value {
            // An emptied store counts as one never written.
            Some("") if path.element.access == Access::Shared => Err(Fault::NotInitialized),
            Some(value) => Ok(match self.format_of(&path) {
                Some(format) if format.canonical => types::canonical(format, value),
                _ => Cow::Borrowed(value),
            }),
            None => Err(Fault::NotInitialized),
        }
    }

    pub(super) fn set(&mut self, name: &str, value: &str) -> Result<Applied, Fault> {
        if name.is_empty() {
            return Err(Fault::SetNothing);
        }
        let path = resolve(self.table, name)?;
        self.may_write(&path)?;
        if longer_than(value, self.table.limits.value) {
            return Err(Fault::Type);
        }
        if path.bad_index {
            return self.put_aside(name, value);
        }
        let mut leniencies = Vec::new();
        self.check_indexes(&path, &mut leniencies)?;
        self.check_needs(&path, &mut leniencies)?;
        let format = self.format(&path)?;
        let value = self.check_value(&path, format, value, &mut leniencies)?;
        self.check_record(&path, format, &value)?;
        self.store(&path, &value)?;
        Ok(Applied {
            key: path.key.into_owned(),
            leniencies,
        })
    }

    fn may_write(&self, path: &Path<'_>) -> Result<(), Fault> {
        match path.element.access {
            Access::Keyword => Err(Fault::Keyword),
            Access::ReadOnly => Err(Fault::ReadOnly),
            Access::Shared => {
                let fixed =
                    |spot: &super::path::Spot| spot.index < self.records.count(&spot.collection);
                if path.bad_index || !path.spots.iter().all(fixed) {
                    return Err(Fault::SetIndex);
                }
                if self.grants(path, 'w') {
                    Ok(())
                } else {
                    Err(Fault::ReadOnly)
                }
            }
            Access::ReadWrite | Access::WriteOnly => Ok(()),
        }
    }

    /// Does the launch let this SCO read or write a shared store? Yes unless it says otherwise.
    fn grants(&self, path: &Path<'_>, right: char) -> bool {
        let key = path.sibling("adl.data.n._access");
        self.initial
            .get(&key)
            .is_none_or(|rights| rights.contains(right))
    }

    fn put_aside(&mut self, name: &str, value: &str) -> Result<Applied, Fault> {
        if !self.is_lenient() {
            return Err(Fault::SetIndex);
        }
        let key = format!("{ASIDE}{name}");
        self.keep(&key, value)?;
        Ok(Applied {
            key,
            leniencies: vec![Leniency::BadIndex],
        })
    }

    fn check_indexes(&self, path: &Path<'_>, seen: &mut Vec<Leniency>) -> Result<(), Fault> {
        if path
            .spots
            .iter()
            .any(|spot| spot.index > self.records.count(&spot.collection))
        {
            return self.tolerate(Fault::SetIndex, Leniency::IndexGap, seen);
        }
        Ok(())
    }

    fn check_needs(&self, path: &Path<'_>, seen: &mut Vec<Leniency>) -> Result<(), Fault> {
        let missing = |need: &&str| {
            let key = path.sibling(need);
            !self.document.contains_key(&key) && !self.initial.contains_key(&key)
        };
        if path.element.needs.iter().any(missing) {
            return self.tolerate(Fault::Dependency, Leniency::EarlyElement, seen);
        }
        Ok(())
    }

    fn tolerate(
        &self,
        fault: Fault,
        leniency: Leniency,
        seen: &mut Vec<Leniency>,
    ) -> Result<(), Fault> {
        if !self.is_lenient() {
            return Err(fault);
        }
        seen.push(leniency);
        Ok(())
    }

    /// The response format of the record's interaction type, if it is known by now.
    /// What the type of the interaction asks of its responses and patterns.
    fn format_of(&self, path: &Path<'_>) -> Option<&'static Format> {
        let formats = match path.element.kind {
            Kind::Response => self.table.responses,
            Kind::Pattern => self.table.patterns,
            _ => return None,
        };
        let kind = self
            .document
            .get(&path.sibling("cmi.interactions.n.type"))?;
        let known = formats.iter().find(|(name, _)| name == kind);
        known.map(|(_, format)| format)
    }

    fn format(&self, path: &Path<'_>) -> Result<Option<&'static Format>, Fault> {
        let format = self.format_of(path);
        let limit = format.map_or(0, |format| format.patterns);
        let index = path.spots.last().map_or(0, |spot| spot.index);
        if path.element.kind == Kind::Pattern && limit > 0 && index >= limit && !self.is_lenient() {
            return Err(Fault::SetIndex);
        }
        Ok(format)
    }

    fn check_value<'v>(
        &self,
        path: &Path<'_>,
        format: Option<&Format>,
        value: &'v str,
        seen: &mut Vec<Leniency>,
    ) -> Result<Cow<'v, str>, Fault> {
        let kind = path.element.kind;
        match types::strict(kind, format, value) {
            Ok(()) => {
                if types::exceeds_spm(kind, value) {
                    seen.push(Leniency::LongText);
                }
                Ok(Cow::Borrowed(value))
            }
            Err(fault) if !self.is_lenient() => Err(fault),
            Err(_) => {
                let Kept { value, leniency } = types::lenient(kind, value)?;
                seen.push(leniency);
                Ok(value)
            }
        }
    }

    fn check_record(
        &self,
        path: &Path<'_>,
        format: Option<&Format>,
        value: &str,
    ) -> Result<(), Fault> {
        let element = path.element;
        let before = self.stored(element.access, &path.key);
        if element.once && before.is_some_and(|before| before != value) {
            return Err(Fault::Duplicate);
        }
        let applies = match element.kind {
            Kind::Pattern => !self.is_lenient() && format.is_some_and(|f| f.distinct_patterns),
            _ => element.unique,
        };
        if !applies {
            return Ok(());
        }
        let index = path.spots.last().map(|spot| spot.index);
        let owner = self.records.owner(path, value);
        if owner.is_some() && owner != index {
            Err(Fault::Duplicate)
        } else {
            Ok(())
        }
    }

    fn store(&mut self, path: &Path<'_>, value: &str) -> Result<(), Fault> {
        let before = if path.element.unique {
            self.stored(path.element.access, &path.key)
                .map(str::to_owned)
        } else {
            None
        };
        self.keep(&path.key, value)?;
        self.records.note(path, value, before.as_deref());
        Ok(())
    }

    /// Writes into the document, within our limits.
    fn keep(&mut self, key: &str, value: &str) -> Result<(), Fault> {
        let limits = self.table.limits;
        let old = self.document.get(key).map(|old| utf16_len(old));
        let total = self.total - old.unwrap_or(0) + utf16_len(value);
        if total > limits.total || (old.is_none() && self.document.len() >= limits.entries) {
            return Err(Fault::SetFailed);
        }
        self.total = total;
        match self.document.get_mut(key) {
            Some(slot) => value.clone_into(slot),
            None => {
                self.document.insert(key.to_owned(), value.to_owned());
            }
        }
        Ok(())
    }

    /// What the launch says wins for what the SCO may not write, else what the SCO said.
    fn stored(&self, access: Access, key: &str) -> Option<&str> {
        let (first, second) = match access {
            Access::ReadOnly | Access::Keyword => (&self.initial, &self.document),
            _ => (&self.document, &self.initial),
        };
        first
            .get(key)
            .or_else(|| second.get(key))
            .map(String::as_str)
    }

    /// The status that a threshold decides (RTE 4.2.4.1, 4.2.22.1).
    fn derived(&self, element: &Element) -> Option<&'static str> {
        let rule = self
            .table
            .derived
            .iter()
            .find(|rule| rule.element == element.name)?;
        self.decide(rule)
    }

    pub(super) fn decide(&self, rule: &Derived) -> Option<&'static str> {
        let number = |key: &str| self.stored(Access::ReadWrite, key).and_then(parse_number);
        let threshold = number(rule.threshold)?;
        match number(rule.measure) {
            Some(measure) if measure >= threshold => Some(rule.met),
            Some(_) => Some(rule.unmet),
            None if self.is_lenient() => None,
            None => Some(rule.unknown),
        }
    }
}
