//! Lines about how the content behaves: what it relies on that browsers no longer do, where it
//! reaches out to, and which results it is likely to send.

use std::collections::BTreeSet;

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
    report.add_files(Severity::Warning, "flash", &flash, about);
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
    let hosts: BTreeSet<&str> = evidence
        .traces
        .iter()
        .flat_map(|traces| &traces.hosts)
        .map(String::as_str)
        .collect();
    if hosts.is_empty() {
        return;
    }
    let hosts: Vec<&str> = hosts.into_iter().collect();
    let list = listed(&hosts);
    let text = format!(
        "The package names other sites, which learners may have to reach: {list}. Check that it \
         works without them, or that they are open to your learners."
    );
    let args = [("count", hosts.len().to_string()), ("hosts", list)];
    report.add(Severity::Warning, "external-hosts", args, text);
}

/// Which results to expect, by the elements that scripts name.
fn signals(report: &mut Report, evidence: &Evidence<'_>) {
    if evidence.course.scos().next().is_none() {
        return;
    }
    const SIGNALS: &[(Mark, &str)] = &[
        (Mark::LessonStatus12, "cmi.core.lesson_status"),
        (Mark::ScoreRaw12, "cmi.core.score.raw"),
        (Mark::CompletionStatus2004, "cmi.completion_status"),
        (Mark::SuccessStatus2004, "cmi.success_status"),
        (Mark::ScoreScaled2004, "cmi.score.scaled"),
    ];
    let found: Vec<&str> = SIGNALS
        .iter()
        .filter(|(mark, _)| evidence.has(*mark))
        .map(|(_, element)| *element)
        .collect();
    if found.is_empty() {
        let speaks = evidence.has(Mark::Api12) || evidence.has(Mark::Api2004);
        if !speaks {
            let text = "No script of the package was seen to report results. Test it: if it stays \
                        incomplete, let the activity complete on view."
                .to_owned();
            report.add(Severity::Warning, "signal-none", [], text);
        }
        return;
    }
    let list = found.join(", ");
    let text = format!("The package can report: {list}.");
    report.add(Severity::Note, "signal", [("signals", list)], text);
}
