//! The `<resources>` of a manifest and of the manifests inside it.

use std::collections::{BTreeSet, HashMap};

use super::course::{Resource, ResourceKind};
use super::launch::{LaunchTarget, Reference, Repair, join_base, resolve};
use super::problem::{ProblemKind, Problems};
use super::xml::Element;

/// Resources in manifest order, found by identifier.
#[derive(Debug, Default)]
pub(super) struct Resources {
    list: Vec<Resource>,
    /// The first of each identifier, wherever it stands.
    by_identifier: HashMap<String, usize>,
    /// By the identifier of their manifest and their own: manifests that were joined often name
    /// their resources alike.
    by_manifest: HashMap<(String, String), usize>,
    /// The identifiers of those that can be opened and state no type.
    untyped: Vec<String>,
}

impl Resources {
    /// Collects the resources of `manifest` and of every manifest inside it.
    pub(super) fn read(manifest: &Element, problems: &mut Problems) -> Self {
        let mut resources = Self::default();
        let untyped = if speaks_of_scorm(manifest) {
            ResourceKind::Sco
        } else {
            ResourceKind::Asset
        };
        resources.add_manifest(manifest, "", untyped, problems);
        resources.check_dependencies(problems);
        resources.note_untyped(untyped, problems);
        resources
    }

    /// Finds a resource as an item of `manifest` refers to it: at home first, then anywhere.
    pub(super) fn find(&self, manifest: &str, identifier: &str) -> Option<(usize, &Resource)> {
        let at_home = self
            .by_manifest
            .get(&(manifest.to_owned(), identifier.to_owned()));
        let index = *at_home.or_else(|| self.by_identifier.get(identifier))?;
        Some((index, self.list.get(index)?))
    }

    pub(super) fn list(&self) -> &[Resource] {
        &self.list
    }

    pub(super) fn into_list(self) -> Vec<Resource> {
        self.list
    }

    fn add_manifest(
        &mut self,
        manifest: &Element,
        above: &str,
        untyped: ResourceKind,
        problems: &mut Problems,
    ) {
        let name = identifier_of(manifest);
        let base = noted_base(above, manifest, problems);
        for group in manifest.all("resources") {
            let base = noted_base(&base, group, problems);
            for element in group.all("resource") {
                self.add(element, name, &base, untyped, problems);
            }
        }
        for inner in manifest.all("manifest") {
            self.add_manifest(inner, &base, untyped, problems);
        }
    }

    fn add(
        &mut self,
        element: &Element,
        manifest: &str,
        above: &str,
        untyped: ResourceKind,
        problems: &mut Problems,
    ) {
        let identifier = identifier_of(element).to_owned();
        let key = (manifest.to_owned(), identifier.clone());
        if self.by_manifest.contains_key(&key) {
            problems.push(ProblemKind::ResourceDuplicate { identifier });
            return;
        }
        let index = self.list.len();
        self.by_manifest.insert(key, index);
        self.by_identifier
            .entry(identifier.clone())
            .or_insert(index);
        let base = noted_base(above, element, problems);
        let href = element
            .attribute("href")
            .map(str::trim)
            .filter(|href| !href.is_empty());
        let kind = self.kind(element, &identifier, href.is_some(), untyped);
        let files = files(element, &base);
        let dependencies = element
            .all("dependency")
            .filter_map(|dependency| dependency.attribute("identifierref"))
            .map(|reference| reference.trim().to_owned())
            .collect();
        self.list.push(Resource {
            href: href.map(str::to_owned),
            kind,
            identifier,
            base,
            files,
            dependencies,
        });
    }

    fn kind(
        &mut self,
        element: &Element,
        identifier: &str,
        has_href: bool,
        untyped: ResourceKind,
    ) -> ResourceKind {
        let stated = element
            .attribute("scormtype")
            .map(|value| value.trim().to_ascii_lowercase());
        match stated.as_deref() {
            Some("sco") => ResourceKind::Sco,
            Some("asset") => ResourceKind::Asset,
            _ => {
                if has_href {
                    self.untyped.push(identifier.to_owned());
                }
                untyped
            }
        }
    }

    /// One line for all of them: a tool that leaves the type out does so for every resource.
    fn note_untyped(&self, used: ResourceKind, problems: &mut Problems) {
        let Some(first) = self.untyped.first() else {
            return;
        };
        let used = match used {
            ResourceKind::Sco => "SCO",
            ResourceKind::Asset => "asset",
        };
        problems.push(ProblemKind::ScormTypeMissing {
            count: self.untyped.len(),
            resource: first.clone(),
            used: used.to_owned(),
        });
    }

    fn check_dependencies(&self, problems: &mut Problems) {
        for resource in &self.list {
            for dependency in &resource.dependencies {
                if !self.by_identifier.contains_key(dependency) {
                    problems.push(ProblemKind::DependencyUnknown {
                        resource: resource.identifier.clone(),
                        dependency: dependency.clone(),
                    });
                }
            }
        }
    }
}

/// The identifier of a manifest or resource, empty when it has none.
pub(super) fn identifier_of(element: &Element) -> &str {
    element
        .attribute("identifier")
        .map(str::trim)
        .unwrap_or_default()
}

/// Whether the package means to be SCORM at all: then a resource that states no type is better
/// taken for a SCO, so that nothing its page reports is lost.
fn speaks_of_scorm(manifest: &Element) -> bool {
    manifest.descendants().any(|element| {
        element
            .namespaces()
            .any(|uri| uri.to_ascii_lowercase().contains("adlcp"))
            || element.attribute("scormtype").is_some()
            || (element.is("schema") && element.text.to_ascii_uppercase().contains("SCORM"))
    })
}

fn noted_base(above: &str, element: &Element, problems: &mut Problems) -> String {
    let own = element.xml_base();
    if let Some(base) = own.filter(|base| !base.ends_with(['/', '\\'])) {
        problems.push(ProblemKind::BaseWithoutSlash {
            base: base.to_owned(),
        });
    }
    join_base(above, own)
}

fn files(element: &Element, base: &str) -> Vec<String> {
    let mut seen = BTreeSet::new();
    element
        .all("file")
        .filter_map(|file| file.attribute("href"))
        .filter_map(|href| match resolve(base, href) {
            Reference::Package { path, .. } => Some(path),
            Reference::External { .. } | Reference::Unusable => None,
        })
        .filter(|path| !path.is_empty() && seen.insert(path.clone()))
        .collect()
}

/// What a resource opens by itself; `item` names the one that opens it.
pub(super) fn launch_target(
    resource: &Resource,
    item: &str,
    problems: &mut Problems,
) -> LaunchTarget {
    let Some(href) = &resource.href else {
        problems.push(ProblemKind::ResourceWithoutHref {
            item: item.to_owned(),
            resource: resource.identifier.clone(),
        });
        return LaunchTarget::None;
    };
    let unusable = ProblemKind::HrefUnusable {
        resource: resource.identifier.clone(),
        href: href.clone(),
    };
    match resolve(&resource.base, href) {
        Reference::Package { path, .. } if path.is_empty() => {
            problems.push(unusable);
            LaunchTarget::None
        }
        Reference::Package {
            path,
            suffix,
            repair,
        } => {
            let (href, used) = (href.clone(), path.clone());
            match repair {
                Repair::Nothing => {}
                Repair::Spelling => problems.push(ProblemKind::HrefRepaired { href, used }),
                Repair::LeftThePackage => problems.push(ProblemKind::HrefOutside { href, used }),
            }
            LaunchTarget::Package { path, suffix }
        }
        Reference::External { url } => {
            problems.push(ProblemKind::HrefExternal {
                item: item.to_owned(),
                url: url.clone(),
            });
            LaunchTarget::External { url }
        }
        Reference::Unusable => {
            problems.push(unusable);
            LaunchTarget::None
        }
    }
}
