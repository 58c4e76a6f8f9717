//! An organisation for a manifest that has none.

use super::course::{Item, Organization, Resource, ResourceKind};
use super::items::{ItemReader, MAX_ITEMS};
use super::problem::ProblemKind;

impl ItemReader<'_> {
    /// Fills `stated`, which has no items, with the SCOs of `manifest` in order, or else with
    /// its pages.
    pub(super) fn built_organization(
        &mut self,
        stated: Organization,
        manifest: &str,
    ) -> Organization {
        let mut items = Vec::new();
        for resource in launchable(self.resources.list()) {
            let identifier = self.unique(&resource.identifier);
            let mut item = Item {
                title: identifier.clone(),
                identifier,
                is_visible: true,
                ..Item::default()
            };
            self.attach(&mut item, manifest, &resource.identifier);
            items.extend(item.is_launchable().then_some(item));
        }
        self.problems
            .push(ProblemKind::OrganizationBuilt { items: items.len() });
        Organization {
            objectives_global_to_system: true,
            shared_data_global_to_system: true,
            items,
            ..stated
        }
    }
}

fn launchable(resources: &[Resource]) -> Vec<&Resource> {
    let of_kind = |kind| {
        let fits = move |resource: &&Resource| resource.kind == kind && resource.href.is_some();
        resources.iter().filter(fits).take(MAX_ITEMS)
    };
    let scos: Vec<_> = of_kind(ResourceKind::Sco).collect();
    if scos.is_empty() {
        return of_kind(ResourceKind::Asset)
            .filter(|resource| is_page(resource))
            .collect();
    }
    scos
}

fn is_page(resource: &super::course::Resource) -> bool {
    let href = resource
        .href
        .as_deref()
        .unwrap_or_default()
        .to_ascii_lowercase();
    href.contains(".htm") || href.contains(".xhtml")
}
