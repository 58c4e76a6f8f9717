//! The pure parts: how long a navigation request takes on a large course, how much is kept of a usual one, and what a
//! `SetValue` costs the page.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use anyhow::{Context as _, Result, ensure};
use scorm::manifest::sequencing::{
    Combination, Condition, ControlMode, Objective, ObjectiveMap, PreConditionAction,
    RuleCondition, Sequencing, SequencingRule,
};
use scorm::manifest::{Edition, Item, LaunchTarget, Organization};
use scorm::navigation::Request;
use scorm::runtime::{Document, Standard, finish};
use scorm::sequencing::{Answer, Sequencer, Shared, State, Tree};

use super::report::{Bound, Figure};

const ROUNDS: u32 = 200;
const MOST_NAVIGATION_MS: f64 = 2.0;
const MOST_STATE_BYTES: usize = 20_000;
const MOST_SET_VALUE_US: f64 = 20.0;

pub(super) fn measure() -> Result<Vec<Figure>> {
    Ok(vec![navigation()?, state()?, set_value()?])
}

/// A Continue and the table of contents that follows it.
fn navigation() -> Result<Figure> {
    let chapters = request_ms(25, 40)?;
    let flat = request_ms(1, 1_000)?;
    let small = request_ms(5, 10)?;
    let most = chapters.max(flat);
    Ok(Figure {
        what: "Continue and contents, 1,000 activities with rules".to_owned(),
        measured: format!("median {chapters:.2} ms in chapters, {flat:.2} ms in one list"),
        bound: Bound::at_most("2 ms", most <= MOST_NAVIGATION_MS),
        ratio: format!("{:.0} × a course of 50 ({small:.3} ms)", most / small),
    })
}

fn request_ms(chapters: usize, pages: usize) -> Result<f64> {
    let mut course = opened(chapters, pages);
    let mut taken = Vec::new();
    let rounds = ROUNDS.min((chapters * pages) as u32 - 1);
    for _ in 0..rounds {
        visit(&mut course);
        let ((answer, lines), ms) =
            timed(|| (course.request(&Request::Continue, 1), course.toc().len()));
        ensure!(
            matches!(answer, Answer::Deliver(_)) && lines == 1,
            "the course must go on"
        );
        taken.push(ms);
    }
    taken.sort_by(f64::total_cmp);
    taken.get(taken.len() / 2).copied().context("a round")
}

fn state() -> Result<Figure> {
    let mut course = opened(5, 10);
    for _ in 0..49 {
        visit(&mut course);
        course.request(&Request::Continue, 1);
    }
    visit(&mut course);
    let json = serde_json::to_string(&course.state())?;
    ensure!(serde_json::from_str::<State>(&json)? == course.state());
    Ok(Figure {
        what: "State of a course of 50 SCOs, all visited".to_owned(),
        measured: format!("{:.1} KB", json.len() as f64 / 1e3),
        bound: Bound::at_most("20 KB", json.len() <= MOST_STATE_BYTES),
        ratio: format!(
            "{:.0} % of the limit",
            100.0 * json.len() as f64 / MOST_STATE_BYTES as f64
        ),
    })
}

/// Measured in a JavaScript engine, by a script of its own.
fn set_value() -> Result<Figure> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/set-value.js");
    let output = Command::new("node").arg(script).output().context("node")?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut numbers = text.split_whitespace().map(str::parse::<f64>);
    let (Some(Ok(median)), Some(Ok(bare))) = (numbers.next(), numbers.next()) else {
        anyhow::bail!("benches/set-value.js printed no figures: {text}");
    };
    Ok(Figure {
        what: "`SetValue`, checked, journalled and answered".to_owned(),
        measured: format!("median {median:.1} µs"),
        bound: Bound::at_most("20 µs", median <= MOST_SET_VALUE_US),
        ratio: format!(
            "{:.1} × writing the same entry ({bare:.1} µs)",
            median / bare
        ),
    })
}

fn opened(chapters: usize, pages: usize) -> Sequencer {
    let tree = Arc::new(Tree::new(&course(chapters, pages), Edition::Fourth));
    let mut course = Sequencer::new(tree, State::default(), Shared::default());
    course.request(&Request::Start, 1);
    course
}

#[expect(clippy::disallowed_methods, reason = "it measures")]
fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = std::time::Instant::now();
    let made = work();
    (made, start.elapsed().as_secs_f64() * 1e3)
}

/// The SCO that is delivered reports success, a score and progress.
fn visit(course: &mut Sequencer) {
    let Some(activity) = course.delivered().map(str::to_owned) else {
        return;
    };
    let said = [
        ("cmi.success_status", "passed"),
        ("cmi.completion_status", "completed"),
        ("cmi.score.scaled", "0.85"),
        ("cmi.score.raw", "85"),
        ("cmi.progress_measure", "1"),
    ];
    let document: Document = said
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .collect();
    let finished = finish(Standard::Scorm2004, &Document::new(), document);
    course.report(&activity, &finished);
}

/// Chapters of pages, each with rules over its own objective and a shared one.
fn course(chapters: usize, pages: usize) -> Organization {
    let chapter = |n: usize| {
        let pages = (0..pages).map(|page| page_of(n, page)).collect();
        Item {
            identifier: format!("chapter-{n}"),
            sequencing: Some(flowing()),
            is_visible: true,
            children: pages,
            ..Item::default()
        }
    };
    Organization {
        identifier: "course".to_owned(),
        items: (0..chapters).map(chapter).collect(),
        sequencing: Some(flowing()),
        ..Organization::default()
    }
}

fn page_of(chapter: usize, page: usize) -> Item {
    let name = format!("page-{chapter}-{page}");
    let rule = |condition, objective: Option<&str>, action| SequencingRule {
        combination: Combination::All,
        conditions: vec![RuleCondition {
            condition,
            negated: false,
            referenced_objective: objective.map(str::to_owned),
            measure_threshold: 0.99,
        }],
        action,
    };
    let map = ObjectiveMap {
        target: format!("shared-{}", page % 7),
        read_satisfied_status: true,
        read_normalized_measure: true,
        write_satisfied_status: false,
        write_normalized_measure: true,
    };
    let objective = |identifier: Option<&str>, primary, maps| Objective {
        identifier: identifier.map(str::to_owned),
        primary,
        satisfied_by_measure: false,
        min_normalized_measure: 1.0,
        maps,
        extended_maps: Vec::new(),
    };
    Item {
        launch: LaunchTarget::Package {
            path: format!("{name}.html"),
            suffix: String::new(),
        },
        identifier: name,
        is_visible: true,
        sequencing: Some(Sequencing {
            pre_conditions: vec![
                rule(Condition::Satisfied, Some("test"), PreConditionAction::Skip),
                rule(
                    Condition::AttemptLimitExceeded,
                    None,
                    PreConditionAction::Disabled,
                ),
                rule(
                    Condition::ObjectiveMeasureGreaterThan,
                    Some("test"),
                    PreConditionAction::StopForwardTraversal,
                ),
                rule(
                    Condition::TimeLimitExceeded,
                    None,
                    PreConditionAction::HiddenFromChoice,
                ),
            ],
            objectives: vec![
                objective(None, true, Vec::new()),
                objective(Some("test"), false, vec![map]),
            ],
            ..Sequencing::default()
        }),
        ..Item::default()
    }
}

fn flowing() -> Sequencing {
    Sequencing {
        control_mode: ControlMode {
            flow: true,
            ..ControlMode::default()
        },
        ..Sequencing::default()
    }
}
