//! A small cache that is bounded by weight. Knows nothing of what it holds.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{PoisonError, RwLock};

/// Values by key; what was not asked for longest goes first. Reading takes no exclusive lock.
#[derive(Debug)]
pub struct Cache<K, V> {
    budget: usize,
    ticks: AtomicU64,
    held: RwLock<Held<K, V>>,
}

#[derive(Debug)]
struct Held<K, V> {
    weight: usize,
    entries: BTreeMap<K, Entry<V>>,
}

#[derive(Debug)]
struct Entry<V> {
    value: V,
    weight: usize,
    used: AtomicU64,
}

impl<K: Ord + Clone, V: Clone> Cache<K, V> {
    pub fn new(budget: usize) -> Self {
        Self {
            budget,
            ticks: AtomicU64::new(0),
            held: RwLock::new(Held {
                weight: 0,
                entries: BTreeMap::new(),
            }),
        }
    }

    pub fn find(&self, key: &K) -> Option<V> {
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        let entry = held.entries.get(key)?;
        entry.used.store(self.tick(), Ordering::Relaxed);
        Some(entry.value.clone())
    }

    /// Keeps the value, whatever its weight, and makes room by forgetting others.
    pub fn insert(&self, key: K, value: V, weight: usize) {
        let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
        held.forget(&key);
        if held.weight + weight > self.budget {
            // A quarter more than needed, so that a full cache does not sort itself at every insert.
            held.shrink_to((self.budget * 3 / 4).saturating_sub(weight));
        }
        held.weight += weight;
        let used = AtomicU64::new(self.tick());
        let entry = Entry {
            value,
            weight,
            used,
        };
        held.entries.insert(key, entry);
    }

    fn tick(&self) -> u64 {
        self.ticks.fetch_add(1, Ordering::Relaxed)
    }
}

impl<K: Ord + Clone, V> Held<K, V> {
    fn forget(&mut self, key: &K) {
        if let Some(entry) = self.entries.remove(key) {
            self.weight -= entry.weight;
        }
    }

    fn shrink_to(&mut self, weight: usize) {
        let mut by_age: Vec<(u64, K)> = self
            .entries
            .iter()
            .map(|(key, entry)| (entry.used.load(Ordering::Relaxed), key.clone()))
            .collect();
        by_age.sort_by_key(|(used, _)| *used);
        for (_, key) in by_age {
            if self.weight <= weight {
                return;
            }
            self.forget(&key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_asked_for_longest_goes_first() {
        let cache = Cache::new(100);
        for key in 0..4 {
            cache.insert(key, key, 25);
        }
        assert_eq!(cache.find(&0), Some(0));
        cache.insert(4, 4, 25);
        assert_eq!(
            (0..5).map(|key| cache.find(&key)).collect::<Vec<_>>(),
            [Some(0), None, None, Some(3), Some(4)]
        );
    }

    #[test]
    fn a_value_heavier_than_the_cache_is_held_alone() {
        let cache = Cache::new(100);
        cache.insert("a", 1, 40);
        cache.insert("b", 2, 400);
        assert_eq!((cache.find(&"a"), cache.find(&"b")), (None, Some(2)));
        cache.insert("c", 3, 10);
        assert_eq!((cache.find(&"b"), cache.find(&"c")), (None, Some(3)));
    }
}
