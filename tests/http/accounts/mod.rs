//! People's own accounts: getting in, staying in, and keeping others out.

mod login;
mod lost;
mod password;
mod second_step;
mod sessions;

use argon2::Argon2;
use argon2::password_hash::PasswordHasher as _;
use clikc::args;
use clikc::i18n::Lang;
use clikc::ids::UserId;
use clikc::mail::Mail;
use clikc::users::db::insert_user;
use clikc::users::{EmailAddress, NewUser, Role, Username};

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

    /// Officers `officer0` and so on, whose password is [`GOOD`], hashed in a hurry: many are to log in.
    async fn db_crowd(&self, count: usize) {
        let organisation_id = self.organisation("BE").await;
        let params = argon2::Params::new(8, 1, 1, None).expect("parameters");
        let hasher = Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
        let hash = hasher.hash_password_with_salt(GOOD.as_bytes(), &[7; 16]);
        let hash = hash.expect("a hash").to_string();
        let mut tx = self.app.db.begin().await.expect("a transaction");
        for number in 0..count {
            let name = format!("officer{number}");
            let user = NewUser {
                username: Username::parse(&name).expect("a user name"),
                email: EmailAddress::parse(&format!("{name}@example.org")).expect("an address"),
                given_name: "Given".to_owned(),
                family_name: name,
                password_hash: Some(hash.clone()),
                role: Role::Learner,
                organisation_id,
                position_id: None,
                lang: Lang::En,
                learner_key: self.app.random.token(),
            };
            insert_user(&mut tx, &user, self.app.clock.now())
                .await
                .expect("a user");
        }
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
            ("second_step_on", "/account/second-step"),
            ("second_step_off", "/account/second-step"),
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
