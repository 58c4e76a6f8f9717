//! A player without a browser: opens a launch and sends journal entries as the real one does.

use clikc::ids::ActivityId;
use http::Method;
use serde_json::{Value, json};

use axum::Router;

use super::{Actor, Reply};

#[derive(Clone)]
pub struct Player {
    actor: Actor,
    pub base: String,
    pub epoch: i64,
    pub seq: i64,
    pub view: Value,
    pub sco: String,
}

impl Player {
    /// Clicks the launch button and opens the window.
    pub async fn launch(learner: &mut Actor, activity: ActivityId) -> Self {
        Self::launch_as(learner, activity, "open").await
    }

    /// `wish`: open, review or again.
    pub async fn launch_as(learner: &mut Actor, activity: ActivityId, wish: &str) -> Self {
        let path = format!("/activities/{activity}/launch");
        let location = learner
            .post(&path, &[("wish", wish)])
            .await
            .expect_redirect();
        let mut player = Self::at(learner, &location);
        player.open("window-1", false).await.expect(200);
        player
    }

    pub fn at(learner: &Actor, location: &str) -> Self {
        let base = location
            .strip_prefix("http://content.test")
            .expect("the content origin")
            .to_owned();
        let actor = learner.on_content_origin();
        Self {
            actor,
            base,
            epoch: 0,
            seq: 0,
            view: Value::Null,
            sco: String::new(),
        }
    }

    /// Goes on with a service that has restarted, or with another replica.
    pub fn moves_to(&mut self, router: &Router) {
        self.actor.moves_to(router);
    }

    pub async fn open(&mut self, window: &str, takeover: bool) -> Reply {
        let path = format!("{}/open", self.base);
        let body = json!({ "window": window, "takeover": takeover });
        let reply = self.actor.post_json(&path, &body).await;
        if reply.status == 200 {
            let opened = reply.json();
            self.epoch = opened["epoch"].as_i64().expect("an epoch");
            self.seq = 0;
            self.see(&opened["view"]);
        }
        reply
    }

    fn see(&mut self, view: &Value) {
        self.view = view.clone();
        if let Some(sco) = view["deliver"]["sco"].as_str() {
            sco.clone_into(&mut self.sco);
        }
    }

    pub fn entry(&mut self, op: &str, pair: Option<(&str, &str)>) -> Value {
        self.seq += 1;
        let mut entry = json!({ "seq": self.seq, "sco": self.sco, "op": op, "at": 0 });
        if let Some((el, val)) = pair {
            entry["el"] = el.into();
            entry["val"] = val.into();
        }
        entry
    }

    /// Initialises, sets these values, and finishes if asked to: one commit.
    pub async fn play(&mut self, values: &[(&str, &str)], finishes: bool) -> Reply {
        let mut entries = vec![self.entry("init", None)];
        for pair in values {
            entries.push(self.entry("set", Some(*pair)));
        }
        entries.push(self.entry(if finishes { "term" } else { "commit" }, None));
        self.commit(&entries).await
    }

    pub async fn commit(&mut self, entries: &[Value]) -> Reply {
        let body = json!({ "epoch": self.epoch, "entries": entries });
        let path = format!("{}/commit", self.base);
        let reply = self.actor.post_json(&path, &body).await;
        if reply.status == 200 {
            self.see(&reply.json()["view"]);
        }
        reply
    }

    pub async fn navigate(&mut self, request: &str) -> Value {
        let body = json!({ "epoch": self.epoch, "entries": [], "request": request });
        let path = format!("{}/navigate", self.base);
        let answer = self.actor.post_json(&path, &body).await.expect(200).json();
        self.see(&answer["view"]);
        answer
    }

    pub async fn send(&mut self, endpoint: &str, body: &Value) -> Reply {
        let path = format!("{}/{endpoint}", self.base);
        self.actor.post_json(&path, body).await
    }

    /// Bytes that no player of ours would send.
    pub async fn send_bytes(&mut self, endpoint: &str, body: Vec<u8>) -> Reply {
        let path = format!("{}/{endpoint}", self.base);
        let json = [("content-type", "application/json")];
        self.actor
            .send(Method::POST, &path, &json, body.into())
            .await
    }

    pub async fn file(&mut self, path: &str) -> Reply {
        let path = format!("{}/c/{path}", self.base);
        self.actor.get(&path).await
    }

    /// The outcome the last answer showed.
    pub fn status(&self) -> String {
        self.view["outcome"]["status"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }
}
