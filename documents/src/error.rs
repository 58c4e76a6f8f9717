//! What can go wrong when a page is set, in words fit for the person who wrote the text.

use krilla::configure::ValidationError;
use krilla::error::KrillaError;

/// Why a document could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    #[error(
        "“{text}” has letters that the certificate fonts do not contain ({letters}). Write it in \
         Latin, Greek, Cyrillic or Arabic letters."
    )]
    MissingLetters { text: String, letters: String },
    #[error("The {what} cannot be used: {reason}. Upload a PNG or JPEG image in RGB colours.")]
    Image { what: &'static str, reason: String },
    #[error("The wording does not fit on one page. Shorten it or use fewer lines.")]
    TooLong,
    #[error("“{0}” is not a colour. Write it as # and six hexadecimal digits, such as #14365c.")]
    Colour(String),
    #[error("The verification address is too long for a QR code. Use a shorter site address.")]
    QrCode,
    #[error("The document does not meet PDF/A-2b: {0}. Please report this to the site's operator.")]
    Pdf(String),
}

impl From<KrillaError> for Error {
    fn from(error: KrillaError) -> Self {
        match error {
            KrillaError::Image(_, _, reason) => Self::Image {
                what: "image",
                reason,
            },
            KrillaError::Validation(errors)
                if errors
                    .iter()
                    .any(|(e, _)| *e == ValidationError::MissingCMYKProfile) =>
            {
                Self::Image {
                    what: "image",
                    reason: "its colours are CMYK".to_owned(),
                }
            }
            KrillaError::Validation(errors) => {
                let undrawable = errors.iter().find_map(|(e, _)| match e {
                    ValidationError::ContainsNotDefGlyph(_, _, letters) => Some(letters.clone()),
                    _ => None,
                });
                if let Some(letters) = undrawable {
                    return Self::MissingLetters {
                        text: letters.clone(),
                        letters,
                    };
                }
                let all: Vec<String> = errors.iter().map(|(e, _)| format!("{e:?}")).collect();
                Self::Pdf(all.join("; "))
            }
            other => Self::Pdf(other.to_string()),
        }
    }
}
