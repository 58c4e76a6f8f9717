//! The table: on the terminal, and between two marks of `benches/README.md`, whose other words are
//! written by hand.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

/// One line of the table.
#[derive(Debug)]
pub(super) struct Figure {
    pub what: String,
    pub measured: String,
    pub bound: Bound,
    /// Against something measured in the same run.
    pub ratio: String,
}

/// What is promised, and whether it is reached.
#[derive(Debug)]
pub(super) struct Bound {
    words: String,
    is_reached: bool,
}

impl Bound {
    pub(super) fn at_least(words: &str, is_reached: bool) -> Self {
        Self {
            words: format!("≥ {words}"),
            is_reached,
        }
    }

    pub(super) fn at_most(words: &str, is_reached: bool) -> Self {
        Self {
            words: format!("≤ {words}"),
            is_reached,
        }
    }
}

const BEGIN: &str = "<!-- figures: written by cargo xtask bench -->\n";
const END: &str = "<!-- end of figures -->";

fn table(figures: &[Figure]) -> Result<String> {
    let mut text = String::from(
        "| what | measured | promised | | ratio of the same run |\n|---|---|---|---|---|\n",
    );
    for figure in figures {
        let Figure {
            what,
            measured,
            bound,
            ratio,
        } = figure;
        let tick = if bound.is_reached {
            "reached"
        } else {
            "**missed**"
        };
        writeln!(
            text,
            "| {what} | {measured} | {} | {tick} | {ratio} |",
            bound.words
        )?;
    }
    Ok(text)
}

pub(super) fn print(figures: &[Figure]) -> Result<()> {
    println!("{}\n{}", machine(), table(figures)?);
    Ok(())
}

/// Replaces what stands between the marks.
pub(super) fn write(figures: &[Figure]) -> Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/README.md");
    let text = fs::read_to_string(&path)?;
    let (head, rest) = text
        .split_once(BEGIN)
        .context("the mark before the figures")?;
    let (_, tail) = rest.split_once(END).context("the mark after the figures")?;
    let (machine, table) = (machine(), table(figures)?);
    fs::write(
        &path,
        format!("{head}{BEGIN}\n{machine}\n\n{table}\n{END}{tail}"),
    )?;
    Ok(())
}

/// `3 May 2026, AMD EPYC, 2 cores, 24 GB, load 0.3 before`.
fn machine() -> String {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let after = |text: &str, key: &str| {
        text.lines()
            .find_map(|line| line.strip_prefix(key))
            .map(|rest| rest.trim_start_matches([' ', '\t', ':']).trim().to_owned())
            .unwrap_or_default()
    };
    let cpus = read("/proc/cpuinfo");
    let model = after(&cpus, "model name");
    let cores = cpus
        .lines()
        .filter(|line| line.starts_with("processor"))
        .count();
    let kilobytes = after(&read("/proc/meminfo"), "MemTotal");
    let gigabytes = kilobytes
        .split_whitespace()
        .next()
        .and_then(|number| number.parse::<f64>().ok())
        .map_or(0.0, |kilobytes| kilobytes / 1e6);
    let date = clikc::i18n::Lang::En.date(clikc::clock::Clock::System.now());
    format!(
        "{date}, {model}, {cores} cores shared with the load generator, {gigabytes:.0} GB of memory."
    )
}
