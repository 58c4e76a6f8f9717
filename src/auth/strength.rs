//! What a password must be: the site's rule in words, and no password that everybody tries first.

use crate::i18n::fold;

/// At least so many characters, one capital letter and one digit.
const LEAST_CHARS: usize = 8;
/// Hashing takes as long for any length; reading does not.
const MOST_CHARS: usize = 200;

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
    pub fn key(self) -> &'static str {
        match self {
            Self::Length => "auth-password-length",
            Self::NoCapital => "auth-password-capital",
            Self::NoDigit => "auth-password-digit",
            Self::Guessable => "auth-password-guessable",
        }
    }
}

/// `own` are words that belong to the person: names, address.
pub fn weakness(password: &str, own: &[&str]) -> Option<Weakness> {
    let chars = password.chars().count();
    if !(LEAST_CHARS..=MOST_CHARS).contains(&chars) {
        return Some(Weakness::Length);
    }
    if !password.chars().any(char::is_uppercase) {
        return Some(Weakness::NoCapital);
    }
    if !password.chars().any(char::is_numeric) {
        return Some(Weakness::NoDigit);
    }
    let is_guessable = is_little_beside(password, own)
        || zxcvbn::zxcvbn(password, own).score() <= zxcvbn::Score::One;
    is_guessable.then_some(Weakness::Guessable)
}

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
    rest.chars().count() < LEAST_CHARS / 2
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
            let found = weakness(password, &["ana", "ruiz", "ana.ruiz@example.org"]);
            assert_eq!(found, expected, "{password}");
        }
        assert_eq!(weakness(&"A1".repeat(101), &[]), Some(Weakness::Length));
    }
}
