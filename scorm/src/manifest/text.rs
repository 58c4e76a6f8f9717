//! Bytes to text: finds the encoding a manifest is really in. Knows nothing of XML beyond the
//! `encoding` pseudo-attribute of its first line.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::problem::{ProblemKind, Problems};

/// Decodes a manifest, whatever it claims to be.
///
/// Order of trust: a byte order mark, the pattern of zero bytes of UTF-16, bytes that are valid
/// UTF-8 (no other encoding produces them by chance in a text of this size), the declared
/// encoding, and windows-1252 at last, which every byte string is.
pub(super) fn decode(bytes: &[u8], problems: &mut Problems) -> String {
    let declared = declared_encoding(bytes);
    let (encoding, body) = choose(bytes, declared.as_deref());
    let (text, _, _) = encoding.decode(body);
    let declared_is_true = declared.as_deref().is_none_or(|label| {
        Encoding::for_label(label.as_bytes()).is_some_and(|named| same_family(named, encoding))
    });
    let plain_ascii = encoding == UTF_8 && body.is_ascii();
    let undeclared_guess = declared.is_none() && encoding == WINDOWS_1252;
    if !plain_ascii && (!declared_is_true || undeclared_guess) {
        problems.push(ProblemKind::EncodingGuessed {
            declared: declared.unwrap_or_else(|| "UTF-8".to_owned()),
            used: encoding.name().to_owned(),
        });
    }
    without_controls(&text, problems)
}

fn choose<'a>(bytes: &'a [u8], declared: Option<&str>) -> (&'static Encoding, &'a [u8]) {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let body = bytes.get(length..).unwrap_or_default();
        if encoding == UTF_8 && std::str::from_utf8(body).is_err() {
            return (WINDOWS_1252, body);
        }
        return (encoding, body);
    }
    match bytes {
        [0, second, ..] if *second != 0 => return (UTF_16BE, bytes),
        [first, 0, ..] if *first != 0 => return (UTF_16LE, bytes),
        _ => {}
    }
    let named = declared.and_then(|label| Encoding::for_label(label.as_bytes()));
    let is_utf8 = std::str::from_utf8(bytes).is_ok();
    let encoding = match named {
        // Two bytes of a multi-byte encoding may look like UTF-8, so only there the label wins.
        Some(named) if is_utf8 && !named.is_single_byte() && named.is_ascii_compatible() => named,
        _ if is_utf8 => UTF_8,
        Some(named) if named != UTF_8 && named.is_ascii_compatible() => named,
        _ => WINDOWS_1252,
    };
    (encoding, bytes)
}

/// "UTF-16" names both byte orders.
fn same_family(a: &'static Encoding, b: &'static Encoding) -> bool {
    let wide = |encoding| encoding == UTF_16LE || encoding == UTF_16BE;
    a == b || (wide(a) && wide(b))
}

/// Reads `encoding="…"` from the XML declaration, in any ASCII-compatible encoding.
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let head: String = bytes
        .iter()
        .take(400)
        .filter(|byte| byte.is_ascii() && **byte != 0)
        .map(|byte| char::from(*byte))
        .collect();
    let (declaration, _) = head.split_once("?>")?;
    let (_, after) = declaration.split_once("encoding")?;
    let value = after.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let label = value.strip_prefix(quote)?.split(quote).next()?.trim();
    (!label.is_empty()).then(|| label.to_owned())
}

/// Control characters are not XML, and some databases refuse them: they are dropped here so that
/// no later stage has to think of them.
fn without_controls(text: &str, problems: &mut Problems) -> String {
    if !text.contains(is_forbidden) {
        return text.to_owned();
    }
    problems.push(ProblemKind::ControlCharacters);
    text.replace(is_forbidden, "")
}

/// XML 1.0 section 2.2: only tab, line feed and carriage return below U+0020.
pub(super) fn is_forbidden(c: char) -> bool {
    (c < ' ' && !matches!(c, '\t' | '\n' | '\r'))
        || matches!(c, '\u{FFFE}' | '\u{FFFF}' | '\u{FEFF}')
}
