//! Objectives and the maps that link them to shared ones.

use super::Reader;
use crate::manifest::fields::number;
use crate::manifest::sequencing::{ExtendedObjectiveMap, Objective, ObjectiveMap, objective_id};
use crate::manifest::xml::Element;

impl Reader<'_> {
    pub(super) fn objectives(&mut self, element: &Element) -> Vec<Objective> {
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

    pub(super) fn extended_objectives(&mut self, element: &Element, objectives: &mut [Objective]) {
        self.fields(element).done();
        for child in self.children_named(element, "objective") {
            let mut fields = self.fields(child);
            let identifier = fields.text("objectiveID");
            fields.done();
            let mut maps = Vec::new();
            for map in self.children_named(child, "mapInfo") {
                maps.extend(self.extended_map(map));
            }
            let name = |it: &Option<String>| it.as_deref().map(objective_id);
            let same =
                |objective: &&mut Objective| name(&objective.identifier) == name(&identifier);
            match objectives.iter_mut().find(same) {
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
}
