//! Durations as both standards write them, exact to the centisecond, by hand.
//!
//! General date libraries accept forms that SCORM does not (`P1W`, `pt1h`) and refuse some that
//! content sends (`0:5:3`); this module owns both grammars and knows nothing else.

use serde::{Deserialize, Serialize};

/// A span of time in hundredths of a second.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Duration(u64);

const SECOND: u64 = 100;
const MINUTE: u64 = 60 * SECOND;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;
/// Calendar units have no exact length; 30 and 365 days are what run-times agree on.
const MONTH: u64 = 30 * DAY;
const YEAR: u64 = 365 * DAY;

impl Duration {
    pub const ZERO: Self = Self(0);

    pub const fn from_centiseconds(centiseconds: u64) -> Self {
        Self(centiseconds)
    }

    pub const fn from_seconds(seconds: u64) -> Self {
        Self(seconds.saturating_mul(SECOND))
    }

    pub const fn centiseconds(self) -> u64 {
        self.0
    }

    /// Whole seconds, rounded down.
    pub const fn seconds(self) -> u64 {
        self.0 / SECOND
    }

    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// Either standard's form, and the sloppy ones found in the wild: `0:5:3`,
    /// `00:00:00.0000`, `PT1.234S`, `05:30` (minutes and seconds). Digits beyond the hundredth are cut.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim_matches([' ', '\t', '\n', '\r', '\u{b}', '\u{c}']);
        match text.strip_prefix(['P', 'p']) {
            Some(rest) => Self::parse_interval(rest),
            None => Self::parse_clock(text),
        }
    }

    fn parse_clock(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split(':').collect();
        let (hours, minutes, seconds) = match parts.as_slice() {
            [hours, minutes, seconds] => (*hours, *minutes, *seconds),
            [minutes, seconds] => ("0", *minutes, *seconds),
            _ => return None,
        };
        let whole = whole(hours)? * HOUR + whole(minutes)? * MINUTE;
        Some(Self(whole + hundredths(seconds)?))
    }

    fn parse_interval(text: &str) -> Option<Self> {
        let (dates, times) = match text.split_once(['T', 't']) {
            Some((dates, times)) if !times.is_empty() => (dates, times),
            Some(_) => return None,
            None if text.is_empty() => return None,
            None => (text, ""),
        };
        let dates = sum(dates, &[('y', YEAR), ('m', MONTH), ('d', DAY)])?;
        let times = sum(times, &[('h', HOUR), ('m', MINUTE), ('s', SECOND)])?;
        Some(Self(dates.checked_add(times)?))
    }

    /// `HHHH:MM:SS.SS` (SCORM 1.2). Hours beyond 9999 do not fit and stop there.
    pub fn to_scorm12(self) -> String {
        let most = 9999 * HOUR + 59 * MINUTE + 59 * SECOND + 99;
        let all = self.0.min(most);
        let (hours, rest) = (all / HOUR, all % HOUR);
        let (minutes, rest) = (rest / MINUTE, rest % MINUTE);
        format!(
            "{hours:04}:{minutes:02}:{:02}.{:02}",
            rest / SECOND,
            rest % SECOND
        )
    }

    /// `PT12H5M3.27S` (SCORM 2004): hours may exceed a day, so no calendar is involved.
    pub fn to_scorm2004(self) -> String {
        let (hours, rest) = (self.0 / HOUR, self.0 % HOUR);
        let (minutes, rest) = (rest / MINUTE, rest % MINUTE);
        let (seconds, hundredths) = (rest / SECOND, rest % SECOND);
        if hundredths == 0 {
            format!("PT{hours}H{minutes}M{seconds}S")
        } else {
            format!("PT{hours}H{minutes}M{seconds}.{hundredths:02}S")
        }
    }
}

/// Up to nine digits, so that no sum below can overflow.
fn whole(digits: &str) -> Option<u64> {
    let fits = (1..=9).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| digits.parse().ok()).flatten()
}

/// Seconds with an optional fraction, in hundredths.
fn hundredths(text: &str) -> Option<u64> {
    let Some((seconds, fraction)) = text.split_once('.') else {
        return Some(whole(text)? * SECOND);
    };
    if !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut digits = fraction.bytes().map(|b| u64::from(b - b'0'));
    let tens = digits.next().unwrap_or(0);
    let ones = digits.next().unwrap_or(0);
    Some(whole(seconds)? * SECOND + tens * 10 + ones)
}

/// Adds up `n<unit>` components, each unit at most once and in order.
fn sum(text: &str, units: &[(char, u64)]) -> Option<u64> {
    let mut rest = text;
    let mut units = units.iter();
    let mut total: u64 = 0;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !(c.is_ascii_digit() || c == '.'))?;
        let (number, tail) = rest.split_at_checked(end)?;
        let mut letters = tail.chars();
        let unit = letters.next()?.to_ascii_lowercase();
        let (_, length) = units.find(|(name, _)| *name == unit)?;
        let amount = if *length == SECOND {
            hundredths(number)?
        } else {
            whole(number)? * length
        };
        total = total.checked_add(amount)?;
        rest = letters.as_str();
    }
    Some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_standards_and_sloppy_forms_are_read_exactly() {
        for (text, centiseconds) in [
            ("0000:00:00.00", 0),
            ("00:00:00.0000", 0),
            ("0:5:3", 30_300),
            ("0001:05:03.27", 390_327),
            ("PT1H5M3.27S", 390_327),
            ("PT0.1S", 10),
            ("P1DT2H", 9_360_000),
            ("P0Y029DT0H", 250_560_000),
            ("pt1.239s", 123),
            ("5:30", 33_000),
        ] {
            assert_eq!(
                Duration::parse(text),
                Some(Duration(centiseconds)),
                "{text}"
            );
        }
        for text in [
            "", "P", "PT", "P1", "abc", "1:2:3:4", "PT1S1M", "-1:00:00", "P1W", "1e3",
        ] {
            assert_eq!(Duration::parse(text), None, "{text}");
        }
    }

    #[test]
    fn written_durations_read_back_the_same() {
        for centiseconds in [0, 1, 99, 100, 5_999, 6_000, 390_327, 8_640_000, 359_999_999] {
            let duration = Duration(centiseconds);
            assert_eq!(Duration::parse(&duration.to_scorm12()), Some(duration));
            assert_eq!(Duration::parse(&duration.to_scorm2004()), Some(duration));
        }
    }

    #[test]
    fn enormous_amounts_do_not_overflow() {
        assert!(Duration::parse("P999999999Y999999999M999999999DT999999999H").is_some());
        assert_eq!(Duration::parse("99999999999999999999:00:00"), None);
    }
}
