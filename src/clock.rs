//! Time and randomness, as values that are passed in. The only place that may read the machine's clock.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use serde::{Deserialize, Serialize};

/// An instant: Unix milliseconds, UTC.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default,
)]
#[serde(transparent)]
pub struct Instant(pub i64);

impl Instant {
    #[must_use]
    pub fn plus_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }

    /// The beginning of a day written `2026-05-03`, in UTC.
    pub fn of_date(text: &str) -> Option<Self> {
        let date: jiff::civil::Date = text.trim().parse().ok()?;
        let zoned = date.to_zoned(jiff::tz::TimeZone::UTC).ok()?;
        Some(Self(zoned.timestamp().as_millisecond()))
    }

    /// Its day as date fields write it, `2026-05-03`, in UTC.
    pub fn date(self) -> String {
        jiff::Timestamp::from_millisecond(self.0).map_or_else(
            |_| String::new(),
            |stamp| stamp.to_zoned(jiff::tz::TimeZone::UTC).date().to_string(),
        )
    }

    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        self.plus_hours(days.saturating_mul(24))
    }

    #[must_use]
    pub fn plus_hours(self, hours: i64) -> Self {
        self.plus_ms(hours.saturating_mul(3_600_000))
    }
}

impl From<Instant> for crate::db::Value {
    fn from(at: Instant) -> Self {
        Self::Int(Some(at.0))
    }
}
impl From<Option<Instant>> for crate::db::Value {
    fn from(at: Option<Instant>) -> Self {
        Self::Int(at.map(|at| at.0))
    }
}

#[derive(Debug, Clone)]
pub enum Clock {
    System,
    /// Stands still until a test moves it.
    Virtual(Arc<AtomicI64>),
}

impl Clock {
    pub fn virtual_at(ms: i64) -> Self {
        Self::Virtual(Arc::new(AtomicI64::new(ms)))
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "this is where time enters the program"
    )]
    pub fn now(&self) -> Instant {
        match self {
            Self::System => Instant(jiff::Timestamp::now().as_millisecond()),
            Self::Virtual(ms) => Instant(ms.load(Ordering::SeqCst)),
        }
    }

    /// Moves a virtual clock; the system's cannot be moved.
    pub fn advance_ms(&self, ms: i64) {
        if let Self::Virtual(at) = self {
            at.fetch_add(ms, Ordering::SeqCst);
        }
    }
}

/// The program's random source: seeded by the system, or by a test.
#[derive(Debug, Clone)]
pub struct Random(Arc<Mutex<StdRng>>);

impl Random {
    pub fn system() -> Self {
        Self(Arc::new(Mutex::new(rand::make_rng())))
    }

    pub fn seeded(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }

    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        let mut rng = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        rng.fill_bytes(&mut bytes);
        bytes
    }

    /// 256 bits, URL-safe: session cookies and launch capabilities.
    pub fn token(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.bytes::<32>())
    }

    /// Letters and digits that cannot be mistaken for one another on paper, in groups of four.
    pub fn code(&self, groups: usize) -> String {
        const ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        (0..groups)
            .map(|_| {
                let bytes = self.bytes::<4>();
                bytes
                    .map(|byte| char::from(ALPHABET[usize::from(byte & 31)]))
                    .iter()
                    .collect::<String>()
            })
            .collect::<Vec<_>>()
            .join("-")
    }
}
