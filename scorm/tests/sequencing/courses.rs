//! Arbitrary courses, and what may happen in them.

use proptest::prelude::*;
use proptest::sample::select;
use scorm::manifest::sequencing::{
    ChildActivitySet, Combination, Condition, Consideration, ConstrainedChoice, ControlMode,
    DeliveryControls, ExitConditionAction, ExtendedObjectiveMap, LimitConditions, Objective,
    ObjectiveMap, PostConditionAction, PreConditionAction, Randomization, Rollup, RollupAction,
    RollupCondition, RollupConsiderations, RollupRule, RuleCondition, Sequencing, SequencingRule,
    Timing,
};
use scorm::manifest::{CompletionThreshold, Edition, Item, LaunchTarget, Organization};
use scorm::navigation::Request;
use scorm::runtime::Document;

/// Mostly false: what bars the way must not bar it always.
fn seldom() -> impl Strategy<Value = bool> {
    prop::bool::weighted(0.15)
}

fn mostly() -> impl Strategy<Value = bool> {
    prop::bool::weighted(0.85)
}

fn names() -> impl Strategy<Value = Option<String>> {
    prop::option::of(select(vec!["one", "two"]).prop_map(str::to_owned))
}

fn condition() -> impl Strategy<Value = Condition> {
    select(Condition::ALL)
}

fn combination() -> impl Strategy<Value = Combination> {
    select(Combination::ALL)
}

fn rules<A: Copy + std::fmt::Debug + 'static>(
    actions: &'static [A],
) -> impl Strategy<Value = Vec<SequencingRule<A>>> {
    let part = (condition(), any::<bool>(), names(), -1.0..1.0).prop_map(
        |(condition, negated, referenced_objective, measure_threshold)| RuleCondition {
            condition,
            negated,
            referenced_objective,
            measure_threshold,
        },
    );
    let rule = (
        combination(),
        prop::collection::vec(part, 1..3),
        select(actions),
    )
        .prop_map(|(combination, conditions, action)| SequencingRule {
            combination,
            conditions,
            action,
        });
    prop_oneof![3 => Just(Vec::new()), 1 => prop::collection::vec(rule, 1..3)]
}

fn control_mode() -> impl Strategy<Value = ControlMode> {
    (mostly(), mostly(), mostly(), seldom(), mostly(), mostly()).prop_map(
        |(choice, choice_exit, flow, forward_only, objective, progress)| ControlMode {
            choice,
            choice_exit,
            flow,
            forward_only,
            use_current_attempt_objective_info: objective,
            use_current_attempt_progress_info: progress,
        },
    )
}

fn objectives() -> impl Strategy<Value = Vec<Objective>> {
    let map = (select(vec!["x", "y"]), any::<[bool; 4]>()).prop_map(|(target, [a, b, c, d])| {
        ObjectiveMap {
            target: target.to_owned(),
            read_satisfied_status: a,
            read_normalized_measure: b,
            write_satisfied_status: c,
            write_normalized_measure: d,
        }
    });
    let extended =
        (select(vec!["x", "y"]), any::<[bool; 4]>()).prop_map(|(target, [a, b, c, d])| {
            ExtendedObjectiveMap {
                target: target.to_owned(),
                read_raw_score: a,
                read_min_score: b,
                read_max_score: c,
                read_completion_status: d,
                read_progress_measure: a,
                write_raw_score: b,
                write_min_score: c,
                write_max_score: d,
                write_completion_status: a,
                write_progress_measure: c,
            }
        });
    let objective = (
        names(),
        any::<bool>(),
        any::<bool>(),
        -1.0..1.0,
        prop::collection::vec(map, 0..2),
        prop::collection::vec(extended, 0..2),
    )
        .prop_map(
            |(identifier, primary, by_measure, min, maps, extended_maps)| Objective {
                identifier,
                primary,
                satisfied_by_measure: by_measure,
                min_normalized_measure: min,
                maps,
                extended_maps,
            },
        );
    prop::collection::vec(objective, 0..3)
}

fn rollup() -> impl Strategy<Value = Rollup> {
    let children = prop_oneof![
        Just(ChildActivitySet::All),
        Just(ChildActivitySet::Any),
        Just(ChildActivitySet::None),
        (0..4_u32).prop_map(ChildActivitySet::AtLeastCount),
        (0.0..1.0).prop_map(ChildActivitySet::AtLeastPercent),
    ];
    let part = (condition(), any::<bool>())
        .prop_map(|(condition, negated)| RollupCondition { condition, negated });
    let rule = (children, combination(), part, select(RollupAction::ALL)).prop_map(
        |(children, combination, part, action)| RollupRule {
            children,
            combination,
            conditions: vec![part],
            action,
        },
    );
    (
        mostly(),
        mostly(),
        0.0..1.0,
        prop::collection::vec(rule, 0..3),
    )
        .prop_map(
            |(objective_satisfied, progress_completion, objective_measure_weight, rules)| Rollup {
                objective_satisfied,
                progress_completion,
                objective_measure_weight,
                rules,
            },
        )
}

fn considerations() -> impl Strategy<Value = RollupConsiderations> {
    let one = || select(Consideration::ALL);
    (one(), one(), one(), one(), any::<bool>()).prop_map(|(a, b, c, d, if_active)| {
        RollupConsiderations {
            required_for_satisfied: a,
            required_for_not_satisfied: b,
            required_for_completed: c,
            required_for_incomplete: d,
            measure_satisfaction_if_active: if_active,
        }
    })
}

fn randomization() -> impl Strategy<Value = Randomization> {
    let timing = || select(Timing::ALL);
    (
        timing(),
        prop::option::of(0..4_u32),
        timing(),
        any::<bool>(),
    )
        .prop_map(
            |(selection_timing, select_count, randomization_timing, reorder_children)| {
                Randomization {
                    selection_timing,
                    select_count,
                    randomization_timing,
                    reorder_children,
                }
            },
        )
}

fn sequencing() -> impl Strategy<Value = Sequencing> {
    let rules = (
        rules(PreConditionAction::ALL),
        rules(PostConditionAction::ALL),
        rules(ExitConditionAction::ALL),
    );
    let flags = (mostly(), any::<[bool; 2]>(), seldom(), seldom());
    let limit = prop::option::weighted(0.2, 0..4_u32);
    let more = (rollup(), considerations(), randomization(), objectives());
    (control_mode(), rules, flags, limit, more).prop_map(
        |(
            control_mode,
            (pre, post, exit),
            (tracked, by_content, prevent, constrain),
            limit,
            more,
        )| {
            let (rollup, rollup_considerations, randomization, objectives) = more;
            Sequencing {
                control_mode,
                pre_conditions: pre,
                post_conditions: post,
                exit_conditions: exit,
                limits: LimitConditions {
                    attempt_limit: limit,
                    ..LimitConditions::default()
                },
                rollup,
                objectives,
                randomization,
                delivery: DeliveryControls {
                    tracked,
                    completion_set_by_content: by_content[0],
                    objective_set_by_content: by_content[1],
                },
                constrained_choice: ConstrainedChoice {
                    prevent_activation: prevent,
                    constrain_choice: constrain,
                },
                rollup_considerations,
            }
        },
    )
}

fn item() -> impl Strategy<Value = Item> {
    let launch = prop_oneof![
        1 => Just(LaunchTarget::None),
        6 => Just(LaunchTarget::Package { path: "page.html".into(), suffix: String::new() }),
    ];
    let threshold = (any::<bool>(), 0.0..1.0, 0.0..1.0).prop_map(|(by_measure, min, weight)| {
        CompletionThreshold {
            completed_by_measure: by_measure,
            min_progress_measure: min,
            progress_weight: weight,
        }
    });
    let defined = (
        prop::option::of(sequencing()),
        prop::option::of(threshold),
        mostly(),
    );
    let leaf =
        (launch, defined).prop_map(|(launch, (sequencing, completion_threshold, is_visible))| {
            Item {
                launch,
                sequencing,
                completion_threshold,
                is_visible,
                ..Item::default()
            }
        });
    leaf.prop_recursive(3, 24, 4, |inner| {
        let children = prop::collection::vec(inner, 1..5);
        (children, sequencing(), seldom()).prop_map(|(children, sequencing, has_page)| {
            let page = LaunchTarget::External {
                url: "https://example.org/".into(),
            };
            Item {
                children,
                sequencing: Some(sequencing),
                is_visible: true,
                launch: if has_page { page } else { LaunchTarget::None },
                ..Item::default()
            }
        })
    })
}

pub(crate) fn organization() -> impl Strategy<Value = Organization> {
    let items = prop::collection::vec(item(), 0..5);
    (items, prop::option::of(sequencing()), any::<[bool; 2]>()).prop_map(
        |(mut items, sequencing, [objectives, data])| {
            let mut count = 0;
            let mut stack: Vec<&mut Item> = items.iter_mut().rev().collect();
            while let Some(item) = stack.pop() {
                count += 1;
                item.identifier = format!("i{count}");
                stack.extend(item.children.iter_mut().rev());
            }
            Organization {
                identifier: "i0".to_owned(),
                items,
                sequencing,
                objectives_global_to_system: objectives,
                shared_data_global_to_system: data,
                ..Organization::default()
            }
        },
    )
}

/// What happens in a course.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    /// The SCO says something and terminates.
    Terminate(Document),
    /// The SCO goes without a word.
    Vanish(Document),
    Ask(Request),
}

fn document() -> impl Strategy<Value = Document> {
    let said = select(vec![
        ("cmi.success_status", "passed"),
        ("cmi.success_status", "failed"),
        ("cmi.success_status", "unknown"),
        ("cmi.completion_status", "completed"),
        ("cmi.completion_status", "incomplete"),
        ("cmi.score.scaled", "0.7"),
        ("cmi.score.scaled", "-1"),
        ("cmi.progress_measure", "0.5"),
        ("cmi.objectives.0.success_status", "passed"),
        ("cmi.objectives.1.score.raw", "12"),
        ("cmi.exit", "suspend"),
        ("cmi.exit", "time-out"),
        ("adl.nav.request", "continue"),
        ("adl.nav.request", "exitAll"),
        ("adl.nav.request", "suspendAll"),
        ("adl.nav.request", "abandon"),
    ]);
    prop::collection::vec(said, 0..5).prop_map(|said| {
        let pairs = said.into_iter();
        pairs
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .collect()
    })
}

fn request() -> impl Strategy<Value = Request> {
    let target = || (0..12_u32).prop_map(|n| format!("i{n}"));
    prop_oneof![
        4 => Just(Request::Start),
        6 => Just(Request::Continue),
        3 => Just(Request::Previous),
        6 => target().prop_map(Request::Choice),
        2 => target().prop_map(Request::Jump),
        1 => Just(Request::Exit),
        1 => Just(Request::ExitAll),
        1 => Just(Request::Abandon),
        1 => Just(Request::AbandonAll),
        2 => Just(Request::SuspendAll),
    ]
}

pub(crate) fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        2 => document().prop_map(Step::Terminate),
        1 => document().prop_map(Step::Vanish),
        4 => request().prop_map(Step::Ask),
    ];
    prop::collection::vec(step, 1..30)
}

pub(crate) fn edition() -> impl Strategy<Value = Edition> {
    select(vec![Edition::Second, Edition::Third, Edition::Fourth])
}
