//! Which SCORM a manifest follows, and how that was found out. Looks at the manifest only.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::problem::{ProblemKind, Problems};
use super::xml::{Element, Space};
use crate::runtime::Standard;

/// The edition whose rules apply. Packages of the first 2004 edition are played as the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Edition {
    V12,
    Second,
    Third,
    Fourth,
}

impl Edition {
    pub const fn standard(self) -> Standard {
        match self {
            Self::V12 => Standard::Scorm12,
            Self::Second | Self::Third | Self::Fourth => Standard::Scorm2004,
        }
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::V12 => "SCORM 1.2",
            Self::Second => "SCORM 2004 2nd Edition",
            Self::Third => "SCORM 2004 3rd Edition",
            Self::Fourth => "SCORM 2004 4th Edition",
        })
    }
}

/// The sign that decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum VersionReason {
    /// `schemaversion` in the manifest's own metadata.
    Declared { value: String },
    /// `schemaversion` in the metadata of an organisation, item or resource.
    DeclaredDeeper { value: String },
    /// Elements that exist only in this version.
    Element { name: String },
    /// A namespace bound to a known address.
    Namespace { uri: String },
    /// `scormType` is spelt so since 2004, `scormtype` before.
    Spelling { attribute: String },
    /// Nothing spoke; the most common version was taken.
    Assumed,
}

impl fmt::Display for VersionReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Declared { value } => write!(f, "the manifest states schema version \"{value}\""),
            Self::DeclaredDeeper { value } => {
                write!(
                    f,
                    "a part of the manifest states schema version \"{value}\""
                )
            }
            Self::Element { name } => write!(f, "the manifest uses <{name}>"),
            Self::Namespace { uri } => write!(f, "the manifest uses the namespace {uri}"),
            Self::Spelling { attribute } => write!(f, "the manifest spells {attribute} so"),
            Self::Assumed => {
                f.write_str("nothing states a version, and SCORM 1.2 is the most common")
            }
        }
    }
}

/// Finds the version, most explicit sign first. A stated version wins over namespaces: tools copy
/// namespaces from templates, and players have always followed `schemaversion`.
pub(super) fn detect(manifest: &Element, problems: &mut Problems) -> (Edition, VersionReason) {
    declared(manifest, problems)
        .or_else(|| by_element(manifest))
        .or_else(|| by_namespace(manifest))
        .or_else(|| by_spelling(manifest))
        .unwrap_or_else(|| {
            problems.push(ProblemKind::VersionAssumed);
            (Edition::V12, VersionReason::Assumed)
        })
}

fn declared(manifest: &Element, problems: &mut Problems) -> Option<(Edition, VersionReason)> {
    let own = manifest
        .first("metadata")
        .and_then(|metadata| metadata.child_text("schemaversion"));
    if let Some(value) = own {
        if let Some(edition) = edition_of(value) {
            return Some((
                edition,
                VersionReason::Declared {
                    value: value.to_owned(),
                },
            ));
        }
        problems.push(ProblemKind::SchemaVersionUnknown {
            value: value.to_owned(),
        });
    }
    manifest
        .descendants()
        .filter(|element| element.is("schemaversion"))
        .filter_map(Element::trimmed)
        .find_map(|value| {
            let reason = VersionReason::DeclaredDeeper {
                value: value.to_owned(),
            };
            Some((edition_of(value)?, reason))
        })
}

fn edition_of(schema_version: &str) -> Option<Edition> {
    let version = schema_version.to_ascii_lowercase();
    let says = |word: &str| version.contains(word);
    if says("4th") || says("fourth") {
        return Some(Edition::Fourth);
    }
    if says("3rd") || says("third") {
        return Some(Edition::Third);
    }
    if says("2004") && (says("2nd") || says("1st") || says("second") || says("first")) {
        return Some(Edition::Second);
    }
    if version == "1.3" || says("cam 1.3") || says("scorm 1.3") {
        return Some(Edition::Second);
    }
    if says("2004") {
        return Some(Edition::Third);
    }
    (version == "1.2" || version == "1.2.0" || says("scorm 1.2")).then_some(Edition::V12)
}

fn by_element(manifest: &Element) -> Option<(Edition, VersionReason)> {
    let fourth = manifest.descendants().find(|element| {
        (element.is("data") && element.first("map").is_some())
            || element.attribute("completedByMeasure").is_some()
            || (element.space == Space::AdlSequencing && element.is("objectives"))
    });
    let sequencing = || {
        manifest
            .descendants()
            .find(|element| element.space == Space::Sequencing)
    };
    let (edition, element) = match fourth {
        Some(element) => (Edition::Fourth, element),
        None => (Edition::Third, sequencing()?),
    };
    Some((
        edition,
        VersionReason::Element {
            name: element.name.clone(),
        },
    ))
}

fn by_namespace(manifest: &Element) -> Option<(Edition, VersionReason)> {
    const KNOWN: [(&str, Edition); 5] = [
        ("adlcp_rootv1p2", Edition::V12),
        ("imscp_rootv1p1p2", Edition::V12),
        ("adlcp_v1p3", Edition::Third),
        ("adlnav_v1p3", Edition::Third),
        ("imscp_v1p1", Edition::Third),
    ];
    let bound: Vec<&str> = manifest
        .descendants()
        .flat_map(Element::namespaces)
        .collect();
    KNOWN.iter().find_map(|(part, edition)| {
        let uri = bound
            .iter()
            .find(|uri| uri.to_ascii_lowercase().contains(part))?;
        Some((
            *edition,
            VersionReason::Namespace {
                uri: (*uri).to_owned(),
            },
        ))
    })
}

fn by_spelling(manifest: &Element) -> Option<(Edition, VersionReason)> {
    manifest
        .descendants()
        .flat_map(|element| &element.attributes)
        .find_map(|attribute| {
            let edition = match attribute.local_name() {
                "scormType" => Edition::Third,
                "scormtype" => Edition::V12,
                _ => return None,
            };
            Some((
                edition,
                VersionReason::Spelling {
                    attribute: attribute.local_name().to_owned(),
                },
            ))
        })
}
