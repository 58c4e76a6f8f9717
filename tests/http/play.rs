//! The run-time through its protocol: what is saved, what counts, what is refused.

use clikc::args;
use serde_json::json;

use crate::support::{Player, Wanted, stage};

#[tokio::test]
async fn everything_comes_back_at_the_next_launch() {
    let mut stage = stage(Wanted::lesson("lesson-12")).await;
    let suspended = "x".repeat(64_000) + "é😀\u{200f}'\n\"";
    let mut player = stage.launch().await;
    let values = [
        ("cmi.suspend_data", suspended.as_str()),
        ("cmi.core.lesson_location", "page-3"),
        ("cmi.core.exit", "suspend"),
    ];
    player.play(&values, true).await.expect(200);
    let player = stage.launch().await;
    let delivery = &player.view["deliver"];
    assert_eq!(delivery["document"]["cmi.suspend_data"], suspended);
    assert_eq!(delivery["document"]["cmi.core.lesson_location"], "page-3");
    assert_eq!(delivery["initial"]["cmi.core.entry"], "resume");
}

#[tokio::test]
async fn the_same_commit_delivered_twice_and_out_of_order_counts_once() {
    let mut stage = stage(Wanted::lesson("lesson-12")).await;
    let mut player = stage.launch().await;
    let all: Vec<_> = [
        ("init", None),
        ("set", Some(("cmi.core.lesson_location", "1"))),
        ("set", Some(("cmi.core.lesson_location", "2"))),
        ("set", Some(("cmi.core.lesson_location", "3"))),
    ]
    .into_iter()
    .map(|(op, pair)| player.entry(op, pair))
    .collect();
    let gap = player.commit(&all[2..]).await.expect(409).json();
    assert_eq!(gap, json!({ "error": "gap", "acked": 0 }));
    assert_eq!(player.commit(&all).await.expect(200).json()["acked"], 4);
    assert_eq!(
        player.commit(&all[..2]).await.expect(200).json()["acked"],
        4
    );
    let again = stage.launch().await;
    assert_eq!(
        again.view["deliver"]["document"]["cmi.core.lesson_location"],
        "3"
    );
}

#[tokio::test]
async fn a_newer_window_takes_over_and_the_older_one_can_write_no_more() {
    let mut stage = stage(Wanted::lesson("lesson-12")).await;
    let mut first = stage.launch().await;
    first
        .play(&[("cmi.core.lesson_location", "first")], false)
        .await
        .expect(200);
    let base = format!("http://content.test{}", first.base);
    let mut second = Player::at(&stage.learner, &base);
    let refused = second.open("window-2", false).await.expect(409).json();
    assert_eq!(refused["error"], "active_elsewhere");
    second.open("window-2", true).await.expect(200);
    let late = first.entry("set", Some(("cmi.core.lesson_location", "late")));
    let answer = first.commit(&[late]).await.expect(409).json();
    assert_eq!(answer["error"], "stale_epoch");
    let strays: Vec<(String,)> = stage
        .world
        .app
        .db
        .all("SELECT body FROM stray_entries", vec![])
        .await
        .expect("a query");
    assert!(
        strays[0].0.contains("late"),
        "what came too late is kept as evidence"
    );
    stage.world.wait_ms(600_000);
    let third = stage.launch().await;
    assert_eq!(
        third.view["deliver"]["document"]["cmi.core.lesson_location"],
        "first"
    );
}

#[tokio::test]
async fn a_journal_of_a_dead_window_is_replayed_exactly_once() {
    let mut stage = stage(Wanted::lesson("lesson-12")).await;
    let mut dead = stage.launch().await;
    dead.play(&[("cmi.core.lesson_location", "1")], false)
        .await
        .expect(200);
    let lost = dead.entry("set", Some(("cmi.core.lesson_location", "2")));
    stage.world.wait_ms(600_000);
    let body = json!({ "epoch": dead.epoch, "entries": [lost] });
    let mut next = stage.launch().await;
    assert_eq!(
        next.send("replay", &body).await.expect(200).json()["applied"],
        true
    );
    let fresh = stage.launch().await;
    assert_eq!(
        fresh.view["deliver"]["document"]["cmi.core.lesson_location"],
        "2"
    );
    next.open("window-9", true).await.expect(200);
    next.play(&[("cmi.core.lesson_location", "3")], false)
        .await
        .expect(200);
    assert_eq!(
        next.send("replay", &body).await.expect(200).json()["applied"],
        false
    );
}

#[tokio::test]
async fn a_refused_value_is_told_and_the_rest_of_the_commit_is_saved() {
    let mut stage = stage(Wanted::lesson("lesson-12")).await;
    let mut player = stage.launch().await;
    let values = [
        ("cmi.core.lesson_status", "finished"),
        ("cmi.core.lesson_location", "4"),
    ];
    let answer = player.play(&values, false).await.expect(200).json();
    assert_eq!(answer["refused"][0]["seq"], 2);
    assert_eq!(answer["refused"][0]["code"], 405);
    let next = stage.launch().await;
    assert_eq!(
        next.view["deliver"]["document"]["cmi.core.lesson_location"],
        "4"
    );
}

#[tokio::test]
async fn a_suspended_account_can_save_nothing_more() {
    let mut stage = stage(Wanted::lesson("lesson-12")).await;
    let mut player = stage.launch().await;
    player
        .play(&[("cmi.core.lesson_location", "1")], false)
        .await
        .expect(200);
    let user = stage.learner.id.expect("a learner");
    let mut tx = stage.world.app.db.begin().await.expect("a transaction");
    clikc::users::db::mark_suspended(&mut tx, user, true)
        .await
        .expect("suspended");
    tx.commit().await.expect("a commit");
    let late = player.entry("set", Some(("cmi.core.lesson_location", "2")));
    player.commit(std::slice::from_ref(&late)).await.expect(503);
    assert_eq!(
        player.commit(&[late]).await.expect(410).json()["error"],
        "suspended"
    );
}

#[tokio::test]
async fn what_a_module_asks_for_at_its_end_is_left_to_its_window_unless_that_goes_away() {
    let mut stage = stage(Wanted::lesson("quiz-2004")).await;
    for (dying, ended) in [(false, json!(null)), (true, json!("suspended"))] {
        let mut player = stage.launch().await;
        let entries = [
            player.entry("init", None),
            player.entry("set", Some(("adl.nav.request", "suspendAll"))),
            player.entry("term", None),
        ];
        let body = json!({ "epoch": player.epoch, "entries": entries, "dying": dying });
        let answer = player.send("commit", &body).await.expect(200).json();
        assert_eq!(answer["view"]["ended"], ended);
    }
}

#[tokio::test]
async fn interactions_become_rows_for_reports() {
    let mut stage = stage(Wanted::quiz("quiz-12")).await;
    let mut player = stage.launch().await;
    let values = [
        ("cmi.interactions.0.id", "q1"),
        ("cmi.interactions.0.type", "choice"),
        ("cmi.interactions.0.student_response", "b\0"),
        ("cmi.interactions.0.result", "correct"),
    ];
    player.play(&values, false).await.expect(200);
    let rows: Vec<(String, String, String)> = stage
        .world
        .app
        .db
        .all(
            "SELECT identifier, response, result FROM interactions",
            vec![],
        )
        .await
        .expect("a query");
    assert_eq!(
        rows,
        [("q1".to_owned(), "b".to_owned(), "correct".to_owned())]
    );
}

#[tokio::test]
async fn modules_of_1_2_have_one_way_out() {
    let mut stage = stage(Wanted::lesson("multi-sco-12")).await;
    let player = stage.launch().await;
    let controls = &player.view["controls"];
    for shown in ["continue", "exitAll"] {
        assert_eq!(controls[shown], "enabled", "{controls}");
    }
    for of_2004 in ["exit", "abandon", "abandonAll", "suspendAll"] {
        assert_eq!(controls[of_2004], "hidden", "{controls}");
    }
}

#[tokio::test]
async fn people_of_another_administration_cannot_launch_what_is_not_theirs() {
    let stage = stage(Wanted::lesson("lesson-12")).await;
    let mut stranger = stage.world.learner("FR").await;
    stranger
        .post(&format!("/activities/{}/launch", stage.activity), &[])
        .await
        .expect(404);
}

#[tokio::test]
async fn a_made_up_capability_opens_nothing() {
    let stage = stage(Wanted::lesson("lesson-12")).await;
    let mut player = Player::at(&stage.learner, "http://content.test/play/made-up");
    player.open("w", false).await.expect(410);
    player.file("index.html").await.expect(404);
}

#[tokio::test]
async fn an_attempt_that_was_moved_plays_the_new_version_from_its_next_launch_on() {
    let mut stage = stage(Wanted::lesson("lesson-12")).await;
    let mut player = stage.launch().await;
    player
        .play(&[("cmi.suspend_data", "kept")], false)
        .await
        .expect(200);
    let db = &stage.world.app.db;
    let row: Option<(String, i64)> = db
        .find(
            "SELECT listing_hash, created_by FROM package_versions",
            vec![],
        )
        .await
        .expect("a query");
    let (listing, author) = row.expect("a version");
    db.execute(
        "INSERT INTO package_versions (activity_id, number, file_name, standard, edition, listing_hash, \
         sco_count, file_count, size_bytes, block_count, warning_count, created_by, created_at) \
         VALUES ($1, 2, 'b.zip', 'scorm12', '', $2, 1, 1, 1, 0, 0, $3, 0)",
        args![stage.activity, listing, author],
    )
    .await
    .expect("a second version");
    db.execute("UPDATE attempts SET version_id = 2", vec![])
        .await
        .expect("moved");
    let late = player.entry("set", Some(("cmi.core.lesson_location", "7")));
    player.commit(&[late]).await.expect(200);
    let next = stage.launch().await;
    assert_eq!(next.view["deliver"]["document"]["cmi.suspend_data"], "kept");
    assert_eq!(
        next.view["deliver"]["document"]["cmi.core.lesson_location"],
        "7"
    );
    let pinned: Option<(i64,)> = stage
        .world
        .app
        .db
        .find(
            "SELECT version_id FROM launches ORDER BY created_at DESC, version_id DESC LIMIT 1",
            vec![],
        )
        .await
        .expect("a query");
    assert_eq!(pinned, Some((2,)));
}

#[tokio::test]
async fn a_window_cannot_take_a_name_that_no_player_gives() {
    let mut stage = stage(Wanted::lesson("lesson-12")).await;
    let mut player = stage.launch().await;
    for name in ["", "a\0b", "<b>", &"x".repeat(101)] {
        player.open(name, false).await.expect(400);
    }
}

#[tokio::test]
async fn time_counts_once_when_a_journal_arrives_after_another_device_has_opened_the_attempt() {
    let mut stage = stage(Wanted::lesson("lesson-12")).await;
    let mut dead = stage.launch().await;
    let ten_minutes = [("cmi.core.session_time", "00:10:00")];
    dead.play(&ten_minutes, false).await.expect(200);
    let twelve = dead.entry("set", Some(("cmi.core.session_time", "00:12:00")));
    let end = dead.entry("term", None);
    stage.world.wait_ms(600_000);
    let next = stage.launch().await;
    let so_far = &next.view["deliver"]["initial"]["cmi.core.total_time"];
    assert_eq!(so_far, "0000:10:00.00");

    let body = json!({ "epoch": dead.epoch, "entries": [twelve, end] });
    dead.send("replay", &body).await.expect(200);
    let last = stage.launch().await;
    let total = &last.view["deliver"]["initial"]["cmi.core.total_time"];
    assert_eq!(total, "0000:12:00.00");
}

#[tokio::test]
async fn the_journal_of_a_window_that_is_taken_over_is_delivered_and_is_no_stray() {
    let mut stage = stage(Wanted::lesson("lesson-12")).await;
    let mut first = stage.launch().await;
    first.play(&[], false).await.expect(200);
    let unsent = first.entry("set", Some(("cmi.core.lesson_location", "first")));
    // The second window of the same device finds the first one's journal.
    let body = json!({ "epoch": first.epoch, "entries": [unsent] });
    let base = format!("http://content.test{}", first.base);
    let mut second = Player::at(&stage.learner, &base);
    second.send("replay", &body).await.expect(200);
    second.open("window-2", true).await.expect(200);
    let document = &second.view["deliver"]["document"];
    assert_eq!(document["cmi.core.lesson_location"], "first");

    first.send("commit", &body).await.expect(409);
    let strays: Option<(i64,)> = stage
        .world
        .app
        .db
        .find("SELECT CAST(COUNT(*) AS BIGINT) FROM stray_entries", vec![])
        .await
        .expect("a query");
    assert_eq!(strays, Some((0,)));
}

#[tokio::test]
async fn a_module_of_a_course_taken_back_to_draft_says_so_in_its_window() {
    let mut stage = stage(Wanted::lesson("lesson-12")).await;
    stage.launch().await;
    let sql = "UPDATE courses SET state = 'draft'";
    let db = &stage.world.app.db;
    db.execute(sql, vec![]).await.expect("an update");
    let path = format!("/activities/{}/launch", stage.activity);
    let page = stage.learner.post(&path, &[]).await.expect(404);
    let heading = "This course is not available at the moment";
    assert_eq!(page.select("h1"), [heading]);
}
