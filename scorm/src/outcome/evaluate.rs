//! The outcome function: evidence and rules in, outcome out.

use super::{
    ActivityKind, Completion, Ending, Flag, Outcome, Percent, Reason, Rules, ScoEvidence, Score,
    Scored, Success,
};

/// The outcome of one attempt, from all of its SCOs.
///
/// With several SCOs all must be complete; the score is the mean of those that have one, and it
/// decides as a single one would.
pub fn evaluate(scos: &[ScoEvidence], rules: &Rules) -> Outcome {
    match scos {
        [] => Outcome::not_started(),
        [only] => one(only, rules, rules.scored),
        several => all(several, rules),
    }
}

/// The outcome of an attempt whose course says itself, by its sequencing, when it is complete and when it is passed:
/// `course` carries that word. The score is the mean of the SCOs' that have one, and decides as a single one would.
pub fn evaluate_rolled_up(course: &ScoEvidence, scos: &[ScoEvidence], rules: &Rules) -> Outcome {
    let (scores, flags): (Vec<_>, Vec<_>) = scos.iter().map(|sco| Score::of(&sco.score)).unzip();
    let known: Vec<&Score> = scores.iter().flatten().collect();
    let mut outcome = judged(course, Score::mean(&known), rules, rules.scored);
    for flag in flags.into_iter().flatten() {
        outcome.flag(flag);
    }
    outcome
}

fn one(sco: &ScoEvidence, rules: &Rules, scored: Scored) -> Outcome {
    if sco.is_asset {
        return asset(sco);
    }
    let (score, flags) = Score::of(&sco.score);
    let mut outcome = judged(sco, score, rules, scored);
    for flag in flags {
        outcome.flag(flag);
    }
    outcome
}

fn judged(sco: &ScoEvidence, score: Option<Score>, rules: &Rules, scored: Scored) -> Outcome {
    let mut outcome = Outcome {
        score,
        ..Outcome::not_started()
    };
    if !sco.opened {
        outcome.reasons.push(Reason::NotOpened);
        return outcome;
    }
    let (mark, source) = rules.mark(&sco.sco);
    let decides = match scored {
        Scored::Declared => true,
        Scored::Never => false,
        Scored::WhenReported => {
            outcome.score.is_some()
                && (rules.kind == ActivityKind::Quiz || sco.success != Success::Unknown)
        }
    };
    if decides {
        outcome.mark = Some(mark);
        outcome.mark_source = Some(source);
        by_score(sco, rules, mark, &mut outcome);
    } else {
        by_status(sco, &mut outcome);
    }
    outcome
}

fn asset(sco: &ScoEvidence) -> Outcome {
    let (completion, reason) = if sco.opened {
        (Completion::Completed, Reason::AssetViewed)
    } else {
        (Completion::NotAttempted, Reason::AssetNotViewed)
    };
    Outcome {
        completion,
        reasons: vec![reason],
        ..Outcome::not_started()
    }
}

/// No score decides: the module's word counts.
fn by_status(sco: &ScoEvidence, outcome: &mut Outcome) {
    let (completion, success, reason) = match (sco.success, sco.completion) {
        (Success::Passed, _) => (
            Completion::Completed,
            Success::Passed,
            Reason::ReportedPassed,
        ),
        (Success::Failed, completion) => (completion, Success::Failed, Reason::ReportedFailed),
        (Success::Unknown, Completion::Completed) => (
            Completion::Completed,
            Success::Unknown,
            Reason::ReportedCompleted,
        ),
        (Success::Unknown, _) => {
            let reported = sco.reported.clone();
            (
                Completion::Incomplete,
                Success::Unknown,
                Reason::NotComplete { reported },
            )
        }
    };
    outcome.completion = completion;
    outcome.success = success;
    outcome.reasons.push(reason);
}

/// The score decides, as soon as it is final.
fn by_score(sco: &ScoEvidence, rules: &Rules, mark: Percent, outcome: &mut Outcome) {
    let Some(score) = outcome.score.as_ref().map(|score| score.normalised) else {
        return without_score(sco, mark, outcome);
    };
    let reaches = score >= mark;
    let (completion, success, reason) = if !is_final(sco, reaches) {
        (
            Completion::Incomplete,
            Success::Unknown,
            Reason::ScoreNotFinal { score, mark },
        )
    } else if reaches {
        (
            Completion::Completed,
            Success::Passed,
            Reason::ScoreReachesMark { score, mark },
        )
    } else {
        (
            sco.completion,
            Success::Failed,
            Reason::ScoreBelowMark { score, mark },
        )
    };
    outcome.completion = completion;
    outcome.success = success;
    outcome.reasons.push(reason);
    match sco.success {
        Success::Passed if !reaches => outcome.flag(Flag::PassedBelowMark),
        Success::Failed if reaches => outcome.flag(Flag::FailedAboveMark),
        _ => {}
    }
    let manifest = rules.masteries.get(&sco.sco);
    if manifest.is_some_and(|manifest| (score >= *manifest) != reaches) {
        outcome.flag(Flag::ManifestDiffers);
    }
}

/// A running score must neither pass nor fail anyone: final is what comes with a verdict or a
/// completion. A reached mark also stands when the module ended for good or never spoke of
/// completion at all (content that reports a score and nothing else).
fn is_final(sco: &ScoEvidence, reaches: bool) -> bool {
    let spoken = sco.success != Success::Unknown || sco.completion == Completion::Completed;
    let silent = sco.completion != Completion::Incomplete || sco.ending == Ending::Finished;
    spoken || (reaches && silent)
}

/// Declared scored, and no score: a status may fail, and never pass.
fn without_score(sco: &ScoEvidence, mark: Percent, outcome: &mut Outcome) {
    outcome.completion = Completion::Incomplete;
    match sco.success {
        Success::Failed => {
            outcome.completion = sco.completion;
            outcome.success = Success::Failed;
            outcome.reasons.push(Reason::ReportedFailed);
        }
        Success::Passed => outcome.flag(Flag::PassedWithoutScore),
        Success::Unknown => {}
    }
    outcome.reasons.push(Reason::ScoreMissing { mark });
}

fn all(scos: &[ScoEvidence], rules: &Rules) -> Outcome {
    // Lessons beside a test need no score; the declaration is about the whole.
    let each_scored = match rules.scored {
        Scored::Declared => Scored::WhenReported,
        other => other,
    };
    let each: Vec<Outcome> = scos
        .iter()
        .map(|sco| one(sco, rules, each_scored))
        .collect();
    let done = each.iter().filter(|one| is_done(one)).count();
    let scores: Vec<&Score> = each.iter().filter_map(|one| one.score.as_ref()).collect();
    let mut whole = Outcome {
        score: Score::mean(&scores),
        ..Outcome::not_started()
    };
    for flag in each.iter().flat_map(|one| &one.flags) {
        whole.flag(*flag);
    }
    let (done_count, total) = (done as u32, scos.len() as u32);
    let progress = Reason::ModulesDone {
        done: done_count,
        total,
    };
    if each
        .iter()
        .all(|one| one.completion == Completion::NotAttempted)
    {
        whole.reasons.push(progress);
        return whole;
    }
    if done < each.len() {
        whole.completion = Completion::Incomplete;
        whole.reasons.push(progress);
        return whole;
    }
    settle(&each, rules, &mut whole);
    whole.reasons.push(progress);
    whole
}

fn is_done(one: &Outcome) -> bool {
    one.completion == Completion::Completed || one.success != Success::Unknown
}

/// Everything is done: does it pass?
fn settle(each: &[Outcome], rules: &Rules, whole: &mut Outcome) {
    whole.completion = Completion::Completed;
    let speaks = each.iter().any(|one| one.success != Success::Unknown);
    let decides = match rules.scored {
        Scored::Declared => true,
        Scored::WhenReported => whole.score.is_some() && speaks,
        Scored::Never => false,
    };
    if decides {
        return settle_by_score(each, rules, whole);
    }
    let failed = each.iter().any(|one| one.success == Success::Failed);
    let (success, reason) = match (speaks, failed) {
        (true, true) => (Success::Failed, Reason::ReportedFailed),
        (true, false) => (Success::Passed, Reason::ReportedPassed),
        (false, _) => (Success::Unknown, Reason::ReportedCompleted),
    };
    whole.success = success;
    whole.reasons.push(reason);
}

fn settle_by_score(each: &[Outcome], rules: &Rules, whole: &mut Outcome) {
    // The marks of the SCOs may differ by manifest; their mean is the mark of the mean score.
    let marks: Vec<Percent> = each.iter().filter_map(|one| one.mark).collect();
    let (platform, _) = rules.mark("");
    let mark = Percent::mean(&marks).unwrap_or(platform);
    whole.mark = Some(mark);
    whole.mark_source = each
        .iter()
        .find_map(|one| one.mark_source)
        .or(Some(rules.mark("").1));
    let Some(score) = whole.score.as_ref().map(|score| score.normalised) else {
        whole.completion = Completion::Incomplete;
        if each.iter().any(|one| one.success == Success::Passed) {
            whole.flag(Flag::PassedWithoutScore);
        }
        whole.reasons.push(Reason::ScoreMissing { mark });
        return;
    };
    let (success, reason) = if score >= mark {
        (Success::Passed, Reason::ScoreReachesMark { score, mark })
    } else {
        (Success::Failed, Reason::ScoreBelowMark { score, mark })
    };
    whole.success = success;
    whole.reasons.push(reason);
}
