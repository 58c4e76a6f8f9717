//! What reports lead to: results, progress and completion, and when they may still change.

use clikc::args;

use crate::support::{Player, Stage, Wanted, stage};

#[tokio::test]
async fn a_lesson_is_complete_in_the_answer_in_the_result_and_in_the_course() {
    let mut stage = stage(Wanted::lesson("lesson-12")).await;
    let mut player = stage.launch().await;
    player.file("index.html").await.expect(200);
    player
        .play(&[("cmi.core.lesson_status", "completed")], true)
        .await
        .expect(200);
    assert_eq!(player.status(), "completed");
    assert_eq!(stage.result().await, Some(("completed".to_owned(), None)));
    assert_eq!(stage.course().await, (100, true));
}

#[tokio::test]
async fn a_module_opened_and_closed_is_not_complete_and_uses_up_no_attempt_before_it_initialised() {
    let mut stage = stage(Wanted {
        max_attempts: Some(1),
        ..Wanted::lesson("lesson-12")
    })
    .await;
    for _ in 0..20 {
        stage.launch().await;
    }
    assert_eq!(stage.result().await, None);
    let mut player = stage.launch().await;
    player.play(&[], true).await.expect(200);
    assert_eq!(player.status(), "incomplete");
    assert_eq!(stage.course().await, (0, false));
}

#[tokio::test]
async fn a_quiz_passes_at_seventy_percent_and_not_below() {
    for (raw, status, score) in [("69.99", "failed", 6999), ("70", "passed", 7000)] {
        let mut stage = stage(Wanted::quiz("quiz-12")).await;
        let mut player = stage.launch().await;
        let values = [
            ("cmi.core.score.min", "0"),
            ("cmi.core.score.max", "100"),
            ("cmi.core.score.raw", raw),
            ("cmi.core.lesson_status", "completed"),
        ];
        player.play(&values, true).await.expect(200);
        assert_eq!(player.status(), status);
        assert_eq!(stage.result().await, Some((status.to_owned(), Some(score))));
    }
}

#[tokio::test]
async fn a_score_between_min_and_max_is_normalised() {
    let mut stage = stage(Wanted::quiz("quiz-12")).await;
    let mut player = stage.launch().await;
    let values = [
        ("cmi.core.score.raw", "17"),
        ("cmi.core.score.min", "10"),
        ("cmi.core.score.max", "20"),
        ("cmi.core.lesson_status", "passed"),
    ];
    player.play(&values, true).await.expect(200);
    assert_eq!(
        stage.result().await,
        Some(("passed".to_owned(), Some(7000)))
    );
}

#[tokio::test]
async fn a_passed_module_asks_review_or_try_again_and_keeps_its_result() {
    let mut stage = stage(Wanted::quiz("quiz-12")).await;
    let mut player = stage.launch().await;
    let pass = [
        ("cmi.core.score.raw", "85"),
        ("cmi.core.lesson_status", "passed"),
    ];
    player.play(&pass, true).await.expect(200);
    let path = format!("/activities/{}/launch", stage.activity);
    let choice = stage.learner.post(&path, &[]).await.expect(200);
    let wishes = choice.attributes("input[name=wish]", "value");
    assert_eq!(wishes, ["review", "again"]);

    let mut review = Player::launch_as(&mut stage.learner, stage.activity, "review").await;
    assert_eq!(
        review.view["deliver"]["initial"]["cmi.core.lesson_mode"],
        "review"
    );
    review
        .play(&[("cmi.core.lesson_status", "incomplete")], true)
        .await
        .expect(200);
    assert_eq!(
        stage.result().await,
        Some(("passed".to_owned(), Some(8500)))
    );

    let mut again = Player::launch_as(&mut stage.learner, stage.activity, "again").await;
    again
        .play(
            &[
                ("cmi.core.score.raw", "20"),
                ("cmi.core.lesson_status", "failed"),
            ],
            true,
        )
        .await
        .expect(200);
    assert_eq!(
        stage.result().await,
        Some(("passed".to_owned(), Some(8500)))
    );
    assert_eq!(stage.course().await, (100, true));
}

#[tokio::test]
async fn a_failed_quiz_starts_anew_until_no_attempt_is_left() {
    let mut stage = stage(Wanted {
        max_attempts: Some(2),
        ..Wanted::quiz("quiz-12")
    })
    .await;
    for _ in 0..2 {
        let mut player = stage.launch().await;
        player
            .play(
                &[
                    ("cmi.core.score.raw", "10"),
                    ("cmi.core.lesson_status", "failed"),
                ],
                true,
            )
            .await
            .expect(200);
    }
    let path = format!("/activities/{}/launch", stage.activity);
    let choice = stage.learner.post(&path, &[]).await.expect(200);
    assert_eq!(choice.attributes("input[name=wish]", "value"), ["review"]);
}

#[tokio::test]
async fn a_package_of_several_modules_is_walked_through_and_completes_at_the_end() {
    let mut stage = stage(Wanted::lesson("multi-sco-12")).await;
    let mut player = stage.launch().await;
    let mut visited = Vec::new();
    for _ in 0..8 {
        visited.push(player.sco.clone());
        let kind = player.view["deliver"]["kind"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        if kind == "asset" {
            let entry = player.entry("view", None);
            player.commit(&[entry]).await.expect(200);
        } else {
            player
                .play(&[("cmi.core.lesson_status", "completed")], true)
                .await
                .expect(200);
        }
        if player.view["controls"]["continue"] != "enabled" {
            break;
        }
        player.navigate("continue").await;
    }
    assert!(visited.len() >= 4, "{visited:?}");
    assert_eq!(player.status(), "completed");
    assert_eq!(stage.course().await, (100, true));
}

#[tokio::test]
async fn what_a_session_calls_complete_it_may_still_call_failed() {
    let mut stage = stage(Wanted::lesson("quiz-12")).await;
    let mut player = stage.launch().await;
    let completed = [("cmi.core.lesson_status", "completed")];
    player.play(&completed, false).await.expect(200);
    assert_eq!(player.status(), "completed");
    assert_eq!(stage.course().await, (100, true));

    let score = player.entry("set", Some(("cmi.core.score.raw", "27")));
    let failed = player.entry("set", Some(("cmi.core.lesson_status", "failed")));
    player.commit(&[score, failed]).await.expect(200);
    assert_eq!(player.status(), "failed");
    let result = Some(("failed".to_owned(), Some(2700)));
    assert_eq!(stage.result().await, result);
    assert_eq!(stage.course().await, (0, false));

    let end = player.entry("term", None);
    player.commit(&[end]).await.expect(200);
    assert_eq!(stage.result().await, result);
    stage.world.wait_ms(3_600_000);
    stage.world.run_jobs().await;
    assert_eq!(congratulations(&stage).await, 0);
}

#[tokio::test]
async fn what_a_session_that_has_ended_called_complete_stays_complete() {
    let mut stage = stage(Wanted::lesson("quiz-12")).await;
    let mut player = stage.launch().await;
    let completed = [("cmi.core.lesson_status", "completed")];
    player.play(&completed, true).await.expect(200);
    let failed = [
        ("cmi.core.score.raw", "27"),
        ("cmi.core.lesson_status", "failed"),
    ];
    player.play(&failed, true).await.expect(200);
    let result = Some(("completed".to_owned(), None));
    assert_eq!(stage.result().await, result);
    assert_eq!(stage.course().await, (100, true));
}

#[tokio::test]
async fn what_a_window_left_open_called_complete_stays_complete() {
    let mut stage = stage(Wanted::lesson("quiz-12")).await;
    let mut killed = stage.launch().await;
    let completed = [("cmi.core.lesson_status", "completed")];
    killed.play(&completed, false).await.expect(200);
    stage.world.wait_ms(600_000);
    let mut next = Player::launch_as(&mut stage.learner, stage.activity, "again").await;
    let failed = [
        ("cmi.core.score.raw", "27"),
        ("cmi.core.lesson_status", "failed"),
    ];
    next.play(&failed, true).await.expect(200);
    assert_eq!(stage.course().await, (100, true));
}

#[tokio::test]
async fn a_pass_by_score_stays_whatever_the_same_session_says_next() {
    let mut stage = stage(Wanted::quiz("quiz-12")).await;
    let mut player = stage.launch().await;
    let passed = [
        ("cmi.core.score.raw", "85"),
        ("cmi.core.lesson_status", "passed"),
    ];
    player.play(&passed, false).await.expect(200);
    let score = player.entry("set", Some(("cmi.core.score.raw", "20")));
    let failed = player.entry("set", Some(("cmi.core.lesson_status", "failed")));
    player.commit(&[score, failed]).await.expect(200);
    assert_eq!(
        stage.result().await,
        Some(("passed".to_owned(), Some(8500)))
    );
}

#[tokio::test]
async fn a_certificate_taken_while_the_session_ran_keeps_the_course_complete() {
    let mut stage = stage(Wanted::lesson("quiz-12")).await;
    let mut player = stage.launch().await;
    let completed = [("cmi.core.lesson_status", "completed")];
    player.play(&completed, false).await.expect(200);
    let db = &stage.world.app.db;
    db.execute(
        "INSERT INTO certificates (code, user_id, course_id, organisation_id, facts, template_version, pdf_hash, \
         state, issued_at) SELECT 'ABCD', $1, id, organisation_id, '{}', 1, 'hash', 'valid', 0 FROM courses",
        args![stage.learner.id],
    )
    .await
    .expect("a certificate");
    let failed = player.entry("set", Some(("cmi.core.lesson_status", "failed")));
    player.commit(&[failed]).await.expect(200);
    assert!(stage.course().await.1);
}

#[tokio::test]
async fn a_learner_is_congratulated_once_and_not_before_it_is_sure() {
    let mut stage = stage(Wanted::lesson("quiz-12")).await;
    let mut player = stage.launch().await;
    let completed = [("cmi.core.lesson_status", "completed")];
    player.play(&completed, false).await.expect(200);
    stage.world.run_jobs().await;
    assert_eq!(
        congratulations(&stage).await,
        0,
        "the session may think again"
    );
    let end = player.entry("term", None);
    player.commit(&[end]).await.expect(200);
    stage.world.run_jobs().await;
    assert_eq!(congratulations(&stage).await, 1);
    stage.world.wait_ms(3_600_000);
    stage.world.run_jobs().await;
    assert_eq!(congratulations(&stage).await, 1);
}

#[tokio::test]
async fn a_learner_whose_window_never_ended_is_congratulated_after_a_while() {
    let mut stage = stage(Wanted::lesson("quiz-12")).await;
    let mut player = stage.launch().await;
    let completed = [("cmi.core.lesson_status", "completed")];
    player.play(&completed, false).await.expect(200);
    stage.world.wait_ms(3_600_000);
    stage.world.run_jobs().await;
    assert_eq!(congratulations(&stage).await, 1);
}

async fn congratulations(stage: &Stage) -> i64 {
    let row: Option<(i64,)> = stage
        .world
        .app
        .db
        .find("SELECT CAST(COUNT(*) AS BIGINT) FROM mails", vec![])
        .await
        .expect("a query");
    row.map_or(0, |(count,)| count)
}
