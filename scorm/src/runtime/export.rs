//! The tables as JSON, for the browser's adapter.

use serde_json::{Map, Value, json};

use super::errors::{ErrorCode, Fault};
use super::languages::LANGUAGES;
use super::lexical::NAVIGATION_WORDS;
use super::{Standard, Table};

/// Everything the adapter needs to know about a standard; it changes only with this crate.
pub fn tables_json(standard: Standard) -> Value {
    let table = Table::of(standard);
    let errors: Map<String, Value> = ErrorCode::all(standard)
        .iter()
        .map(|error| (error.code.to_string(), json!([error.name, error.text])))
        .collect();
    let faults: Map<String, Value> = Fault::ALL
        .iter()
        .filter_map(|fault| {
            let name = serde_json::to_value(fault).ok()?;
            Some((name.as_str()?.to_owned(), json!(fault.number(standard))))
        })
        .collect();
    json!({
        "standard": standard,
        "calls": calls(standard),
        "version": "1.0",
        "errors": errors,
        "faults": faults,
        "elements": table.elements,
        "derived": table.derived,
        "responses": formats(table.responses),
        "patterns": formats(table.patterns),
        "limits": table.limits,
        "languages": LANGUAGES,
        "navigation": NAVIGATION_WORDS,
    })
}

fn formats(formats: &[(&str, super::Format)]) -> Map<String, Value> {
    formats
        .iter()
        .map(|(name, format)| ((*name).to_owned(), json!(format)))
        .collect()
}

/// The names of the eight calls on the API object.
fn calls(standard: Standard) -> Value {
    match standard {
        Standard::Scorm12 => json!({
            "initialize": "LMSInitialize",
            "terminate": "LMSFinish",
            "get": "LMSGetValue",
            "set": "LMSSetValue",
            "commit": "LMSCommit",
            "last_error": "LMSGetLastError",
            "error_string": "LMSGetErrorString",
            "diagnostic": "LMSGetDiagnostic",
        }),
        Standard::Scorm2004 => json!({
            "initialize": "Initialize",
            "terminate": "Terminate",
            "get": "GetValue",
            "set": "SetValue",
            "commit": "Commit",
            "last_error": "GetLastError",
            "error_string": "GetErrorString",
            "diagnostic": "GetDiagnostic",
        }),
    }
}
