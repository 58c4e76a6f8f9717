//! Sequencing rules and their conditions [UP.2], and whether an activity may be attempted at all
//! [UP.1] [UP.5]. Conditions have three values; `None` is "unknown".

use super::Sequencer;
use super::progress::Progress;
use super::tree::Id;
use crate::manifest::sequencing::{
    Combination, Condition, PreConditionAction, RuleCondition, SequencingRule,
};

/// Which preconditions of an activity hold.
#[derive(Debug, Clone, Copy)]
pub(super) struct Preconditions {
    skip: bool,
    disabled: bool,
    hidden: bool,
    stop: bool,
}

impl Preconditions {
    const fn has(self, action: PreConditionAction) -> bool {
        match action {
            PreConditionAction::Skip => self.skip,
            PreConditionAction::Disabled => self.disabled,
            PreConditionAction::HiddenFromChoice => self.hidden,
            PreConditionAction::StopForwardTraversal => self.stop,
        }
    }
}

impl Sequencer {
    /// [UP.1] Limit Conditions Check Process: whether an attempt would exceed a limit. Time-based
    /// limits need not be evaluated (SN 3.5) and are not.
    pub(super) fn limit_conditions_check(&self, id: Id) -> bool {
        let tracking = self.track(id);
        let is_tracked = self.tree[id].sequencing.delivery.tracked;
        is_tracked
            && !tracking.is_active
            && !tracking.is_suspended
            && self.attempt_limit_is_reached(id)
    }

    fn attempt_limit_is_reached(&self, id: Id) -> bool {
        let limit = self.tree[id].sequencing.limits.attempt_limit;
        limit.is_some_and(|limit| self.track(id).attempts >= limit)
    }

    /// [UP.2] Sequencing Rules Check Process: the action of the first rule that holds among those
    /// with a wanted action.
    pub(super) fn sequencing_rules_check<A: Copy>(
        &self,
        id: Id,
        rules: &[SequencingRule<A>],
        wanted: impl Fn(A) -> bool,
    ) -> Option<A> {
        rules
            .iter()
            .filter(|rule| wanted(rule.action))
            .find(|rule| self.sequencing_rule_check(id, rule))
            .map(|rule| rule.action)
    }

    /// [UP.2] for one kind of precondition.
    pub(super) fn precondition(&self, id: Id, action: PreConditionAction) -> bool {
        match self.looked_up.get() {
            Some(holding) => holding[id.index()].has(action),
            None => self.evaluate_precondition(id, action),
        }
    }

    fn evaluate_precondition(&self, id: Id, action: PreConditionAction) -> bool {
        let rules = &self.tree[id].sequencing.pre_conditions;
        self.sequencing_rules_check(id, rules, |it| it == action)
            .is_some()
    }

    /// Looks up every precondition at once: who asks about every activity asks for most of them
    /// again and again. It holds until something changes.
    pub(super) fn look_up_preconditions(&self) {
        self.looked_up.get_or_init(|| {
            let holds = |id, action| self.evaluate_precondition(id, action);
            let holding = |id| Preconditions {
                skip: holds(id, PreConditionAction::Skip),
                disabled: holds(id, PreConditionAction::Disabled),
                hidden: holds(id, PreConditionAction::HiddenFromChoice),
                stop: holds(id, PreConditionAction::StopForwardTraversal),
            };
            self.tree.ids().map(holding).collect()
        });
    }

    /// [UP.2.1] Sequencing Rule Check Subprocess: an unknown rule does not hold.
    fn sequencing_rule_check<A>(&self, id: Id, rule: &SequencingRule<A>) -> bool {
        let conditions = rule.conditions.iter();
        let answers = conditions.map(|it| negated(self.rule_condition(id, it), it.negated));
        combined(rule.combination, answers) == Some(true)
    }

    fn rule_condition(&self, id: Id, rule: &RuleCondition) -> Option<bool> {
        let n = self.tree[id].objective(rule.referenced_objective.as_deref())?;
        self.condition(id, n, rule.condition, rule.measure_threshold)
    }

    /// One condition of an activity and one of its objectives (SN, "Rule Conditions").
    pub(super) fn condition(
        &self,
        id: Id,
        n: usize,
        condition: Condition,
        threshold: f64,
    ) -> Option<bool> {
        let objective = || self.tracked_objective(id, n);
        let progress = || self.primary(id);
        match condition {
            Condition::Satisfied => objective().satisfied,
            Condition::ObjectiveStatusKnown => Some(objective().satisfied.is_some()),
            Condition::ObjectiveMeasureKnown => Some(objective().measure.is_some()),
            Condition::ObjectiveMeasureGreaterThan => objective().measure.map(|it| it > threshold),
            Condition::ObjectiveMeasureLessThan => objective().measure.map(|it| it < threshold),
            Condition::Completed => progress().completed,
            Condition::ActivityProgressKnown => Some(is_known(&progress())),
            Condition::Attempted => Some(self.track(id).attempts > 0),
            Condition::AttemptLimitExceeded => Some(self.attempt_limit_is_reached(id)),
            Condition::TimeLimitExceeded | Condition::OutsideAvailableTimeRange => None,
            Condition::Always => Some(true),
        }
    }

    /// [UP.5] Check Activity Process: whether the activity may *not* be attempted.
    pub(super) fn check_activity(&self, id: Id) -> bool {
        self.precondition(id, PreConditionAction::Disabled) || self.limit_conditions_check(id)
    }
}

fn is_known(progress: &Progress) -> bool {
    progress.completed.is_some()
}

/// The negation of what is unknown is unknown.
pub(super) fn negated(answer: Option<bool>, is_negated: bool) -> Option<bool> {
    answer.map(|answer| answer != is_negated)
}

/// The standard's truth tables. No condition at all is unknown.
pub(super) fn combined(
    combination: Combination,
    answers: impl Iterator<Item = Option<bool>>,
) -> Option<bool> {
    let decisive = combination == Combination::Any;
    let mut whole = None;
    for (n, answer) in answers.enumerate() {
        match answer {
            Some(answer) if answer == decisive => return Some(decisive),
            None => whole = None,
            Some(answer) if n == 0 => whole = Some(answer),
            Some(_) => {}
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::super::testing::{course, group, leaf, objective, play, pre, rule, with};
    use super::*;
    use crate::manifest::Item;

    const YES: Option<bool> = Some(true);
    const NO: Option<bool> = Some(false);

    #[test]
    fn conditions_join_as_the_truth_tables_say() {
        for (combination, answers, whole) in [
            (Combination::All, &[YES, YES][..], YES),
            (Combination::All, &[YES, NO], NO),
            (Combination::All, &[None, NO], NO),
            (Combination::All, &[YES, None], None),
            (Combination::All, &[None, YES], None),
            (Combination::All, &[], None),
            (Combination::Any, &[NO, NO], NO),
            (Combination::Any, &[NO, YES], YES),
            (Combination::Any, &[None, YES], YES),
            (Combination::Any, &[None, NO], None),
            (Combination::Any, &[NO, None], None),
            (Combination::Any, &[], None),
        ] {
            let found = combined(combination, answers.iter().copied());
            assert_eq!(found, whole, "{combination:?} {answers:?}");
        }
    }

    #[test]
    fn what_is_unknown_stays_unknown_when_negated() {
        assert_eq!(negated(None, true), None);
        assert_eq!(negated(YES, true), NO);
        assert_eq!(negated(NO, false), NO);
    }

    /// What a condition of the first of two activities answers after a script.
    fn answer(condition: Condition, threshold: f64, script: &str) -> Option<bool> {
        let a = with(leaf("a"), |it| it.limits.attempt_limit = Some(1));
        let mut course = course(group("root", vec![a, leaf("b")]));
        play(&mut course, script);
        let a = course.tree.find("a").expect("an activity");
        course.condition(a, 0, condition, threshold)
    }

    #[test]
    fn each_condition_asks_what_its_name_says() {
        use Condition as C;
        let half = "start +score.scaled=0.5 continue";
        for (condition, threshold, script, expected) in [
            (C::Satisfied, 0.0, "", None),
            (
                C::Satisfied,
                0.0,
                "start +success_status=passed continue",
                YES,
            ),
            (
                C::Satisfied,
                0.0,
                "start +success_status=failed continue",
                NO,
            ),
            (C::ObjectiveStatusKnown, 0.0, "", NO),
            (
                C::ObjectiveStatusKnown,
                0.0,
                "start +success_status=failed continue",
                YES,
            ),
            (C::ObjectiveMeasureKnown, 0.0, "start continue", NO),
            (C::ObjectiveMeasureKnown, 0.0, half, YES),
            (C::ObjectiveMeasureGreaterThan, 0.4, "start continue", None),
            (C::ObjectiveMeasureGreaterThan, 0.4, half, YES),
            (C::ObjectiveMeasureGreaterThan, 0.5, half, NO),
            (C::ObjectiveMeasureLessThan, 0.6, "start continue", None),
            (C::ObjectiveMeasureLessThan, 0.6, half, YES),
            (C::ObjectiveMeasureLessThan, 0.5, half, NO),
            (C::Completed, 0.0, "", None),
            (C::Completed, 0.0, "start continue", YES),
            (
                C::Completed,
                0.0,
                "start +completion_status=incomplete continue",
                NO,
            ),
            (C::ActivityProgressKnown, 0.0, "start", NO),
            (
                C::ActivityProgressKnown,
                0.0,
                "start +completion_status=incomplete continue",
                YES,
            ),
            (C::Attempted, 0.0, "", NO),
            (C::Attempted, 0.0, "start", YES),
            (C::AttemptLimitExceeded, 0.0, "", NO),
            (C::AttemptLimitExceeded, 0.0, "start", YES),
            (C::TimeLimitExceeded, 0.0, "start", None),
            (C::OutsideAvailableTimeRange, 0.0, "start", None),
            (C::Always, 0.0, "", YES),
        ] {
            assert_eq!(
                answer(condition, threshold, script),
                expected,
                "{condition:?} {script}"
            );
        }
    }

    /// An activity that is skipped when a condition of an objective holds.
    fn skips(asks: RuleCondition) -> Item {
        let mut skip = rule(Condition::Always, PreConditionAction::Skip);
        skip.conditions = vec![asks];
        with(leaf("a"), |it| {
            it.objectives = vec![objective(None, None), objective(Some("part one"), None)];
            it.pre_conditions.push(skip);
        })
    }

    #[test]
    fn a_rule_asks_about_the_objective_it_names() {
        for (name, negated, skipped) in [
            (Some(" part%20one"), false, true),
            (Some("part one"), true, false),
            (None, false, false),
            (None, true, true),
            (Some("part two"), false, false),
            (Some("part two"), true, false),
        ] {
            let a = skips(RuleCondition {
                condition: Condition::Satisfied,
                negated,
                referenced_objective: name.map(str::to_owned),
                measure_threshold: 0.0,
            });
            let mut course = course(group("root", vec![a, leaf("b")]));
            let said = "+success_status=failed +objectives.0.success_status=passed";
            play(&mut course, &format!("choice:a {said} exit"));
            let a = course.tree.find("a").expect("an activity");
            let found = course.precondition(a, PreConditionAction::Skip);
            assert_eq!(found, skipped, "{name:?} {negated}");
        }
    }

    #[test]
    fn rules_know_nothing_of_what_is_not_tracked() {
        let a = with(leaf("a"), |it| it.delivery.tracked = false);
        let mut course = course(group("root", vec![a, leaf("b")]));
        play(&mut course, "start +success_status=passed continue");
        let a = course.tree.find("a").expect("an activity");
        for condition in [Condition::Satisfied, Condition::Completed] {
            assert_eq!(course.condition(a, 0, condition, 0.0), None);
        }
        assert_eq!(course.condition(a, 0, Condition::Attempted, 0.0), NO);
    }

    #[test]
    fn the_first_rule_that_holds_decides() {
        use PreConditionAction::{Disabled, HiddenFromChoice, Skip};
        let item = pre(leaf("a"), Condition::Attempted, Skip);
        let item = pre(item, Condition::Always, HiddenFromChoice);
        let mut course = course(group("root", vec![pre(item, Condition::Always, Disabled)]));
        let a = course.tree.find("a").expect("an activity");
        let rules = course.tree[a].sequencing.pre_conditions.clone();
        let first = |course: &Sequencer| course.sequencing_rules_check(a, &rules, |_| true);
        assert_eq!(first(&course), Some(HiddenFromChoice));
        course.track_mut(a).attempts = 1;
        assert_eq!(first(&course), Some(Skip));
        let wanted = |it| it == Disabled;
        assert_eq!(
            course.sequencing_rules_check(a, &rules, wanted),
            Some(Disabled)
        );
        assert_eq!(course.sequencing_rules_check(a, &rules, |_| false), None);
    }

    #[test]
    fn a_limit_counts_attempts_and_spares_what_goes_on() {
        for (limit, attempts, is_tracked, is_active, is_suspended, exceeded) in [
            (Some(2), 2, true, false, false, true),
            (Some(2), 3, true, false, false, true),
            (Some(2), 1, true, false, false, false),
            (None, 9, true, false, false, false),
            (Some(2), 2, false, false, false, false),
            (Some(2), 2, true, true, false, false),
            (Some(2), 2, true, false, true, false),
        ] {
            let a = with(leaf("a"), |it| {
                it.limits.attempt_limit = limit;
                it.delivery.tracked = is_tracked;
            });
            let mut course = course(group("root", vec![a]));
            let a = course.tree.find("a").expect("an activity");
            let tracking = course.track_mut(a);
            tracking.attempts = attempts;
            (tracking.is_active, tracking.is_suspended) = (is_active, is_suspended);
            assert_eq!(course.limit_conditions_check(a), exceeded);
            assert_eq!(course.check_activity(a), exceeded);
        }
    }

    #[test]
    fn what_is_disabled_may_not_be_attempted() {
        let closed = pre(leaf("a"), Condition::Always, PreConditionAction::Disabled);
        let course = course(group("root", vec![closed, leaf("b")]));
        let closed =
            |name: &str| course.check_activity(course.tree.find(name).expect("an activity"));
        assert!(closed("a") && !closed("b"));
        course.look_up_preconditions();
        assert!(closed("a") && !closed("b"));
    }
}
