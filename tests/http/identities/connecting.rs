//! Somebody who has an account comes by a provider.

use clikc::args;
use clikc::auth::hash_token;
use clikc::users::Role;
use serde_json::json;

use super::{ADDRESS, is_inside, told};
use crate::support::{TestProvider, World, departure_of};

#[tokio::test]
async fn an_account_with_the_same_address_is_connected_once_its_owner_shows_that_it_is_theirs() {
    let provider = TestProvider::start("customs").await;
    let world = World::with_providers(&[&provider]).await;
    world.db_user("ana", Role::Learner, "BE").await;
    provider.vouches("7f", "Ana@Example.org");
    let mut ana = world.anonymous();
    let departure = provider.leave(&mut ana, &[("next", "/grades")]).await;
    let back = ana.get(&provider.agrees(&departure)).await;
    assert_eq!(back.expect_redirect(), "/login/connect");
    assert!(!is_inside(&mut ana).await);
    let page = ana.get("/login/connect").await.expect(200);
    assert!(page.text().contains("Ana@Example.org"));
    let wrong = ana
        .post("/login/connect", &[("password", "guess")])
        .await
        .expect(422);
    assert!(wrong.select(".notice p")[0].contains("do not fit together"));
    assert_eq!(world.db_identities().await, 0);
    let right = ana.post("/login/connect", &[("password", "ana")]).await;
    assert_eq!(right.expect_redirect(), "/grades");
    assert!(told(&mut ana, "/grades").await.contains("Connected"));
    assert_eq!(world.db_identities().await, 1);
    let mail = world.mails_to("ana@example.org").await.remove(0);
    assert!(
        mail.subject.contains("CUSTOMS was connected"),
        "{}",
        mail.subject
    );
    let audit = world.secretariat().await.get("/audit").await.expect(200);
    assert!(audit.text().contains("account.connect"));

    let mut elsewhere = world.anonymous();
    assert_eq!(
        provider.log_in(&mut elsewhere).await.expect_redirect(),
        "/my"
    );
    assert!(is_inside(&mut elsewhere).await);
    let page = elsewhere.get("/account/identities").await.expect(200);
    assert_eq!(page.select("tbody th"), ["CUSTOMS"]);
}

#[tokio::test]
async fn guesses_at_the_connecting_page_are_counted_like_all_others() {
    let provider = TestProvider::start("customs").await;
    let world = World::with_providers(&[&provider]).await;
    world.db_user("ana", Role::Learner, "BE").await;
    provider.vouches("7f", "ana@example.org");
    let mut eve = world.anonymous();
    provider.log_in(&mut eve).await.expect_redirect();
    let mut statuses = Vec::new();
    for _ in 0..12 {
        let reply = eve.post("/login/connect", &[("password", "guess")]).await;
        statuses.push(reply.status.as_u16());
    }
    assert_eq!(statuses, [[422; 10].as_slice(), &[429; 2]].concat());
    eve.post("/login/connect", &[("password", "ana")])
        .await
        .expect(429);
    assert_eq!(world.db_identities().await, 0);
}

#[tokio::test]
async fn an_address_that_nobody_has_confirmed_leads_to_no_account() {
    let provider = TestProvider::start("customs").await;
    let world = World::with_providers(&[&provider]).await;
    world.db_user("ana", Role::Learner, "BE").await;
    for verified in [json!(false), json!(null), json!("yes"), json!(1)] {
        provider.knows(
            "7f",
            &json!({ "email": "ana@example.org", "email_verified": verified }),
        );
        let mut eve = world.anonymous();
        assert_eq!(
            provider.log_in(&mut eve).await.expect_redirect(),
            "/register"
        );
        assert_eq!(eve.get("/login/connect").await.expect_redirect(), "/login");
        eve.post("/login/connect", &[("password", "ana")])
            .await
            .expect_redirect();
        assert!(!is_inside(&mut eve).await);
    }
    // The form answers as it does for everybody, and only the mailbox's owner learns more.
    let mut eve = world.anonymous();
    provider.log_in(&mut eve).await.expect_redirect();
    let sent = world.registers(&mut eve, "ana@example.org").await;
    assert_eq!(sent.expect_redirect(), "/register/sent");
    let mail = world.mails_to("ana@example.org").await.remove(0);
    assert!(mail.subject.contains("you have an account already"));
    assert_eq!(world.db_identities().await, 0);
}

#[tokio::test]
async fn a_second_step_is_asked_for_before_anything_is_connected_and_after() {
    let provider = TestProvider::start("customs").await;
    let world = World::with_providers(&[&provider]).await;
    let id = world.db_user("ana", Role::Learner, "BE").await;
    for (sql, code) in [
        (
            "INSERT INTO second_steps (user_id, secret, confirmed_at, used_step) VALUES ($1, $2, 1, 0)",
            None,
        ),
        (
            "INSERT INTO recovery_codes (user_id, code_hash) VALUES ($1, $2)",
            Some("AAAA2222"),
        ),
        (
            "INSERT INTO recovery_codes (user_id, code_hash) VALUES ($1, $2)",
            Some("BBBB3333"),
        ),
    ] {
        let text = code.map_or_else(|| "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP".to_owned(), hash_token);
        world
            .app
            .db
            .execute(sql, args![id, text])
            .await
            .expect("a row");
    }
    provider.vouches("7f", "ana@example.org");
    let mut ana = world.anonymous();
    provider.log_in(&mut ana).await.expect_redirect();
    let asked = ana.post("/login/connect", &[("password", "ana")]).await;
    assert_eq!(asked.expect_redirect(), "/login/code?next=%2Fmy");
    assert!(!is_inside(&mut ana).await);
    assert_eq!(world.db_identities().await, 0);
    ana.post("/login/code", &[("code", "000000")])
        .await
        .expect(422);
    assert_eq!(world.db_identities().await, 0);
    ana.post("/login/code", &[("code", "AAAA-2222")])
        .await
        .expect_redirect();
    assert!(is_inside(&mut ana).await);
    assert_eq!(world.db_identities().await, 1);

    let mut ana = world.anonymous();
    assert_eq!(
        provider.log_in(&mut ana).await.expect_redirect(),
        "/login/code?next=%2Fmy"
    );
    assert!(!is_inside(&mut ana).await);
    ana.post("/login/code", &[("code", "BBBB-3333")])
        .await
        .expect_redirect();
    assert!(is_inside(&mut ana).await);
}

#[tokio::test]
async fn what_stands_before_the_site_stands_before_those_who_come_by_a_provider() {
    let provider = TestProvider::start("customs").await;
    let world = World::with_providers(&[&provider]).await;
    world.db_user("ana", Role::Learner, "BE").await;
    let sql = "UPDATE users SET must_change_password = TRUE WHERE username = 'ana'";
    world.app.db.execute(sql, args![]).await.expect("an update");
    provider.vouches("7f", "ana@example.org");
    let mut ana = world.anonymous();
    provider.log_in(&mut ana).await.expect_redirect();
    ana.post("/login/connect", &[("password", "ana")])
        .await
        .expect_redirect();
    let led = ana.get("/grades").await.expect_redirect();
    assert!(led.starts_with("/account/password"), "{led}");
}

#[tokio::test]
async fn two_providers_lead_to_one_account_and_the_last_way_in_stays() {
    let (customs, world_id) = (
        TestProvider::start("customs").await,
        TestProvider::start("world").await,
    );
    let world = World::with_providers(&[&customs, &world_id]).await;
    let mut coordinator = world.coordinator("BE").await;
    customs.vouches("7f", ADDRESS);
    world_id.vouches("7f", ADDRESS);
    let mut rita = world.anonymous();
    customs.log_in(&mut rita).await.expect_redirect();
    world.registers(&mut rita, "").await.expect_redirect();
    world.decides(&mut coordinator, "accept").await;

    // The same subject at another provider is somebody else until they show that they are not.
    let mut elsewhere = world.anonymous();
    assert_eq!(
        world_id.log_in(&mut elsewhere).await.expect_redirect(),
        "/login/connect"
    );
    let page = elsewhere.get("/login/connect").await.expect(200);
    assert!(
        page.select("button")
            .contains(&"Log in with CUSTOMS and connect".to_owned())
    );
    let departure = customs.leave(&mut elsewhere, &[("vouch", "yes")]).await;
    elsewhere
        .get(&customs.agrees(&departure))
        .await
        .expect_redirect();
    assert!(is_inside(&mut elsewhere).await);
    assert_eq!(world.db_identities().await, 2);
    world_id.log_in(&mut rita).await.expect_redirect();
    assert!(is_inside(&mut rita).await);
    assert_eq!(
        world
            .db_number("SELECT CAST(COUNT(*) AS BIGINT) FROM users WHERE username LIKE 'rita%'")
            .await,
        1
    );

    let page = rita.get("/account/identities").await.expect(200);
    let forms = page.attributes("tbody form", "action");
    assert_eq!(forms.len(), 2);
    // Somebody else's is not there.
    coordinator.post(&forms[0], &[]).await.expect(404);
    rita.post(&forms[0], &[]).await.expect_redirect();
    rita.post(&forms[1], &[]).await.expect_redirect();
    assert!(
        told(&mut rita, "/account/identities")
            .await
            .contains("only way into")
    );
    assert_eq!(world.db_identities().await, 1);
    let mails = world.mails_to(ADDRESS).await;
    assert!(
        mails
            .iter()
            .any(|mail| mail.subject.contains("was disconnected"))
    );
}

#[tokio::test]
async fn whoever_vouches_for_another_account_connects_nothing_to_it() {
    let (customs, world_id) = (
        TestProvider::start("customs").await,
        TestProvider::start("world").await,
    );
    let world = World::with_providers(&[&customs, &world_id]).await;
    world.db_user("ana", Role::Learner, "BE").await;
    world.db_user("eve", Role::Learner, "BE").await;
    customs.vouches("eve", "eve@example.org");
    let mut eve = world.anonymous();
    customs.log_in(&mut eve).await.expect_redirect();
    eve.post("/login/connect", &[("password", "eve")])
        .await
        .expect_redirect();
    // Ana's address, vouched for by the other provider, in a browser in which Eve logs in.
    world_id.vouches("ana", "ana@example.org");
    let mut browser = world.anonymous();
    world_id.log_in(&mut browser).await.expect_redirect();
    let departure = customs.leave(&mut browser, &[("vouch", "yes")]).await;
    browser
        .get(&customs.agrees(&departure))
        .await
        .expect_redirect();
    assert!(
        browser
            .get("/account")
            .await
            .text()
            .contains("eve@example.org")
    );
    assert_eq!(world.db_identities().await, 1);
}

#[tokio::test]
async fn the_owner_connects_and_disconnects_in_their_account() {
    let provider = TestProvider::start("customs").await;
    let world = World::with_providers(&[&provider]).await;
    let mut ana = world.learner("BE").await;
    let mut bob = world.db_actor("bob", Role::Learner, "BE").await;
    provider.vouches("7f", "somebody@elsewhere.example");
    let connect = |current: &'static str| [("provider", "customs"), ("current", current)];
    let wrong = ana
        .post("/account/identities", &connect("guess"))
        .await
        .expect(422);
    assert_eq!(wrong.select("#field-current-error").len(), 1);
    let unknown = [("provider", "nobody"), ("current", "learner-be")];
    ana.post("/account/identities", &unknown).await.expect(422);
    let page = ana
        .post("/account/identities", &connect("learner-be"))
        .await
        .expect(200);
    let back = provider.agrees(&departure_of(&page));
    // Neither somebody else, nor nobody, comes back for her.
    bob.get(&back).await.expect_redirect();
    assert_eq!(world.db_identities().await, 0);
    assert_eq!(
        ana.get(&back).await.expect_redirect(),
        "/account/identities"
    );
    assert!(
        told(&mut ana, "/account/identities")
            .await
            .contains("Connected")
    );

    // One that is hers is nobody else's.
    let page = bob
        .post("/account/identities", &connect("bob"))
        .await
        .expect(200);
    bob.get(&provider.agrees(&departure_of(&page)))
        .await
        .expect_redirect();
    assert!(
        told(&mut bob, "/account/identities")
            .await
            .contains("not connected")
    );
    assert_eq!(world.db_identities().await, 1);

    let page = ana.get("/account/identities").await.expect(200);
    let disconnect = page.attributes("tbody form", "action").remove(0);
    ana.post(&disconnect, &[]).await.expect_redirect();
    assert_eq!(world.db_identities().await, 0);
    ana.post(&disconnect, &[]).await.expect(404);
    assert_eq!(
        provider
            .log_in(&mut world.anonymous())
            .await
            .expect_redirect(),
        "/register"
    );
}

#[tokio::test]
async fn the_suspended_are_told_what_a_wrong_password_is_told_and_the_deleted_are_strangers() {
    let provider = TestProvider::start("customs").await;
    let world = World::with_providers(&[&provider]).await;
    let id = world.db_user("ana", Role::Learner, "BE").await;
    provider.vouches("7f", "ana@example.org");
    let mut ana = world.anonymous();
    provider.log_in(&mut ana).await.expect_redirect();
    ana.post("/login/connect", &[("password", "ana")])
        .await
        .expect_redirect();
    world.db_suspend_person(id).await;
    assert_eq!(provider.log_in(&mut ana).await.expect_redirect(), "/login");
    assert!(
        told(&mut ana, "/login")
            .await
            .contains("the account is not active")
    );
    assert!(!is_inside(&mut ana).await);

    let mut tx = world.app.db.begin().await.expect("a transaction");
    let erased = clikc::team::erase(&mut tx, &[id], world.app.clock.now()).await;
    assert_eq!(erased.expect("a deletion"), [id]);
    tx.commit().await.expect("a commit");
    assert_eq!(world.db_identities().await, 0);
    assert_eq!(
        provider.log_in(&mut ana).await.expect_redirect(),
        "/register"
    );
    assert!(!is_inside(&mut ana).await);
}
