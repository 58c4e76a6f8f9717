//! Pages of paper: certificates and tables as PDF, from a small document model.
//!
//! Everything printed is a parameter: no clock, no network, no system fonts. The same input gives the
//! same bytes on every machine, which is what lets a certificate be frozen at issue and compared
//! later. The crate knows nothing of courses, people or languages beyond the words it is handed.

pub mod certificate;
pub mod report;

mod canvas;
mod colour;
mod error;
mod pdf;
mod qr;
mod typeset;

pub use colour::Colour;
pub use error::Error;

use serde::{Deserialize, Serialize};

/// The way the page reads. It places columns and decides the order of mixed scripts on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    #[default]
    LeftToRight,
    RightToLeft,
}

impl Direction {
    /// The direction of a language given by its BCP 47 tag.
    pub fn of_language(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            "ar" | "dv" | "fa" | "he" | "ku" | "ps" | "sd" | "ug" | "ur" | "yi" => {
                Self::RightToLeft
            }
            _ => Self::LeftToRight,
        }
    }
}

/// A day of the civil calendar, for the document's own record of when it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Day {
    pub year: u16,
    pub month: u8,
    pub day: u8,
}

#[cfg(test)]
mod tests {
    use super::Direction;

    #[test]
    fn the_primary_subtag_decides_the_direction() {
        assert_eq!(Direction::of_language("ar-MA"), Direction::RightToLeft);
        assert_eq!(Direction::of_language("AR_eg"), Direction::RightToLeft);
        assert_eq!(Direction::of_language("fr"), Direction::LeftToRight);
        assert_eq!(Direction::of_language("arn"), Direction::LeftToRight);
        assert_eq!(Direction::of_language(""), Direction::LeftToRight);
    }
}
