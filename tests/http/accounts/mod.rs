//! People's own accounts: getting in, staying in, and keeping others out.

mod lost;
mod password;

use clikc::args;
use clikc::i18n::Lang;
use clikc::ids::UserId;
use clikc::mail::Mail;

use crate::support::{Actor, Reply, World};

/// A password that passes the rule.
const GOOD: &str = "Quiet harbour 7";

impl World {
    async fn db_temporary_password(&self, user: UserId) {
        let sql = "UPDATE users SET must_change_password = TRUE WHERE id = $1";
        let changed = self.app.db.execute(sql, args![user]).await;
        assert_eq!(changed.expect("an update"), 1);
    }

    async fn db_suspend(&self, user: UserId) {
        let mut tx = self.app.db.begin().await.expect("a transaction");
        clikc::users::db::mark_suspended(&mut tx, user, true)
            .await
            .expect("an update");
        tx.commit().await.expect("a commit");
    }

    async fn db_count(&self, table: &'static str) -> i64 {
        let sql = format!("SELECT CAST(COUNT(*) AS BIGINT) FROM {table}");
        let row: Option<(i64,)> = self.app.db.find(sql, args![]).await.expect("a query");
        row.expect("a count").0
    }
}

/// Logs in on the form, whatever comes of it.
async fn log_in(actor: &mut Actor, username: &str, password: &str) -> Reply {
    let fields = [("username", username), ("password", password)];
    actor.post("/login", &fields).await
}

async fn is_inside(actor: &mut Actor) -> bool {
    actor.get("/my").await.status == 200
}

#[tokio::test]
async fn every_mail_about_an_account_reads_well_in_every_language() {
    let world = World::new().await;
    for lang in Lang::ALL {
        for (template, path) in [
            ("password_reset", "/lost-password/abc"),
            ("password_changed", "/lost-password"),
        ] {
            let values = serde_json::json!({
                "name": "Ana <b>Ruiz</b>", "username": "ana.ruiz", "path": path, "at": 1_777_809_600_000_i64,
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
            assert!(letter.text.contains(&format!("http://site.test{path}\n")));
            assert!(letter.text.contains("ana.ruiz") && letter.text.contains("12:00"));
            assert!(letter.html.contains("Ana &lt;b&gt;Ruiz&lt;/b&gt;"));
            assert!(letter.html.contains(&format!("dir=\"{}\"", lang.dir())));
        }
    }
}
