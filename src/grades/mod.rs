//! Grades: what each activity of a course counts for, and the course total. Owns that arithmetic
//! (`docs/grades.md` explains it); results come from `learning`. All shares are hundredths of a percent
//! and cut, so that nobody reaches a mark by rounding.

pub mod pages;
pub mod web;

use crate::learning::Item;

/// The whole of a course, in hundredths of a percent.
const WHOLE: i64 = 10_000;

/// The scores there are: each weighs the same, and what has no score yet weighs nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scores {
    pub sum: i64,
    pub count: i64,
}

impl Scores {
    pub fn of(items: &[Item]) -> Self {
        items
            .iter()
            .filter(|item| item.is_visible)
            .filter_map(|item| item.score)
            .fold(Self::default(), |scores, score| Self {
                sum: scores.sum + score,
                count: scores.count + 1,
            })
    }

    /// The mean; `None` of nothing, which is not 0.
    pub fn course_total(self) -> Option<i64> {
        self.sum.checked_div(self.count)
    }

    /// The share of an activity in the course total.
    pub fn weight(self, score: Option<i64>) -> i64 {
        score
            .and_then(|_| WHOLE.checked_div(self.count))
            .unwrap_or(0)
    }

    /// What an activity adds to the course total.
    pub fn contribution(self, score: Option<i64>) -> i64 {
        score
            .and_then(|score| score.checked_div(self.count))
            .unwrap_or(0)
    }
}

/// Whether the activity is a grade item: it asks for a score, or has one.
pub fn is_graded(item: &Item) -> bool {
    item.pass_mark.is_some() || item.score.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_score_weighs_the_same_and_none_weighs_nothing() {
        let scores = Scores {
            sum: 8000 + 9001,
            count: 2,
        };
        assert_eq!(scores.course_total(), Some(8500));
        assert_eq!(scores.weight(Some(8000)), 5000);
        assert_eq!(scores.weight(None), 0);
        assert_eq!(scores.contribution(Some(8000)), 4000);
        assert_eq!(scores.contribution(None), 0);
    }

    #[test]
    fn without_any_score_there_is_no_total_which_is_not_zero() {
        assert_eq!(Scores::default().course_total(), None);
        let zero = Scores { sum: 0, count: 1 };
        assert_eq!(zero.course_total(), Some(0));
    }

    #[test]
    fn a_total_is_never_rounded_up_to_a_mark() {
        let scores = Scores {
            sum: 7000 + 6999,
            count: 2,
        };
        assert_eq!(scores.course_total(), Some(6999));
    }
}
