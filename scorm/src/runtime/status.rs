//! Statuses that the run-time decides instead of the SCO, from marks and measures.

use std::collections::BTreeMap;

use super::lexical::parse_number;
use super::table::Table;
use super::{Document, Standard};

pub(super) const STATUS_12: &str = "cmi.core.lesson_status";

/// A status as the run-time sees it: decided by its threshold or the mastery score where those
/// are known, else the SCO's own word.
///
/// `element` is `cmi.core.lesson_status`, `cmi.completion_status` or `cmi.success_status`.
pub fn evaluated_status<'d>(
    standard: Standard,
    element: &str,
    initial: &BTreeMap<String, String>,
    document: &'d Document,
) -> Option<&'d str> {
    decided(standard, element, initial, document)
        .or_else(|| document.get(element).map(String::as_str))
}

pub(super) fn decided(
    standard: Standard,
    element: &str,
    initial: &BTreeMap<String, String>,
    document: &Document,
) -> Option<&'static str> {
    match standard {
        // Only a SCO that says it is done is judged: RTE 3.4.4 would also fail one left halfway.
        Standard::Scorm12 => {
            let done = matches!(
                document.get(element).map(String::as_str),
                Some("completed" | "passed" | "failed")
            );
            mastered(initial, document).filter(|_| done && element == STATUS_12)
        }
        Standard::Scorm2004 => by_threshold(element, initial, document),
    }
}

/// The status of a SCORM 1.2 SCO that ended for good and never spoke of it.
pub(super) fn silent_12(
    initial: &BTreeMap<String, String>,
    document: &Document,
) -> Option<&'static str> {
    if document
        .get(STATUS_12)
        .is_some_and(|status| status != "not attempted")
    {
        return None;
    }
    let browsing = initial
        .get("cmi.core.lesson_mode")
        .is_some_and(|mode| mode == "browse");
    mastered(initial, document).or(browsing.then_some("browsed"))
}

/// Mastery score against raw score, when there is credit to be had.
fn mastered(initial: &BTreeMap<String, String>, document: &Document) -> Option<&'static str> {
    let number = |map: &BTreeMap<String, String>, key: &str| {
        map.get(key).and_then(|text| parse_number(text))
    };
    let mastery = number(initial, "cmi.student_data.mastery_score")?;
    let raw = number(document, "cmi.core.score.raw")?;
    let credit = initial
        .get("cmi.core.credit")
        .is_none_or(|credit| credit == "credit");
    credit.then_some(if raw >= mastery { "passed" } else { "failed" })
}

/// RTE 4.2.4.1, 4.2.22.1.
fn by_threshold(
    element: &str,
    initial: &BTreeMap<String, String>,
    document: &Document,
) -> Option<&'static str> {
    let derived = Table::of(Standard::Scorm2004).derived;
    let rule = derived.iter().find(|rule| rule.element == element)?;
    let number = |key: &str| {
        document
            .get(key)
            .or_else(|| initial.get(key))
            .and_then(|text| parse_number(text))
    };
    let threshold = number(rule.threshold)?;
    let measure = number(rule.measure)?;
    Some(if measure >= threshold {
        rule.met
    } else {
        rule.unmet
    })
}
