//! Objectives and the maps that link them to shared ones.

use std::collections::{HashMap, HashSet};

use super::Reader;
use crate::manifest::fields::number;
use crate::manifest::problem::ProblemKind;
use crate::manifest::sequencing::{ExtendedObjectiveMap, Objective, ObjectiveMap, objective_id};
use crate::manifest::xml::Element;

impl Reader<'_> {
    pub(super) fn objectives(&mut self, element: &Element) -> Vec<Objective> {
        self.fields(element).done();
        let (primary, others): (Vec<_>, Vec<_>) = element
            .children
            .iter()
            .partition(|child| child.is("primaryObjective"));
        let mut objectives: Vec<Objective> = Vec::new();
        let mut names = HashSet::new();
        for child in primary.into_iter().chain(others) {
            let is_primary = child.is("primaryObjective");
            if !is_primary && !child.is("objective") {
                self.unknown(child);
                continue;
            }
            let mut objective = self.objective(child, is_primary);
            if is_primary && !objectives.is_empty() {
                self.problems.push(ProblemKind::PrimaryObjectiveRepeated {
                    item: self.item.to_owned(),
                });
                objective.primary = false;
            }
            if self.is_of_its_own(child, &objective, &mut names) {
                objectives.push(objective);
            }
        }
        objectives
    }

    /// Reports an objective that goes by a name already taken, or needs one and has none.
    fn is_of_its_own(
        &mut self,
        element: &Element,
        objective: &Objective,
        names: &mut HashSet<String>,
    ) -> bool {
        let Some(name) = &objective.identifier else {
            if !objective.primary {
                self.without_effect(&format!("<{}>", element.name), "objectiveID");
            }
            return true;
        };
        let is_new = names.insert(objective_id(name));
        if !is_new {
            self.problems.push(ProblemKind::ObjectiveDuplicate {
                item: self.item.to_owned(),
                objective: name.clone(),
            });
        }
        is_new
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
                "minNormalizedMeasure" => self.min_measure(element, child, &mut objective),
                "mapInfo" => objective.maps.extend(self.map(child)),
                _ => self.unknown(child),
            }
        }
        objective
    }

    fn min_measure(&mut self, element: &Element, measure: &Element, objective: &mut Objective) {
        let Some(least) = number(&measure.text).filter(|it| (-1.0..=1.0).contains(it)) else {
            self.invalid(element, "minNormalizedMeasure", measure.text.trim());
            return;
        };
        objective.min_normalized_measure = least;
        // Tools write the default whether it matters or not.
        if !objective.satisfied_by_measure && least < 1.0 {
            self.without_effect("minNormalizedMeasure", "satisfiedByMeasure");
        }
    }

    fn map(&mut self, element: &Element) -> Option<ObjectiveMap> {
        let mut fields = self.fields(element);
        let target = fields.text("targetObjectiveID");
        let map = ObjectiveMap {
            target: target.clone().unwrap_or_default(),
            read_satisfied_status: fields.flag("readSatisfiedStatus", true),
            read_normalized_measure: fields.flag("readNormalizedMeasure", true),
            write_satisfied_status: fields.flag("writeSatisfiedStatus", false),
            write_normalized_measure: fields.flag("writeNormalizedMeasure", false),
        };
        fields.done();
        self.mapped(element, target.map(|_| map))
    }

    pub(super) fn extended_objectives(&mut self, element: &Element, objectives: &mut [Objective]) {
        self.fields(element).done();
        let name = |it: &Option<String>| it.as_deref().map(objective_id);
        // In reverse, so that the first of those without a name stands for them.
        let places: HashMap<_, _> = (0..objectives.len())
            .rev()
            .map(|place| (name(&objectives[place].identifier), place))
            .collect();
        for child in self.children_named(element, "objective") {
            let mut fields = self.fields(child);
            let identifier = fields.text("objectiveID");
            fields.done();
            let mut maps = Vec::new();
            for map in self.children_named(child, "mapInfo") {
                maps.extend(self.extended_map(map));
            }
            let place = places.get(&name(&identifier));
            match place.and_then(|place| objectives.get_mut(*place)) {
                Some(objective) => objective.extended_maps.extend(maps),
                None => self.invalid(child, "objectiveID", identifier.as_deref().unwrap_or("")),
            }
        }
    }

    fn extended_map(&mut self, element: &Element) -> Option<ExtendedObjectiveMap> {
        let mut fields = self.fields(element);
        let target = fields.text("targetObjectiveID");
        let map = ExtendedObjectiveMap {
            target: target.clone().unwrap_or_default(),
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
        };
        fields.done();
        self.mapped(element, target.map(|_| map))
    }

    /// A map that names what it links to, or a report that it links to nothing.
    fn mapped<M>(&mut self, element: &Element, map: Option<M>) -> Option<M> {
        if map.is_none() {
            self.without_effect(&format!("<{}>", element.name), "targetObjectiveID");
        }
        map
    }
}
