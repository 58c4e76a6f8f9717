//! Sequencing rules and rollup rules.

use super::Reader;
use crate::manifest::problem::ProblemKind;
use crate::manifest::sequencing::{
    ChildActivitySet, Combination, Condition, Rollup, RollupCondition, RollupRule, RuleCondition,
    Sequencing, SequencingRule,
};
use crate::manifest::vocabulary::Word;
use crate::manifest::xml::Element;

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

    /// A rule that was not understood whole is left out: with a condition less it would act where
    /// its author forbade it.
    fn rule<A: Word>(&mut self, element: &Element) -> Option<SequencingRule<A>> {
        self.fields(element).done();
        let mut combination = Combination::All;
        let mut conditions = None;
        let mut action = None;
        for child in &element.children {
            match child.local_name() {
                "ruleConditions" => {
                    combination = self.combination(child).unwrap_or(Combination::All);
                    conditions = self.rule_conditions(child);
                }
                "ruleAction" => {
                    let mut fields = self.fields(child);
                    action = fields.word("action");
                    fields.done();
                }
                _ => self.unknown(child),
            }
        }
        let (conditions, action) = self.whole(element, conditions, action)?;
        Some(SequencingRule {
            combination,
            conditions,
            action,
        })
    }

    fn combination(&mut self, element: &Element) -> Option<Combination> {
        let mut fields = self.fields(element);
        let combination = fields.word("conditionCombination");
        fields.done();
        combination
    }

    fn rule_conditions(&mut self, element: &Element) -> Option<Vec<RuleCondition>> {
        let mut conditions = Vec::new();
        for child in self.children_named(element, "ruleCondition") {
            let mut fields = self.fields(child);
            let condition: Option<Condition> = fields.word("condition");
            let negated = fields
                .text("operator")
                .is_some_and(|operator| negates(&operator));
            let referenced_objective = fields.text("referencedObjective");
            let measure_threshold = fields.number("measureThreshold", 0.0);
            fields.done();
            self.note_time(condition);
            conditions.push(condition.map(|condition| RuleCondition {
                condition,
                negated,
                referenced_objective,
                measure_threshold,
            }));
        }
        conditions.into_iter().collect()
    }

    pub(super) fn rollup(&mut self, element: &Element) -> Rollup {
        let mut fields = self.fields(element);
        let mut rollup = Rollup {
            objective_satisfied: fields.flag("rollupObjectiveSatisfied", true),
            progress_completion: fields.flag("rollupProgressCompletion", true),
            objective_measure_weight: fields.number("objectiveMeasureWeight", 1.0),
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
        let set = fields
            .text("childActivitySet")
            .unwrap_or_else(|| "all".to_owned());
        let count = fields.count("minimumCount").unwrap_or(0);
        let percent = fields.number("minimumPercent", 0.0);
        fields.done();
        let mut combination = Combination::Any;
        let mut conditions = None;
        let mut action = None;
        for child in &element.children {
            match child.local_name() {
                "rollupConditions" => {
                    combination = self.combination(child).unwrap_or(Combination::Any);
                    conditions = self.rollup_conditions(child);
                }
                "rollupAction" => {
                    let mut fields = self.fields(child);
                    action = fields.word("action");
                    fields.done();
                }
                _ => self.unknown(child),
            }
        }
        let (conditions, action) = self.whole(element, conditions, action)?;
        let children = self.child_set(&set, count, percent, element)?;
        Some(RollupRule {
            children,
            combination,
            conditions,
            action,
        })
    }

    /// Both parts of a rule, or a report that it has no effect.
    fn whole<C, A>(
        &mut self,
        rule: &Element,
        conditions: Option<Vec<C>>,
        action: Option<A>,
    ) -> Option<(Vec<C>, A)> {
        let conditions = conditions.filter(|conditions| !conditions.is_empty());
        let parts = conditions.zip(action);
        if parts.is_none() {
            self.problems.push(ProblemKind::RuleIncomplete {
                item: self.item.to_owned(),
                rule: rule.name.clone(),
            });
        }
        parts
    }

    fn child_set(
        &mut self,
        set: &str,
        count: u32,
        percent: f64,
        element: &Element,
    ) -> Option<ChildActivitySet> {
        match set {
            "all" => Some(ChildActivitySet::All),
            "any" => Some(ChildActivitySet::Any),
            "none" => Some(ChildActivitySet::None),
            "atLeastCount" => Some(ChildActivitySet::AtLeastCount(count)),
            "atLeastPercent" => Some(ChildActivitySet::AtLeastPercent(percent)),
            other => {
                self.invalid(element, "childActivitySet", other);
                None
            }
        }
    }

    fn note_time(&mut self, condition: Option<Condition>) {
        if let Some(timed @ (Condition::TimeLimitExceeded | Condition::OutsideAvailableTimeRange)) =
            condition
        {
            self.time_ignored(timed.as_str());
        }
    }

    fn rollup_conditions(&mut self, element: &Element) -> Option<Vec<RollupCondition>> {
        let mut conditions = Vec::new();
        for child in self.children_named(element, "rollupCondition") {
            let mut fields = self.fields(child);
            let condition: Option<Condition> = fields.word("condition");
            let negated = fields
                .text("operator")
                .is_some_and(|operator| negates(&operator));
            fields.done();
            self.note_time(condition);
            conditions.push(condition.map(|condition| RollupCondition { condition, negated }));
        }
        conditions.into_iter().collect()
    }
}

/// `operator` is `not` or `noOp`.
fn negates(operator: &str) -> bool {
    operator.eq_ignore_ascii_case("not")
}
