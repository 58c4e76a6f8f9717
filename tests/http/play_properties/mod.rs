//! What holds however badly a player's messages arrive: in pieces, twice, late, all at once, while the
//! database fails or the service restarts.

mod bodies;
mod replicas;
mod storm;

use clikc::App;
use futures_util::future::join_all;
use serde_json::json;

use crate::support::Player;
use storm::{Dice, Stage, deliver_badly, journal};

const CASES: u64 = 24;

#[tokio::test]
async fn pieces_that_come_twice_early_or_overlapping_lead_to_what_order_leads_to() {
    let mut stage = Stage::new().await;
    for seed in 0..CASES {
        let (calm, stormy) = (stage.activity().await, stage.activity().await);
        let mut player = stage.launch(calm).await;
        let entries = journal(&mut Dice(seed), &mut player);
        player.commit(&entries).await.expect(200);
        let mut player = stage.launch(stormy).await;
        deliver_badly(&mut Dice(seed), &mut player, &entries, 0).await;
        assert_eq!(
            stage.record(calm).await,
            stage.record(stormy).await,
            "seed {seed}"
        );
    }
}

#[tokio::test]
async fn a_restart_of_the_service_between_two_pieces_changes_nothing() {
    let mut stage = Stage::new().await;
    for seed in 0..CASES / 4 {
        let (calm, stormy) = (stage.activity().await, stage.activity().await);
        let mut player = stage.launch(calm).await;
        let entries = journal(&mut Dice(seed), &mut player);
        player.commit(&entries).await.expect(200);
        let mut player = stage.launch(stormy).await;
        let dice = &mut Dice(seed);
        let mut rest = entries.as_slice();
        while !rest.is_empty() {
            let (piece, later) = rest.split_at(1 + dice.below(rest.len()));
            player.commit(piece).await.expect(200);
            stage.world.restart().await;
            stage.learner.moves_to(&stage.world.router);
            player.moves_to(&stage.world.router);
            rest = later;
        }
        assert_eq!(
            stage.record(calm).await,
            stage.record(stormy).await,
            "seed {seed}"
        );
    }
}

#[tokio::test]
async fn a_journal_replayed_in_any_pieces_before_the_next_launch_counts_once() {
    let mut stage = Stage::new().await;
    for seed in 0..CASES {
        let dice = &mut Dice(seed);
        let (calm, stormy) = (stage.activity().await, stage.activity().await);
        let mut player = stage.launch(calm).await;
        let entries = journal(&mut Dice(seed), &mut player);
        player.commit(&entries).await.expect(200);
        let mut dead = stage.launch(stormy).await;
        let arrived = dice.below(entries.len());
        dead.commit(&entries[..arrived]).await.expect(200);
        let mut replayed = arrived;
        while replayed < entries.len() {
            let begin = dice.below(replayed + 1);
            let end = begin + 1 + dice.below(entries.len() - begin);
            let body = json!({ "epoch": dead.epoch, "entries": entries[begin..end] });
            let answer = dead.send("replay", &body).await.expect(200).json();
            assert_eq!(answer["applied"], true);
            replayed = replayed.max(end);
        }
        assert_eq!(
            stage.record(calm).await,
            stage.record(stormy).await,
            "seed {seed}"
        );

        let mut next = stage.launch(stormy).await;
        next.play(&[("cmi.core.lesson_location", "newer")], false)
            .await
            .expect(200);
        let before = stage.record(stormy).await;
        let body = json!({ "epoch": dead.epoch, "entries": entries });
        let late = dead.send("replay", &body).await.expect(200).json();
        assert_eq!(late["applied"], false);
        dead.commit(&entries).await.expect(409);
        assert_eq!(before, stage.record(stormy).await, "seed {seed}");
    }
}

#[tokio::test]
async fn fifty_attempts_that_commit_at_once_are_all_saved() {
    let mut stage = Stage::new().await;
    let mut players = Vec::new();
    for _ in 0..50 {
        let activity = stage.activity().await;
        players.push((activity, stage.launch(activity).await));
    }
    let commits = players.iter_mut().map(async |(activity, player)| {
        let place = activity.to_string();
        let values = [("cmi.core.lesson_location", place.as_str())];
        player.play(&values, false).await.expect(200).json()
    });
    for answer in join_all(commits).await {
        assert_eq!(answer["acked"], 3);
    }
    for (activity, _) in &players {
        let (_, _, documents) = stage.record(*activity).await;
        let document = documents.values().next().expect("a document");
        assert_eq!(document["cmi.core.lesson_location"], activity.to_string());
    }
}

#[tokio::test]
async fn fifty_deliveries_to_one_attempt_at_once_lead_to_what_order_leads_to() {
    let mut stage = Stage::new().await;
    let (calm, stormy) = (stage.activity().await, stage.activity().await);
    let mut player = stage.launch(calm).await;
    let entries = journal(&mut Dice(7), &mut player);
    player.commit(&entries).await.expect(200);
    let player = stage.launch(stormy).await;
    let commits = (1..=50).map(|n| {
        let mut twin = player.clone();
        let through = 1 + (n * 7) % entries.len();
        let entries = &entries;
        async move { twin.commit(&entries[..through]).await }
    });
    for reply in join_all(commits).await {
        reply.expect(200);
    }
    let mut last = player.clone();
    last.commit(&entries).await.expect(200);
    assert_eq!(stage.record(calm).await, stage.record(stormy).await);
}

#[tokio::test]
async fn a_transaction_that_fails_is_told_and_loses_nothing() {
    let mut stage = Stage::new().await;
    for seed in 0..CASES / 4 {
        let dice = &mut Dice(seed);
        let (calm, stormy) = (stage.activity().await, stage.activity().await);
        let mut player = stage.launch(calm).await;
        let entries = journal(&mut Dice(seed), &mut player);
        player.commit(&entries).await.expect(200);
        let mut player = stage.launch(stormy).await;
        let arrived = dice.below(entries.len());
        player.commit(&entries[..arrived]).await.expect(200);
        rename(&stage.world.app, "attempt_scos", "attempt_scos_away").await;
        for _ in 0..2 {
            let refused = player.commit(&entries[arrived..]).await.expect(503);
            assert_eq!(refused.json(), json!({ "error": "not_saved" }));
        }
        rename(&stage.world.app, "attempt_scos_away", "attempt_scos").await;
        deliver_badly(dice, &mut player, &entries, arrived).await;
        assert_eq!(
            stage.record(calm).await,
            stage.record(stormy).await,
            "seed {seed}"
        );
    }
}

#[tokio::test]
async fn a_review_outlives_another_attempts_failed_transaction() {
    let mut stage = Stage::new().await;
    let activity = stage.activity().await;
    let mut player = stage.launch(activity).await;
    let done = [("cmi.core.lesson_status", "completed")];
    player.play(&done, true).await.expect(200);
    let mut review = Player::launch_as(&mut stage.learner, activity, "review").await;
    let other = stage.activity().await;
    let mut writing = stage.launch(other).await;
    rename(&stage.world.app, "attempt_scos", "attempt_scos_away").await;
    let place = [("cmi.core.lesson_location", "2")];
    let (failed, looked) = tokio::join!(writing.play(&place, false), review.play(&place, false));
    failed.expect(503);
    looked.expect(200);
    rename(&stage.world.app, "attempt_scos_away", "attempt_scos").await;
    review.play(&place, false).await.expect(200);
}

async fn rename(app: &App, from: &str, to: &str) {
    let sql = format!("ALTER TABLE {from} RENAME TO {to}");
    let mut tx = app.db.begin().await.expect("a transaction");
    tx.execute(sql, vec![]).await.expect("renamed");
    tx.commit().await.expect("a commit");
}
