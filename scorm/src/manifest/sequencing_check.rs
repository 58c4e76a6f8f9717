//! Checks at import what a course of SCORM 2004 asks of sequencing: what contradicts itself, leads
//! nowhere or has no effect is said to who uploads, and no learner comes upon it.

mod edition;
mod objectives;
mod rollup;

use super::course::{CompletionThreshold, Item, Items, Organization, ResourceKind};
use super::items::any_launchable;
use super::problem::{ProblemKind, Problems};
use super::sequencing::{
    Condition, PostConditionAction, PreConditionAction, RuleCondition, Sequencing, Timing,
};
use super::version::Edition;
use crate::runtime::Standard;

pub(super) fn check(organization: &mut Organization, edition: Edition, problems: &mut Problems) {
    let is_sequenced = edition.standard() == Standard::Scorm2004;
    if is_sequenced {
        leave_out_impossible_rules(organization, problems);
    }
    let usual = Sequencing::default();
    let activities = activities(organization, &usual);
    edition::check(&activities, edition, problems);
    if is_sequenced {
        check_sequencing(&activities, edition, problems);
    }
}

fn check_sequencing(activities: &[Activity<'_>], edition: Edition, problems: &mut Problems) {
    let pages = activities.iter().filter(|it| it.has_page());
    let is_rolled_up = pages.count() > 1;
    for activity in activities {
        let mut checker = Checker {
            activity,
            edition,
            problems,
        };
        checker.limits();
        checker.reach();
        checker.rules();
        checker.randomization();
        // Of a course of one page, what its SCO says is what the course has come to.
        if is_rolled_up {
            checker.rollup();
        }
    }
    objectives::check(activities, edition, problems);
}

/// The course itself, or an item, as far as sequencing is concerned.
struct Activity<'a> {
    name: &'a str,
    /// `None` for the course itself.
    item: Option<&'a Item>,
    children: &'a [Item],
    is_sequenced: bool,
    sequencing: &'a Sequencing,
    threshold: Option<CompletionThreshold>,
}

fn activities<'a>(organization: &'a Organization, usual: &'a Sequencing) -> Vec<Activity<'a>> {
    let root = Activity {
        name: &organization.identifier,
        item: None,
        children: &organization.items,
        is_sequenced: organization.sequencing.is_some(),
        sequencing: organization.sequencing.as_ref().unwrap_or(usual),
        threshold: organization.completion_threshold,
    };
    let items = Items::over(&organization.items).map(|item| Activity {
        name: &item.identifier,
        item: Some(item),
        children: &item.children,
        is_sequenced: item.sequencing.is_some(),
        sequencing: item.sequencing.as_ref().unwrap_or(usual),
        threshold: item.completion_threshold,
    });
    std::iter::once(root).chain(items).collect()
}

impl<'a> Activity<'a> {
    fn has_page(&self) -> bool {
        self.item.is_some_and(Item::is_launchable)
    }

    fn threshold(&self) -> CompletionThreshold {
        self.threshold.unwrap_or_default()
    }

    fn is_asset(&self) -> bool {
        let kind = self.item.and_then(|item| item.kind);
        self.has_page() && self.children.is_empty() && kind == Some(ResourceKind::Asset)
    }

    /// The children that take part: those with something to open.
    fn parts(&self) -> impl Iterator<Item = &'a Item> {
        let children = self.children.iter();
        children.filter(|child| any_launchable(std::slice::from_ref(child)))
    }

    /// How many parts it has. A page of its own is the first of them.
    fn available(&self) -> usize {
        self.parts().count() + usize::from(self.has_page())
    }
}

struct Checker<'a> {
    activity: &'a Activity<'a>,
    edition: Edition,
    problems: &'a mut Problems,
}

impl Checker<'_> {
    fn name(&self) -> String {
        self.activity.name.to_owned()
    }

    fn without_effect(&mut self, field: &str, lacks: &str) {
        self.problems.push(ProblemKind::WithoutEffect {
            item: self.name(),
            field: field.to_owned(),
            lacks: lacks.to_owned(),
        });
    }

    fn needs_items_below(&mut self, field: &str) {
        self.problems.push(ProblemKind::NeedsItemsBelow {
            item: self.name(),
            field: field.to_owned(),
        });
    }

    fn limits(&mut self) {
        let limits = &self.activity.sequencing.limits;
        if limits.attempt_absolute_duration_limit.is_some() && !self.activity.has_page() {
            self.problems.push(ProblemKind::NeedsPage {
                item: self.name(),
                field: "attemptAbsoluteDurationLimit".to_owned(),
            });
        }
        let Some(limit) = limits.attempt_limit else {
            return;
        };
        if !self.activity.sequencing.delivery.tracked {
            self.without_effect("attemptLimit", "tracked");
        } else if limit == 0 {
            let item = self.name();
            self.problems.push(ProblemKind::AttemptLimitZero { item });
        }
    }

    fn reach(&mut self) {
        let mode = &self.activity.sequencing.control_mode;
        if !mode.choice && !mode.flow && !self.activity.children.is_empty() {
            let item = self.name();
            self.problems.push(ProblemKind::ClusterClosed { item });
        }
    }

    fn rules(&mut self) {
        let sequencing = self.activity.sequencing;
        if !sequencing.exit_conditions.is_empty() && self.activity.children.is_empty() {
            self.needs_items_below("<imsss:exitConditionRule>");
        }
        if !sequencing.rollup.rules.is_empty() && self.activity.children.is_empty() {
            self.needs_items_below("<imsss:rollupRule>");
        }
        let limited = Condition::AttemptLimitExceeded;
        let asks_limit = conditions(sequencing).any(|it| it.condition == limited);
        if asks_limit && sequencing.limits.attempt_limit.is_none() {
            self.without_effect(limited.as_str(), "attemptLimit");
        }
    }

    fn randomization(&mut self) {
        let controls = &self.activity.sequencing.randomization;
        let draws = controls.selection_timing != Timing::Never;
        let shuffles = controls.randomization_timing != Timing::Never;
        if self.activity.children.is_empty() {
            if controls.select_count.is_some() || controls.reorder_children {
                self.needs_items_below("<imsss:randomizationControls>");
            }
            return;
        }
        match (draws, controls.select_count) {
            (true, None) => self.without_effect("selectionTiming", "selectCount"),
            (false, Some(_)) => self.without_effect("selectCount", "selectionTiming"),
            (true, Some(count)) => self.selection(count),
            (false, None) => {}
        }
        match (shuffles, controls.reorder_children) {
            (true, false) => self.without_effect("randomizationTiming", "reorderChildren"),
            (false, true) => self.without_effect("reorderChildren", "randomizationTiming"),
            _ => {}
        }
    }

    fn selection(&mut self, count: u32) {
        let available = self.activity.available();
        if count as usize > available {
            self.problems.push(ProblemKind::SelectionExceeds {
                item: self.name(),
                count,
                available,
            });
        }
    }
}

/// What the sequencing rules of an activity ask about.
fn conditions(sequencing: &Sequencing) -> impl Iterator<Item = &RuleCondition> {
    let pre = sequencing.pre_conditions.iter().map(|it| &it.conditions);
    let post = sequencing.post_conditions.iter().map(|it| &it.conditions);
    let exit = sequencing.exit_conditions.iter().map(|it| &it.conditions);
    pre.chain(post).chain(exit).flatten()
}

/// Nothing comes before, after or above the course: rules that would lead there are left out
/// (TB.2.3-4 would meet the learner instead).
fn leave_out_impossible_rules(organization: &mut Organization, problems: &mut Problems) {
    let Some(sequencing) = &mut organization.sequencing else {
        return;
    };
    let item = &organization.identifier;
    let mut report = |action: &str| {
        problems.push(ProblemKind::ImpossibleForCourse {
            item: item.clone(),
            action: action.to_owned(),
        });
        false
    };
    sequencing.pre_conditions.retain(|rule| match rule.action {
        PreConditionAction::Skip => report(rule.action.as_str()),
        _ => true,
    });
    sequencing.post_conditions.retain(|rule| match rule.action {
        PostConditionAction::ExitParent
        | PostConditionAction::Continue
        | PostConditionAction::Previous => report(rule.action.as_str()),
        _ => true,
    });
}
