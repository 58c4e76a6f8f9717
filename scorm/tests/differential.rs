//! The browser's adapter against the run-time: the same scripts, the same answers. Random ones, those of conformance
//! cases, and what authoring tools are known to call; strict and lenient.
//!
//! `DIFFERENTIAL_CALLS` sets how many calls are compared, `DIFFERENTIAL_SEED` the first seed.
//! Without node the test is skipped, unless it runs in CI.

#[path = "support/scripts.rs"]
mod scripts;
#[path = "support/habits.rs"]
mod tools;

use std::collections::BTreeSet;
use std::io::Write as _;
use std::process::{Command, Stdio};

use scorm::runtime::script::{Answer, Script};
use scorm::runtime::{Standard, tables_json};
use serde::Deserialize;
use serde_json::{Value, json};

const BYTES_PER_SCRIPT: usize = 1_200;
const DEFAULT_CALLS: usize = 100_000;

#[derive(Deserialize)]
struct Played {
    answers: Vec<Answer>,
    values: Vec<Option<String>>,
}

#[test]
fn the_adapter_answers_as_the_run_time_does() {
    let calls = setting("DIFFERENTIAL_CALLS").unwrap_or(DEFAULT_CALLS);
    let first = setting("DIFFERENTIAL_SEED").unwrap_or(1) as u64;
    let mut scripts = scripts::of_habits();
    scripts.extend(scripts::of_cases());
    let told: usize = scripts.iter().map(|(_, script)| script.calls.len()).sum();
    let mut made = 0;
    let mut last = first;
    for seed in first.. {
        if made >= calls {
            break;
        }
        let script = Script::from_bytes(&random_bytes(seed));
        made += script.calls.len();
        scripts.push((format!("seed {seed}"), script));
        last = seed;
    }
    let Some(played) = play_in_node(&scripts) else {
        assert!(
            std::env::var_os("CI").is_none(),
            "node is needed to test the adapter"
        );
        eprintln!("skipped: node is not installed, so the adapter cannot be compared");
        return;
    };
    assert_eq!(played.len(), scripts.len(), "the adapter stopped early");
    for ((name, script), played) in scripts.iter().zip(&played) {
        compare(name, script, played);
    }
    eprintln!("{told} calls of tools and cases compared, and {made} of seeds {first} to {last}");
}

fn compare(name: &str, script: &Script, played: &Played) {
    let (answers, document) = script.play();
    for (n, (ours, theirs)) in answers.iter().zip(&played.answers).enumerate() {
        assert_eq!(
            ours, theirs,
            "{name}, {:?} {:?}, call {n}: {:?}\nrun-time left, adapter right",
            script.standard, script.strictness, script.calls[n]
        );
    }
    assert_eq!(answers.len(), played.answers.len(), "{name}");
    for ((key, ours), theirs) in document.iter().zip(&played.values) {
        assert_eq!(Some(ours), theirs.as_ref(), "{name}: {key}");
    }
}

/// Every script's answers by the adapter; `None` when there is no node.
fn play_in_node(scripts: &[(String, Script)]) -> Option<Vec<Played>> {
    let player = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests-js/adapter-play.js");
    let mut node = Command::new("node")
        .arg(player)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let mut stdin = node.stdin.take()?;
    let input: Vec<String> = std::iter::once(tables())
        .chain(scripts.iter().map(line))
        .map(|v| v.to_string())
        .collect();
    // Written beside the reading, or both ends would wait for each other on full pipes.
    let writer = std::thread::spawn(move || {
        input
            .iter()
            .try_for_each(|line| writeln!(stdin, "{line}"))
            .expect("node reads to the end");
    });
    let output = node.wait_with_output().expect("node ends");
    writer.join().expect("the scripts were written");
    let text = String::from_utf8(output.stdout).expect("the adapter answers in UTF-8");
    Some(
        text.lines()
            .map(|line| serde_json::from_str(line).expect("an answer"))
            .collect(),
    )
}

fn tables() -> Value {
    json!({
        "scorm12": tables_json(Standard::Scorm12),
        "scorm2004": tables_json(Standard::Scorm2004),
    })
}

fn line((_, script): &(String, Script)) -> Value {
    let (_, document) = script.play();
    let mut line = serde_json::to_value(script).expect("a script is JSON");
    line["keys"] = json!(document.keys().collect::<Vec<_>>());
    line
}

fn setting(name: &str) -> Option<usize> {
    std::env::var(name).ok()?.parse().ok()
}

/// SplitMix64: a seed is a script.
fn random_bytes(seed: u64) -> Vec<u8> {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)).to_le_bytes()
    };
    std::iter::repeat_with(&mut next)
        .take(BYTES_PER_SCRIPT / 8)
        .flatten()
        .collect()
}

/// The scripts must reach what they are meant to compare.
#[test]
fn scripts_meet_every_error_number_a_session_can_give() {
    let mut seen: BTreeSet<(bool, u16)> = BTreeSet::new();
    for seed in 1..400 {
        let script = Script::from_bytes(&random_bytes(seed));
        let (answers, _) = script.play();
        let is_12 = script.standard == Standard::Scorm12;
        seen.extend(answers.iter().map(|answer| (is_12, answer.error)));
    }
    let old = [0, 101, 201, 202, 203, 301, 402, 403, 404, 405].map(|code| (true, code));
    let new = [
        0, 103, 104, 112, 113, 122, 123, 132, 133, 142, 143, 201, 301, 351, 401, 403, 404, 405,
        406, 407, 408,
    ]
    .map(|code| (false, code));
    let missing: Vec<_> = old
        .into_iter()
        .chain(new)
        .filter(|one| !seen.contains(one))
        .collect();
    assert_eq!(missing, []);
}
