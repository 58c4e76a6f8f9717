//! Default navigation over small courses.

use std::collections::HashMap;

use scorm::manifest::{Course, LmsControl};
use scorm::navigation::{Control, Decision, Ending, Navigation, Refused, Request};
use scorm::prerequisites::Status;

use crate::support::{item, parse, sco, scorm12};

/// Group G with A and B (B needs A), then C (needs G), then an empty item N.
fn course() -> Course {
    let needs = |script: &str| format!("<adlcp:prerequisites>{script}</adlcp:prerequisites>");
    let group = format!(
        "<item identifier='G'><title>Group</title>{}{}</item>",
        item("A", ""),
        item("B", &needs("A"))
    );
    let items = [
        group,
        item("C", &needs("G")),
        "<item identifier='N'><title>N</title></item>".to_owned(),
    ];
    let resources = ["A", "B", "C"].map(|name| sco(&format!("R-{name}"), &format!("{name}.html")));
    parse(&scorm12(&items.concat(), &resources.concat()))
}

fn navigation<'a>(course: &'a Course, current: Option<&str>, done: &str) -> Navigation<'a> {
    let statuses: HashMap<String, Status> = done
        .split_whitespace()
        .map(|name| (name.to_owned(), Status::Completed))
        .collect();
    let status = |item: &str| statuses.get(item).copied().unwrap_or_default();
    Navigation::new(course.organization().unwrap(), current, status)
}

#[test]
fn prerequisites_open_one_activity_after_the_other() {
    let course = course();
    for (done, start) in [("", "A"), ("A", "B"), ("A B", "C"), ("A B C", "A")] {
        assert_eq!(
            navigation(&course, None, done).start(),
            Some(start),
            "{done}"
        );
    }
}

#[test]
fn an_attempt_resumes_where_it_stopped_unless_that_is_done() {
    let course = course();
    assert_eq!(navigation(&course, Some("B"), "A").start(), Some("B"));
    assert_eq!(navigation(&course, Some("A"), "A").start(), Some("B"));
    assert_eq!(navigation(&course, Some("gone"), "A").start(), Some("B"));
}

#[test]
fn next_and_previous_pass_over_what_is_closed() {
    let course = course();
    for (current, done, previous, next) in [
        (Some("A"), "", None, None),
        (Some("A"), "A", None, Some("B")),
        (Some("B"), "A", Some("A"), None),
        (Some("B"), "A B", Some("A"), Some("C")),
        (Some("C"), "A B", Some("B"), None),
        (None, "A B", None, None),
    ] {
        let navigation = navigation(&course, current, done);
        assert_eq!(
            (navigation.previous(), navigation.next()),
            (previous, next),
            "{current:?} {done}"
        );
    }
}

#[test]
fn requests_lead_to_decisions() {
    let course = course();
    let decide = |request: &str| {
        navigation(&course, Some("A"), "A").decide(&Request::parse(request).unwrap())
    };
    let deliver = |item: &str| Decision::Deliver(item.to_owned());
    assert_eq!(decide("start"), deliver("B"));
    assert_eq!(decide("continue"), deliver("B"));
    assert_eq!(decide("previous"), Decision::Refuse(Refused::NoPrevious));
    assert_eq!(decide("choice:G"), deliver("A"));
    assert_eq!(decide("jump:B"), deliver("B"));
    let closed = Refused::PrerequisitesUnmet {
        title: "Title C".to_owned(),
    };
    assert_eq!(decide("choice:C"), Decision::Refuse(closed));
    assert_eq!(
        decide("choice:N"),
        Decision::Refuse(Refused::NothingInside {
            title: "N".to_owned()
        })
    );
    assert_eq!(
        decide("choice:?"),
        Decision::Refuse(Refused::UnknownItem {
            item: "?".to_owned()
        })
    );
    assert_eq!(decide("suspendAll"), Decision::End(Ending::Suspended));
    assert_eq!(decide("exitAll"), Decision::End(Ending::Exited));
    assert_eq!(decide("abandon"), Decision::End(Ending::Abandoned));
    assert_eq!(Request::parse("fly"), None);
}

#[test]
fn the_table_of_contents_tells_the_state_of_every_line() {
    let course = course();
    let toc = navigation(&course, Some("B"), "A").toc();
    let group = &toc[0];
    assert_eq!(
        (group.launchable, group.enabled, group.status),
        (false, true, Status::Incomplete)
    );
    assert_eq!(group.children[0].status, Status::Completed);
    assert!(group.children[1].current && group.children[1].enabled);
    assert!(!toc[1].enabled && toc[1].visible);
    assert!(!toc[2].enabled && !toc[2].launchable);
    assert_eq!(
        navigation(&course, None, "A B").toc()[0].status,
        Status::Completed
    );
}

#[test]
fn a_closed_group_closes_everything_in_it() {
    let inner = item("A", "");
    let group = format!(
        "<item identifier='G'><title>G</title>{inner}<adlcp:prerequisites>Z</adlcp:prerequisites></item>"
    );
    let course = parse(&scorm12(
        &[group, item("Z", "")].concat(),
        &[sco("R-A", "a.html"), sco("R-Z", "z.html")].concat(),
    ));
    assert_eq!(navigation(&course, None, "").start(), Some("Z"));
    assert!(!navigation(&course, None, "").toc()[0].children[0].enabled);
    assert_eq!(navigation(&course, None, "Z").start(), Some("A"));
}

#[test]
fn activities_that_wait_for_each_other_are_refused_in_words() {
    let needs = |script: &str| format!("<adlcp:prerequisites>{script}</adlcp:prerequisites>");
    let items = [item("A", &needs("B")), item("B", &needs("A"))].concat();
    let course = parse(&scorm12(
        &items,
        &[sco("R-A", "a.html"), sco("R-B", "b.html")].concat(),
    ));
    let decision = navigation(&course, None, "").decide(&Request::Start);
    assert_eq!(decision, Decision::Refuse(Refused::NothingOpen));
}

#[test]
fn controls_are_hidden_disabled_or_enabled() {
    let course = course();
    let middle = navigation(&course, Some("B"), "A");
    assert_eq!(middle.control(LmsControl::Previous), Control::Enabled);
    assert_eq!(middle.control(LmsControl::Continue), Control::Disabled);
    assert_eq!(middle.control(LmsControl::SuspendAll), Control::Enabled);
    let single = parse(&scorm12(&item("A", ""), &sco("R-A", "a.html")));
    let single = navigation(&single, Some("A"), "");
    assert_eq!(single.control(LmsControl::ExitAll), Control::Enabled);
    assert_eq!(single.control(LmsControl::Continue), Control::Hidden);
    let hiding = "<adlnav:presentation><adlnav:navigationInterface><adlnav:hideLMSUI>previous</adlnav:hideLMSUI></adlnav:navigationInterface></adlnav:presentation>";
    let hidden = parse(&scorm12(
        &[item("A", ""), item("B", hiding)].concat(),
        &[sco("R-A", "a.html"), sco("R-B", "b.html")].concat(),
    ));
    assert_eq!(
        navigation(&hidden, Some("B"), "").control(LmsControl::Previous),
        Control::Hidden
    );
}
