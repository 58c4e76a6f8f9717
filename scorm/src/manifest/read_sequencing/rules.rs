//! Sequencing rules and rollup rules. A rule that was not understood whole is left out: with a
//! condition less it would act where its author forbade it.

use super::Reader;
use crate::manifest::problem::ProblemKind;
use crate::manifest::sequencing::{
    ChildActivitySet, Combination, Condition, Rollup, RollupCondition, RollupRule, RuleCondition,
    Sequencing, SequencingRule,
};
use crate::manifest::vocabulary::{Word, folded};
use crate::manifest::xml::Element;

/// Conditions, and how they join.
type Joined<C> = (Combination, Vec<C>);

impl Reader<'_> {
    pub(super) fn rules(&mut self, element: &Element, sequencing: &mut Sequencing) {
        self.fields(element).done();
        for rule in &element.children {
            match rule.local_name() {
                "preConditionRule" => sequencing.pre_conditions.extend(self.rule(rule)),
                "postConditionRule" => sequencing.post_conditions.extend(self.rule(rule)),
                "exitConditionRule" => sequencing.exit_conditions.extend(self.rule(rule)),
                _ => self.unknown(rule),
            }
        }
    }

    fn rule<A: Word>(&mut self, element: &Element) -> Option<SequencingRule<A>> {
        self.fields(element).done();
        let [conditions, action] = self.parts_of(element, ["ruleConditions", "ruleAction"]);
        let usual = Combination::All;
        let conditions =
            conditions.and_then(|it| self.joined(it, "ruleCondition", usual, Self::rule_condition));
        let action = action.and_then(|it| self.action(it));
        let ((combination, conditions), action) = self.whole(element, conditions.zip(action))?;
        Some(SequencingRule {
            combination,
            conditions,
            action,
        })
    }

    fn action<A: Word>(&mut self, element: &Element) -> Option<A> {
        let mut fields = self.fields(element);
        let action = fields.word("action");
        fields.done();
        action
    }

    /// `None` when there are no conditions, or something of them was not understood.
    fn joined<C>(
        &mut self,
        element: &Element,
        name: &str,
        usual: Combination,
        read: impl Fn(&mut Self, &Element) -> Option<C>,
    ) -> Option<Joined<C>> {
        let mut fields = self.fields(element);
        let combination = fields.word("conditionCombination").unwrap_or(usual);
        let is_understood = fields.done();
        let conditions = self.children_named(element, name).into_iter();
        // All of them are read before any is missed, so that each mistake is reported.
        let conditions: Vec<Option<C>> = conditions.map(|it| read(self, it)).collect();
        let conditions: Option<Vec<C>> = conditions.into_iter().collect();
        let conditions = conditions.filter(|it| is_understood && !it.is_empty())?;
        Some((combination, conditions))
    }

    fn rule_condition(&mut self, element: &Element) -> Option<RuleCondition> {
        let mut fields = self.fields(element);
        let condition = fields.word("condition");
        let negated = fields.parsed("operator", negation).unwrap_or(false);
        let referenced_objective = fields.text("referencedObjective");
        let measure_threshold = fields.number("measureThreshold", -1.0..=1.0, 0.0);
        let is_understood = fields.done();
        self.note_time(condition);
        Some(RuleCondition {
            condition: condition.filter(|_| is_understood)?,
            negated,
            referenced_objective,
            measure_threshold,
        })
    }

    pub(super) fn rollup(&mut self, element: &Element) -> Rollup {
        let mut fields = self.fields(element);
        let mut rollup = Rollup {
            objective_satisfied: fields.flag("rollupObjectiveSatisfied", true),
            progress_completion: fields.flag("rollupProgressCompletion", true),
            objective_measure_weight: fields.weight("objectiveMeasureWeight", 1.0),
            rules: Vec::new(),
        };
        fields.done();
        for rule in self.children_named(element, "rollupRule") {
            rollup.rules.extend(self.rollup_rule(rule));
        }
        rollup
    }

    fn rollup_rule(&mut self, element: &Element) -> Option<RollupRule> {
        let mut fields = self.fields(element);
        let count = fields.count("minimumCount").unwrap_or(0);
        let percent = fields.number("minimumPercent", 0.0..=1.0, 0.0);
        let children = fields
            .parsed("childActivitySet", |set| child_set(set, count, percent))
            .unwrap_or(ChildActivitySet::All);
        let is_understood = fields.done();
        let [conditions, action] = self.parts_of(element, ["rollupConditions", "rollupAction"]);
        let usual = Combination::Any;
        let conditions = conditions
            .and_then(|it| self.joined(it, "rollupCondition", usual, Self::rollup_condition));
        let action = action.and_then(|it| self.action(it));
        let parts = conditions.zip(action).filter(|_| is_understood);
        let ((combination, conditions), action) = self.whole(element, parts)?;
        Some(RollupRule {
            children,
            combination,
            conditions,
            action,
        })
    }

    fn rollup_condition(&mut self, element: &Element) -> Option<RollupCondition> {
        let mut fields = self.fields(element);
        let condition = fields.parsed("condition", of_rollup);
        let negated = fields.parsed("operator", negation).unwrap_or(false);
        let is_understood = fields.done();
        self.note_time(condition);
        Some(RollupCondition {
            condition: condition.filter(|_| is_understood)?,
            negated,
        })
    }

    /// Both parts of a rule, or a report that it has no effect.
    fn whole<T>(&mut self, rule: &Element, parts: Option<T>) -> Option<T> {
        if parts.is_none() {
            self.problems.push(ProblemKind::RuleIncomplete {
                item: self.item.to_owned(),
                rule: rule.name.clone(),
            });
        }
        parts
    }

    fn note_time(&mut self, condition: Option<Condition>) {
        if let Some(timed @ (Condition::TimeLimitExceeded | Condition::OutsideAvailableTimeRange)) =
            condition
        {
            self.time_ignored(timed.as_str());
        }
    }
}

/// `operator` is `not` or `noOp`.
fn negation(operator: &str) -> Option<bool> {
    match folded(operator).as_str() {
        "not" => Some(true),
        "noop" => Some(false),
        _ => None,
    }
}

/// The conditions of rollup rules are fewer than those of sequencing rules (SN, "Rollup Rules").
fn of_rollup(word: &str) -> Option<Condition> {
    Condition::parse(word).filter(|condition| {
        !matches!(
            condition,
            Condition::ObjectiveMeasureGreaterThan
                | Condition::ObjectiveMeasureLessThan
                | Condition::Always
        )
    })
}

fn child_set(set: &str, count: u32, percent: f64) -> Option<ChildActivitySet> {
    match folded(set).as_str() {
        "all" => Some(ChildActivitySet::All),
        "any" => Some(ChildActivitySet::Any),
        "none" => Some(ChildActivitySet::None),
        "atleastcount" => Some(ChildActivitySet::AtLeastCount(count)),
        "atleastpercent" => Some(ChildActivitySet::AtLeastPercent(percent)),
        _ => None,
    }
}
