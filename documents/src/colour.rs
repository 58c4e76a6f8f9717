//! Colours as authors write them.

use crate::Error;
use krilla::color::rgb;
use serde::{Deserialize, Serialize};

/// An opaque sRGB colour, written `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl Colour {
    /// The dark tone of text.
    pub const INK: Self = Self::new(0x1f, 0x29, 0x33);
    /// The quiet tone of labels and connecting words. 6.1:1 on white, so still readable.
    pub const SLATE: Self = Self::new(0x54, 0x60, 0x6e);
    /// The pale tone of lines between rows.
    pub const MIST: Self = Self::new(0xd3, 0xd9, 0xe0);
    /// The default accent: a deep navy.
    pub const NAVY: Self = Self::new(0x14, 0x36, 0x5c);
    /// The default ornament: an old gold.
    pub const GOLD: Self = Self::new(0xb0, 0x8d, 0x3e);

    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// Parses `#rrggbb`.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let refused = || Error::Colour(text.chars().take(20).collect());
        let digits = text.trim().strip_prefix('#').ok_or_else(refused)?;
        if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(refused());
        }
        let value = u32::from_str_radix(digits, 16).map_err(|_not_hexadecimal| refused())?;
        let [_, red, green, blue] = value.to_be_bytes();
        Ok(Self::new(red, green, blue))
    }

    pub(crate) fn paint(self) -> rgb::Color {
        rgb::Color::new(self.red, self.green, self.blue)
    }
}

impl TryFrom<String> for Colour {
    type Error = Error;

    fn try_from(text: String) -> Result<Self, Error> {
        Self::parse(&text)
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> Self {
        format!("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue)
    }
}

#[cfg(test)]
mod tests {
    use super::Colour;

    #[test]
    fn a_colour_reads_back_as_it_was_written() {
        assert_eq!(String::from(Colour::parse(" #14365C ").unwrap()), "#14365c");
    }

    #[test]
    fn anything_but_six_digits_is_refused_with_an_example() {
        for text in [
            "",
            "#",
            "navy",
            "#12345",
            "#1234567",
            "#12345g",
            "#+12345",
            "#١٢٣٤٥٦",
        ] {
            let message = Colour::parse(text).unwrap_err().to_string();
            assert!(message.contains("#14365c"), "{message}");
        }
    }
}
