//! Logging in: what is told, what is counted, and against whom.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use clikc::users::Role;
use futures_util::FutureExt as _;
use tokio::task::JoinSet;

use super::{GOOD, is_inside, log_in};
use crate::support::{Actor, World};

const MINUTE: i64 = 60_000;
const ELSEWHERE: [u8; 4] = [198, 51, 100, 1];

/// The status of that many wrong guesses.
async fn guess(actor: &mut Actor, username: &str, times: usize) -> Vec<u16> {
    let mut statuses = Vec::new();
    for _ in 0..times {
        statuses.push(log_in(actor, username, "guess").await.status.as_u16());
    }
    statuses
}

#[tokio::test]
async fn a_cookie_planted_before_the_log_in_is_worth_nothing_after_it() {
    let world = World::new().await;
    world.db_user("ana", Role::Learner, "BE").await;
    world.db_user("eve", Role::Learner, "BE").await;
    let mut eve = world.anonymous();
    log_in(&mut eve, "eve", "eve").await.expect_redirect();
    let planted = eve.cookie("clikc-device").expect("a cookie").to_owned();
    let mut ana = world.anonymous();
    ana.plant("clikc", "planted");
    ana.plant("clikc-device", &planted);
    log_in(&mut ana, "ana", "ana").await.expect_redirect();
    assert_ne!(ana.cookie("clikc"), Some("planted"));
    assert_ne!(ana.cookie("clikc-device"), Some(planted.as_str()));
    let mut stranger = world.anonymous();
    stranger.plant("clikc", "planted");
    assert!(!is_inside(&mut stranger).await);
    // Eve's device is not one of Ana's: a full network keeps it out.
    let mut stranger = world.anonymous();
    guess(&mut stranger, "ana", 10).await;
    stranger.plant("clikc-device", &planted);
    log_in(&mut stranger, "ana", "ana").await.expect(429);
    log_in(&mut ana, "ana", "ana").await.expect_redirect();
}

#[tokio::test]
async fn every_failed_log_in_looks_the_same_whoever_there_is() {
    let world = World::new().await;
    world.db_user("known", Role::Learner, "BE").await;
    let suspended = world.db_user("ended", Role::Learner, "BE").await;
    world.db_suspend(suspended).await;
    let mut told = Vec::new();
    for username in ["known", "ended", "nobdy"] {
        let mut visitor = world.anonymous();
        let mut answers = Vec::new();
        for _ in 0..12 {
            // The right password of somebody suspended is a failure too.
            let password = if username == "ended" {
                "ended"
            } else {
                "wrong"
            };
            let page = log_in(&mut visitor, username, password).await;
            answers.push((
                page.status,
                page.bytes.len(),
                page.select(".notice p"),
                page.header("set-cookie"),
            ));
        }
        told.push(answers);
    }
    told.dedup();
    assert_eq!(told.len(), 1, "{told:?}");
    let statuses: Vec<_> = told[0].iter().map(|answer| answer.0.as_u16()).collect();
    assert_eq!(statuses, [[422; 10].as_slice(), &[429; 2]].concat());
}

#[tokio::test]
async fn who_hammers_an_account_slows_down_themselves_and_not_its_owner() {
    let world = World::new().await;
    world.db_user("ana", Role::Learner, "BE").await;
    let mut stranger = world.anonymous().from(ELSEWHERE);
    let statuses = guess(&mut stranger, "ana", 20).await;
    assert_eq!(statuses, [[422; 10], [429; 10]].concat());
    log_in(&mut stranger, "ana", "ana").await.expect(429);
    let mut ana = world.anonymous();
    log_in(&mut ana, "ana", "ana").await.expect_redirect();

    // In the same building the device tells the owner from the others.
    let mut neighbour = world.anonymous();
    guess(&mut neighbour, "ana", 20).await;
    log_in(&mut world.anonymous(), "ana", "ana")
        .await
        .expect(429);
    ana.post("/logout", &[]).await.expect_redirect();
    log_in(&mut ana, "ana", "ana").await.expect_redirect();
    assert!(is_inside(&mut ana).await);

    // A device that was stolen is counted like any other place.
    let statuses = guess(&mut ana, "ana", 12).await;
    assert_eq!(statuses, [[422; 10].as_slice(), &[429; 2]].concat());
    world.wait_ms(MINUTE);
    assert_eq!(guess(&mut ana, "ana", 2).await, [422, 429]);
    world.wait_ms(MINUTE);
    log_in(&mut ana, "ana", "ana").await.expect_redirect();
}

#[tokio::test]
async fn three_hundred_behind_one_address_get_in_at_once() {
    let world = World::new().await;
    world.db_crowd(300).await;
    for number in 0..300 {
        let name = format!("officer{number}");
        let mut officer = world.anonymous();
        if number % 3 == 0 {
            log_in(&mut officer, &name, "mistyped").await.expect(422);
        }
        log_in(&mut officer, &name, GOOD).await.expect_redirect();
        assert!(is_inside(&mut officer).await);
    }
}

#[tokio::test]
async fn who_tries_one_password_on_many_accounts_is_slowed_with_their_network() {
    let world = World::new().await;
    world.db_crowd(300).await;
    let mut at_home = world.anonymous().from(ELSEWHERE);
    log_in(&mut at_home, "officer0", GOOD)
        .await
        .expect_redirect();
    let mut sprayer = world.anonymous().from(ELSEWHERE);
    let mut failures = 0;
    for number in 0..300 {
        let reply = log_in(&mut sprayer, &format!("officer{number}"), "Customs2026").await;
        failures += usize::from(reply.status == 422);
    }
    assert_eq!(failures, 200);
    let page = log_in(&mut sprayer, "officer1", GOOD).await.expect(429);
    assert!(page.select(".notice p")[0].contains("from your network"));
    log_in(&mut at_home, "officer0", GOOD)
        .await
        .expect_redirect();
    log_in(&mut world.anonymous(), "officer1", GOOD)
        .await
        .expect_redirect();
    world.wait_ms(MINUTE);
    let mut failures = 0;
    for number in 0..60 {
        let reply = log_in(&mut sprayer, &format!("officer{number}"), "Customs2026").await;
        failures += usize::from(reply.status == 422);
    }
    assert_eq!(failures, 20);
}

#[tokio::test]
async fn a_new_password_forgives_what_its_owner_mistyped() {
    let world = World::new().await;
    world.db_user("ana", Role::Learner, "BE").await;
    let mut ana = world.anonymous();
    guess(&mut ana, "ana", 11).await;
    log_in(&mut ana, "ana", "ana").await.expect(429);
    ana.post("/lost-password", &[("login", "ana")])
        .await
        .expect_redirect();
    let link = crate::support::link_of(&world.mails_to("ana@example.org").await[0]);
    let fields = [("password", GOOD), ("password_again", GOOD)];
    ana.post(&link, &fields).await.expect_redirect();
    log_in(&mut ana, "ana", GOOD).await.expect_redirect();
}

#[tokio::test]
async fn a_device_remembers_the_name_if_it_is_asked_to() {
    let world = World::new().await;
    world.db_user("محمد", Role::Learner, "BE").await;
    let mut device = world.anonymous();
    let mut fields = vec![
        ("username", "محمد"),
        ("password", "wrong"),
        ("remember", "on"),
    ];
    let page = device.post("/login", &fields).await.expect(422);
    assert_eq!(page.attributes("[name=remember]", "checked").len(), 1);
    assert_eq!(
        device.cookie("clikc-name"),
        None,
        "whoever guesses leaves no name"
    );
    fields[1].1 = "محمد";
    device.post("/login", &fields).await.expect_redirect();
    device.post("/logout", &[]).await.expect_redirect();
    for path in ["/login", "/"] {
        let page = device.get(path).await.expect(200);
        assert_eq!(page.attributes("#field-username", "value"), ["محمد"]);
        assert_eq!(page.attributes("[name=remember]", "checked").len(), 1);
    }
    device.post("/login", &fields[..2]).await.expect_redirect();
    device.post("/logout", &[]).await.expect_redirect();
    let page = device.get("/login").await.expect(200);
    assert_eq!(page.attributes("#field-username", "value"), [""]);
    assert!(page.attributes("[name=remember]", "checked").is_empty());
}

/// The test runs on one thread: a hash that were computed there would hold up every page.
#[tokio::test]
async fn a_crowd_at_the_door_holds_up_nobody_inside() {
    let world = World::new().await;
    world.db_user("ana", Role::Learner, "BE").await;
    let mut inside = world.learner("BE").await;
    let done = Arc::new(AtomicUsize::new(0));
    let mut crowd = Vec::new();
    for number in 0..30 {
        let (mut visitor, done) = (world.anonymous(), done.clone());
        crowd.push(tokio::spawn(async move {
            log_in(&mut visitor, &format!("visitor{number}"), "guess")
                .await
                .expect(422);
            done.fetch_add(1, Ordering::SeqCst);
        }));
    }
    for _ in 0..5 {
        inside.get("/grades").await.expect(200);
    }
    let before = done.load(Ordering::SeqCst);
    assert!(before < 30, "five pages waited for all thirty hashes");
    for visitor in crowd {
        visitor.await.expect("a visitor");
    }
}

/// Such names were made before they were refused.
#[tokio::test]
async fn an_address_is_its_owners_although_somebody_elses_user_name_is_spelt_like_it() {
    let rename = "UPDATE users SET username = 'ana@example.org' WHERE username = 'eve'";
    for order in [["eve", "ana"], ["ana", "eve"]] {
        let world = World::new().await;
        for name in order {
            world.db_user(name, Role::Learner, "BE").await;
        }
        world
            .app
            .db
            .execute(rename, vec![])
            .await
            .expect("an update");
        let mut ana = world.anonymous();
        log_in(&mut ana, "Ana@example.org", "ana")
            .await
            .expect_redirect();
        let mut eve = world.anonymous();
        log_in(&mut eve, "ana@example.org", "eve").await.expect(422);
    }
}

#[tokio::test]
async fn a_flood_from_one_network_is_told_to_wait_and_holds_up_nobody_elsewhere() {
    let world = World::new().await;
    world.db_crowd(2).await;
    // Nobody's turn comes while the flood gets in line.
    let mut turns = Vec::new();
    while let Some(turn) = world.app.passwords.turn(None).now_or_never() {
        turns.push(turn.expect("a turn"));
    }
    let mut flood = JoinSet::new();
    for number in 0..340 {
        let mut visitor = world.anonymous().from(ELSEWHERE);
        flood.spawn(async move { log_in(&mut visitor, &format!("bot{number}"), "guess").await });
    }
    for _ in 0..20 {
        let told = flood.join_next().await.expect("an answer").expect("a page");
        assert_eq!(told.header("retry-after"), "5");
        let told = told.expect(503);
        assert!(told.select(".notice p")[0].contains("Wait a few seconds"));
        assert!(told.attributes("#field-username", "value")[0].starts_with("bot"));
    }
    drop(turns);
    let mut officer = world.anonymous();
    log_in(&mut officer, "officer0", GOOD)
        .await
        .expect_redirect();
    let before = std::iter::from_fn(|| flood.try_join_next()).count();
    assert!(
        before < 20,
        "{before} guesses came before somebody elsewhere"
    );
    // Whoever was told to wait has failed at nothing, and those who hung up are in nobody's way.
    flood.shutdown().await;
    let mut neighbour = world.anonymous().from(ELSEWHERE);
    log_in(&mut neighbour, "officer1", GOOD)
        .await
        .expect_redirect();
}

#[tokio::test]
async fn three_hundred_behind_one_address_who_arrive_at_one_instant_are_all_served() {
    let world = World::new().await;
    world.db_crowd(300).await;
    let mut officers = JoinSet::new();
    for number in 0..300 {
        let mut officer = world.anonymous();
        officers
            .spawn(async move { log_in(&mut officer, &format!("officer{number}"), GOOD).await });
    }
    while let Some(reply) = officers.join_next().await {
        reply.expect("an answer").expect_redirect();
    }
}
