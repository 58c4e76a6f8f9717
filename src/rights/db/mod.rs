//! All SQL about people's rights.

mod erasures;
mod exports;
mod listing;
mod retention;
mod runs;

pub use erasures::{
    Expected, find_any_erasure, find_erasure, find_open, find_refused, insert_asked, list_these,
    mark_erased, mark_escalated, mark_refused, mark_returned, mark_withdrawn,
};
pub use exports::{
    delete_expired, delete_export, find_export, find_own_export, insert_export, is_kept,
    list_files, mark_progress, mark_ready,
};
pub use listing::{Wanted, count_erasures, count_tasks, list_erasures, list_tasks, newest};
pub use retention::{
    Retained, Warned, delete_warnings, insert_away, mark_due, mark_released, mark_warned,
};
pub use runs::{
    Dropped, Tally, chosen, count_outcomes, find_run, insert_run, list_dropped, list_waiting,
    mark_outcome, mark_run_ended,
};

/// Whom somebody may decide about, of a person `u`: parameters in this order are the actor, their role, their scope.
macro_rules! within_reach {
    ($actor:literal, $role:literal, $scope:literal) => {
        concat!(
            "u.state <> 'deleted' AND u.id <> ",
            $actor,
            " AND (",
            $scope,
            " IS NULL OR u.organisation_id = ",
            $scope,
            ") AND (u.role IN ('learner', 'author') OR ",
            $role,
            " = 'operator' OR (",
            $role,
            " = 'secretariat' AND u.role = 'secretariat'))"
        )
    };
}
pub(crate) use within_reach;
