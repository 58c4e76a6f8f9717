//! Where a learner stands, in words: what is missing, attempts, scores. An outcome's own words are in
//! [`outcomes`].

use scorm::outcome::Status;

use super::{Action, Item};
use crate::courses::ActivityKind;
use crate::i18n::Lang;
use crate::outcomes;

/// `85.5 %`, from hundredths.
pub fn percent(lang: Lang, hundredths: i64) -> String {
    lang.text_with(
        "common-percent",
        &[("value", lang.decimal(hundredths).into())],
    )
}

pub fn kind(lang: Lang, kind: ActivityKind) -> String {
    lang.text(&format!("learning-kind-{}", kind.name()))
}

/// The drawing that stands for a kind.
pub fn icon(kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Lesson => "module",
        ActivityKind::Quiz => "quiz",
    }
}

pub fn action(lang: Lang, action: Action) -> String {
    lang.text(match action {
        Action::Start => "learning-action-start",
        Action::Continue => "learning-action-continue",
        Action::TryAgain => "learning-action-try-again",
        Action::Open => "learning-action-open",
        Action::Review => "learning-action-review",
    })
}

/// What the learner still has to do for this activity; `None` once it is met.
pub fn missing(lang: Lang, item: &Item) -> Option<String> {
    if item.is_met {
        return None;
    }
    if !item.has_package {
        return Some(lang.text("learning-unavailable"));
    }
    if let Some(why) = item.reasons.first()
        && item.status != Status::NotStarted
    {
        return Some(outcomes::reason_text(lang, why));
    }
    Some(match (item.status, item.pass_mark) {
        (Status::NotStarted, Some(mark)) => lang.text_with(
            "learning-missing-mark",
            &[("mark", percent(lang, mark).into())],
        ),
        (Status::NotStarted, None) => lang.text("learning-missing-start"),
        (_, Some(mark)) => lang.text_with(
            "learning-missing-finish-mark",
            &[("mark", percent(lang, mark).into())],
        ),
        (_, None) => lang.text("learning-missing-finish"),
    })
}

/// `1 of 3 attempts used`; nothing where attempts are unlimited.
pub fn attempts(lang: Lang, item: &Item) -> Option<String> {
    let max = item.max_attempts?;
    Some(lang.text_with(
        "learning-attempts",
        &[
            ("used", item.attempts_used.min(max).into()),
            ("max", max.into()),
        ],
    ))
}

/// The line under a title that changes while the module is played.
pub fn standing(lang: Lang, item: &Item) -> String {
    let word = (item.has_package || item.is_met).then(|| outcomes::status_label(lang, item.status));
    let parts: Vec<String> = [word, missing(lang, item), attempts(lang, item)]
        .into_iter()
        .flatten()
        .collect();
    parts.join(" · ")
}

pub fn pass_mark(lang: Lang, item: &Item) -> Option<String> {
    let mark = percent(lang, item.pass_mark?);
    Some(lang.text_with("learning-pass-mark", &[("mark", mark.into())]))
}
