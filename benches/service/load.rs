//! Drives `wrk` and reads what it measured.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;

use crate::SECONDS;
use crate::server::Server;

/// As many as the promises speak of.
pub(super) const CONNECTIONS: u32 = 64;

/// What the script prints when it is done.
#[derive(Debug, Deserialize)]
pub(super) struct Load {
    pub requests: f64,
    pub seconds: f64,
    pub bytes: f64,
    pub p50_ms: f64,
    pub p99_ms: f64,
    /// Answers the script itself has looked at.
    pub answered: u64,
    /// Answers that are not what was asked for, and broken connections.
    wrong: u64,
    example: String,
}

impl Load {
    pub(super) fn per_second(&self) -> f64 {
        self.requests / self.seconds
    }

    pub(super) fn bytes_each(&self) -> f64 {
        self.bytes / self.requests
    }
}

/// A load on the service, and the milliseconds of processor time each answer cost it.
pub(super) fn run_on(
    server: &Server,
    url: &str,
    connections: u32,
    arguments: &[&str],
) -> Result<(Load, f64)> {
    let before = server.processor_seconds()?;
    let load = run(url, connections, arguments)?;
    let used = server.processor_seconds()? - before;
    let each = used * 1e3 / load.requests;
    Ok((load, each))
}

/// Runs `wrk` with the script beside this file; `arguments` choose what it does.
pub(super) fn run(url: &str, connections: u32, arguments: &[&str]) -> Result<Load> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/service/load.lua");
    let output = Command::new("wrk")
        .arg(format!("-t{}", threads(connections)))
        .arg(format!("-c{connections}"))
        .args([format!("-d{SECONDS}s"), "--timeout=10s".to_owned()])
        .arg("-s")
        .arg(script)
        .arg(url)
        .arg("--")
        .args(arguments)
        .output()
        .context("cannot start wrk: is it installed?")?;
    let text = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    let line = text
        .lines()
        .find(|line| line.starts_with('{'))
        .with_context(|| format!("wrk measured nothing: {text}{errors}"))?;
    let load: Load = serde_json::from_str(line)?;
    ensure!(
        load.wrong == 0,
        "{} answers of {url} were wrong, such as: {}",
        load.wrong,
        load.example
    );
    Ok(load)
}

pub(super) fn threads(connections: u32) -> u32 {
    connections.min(2)
}
