//! The shapes of words, numbers, times and identifiers: pure functions over text.
//!
//! The browser's adapter has a twin of each; both fold ASCII letters only and trim ASCII white
//! space only, so that they cannot disagree about some script's letters.

use std::sync::OnceLock;

use super::languages::LANGUAGES;

/// Length as JavaScript counts it.
pub(super) fn utf16_len(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.encode_utf16().count()
    }
}

pub(super) fn longer_than(text: &str, limit: usize) -> bool {
    // A UTF-16 unit takes at least one byte, so short texts need no counting.
    text.len() > limit && utf16_len(text) > limit
}

pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(is_space)
}

const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}')
}

/// A cursor over bytes: the grammars here are ASCII.
struct Scan<'a> {
    rest: &'a [u8],
}

impl<'a> Scan<'a> {
    const fn new(text: &'a str) -> Self {
        Self {
            rest: text.as_bytes(),
        }
    }

    fn peek(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    fn eat(&mut self, byte: u8) -> bool {
        match self.rest.split_first() {
            Some((first, rest)) if *first == byte => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    /// Eats digits; how many there were.
    fn digits(&mut self) -> usize {
        let n = self
            .rest
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        self.rest = self.rest.get(n..).unwrap_or_default();
        n
    }

    /// Eats exactly `n` digits, giving their value.
    fn number(&mut self, n: usize) -> Option<u32> {
        let before = self.rest;
        (self.digits() == n).then_some(())?;
        let digits = before.get(..n)?;
        Some(
            digits
                .iter()
                .fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')),
        )
    }

    const fn done(&self) -> bool {
        self.rest.is_empty()
    }
}

/// `-12`, `.5`, `3.`: digits with at most one point.
pub(super) fn is_number(text: &str) -> bool {
    let mut scan = Scan::new(text);
    let _ = scan.eat(b'-') || scan.eat(b'+');
    mantissa(&mut scan) && scan.done()
}

fn mantissa(scan: &mut Scan<'_>) -> bool {
    let whole = scan.digits();
    let fraction = if scan.eat(b'.') { scan.digits() } else { 0 };
    whole + fraction > 0
}

fn is_exponential(text: &str) -> bool {
    let mut scan = Scan::new(text);
    let _ = scan.eat(b'-') || scan.eat(b'+');
    if !mantissa(&mut scan) {
        return false;
    }
    if scan.eat(b'e') || scan.eat(b'E') {
        let _ = scan.eat(b'-') || scan.eat(b'+');
        return matches!(scan.digits(), 1..=3) && scan.done();
    }
    scan.done()
}

/// A number as content really writes it: blanks around it, a decimal comma, an exponent.
///
/// `None` when it is no number, or one beyond what a double holds.
pub fn parse_number(text: &str) -> Option<f64> {
    let text = trim(text);
    let value: f64 = if is_exponential(text) {
        text.parse().ok()?
    } else {
        let (whole, fraction) = text.split_once(',')?;
        let dotted = format!("{whole}.{fraction}");
        (!whole.contains('.') && is_exponential(&dotted)).then(|| dotted.parse().ok())??
    };
    value.is_finite().then_some(value)
}

/// `CMISInteger`.
pub(super) fn is_integer(text: &str) -> bool {
    let mut scan = Scan::new(text);
    let _ = scan.eat(b'-') || scan.eat(b'+');
    matches!(scan.digits(), 1..=9) && scan.done()
}

/// `timeinterval (second,10,2)`: `P[nY][nM][nD][T[nH][nM][n[.nn]S]]`.
pub(super) fn is_interval(text: &str) -> bool {
    let mut scan = Scan::new(text);
    if !scan.eat(b'P') {
        return false;
    }
    let Some(dates) = components(&mut scan, b"YMD") else {
        return false;
    };
    if !scan.eat(b'T') {
        return dates > 0 && scan.done();
    }
    matches!(components(&mut scan, b"HMS"), Some(1..)) && scan.done()
}

/// Eats `n<unit>` in the order of the units; how many there were, `None` for a bad one.
fn components(scan: &mut Scan<'_>, units: &[u8]) -> Option<usize> {
    let mut units = units.iter();
    let mut found = 0;
    while scan.peek().is_some_and(|byte| byte.is_ascii_digit()) {
        scan.digits();
        let fraction = if scan.eat(b'.') {
            Some(scan.digits())
        } else {
            None
        };
        let unit = scan.peek()?;
        units.find(|candidate| **candidate == unit)?;
        scan.eat(unit);
        match fraction {
            Some(1..=2) if unit == b'S' => {}
            None => {}
            Some(_) => return None,
        }
        found += 1;
    }
    Some(found)
}

/// `CMITimespan`: `HHHH:MM:SS.SS` with two to four digits of hours.
pub(super) fn is_timespan(text: &str) -> bool {
    let mut scan = Scan::new(text);
    matches!(scan.digits(), 2..=4) && minutes_and_seconds(&mut scan)
}

/// `CMITime`: `HH:MM:SS.SS`, a time of day.
pub(super) fn is_time(text: &str) -> bool {
    let mut scan = Scan::new(text);
    matches!(scan.number(2), Some(0..=23)) && minutes_and_seconds(&mut scan)
}

fn minutes_and_seconds(scan: &mut Scan<'_>) -> bool {
    let minutes = scan.eat(b':') && matches!(scan.number(2), Some(0..=59));
    let seconds = minutes && scan.eat(b':') && matches!(scan.number(2), Some(0..=59));
    seconds && (scan.done() || scan.eat(b'.') && matches!(scan.digits(), 1..=2) && scan.done())
}

/// `time (second,10,0)`: `YYYY[-MM[-DD[Thh[:mm[:ss[.s[s][TZD]]]]]]]` (RTE 4.1.1.7).
///
/// The zone is allowed only after a fraction, as the standard's brackets have it.
pub(super) fn is_timestamp(text: &str) -> bool {
    timestamp(&mut Scan::new(text)).is_some()
}

fn timestamp(scan: &mut Scan<'_>) -> Option<()> {
    in_range(scan.number(4)?, 1970, 2038)?;
    for (mark, least, most) in [
        (b'-', 1, 12),
        (b'-', 1, 31),
        (b'T', 0, 23),
        (b':', 0, 59),
        (b':', 0, 59),
    ] {
        if scan.done() {
            return Some(());
        }
        scan.eat(mark).then_some(())?;
        in_range(scan.number(2)?, least, most)?;
    }
    if scan.done() {
        return Some(());
    }
    (scan.eat(b'.') && matches!(scan.digits(), 1..=2)).then_some(())?;
    if scan.done() || scan.eat(b'Z') {
        return scan.done().then_some(());
    }
    (scan.eat(b'+') || scan.eat(b'-')).then_some(())?;
    in_range(scan.number(2)?, 0, 23)?;
    if scan.eat(b':') {
        in_range(scan.number(2)?, 0, 59)?;
    }
    scan.done().then_some(())
}

fn in_range(value: u32, least: u32, most: u32) -> Option<()> {
    (least..=most).contains(&value).then_some(())
}

/// `long_identifier_type`: no white space; a URN must have a name space and a name.
pub(super) fn is_long_identifier(text: &str) -> bool {
    if text.is_empty() || text.chars().any(is_space) {
        return false;
    }
    let is_urn = text
        .get(..4)
        .is_some_and(|head| head.eq_ignore_ascii_case("urn:"));
    !is_urn
        || text
            .splitn(3, ':')
            .skip(1)
            .filter(|part| !part.is_empty())
            .count()
            == 2
}

/// `short_identifier_type`: additionally none of the brackets that delimit responses.
pub(super) fn is_short_identifier(text: &str) -> bool {
    is_long_identifier(text) && !text.contains(['[', ']', '{', '}'])
}

/// `CMIIdentifier`: printable ASCII without blanks, at most 255.
pub(super) fn is_identifier_12(text: &str) -> bool {
    (1..=255).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// `language_type`: an ISO 639 code (or `i`, `x`) and subtags.
pub(super) fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let primary = parts.next().unwrap_or_default().to_ascii_lowercase();
    (is_primary_language(&primary) || matches!(primary.as_str(), "i" | "x"))
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

fn is_primary_language(code: &str) -> bool {
    static CODES: OnceLock<Vec<&'static str>> = OnceLock::new();
    CODES
        .get_or_init(|| LANGUAGES.split(' ').collect())
        .binary_search(&code)
        .is_ok()
}

/// Splits `{name=value}rest`.
pub(super) fn split_tag(text: &str) -> Option<(&str, &str, &str)> {
    let (tag, rest) = text.strip_prefix('{')?.split_once('}')?;
    let (name, value) = tag.split_once('=')?;
    Some((name, value, rest))
}

/// Text with an optional `{lang=…}` before it; a tag that names no language is an error.
pub(super) fn is_localized(text: &str) -> bool {
    match split_tag(text) {
        Some(("lang", language, _)) => is_language(language),
        _ => true,
    }
}

pub(super) const NAVIGATION_WORDS: [&str; 8] = [
    "_none_",
    "continue",
    "previous",
    "exit",
    "exitAll",
    "abandon",
    "abandonAll",
    "suspendAll",
];

/// `adl.nav.request`: a request word, or `{target=…}` before `choice` or `jump` (SN 5.6.4).
pub(super) fn is_navigation(text: &str) -> bool {
    NAVIGATION_WORDS.contains(&text)
        || matches!(
            split_tag(text),
            Some(("target", target, "choice" | "jump")) if !target.is_empty()
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_numbers_are_read() {
        for (text, value) in [
            ("85", 85.0),
            ("85,5", 85.5),
            (" 7.25 ", 7.25),
            ("-.5", -0.5),
            ("1e-7", 1e-7),
            ("3.", 3.0),
        ] {
            assert_eq!(parse_number(text), Some(value), "{text}");
        }
        for text in [
            "", "abc", "1,000.5", "1,2,3", "0x10", "NaN", "Infinity", "1e999", "--1",
        ] {
            assert_eq!(parse_number(text), None, "{text}");
        }
    }

    #[test]
    fn intervals_follow_the_grammar() {
        for text in [
            "P1Y6M14DT4H15M6.34S",
            "PT1H5M3.27S",
            "P1DT2H",
            "PT6.3S",
            "PT0S",
            "P1Y",
        ] {
            assert!(is_interval(text), "{text}");
        }
        for text in [
            "", "P", "PT", "P1DT", "1D", "P1H", "PT1S2M", "PT1.234S", "PT1.5M", "P1W", "pt1h",
            "PT1,5S",
        ] {
            assert!(!is_interval(text), "{text}");
        }
    }

    #[test]
    fn languages_are_real_ones() {
        for text in ["en", "EN", "fr-CA", "ara", "x-klingon", "zh-Hant-TW"] {
            assert!(is_language(text), "{text}");
        }
        for text in ["", "frl", "sp", "e", "en-", "en-toolongsubtag", "english"] {
            assert!(!is_language(text), "{text}");
        }
    }
}
