//! SCORM 2004 courses of several activities: where the learner is led, and what outlives a session and an attempt.

use clikc::args;
use clikc::users::Role;
use serde_json::Value;

use crate::support::{Player, Stage, Wanted, stage};

const PASSED: &[(&str, &str)] = &[
    ("cmi.success_status", "passed"),
    ("cmi.completion_status", "completed"),
];

async fn led() -> Stage {
    stage(Wanted::lesson("led-2004")).await
}

/// An entry of the contents, wherever it stands.
fn entry<'v>(items: &'v Value, id: &str) -> Option<&'v Value> {
    items.as_array()?.iter().find_map(|item| {
        if item["id"] == id {
            Some(item)
        } else {
            entry(&item["children"], id)
        }
    })
}

fn may_choose(player: &Player, id: &str) -> bool {
    entry(&player.view["toc"], id).expect("an entry")["enabled"] == true
}

#[tokio::test]
async fn a_part_opens_when_the_one_it_depends_on_is_passed() {
    let mut stage = led().await;
    let mut player = stage.launch().await;
    assert_eq!(player.sco, "one");
    assert!(!may_choose(&player, "two"));
    player.play(PASSED, true).await.expect(200);
    assert!(may_choose(&player, "two"));
    player.navigate("choice:two").await;
    assert_eq!(player.sco, "two");
    assert_eq!(player.view["deliver"]["initial"]["cmi.entry"], "ab-initio");
}

#[tokio::test]
async fn a_request_that_is_not_valid_is_refused_with_the_standards_code_and_changes_nothing() {
    let mut stage = led().await;
    let mut player = stage.launch().await;
    let answer = player.navigate("choice:two").await;
    let code = answer["view"]["exception"].as_str().expect("a code");
    assert!(code.starts_with("SB.") || code.starts_with("NB.") || code.starts_with("DB."));
    assert!(answer["view"]["message"].is_string());
    let unknown = player.navigate("choice:nothing").await;
    assert!(unknown["view"]["message"].is_string());
}

#[tokio::test]
async fn what_packages_share_belongs_to_the_learner_and_is_seen_by_the_next_course() {
    let mut stage = led().await;
    let mut player = stage.launch().await;
    player.play(PASSED, true).await.expect(200);
    player.navigate("exitAll").await;
    let kept: Option<(String,)> = stage
        .world
        .app
        .db
        .find(
            "SELECT value FROM learner_shared WHERE user_id = $1 AND kind = 'objective' AND target = 'led-first'",
            args![stage.learner.id],
        )
        .await
        .expect("a query");
    assert!(kept.expect("a shared objective").0.contains("true"));

    let organisation = stage.world.organisation("BE").await;
    let author = stage.world.db_user_once("another-author").await;
    let course = stage.world.db_course(organisation, author).await;
    let wanted = Wanted::lesson("led-2004");
    let other = stage.world.db_activity(course, author, wanted).await;
    let next = Player::launch(&mut stage.learner, other).await;
    assert_eq!(next.sco, "one");
    assert!(may_choose(&next, "two"));

    let mut stranger = stage.world.db_actor("stranger", Role::Learner, "BE").await;
    let theirs = Player::launch(&mut stranger, other).await;
    assert!(!may_choose(&theirs, "two"));
}

#[tokio::test]
async fn what_was_suspended_resumes_and_what_was_exited_starts_anew() {
    let mut stage = led().await;
    let mut player = stage.launch().await;
    player.play(PASSED, true).await.expect(200);
    player.navigate("continue").await;
    player
        .play(&[("cmi.location", "half way")], false)
        .await
        .expect(200);
    player.navigate("suspendAll").await;
    assert_eq!(player.view["ended"], "suspended");

    let mut again = stage.launch().await;
    assert_eq!(again.sco, "two");
    let delivery = &again.view["deliver"];
    assert_eq!(delivery["initial"]["cmi.entry"], "resume");
    assert_eq!(delivery["document"]["cmi.location"], "half way");
    again.navigate("exitAll").await;
    assert_eq!(stage.launch().await.sco, "one");
}

#[tokio::test]
async fn a_restart_of_the_service_in_the_middle_of_a_course_changes_nothing() {
    let mut stage = led().await;
    let mut player = stage.launch().await;
    player.play(PASSED, true).await.expect(200);
    player.navigate("continue").await;
    player
        .play(&[("cmi.location", "here")], false)
        .await
        .expect(200);
    stage.world.restart().await;
    player.moves_to(&stage.world.router);
    let end = [
        player.entry("set", Some(PASSED[0])),
        player.entry("set", Some(PASSED[1])),
        player.entry("term", None),
    ];
    player.commit(&end).await.expect(200);
    player.navigate("continue").await;
    assert_eq!(player.sco, "three");
    player.play(PASSED, true).await.expect(200);
    player.navigate("exitAll").await;
    assert_eq!(player.view["ended"], "completed");
    assert_eq!(stage.result().await, Some(("passed".to_owned(), None)));
    assert_eq!(stage.course().await, (100, true));
}

#[tokio::test]
async fn a_course_that_was_passed_is_opened_again_without_a_question_and_keeps_its_result() {
    let mut stage = led().await;
    let mut player = stage.launch().await;
    for part in ["one", "two", "three"] {
        assert_eq!(player.sco, part);
        player.play(PASSED, true).await.expect(200);
        let request = if part == "three" {
            "exitAll"
        } else {
            "continue"
        };
        player.navigate(request).await;
    }
    let result = stage.result().await;
    assert_eq!(result, Some(("passed".to_owned(), None)));
    let mut again = stage.launch().await;
    assert_eq!(again.sco, "one");
    again
        .play(&[("cmi.success_status", "failed")], true)
        .await
        .expect(200);
    again.navigate("exitAll").await;
    assert_eq!(stage.result().await, result);
    assert_eq!(stage.course().await, (100, true));
}

#[tokio::test]
async fn a_window_closed_after_its_part_has_ended_has_left_the_course_and_a_reload_has_not() {
    for (window, part) in [("window-2", "one"), ("window-1", "two")] {
        let mut stage = led().await;
        let mut player = stage.launch().await;
        player.play(PASSED, true).await.expect(200);
        player.navigate("continue").await;
        player.play(PASSED, true).await.expect(200);
        player.open(window, true).await.expect(200);
        assert_eq!(player.sco, part, "{window}");
    }
}

#[tokio::test]
async fn what_is_known_of_activities_outlives_the_attempt() {
    let mut stage = led().await;
    let mut player = stage.launch().await;
    for request in ["continue", "continue", "exitAll"] {
        player.play(PASSED, true).await.expect(200);
        player.navigate(request).await;
    }
    stage.launch().await;
    let place: Option<(i64, String)> = stage
        .world
        .app
        .db
        .find(
            "SELECT number, navigation FROM attempts ORDER BY number DESC LIMIT 1",
            vec![],
        )
        .await
        .expect("a query");
    let (number, place) = place.expect("an attempt");
    let place: Value = serde_json::from_str(&place).expect("JSON");
    let visits = &place["sequencing"]["activities"]["three"]["n"];
    assert_eq!((number, visits.as_i64()), (2, Some(1)), "{place}");
}
