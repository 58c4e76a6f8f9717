//! Searching folded columns.

use crate::i18n::fold;

/// The words in their order, with anything between them; what a pattern would read as a sign is meant as typed.
pub fn containing(words: &str) -> String {
    let escaped: String = fold(words.trim())
        .chars()
        .flat_map(|c| {
            let escape = matches!(c, '%' | '_' | '\\').then_some('\\');
            escape.into_iter().chain([c])
        })
        .collect();
    let words: Vec<&str> = escaped.split_whitespace().collect();
    format!("%{}%", words.join("%"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_patterns_are_meant_as_typed() {
        assert_eq!(containing(" Ána  50%_\\ "), "%ana%50\\%\\_\\\\%");
        assert_eq!(containing(""), "%%");
    }
}
