//! What the end of a session means: time adds up, statuses settle, the next entry is known.
//!
//! Pure: the server calls [`finish`] when a `Terminate` is applied, [`interrupt`] when a session is
//! found to have ended without one. Opening and closing a SCO
//! completes nothing, whatever SCORM 1.2 says about unset statuses.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::launch::Entry;
use super::lexical::split_tag;
use super::status::{STATUS_12, decided, silent_12};
use super::{Document, Standard};
use crate::time::Duration;

/// How the SCO said it was left.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Exit {
    #[default]
    Normal,
    Suspend,
    Logout,
    TimeOut,
}

impl Exit {
    fn of(word: &str) -> Self {
        match word {
            "suspend" => Self::Suspend,
            "logout" => Self::Logout,
            "time-out" => Self::TimeOut,
            _ => Self::Normal,
        }
    }
}

/// `adl.nav.request` as the SCO left it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum NavigationRequest {
    Continue,
    Previous,
    Exit,
    ExitAll,
    Abandon,
    AbandonAll,
    SuspendAll,
    Choice(String),
    Jump(String),
}

impl NavigationRequest {
    /// `None` for `_none_` and for anything that is no request.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "continue" => Self::Continue,
            "previous" => Self::Previous,
            "exit" => Self::Exit,
            "exitAll" => Self::ExitAll,
            "abandon" => Self::Abandon,
            "abandonAll" => Self::AbandonAll,
            "suspendAll" => Self::SuspendAll,
            _ => match split_tag(text)? {
                ("target", target, "choice") => Self::Choice(target.to_owned()),
                ("target", target, "jump") => Self::Jump(target.to_owned()),
                _ => return None,
            },
        })
    }
}

/// The end of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished {
    /// What is kept for this SCO. It also holds total time and next entry, where
    /// [`super::Launch::resuming`] finds them.
    pub document: Document,
    pub exit: Exit,
    pub entry: Entry,
    /// As the SCO reported it; `None` when it reported nothing or nonsense.
    pub session_time: Option<Duration>,
    pub total_time: Duration,
    pub navigation: Option<NavigationRequest>,
    /// What the SCO wrote into shared stores, by target: they belong to the course, and are no
    /// longer in the document.
    pub shared_data: BTreeMap<String, String>,
}

impl Finished {
    /// Will the next entry resume this one? If not, SCORM 2004 starts a new learner attempt on
    /// the SCO, with an empty document.
    pub const fn is_suspended(&self) -> bool {
        matches!(self.entry, Entry::Resume)
    }
}

struct Names {
    exit: &'static str,
    entry: &'static str,
    times: Times,
}

/// The elements that tell how long: of one session as the SCO reports it, and of all that have ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    pub session: &'static str,
    pub total: &'static str,
}

pub const fn times(standard: Standard) -> Times {
    Names::of(standard).times
}

const NAMES_12: Names = Names {
    exit: "cmi.core.exit",
    entry: "cmi.core.entry",
    times: Times {
        session: "cmi.core.session_time",
        total: "cmi.core.total_time",
    },
};

const NAMES_2004: Names = Names {
    exit: "cmi.exit",
    entry: "cmi.entry",
    times: Times {
        session: "cmi.session_time",
        total: "cmi.total_time",
    },
};

impl Names {
    const fn of(standard: Standard) -> Self {
        match standard {
            Standard::Scorm12 => NAMES_12,
            Standard::Scorm2004 => NAMES_2004,
        }
    }
}

/// Ends a session: `initial` is the map the session was started with, `document` what it left.
pub fn finish(
    standard: Standard,
    initial: &BTreeMap<String, String>,
    document: Document,
) -> Finished {
    let mut left = close(standard, initial, document);
    let suspended = left.is_suspended();
    settle(standard, initial, &mut left.document, suspended);
    left
}

/// Ends a session that never said so, as after a crash or a reload: its time counts, the next
/// entry resumes, no status is settled and no request is followed.
pub fn interrupt(
    standard: Standard,
    initial: &BTreeMap<String, String>,
    document: Document,
) -> Finished {
    let mut left = close(standard, initial, document);
    left.entry = Entry::Resume;
    left.navigation = None;
    left.document.insert(
        Names::of(standard).entry.to_owned(),
        left.entry.word().to_owned(),
    );
    left
}

fn close(
    standard: Standard,
    initial: &BTreeMap<String, String>,
    mut document: Document,
) -> Finished {
    let names = Names::of(standard);
    let exit = Exit::of(&document.remove(names.exit).unwrap_or_default());
    let navigation = document
        .remove("adl.nav.request")
        .and_then(|text| NavigationRequest::parse(&text));
    let session_time = document
        .remove(names.times.session)
        .and_then(|text| Duration::parse(&text));
    let before = initial
        .get(names.times.total)
        .and_then(|text| Duration::parse(text));
    let total_time = before
        .unwrap_or_default()
        .plus(session_time.unwrap_or_default());
    let suspended = exit == Exit::Suspend || navigation == Some(NavigationRequest::SuspendAll);
    let entry = if suspended {
        Entry::Resume
    } else {
        Entry::Neither
    };
    let shared_data = take_shared(initial, &mut document);
    let time = match standard {
        Standard::Scorm12 => total_time.to_scorm12(),
        Standard::Scorm2004 => total_time.to_scorm2004(),
    };
    document.insert(names.times.total.to_owned(), time);
    document.insert(names.entry.to_owned(), entry.word().to_owned());
    Finished {
        document,
        exit,
        entry,
        session_time,
        total_time,
        navigation,
        shared_data,
    }
}

fn take_shared(
    initial: &BTreeMap<String, String>,
    document: &mut Document,
) -> BTreeMap<String, String> {
    let ids = initial
        .iter()
        .filter(|(key, _)| key.starts_with("adl.data."));
    ids.filter_map(|(key, id)| {
        let store = format!("{}.store", key.strip_suffix(".id")?);
        Some((id.clone(), document.remove(&store)?))
    })
    .collect()
}

/// What a mastery score or a threshold decides is what stays.
fn settle(
    standard: Standard,
    initial: &BTreeMap<String, String>,
    document: &mut Document,
    suspended: bool,
) {
    let elements: &[&str] = match standard {
        Standard::Scorm12 => &[STATUS_12],
        Standard::Scorm2004 => &["cmi.completion_status", "cmi.success_status"],
    };
    for element in elements {
        let word = match decided(standard, element, initial, document) {
            None if standard == Standard::Scorm12 && !suspended => silent_12(initial, document),
            decided => decided,
        };
        if let Some(word) = word {
            document.insert((*element).to_owned(), word.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::Launch;

    fn document(pairs: &[(&str, &str)]) -> Document {
        pairs
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect()
    }

    fn ended(launch: &Launch, pairs: &[(&str, &str)]) -> Finished {
        finish(launch.standard, &launch.initial(), document(pairs))
    }

    #[test]
    fn a_sco_opened_and_closed_is_not_complete() {
        let left = ended(&Launch::new(Standard::Scorm12), &[]);
        assert_eq!(left.document.get("cmi.core.lesson_status"), None);
        let left = ended(&Launch::new(Standard::Scorm2004), &[]);
        assert_eq!(left.document.get("cmi.completion_status"), None);
    }

    #[test]
    fn a_mastery_score_decides_the_status_of_a_scored_sco() {
        let mut launch = Launch::new(Standard::Scorm12);
        launch.mastery_score = Some("80".into());
        for (raw, status) in [("79.99", "failed"), ("80", "passed"), ("80,5", "passed")] {
            let left = ended(
                &launch,
                &[
                    ("cmi.core.lesson_status", "completed"),
                    ("cmi.core.score.raw", raw),
                ],
            );
            assert_eq!(left.document["cmi.core.lesson_status"], status, "{raw}");
        }
        let left = ended(&launch, &[("cmi.core.lesson_status", "completed")]);
        assert_eq!(left.document["cmi.core.lesson_status"], "completed");
        let halfway = [
            ("cmi.core.lesson_status", "incomplete"),
            ("cmi.core.score.raw", "20"),
        ];
        assert_eq!(
            ended(&launch, &halfway).document["cmi.core.lesson_status"],
            "incomplete"
        );
        let left = ended(&launch, &[("cmi.core.score.raw", "90")]);
        assert_eq!(left.document["cmi.core.lesson_status"], "passed");
    }

    #[test]
    fn time_adds_up_and_a_suspended_sco_resumes() {
        let launch = Launch::new(Standard::Scorm12);
        let first = ended(
            &launch,
            &[
                ("cmi.core.session_time", "0:5:3"),
                ("cmi.core.exit", "suspend"),
            ],
        );
        assert!(first.is_suspended());
        let launch = launch.resuming(&first.document);
        assert_eq!(launch.initial()["cmi.core.entry"], "resume");
        assert_eq!(launch.initial()["cmi.core.total_time"], "0000:05:03.00");
        let second = ended(&launch, &[("cmi.core.session_time", "PT1H")]);
        assert_eq!(second.total_time.to_scorm12(), "0001:05:03.00");
        assert_eq!(second.document["cmi.core.entry"], "");
    }

    #[test]
    fn an_interrupted_session_resumes_with_its_time_and_without_its_request() {
        let launch = Launch::new(Standard::Scorm2004);
        let left = [
            ("cmi.session_time", "PT5M"),
            ("cmi.exit", "normal"),
            ("adl.nav.request", "exitAll"),
            ("cmi.suspend_data", "page=3"),
        ];
        let left = interrupt(launch.standard, &launch.initial(), document(&left));
        assert!(left.is_suspended());
        assert_eq!(left.navigation, None);
        let initial = launch.resuming(&left.document).initial();
        assert_eq!(
            (&*initial["cmi.entry"], &*initial["cmi.total_time"]),
            ("resume", "PT0H5M0S")
        );
        assert_eq!(left.document["cmi.suspend_data"], "page=3");
        assert_eq!(left.document.get("adl.nav.request"), None);
    }

    #[test]
    fn suspend_all_suspends_the_sco_too() {
        let launch = Launch::new(Standard::Scorm2004);
        let left = ended(
            &launch,
            &[("adl.nav.request", "suspendAll"), ("cmi.exit", "normal")],
        );
        assert!(left.is_suspended());
        assert_eq!(left.navigation, Some(NavigationRequest::SuspendAll));
    }

    #[test]
    fn thresholds_decide_where_the_measure_is_known() {
        let mut launch = Launch::new(Standard::Scorm2004);
        launch.completion_threshold = Some("0.8".into());
        launch.scaled_passing_score = Some("0.7".into());
        let left = ended(
            &launch,
            &[
                ("cmi.progress_measure", "0.5"),
                ("cmi.completion_status", "completed"),
                ("cmi.score.scaled", "0.7"),
                ("cmi.success_status", "failed"),
            ],
        );
        assert_eq!(left.document["cmi.completion_status"], "incomplete");
        assert_eq!(left.document["cmi.success_status"], "passed");
    }
}
