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
    use super::*;

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
}
