//! Somebody whom nobody knows yet comes by a provider.

use clikc::args;
use serde_json::json;

use super::{ADDRESS, is_inside};
use crate::support::{TestProvider, World, link_of};

const DAY: i64 = 24 * 3_600_000;
const GOOD: &str = "Quiet harbour 7";

#[tokio::test]
async fn somebody_new_is_accepted_and_gets_in_by_their_provider_alone() {
    let provider = TestProvider::start("customs").await;
    let world = World::with_providers(&[&provider]).await;
    let mut coordinator = world.coordinator("BE").await;
    let belgium = world.organisation("BE").await.to_string();
    let domains = format!("/organisations/{belgium}/domains");
    let list = [("domains", "customs.example")];
    let mut secretariat = world.secretariat().await;
    secretariat.post(&domains, &list).await.expect_redirect();

    provider.vouches("7f", ADDRESS);
    let mut rita = world.anonymous();
    let page = rita.get("/login").await.expect(200);
    assert!(
        page.select("main button")
            .contains(&"Log in with CUSTOMS".to_owned())
    );
    assert_eq!(
        provider.log_in(&mut rita).await.expect_redirect(),
        "/register"
    );
    let page = rita.get("/register").await.expect(200);
    assert_eq!(page.attributes("[name=given_name]", "value"), ["Rita"]);
    assert_eq!(
        page.attributes("option[selected][value]", "value")[0],
        belgium
    );
    assert!(page.select("[name=password], [name=email]").is_empty());
    assert_eq!(page.select("dd"), [ADDRESS]);
    // The confirmed address counts, whatever the form says.
    let sent = world.registers(&mut rita, "director@customs.example").await;
    assert_eq!(sent.expect_redirect(), "/register/waiting");
    assert!(!is_inside(&mut rita).await);
    assert!(world.mails_to(ADDRESS).await.is_empty());
    let asked = world.mails_to("coordinator-be@example.org").await;
    assert_eq!(asked.len(), 1);
    let page = coordinator.get(&link_of(&asked[0])).await.expect(200);
    assert!(page.select(".history li").join(" ").contains("CUSTOMS"));

    // Neither the provider, nor a password, nor a link lets them in before they are accepted.
    assert_eq!(
        provider.log_in(&mut rita).await.expect_redirect(),
        "/register/waiting"
    );
    assert!(
        rita.get("/register/waiting")
            .await
            .text()
            .contains("with the coordinator")
    );
    assert_eq!(
        world.registers(&mut rita, ADDRESS).await.expect_redirect(),
        "/register/waiting"
    );
    rita.post("/lost-password", &[("login", ADDRESS)])
        .await
        .expect_redirect();
    assert!(world.mails_to(ADDRESS).await.is_empty());
    assert!(!is_inside(&mut rita).await);
    assert_eq!(
        world
            .db_number("SELECT CAST(COUNT(*) AS BIGINT) FROM requests")
            .await,
        1
    );

    world.decides(&mut coordinator, "accept").await;
    let welcome = world.mails_to(ADDRESS).await.remove(0);
    assert!(
        welcome.body_text.contains("log in with CUSTOMS"),
        "{}",
        welcome.body_text
    );
    assert_eq!(provider.log_in(&mut rita).await.expect_redirect(), "/my");
    assert!(is_inside(&mut rita).await);
    let kept: Option<(Option<String>, String)> = world
        .app
        .db
        .find(
            "SELECT password_hash, email FROM users WHERE username = 'rita.rey'",
            args![],
        )
        .await
        .expect("a query");
    assert_eq!(kept, Some((None, ADDRESS.to_owned())));
}

#[tokio::test]
async fn a_new_address_at_the_provider_changes_nothing_here() {
    let provider = TestProvider::start("customs").await;
    let world = World::with_providers(&[&provider]).await;
    let mut coordinator = world.coordinator("BE").await;
    provider.vouches("7f", ADDRESS);
    let mut rita = world.anonymous();
    provider.log_in(&mut rita).await.expect_redirect();
    world.registers(&mut rita, "").await.expect_redirect();
    world.decides(&mut coordinator, "accept").await;
    let row = || async {
        let sql = "SELECT id, email, learner_key FROM users WHERE username = 'rita.rey'";
        let row: Option<(i64, String, String)> =
            world.app.db.find(sql, args![]).await.expect("a query");
        row.expect("a person")
    };
    let before = row().await;
    // The new address is even somebody else's here.
    world
        .db_user("ana", clikc::users::Role::Learner, "BE")
        .await;
    for address in ["rita@finance.example", "ana@example.org"] {
        provider.vouches("7f", address);
        let mut elsewhere = world.anonymous();
        assert_eq!(
            provider.log_in(&mut elsewhere).await.expect_redirect(),
            "/my"
        );
        assert!(elsewhere.get("/account").await.text().contains(ADDRESS));
    }
    assert_eq!(row().await, before);
    assert_eq!(world.db_identities().await, 1);
}

#[tokio::test]
async fn an_address_that_the_provider_has_not_seen_to_be_theirs_is_confirmed_as_usual() {
    let provider = TestProvider::start("customs").await;
    let world = World::with_providers(&[&provider]).await;
    let mut coordinator = world.coordinator("BE").await;
    provider.knows("7f", &json!({ "email": ADDRESS, "name": "Rita Rey" }));
    let mut rita = world.anonymous();
    assert_eq!(
        provider.log_in(&mut rita).await.expect_redirect(),
        "/register"
    );
    let page = rita.get("/register").await.expect(200);
    assert_eq!(page.attributes("[name=email]", "value"), [ADDRESS]);
    assert!(page.select("[name=password]").is_empty());
    let told = world.registers(&mut rita, "rita").await.expect(422);
    assert_eq!(told.select("#field-email-error").len(), 1);
    assert!(told.select("[name=password]").is_empty());
    let sent = world.registers(&mut rita, ADDRESS).await;
    assert_eq!(sent.expect_redirect(), "/register/sent");
    assert_eq!(
        provider.log_in(&mut rita).await.expect_redirect(),
        "/register/sent"
    );
    let link = link_of(&world.mails_to(ADDRESS).await[0]);
    rita.post(&link, &[]).await.expect(200);
    assert_eq!(
        provider.log_in(&mut rita).await.expect_redirect(),
        "/register/waiting"
    );
    world.decides(&mut coordinator, "accept").await;
    provider.log_in(&mut rita).await.expect_redirect();
    assert!(is_inside(&mut rita).await);
}

#[tokio::test]
async fn whoever_was_denied_is_told_so_and_forgotten_in_time() {
    let provider = TestProvider::start("customs").await;
    let world = World::with_providers(&[&provider]).await;
    let mut coordinator = world.coordinator("BE").await;
    provider.vouches("7f", ADDRESS);
    let mut rita = world.anonymous();
    provider.log_in(&mut rita).await.expect_redirect();
    world.registers(&mut rita, "").await.expect_redirect();
    world.decides(&mut coordinator, "deny").await;
    assert_eq!(
        provider.log_in(&mut rita).await.expect_redirect(),
        "/register"
    );
    assert!(!is_inside(&mut rita).await);
    let page = rita.get("/register").await.expect(200);
    assert!(page.select(".notice.kind-warning p")[0].contains("was denied"));
    // They may ask again, and that is decided by somebody again.
    assert_eq!(
        world.registers(&mut rita, "").await.expect_redirect(),
        "/register/waiting"
    );
    assert!(!is_inside(&mut rita).await);
    world.decides(&mut coordinator, "deny").await;
    world.wait_ms(31 * DAY);
    world.run_jobs().await;
    let left = "SELECT CAST(COUNT(*) AS BIGINT) FROM request_identities";
    assert_eq!(world.db_number(left).await, 0);
    provider.log_in(&mut rita).await.expect_redirect();
    let page = rita.get("/register").await.expect(200);
    assert!(page.select(".notice.kind-warning").is_empty());
}

#[tokio::test]
async fn no_administration_is_ever_chosen_for_somebody_whose_domain_nobody_knows() {
    let provider = TestProvider::start("customs").await;
    let world = World::with_providers(&[&provider]).await;
    world.organisation("BE").await;
    provider.vouches("7f", ADDRESS);
    let mut rita = world.anonymous();
    provider.log_in(&mut rita).await.expect_redirect();
    let page = rita.get("/register").await.expect(200);
    let chosen = page.attributes("[name=organisation] option[selected]", "value");
    assert!(chosen.iter().all(String::is_empty), "{chosen:?}");
    let names = [
        ("given_name", "Rita"),
        ("family_name", "Rey"),
        ("lang", "en"),
    ];
    let told = rita.post("/register", &names).await.expect(422);
    assert_eq!(told.select("#field-organisation-error").len(), 1);
}

#[tokio::test]
async fn whoever_has_no_password_chooses_one_by_the_link_for_lost_ones() {
    let provider = TestProvider::start("customs").await;
    let world = World::with_providers(&[&provider]).await;
    let mut coordinator = world.coordinator("BE").await;
    provider.vouches("7f", ADDRESS);
    let mut rita = world.anonymous();
    provider.log_in(&mut rita).await.expect_redirect();
    world.registers(&mut rita, "").await.expect_redirect();
    world.decides(&mut coordinator, "accept").await;
    provider.log_in(&mut rita).await.expect_redirect();
    let page = rita.get("/account/password").await.expect(200);
    assert_eq!(page.attributes("main a.button", "href"), ["/lost-password"]);
    let told = rita
        .post("/account/second-step", &[("current", "x")])
        .await
        .expect(422);
    assert!(told.select("#field-current-error")[0].contains("no password yet"));
    let guess = [("username", ADDRESS), ("password", "")];
    world.anonymous().post("/login", &guess).await.expect(422);
    rita.post("/lost-password", &[("login", ADDRESS)])
        .await
        .expect_redirect();
    let link = link_of(world.mails_to(ADDRESS).await.last().expect("a mail"));
    let chosen = [("password", GOOD), ("password_again", GOOD)];
    rita.post(&link, &chosen).await.expect_redirect();
    let login = [("username", ADDRESS), ("password", GOOD)];
    world
        .anonymous()
        .post("/login", &login)
        .await
        .expect_redirect();
    provider.log_in(&mut rita).await.expect_redirect();
    assert!(is_inside(&mut rita).await);
}

#[tokio::test]
async fn somebody_may_register_without_the_provider_after_all() {
    let provider = TestProvider::start("customs").await;
    let world = World::with_providers(&[&provider]).await;
    provider.vouches("7f", ADDRESS);
    let mut visitor = world.anonymous();
    provider.log_in(&mut visitor).await.expect_redirect();
    let forgotten = visitor.post("/login/connect/forget", &[]).await;
    assert_eq!(forgotten.expect_redirect(), "/register");
    let page = visitor.get("/register").await.expect(200);
    assert_eq!(page.select("[name=password]").len(), 1);
    assert!(!page.text().contains("Rita"));
}

#[tokio::test]
async fn names_and_addresses_are_asked_for_where_the_token_has_none() {
    let provider = TestProvider::start("customs").await;
    let world = World::with_providers(&[&provider]).await;
    provider.knows("7f", &json!({}));
    let person =
        json!({ "sub": "7f", "email": ADDRESS, "email_verified": true, "given_name": "Rita" });
    provider.says_in_userinfo(person.clone());
    let mut rita = world.anonymous();
    provider.log_in(&mut rita).await.expect_redirect();
    assert_eq!(rita.get("/register").await.select("dd"), [ADDRESS]);
    // What it says of somebody else is not taken for theirs.
    let mut other = person;
    other["sub"] = json!("8a");
    provider.says_in_userinfo(other);
    let mut rita = world.anonymous();
    provider.log_in(&mut rita).await.expect_redirect();
    assert!(rita.get("/register").await.select("dd").is_empty());
}
