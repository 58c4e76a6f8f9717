//! The developer's commands: `cargo xtask test` runs everything a change must pass, `cargo xtask bench`
//! measures what is promised about speed and size, `cargo xtask conformance` replays the conformance cases.
//!
//! This crate knows the repository's layout and the tools around it; it must not know the
//! product's code, so that it builds in seconds and can judge a tree that does not compile.
#![expect(
    clippy::print_stdout,
    reason = "a command line tool speaks on standard output"
)]

mod bench;
mod conformance;
mod counts;
mod fuzz;
mod licences;
mod place;
mod postgres;
mod process;
mod smtp;
mod test;
mod tools;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The developer's commands.")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run every check: format, lints, tests on both databases, fuzzing, browsers.
    Test(test::Options),
    /// Measure speed and size on the release build; writes the table of benches/README.md.
    Bench,
    /// Replay the conformance cases, in the engine and in the browser, and print a table case by case.
    Conformance,
    /// Start a throw-away PostgreSQL and print its address; it ends with this command.
    Postgres,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let result = process::stop_everything_on_interrupt().and_then(|()| match arguments.command {
        Command::Test(options) => test::run(&options),
        Command::Bench => bench::run(),
        Command::Conformance => conformance::run(),
        Command::Postgres => postgres::serve_until_interrupted(),
    });
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            println!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
