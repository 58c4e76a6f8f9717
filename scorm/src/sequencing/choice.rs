//! Choice [SB.2.4] [SB.2.9]. Looks, and changes nothing: the same process answers which entries
//! of the table of contents lead somewhere now.

use super::Sequencer;
use super::exception::SequencingException as Exception;
use super::flow::{Children, Direction};
use super::tree::Id;
use crate::manifest::sequencing::PreConditionAction;

impl Sequencer {
    /// [SB.2.9] Choice Sequencing Request Process: the leaf that choosing `target` delivers.
    pub(super) fn choice(&self, target: Id) -> Result<Id, Exception> {
        self.may_be_named(target)?;
        let common = self.choice_ancestor(target);
        match self.current {
            Some(current) if current == target => {}
            Some(current) if self.tree[current].parent == self.tree[target].parent => {
                self.choose_sibling(current, target)?;
            }
            Some(current) if current != common && target == common => {
                self.leave(current, target)?;
            }
            Some(current) if current != common => self.choose_across(current, common, target)?,
            _ => self.choose_below(common, target)?,
        }
        if self.tree[target].is_leaf() {
            return Ok(target);
        }
        let found = self.flow(target, Direction::Forward, Children::Consider);
        found.or(Err(Exception::ChoiceDeliversNothing))
    }

    /// What the target and the current activity have in common; without one, the root.
    pub(super) fn choice_ancestor(&self, target: Id) -> Id {
        let current = self.current.unwrap_or(Id::ROOT);
        self.tree.common_ancestor(current, target)
    }

    /// [SB.2.9] steps 1–4: available, not hidden, and in a cluster that allows choice.
    fn may_be_named(&self, target: Id) -> Result<(), Exception> {
        for id in self.tree.path_up(target) {
            if !id.is_root() && self.rank(id).is_none() {
                return Err(Exception::ChoiceUnavailable);
            }
            if self.precondition(id, PreConditionAction::HiddenFromChoice) {
                return Err(Exception::ChoiceHidden);
            }
        }
        match self.tree[target].parent {
            Some(parent) if !self.tree[parent].sequencing.control_mode.choice => {
                Err(Exception::ChoiceForbidden)
            }
            _ => Ok(()),
        }
    }

    /// [SB.2.9] step 8: every activity from the current one to its sibling must be passable.
    fn choose_sibling(&self, current: Id, target: Id) -> Result<(), Exception> {
        let direction = self.direction(current, target);
        if direction == Direction::Backward {
            // It asks the parent, which is the same for all of them.
            return self.choice_activity_traversal(current, direction);
        }
        let siblings = self.tree[target]
            .parent
            .map(|it| self.available_children(it));
        let (from, to) = (self.rank(current), self.rank(target));
        let between = match (siblings, from, to) {
            (Some(siblings), Some(from), Some(to)) => siblings.get(from..to),
            _ => None,
        };
        let mut between = between.ok_or(Exception::ChoiceNothingToConsider)?.iter();
        between.try_for_each(|it| self.choice_activity_traversal(*it, direction))
    }

    /// [SB.2.9] step 9: down from an activity above the target.
    fn choose_below(&self, common: Id, target: Id) -> Result<(), Exception> {
        if common == target {
            // The root, chosen to begin with: nothing lies between.
            return Ok(());
        }
        self.enter(common, target, true)
    }

    /// [SB.2.9] step 10: up to a cluster around the current activity.
    fn leave(&self, current: Id, target: Id) -> Result<(), Exception> {
        let choice_exit = |id: Id| self.tree[id].sequencing.control_mode.choice_exit;
        if self.tree.path_below(current, target).all(choice_exit) {
            Ok(())
        } else {
            Err(Exception::ChoiceExitForbidden)
        }
    }

    /// [SB.2.9] step 11: to another branch below a common ancestor.
    fn choose_across(&self, current: Id, common: Id, target: Id) -> Result<(), Exception> {
        self.leave(current, common)?;
        let constrains = |id: &Id| {
            self.tree[*id]
                .sequencing
                .constrained_choice
                .constrain_choice
        };
        if let Some(constrained) = self.tree.path_below(current, common).find(constrains) {
            let direction = self.direction(constrained, target);
            // The constrained activity itself lies above the current one, or is it: that is another case.
            let nearest = self.choice_flow(constrained, direction);
            if !self.tree.is_within(target, nearest) {
                return Err(Exception::ChoiceConstrained);
            }
        }
        let is_forward = self.direction(current, target) == Direction::Forward;
        self.enter(common, target, is_forward)
    }

    /// The way down from `common` to `target`, itself excluded: passable when walked forward, and
    /// through no cluster that may not be begun by a choice.
    fn enter(&self, common: Id, target: Id, is_forward: bool) -> Result<(), Exception> {
        let mut path: Vec<Id> = self.tree.path_below(target, common).skip(1).collect();
        path.push(common);
        for id in path.into_iter().rev() {
            if is_forward {
                self.choice_activity_traversal(id, Direction::Forward)?;
            }
            let prevents = self.tree[id]
                .sequencing
                .constrained_choice
                .prevent_activation;
            if prevents && id != common && !self.track(id).is_active {
                return Err(Exception::ActivationPrevented);
            }
        }
        Ok(())
    }

    /// [SB.2.4] Choice Activity Traversal Subprocess: whether a choice may pass an activity.
    fn choice_activity_traversal(&self, id: Id, direction: Direction) -> Result<(), Exception> {
        match direction {
            Direction::Forward => {
                if self.precondition(id, PreConditionAction::StopForwardTraversal) {
                    return Err(Exception::ForwardTraversalBlocked);
                }
            }
            Direction::Backward => {
                let parent = self.tree[id].parent.ok_or(Exception::ChoiceBeforeRoot)?;
                if self.tree[parent].sequencing.control_mode.forward_only {
                    return Err(Exception::ForwardOnlyChoice);
                }
            }
        }
        Ok(())
    }

    /// [SB.2.9.1] Choice Flow Subprocess: the neighbour that a constrained choice may still reach,
    /// or the constrained activity itself [SB.2.9.2].
    fn choice_flow(&self, constrained: Id, direction: Direction) -> Id {
        let mut path = self.tree.path_up(constrained);
        path.find_map(|id| self.neighbour(id, direction))
            .unwrap_or(constrained)
    }

    /// Whether `to` comes after `from` in the tree as it is ordered now.
    pub(super) fn direction(&self, from: Id, to: Id) -> Direction {
        let common = self.tree.common_ancestor(from, to);
        let place = |id: Id| {
            let below = self.tree.path_below(id, common).last();
            below.and_then(|it| self.rank(it))
        };
        // An activity above another has no place below it, and comes first: `None` is least.
        if place(to) > place(from) {
            Direction::Forward
        } else {
            Direction::Backward
        }
    }
}

#[cfg(test)]
mod tests;
