//! From the name a SCO uses to the row of the table and the key in the document.

use std::borrow::Cow;

use super::errors::Fault;
use super::table::{Element, Table};

/// One index of a name: the collection it counts in, and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) collection: String,
    pub(super) index: u32,
}

/// A name understood.
#[derive(Debug)]
pub(super) struct Path<'n> {
    pub(super) element: &'static Element,
    /// The name with its indexes in canonical form (`01` is `1`).
    pub(super) key: Cow<'n, str>,
    pub(super) spots: Vec<Spot>,
    /// An index is no usable number: `NaN`, `-1`, ``, `1e9`.
    pub(super) bad_index: bool,
}

impl Path<'_> {
    /// The key of another element of the same record, or of one around it.
    pub(super) fn sibling(&self, pattern: &str) -> String {
        let mut key = pattern.to_owned();
        for spot in &self.spots {
            key = key.replacen(".n.", &format!(".{}.", spot.index), 1);
        }
        key
    }
}

pub(super) fn resolve<'n>(table: &Table, name: &'n str) -> Result<Path<'n>, Fault> {
    let plain = |element| Path {
        element,
        key: Cow::Borrowed(name),
        spots: Vec::new(),
        bad_index: false,
    };
    if let Some((head, _)) = name
        .strip_suffix('}')
        .and_then(|n| n.split_once(".{target="))
    {
        let found = table.find(&format!("{head}.{{target=*}}"));
        return found.map(plain).ok_or(Fault::Undefined);
    }
    if let Some(element) = table
        .find(name)
        .filter(|element| !element.name.contains(".n."))
    {
        return Ok(plain(element));
    }
    walk(table, name)
}

fn walk<'n>(table: &Table, name: &'n str) -> Result<Path<'n>, Fault> {
    let mut pattern = String::with_capacity(name.len());
    let mut key = String::with_capacity(name.len());
    let mut spots = Vec::with_capacity(2);
    let mut bad_index = false;
    for (n, segment) in name.split('.').enumerate() {
        if n > 0 {
            if table.is_collection(&pattern) && !segment.starts_with('_') {
                let index = parse_index(segment, table.limits.index);
                bad_index |= index.is_none();
                let collection = key.clone();
                pattern.push_str(".n");
                key.push('.');
                key.push_str(&index.map_or_else(|| segment.to_owned(), |i| i.to_string()));
                spots.push(Spot {
                    collection,
                    index: index.unwrap_or(0),
                });
                continue;
            }
            pattern.push('.');
            key.push('.');
        }
        pattern.push_str(segment);
        key.push_str(segment);
    }
    match table.find(&pattern) {
        Some(element) => Ok(Path {
            element,
            key: Cow::Owned(key),
            spots,
            bad_index,
        }),
        None => Err(unknown(table, &pattern)),
    }
}

fn parse_index(segment: &str, limit: u32) -> Option<u32> {
    let digits = (1..=9).contains(&segment.len()) && segment.bytes().all(|b| b.is_ascii_digit());
    digits
        .then(|| segment.parse().ok())
        .flatten()
        .filter(|index| *index <= limit)
}

fn unknown(table: &Table, pattern: &str) -> Fault {
    match pattern.rsplit_once('.') {
        Some((parent, "_children")) if table.is_known(parent) => Fault::NoChildren,
        Some((parent, "_count")) if table.is_known(parent) => Fault::NoCount,
        _ => Fault::Undefined,
    }
}
