//! Which folder of the archive is the package: the shallowest that holds a manifest.

use crate::archive::Entry;
use crate::limits::Limits;
use crate::path::PackagePath;
use crate::refusal::{NoManifestHint, Refusal};

/// Where the package begins.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Root {
    /// Empty for the top of the archive.
    pub(super) folder: String,
    /// The manifest's file name as spelled.
    pub(super) manifest_name: String,
}

/// People zip the folder instead of its content, and some tools add a folder of their own.
pub(super) fn find(entries: &[Entry], limits: &Limits) -> Result<Root, Refusal> {
    let mut manifests: Vec<&PackagePath> = entries
        .iter()
        .map(|entry| &entry.path)
        .filter(|path| path.file_name().eq_ignore_ascii_case("imsmanifest.xml"))
        .collect();
    // The exact spelling wins over another in the same folder.
    manifests.sort_by_key(|path| {
        (
            path.depth(),
            path.folder(),
            path.file_name() != "imsmanifest.xml",
        )
    });
    manifests.dedup_by_key(|path| path.folder());
    match manifests.as_slice() {
        [] => Err(Refusal::NoManifest {
            hint: guess(entries),
        }),
        [first, ..] if first.depth() > limits.max_root_depth => Err(Refusal::NoManifest {
            hint: NoManifestHint::TooDeep(first.to_string()),
        }),
        [first, second, ..] if first.depth() == second.depth() => Err(Refusal::SeveralPackages {
            first: first.folder().to_owned(),
            second: second.folder().to_owned(),
        }),
        [first, ..] => Ok(Root {
            folder: first.folder().to_owned(),
            manifest_name: first.file_name().to_owned(),
        }),
    }
}

/// What people upload instead of a package.
fn guess(entries: &[Entry]) -> NoManifestHint {
    let has = |names: &[&str]| {
        entries.iter().any(|entry| {
            names
                .iter()
                .any(|name| entry.path.file_name().eq_ignore_ascii_case(name))
        })
    };
    let ends = |end: &str| {
        entries
            .iter()
            .find(|e| e.path.as_str().to_ascii_lowercase().ends_with(end))
    };
    if has(&["cmi5.xml"]) {
        return NoManifestHint::OtherStandard("cmi5");
    }
    if has(&["tincan.xml"]) {
        return NoManifestHint::OtherStandard("Tin Can (xAPI)");
    }
    if ends(".crs").is_some() && ends(".au").is_some() {
        return NoManifestHint::OtherStandard("AICC");
    }
    if has(&["h5p.json"]) {
        return NoManifestHint::OtherStandard("H5P");
    }
    if has(&["story.html", "story_html5.html"]) {
        return NoManifestHint::WebPublication("Articulate Storyline");
    }
    if has(&["CPM.js", "captivate.css"]) {
        return NoManifestHint::WebPublication("Adobe Captivate");
    }
    if has(&["content.xml", "contentv3.xml"]) {
        return NoManifestHint::WebPublication("eXeLearning");
    }
    ends(".zip").map_or(NoManifestHint::Unknown, |entry| {
        NoManifestHint::NestedZip(entry.path.to_string())
    })
}
