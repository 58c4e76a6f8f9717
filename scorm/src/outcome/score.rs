//! From the four numbers a module may report to one exact percentage.

use serde::{Deserialize, Serialize};

use super::{Flag, Percent, ReportedScore};

/// A score as it was sent and as it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// The text the module sent (`cmi.score.scaled` or the raw score).
    pub original: String,
    pub normalised: Percent,
    pub source: ScoreSource,
}

/// Which of the reported numbers the percentage was made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScoreSource {
    Scaled,
    /// Raw between min (or 0) and max.
    Range,
    /// Raw of 100.
    Raw,
    /// The mean of several.
    Mean,
}

impl Score {
    /// Scaled if present, else raw within its range, else raw of 100; `None` is no score.
    pub fn of(reported: &ReportedScore) -> (Option<Self>, Vec<Flag>) {
        let mut flags = Vec::new();
        let scaled = read(reported.scaled.as_deref(), &mut flags);
        let raw = read(reported.raw.as_deref(), &mut flags);
        let (original, (ratio, source)) = match (scaled, raw) {
            (Some((text, scaled)), _) => (text, (scaled.ratio(), ScoreSource::Scaled)),
            (None, Some((text, raw))) => (text, of_raw(raw, reported, &mut flags)),
            (None, None) => return (None, flags),
        };
        let normalised = ratio.percent(&mut flags);
        (
            Some(Self {
                original: original.to_owned(),
                normalised,
                source,
            }),
            flags,
        )
    }

    /// The mean of several scores; `None` of none.
    pub(super) fn mean(scores: &[&Self]) -> Option<Self> {
        if let [one] = scores {
            return Some((*one).clone());
        }
        let percents: Vec<Percent> = scores.iter().map(|score| score.normalised).collect();
        let normalised = Percent::mean(&percents)?;
        Some(Self {
            original: normalised.to_string(),
            normalised,
            source: ScoreSource::Mean,
        })
    }
}

fn of_raw(raw: Decimal, reported: &ReportedScore, flags: &mut Vec<Flag>) -> (Ratio, ScoreSource) {
    let min = read(reported.min.as_deref(), flags).map_or(Decimal(0), |(_, min)| min);
    let Some((_, max)) = read(reported.max.as_deref(), flags) else {
        return (
            Ratio {
                part: raw.0,
                whole: Decimal::ONE * 100,
            },
            ScoreSource::Raw,
        );
    };
    if max.0 <= min.0 {
        flags.push(Flag::BadScoreRange);
        return (
            Ratio {
                part: raw.0,
                whole: Decimal::ONE * 100,
            },
            ScoreSource::Raw,
        );
    }
    (
        Ratio {
            part: raw.0 - min.0,
            whole: max.0 - min.0,
        },
        ScoreSource::Range,
    )
}

/// A reported number, its oddities flagged; blank is absent.
fn read<'t>(text: Option<&'t str>, flags: &mut Vec<Flag>) -> Option<(&'t str, Decimal)> {
    let text = text.filter(|text| !text.trim().is_empty())?;
    let number = Decimal::parse(text);
    match number {
        None => flags.push(Flag::UnreadableScore),
        Some(_) if text.contains(',') => flags.push(Flag::DecimalComma),
        Some(_) => {}
    }
    Some((text, number?))
}

/// A decimal number in units of 10⁻⁹, exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Decimal(i128);

impl Decimal {
    const PLACES: usize = 9;
    const ONE: i128 = 1_000_000_000;

    /// Decimal point or comma, optional exponent; decimals beyond the ninth round to it.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        // The shape, and that its size is sane, is checked where the run-time checks it.
        let size = crate::runtime::parse_number(text)?.abs();
        if size >= 1e15 {
            return None;
        }
        let text = text.replace(',', ".");
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
            None => (text.as_str(), 0),
        };
        let (sign, digits) = match mantissa.strip_prefix('-') {
            Some(digits) => (-1, digits),
            None => (1, mantissa.strip_prefix('+').unwrap_or(mantissa)),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        Some(Self(sign * scaled(whole, fraction, exponent)?))
    }

    fn ratio(self) -> Ratio {
        Ratio {
            part: self.0,
            whole: Self::ONE,
        }
    }

    /// The number times `factor`, cut to whole.
    pub(super) fn floor_times(self, factor: i128) -> Option<i128> {
        Some(self.0.checked_mul(factor)?.div_euclid(Self::ONE))
    }
}

/// The digits as units of 10⁻⁹, rounded half up at the last.
fn scaled(whole: &str, fraction: &str, exponent: i32) -> Option<i128> {
    let digits: Vec<u8> = whole
        .bytes()
        .chain(fraction.bytes())
        .map(|byte| byte - b'0')
        .collect();
    // How many of the digits stand before the last place we keep.
    let places = i32::try_from(Decimal::PLACES).ok()?;
    let kept = i32::try_from(whole.len())
        .ok()?
        .checked_add(exponent)?
        .checked_add(places)?;
    let mut units: i128 = 0;
    for place in 0..kept.max(0) {
        let digit = usize::try_from(place)
            .ok()
            .and_then(|at| digits.get(at))
            .copied();
        units = units
            .checked_mul(10)?
            .checked_add(i128::from(digit.unwrap_or(0)))?;
    }
    let next = usize::try_from(kept).ok().and_then(|at| digits.get(at));
    Some(units + i128::from(next.is_some_and(|digit| *digit >= 5)))
}

struct Ratio {
    part: i128,
    whole: i128,
}

impl Ratio {
    /// Hundredths of a percent, cut, within 0 to 100; noise of binary fractions rounds away
    /// first, as `real(10,7)` knows seven decimals: 0.69999999999 is 0.7, 0.69999 is not.
    fn percent(&self, flags: &mut Vec<Flag>) -> Percent {
        const STEPS: i128 = 10_000_000;
        let rounded = (self.part * STEPS * 2 + self.whole).div_euclid(self.whole * 2);
        if rounded < 0 {
            flags.push(Flag::ScoreBelowRange);
            return Percent::ZERO;
        }
        if rounded > STEPS {
            flags.push(Flag::ScoreAboveRange);
            return Percent::FULL;
        }
        let hundredths = u32::try_from(rounded / 1_000).unwrap_or(0);
        Percent::from_hundredths(hundredths).unwrap_or(Percent::FULL)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn normalised(scaled: &str, raw: &str, min: &str, max: &str) -> (Option<String>, Vec<Flag>) {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let reported = ReportedScore {
            scaled: some(scaled),
            raw: some(raw),
            min: some(min),
            max: some(max),
        };
        let (score, flags) = Score::of(&reported);
        (score.map(|score| score.normalised.to_string()), flags)
    }

    #[test]
    fn scores_are_normalised_exactly() {
        for (scaled, raw, min, max, expect) in [
            ("", "17", "", "20", "85"),
            ("", "17", "10", "20", "70"),
            (".85", "", "", "", "85"),
            ("", "0", "", "", "0"),
            ("", "120", "", "150", "80"),
            ("", "69.99", "0", "100", "69.99"),
            ("0.6999", "", "", "", "69.99"),
            ("0.69999", "", "", "", "69.99"),
            ("0.7", "12", "", "", "70"),
            ("0.6999999999999999", "", "", "", "70"),
            ("", "2", "", "3", "66.66"),
            ("7e-1", "", "", "", "70"),
            ("", "85", "0", "", "85"),
        ] {
            let (score, flags) = normalised(scaled, raw, min, max);
            assert_eq!(score.as_deref(), Some(expect), "{scaled} {raw} {min} {max}");
            assert!(flags.is_empty(), "{flags:?}");
        }
    }

    #[test]
    fn odd_scores_count_with_a_flag() {
        for (scaled, raw, min, max, expect, flag) in [
            ("-0.2", "", "", "", Some("0"), Flag::ScoreBelowRange),
            ("", "85,5", "", "", Some("85.5"), Flag::DecimalComma),
            ("", "120", "", "", Some("100"), Flag::ScoreAboveRange),
            ("", "50", "100", "0", Some("50"), Flag::BadScoreRange),
            ("", "good", "", "", None, Flag::UnreadableScore),
        ] {
            let (score, flags) = normalised(scaled, raw, min, max);
            assert_eq!(score.as_deref(), expect, "{scaled} {raw} {min} {max}");
            assert_eq!(flags, [flag]);
        }
    }

    #[test]
    fn no_score_is_no_score() {
        assert_eq!(normalised("", "", "0", "100"), (None, vec![]));
        assert_eq!(normalised(" ", "", "", ""), (None, vec![]));
    }
}
