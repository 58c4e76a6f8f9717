//! What exports of authoring tools set, by tool.

use scorm::runtime::Standard;

pub(crate) struct Habit {
    pub(crate) tool: &'static str,
    pub(crate) standard: Standard,
    pub(crate) sets: &'static [(&'static str, &'static str)],
}

pub(crate) const HABITS: &[Habit] = &[
    Habit {
        tool: "Storyline, SCORM 1.2",
        standard: Standard::Scorm12,
        sets: &[
            ("cmi.core.lesson_status", "incomplete"),
            ("cmi.core.exit", "suspend"),
            ("cmi.core.lesson_location", "6Kz1bhmcJxe_5j2iKwXp9Tq"),
            ("cmi.interactions.0.id", "Scene1_Slide2_PickOne_0_0"),
            ("cmi.interactions.0.type", "choice"),
            ("cmi.interactions.0.student_response", "Green_channel"),
            (
                "cmi.interactions.0.correct_responses.0.pattern",
                "Red_channel",
            ),
            ("cmi.interactions.0.result", "wrong"),
            ("cmi.interactions.0.weighting", "10"),
            ("cmi.interactions.0.latency", "0000:00:04.12"),
            ("cmi.interactions.0.time", "9:05:03"),
            ("cmi.core.score.raw", "66.666666667"),
            ("cmi.core.score.max", "100"),
            ("cmi.core.score.min", "0"),
            ("cmi.core.session_time", "0000:03:21.40"),
        ],
    },
    Habit {
        tool: "Storyline and Rise, SCORM 2004",
        standard: Standard::Scorm2004,
        sets: &[
            ("cmi.completion_status", "incomplete"),
            ("cmi.exit", "suspend"),
            ("cmi.objectives.0.id", "Quiz 1: Selectivity"),
            ("cmi.objectives.0.score.scaled", "0.5"),
            ("cmi.interactions.0.id", "Scene1_Slide2_PickMany 0"),
            ("cmi.interactions.0.type", "choice"),
            (
                "cmi.interactions.0.learner_response",
                "choice_A[,]choice_A[,]choice B",
            ),
            ("cmi.interactions.0.timestamp", "2024-05-02T10:00:00.123Z"),
            ("cmi.interactions.0.latency", "PT4.123S"),
            ("cmi.score.scaled", "0.6666666667"),
            ("cmi.score.raw", "66.67"),
            ("cmi.success_status", "failed"),
            ("cmi.session_time", "PT3M21.4S"),
        ],
    },
    Habit {
        tool: "Captivate, SCORM 1.2",
        standard: Standard::Scorm12,
        sets: &[
            ("cmi.interactions.4.id", "Interaction2048_2_0"),
            ("cmi.interactions.4.objectives.0.id", "Quiz_2024 5 2"),
            ("cmi.interactions.4.type", "fill-in"),
            (
                "cmi.interactions.4.student_response",
                "the declarant's name",
            ),
            ("cmi.interactions.4.result", "incorrect"),
            ("cmi.core.score.raw", "17"),
            ("cmi.core.score.max", "20"),
            ("cmi.core.lesson_status", "completed"),
            ("cmi.core.session_time", "0:5:3"),
        ],
    },
    Habit {
        tool: "iSpring, SCORM 1.2 in a German locale",
        standard: Standard::Scorm12,
        sets: &[
            ("cmi.core.score.raw", "85,5"),
            ("cmi.core.lesson_status", "passed"),
            ("cmi.core.session_time", "00:00:00.0000"),
            ("cmi.interactions.0.id", "Frage 1: Größe"),
            ("cmi.interactions.0.type", "long-fill-in"),
        ],
    },
    Habit {
        tool: "Adapt, SCORM 1.2 with its counter not ready",
        standard: Standard::Scorm12,
        sets: &[
            ("cmi.interactions.NaN.id", "c-05"),
            ("cmi.interactions.NaN.type", "choice"),
            ("cmi.student_preference.language", "fr-CA"),
            ("cmi.suspend_data", "{\"lang\":\"fr\",\"c\":\"gAAA\"}"),
        ],
    },
    Habit {
        tool: "eXeLearning, SCORM 2004",
        standard: Standard::Scorm2004,
        sets: &[
            ("cmi.interactions.2.type", "true-false"),
            ("cmi.interactions.2.learner_response", "1"),
            ("cmi.score.raw", "7"),
            ("cmi.score.max", "10"),
            ("cmi.completion_status", "Completed"),
            ("cmi.session_time", "00:12:04"),
        ],
    },
    Habit {
        tool: "hand-written, SCORM 1.2",
        standard: Standard::Scorm12,
        sets: &[
            ("cmi.core.lesson_status", "Completed"),
            ("cmi.core.lesson_status", "c"),
            ("cmi.core.exit", "normal"),
            ("cmi.core.session_time", "P1DT2H"),
            ("cmi.objectives.3.status", "not_attempted"),
            ("cmi.student_preference.audio", "250"),
        ],
    },
];
