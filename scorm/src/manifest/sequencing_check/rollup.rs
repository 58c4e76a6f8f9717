//! Rollup that nothing contributes to, or that contradicts itself (SN, "Rollup Rules").

use super::Checker;
use crate::manifest::course::Item;
use crate::manifest::problem::ProblemKind;
use crate::manifest::sequencing::{ChildActivitySet, Objective, Rollup, RollupAction, Sequencing};
use crate::manifest::version::Edition;

impl Checker<'_> {
    pub(super) fn rollup(&mut self) {
        if self.activity.available() > 0 && !self.activity.children.is_empty() {
            self.child_sets();
            self.success();
            self.completion();
        } else if self.activity.is_asset() {
            self.asset();
        }
    }

    fn child_sets(&mut self) {
        let available = self.activity.available();
        for rule in &self.activity.sequencing.rollup.rules {
            let item = self.name();
            match rule.children {
                ChildActivitySet::AtLeastCount(0) => {
                    self.problems.push(ProblemKind::RollupAlwaysHolds { item });
                }
                ChildActivitySet::AtLeastPercent(share) if share <= 0.0 => {
                    self.problems.push(ProblemKind::RollupAlwaysHolds { item });
                }
                ChildActivitySet::AtLeastCount(count) if count as usize > available => {
                    self.problems.push(ProblemKind::RollupNeverHolds {
                        item,
                        count,
                        available,
                    });
                }
                _ => {}
            }
        }
    }

    /// [RB.1.2]: a measure decides, or rules do.
    fn success(&mut self) {
        let primary = self.activity.sequencing.primary_objective();
        let by_measure = primary.is_some_and(|it| it.satisfied_by_measure);
        if by_measure {
            let weighs = |it: &Sequencing| it.rollup.objective_measure_weight > 0.0;
            let is_read = primary.is_some_and(reads_measure);
            self.overruled("satisfiedByMeasure", |it| {
                matches!(it, RollupAction::Satisfied | RollupAction::NotSatisfied)
            });
            if !is_read && !self.any_part(|_, sequencing| weighs(sequencing)) {
                self.never_reported("satisfiedByMeasure");
            }
        } else if !primary.is_some_and(reads_status) {
            self.of_nothing("rollupObjectiveSatisfied", |it| it.objective_satisfied);
        }
    }

    /// [RB.1.3]: progress decides where the 4th Edition's threshold says so, or rules do.
    fn completion(&mut self) {
        let is_fourth = self.edition == Edition::Fourth;
        let primary = self.activity.sequencing.primary_objective();
        if is_fourth && self.activity.threshold().completed_by_measure {
            self.overruled("completedByMeasure", |it| {
                matches!(it, RollupAction::Completed | RollupAction::Incomplete)
            });
            let weighs = |it: Option<&Item>| {
                let threshold = it.and_then(|it| it.completion_threshold);
                threshold.unwrap_or_default().progress_weight > 0.0
            };
            let is_read = primary.is_some_and(reads_progress);
            if !is_read && !self.any_part(|item, _| weighs(item)) {
                self.never_reported("completedByMeasure");
            }
        } else if !(is_fourth && primary.is_some_and(reads_completion)) {
            self.of_nothing("rollupProgressCompletion", |it| it.progress_completion);
        }
    }

    /// Whether rollup hears of any part for which this holds. The page of a cluster is a part of it
    /// about which the manifest says nothing.
    fn any_part(&self, holds: impl Fn(Option<&Item>, &Sequencing) -> bool) -> bool {
        let usual = Sequencing::default();
        let mut parts = self.activity.parts();
        (self.activity.has_page() && holds(None, &usual))
            || parts.any(|part| {
                let sequencing = part.sequencing.as_ref().unwrap_or(&usual);
                sequencing.delivery.tracked && holds(Some(part), sequencing)
            })
    }

    fn of_nothing(&mut self, field: &str, counts: impl Fn(&Rollup) -> bool) {
        if !self.any_part(|_, sequencing| counts(&sequencing.rollup)) {
            self.problems.push(ProblemKind::RollupOfNothing {
                item: self.name(),
                field: field.to_owned(),
            });
        }
    }

    fn overruled(&mut self, field: &str, concerns: impl Fn(RollupAction) -> bool) {
        let mut rules = self.activity.sequencing.rollup.rules.iter();
        if rules.any(|rule| concerns(rule.action)) {
            self.problems.push(ProblemKind::RollupOverruled {
                item: self.name(),
                field: field.to_owned(),
            });
        }
    }

    /// A page that does not talk to the run-time says nothing of itself.
    fn asset(&mut self) {
        let sequencing = self.activity.sequencing;
        if !sequencing.delivery.tracked {
            return;
        }
        let is_fourth = self.edition == Edition::Fourth;
        let primary = sequencing.primary_objective();
        let reads = |what: fn(&Objective) -> bool| primary.is_some_and(what);
        let completes = is_fourth && self.activity.threshold().completed_by_measure;
        let satisfies = primary.is_some_and(|it| it.satisfied_by_measure);
        let sets = &sequencing.delivery;
        let waits = [
            ("satisfiedByMeasure", satisfies && !reads(reads_measure)),
            ("completedByMeasure", completes && !(reads(reads_progress))),
            (
                "completionSetByContent",
                sets.completion_set_by_content && !(is_fourth && reads(reads_completion)),
            ),
            (
                "objectiveSetByContent",
                sets.objective_set_by_content && !reads(reads_status),
            ),
        ];
        for (field, _) in waits.into_iter().filter(|(_, waits)| *waits) {
            self.never_reported(field);
        }
    }

    fn never_reported(&mut self, field: &str) {
        self.problems.push(ProblemKind::NeverReported {
            item: self.name(),
            field: field.to_owned(),
        });
    }
}

fn reads_status(objective: &Objective) -> bool {
    objective.maps.iter().any(|it| it.read_satisfied_status)
}

fn reads_measure(objective: &Objective) -> bool {
    objective.maps.iter().any(|it| it.read_normalized_measure)
}

fn reads_completion(objective: &Objective) -> bool {
    let mut maps = objective.extended_maps.iter();
    maps.any(|it| it.read_completion_status)
}

fn reads_progress(objective: &Objective) -> bool {
    let mut maps = objective.extended_maps.iter();
    maps.any(|it| it.read_progress_measure)
}
