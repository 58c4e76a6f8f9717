//! Tables that people save from a spreadsheet: any encoding and separator that one writes, read into rows of text.
//! Knows nothing of what the columns mean.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1256};

/// More than any list of people; enough of a guard against a mistake.
const MAX_ROWS: usize = 20_000;

/// A table: the names of its columns, folded, and its rows.
#[derive(Debug, PartialEq, Eq)]
pub struct Sheet {
    pub columns: Vec<String>,
    pub rows: Vec<SheetRow>,
}

#[derive(Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// Where the row begins in the file, as an editor counts lines.
    pub line: u64,
    cells: Vec<String>,
}

/// Why there is no table. Each has its sentence: [`SheetFault::key`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetFault {
    Empty,
    /// A workbook, not a table saved as text.
    Workbook,
    Unreadable,
    TooLong,
}

impl SheetFault {
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "sheets-empty",
            Self::Workbook => "sheets-workbook",
            Self::Unreadable => "sheets-unreadable",
            Self::TooLong => "sheets-too-long",
        }
    }
}

impl Sheet {
    pub fn read(bytes: &[u8]) -> Result<Self, SheetFault> {
        // The beginning of a zip, which .xlsx and .ods are, and of the older .xls.
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            return Err(SheetFault::Workbook);
        }
        let (text, _) = encoding(bytes).decode_with_bom_removal(bytes);
        // One line end for all, so that lines are counted as editors count them.
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let (text, separator, skipped) = separated(&text);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .trim(csv::Trim::All)
            .delimiter(separator)
            .from_reader(text.as_bytes());
        let mut columns = None;
        let mut rows = Vec::new();
        for record in reader.records() {
            let Ok(record) = record else {
                return Err(SheetFault::Unreadable);
            };
            let line = record.position().map_or(0, |at| line(text, at)) + skipped;
            let cells: Vec<String> = record.iter().map(crate::web::cleaned).collect();
            if cells.iter().all(String::is_empty) {
                continue;
            }
            if columns.is_none() {
                columns = Some(cells.iter().map(|name| crate::i18n::fold(name)).collect());
            } else if rows.len() == MAX_ROWS {
                return Err(SheetFault::TooLong);
            } else {
                rows.push(SheetRow { line, cells });
            }
        }
        match columns {
            Some(columns) if !rows.is_empty() => Ok(Self { columns, rows }),
            _ => Err(SheetFault::Empty),
        }
    }

    /// Where a column stands that goes by any of these names, written in lower case.
    pub fn column(&self, names: &[&str]) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| names.contains(&column.as_str()))
    }
}

impl SheetRow {
    /// What stands in a column; empty where the row is short.
    pub fn cell(&self, column: Option<usize>) -> &str {
        column
            .and_then(|at| self.cells.get(at))
            .map_or("", String::as_str)
    }
}

/// The reader stands before empty lines that it then passes over.
fn line(text: &str, at: &csv::Position) -> u64 {
    let rest = text.as_bytes().iter().skip(at.byte() as usize);
    at.line() + rest.take_while(|byte| **byte == b'\n').count() as u64
}

/// What the bytes are written in. Excel saves "Unicode text" as UTF-16, and everything else in the code page of the
/// machine unless asked for UTF-8.
fn encoding(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    // Latin text in UTF-16 has a zero in every second place.
    let zeros = |odd: usize| {
        let places = bytes.iter().skip(odd).step_by(2).take(200);
        places.filter(|byte| **byte == 0).count()
    };
    let enough = bytes.len().min(400) / 8;
    if enough > 0 && zeros(1) > enough {
        return UTF_16LE;
    }
    if enough > 0 && zeros(0) > enough {
        return UTF_16BE;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    if is_arabic_page(bytes) {
        WINDOWS_1256
    } else {
        WINDOWS_1252
    }
}

/// Words of Arabic letters are runs of high bytes; accented letters stand alone among plain ones.
fn is_arabic_page(bytes: &[u8]) -> bool {
    let runs = bytes.split(u8::is_ascii).map(<[u8]>::len);
    let (long, all) = runs.fold((0, 0), |(long, all), length| {
        (long + if length >= 3 { length } else { 0 }, all + length)
    });
    long * 2 > all
}

/// The table's text, its separator, and the lines before it. Excel understands a first line `sep=;`.
fn separated(text: &str) -> (&str, u8, u64) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let told = first.trim().to_ascii_lowercase();
    if let Some(separator) = told.strip_prefix("sep=").and_then(|s| s.bytes().next()) {
        return (rest, separator, 1);
    }
    let line = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    let count = |separator: &u8| unquoted(line).filter(|byte| byte == separator).count();
    let separator = [b',', b';', b'\t', b'|']
        .into_iter()
        .rev()
        .max_by_key(count);
    (text, separator.unwrap_or(b','), 0)
}

fn unquoted(line: &str) -> impl Iterator<Item = u8> + '_ {
    let mut is_quoted = false;
    line.bytes().filter(move |byte| {
        is_quoted ^= *byte == b'"';
        !is_quoted
    })
}

/// A table that spreadsheets open as what it is: UTF-8 with its mark, and no cell that they would take for a formula.
pub fn write(columns: &[String], rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    [head(columns), self::rows(rows)].concat()
}

/// How a table begins that is written in parts.
pub fn head(columns: &[String]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    // Writing to memory cannot fail.
    let _ = writer.write_record(columns);
    writer.into_inner().unwrap_or_default()
}

/// A part of a table.
pub fn rows(rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail.
        let _ = writer.write_record(row.iter().map(|cell| inert(cell)));
    }
    writer.into_inner().unwrap_or_default()
}

/// Whoever names themselves `=HYPERLINK(…)` is a name in the table, and no formula.
fn inert(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(bytes: &[u8]) -> Vec<(u64, String, String)> {
        let sheet = Sheet::read(bytes).expect("a sheet");
        let (code, name) = (sheet.column(&["code"]), sheet.column(&["name", "nom"]));
        let of = |row: &SheetRow| {
            (
                row.line,
                row.cell(code).to_owned(),
                row.cell(name).to_owned(),
            )
        };
        sheet.rows.iter().map(of).collect()
    }

    #[test]
    fn every_way_in_which_spreadsheets_save_text_gives_the_same_rows() {
        let expected = [
            (2, "CI".to_owned(), "Côte d'Ivoire".to_owned()),
            (4, "BE".to_owned(), "Belgique; \"Belgïe\"".to_owned()),
        ];
        let text = "Code,Nom\r\nCI, Côte d'Ivoire \r\n,\r\nBE,\"Belgique; \"\"Belgïe\"\"\"\r\n";
        let semicolons = "Code;Nom\r\nCI;Côte d'Ivoire\r\n\r\nBE;\"Belgique; \"\"Belgïe\"\"\"\r\n";
        let tabs = semicolons
            .replace("Code;", "Code\t")
            .replace("CI;", "CI\t")
            .replace("BE;", "BE\t");
        let utf16: Vec<u8> = tabs.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let with_bom = |bom: &[u8], body: &[u8]| [bom, body].concat();
        assert_eq!(names(text.as_bytes()), expected);
        assert_eq!(names(&with_bom(b"\xef\xbb\xbf", text.as_bytes())), expected);
        assert_eq!(names(semicolons.as_bytes()), expected);
        assert_eq!(names(&with_bom(b"\xff\xfe", &utf16)), expected);
        assert_eq!(names(&utf16), expected, "without a mark");
        assert_eq!(names(&WINDOWS_1252.encode(semicolons).0), expected);
    }

    #[test]
    fn no_cell_of_a_written_table_is_a_formula() {
        let row = ["=1+1", "+49", "-1", "@x", "\tx", "a=b"].map(str::to_owned);
        let table = write(&["n"; 6].map(str::to_owned), std::iter::once(row.to_vec()));
        let text = String::from_utf8(table).expect("text");
        assert_eq!(text, "\u{feff}n,n,n,n,n,n\n'=1+1,'+49,'-1,'@x,'\tx,a=b\n");
    }

    #[test]
    fn an_arabic_code_page_is_told_from_a_western_one() {
        let bytes = WINDOWS_1256.encode("code;name\nEG;مصلحة الجمارك\n").0;
        assert_eq!(names(&bytes)[0].2, "مصلحة الجمارك");
    }

    #[test]
    fn a_separator_that_the_file_names_is_taken_and_lines_are_counted_as_editors_do() {
        assert_eq!(names(b"sep=|\ncode|name\nBE|Belgium\n")[0].0, 3);
    }

    #[test]
    fn what_is_no_table_is_refused_by_kind() {
        for (bytes, fault) in [
            (b"".as_slice(), SheetFault::Empty),
            (b"code,name\n", SheetFault::Empty),
            (b"PK\x03\x04rest", SheetFault::Workbook),
        ] {
            assert_eq!(Sheet::read(bytes), Err(fault), "{bytes:?}");
        }
        let long = "code\n".repeat(MAX_ROWS + 2);
        assert_eq!(Sheet::read(long.as_bytes()), Err(SheetFault::TooLong));
    }
}
