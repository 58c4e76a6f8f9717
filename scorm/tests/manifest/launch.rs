//! A37: the launch address of every combination of `href`, `parameters` and `xml:base`.

use scorm::manifest::LaunchTarget;

use crate::support::{codes, item, parse, sco, scorm12, warnings};

fn launched(href: &str, parameters: &str) -> LaunchTarget {
    let items = item("A", "").replace(
        "<item ",
        &format!("<item parameters=\"{}\" ", parameters.replace('&', "&amp;")),
    );
    let course = parse(&scorm12(&items, &sco("R-A", &href.replace('&', "&amp;"))));
    course.items().next().unwrap().launch.clone()
}

#[test]
fn the_published_table_holds() {
    for (href, parameters, path, suffix, url) in [
        ("a.html", "", "a.html", "", "a.html"),
        ("a.html", "x=1", "a.html", "?x=1", "a.html?x=1"),
        ("a.html", "?x=1", "a.html", "?x=1", "a.html?x=1"),
        ("a.html", "&x=1", "a.html", "?x=1", "a.html?x=1"),
        ("a.html", "?&x=1", "a.html", "?x=1", "a.html?x=1"),
        ("a.html", "?", "a.html", "", "a.html"),
        ("a.html?x=1", "?y=2", "a.html", "?x=1&y=2", "a.html?x=1&y=2"),
        ("a.html?x=1", "y=2", "a.html", "?x=1&y=2", "a.html?x=1&y=2"),
        ("a.html?", "y=2", "a.html", "?y=2", "a.html?y=2"),
        ("a.html", "#p2", "a.html", "#p2", "a.html#p2"),
        ("a.html#p2", "#p3", "a.html", "#p2", "a.html#p2"),
        ("a.html#p2", "?y=2", "a.html", "?y=2#p2", "a.html?y=2#p2"),
        (
            "a b/é.html?x=1#p2",
            "?y=2&z=#3",
            "a b/é.html",
            "?x=1&y=2&z=#p2",
            "a%20b/%C3%A9.html?x=1&y=2&z=#p2",
        ),
        (
            "a%20b/%C3%A9.html",
            "",
            "a b/é.html",
            "",
            "a%20b/%C3%A9.html",
        ),
        (
            "درس 1.html",
            "",
            "درس 1.html",
            "",
            "%D8%AF%D8%B1%D8%B3%201.html",
        ),
        ("100%.html", "", "100%.html", "", "100%25.html"),
        ("a%23b%3Fc.html", "", "a#b?c.html", "", "a%23b%3Fc.html"),
        ("a%2Fb.html", "", "a%2Fb.html", "", "a%252Fb.html"),
        ("./a.html", "", "a.html", "", "a.html"),
        ("./a/../b.html", "", "b.html", "", "b.html"),
        ("a//b.html", "", "a/b.html", "", "a/b.html"),
        ("a\\b.html", "", "a/b.html", "", "a/b.html"),
        ("/a.html", "", "a.html", "", "a.html"),
        ("../a.html", "", "a.html", "", "a.html"),
        (
            "%2e%2e/a.html",
            "",
            "%2e%2e/a.html",
            "",
            "%252e%252e/a.html",
        ),
        (" a.html ", " x=a b ", "a.html", "?x=a b", "a.html?x=a%20b"),
        ("a:b.html?u=http://host/", "", "", "", ""),
        (
            "a.html?u=http://host/x:y",
            "",
            "a.html",
            "?u=http://host/x:y",
            "a.html?u=http://host/x:y",
        ),
    ] {
        let target = launched(href, parameters);
        let expected = match path {
            "" => LaunchTarget::None,
            path => LaunchTarget::Package {
                path: path.to_owned(),
                suffix: suffix.to_owned(),
            },
        };
        assert_eq!(target, expected, "{href} + {parameters}");
        assert_eq!(
            target.url().unwrap_or_default(),
            url,
            "{href} + {parameters}"
        );
    }
}

#[test]
fn addresses_elsewhere_open_with_a_warning() {
    for (href, parameters, url) in [
        ("http://host/a b?x=1", "y=2", "http://host/a%20b?x=1&y=2"),
        ("HTTPS://host/a#p", "?y=2", "HTTPS://host/a?y=2#p"),
        ("//host/a", "", "https://host/a"),
    ] {
        assert_eq!(launched(href, parameters).url().as_deref(), Some(url));
        let course = parse(&scorm12(&item("A", ""), &sco("R-A", href)));
        assert_eq!(warnings(&course), ["href-external"], "{href}");
    }
}

#[test]
fn addresses_that_are_none_open_nothing_and_are_reported() {
    for href in [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "C:\\a.html",
        "data:text/html,x",
        "?x=1",
        "./",
    ] {
        let course = parse(&scorm12(&item("A", ""), &sco("R-A", href)));
        assert_eq!(
            warnings(&course),
            ["nothing-to-launch", "href-unusable"],
            "{href}"
        );
    }
}

#[test]
fn repairs_to_addresses_are_reported() {
    for (href, code) in [
        ("a\\b.html", "href-repaired"),
        ("/a.html", "href-repaired"),
        ("../a.html", "href-outside"),
    ] {
        let course = parse(&scorm12(&item("A", ""), &sco("R-A", href)));
        assert_eq!(codes(&course), [code], "{href}");
    }
}

#[test]
fn three_levels_of_base_combine() {
    for (manifest, resources, resource, path) in [
        ("one/", "two/", "three/", "one/two/three/a.html"),
        ("one", "two", "three", "one/two/three/a.html"),
        ("one/", "", "", "one/a.html"),
        ("", "two/", "../three/", "three/a.html"),
        ("one/", "/two/", "three/", "two/three/a.html"),
        ("one%20x/", "é\\", "", "one x/é/a.html"),
    ] {
        let text = scorm12(&item("A", ""), &sco("R-A", "a.html"))
            .replace("<manifest ", &format!("<manifest xml:base=\"{manifest}\" "))
            .replace(
                "<resources>",
                &format!("<resources xml:base=\"{resources}\">"),
            )
            .replace("<resource ", &format!("<resource xml:base=\"{resource}\" "));
        let course = parse(&text);
        let expected = LaunchTarget::Package {
            path: path.to_owned(),
            suffix: String::new(),
        };
        assert_eq!(course.items().next().unwrap().launch, expected, "{text}");
    }
}

#[test]
fn a_base_elsewhere_makes_the_address_external() {
    let text = scorm12(&item("A", ""), &sco("R-A", "a.html?x=1")).replace(
        "<resources>",
        "<resources xml:base=\"https://cdn.example/course\">",
    );
    let url = parse(&text).items().next().unwrap().launch.url();
    assert_eq!(
        url.as_deref(),
        Some("https://cdn.example/course/a.html?x=1")
    );
}

#[test]
fn files_are_decoded_against_the_base_and_listed_once() {
    let resource = r#"<resource identifier="R-A" adlcp:scormtype="sco" href="a.html" xml:base="x/">
        <file href="a.html"/><file href="./a.html"/><file href="b%20c.js"/><file href="http://host/x.js"/>
        <dependency identifierref="shared"/></resource><resource identifier="shared" adlcp:scormtype="asset"/>"#;
    let course = parse(&scorm12(&item("A", ""), resource));
    let resource = &course.resources[0];
    assert_eq!(resource.files, ["x/a.html", "x/b c.js"]);
    assert_eq!(resource.dependencies, ["shared"]);
    assert_eq!(resource.base, "x/");
    assert_eq!(codes(&course), [""; 0]);
}
