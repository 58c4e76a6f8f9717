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

#[cfg(test)]
mod tests {
    use super::super::testing::{course, group, leaf, play, pre, with};
    use super::*;
    use crate::manifest::Edition;
    use crate::manifest::Item;
    use crate::manifest::sequencing::Condition;

    fn lines(course: &Sequencer) -> Vec<(String, bool, bool, Status)> {
        let mut lines = Vec::new();
        let mut stack = course.toc();
        while let Some(line) = stack.pop() {
            stack.extend(line.children.into_iter().rev());
            lines.push((line.id, line.visible, line.enabled, line.status));
        }
        lines
    }

    #[test]
    fn the_table_of_contents_says_what_is_there_and_what_can_be_chosen() {
        let hidden = pre(
            leaf("b"),
            Condition::Always,
            PreConditionAction::HiddenFromChoice,
        );
        let invisible = Item {
            is_visible: false,
            ..leaf("c")
        };
        let closed = pre(leaf("d"), Condition::Always, PreConditionAction::Disabled);
        let mut course = course(group(
            "root",
            vec![leaf("a"), hidden, invisible, closed, leaf("e")],
        ));
        play(&mut course, "start +success_status=failed choice:e");
        let expected = [
            ("root", true, true, Status::Incomplete),
            ("a", true, true, Status::Failed),
            ("b", false, false, Status::NotAttempted),
            ("c", false, true, Status::NotAttempted),
            ("d", true, false, Status::NotAttempted),
            ("e", true, true, Status::Incomplete),
        ];
        let expected = expected
            .map(|(id, visible, enabled, status)| (id.to_owned(), visible, enabled, status));
        assert_eq!(lines(&course), expected);
    }

    #[test]
    fn controls_are_hidden_by_the_activity_and_disabled_where_they_lead_nowhere() {
        let a = Item {
            hide_lms_ui: vec![LmsControl::Exit],
            ..leaf("a")
        };
        let mut course = course(group("root", vec![a, leaf("b")]));
        assert_eq!(course.control(LmsControl::Continue), Control::Disabled);
        play(&mut course, "start");
        for (control, state) in [
            (LmsControl::Continue, Control::Enabled),
            (LmsControl::Previous, Control::Disabled),
            (LmsControl::Exit, Control::Hidden),
            (LmsControl::ExitAll, Control::Enabled),
            (LmsControl::SuspendAll, Control::Enabled),
            (LmsControl::Abandon, Control::Enabled),
            (LmsControl::AbandonAll, Control::Enabled),
        ] {
            assert_eq!(course.control(control), state, "{control:?}");
        }
        play(&mut course, "continue exit");
        assert_eq!(course.control(LmsControl::Previous), Control::Enabled);
        assert_eq!(course.control(LmsControl::Abandon), Control::Disabled);
    }

    #[test]
    fn a_course_of_one_item_starts_with_it_and_offers_nothing_else() {
        let root = with(group("root", vec![leaf("a")]), |it| {
            it.control_mode.flow = false;
        });
        let mut course = course(root);
        assert_eq!(play(&mut course, "start"), "a");
        assert!(lines(&course).iter().all(|(_, _, enabled, _)| !enabled));
        assert_eq!(course.control(LmsControl::Continue), Control::Hidden);
    }

    #[test]
    fn a_refusal_is_told_in_words() {
        let closed = pre(leaf("b"), Condition::Always, PreConditionAction::Disabled);
        let course = course(group("root", vec![leaf("a"), closed]));
        use SequencingException as Exception;
        let nothing = |title: &str| Refused::NothingInside {
            title: title.into(),
        };
        let unmet = |title: &str| Refused::PrerequisitesUnmet {
            title: title.into(),
        };
        for (request, exception, refused) in [
            ("start", Exception::FlowUnavailable, Refused::NothingOpen),
            (
                "exit",
                Exception::NavigationAlreadyEnded,
                Refused::NothingOpen,
            ),
            ("continue", Exception::FlowUnavailable, Refused::NoNext),
            (
                "previous",
                Exception::NothingBeforeRoot,
                Refused::NoPrevious,
            ),
            ("choice:b", Exception::DeliverUnavailable, unmet("B")),
            (
                "choice:root",
                Exception::ChoiceDeliversNothing,
                nothing("ROOT"),
            ),
            ("jump:root", Exception::DeliverBranch, nothing("ROOT")),
            (
                "choice:z",
                Exception::UnknownTarget,
                Refused::UnknownItem { item: "z".into() },
            ),
        ] {
            let request = Request::parse(request).expect("a request");
            assert_eq!(course.refused(&request, exception), refused, "{request:?}");
        }
    }

    #[test]
    fn a_request_is_valid_when_it_would_be_followed() {
        let closed = pre(leaf("b"), Condition::Always, PreConditionAction::Disabled);
        let mut course = course(group("root", vec![leaf("a"), closed, leaf("c")]));
        let valid = |course: &Sequencer, request: &str| {
            course.is_valid(&Request::parse(request).expect("a request"))
        };
        assert!(valid(&course, "start") && !valid(&course, "continue") && !valid(&course, "exit"));
        play(&mut course, "start");
        for (request, expected) in [
            ("continue", false),
            ("previous", false),
            ("choice:b", false),
            ("choice:c", true),
            ("choice:z", false),
            ("jump:b", false),
            ("jump:c", true),
            ("exit", true),
            ("exitAll", true),
            ("abandon", true),
            ("abandonAll", true),
            ("suspendAll", true),
        ] {
            assert_eq!(valid(&course, request), expected, "{request}");
        }
        play(&mut course, "choice:c");
        assert!(
            valid(&course, "continue"),
            "after the last activity it ends the session"
        );
        assert_eq!(course.control(LmsControl::Exit), Control::Enabled);
        play(&mut course, "exit");
        assert!(!valid(&course, "exit") && valid(&course, "exitAll"));
        assert_eq!(course.control(LmsControl::Exit), Control::Disabled);
    }

    #[test]
    fn a_jump_is_offered_where_the_edition_has_it_and_something_is_delivered() {
        for (known, expected) in [
            (Edition::Fourth, [false, true, true]),
            (Edition::Third, [false; 3]),
        ] {
            let mut course =
                super::super::testing::edition(group("root", vec![leaf("a"), leaf("b")]), known);
            play(&mut course, "start");
            let offered: Vec<bool> = course.tree.ids().map(|it| course.may_jump(it)).collect();
            assert_eq!(offered, expected, "{known}");
        }
    }

    #[test]
    fn what_is_hidden_hides_what_is_in_it() {
        let inner = pre(
            group("inner", vec![leaf("b")]),
            Condition::Always,
            PreConditionAction::HiddenFromChoice,
        );
        let course = course(group("root", vec![leaf("a"), inner]));
        let visible: Vec<bool> = lines(&course)
            .iter()
            .map(|(_, visible, ..)| *visible)
            .collect();
        assert_eq!(visible, [true, true, false, false]);
    }

    #[test]
    fn one_line_is_the_current_one() {
        let mut course = course(group("root", vec![leaf("a"), leaf("b")]));
        for (request, expected) in [
            ("start", [false, true, false]),
            ("continue", [false, false, true]),
            ("exit", [false, false, true]),
            ("exitAll", [false; 3]),
        ] {
            play(&mut course, request);
            let root = course.toc().remove(0);
            let lines = std::iter::once(&root).chain(&root.children);
            let current: Vec<bool> = lines.map(|line| line.current).collect();
            assert_eq!(current, expected, "{request}");
        }
    }

    #[test]
    fn a_line_tells_how_far_an_activity_has_come() {
        for (script, status) in [
            ("", Status::NotAttempted),
            (
                "start +success_status=unknown +completion_status=unknown continue",
                Status::Incomplete,
            ),
            ("start +success_status=unknown continue", Status::Completed),
            ("start +success_status=passed continue", Status::Passed),
            ("start +success_status=failed continue", Status::Failed),
        ] {
            let mut course = course(group("root", vec![leaf("a"), leaf("b")]));
            play(&mut course, script);
            assert_eq!(lines(&course)[1].3, status, "{script}");
        }
    }

    #[test]
    fn the_course_is_offered_as_its_children_are() {
        let root = with(group("root", vec![leaf("a"), leaf("b")]), |it| {
            it.control_mode.choice = false;
        });
        let mut course = course(root);
        play(&mut course, "start");
        assert!(lines(&course).iter().all(|(_, _, enabled, _)| !enabled));
    }
}
