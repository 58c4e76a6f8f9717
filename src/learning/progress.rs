//! How far along a course is: the one rule that the commit, the dashboard, the course page and
//! the certificate share. Knows no statement and no words.

use serde::Serialize;

/// The activities of a course that learners can see, counted for one of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Tally {
    pub visible: i64,
    pub visible_met: i64,
    pub required: i64,
    pub required_met: i64,
}

/// So many of the activities that count are met.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Progress {
    pub met: i64,
    pub counting: i64,
}

/// Required activities count; where none is required, all visible ones do. A hidden activity never
/// counts, because nobody could meet it.
pub fn progress(tally: Tally) -> Progress {
    if tally.required > 0 {
        Progress {
            met: tally.required_met,
            counting: tally.required,
        }
    } else {
        Progress {
            met: tally.visible_met,
            counting: tally.visible,
        }
    }
}

impl Progress {
    /// 0 to 100, cut: 100 only when all is met, at least 1 when anything is. `None` while nothing counts.
    pub fn percent(self) -> Option<i64> {
        let cut = (self.met * 100).checked_div(self.counting)?;
        Some(if self.met > 0 { cut.max(1) } else { cut })
    }

    /// A course without activities is never complete.
    pub fn is_complete(self) -> bool {
        self.counting > 0 && self.met >= self.counting
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(visible: i64, visible_met: i64, required: i64, required_met: i64) -> Progress {
        progress(Tally {
            visible,
            visible_met,
            required,
            required_met,
        })
    }

    #[test]
    fn required_activities_alone_count() {
        assert_eq!(of(5, 3, 3, 1).percent(), Some(33));
        assert!(of(5, 3, 3, 3).is_complete());
    }

    #[test]
    fn all_visible_activities_count_where_none_is_required() {
        assert_eq!(of(4, 1, 0, 0).percent(), Some(25));
        assert!(of(4, 4, 0, 0).is_complete());
    }

    #[test]
    fn a_course_without_activities_has_no_percentage_and_is_not_complete() {
        assert_eq!(of(0, 0, 0, 0).percent(), None);
        assert!(!of(0, 0, 0, 0).is_complete());
    }

    #[test]
    fn a_hundred_percent_is_never_shown_too_early_nor_nothing_too_long() {
        assert_eq!(of(300, 299, 300, 299).percent(), Some(99));
        assert_eq!(of(300, 1, 300, 1).percent(), Some(1));
    }
}
