//! How many records each collection has, and which record holds which unique value.
//!
//! Derived from the stored values, so that no call has to search them.

use std::collections::HashMap;

use super::path::Path;

#[derive(Debug, Clone, Default)]
pub(super) struct Records {
    /// Collection to number of records.
    counts: HashMap<String, u32>,
    /// Collection and leaf, and value, of unique elements, to the record that has it.
    owners: HashMap<(String, String), u32>,
}

impl Records {
    pub(super) fn count(&self, collection: &str) -> u32 {
        self.counts.get(collection).copied().unwrap_or(0)
    }

    /// The record that has this value already.
    pub(super) fn owner(&self, path: &Path<'_>, value: &str) -> Option<u32> {
        self.owners.get(&owner_key(path, value)?).copied()
    }

    /// Takes note of a value that is stored now, and of the one it replaced.
    pub(super) fn note(&mut self, path: &Path<'_>, value: &str, before: Option<&str>) {
        for spot in &path.spots {
            match self.counts.get_mut(&spot.collection) {
                Some(count) => *count = (*count).max(spot.index + 1),
                None => {
                    self.counts.insert(spot.collection.clone(), spot.index + 1);
                }
            }
        }
        if path.element.unique {
            self.own(path, value, before);
        }
    }

    fn own(&mut self, path: &Path<'_>, value: &str, before: Option<&str>) {
        let Some(index) = path.spots.last().map(|spot| spot.index) else {
            return;
        };
        if let Some(key) = before.and_then(|before| owner_key(path, before))
            && self.owners.get(&key) == Some(&index)
        {
            self.owners.remove(&key);
        }
        if let Some(key) = owner_key(path, value) {
            self.owners.insert(key, index);
        }
    }
}

fn owner_key(path: &Path<'_>, value: &str) -> Option<(String, String)> {
    let collection = &path.spots.last()?.collection;
    let leaf = path.element.name.rsplit('.').next()?;
    Some((format!("{collection}.{leaf}"), value.to_owned()))
}
