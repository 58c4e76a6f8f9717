//! Sessions by table: calls, answers and errors, strict and lenient.

use Standard::{Scorm12, Scorm2004};
use Strictness::{Lenient, Strict};
use scorm::runtime::{
    CallState, Document, Fault, Launch, Leniency, Session, Standard, Strictness, tables_json,
};

fn open(standard: Standard, strictness: Strictness) -> Session {
    let launch = Launch {
        learner_id: "l-1".to_owned(),
        ..Launch::new(standard)
    };
    let mut session = Session::new(standard, strictness, launch.initial(), Document::new());
    assert_eq!(session.initialize(""), "true");
    session
}

/// Sets one value after the other; the error number of each.
fn errors(standard: Standard, strictness: Strictness, calls: &[(&str, &str, u16)]) {
    let mut session = open(standard, strictness);
    for (element, value, error) in calls {
        let answer = session.set_value(element, value);
        let shown: String = value.chars().take(40).collect();
        assert_eq!(
            session.last_error().code,
            *error,
            "{strictness:?} {element} = {shown}"
        );
        assert_eq!(
            answer,
            if *error == 0 { "true" } else { "false" },
            "{element} = {shown}"
        );
    }
}

fn leniencies(standard: Standard, element: &str, value: &str) -> Vec<Leniency> {
    let mut session = open(standard, Lenient);
    session.apply_set(element, value).expect(element).leniencies
}

#[test]
fn calls_outside_their_state_fail_with_the_standard_s_numbers() {
    for (standard, before, after) in [
        (Scorm12, [301, 301, 301, 301], [301, 301, 301, 301]),
        (Scorm2004, [122, 132, 142, 112], [123, 133, 143, 113]),
    ] {
        let initial = Launch::new(standard).initial();
        let mut session = Session::new(standard, Lenient, initial, Document::new());
        let outside = |session: &mut Session| {
            let mut numbers = Vec::new();
            assert_eq!(session.get_value("cmi.suspend_data"), "");
            numbers.push(session.last_error().code);
            assert_eq!(session.set_value("cmi.suspend_data", "x"), "false");
            numbers.push(session.last_error().code);
            assert_eq!(session.commit(""), "false");
            numbers.push(session.last_error().code);
            assert_eq!(session.terminate(""), "false");
            numbers.push(session.last_error().code);
            numbers
        };
        assert_eq!(outside(&mut session), before);
        assert_eq!(session.initialize(""), "true");
        assert_eq!(session.initialize(""), "false");
        assert_eq!(
            session.last_error().code,
            if standard == Scorm12 { 101 } else { 103 }
        );
        assert_eq!(session.terminate(""), "true");
        assert_eq!(session.state(), CallState::Terminated);
        assert_eq!(outside(&mut session), after);
        assert_eq!(session.initialize(""), "false");
        assert_eq!(
            session.last_error().code,
            if standard == Scorm12 { 101 } else { 104 }
        );
    }
}

#[test]
fn strict_scorm_12_follows_the_letter() {
    let long = "x".repeat(4_097);
    errors(
        Scorm12,
        Strict,
        &[
            ("cmi.core.lesson_status", "passed", 0),
            ("cmi.core.lesson_status", "Passed", 405),
            ("cmi.core.student_id", "x", 403),
            ("cmi.core._children", "x", 402),
            ("cmi.core.score.raw", "100", 0),
            ("cmi.core.score.raw", "101", 405),
            ("cmi.core.score.raw", "85,5", 405),
            ("cmi.core.score.raw", "", 0),
            ("cmi.core.session_time", "00:05:03", 0),
            ("cmi.core.session_time", "0:5:3", 405),
            ("cmi.core.exit", "suspend", 0),
            ("cmi.core.exit", "normal", 405),
            ("cmi.suspend_data", &long, 405),
            ("cmi.objectives.1.id", "second", 201),
            ("cmi.objectives.0.id", "first one", 405),
            ("cmi.objectives.0.id", "first", 0),
            ("cmi.objectives.NaN.id", "x", 201),
            ("cmi.nothing", "x", 201),
            ("cmi.interactions.0.type", "choice", 0),
            ("cmi.interactions.0.student_response", "a,b", 0),
            ("cmi.interactions.0.student_response", "{a,b}", 0),
            ("cmi.interactions.0.student_response", "apple", 405),
            ("cmi.interactions.0.result", "incorrect", 405),
            ("cmi.interactions.0.time", "23:59:59", 0),
            ("cmi.interactions.0.time", "24:00:00", 405),
            ("cmi.student_preference.audio", "-1", 0),
            ("cmi.student_preference.text", "2", 405),
        ],
    );
}

#[test]
fn reading_scorm_12_gives_defaults_and_the_right_errors() {
    let mut session = open(Scorm12, Strict);
    for (element, value, error) in [
        ("cmi.core.lesson_status", "not attempted", 0),
        ("cmi.core.student_id", "l-1", 0),
        ("cmi.core.score._children", "raw,min,max", 0),
        ("cmi.core.score.raw", "", 0),
        ("cmi.core.total_time", "0000:00:00.00", 0),
        ("cmi.objectives._count", "0", 0),
        ("cmi.core.exit", "", 404),
        ("cmi.interactions.0.id", "", 201),
        ("cmi.core.lesson_status._children", "", 202),
        ("cmi.core._count", "", 203),
        ("cmi.core", "", 201),
        ("", "", 201),
    ] {
        assert_eq!(session.get_value(element), value, "{element}");
        assert_eq!(session.last_error().code, error, "{element}");
    }
}

#[test]
fn lenient_sessions_keep_what_packages_really_send() {
    for (standard, element, value, leniency) in [
        (Scorm12, "cmi.core.session_time", "0:5:3", Leniency::OddTime),
        (
            Scorm12,
            "cmi.core.session_time",
            "00:00:00.0000",
            Leniency::OddTime,
        ),
        (
            Scorm12,
            "cmi.core.session_time",
            "PT1H5M3.27S",
            Leniency::OddTime,
        ),
        (
            Scorm12,
            "cmi.core.session_time",
            "P1DT2H",
            Leniency::OddTime,
        ),
        (Scorm2004, "cmi.session_time", "00:05:03", Leniency::OddTime),
        (Scorm12, "cmi.core.score.raw", "85,5", Leniency::OddNumber),
        (Scorm12, "cmi.core.score.raw", "120", Leniency::OutOfRange),
        (
            Scorm12,
            "cmi.objectives.0.id",
            "Ziel für Übung 1",
            Leniency::OddIdentifier,
        ),
        (
            Scorm2004,
            "cmi.objectives.0.id",
            "هدف ١",
            Leniency::OddIdentifier,
        ),
        (Scorm12, "cmi.interactions.3.id", "q3", Leniency::IndexGap),
        (
            Scorm2004,
            "cmi.interactions.0.type",
            "choice",
            Leniency::EarlyElement,
        ),
        (Scorm12, "cmi.interactions.NaN.id", "q", Leniency::BadIndex),
        (
            Scorm12,
            "cmi.interactions.0.result",
            "incorrect",
            Leniency::OddWord,
        ),
        (
            Scorm2004,
            "cmi.interactions.0.timestamp",
            "2024-01-01T10:00:00.000Z",
            Leniency::OddTime,
        ),
    ] {
        let seen = leniencies(standard, element, value);
        assert!(seen.contains(&leniency), "{element} = {value}: {seen:?}");
    }
    assert!(leniencies(Scorm2004, "cmi.session_time", "PT1H5M3.27S").is_empty());
}

#[test]
fn texts_of_any_length_come_back_byte_for_byte() {
    for standard in [Scorm12, Scorm2004] {
        for length in [4_097, 64_000, 64_001, 1_000_000] {
            let text: String = "a\n'\u{200f}é".chars().cycle().take(length).collect();
            let mut session = open(standard, Lenient);
            assert_eq!(session.set_value("cmi.suspend_data", &text), "true");
            assert!(session.get_value("cmi.suspend_data") == text, "{length}");
        }
        let mut session = open(standard, Lenient);
        assert_eq!(session.set_value("cmi.suspend_data", "🙂"), "true");
        let too_long = "x".repeat(1_000_001);
        assert_eq!(session.set_value("cmi.suspend_data", &too_long), "false");
        assert_eq!(session.last_error().code, Fault::Type.number(standard));
        assert_eq!(
            session.get_value("cmi.suspend_data"),
            "🙂",
            "nothing is truncated or lost"
        );
    }
}

#[test]
fn a_bad_index_is_put_aside_and_never_stored_as_it_is() {
    for index in ["NaN", "undefined", "-1", "", "1e3", "99999999999"] {
        let mut session = open(Scorm12, Lenient);
        let element = format!("cmi.interactions.{index}.id");
        assert_eq!(session.set_value(&element, "q"), "true", "{index}");
        let aside = format!("_aside.{element}");
        assert_eq!(session.document().keys().collect::<Vec<_>>(), [&aside]);
        assert_eq!(session.get_value("cmi.interactions._count"), "0");
        assert_eq!(session.get_value(&aside), "", "out of the API's reach");
    }
}

#[test]
fn leading_zeros_name_the_same_record() {
    let mut session = open(Scorm2004, Strict);
    assert_eq!(session.set_value("cmi.objectives.00.id", "a"), "true");
    assert_eq!(session.get_value("cmi.objectives.0.id"), "a");
}

#[test]
fn objective_ids_are_unique_and_stay() {
    for strictness in [Strict, Lenient] {
        errors(
            Scorm2004,
            strictness,
            &[
                ("cmi.objectives.0.id", "a", 0),
                ("cmi.objectives.0.id", "a", 0),
                ("cmi.objectives.0.id", "b", 351),
                ("cmi.objectives.1.id", "a", 351),
                ("cmi.objectives.1.id", "b", 0),
            ],
        );
    }
}

#[test]
fn noise_of_binary_fractions_is_not_out_of_range() {
    errors(
        Scorm2004,
        Strict,
        &[
            ("cmi.score.scaled", "1.0000000000000002", 0),
            ("cmi.score.scaled", "1.0000999", 407),
            ("cmi.score.scaled", "-1.1", 407),
            ("cmi.score.scaled", "x", 406),
        ],
    );
}

#[test]
fn arguments_are_refused_strictly_and_overlooked_leniently() {
    for standard in [Scorm12, Scorm2004] {
        let mut strict = open(standard, Strict);
        assert_eq!(
            (strict.commit("x"), strict.last_error().code),
            ("false", 201)
        );
        let mut lenient = open(standard, Lenient);
        assert_eq!(
            (lenient.commit("x"), lenient.last_error().code),
            ("true", 0)
        );
        assert_eq!(lenient.warnings().len(), 1);
    }
}

#[test]
fn what_a_session_keeps_is_bounded() {
    let mut session = open(Scorm2004, Lenient);
    let big = "x".repeat(1_000_000);
    let kept = (0..20)
        .filter(|n| {
            session
                .apply_set(&format!("cmi.comments_from_learner.{n}.comment"), &big)
                .is_ok()
        })
        .count();
    assert_eq!(kept, 8);
    assert_eq!(session.set_value("cmi.suspend_data", &big), "false");
    assert_eq!(session.last_error().code, 351);
}

#[test]
fn error_texts_are_short_and_unknown_numbers_have_none() {
    let session = open(Scorm2004, Strict);
    assert_eq!(
        session.error_string("406"),
        "Data Model Element Type Mismatch"
    );
    for code in ["001", "1444", "", "x"] {
        assert_eq!(session.error_string(code), "");
    }
    assert_eq!(session.diagnostic(""), "no_error");
}

/// The adapter's tests and benches read the tables from this file.
#[test]
fn the_tables_that_the_adapter_s_tests_read_are_fresh() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../tests-js/adapter-tables.json"
    );
    let tables = serde_json::json!({
        "scorm12": tables_json(Scorm12),
        "scorm2004": tables_json(Scorm2004),
    });
    let fresh = format!("{tables}\n");
    if std::env::var_os("UPDATE_TABLES").is_some() {
        std::fs::write(file, &fresh).expect("the tables can be written");
    }
    let stored = std::fs::read_to_string(file).unwrap_or_default();
    assert!(
        stored == fresh,
        "tests-js/adapter-tables.json is old: run with UPDATE_TABLES=1"
    );
}
