//! Rollup: what is known of a cluster follows from its children [RB.1.1–RB.1.3, RB.1.5]. The rules
//! of clusters that have some are in `rollup_rules`.

use std::sync::Arc;

use super::Sequencer;
use super::progress::Progress;
use super::tree::{Activity, Id};
use crate::manifest::sequencing::RollupAction;

/// Shared objectives can be wired in a circle; what they change is followed this far.
const MOST_ROUNDS: usize = 8;

impl Sequencer {
    /// [RB.1.5] Overall Rollup Process: from an activity up to the root. Activities that read a
    /// shared objective written on the way, and all above them, are rolled up as well.
    pub(super) fn overall_rollup(&mut self, id: Id) {
        let tree = Arc::clone(&self.tree);
        let mut written = std::mem::take(&mut self.written);
        let mut starts = vec![id];
        for _ in 0..MOST_ROUNDS {
            starts.extend(written.iter().flat_map(|target| self.readers(target)));
            let mut set: Vec<Id> = starts.iter().flat_map(|it| tree.path_up(*it)).collect();
            // Pre-order puts parents first; rollup goes the other way.
            set.sort_unstable_by(|one, other| other.cmp(one));
            set.dedup();
            for cluster in set.into_iter().filter(|it| !tree[*it].is_leaf()) {
                self.roll_up(cluster, &tree[cluster]);
            }
            written = std::mem::take(&mut self.written);
            if written.is_empty() {
                return;
            }
            starts.clear();
        }
    }

    fn roll_up(&mut self, id: Id, cluster: &Activity) {
        self.measure_rollup(id);
        if self.tree.is_fourth() {
            self.completion_measure_rollup(id);
        }
        self.objective_rollup(id, cluster);
        self.activity_progress_rollup(id, cluster);
    }

    /// [RB.1.1.a] Measure Rollup Process.
    fn measure_rollup(&mut self, id: Id) {
        let measure = self.average(id, |child, progress| {
            let weight = child.sequencing.rollup.objective_measure_weight;
            (weight, progress.measure)
        });
        self.change(id, 0, |it| it.measure = measure);
    }

    /// [RB.1.1.b] Completion Measure Rollup Process.
    fn completion_measure_rollup(&mut self, id: Id) {
        let amount = self.average(id, |child, progress| {
            (child.completion_threshold.progress_weight, progress.amount)
        });
        self.change(id, 0, |it| it.amount = amount);
    }

    /// The weighted average over tracked children. One that knows no measure counts as zero, but
    /// when none knows any, nothing is known.
    fn average(
        &self,
        id: Id,
        of: impl Fn(&Activity, Progress) -> (f64, Option<f64>),
    ) -> Option<f64> {
        let (mut total, mut counted, mut is_known) = (0.0, 0.0, false);
        for child in self.available_children(id) {
            let activity = &self.tree[*child];
            if !activity.sequencing.delivery.tracked {
                continue;
            }
            let (weight, measure) = of(activity, self.primary(*child));
            counted += weight;
            total += weight * measure.unwrap_or(0.0);
            is_known |= measure.is_some();
        }
        (is_known && counted > 0.0).then(|| total / counted)
    }

    /// [RB.1.2] Objective Rollup Process: by measure [RB.1.2.a] or by rules [RB.1.2.b].
    fn objective_rollup(&mut self, id: Id, cluster: &Activity) {
        if cluster
            .objectives
            .first()
            .is_some_and(|it| it.satisfied_by_measure)
        {
            self.settle_by_measure(id);
            return;
        }
        let (yes, no) = (RollupAction::Satisfied, RollupAction::NotSatisfied);
        if let Some(satisfied) = self.ruled(id, cluster, yes, no) {
            self.change(id, 0, |it| it.satisfied = Some(satisfied));
        }
    }

    /// [RB.1.3] Activity Progress Rollup Process: by measure [RB.1.3.a], which is decided wherever it
    /// is read, or by rules [RB.1.3.b].
    fn activity_progress_rollup(&mut self, id: Id, cluster: &Activity) {
        if cluster.completion_threshold.completed_by_measure && self.tree.is_fourth() {
            return;
        }
        let (yes, no) = (RollupAction::Completed, RollupAction::Incomplete);
        if let Some(completed) = self.ruled(id, cluster, yes, no) {
            self.change(id, 0, |it| it.completed = Some(completed));
        }
    }

    /// The positive action is looked at last, and so wins.
    fn ruled(
        &self,
        id: Id,
        cluster: &Activity,
        yes: RollupAction,
        no: RollupAction,
    ) -> Option<bool> {
        let rules = &cluster.sequencing.rollup.rules;
        let has_rules = rules.iter().any(|it| it.action == yes || it.action == no);
        let holds = |action| {
            if has_rules {
                self.rollup_rule_check(id, rules, action)
            } else {
                self.default_rollup(id, action)
            }
        };
        match (holds(yes), holds(no)) {
            (true, _) => Some(true),
            (false, true) => Some(false),
            (false, false) => None,
        }
    }
}
