//! The calls of one SCO, and whether they were answered as a case expects.

use scorm::runtime::{Session, parse_number};
use scorm::time::Duration;
use serde_json::Value;

use crate::host::LEARNER;

pub(crate) fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value[field].as_str().unwrap_or_default()
}

/// Plays one step; what differs from the expectation.
pub(crate) fn play(session: &mut Session, step: &Value) -> Option<String> {
    let argument = text(step, "argument");
    let Some(element) = named(session, text(step, "element")) else {
        return Some(format!("{step}: no such record"));
    };
    let answer = match text(step, "method") {
        "Initialize" => session.initialize(argument).to_owned(),
        "Terminate" => session.terminate(argument).to_owned(),
        "Commit" => session.commit(argument).to_owned(),
        "GetValue" => session.get_value(&element),
        "SetValue" => session.set_value(&element, text(step, "value")).to_owned(),
        "GetLastError" => session.last_error().code.to_string(),
        "GetErrorString" => session.error_string(argument).to_owned(),
        "GetDiagnostic" => session.diagnostic(argument).to_owned(),
        "CompareObjectiveIds" => return compare_objective_ids(session, step),
        other => return Some(format!("unknown method {other}")),
    };
    let error = session.last_error().code.to_string();
    let any_error = step["any_error"].is_array() || step["check_error"] == Value::Bool(false);
    let right = any_error || error == text(step, "expect_error");
    let same = right && agrees(step, &answer);
    (!same).then(|| format!("{error} {answer:?} instead of {}", brief(step)))
}

fn brief(step: &Value) -> String {
    let shown = format!(
        "{}({}{} {}) -> {} {}",
        text(step, "method"),
        text(step, "element"),
        text(step, "argument"),
        text(step, "value"),
        text(step, "expect_error"),
        step["expect_return"]
    );
    shown.chars().take(200).collect()
}

/// The identifiers of all objectives, in any order.
fn compare_objective_ids(session: &mut Session, step: &Value) -> Option<String> {
    let count = session
        .get_value("cmi.objectives._count")
        .parse()
        .unwrap_or(0);
    let ids = (0..count).map(|n: u32| session.get_value(&format!("cmi.objectives.{n}.id")));
    let mut ids: Vec<String> = ids.collect();
    ids.sort_unstable();
    let mut expected: Vec<&str> = step["expect_ids"]
        .as_array()?
        .iter()
        .filter_map(Value::as_str)
        .collect();
    expected.sort_unstable();
    (ids != expected).then(|| format!("objectives {ids:?} instead of {expected:?}"))
}

/// `adl.data.&id&.store`: the index is to be found by id.
fn named(session: &mut Session, element: &str) -> Option<String> {
    let mut parts = element.split('&');
    let (Some(head), Some(id), Some(tail)) = (parts.next(), parts.next(), parts.next()) else {
        return Some(element.to_owned());
    };
    let count: u32 = session.get_value(&format!("{head}_count")).parse().ok()?;
    let n = (0..count).find(|n| session.get_value(&format!("{head}{n}.id")) == id)?;
    Some(format!("{head}{n}{tail}"))
}

fn agrees(step: &Value, answer: &str) -> bool {
    let Some(expected) = step["expect_return"].as_str() else {
        return true;
    };
    let expected = expected.replace("${learner.id}", LEARNER);
    match text(step, "match") {
        "exact" => answer == expected,
        "any" | "any_of" => true,
        "real" => same_real(answer, &expected),
        "duration" => Duration::parse(answer) == Duration::parse(&expected),
        "timestamp" => answer.get(..16) == expected.get(..16),
        "set" => sorted(answer) == sorted(&expected),
        "len<255" => answer.len() < 255,
        "result" => answer == expected || same_real(answer, &expected),
        kind if kind.starts_with("interaction") => same_interaction(kind, answer, &expected),
        // Values come back as they were sent; the suite may have cut them to their limit.
        _ => expected == answer || plain(answer).starts_with(&plain(&expected)),
    }
}

/// Equal when both are cut, or both rounded, to six decimals.
fn same_real(one: &str, other: &str) -> bool {
    let (Some(one), Some(other)) = (parse_number(one), parse_number(other)) else {
        return false;
    };
    let same = |cut: fn(f64) -> f64| (cut(one * 1e6) - cut(other * 1e6)).abs() < 0.5;
    same(f64::floor) || same(f64::round)
}

/// Equal when the defaults are left out; where order says nothing, in any order; numbers as numbers.
fn same_interaction(kind: &str, one: &str, other: &str) -> bool {
    let usual = |text: &str| {
        let text = text.replace("{case_matters=false}", "");
        plain(&text.replace("{order_matters=true}", ""))
    };
    let (one, other) = (usual(one), usual(other));
    let any_order = ["choice", "matching", "fill-in"]
        .iter()
        .any(|it| kind.contains(it));
    let parts = |text: &str| {
        let mut parts: Vec<String> = text.split("[,]").map(str::to_owned).collect();
        parts.sort_unstable();
        parts
    };
    let range = |text: &str| {
        let bounds = text.split("[:]").map(parse_number);
        bounds.collect::<Option<Vec<f64>>>()
    };
    one == other
        || (any_order && parts(&one) == parts(&other))
        || (kind.contains("numeric") && range(&one).is_some() && range(&one) == range(&other))
}

/// The default language may stand there or not.
fn plain(text: &str) -> String {
    text.replace("{lang=en}", "")
}

fn sorted(names: &str) -> Vec<&str> {
    let mut names: Vec<&str> = names.split(',').collect();
    names.sort_unstable();
    names
}
