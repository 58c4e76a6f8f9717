//! Percentages in exact hundredths: no binary fraction decides whether someone passes.

use serde::{Deserialize, Serialize};

/// 0 to 100 with two decimals. As JSON it is the number of hundredths: 85.5 % is 8550.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "u32", into = "u32")]
pub struct Percent(u32);

impl Percent {
    pub const ZERO: Self = Self(0);
    pub const FULL: Self = Self(10_000);

    /// `None` beyond 100 %.
    pub const fn from_hundredths(hundredths: u32) -> Option<Self> {
        if hundredths <= Self::FULL.0 {
            Some(Self(hundredths))
        } else {
            None
        }
    }

    /// Whole percents; more than 100 is 100.
    pub const fn whole(percent: u8) -> Self {
        let hundredths = percent as u32 * 100;
        if hundredths > Self::FULL.0 {
            Self::FULL
        } else {
            Self(hundredths)
        }
    }

    pub const fn hundredths(self) -> u32 {
        self.0
    }

    /// Reads "70", "69.99", "85,5"; further decimals are cut. `None` for anything else or
    /// beyond 0 to 100.
    pub fn parse(text: &str) -> Option<Self> {
        let hundredths = super::score::Decimal::parse(text)?.floor_times(100)?;
        u32::try_from(hundredths)
            .ok()
            .and_then(Self::from_hundredths)
    }

    /// The mean, cut to hundredths; `None` of nothing.
    pub fn mean(percents: &[Self]) -> Option<Self> {
        let sum: u64 = percents.iter().map(|percent| u64::from(percent.0)).sum();
        let mean = sum.checked_div(percents.len() as u64)?;
        u32::try_from(mean).ok().and_then(Self::from_hundredths)
    }
}

/// "70", "69.99", "85.5": no zeros that say nothing.
impl std::fmt::Display for Percent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        match rest {
            0 => write!(f, "{whole}"),
            _ if rest.is_multiple_of(10) => write!(f, "{whole}.{}", rest / 10),
            _ => write!(f, "{whole}.{rest:02}"),
        }
    }
}

impl TryFrom<u32> for Percent {
    type Error = String;

    fn try_from(hundredths: u32) -> Result<Self, Self::Error> {
        Self::from_hundredths(hundredths)
            .ok_or_else(|| format!("{hundredths} hundredths are more than 100 percent"))
    }
}

impl From<Percent> for u32 {
    fn from(percent: Percent) -> Self {
        percent.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percents_are_read_and_written() {
        for (text, shown) in [
            ("70", "70"),
            ("69.99", "69.99"),
            ("85,5", "85.5"),
            ("0", "0"),
            ("66.669", "66.66"),
        ] {
            assert_eq!(
                Percent::parse(text).map(|p| p.to_string()).as_deref(),
                Some(shown)
            );
        }
        for text in ["", "-1", "100.01", "x"] {
            assert_eq!(Percent::parse(text), None, "{text}");
        }
    }
}
