//! Measures what the service promises about speed and size, on its release build: prints figures,
//! each with a ratio taken in the same run, and writes them into `benches/README.md`.
//!
//! Started by `cargo xtask bench`. It drives the service from outside, as players and browsers do;
//! only the data they meet is put there by the library.
#![expect(clippy::print_stdout, reason = "a bench speaks on standard output")]

mod commits;
mod content;
mod engine;
mod import;
mod load;
mod logins;
mod nginx;
mod pages;
mod report;
mod seed;
mod server;

use std::path::PathBuf;

use anyhow::{Context as _, Result};

use report::Figure;
use seed::Seeded;
use server::Server;

/// Seconds of each measurement.
const SECONDS: u32 = 10;

fn main() -> Result<()> {
    // `cargo test --all-targets` starts benches too, without this argument.
    if !std::env::args().any(|argument| argument == "--bench") {
        return Ok(());
    }
    let only = std::env::var("CLIKC_BENCH_ONLY").unwrap_or_default();
    let wants = |name: &str| only.is_empty() || only.split(',').any(|one| one == name);
    let mut figures = Vec::new();
    if ["sqlite", "pages", "logins", "content"]
        .into_iter()
        .any(&wants)
    {
        let folder = tempfile::tempdir_in(scratch()?)?;
        let url = format!("sqlite://{}", folder.path().join("clikc.db").display());
        let seeded = seed::seed(folder.path(), url)?;
        figures.extend(measure(&seeded, &wants)?);
    }
    let postgres = std::env::var("CLIKC_BENCH_DATABASE_URL").unwrap_or_default();
    if wants("postgres") && !postgres.is_empty() {
        let folder = tempfile::tempdir_in(scratch()?)?;
        let seeded = seed::seed(folder.path(), postgres)?;
        let server = Server::start(&seeded)?;
        figures.extend(commits::measure("PostgreSQL", 4_000.0, &seeded, server)?);
    }
    if wants("engine") {
        figures.extend(engine::measure()?);
    }
    if wants("import") {
        figures.push(import::measure(&scratch()?)?);
    }
    report::print(&figures)?;
    if only.is_empty() {
        report::write(&figures)?;
    }
    Ok(())
}

/// Everything that runs on the embedded database.
fn measure(seeded: &Seeded, wants: &dyn Fn(&str) -> bool) -> Result<Vec<Figure>> {
    let mut figures = vec![server::start_up(seeded)?];
    if ["pages", "logins", "content"].into_iter().any(wants) {
        let server = Server::start(seeded)?;
        if wants("pages") {
            figures.extend(pages::measure(seeded, &server)?);
        }
        if wants("logins") {
            figures.extend(logins::measure(seeded, &server)?);
        }
        if wants("content") {
            figures.push(content::measure(seeded, &server)?);
        }
    }
    if wants("sqlite") {
        // A server of its own, as its memory is measured.
        let server = Server::start(seeded)?;
        figures.extend(commits::measure("SQLite", 8_000.0, seeded, server)?);
    }
    Ok(figures)
}

/// On the disk of the build folder: a memory disk would make every write look durable for free.
fn scratch() -> Result<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(&folder).context("the folder for temporary files")?;
    Ok(folder)
}
