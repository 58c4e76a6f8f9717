//! How long a navigation request takes on a large course, and how much is kept of a usual one:
//! `cargo run --release -p scorm --example sequencing_speed`.

use std::sync::Arc;

use scorm::manifest::sequencing::{
    Combination, Condition, ControlMode, Objective, ObjectiveMap, PreConditionAction,
    RuleCondition, Sequencing, SequencingRule,
};
use scorm::manifest::{Edition, Item, LaunchTarget, Organization};
use scorm::navigation::Request;
use scorm::runtime::{Document, Standard, finish};
use scorm::sequencing::{Answer, Options, Sequencer, Shared, State, Tree};

const ROUNDS: u32 = 200;

#[expect(clippy::print_stdout, reason = "it prints what it measured")]
fn main() {
    for (name, width, depth) in [
        ("25 chapters of 40 pages", 40, 25),
        ("one flat list", 1_000, 1),
    ] {
        let tree = Arc::new(Tree::new(&course(depth, width), options()));
        let mut course = Sequencer::new(tree, State::default(), Shared::default());
        course.request(&Request::Start, 1);
        let mut taken = Vec::new();
        for _ in 0..ROUNDS {
            visit(&mut course);
            taken.push(measured(|| {
                let answer = course.request(&Request::Continue, 1);
                assert!(matches!(answer, Answer::Deliver(_)));
                assert_eq!(course.toc().len(), 1);
            }));
        }
        taken.sort_by(f64::total_cmp);
        let (median, most) = (taken[taken.len() / 2], taken[taken.len() * 19 / 20]);
        println!("{name}: Continue and table of contents {median:.2} ms, 95 % below {most:.2} ms");
        let launch = measured(|| assert!(course.launch(Document::new()).is_some()));
        println!("{name}: launch with all validities {launch:.2} ms");
        let state = measured(|| {
            let json = serde_json::to_string(&course.state()).unwrap_or_default();
            assert!(serde_json::from_str::<State>(&json).is_ok());
        });
        println!("{name}: state to JSON and back {state:.2} ms");
    }
    let tree = Arc::new(Tree::new(&self::course(5, 10), options()));
    let mut course = Sequencer::new(tree, State::default(), Shared::default());
    course.request(&Request::Start, 1);
    for _ in 0..49 {
        visit(&mut course);
        course.request(&Request::Continue, 1);
    }
    let json = serde_json::to_string(&course.state()).unwrap_or_default();
    println!(
        "state of a course of 50 SCOs, all visited: {} bytes",
        json.len()
    );
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

#[expect(clippy::disallowed_methods, reason = "it measures")]
fn measured(work: impl FnOnce()) -> f64 {
    let start = std::time::Instant::now();
    work();
    start.elapsed().as_secs_f64() * 1e3
}

fn options() -> Options {
    Options {
        edition: Edition::Fourth,
        flow_by_default: false,
    }
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
