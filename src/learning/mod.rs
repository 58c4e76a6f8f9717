//! What a learner sees of a course and where they stand in it. Owns the rule of progress; writes no
//! result itself: the commit does, with the functions of `db`.

pub mod db;
pub mod pages;
mod progress;
pub mod web;
pub mod words;

use scorm::outcome::{Reason, Status};

pub use progress::{Progress, Tally, progress};

use crate::clock::Instant;
use crate::courses::{ActivityKind, Course};
use crate::grades::Scores;
use crate::i18n::Lang;
use crate::ids::{ActivityId, CategoryId, CertificateId, CourseId, SectionId};
use crate::media::MediaRef;

/// A course among those a person may take, and how far they are.
#[derive(Debug, Clone)]
pub struct CourseStanding {
    pub id: CourseId,
    pub category_id: Option<CategoryId>,
    pub title: String,
    pub lang: Lang,
    pub picture: Option<MediaRef>,
    pub is_enrolled: bool,
    pub is_started: bool,
    pub completed_at: Option<Instant>,
    pub progress: Progress,
    pub scores: Scores,
}

#[derive(Debug, Clone, Copy)]
pub struct Enrolment {
    pub completed_at: Option<Instant>,
    /// The valid certificate issued for it.
    pub certificate: Option<CertificateId>,
}

/// An activity of a course, and where one learner stands in it.
#[derive(Debug, Clone)]
pub struct Item {
    pub id: ActivityId,
    pub section_id: SectionId,
    pub title: String,
    pub kind: ActivityKind,
    pub is_required: bool,
    pub is_visible: bool,
    /// Hundredths of a percent; `None` when no score is asked for.
    pub pass_mark: Option<i64>,
    pub max_attempts: Option<i64>,
    pub window_width: i64,
    pub window_height: i64,
    pub fills_screen: bool,
    pub has_package: bool,
    pub status: Status,
    /// Hundredths of a percent; `None` is "no score", which is not zero.
    pub score: Option<i64>,
    pub is_met: bool,
    /// Why the result is what it is, most important first.
    pub reasons: Vec<Reason>,
    pub attempts_used: i64,
    pub has_open_attempt: bool,
}

/// A person at a course they may open.
#[derive(Debug)]
pub struct Visit {
    pub course: Course,
    pub enrolment: Option<Enrolment>,
    pub can_edit: bool,
    /// An author who wants to see what learners see.
    pub is_looking: bool,
    /// Without the hidden ones, unless the person may edit the course.
    pub items: Vec<Item>,
}

impl Visit {
    /// As somebody without the right to edit would see it.
    pub fn look_as_learner(&mut self) {
        self.is_looking = std::mem::take(&mut self.can_edit);
        self.items.retain(|item| item.is_visible);
    }

    pub fn progress(&self) -> Progress {
        progress_of(&self.items)
    }

    pub fn percent(&self) -> Option<i64> {
        course_percent(self.completed_at(), self.progress())
    }

    pub fn status(&self) -> Status {
        let is_started = self
            .items
            .iter()
            .any(|item| item.status != Status::NotStarted);
        course_status(self.completed_at(), self.progress(), is_started)
    }

    pub fn is_complete(&self) -> bool {
        self.status() == Status::Completed
    }

    /// The first activity that can be opened and is not met yet.
    pub fn next(&self) -> Option<&Item> {
        self.items
            .iter()
            .find(|item| item.is_visible && item.has_package && !item.is_met && !item.is_spent())
    }

    fn completed_at(&self) -> Option<Instant> {
        self.enrolment.and_then(|enrolment| enrolment.completed_at)
    }
}

/// What the button of an activity does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    Start,
    Continue,
    TryAgain,
    /// Met: the window asks whether to review or to try again.
    Open,
    /// No attempt is left: only looking is.
    Review,
}

impl Item {
    /// No attempt is left to start, nor one to go on with.
    pub fn is_spent(&self) -> bool {
        !self.has_open_attempt
            && self
                .max_attempts
                .is_some_and(|max| self.attempts_used >= max)
    }

    pub fn action(&self) -> Action {
        match () {
            () if self.is_spent() => Action::Review,
            () if self.is_met => Action::Open,
            () if self.has_open_attempt => Action::Continue,
            () if self.attempts_used == 0 => Action::Start,
            () => Action::TryAgain,
        }
    }
}

impl CourseStanding {
    pub fn status(&self) -> Status {
        course_status(self.completed_at, self.progress, self.is_started)
    }

    pub fn is_complete(&self) -> bool {
        self.status() == Status::Completed
    }

    /// 100 once completed, even when its author has added to it since.
    pub fn percent(&self) -> Option<i64> {
        course_percent(self.completed_at, self.progress)
    }
}

fn course_percent(completed_at: Option<Instant>, progress: Progress) -> Option<i64> {
    completed_at.map(|_| 100).or_else(|| progress.percent())
}

fn course_status(completed_at: Option<Instant>, progress: Progress, is_started: bool) -> Status {
    if completed_at.is_some() || progress.is_complete() {
        Status::Completed
    } else if is_started || progress.met > 0 {
        Status::Incomplete
    } else {
        Status::NotStarted
    }
}

/// The rule applied to items that were loaded anyway.
pub fn progress_of(items: &[Item]) -> Progress {
    let mut tally = Tally::default();
    for item in items.iter().filter(|item| item.is_visible) {
        let met = i64::from(item.is_met);
        tally.visible += 1;
        tally.visible_met += met;
        tally.required += i64::from(item.is_required);
        tally.required_met += if item.is_required { met } else { 0 };
    }
    progress(tally)
}

/// The items that make up the percentage, by the same rule.
pub fn counting_items(items: &[Item]) -> impl Iterator<Item = &Item> {
    let is_any_required = items.iter().any(|item| item.is_visible && item.is_required);
    items
        .iter()
        .filter(move |item| item.is_visible && (item.is_required || !is_any_required))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(id: i64, is_required: bool, is_visible: bool, is_met: bool) -> Item {
        Item {
            id: ActivityId(id),
            section_id: SectionId(1),
            title: String::new(),
            kind: ActivityKind::Lesson,
            is_required,
            is_visible,
            pass_mark: None,
            max_attempts: None,
            window_width: 1024,
            window_height: 768,
            fills_screen: false,
            has_package: true,
            status: Status::NotStarted,
            score: None,
            is_met,
            reasons: Vec::new(),
            attempts_used: 0,
            has_open_attempt: false,
        }
    }

    #[test]
    fn what_is_listed_as_counting_is_what_the_percentage_is_made_of() {
        for items in [
            vec![item(1, true, true, true), item(2, false, true, false)],
            vec![item(1, false, true, true), item(2, false, true, false)],
            vec![item(1, true, false, false), item(2, false, true, true)],
            vec![],
        ] {
            let progress = progress_of(&items);
            let counting: Vec<_> = counting_items(&items).collect();
            assert_eq!(counting.len() as i64, progress.counting);
            let met = counting.iter().filter(|item| item.is_met).count();
            assert_eq!(met as i64, progress.met);
        }
    }

    #[test]
    fn the_button_says_what_a_launch_will_do() {
        let check = |max, used, has_open_attempt, is_met, action| {
            let item = Item {
                max_attempts: max,
                attempts_used: used,
                has_open_attempt,
                ..item(1, true, true, is_met)
            };
            assert_eq!(item.action(), action);
        };
        check(None, 0, false, false, Action::Start);
        check(None, 1, true, false, Action::Continue);
        check(None, 2, true, true, Action::Open);
        check(Some(3), 1, false, false, Action::TryAgain);
        check(Some(3), 1, false, true, Action::Open);
        check(Some(1), 1, true, false, Action::Continue);
        check(Some(1), 1, false, false, Action::Review);
    }
}
