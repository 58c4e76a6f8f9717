//! The outcome function against the published rules: scores, statuses, attempts, truth table.

use std::collections::BTreeMap;

use scorm::outcome::{
    Counting, Ending, Flag, MarkSource, Outcome, Percent, Reason, Rules, ScoEvidence, Scored,
    Status, combine_attempts, evaluate, keep_met, progress, truth,
};
use scorm::runtime::{Document, Standard};

fn sco(standard: Standard, pairs: &[(&str, &str)], ending: Ending) -> ScoEvidence {
    let document: Document = pairs
        .iter()
        .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
        .collect();
    ScoEvidence::from_document(standard, "sco", &BTreeMap::new(), &document, ending)
}

fn old(status: &str, raw: &str) -> ScoEvidence {
    let pairs = [
        ("cmi.core.lesson_status", status),
        ("cmi.core.score.raw", raw),
    ];
    sco(Standard::Scorm12, &pairs, Ending::Finished)
}

fn quiz(status: &str, raw: &str) -> Outcome {
    evaluate(&[old(status, raw)], &Rules::quiz())
}

#[test]
fn the_mark_is_exact_to_the_hundredth() {
    for (raw, status) in [
        ("69.99", Status::Failed),
        ("69.999", Status::Failed),
        ("70", Status::Passed),
        ("70.00", Status::Passed),
        ("70.01", Status::Passed),
    ] {
        assert_eq!(quiz("completed", raw).status(), status, "{raw}");
    }
}

#[test]
fn a_status_never_outweighs_the_score() {
    let liar = quiz("passed", "40");
    assert_eq!(
        (liar.status(), liar.flags),
        (Status::Failed, vec![Flag::PassedBelowMark])
    );
    let modest = quiz("failed", "75");
    assert_eq!(
        (modest.status(), modest.flags),
        (Status::Passed, vec![Flag::FailedAboveMark])
    );
}

#[test]
fn passed_without_a_score_is_not_yet_in_an_activity_declared_scored() {
    let outcome = quiz("passed", "");
    assert_eq!(outcome.status(), Status::Incomplete);
    assert_eq!(outcome.flags, [Flag::PassedWithoutScore]);
    assert_eq!(
        outcome.reasons,
        [Reason::ScoreMissing {
            mark: Percent::whole(70)
        }]
    );
}

#[test]
fn completed_without_a_score_is_completed_whatever_the_manifest_masters() {
    let mut rules = Rules {
        scored: Scored::WhenReported,
        ..Rules::quiz()
    };
    rules.masteries.insert("sco".into(), Percent::whole(80));
    rules.mark_source = MarkSource::Manifest;
    assert_eq!(
        evaluate(&[old("completed", "")], &rules).status(),
        Status::Completed
    );
}

#[test]
fn the_platform_mark_wins_unless_the_activity_says_otherwise() {
    let mut rules = Rules::quiz();
    rules.masteries.insert("sco".into(), Percent::whole(80));
    let outcome = evaluate(&[old("failed", "75")], &rules);
    assert_eq!(outcome.status(), Status::Passed);
    assert_eq!(outcome.mark_source, Some(MarkSource::Platform));
    assert!(outcome.flags.contains(&Flag::ManifestDiffers));
    rules.mark_source = MarkSource::Manifest;
    let outcome = evaluate(&[old("failed", "75")], &rules);
    assert_eq!(
        (outcome.status(), outcome.mark),
        (Status::Failed, Some(Percent::whole(80)))
    );
}

#[test]
fn an_asset_completes_on_view_and_a_silent_sco_does_not() {
    let rules = Rules::lesson();
    assert_eq!(
        evaluate(&[ScoEvidence::asset("a", true)], &rules).status(),
        Status::Completed
    );
    assert_eq!(
        evaluate(&[ScoEvidence::asset("a", false)], &rules).status(),
        Status::NotStarted
    );
    for standard in [Standard::Scorm12, Standard::Scorm2004] {
        for ending in [Ending::Open, Ending::Suspended, Ending::Finished] {
            let silent = sco(standard, &[], ending);
            assert_eq!(evaluate(&[silent], &rules).status(), Status::Incomplete);
        }
    }
}

#[test]
fn several_scos_are_complete_together() {
    let rules = Rules::lesson();
    let asset = ScoEvidence::asset("a", true);
    let part = evaluate(&[asset.clone(), old("incomplete", "")], &rules);
    assert_eq!(part.status(), Status::Incomplete);
    assert!(
        part.reasons
            .contains(&Reason::ModulesDone { done: 1, total: 2 })
    );
    let whole = evaluate(&[asset.clone(), old("completed", "")], &rules);
    assert_eq!(whole.status(), Status::Completed);
    let tested = evaluate(
        &[asset.clone(), old("passed", "90"), old("failed", "40")],
        &rules,
    );
    assert_eq!(tested.status(), Status::Failed);
    assert_eq!(tested.score.unwrap().normalised, Percent::whole(65));
    let unscored = evaluate(&[asset, old("passed", "")], &Rules::quiz());
    assert_eq!(unscored.status(), Status::Incomplete);
}

#[test]
fn a_met_result_is_never_downgraded() {
    let passed = quiz("passed", "85");
    let kept = keep_met(&passed, quiz("incomplete", "10"));
    assert_eq!(kept.status(), Status::Passed);
    assert_eq!(kept.score.as_ref().unwrap().normalised, Percent::whole(85));
    let better = keep_met(&passed, quiz("passed", "95"));
    assert_eq!(better.score.unwrap().normalised, Percent::whole(95));
    let failed = keep_met(&quiz("failed", "20"), quiz("incomplete", "0"));
    assert_eq!(failed.status(), Status::Incomplete);
}

#[test]
fn attempts_count_as_chosen_and_never_below_what_was_met() {
    let attempts = [
        quiz("passed", "85"),
        quiz("incomplete", "20"),
        quiz("failed", "60"),
    ];
    let rules = Rules::quiz();
    for counting in [
        Counting::Best,
        Counting::Last,
        Counting::First,
        Counting::Average,
    ] {
        let outcome = combine_attempts(&attempts, counting, &rules);
        assert_eq!(outcome.status(), Status::Passed, "{counting:?}");
        assert_eq!(
            outcome.score.unwrap().normalised,
            Percent::whole(85),
            "{counting:?}"
        );
    }
    let unmet = [quiz("failed", "60"), quiz("failed", "40")];
    for (counting, score) in [
        (Counting::Best, 60),
        (Counting::Last, 40),
        (Counting::First, 60),
        (Counting::Average, 50),
    ] {
        let outcome = combine_attempts(&unmet, counting, &rules);
        assert_eq!(
            outcome.score.unwrap().normalised,
            Percent::whole(score),
            "{counting:?}"
        );
    }
    let met = [
        quiz("passed", "75"),
        quiz("passed", "95"),
        quiz("passed", "85"),
    ];
    for (counting, score) in [
        (Counting::Best, 95),
        (Counting::Last, 95),
        (Counting::First, 75),
        (Counting::Average, 85),
    ] {
        let outcome = combine_attempts(&met, counting, &rules);
        assert_eq!(
            outcome.score.unwrap().normalised,
            Percent::whole(score),
            "{counting:?}"
        );
    }
    assert_eq!(
        combine_attempts(&[], Counting::Best, &rules).status(),
        Status::NotStarted
    );
}

#[test]
fn progress_is_full_only_when_met() {
    let half = [
        ("cmi.progress_measure", "0.5"),
        ("cmi.completion_status", "incomplete"),
    ];
    let half = sco(Standard::Scorm2004, &half, Ending::Suspended);
    let outcome = evaluate(std::slice::from_ref(&half), &Rules::lesson());
    assert_eq!(progress(&[half], &outcome), 50);
    let failed = old("failed", "10");
    let outcome = evaluate(std::slice::from_ref(&failed), &Rules::quiz());
    assert_eq!(progress(&[failed], &outcome), 99);
    let done = old("completed", "");
    let outcome = evaluate(std::slice::from_ref(&done), &Rules::lesson());
    assert_eq!(progress(&[done], &outcome), 100);
}

#[test]
fn outcomes_survive_json() {
    let outcome = quiz("passed", "85,5");
    let json = serde_json::to_string(&outcome).unwrap();
    assert_eq!(serde_json::from_str::<Outcome>(&json).unwrap(), outcome);
}

/// With `UPDATE_DOCS` set the document is written instead of compared.
#[test]
fn the_published_truth_table_is_what_the_function_says() {
    const START: &str = "<!-- generated: begin -->\n";
    const END: &str = "<!-- generated: end -->\n";
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/truth-table.md");
    let text = std::fs::read_to_string(file).unwrap();
    let (head, rest) = text.split_once(START).unwrap();
    let (table, tail) = rest.split_once(END).unwrap();
    let fresh = truth::markdown();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(file, format!("{head}{START}{fresh}{END}{tail}")).unwrap();
        return;
    }
    assert!(
        table == fresh,
        "docs/truth-table.md is out of date: run this test with UPDATE_DOCS=1"
    );
}

#[test]
fn the_truth_table_holds_every_combination_and_the_rules_that_matter() {
    let (old, new) = (
        truth::rows(Standard::Scorm12),
        truth::rows(Standard::Scorm2004),
    );
    assert_eq!((old.len(), new.len()), (6 * 3 * 3, 12 * 3 * 3));
    for row in old.iter().chain(&new) {
        let [lesson, quiz, declared] = &row.outcomes;
        let scored = row.score == Some("70");
        assert!(scored || declared.status != "passed", "{row:?}");
        assert!(declared.status != "completed", "{row:?}");
        let silent = row.score.is_none()
            && row
                .statuses
                .iter()
                .all(|word| matches!(*word, "not attempted" | "unknown"));
        assert!(
            !silent
                || [lesson, quiz, declared]
                    .iter()
                    .all(|c| c.status == "incomplete")
        );
    }
}
