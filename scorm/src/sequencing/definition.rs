//! The definition of one activity: what its item says, made ready for the processes.

use super::progress::Link;
use super::tree::Id;
use crate::manifest::sequencing::{Sequencing, objective_id};
use crate::manifest::{
    CompletionThreshold, DataMap, Edition, Item, LmsControl, Organization, TimeLimitAction,
};

/// One activity and its sequencing definition.
#[derive(Debug)]
pub(super) struct Activity {
    pub(super) identifier: String,
    pub(super) title: String,
    pub(super) parent: Option<Id>,
    /// All of them, in the manifest's order.
    pub(super) children: Vec<Id>,
    /// Whether it or anything below it opens something.
    pub(super) has_content: bool,
    pub(super) is_visible: bool,
    pub(super) hide_lms_ui: Vec<LmsControl>,
    pub(super) completion_threshold: CompletionThreshold,
    pub(super) sequencing: Sequencing,
    /// Never empty, and the primary one first.
    pub(super) objectives: Vec<LocalObjective>,
    pub(super) launch: LaunchFacts,
}

/// What a launch tells a SCO, from the manifest.
#[derive(Debug, Default)]
pub(super) struct LaunchFacts {
    pub(super) is_launchable: bool,
    pub(super) launch_data: Option<String>,
    pub(super) max_time_allowed: Option<String>,
    pub(super) time_limit_action: Option<TimeLimitAction>,
    pub(super) data_maps: Vec<DataMap>,
}

#[derive(Debug, Default)]
pub(super) struct LocalObjective {
    pub(super) identifier: Option<String>,
    pub(super) satisfied_by_measure: bool,
    pub(super) min_measure: f64,
    pub(super) links: Vec<Link>,
}

impl Activity {
    pub(super) fn is_leaf(&self) -> bool {
        self.children.is_empty()
    }

    /// The objective a rule refers to; none named means the primary one.
    pub(super) fn objective(&self, name: Option<&str>) -> Option<usize> {
        let Some(name) = name else { return Some(0) };
        self.objectives
            .iter()
            .position(|it| it.identifier.as_deref() == Some(name))
    }
}

pub(super) fn root(organization: &Organization, edition: Edition) -> Activity {
    let sequencing = organization.sequencing.clone();
    let threshold = organization.completion_threshold;
    Activity {
        identifier: organization.identifier.clone(),
        title: organization.title.clone(),
        ..defined(sequencing, threshold, edition)
    }
}

pub(super) fn of_item(item: &Item, edition: Edition) -> Activity {
    Activity {
        identifier: item.identifier.clone(),
        title: item.title.clone(),
        is_visible: item.is_visible,
        hide_lms_ui: item.hide_lms_ui.clone(),
        launch: LaunchFacts {
            is_launchable: item.is_launchable(),
            launch_data: item.data_from_lms.clone(),
            max_time_allowed: item.max_time_allowed.clone(),
            time_limit_action: item.time_limit_action,
            data_maps: item.data_maps.clone(),
        },
        ..defined(item.sequencing.clone(), item.completion_threshold, edition)
    }
}

/// The page of an item that has children as well: a leaf of its own, before them.
pub(super) fn own_page(item: &Item, edition: Edition) -> Activity {
    let sequencing = Sequencing::default();
    Activity {
        objectives: objectives(&sequencing, edition),
        sequencing,
        completion_threshold: CompletionThreshold::default(),
        ..of_item(item, edition)
    }
}

fn defined(
    sequencing: Option<Sequencing>,
    threshold: Option<CompletionThreshold>,
    edition: Edition,
) -> Activity {
    let mut sequencing = sequencing.unwrap_or_default();
    clean_references(&mut sequencing);
    let mut threshold = threshold.unwrap_or_default();
    if edition != Edition::Fourth {
        // Progress weights and completion of clusters by measure came with the 4th Edition.
        threshold.progress_weight = CompletionThreshold::default().progress_weight;
    }
    Activity {
        identifier: String::new(),
        title: String::new(),
        parent: None,
        children: Vec::new(),
        has_content: false,
        is_visible: true,
        hide_lms_ui: Vec::new(),
        completion_threshold: threshold,
        objectives: objectives(&sequencing, edition),
        sequencing,
        launch: LaunchFacts::default(),
    }
}

/// Rules name objectives as loosely as objectives name themselves.
fn clean_references(sequencing: &mut Sequencing) {
    let pre = sequencing
        .pre_conditions
        .iter_mut()
        .map(|it| &mut it.conditions);
    let post = sequencing
        .post_conditions
        .iter_mut()
        .map(|it| &mut it.conditions);
    let exit = sequencing
        .exit_conditions
        .iter_mut()
        .map(|it| &mut it.conditions);
    for condition in pre.chain(post).chain(exit).flatten() {
        if let Some(name) = &mut condition.referenced_objective {
            *name = objective_id(name);
        }
    }
}

fn objectives(sequencing: &Sequencing, edition: Edition) -> Vec<LocalObjective> {
    let mut objectives: Vec<LocalObjective> = Vec::new();
    if sequencing.primary_objective().is_none() {
        objectives.push(LocalObjective {
            min_measure: 1.0,
            ..LocalObjective::default()
        });
    }
    let (primary, others): (Vec<_>, Vec<_>) =
        sequencing.objectives.iter().partition(|it| it.primary);
    for objective in primary.into_iter().chain(others) {
        let mut links: Vec<Link> = objective.maps.iter().map(Link::of).collect();
        if edition == Edition::Fourth {
            links.extend(objective.extended_maps.iter().map(Link::of_extended));
        }
        let name = objective.identifier.as_deref().map(objective_id);
        objectives.push(LocalObjective {
            identifier: name.filter(|it| !it.is_empty()),
            satisfied_by_measure: objective.satisfied_by_measure,
            min_measure: objective.min_normalized_measure,
            links,
        });
    }
    objectives
}
