//! What an item or organisation says about itself beside its place in the tree: scores, times,
//! thresholds, hidden controls, shared data.

use super::course::{CompletionThreshold, DataMap, LmsControl, TimeLimitAction};
use super::fields::{flag, number};
use super::problem::{ProblemKind, Problems};
use super::vocabulary::Word;
use super::xml::Element;

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

    pub(super) fn time_limit_action(&mut self) -> Option<TimeLimitAction> {
        let text = self.element.child_text("timelimitaction")?;
        self.checked(TimeLimitAction::parse(text), "timelimitaction", text)
    }

    /// The 4th Edition states attributes; the 3rd wrote the measure as text.
    pub(super) fn completion_threshold(&mut self) -> Option<CompletionThreshold> {
        let threshold = self.element.first("completionThreshold")?;
        let usual = CompletionThreshold::default();
        if let Some(text) = threshold.trimmed() {
            let measure = self.checked(fraction(text), "completionThreshold", text)?;
            return Some(CompletionThreshold {
                completed_by_measure: true,
                min_progress_measure: measure,
                ..usual
            });
        }
        let mut measure = |name: &str, default: f64| {
            threshold
                .attribute(name)
                .and_then(|text| self.checked(fraction(text), name, text))
                .unwrap_or(default)
        };
        Some(CompletionThreshold {
            min_progress_measure: measure("minProgressMeasure", usual.min_progress_measure),
            progress_weight: measure("progressWeight", usual.progress_weight),
            completed_by_measure: threshold
                .attribute("completedByMeasure")
                .and_then(flag)
                .unwrap_or(usual.completed_by_measure),
        })
    }

    pub(super) fn hidden_controls(&mut self) -> Vec<LmsControl> {
        let interfaces = self
            .element
            .all("presentation")
            .flat_map(|presentation| presentation.all("navigationInterface"));
        let mut hidden = Vec::new();
        for text in interfaces
            .flat_map(|it| it.all("hideLMSUI"))
            .filter_map(Element::trimmed)
        {
            let control = self.checked(LmsControl::parse(text), "hideLMSUI", text);
            hidden.extend(control.filter(|control| !hidden.contains(control)));
        }
        hidden
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

    pub(super) fn data_maps(&self) -> Vec<DataMap> {
        self.element
            .all("data")
            .flat_map(|data| data.all("map"))
            .filter_map(|map| {
                let allows = |name, default| map.attribute(name).and_then(flag).unwrap_or(default);
                Some(DataMap {
                    target_id: map.attribute("targetID")?.trim().to_owned(),
                    read_shared_data: allows("readSharedData", true),
                    write_shared_data: allows("writeSharedData", true),
                })
            })
            .collect()
    }
}

fn fraction(text: &str) -> Option<f64> {
    number(text).filter(|measure| (0.0..=1.0).contains(measure))
}
