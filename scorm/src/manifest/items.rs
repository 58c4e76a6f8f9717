//! Organisations and items: the tree of activities, with manifests inside the manifest joined in
//! where items refer to them.

use std::collections::{HashMap, HashSet};

use super::course::{Item, Organization};
use super::details::Details;
use super::fields::flag;
use super::launch::{LaunchTarget, with_parameters};
use super::problem::{ProblemKind, Problems, Refusal};
use super::read_sequencing::{self, Collection};
use super::resources::{Resources, identifier_of, launch_target};
use super::sequencing::Sequencing;
use super::xml::Element;
use crate::runtime::Standard;

/// More than any real course; keeps a manifest that refers to itself again and again finite.
pub(super) const MAX_ITEMS: usize = 20_000;
/// Deep enough for every real course, and shallow enough that the course can be stored as JSON,
/// whose readers stop at 128 levels: an item takes two.
const MAX_ITEM_DEPTH: usize = 50;

/// All prerequisites of a course together; the standard asks players to take 200 characters each.
const MAX_SCRIPT_BYTES: usize = 1_000_000;

/// The elements of shared sequencing, counted for each item that uses it: no more than a manifest
/// may have of its own.
const MAX_SHARED_ELEMENTS: usize = 500_000;

/// What the items of one manifest are read against.
pub(super) struct Scope<'a> {
    manifest: &'a str,
    collection: Collection<'a>,
    inner_manifests: HashMap<&'a str, &'a Element>,
}

impl<'a> Scope<'a> {
    pub(super) fn of(manifest: &'a Element, problems: &mut Problems) -> Result<Self, Refusal> {
        let inner = manifest.all("manifest");
        let named = inner.filter_map(|it| Some((it.attribute("identifier")?.trim(), it)));
        Ok(Self {
            manifest: identifier_of(manifest),
            collection: Collection::of(manifest, problems)?,
            inner_manifests: named.collect(),
        })
    }
}

/// Reads items and keeps their identifiers unique.
pub(super) struct ItemReader<'a> {
    pub(super) standard: Standard,
    pub(super) resources: &'a Resources,
    pub(super) problems: &'a mut Problems,
    taken: HashSet<String>,
    count: usize,
    renamed: usize,
    script_bytes: usize,
    shared_elements: usize,
    /// Manifests being joined, outermost first: one that comes again would never end.
    joining: Vec<String>,
}

impl<'a> ItemReader<'a> {
    pub(super) fn new(
        standard: Standard,
        resources: &'a Resources,
        problems: &'a mut Problems,
    ) -> Self {
        Self {
            standard,
            resources,
            problems,
            taken: HashSet::new(),
            count: 0,
            renamed: 1,
            script_bytes: 0,
            shared_elements: 0,
            joining: Vec::new(),
        }
    }

    pub(super) fn organization(
        &mut self,
        element: &Element,
        scope: &Scope<'_>,
    ) -> Result<Organization, Refusal> {
        let identifier = element
            .attribute("identifier")
            .unwrap_or_default()
            .trim()
            .to_owned();
        let objectives_global_to_system =
            self.flag(element, "objectivesGlobalToSystem", &identifier);
        let shared_data_global_to_system =
            self.flag(element, "sharedDataGlobalToSystem", &identifier);
        let items = self.items(element, scope, 0)?;
        let mut details = Details::of(element, &identifier, self.problems);
        details.needs_page();
        let completion_threshold = details.completion_threshold();
        Ok(Organization {
            title: element
                .child_text("title")
                .map(one_line)
                .unwrap_or_default(),
            items,
            objectives_global_to_system,
            shared_data_global_to_system,
            completion_threshold,
            sequencing: self.sequencing(element, &identifier, scope)?,
            identifier,
        })
    }

    fn items(
        &mut self,
        parent: &Element,
        scope: &Scope<'_>,
        depth: usize,
    ) -> Result<Vec<Item>, Refusal> {
        parent
            .all("item")
            .map(|element| self.item(element, scope, depth))
            .collect()
    }

    fn item(
        &mut self,
        element: &Element,
        scope: &Scope<'_>,
        depth: usize,
    ) -> Result<Item, Refusal> {
        if depth >= MAX_ITEM_DEPTH {
            return Err(Refusal::TooDeep {
                limit: MAX_ITEM_DEPTH,
            });
        }
        self.count += 1;
        if self.count > MAX_ITEMS {
            return Err(Refusal::TooManyItems { limit: MAX_ITEMS });
        }
        let identifier = self.unique(element.attribute("identifier").unwrap_or_default().trim());
        let mut item = self.described(element, scope, identifier)?;
        item.children = self.items(element, scope, depth + 1)?;
        let reference = element
            .attribute("identifierref")
            .unwrap_or_default()
            .trim();
        if reference.is_empty() {
            self.note_empty(&item);
        } else {
            match scope.inner_manifests.get(reference) {
                Some(inner) => self.join(&mut item, inner, reference, depth)?,
                None => self.attach(&mut item, scope.manifest, reference),
            }
        }
        if !item.children.is_empty() && !item.is_launchable() {
            Details::of(element, &item.identifier, self.problems).needs_page();
        }
        Ok(item)
    }

    /// A heading with nothing below it: nothing can be done with it.
    fn note_empty(&mut self, item: &Item) {
        if item.children.is_empty() {
            self.problems.push(ProblemKind::ItemOpensNothing {
                item: item.identifier.clone(),
            });
        }
    }

    /// Everything an item says about itself, but its resource and children.
    fn described(
        &mut self,
        element: &Element,
        scope: &Scope<'_>,
        identifier: String,
    ) -> Result<Item, Refusal> {
        let title = if let Some(title) = element.child_text("title") {
            one_line(title)
        } else {
            self.problems.push(ProblemKind::TitleMissing {
                identifier: identifier.clone(),
                used: identifier.clone(),
            });
            identifier.clone()
        };
        let sequencing = self.sequencing(element, &identifier, scope)?;
        let limit = sequencing
            .as_ref()
            .and_then(|it| it.limits.attempt_absolute_duration_limit.as_deref());
        let is_visible = self.flag(element, "isvisible", &identifier);
        let parameters = element.attribute("parameters").map(str::trim);
        let prerequisites = self.prerequisites(element, &identifier);
        let mut details = Details::of(element, &identifier, self.problems);
        let max_time_allowed = details.max_time_allowed(limit);
        Ok(Item {
            title,
            parameters: parameters.filter(|it| !it.is_empty()).map(str::to_owned),
            is_visible,
            prerequisites,
            mastery_score: details.mastery_score(),
            time_limit_action: details.time_limit_action(max_time_allowed.is_some()),
            max_time_allowed,
            // Blanks at its ends may matter to the SCO that wrote it.
            data_from_lms: element.first("datafromlms").map(|it| it.text.clone()),
            completion_threshold: details.completion_threshold(),
            hide_lms_ui: details.hidden_controls(),
            data_maps: details.data_maps(),
            sequencing,
            identifier,
            ..Item::default()
        })
    }

    /// What every item refers to is read, and kept, anew for each: all of it together has a bound.
    fn sequencing(
        &mut self,
        owner: &Element,
        name: &str,
        scope: &Scope<'_>,
    ) -> Result<Option<Sequencing>, Refusal> {
        self.shared_elements += scope.collection.elements_for(owner);
        if self.shared_elements > MAX_SHARED_ELEMENTS {
            return Err(Refusal::SharedSequencingTooOften {
                limit: MAX_SHARED_ELEMENTS,
            });
        }
        Ok(read_sequencing::read(
            owner,
            name,
            &scope.collection,
            self.problems,
        ))
    }

    /// A flag that is true unless the manifest says otherwise.
    fn flag(&mut self, element: &Element, name: &str, item: &str) -> bool {
        let value = element.attribute(name).map(str::trim).unwrap_or_default();
        if value.is_empty() {
            return true;
        }
        flag(value).unwrap_or_else(|| {
            self.problems.push(ProblemKind::ValueInvalid {
                item: item.to_owned(),
                field: name.to_owned(),
                value: value.to_owned(),
            });
            true
        })
    }

    /// Prerequisites are read again at every step of every learner: together they stay small.
    fn prerequisites(&mut self, element: &Element, item: &str) -> Option<String> {
        let script = element.child_text("prerequisites")?;
        self.script_bytes += script.len();
        if self.script_bytes > MAX_SCRIPT_BYTES {
            self.problems.push(ProblemKind::ValueInvalid {
                item: item.to_owned(),
                field: "prerequisites".to_owned(),
                value: script.chars().take(100).collect(),
            });
            return None;
        }
        Some(script.to_owned())
    }

    /// Attaches the resource that `reference` names in `manifest`.
    pub(super) fn attach(&mut self, item: &mut Item, manifest: &str, reference: &str) {
        let Some((index, resource)) = self.resources.find(manifest, reference) else {
            self.problems.push(ProblemKind::ResourceUnknown {
                item: item.identifier.clone(),
                resource: reference.to_owned(),
            });
            return;
        };
        if !item.children.is_empty() && self.standard == Standard::Scorm2004 {
            // CAM, `<item>`: only a leaf refers to a resource. Authoring tools write such items all
            // the same, and without the page a learner would miss part of the course.
            self.problems.push(ProblemKind::LaunchOnBranch {
                item: item.identifier.clone(),
            });
        }
        item.resource = Some(index);
        item.kind = Some(resource.kind);
        let target = launch_target(resource, &item.identifier, self.problems);
        item.launch = with_parameters(target, item.parameters.as_deref());
    }

    /// Replaces a reference to a manifest by the items of that manifest's organisation.
    fn join(
        &mut self,
        item: &mut Item,
        inner: &Element,
        identifier: &str,
        depth: usize,
    ) -> Result<(), Refusal> {
        if self.joining.iter().any(|open| open == identifier) {
            self.problems.push(ProblemKind::SubManifestCycle {
                item: item.identifier.clone(),
            });
            return Ok(());
        }
        self.problems.push(ProblemKind::SubManifestJoined {
            identifier: identifier.to_owned(),
        });
        let scope = Scope::of(inner, self.problems)?;
        let Some(organization) = default_organization(inner) else {
            self.note_empty(item);
            return Ok(());
        };
        self.joining.push(identifier.to_owned());
        let joined = self.items(organization, &scope, depth + 1)?;
        self.joining.pop();
        let stated = self.sequencing(organization, &item.identifier, &scope)?;
        if stated.is_some() && item.sequencing.is_some() {
            self.problems.push(ProblemKind::SequencingRepeated {
                item: item.identifier.clone(),
                field: "<imsss:sequencing>".to_owned(),
            });
        }
        item.sequencing = item.sequencing.take().or(stated);
        item.children.extend(joined);
        Ok(())
    }

    /// Gives every item a name of its own: results are stored under it.
    pub(super) fn unique(&mut self, wanted: &str) -> String {
        if !wanted.is_empty() && self.taken.insert(wanted.to_owned()) {
            return wanted.to_owned();
        }
        let stem = if wanted.is_empty() { "item" } else { wanted };
        // The number only grows, so that all searches together stay linear.
        let used = loop {
            self.renamed += 1;
            let candidate = format!("{stem}~{}", self.renamed);
            if self.taken.insert(candidate.clone()) {
                break candidate;
            }
        };
        self.problems.push(if wanted.is_empty() {
            ProblemKind::IdentifierMissing { used: used.clone() }
        } else {
            ProblemKind::IdentifierDuplicate {
                identifier: wanted.to_owned(),
                used: used.clone(),
            }
        });
        used
    }
}

/// The organisation that `default` names, or the first.
pub(super) fn default_organization(manifest: &Element) -> Option<&Element> {
    let organizations = manifest.first("organizations")?;
    let wanted = organizations.attribute("default").map(str::trim);
    organizations
        .all("organization")
        .find(|organization| organization.attribute("identifier").map(str::trim) == wanted)
        .or_else(|| organizations.first("organization"))
}

/// Titles are often wrapped by whoever formatted the file.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether anything below `items` opens something.
pub(super) fn any_launchable(items: &[Item]) -> bool {
    super::course::Items::over(items).any(|item| item.launch != LaunchTarget::None)
}
