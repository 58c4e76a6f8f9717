//! Lines about how the content behaves: what it relies on that browsers no longer do, where it
//! reaches out to, and which results it is likely to send.

use scorm::manifest::Standard;

use super::{Evidence, Report, Severity, listed, tool};
use crate::scan::Mark;

pub(super) fn describe(report: &mut Report, evidence: &Evidence<'_>) {
    if let Some(name) = tool::recognise(evidence) {
        let text = format!("The package was made with {name}.");
        report.add(Severity::Note, "tool", [("name", name.to_owned())], text);
    }
    signals(report, evidence);
    habits(report, evidence);
    hosts(report, evidence);
}

fn habits(report: &mut Report, evidence: &Evidence<'_>) {
    let flash = evidence.with_extension(&["swf", "flv"]);
    let about = "Flash, which no browser plays any more, is used by";
    let fallback = evidence
        .files
        .iter()
        .any(|file| file.path.as_str().starts_with("html5/"));
    let severity = if fallback {
        Severity::Note
    } else {
        Severity::Warning
    };
    report.add_files(severity, "flash", &flash, about);
    for (mark, severity, code, about) in [
        (
            Mark::Unload,
            Severity::Warning,
            "unload",
            "Results are sent when a page is unloaded, which phones often skip; they are saved \
             continuously all the same. Check that nothing is sent only at the end in",
        ),
        (
            Mark::BeforeUnload,
            Severity::Note,
            "beforeunload",
            "A question before leaving is asked by",
        ),
        (
            Mark::SyncRequest,
            Severity::Warning,
            "sync-request",
            "Synchronous requests, which browsers refuse while a page closes, are made by",
        ),
        (
            Mark::ServiceWorker,
            Severity::Warning,
            "service-worker",
            "Service workers, which are not available to packages, are registered by",
        ),
    ] {
        report.add_files(severity, code, &evidence.marked(mark), about);
    }
    let scripts = evidence.with_extension(&["php", "asp", "aspx", "jsp", "cgi", "pl", "py"]);
    let about = "These files are programs for a server and do not run here";
    report.add_files(Severity::Note, "server-scripts", &scripts, about);
}

fn hosts(report: &mut Report, evidence: &Evidence<'_>) {
    let seen = evidence.hosts;
    let loaded: Vec<&str> = seen.loaded.iter().map(String::as_str).collect();
    let named: Vec<&str> = seen
        .named
        .difference(&seen.loaded)
        .map(String::as_str)
        .collect();
    if !loaded.is_empty() {
        let list = listed(&loaded);
        let text = format!(
            "Pages load parts from other sites: {list}. Learners who cannot reach these will miss \
             them; put the files into the package."
        );
        let args = [("count", loaded.len().to_string()), ("hosts", list)];
        report.add(Severity::Warning, "external-loads", args, text);
    }
    if !named.is_empty() {
        let list = listed(&named);
        let text = format!("Pages and scripts name other sites: {list}.");
        let args = [("count", named.len().to_string()), ("hosts", list)];
        report.add(Severity::Note, "external-hosts", args, text);
    }
}

/// Which results to expect, by the elements that scripts name. Drivers that speak every standard
/// name them all; only those of the package's own standard will be used.
fn signals(report: &mut Report, evidence: &Evidence<'_>) {
    const SIGNALS_12: &[(Mark, &str)] = &[
        (Mark::LessonStatus12, "cmi.core.lesson_status"),
        (Mark::ScoreRaw12, "cmi.core.score.raw"),
    ];
    const SIGNALS_2004: &[(Mark, &str)] = &[
        (Mark::CompletionStatus2004, "cmi.completion_status"),
        (Mark::SuccessStatus2004, "cmi.success_status"),
        (Mark::ScoreScaled2004, "cmi.score.scaled"),
    ];
    if evidence.course.scos().next().is_none() {
        return;
    }
    let found = |signals: &[(Mark, &'static str)]| -> Vec<&str> {
        let seen = signals.iter().filter(|(mark, _)| evidence.has(*mark));
        seen.map(|(_, element)| *element).collect()
    };
    let (own, other) = match evidence.course.standard {
        Standard::Scorm12 => (found(SIGNALS_12), found(SIGNALS_2004)),
        Standard::Scorm2004 => (found(SIGNALS_2004), found(SIGNALS_12)),
    };
    if !own.is_empty() {
        let list = own.join(", ");
        let text = format!("The package can report: {list}.");
        report.add(Severity::Note, "signal", [("signals", list)], text);
    } else if !other.is_empty() {
        let list = other.join(", ");
        let text = format!(
            "The scripts report by another standard than the manifest's: {list}. Test it: if it \
             stays incomplete, export it again in the other version of SCORM."
        );
        report.add(
            Severity::Warning,
            "signal-other-standard",
            [("signals", list)],
            text,
        );
    } else {
        let text = "No script of the package was seen to report results. Test it: if it stays \
                    incomplete, let the activity complete on view."
            .to_owned();
        let speaks = evidence.has(Mark::Api12) || evidence.has(Mark::Api2004);
        let severity = if speaks {
            Severity::Note
        } else {
            Severity::Warning
        };
        report.add(severity, "signal-none", [], text);
    }
}
