//! Which text can be printed, and what becomes of the rest. Must not know how text is set.

use super::Typesetter;
use crate::Error;
use std::collections::BTreeSet;

/// Stands for a letter that no font has, where a gap would mislead more.
const REPLACEMENT: char = '\u{fffd}';

impl Typesetter {
    /// Text as a certificate prints it: one line of words, without control characters, without the
    /// bidi overrides that would let a name read as another, and without ornaments such as emoji
    /// that no font has. A missing *letter* is refused: a certificate must not misspell a name.
    pub(crate) fn printable(&self, text: &str) -> Result<String, Error> {
        let letters: BTreeSet<char> = visible(text).filter(|c| self.lacks_letter(*c)).collect();
        if !letters.is_empty() {
            let letters = letters.into_iter().collect();
            return Err(Error::MissingLetters {
                text: text.to_owned(),
                letters,
            });
        }
        Ok(words(visible(text).filter(|c| self.has(*c))))
    }

    /// Text as a report prints it: the same, but one unknown letter among a thousand rows is
    /// replaced rather than refused.
    pub(crate) fn legible(&self, text: &str) -> String {
        let replaced = visible(text).map(|c| if self.lacks_letter(c) { REPLACEMENT } else { c });
        words(replaced.filter(|c| self.has(*c)))
    }

    fn has(&self, c: char) -> bool {
        self.charmaps.iter().any(|map| map.map(c).is_some())
    }

    fn lacks_letter(&self, c: char) -> bool {
        c.is_alphanumeric() && !self.has(c)
    }
}

fn visible(text: &str) -> impl Iterator<Item = char> {
    let spaced = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c });
    spaced.filter(|c| !is_hidden(*c))
}

fn words(text: impl Iterator<Item = char>) -> String {
    let text: String = text.collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Characters that print nothing and may deceive or break: controls, bidi embeddings, overrides and
/// isolates, joiners that glue emoji, soft hyphens, byte order marks, private use and noncharacters.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200d}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}'
            | '\u{feff}' | '\u{fff0}'..='\u{fffc}' | '\u{fffe}'..='\u{ffff}'
            | '\u{e0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_override_cannot_make_a_name_read_as_another() {
        let printed = Typesetter::new()
            .printable("Ana\u{202e}zciuR\u{202c}\t\n Ruiz\0")
            .unwrap();
        assert_eq!(printed, "AnazciuR Ruiz");
    }

    #[test]
    fn an_ornament_no_font_has_is_left_out() {
        let printed = Typesetter::new()
            .printable("Customs 🎓 valuation ✨👩‍🏫")
            .unwrap();
        assert_eq!(printed, "Customs valuation");
    }

    #[test]
    fn a_letter_no_font_has_is_refused_by_name() {
        let error = Typesetter::new().printable("山田 Tarō").unwrap_err();
        assert!(error.to_string().contains("山田"), "{error}");
    }

    #[test]
    fn names_of_many_countries_are_printable() {
        let names = [
            "Đặng Thị Ánh",
            "Łukasz Żółć",
            "Ñandú Peña",
            "Αλέξανδρος",
            "Ðorđe Шевченко",
            "Þór",
            "محمّد بن عبد الله الأنصاري",
            "O’Connor-Núñez",
            "Ẹniọlá",
            "İbrahim Şükrü",
            "گلناز پ‌ژوهش",
            "e\u{301}lise",
        ];
        for name in names {
            assert_eq!(Typesetter::new().printable(name).as_deref(), Ok(name));
        }
    }

    #[test]
    fn a_report_replaces_what_a_certificate_refuses() {
        assert_eq!(
            Typesetter::new().legible("山田 Tarō 🎓"),
            "\u{fffd}\u{fffd} Tarō"
        );
    }
}
