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
