//! Coverage-guided fuzzing with the stable compiler: LLVM's coverage pass is switched on by
//! compiler flags, libFuzzer is linked in by the `fuzz` package.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::place::Place;
use crate::process::{self, Process};

/// Counters tell libFuzzer which edges an input took, the table where they lie, and the traced
/// comparisons which bytes would open a door.
const COVERAGE: &[&str] = &[
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
    "-Cdebug-assertions=yes",
    "-Coverflow-checks=yes",
];

/// Builds the targets and runs each for a minute, two at a time. Whether all went well.
pub(crate) fn run(place: &Place, seconds: u32, log: &Path) -> Result<bool> {
    let folder = place.root.join("fuzz");
    let binaries = build(place, &folder, log)?;
    let names = targets(&folder)?;
    let mut well = true;
    for pair in names.chunks(2) {
        let mut running = Vec::new();
        for name in pair {
            let target_log = place.log(&format!("fuzz-{name}"));
            let _ = std::fs::remove_file(&target_log);
            let mut command = fuzzer(place, &binaries.join(name), name, seconds)?;
            running.push((name, Process::start(&mut command, &target_log)?, target_log));
        }
        for (name, mut process, target_log) in running {
            let status = process.wait()?;
            let text = std::fs::read_to_string(&target_log)?;
            let covered = coverage(&text);
            // A fuzzer without feedback would run for ever and find nothing.
            let good = status.success() && covered > 100;
            println!(
                "  {name}: {covered} edges, {}",
                if good { "sound" } else { "FAILED" }
            );
            if !good {
                well = false;
                append(log, &text)?;
            }
        }
    }
    Ok(well)
}

fn build(place: &Place, folder: &Path, log: &Path) -> Result<PathBuf> {
    let host = host()?;
    let target = place.build.join("fuzz").join("target");
    let status = process::run(
        Command::new("cargo")
            // Naming the host keeps the flags away from build scripts and macros.
            .args(["build", "--release", "--locked", "--target", &host])
            .env("CARGO_TARGET_DIR", &target)
            .env("CARGO_ENCODED_RUSTFLAGS", COVERAGE.join("\u{1f}"))
            .env_remove("RUSTC_WORKSPACE_WRAPPER")
            .current_dir(folder),
        log,
    )?;
    ensure!(status.success(), "the fuzz targets do not build");
    Ok(target.join(host).join("release"))
}

/// The targets are the files of `fuzz/targets`.
fn targets(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder.join("targets"))? {
        let path = entry?.path();
        if let Some(stem) = path.file_stem() {
            names.push(stem.to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

fn fuzzer(place: &Place, binary: &Path, name: &str, seconds: u32) -> Result<Command> {
    let corpus = place.build.join("fuzz").join("corpus").join(name);
    let findings = place.build.join("fuzz").join("findings").join(name);
    for folder in [&corpus, &findings] {
        std::fs::create_dir_all(folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
    }
    let mut command = Command::new(binary);
    command
        .arg(&corpus)
        .arg(place.root.join("fuzz").join("seeds").join(name))
        .arg(format!("-max_total_time={seconds}"))
        .args(["-rss_limit_mb=512", "-timeout=10", "-max_len=65536"])
        .args(["-print_final_stats=1"])
        .arg(format!("-artifact_prefix={}/", findings.display()))
        // Each archive is written and unpacked; in memory that is ten times as fast.
        .env(
            "TMPDIR",
            if Path::new("/dev/shm").is_dir() {
                "/dev/shm"
            } else {
                "/tmp"
            },
        )
        .current_dir(&findings);
    Ok(command)
}

/// The number of edges in the last `cov: N` of libFuzzer's log.
fn coverage(log: &str) -> u32 {
    log.rsplit_once(" cov: ")
        .and_then(|(_, rest)| rest.split_whitespace().next())
        .and_then(|number| number.parse().ok())
        .unwrap_or(0)
}

fn host() -> Result<String> {
    let output = Command::new("rustc").arg("-vV").output()?;
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .find_map(|line| line.strip_prefix("host: ").map(str::to_owned))
        .context("rustc does not name its host")
}

fn append(log: &Path, text: &str) -> Result<()> {
    use std::io::Write as _;
    let mut file = std::fs::File::options()
        .create(true)
        .append(true)
        .open(log)?;
    file.write_all(text.as_bytes())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_coverage_of_a_log_counts() {
        let log = "#2\tINITED cov: 12 ft: 13 corp: 1/1b\n#9\tNEW    cov: 431 ft: 900\nDone 9 runs";
        assert_eq!(coverage(log), 431);
        assert_eq!(coverage("INFO: no interesting inputs"), 0);
    }
}
