//! The SCORM 1.2 data model (RTE 3.4.2 to 3.4.5): data only.

use super::format::{Format, Item};
use super::table::Access::{Keyword, ReadOnly, ReadWrite, WriteOnly};
use super::table::{Element, Kind};

const fn ro(name: &'static str, kind: Kind) -> Element {
    Element::new(name, ReadOnly, kind).default("")
}

const fn rw(name: &'static str, kind: Kind) -> Element {
    Element::new(name, ReadWrite, kind)
}

const fn wo(name: &'static str, kind: Kind) -> Element {
    Element::new(name, WriteOnly, kind)
}

const fn children(name: &'static str, names: &'static str) -> Element {
    Element::new(name, Keyword, TEXT255).default(names)
}

const fn count(name: &'static str) -> Element {
    Element::new(name, Keyword, Kind::Count)
}

const fn words(words: &'static [&'static str]) -> Kind {
    Kind::Words {
        words,
        aliases: &[],
        open: false,
    }
}

const TEXT255: Kind = Kind::Text {
    spm: 255,
    firm: true,
};
const TEXT4096: Kind = Kind::Text {
    spm: 4096,
    firm: true,
};
const SCORE: Kind = Kind::Decimal {
    min: Some(0.0),
    max: Some(100.0),
    blank: true,
};
const STATUS: Kind = Kind::Words {
    words: &[
        "passed",
        "completed",
        "failed",
        "incomplete",
        "browsed",
        "not attempted",
    ],
    aliases: &[
        ("complete", "completed"),
        ("pass", "passed"),
        ("fail", "failed"),
        ("notattempted", "not attempted"),
        ("p", "passed"),
        ("c", "completed"),
        ("f", "failed"),
        ("i", "incomplete"),
        ("b", "browsed"),
        ("n", "not attempted"),
    ],
    open: false,
};
const EXIT: Kind = Kind::Words {
    words: &["time-out", "suspend", "logout", ""],
    aliases: &[("normal", ""), ("timeout", "time-out")],
    open: false,
};
const TYPE: Kind = Kind::Words {
    words: &[
        "true-false",
        "choice",
        "fill-in",
        "matching",
        "performance",
        "sequencing",
        "likert",
        "numeric",
    ],
    aliases: &[("true/false", "true-false"), ("long-fill-in", "fill-in")],
    open: true,
};
const RESULT: Kind = Kind::WordsOrNumber {
    words: &["correct", "wrong", "unanticipated", "neutral"],
    aliases: &[("incorrect", "wrong"), ("c", "correct"), ("w", "wrong")],
};

pub(super) const ELEMENTS: &[Element] = &[
    children("cmi._version", "3.4"),
    children(
        "cmi.core._children",
        "student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,\
         lesson_mode,exit,session_time",
    ),
    ro("cmi.core.student_id", Kind::Identifier12),
    ro("cmi.core.student_name", TEXT255),
    rw("cmi.core.lesson_location", TEXT255).default(""),
    ro("cmi.core.credit", words(&["credit", "no-credit"])).default("credit"),
    rw("cmi.core.lesson_status", STATUS).default("not attempted"),
    ro("cmi.core.entry", words(&["ab-initio", "resume", ""])),
    children("cmi.core.score._children", "raw,min,max"),
    rw("cmi.core.score.raw", SCORE).default(""),
    rw("cmi.core.score.max", SCORE).default(""),
    rw("cmi.core.score.min", SCORE).default(""),
    ro("cmi.core.total_time", Kind::Timespan).default("0000:00:00.00"),
    ro(
        "cmi.core.lesson_mode",
        words(&["browse", "normal", "review"]),
    )
    .default("normal"),
    wo("cmi.core.exit", EXIT),
    wo("cmi.core.session_time", Kind::Timespan),
    rw("cmi.suspend_data", TEXT4096).default(""),
    ro("cmi.launch_data", TEXT4096),
    rw("cmi.comments", TEXT4096).default(""),
    ro("cmi.comments_from_lms", TEXT4096),
    children("cmi.objectives._children", "id,score,status"),
    count("cmi.objectives._count"),
    rw("cmi.objectives.n.id", Kind::Identifier12).default(""),
    children("cmi.objectives.n.score._children", "raw,min,max"),
    rw("cmi.objectives.n.score.raw", SCORE).default(""),
    rw("cmi.objectives.n.score.max", SCORE).default(""),
    rw("cmi.objectives.n.score.min", SCORE).default(""),
    rw("cmi.objectives.n.status", STATUS).default("not attempted"),
    children(
        "cmi.student_data._children",
        "mastery_score,max_time_allowed,time_limit_action",
    ),
    ro(
        "cmi.student_data.mastery_score",
        Kind::Decimal {
            min: None,
            max: None,
            blank: true,
        },
    ),
    ro("cmi.student_data.max_time_allowed", Kind::Timespan),
    ro(
        "cmi.student_data.time_limit_action",
        words(&[
            "exit,message",
            "exit,no message",
            "continue,message",
            "continue,no message",
        ]),
    ),
    children(
        "cmi.student_preference._children",
        "audio,language,speed,text",
    ),
    rw(
        "cmi.student_preference.audio",
        Kind::Integer { min: -1, max: 100 },
    )
    .default("0"),
    rw("cmi.student_preference.language", TEXT255).default(""),
    rw(
        "cmi.student_preference.speed",
        Kind::Integer {
            min: -100,
            max: 100,
        },
    )
    .default("0"),
    rw(
        "cmi.student_preference.text",
        Kind::Integer { min: -1, max: 1 },
    )
    .default("0"),
    children(
        "cmi.interactions._children",
        "id,objectives,time,type,correct_responses,weighting,student_response,result,latency",
    ),
    count("cmi.interactions._count"),
    wo("cmi.interactions.n.id", Kind::Identifier12),
    count("cmi.interactions.n.objectives._count"),
    wo("cmi.interactions.n.objectives.n.id", Kind::Identifier12),
    wo("cmi.interactions.n.time", Kind::Time),
    wo("cmi.interactions.n.type", TYPE),
    count("cmi.interactions.n.correct_responses._count"),
    wo(
        "cmi.interactions.n.correct_responses.n.pattern",
        Kind::Pattern,
    ),
    wo(
        "cmi.interactions.n.weighting",
        Kind::Decimal {
            min: None,
            max: None,
            blank: false,
        },
    ),
    wo("cmi.interactions.n.student_response", Kind::Response),
    wo("cmi.interactions.n.result", RESULT),
    wo("cmi.interactions.n.latency", Kind::Timespan),
];

/// CMIFeedback: responses and patterns are written alike.
pub(super) const FORMATS: &[(&str, Format)] = &[
    ("true-false", Format::of(Item::Truth12)),
    ("choice", Format::of(Item::Character).list(",").blank()),
    ("fill-in", Format::of(Item::Text).blank()),
    ("numeric", Format::of(Item::Number)),
    ("likert", Format::of(Item::Character).blank()),
    (
        "matching",
        Format::of(Item::CharacterPair).list(",").blank(),
    ),
    ("performance", Format::of(Item::Text).blank()),
    ("sequencing", Format::of(Item::Character).list(",").blank()),
];
