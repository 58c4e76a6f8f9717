//! What is not believed, and who is not let in.

use clikc::users::Role;
use serde_json::{Value, json};

use super::{MINUTE, is_inside, told};
use crate::support::{Actor, CLIENT, Odd, Signed, TestProvider, World};

/// Ana has an account that is connected to the provider: whatever is believed lets somebody in.
async fn connected() -> (TestProvider, World) {
    let provider = TestProvider::start("customs").await;
    let world = World::with_providers(&[&provider]).await;
    let id = world.db_user("ana", Role::Learner, "BE").await;
    let mut tx = world.app.db.begin().await.expect("a transaction");
    let who = (provider.issuer.as_str(), "7f", "");
    clikc::identities::db::insert_identity(&mut tx, id, who, world.app.clock.now())
        .await
        .expect("an identity");
    tx.commit().await.expect("a commit");
    provider.vouches("7f", "ana@example.org");
    (provider, world)
}

/// Nobody is let in, and this is what they read.
async fn expect_refusal(provider: &TestProvider, actor: &mut Actor, words: &str) {
    assert_eq!(
        provider.log_in(actor).await.expect_redirect(),
        "/login",
        "{words}"
    );
    expect_told(actor, words).await;
}

async fn expect_told(actor: &mut Actor, words: &str) {
    let told = told(actor, "/login").await;
    assert!(told.contains(words), "{told}");
    assert!(!is_inside(actor).await);
}

#[tokio::test]
async fn a_token_that_says_anything_else_than_what_was_asked_for_is_refused() {
    let (provider, world) = connected().await;
    let now = world.app.clock.now().0 / 1000;
    let lies: [(&'static str, Value); 12] = [
        ("nonce", json!("another log-in's")),
        ("nonce", Value::Null),
        ("aud", json!("another client")),
        ("aud", json!([CLIENT, "another client"])),
        ("azp", json!("another client")),
        ("iss", json!("https://id.example")),
        ("iss", json!(format!("{}/", provider.issuer))),
        ("exp", json!(now - 61)),
        ("exp", Value::Null),
        ("iat", json!(now + 3600)),
        ("nbf", json!(now + 3600)),
        ("sub", json!("")),
    ];
    let mut visitor = world.anonymous();
    for (claim, value) in lies {
        provider.lies(move |claims| claims[claim] = value.clone());
        expect_refusal(&provider, &mut visitor, "could not be verified").await;
    }
    provider.is_honest();
    assert_eq!(provider.log_in(&mut visitor).await.expect_redirect(), "/my");
    assert!(is_inside(&mut visitor).await);
}

#[tokio::test]
async fn only_signatures_by_the_providers_own_keys_count() {
    let (provider, world) = connected().await;
    for (signed, is_believed) in [
        (Signed::Rs256, true),
        (Signed::Ps256, true),
        (Signed::Es256, true),
        (Signed::EdDsa, true),
        (Signed::None, false),
        (Signed::Hs256, false),
        (Signed::Stolen, false),
    ] {
        provider.signs(signed);
        let mut visitor = world.anonymous();
        if is_believed {
            assert_eq!(
                provider.log_in(&mut visitor).await.expect_redirect(),
                "/my",
                "{signed:?}"
            );
        } else {
            expect_refusal(&provider, &mut visitor, "could not be verified").await;
        }
        world.wait_ms(MINUTE);
    }
}

#[tokio::test]
async fn new_keys_are_asked_for_and_not_more_than_once_a_minute() {
    let (provider, world) = connected().await;
    let mut visitor = world.anonymous();
    provider.log_in(&mut visitor).await.expect_redirect();
    provider.log_in(&mut visitor).await.expect_redirect();
    assert_eq!(provider.keys_asked(), 1);
    // Signed by a key that is not published: the first asks again once it may, the others do not.
    provider.signs(Signed::NewRs256);
    let mut stranger = world.anonymous();
    expect_refusal(&provider, &mut stranger, "could not be verified").await;
    assert_eq!(provider.keys_asked(), 1);
    world.wait_ms(MINUTE);
    for _ in 0..3 {
        expect_refusal(&provider, &mut stranger, "could not be verified").await;
    }
    assert_eq!(provider.keys_asked(), 2);
    provider.publishes(&[Signed::NewRs256]);
    world.wait_ms(MINUTE);
    assert_eq!(
        provider.log_in(&mut stranger).await.expect_redirect(),
        "/my"
    );
    assert_eq!(provider.keys_asked(), 3);
    // The key that was taken back is worth nothing.
    provider.signs(Signed::Rs256);
    let mut stranger = world.anonymous();
    world.wait_ms(MINUTE);
    expect_refusal(&provider, &mut stranger, "could not be verified").await;
}

#[tokio::test]
async fn what_comes_back_is_used_up_and_belongs_to_the_browser_that_left() {
    let (provider, world) = connected().await;
    // A stranger's own log-in, handed to somebody who would then work in the stranger's account.
    let mut eve = world.anonymous();
    let departure = provider.leave(&mut eve, &[]).await;
    let planted = provider.agrees(&departure);
    let mut victim = world.anonymous();
    assert_eq!(victim.get(&planted).await.expect_redirect(), "/login");
    expect_told(&mut victim, "begun in another browser").await;
    // Even to somebody who has left for the provider as well.
    provider.leave(&mut victim, &[]).await;
    assert_eq!(victim.get(&planted).await.expect_redirect(), "/login");
    assert!(!is_inside(&mut victim).await);

    let mut ana = world.anonymous();
    let departure = provider.leave(&mut ana, &[]).await;
    let back = provider.agrees(&departure);
    let wrong = back.replace("state=", "state=x");
    ana.get(&wrong).await.expect_redirect();
    expect_told(&mut ana, "Please start again").await;
    assert_eq!(ana.get(&back).await.expect_redirect(), "/my");
    ana.post("/logout", &[]).await.expect_redirect();
    // Loaded again, nothing happens.
    ana.get(&back).await.expect_redirect();
    expect_told(&mut ana, "was used already").await;
    for nothing in [
        "",
        "?state=&code=x",
        "?error=access_denied",
        "?state=a&state=b&code=%00",
    ] {
        let path = format!("/login/oidc/customs/callback{nothing}");
        let status = ana.get(&path).await.status.as_u16();
        assert!(matches!(status, 303 | 404), "{path}: {status}");
        assert!(!is_inside(&mut ana).await);
    }
}

#[tokio::test]
async fn whoever_takes_too_long_starts_again() {
    let (provider, world) = connected().await;
    let mut ana = world.anonymous();
    let departure = provider.leave(&mut ana, &[]).await;
    let back = provider.agrees(&departure);
    world.wait_ms(15 * MINUTE);
    ana.get(&back).await.expect_redirect();
    expect_told(&mut ana, "took too long").await;

    provider.vouches("8a", "rita@customs.example");
    provider.log_in(&mut ana).await.expect_redirect();
    world.wait_ms(30 * MINUTE);
    let page = ana.get("/register").await.expect(200);
    assert_eq!(page.select("[name=password]").len(), 1);
}

#[tokio::test]
async fn a_code_is_worth_nothing_to_others_and_an_error_is_told() {
    let (provider, world) = connected().await;
    let mut ana = world.anonymous();
    // A code of another log-in: it was made for another challenge.
    let first = provider.agrees(&provider.leave(&mut world.anonymous(), &[]).await);
    let (_, stolen) = first.split_once("code=").expect("a code");
    let (stolen, _) = stolen.split_once('&').expect("more");
    let own = provider.agrees(&provider.leave(&mut ana, &[]).await);
    let (before, after) = own.split_once("code=").expect("a code");
    let (_, after) = after.split_once('&').expect("more");
    ana.get(&format!("{before}code={stolen}&{after}"))
        .await
        .expect_redirect();
    expect_told(&mut ana, "could not be verified").await;

    for (said, words) in [
        ("error=access_denied", "not let you in"),
        ("error=temporarily_unavailable", "does not answer"),
        ("", "could not be verified"),
    ] {
        let departure = provider.leave(&mut ana, &[]).await;
        let (_, state) = departure
            .query_pairs()
            .find(|(name, _)| name == "state")
            .expect("a state");
        let path = format!("/login/oidc/customs/callback?state={state}&{said}");
        assert_eq!(ana.get(&path).await.expect_redirect(), "/login");
        expect_told(&mut ana, words).await;
    }
}

/// RFC 9207: a code that another provider has handed out is not shown to this one.
#[tokio::test]
async fn whoever_comes_back_from_another_provider_than_they_left_for_is_refused() {
    let (provider, world) = connected().await;
    let mut ana = world.anonymous();
    let back = provider.agrees(&provider.leave(&mut ana, &[]).await);
    let (before, _) = back.split_once("&iss=").expect("an issuer");
    let mixed_up = format!("{before}&iss=https%3A%2F%2Fevil.example");
    assert_eq!(ana.get(&mixed_up).await.expect_redirect(), "/login");
    expect_told(&mut ana, "could not be verified").await;
}

#[tokio::test]
async fn a_provider_that_is_down_keeps_nobody_else_out() {
    let (provider, world) = connected().await;
    provider.is_down(true);
    let mut ana = world.anonymous();
    let refused = ana.post("/login/oidc/customs", &[]).await;
    assert_eq!(refused.expect_redirect(), "/login");
    expect_told(&mut ana, "does not answer at present").await;
    let login = [("username", "ana"), ("password", "ana")];
    world
        .anonymous()
        .post("/login", &login)
        .await
        .expect_redirect();
    provider.is_down(false);
    // It is not asked by everybody in turn.
    assert_eq!(
        ana.post("/login/oidc/customs", &[]).await.expect_redirect(),
        "/login"
    );
    world.wait_ms(MINUTE);
    let departure = provider.leave(&mut ana, &[]).await;
    let back = provider.agrees(&departure);
    provider.is_down(true);
    ana.get(&back).await.expect_redirect();
    expect_told(&mut ana, "does not answer at present").await;
    ana.post("/login/oidc/nobody", &[]).await.expect(404);
    ana.get("/login/oidc/customs").await.expect(405);
}

#[tokio::test]
async fn people_come_back_to_where_they_were_and_to_no_other_site() {
    let (provider, world) = connected().await;
    for (next, to) in [
        ("/courses/3?tab=1", "/courses/3?tab=1"),
        ("//evil.example", "/my"),
    ] {
        let mut ana = world.anonymous();
        let departure = provider.leave(&mut ana, &[("next", next)]).await;
        assert_eq!(
            ana.get(&provider.agrees(&departure))
                .await
                .expect_redirect(),
            to
        );
    }
}

#[tokio::test]
async fn a_session_planted_before_is_worth_nothing_after() {
    let (provider, world) = connected().await;
    let mut ana = world.anonymous();
    ana.plant("clikc", "planted");
    provider.log_in(&mut ana).await.expect_redirect();
    assert_ne!(ana.cookie("clikc"), Some("planted"));
    assert_eq!(ana.cookie("clikc-departure"), None);
    ana.post("/logout", &[]).await.expect_redirect();
    assert!(!is_inside(&mut ana).await);
}

#[tokio::test]
async fn nobody_is_sent_to_a_provider_whose_word_about_itself_is_odd() {
    let (provider, world) = connected().await;
    let mut ana = world.anonymous();
    for odd in [
        Odd::LeadsOn,
        Odd::Huge,
        Odd::OtherIssuer,
        Odd::Unencrypted,
        Odd::Garbage,
    ] {
        provider.is_odd(Some(odd));
        let refused = ana.post("/login/oidc/customs", &[]).await;
        assert_eq!(refused.expect_redirect(), "/login", "{odd:?}");
        expect_told(&mut ana, "could not be verified").await;
        world.wait_ms(MINUTE);
    }
    provider.is_odd(None);
    assert_eq!(provider.log_in(&mut ana).await.expect_redirect(), "/my");
}
