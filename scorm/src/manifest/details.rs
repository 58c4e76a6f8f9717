//! What an item or organisation says about itself beside its place in the tree: scores, times,
//! thresholds, hidden controls, shared data.

use super::course::{CompletionThreshold, DataMap, LmsControl, TimeLimitAction};
use super::fields::{Fields, number};
use super::problem::{ProblemKind, Problems};
use super::vocabulary::Word;
use super::xml::Element;
use crate::time::Duration;

pub(super) struct Details<'a> {
    element: &'a Element,
    item: &'a str,
    problems: &'a mut Problems,
}

impl<'a> Details<'a> {
    /// `item` names the activity in sentences about this element.
    pub(super) fn of(element: &'a Element, item: &'a str, problems: &'a mut Problems) -> Self {
        Self {
            element,
            item,
            problems,
        }
    }

    pub(super) fn mastery_score(&mut self) -> Option<f64> {
        let text = self.element.child_text("masteryscore")?;
        let score = number(text).filter(|score| (0.0..=100.0).contains(score));
        self.checked(score, "masteryscore", text)
    }

    /// What happens after the time allowed: nothing, when none is stated.
    pub(super) fn time_limit_action(&mut self, is_timed: bool) -> Option<TimeLimitAction> {
        let text = self.element.child_text("timelimitaction")?;
        let action = self.checked(TimeLimitAction::parse(text), "timelimitaction", text);
        if action.is_some() && !is_timed {
            self.without_effect(
                "timelimitaction",
                "maxtimeallowed / attemptAbsoluteDurationLimit",
            );
        }
        action
    }

    /// As written, when it is a duration of either standard.
    pub(super) fn max_time_allowed(&mut self, limit: Option<&str>) -> Option<String> {
        let stated = self.element.child_text("maxtimeallowed");
        let (field, text) = match (stated, limit) {
            (Some(text), _) => ("maxtimeallowed", text),
            (None, limit) => ("attemptAbsoluteDurationLimit", limit?),
        };
        let duration = Duration::parse(text).map(|_| text.to_owned());
        self.checked(duration, field, text)
    }

    /// The 4th Edition states attributes; the 3rd wrote the measure as text.
    pub(super) fn completion_threshold(&mut self) -> Option<CompletionThreshold> {
        let threshold = self.element.first("completionThreshold")?;
        let usual = match threshold.trimmed() {
            Some(text) => self.threshold_of_text(text)?,
            None => CompletionThreshold::default(),
        };
        let mut fields = Fields::of(threshold, self.item, self.problems);
        let (least, weight) = (usual.min_progress_measure, usual.progress_weight);
        let read = CompletionThreshold {
            min_progress_measure: fields.number("minProgressMeasure", 0.0..=1.0, least),
            progress_weight: fields.weight("progressWeight", weight),
            completed_by_measure: fields.flag("completedByMeasure", usual.completed_by_measure),
        };
        fields.done();
        if !read.completed_by_measure && read.min_progress_measure < 1.0 {
            self.without_effect("minProgressMeasure", "completedByMeasure");
        }
        Some(read)
    }

    fn threshold_of_text(&mut self, text: &str) -> Option<CompletionThreshold> {
        let measure = number(text).filter(|measure| (0.0..=1.0).contains(measure));
        Some(CompletionThreshold {
            completed_by_measure: true,
            min_progress_measure: self.checked(measure, "completionThreshold", text)?,
            ..CompletionThreshold::default()
        })
    }

    pub(super) fn hidden_controls(&mut self) -> Vec<LmsControl> {
        let mut hidden = Vec::new();
        for interface in self.all_in("presentation", "navigationInterface") {
            for control in self.only(interface, "hideLMSUI") {
                let text = control.text.trim();
                let control = self.checked(LmsControl::parse(text), "hideLMSUI", text);
                hidden.extend(control.filter(|control| !hidden.contains(control)));
            }
        }
        hidden
    }

    /// Reports what concerns a page, or what is shown around it, of an item that has none.
    pub(super) fn needs_page(&mut self) {
        let concerns = [
            "maxtimeallowed",
            "timelimitaction",
            "datafromlms",
            "masteryscore",
            "data",
            "presentation",
        ];
        for stated in concerns.iter().filter_map(|name| self.element.first(name)) {
            self.problems.push(ProblemKind::NeedsPage {
                item: self.item.to_owned(),
                field: format!("<{}>", stated.name),
            });
        }
    }

    /// Passes a value on and reports one that could not be read.
    fn checked<T>(&mut self, value: Option<T>, field: &str, text: &str) -> Option<T> {
        if value.is_none() {
            self.problems.push(ProblemKind::ValueInvalid {
                item: self.item.to_owned(),
                field: field.to_owned(),
                value: text.to_owned(),
            });
        }
        value
    }

    pub(super) fn data_maps(&mut self) -> Vec<DataMap> {
        let maps = self.all_in("data", "map").into_iter();
        maps.filter_map(|map| self.data_map(map)).collect()
    }

    fn data_map(&mut self, map: &Element) -> Option<DataMap> {
        let mut fields = Fields::of(map, self.item, self.problems);
        let target = fields.text("targetID");
        let (read, write) = (
            fields.flag("readSharedData", true),
            fields.flag("writeSharedData", true),
        );
        fields.done();
        if target.is_none() {
            self.without_effect(&format!("<{}>", map.name), "targetID");
        }
        Some(DataMap {
            target_id: target?,
            read_shared_data: read,
            write_shared_data: write,
        })
    }

    /// The children of this name in all children of that one.
    fn all_in(&mut self, outer: &str, inner: &str) -> Vec<&'a Element> {
        let element = self.element;
        let mut all = Vec::new();
        for outer in element.children.iter().filter(|child| child.is(outer)) {
            all.extend(self.only(outer, inner));
        }
        all
    }

    /// The children of this name; all others are reported.
    fn only(&mut self, element: &'a Element, name: &str) -> Vec<&'a Element> {
        let (known, unknown): (Vec<_>, Vec<_>) =
            element.children.iter().partition(|child| child.is(name));
        for child in unknown {
            self.problems.push(ProblemKind::SequencingUnknown {
                item: self.item.to_owned(),
                field: format!("<{}>", child.name),
            });
        }
        known
    }

    fn without_effect(&mut self, field: &str, lacks: &str) {
        self.problems.push(ProblemKind::WithoutEffect {
            item: self.item.to_owned(),
            field: field.to_owned(),
            lacks: lacks.to_owned(),
        });
    }
}
