//! An outcome in words: status, score, and why, in the reader's language.

use scorm::outcome::{Flag, Outcome, Percent, Reason, Status};

use crate::i18n::Lang;

pub fn status_label(lang: Lang, status: Status) -> String {
    lang.text(&format!("outcome-{}", status.word().replace('_', "-")))
}

/// `85`, or nothing: a missing score is not zero.
pub fn score_text(lang: Lang, outcome: &Outcome) -> Option<String> {
    outcome
        .score
        .as_ref()
        .map(|score| percent(lang, score.normalised))
}

/// Why the outcome is what it is, then what is odd about it.
pub fn reasons(lang: Lang, outcome: &Outcome) -> Vec<String> {
    let reasons = outcome
        .reasons
        .iter()
        .map(|reason| reason_text(lang, reason));
    let flags = outcome.flags.iter().map(|flag| flag_text(lang, *flag));
    reasons.chain(flags).collect()
}

pub fn flag_text(lang: Lang, flag: Flag) -> String {
    lang.text(flag.key())
}

fn percent(lang: Lang, percent: Percent) -> String {
    lang.decimal(i64::from(percent.hundredths()))
}

pub fn reason_text(lang: Lang, reason: &Reason) -> String {
    let key = reason.key();
    match reason {
        Reason::ScoreReachesMark { score, mark }
        | Reason::ScoreBelowMark { score, mark }
        | Reason::ScoreNotFinal { score, mark } => lang.text_with(
            key,
            &[
                ("score", percent(lang, *score).into()),
                ("mark", percent(lang, *mark).into()),
            ],
        ),
        Reason::ScoreMissing { mark } => {
            lang.text_with(key, &[("mark", percent(lang, *mark).into())])
        }
        Reason::ModulesDone { done, total } => lang.text_with(
            key,
            &[
                ("done", i64::from(*done).into()),
                ("total", i64::from(*total).into()),
            ],
        ),
        Reason::AttemptCounts { attempt, attempts } => lang.text_with(
            key,
            &[
                ("attempt", i64::from(*attempt).into()),
                ("attempts", i64::from(*attempts).into()),
            ],
        ),
        Reason::AverageOfAttempts { attempts } => {
            lang.text_with(key, &[("attempts", i64::from(*attempts).into())])
        }
        _ => lang.text(key),
    }
}
