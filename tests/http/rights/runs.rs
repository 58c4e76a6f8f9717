//! Many deletions at once, each looked at again when its turn comes.

use std::collections::BTreeMap;

use clikc::args;
use clikc::ids::UserId;
use clikc::jobs::{Lane, run_due};
use clikc::users::Role;

use super::{ask, db_erasure, db_states, states};
use crate::support::{Actor, World};

/// Those of the list are chosen and confirmed; the page that says how far it is.
async fn begin(coordinator: &mut Actor, fields: &[(&str, &str)]) -> String {
    let page = coordinator
        .post("/erasures/chosen", fields)
        .await
        .expect(200);
    let names = page.attributes("main form input", "name");
    let values = page.attributes("main form input", "value");
    let fields: Vec<_> = names
        .iter()
        .map(String::as_str)
        .zip(values.iter().map(String::as_str))
        .collect();
    let url = coordinator
        .post("/erasures/runs", &fields)
        .await
        .expect_redirect();
    assert!(url.starts_with("/erasures/runs/"), "{url}");
    url
}

/// Somebody who came onto the list for having been away.
async fn db_away(world: &World, user: UserId) {
    world
        .app
        .db
        .execute(
            "INSERT INTO erasures (user_id, why, state, reason, since) VALUES ($1, 'retention', 'open', '', $2)",
            args![user, world.app.clock.now()],
        )
        .await
        .expect("a place on the list");
}

/// Somebody of each kind on the list, by name.
async fn db_listed(world: &World) -> BTreeMap<&'static str, UserId> {
    let mut listed = BTreeMap::new();
    for name in ["stays", "goes"] {
        let mut actor = world.db_actor(name, Role::Learner, "BE").await;
        ask(&mut actor, name).await;
        listed.insert(name, actor.id.expect("one"));
    }
    for name in ["away", "back", "kept", "moved", "seen"] {
        let id = world.db_user(name, Role::Learner, "BE").await;
        db_away(world, id).await;
        listed.insert(name, id);
    }
    listed
}

/// What happens between the decision and the deed.
async fn change_minds(
    world: &World,
    coordinator: &mut Actor,
    listed: &BTreeMap<&'static str, UserId>,
) {
    world.wait_ms(1000);
    let mut stays = world.db_log_in(listed["stays"]).await;
    let withdraw = "/profile/data/erasure/withdraw";
    stays.post(withdraw, &[]).await.expect_redirect();
    let login = [("username", "back"), ("password", "back")];
    let to = world.anonymous().post("/login", &login).await;
    to.expect_redirect();
    // Without leaving the list: what counts is that they were here.
    world.db_log_in(listed["seen"]).await;
    let kept = db_erasure(world, listed["kept"]).await;
    let refuse = format!("/erasures/{kept}/refuse");
    let to = coordinator.post(&refuse, &[("reason", "R")]).await;
    to.expect_redirect();
    let values = args![world.organisation("FR").await, listed["moved"]];
    let sql = "UPDATE users SET organisation_id = $1 WHERE id = $2";
    world.app.db.execute(sql, values).await.expect("a move");
}

#[tokio::test]
async fn whoever_took_it_back_or_has_come_back_drops_out_and_the_report_says_why() {
    let world = World::new().await;
    let mut coordinator = world.coordinator("BE").await;
    let listed = db_listed(&world).await;
    let list = coordinator.get("/erasures").await.expect(200);
    let newest = list.attributes("input[name=newest]", "value").remove(0);
    let all = [("all", "on"), ("why", ""), ("newest", newest.as_str())];
    // Who comes onto the list after it was looked at is not meant by "all".
    let later = world.db_user("later", Role::Learner, "BE").await;
    db_away(&world, later).await;
    let confirm = coordinator.post("/erasures/chosen", &all).await.expect(200);
    assert!(confirm.text().contains("7 people would be deleted"));
    assert!(confirm.text().contains("Given goes"));
    let url = begin(&mut coordinator, &all).await;
    let page = coordinator.get(&url).await.expect(200);
    assert_eq!(page.select("[data-renew] .progress-value"), ["0 %"]);
    change_minds(&world, &mut coordinator, &listed).await;
    world.run_jobs().await;

    let page = coordinator.get(&url).await.expect(200);
    assert!(page.select(".stack .notice")[0].contains("2 of 7 people"));
    assert_eq!(
        page.select("tbody th"),
        [
            "Given back",
            "Given kept",
            "Given moved",
            "Given seen",
            "Given stays"
        ]
    );
    assert_eq!(
        page.select("tbody td"),
        [
            "Has logged in since",
            "Somebody has decided to keep them",
            "Belongs to another administration by now, or has more rights than you",
            "Has logged in since",
            "Took the request back",
        ]
    );
    for (name, state) in [
        ("goes", states("deleted", "done")),
        ("away", states("deleted", "done")),
        ("back", states("active", "returned")),
        ("moved", states("active", "open")),
        ("seen", states("active", "returned")),
    ] {
        assert_eq!(db_states(&world, listed[name]).await, state, "{name}");
    }
    assert_eq!(db_states(&world, later).await, states("active", "open"));
    assert_eq!(world.mails_to("away@example.org").await.len(), 1);
    let audit = coordinator.get("/audit?q=user.delete").await.expect(200);
    assert_eq!(audit.select("tbody th"), ["Given coordinator-be"; 2]);
    let mut stranger = world.coordinator("FR").await;
    stranger.get(&url).await.expect(404);
    let mut secretariat = world.secretariat().await;
    secretariat.get(&url).await.expect(200);
}

#[tokio::test]
async fn nobody_outside_the_reach_of_whoever_chooses_is_chosen() {
    let world = World::new().await;
    let mut coordinator = world.coordinator("BE").await;
    let own = coordinator.id.expect("one");
    let boss = world.db_user("boss", Role::Secretariat, "BE").await;
    let foreign = world.db_user("foreign", Role::Learner, "FR").await;
    for id in [own, boss, foreign] {
        db_away(&world, id).await;
    }
    let ids = [own, boss, foreign];
    let mut numbers = Vec::new();
    for id in ids {
        numbers.push(db_erasure(&world, id).await.to_string());
    }
    let mut fields: Vec<_> = numbers.iter().map(|id| ("erasure", id.as_str())).collect();
    for url in ["/erasures/chosen", "/erasures/runs"] {
        let to = coordinator.post(url, &fields).await.expect_redirect();
        assert_eq!(to, "/erasures", "{url}");
    }
    fields.extend([("all", "on"), ("newest", "999999")]);
    let to = coordinator.post("/erasures/runs", &fields).await;
    assert_eq!(to.expect_redirect(), "/erasures");
    coordinator
        .post("/erasures/runs", &[])
        .await
        .expect_redirect();
    let nonsense = [("erasure", "x")];
    coordinator
        .post("/erasures/runs", &nonsense)
        .await
        .expect(400);
    world.run_jobs().await;
    for id in ids {
        assert_eq!(db_states(&world, id).await, states("active", "open"));
    }
}

#[tokio::test]
async fn thousands_are_listed_by_pages_and_deleted_in_portions() {
    const PEOPLE: i64 = 6000;
    let world = World::new().await;
    let mut coordinator = world.coordinator("BE").await;
    let organisation = world.organisation("BE").await;
    let now = world.app.clock.now();
    let db = &world.app.db;
    db.execute(
        "INSERT INTO users (username, email, email_folded, given_name, family_name, role, organisation_id, lang, \
         state, learner_key, created_at, name_folded) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n \
         WHERE i < 6000) SELECT 'away-' || i, 'away-' || i || '@example.org', 'away-' || i || '@example.org', 'Away', \
         'Number ' || i, 'learner', $1, 'en', 'active', 'key-' || i, 0, 'away number ' || i FROM n",
        args![organisation],
    )
    .await
    .expect("people");
    db.execute(
        "INSERT INTO erasures (user_id, why, state, reason, since) \
         SELECT id, 'retention', 'open', '', $1 FROM users WHERE given_name = 'Away'",
        args![now],
    )
    .await
    .expect("a list");
    let list = coordinator.get("/erasures?why=retention").await.expect(200);
    assert_eq!(list.select("tbody tr").len(), 50);
    assert!(list.text().contains("1–50 of 6000"));
    let table = coordinator.get("/erasures.csv").await.expect(200);
    assert_eq!(table.text().lines().count() as i64, PEOPLE + 1);
    let newest = list.attributes("input[name=newest]", "value").remove(0);
    let all = [
        ("all", "on"),
        ("why", "retention"),
        ("newest", newest.as_str()),
    ];
    let url = begin(&mut coordinator, &all).await;
    let portions = run_due(&world.app, Lane::Long).await.expect("jobs");
    // None of them holds the queue or the database for long.
    assert_eq!(portions as i64, PEOPLE / 200 + 1);
    let page = coordinator.get(&url).await.expect(200);
    assert!(
        page.select(".stack .notice")[0].contains("6000 of 6000"),
        "{}",
        page.text()
    );
    let left: Option<(i64,)> = db
        .find(
            "SELECT COUNT(*) FROM users WHERE email LIKE 'away-%'",
            args![],
        )
        .await
        .expect("a query");
    assert_eq!(left, Some((0,)));
    let farewells: Option<(i64,)> = db
        .find(
            "SELECT COUNT(*) FROM jobs WHERE payload LIKE '{\"kind\":\"send_farewell\"%'",
            args![],
        )
        .await
        .expect("a query");
    assert_eq!(farewells, Some((PEOPLE,)));
}
