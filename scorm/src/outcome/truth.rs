//! The truth table: every combination of statuses, score and ending, and what comes of it.
//!
//! The table in `docs/truth-table.md` is [`markdown`]; a test keeps the two equal.

use std::fmt::Write as _;

use super::{Ending, Flag, Rules, ScoEvidence, Scored, evaluate};
use crate::runtime::{Document, Standard};

/// One row: what a SCO said, and the outcome under each of three rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub statuses: Vec<&'static str>,
    pub score: Option<&'static str>,
    pub ending: Ending,
    /// A lesson; a quiz whose score counts when reported; a quiz declared scored.
    pub outcomes: [Cell; 3],
}

/// One outcome as the table shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    pub status: &'static str,
    pub flags: Vec<Flag>,
}

const STATUSES_12: [&str; 6] = [
    "not attempted",
    "incomplete",
    "browsed",
    "completed",
    "passed",
    "failed",
];
const COMPLETIONS: [&str; 4] = ["not attempted", "unknown", "incomplete", "completed"];
const SUCCESSES: [&str; 3] = ["unknown", "passed", "failed"];
const SCORES: [Option<&str>; 3] = [None, Some("69.99"), Some("70")];
const ENDINGS: [Ending; 3] = [Ending::Open, Ending::Suspended, Ending::Finished];

/// All rows for a standard: 54 for SCORM 1.2, 108 for SCORM 2004.
pub fn rows(standard: Standard) -> Vec<Row> {
    let statuses: Vec<Vec<&'static str>> = match standard {
        Standard::Scorm12 => STATUSES_12.iter().map(|status| vec![*status]).collect(),
        Standard::Scorm2004 => COMPLETIONS
            .iter()
            .flat_map(|completion| SUCCESSES.iter().map(|success| vec![*completion, *success]))
            .collect(),
    };
    let mut rows = Vec::new();
    for statuses in statuses {
        for score in SCORES {
            for ending in ENDINGS {
                let outcomes = outcomes(standard, &statuses, score, ending);
                rows.push(Row {
                    statuses: statuses.clone(),
                    score,
                    ending,
                    outcomes,
                });
            }
        }
    }
    rows
}

fn outcomes(
    standard: Standard,
    statuses: &[&str],
    score: Option<&str>,
    ending: Ending,
) -> [Cell; 3] {
    let (names, raw): (&[&str], &str) = match standard {
        Standard::Scorm12 => (&["cmi.core.lesson_status"], "cmi.core.score.raw"),
        Standard::Scorm2004 => (
            &["cmi.completion_status", "cmi.success_status"],
            "cmi.score.raw",
        ),
    };
    let mut document: Document = names
        .iter()
        .zip(statuses)
        .map(|(name, status)| ((*name).to_owned(), (*status).to_owned()))
        .collect();
    document.extend(score.map(|score| (raw.to_owned(), score.to_owned())));
    let initial = std::collections::BTreeMap::new();
    let evidence = ScoEvidence::from_document(standard, "sco", &initial, &document, ending);
    let reported = Rules {
        scored: Scored::WhenReported,
        ..Rules::quiz()
    };
    [Rules::lesson(), reported, Rules::quiz()].map(|rules| {
        let outcome = evaluate(std::slice::from_ref(&evidence), &rules);
        Cell {
            status: outcome.status().word(),
            flags: outcome.flags,
        }
    })
}

/// Both tables in Markdown; rows that differ only in their ending are one.
pub fn markdown() -> String {
    let mut text = String::new();
    for (standard, title, head) in [
        (Standard::Scorm12, "SCORM 1.2", "lesson_status"),
        (
            Standard::Scorm2004,
            "SCORM 2004",
            "completion_status | success_status",
        ),
    ] {
        let columns = head.matches('|').count() + 6;
        let _ = writeln!(text, "## {title}\n");
        let _ = writeln!(
            text,
            "| {head} | score | ended | lesson | quiz | quiz, scored |"
        );
        let _ = writeln!(text, "|{}", " --- |".repeat(columns));
        for group in rows(standard).chunks(ENDINGS.len()) {
            write_group(&mut text, group);
        }
        text.push('\n');
    }
    text
}

fn write_group(text: &mut String, group: &[Row]) {
    let mut rest = group;
    while let Some(row) = rest.first() {
        let same = rest
            .iter()
            .take_while(|other| other.outcomes == row.outcomes)
            .count();
        let (shared, others) = rest.split_at(same);
        let endings: Vec<&str> = shared.iter().map(|row| ending_word(row.ending)).collect();
        let ended = if same == ENDINGS.len() {
            "any way".to_owned()
        } else {
            endings.join(", ")
        };
        let cells: Vec<String> = row.outcomes.iter().map(cell_text).collect();
        let _ = writeln!(
            text,
            "| {} | {} | {ended} | {} |",
            row.statuses.join(" | "),
            row.score.unwrap_or("none"),
            cells.join(" | "),
        );
        rest = others;
    }
}

const fn ending_word(ending: Ending) -> &'static str {
    match ending {
        Ending::Open => "not yet",
        Ending::Suspended => "suspended",
        Ending::Finished => "for good",
    }
}

fn cell_text(cell: &Cell) -> String {
    let flags = cell
        .flags
        .iter()
        .map(|flag| format!(" ({})", flag_word(*flag)));
    std::iter::once(cell.status.replace('_', " "))
        .chain(flags)
        .collect()
}

fn flag_word(flag: Flag) -> &'static str {
    flag.key()
        .strip_prefix("flag-")
        .unwrap_or_else(|| flag.key())
}
