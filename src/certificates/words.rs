//! Certificates in words: states, and why a page cannot be printed.

use documents::Error;

use super::State;
use crate::i18n::Lang;

pub fn state(lang: Lang, state: &State) -> String {
    lang.text(&format!("certificates-state-{}", state.name()))
}

/// What happened and what to do, for the person who wrote the words.
pub fn unprintable(lang: Lang, error: &Error) -> String {
    match error {
        Error::MissingLetters { text, letters } => lang.text_with(
            "certificates-unprintable-letters",
            &[
                ("text", text.as_str().into()),
                ("letters", letters.as_str().into()),
            ],
        ),
        Error::TooLong => lang.text("certificates-unprintable-long"),
        Error::Colour(_) => lang.text("certificates-fault-colour"),
        Error::Image { .. } => lang.text("certificates-fault-image"),
        // Neither follows from what was typed; the log has the particulars.
        Error::QrCode | Error::Pdf(_) => {
            tracing::error!(%error, "certificate");
            lang.text("certificates-unprintable-other")
        }
    }
}
