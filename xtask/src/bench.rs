//! `cargo xtask bench`: brings what the benches of the service compare with, and runs them.

use std::process::Command;

use anyhow::{Context as _, Result};

use crate::place::Place;
use crate::postgres::{Durability, Postgres};
use crate::tools;

/// The bench prints its table, and writes it into `benches/README.md`.
pub(crate) fn run() -> Result<bool> {
    let place = Place::find()?;
    tools::ensure_installed_for_bench(&place)?;
    let server = Postgres::start(&place, Durability::Full)?;
    // The figures go to the terminal, so this is not one of the children whose output is kept in a
    // log. It shares our process group, and with it the interrupt of the terminal.
    let status = Command::new("cargo")
        .args([
            "bench",
            "--locked",
            "--package",
            "clikc",
            "--bench",
            "service",
        ])
        .env("CLIKC_BENCH_DATABASE_URL", server.url())
        .current_dir(&place.root)
        .status()
        .context("cannot start cargo")?;
    Ok(status.success())
}
