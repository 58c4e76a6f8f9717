//! `cargo xtask test`: the steps, their order, and the table at the end.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use clap::{Args, ValueEnum};

use crate::counts::{Counts, notes, second_tries};
use crate::place::{Place, find_program};
use crate::postgres::{Durability, Postgres};
use crate::smtp::MailServer;
use crate::{fuzz, licences, process, tools};

/// Every workspace of the repository; its dependencies and its format are ours to answer for.
const WORKSPACES: &[&str] = &["Cargo.toml", "fuzz/Cargo.toml"];

#[derive(Args)]
pub(crate) struct Options {
    /// Run only these steps.
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<Step>,
    /// Leave these steps out.
    #[arg(long, value_enum, value_delimiter = ',')]
    skip: Vec<Step>,
    /// How long each fuzz target runs.
    #[arg(long, default_value_t = 60)]
    fuzz_seconds: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Step {
    /// Install what the machine lacks, where that is allowed.
    Tools,
    /// cargo fmt --check
    Format,
    /// Licences, sources and bans of every dependency; advisories where they can be reached.
    Licences,
    /// Compile everything once, with the lints on.
    Lints,
    /// All Rust tests, the service's on SQLite.
    Sqlite,
    /// The service's tests again, on a PostgreSQL of our own.
    Postgres,
    /// The examples in the documentation.
    Examples,
    /// The player's JavaScript, under node.
    Javascript,
    /// Each fuzz target for a minute.
    Fuzz,
    /// The built service in Chromium; what must not be lost in Firefox and WebKit too.
    Browser,
}

/// What a step left behind.
struct Outcome {
    step: Step,
    well: bool,
    /// Without tools, or with code that does not compile, nothing that follows can run.
    blocks: bool,
    counts: Counts,
    took: Duration,
}

pub(crate) fn run(options: &Options) -> Result<bool> {
    let mut run = Run {
        place: Place::find()?,
        fuzz_seconds: options.fuzz_seconds,
        mail: None,
    };
    let mut outcomes = Vec::new();
    for &step in Step::value_variants() {
        let wanted = options.only.is_empty() || options.only.contains(&step);
        if wanted && !options.skip.contains(&step) {
            let outcome = run.step(step)?;
            let blocks = outcome.blocks;
            outcomes.push(outcome);
            if blocks {
                break;
            }
        }
    }
    Ok(report(&outcomes))
}

struct Run {
    place: Place,
    fuzz_seconds: u32,
    /// Started by the first step that sends mail, stopped at the end.
    mail: Option<MailServer>,
}

impl Run {
    fn step(&mut self, step: Step) -> Result<Outcome> {
        println!("== {}", step.name());
        let started = now();
        let log = self.place.log(&step.name());
        std::fs::write(&log, "")?;
        let result = self.carry_out(step, &log);
        let took = started.elapsed();
        process::refuse_when_interrupted()?;
        let text = String::from_utf8_lossy(&std::fs::read(&log)?).into_owned();
        let mut counts = if step.counts_tests() {
            Counts::read(&text)
        } else {
            Counts::default()
        };
        let well = matches!(result, Ok(true)) && counts.failed == 0;
        if !well {
            // A failure that is not a test's must show in the sum all the same.
            counts.failed = counts.failed.max(1);
            println!("{text}");
        }
        // Compilers make notes of another kind.
        let told = if step == Step::Browser {
            notes(&text)
        } else {
            BTreeSet::new()
        };
        for note in told {
            println!("  note: {note}");
        }
        for test in second_tries(&text) {
            println!("  note: passed at the second try only: {test}");
        }
        let blocks = result.is_err() && matches!(step, Step::Tools | Step::Lints);
        if let Err(error) = result {
            println!("  {error:#}");
        }
        println!(
            "   {} after {:.1} s",
            if well { "done" } else { "FAILED" },
            took.as_secs_f32()
        );
        Ok(Outcome {
            step,
            well,
            blocks,
            counts,
            took,
        })
    }

    /// Whether the step went well; an error is a failure with a sentence.
    fn carry_out(&mut self, step: Step, log: &Path) -> Result<bool> {
        match step {
            Step::Tools => tools::ensure_installed(&self.place).map(|()| true),
            Step::Format => self.format(log),
            Step::Licences => self.licences(log),
            Step::Lints => self.lints(log),
            Step::Sqlite => {
                let mut tests = self.rust_tests("all()")?;
                succeeds(tests.env_remove("CLIKC_TEST_DATABASE_URL"), log)
            }
            Step::Postgres => self.postgres(log),
            Step::Examples => succeeds(self.cargo("test").args(["--workspace", "--doc"]), log),
            Step::Javascript => self.javascript(log),
            Step::Fuzz => fuzz::run(&self.place, self.fuzz_seconds, log),
            Step::Browser => self.browser(log),
        }
    }

    fn format(&self, log: &Path) -> Result<bool> {
        let mut well = true;
        for manifest in WORKSPACES {
            let mut command = Command::new("cargo");
            command
                .args(["fmt", "--all", "--check", "--manifest-path", manifest])
                .current_dir(&self.place.root);
            well &= succeeds(&mut command, log)?;
        }
        Ok(well)
    }

    fn licences(&self, log: &Path) -> Result<bool> {
        let mut well = true;
        for manifest in WORKSPACES {
            for objection in licences::objections(&self.place.root, manifest)? {
                println!("  {objection}");
                well = false;
            }
        }
        if find_program(&["cargo-deny"], &[]).is_none() {
            println!("  note: advisories not checked, cargo-deny is not installed");
            return Ok(well);
        }
        let mut deny = Command::new("cargo");
        deny.args(["deny", "check"]).current_dir(&self.place.root);
        if succeeds(deny.args(["licenses", "bans", "sources"]), log)? {
            let mut fetch = Command::new("cargo");
            fetch
                .args(["deny", "fetch", "db"])
                .current_dir(&self.place.root);
            if !succeeds(&mut fetch, &self.place.log("advisories"))? {
                println!("  note: advisories not checked, their database cannot be reached");
                return Ok(well);
            }
            let mut advisories = Command::new("cargo");
            advisories
                .args(["deny", "check", "advisories"])
                .current_dir(&self.place.root);
            return Ok(succeeds(&mut advisories, log)? && well);
        }
        Ok(false)
    }

    /// Warnings fail this step but do not keep the tests from running.
    fn lints(&self, log: &Path) -> Result<bool> {
        let mut build = self.cargo("build");
        build.args(["--quiet", "--workspace", "--all-targets"]);
        ensure!(succeeds(&mut build, log)?, "the code does not compile");
        let log = std::fs::read_to_string(log)?;
        Ok(!log.lines().any(|line| line.starts_with("warning")))
    }

    /// A cargo command under which the workspace's own crates are compiled by clippy's driver.
    /// So one compilation serves the lints, the tests and the browser tests, and dependencies
    /// are compiled once instead of checked once and compiled once.
    fn cargo(&self, subcommand: &str) -> Command {
        let mut command = Command::new("cargo");
        command
            .args(subcommand.split(' '))
            .arg("--locked")
            .env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver")
            .env("INSTA_UPDATE", "no")
            .current_dir(&self.place.root);
        command
    }

    /// The tests that match the filter, with a mail server to talk to.
    fn rust_tests(&mut self, filter: &str) -> Result<Command> {
        let mut command = if find_program(&["cargo-nextest"], &[]).is_some() {
            let mut command = self.cargo("nextest run");
            command.args(["--workspace", "--no-tests=pass", "-E", filter]);
            command
        } else {
            let mut command = self.cargo("test");
            command.args(["--workspace", "--all-targets", "--no-fail-fast"]);
            command
        };
        self.tell_mail_server(&mut command)?;
        Ok(command)
    }

    fn tell_mail_server(&mut self, command: &mut Command) -> Result<()> {
        if self.mail.is_none() {
            self.mail = Some(MailServer::start(&self.place)?);
        }
        if let Some(mail) = &self.mail {
            command
                .env("CLIKC_TEST_SMTP_URL", mail.url())
                .env("CLIKC_TEST_SMTP_DIR", &mail.folder);
        }
        Ok(())
    }

    fn postgres(&mut self, log: &Path) -> Result<bool> {
        let server = Postgres::start(&self.place, Durability::Forgetful)?;
        let mut tests = self.rust_tests("package(clikc)")?;
        succeeds(tests.env("CLIKC_TEST_DATABASE_URL", server.url()), log)
    }

    fn javascript(&self, log: &Path) -> Result<bool> {
        let mut files = Vec::new();
        if let Ok(entries) = std::fs::read_dir(self.place.root.join("tests-js")) {
            files.extend(entries.flatten().map(|entry| entry.path()));
        }
        files.retain(|file| file.to_string_lossy().contains(".test."));
        files.sort();
        if files.is_empty() {
            println!("  note: tests-js/ holds no test yet");
            return Ok(true);
        }
        let mut node = Command::new("node");
        node.args(["--test", "--test-reporter=tap", "--test-timeout=60000"])
            .args(files)
            .current_dir(&self.place.root);
        succeeds(&mut node, log)
    }

    /// Everything on SQLite; what must not be lost on PostgreSQL too; and a sample of the conformance cases.
    fn browser(&mut self, log: &Path) -> Result<bool> {
        tools::ensure_node_modules(&self.place)?;
        let mut everything = self.playwright(&[])?;
        let well = succeeds(everything.env_remove("CLIKC_TEST_DATABASE_URL"), log)?;
        let server = Postgres::start(&self.place, Durability::Forgetful)?;
        let mut losses = self.playwright(&["specs/loss.spec.js"])?;
        let again = succeeds(losses.env("CLIKC_TEST_DATABASE_URL", server.url()), log)?;
        let mut conformance = self.node(&["conformance/main.js", "--sample"])?;
        let conforms = succeeds(conformance.env_remove("CLIKC_TEST_DATABASE_URL"), log)?;
        Ok(well && again && conforms)
    }

    fn playwright(&mut self, specs: &[&str]) -> Result<Command> {
        let mut words = vec!["node_modules/@playwright/test/cli.js", "test"];
        words.extend(specs);
        self.node(&words)
    }

    /// A program of the browser tests, which finds the service, the browsers and the mail server.
    fn node(&mut self, words: &[&str]) -> Result<Command> {
        let mut command = Command::new("node");
        command
            .args(words)
            .env("CLIKC_TEST_BINARY", self.place.service())
            .env("CLIKC_TEST_CHROMIUM", tools::chromium()?)
            .env("CLIKC_TEST_FIREFOX", tools::firefox()?)
            .env("CLIKC_TEST_BUILD_DIR", &self.place.build)
            .current_dir(self.place.e2e());
        self.tell_mail_server(&mut command)?;
        Ok(command)
    }
}

impl Step {
    fn name(self) -> String {
        self.to_possible_value()
            .map(|value| value.get_name().to_owned())
            .unwrap_or_default()
    }

    fn counts_tests(self) -> bool {
        matches!(
            self,
            Self::Sqlite | Self::Postgres | Self::Examples | Self::Javascript | Self::Browser
        )
    }
}

fn succeeds(command: &mut Command, log: &Path) -> Result<bool> {
    Ok(process::run(command, log)?.success())
}

#[expect(
    clippy::disallowed_methods,
    reason = "a stopwatch for the developer, no logic"
)]
fn now() -> Instant {
    Instant::now()
}

/// Prints the table and the sum; whether every step went well.
fn report(outcomes: &[Outcome]) -> bool {
    println!(
        "\n{:<12} {:<7} {:>8} {:>7} {:>7}",
        "step", "", "seconds", "passed", "failed"
    );
    let mut total = Counts::default();
    for outcome in outcomes {
        println!(
            "{:<12} {:<7} {:>8.1} {:>7} {:>7}",
            outcome.step.name(),
            if outcome.well { "done" } else { "FAILED" },
            outcome.took.as_secs_f32(),
            outcome.counts.passed,
            outcome.counts.failed
        );
        total += outcome.counts;
    }
    println!("\n{} passed, {} failed", total.passed, total.failed);
    outcomes.iter().all(|outcome| outcome.well)
}
