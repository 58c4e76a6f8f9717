//! What objectives know, tell and read.

use super::super::testing::{course, edition, group, leaf, objective, play, with};
use super::*;
use crate::manifest::sequencing::{ExtendedObjectiveMap, Objective, ObjectiveMap};
use crate::manifest::{CompletionThreshold, Edition, Item, Organization};

fn mapped(name: &str, reads: bool, writes: bool) -> Item {
    let map = ObjectiveMap {
        target: " shared%20one ".to_owned(),
        read_satisfied_status: reads,
        read_normalized_measure: reads,
        write_satisfied_status: writes,
        write_normalized_measure: writes,
    };
    with(leaf(name), |it| {
        it.objectives.push(objective(None, Some(map)));
    })
}

/// What others know of a shared objective after a script on this activity and another.
fn told(a: Item, target: &str, script: &str) -> Option<Progress> {
    let mut course = course(group("root", vec![a, leaf("b")]));
    play(&mut course, script);
    course.shared().objectives.get(target).copied()
}

fn written(script: &str) -> Option<Progress> {
    told(mapped("a", false, true), "shared one", script)
}

#[test]
fn what_content_says_is_written_be_it_that_something_is_unknown() {
    let satisfied = |script| written(script).map(|it| it.satisfied);
    assert_eq!(
        satisfied("start +success_status=failed continue"),
        Some(Some(false))
    );
    assert_eq!(satisfied("start continue"), Some(Some(true)));
    let forgets = "start continue +success_status=passed previous +success_status=unknown continue";
    assert_eq!(satisfied(forgets), Some(None));
    assert_eq!(
        satisfied("start +success_status=unknown continue"),
        Some(None)
    );
    assert_eq!(satisfied("start +success_status=failed abandon"), None);
    let measure = written("start +score.scaled=0.5 continue").and_then(|it| it.measure);
    assert_eq!(measure, Some(0.5));
}

#[test]
fn a_reader_knows_what_is_shared_and_not_what_it_recorded() {
    let mut course = course(group(
        "root",
        vec![mapped("a", true, false), mapped("b", false, true)],
    ));
    let a = course.tree.find("a").expect("an activity");
    play(&mut course, "start continue");
    assert_eq!(course.primary(a).satisfied, None);
    play(&mut course, "+success_status=failed exitAll");
    assert_eq!(course.primary(a).satisfied, Some(false));
    let tree = std::sync::Arc::clone(&course.tree);
    let elsewhere = Sequencer::new(tree, course.state(), Shared::default());
    assert_eq!(elsewhere.primary(a).satisfied, None);
}

#[test]
fn a_measure_decides_a_status_and_content_does_not() {
    for (script, satisfied) in [
        (
            "start +score.scaled=0.7 +success_status=failed continue",
            Some(true),
        ),
        (
            "start +score.scaled=0.69 +success_status=passed continue",
            Some(false),
        ),
        ("start +success_status=passed continue", None),
    ] {
        let mut by_measure = objective(None, None);
        by_measure.satisfied_by_measure = true;
        by_measure.min_normalized_measure = 0.7;
        let a = with(leaf("a"), |it| it.objectives.push(by_measure));
        let mut course = course(group("root", vec![a, leaf("b")]));
        play(&mut course, script);
        let a = course.tree.find("a").expect("an activity");
        assert_eq!(course.primary(a).satisfied, satisfied, "{script}");
    }
}

/// A map of every field of the 4th Edition, one way or the other.
fn extended(writes: bool) -> Objective {
    let reads = !writes;
    Objective {
        extended_maps: vec![ExtendedObjectiveMap {
            target: "shared".to_owned(),
            read_raw_score: reads,
            read_min_score: reads,
            read_max_score: reads,
            read_completion_status: reads,
            read_progress_measure: reads,
            write_raw_score: writes,
            write_min_score: writes,
            write_max_score: writes,
            write_completion_status: writes,
            write_progress_measure: writes,
        }],
        ..objective(None, None)
    }
}

#[test]
fn the_fourth_edition_shares_scores_and_progress_as_well() {
    let make = || {
        let a = with(leaf("a"), |it| it.objectives.push(extended(true)));
        let b = with(leaf("b"), |it| it.objectives.push(extended(false)));
        group("root", vec![a, b])
    };
    let said = "+score.raw=7 +score.min=1 +score.max=9 +score.scaled=0.7";
    let script =
        format!("start {said} +completion_status=incomplete +progress_measure=0.5 continue");
    let shared = Progress {
        raw: Some(7.0),
        min: Some(1.0),
        max: Some(9.0),
        completed: Some(false),
        amount: Some(0.5),
        ..Progress::default()
    };
    for (known, expected) in [
        (Edition::Fourth, shared),
        (Edition::Third, Progress::default()),
        (Edition::Second, Progress::default()),
    ] {
        let mut course = edition(make(), known);
        assert_eq!(play(&mut course, &script), "a b");
        let b = course.tree.find("b").expect("an activity");
        assert_eq!(course.shared_objective(b, 0), expected, "{known}");
        assert_eq!(
            course.shared().objectives.contains_key("shared"),
            known == Edition::Fourth
        );
    }
}

#[test]
fn progress_completes_an_activity_where_its_threshold_says_so() {
    let threshold = CompletionThreshold {
        completed_by_measure: true,
        min_progress_measure: 0.8,
        progress_weight: 1.0,
    };
    for (script, known, completed) in [
        (
            "start +progress_measure=0.8 continue",
            Edition::Fourth,
            Some(true),
        ),
        (
            "start +progress_measure=0.7 +completion_status=completed continue",
            Edition::Fourth,
            Some(false),
        ),
        (
            "start +completion_status=completed continue",
            Edition::Fourth,
            None,
        ),
        (
            "start +completion_status=completed continue",
            Edition::Third,
            Some(true),
        ),
    ] {
        let a = with(leaf("a"), |it| it.objectives.push(extended(true)));
        let a = Item {
            completion_threshold: Some(threshold),
            ..a
        };
        let mut course = edition(group("root", vec![a, leaf("b")]), known);
        play(&mut course, script);
        let a = course.tree.find("a").expect("an activity");
        assert_eq!(course.primary(a).completed, completed, "{script}");
        let shared = course
            .shared()
            .objectives
            .get("shared")
            .and_then(|it| it.completed);
        let told = if known == Edition::Fourth {
            completed
        } else {
            None
        };
        assert_eq!(shared, told, "{script}");
    }
}

#[test]
fn a_secondary_objective_has_a_measure_and_a_status_of_its_own() {
    let mut second = objective(Some("second"), None);
    second.satisfied_by_measure = true;
    second.min_normalized_measure = 0.5;
    let a = with(leaf("a"), |it| it.objectives.push(second));
    let mut course = course(group("root", vec![a, leaf("b")]));
    let said = "+objectives.0.score.scaled=0.5 +objectives.0.success_status=failed";
    play(
        &mut course,
        &format!("start {said} +success_status=failed continue"),
    );
    let a = course.tree.find("a").expect("an activity");
    assert_eq!(course.objective(a, 1).satisfied, Some(true));
    assert_eq!(course.objective(a, 0).satisfied, Some(false));
}

#[test]
fn a_cluster_tells_a_status_by_measure_when_it_is_decided() {
    let map = ObjectiveMap {
        target: "shared".to_owned(),
        read_satisfied_status: false,
        read_normalized_measure: false,
        write_satisfied_status: true,
        write_normalized_measure: false,
    };
    let inner = with(group("inner", vec![leaf("a"), leaf("b")]), |it| {
        let mut primary = objective(None, Some(map));
        primary.satisfied_by_measure = true;
        primary.min_normalized_measure = 0.5;
        it.objectives.push(primary);
    });
    let mut course = course(group("root", vec![inner, leaf("c")]));
    let shared = |course: &Sequencer| {
        let known = course.shared().objectives.get("shared");
        known.and_then(|it| it.satisfied)
    };
    play(
        &mut course,
        "start +score.scaled=1 continue +score.scaled=0 choice:c",
    );
    let inner = course.tree.find("inner").expect("a cluster");
    assert_eq!(
        (course.primary(inner).satisfied, shared(&course)),
        (Some(true), Some(true))
    );
    // A new attempt knows no measure; what was told stays until there is something else to tell.
    play(&mut course, "choice:a exit");
    assert_eq!(
        (course.primary(inner).satisfied, shared(&course)),
        (None, Some(true))
    );
    play(&mut course, "choice:a +score.scaled=0 exit");
    assert_eq!(
        (course.primary(inner).satisfied, shared(&course)),
        (Some(false), Some(false))
    );
    // The same within one attempt on the cluster, whose only score is taken back.
    play(&mut course, "choice:a +score.scaled=1 exit");
    assert_eq!(course.primary(inner).satisfied, Some(true));
    play(&mut course, "choice:a exit");
    assert_eq!(
        (course.primary(inner).satisfied, shared(&course)),
        (None, Some(true))
    );
}

#[test]
fn only_what_reads_an_objective_follows_it() {
    let map = |target: &str, reads| ObjectiveMap {
        target: target.to_owned(),
        read_satisfied_status: reads,
        read_normalized_measure: false,
        write_satisfied_status: true,
        write_normalized_measure: false,
    };
    let mapped = |name: &str, map| {
        with(leaf(name), |it| {
            it.objectives.push(objective(None, Some(map)));
        })
    };
    let leaves = vec![
        mapped("a", map("x", true)),
        mapped("b", map("y", true)),
        mapped("c", map("x", false)),
    ];
    let course = course(group("root", leaves));
    let readers: Vec<Id> = course.readers("x").collect();
    assert_eq!(Some(readers), course.tree.find("a").map(|it| vec![it]));
}

#[test]
fn what_is_not_global_to_the_system_stays_in_the_course_and_its_attempt() {
    for (objectives, stores) in [(true, false), (false, true)] {
        let organization = Organization {
            items: vec![mapped("a", false, true), leaf("b")],
            sequencing: group("root", Vec::new()).sequencing,
            objectives_global_to_system: objectives,
            shared_data_global_to_system: stores,
            ..Organization::default()
        };
        let tree = super::super::Tree::new(&organization, Edition::Fourth);
        let mut course = Sequencer::new(
            tree.into(),
            super::super::State::default(),
            Shared::default(),
        );
        play(&mut course, "start +success_status=passed continue");
        let kept = |course: &mut Sequencer| {
            course
                .shared_stores_mut()
                .stores
                .insert("notes".to_owned(), "x".to_owned());
            let objective = course
                .shared_objectives()
                .objectives
                .contains_key("shared one");
            (
                objective,
                course.shared_stores().stores.contains_key("notes"),
            )
        };
        assert_eq!(kept(&mut course), (true, true));
        let shared = course.shared();
        assert_eq!(
            (!shared.objectives.is_empty(), !shared.stores.is_empty()),
            (objectives, stores)
        );
        assert_eq!(
            (
                !course.own.objectives.is_empty(),
                !course.own.stores.is_empty()
            ),
            (stores, objectives)
        );
        play(&mut course, "exitAll start");
        assert!(
            course.own.is_empty(),
            "a new attempt on the course begins with nothing"
        );
    }
}

#[test]
fn a_status_that_a_measure_decides_is_shared_with_its_measure_and_not_without() {
    for (said, expected) in [
        ("+success_status=passed", None),
        (
            "+success_status=passed +score.scaled=0.2",
            Some((Some(false), Some(0.2))),
        ),
        ("+score.scaled=0.9", Some((Some(true), Some(0.9)))),
    ] {
        let a = with(mapped("a", false, true), |it| {
            it.objectives[0].satisfied_by_measure = true;
            it.objectives[0].min_normalized_measure = 0.5;
        });
        let shared = told(a, "shared one", &format!("start {said} continue"));
        let shared = shared.map(|it| (it.satisfied, it.measure));
        assert_eq!(shared, expected, "{said}");
    }
}

#[test]
fn completion_is_shared_as_said_where_no_progress_decides_it() {
    let by_progress = CompletionThreshold {
        completed_by_measure: true,
        ..CompletionThreshold::default()
    };
    for (name, threshold, said, expected) in [
        (None, None, "+completion_status=incomplete", Some(false)),
        (
            None,
            Some(by_progress),
            "+completion_status=incomplete",
            None,
        ),
        (
            Some("second"),
            Some(by_progress),
            "+objectives.0.completion_status=incomplete",
            Some(false),
        ),
    ] {
        let a = with(leaf("a"), |it| {
            it.objectives.push(Objective {
                identifier: name.map(str::to_owned),
                primary: name.is_none(),
                ..extended(true)
            });
        });
        let a = Item {
            completion_threshold: threshold,
            ..a
        };
        let shared = told(a, "shared", &format!("start {said} continue"));
        let completed = shared.and_then(|it| it.completed);
        assert_eq!(completed, expected, "{name:?} {said}");
    }
}
