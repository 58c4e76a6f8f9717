//! Reports as a reader meets them: pages, repeated heads, both directions, any text.

use documents::report::{Block, CellAlignment, Column, Orientation, Report, Table, render};
use documents::{Day, Direction};

fn column(title: &str, share: f32, alignment: CellAlignment) -> Column {
    Column {
        title: title.to_owned(),
        share,
        alignment,
    }
}

fn report(direction: Direction, rows: Vec<Vec<String>>) -> Report {
    let columns = vec![
        column("Learner", 3.0, CellAlignment::Start),
        column("Course", 4.0, CellAlignment::Start),
        column("Score", 1.0, CellAlignment::End),
    ];
    Report {
        language: "en".to_owned(),
        direction,
        orientation: Orientation::Landscape,
        title: "Record of learning".to_owned(),
        made_on: Day {
            year: 2026,
            month: 5,
            day: 3,
        },
        blocks: vec![
            Block::Heading("Record of learning".to_owned()),
            Block::Paragraph("All learners of one administration.".to_owned()),
            Block::Table(Table { columns, rows }),
        ],
    }
}

fn rows(count: usize) -> Vec<Vec<String>> {
    let row = |n| {
        vec![
            format!("Learner {n}"),
            "Customs valuation".to_owned(),
            "86".to_owned(),
        ]
    };
    (0..count).map(row).collect()
}

fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    let after = text.split("/Count ").nth(1).unwrap_or_default();
    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}

/// The copied text, or `None` where the tool that reads it is not installed.
fn extract(pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("report.pdf");
    std::fs::write(&path, pdf).expect("a file in it");
    let output = std::process::Command::new("pdftotext")
        .arg(&path)
        .arg("-")
        .output()
        .ok()?;
    String::from_utf8(output.stdout).ok()
}

#[test]
fn a_long_table_repeats_its_head_on_every_page() {
    let pdf = render(&report(Direction::LeftToRight, rows(60))).unwrap();
    let count = pages(&pdf);
    assert!(count > 1);
    let Some(text) = extract(&pdf) else { return };
    assert_eq!(text.matches("Score").count(), count);
    assert!(text.contains("Learner 0") && text.contains("Learner 59"));
    // The tool may drop the thin spaces around the stroke.
    assert!(text.replace(' ', "").contains(&format!("{count}/{count}")));
}

#[test]
fn a_report_without_rows_or_blocks_is_one_page() {
    let mut report = report(Direction::RightToLeft, Vec::new());
    assert_eq!(pages(&render(&report).unwrap()), 1);
    report.blocks.clear();
    assert_eq!(pages(&render(&report).unwrap()), 1);
}

#[test]
fn any_text_in_any_cell_is_printed_or_replaced_but_never_refused() {
    let hostile = [
        "山田",
        "🎓",
        "\u{202e}x\0",
        &"W".repeat(5_000),
        &"ن ".repeat(3_000),
        "",
    ];
    let rows = hostile.map(|text| vec![text.to_owned(); 5]).to_vec();
    for direction in [Direction::LeftToRight, Direction::RightToLeft] {
        assert!(render(&report(direction, rows.clone())).is_ok());
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let make = || render(&report(Direction::RightToLeft, rows(5))).unwrap();
    assert!(make() == make());
}
