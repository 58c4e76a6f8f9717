//! The activity tree (SN chapter 2) as a course defines it: what every attempt on it shares and
//! none changes.

use std::collections::HashMap;
use std::ops::Index;

use super::progress::{Link, clean_id};
use crate::manifest::sequencing::Sequencing;
use crate::manifest::{
    CompletionThreshold, DataMap, Edition, Item, LmsControl, Organization, TimeLimitAction,
};

/// How a course is played beside what its manifest says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    pub edition: Edition,
    /// Courses that say nothing at all about sequencing get Continue and Previous, and start with
    /// their first activity. By the letter such a course waits until something is chosen.
    pub flow_by_default: bool,
}

/// An activity by its place in pre-order; valid for the tree it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Id(u32);

impl Id {
    pub(super) const ROOT: Self = Self(0);

    pub(super) const fn index(self) -> usize {
        self.0 as usize
    }

    pub(super) const fn is_root(self) -> bool {
        self.0 == 0
    }
}

/// The tree of one organisation. Build it once for a course and share it between attempts.
#[derive(Debug)]
pub struct Tree {
    activities: Vec<Activity>,
    by_identifier: HashMap<String, Id>,
    pub(super) edition: Edition,
    pub(super) objectives_global_to_system: bool,
    pub(super) shared_data_global_to_system: bool,
}

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

impl Index<Id> for Tree {
    type Output = Activity;

    fn index(&self, id: Id) -> &Activity {
        &self.activities[id.index()]
    }
}

impl Tree {
    pub fn new(organization: &Organization, options: Options) -> Self {
        let mut tree = Self {
            activities: vec![root(organization, options.edition)],
            by_identifier: HashMap::new(),
            edition: options.edition,
            objectives_global_to_system: organization.objectives_global_to_system,
            shared_data_global_to_system: organization.shared_data_global_to_system,
        };
        tree.add(&organization.items);
        tree.name();
        tree.mark_content();
        let says_nothing = organization.sequencing.is_none()
            && tree_items(organization).all(|item| item.sequencing.is_none());
        if options.flow_by_default && says_nothing {
            for activity in &mut tree.activities {
                activity.sequencing.control_mode.flow = true;
            }
        }
        tree.start_single_item();
        tree
    }

    /// Appends all items in pre-order.
    fn add(&mut self, items: &[Item]) {
        let mut stack: Vec<(Id, &Item)> = items.iter().rev().map(|it| (Id::ROOT, it)).collect();
        while let Some((parent, item)) = stack.pop() {
            let id = Id(self.activities.len() as u32);
            self.activities[parent.index()].children.push(id);
            let mut activity = of_item(item, self.edition);
            activity.parent = Some(parent);
            self.activities.push(activity);
            stack.extend(item.children.iter().rev().map(|child| (id, child)));
        }
    }

    /// Items come before an organisation of the same name.
    fn name(&mut self) {
        for (id, activity) in self.ids().zip(&self.activities).rev() {
            self.by_identifier
                .entry(activity.identifier.clone())
                .or_insert(id);
        }
    }

    fn mark_content(&mut self) {
        for index in (0..self.activities.len()).rev() {
            let activity = &self.activities[index];
            let has_content = if activity.is_leaf() {
                activity.launch.is_launchable
            } else {
                activity.children.iter().any(|it| self[*it].has_content)
            };
            self.activities[index].has_content = has_content;
        }
    }

    /// A course of one item starts with it. By the letter of the default control modes it would
    /// wait for a choice between one thing.
    fn start_single_item(&mut self) {
        let root = &self[Id::ROOT];
        let [only] = *root.children.as_slice() else {
            return;
        };
        let mode = &root.sequencing.control_mode;
        if self[only].is_leaf() && mode.choice && !mode.flow {
            let mode = &mut self.activities[0].sequencing.control_mode;
            (mode.choice, mode.flow) = (false, true);
        }
    }

    /// All activities in pre-order.
    pub(super) fn ids(&self) -> impl DoubleEndedIterator<Item = Id> + ExactSizeIterator + use<> {
        (0..self.activities.len()).map(|index| Id(index as u32))
    }

    pub(super) fn len(&self) -> usize {
        self.activities.len()
    }

    pub(super) fn find(&self, identifier: &str) -> Option<Id> {
        self.by_identifier.get(identifier.trim()).copied()
    }

    /// From `id` up to the root, both included.
    pub(super) fn path_up(&self, id: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(Some(id), |id| self[*id].parent)
    }

    /// From `id` up to just below `ancestor`.
    pub(super) fn path_below(&self, id: Id, ancestor: Id) -> impl Iterator<Item = Id> {
        self.path_up(id).take_while(move |it| *it != ancestor)
    }

    /// From the root down to `id`, both included.
    pub(super) fn path_down(&self, id: Id) -> Vec<Id> {
        let mut path: Vec<Id> = self.path_up(id).collect();
        path.reverse();
        path
    }

    /// Whether `id` is `ancestor` or below it.
    pub(super) fn is_within(&self, id: Id, ancestor: Id) -> bool {
        self.path_up(id).any(|it| it == ancestor)
    }

    pub(super) fn common_ancestor(&self, one: Id, other: Id) -> Id {
        self.path_up(other)
            .find(|it| self.is_within(one, *it))
            .unwrap_or(Id::ROOT)
    }

    /// Whether a course is one page: there is nothing to move between.
    pub(super) fn is_single(&self) -> bool {
        let pages = self
            .activities
            .iter()
            .filter(|it| it.is_leaf() && it.has_content);
        pages.take(2).count() < 2
    }

    /// Whether the additions of the 4th Edition apply.
    pub(super) fn is_fourth(&self) -> bool {
        self.edition == Edition::Fourth
    }
}

fn tree_items(organization: &Organization) -> crate::manifest::Items<'_> {
    crate::manifest::Items::over(&organization.items)
}

fn root(organization: &Organization, edition: Edition) -> Activity {
    let sequencing = organization.sequencing.clone();
    let threshold = organization.completion_threshold;
    Activity {
        identifier: organization.identifier.clone(),
        title: organization.title.clone(),
        is_visible: true,
        ..defined(sequencing, threshold, edition)
    }
}

fn of_item(item: &Item, edition: Edition) -> Activity {
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
            *name = clean_id(name);
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
        objectives.push(LocalObjective {
            identifier: objective.identifier.as_deref().map(clean_id),
            satisfied_by_measure: objective.satisfied_by_measure,
            min_measure: objective.min_normalized_measure,
            links,
        });
    }
    objectives
}
