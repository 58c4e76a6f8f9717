//! Properties of the run-time and of outcomes, over arbitrary input.

use proptest::prelude::*;
use scorm::outcome::{Completion, Ending, Score, Success};
use scorm::outcome::{Outcome, Percent, ReportedScore, Rules, ScoEvidence, evaluate, keep_met};
use scorm::runtime::script::fuzz;
use scorm::runtime::{Document, Launch, Session, Standard, Strictness};
use scorm::time::Duration;

fn standards() -> impl Strategy<Value = Standard> {
    prop_oneof![Just(Standard::Scorm12), Just(Standard::Scorm2004)]
}

fn numbers() -> impl Strategy<Value = Option<String>> {
    prop_oneof![
        Just(None),
        "-?[0-9]{1,4}([.,][0-9]{1,12})?".prop_map(Some),
        "[-+0-9.,eE ]{0,12}".prop_map(Some),
        any::<String>().prop_map(Some),
    ]
}

fn evidence() -> impl Strategy<Value = ScoEvidence> {
    let completion = prop_oneof![
        Just(Completion::Unknown),
        Just(Completion::Incomplete),
        Just(Completion::Completed)
    ];
    let success = prop_oneof![
        Just(Success::Unknown),
        Just(Success::Passed),
        Just(Success::Failed)
    ];
    let ending = prop_oneof![
        Just(Ending::Open),
        Just(Ending::Suspended),
        Just(Ending::Finished)
    ];
    let score = (numbers(), numbers(), numbers(), numbers()).prop_map(|(scaled, raw, min, max)| {
        ReportedScore {
            scaled,
            raw,
            min,
            max,
        }
    });
    (
        any::<bool>(),
        any::<bool>(),
        completion,
        success,
        ending,
        score,
    )
        .prop_map(
            |(is_asset, opened, completion, success, ending, score)| ScoEvidence {
                is_asset,
                opened,
                completion,
                success,
                ending,
                score,
                ..ScoEvidence::unopened("sco")
            },
        )
}

fn outcomes() -> impl Strategy<Value = Outcome> {
    (prop::collection::vec(evidence(), 0..4), any::<bool>()).prop_map(|(scos, quiz)| {
        let rules = if quiz { Rules::quiz() } else { Rules::lesson() };
        evaluate(&scos, &rules)
    })
}

proptest! {
    #[test]
    fn any_bytes_can_be_played(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        fuzz(&bytes);
    }

    #[test]
    fn what_was_accepted_reads_back_and_what_was_refused_changes_nothing(
        standard in standards(),
        element in "(cmi|adl|_aside)?[.a-z0-9_{}=*]{0,40}|.*",
        value in any::<String>(),
    ) {
        let initial = Launch::new(standard).initial();
        let mut session = Session::new(standard, Strictness::Lenient, initial, Document::new());
        session.initialize("");
        match session.apply_set(&element, &value) {
            Ok(applied) => prop_assert!(session.value(&applied.key).is_some()),
            Err(error) => {
                prop_assert_ne!(error.code, 0);
                prop_assert!(session.document().is_empty());
            }
        }
        session.get_value(&element);
    }

    #[test]
    fn suspend_data_is_kept_byte_for_byte(standard in standards(), value in any::<String>()) {
        let initial = Launch::new(standard).initial();
        let mut session = Session::new(standard, Strictness::Lenient, initial, Document::new());
        session.initialize("");
        prop_assert_eq!(session.set_value("cmi.suspend_data", &value), "true");
        prop_assert_eq!(session.get_value("cmi.suspend_data"), value);
    }

    #[test]
    fn durations_read_back_and_nonsense_is_none(centiseconds in 0..3_599_999_999_u64, text in any::<String>()) {
        let duration = Duration::from_centiseconds(centiseconds);
        prop_assert_eq!(Duration::parse(&duration.to_scorm2004()), Some(duration));
        let _ = Duration::parse(&text);
    }

    #[test]
    fn a_higher_raw_score_never_counts_less(a in 0..20_000_u32, b in 0..20_000_u32, max in 1..200_u32) {
        let normalised = |hundredths: u32| {
            let raw = format!("{}.{:02}", hundredths / 100, hundredths % 100);
            let reported = ReportedScore {
                raw: Some(raw),
                max: Some(max.to_string()),
                ..ReportedScore::default()
            };
            Score::of(&reported).0.map(|score| score.normalised)
        };
        prop_assert!(normalised(a.min(b)) <= normalised(a.max(b)));
        prop_assert!(normalised(a) <= Some(Percent::FULL));
    }

    #[test]
    fn nothing_met_is_ever_taken_back(before in outcomes(), now in outcomes()) {
        let kept = keep_met(&before, now.clone());
        prop_assert!(kept.is_met() || !before.is_met());
        prop_assert!(kept.is_met() || !now.is_met());
        prop_assert!(!before.is_met() || kept.score.map(|s| s.normalised) >= before.score.map(|s| s.normalised));
    }

    #[test]
    fn no_one_passes_a_scored_activity_below_its_mark(scos in prop::collection::vec(evidence(), 1..4)) {
        let outcome = evaluate(&scos, &Rules::quiz());
        if outcome.success == Success::Passed {
            let score = outcome.score.expect("a scored activity is passed with a score");
            prop_assert!(score.normalised >= Percent::whole(70));
        }
    }
}
