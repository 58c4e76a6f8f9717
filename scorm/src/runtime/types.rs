//! Does a value fit its type? First to the letter, then as content really writes it.

use std::borrow::Cow;

use super::errors::Fault;
use super::format::{Format, Item};
use super::lexical::{
    self, is_identifier_12, is_integer, is_interval, is_language, is_localized, is_long_identifier,
    is_navigation, is_number, is_short_identifier, is_time, is_timespan, is_timestamp, longer_than,
    parse_number, split_tag, trim,
};
use super::model::Leniency;
use super::table::Kind;
use crate::time::Duration;

/// A value accepted although it is not to the letter, and why.
pub(super) struct Kept<'v> {
    pub(super) value: Cow<'v, str>,
    pub(super) leniency: Leniency,
}

/// To the letter of the standard. `format` is the interaction's, when its type is known.
pub(super) fn strict(kind: Kind, format: Option<&Format>, value: &str) -> Result<(), Fault> {
    let fits = match kind {
        Kind::Text { spm, firm } => !firm || !longer_than(value, spm as usize),
        Kind::Localized { .. } => is_localized(value),
        Kind::Language => value.is_empty() || is_language(value),
        Kind::LongIdentifier { .. } => is_long_identifier(value),
        Kind::Identifier12 => is_identifier_12(value),
        Kind::Words { words, .. } => words.contains(&value),
        Kind::WordsOrNumber { words, .. } => words.contains(&value) || is_number(value),
        Kind::Decimal { blank: true, .. } if value.is_empty() => true,
        Kind::Real { min, max } | Kind::Decimal { min, max, .. } => {
            return in_range(is_number(value), value, min, max);
        }
        Kind::Integer { min, max } => {
            let (min, max) = (Some(f64::from(min)), Some(f64::from(max)));
            return in_range(is_integer(value), value, min, max);
        }
        Kind::Interval => is_interval(value),
        Kind::Timespan => is_timespan(value),
        Kind::Timestamp => is_timestamp(value),
        Kind::Time => is_time(value),
        Kind::Response | Kind::Pattern => format.is_none_or(|format| fits_format(format, value)),
        Kind::Navigation => is_navigation(value),
        Kind::Count => false,
    };
    if fits { Ok(()) } else { Err(Fault::Type) }
}

/// The seventh decimal is the last that counts in `real(10,7)`: less is noise of binary fractions.
const NOISE: f64 = 5e-8;

fn in_range(syntax: bool, value: &str, min: Option<f64>, max: Option<f64>) -> Result<(), Fault> {
    let number = syntax
        .then(|| parse_number(value))
        .flatten()
        .ok_or(Fault::Type)?;
    let low = min.is_some_and(|min| number < min - NOISE);
    let high = max.is_some_and(|max| number > max + NOISE);
    if low || high {
        Err(Fault::Range)
    } else {
        Ok(())
    }
}

/// What a lenient session makes of a value that [`strict`] refused.
pub(super) fn lenient(kind: Kind, value: &str) -> Result<Kept<'_>, Fault> {
    let kept = |leniency| {
        Ok(Kept {
            value: Cow::Borrowed(value),
            leniency,
        })
    };
    match kind {
        Kind::Text { .. } => kept(Leniency::LongText),
        Kind::Localized { .. } | Kind::Language => kept(Leniency::OddLanguage),
        Kind::LongIdentifier { .. } | Kind::Identifier12 if !trim(value).is_empty() => {
            kept(Leniency::OddIdentifier)
        }
        Kind::Words {
            words,
            aliases,
            open,
        } => match recognised(words, aliases, value) {
            Some(word) => Ok(Kept {
                value: Cow::Borrowed(word),
                leniency: Leniency::OddWord,
            }),
            None if open && !trim(value).is_empty() => kept(Leniency::OddWord),
            None => Err(Fault::Type),
        },
        Kind::WordsOrNumber { words, aliases } => match recognised(words, aliases, value) {
            Some(word) => Ok(Kept {
                value: Cow::Borrowed(word),
                leniency: Leniency::OddWord,
            }),
            None if parse_number(value).is_some() => kept(Leniency::OddNumber),
            None => Err(Fault::Type),
        },
        Kind::Real { min, max } => {
            in_range(true, value, min, max)?;
            kept(Leniency::OddNumber)
        }
        Kind::Decimal { .. } | Kind::Integer { .. } if trim(value).is_empty() => {
            kept(Leniency::OddNumber)
        }
        Kind::Decimal { min, max, .. } => kept_number(value, in_range(true, value, min, max)),
        Kind::Integer { min, max } => {
            let (min, max) = (Some(f64::from(min)), Some(f64::from(max)));
            kept_number(value, in_range(true, value, min, max))
        }
        Kind::Interval | Kind::Timespan if Duration::parse(value).is_some() => {
            kept(Leniency::OddTime)
        }
        Kind::Timestamp | Kind::Time if !trim(value).is_empty() => kept(Leniency::OddTime),
        Kind::Response | Kind::Pattern => kept(Leniency::OddFormat),
        _ => Err(Fault::Type),
    }
}

fn kept_number(value: &str, checked: Result<(), Fault>) -> Result<Kept<'_>, Fault> {
    let leniency = match checked {
        Ok(()) => Leniency::OddNumber,
        Err(Fault::Range) => Leniency::OutOfRange,
        Err(fault) => return Err(fault),
    };
    Ok(Kept {
        value: Cow::Borrowed(value),
        leniency,
    })
}

/// The word of the vocabulary that was meant.
fn recognised(
    words: &[&'static str],
    aliases: &[(&str, &'static str)],
    value: &str,
) -> Option<&'static str> {
    let folded = trim(value).to_ascii_lowercase().replace('_', " ");
    let word = words.iter().find(|word| **word == folded);
    let alias = || {
        aliases
            .iter()
            .find(|(alias, _)| *alias == folded)
            .map(|(_, word)| word)
    };
    word.or_else(alias).copied()
}

/// Remarkable although allowed: longer than the smallest permitted maximum.
pub(super) fn exceeds_spm(kind: Kind, value: &str) -> bool {
    match kind {
        Kind::Text { spm, .. } | Kind::Localized { spm } | Kind::LongIdentifier { spm } => {
            longer_than(value, spm as usize)
        }
        _ => false,
    }
}

fn fits_format(format: &Format, value: &str) -> bool {
    let Some(body) = without_flags(format, value) else {
        return false;
    };
    if body.is_empty() {
        return format.blank;
    }
    let body = match format.separator {
        // CMIFeedback may wrap a list in braces.
        "," => body
            .strip_prefix('{')
            .and_then(|b| b.strip_suffix('}'))
            .unwrap_or(body),
        _ => body,
    };
    if format.separator.is_empty() {
        return fits_item(format.item, body);
    }
    let items: Vec<&str> = body.split(format.separator).collect();
    items.iter().all(|item| fits_item(format.item, item)) && !(format.distinct && repeats(&items))
}

fn repeats(items: &[&str]) -> bool {
    let mut sorted = items.to_vec();
    sorted.sort_unstable();
    sorted
        .windows(2)
        .any(|pair| matches!(pair, [a, b] if a == b))
}

/// Takes `{case_matters=…}`, `{order_matters=…}` and `{lang=…}` off the front of a pattern.
fn without_flags<'v>(format: &Format, value: &'v str) -> Option<&'v str> {
    let mut rest = value;
    let mut tagged = false;
    while !format.flags.is_empty() {
        match split_tag(rest) {
            Some((flag, setting, tail)) if format.flags.contains(&flag) => {
                match setting {
                    "true" | "false" => rest = tail,
                    // Behind the language tag the text has begun.
                    _ if tagged => break,
                    _ => return None,
                }
            }
            Some(("lang", language, tail)) if format.item == Item::Localized => {
                is_language(language).then_some(())?;
                tagged = true;
                rest = tail;
            }
            _ => break,
        }
    }
    Some(rest)
}

/// The canonical form of a response or pattern: see [`Format::canonical`].
pub(super) fn canonical<'v>(format: &Format, value: &'v str) -> Cow<'v, str> {
    let (mut flag, mut language, mut rest) = (None, None, value);
    while let Some((name, setting, tail)) = split_tag(rest) {
        let is_flag = format.flags.contains(&name) && matches!(setting, "true" | "false");
        if is_flag && flag.is_none() {
            flag = Some((name, setting));
        } else if name == "lang" && language.is_none() && is_language(setting) {
            language = Some(setting);
        } else {
            break;
        }
        rest = tail;
    }
    let flag = flag.filter(|(_, setting)| *setting == "true");
    let flag = flag.map_or_else(String::new, |(name, _)| format!("{{{name}=true}}"));
    let language = language.filter(|tag| *tag != "en" || !rest.is_empty());
    let language = language.map_or_else(String::new, |tag| format!("{{lang={tag}}}"));
    let made = format!("{flag}{language}{rest}");
    if made == value {
        Cow::Borrowed(value)
    } else {
        Cow::Owned(made)
    }
}

fn fits_item(item: Item, text: &str) -> bool {
    match item {
        Item::Truth => matches!(text, "true" | "false"),
        Item::Truth12 => {
            matches!(
                text.to_ascii_lowercase().as_str(),
                "0" | "1" | "t" | "f" | "true" | "false"
            )
        }
        Item::ShortIdentifier => is_short_identifier(text),
        Item::Character => is_character(text),
        Item::CharacterPair => text
            .split_once('.')
            .is_some_and(|(a, b)| is_character(a) && is_character(b)),
        Item::Localized => is_localized(text),
        Item::Text => true,
        Item::Number => is_number(text),
        Item::Range => is_range(text),
        Item::Pair => {
            split_pair(text).is_some_and(|(a, b)| is_short_identifier(a) && is_short_identifier(b))
        }
        Item::Step => split_pair(text).is_some_and(|(step, answer)| is_step(step, answer)),
        Item::StepRange => split_pair(text).is_some_and(|(step, answer)| {
            is_step(step, answer) && (!answer.contains("[:]") || is_range(answer))
        }),
    }
}

fn is_character(text: &str) -> bool {
    matches!(text.as_bytes(), [b'0'..=b'9' | b'a'..=b'z'])
}

fn split_pair(text: &str) -> Option<(&str, &str)> {
    text.split_once("[.]")
        .filter(|(_, target)| !target.contains("[.]"))
}

fn is_step(step: &str, answer: &str) -> bool {
    (step.is_empty() || is_short_identifier(step)) && !(step.is_empty() && answer.is_empty())
}

fn is_range(text: &str) -> bool {
    let Some((low, high)) = text.split_once("[:]") else {
        return is_number(text);
    };
    let bound = |bound: &str| bound.is_empty() || is_number(bound);
    let ordered = match (lexical::parse_number(low), lexical::parse_number(high)) {
        (Some(low), Some(high)) => low <= high,
        _ => true,
    };
    bound(low) && bound(high) && ordered
}
