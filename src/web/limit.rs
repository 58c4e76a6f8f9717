//! How often something may be asked for. Counted in memory, per replica.

use std::fmt;
use std::hash::Hash;
use std::num::NonZeroU32;

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// Keys remembered before those that have been quiet are forgotten.
const MAX_KEYS: usize = 100_000;

/// So many in a span of time for each key.
pub struct Limit<K: Hash + Eq + Clone>(DefaultKeyedRateLimiter<K>);

impl<K: Hash + Eq + Clone> fmt::Debug for Limit<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Limit").finish_non_exhaustive()
    }
}

impl<K: Hash + Eq + Clone> Limit<K> {
    pub fn per_minute(burst: NonZeroU32) -> Self {
        Self(RateLimiter::keyed(Quota::per_minute(burst)))
    }

    pub fn per_hour(burst: NonZeroU32) -> Self {
        Self(RateLimiter::keyed(Quota::per_hour(burst)))
    }

    pub fn allows(&self, key: &K) -> bool {
        if self.0.len() > MAX_KEYS {
            self.0.retain_recent();
        }
        self.0.check_key(key).is_ok()
    }
}
