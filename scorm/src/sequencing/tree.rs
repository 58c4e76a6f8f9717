//! The activity tree (SN chapter 2) as a course defines it: what every attempt on it shares and
//! none changes.

use std::collections::HashMap;
use std::ops::Index;

use super::definition::{Activity, LaunchFacts, of_item, own_page, root};
use crate::manifest::{Edition, Item, Organization};

/// Follows the name of a cluster whose item has a page of that name.
const GROUP: &str = "~group";

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

impl Index<Id> for Tree {
    type Output = Activity;

    fn index(&self, id: Id) -> &Activity {
        &self.activities[id.index()]
    }
}

impl Tree {
    pub fn new(organization: &Organization, edition: Edition) -> Self {
        let mut tree = Self {
            activities: vec![root(organization, edition)],
            by_identifier: HashMap::new(),
            edition,
            objectives_global_to_system: organization.objectives_global_to_system,
            shared_data_global_to_system: organization.shared_data_global_to_system,
        };
        tree.add(&organization.items);
        tree.name();
        tree.mark_content();
        tree.start_single_item();
        tree
    }

    /// Appends all items in pre-order. Only leaves may open something; authoring tools give clusters
    /// a page all the same, and it becomes their first child, under the item's name.
    fn add(&mut self, items: &[Item]) {
        let mut stack: Vec<(Id, &Item)> = items.iter().rev().map(|it| (Id::ROOT, it)).collect();
        while let Some((parent, item)) = stack.pop() {
            let mut activity = of_item(item, self.edition);
            let has_page = !item.children.is_empty() && item.is_launchable();
            if has_page {
                activity.identifier.push_str(GROUP);
                activity.launch = LaunchFacts::default();
            }
            let id = self.append(parent, activity);
            if has_page {
                self.append(id, own_page(item, self.edition));
            }
            stack.extend(item.children.iter().rev().map(|child| (id, child)));
        }
    }

    fn append(&mut self, parent: Id, activity: Activity) -> Id {
        let id = Id(self.activities.len() as u32);
        self.activities[parent.index()].children.push(id);
        self.activities.push(Activity {
            parent: Some(parent),
            ..activity
        });
        id
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

#[cfg(test)]
mod tests {
    use super::super::testing::{edition, group, leaf, play, with};
    use super::*;
    use crate::manifest::{CompletionThreshold, LaunchTarget};

    #[test]
    fn a_course_of_one_item_flows_unless_its_modes_say_so_themselves() {
        for (choice, flow, expected) in [
            (true, false, (false, true)),
            (true, true, (true, true)),
            (false, false, (false, false)),
        ] {
            let root = with(group("root", vec![leaf("a")]), |it| {
                it.control_mode.choice = choice;
                it.control_mode.flow = flow;
            });
            let course = edition(root, Edition::Fourth);
            let mode = &course.tree[Id::ROOT].sequencing.control_mode;
            assert_eq!((mode.choice, mode.flow), expected);
            assert!(course.tree.is_single());
        }
    }

    #[test]
    fn activities_know_what_is_above_them() {
        let inner = group("inner", vec![leaf("b"), group("deep", vec![leaf("c")])]);
        let tree = edition(group("root", vec![leaf("a"), inner]), Edition::Fourth).tree;
        let id = |name: &str| tree.find(name).expect("an activity");
        let names = |ids: Vec<Id>| -> Vec<&str> {
            ids.into_iter()
                .map(|it| tree[it].identifier.as_str())
                .collect()
        };
        assert_eq!(
            names(tree.path_down(id("c"))),
            ["root", "inner", "deep", "c"]
        );
        assert_eq!(
            names(tree.path_below(id("c"), id("inner")).collect()),
            ["c", "deep"]
        );
        assert_eq!(tree.common_ancestor(id("b"), id("c")), id("inner"));
        assert_eq!(tree.common_ancestor(id("c"), id("inner")), id("inner"));
        assert_eq!(tree.common_ancestor(id("a"), id("c")), Id::ROOT);
        assert!(tree.is_within(id("c"), id("inner")) && !tree.is_within(id("a"), id("inner")));
    }

    #[test]
    fn an_item_may_have_the_name_of_its_course() {
        let root = group("same", vec![leaf("same"), leaf("other")]);
        let tree = edition(root, Edition::Fourth).tree;
        assert!(tree.find(" same ").is_some_and(|it| !it.is_root()));
    }

    #[test]
    fn the_page_of_a_cluster_is_its_first_child() {
        let chapter = Item {
            launch: leaf("chapter").launch,
            ..group("chapter", vec![leaf("b")])
        };
        let mut course = edition(group("root", vec![leaf("a"), chapter]), Edition::Fourth);
        assert_eq!(
            play(&mut course, "start continue continue continue"),
            "a chapter b end"
        );
        assert_eq!(play(&mut course, "start choice:chapter~group"), "a chapter");
    }

    #[test]
    fn the_page_of_a_cluster_has_nothing_of_its_sequencing() {
        let chapter = Item {
            launch: leaf("chapter").launch,
            completion_threshold: Some(CompletionThreshold {
                progress_weight: 0.2,
                ..CompletionThreshold::default()
            }),
            ..with(group("chapter", vec![leaf("b")]), |it| {
                it.limits.attempt_limit = Some(1);
                let mut main = super::super::testing::objective(Some("main"), None);
                main.satisfied_by_measure = true;
                it.objectives.push(main);
            })
        };
        let mut course = edition(group("root", vec![leaf("a"), chapter]), Edition::Fourth);
        let script = "start continue continue choice:chapter";
        assert_eq!(play(&mut course, script), "a chapter b chapter");
        let find = |name: &str| &course.tree[course.tree.find(name).expect("an activity")];
        let (cluster, page) = (find("chapter~group"), find("chapter"));
        assert_eq!((cluster.objectives.len(), page.objectives.len()), (2, 1));
        assert!(page.completion_threshold == CompletionThreshold::default());
        assert!(cluster.completion_threshold != page.completion_threshold);
        assert!(page.launch.is_launchable && !cluster.launch.is_launchable);
    }

    #[test]
    fn what_holds_nothing_has_no_content() {
        let empty = Item {
            launch: LaunchTarget::None,
            ..leaf("empty")
        };
        let course = edition(
            group("root", vec![group("inner", vec![empty])]),
            Edition::Fourth,
        );
        assert!(course.tree.activities.iter().all(|it| !it.has_content));
    }

    #[test]
    fn weights_and_extended_maps_are_of_the_fourth_edition() {
        let weighted = Item {
            completion_threshold: Some(CompletionThreshold {
                progress_weight: 0.2,
                ..CompletionThreshold::default()
            }),
            ..leaf("a")
        };
        for (known, weight) in [(Edition::Third, 1.0), (Edition::Fourth, 0.2)] {
            let course = edition(group("root", vec![weighted.clone(), leaf("b")]), known);
            let a = course.tree.find("a").expect("an activity");
            let threshold = course.tree[a].completion_threshold;
            assert!((threshold.progress_weight - weight).abs() < f64::EPSILON);
        }
    }

    #[test]
    fn rules_name_objectives_as_objectives_name_themselves() {
        use super::super::testing::{objective, rule};
        use crate::manifest::sequencing::{
            Condition, ExitConditionAction, PostConditionAction, PreConditionAction, RuleCondition,
        };
        let asks = |conditions: &mut Vec<RuleCondition>| {
            conditions[0].referenced_objective = Some(" part%20one ".to_owned());
        };
        let a = with(leaf("a"), |it| {
            it.objectives.push(objective(Some("part  one"), None));
            it.pre_conditions
                .push(rule(Condition::Satisfied, PreConditionAction::Skip));
            it.post_conditions
                .push(rule(Condition::Satisfied, PostConditionAction::Retry));
            it.exit_conditions
                .push(rule(Condition::Satisfied, ExitConditionAction::Exit));
            asks(&mut it.pre_conditions[0].conditions);
            asks(&mut it.post_conditions[0].conditions);
            asks(&mut it.exit_conditions[0].conditions);
        });
        let course = edition(group("root", vec![a]), Edition::Fourth);
        let a = &course.tree[course.tree.find("a").expect("an activity")];
        let sequencing = &a.sequencing;
        for conditions in [
            &sequencing.pre_conditions[0].conditions,
            &sequencing.post_conditions[0].conditions,
            &sequencing.exit_conditions[0].conditions,
        ] {
            assert_eq!(
                a.objective(conditions[0].referenced_objective.as_deref()),
                Some(1)
            );
        }
        assert_eq!(
            (a.objective(None), a.objective(Some("part two"))),
            (Some(0), None)
        );
        assert_eq!(
            a.objectives.len(),
            2,
            "a primary one is always there, and first"
        );
    }

    #[test]
    fn a_page_counts_as_one_when_it_has_something_to_open() {
        let empty = Item {
            launch: LaunchTarget::None,
            ..leaf("empty")
        };
        let single = edition(group("root", vec![leaf("a"), empty]), Edition::Fourth);
        assert!(single.tree.is_single());
        let several = edition(group("root", vec![leaf("a"), leaf("b")]), Edition::Fourth);
        assert!(!several.tree.is_single());
    }
}
