//! Manifests: the bytes of an `imsmanifest.xml` to a [`Course`] and everything worth saying about
//! it. Pure and forgiving: it never stops at the first problem and never panics; a [`Refusal`]
//! means that no course could be made at all. Knows nothing of archives, files or people.

mod built;
mod course;
mod details;
mod fields;
mod items;
mod launch;
mod prerequisite_check;
mod problem;
mod read_sequencing;
mod resources;
pub mod sequencing;
mod sequencing_check;
mod text;
mod version;
mod vocabulary;
mod xml;

pub use course::{
    CompletionThreshold, Course, DataMap, Item, Items, LmsControl, Organization, Resource,
    ResourceKind, TimeLimitAction,
};
pub use launch::LaunchTarget;
pub use problem::{Problem, ProblemKind, Refusal, Severity};
pub use version::{Edition, VersionReason};

pub use crate::runtime::Standard;

use items::{ItemReader, Scope};
use problem::Problems;
use resources::Resources;
use xml::Element;

/// Larger than any manifest seen; a longer one is a mistake or an attack.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// Reads a manifest. Safe on any input: a few hundred milliseconds at most, no recursion deeper
/// than a hundred levels, no network and no file.
pub fn parse(bytes: &[u8]) -> Result<Course, Refusal> {
    if bytes.len() > MAX_BYTES {
        return Err(Refusal::TooLarge {
            size: bytes.len(),
            limit: MAX_BYTES,
        });
    }
    let mut problems = Problems::default();
    let text = text::decode(bytes, &mut problems);
    if let Some(refusal) = refusal_at_first_sight(&text) {
        return Err(refusal);
    }
    let root = xml::parse(&text, &mut problems)?;
    if !root.is("manifest") {
        return Err(refusal_of_root(&root));
    }
    course_of(&root, problems)
}

/// What is no manifest is better named than blamed for bad XML.
fn refusal_at_first_sight(text: &str) -> Option<Refusal> {
    let start: String = text.trim_start().chars().take(40).collect();
    let start = start.to_ascii_lowercase();
    if start.is_empty() {
        return Some(Refusal::Empty);
    }
    if start.starts_with("[course]") || start.starts_with("\"system_id\"") {
        return Some(Refusal::Aicc);
    }
    if start.starts_with("<!doctype html") || start.starts_with("<html") {
        return Some(Refusal::WebPage);
    }
    None
}

fn refusal_of_root(root: &Element) -> Refusal {
    match root.local_name().to_ascii_lowercase().as_str() {
        "coursestructure" => Refusal::Cmi5,
        "tincan" => Refusal::TinCan,
        "html" => Refusal::WebPage,
        _ => Refusal::OtherRoot {
            root: root.name.clone(),
        },
    }
}

fn course_of(manifest: &Element, mut problems: Problems) -> Result<Course, Refusal> {
    let (edition, version_reason) = version::detect(manifest, &mut problems);
    note_other_schema(manifest, &mut problems);
    let resources = Resources::read(manifest, &mut problems);
    let identifier = resources::identifier_of(manifest).to_owned();
    let scope = Scope::of(manifest, &mut problems)?;
    let mut reader = ItemReader::new(edition.standard(), &resources, &mut problems);

    let mut organizations = Vec::new();
    for group in manifest.all("organizations") {
        for element in group.all("organization") {
            organizations.push(reader.organization(element, &scope)?);
        }
    }
    if organizations
        .iter()
        .all(|organization| organization.items.is_empty())
    {
        let stated = organizations.into_iter().next().unwrap_or_default();
        organizations = vec![reader.built_organization(stated, &identifier)];
    }
    let default_organization = default_index(manifest, &organizations, &mut problems);
    let title = title_of(
        manifest,
        organizations.get_mut(default_organization),
        &identifier,
        &mut problems,
    );
    for organization in &mut organizations {
        sequencing_check::check(organization, edition, &mut problems);
        if edition.standard() == Standard::Scorm12 {
            prerequisite_check::check(organization, &mut problems);
        }
    }
    let default_items = organizations
        .get(default_organization)
        .map(|it| it.items.as_slice());
    if !default_items.is_some_and(items::any_launchable) {
        problems.push(ProblemKind::NothingToLaunch);
    }
    Ok(Course {
        standard: edition.standard(),
        edition,
        version_reason,
        identifier,
        title,
        organizations,
        default_organization,
        resources: resources.into_list(),
        problems: problems.into_sorted(),
    })
}

/// Content packages that are not SCORM (Common Cartridge, plain IMS) can be shown all the same.
fn note_other_schema(manifest: &Element, problems: &mut Problems) {
    let metadata = manifest.first("metadata");
    if let Some(schema) = metadata.and_then(|metadata| metadata.child_text("schema"))
        && !schema.to_ascii_uppercase().contains("SCORM")
    {
        problems.push(ProblemKind::NotScorm {
            schema: schema.to_owned(),
        });
    }
}

/// The organisation to play: the default one, else the first one that opens something.
fn default_index(
    manifest: &Element,
    organizations: &[Organization],
    problems: &mut Problems,
) -> usize {
    let stated = manifest
        .first("organizations")
        .and_then(|group| group.attribute("default"));
    let wanted = stated.map(str::trim).filter(|wanted| !wanted.is_empty());
    let named = organizations
        .iter()
        .position(|organization| wanted.is_some_and(|wanted| organization.identifier == wanted));
    if let Some(index) = named {
        return index;
    }
    let index = organizations
        .iter()
        .position(|organization| items::any_launchable(&organization.items))
        .unwrap_or(0);
    let used = organizations
        .get(index)
        .map(|it| it.title.clone())
        .unwrap_or_default();
    match wanted {
        Some(wanted) => problems.push(ProblemKind::DefaultOrganizationUnknown {
            wanted: wanted.to_owned(),
            used,
        }),
        None if organizations.len() > 1 => {
            problems.push(ProblemKind::DefaultOrganizationMissing { used });
        }
        None => {}
    }
    index
}

/// The course's title: its organisation's, else that of its metadata, its first item or its
/// identifier; the organisation takes it over.
fn title_of(
    manifest: &Element,
    organization: Option<&mut Organization>,
    identifier: &str,
    problems: &mut Problems,
) -> String {
    let Some(organization) = organization else {
        return identifier.to_owned();
    };
    if !organization.title.is_empty() {
        return organization.title.clone();
    }
    let title = metadata_title(manifest)
        .or_else(|| organization.items.first().map(|item| item.title.clone()))
        .unwrap_or_else(|| identifier.to_owned());
    // An organisation that was built has no name of its own either.
    let nameless = organization.identifier.is_empty();
    let named = if nameless {
        identifier
    } else {
        &organization.identifier
    };
    problems.push(ProblemKind::TitleMissing {
        identifier: named.to_owned(),
        used: title.clone(),
    });
    organization.title.clone_from(&title);
    title
}

/// `lom/general/title`, in its first language.
fn metadata_title(manifest: &Element) -> Option<String> {
    let lom = manifest.first("metadata")?.first("lom")?;
    let title = lom.first("general")?.first("title")?;
    title
        .descendants()
        .find_map(Element::trimmed)
        .map(items::one_line)
}
