//! Organisations and items: the tree of activities, with manifests inside the manifest joined in
//! where items refer to them.

use std::collections::HashSet;

use super::course::{
    CompletionThreshold, DataMap, Item, LmsControl, Organization, ResourceKind, TimeLimitAction,
};
use super::fields::{flag, number};
use super::launch::{LaunchTarget, with_parameters};
use super::problem::{ProblemKind, Problems, Refusal};
use super::read_sequencing::{self, Collection};
use super::resources::{Resources, launch_target};
use super::version::Standard;
use super::vocabulary::Word;
use super::xml::Element;

/// More than any real course; keeps a manifest that refers to itself again and again finite.
const MAX_ITEMS: usize = 20_000;
/// Deep enough for every real course, and shallow enough that the course can be stored as JSON,
/// whose readers stop at 128 levels: an item takes two.
const MAX_ITEM_DEPTH: usize = 50;

/// What the items of one manifest are read against.
pub(super) struct Scope<'a> {
    pub(super) manifest: &'a Element,
    pub(super) collection: Collection<'a>,
}

impl<'a> Scope<'a> {
    pub(super) fn of(manifest: &'a Element) -> Self {
        Self {
            manifest,
            collection: Collection::of(manifest),
        }
    }

    fn inner_manifest(&self, identifier: &str) -> Option<&'a Element> {
        self.manifest
            .all("manifest")
            .find(|inner| inner.attribute("identifier").map(str::trim) == Some(identifier))
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
        let global = |name| element.attribute(name).and_then(flag).unwrap_or(true);
        let objectives_global_to_system = global("objectivesGlobalToSystem");
        let shared_data_global_to_system = global("sharedDataGlobalToSystem");
        let items = self.items(element, scope, 0)?;
        Ok(Organization {
            title: element
                .child_text("title")
                .map(one_line)
                .unwrap_or_default(),
            items,
            objectives_global_to_system,
            shared_data_global_to_system,
            completion_threshold: self.completion_threshold(element, &identifier),
            sequencing: read_sequencing::read(
                element,
                &identifier,
                &scope.collection,
                self.problems,
            ),
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
        let mut item = self.described(element, scope, identifier);
        item.children = self.items(element, scope, depth + 1)?;
        let reference = element
            .attribute("identifierref")
            .unwrap_or_default()
            .trim();
        if !reference.is_empty() {
            match scope.inner_manifest(reference) {
                Some(inner) => self.join(&mut item, inner, reference, depth)?,
                None => self.attach(&mut item, reference),
            }
        }
        Ok(item)
    }

    /// Everything an item says about itself, but its resource and children.
    fn described(&mut self, element: &Element, scope: &Scope<'_>, identifier: String) -> Item {
        let title = if let Some(title) = element.child_text("title") {
            one_line(title)
        } else {
            self.problems.push(ProblemKind::TitleMissing {
                identifier: identifier.clone(),
                used: identifier.clone(),
            });
            identifier.clone()
        };
        let sequencing =
            read_sequencing::read(element, &identifier, &scope.collection, self.problems);
        let limit = sequencing
            .as_ref()
            .and_then(|it| it.limits.attempt_absolute_duration_limit.clone());
        let parameters = element.attribute("parameters").map(str::trim);
        Item {
            title,
            parameters: parameters.filter(|it| !it.is_empty()).map(str::to_owned),
            is_visible: element
                .attribute("isvisible")
                .and_then(flag)
                .unwrap_or(true),
            prerequisites: element.child_text("prerequisites").map(str::to_owned),
            mastery_score: self.mastery_score(element, &identifier),
            max_time_allowed: element
                .child_text("maxtimeallowed")
                .map(str::to_owned)
                .or(limit),
            time_limit_action: self.time_limit_action(element, &identifier),
            // Blanks at its ends may matter to the SCO that wrote it.
            data_from_lms: element.first("datafromlms").map(|it| it.text.clone()),
            completion_threshold: self.completion_threshold(element, &identifier),
            hide_lms_ui: self.hidden_controls(element, &identifier),
            data_maps: data_maps(element),
            sequencing,
            identifier,
            ..Item::default()
        }
    }

    /// Attaches the resource that `reference` names.
    fn attach(&mut self, item: &mut Item, reference: &str) {
        let Some((index, resource)) = self.resources.find(reference) else {
            self.problems.push(ProblemKind::ResourceUnknown {
                item: item.identifier.clone(),
                resource: reference.to_owned(),
            });
            return;
        };
        if !item.children.is_empty() && self.standard == Standard::Scorm2004 {
            // CAM, `<item>`: only a leaf refers to a resource; the sequencer delivers leaves alone.
            self.problems.push(ProblemKind::LaunchOnBranch {
                item: item.identifier.clone(),
            });
            return;
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
        let scope = Scope::of(inner);
        let Some(organization) = default_organization(inner) else {
            return Ok(());
        };
        self.joining.push(identifier.to_owned());
        let joined = self.items(organization, &scope, depth + 1)?;
        self.joining.pop();
        if item.sequencing.is_none() {
            item.sequencing = read_sequencing::read(
                organization,
                &item.identifier,
                &scope.collection,
                self.problems,
            );
        }
        item.children.extend(joined);
        Ok(())
    }

    /// Gives every item a name of its own: results are stored under it.
    fn unique(&mut self, wanted: &str) -> String {
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

    fn mastery_score(&mut self, element: &Element, item: &str) -> Option<f64> {
        let text = element.child_text("masteryscore")?;
        let score = number(text).filter(|score| (0.0..=100.0).contains(score));
        self.checked(score, item, "masteryscore", text)
    }

    fn time_limit_action(&mut self, element: &Element, item: &str) -> Option<TimeLimitAction> {
        let text = element.child_text("timelimitaction")?;
        self.checked(TimeLimitAction::parse(text), item, "timelimitaction", text)
    }

    /// The 4th Edition states attributes; the 3rd wrote the measure as text.
    fn completion_threshold(
        &mut self,
        element: &Element,
        item: &str,
    ) -> Option<CompletionThreshold> {
        let threshold = element.first("completionThreshold")?;
        let usual = CompletionThreshold::default();
        if let Some(text) = threshold.trimmed() {
            let measure = self.checked(fraction(text), item, "completionThreshold", text)?;
            return Some(CompletionThreshold {
                completed_by_measure: true,
                min_progress_measure: measure,
                ..usual
            });
        }
        let mut measure = |name: &str, default: f64| {
            threshold
                .attribute(name)
                .and_then(|text| self.checked(fraction(text), item, name, text))
                .unwrap_or(default)
        };
        Some(CompletionThreshold {
            min_progress_measure: measure("minProgressMeasure", usual.min_progress_measure),
            progress_weight: measure("progressWeight", usual.progress_weight),
            completed_by_measure: threshold
                .attribute("completedByMeasure")
                .and_then(flag)
                .unwrap_or(usual.completed_by_measure),
        })
    }

    fn hidden_controls(&mut self, element: &Element, item: &str) -> Vec<LmsControl> {
        let interfaces = element
            .all("presentation")
            .flat_map(|presentation| presentation.all("navigationInterface"));
        let mut hidden = Vec::new();
        for text in interfaces
            .flat_map(|it| it.all("hideLMSUI"))
            .filter_map(Element::trimmed)
        {
            let control = self.checked(LmsControl::parse(text), item, "hideLMSUI", text);
            hidden.extend(control.filter(|control| !hidden.contains(control)));
        }
        hidden
    }

    /// Passes a value on and reports one that could not be read.
    fn checked<T>(&mut self, value: Option<T>, item: &str, field: &str, text: &str) -> Option<T> {
        if value.is_none() {
            self.problems.push(ProblemKind::ValueInvalid {
                item: item.to_owned(),
                field: field.to_owned(),
                value: text.to_owned(),
            });
        }
        value
    }

    /// An organisation for a manifest that has none: its SCOs in order, or else its assets.
    pub(super) fn built_organization(&mut self) -> Organization {
        let resources = self.resources;
        let of_kind = |kind| {
            let launchable = move |resource: &&super::course::Resource| {
                resource.kind == kind && resource.href.is_some()
            };
            resources.list().iter().filter(launchable).take(MAX_ITEMS)
        };
        let mut chosen: Vec<_> = of_kind(ResourceKind::Sco).collect();
        if chosen.is_empty() {
            chosen = of_kind(ResourceKind::Asset)
                .filter(|resource| is_page(resource))
                .collect();
        }
        let mut items = Vec::new();
        for resource in chosen {
            self.count += 1;
            let identifier = self.unique(&resource.identifier);
            let mut item = Item {
                title: identifier.clone(),
                identifier,
                is_visible: true,
                ..Item::default()
            };
            self.attach(&mut item, &resource.identifier);
            items.extend(item.is_launchable().then_some(item));
        }
        self.problems
            .push(ProblemKind::OrganizationBuilt { items: items.len() });
        Organization {
            objectives_global_to_system: true,
            shared_data_global_to_system: true,
            items,
            ..Organization::default()
        }
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

fn is_page(resource: &super::course::Resource) -> bool {
    let href = resource
        .href
        .as_deref()
        .unwrap_or_default()
        .to_ascii_lowercase();
    href.contains(".htm") || href.contains(".xhtml")
}

fn data_maps(element: &Element) -> Vec<DataMap> {
    element
        .all("data")
        .flat_map(|data| data.all("map"))
        .filter_map(|map| {
            let allows = |name, default| map.attribute(name).and_then(flag).unwrap_or(default);
            Some(DataMap {
                target_id: map.attribute("targetID")?.trim().to_owned(),
                read_shared_data: allows("readSharedData", true),
                write_shared_data: allows("writeSharedData", true),
            })
        })
        .collect()
}

fn fraction(text: &str) -> Option<f64> {
    number(text).filter(|measure| (0.0..=1.0).contains(measure))
}

/// Titles are often wrapped by whoever formatted the file.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether anything below `items` opens something.
pub(super) fn any_launchable(items: &[Item]) -> bool {
    super::course::Items::over(items).any(|item| item.launch != LaunchTarget::None)
}
