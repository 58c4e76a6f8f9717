//! The lines of a template with their placeholders filled in.

use super::{CertificateFacts, Fact};
use crate::typeset::{END_ISOLATE, ISOLATE};

/// How much a line matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rank {
    /// The name of the person: the largest words on the page.
    Name,
    /// The name of the course.
    Course,
    /// The words between.
    Text,
}

const PLACEHOLDERS: [(&str, Fact); 6] = [
    ("{name}", Fact::Name),
    ("{course}", Fact::Course),
    ("{date}", Fact::Date),
    ("{expiry}", Fact::Expiry),
    ("{score}", Fact::Score),
    ("{number}", Fact::Number),
];

/// Longer than any name or course title; what exceeds it is not meant to be read.
const MAX_FACT_CHARS: usize = 300;

/// The line with its facts, or `None` when it is empty or one of its facts is absent.
pub(super) fn filled(line: &str, facts: &CertificateFacts) -> Option<(Rank, String)> {
    let line = line.trim();
    let rank = match line {
        "{name}" => Rank::Name,
        "{course}" => Rank::Course,
        "" => return None,
        _ => Rank::Text,
    };
    let mut text = String::new();
    let mut rest = line;
    // One pass from left to right: a fact that itself reads `{score}` stays as it is.
    while let Some((at, placeholder, fact)) = next_placeholder(rest) {
        let (before, after) = rest.split_at_checked(at)?;
        text.push_str(before);
        let value = facts.find(fact)?;
        // A name keeps the direction of its own letters, whatever page it stands on.
        text.push(ISOLATE);
        text.push_str(value);
        text.push(END_ISOLATE);
        rest = after.strip_prefix(placeholder)?;
    }
    text.push_str(rest);
    Some((rank, text))
}

fn next_placeholder(text: &str) -> Option<(usize, &'static str, Fact)> {
    PLACEHOLDERS
        .iter()
        .filter_map(|(placeholder, fact)| Some((text.find(placeholder)?, *placeholder, *fact)))
        .min_by_key(|(at, _, _)| *at)
}

/// The value, or its beginning and an ellipsis.
pub(super) fn cut(value: &str) -> String {
    if value.chars().count() <= MAX_FACT_CHARS {
        return value.to_owned();
    }
    value.chars().take(MAX_FACT_CHARS).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Day;

    fn facts() -> CertificateFacts {
        CertificateFacts {
            issued_on: Day {
                year: 2026,
                month: 5,
                day: 3,
            },
            name: "Ana {score} Ruiz".to_owned(),
            course: "Valuation".to_owned(),
            date: "3 May 2026".to_owned(),
            expiry: None,
            score: None,
            number: "2026-000417".to_owned(),
            verify_url: None,
        }
    }

    #[test]
    fn a_fact_alone_on_its_line_stands_out() {
        assert_eq!(
            filled(" {name} ", &facts()),
            Some((Rank::Name, "\u{2068}Ana {score} Ruiz\u{2069}".to_owned()))
        );
        assert_eq!(
            filled("{course}", &facts()),
            Some((Rank::Course, "\u{2068}Valuation\u{2069}".to_owned()))
        );
    }

    #[test]
    fn facts_within_a_sentence_are_isolated_and_never_expanded_again() {
        let (rank, text) = filled("To {name}, on {date}.", &facts()).unwrap();
        assert_eq!(rank, Rank::Text);
        assert_eq!(
            text,
            "To \u{2068}Ana {score} Ruiz\u{2069}, on \u{2068}3 May 2026\u{2069}."
        );
    }

    #[test]
    fn a_line_whose_fact_is_absent_is_left_out() {
        assert_eq!(filled("with a score of {score}", &facts()), None);
        assert_eq!(filled("   ", &facts()), None);
    }

    #[test]
    fn unknown_braces_are_words() {
        assert_eq!(
            filled("{nom}", &facts()),
            Some((Rank::Text, "{nom}".to_owned()))
        );
    }
}
