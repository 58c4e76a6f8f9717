//! The command line: one file per command.

mod enrol;
mod import;
mod serve;
mod user;

use clap::{Parser, Subcommand};

use crate::App;
use crate::clock::{Clock, Random};
use crate::config::Config;

/// CLiKC: SCORM modules, tracked, graded and certified.
#[derive(Debug, Parser)]
#[command(name = "clikc", version)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the service (the default).
    Serve(serve::ServeArgs),
    /// Bring the database up to date.
    Migrate,
    /// Manage people.
    #[command(subcommand)]
    User(user::UserCommand),
    /// Put a person on a course.
    Enrol(enrol::EnrolArgs),
    /// Import SCORM packages into a course.
    Import(import::ImportArgs),
}

/// Runs the command the process was started with.
pub async fn run() -> anyhow::Result<()> {
    let cli = Cli::parse();
    let mut config = Config::load()?;
    let command = cli
        .command
        .unwrap_or_else(|| Command::Serve(serve::ServeArgs::default()));
    if let Command::Serve(args) = &command {
        config.demo |= args.demo;
    }
    crate::telemetry::start_logging(config.log_json);
    std::fs::create_dir_all(&config.data_dir)?;
    let app = App::build(config, Clock::System, Random::system()).await?;
    match command {
        Command::Serve(_) => serve::run(app).await,
        Command::Migrate => {
            app.db.migrate().await?;
            say("The database is up to date.");
            Ok(())
        }
        Command::User(command) => user::run(&app, command).await,
        Command::Enrol(args) => enrol::run(&app, args).await,
        Command::Import(args) => import::run(&app, args).await,
    }
}

/// A line for the person at the terminal; logs go to standard error.
#[expect(clippy::print_stdout, reason = "commands answer on standard output")]
fn say(line: &str) {
    println!("{line}");
}
