//! Delivery: whether it may be, and what it begins [DB.1.1] [DB.2] [DB.2.1].

use super::Sequencer;
use super::exception::SequencingException as Exception;
use super::state::Tracking;
use super::tree::Id;
use crate::runtime::Entry;

impl Sequencer {
    /// [DB.1.1] Delivery Request Process: only a leaf, and nothing on the way to it closed.
    pub(super) fn delivery_request(&self, id: Id) -> Result<(), Exception> {
        if !self.tree[id].is_leaf() {
            return Err(Exception::DeliverBranch);
        }
        if self.tree.path_up(id).any(|it| self.check_activity(it)) {
            return Err(Exception::DeliverUnavailable);
        }
        Ok(())
    }

    /// [DB.2] Content Delivery Environment Process: attempts begin or go on, from the root down.
    pub(super) fn content_delivery_environment(&mut self, id: Id) -> Result<(), Exception> {
        if self.current.is_some_and(|it| self.track(it).is_active) {
            return Err(Exception::AlreadyActive);
        }
        if self.suspended != Some(id) {
            self.clear_suspended_activity(id);
        }
        self.terminate_descendent_attempts(id);
        self.entry = Entry::AbInitio;
        for it in self.tree.path_down(id) {
            if !self.track(it).is_active {
                self.begin_attempt(it);
            }
        }
        self.current = Some(id);
        self.suspended = None;
        Ok(())
    }

    /// [DB.2] step 5: a suspended attempt goes on, any other is a new one.
    fn begin_attempt(&mut self, id: Id) {
        let is_tracked = self.tree[id].sequencing.delivery.tracked;
        let tracking = self.track_mut(id);
        tracking.is_active = true;
        let resumes = std::mem::take(&mut tracking.is_suspended);
        if resumes && is_tracked {
            self.entry = Entry::Resume;
        } else {
            self.entry = Entry::AbInitio;
            if is_tracked {
                self.begin_new_attempt(id);
            }
        }
    }

    fn begin_new_attempt(&mut self, id: Id) {
        if id.is_root() {
            // What is not global to the system lasts as long as an attempt on the course.
            self.own = super::Shared::default();
        }
        let tracking = self.track_mut(id);
        *tracking = Tracking {
            attempts: tracking.attempts.saturating_add(1),
            is_active: true,
            ..Tracking::default()
        };
        self.forget_earlier_attempts(id);
    }

    /// What activities below recorded in an earlier attempt does not count in this one, unless their
    /// cluster says so (SN, "Use Current Attempt Objective Information").
    fn forget_earlier_attempts(&mut self, id: Id) {
        let tree = std::sync::Arc::clone(&self.tree);
        let mut clusters = vec![id];
        while let Some(cluster) = clusters.pop() {
            let mode = &tree[cluster].sequencing.control_mode;
            for child in &tree[cluster].children {
                for progress in &mut self.track_mut(*child).objectives {
                    if mode.use_current_attempt_objective_info {
                        *progress = progress.without_objective();
                    }
                    if mode.use_current_attempt_progress_info {
                        *progress = progress.without_completion();
                    }
                }
                clusters.push(*child);
            }
        }
    }

    /// [DB.2.1] Clear Suspended Activity Subprocess: another activity is delivered instead.
    fn clear_suspended_activity(&mut self, id: Id) {
        let Some(suspended) = self.suspended.take() else {
            return;
        };
        let tree = std::sync::Arc::clone(&self.tree);
        let common = tree.common_ancestor(id, suspended);
        let path = tree.path_below(suspended, common).chain([common]);
        for it in path {
            let mut children = tree[it].children.iter();
            let is_suspended = children.any(|child| self.track(*child).is_suspended);
            self.track_mut(it).is_suspended = is_suspended;
        }
    }
}
