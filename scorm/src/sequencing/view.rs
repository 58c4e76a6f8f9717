//! What the player shows: the table of contents, and which controls would be accepted now.

use super::Sequencer;
use super::exception::SequencingException;
use super::flow::Stop;
use super::requests::SequencingRequest;
use super::tree::Id;
use crate::manifest::LmsControl;
use crate::manifest::sequencing::PreConditionAction;
use crate::navigation::{Control, Refused, Request, TocItem};
use crate::prerequisites::Status;

impl Sequencer {
    /// Whether a request would be accepted now.
    pub fn is_valid(&self, request: &Request) -> bool {
        self.navigation_request(request)
            .is_ok_and(|navigation| self.leads_somewhere(navigation.sequencing))
    }

    fn leads_somewhere(&self, request: SequencingRequest) -> bool {
        if request == SequencingRequest::Exit {
            return true;
        }
        match self.sequencing_request(request) {
            Ok(Some(id)) => self.delivery_request(id).is_ok(),
            Ok(None) | Err(Stop::EndSession) => true,
            Err(Stop::Because(_)) => false,
        }
    }

    /// Whether the table of contents offers an activity. The root is an entry for its children, and
    /// offered as they are.
    pub(super) fn may_choose(&self, id: Id) -> bool {
        let offers = !id.is_root() || self.tree[id].sequencing.control_mode.choice;
        offers
            && self.navigate_to(id).is_ok()
            && self.leads_somewhere(SequencingRequest::Choice(id))
    }

    pub(super) fn may_jump(&self, id: Id) -> bool {
        self.navigate_by_jump(id).is_ok() && self.leads_somewhere(SequencingRequest::Jump(id))
    }

    /// How the player shows a control. A course of one page has no use for those that move on.
    pub fn control(&self, control: LmsControl) -> Control {
        let hides = |id: Id| self.tree[id].hide_lms_ui.contains(&control);
        let moves = matches!(control, LmsControl::Continue | LmsControl::Previous);
        if self.current.is_some_and(hides) || (moves && self.tree.is_single()) {
            return Control::Hidden;
        }
        let request = match control {
            LmsControl::Previous => Request::Previous,
            LmsControl::Continue => Request::Continue,
            LmsControl::Exit => Request::Exit,
            LmsControl::ExitAll => return Control::Enabled,
            LmsControl::Abandon => Request::Abandon,
            LmsControl::AbandonAll => Request::AbandonAll,
            LmsControl::SuspendAll => Request::SuspendAll,
        };
        if self.is_valid(&request) {
            Control::Enabled
        } else {
            Control::Disabled
        }
    }

    /// The table of contents: the course itself, with everything in it below.
    pub fn toc(&self) -> Vec<TocItem> {
        self.look_up_preconditions();
        let mut lines: Vec<Option<TocItem>> = Vec::with_capacity(self.tree.len());
        lines.resize_with(self.tree.len(), || None);
        let hidden = self.hidden();
        // Pre-order puts children behind their parent: from the end, they are there already.
        for id in self.tree.ids().rev() {
            let children = self.tree[id].children.iter();
            let children = children.filter_map(|child| lines[child.index()].take());
            let children = children.collect();
            lines[id.index()] = Some(self.toc_item(id, hidden[id.index()], children));
        }
        lines.into_iter().flatten().collect()
    }

    /// By activity: whether it or one above it is hidden from choice.
    fn hidden(&self) -> Vec<bool> {
        let mut hidden = vec![false; self.tree.len()];
        for id in self.tree.ids() {
            let is_above = self.tree[id].parent.is_some_and(|it| hidden[it.index()]);
            let rule = PreConditionAction::HiddenFromChoice;
            hidden[id.index()] = is_above || self.precondition(id, rule);
        }
        hidden
    }

    fn toc_item(&self, id: Id, is_hidden: bool, children: Vec<TocItem>) -> TocItem {
        let activity = &self.tree[id];
        TocItem {
            id: activity.identifier.clone(),
            title: activity.title.clone(),
            launchable: activity.launch.is_launchable,
            visible: activity.is_visible && !is_hidden,
            enabled: self.may_choose(id),
            current: self.current == Some(id),
            status: self.status(id),
            children,
        }
    }

    /// A refusal in words for the learner, who asked for `request`.
    pub fn refused(&self, request: &Request, exception: SequencingException) -> Refused {
        match request {
            Request::Continue => Refused::NoNext,
            Request::Previous => Refused::NoPrevious,
            Request::Choice(item) | Request::Jump(item) => {
                let Some(target) = self.tree.find(item) else {
                    return Refused::UnknownItem { item: item.clone() };
                };
                let title = self.tree[target].title.clone();
                match exception {
                    SequencingException::ChoiceDeliversNothing
                    | SequencingException::DeliverBranch => Refused::NothingInside { title },
                    _ => Refused::PrerequisitesUnmet { title },
                }
            }
            _ => Refused::NothingOpen,
        }
    }

    fn status(&self, id: Id) -> Status {
        let known = self.primary(id);
        match (known.satisfied, known.completed) {
            (Some(true), _) => Status::Passed,
            (Some(false), _) => Status::Failed,
            (None, Some(true)) => Status::Completed,
            (None, _) if self.track(id).attempts > 0 => Status::Incomplete,
            (None, _) => Status::NotAttempted,
        }
    }
}
