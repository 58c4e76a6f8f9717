//! Elements to [`Sequencing`]: one function per element of `imsss` and `adlseq` (CAM chapter 5).
//! Leaves out what it cannot read and says so.

use super::fields::{Fields, number};
use super::problem::{ProblemKind, Problems};
use super::sequencing::{
    ChildActivitySet, Combination, Condition, Consideration, ConstrainedChoice, ControlMode,
    DeliveryControls, ExtendedObjectiveMap, LimitConditions, Objective, ObjectiveMap,
    Randomization, Rollup, RollupCondition, RollupConsiderations, RollupRule, RuleCondition,
    Sequencing, SequencingRule, Timing,
};
use super::vocabulary::Word;
use super::xml::{Element, Space};

/// The `sequencingCollection` of a manifest: definitions that items refer to (CAM,
/// `<sequencingCollection>`).
pub(super) struct Collection<'a>(Vec<&'a Element>);

impl<'a> Collection<'a> {
    pub(super) fn of(manifest: &'a Element) -> Self {
        let elements = manifest.all("sequencingCollection");
        Self(
            elements
                .flat_map(|collection| collection.all("sequencing"))
                .collect(),
        )
    }

    fn find(&self, id: &str) -> Option<&'a Element> {
        self.0
            .iter()
            .copied()
            .find(|sequencing| sequencing.attribute("ID").map(str::trim) == Some(id))
    }
}

/// Reads the sequencing of an organisation or item, when it has any.
pub(super) fn read(
    owner: &Element,
    name: &str,
    collection: &Collection<'_>,
    problems: &mut Problems,
) -> Option<Sequencing> {
    let own = owner.first("sequencing")?;
    let mut reader = Reader {
        item: name,
        problems,
    };
    Some(reader.sequencing(own, collection))
}

struct Reader<'a> {
    item: &'a str,
    problems: &'a mut Problems,
}

impl Reader<'_> {
    fn sequencing(&mut self, own: &Element, collection: &Collection<'_>) -> Sequencing {
        let mut fields = self.fields(own);
        fields.text("ID");
        let reference = fields.text("IDRef");
        fields.done();
        let shared = reference.as_ref().and_then(|id| collection.find(id));
        if let (Some(reference), None) = (&reference, shared) {
            self.problems
                .push(ProblemKind::SequencingCollectionUnknown {
                    item: self.item.to_owned(),
                    reference: reference.clone(),
                });
        }
        // CAM, `<sequencingCollection>`: what the item states itself replaces the same part of what it refers to.
        let inherited = shared
            .into_iter()
            .flat_map(|shared| &shared.children)
            .filter(|part| {
                own.children
                    .iter()
                    .all(|mine| !mine.is(part.local_name()) || mine.space != part.space)
            });
        let parts: Vec<&Element> = own.children.iter().chain(inherited).collect();
        self.parts(&parts)
    }

    fn parts(&mut self, parts: &[&Element]) -> Sequencing {
        let mut sequencing = Sequencing::default();
        for part in parts {
            match part.local_name() {
                "controlMode" => sequencing.control_mode = self.control_mode(part),
                "sequencingRules" => self.rules(part, &mut sequencing),
                "limitConditions" => sequencing.limits = self.limits(part),
                "rollupRules" => sequencing.rollup = self.rollup(part),
                "objectives" if part.space == Space::AdlSequencing => {}
                "objectives" => sequencing.objectives = self.objectives(part),
                "randomizationControls" => sequencing.randomization = self.randomization(part),
                "deliveryControls" => sequencing.delivery = self.delivery(part),
                "constrainedChoiceConsiderations" => {
                    sequencing.constrained_choice = self.constrained_choice(part);
                }
                "rollupConsiderations" => {
                    sequencing.rollup_considerations = self.rollup_considerations(part);
                }
                // Auxiliary resources have no behaviour in SCORM (CAM, `<auxiliaryResources>`).
                "auxiliaryResources" => {}
                _ => self.unknown(part),
            }
        }
        // They extend objectives declared above, wherever they stand themselves.
        for part in parts {
            if part.space == Space::AdlSequencing && part.is("objectives") {
                self.extended_objectives(part, &mut sequencing.objectives);
            }
        }
        sequencing
    }

    fn control_mode(&mut self, element: &Element) -> ControlMode {
        let mut fields = self.fields(element);
        let mode = ControlMode {
            choice: fields.flag("choice", true),
            choice_exit: fields.flag("choiceExit", true),
            flow: fields.flag("flow", false),
            forward_only: fields.flag("forwardOnly", false),
            use_current_attempt_objective_info: fields.flag("useCurrentAttemptObjectiveInfo", true),
            use_current_attempt_progress_info: fields.flag("useCurrentAttemptProgressInfo", true),
        };
        fields.done();
        mode
    }

    fn rules(&mut self, element: &Element, sequencing: &mut Sequencing) {
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

    fn limits(&mut self, element: &Element) -> LimitConditions {
        let mut fields = self.fields(element);
        let limits = LimitConditions {
            attempt_limit: fields.count("attemptLimit"),
            attempt_absolute_duration_limit: fields.text("attemptAbsoluteDurationLimit"),
            attempt_experienced_duration_limit: fields.text("attemptExperiencedDurationLimit"),
            activity_absolute_duration_limit: fields.text("activityAbsoluteDurationLimit"),
            activity_experienced_duration_limit: fields.text("activityExperiencedDurationLimit"),
            begin_time_limit: fields.text("beginTimeLimit"),
            end_time_limit: fields.text("endTimeLimit"),
        };
        fields.done();
        limits
    }

    fn rollup(&mut self, element: &Element) -> Rollup {
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

    fn objectives(&mut self, element: &Element) -> Vec<Objective> {
        self.fields(element).done();
        let mut objectives: Vec<Objective> = Vec::new();
        for child in &element.children {
            match child.local_name() {
                "primaryObjective" => objectives.insert(0, self.objective(child, true)),
                "objective" => objectives.push(self.objective(child, false)),
                _ => self.unknown(child),
            }
        }
        objectives
    }

    fn objective(&mut self, element: &Element, primary: bool) -> Objective {
        let mut fields = self.fields(element);
        let identifier = fields.text("objectiveID");
        let satisfied_by_measure = fields.flag("satisfiedByMeasure", false);
        fields.done();
        let mut objective = Objective {
            identifier,
            primary,
            satisfied_by_measure,
            min_normalized_measure: 1.0,
            maps: Vec::new(),
            extended_maps: Vec::new(),
        };
        for child in &element.children {
            match child.local_name() {
                "minNormalizedMeasure" => match number(&child.text) {
                    Some(measure) if (-1.0..=1.0).contains(&measure) => {
                        objective.min_normalized_measure = measure;
                    }
                    _ => self.invalid(element, "minNormalizedMeasure", child.text.trim()),
                },
                "mapInfo" => objective.maps.extend(self.map(child)),
                _ => self.unknown(child),
            }
        }
        objective
    }

    fn map(&mut self, element: &Element) -> Option<ObjectiveMap> {
        let mut fields = self.fields(element);
        let target = fields.text("targetObjectiveID");
        let map = target.map(|target| ObjectiveMap {
            target,
            read_satisfied_status: fields.flag("readSatisfiedStatus", true),
            read_normalized_measure: fields.flag("readNormalizedMeasure", true),
            write_satisfied_status: fields.flag("writeSatisfiedStatus", false),
            write_normalized_measure: fields.flag("writeNormalizedMeasure", false),
        });
        fields.done();
        map
    }

    fn extended_objectives(&mut self, element: &Element, objectives: &mut [Objective]) {
        self.fields(element).done();
        for child in self.children_named(element, "objective") {
            let mut fields = self.fields(child);
            let identifier = fields.text("objectiveID");
            fields.done();
            let mut maps = Vec::new();
            for map in self.children_named(child, "mapInfo") {
                maps.extend(self.extended_map(map));
            }
            match objectives
                .iter_mut()
                .find(|objective| objective.identifier == identifier)
            {
                Some(objective) => objective.extended_maps.extend(maps),
                None => self.invalid(child, "objectiveID", identifier.as_deref().unwrap_or("")),
            }
        }
    }

    fn extended_map(&mut self, element: &Element) -> Option<ExtendedObjectiveMap> {
        let mut fields = self.fields(element);
        let target = fields.text("targetObjectiveID");
        let map = target.map(|target| ExtendedObjectiveMap {
            target,
            read_raw_score: fields.flag("readRawScore", true),
            read_min_score: fields.flag("readMinScore", true),
            read_max_score: fields.flag("readMaxScore", true),
            read_completion_status: fields.flag("readCompletionStatus", true),
            read_progress_measure: fields.flag("readProgressMeasure", true),
            write_raw_score: fields.flag("writeRawScore", false),
            write_min_score: fields.flag("writeMinScore", false),
            write_max_score: fields.flag("writeMaxScore", false),
            write_completion_status: fields.flag("writeCompletionStatus", false),
            write_progress_measure: fields.flag("writeProgressMeasure", false),
        });
        fields.done();
        map
    }

    fn randomization(&mut self, element: &Element) -> Randomization {
        let mut fields = self.fields(element);
        let controls = Randomization {
            selection_timing: fields.word("selectionTiming").unwrap_or(Timing::Never),
            select_count: fields.count("selectCount"),
            randomization_timing: fields.word("randomizationTiming").unwrap_or(Timing::Never),
            reorder_children: fields.flag("reorderChildren", false),
        };
        fields.done();
        controls
    }

    fn delivery(&mut self, element: &Element) -> DeliveryControls {
        let mut fields = self.fields(element);
        let controls = DeliveryControls {
            tracked: fields.flag("tracked", true),
            completion_set_by_content: fields.flag("completionSetByContent", false),
            objective_set_by_content: fields.flag("objectiveSetByContent", false),
        };
        fields.done();
        controls
    }

    fn constrained_choice(&mut self, element: &Element) -> ConstrainedChoice {
        let mut fields = self.fields(element);
        let considerations = ConstrainedChoice {
            prevent_activation: fields.flag("preventActivation", false),
            constrain_choice: fields.flag("constrainChoice", false),
        };
        fields.done();
        considerations
    }

    fn rollup_considerations(&mut self, element: &Element) -> RollupConsiderations {
        let mut fields = self.fields(element);
        let mut when = |name| fields.word(name).unwrap_or(Consideration::Always);
        let considerations = RollupConsiderations {
            required_for_satisfied: when("requiredForSatisfied"),
            required_for_not_satisfied: when("requiredForNotSatisfied"),
            required_for_completed: when("requiredForCompleted"),
            required_for_incomplete: when("requiredForIncomplete"),
            measure_satisfaction_if_active: fields.flag("measureSatisfactionIfActive", true),
        };
        fields.done();
        considerations
    }

    fn fields<'a>(&'a mut self, element: &'a Element) -> Fields<'a> {
        Fields::of(element, self.item, self.problems)
    }

    /// The children of this name; all others are reported.
    fn children_named<'e>(&mut self, element: &'e Element, name: &str) -> Vec<&'e Element> {
        let (known, unknown): (Vec<_>, Vec<_>) =
            element.children.iter().partition(|child| child.is(name));
        for child in unknown {
            self.unknown(child);
        }
        known
    }

    fn unknown(&mut self, element: &Element) {
        self.problems.push(ProblemKind::SequencingUnknown {
            item: self.item.to_owned(),
            field: format!("<{}>", element.name),
        });
    }

    fn invalid(&mut self, element: &Element, name: &str, value: &str) {
        self.problems.push(ProblemKind::ValueInvalid {
            item: self.item.to_owned(),
            field: format!("{name} of <{}>", element.name),
            value: value.to_owned(),
        });
    }
}

/// `operator` is `not` or `noOp`.
fn negates(operator: &str) -> bool {
    operator.eq_ignore_ascii_case("not")
}
