//! Navigation through a course that brings no sequencing of its own: which activities may be
//! opened, which comes next, what a request leads to. Pure functions of the tree, the statuses
//! and the current activity; knows nothing of attempts, windows or storage.
//!
//! A sequencer answers the same questions ([`Request`] in, [`Decision`] out, [`TocItem`] and
//! [`Control`] for the player) for courses that do bring sequencing.

mod request;
mod toc;

use std::collections::HashMap;

pub use request::{Control, Decision, Ending, Refused, Request};
pub use toc::TocItem;

use crate::manifest::{Item, LmsControl, Organization};
use crate::prerequisites::{Expression, Status};

/// The state of navigation at one moment.
#[derive(Debug)]
pub struct Navigation<'a> {
    organization: &'a Organization,
    current: Option<&'a str>,
    /// Every item in pre-order.
    steps: Vec<Step<'a>>,
    positions: HashMap<&'a str, usize>,
}

#[derive(Debug)]
struct Step<'a> {
    item: &'a Item,
    status: Status,
    enabled: bool,
    /// The position after the last item below this one.
    end: usize,
}

impl Step<'_> {
    /// Whether it can be delivered now.
    fn is_open(&self) -> bool {
        self.enabled && self.item.is_launchable()
    }
}

impl<'a> Navigation<'a> {
    /// `status` answers for items that open something; the status of a group follows from what is
    /// in it. `current` is the activity being delivered, or the one that was left suspended.
    pub fn new(
        organization: &'a Organization,
        current: Option<&str>,
        status: impl Fn(&str) -> Status,
    ) -> Self {
        let mut steps = Vec::new();
        collect(&organization.items, &status, &mut steps);
        let positions: HashMap<&str, usize> = steps
            .iter()
            .enumerate()
            .map(|(position, step)| (step.item.identifier.as_str(), position))
            .collect();
        let mut navigation = Self {
            organization,
            current: None,
            steps,
            positions,
        };
        navigation.current = current
            .and_then(|identifier| navigation.positions.get_key_value(identifier))
            .map(|(identifier, _)| *identifier);
        navigation.enable();
        navigation
    }

    /// An item is enabled when its own prerequisites and those of the groups around it hold. One
    /// that cannot be read bars nobody: the import has told the author.
    fn enable(&mut self) {
        let status = |identifier: &str| {
            self.positions
                .get(identifier)
                .and_then(|it| self.steps.get(*it))
                .map(|it| it.status)
        };
        let opened: Vec<bool> = self
            .steps
            .iter()
            .map(|step| step.item.prerequisites.as_deref())
            .map(|script| match script.map(Expression::parse) {
                Some(Ok(expression)) => expression.holds(&status),
                Some(Err(_)) | None => true,
            })
            .collect();
        let mut barred_until = 0;
        for (position, (step, open)) in self.steps.iter_mut().zip(opened).enumerate() {
            if !open {
                barred_until = barred_until.max(step.end);
            }
            step.enabled = position >= barred_until;
        }
    }

    /// Where an attempt starts or resumes: the current activity while it is not done, else the
    /// first one not done, else the first.
    pub fn start(&self) -> Option<&'a str> {
        let to_do = |step: &&Step<'a>| step.is_open() && !step.status.is_done();
        self.current_step()
            .filter(to_do)
            .or_else(|| self.steps.iter().find(to_do))
            .or_else(|| self.steps.iter().find(|step| step.is_open()))
            .map(identifier)
    }

    /// The next activity that can be delivered after the current one.
    pub fn next(&self) -> Option<&'a str> {
        let after = self.current_position()? + 1;
        self.steps
            .iter()
            .skip(after)
            .find(|step| step.is_open())
            .map(identifier)
    }

    /// The last activity that can be delivered before the current one.
    pub fn previous(&self) -> Option<&'a str> {
        let before = self.current_position()?;
        self.steps
            .iter()
            .take(before)
            .rev()
            .find(|step| step.is_open())
            .map(identifier)
    }

    /// What choosing `wanted` delivers: itself, or the first open activity of a group.
    pub fn choice(&self, wanted: &str) -> Result<&'a str, Refused> {
        let unknown = || Refused::UnknownItem {
            item: wanted.to_owned(),
        };
        let position = *self.positions.get(wanted).ok_or_else(unknown)?;
        let step = self.steps.get(position).ok_or_else(unknown)?;
        let title = || step.item.title.clone();
        if !step.enabled {
            return Err(Refused::PrerequisitesUnmet { title: title() });
        }
        let group = self.steps.get(position..step.end).unwrap_or_default();
        let open = group.iter().find(|step| step.is_open());
        open.map(identifier)
            .ok_or_else(|| Refused::NothingInside { title: title() })
    }

    /// What a request leads to.
    pub fn decide(&self, request: &Request) -> Decision {
        let delivered = match request {
            Request::Start => self.start().ok_or(Refused::NothingOpen),
            Request::Continue => self.next().ok_or(Refused::NoNext),
            Request::Previous => self.previous().ok_or(Refused::NoPrevious),
            Request::Choice(item) | Request::Jump(item) => self.choice(item),
            Request::SuspendAll => return Decision::End(Ending::Suspended),
            Request::Exit | Request::ExitAll => return Decision::End(Ending::Exited),
            Request::Abandon | Request::AbandonAll => return Decision::End(Ending::Abandoned),
        };
        match delivered {
            Ok(item) => Decision::Deliver(item.to_owned()),
            Err(refused) => Decision::Refuse(refused),
        }
    }

    /// How the player shows a control. A course of one page needs none but the way out.
    pub fn control(&self, control: LmsControl) -> Control {
        let single = self
            .steps
            .iter()
            .filter(|step| step.item.is_launchable())
            .count()
            <= 1;
        let hidden = self
            .current_step()
            .is_some_and(|it| it.item.hide_lms_ui.contains(&control));
        if hidden || (single && control != LmsControl::ExitAll) {
            return Control::Hidden;
        }
        let valid = match control {
            LmsControl::Continue => self.next().is_some(),
            LmsControl::Previous => self.previous().is_some(),
            LmsControl::ExitAll => true,
            LmsControl::Exit
            | LmsControl::Abandon
            | LmsControl::AbandonAll
            | LmsControl::SuspendAll => self.current.is_some(),
        };
        if valid {
            Control::Enabled
        } else {
            Control::Disabled
        }
    }

    /// The table of contents.
    pub fn toc(&self) -> Vec<TocItem> {
        toc::build(self, &self.organization.items)
    }

    fn step(&self, identifier: &str) -> Option<&Step<'a>> {
        self.steps.get(*self.positions.get(identifier)?)
    }

    fn current_step(&self) -> Option<&Step<'a>> {
        self.step(self.current?)
    }

    fn current_position(&self) -> Option<usize> {
        self.positions.get(self.current?).copied()
    }
}

fn identifier<'a>(step: &Step<'a>) -> &'a str {
    &step.item.identifier
}

/// Appends `items` and all below them; returns the statuses of `items`.
fn collect<'a>(
    items: &'a [Item],
    status: &impl Fn(&str) -> Status,
    steps: &mut Vec<Step<'a>>,
) -> Vec<Status> {
    let mut statuses = Vec::with_capacity(items.len());
    for item in items {
        let position = steps.len();
        let own = item.is_launchable().then(|| status(&item.identifier));
        steps.push(Step {
            item,
            status: Status::NotAttempted,
            enabled: true,
            end: position + 1,
        });
        let mut parts = collect(&item.children, status, steps);
        parts.extend(own);
        let whole = joined(&parts);
        let end = steps.len();
        if let Some(step) = steps.get_mut(position) {
            step.status = whole;
            step.end = end;
        }
        // A group that opens nothing at all has no status to add.
        if !parts.is_empty() {
            statuses.push(whole);
        }
    }
    statuses
}

/// The status of a group: done when all of it is done, failed when any part is.
fn joined(parts: &[Status]) -> Status {
    let all = |wanted: Status| parts.iter().all(|status| *status == wanted);
    match parts {
        [] => Status::NotAttempted,
        [only] => *only,
        _ if all(Status::Passed) => Status::Passed,
        _ if parts.iter().all(|status| status.is_done()) => Status::Completed,
        _ if parts.contains(&Status::Failed) => Status::Failed,
        _ if all(Status::NotAttempted) => Status::NotAttempted,
        _ => Status::Incomplete,
    }
}
