//! The number of a certificate: random, so that it cannot be guessed, and read back however it was typed.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::clock::Random;

/// Sixteen signs of five bits each: 80 bits.
const GROUPS: usize = 4;
const GROUP_CHARS: usize = 4;

/// `7QX4-MB2K-9TRF-XW3H`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Code(String);

impl Code {
    pub fn new(random: &Random) -> Self {
        Self(random.code(GROUPS))
    }

    /// Whatever case, spaces and dashes it was typed with. `None` when it cannot be a number of ours.
    pub fn parse(text: &str) -> Option<Self> {
        let grouped = Self::grouped(text);
        let is_whole = grouped.chars().count() == GROUPS * GROUP_CHARS + GROUPS - 1;
        is_whole.then_some(Self(grouped))
    }

    /// The signs of a number or of the beginning of one, written as ours are.
    pub fn grouped(text: &str) -> String {
        let signs: Vec<char> = text
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_uppercase)
            .collect();
        let groups: Vec<String> = signs
            .chunks(GROUP_CHARS)
            .map(|group| group.iter().collect())
            .collect();
        groups.join("-")
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<&Code> for crate::db::Value {
    fn from(code: &Code) -> Self {
        code.0.as_str().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_understood_however_it_is_typed() {
        let code = Code::new(&Random::seeded(1));
        let bare = code.as_str().replace('-', "");
        for typed in [
            bare.clone(),
            bare.to_lowercase(),
            format!("  {}  ", code.as_str().replace('-', " – ")),
        ] {
            assert_eq!(Code::parse(&typed), Some(code.clone()), "{typed:?}");
        }
    }

    #[test]
    fn what_is_too_short_or_too_long_is_no_number() {
        for text in [
            "",
            "7QX4",
            "7QX4-MB2K-9TRF-XW3",
            "7QX4-MB2K-9TRF-XW3HH",
            "----",
        ] {
            assert_eq!(Code::parse(text), None, "{text:?}");
        }
    }
}
