//! Several attempts, later visits, and how far along someone is.

use serde::{Deserialize, Serialize};

use super::{Completion, Outcome, Percent, Reason, Rules, ScoEvidence, Score, Status, Success};

/// Which attempt counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    #[default]
    Best,
    Last,
    First,
    Average,
}

/// The outcome after a further commit of the same attempt: what was met stays, and a later visit
/// can only improve it.
#[must_use]
pub fn keep_met(before: &Outcome, now: Outcome) -> Outcome {
    if !before.is_met() || rank(&now) >= rank(before) {
        return now;
    }
    let mut kept = before.clone();
    if !kept.reasons.contains(&Reason::EarlierResultKept) {
        kept.reasons.push(Reason::EarlierResultKept);
    }
    kept
}

/// The outcome of the activity from its attempts, in the order they were begun.
///
/// Whatever counts, an activity that was met by any attempt stays met; a last attempt moreover
/// never lowers the score of a met one. Attempts not begun do not count as a last or first one.
pub fn combine_attempts(attempts: &[Outcome], counting: Counting, rules: &Rules) -> Outcome {
    let begun: Vec<(usize, &Outcome)> = attempts
        .iter()
        .enumerate()
        .filter(|(_, attempt)| attempt.status() != Status::NotStarted)
        .collect();
    let best = begun.iter().copied().reduce(|best, next| {
        if rank(next.1) > rank(best.1) {
            next
        } else {
            best
        }
    });
    let (Some(best), Some(first), Some(last)) = (best, begun.first(), begun.last()) else {
        return Outcome::not_started();
    };
    let counted = match counting {
        Counting::Best => chosen(best, attempts.len()),
        Counting::Last => chosen(*last, attempts.len()),
        Counting::First => chosen(*first, attempts.len()),
        Counting::Average => average(&begun, best.1, rules),
    };
    let best = chosen(best, attempts.len());
    match counting {
        // The first attempt, or the mean, is what was asked for as long as it is met, too.
        Counting::First | Counting::Average if counted.is_met() => counted,
        _ => keep_met(&best, counted),
    }
}

fn chosen((at, outcome): (usize, &Outcome), attempts: usize) -> Outcome {
    let mut outcome = outcome.clone();
    if attempts > 1 {
        let (attempt, attempts) = (at as u32 + 1, attempts as u32);
        outcome
            .reasons
            .push(Reason::AttemptCounts { attempt, attempts });
    }
    outcome
}

fn average(begun: &[(usize, &Outcome)], best: &Outcome, rules: &Rules) -> Outcome {
    let scores: Vec<&Score> = begun
        .iter()
        .filter_map(|(_, outcome)| outcome.score.as_ref())
        .collect();
    let Some(score) = Score::mean(&scores).filter(|_| begun.len() > 1) else {
        return best.clone();
    };
    let mut outcome = best.clone();
    let normalised = score.normalised;
    outcome.score = Some(score);
    outcome.reasons = vec![Reason::AverageOfAttempts {
        attempts: begun.len() as u32,
    }];
    if let Some(mark) = best.mark {
        let reaches = normalised >= mark;
        outcome.success = if reaches {
            Success::Passed
        } else {
            Success::Failed
        };
        outcome.reasons.push(if reaches {
            Reason::ScoreReachesMark {
                score: normalised,
                mark,
            }
        } else {
            Reason::ScoreBelowMark {
                score: normalised,
                mark,
            }
        });
        outcome.mark_source = best.mark_source.or(Some(rules.mark_source));
    }
    outcome
}

/// Met before unmet, then passed before completed, then by score.
fn rank(outcome: &Outcome) -> (bool, Option<Percent>, Status) {
    let score = outcome.score.as_ref().map(|score| score.normalised);
    (outcome.is_met(), score, outcome.status())
}

/// How far along, 0 to 100; 100 only when the outcome is met.
pub fn progress(scos: &[ScoEvidence], outcome: &Outcome) -> u8 {
    if outcome.is_met() {
        return 100;
    }
    let each: Vec<Percent> = scos.iter().map(one_progress).collect();
    let mean = Percent::mean(&each).unwrap_or_default();
    u8::try_from(mean.hundredths() / 100).unwrap_or(99).min(99)
}

fn one_progress(sco: &ScoEvidence) -> Percent {
    let done = if sco.is_asset {
        sco.opened
    } else {
        sco.completion == Completion::Completed
    };
    if done {
        Percent::FULL
    } else {
        sco.progress.unwrap_or_default()
    }
}
