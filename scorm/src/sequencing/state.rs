//! What is kept of an attempt between requests (SN, "Tracking Model"), and its stored form.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::Sequencer;
use super::progress::Progress;
use super::tree::{Id, Tree};
use crate::runtime::Entry;

/// Tracking information of one activity.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Tracking {
    /// TM.1.2.1. Activity progress status is known once there was an attempt.
    #[serde(rename = "n", skip_serializing_if = "is_default")]
    pub(super) attempts: u32,
    /// AM.1.1.
    #[serde(rename = "a", skip_serializing_if = "is_default")]
    pub(super) is_active: bool,
    #[serde(rename = "s", skip_serializing_if = "is_default")]
    pub(super) is_suspended: bool,
    /// Content said something of its completion, be it that it is unknown.
    #[serde(rename = "c", skip_serializing_if = "is_default")]
    pub(super) is_completion_told: bool,
    /// The same of success.
    #[serde(rename = "t", skip_serializing_if = "is_default")]
    pub(super) is_success_told: bool,
    /// By place in the definition. The first is the primary objective and the attempt's progress.
    #[serde(rename = "obj", skip_serializing_if = "is_default")]
    pub(super) objectives: Vec<Progress>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// What activities share beside the tree: objectives and `adl.data` stores.
///
/// The learner's own value is kept with the learner, and outlives attempts; what a course keeps to
/// itself is part of [`State`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Shared {
    /// By target, cleaned of odd white space.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub objectives: BTreeMap<String, Progress>,
    /// By target.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub stores: BTreeMap<String, String>,
}

impl Shared {
    pub fn is_empty(&self) -> bool {
        self.objectives.is_empty() && self.stores.is_empty()
    }
}

/// Everything that must be kept of one learner's attempts on one course. It survives the end of a
/// session: tracking information lives until a new attempt on its activity begins.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct State {
    #[serde(skip_serializing_if = "is_default")]
    current: Option<String>,
    #[serde(skip_serializing_if = "is_default")]
    suspended: Option<String>,
    #[serde(skip_serializing_if = "is_default")]
    entry: Entry,
    /// Activities never heard of are left out.
    #[serde(skip_serializing_if = "is_default")]
    activities: BTreeMap<String, Tracking>,
    /// Available children, where they are not simply all of them in order.
    #[serde(skip_serializing_if = "is_default")]
    order: BTreeMap<String, Vec<String>>,
    #[serde(skip_serializing_if = "is_default")]
    own: Shared,
    #[serde(skip_serializing_if = "is_default")]
    written: BTreeSet<String>,
}

impl Sequencer {
    /// Where it stands, to be kept and given to [`Sequencer::new`] another time.
    pub fn state(&self) -> State {
        let tree = &*self.tree;
        let name = |id: Id| tree[id].identifier.clone();
        let tracked = tree.ids().zip(self.tracking.iter().map(stored));
        let tracked = tracked.filter(|(_, it)| *it != Tracking::default());
        let ordered = tree.ids().zip(&self.available);
        let ordered = ordered.filter(|(id, now)| **now != usual_children(tree, *id));
        State {
            current: self.current.map(name),
            suspended: self.suspended.map(name),
            entry: self.entry,
            activities: tracked.map(|(id, it)| (name(id), it)).collect(),
            order: ordered
                .map(|(id, now)| (name(id), now.iter().map(|it| name(*it)).collect()))
                .collect(),
            own: self.own.clone(),
            written: self.written.clone(),
        }
    }

    /// Takes up what was kept. Activities that the course no longer has are passed over.
    pub(super) fn restore(&mut self, state: State) {
        let tree = std::sync::Arc::clone(&self.tree);
        let find = |name: Option<String>| name.and_then(|name| tree.find(&name));
        self.current = find(state.current);
        self.suspended = find(state.suspended);
        self.entry = state.entry;
        self.own = state.own;
        self.written = state.written;
        for (name, tracking) in state.activities {
            if let Some(id) = tree.find(&name) {
                self.tracking[id.index()] = tracking;
            }
        }
        for (parent, names) in state.order {
            if let Some(parent) = tree.find(&parent) {
                let kept = names.iter().filter_map(|name| tree.find(name)).collect();
                self.set_available(parent, kept_children(&tree, parent, kept));
            }
        }
    }
}

/// Trailing objectives of which nothing is known need no room.
fn stored(tracking: &Tracking) -> Tracking {
    let mut tracking = tracking.clone();
    while tracking.objectives.last().is_some_and(Progress::is_blank) {
        tracking.objectives.pop();
    }
    tracking
}

/// The children of a cluster in the order that was kept. Where all of them are meant to take part, those that a newer
/// version of the course has in addition come last.
fn kept_children(tree: &Tree, parent: Id, mut kept: Vec<Id>) -> Vec<Id> {
    let usual = usual_children(tree, parent);
    let is_usual: BTreeSet<Id> = usual.iter().copied().collect();
    kept.retain(|id| is_usual.contains(id));
    if !tree[parent].sequencing.randomization.selects() {
        let known: BTreeSet<Id> = kept.iter().copied().collect();
        kept.extend(usual.into_iter().filter(|id| !known.contains(id)));
    }
    kept
}

/// The available children before anything was selected: those that can be delivered.
pub(super) fn usual_children(tree: &Tree, id: Id) -> Vec<Id> {
    let children = tree[id].children.iter().copied();
    children.filter(|child| tree[*child].has_content).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{course, group, leaf, play, with};
    use super::*;
    use crate::manifest::Item;
    use crate::manifest::sequencing::Timing;

    fn taken_up(state: &State, root: Item) -> Sequencer {
        let json = serde_json::to_string(state).expect("a state is JSON");
        let state = serde_json::from_str(&json).expect("a state");
        Sequencer::new(course(root).tree, state, Shared::default())
    }

    #[test]
    fn what_was_kept_is_taken_up() {
        let make = || {
            with(group("root", vec![leaf("a"), leaf("b"), leaf("c")]), |it| {
                it.randomization.selection_timing = Timing::Once;
                it.randomization.select_count = Some(2);
            })
        };
        let mut course = course(make());
        play(&mut course, "start +success_status=failed continue");
        let again = taken_up(&course.state(), make());
        assert_eq!(again.state(), course.state());
        assert_eq!(again.delivered(), course.delivered());
        assert_eq!(again.available, course.available);
        assert_eq!(again.ranks, course.ranks);
        assert_eq!(again.tracking.len(), course.tracking.len());
        assert_eq!(again.available_children(Id::ROOT).len(), 2);
    }

    #[test]
    fn what_the_course_no_longer_has_is_passed_over() {
        let make = |names: &[&str]| {
            let leaves = names.iter().map(|name| leaf(name)).collect();
            with(group("root", leaves), |it| {
                it.randomization.randomization_timing = Timing::Once;
                it.randomization.reorder_children = true;
            })
        };
        let mut course = course(make(&["a", "b", "c", "d", "e", "f"]));
        let delivered = play(&mut course, "start continue suspendAll choice:a");
        assert!(delivered.ends_with('a'), "{delivered}");
        let state = course.state();
        assert!(state.order.contains_key("root") && state.activities.contains_key("a"));
        let less = taken_up(&state, make(&["b", "c"]));
        assert_eq!((less.current, less.suspended), (None, None));
        assert_eq!(less.available_children(Id::ROOT).len(), 2);
        let moved = group("root", vec![group("b", vec![leaf("c")]), leaf("a")]);
        let moved = taken_up(&state, moved);
        let b = moved.tree.find("b").expect("a cluster");
        assert_eq!(moved.available_children(b).len(), 1);
        assert_eq!(moved.available_children(Id::ROOT).len(), 2);
        let more = taken_up(&state, make(&["z", "a", "b", "c", "d", "e", "f"]));
        let last = more.available_children(Id::ROOT).last().copied();
        assert_eq!(
            (more.available_children(Id::ROOT).len(), last),
            (7, more.tree.find("z"))
        );
        let other = taken_up(&state, group("course", vec![leaf("z")]));
        assert_eq!(
            other.state(),
            State {
                written: state.written,
                ..State::default()
            }
        );
    }

    #[test]
    fn nothing_known_takes_no_room() {
        let blank = course(group("root", vec![leaf("a")]));
        assert_eq!(serde_json::to_string(&blank.state()).expect("JSON"), "{}");
        let tracking = Tracking {
            attempts: 1,
            objectives: vec![
                Progress {
                    raw: Some(1.0),
                    ..Progress::default()
                },
                Progress::default(),
            ],
            ..Tracking::default()
        };
        assert_eq!(stored(&tracking).objectives.len(), 1);
        let shared = Shared::default();
        assert!(shared.is_empty());
        let mut stores = Shared::default();
        stores.stores.insert("notes".to_owned(), String::new());
        let mut objectives = Shared::default();
        objectives
            .objectives
            .insert("x".to_owned(), Progress::default());
        assert!(!stores.is_empty() && !objectives.is_empty());
    }
}
