//! A36: organisations, identifiers, titles, resources and manifests inside manifests.

use scorm::manifest::ResourceKind;

use crate::support::{codes, identifiers, item, parse, sco, scorm12, scorm2004, warnings};

fn two_organizations(attribute: &str) -> String {
    scorm12("", &[sco("R-A", "a.html"), sco("R-B", "b.html")].concat()).replace(
        r#"<organizations default="O"><organization identifier="O"><title>Course</title></organization>"#,
        &format!(
            "<organizations {attribute}><organization identifier='O1'><title>One</title>{}</organization>
             <organization identifier='O2'><title>Two</title>{}</organization>",
            item("A", ""),
            item("B", "")
        ),
    )
}

#[test]
fn the_default_organization_is_played() {
    let course = parse(&two_organizations("default='O2'"));
    assert_eq!(
        (course.title.as_str(), identifiers(&course)),
        ("Two", vec!["B"])
    );
    assert_eq!(codes(&course), [""; 0]);
}

#[test]
fn a_bad_or_missing_default_falls_back_and_says_so() {
    for (attribute, code) in [
        ("default='nope'", "default-organization-unknown"),
        ("default=''", "default-organization-missing"),
        ("", "default-organization-missing"),
    ] {
        let course = parse(&two_organizations(attribute));
        assert_eq!(identifiers(&course), ["A"]);
        assert_eq!(codes(&course), [code]);
    }
}

#[test]
fn without_organizations_the_scos_are_played_in_order() {
    let resources = [
        sco("One", "1.html"),
        sco("Shared", "s.js").replace("\"sco\"", "\"asset\""),
        sco("Two", "2.html"),
    ]
    .concat();
    let full = scorm12("", &resources);
    let start = full.find("<organizations").unwrap();
    let end = full.find("<resources>").unwrap();
    let mut absent = full.clone();
    absent.replace_range(start..end, "");
    let mut empty = full.clone();
    empty.replace_range(start..end, "<organizations/>");
    for text in [full, absent, empty] {
        let course = parse(&text);
        assert_eq!(identifiers(&course), ["One", "Two"]);
        assert!(course.is_playable());
        assert!(warnings(&course).contains(&"organization-built"));
        assert!(!course.title.is_empty());
    }
}

#[test]
fn without_scos_the_pages_are_played() {
    let resources = [sco("Page", "p.html"), sco("Style", "s.css")]
        .concat()
        .replace("\"sco\"", "\"asset\"");
    let course = parse(&scorm12("", &resources));
    assert_eq!(identifiers(&course), ["Page"]);
    assert_eq!(
        course.launchables().next().unwrap().kind,
        Some(ResourceKind::Asset)
    );
}

#[test]
fn a_missing_title_is_taken_from_what_there_is() {
    let untitled =
        scorm12(&item("A", ""), &sco("R-A", "a.html")).replace("<title>Course</title>", "");
    assert_eq!(parse(&untitled).title, "Title A");
    let described = untitled.replace(
        "</metadata>",
        "<lom><general><title><langstring>From metadata</langstring></title></general></lom></metadata>",
    );
    assert_eq!(parse(&described).title, "From metadata");
    let bare = untitled.replace("<title>Title A</title>", "<title> </title>");
    let course = parse(&bare);
    assert_eq!(
        (
            course.title.as_str(),
            course.items().next().unwrap().title.as_str()
        ),
        ("A", "A")
    );
    assert_eq!(codes(&course), ["title-missing", "title-missing"]);
    let nameless = parse(&untitled.replace("<organization identifier=\"O\">", "<organization>"));
    let sentences = nameless.problems.iter().map(ToString::to_string);
    assert!(
        sentences
            .into_iter()
            .any(|it| it.starts_with("\"M\" has no title"))
    );
}

#[test]
fn odd_identifiers_are_kept_as_they_are() {
    for identifier in ["a.b.c", "a b", "درس-١", "1", "a/b#c?d", "a&amp;b"] {
        let items = item(identifier, "");
        let course = parse(&scorm12(&items, &sco(&format!("R-{identifier}"), "a.html")));
        assert_eq!(identifiers(&course), [identifier.replace("&amp;", "&")]);
        assert!(course.is_playable());
    }
}

#[test]
fn identifiers_that_are_missing_or_used_twice_are_made_unique() {
    let items = [item("A", ""), item("A", &item("A", "")), item("A~3", "")].concat();
    let course = parse(&scorm12(&items, &sco("R-A", "a.html")));
    assert_eq!(identifiers(&course), ["A", "A~2", "A~3", "A~3~4"]);
    let nameless = "<item identifierref='R-A'><title>One</title></item><item identifierref='R-A'><title>Two</title></item>";
    let course = parse(&scorm12(nameless, &sco("R-A", "a.html")));
    assert_eq!(identifiers(&course), ["item~2", "item~3"]);
    assert_eq!(course.launchables().count(), 2);
}

#[test]
fn items_that_lead_nowhere_are_reported_and_the_others_play() {
    let resources = [
        sco("R-A", "a.html"),
        sco("R-C", "").replace("href=\"\"", ""),
    ]
    .concat();
    let items = [item("A", ""), item("B", ""), item("C", "")].concat();
    let course = parse(&scorm12(&items, &resources));
    assert_eq!(course.launchables().count(), 1);
    assert_eq!(
        warnings(&course),
        ["resource-unknown", "resource-without-href"]
    );
    assert!(course.is_playable());
}

#[test]
fn a_course_that_opens_nothing_is_blocked() {
    let course = parse(&scorm12(&item("A", ""), ""));
    assert!(!course.is_playable());
    assert_eq!(warnings(&course), ["nothing-to-launch", "resource-unknown"]);
}

#[test]
fn the_first_of_two_resources_of_one_name_counts() {
    let resources = [sco("R-A", "first.html"), sco("R-A", "second.html")].concat();
    let course = parse(&scorm12(&item("A", ""), &resources));
    assert_eq!(
        course.items().next().unwrap().launch.url().as_deref(),
        Some("first.html")
    );
    assert_eq!(codes(&course), ["resource-duplicate"]);
}

#[test]
fn a_group_with_a_page_opens_it_though_2004_does_not_provide_for_it() {
    let items = item("A", &item("B", ""));
    let resources = [sco("R-A", "a.html"), sco("R-B", "b.html")].concat();
    assert_eq!(parse(&scorm12(&items, &resources)).launchables().count(), 2);
    let course = parse(&scorm2004(&items, &resources));
    assert_eq!(course.launchables().count(), 2);
    assert_eq!(codes(&course), ["launch-on-branch"]);
}

#[test]
fn a_manifest_inside_the_manifest_is_joined_where_it_is_referenced() {
    let inner = format!(
        "<manifest identifier='Inner' xml:base='inner/'><organizations><organization identifier='I'><title>I</title>{}
         </organization></organizations><resources>{}</resources></manifest>",
        item("B", ""),
        sco("R-B", "b.html")
    );
    let group = "<item identifier='G' identifierref='Inner'><title>Group</title></item>";
    let text = scorm12(
        &[item("A", ""), group.to_owned()].concat(),
        &sco("R-A", "a.html"),
    )
    .replace(
        "</resources></manifest>",
        &format!("</resources>{inner}</manifest>"),
    );
    let course = parse(&text);
    assert_eq!(identifiers(&course), ["A", "G", "B"]);
    let urls: Vec<_> = course
        .launchables()
        .filter_map(|item| item.launch.url())
        .collect();
    assert_eq!(urls, ["a.html", "inner/b.html"]);
    assert_eq!(codes(&course), ["sub-manifest-joined"]);
}

#[test]
fn wrong_and_missing_namespaces_do_no_harm() {
    let right = scorm12(
        &item("A", "<adlcp:masteryscore>80</adlcp:masteryscore>"),
        &sco("R-A", "a.html"),
    );
    let unbound = right.replace("xmlns:adlcp", "data-x");
    let wrong = right
        .replace("adlcp_rootv1p2", "anything")
        .replace("imscp_rootv1p1p2", "else");
    let prefixed = right
        .replace("<item", "<ims:item")
        .replace("</item", "</ims:item");
    let located = right.replace(
        "<manifest ",
        "<manifest xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='nowhere' ",
    );
    for text in [right, unbound, wrong, prefixed, located] {
        let course = parse(&text);
        assert_eq!(
            course.items().next().unwrap().mastery_score,
            Some(80.0),
            "{text}"
        );
        assert_eq!(course.scos().count(), 1);
        assert_eq!(codes(&course), [""; 0]);
    }
}

#[test]
fn manifests_that_name_their_resources_alike_keep_their_own() {
    let inner = |name: &str| {
        format!(
            "<manifest identifier='{name}' xml:base='{name}/'><organizations><organization>
             <item identifierref='R-A'><title>x</title></item></organization></organizations>
             <resources>{}</resources></manifest>",
            sco("R-A", "a.html")
        )
    };
    let group = |name: &str| format!("<item identifierref='{name}'><title>x</title></item>");
    let items = [item("A", ""), group("one"), group("two")].concat();
    let inside = [inner("one"), inner("two")].concat();
    let text = scorm12(&items, &sco("R-A", "a.html")).replace(
        "</resources></manifest>",
        &format!("</resources>{inside}</manifest>"),
    );
    let course = parse(&text);
    let urls: Vec<_> = course
        .launchables()
        .filter_map(|item| item.launch.url())
        .collect();
    assert_eq!(urls, ["a.html", "one/a.html", "two/a.html"]);
}

#[test]
fn what_is_shared_is_shared_beyond_the_course_unless_the_manifest_says_otherwise() {
    for (value, expected, problems) in [
        ("false", false, vec![]),
        ("perhaps", true, vec!["value-invalid"]),
    ] {
        for name in ["objectivesGlobalToSystem", "sharedDataGlobalToSystem"] {
            let stated = format!("<organization adlseq:{name}='{value}' ");
            let text = scorm2004(&item("A", ""), &sco("R-A", "a.html"));
            let course = parse(&text.replace("<organization ", &stated));
            let organization = course.organization().unwrap();
            let read = match name {
                "objectivesGlobalToSystem" => organization.objectives_global_to_system,
                _ => organization.shared_data_global_to_system,
            };
            assert_eq!(
                (read, codes(&course)),
                (expected, problems.clone()),
                "{name}"
            );
        }
    }
}
