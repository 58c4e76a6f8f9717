//! A learner with many modules, what their content may say, and a network that delivers it badly.

use std::collections::BTreeMap;

use clikc::args;
use clikc::ids::ActivityId;
use serde_json::{Value, json};

use crate::support::{Actor, Player, Wanted, World};

/// A small generator, so that a printed seed repeats a case (SplitMix64).
pub struct Dice(pub u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// 0 to `sides - 1`.
    pub fn below(&mut self, sides: usize) -> usize {
        usize::try_from(self.roll() % sides as u64).expect("a small number")
    }

    pub fn one_of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }
}

pub struct Stage {
    pub world: World,
    pub learner: Actor,
    course: clikc::ids::CourseId,
    author: clikc::ids::UserId,
}

impl Stage {
    pub async fn new() -> Self {
        let world = World::new().await;
        let organisation = world.organisation("BE").await;
        let author = world.author("BE").await.id.expect("an author");
        let course = world.db_course(organisation, author).await;
        let learner = world.learner("BE").await;
        Self {
            world,
            learner,
            course,
            author,
        }
    }

    pub async fn activity(&self) -> ActivityId {
        let wanted = Wanted::lesson("lesson-12");
        self.world
            .db_activity(self.course, self.author, wanted)
            .await
    }

    pub async fn launch(&mut self, activity: ActivityId) -> Player {
        Player::launch(&mut self.learner, activity).await
    }

    /// Everything that is kept of the only attempt at an activity.
    pub async fn record(
        &self,
        activity: ActivityId,
    ) -> (String, Option<i64>, BTreeMap<String, Value>) {
        let db = &self.world.app.db;
        let (status, score): (String, Option<i64>) = db
            .find(
                "SELECT status, score FROM attempts WHERE activity_id = $1",
                args![activity],
            )
            .await
            .expect("a query")
            .expect("an attempt");
        let documents: Vec<(String, String)> = db
            .all(
                "SELECT s.sco, s.document FROM attempt_scos s JOIN attempts a ON a.id = s.attempt_id \
                 WHERE a.activity_id = $1",
                args![activity],
            )
            .await
            .expect("a query");
        let parsed = |text: String| serde_json::from_str(&text).expect("a document");
        let documents = documents
            .into_iter()
            .map(|(sco, text)| (sco, parsed(text)))
            .collect();
        (status, score, documents)
    }
}

/// What a SCO may say in a few sessions, as its journal.
pub fn journal(dice: &mut Dice, player: &mut Player) -> Vec<Value> {
    let mut entries = vec![player.entry("init", None)];
    let mut questions = 0;
    for minute in 1..=10 + dice.below(20) {
        let value = dice.below(100).to_string();
        match dice.below(9) {
            0 => entries.push(player.entry("commit", None)),
            1 => {
                entries.push(player.entry("term", None));
                entries.push(player.entry("init", None));
            }
            2 => {
                let path = format!("cmi.interactions.{questions}");
                questions += 1;
                for (field, value) in [("id", "q"), ("type", "choice"), ("student_response", "b")] {
                    let element = format!("{path}.{field}");
                    entries.push(player.entry("set", Some((&element, value))));
                }
            }
            3 => {
                let time = format!("0000:{minute:02}:00");
                entries.push(player.entry("set", Some(("cmi.core.session_time", &time))));
            }
            4 => {
                // What is met is never taken back, so there only the order of commits counts.
                let status = dice.one_of(&["incomplete", "browsed", "nonsense"]);
                entries.push(player.entry("set", Some(("cmi.core.lesson_status", status))));
            }
            _ => {
                let element = dice.one_of(&[
                    "cmi.core.lesson_location",
                    "cmi.suspend_data",
                    "cmi.core.score.raw",
                    "cmi.comments",
                ]);
                entries.push(player.entry("set", Some((element, &value))));
            }
        }
    }
    entries
}

/// Delivers all entries in pieces that overlap, come twice, come too early, until all are acknowledged.
pub async fn deliver_badly(dice: &mut Dice, player: &mut Player, entries: &[Value], from: usize) {
    let mut acked = from;
    while acked < entries.len() {
        let begin = dice.below(acked + 3).min(entries.len() - 1);
        let end = begin + 1 + dice.below(entries.len() - begin);
        let reply = player.commit(&entries[begin..end]).await;
        if begin > acked {
            let gap = reply.expect(409).json();
            assert_eq!(gap, json!({ "error": "gap", "acked": acked }));
        } else {
            acked = acked.max(end);
            assert_eq!(reply.expect(200).json()["acked"], acked);
        }
    }
}
