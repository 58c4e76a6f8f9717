//! What a launch leads to: going on, starting anew, or a choice the learner makes. Pure.

use super::db::AttemptRow;
use crate::courses::Activity;

/// What the learner asked for on the choice page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Wish {
    #[default]
    Open,
    Review,
    Again,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decision {
    /// Goes on with this attempt.
    Continue {
        attempt: i64,
    },
    /// Begins attempt number `number`.
    Begin {
        number: i64,
    },
    Review {
        attempt: i64,
    },
    /// Two plain choices; `can_retry` is false when no attempt is left.
    Ask {
        can_retry: bool,
    },
}

/// How a package is opened again after its activity was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reopening {
    /// One module: to look at it, or to try again, is the learner's choice.
    Asks,
    /// A course of several activities that is sequenced (SCORM 2004): it goes on, or begins anew by its own rules.
    GoesOn,
}

/// `attempts` are all of the learner's, in order; `is_met` is the activity's result.
pub(super) fn decide(
    activity: &Activity,
    attempts: &[AttemptRow],
    is_met: bool,
    reopening: Reopening,
    wish: Wish,
) -> Decision {
    let Some(last) = attempts.last() else {
        return Decision::Begin { number: 1 };
    };
    let best = attempts
        .iter()
        .max_by_key(|attempt| (attempt.ended_at.is_some(), attempt.score));
    let used = attempts
        .iter()
        .filter(|attempt| attempt.started_at.is_some())
        .count() as i64;
    let can_retry = activity.max_attempts.is_none_or(|most| used < most);
    let reviewed = best
        .filter(|attempt| attempt.started_at.is_some())
        .unwrap_or(last)
        .id;
    let is_open = last.ended_at.is_none();
    let asks = is_met && reopening == Reopening::Asks;
    match wish {
        Wish::Review if used > 0 => Decision::Review { attempt: reviewed },
        _ if is_open && (!asks || wish == Wish::Again) => Decision::Continue { attempt: last.id },
        Wish::Again if can_retry => Decision::Begin {
            number: last.number + 1,
        },
        _ if asks || !can_retry => Decision::Ask {
            can_retry: can_retry || is_open,
        },
        _ => Decision::Begin {
            number: last.number + 1,
        },
    }
}
