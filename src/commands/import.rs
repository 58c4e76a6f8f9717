//! `clikc import`: many packages at once, each an activity of its own.

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use anyhow::Context as _;
use packages::{BlobId, Severity, Version};
use serde_json::{Value, json};

use super::say;
use crate::courses::input::{CourseInput, NewCourse, ShortName};
use crate::courses::{self, ActivityKind, Audience, Course};
use crate::i18n::Lang;
use crate::ids::VersionId;
use crate::users::{self, User};
use crate::versions::NewVersion;
use crate::{AppState, uploads};

#[derive(Debug, clap::Args)]
pub(super) struct ImportArgs {
    /// SCORM packages; each becomes an activity with the title its manifest gives it.
    #[arg(required = true)]
    zips: Vec<PathBuf>,
    /// Short name of the course they are added to.
    #[arg(long)]
    course: String,
    /// Create the course when there is none with that short name.
    #[arg(long)]
    create: bool,
    /// Answer with one JSON object a line.
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(app: &AppState, args: ImportArgs) -> anyhow::Result<()> {
    let prepared = prepare(app, &args).await;
    let (course, author) = match prepared {
        Ok(prepared) => prepared,
        Err(error) => {
            if args.json {
                say(&json!({ "error": format!("{error:#}") }).to_string());
            }
            return Err(error);
        }
    };
    let mut failed = 0;
    for zip in &args.zips {
        let name = zip.file_name().unwrap_or_default().to_string_lossy();
        // One bad file must not cost the others.
        let answer = import(app, (&course, &author), zip, &name)
            .await
            .unwrap_or_else(|error| not_imported(&name, "error", &format!("{error:#}")));
        failed += i32::from(answer["imported"] == false);
        if args.json {
            say(&answer.to_string());
        } else {
            for line in told(&answer) {
                say(&line);
            }
        }
    }
    let count = args.zips.len();
    anyhow::ensure!(
        failed == 0,
        "{failed} of {count} packages were not imported"
    );
    Ok(())
}

async fn prepare(app: &AppState, args: &ImportArgs) -> anyhow::Result<(Course, User)> {
    if app.db.is_sqlite() {
        app.db.migrate().await?;
    }
    let author = users::db::find_first_author(&app.db)
        .await?
        .context("nobody may own courses yet: add an author with `clikc user add`")?;
    let course = find_or_create_course(app, args, &author).await?;
    Ok((course, author))
}

async fn import(
    app: &AppState,
    (course, author): (&Course, &User),
    zip: &Path,
    name: &str,
) -> anyhow::Result<Value> {
    Ok(match unpack(app, zip, name).await? {
        Ok((package, listing)) => {
            let new = record(app, course, author, name, &package, listing).await?;
            imported(name, new, &package)
        }
        Err(refusal) => not_imported(name, "refusal", &refusal.to_string()),
    })
}

/// `refusal` says what is wrong with the package, `error` what went wrong around it.
fn not_imported(name: &str, kind: &str, why: &str) -> Value {
    json!({ "file": name, "imported": false, kind: why })
}

async fn find_or_create_course(
    app: &AppState,
    args: &ImportArgs,
    author: &User,
) -> anyhow::Result<Course> {
    let find = || courses::db::find_course_by_short_name(&app.db, &args.course);
    if let Some(course) = find().await? {
        return Ok(course);
    }
    anyhow::ensure!(
        args.create,
        "there is no course with the short name {}: add --create to make one",
        args.course
    );
    let short_name = ShortName::parse(&args.course)
        .context("a short name has 1 to 100 characters on one line")?;
    let new = NewCourse {
        input: CourseInput {
            title: args.course.clone(),
            short_name,
            lang: Lang::default(),
            category_id: None,
            objectives: String::new(),
            audience: Audience::Organisation,
        },
        organisation_id: author.organisation_id,
        created_by: author.id,
    };
    let mut tx = app.db.begin().await?;
    courses::db::insert_course(&mut tx, &new, app.clock.now()).await?;
    tx.commit().await?;
    find().await?.context("the new course is gone again")
}

/// Imports the zip and, on a terminal, shows how far it has come.
async fn unpack(app: &AppState, zip: &Path, name: &str) -> anyhow::Result<uploads::Unpacked> {
    anyhow::ensure!(zip.is_file(), "there is no file {}", zip.display());
    let percent = Arc::new(AtomicI64::new(0));
    let mut work = std::pin::pin!(uploads::unpack(app, zip, percent.clone()));
    let mut out = std::io::stderr();
    let is_watched = out.is_terminal();
    let mut ticks = tokio::time::interval(Duration::from_millis(200));
    loop {
        tokio::select! {
            outcome = &mut work => {
                if is_watched {
                    write!(out, "\r\u{1b}[K")?;
                }
                return outcome;
            }
            _ = ticks.tick(), if is_watched => {
                write!(out, "\r{:>3} % {name}", percent.load(Ordering::Relaxed))?;
                out.flush()?;
            }
        }
    }
}

/// A package with a pass mark of its own is a quiz.
fn kind_of(package: &Version) -> ActivityKind {
    let is_judged = package
        .course
        .scos()
        .any(|sco| sco.mastery_score.is_some() || sco.scaled_passing_score().is_some());
    if is_judged {
        ActivityKind::Quiz
    } else {
        ActivityKind::Lesson
    }
}

async fn record(
    app: &AppState,
    course: &Course,
    author: &User,
    name: &str,
    package: &Version,
    listing: BlobId,
) -> anyhow::Result<VersionId> {
    let last = courses::db::list_sections(&app.db, course.id).await?.pop();
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let section = match last {
        Some(section) => section.id,
        None => courses::db::insert_section(&mut tx, course.id, "").await?,
    };
    let activity =
        courses::db::insert_activity(&mut tx, section, kind_of(package), "", now).await?;
    let new = NewVersion::of(package, listing, activity, name, author.id);
    let version = uploads::adopt(app, &mut tx, &new, package).await?;
    tx.commit().await?;
    Ok(version)
}

fn imported(name: &str, version: VersionId, package: &Version) -> Value {
    json!({
        "file": name,
        "imported": true,
        "version": version,
        "title": package.course.title,
        "standard": package.course.edition.to_string(),
        "scos": package.course.scos().count(),
        "files": package.files().len(),
        "lines": package.report.lines,
    })
}

/// The answer in words, line by line.
fn told(answer: &Value) -> Vec<String> {
    let text = |name: &str| answer[name].as_str().unwrap_or_default();
    let file = text("file");
    if answer["imported"] == false {
        let why = [text("refusal"), text("error")].concat();
        return vec![format!("{file}: not imported. {why}")];
    }
    let count = |name: &str, one: &str, many: &str| match answer[name].as_u64() {
        Some(1) => format!("1 {one}"),
        number => format!("{} {many}", number.unwrap_or_default()),
    };
    let first = format!(
        "{file}: imported as “{}” ({}, {}, {}).",
        text("title"),
        text("standard"),
        count("scos", "SCO", "SCOs"),
        count("files", "file", "files"),
    );
    let lines = answer["lines"].as_array().into_iter().flatten();
    let findings = lines
        .filter(|line| line["severity"] != json!(Severity::Note))
        .map(|line| {
            let part = |name: &str| line[name].as_str().unwrap_or_default();
            format!("  {}: {}", part("severity"), part("text"))
        });
    std::iter::once(first).chain(findings).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_not_many() {
        let mut answer = json!({
            "file": "a.zip", "imported": true, "title": "A", "standard": "SCORM 1.2",
            "scos": 1, "files": 1, "lines": [],
        });
        let lines = told(&answer);
        assert_eq!(
            lines,
            ["a.zip: imported as “A” (SCORM 1.2, 1 SCO, 1 file)."]
        );
        answer["scos"] = json!(2);
        answer["files"] = json!(0);
        let lines = told(&answer);
        assert_eq!(
            lines,
            ["a.zip: imported as “A” (SCORM 1.2, 2 SCOs, 0 files)."]
        );
    }
}
