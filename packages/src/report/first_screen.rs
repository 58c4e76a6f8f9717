//! How long a learner waits for the first page: its own bytes and those of the scripts, style
//! sheets, images and frames it names, over a slow line. What scripts load later is not seen.

use std::collections::BTreeSet;

use super::{Evidence, FirstPage, Report, Severity};
use crate::size::human;
use crate::version::FileEntry;

/// Compressed bytes per second of a 1 Mbps line.
const BYTES_PER_SECOND: u64 = 1_000_000 / 8;
/// Longer than this, people give up.
const SLOW_SECONDS: u64 = 20;
const MOST_REFERENCES: usize = 500;

pub(super) fn describe(report: &mut Report, evidence: &Evidence<'_>) {
    let Some(page) = evidence.first_page else {
        return;
    };
    let Some(entry) = evidence.find(page.path.as_str()) else {
        return;
    };
    let mut counted = BTreeSet::from([entry.path.as_str()]);
    let mut bytes = transferred(entry);
    for reference in references(&page.text) {
        let Some(file) = resolve(evidence, page, reference) else {
            continue;
        };
        if counted.insert(file.path.as_str()) {
            bytes += transferred(file);
        }
    }
    let seconds = bytes.div_ceil(BYTES_PER_SECOND);
    let (size, path) = (human(bytes), page.path.to_string());
    let is_instant = bytes < BYTES_PER_SECOND;
    let wait = if is_instant {
        "under 1 s".to_owned()
    } else {
        format!("about {seconds} s")
    };
    let text = format!("The first page loads {size}, {wait} at 1 Mbps ({path}).");
    let args = [
        ("bytes", bytes.to_string()),
        ("size", size),
        (
            "seconds",
            if is_instant {
                "instant".to_owned()
            } else {
                seconds.to_string()
            },
        ),
        ("page", path),
    ];
    if seconds > SLOW_SECONDS {
        report.add(Severity::Warning, "first-screen-slow", args, text);
    } else {
        report.add(Severity::Note, "first-screen", args, text);
    }
    missing(report, evidence, page);
    screen(report, page);
}

/// Scripts and styles the first page cannot do without, whether the manifest lists them or not.
fn missing(report: &mut Report, evidence: &Evidence<'_>, page: &FirstPage) {
    // What a base changes is not worth a wrong warning.
    if page.text.to_ascii_lowercase().contains("<base ") {
        return;
    }
    let html = without_comments(&page.text);
    let absent: BTreeSet<&str> = references(&html)
        .filter(|reference| is_written_out(reference))
        .filter(|reference| resolve(evidence, page, reference).is_none())
        .collect();
    let absent: Vec<&str> = absent.into_iter().collect();
    let about = "The first page needs files that are not in the zip archive; it may stay empty. \
                 Export the package again";
    report.add_files(Severity::Warning, "first-page-missing", &absent, about);
}

/// Old browsers' scripts stand in conditional comments, and nobody misses them.
fn without_comments(html: &str) -> String {
    let mut pieces = html.split("<!--");
    let start = pieces.next().unwrap_or_default();
    let shown = pieces.filter_map(|piece| Some(piece.split_once("-->")?.1));
    std::iter::once(start).chain(shown).collect()
}

/// A script or style sheet of the package by its plain name, not one that a script puts together.
fn is_written_out(reference: &str) -> bool {
    let path = reference
        .split_once(['?', '#'])
        .map_or(reference, |(path, _)| path);
    let plain = |c: char| c.is_alphanumeric() || " ._-/%~@()".contains(c);
    let ending = path.rsplit_once('.').map(|(_, ending)| ending);
    let needed = ["js", "mjs", "css"];
    !reference.starts_with('/')
        && path.chars().all(plain)
        && ending.is_some_and(|it| needed.iter().any(|end| it.eq_ignore_ascii_case(end)))
}

/// The bytes that travel.
fn transferred(file: &FileEntry) -> u64 {
    file.gzip.map_or(file.body.len, |gzip| gzip.len)
}

/// The values of `src` and of stylesheets' `href` attributes, without parsing HTML: counting a
/// reference that a comment hides is harmless.
fn references(html: &str) -> impl Iterator<Item = &str> {
    let attributes = [" src=", " data-main=", " href="];
    let found = attributes.into_iter().flat_map(move |name| {
        html.split(name).skip(1).filter_map(move |rest| {
            let value = match rest.strip_prefix(['"', '\'']) {
                Some(quoted) => quoted.split_once(['"', '\'']).map(|(value, _)| value)?,
                None => rest.split_once([' ', '>']).map(|(value, _)| value)?,
            };
            let linked = name != " href=" || is_style(value);
            linked.then_some(value)
        })
    });
    found.take(MOST_REFERENCES)
}

fn is_style(href: &str) -> bool {
    let path = href.split_once('?').map_or(href, |(path, _)| path);
    path.rsplit_once('.')
        .is_some_and(|(_, end)| end.eq_ignore_ascii_case("css"))
}

fn resolve<'a>(
    evidence: &Evidence<'a>,
    page: &FirstPage,
    reference: &str,
) -> Option<&'a FileEntry> {
    if reference.contains("://") || reference.starts_with("//") || reference.starts_with("data:") {
        return None;
    }
    let path = reference
        .split_once(['?', '#'])
        .map_or(reference, |(path, _)| path);
    if path.starts_with('/') {
        return evidence.find(path);
    }
    evidence.find(&format!("{}/{path}", page.path.folder()))
}

/// Whether the page fits 1024×768, where it says so.
fn screen(report: &mut Report, page: &FirstPage) {
    let text = page.text.to_ascii_lowercase();
    let Some((_, viewport)) = text.split_once("name=\"viewport\"") else {
        return;
    };
    let viewport = viewport.split_once('>').map_or(viewport, |(tag, _)| tag);
    if viewport.contains("width=device-width") {
        let text = "The first page adapts to the width of the screen.".to_owned();
        report.add(Severity::Note, "screen-responsive", [], text);
        return;
    }
    let number = |name: &str| {
        let (_, rest) = viewport.split_once(name)?;
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        rest.get(..end)?.parse::<u32>().ok()
    };
    let (width, height) = (number("width="), number("height="));
    let (Some(width), height) = (width, height.unwrap_or_default()) else {
        return;
    };
    let fits = width <= 1024 && height <= 768;
    let severity = if fits {
        Severity::Note
    } else {
        Severity::Warning
    };
    let sentence = if fits { "fits" } else { "does not fit" };
    let text = format!(
        "The first page is made for {width} × {height} points and {sentence} a screen of 1024 × 768."
    );
    let args = [("width", width.to_string()), ("height", height.to_string())];
    report.add(severity, "screen-fixed", args, text);
}

#[cfg(test)]
mod tests {
    use super::{is_written_out, references, without_comments};

    #[test]
    fn scripts_styles_images_and_frames_are_counted_and_links_are_not() {
        let html = r#"<link rel=stylesheet href="a.css?v=1"><script src='b.js'></script>
            <img alt="" src=c.png ><iframe src="d.html"></iframe><a href="e.html">e</a>"#;
        let found: Vec<_> = references(html).collect();
        assert_eq!(found, ["b.js", "c.png", "d.html", "a.css?v=1"]);
    }

    #[test]
    fn only_names_that_are_written_out_can_be_missed() {
        for name in ["a.js", "../lib/b.CSS?v=2", "my%20script.js", "درس.js"] {
            assert!(is_written_out(name), "{name}");
        }
        for name in [
            "' + name + '.js",
            "{{path}}.js",
            "/x.js",
            "data:x",
            "//cdn/x.js",
            "a.png",
        ] {
            assert!(!is_written_out(name), "{name}");
        }
        let html = "<!--[if IE]><script src=a.js></script><![endif]--><script src=b.js></script>";
        assert_eq!(without_comments(html), "<script src=b.js></script>");
    }
}
