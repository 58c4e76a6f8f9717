//! The SCORM 2004 4th Edition data model (RTE 4.2, 4.3; SN 5.6): data only.

use super::format::{Format, Item};
use super::table::Access::{Keyword, ReadOnly, ReadWrite, Shared, WriteOnly};
use super::table::{Derived, Element, Kind};

const fn ro(name: &'static str, kind: Kind) -> Element {
    Element::new(name, ReadOnly, kind)
}

const fn rw(name: &'static str, kind: Kind) -> Element {
    Element::new(name, ReadWrite, kind)
}

const fn wo(name: &'static str, kind: Kind) -> Element {
    Element::new(name, WriteOnly, kind)
}

const fn children(name: &'static str, names: &'static str) -> Element {
    Element::new(name, Keyword, text(255)).default(names)
}

const fn count(name: &'static str) -> Element {
    Element::new(name, Keyword, Kind::Count)
}

const fn text(spm: u32) -> Kind {
    Kind::Text { spm, firm: false }
}

const fn localized(spm: u32) -> Kind {
    Kind::Localized { spm }
}

const fn words(words: &'static [&'static str]) -> Kind {
    Kind::Words {
        words,
        aliases: &[],
        open: false,
    }
}

const fn from_zero(max: Option<f64>) -> Kind {
    Kind::Real {
        min: Some(0.0),
        max,
    }
}

const IDENTIFIER: Kind = Kind::LongIdentifier { spm: 4000 };
const REAL: Kind = Kind::Real {
    min: None,
    max: None,
};
const SCALED: Kind = Kind::Real {
    min: Some(-1.0),
    max: Some(1.0),
};
const COMPLETION: Kind = Kind::Words {
    words: &["completed", "incomplete", "not attempted", "unknown"],
    aliases: &[("complete", "completed"), ("notattempted", "not attempted")],
    open: false,
};
const SUCCESS: Kind = Kind::Words {
    words: &["passed", "failed", "unknown"],
    aliases: &[("pass", "passed"), ("fail", "failed")],
    open: false,
};
const EXIT: Kind = Kind::Words {
    words: &["time-out", "suspend", "logout", "normal", ""],
    aliases: &[("timeout", "time-out")],
    open: false,
};
const TYPE: Kind = Kind::Words {
    words: &[
        "true-false",
        "choice",
        "fill-in",
        "long-fill-in",
        "matching",
        "performance",
        "sequencing",
        "likert",
        "numeric",
        "other",
    ],
    aliases: &[("true/false", "true-false")],
    open: true,
};
const RESULT: Kind = Kind::WordsOrNumber {
    words: &["correct", "incorrect", "unanticipated", "neutral"],
    aliases: &[("wrong", "incorrect")],
};
const VALIDITY: Kind = words(&["true", "false", "unknown"]);
const WITH_ID: &[&str] = &["cmi.interactions.n.id"];
const WITH_ID_AND_TYPE: &[&str] = &["cmi.interactions.n.id", "cmi.interactions.n.type"];
const OBJECTIVE_ID: &[&str] = &["cmi.objectives.n.id"];

pub(super) const ELEMENTS: &[Element] = &[
    children("cmi._version", "1.0"),
    children(
        "cmi.comments_from_learner._children",
        "comment,location,timestamp",
    ),
    count("cmi.comments_from_learner._count"),
    rw("cmi.comments_from_learner.n.comment", localized(4000)),
    rw("cmi.comments_from_learner.n.location", text(250)),
    rw("cmi.comments_from_learner.n.timestamp", Kind::Timestamp),
    children(
        "cmi.comments_from_lms._children",
        "comment,location,timestamp",
    ),
    count("cmi.comments_from_lms._count"),
    ro("cmi.comments_from_lms.n.comment", localized(4000)),
    ro("cmi.comments_from_lms.n.location", text(250)),
    ro("cmi.comments_from_lms.n.timestamp", Kind::Timestamp),
    rw("cmi.completion_status", COMPLETION).default("unknown"),
    ro("cmi.completion_threshold", from_zero(Some(1.0))),
    ro("cmi.credit", words(&["credit", "no-credit"])).default("credit"),
    ro("cmi.entry", words(&["ab-initio", "resume", ""])).default("ab-initio"),
    wo("cmi.exit", EXIT),
    children(
        "cmi.interactions._children",
        "id,type,objectives,timestamp,correct_responses,weighting,learner_response,result,\
         latency,description",
    ),
    count("cmi.interactions._count"),
    rw("cmi.interactions.n.id", IDENTIFIER),
    rw("cmi.interactions.n.type", TYPE).needs(WITH_ID),
    count("cmi.interactions.n.objectives._count"),
    rw("cmi.interactions.n.objectives.n.id", IDENTIFIER)
        .needs(WITH_ID)
        .unique(),
    rw("cmi.interactions.n.timestamp", Kind::Timestamp).needs(WITH_ID),
    count("cmi.interactions.n.correct_responses._count"),
    rw(
        "cmi.interactions.n.correct_responses.n.pattern",
        Kind::Pattern,
    )
    .needs(WITH_ID_AND_TYPE)
    .unique(),
    rw("cmi.interactions.n.weighting", REAL).needs(WITH_ID),
    rw("cmi.interactions.n.learner_response", Kind::Response).needs(WITH_ID_AND_TYPE),
    rw("cmi.interactions.n.result", RESULT).needs(WITH_ID),
    rw("cmi.interactions.n.latency", Kind::Interval).needs(WITH_ID),
    rw("cmi.interactions.n.description", localized(250)).needs(WITH_ID),
    ro("cmi.launch_data", text(4000)),
    ro("cmi.learner_id", IDENTIFIER),
    ro("cmi.learner_name", localized(250)),
    children(
        "cmi.learner_preference._children",
        "audio_level,language,delivery_speed,audio_captioning",
    ),
    rw("cmi.learner_preference.audio_level", from_zero(None)).default("1"),
    rw("cmi.learner_preference.language", Kind::Language).default(""),
    rw("cmi.learner_preference.delivery_speed", from_zero(None)).default("1"),
    rw(
        "cmi.learner_preference.audio_captioning",
        words(&["-1", "0", "1"]),
    )
    .default("0"),
    rw("cmi.location", text(1000)),
    ro("cmi.max_time_allowed", Kind::Interval),
    ro("cmi.mode", words(&["browse", "normal", "review"])).default("normal"),
    children(
        "cmi.objectives._children",
        "id,score,success_status,completion_status,progress_measure,description",
    ),
    count("cmi.objectives._count"),
    rw("cmi.objectives.n.id", IDENTIFIER).unique().once(),
    children("cmi.objectives.n.score._children", "scaled,raw,min,max"),
    rw("cmi.objectives.n.score.scaled", SCALED).needs(OBJECTIVE_ID),
    rw("cmi.objectives.n.score.raw", REAL).needs(OBJECTIVE_ID),
    rw("cmi.objectives.n.score.min", REAL).needs(OBJECTIVE_ID),
    rw("cmi.objectives.n.score.max", REAL).needs(OBJECTIVE_ID),
    rw("cmi.objectives.n.success_status", SUCCESS)
        .default("unknown")
        .needs(OBJECTIVE_ID),
    rw("cmi.objectives.n.completion_status", COMPLETION)
        .default("unknown")
        .needs(OBJECTIVE_ID),
    rw("cmi.objectives.n.progress_measure", from_zero(Some(1.0))).needs(OBJECTIVE_ID),
    rw("cmi.objectives.n.description", localized(250)).needs(OBJECTIVE_ID),
    rw("cmi.progress_measure", from_zero(Some(1.0))),
    ro("cmi.scaled_passing_score", SCALED),
    children("cmi.score._children", "scaled,raw,min,max"),
    rw("cmi.score.scaled", SCALED),
    rw("cmi.score.raw", REAL),
    rw("cmi.score.min", REAL),
    rw("cmi.score.max", REAL),
    wo("cmi.session_time", Kind::Interval),
    rw("cmi.success_status", SUCCESS).default("unknown"),
    rw("cmi.suspend_data", text(64_000)),
    ro(
        "cmi.time_limit_action",
        words(&[
            "exit,message",
            "continue,message",
            "exit,no message",
            "continue,no message",
        ]),
    )
    .default("continue,no message"),
    ro("cmi.total_time", Kind::Interval).default("PT0H0M0S"),
    children("adl.data._children", "id,store"),
    count("adl.data._count"),
    ro("adl.data.n.id", IDENTIFIER),
    Element::new("adl.data.n.store", Shared, text(64_000)),
    rw("adl.nav.request", Kind::Navigation).default("_none_"),
    ro("adl.nav.request_valid.continue", VALIDITY).default("unknown"),
    ro("adl.nav.request_valid.previous", VALIDITY).default("unknown"),
    ro("adl.nav.request_valid.exit", VALIDITY).default("unknown"),
    ro("adl.nav.request_valid.exitAll", VALIDITY).default("unknown"),
    ro("adl.nav.request_valid.abandon", VALIDITY).default("unknown"),
    ro("adl.nav.request_valid.abandonAll", VALIDITY).default("unknown"),
    ro("adl.nav.request_valid.suspendAll", VALIDITY).default("unknown"),
    ro("adl.nav.request_valid.choice.{target=*}", VALIDITY).default("unknown"),
    ro("adl.nav.request_valid.jump.{target=*}", VALIDITY).default("unknown"),
];

pub(super) const DERIVED: &[Derived] = &[
    Derived {
        element: "cmi.completion_status",
        measure: "cmi.progress_measure",
        threshold: "cmi.completion_threshold",
        met: "completed",
        unmet: "incomplete",
        unknown: "unknown",
    },
    Derived {
        element: "cmi.success_status",
        measure: "cmi.score.scaled",
        threshold: "cmi.scaled_passing_score",
        met: "passed",
        unmet: "failed",
        unknown: "unknown",
    },
];

/// RTE 4.2.9.1, learner responses.
pub(super) const RESPONSES: &[(&str, Format)] = &[
    ("true-false", Format::of(Item::Truth)),
    (
        "choice",
        Format::of(Item::ShortIdentifier)
            .list("[,]")
            .blank()
            .distinct(),
    ),
    ("fill-in", Format::of(Item::Localized).list("[,]").blank()),
    (
        "long-fill-in",
        Format::of(Item::Localized).blank().canonical(),
    ),
    ("likert", Format::of(Item::ShortIdentifier)),
    ("matching", Format::of(Item::Pair).list("[,]").blank()),
    ("performance", Format::of(Item::Step).list("[,]").blank()),
    (
        "sequencing",
        Format::of(Item::ShortIdentifier).list("[,]").blank(),
    ),
    ("numeric", Format::of(Item::Number)),
    ("other", Format::of(Item::Text).blank()),
];

/// RTE 4.2.9.1, correct response patterns.
pub(super) const PATTERNS: &[(&str, Format)] = &[
    ("true-false", Format::of(Item::Truth).one_pattern()),
    (
        "choice",
        Format::of(Item::ShortIdentifier)
            .list("[,]")
            .blank()
            .distinct()
            .distinct_patterns(),
    ),
    (
        "fill-in",
        Format::of(Item::Localized)
            .list("[,]")
            .blank()
            .flags(&["case_matters", "order_matters"]),
    ),
    (
        "long-fill-in",
        Format::of(Item::Localized)
            .blank()
            .flags(&["case_matters"])
            .canonical(),
    ),
    ("likert", Format::of(Item::ShortIdentifier).one_pattern()),
    ("matching", Format::of(Item::Pair).list("[,]").blank()),
    (
        "performance",
        Format::of(Item::StepRange)
            .list("[,]")
            .blank()
            .flags(&["order_matters"]),
    ),
    (
        "sequencing",
        Format::of(Item::ShortIdentifier)
            .list("[,]")
            .blank()
            .distinct_patterns(),
    ),
    ("numeric", Format::of(Item::Range).one_pattern()),
    ("other", Format::of(Item::Text).blank().one_pattern()),
];
