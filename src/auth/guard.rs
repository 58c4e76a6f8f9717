//! How many attempts are borne before the next one must wait. Nobody is ever locked out for good.
//!
//! Failures at log-in are counted where they come from, never for the account alone: whoever hammers an account from
//! elsewhere slows down themselves, and its owner gets in. A device that has logged into the account before is counted by
//! itself, so that not even a guesser in the same building keeps it out. Networks are counted over all accounts, by
//! failures only: three hundred officers who arrive together behind one address are three hundred successes.
//!
//! The counts are in memory, per replica. A restart forgives everybody, and with n replicas a guesser has n times as many
//! tries: ten a minute or thirty make no difference to a password that passed [`super::strength`], while a row in the
//! database for every failure would let whoever floods the log-in page write as much as they like.

use std::collections::HashMap;
use std::fmt;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use crate::clock::Instant;
use crate::ids::UserId;

/// Keys remembered before those that have been quiet are forgotten. Only attempts that cost us a hash or a mail leave one.
const MAX_KEYS: usize = 100_000;
const MINUTE_MS: i64 = 60_000;

/// Where somebody asks from: an IPv4 address, or the half of an IPv6 address that one household or office is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Network(IpAddr);

impl From<IpAddr> for Network {
    fn from(address: IpAddr) -> Self {
        Self(match address.to_canonical() {
            IpAddr::V6(long) => IpAddr::from((u128::from(long) >> 64 << 64).to_be_bytes()),
            short @ IpAddr::V4(_) => short,
        })
    }
}

/// What is counted together.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Key {
    /// Guesses at what was typed as the account, which says nothing of whether there is one, from one network.
    Account(String, Network),
    /// Guesses at an account from a device that has logged into it before, by the hash of its cookie.
    Device(UserId, String),
    /// Failures at any account from one network.
    Network(Network),
    /// Guesses at the own password, by somebody who is logged in.
    Own(UserId),
    /// Guesses at the code of the second step: whoever makes them has the password.
    Code(UserId),
    /// Links asked for by people who have lost their password. A ministry loses many in one afternoon.
    Reset(Network),
    /// Departures to identity providers, each of which is remembered until somebody comes back or is too late.
    Departure(Network),
    /// Messages to those who run the site, from one network.
    Message(Network),
    /// The same, with one address to be answered to.
    Sender(String),
    /// Modules opened by guests. A class tries the demo course in one room.
    Guest(Network),
}

impl Key {
    /// So many at once, and then one more in so many milliseconds.
    fn rate(&self) -> (i64, i64) {
        match self {
            Self::Account(..) | Self::Device(..) | Self::Own(_) | Self::Code(_) => (10, MINUTE_MS),
            Self::Network(_) => (200, MINUTE_MS / 20),
            Self::Reset(_) => (60, MINUTE_MS / 60),
            Self::Departure(_) => (600, MINUTE_MS / 600),
            Self::Message(_) => (20, 3 * MINUTE_MS),
            Self::Sender(_) => (3, 10 * MINUTE_MS),
            Self::Guest(_) => (120, MINUTE_MS / 60),
        }
    }
}

/// For each key the instant at which all is forgiven.
#[derive(Default)]
pub struct Guard(Mutex<HashMap<Key, i64>>);

impl fmt::Debug for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Guard").finish_non_exhaustive()
    }
}

impl Guard {
    /// Counts an attempt if there is room for it. Counting comes before the attempt, so that of a thousand made at the
    /// same instant only the first few are made at all; [`Guard::forgive`] takes back what succeeded.
    pub fn admits(&self, key: &Key, now: Instant) -> bool {
        let mut keys = self.lock();
        let next = after_one_more(&keys, key, now);
        let (burst, interval) = key.rate();
        if next - now.0 > burst * interval {
            return false;
        }
        if keys.len() > MAX_KEYS {
            keys.retain(|_, until| *until > now.0);
        }
        keys.insert(key.clone(), next);
        true
    }

    /// Whether one more would be too many.
    pub fn is_full(&self, key: &Key, now: Instant) -> bool {
        let (burst, interval) = key.rate();
        after_one_more(&self.lock(), key, now) - now.0 > burst * interval
    }

    /// Takes back one that succeeded, and leaves the failures beside it.
    pub fn forgive(&self, key: &Key) {
        if let Some(until) = self.lock().get_mut(key) {
            *until -= key.rate().1;
        }
    }

    /// Forgives what was counted against a person who has proved to be the owner: under the names they are known by from
    /// this network, and on their devices. Guessers elsewhere stay where they are.
    pub fn forget(&self, user: UserId, names: &[&str], network: Network) {
        self.lock().retain(|key, _| match key {
            Key::Account(name, from) => *from != network || !names.contains(&name.as_str()),
            Key::Device(of, _) | Key::Own(of) | Key::Code(of) => *of != user,
            Key::Network(_)
            | Key::Reset(_)
            | Key::Departure(_)
            | Key::Message(_)
            | Key::Sender(_)
            | Key::Guest(_) => true,
        });
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<Key, i64>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn after_one_more(keys: &HashMap<Key, i64>, key: &Key, now: Instant) -> i64 {
    let until = keys.get(key).copied().unwrap_or_default();
    until.max(now.0) + key.rate().1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn home() -> Network {
        Network::from(IpAddr::from([203, 0, 113, 9]))
    }

    #[test]
    fn after_ten_attempts_there_is_one_a_minute() {
        let guard = Guard::default();
        let key = Key::Account("ana".to_owned(), home());
        let mut now = Instant(1_777_809_600_000);
        assert_eq!((0..20).filter(|_| guard.admits(&key, now)).count(), 10);
        assert!(guard.is_full(&key, now));
        now = now.plus_ms(MINUTE_MS);
        assert_eq!((0..20).filter(|_| guard.admits(&key, now)).count(), 1);
        now = now.plus_ms(10 * MINUTE_MS);
        assert_eq!((0..20).filter(|_| guard.admits(&key, now)).count(), 10);
    }

    #[test]
    fn a_success_takes_back_itself_and_no_failure() {
        let guard = Guard::default();
        let key = Key::Own(UserId(1));
        let now = Instant(0);
        for _ in 0..9 {
            assert!(guard.admits(&key, now));
        }
        for _ in 0..5 {
            assert!(guard.admits(&key, now));
            guard.forgive(&key);
        }
        assert!(guard.admits(&key, now));
        assert!(!guard.admits(&key, now));
    }

    #[test]
    fn an_owner_is_forgiven_and_guessers_elsewhere_are_not() {
        let guard = Guard::default();
        let away = Network::from(IpAddr::from([198, 51, 100, 1]));
        let now = Instant(0);
        let keys = [
            Key::Account("ana".to_owned(), home()),
            Key::Account("ana".to_owned(), away),
            Key::Account("bob".to_owned(), home()),
            Key::Device(UserId(1), String::new()),
            Key::Device(UserId(2), String::new()),
        ];
        for key in &keys {
            while guard.admits(key, now) {}
        }
        guard.forget(UserId(1), &["ana"], home());
        let full = keys.map(|key| guard.is_full(&key, now));
        assert_eq!(full, [false, true, true, false, true]);
    }

    #[test]
    fn neighbours_of_ipv6_are_one_network() {
        let network = |text: &str| Network::from(text.parse::<IpAddr>().expect("an address"));
        assert_eq!(
            network("2001:db8:1:2:3::4"),
            network("2001:db8:1:2:ffff::1")
        );
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_eq!(network("::ffff:203.0.113.9"), home());
    }
}
