//! Getting in by an identity provider: who is let in, whose account it becomes, and what nobody can do by it.

mod connecting;
mod joining;
mod refusals;

use clikc::args;
use clikc::i18n::Lang;
use clikc::ids::UserId;
use clikc::mail::Mail;

use crate::support::{Actor, Reply, World};

const ADDRESS: &str = "rita.rey@hq.customs.example";
const MINUTE: i64 = 60_000;

impl World {
    async fn db_number(&self, sql: &'static str) -> i64 {
        let row: Option<(i64,)> = self.app.db.find(sql, args![]).await.expect("a query");
        row.expect("a row").0
    }

    async fn db_identities(&self) -> i64 {
        self.db_number("SELECT CAST(COUNT(*) AS BIGINT) FROM identities")
            .await
    }

    /// The request sent last, as its coordinator sees it.
    async fn db_newest_request(&self) -> String {
        let id = self.db_number("SELECT MAX(id) FROM requests").await;
        format!("/applications/{id}")
    }

    async fn decides(&self, coordinator: &mut Actor, action: &str) {
        let decision = format!("{}/decision", self.db_newest_request().await);
        let fields = [("action", action), ("reason", "Nobody of ours.")];
        coordinator.post(&decision, &fields).await.expect_redirect();
    }

    async fn db_suspend_person(&self, user: UserId) {
        let mut tx = self.app.db.begin().await.expect("a transaction");
        clikc::users::db::mark_suspended(&mut tx, user, true)
            .await
            .expect("an update");
        tx.commit().await.expect("a commit");
    }

    /// Sends the form of somebody who has arrived by a provider.
    async fn registers(&self, actor: &mut Actor, email: &str) -> Reply {
        let organisation = self.organisation("BE").await.to_string();
        let fields = [
            ("organisation", organisation.as_str()),
            ("given_name", "Rita"),
            ("family_name", "Rey"),
            ("email", email),
            ("lang", "en"),
        ];
        actor.post("/register", &fields).await
    }
}

async fn is_inside(actor: &mut Actor) -> bool {
    actor.get("/my").await.status == 200
}

/// The sentence that the next page shows.
async fn told(actor: &mut Actor, at: &str) -> String {
    actor.get(at).await.expect(200).select(".flash p").join(" ")
}

#[tokio::test]
async fn every_mail_about_providers_reads_well_in_every_language() {
    let world = World::new().await;
    for lang in Lang::ALL {
        for template in [
            "identity_connected",
            "identity_disconnected",
            "request_accepted",
        ] {
            let values = serde_json::json!({
                "name": "Ana Ruiz", "provider": "Customs <b>ID</b>", "path": "/login", "at": 1_777_809_600_000_i64,
                "reason": "", "username": "ana.ruiz",
            });
            let mail = Mail {
                to: "ana@example.org".to_owned(),
                lang,
                template: template.to_owned(),
                values,
            };
            let letter = clikc::mail::render(&world.app, &mail).expect("a letter");
            let words = format!("{}{}{}", letter.subject, letter.text, letter.html);
            assert!(!words.contains('['), "{lang:?}: {words}");
            assert!(letter.text.contains("Customs <b>ID</b>"), "{}", letter.text);
            assert!(
                letter.html.contains("Customs &lt;b&gt;ID&lt;/b&gt;"),
                "{}",
                letter.html
            );
        }
    }
}
