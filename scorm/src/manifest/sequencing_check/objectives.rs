//! Objectives that rules ask about, and what they share (SN, "Objective Map").

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Activity;
use crate::manifest::problem::{ProblemKind, Problems};
use crate::manifest::sequencing::{Condition, Objective, RuleCondition, objective_id};
use crate::manifest::version::Edition;

const STATUS: &str = "satisfiedStatus";
const MEASURE: &str = "normalizedMeasure";

/// One field that a map joins to a shared objective.
struct Join {
    target: String,
    field: &'static str,
    reads: bool,
    writes: bool,
}

pub(super) fn check(activities: &[Activity<'_>], edition: Edition, problems: &mut Problems) {
    let joins = |objective: &Objective| joins(objective, edition == Edition::Fourth);
    let mut written = Written::default();
    for activity in activities
        .iter()
        .filter(|it| it.sequencing.delivery.tracked)
    {
        let all = activity.sequencing.objectives.iter().flat_map(joins);
        for join in all.filter(|it| it.writes) {
            written.targets.insert(join.target.clone());
            written.fields.insert((join.target, join.field));
        }
    }
    for activity in activities {
        unknown_names(activity, problems);
        let all: Vec<Vec<Join>> = activity.sequencing.objectives.iter().map(joins).collect();
        clashes(activity, &all, &written, problems);
        never_written(activity, &all, &written, problems);
    }
}

/// What the activities of a course write to shared objectives.
#[derive(Default)]
struct Written {
    fields: HashSet<(String, &'static str)>,
    targets: HashSet<String>,
}

impl Written {
    fn has(&self, target: &str, field: &'static str) -> bool {
        self.fields.contains(&(target.to_owned(), field))
    }
}

fn joins(objective: &Objective, is_fourth: bool) -> Vec<Join> {
    let mut joins = Vec::new();
    let mut join = |target: &str, fields: &[(&'static str, bool, bool)]| {
        joins.extend(fields.iter().map(|(field, reads, writes)| Join {
            target: objective_id(target),
            field,
            reads: *reads,
            writes: *writes,
        }));
    };
    for map in &objective.maps {
        join(
            &map.target,
            &[
                (
                    STATUS,
                    map.read_satisfied_status,
                    map.write_satisfied_status,
                ),
                (
                    MEASURE,
                    map.read_normalized_measure,
                    map.write_normalized_measure,
                ),
            ],
        );
    }
    for map in objective.extended_maps.iter().filter(|_| is_fourth) {
        join(
            &map.target,
            &[
                ("rawScore", map.read_raw_score, map.write_raw_score),
                ("minScore", map.read_min_score, map.write_min_score),
                ("maxScore", map.read_max_score, map.write_max_score),
                (
                    "completionStatus",
                    map.read_completion_status,
                    map.write_completion_status,
                ),
                (
                    "progressMeasure",
                    map.read_progress_measure,
                    map.write_progress_measure,
                ),
            ],
        );
    }
    joins
}

fn unknown_names(activity: &Activity<'_>, problems: &mut Problems) {
    let sequencing = activity.sequencing;
    let names = sequencing
        .objectives
        .iter()
        .filter_map(|it| it.identifier.as_deref());
    let names: HashSet<String> = names.map(objective_id).collect();
    for condition in super::conditions(sequencing) {
        let Some(name) = &condition.referenced_objective else {
            continue;
        };
        if !names.contains(&objective_id(name)) {
            problems.push(ProblemKind::ObjectiveUnknown {
                item: activity.name.to_owned(),
                objective: name.clone(),
            });
        }
    }
}

/// SN, "Objective Map": an objective reads a field from one shared objective, and a field of a
/// shared objective is written by one objective of an activity.
fn clashes(activity: &Activity<'_>, all: &[Vec<Join>], written: &Written, problems: &mut Problems) {
    let mut writers = HashMap::new();
    for (n, joins) in all.iter().enumerate() {
        let mut sources = HashMap::new();
        for join in joins {
            let (target, field) = (join.target.as_str(), join.field);
            // What nobody writes is read by default, and was hardly meant.
            let reads = join.reads && written.has(target, field);
            let source = reads.then(|| sources.insert(field, target)).flatten();
            let is_read_twice = source.is_some_and(|it| it != target);
            let writer = join
                .writes
                .then(|| writers.insert((target, field), n))
                .flatten();
            if is_read_twice || writer.is_some_and(|it| it != n) {
                problems.push(ProblemKind::ObjectiveMapsClash {
                    item: activity.name.to_owned(),
                    field: field.to_owned(),
                });
            }
        }
    }
}

fn never_written(
    activity: &Activity<'_>,
    all: &[Vec<Join>],
    written: &Written,
    problems: &mut Problems,
) {
    let asks_measure = super::conditions(activity.sequencing).any(is_about_measure);
    for (objective, joins) in activity.sequencing.objectives.iter().zip(all) {
        let needs_measure = objective.satisfied_by_measure || asks_measure;
        let mut unknown: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for join in joins.iter().filter(|it| it.reads) {
            // Maps read by default. It matters where the field is needed, and where the whole map leads nowhere: of
            // what is neither status nor measure, an objective keeps its own where nothing is shared.
            let matters = match join.field {
                STATUS => !objective.satisfied_by_measure,
                MEASURE => needs_measure,
                _ => false,
            };
            let leads_nowhere = !written.targets.contains(&join.target);
            if !written.has(&join.target, join.field) && (matters || leads_nowhere) {
                unknown.entry(&join.target).or_default().push(join.field);
            }
        }
        for (target, fields) in unknown {
            problems.push(ProblemKind::ObjectiveNeverWritten {
                item: activity.name.to_owned(),
                target: target.to_owned(),
                field: fields.join(" / "),
            });
        }
    }
}

fn is_about_measure(condition: &RuleCondition) -> bool {
    matches!(
        condition.condition,
        Condition::ObjectiveMeasureKnown
            | Condition::ObjectiveMeasureGreaterThan
            | Condition::ObjectiveMeasureLessThan
    )
}
