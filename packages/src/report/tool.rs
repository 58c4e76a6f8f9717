//! Which authoring tool made a package, by the files and words it leaves behind.

use super::Evidence;
use crate::scan::Mark;

/// The first that fits; more particular signs come first, because tools build on one another.
pub(super) fn recognise(evidence: &Evidence<'_>) -> Option<&'static str> {
    const FILES: &[(&str, &str)] = &[
        ("scormcontent/lib/rise", "Articulate Rise"),
        ("scormcontent/lib/main.bundle.js", "Articulate Rise"),
        ("html5/lib/scripts/slides.min.js", "Articulate Storyline"),
        ("story_content/", "Articulate Storyline"),
        ("presentation_content/", "Articulate Presenter"),
        ("adapt/js/", "Adapt"),
        ("assets/js/cpm.js", "Adobe Captivate"),
        ("cpm.js", "Adobe Captivate"),
        ("common_html_scripts/", "Lectora"),
        ("a001index.html", "Lectora"),
        ("common_i18n.js", "eXeLearning"),
        ("exe_jquery.js", "eXeLearning"),
        ("h5p.json", "H5P"),
        ("h5p-standalone", "H5P"),
        ("golfsamples", "Rustici golf examples"),
    ];
    const MARKS: &[(Mark, &str)] = &[
        (Mark::Storyline, "Articulate Storyline"),
        (Mark::Captivate, "Adobe Captivate"),
        (Mark::ISpring, "iSpring"),
        (Mark::Exe, "eXeLearning"),
        (Mark::Xerte, "Xerte"),
        (Mark::Lectora, "Lectora"),
        (Mark::ActivePresenter, "ActivePresenter"),
        (Mark::Easygenerator, "Easygenerator"),
        (Mark::Genially, "Genially"),
        (Mark::Camtasia, "Camtasia"),
        (Mark::H5p, "H5P"),
        (Mark::RusticiDriver, "a tool that uses the Rustici driver"),
    ];
    let paths: Vec<String> = evidence
        .files
        .iter()
        .map(|file| file.path.as_str().to_ascii_lowercase())
        .collect();
    let by_file = FILES
        .iter()
        .find(|(part, _)| paths.iter().any(|path| path.contains(part)));
    let by_mark = || {
        MARKS
            .iter()
            .find(|(mark, _)| evidence.has(*mark))
            .map(|(_, name)| *name)
    };
    by_file.map(|(_, name)| *name).or_else(by_mark)
}
