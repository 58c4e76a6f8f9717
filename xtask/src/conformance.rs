//! `cargo xtask conformance`: every case of ADL's test suite that is there, replayed twice: in the engine without a
//! browser, and through the built service in Chromium. Our own cases are replayed in the engine alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::place::{Place, find_program};
use crate::{process, tools};

/// A case as one of the two replays tells of it.
#[derive(Debug, Deserialize)]
struct Told {
    suite: String,
    case: String,
    problems: Vec<String>,
}

/// The summary of the browser's replay.
#[derive(Debug, Deserialize)]
struct Summary {
    /// Which cases are missing, if any.
    note: Option<String>,
    cases: Vec<Told>,
}

/// What is wrong with a case, for each replay; `None` where it was not replayed.
#[derive(Debug, Default)]
struct Row {
    engine: Option<Vec<String>>,
    browser: Option<Vec<String>>,
}

type Rows = BTreeMap<(String, String), Row>;

pub(crate) fn run() -> Result<bool> {
    let place = Place::find()?;
    tools::ensure_node_modules(&place)?;
    let mut rows = Rows::new();
    println!("== engine");
    let engine_well = replay_in_engine(&place, &mut rows)?;
    println!("== service");
    let service = service(&place)?;
    println!("== browser");
    let browser_well = replay_in_browser(&place, &service, &mut rows)?;
    Ok(report(&rows) && engine_well && browser_well)
}

/// Whether the test went well: it may also fail before it comes to a case.
fn replay_in_engine(place: &Place, rows: &mut Rows) -> Result<bool> {
    let told = fresh_file(place, "conformance-engine.jsonl")?;
    let mut tests = if find_program(&["cargo-nextest"], &[]).is_some() {
        cargo(place, "nextest run")
    } else {
        cargo(place, "test")
    };
    tests
        .args(["-p", "scorm", "--test", "adl"])
        .env("CLIKC_CASES_REPORT", &told);
    let well = succeeds(&mut tests, &log(place, "conformance-engine")?)?;
    for line in fs::read_to_string(&told)?.lines() {
        let case: Told = serde_json::from_str(line)?;
        let row = rows.entry((case.suite, case.case)).or_default();
        row.engine = Some(case.problems);
    }
    Ok(well)
}

fn replay_in_browser(place: &Place, service: &Path, rows: &mut Rows) -> Result<bool> {
    let summary = fresh_file(place, "conformance-browser.json")?;
    let log = log(place, "conformance-browser")?;
    let mut node = Command::new("node");
    node.args(["conformance/main.js", "--out"])
        .arg(&summary)
        .env("CLIKC_TEST_BINARY", service)
        .env("CLIKC_TEST_CHROMIUM", tools::chromium()?)
        .env("CLIKC_TEST_BUILD_DIR", &place.build)
        .current_dir(place.e2e());
    let well = succeeds(&mut node, &log)?;
    let text = fs::read_to_string(&summary)?;
    let summary: Summary = serde_json::from_str(&text)
        .with_context(|| format!("the replay broke off; see {}", log.display()))?;
    if let Some(note) = summary.note {
        println!("  note: {note}");
    }
    for case in summary.cases {
        let row = rows.entry((case.suite, case.case)).or_default();
        row.browser = Some(case.problems);
    }
    Ok(well)
}

/// The service to try: the one that is named, or this tree's.
fn service(place: &Place) -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CLIKC_TEST_BINARY") {
        return Ok(named.into());
    }
    let log = log(place, "conformance-build")?;
    let built = succeeds(&mut cargo(place, "build"), &log)?;
    ensure!(built, "the code does not compile; see {}", log.display());
    Ok(place.service())
}

/// Compiled as `cargo xtask test` compiles, so that neither makes the other do it again.
fn cargo(place: &Place, subcommand: &str) -> Command {
    let mut command = Command::new("cargo");
    command
        .args(subcommand.split(' '))
        .arg("--locked")
        .env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver")
        .current_dir(&place.root);
    command
}

fn succeeds(command: &mut Command, log: &Path) -> Result<bool> {
    Ok(process::run(command, log)?.success())
}

/// An empty log: each replay is read alone.
fn log(place: &Place, name: &str) -> Result<PathBuf> {
    let log = place.log(name);
    fs::write(&log, "")?;
    Ok(log)
}

fn fresh_file(place: &Place, name: &str) -> Result<PathBuf> {
    let path = place.build.join(name);
    fs::write(&path, "")?;
    Ok(path)
}

/// Prints the table, the first problem of each case that fails, and the totals; whether every case passed twice.
fn report(rows: &Rows) -> bool {
    println!("\n{:<24} {:<8} browser", "case", "engine");
    for ((suite, case), row) in rows {
        let (engine, browser) = (row.engine.as_deref(), row.browser.as_deref());
        let name = format!("{suite} {case}");
        println!("{name:<24} {:<8} {}", word(engine), word(browser));
        for (replay, problems) in [("engine", engine), ("browser", browser)] {
            if let Some(first) = problems.and_then(<[String]>::first) {
                println!("    {replay}: {first}");
            }
        }
    }
    // Our own cases are made for the engine: the browser replays those of ADL, where they are there.
    let tally = |replay: fn(&Row) -> &Option<Vec<String>>| {
        let told: Vec<_> = rows
            .values()
            .filter_map(|row| replay(row).as_ref())
            .collect();
        let passing = told.iter().filter(|problems| problems.is_empty()).count();
        (passing, told.len())
    };
    let engine = tally(|row| &row.engine);
    let browser = tally(|row| &row.browser);
    println!(
        "\nengine: {} of {} pass; browser: {} of {} pass",
        engine.0, engine.1, browser.0, browser.1
    );
    engine.1 > 0 && engine.0 == engine.1 && browser.0 == browser.1
}

fn word(problems: Option<&[String]>) -> &'static str {
    match problems {
        None => "-",
        Some([]) => "ok",
        Some(_) => "FAILS",
    }
}
