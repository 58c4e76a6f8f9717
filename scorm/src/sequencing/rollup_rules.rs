//! Rollup rules and the children they ask [RB.1.4].

use super::Sequencer;
use super::rules::{combined, negated};
use super::tree::Id;
use crate::manifest::sequencing::{
    ChildActivitySet, Combination, Condition, Consideration, PreConditionAction, RollupAction,
    RollupCondition, RollupRule,
};

impl Sequencer {
    /// [RB.1.4] Rollup Rule Check Subprocess: whether a rule with this action holds.
    pub(super) fn rollup_rule_check(
        &self,
        id: Id,
        rules: &[RollupRule],
        action: RollupAction,
    ) -> bool {
        rules
            .iter()
            .filter(|rule| rule.action == action)
            .any(|rule| {
                let answers = self.contributions(id, action, |child| {
                    self.evaluate_rollup_conditions(child, rule.combination, &rule.conditions)
                });
                holds_for(rule.children, &answers)
            })
    }

    /// The rule of clusters that state none (SN, "Default Rollup Rules"): all children satisfied,
    /// or all at least known; the same of completion.
    pub(super) fn default_rollup(&self, id: Id, action: RollupAction) -> bool {
        let condition = match action {
            RollupAction::Satisfied => Condition::Satisfied,
            RollupAction::NotSatisfied => Condition::ObjectiveStatusKnown,
            RollupAction::Completed => Condition::Completed,
            RollupAction::Incomplete => Condition::ActivityProgressKnown,
        };
        let answers = self.contributions(id, action, |it| self.condition(it, 0, condition, 0.0));
        holds_for(ChildActivitySet::All, &answers)
    }

    /// What each child that counts for this action answers.
    fn contributions(
        &self,
        id: Id,
        action: RollupAction,
        answer: impl Fn(Id) -> Option<bool>,
    ) -> Vec<Option<bool>> {
        let children = self.available_children(id).iter().copied();
        let counting = children.filter(|child| self.check_child_for_rollup(*child, action));
        counting.map(answer).collect()
    }

    /// [RB.1.4.1] Evaluate Rollup Conditions Subprocess.
    fn evaluate_rollup_conditions(
        &self,
        child: Id,
        combination: Combination,
        conditions: &[RollupCondition],
    ) -> Option<bool> {
        let answers = conditions.iter().map(|it| {
            let answer = self.condition(child, 0, it.condition, 0.0);
            negated(answer, it.negated)
        });
        combined(combination, answers)
    }

    /// [RB.1.4.2] Check Child for Rollup Subprocess: whether a child counts for an action.
    fn check_child_for_rollup(&self, child: Id, action: RollupAction) -> bool {
        let sequencing = &self.tree[child].sequencing;
        let required = &sequencing.rollup_considerations;
        let (contributes, consideration) = match action {
            RollupAction::Satisfied => (
                sequencing.rollup.objective_satisfied,
                required.required_for_satisfied,
            ),
            RollupAction::NotSatisfied => (
                sequencing.rollup.objective_satisfied,
                required.required_for_not_satisfied,
            ),
            RollupAction::Completed => (
                sequencing.rollup.progress_completion,
                required.required_for_completed,
            ),
            RollupAction::Incomplete => (
                sequencing.rollup.progress_completion,
                required.required_for_incomplete,
            ),
        };
        let tracking = self.track(child);
        let is_considered = match consideration {
            Consideration::Always => true,
            Consideration::IfAttempted => tracking.attempts > 0,
            Consideration::IfNotSuspended => tracking.attempts > 0 && !tracking.is_suspended,
            Consideration::IfNotSkipped => !self.precondition(child, PreConditionAction::Skip),
        };
        sequencing.delivery.tracked && contributes && is_considered
    }
}

/// SN, "Child Activity Set". Where no child counts, all and none of them do.
fn holds_for(set: ChildActivitySet, answers: &[Option<bool>]) -> bool {
    let yes = answers.iter().filter(|it| **it == Some(true)).count();
    let no = answers.iter().filter(|it| **it == Some(false)).count();
    let all = answers.len();
    match set {
        ChildActivitySet::All => yes == all,
        ChildActivitySet::Any => yes > 0,
        ChildActivitySet::None => no == all,
        ChildActivitySet::AtLeastCount(count) => yes >= count as usize,
        ChildActivitySet::AtLeastPercent(share) => yes as f64 >= share * all as f64,
    }
}

#[cfg(test)]
mod tests {
    use super::super::progress::Progress;
    use super::super::testing::{course, group, leaf, play, pre, with};
    use super::*;
    use crate::manifest::Item;

    #[test]
    fn a_child_activity_set_asks_as_many_as_it_says() {
        let (y, n, u) = (Some(true), Some(false), None);
        use ChildActivitySet::{All, Any, AtLeastCount, AtLeastPercent, None as Nobody};
        for (set, answers, holds) in [
            (All, &[y, y][..], true),
            (All, &[y, u], false),
            (All, &[y, n], false),
            (All, &[], true),
            (Any, &[n, u, y], true),
            (Any, &[n, u], false),
            (Nobody, &[n, n], true),
            (Nobody, &[n, u], false),
            (Nobody, &[n, y], false),
            (Nobody, &[], true),
            (AtLeastCount(2), &[y, n, y], true),
            (AtLeastCount(2), &[y, n, u], false),
            (AtLeastPercent(0.5), &[y, n], true),
            (AtLeastPercent(0.5), &[y, n, n], false),
        ] {
            assert_eq!(holds_for(set, answers), holds, "{set:?} {answers:?}");
        }
    }

    fn rule(
        children: ChildActivitySet,
        combination: Combination,
        conditions: &[(Condition, bool)],
        action: RollupAction,
    ) -> RollupRule {
        let conditions = conditions.iter();
        RollupRule {
            children,
            combination,
            conditions: conditions
                .map(|(condition, negated)| RollupCondition {
                    condition: *condition,
                    negated: *negated,
                })
                .collect(),
            action,
        }
    }

    /// What two activities come to under these rules.
    fn ruled(rules: &[&RollupRule], script: &str) -> Progress {
        let root = with(group("root", vec![leaf("a"), leaf("b")]), |it| {
            it.rollup.rules = rules.iter().map(|it| (*it).clone()).collect();
        });
        let mut course = course(root);
        play(&mut course, script);
        course.primary(Id::ROOT)
    }

    #[test]
    fn a_rule_that_holds_acts_and_the_positive_one_wins() {
        use Condition::{Attempted, Completed, Satisfied};
        let any = |condition, negated, action| {
            rule(
                ChildActivitySet::Any,
                Combination::Any,
                &[(condition, negated)],
                action,
            )
        };
        let yes = any(Satisfied, false, RollupAction::Satisfied);
        let no = any(Satisfied, true, RollupAction::NotSatisfied);
        let done = any(Attempted, false, RollupAction::Completed);
        let open = any(Completed, true, RollupAction::Incomplete);
        let (passed, failed) = ("start continue", "start +success_status=failed continue");
        let both = "start continue +success_status=failed exitAll";
        for (rules, script, satisfied) in [
            (&[&yes][..], passed, Some(true)),
            (&[&yes], failed, None),
            (&[&no], failed, Some(false)),
            (&[&no], passed, None),
            (&[&no, &yes], both, Some(true)),
            // Rules about completion leave success to the default rule.
            (&[&done], both, Some(false)),
            (&[], passed, None),
        ] {
            assert_eq!(
                ruled(rules, script).satisfied,
                satisfied,
                "{rules:?} {script}"
            );
        }
        for (rules, script, completed) in [
            (&[&done][..], "start", None),
            (&[&done], "start continue", Some(true)),
            (
                &[&open],
                "start +completion_status=incomplete continue",
                Some(false),
            ),
            (
                &[&open, &done],
                "start +completion_status=incomplete continue",
                Some(true),
            ),
            (&[&yes], "start continue exitAll", Some(true)),
        ] {
            assert_eq!(
                ruled(rules, script).completed,
                completed,
                "{rules:?} {script}"
            );
        }
    }

    #[test]
    fn conditions_of_a_rule_join_and_what_is_unknown_stays_so() {
        use Condition::{ActivityProgressKnown, Completed, ObjectiveMeasureKnown, Satisfied};
        for (combination, conditions, satisfied) in [
            (
                Combination::All,
                &[(Satisfied, false), (ObjectiveMeasureKnown, false)][..],
                None,
            ),
            (
                Combination::Any,
                &[(Satisfied, false), (ObjectiveMeasureKnown, false)],
                Some(true),
            ),
            (
                Combination::All,
                &[(Satisfied, false), (ObjectiveMeasureKnown, true)],
                Some(true),
            ),
            (Combination::All, &[(Completed, true)], None),
            (
                Combination::All,
                &[(ActivityProgressKnown, true)],
                Some(true),
            ),
            (Combination::All, &[], None),
        ] {
            let action = RollupAction::Satisfied;
            let rule = rule(ChildActivitySet::Any, combination, conditions, action);
            let found = ruled(&[&rule], "start +completion_status=unknown continue").satisfied;
            assert_eq!(found, satisfied, "{combination:?} {conditions:?}");
        }
    }

    /// Whether the first of two activities counts for an action.
    fn counts(a: Item, attempts: u32, is_suspended: bool, action: RollupAction) -> bool {
        let mut course = course(group("root", vec![a, leaf("b")]));
        let a = course.tree.find("a").expect("an activity");
        let tracking = course.track_mut(a);
        (tracking.attempts, tracking.is_suspended) = (attempts, is_suspended);
        course.check_child_for_rollup(a, action)
    }

    #[test]
    fn a_child_counts_for_an_action_as_its_considerations_say() {
        use Consideration::{Always, IfAttempted, IfNotSkipped, IfNotSuspended};
        for (consideration, attempts, is_suspended, is_skipped, expected) in [
            (Always, 0, false, true, true),
            (IfAttempted, 0, false, false, false),
            (IfAttempted, 1, true, false, true),
            (IfNotSuspended, 0, false, false, false),
            (IfNotSuspended, 1, true, false, false),
            (IfNotSuspended, 1, false, false, true),
            (IfNotSkipped, 0, false, true, false),
            (IfNotSkipped, 0, false, false, true),
        ] {
            for action in RollupAction::ALL {
                let mut a = with(leaf("a"), |it| {
                    let required = &mut it.rollup_considerations;
                    *match action {
                        RollupAction::Satisfied => &mut required.required_for_satisfied,
                        RollupAction::NotSatisfied => &mut required.required_for_not_satisfied,
                        RollupAction::Completed => &mut required.required_for_completed,
                        RollupAction::Incomplete => &mut required.required_for_incomplete,
                    } = consideration;
                });
                if is_skipped {
                    a = pre(a, Condition::Always, PreConditionAction::Skip);
                }
                let found = counts(a, attempts, is_suspended, *action);
                assert_eq!(found, expected, "{consideration:?} {attempts} {action:?}");
            }
        }
    }

    #[test]
    fn a_child_that_is_not_tracked_or_does_not_contribute_does_not_count() {
        for action in RollupAction::ALL {
            let is_of_success =
                matches!(action, RollupAction::Satisfied | RollupAction::NotSatisfied);
            let untracked = with(leaf("a"), |it| it.delivery.tracked = false);
            assert!(!counts(untracked, 1, false, *action));
            let of_completion = with(leaf("a"), |it| it.rollup.objective_satisfied = false);
            assert_eq!(counts(of_completion, 1, false, *action), !is_of_success);
            let of_success = with(leaf("a"), |it| it.rollup.progress_completion = false);
            assert_eq!(counts(of_success, 1, false, *action), is_of_success);
        }
    }
}
