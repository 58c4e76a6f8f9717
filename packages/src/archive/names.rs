//! File names that are not UTF-8: which old code page wrote them. Knows nothing of paths' safety.
//!
//! The zip format knows two encodings, CP437 and UTF-8, but Windows tools wrote whatever page the
//! machine used. On an Arabic Windows that is 1256 (or 720 at the command line), and reading it as
//! CP437 gives box drawing.

use encoding_rs::{WINDOWS_1252, WINDOWS_1256};

/// The old code page assumed for all names of one archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CodePage {
    Cp437,
    Windows1252,
    Windows1256,
}

impl CodePage {
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Cp437 => "CP437",
            Self::Windows1252 => "windows-1252",
            Self::Windows1256 => "windows-1256",
        }
    }

    pub(crate) fn decode(self, raw: &[u8]) -> String {
        match self {
            Self::Cp437 => raw.iter().map(|&byte| cp437(byte)).collect(),
            Self::Windows1252 => WINDOWS_1252.decode_without_bom_handling(raw).0.into_owned(),
            Self::Windows1256 => WINDOWS_1256.decode_without_bom_handling(raw).0.into_owned(),
        }
    }
}

/// CP437 keeps its letters where the Windows pages keep punctuation, and the other way round. Arabic
/// words are made of such letters alone, while Latin words have one here and there.
pub(crate) fn guess_code_page<'a>(names: impl Iterator<Item = &'a [u8]>) -> CodePage {
    let (mut high, mut dos, mut adjacent) = (0_usize, 0_usize, 0_usize);
    for name in names.filter(|name| std::str::from_utf8(name).is_err()) {
        high += name.iter().filter(|byte| !byte.is_ascii()).count();
        dos += name
            .iter()
            .filter(|byte| (0x80..=0xa8).contains(*byte))
            .count();
        adjacent += name
            .array_windows()
            .filter(|[a, b]| !a.is_ascii() && !b.is_ascii())
            .count();
    }
    if high == 0 || dos * 2 > high {
        CodePage::Cp437
    } else if adjacent * 2 > high {
        CodePage::Windows1256
    } else {
        CodePage::Windows1252
    }
}

fn cp437(byte: u8) -> char {
    const HIGH: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
        └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
    if byte.is_ascii() {
        return char::from(byte);
    }
    HIGH.chars()
        .nth(usize::from(byte) - 128)
        .unwrap_or('\u{fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_names_of_an_old_tool_are_read_as_cp437() {
        let raw: &[u8] = b"caf\x82.txt";
        let page = guess_code_page(std::iter::once(raw));
        assert_eq!(page.decode(raw), "café.txt");
        assert_eq!(cp437(255), '\u{a0}');
    }

    #[test]
    fn french_names_of_a_windows_tool_are_read_as_windows_1252() {
        let raw: &[u8] = b"le\xe7on \xe9t\xe9.html";
        let page = guess_code_page(std::iter::once(raw));
        assert_eq!(page.decode(raw), "leçon été.html");
    }

    #[test]
    fn arabic_names_of_an_old_tool_are_read_as_windows_1256() {
        let (raw, ..) = WINDOWS_1256.encode("الدرس الأول.html");
        let page = guess_code_page(std::iter::once(raw.as_ref()));
        assert_eq!(page.decode(&raw), "الدرس الأول.html");
    }
}
