//! Several services on one database: they take turns with an attempt, and one is replaced by the next while people play.

use axum::Router;
use futures_util::future::join_all;
use serde_json::Value;

use super::CASES;
use super::storm::{Dice, Stage, journal};
use crate::support::Player;

/// As the player does: what was not saved is sent once more, to whoever answers then.
async fn commit_until_saved(player: &mut Player, entries: &[Value]) {
    for _ in 0..3 {
        if player.commit(entries).await.status == 200 {
            return;
        }
    }
    player.commit(entries).await.expect(200);
}

#[tokio::test]
async fn replicas_that_take_turns_with_an_attempt_lose_nothing_and_double_nothing() {
    let mut stage = Stage::new().await;
    let replicas = [stage.world.router.clone(), stage.world.replica().await];
    for seed in 0..CASES / 2 {
        let dice = &mut Dice(seed);
        let (calm, stormy) = (stage.activity().await, stage.activity().await);
        let mut player = stage.launch(calm).await;
        let entries = journal(&mut Dice(seed), &mut player);
        player.commit(&entries).await.expect(200);
        let mut player = stage.launch(stormy).await;
        let mut sent = 0;
        while sent < entries.len() {
            player.moves_to(&replicas[dice.below(2)]);
            let begin = dice.below(sent + 1);
            sent = sent.max(begin + 1 + dice.below(entries.len() - begin));
            commit_until_saved(&mut player, &entries[begin..sent]).await;
        }
        assert_eq!(
            stage.record(calm).await,
            stage.record(stormy).await,
            "seed {seed}"
        );
    }
}

#[tokio::test]
async fn two_hundred_open_modules_outlive_the_replacement_of_their_service() {
    let mut stage = Stage::new().await;
    let mut players = Vec::new();
    for _ in 0..200 {
        let activity = stage.activity().await;
        players.push((activity, stage.launch(activity).await));
    }
    say(&mut players, "before").await;
    let next: Router = stage.world.replica().await;
    for (_, player) in players.iter_mut().step_by(2) {
        player.moves_to(&next);
    }
    say(&mut players, "during").await;
    stage.world.restart().await;
    for (_, player) in &mut players {
        player.moves_to(&stage.world.router);
    }
    say(&mut players, "after").await;
    for (activity, _) in &players {
        let (_, _, documents) = stage.record(*activity).await;
        let document = documents.values().next().expect("a document");
        assert_eq!(document["cmi.core.lesson_location"], "after");
        assert_eq!(document["cmi.suspend_data"], "before during after");
    }
    let attempts = stage
        .world
        .app
        .db
        .find("SELECT COUNT(*) FROM attempts", vec![]);
    assert_eq!(attempts.await.expect("a query"), Some((200_i64,)));
}

/// Everybody at once adds a word to what the module keeps.
async fn say(players: &mut [(clikc::ids::ActivityId, Player)], word: &str) {
    let commits = players.iter_mut().map(async |(_, player)| {
        let so_far = match word {
            "before" => "before",
            "during" => "before during",
            _ => "before during after",
        };
        let mut entries = Vec::new();
        if word == "before" {
            entries.push(player.entry("init", None));
        }
        entries.push(player.entry("set", Some(("cmi.core.lesson_location", word))));
        entries.push(player.entry("set", Some(("cmi.suspend_data", so_far))));
        commit_until_saved(player, &entries).await;
    });
    join_all(commits).await;
}
