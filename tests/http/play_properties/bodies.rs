//! Whatever is sent to a player's endpoints is answered, breaks nothing, and takes nothing away.

use serde_json::{Value, json};

use super::CASES;
use super::storm::{Dice, Stage, journal};
use crate::support::Player;

const ENDPOINTS: &[&str] = &["commit", "navigate", "heartbeat", "replay", "open"];
/// Pieces that mean something where numbers, words and lists are expected.
const PIECES: &[&str] = &[
    "null",
    "-1",
    "1e999",
    "9223372036854775807",
    "\"\"",
    "\"\\u0000\"",
    "[]",
    "{}",
    "[[[[",
    "\u{202e}",
    "true",
    "\"init\"",
    "\"term\"",
    "\"seq\"",
    "\"choice:\"",
    "\"suspendAll\"",
];

#[tokio::test]
async fn bodies_of_any_kind_are_answered_and_take_nothing_away() {
    let mut stage = Stage::new().await;
    for seed in 0..CASES {
        let dice = &mut Dice(seed);
        let activity = stage.activity().await;
        let mut player = stage.launch(activity).await;
        let entries = journal(&mut Dice(seed), &mut player);
        for _ in 0..100 {
            let endpoint = dice.one_of(ENDPOINTS);
            let body = damaged(dice, &body_for(endpoint, &player, &entries));
            let shown = String::from_utf8_lossy(&body).into_owned();
            let reply = player.send_bytes(endpoint, body).await;
            let is_answered = !reply.status.is_server_error();
            assert!(
                is_answered,
                "seed {seed}: {} to {endpoint}: {shown}",
                reply.status
            );
        }
        // Some of it may have been a valid request: the window asks for its place again, as a player does.
        player.open("window-1", true).await.expect(200);
        let saved = [("cmi.core.lesson_location", "still here")];
        player.play(&saved, false).await.expect(200);
        let (_, _, documents) = stage.record(activity).await;
        let document = documents.values().next().expect("a document");
        assert_eq!(
            document["cmi.core.lesson_location"], "still here",
            "seed {seed}"
        );
    }
}

fn body_for(endpoint: &str, player: &Player, entries: &[Value]) -> String {
    let body = match endpoint {
        "open" => json!({ "window": "window-2", "takeover": true }),
        "heartbeat" => json!({ "epoch": player.epoch }),
        "navigate" => json!({ "epoch": player.epoch, "entries": [], "request": "continue" }),
        _ => json!({ "epoch": player.epoch, "entries": entries, "dying": false }),
    };
    body.to_string()
}

/// Cuts, doubles, flips and replaces pieces of a valid body.
fn damaged(dice: &mut Dice, body: &str) -> Vec<u8> {
    let mut bytes = body.as_bytes().to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len().max(1)).min(bytes.len());
        let end = (at + dice.below(12)).min(bytes.len());
        match dice.below(5) {
            0 => bytes.truncate(at),
            1 => drop(bytes.splice(at..end, dice.one_of(PIECES).bytes())),
            2 => {
                let copy = bytes.get(at..end).unwrap_or_default().to_vec();
                drop(bytes.splice(at..at, copy));
            }
            3 => drop(bytes.drain(at..end)),
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << dice.below(8);
                }
            }
        }
    }
    bytes
}
