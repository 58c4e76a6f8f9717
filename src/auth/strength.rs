//! What a password must be: the site's rule in words, and no password that everybody tries first.

use serde::Serialize;

use crate::i18n::fold;
use crate::web::Fault;

/// Which kinds of characters a password must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Needs {
    Both,
    Capital,
    Digit,
    Neither,
}

impl Needs {
    pub fn of(capital: bool, digit: bool) -> Self {
        match (capital, digit) {
            (true, true) => Self::Both,
            (true, false) => Self::Capital,
            (false, true) => Self::Digit,
            (false, false) => Self::Neither,
        }
    }

    pub fn capital(self) -> bool {
        matches!(self, Self::Both | Self::Capital)
    }

    pub fn digit(self) -> bool {
        matches!(self, Self::Both | Self::Digit)
    }
}

/// The site's rule, as its secretariat has set it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct PasswordRule {
    /// Characters.
    pub least: i64,
    pub needs: Needs,
}

impl Default for PasswordRule {
    fn default() -> Self {
        Self {
            least: 8,
            needs: Needs::Both,
        }
    }
}

/// Hashing takes as long for any length; reading does not.
const MOST_CHARS: i64 = 200;

/// Why a password is refused. Each has its sentence: [`Weakness::key`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakness {
    Length,
    NoCapital,
    NoDigit,
    /// Among those that are guessed within minutes: on the lists of stolen ones, keys in a row, the person's own name.
    Guessable,
}

impl Weakness {
    fn key(self) -> &'static str {
        match self {
            Self::Length => "auth-password-length",
            Self::NoCapital => "auth-password-capital",
            Self::NoDigit => "auth-password-digit",
            Self::Guessable => "auth-password-guessable",
        }
    }
}

impl PasswordRule {
    /// `own` are words that belong to the person: names, address.
    pub fn weakness(&self, password: &str, own: &[&str]) -> Option<Weakness> {
        let chars = i64::try_from(password.chars().count()).unwrap_or(i64::MAX);
        if !(self.least..=MOST_CHARS).contains(&chars) {
            return Some(Weakness::Length);
        }
        if self.needs.capital() && !password.chars().any(char::is_uppercase) {
            return Some(Weakness::NoCapital);
        }
        if self.needs.digit() && !password.chars().any(char::is_numeric) {
            return Some(Weakness::NoDigit);
        }
        let is_guessable = is_little_beside(password, own)
            || zxcvbn::zxcvbn(password, own).score() <= zxcvbn::Score::One;
        is_guessable.then_some(Weakness::Guessable)
    }

    /// What is wrong with a password, told at its field.
    pub fn fault(&self, field: &'static str, password: &str, own: &[&str]) -> Option<Fault> {
        let weak = self.weakness(password, own)?;
        Some(Fault::between(
            field,
            weak.key(),
            &(self.least..=MOST_CHARS),
        ))
    }
}

/// Beside the person's own words, whatever the site asks for.
const LEAST_OF_ITS_OWN: usize = 4;

/// Whether the person's own words are nearly all of it.
fn is_little_beside(password: &str, own: &[&str]) -> bool {
    let words = own.iter().flat_map(|text| {
        fold(text)
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() > 2)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    });
    let rest = words.fold(fold(password), |rest, word| rest.replace(&word, ""));
    rest.chars().count() < LEAST_OF_ITS_OWN
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_refused_with_what_it_lacks() {
        for (password, expected) in [
            ("Short1", Some(Weakness::Length)),
            ("quiet harbour 7", Some(Weakness::NoCapital)),
            ("Quiet harbour", Some(Weakness::NoDigit)),
            ("Password1", Some(Weakness::Guessable)),
            ("Qwerty123", Some(Weakness::Guessable)),
            ("Ana.Ruiz1", Some(Weakness::Guessable)),
            ("Quiet harbour 7", None),
            ("ميناء هادئ Q7", None),
        ] {
            let found = PasswordRule::default()
                .weakness(password, &["ana", "ruiz", "ana.ruiz@example.org"]);
            assert_eq!(found, expected, "{password}");
        }
        let long = PasswordRule::default().weakness(&"A1".repeat(101), &[]);
        assert_eq!(long, Some(Weakness::Length));
    }

    #[test]
    fn a_site_may_ask_for_length_instead_of_kinds() {
        let rule = PasswordRule {
            least: 14,
            needs: Needs::Neither,
        };
        assert_eq!(rule.weakness("Quiet harbr 7", &[]), Some(Weakness::Length));
        assert_eq!(rule.weakness("quiet harbour at noon", &[]), None);
    }
}
