//! The command line, run as an operator runs it.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// Runs `clikc` in a folder of its own; the first line of standard input is a password.
fn clikc(folder: &Path, args: &[&str], env: &[(&str, &str)]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_clikc"))
        .args(args)
        .current_dir(folder)
        .env_remove("CLIKC_DATABASE_URL")
        .env("CLIKC_DATA_DIR", folder)
        .envs(env.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("clikc starts");
    let mut input = child.stdin.take().expect("standard input");
    // A command that ends before it reads is no fault of this test.
    let _ = input.write_all(b"a long password\n");
    drop(input);
    child.wait_with_output().expect("clikc ends")
}

fn add(folder: &Path, name: &str, email: &str) -> Output {
    let args = [
        "user",
        "add",
        name,
        "--email",
        email,
        "--given-name",
        "Ana",
        "--family-name",
        "Ruiz",
        "--role",
        "author",
        "--organisation",
        "BE",
        "--organisation-name",
        "Belgium",
    ];
    clikc(folder, &args, &[])
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_batch_of_packages_goes_on_after_a_bad_one_and_its_exit_code_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    assert!(add(folder, "ana", "ana@example.org").status.success());
    let zip = packages::testing::zip_fixture("lesson-12").expect("a zip");
    std::fs::write(folder.join("lesson.zip"), zip).expect("written");
    std::fs::write(folder.join("junk.zip"), b"no zip at all").expect("written");
    let args = [
        "import",
        "--course",
        "batch",
        "--create",
        "--json",
        "absent.zip",
        "junk.zip",
        "lesson.zip",
    ];
    let output = clikc(folder, &args, &[]);
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<Value> = said(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).expect("a JSON object a line"))
        .collect();
    let [absent, junk, lesson] = lines.as_slice() else {
        panic!("three answers: {lines:?}");
    };
    assert!(
        absent["error"]
            .as_str()
            .is_some_and(|why| why.contains("there is no file"))
    );
    assert!(junk["refusal"].is_string(), "{junk}");
    assert_eq!(lesson["imported"], true);
    assert!(said(&output.stderr).contains("2 of 3 packages were not imported"));

    let output = clikc(
        folder,
        &["import", "--course", "none", "--json", "x.zip"],
        &[],
    );
    let answer: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert!(
        answer["error"]
            .as_str()
            .is_some_and(|why| why.contains("--create"))
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn names_that_are_taken_and_databases_that_are_none_get_a_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    assert!(add(folder, "ana", "ana@example.org").status.success());
    let told = |output: Output| {
        assert_eq!(output.status.code(), Some(1));
        said(&output.stderr)
    };
    let name = told(add(folder, "ana", "other@example.org"));
    assert!(name.contains("the user name ana already"), "{name}");
    let email = told(add(folder, "bob", "ANA@example.org"));
    assert!(
        email.contains("the e-mail address ANA@example.org already"),
        "{email}"
    );
    assert!(!email.contains("UNIQUE"), "{email}");
    let env = [("CLIKC_DATABASE_URL", "mysql://root:secret@localhost/clikc")];
    let other = told(clikc(folder, &["migrate"], &env));
    assert!(
        other.contains("sqlite://") && !other.contains("secret"),
        "{other}"
    );
}
