//! Reads typed values out of one element's attributes, reports those that cannot be read, and
//! those that nobody asked for.

use std::ops::RangeInclusive;

use super::problem::{ProblemKind, Problems};
use super::vocabulary::Word;
use super::xml::Element;

/// A single pass over the attributes of an element; end it with [`Fields::done`].
pub(super) struct Fields<'a> {
    element: &'a Element,
    item: &'a str,
    asked: Vec<&'static str>,
    is_understood: bool,
    problems: &'a mut Problems,
}

impl<'a> Fields<'a> {
    /// `item` names the activity in sentences about this element.
    pub(super) fn of(element: &'a Element, item: &'a str, problems: &'a mut Problems) -> Self {
        Self {
            element,
            item,
            asked: Vec::new(),
            is_understood: true,
            problems,
        }
    }

    pub(super) fn text(&mut self, name: &'static str) -> Option<String> {
        self.asked.push(name);
        let value = self.element.attribute(name)?.trim();
        (!value.is_empty()).then(|| value.to_owned())
    }

    pub(super) fn flag(&mut self, name: &'static str, default: bool) -> bool {
        self.parsed(name, flag).unwrap_or(default)
    }

    pub(super) fn word<W: Word>(&mut self, name: &'static str) -> Option<W> {
        self.parsed(name, W::parse)
    }

    /// A number of this range; both ends are part of it.
    pub(super) fn number(
        &mut self,
        name: &'static str,
        range: RangeInclusive<f64>,
        default: f64,
    ) -> f64 {
        let within = |text: &str| number(text).filter(|it| range.contains(it));
        self.parsed(name, within).unwrap_or(default)
    }

    /// How much something counts. The standard ends at 1; what is above was meant in proportion to
    /// the others', and is taken so.
    pub(super) fn weight(&mut self, name: &'static str, default: f64) -> f64 {
        let weight = self.number(name, 0.0..=f64::MAX, default);
        if weight > 1.0 {
            self.problems.push(ProblemKind::WeightAboveOne {
                item: self.item.to_owned(),
                field: name.to_owned(),
                value: weight.to_string(),
            });
        }
        weight
    }

    pub(super) fn count(&mut self, name: &'static str) -> Option<u32> {
        self.parsed(name, |text| text.parse().ok())
    }

    /// Reports the attributes that were never asked for. Whether all that were could be read.
    pub(super) fn done(self) -> bool {
        for attribute in &self.element.attributes {
            let prefix = attribute
                .name
                .rsplit_once(':')
                .map_or("", |(prefix, _)| prefix);
            let is_xml = attribute.name == "xmlns" || matches!(prefix, "xmlns" | "xml" | "xsi");
            let asked = self
                .asked
                .iter()
                .any(|name| name.eq_ignore_ascii_case(attribute.local_name()));
            if !is_xml && !asked {
                self.problems.push(ProblemKind::SequencingUnknown {
                    item: self.item.to_owned(),
                    field: format!("{} (<{}>)", attribute.name, self.element.name),
                });
            }
        }
        self.is_understood
    }

    pub(super) fn parsed<T>(
        &mut self,
        name: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let value = self.text(name)?;
        let parsed = parse(&value);
        if parsed.is_none() {
            self.is_understood = false;
            self.problems.push(ProblemKind::ValueInvalid {
                item: self.item.to_owned(),
                field: format!("{name} (<{}>)", self.element.name),
                value,
            });
        }
        parsed
    }
}

/// XML Schema's boolean; case is forgiven.
pub(super) fn flag(text: &str) -> Option<bool> {
    match text.trim().to_ascii_lowercase().as_str() {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

/// A finite decimal number; a decimal comma is forgiven.
pub(super) fn number(text: &str) -> Option<f64> {
    let number: f64 = text.trim().replace(',', ".").parse().ok()?;
    number.is_finite().then_some(number)
}
