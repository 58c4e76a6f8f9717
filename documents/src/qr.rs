//! QR codes as runs of dark modules. Knows nothing of pages.

use crate::Error;
use fast_qr::{ECL, QRBuilder};

/// A QR code as horizontal bars of dark modules; fewer shapes draw without hairlines between them.
#[derive(Debug)]
pub(crate) struct QrCode {
    /// Modules on one side, without the quiet zone.
    pub(crate) size: usize,
    pub(crate) bars: Vec<Bar>,
}

/// A run of dark modules in one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bar {
    pub(crate) row: usize,
    pub(crate) column: usize,
    pub(crate) length: usize,
}

/// Encodes `text` with 15 % redundancy: enough for a scanned print, few enough modules for 2 cm.
pub(crate) fn encode(text: &str) -> Result<QrCode, Error> {
    let code = QRBuilder::new(text)
        .ecl(ECL::M)
        .build()
        .map_err(|_too_long| Error::QrCode)?;
    let bars = (0..code.size)
        .flat_map(|row| bars_of(row, code[row].iter().map(|module| module.value())))
        .collect();
    Ok(QrCode {
        size: code.size,
        bars,
    })
}

fn bars_of(row: usize, modules: impl Iterator<Item = bool>) -> Vec<Bar> {
    let mut bars: Vec<Bar> = Vec::new();
    for (column, _) in modules.enumerate().filter(|(_, dark)| *dark) {
        match bars.last_mut() {
            Some(bar) if bar.column + bar.length == column => bar.length += 1,
            _ => bars.push(Bar {
                row,
                column,
                length: 1,
            }),
        }
    }
    bars
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dark_modules_in_a_row_join_into_bars() {
        let bars = bars_of(3, [true, true, false, true].into_iter());
        let expected = [
            Bar {
                row: 3,
                column: 0,
                length: 2,
            },
            Bar {
                row: 3,
                column: 3,
                length: 1,
            },
        ];
        assert_eq!(bars, expected);
    }

    #[test]
    fn a_finder_pattern_stands_in_the_corner() {
        let code = encode("https://learn.example.org/certificates/verify/7QX4-MB2K").unwrap();
        assert_eq!(
            code.bars.first(),
            Some(&Bar {
                row: 0,
                column: 0,
                length: 7
            })
        );
    }

    #[test]
    fn an_endless_address_is_refused() {
        assert_eq!(encode(&"x".repeat(5000)).unwrap_err(), Error::QrCode);
    }
}
