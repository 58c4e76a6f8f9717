//! Elements to [`Sequencing`]: one function per element of `imsss` and `adlseq` (CAM chapter 5).
//! Leaves out what it cannot read and says so.

mod objectives;
mod rules;

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::fields::Fields;
use super::problem::{ProblemKind, Problems, Refusal};
use super::sequencing::{
    Consideration, ConstrainedChoice, ControlMode, DeliveryControls, LimitConditions,
    Randomization, RollupConsiderations, Sequencing, Timing,
};
use super::xml::{Element, Space};

/// More than any real definition has.
const MAX_SHARED_ELEMENTS: usize = 500;

/// The `sequencingCollection` of a manifest: definitions that items refer to (CAM,
/// `<sequencingCollection>`).
pub(super) struct Collection<'a>(HashMap<&'a str, &'a Element>);

impl<'a> Collection<'a> {
    pub(super) fn of(manifest: &'a Element, problems: &mut Problems) -> Result<Self, Refusal> {
        let elements = manifest.all("sequencingCollection");
        let mut definitions = HashMap::new();
        for definition in elements.flat_map(|collection| collection.all("sequencing")) {
            let Some(identifier) = definition.attribute("ID").map(str::trim) else {
                problems.push(ProblemKind::WithoutEffect {
                    item: "sequencingCollection".to_owned(),
                    field: format!("<{}>", definition.name),
                    lacks: "ID".to_owned(),
                });
                continue;
            };
            if definition.descendants().nth(MAX_SHARED_ELEMENTS).is_some() {
                return Err(Refusal::SharedSequencingTooLarge {
                    identifier: identifier.to_owned(),
                    limit: MAX_SHARED_ELEMENTS,
                });
            }
            match definitions.entry(identifier) {
                Entry::Vacant(place) => {
                    place.insert(definition);
                }
                Entry::Occupied(_) => problems.push(ProblemKind::SharedSequencingDuplicate {
                    identifier: identifier.to_owned(),
                }),
            }
        }
        Ok(Self(definitions))
    }

    /// How many elements are read from here for an owner.
    pub(super) fn elements_for(&self, owner: &Element) -> usize {
        let reference = owner
            .first("sequencing")
            .and_then(|it| it.attribute("IDRef"));
        let definition = reference.and_then(|it| self.find(it.trim()));
        definition.map_or(0, |it| it.descendants().count())
    }

    fn find(&self, identifier: &str) -> Option<&'a Element> {
        self.0.get(identifier).copied()
    }
}

/// Reads the sequencing of an organisation or item, when it has any.
pub(super) fn read(
    owner: &Element,
    name: &str,
    collection: &Collection<'_>,
    problems: &mut Problems,
) -> Option<Sequencing> {
    let mut reader = Reader {
        item: name,
        problems,
    };
    let own = reader.own(owner)?;
    Some(reader.sequencing(own, collection))
}

struct Reader<'a> {
    item: &'a str,
    problems: &'a mut Problems,
}

/// The limit conditions that would have to be watched (SN, "Limit Conditions"). `attemptAbsoluteDurationLimit` is not
/// among them: the SCO is told of it and watches it itself (RTE, `cmi.max_time_allowed`).
const TIMED_LIMITS: [&str; 5] = [
    "attemptExperiencedDurationLimit",
    "activityAbsoluteDurationLimit",
    "activityExperiencedDurationLimit",
    "beginTimeLimit",
    "endTimeLimit",
];

impl Reader<'_> {
    /// The sequencing among an owner's children. Parts of one that stand beside it belong to nothing.
    fn own<'e>(&mut self, owner: &'e Element) -> Option<&'e Element> {
        let mut own = None;
        for child in &owner.children {
            match own {
                None if child.is("sequencing") => own = Some(child),
                Some(_) if child.is("sequencing") => self.repeated(child),
                _ if child.space != Space::Other => self.unknown(child),
                _ => {}
            }
        }
        own
    }

    fn sequencing(&mut self, own: &Element, collection: &Collection<'_>) -> Sequencing {
        let mut fields = self.fields(own);
        fields.text("ID");
        let reference = fields.text("IDRef");
        fields.done();
        let shared = reference.and_then(|id| self.shared(&id, collection));
        // CAM, `<sequencingCollection>`: what the item states itself replaces the same part of what it refers to.
        let inherited = shared
            .into_iter()
            .flat_map(|shared| &shared.children)
            .filter(|part| {
                own.children
                    .iter()
                    .all(|mine| !mine.is(part.local_name()) || mine.space != part.space)
            });
        let parts = self.distinct(own.children.iter().chain(inherited));
        self.parts(&parts)
    }

    fn shared<'e>(&mut self, reference: &str, collection: &Collection<'e>) -> Option<&'e Element> {
        let shared = collection.find(reference);
        if let Some(shared) = shared {
            // One that refers to another in its turn is not provided for, and is reported here.
            let mut fields = self.fields(shared);
            fields.text("ID");
            fields.done();
        } else {
            self.problems
                .push(ProblemKind::SequencingCollectionUnknown {
                    item: self.item.to_owned(),
                    reference: reference.to_owned(),
                });
        }
        shared
    }

    /// Each part once: the first one counts.
    fn distinct<'e>(&mut self, parts: impl Iterator<Item = &'e Element>) -> Vec<&'e Element> {
        let mut seen = HashSet::new();
        let mut distinct = Vec::new();
        for part in parts {
            if seen.insert((part.local_name().to_ascii_lowercase(), part.space)) {
                distinct.push(part);
            } else {
                self.repeated(part);
            }
        }
        distinct
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
        let states_choice = fields.text("choice").is_some();
        let mode = ControlMode {
            choice: fields.flag("choice", true),
            choice_exit: fields.flag("choiceExit", true),
            flow: fields.flag("flow", false),
            forward_only: fields.flag("forwardOnly", false),
            use_current_attempt_objective_info: fields.flag("useCurrentAttemptObjectiveInfo", true),
            use_current_attempt_progress_info: fields.flag("useCurrentAttemptProgressInfo", true),
        };
        fields.done();
        // By default choice is on, and says nothing of what the author had in mind.
        if states_choice && mode.choice && mode.forward_only {
            self.problems.push(ProblemKind::ForwardOnlyChoice {
                item: self.item.to_owned(),
            });
        }
        mode
    }

    /// SN permits not to evaluate what depends on time; who uploads should know that we do not.
    fn time_ignored(&mut self, field: &str) {
        self.problems.push(ProblemKind::SequencingTimeIgnored {
            item: self.item.to_owned(),
            field: field.to_owned(),
        });
    }

    fn limits(&mut self, element: &Element) -> LimitConditions {
        for name in TIMED_LIMITS {
            if element.attribute(name).is_some() {
                self.time_ignored(name);
            }
        }
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

    fn randomization(&mut self, element: &Element) -> Randomization {
        let mut fields = self.fields(element);
        let mut controls = Randomization {
            selection_timing: fields.word("selectionTiming").unwrap_or(Timing::Never),
            select_count: fields.count("selectCount"),
            randomization_timing: fields.word("randomizationTiming").unwrap_or(Timing::Never),
            reorder_children: fields.flag("reorderChildren", false),
        };
        fields.done();
        // Zero is the schema's default, and tools write it. To draw none of the children would leave nothing to do.
        if controls.select_count == Some(0) {
            controls.select_count = None;
            if controls.selection_timing != Timing::Never {
                self.invalid(element, "selectCount", "0");
            }
        }
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

    /// The first child of each name; what comes again or is not known is reported.
    fn parts_of<'e, const N: usize>(
        &mut self,
        element: &'e Element,
        names: [&str; N],
    ) -> [Option<&'e Element>; N] {
        let mut parts = [None; N];
        for child in &element.children {
            match names.iter().position(|name| child.is(name)) {
                Some(n) if parts[n].is_none() => parts[n] = Some(child),
                Some(_) => self.repeated(child),
                None => self.unknown(child),
            }
        }
        parts
    }

    fn repeated(&mut self, element: &Element) {
        self.problems.push(ProblemKind::SequencingRepeated {
            item: self.item.to_owned(),
            field: format!("<{}>", element.name),
        });
    }

    /// What stands there has no effect while something else is missing.
    fn without_effect(&mut self, field: &str, lacks: &str) {
        self.problems.push(ProblemKind::WithoutEffect {
            item: self.item.to_owned(),
            field: field.to_owned(),
            lacks: lacks.to_owned(),
        });
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
            field: format!("{name} (<{}>)", element.name),
            value: value.to_owned(),
        });
    }
}
