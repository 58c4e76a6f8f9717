//! Sequencing rules and rollup rules.

use super::Reader;
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

    /// A rule whose action is missing or unknown cannot act and is left out.
    fn rule<A: Word>(&mut self, element: &Element) -> Option<SequencingRule<A>> {
        self.fields(element).done();
        let mut combination = Combination::All;
        let mut conditions = Vec::new();
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
        let action = action?;
        (!conditions.is_empty()).then_some(SequencingRule {
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

    fn rule_conditions(&mut self, element: &Element) -> Vec<RuleCondition> {
        let mut conditions = Vec::new();
        for child in self.children_named(element, "ruleCondition") {
            let mut fields = self.fields(child);
            let condition = fields.word("condition");
            let negated = fields
                .text("operator")
                .is_some_and(|operator| negates(&operator));
            let referenced_objective = fields.text("referencedObjective");
            let measure_threshold = fields.number("measureThreshold", 0.0);
            fields.done();
            conditions.extend(condition.map(|condition| RuleCondition {
                condition,
                negated,
                referenced_objective,
                measure_threshold,
            }));
        }
        conditions
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
        let mut rule_conditions = (Combination::Any, Vec::new());
        let mut action = None;
        for child in &element.children {
            match child.local_name() {
                "rollupConditions" => {
                    let combination = self.combination(child).unwrap_or(Combination::Any);
                    rule_conditions = (combination, self.rollup_conditions(child));
                }
                "rollupAction" => {
                    let mut fields = self.fields(child);
                    action = fields.word("action");
                    fields.done();
                }
                _ => self.unknown(child),
            }
        }
        let (combination, conditions) = rule_conditions;
        let children = self.child_set(&set, count, percent, element)?;
        let action = action?;
        (!conditions.is_empty()).then_some(RollupRule {
            children,
            combination,
            conditions,
            action,
        })
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

    fn rollup_conditions(&mut self, element: &Element) -> Vec<RollupCondition> {
        let mut conditions = Vec::new();
        for child in self.children_named(element, "rollupCondition") {
            let mut fields = self.fields(child);
            let condition: Option<Condition> = fields.word("condition");
            let negated = fields
                .text("operator")
                .is_some_and(|operator| negates(&operator));
            fields.done();
            conditions.extend(condition.map(|condition| RollupCondition { condition, negated }));
        }
        conditions
    }
}

/// `operator` is `not` or `noOp`.
fn negates(operator: &str) -> bool {
    operator.eq_ignore_ascii_case("not")
}
