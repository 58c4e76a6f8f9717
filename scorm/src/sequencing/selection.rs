//! Which children of a cluster are available, and in what order [SR.1] [SR.2].

use super::Sequencer;
use super::state::usual_children;
use super::tree::Id;
use crate::manifest::sequencing::Timing;

impl Sequencer {
    /// Before a session walks the tree, every cluster gets its children for the attempt to come.
    pub(super) fn select_and_randomize_all(&mut self) {
        for id in self.tree.ids() {
            self.select_children(id);
            self.randomize_children(id);
        }
    }

    /// [SR.1] Select Children Process.
    pub(super) fn select_children(&mut self, id: Id) {
        let controls = &self.tree[id].sequencing.randomization;
        let Some(count) = controls.select_count else {
            return;
        };
        if self.is_due(id, controls.selection_timing) {
            let all = usual_children(&self.tree, id);
            let chosen = self.random.select(&all, count as usize);
            self.set_available(id, chosen);
        }
    }

    /// [SR.2] Randomize Children Process.
    pub(super) fn randomize_children(&mut self, id: Id) {
        let controls = &self.tree[id].sequencing.randomization;
        if controls.reorder_children && self.is_due(id, controls.randomization_timing) {
            let mut children = self.available_children(id).to_vec();
            self.random.shuffle(&mut children);
            self.set_available(id, children);
        }
    }

    /// Never in the middle of an attempt.
    fn is_due(&self, id: Id, timing: Timing) -> bool {
        let tracking = self.track(id);
        let is_between = !tracking.is_active && !tracking.is_suspended;
        match timing {
            Timing::Never => false,
            Timing::Once => is_between && tracking.attempts == 0,
            Timing::OnEachNewAttempt => is_between,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{course, group, leaf, play, with};
    use super::*;
    use crate::navigation::Request;
    use crate::sequencing::Answer;

    fn shuffled(selection: Timing, randomization: Timing) -> Sequencer {
        let names: Vec<String> = (0..9).map(|n| n.to_string()).collect();
        let leaves = names.iter().map(|name| leaf(name)).collect();
        course(with(group("root", leaves), |it| {
            it.randomization.selection_timing = selection;
            it.randomization.select_count = Some(4);
            it.randomization.randomization_timing = randomization;
            it.randomization.reorder_children = true;
        }))
    }

    /// The activities of a whole attempt, in their order.
    fn walk(course: &mut Sequencer, seed: u64) -> Vec<String> {
        let mut found = Vec::new();
        let mut request = Request::Start;
        while let Answer::Deliver(item) = course.request(&request, seed) {
            found.push(item);
            request = Request::Continue;
        }
        found
    }

    #[test]
    fn children_are_drawn_once_or_for_each_attempt() {
        let never = walk(&mut shuffled(Timing::Never, Timing::Never), 5);
        assert_eq!(never.len(), 9);
        assert!(never.is_sorted());
        let mut once = shuffled(Timing::Once, Timing::Once);
        let first = walk(&mut once, 5);
        assert_eq!((first.len(), walk(&mut once, 6)), (4, first));
        let mut each = shuffled(Timing::OnEachNewAttempt, Timing::OnEachNewAttempt);
        let several: std::collections::BTreeSet<_> = (0..9).map(|it| walk(&mut each, it)).collect();
        assert!(several.len() > 3);
        assert!(several.iter().all(|it| it.len() == 4));
    }

    #[test]
    fn what_was_not_drawn_cannot_be_chosen() {
        let mut course = shuffled(Timing::Once, Timing::Never);
        play(&mut course, "start");
        let root = course.toc().remove(0);
        let offered = root.children.iter().filter(|line| line.enabled).count();
        assert_eq!(offered, 4);
    }

    #[test]
    fn nothing_is_drawn_in_the_middle_of_an_attempt() {
        for (timing, attempts, is_active, is_suspended, due) in [
            (Timing::Never, 0, false, false, false),
            (Timing::Once, 0, false, false, true),
            (Timing::Once, 1, false, false, false),
            (Timing::Once, 0, true, false, false),
            (Timing::Once, 0, false, true, false),
            (Timing::OnEachNewAttempt, 0, false, false, true),
            (Timing::OnEachNewAttempt, 3, false, false, true),
            (Timing::OnEachNewAttempt, 3, true, false, false),
            (Timing::OnEachNewAttempt, 3, false, true, false),
        ] {
            let mut course = shuffled(timing, timing);
            let tracking = course.track_mut(Id::ROOT);
            tracking.attempts = attempts;
            (tracking.is_active, tracking.is_suspended) = (is_active, is_suspended);
            course.random = super::super::random::Random::new(5);
            let before = course.available_children(Id::ROOT).to_vec();
            course.randomize_children(Id::ROOT);
            assert_eq!(
                course.available_children(Id::ROOT) != before,
                due,
                "{timing:?}"
            );
            course.select_children(Id::ROOT);
            let drawn = course.available_children(Id::ROOT).len();
            assert_eq!(drawn, if due { 4 } else { 9 }, "{timing:?}");
        }
    }

    #[test]
    fn order_and_number_change_where_the_manifest_says_so() {
        let make = |count, reorders| {
            let leaves = ["a", "b", "c"].map(leaf).to_vec();
            course(with(group("root", leaves), |it| {
                it.randomization.selection_timing = Timing::Once;
                it.randomization.select_count = count;
                it.randomization.randomization_timing = Timing::Once;
                it.randomization.reorder_children = reorders;
            }))
        };
        assert_eq!(walk(&mut make(None, false), 5), ["a", "b", "c"]);
        assert_eq!(walk(&mut make(Some(9), false), 5), ["a", "b", "c"]);
        assert_eq!(walk(&mut make(Some(1), false), 5).len(), 1);
        assert!(!walk(&mut make(None, true), 7).is_sorted());
    }
}
