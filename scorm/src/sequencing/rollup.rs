//! Rollup: what is known of a cluster follows from its children [RB.1.1–RB.1.3, RB.1.5]. The rules
//! of clusters that have some are in `rollup_rules`.

use std::sync::Arc;

use super::Sequencer;
use super::definition::Activity;
use super::progress::Progress;
use super::tree::Id;
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
        if self.is_completed_by_measure(id) {
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

#[cfg(test)]
mod tests {
    use super::super::testing::{course, edition, group, leaf, objective, play, with};
    use super::super::tree::Id;
    use super::*;
    use crate::manifest::sequencing::{Consideration, ObjectiveMap};
    use crate::manifest::{CompletionThreshold, Edition, Item};

    fn weighted(name: &str, weight: f64) -> Item {
        let item = with(leaf(name), |it| it.rollup.objective_measure_weight = weight);
        Item {
            completion_threshold: Some(CompletionThreshold {
                progress_weight: weight,
                ..CompletionThreshold::default()
            }),
            ..item
        }
    }

    fn root_of(item: Item, script: &str) -> Progress {
        let mut course = course(item);
        play(&mut course, script);
        course.primary(Id::ROOT)
    }

    #[test]
    fn measures_are_averaged_by_weight_and_the_unknown_counts_as_zero() {
        for (first, second, script, measure) in [
            (
                1.0,
                1.0,
                "start +score.scaled=0.5 continue +score.scaled=1 exitAll",
                Some(0.75),
            ),
            (
                1.0,
                3.0,
                "start +score.scaled=0.5 continue +score.scaled=1 exitAll",
                Some(0.875),
            ),
            (1.0, 1.0, "start +score.scaled=0.5 exitAll", Some(0.25)),
            (1.0, 1.0, "start exitAll", None),
            (0.0, 0.0, "start +score.scaled=0.5 exitAll", None),
        ] {
            let make = || group("root", vec![weighted("a", first), weighted("b", second)]);
            assert_eq!(root_of(make(), script).measure, measure, "{script}");
            let script = script.replace("score.scaled", "progress_measure");
            assert_eq!(root_of(make(), &script).amount, measure, "{script}");
            let mut third = edition(make(), Edition::Third);
            play(&mut third, &script);
            assert_eq!(third.primary(Id::ROOT).amount, None, "{script}");
        }
    }

    #[test]
    fn without_rules_a_cluster_is_what_all_its_children_are() {
        for (script, satisfied, completed) in [
            ("start continue exitAll", Some(true), Some(true)),
            (
                "start +success_status=failed continue exitAll",
                Some(false),
                Some(true),
            ),
            (
                "start +completion_status=incomplete continue exitAll",
                Some(true),
                Some(false),
            ),
            ("start exitAll", None, None),
            (
                "start +success_status=unknown continue exitAll",
                None,
                Some(true),
            ),
        ] {
            let progress = root_of(group("root", vec![leaf("a"), leaf("b")]), script);
            assert_eq!(
                (progress.satisfied, progress.completed),
                (satisfied, completed),
                "{script}"
            );
        }
    }

    #[test]
    fn a_measure_decides_where_the_objective_says_so() {
        for (if_active, script, satisfied) in [
            (true, "start +score.scaled=0.9 continue", Some(true)),
            (false, "start +score.scaled=0.9 continue", None),
            (false, "start +score.scaled=0.9 exitAll", Some(true)),
            (true, "start +score.scaled=0.1 exitAll", Some(false)),
            (true, "start exitAll", None),
        ] {
            let root = with(group("root", vec![leaf("a"), weighted("b", 0.0)]), |it| {
                let mut primary = objective(None, None);
                primary.satisfied_by_measure = true;
                primary.min_normalized_measure = 0.5;
                it.objectives.push(primary);
                it.rollup_considerations.measure_satisfaction_if_active = if_active;
            });
            assert_eq!(
                root_of(root, script).satisfied,
                satisfied,
                "{if_active} {script}"
            );
        }
    }

    #[test]
    fn progress_completes_a_cluster_where_its_threshold_says_so() {
        for (script, completed) in [
            ("start +progress_measure=0.9 continue exitAll", Some(false)),
            (
                "start +progress_measure=1 continue +progress_measure=0.6 exitAll",
                Some(true),
            ),
            ("start continue exitAll", None),
        ] {
            let root = Item {
                completion_threshold: Some(CompletionThreshold {
                    completed_by_measure: true,
                    min_progress_measure: 0.8,
                    progress_weight: 1.0,
                }),
                ..group("root", vec![leaf("a"), leaf("b")])
            };
            assert_eq!(root_of(root, script).completed, completed, "{script}");
        }
    }

    #[test]
    fn children_count_as_their_considerations_say() {
        for (consideration, script, satisfied) in [
            (Consideration::Always, "start exitAll", None),
            (Consideration::IfAttempted, "start exitAll", Some(true)),
            (
                Consideration::IfAttempted,
                "start continue +success_status=failed exitAll",
                None,
            ),
            (
                Consideration::IfNotSuspended,
                "start continue +exit=suspend exitAll",
                Some(true),
            ),
            (Consideration::IfNotSkipped, "start exitAll", None),
        ] {
            let b = with(leaf("b"), |it| {
                it.rollup_considerations.required_for_satisfied = consideration;
                it.rollup_considerations.required_for_not_satisfied = Consideration::Always;
            });
            let progress = root_of(group("root", vec![leaf("a"), b]), script);
            let satisfied = if script.contains("failed") {
                Some(false)
            } else {
                satisfied
            };
            assert_eq!(progress.satisfied, satisfied, "{consideration:?} {script}");
        }
    }

    #[test]
    fn untracked_and_uncounted_children_change_nothing() {
        let untracked = with(leaf("b"), |it| it.delivery.tracked = false);
        let uncounted = with(leaf("c"), |it| {
            it.rollup.objective_satisfied = false;
            it.rollup.progress_completion = false;
        });
        let progress = root_of(
            group("root", vec![leaf("a"), untracked, uncounted]),
            "start exitAll",
        );
        assert_eq!(
            (progress.satisfied, progress.completed),
            (Some(true), Some(true))
        );
    }

    #[test]
    fn a_shared_objective_rolls_up_where_it_is_read() {
        let writer = with(leaf("a"), |it| {
            it.objectives
                .push(objective(None, Some(map("shared", true))));
        });
        let reader = with(leaf("b"), |it| {
            it.objectives
                .push(objective(None, Some(map("shared", false))));
        });
        let other = group("other", vec![reader]);
        let mut course = course(group(
            "root",
            vec![group("one", vec![writer]), other, leaf("c")],
        ));
        play(&mut course, "start +success_status=failed choice:c");
        let other = course.tree.find("other").expect("a cluster");
        assert_eq!(course.primary(other).satisfied, Some(false));
    }

    fn map(target: &str, writes: bool) -> ObjectiveMap {
        ObjectiveMap {
            target: target.to_owned(),
            read_satisfied_status: !writes,
            read_normalized_measure: false,
            write_satisfied_status: writes,
            write_normalized_measure: false,
        }
    }

    #[test]
    fn what_a_cluster_writes_rolls_up_where_it_is_read() {
        let of = |map| {
            move |it: &mut crate::manifest::sequencing::Sequencing| {
                it.objectives.push(objective(None, Some(map)));
            }
        };
        let one = with(group("one", vec![leaf("a")]), of(map("x", true)));
        let two = with(
            group("two", vec![with(leaf("b"), of(map("x", false)))]),
            of(map("y", true)),
        );
        let three = group("three", vec![with(leaf("c"), of(map("y", false)))]);
        let mut course = course(group("root", vec![one, two, three, leaf("d")]));
        play(&mut course, "start +success_status=failed choice:d");
        for name in ["one", "two", "three"] {
            let cluster = course.tree.find(name).expect("a cluster");
            assert_eq!(course.primary(cluster).satisfied, Some(false), "{name}");
        }
    }

    #[test]
    fn a_cluster_that_decides_when_it_has_ended_tells_it_then() {
        let inner = with(group("inner", vec![leaf("a"), leaf("b")]), |it| {
            let mut primary = objective(None, Some(map("x", true)));
            primary.satisfied_by_measure = true;
            primary.min_normalized_measure = 0.4;
            it.objectives.push(primary);
            it.rollup_considerations.measure_satisfaction_if_active = false;
        });
        let mut course = course(group("root", vec![inner, leaf("c")]));
        let told = |course: &Sequencer| course.shared().objectives.get("x").map(|it| it.satisfied);
        play(&mut course, "start +score.scaled=1 continue");
        assert_eq!(told(&course), None);
        play(&mut course, "choice:c");
        assert_eq!(told(&course), Some(Some(true)));
    }
}
