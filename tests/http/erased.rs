//! After somebody was deleted nothing says who they were, wherever it was written. A table that is new fails these tests
//! until it is filled here.

use std::collections::BTreeSet;

use clikc::i18n::Lang;
use clikc::ids::UserId;
use clikc::jobs::{Job, enqueue_for};
use clikc::mail::Mail;
use clikc::{args, users};

use crate::support::{Player, Wanted, World};

const GIVEN: &str = "Zephyrine";
const FAMILY: &str = "Quillfeather";

/// What names people for good, on purpose: who did what, and what was printed.
const KEPT: [&str; 2] = ["audit_entries", "certificates"];

async fn columns(world: &World, is_wanted: impl Fn(&str, &str) -> bool) -> Vec<(String, String)> {
    let sql = if world.app.db.is_sqlite() {
        "SELECT m.name, p.name, LOWER(p.type) FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = 'table'"
    } else {
        "SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT), CAST(data_type AS TEXT) \
         FROM information_schema.columns WHERE table_schema = current_schema()"
    };
    let rows: Vec<(String, String, String)> =
        world.app.db.all(sql, args![]).await.expect("a schema");
    let wanted = rows
        .into_iter()
        .filter(|(_, column, kind)| is_wanted(column, kind));
    let mut wanted: Vec<_> = wanted.map(|(table, column, _)| (table, column)).collect();
    wanted.sort();
    wanted
}

async fn count(world: &World, sql: String) -> i64 {
    let row: Option<(i64,)> = world.app.db.find(sql, args![]).await.expect("a query");
    row.expect("a count").0
}

/// The tables in which the person is named.
async fn named(world: &World) -> BTreeSet<String> {
    let mut tables = BTreeSet::new();
    for (table, column) in columns(world, |_, kind| kind == "text").await {
        for marker in [GIVEN, FAMILY] {
            let marker = marker.to_lowercase();
            let sql = format!(
                "SELECT CAST(COUNT(*) AS BIGINT) FROM {table} WHERE LOWER({column}) LIKE '%{marker}%'"
            );
            if count(world, sql).await > 0 {
                tables.insert(table.clone());
            }
        }
    }
    tables
}

async fn execute(world: &World, sql: &'static str, user: UserId) {
    let values = args![user, world.app.clock.now()];
    world.app.db.execute(sql, values).await.expect(sql);
}

/// Somebody of whom something stands in every table about people.
async fn db_everywhere(world: &World) -> UserId {
    let organisation = world.organisation("BE").await;
    let author = world.author("BE").await.id.expect("an author");
    let course = world.db_course(organisation, author).await;
    let activity = world
        .db_activity(course, author, Wanted::lesson("lesson-12"))
        .await;
    // The approver is told of what the deputy decides.
    world.coordinator("BE").await;
    let mut deputy = world.db_coordinator("deputy-be", "BE").await;
    let request = world.db_request(&format!("{GIVEN} {FAMILY}"), "BE").await;
    let question = [("text", "Which office, Zephyrine?")];
    let url = format!("/applications/{request}");
    deputy
        .post(&format!("{url}/question"), &question)
        .await
        .expect_redirect();
    let accept = [("action", "accept"), ("reason", "")];
    deputy
        .post(&format!("{url}/decision"), &accept)
        .await
        .expect_redirect();
    world.run_jobs().await;
    let user = users::db::find_user_by_login(&world.app.db, "zephyrine.quillfeather")
        .await
        .expect("a query")
        .expect("an account")
        .id;
    let mut learner = world.db_log_in(user).await;
    let mut player = Player::launch(&mut learner, activity).await;
    let done = [
        ("cmi.suspend_data", "Zephyrine was here"),
        ("cmi.interactions.0.id", "q1"),
        ("cmi.interactions.0.type", "fill-in"),
        ("cmi.interactions.0.student_response", "Quillfeather"),
        ("cmi.core.lesson_status", "completed"),
    ];
    player.play(&done, true).await.expect(200);
    world.wait_ms(3_600_000);
    world.run_jobs().await;
    let issue = format!("/courses/{course}/certificate");
    learner.post(&issue, &[]).await.expect_redirect();
    db_rest(world, user).await;
    user
}

/// What takes too many steps to come about by itself.
async fn db_rest(world: &World, user: UserId) {
    for sql in [
        "INSERT INTO stray_entries (attempt_id, epoch, received_at, body) \
         SELECT id, 1, $2, 'Zephyrine' FROM attempts WHERE user_id = $1",
        "INSERT INTO learner_shared (user_id, kind, target, value) SELECT id, 'store', 'x', given_name FROM users \
         WHERE id = $1 AND created_at <= $2",
        "INSERT INTO password_resets (token_hash, user_id, expires_at) VALUES ('r', $1, $2)",
        "INSERT INTO login_devices (token_hash, user_id, seen_at) VALUES ('d', $1, $2)",
        "INSERT INTO second_steps (user_id, secret, used_step) SELECT $1, 's', 0 WHERE $2 > 0",
        "INSERT INTO recovery_codes (user_id, code_hash) SELECT $1, 'c' WHERE $2 > 0",
        "INSERT INTO pending_logins (token_hash, user_id, expires_at, tries) VALUES ('p', $1, $2, 0)",
        "INSERT INTO email_changes (user_id, email, token_hash, expires_at) VALUES ($1, 'zephyrine@new.example', 'e', $2)",
        "INSERT INTO identities (user_id, issuer, subject, email, created_at) \
         VALUES ($1, 'https://id.example', 'zephyrine', 'zephyrine@id.example', $2)",
        "INSERT INTO departures (state_hash, browser_hash, provider, nonce, verifier, next, user_id, expires_at) \
         VALUES ('s', 'b', 'sso', 'n', 'v', '/', $1, $2)",
        "INSERT INTO arrivals (token_hash, provider, issuer, subject, email, is_email_verified, given_name, family_name, \
         next, expires_at) SELECT 'a', 'sso', 'https://id.example', 'zephyrine', '', FALSE, given_name, family_name, '/', $2 \
         FROM users WHERE id = $1",
        "INSERT INTO request_identities (request_id, provider, issuer, subject, email) SELECT MAX(id), 'sso', \
         'https://id.example', 'zephyrine', 'zephyrine@id.example' FROM requests WHERE user_id = $1 AND created_at <= $2",
        "INSERT INTO coordinator_designations (organisation_id, user_id, kind, starts_at, created_at) \
         SELECT organisation_id, id, 'deputy', $2, $2 FROM users WHERE id = $1",
        "INSERT INTO uploads (id, user_id, activity_id, file_name, size_bytes, received_bytes, state, progress, \
         created_at, updated_at) SELECT 'u', $1, MIN(id), 'x.zip', 1, 0, 'receiving', 0, $2, $2 FROM activities",
        "INSERT INTO data_exports (user_id, token, state, progress, asked_at) VALUES ($1, 't', 'waiting', 0, $2)",
        "INSERT INTO erasures (user_id, why, state, reason, since) VALUES ($1, 'asked', 'withdrawn', 'I, Zephyrine', $2)",
        "INSERT INTO mails (recipient, lang, subject, body_text, body_html, state, created_at) \
         SELECT 'x@example.org', 'en', 'x', 'About Zephyrine Quillfeather', '', 'failed', $2 FROM users WHERE id = $1",
        "INSERT INTO policies (name, is_mandatory, created_at) SELECT 'P', FALSE, $2 WHERE $1 > 0",
        "INSERT INTO policy_versions (policy_id, number, state, created_at) SELECT MAX(id), 1, 'archived', $2 \
         FROM policies WHERE $1 > 0",
        "INSERT INTO consents (user_id, version_id, is_given, lang, at) SELECT $1, MAX(id), TRUE, 'en', $2 \
         FROM policy_versions",
        "UPDATE users SET city = 'Quillfeather', description = 'Zephyrine', interests = 'Zephyrine', \
         retention_warned_at = $2 WHERE id = $1",
    ] {
        execute(world, sql, user).await;
    }
    let email: Option<(String,)> = world
        .app
        .db
        .find("SELECT email FROM users WHERE id = $1", args![user])
        .await
        .expect("a query");
    let now = world.app.clock.now();
    let mut tx = world.app.db.begin().await.expect("a transaction");
    let mail = Mail {
        to: email.expect("an address").0,
        lang: Lang::En,
        template: "email_leaving".to_owned(),
        values: serde_json::json!({ "name": "Zephyrine Quillfeather", "after": "x" }),
    };
    enqueue_for(&mut tx, &Job::SendMail(mail), now.plus_days(9), now)
        .await
        .expect("a job");
    tx.commit().await.expect("a commit");
}

#[tokio::test]
async fn no_table_names_somebody_who_was_deleted() {
    let world = World::new().await;
    let user = db_everywhere(&world).await;
    for (table, column) in columns(&world, |column, _| column == "user_id").await {
        let sql = format!("SELECT CAST(COUNT(*) AS BIGINT) FROM {table} WHERE {column} = {user}");
        assert!(
            count(&world, sql).await > 0,
            "{table}: fill it in `db_everywhere`"
        );
    }
    let before = named(&world).await;
    for table in [
        "alerts",
        "attempt_scos",
        "email_changes",
        "erasures",
        "interactions",
        "jobs",
        "learner_shared",
        "mails",
        "request_events",
        "requests",
        "stray_entries",
        "users",
    ] {
        assert!(before.contains(table), "{table} is not put to the test");
    }
    let coordinator = users::db::find_user_by_login(&world.app.db, "coordinator-be").await;
    let coordinator = coordinator.expect("a query").expect("one").id;
    let mut coordinator = world.db_log_in(coordinator).await;
    let delete = format!("/team/{user}/delete");
    coordinator.post(&delete, &[]).await.expect_redirect();
    world.run_jobs().await;
    let mut after = named(&world).await;
    for kept in KEPT {
        after.remove(kept);
    }
    assert_eq!(after, BTreeSet::new());
    for table in [
        "password_resets",
        "login_devices",
        "second_steps",
        "recovery_codes",
        "pending_logins",
        "email_changes",
        "sessions",
        "alerts",
        "attempts",
        "launches",
        "data_exports",
    ] {
        let sql = format!("SELECT CAST(COUNT(*) AS BIGINT) FROM {table} WHERE user_id = {user}");
        assert_eq!(count(&world, sql).await, 0, "{table}");
    }
}
