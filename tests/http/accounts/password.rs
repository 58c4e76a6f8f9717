//! The gate before a temporary password, and changing any.

use clikc::router::{Access, site_routes};
use clikc::users::Role;
use http::Method;

use super::{GOOD, is_inside, log_in};
use crate::support::{Actor, Reply, Wanted, World, set_rules, stage};

async fn change(actor: &mut Actor, current: &str, new: &str, again: &str) -> Reply {
    let fields = [
        ("current", current),
        ("password", new),
        ("password_again", again),
        ("next", "/grades"),
    ];
    actor.post("/account/password", &fields).await
}

#[tokio::test]
async fn with_a_temporary_password_everything_leads_to_choosing_another() {
    let world = World::new().await;
    let id = world.db_user("ana", Role::Operator, "BE").await;
    world.db_temporary_password(id).await;
    let mut ana = world.anonymous();
    let fields = [
        ("username", "ana"),
        ("password", "ana"),
        ("next", "/courses/3?x=1"),
    ];
    let next = ana.post("/login", &fields).await.expect_redirect();
    let gate = ana.get(&next).await.expect_redirect();
    assert_eq!(gate, "/account/password?next=%2Fcourses%2F3%3Fx%3D1");
    let page = ana.get(&gate).await.expect(200);
    assert_eq!(page.select("h1"), ["Choose your password"]);
    assert!(
        page.select(".site-nav").is_empty(),
        "nothing leads back here"
    );
    assert_eq!(
        page.attributes("main input[name=next]", "value"),
        ["/courses/3?x=1"]
    );

    for route in site_routes().table() {
        if route.access == Access::Public || route.path == "/account/password" {
            continue;
        }
        let parts = route.path.split('/');
        let parts = parts.map(|part| if part.starts_with('{') { "1" } else { part });
        let path = parts.collect::<Vec<_>>().join("/");
        let told = format!("{} {path}", route.method);
        let reply = ana.send(route.method.clone(), &path, &[], "".into()).await;
        assert!(
            reply
                .header("location")
                .starts_with("/account/password?next="),
            "{told}: {}",
            reply.status
        );
        let json = [("accept", "application/json")];
        let reply = ana
            .send(route.method.clone(), &path, &json, "".into())
            .await;
        assert_eq!(reply.status, 403, "{told}");
        assert_eq!(reply.json()["error"], 403);
    }
    let french = [("lang", "fr"), ("next", "/account/password")];
    ana.post("/language", &french).await.expect_redirect();
    let page = ana.get("/account/password").await.expect(200);
    assert_eq!(page.select("h1"), ["Choisissez votre mot de passe"]);
    assert_eq!(ana.post("/logout", &[]).await.expect_redirect(), "/");
}

#[tokio::test]
async fn a_password_of_ones_own_opens_the_gate() {
    let world = World::new().await;
    let id = world.db_user("ana", Role::Learner, "BE").await;
    world.db_temporary_password(id).await;
    let mut ana = world.anonymous();
    log_in(&mut ana, "ana", "ana").await.expect_redirect();
    assert!(!is_inside(&mut ana).await);
    let page = change(&mut ana, "ana", GOOD, GOOD).await.expect(200);
    assert_eq!(page.attributes("main .button", "href"), ["/grades"]);
    assert!(is_inside(&mut ana).await);
    log_in(&mut world.anonymous(), "ana", "ana")
        .await
        .expect(422);
    let mut elsewhere = world.anonymous();
    log_in(&mut elsewhere, "ana", GOOD).await.expect_redirect();
    assert!(is_inside(&mut elsewhere).await, "the gate is open for good");
}

#[tokio::test]
async fn a_module_that_is_being_played_goes_on_before_the_gate() {
    let mut stage = stage(Wanted::lesson("lesson-12")).await;
    let mut player = stage.launch().await;
    stage
        .world
        .db_temporary_password(stage.learner.id.expect("a learner"))
        .await;
    assert!(!is_inside(&mut stage.learner).await);
    let passed = [("cmi.core.lesson_status", "completed")];
    player.play(&passed, true).await.expect(200);
    let path = format!("/activities/{}/launch", stage.activity);
    let launch = stage.learner.post(&path, &[]).await.expect_redirect();
    assert!(launch.starts_with("/account/password"), "{launch}");
}

#[tokio::test]
async fn the_secretariat_decides_what_a_password_must_be() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let rules = [
        ("password_least", "20"),
        ("password_capital", ""),
        ("password_digit", ""),
    ];
    set_rules(&mut secretariat, &rules).await.expect_redirect();
    let mut ana = world.db_actor("ana", Role::Learner, "BE").await;
    let page = ana.get("/account/password").await.expect(200);
    assert!(
        page.text().contains("At least 20 characters."),
        "{}",
        page.text()
    );
    let short = "Quiet harbour 7";
    let page = change(&mut ana, "ana", short, short).await.expect(422);
    assert_eq!(
        page.select(".field-error"),
        ["Choose a password of 20 to 200 characters."]
    );
    let long = "quiet harbour at noon";
    change(&mut ana, "ana", long, long).await.expect(200);
}

#[tokio::test]
async fn a_new_password_is_refused_with_what_it_lacks_and_never_shown() {
    let world = World::new().await;
    world.db_user("ana.ruiz", Role::Learner, "BE").await;
    let mut ana = world.anonymous();
    log_in(&mut ana, "ana.ruiz", "ana.ruiz")
        .await
        .expect_redirect();
    for (current, new, again, field) in [
        ("wrong", GOOD, GOOD, "current"),
        ("ana.ruiz", "short1A", "short1A", "password"),
        ("ana.ruiz", "Ana.Ruiz1", "Ana.Ruiz1", "password"),
        (
            "ana.ruiz",
            "Ana.Ruiz@Example.org1",
            "Ana.Ruiz@Example.org1",
            "password",
        ),
        ("ana.ruiz", GOOD, "Quiet harbour 8", "password_again"),
    ] {
        let page = change(&mut ana, current, new, again).await.expect(422);
        let shown = page.attributes(".field-error", "id");
        assert_eq!(shown, [format!("field-{field}-error")], "{new}");
        for value in page.attributes("input[type=password]", "value") {
            assert_eq!(value, "");
        }
    }
    change(&mut ana, "ana.ruiz", GOOD, GOOD).await.expect(200);
    let page = change(&mut ana, GOOD, GOOD, GOOD).await.expect(422);
    assert_eq!(
        page.select(".field-error"),
        ["This is your present password. Choose another one."]
    );
}

#[tokio::test]
async fn other_sessions_end_with_the_old_password_and_the_owner_is_told() {
    let world = World::new().await;
    world.db_user("ana", Role::Learner, "BE").await;
    let mut other = world.learner("BE").await;
    let mut sessions = [world.anonymous(), world.anonymous(), world.anonymous()];
    for session in &mut sessions {
        log_in(session, "ana", "ana").await.expect_redirect();
    }
    let [here, there, elsewhere] = &mut sessions;
    let mut stolen = here.clone();
    let page = change(here, "ana", GOOD, GOOD).await.expect(200);
    assert!(page.text().contains("at 2 other places"), "{}", page.text());
    assert!(is_inside(here).await);
    for ended in [there, elsewhere, &mut stolen] {
        assert!(!is_inside(ended).await);
    }
    assert!(is_inside(&mut other).await, "nobody else is logged out");
    let mails = world.mails_to("ana@example.org").await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].subject, "CLiKC: your password was changed");
    assert!(!mails[0].body_text.contains(GOOD));
}

#[tokio::test]
async fn who_finds_a_screen_unlocked_cannot_try_passwords_for_long() {
    let world = World::new().await;
    world.db_user("ana", Role::Learner, "BE").await;
    let mut ana = world.anonymous();
    log_in(&mut ana, "ana", "ana").await.expect_redirect();
    for _ in 0..10 {
        change(&mut ana, "wrong", GOOD, GOOD).await.expect(422);
    }
    let page = change(&mut ana, "ana", GOOD, GOOD).await.expect(422);
    assert_eq!(
        page.select(".field-error"),
        ["Too many attempts. Wait a minute, then try again."]
    );
    world.wait_ms(60_000);
    change(&mut ana, "ana", GOOD, GOOD).await.expect(200);
}

#[tokio::test]
async fn a_change_asked_for_by_another_site_is_refused() {
    let world = World::new().await;
    world.db_user("ana", Role::Learner, "BE").await;
    let mut ana = world.anonymous();
    log_in(&mut ana, "ana", "ana").await.expect_redirect();
    let headers = [
        ("origin", "http://content.test"),
        ("sec-fetch-site", "same-site"),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    let body = "current=ana&password=Quiet+harbour+7&password_again=Quiet+harbour+7";
    for path in ["/account/password", "/lost-password"] {
        let reply = ana.send(Method::POST, path, &headers, body.into()).await;
        reply.expect(403);
    }
    log_in(&mut world.anonymous(), "ana", "ana")
        .await
        .expect_redirect();
}
