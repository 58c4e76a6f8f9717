//! `aicc_script`, as a table of expressions.

use scorm::prerequisites::{Expression, PrerequisiteError, Status};

/// A passed, B completed, C failed, D incomplete, E browsed, F not attempted; others unknown.
fn status(item: &str) -> Option<Status> {
    Some(match item {
        "A" | "a b" => Status::Passed,
        "B" | "and" => Status::Completed,
        "C" => Status::Failed,
        "D" => Status::Incomplete,
        "E" => Status::Browsed,
        "F" => Status::NotAttempted,
        _ => return None,
    })
}

fn holds(script: &str) -> bool {
    Expression::parse(script)
        .unwrap_or_else(|error| panic!("{script}: {error}"))
        .holds(&status)
}

#[test]
fn expressions_that_hold() {
    for script in [
        "A",
        " A ",
        "B",
        "A&B",
        "A & B",
        "C | A",
        "~C",
        "!C",
        "~~A",
        "(A)",
        "((A))",
        "A & (C | B)",
        "C & C | A",
        "A | C & C",
        "~(C | D)",
        "~C & ~D",
        "A = passed",
        "A=\"passed\"",
        "A = p",
        "A = P",
        "A == passed",
        "D = incomplete",
        "F = \"not attempted\"",
        "F = not attempted",
        "F = n",
        "E = browsed",
        "C = failed",
        "A <> failed",
        "A != failed",
        "C <> \"passed\"",
        "Z = n",
        "~Z",
        "2*{A, B, C}",
        "1*{C,D,A}",
        "0*{C}",
        "2*{A, C|B, D}",
        "2 * { A , B }",
        "\"A\"",
        "'a b'",
        "\"a b\" & A",
        "A AND B",
        "C or A",
        "NOT C",
        "(A AND B) OR C",
        "NOT (C)",
        "and",
    ] {
        assert!(holds(script), "{script}");
    }
}

#[test]
fn expressions_that_do_not_hold() {
    for script in [
        "C",
        "D",
        "E",
        "F",
        "Z",
        "A & C",
        "C | D",
        "~A",
        "~(A | C)",
        "A = failed",
        "A <> passed",
        "Z = passed",
        "3*{A, B, C}",
        "1*{C, D}",
        "9*{A}",
        "NOT A",
        "A AND C",
    ] {
        assert!(!holds(script), "{script}");
    }
}

#[test]
fn mistakes_are_explained() {
    for (script, error) in [
        ("", PrerequisiteError::Empty),
        ("  ", PrerequisiteError::Empty),
        ("A &", PrerequisiteError::EndsEarly),
        ("(A", PrerequisiteError::EndsEarly),
        ("\"A", PrerequisiteError::OpenQuote),
        (
            "A = done",
            PrerequisiteError::UnknownStatus {
                word: "done".to_owned(),
            },
        ),
        (
            "A B",
            PrerequisiteError::Unexpected {
                found: "B".to_owned(),
                wanted: "&, | or the end",
            },
        ),
        (
            "A)",
            PrerequisiteError::Unexpected {
                found: ")".to_owned(),
                wanted: "&, | or the end",
            },
        ),
        (
            "& A",
            PrerequisiteError::Unexpected {
                found: "&".to_owned(),
                wanted: "an item",
            },
        ),
        (
            "x*{A}",
            PrerequisiteError::Unexpected {
                found: "x".to_owned(),
                wanted: "a number",
            },
        ),
        (
            "2*A",
            PrerequisiteError::Unexpected {
                found: "A".to_owned(),
                wanted: "{",
            },
        ),
    ] {
        assert_eq!(Expression::parse(script), Err(error), "{script}");
    }
    let nested = "(".repeat(1_000);
    assert_eq!(
        Expression::parse(&nested),
        Err(PrerequisiteError::TooDeep { limit: 50 })
    );
    let long = "A|".repeat(20_000);
    assert_eq!(
        Expression::parse(&long),
        Err(PrerequisiteError::TooLong { limit: 20_000 })
    );
}

#[test]
fn the_items_an_expression_names_are_listed() {
    let expression = Expression::parse("A & ~B | 2*{C, D = passed}").unwrap();
    assert_eq!(expression.identifiers(), ["A", "B", "C", "D"]);
}
