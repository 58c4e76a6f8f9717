//! The second step: turning it on, giving codes, and losing the phone.

use clikc::users::Role;
use totp_rs::{Builder, Secret, Totp};

use super::{GOOD, is_inside, log_in};
use crate::support::{Actor, Reply, World};

const PAGE: &str = "/account/second-step";
const MINUTE: i64 = 60_000;

/// A person with a phone.
struct Owner {
    actor: Actor,
    app: Totp,
    recovery: Vec<String>,
}

impl Owner {
    /// What the phone shows now, and so many half minutes away.
    fn code(&self, world: &World, away: i64) -> String {
        let seconds = world.app.clock.now().0 / 1000 + 30 * away;
        self.app.generate(seconds.unsigned_abs()).to_string()
    }
}

async fn begin(world: &World, actor: &mut Actor, name: &str) -> Totp {
    log_in(actor, name, name).await.expect_redirect();
    actor.post(PAGE, &[("current", "wrong")]).await.expect(422);
    assert_eq!(world.db_count("second_steps").await, 0);
    actor
        .post(PAGE, &[("current", name)])
        .await
        .expect_redirect();
    let page = actor.get(PAGE).await.expect(200);
    assert_eq!(page.select(".qr-code svg").len(), 1);
    let secret = page.select("main code")[0].replace(' ', "");
    let secret = Secret::try_from_base32(&secret).expect("a secret");
    Builder::new().with_secret(secret).build().expect("an app")
}

/// Somebody who has turned it on, half a minute ago.
async fn owner(world: &World, name: &str) -> Owner {
    world.db_user(name, Role::Learner, "BE").await;
    let mut actor = world.anonymous();
    let app = begin(world, &mut actor, name).await;
    let mut owner = Owner {
        actor,
        app,
        recovery: Vec::new(),
    };
    let code = owner.code(world, 0);
    let path = format!("{PAGE}/confirm");
    let page = owner
        .actor
        .post(&path, &[("code", &code)])
        .await
        .expect(200);
    owner.recovery = page.select(".codes code");
    assert_eq!(owner.recovery.len(), 10);
    world.wait_ms(MINUTE);
    owner
}

/// Gives the password; the page that asks for the code.
async fn first_step(actor: &mut Actor, name: &str, password: &str) -> String {
    let fields = [
        ("username", name),
        ("password", password),
        ("next", "/grades"),
    ];
    let to = actor.post("/login", &fields).await.expect_redirect();
    assert_eq!(to, "/login/code?next=%2Fgrades");
    to
}

async fn give(actor: &mut Actor, code: &str) -> Reply {
    let fields = [("code", code), ("next", "/grades")];
    actor.post("/login/code", &fields).await
}

#[tokio::test]
async fn after_the_password_a_code_is_asked_for() {
    let world = World::new().await;
    let owner = owner(&world, "ana").await;
    let mut ana = world.anonymous();
    let page = first_step(&mut ana, "ana", "ana").await;
    assert!(
        !is_inside(&mut ana).await,
        "the password alone is not enough"
    );
    let shown = ana.get(&page).await.expect(200);
    assert_eq!(
        shown.attributes("main input[name=next]", "value"),
        ["/grades"]
    );
    for wrong in ["000000", "", "AAAA-BBBB-CCCC-DDDD", &owner.code(&world, 5)] {
        give(&mut ana, wrong).await.expect(422);
        assert!(!is_inside(&mut ana).await);
    }
    let code = owner.code(&world, 0);
    let (left, right) = code.split_at(3);
    let typed = format!(" {left} {right}");
    assert_eq!(give(&mut ana, &typed).await.expect_redirect(), "/grades");
    assert!(is_inside(&mut ana).await);
    let mails = world.mails_to("ana@example.org").await;
    assert_eq!(mails[0].subject, "CLiKC: two-step log-in is on");
}

#[tokio::test]
async fn a_code_works_once_and_none_before_it_works_any_more() {
    let world = World::new().await;
    let owner = owner(&world, "ana").await;
    let (code, before, next) = (
        owner.code(&world, 0),
        owner.code(&world, -1),
        owner.code(&world, 1),
    );
    let mut ana = world.anonymous();
    first_step(&mut ana, "ana", "ana").await;
    give(&mut ana, &code).await.expect_redirect();
    let mut thief = world.anonymous();
    first_step(&mut thief, "ana", "ana").await;
    give(&mut thief, &code).await.expect(422);
    give(&mut thief, &before).await.expect(422);
    assert!(!is_inside(&mut thief).await);
    // Clocks differ by half a minute.
    give(&mut thief, &next).await.expect_redirect();
}

#[tokio::test]
async fn of_two_who_give_one_code_at_once_one_gets_in() {
    let world = World::new().await;
    let owner = owner(&world, "ana").await;
    let code = owner.code(&world, 0);
    let (mut one, mut other) = (world.anonymous(), world.anonymous());
    first_step(&mut one, "ana", "ana").await;
    first_step(&mut other, "ana", "ana").await;
    let (first, second) = tokio::join!(give(&mut one, &code), give(&mut other, &code));
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 422]);
}

#[tokio::test]
async fn codes_cannot_be_guessed_and_the_password_is_asked_for_again() {
    let world = World::new().await;
    let owner = owner(&world, "ana").await;
    let mut thief = world.anonymous();
    first_step(&mut thief, "ana", "ana").await;
    for _ in 0..5 {
        give(&mut thief, "000000").await.expect(422);
    }
    let code = owner.code(&world, 0);
    assert_eq!(give(&mut thief, &code).await.expect_redirect(), "/login");
    first_step(&mut thief, "ana", "ana").await;
    let mut statuses = Vec::new();
    for _ in 0..5 {
        statuses.push(give(&mut thief, "000000").await.status.as_u16());
    }
    assert_eq!(
        statuses,
        [422, 422, 422, 422, 429],
        "ten in all, and then one a minute"
    );
    give(&mut thief, &code).await.expect(429);
    assert!(!is_inside(&mut thief).await);
}

#[tokio::test]
async fn the_second_step_waits_ten_minutes_and_belongs_to_one_browser() {
    let world = World::new().await;
    let owner = owner(&world, "ana").await;
    let mut ana = world.anonymous();
    first_step(&mut ana, "ana", "ana").await;
    let code = owner.code(&world, 0);
    let mut stranger = world.anonymous();
    assert_eq!(give(&mut stranger, &code).await.expect_redirect(), "/login");
    stranger.plant("clikc-step", "planted");
    assert_eq!(give(&mut stranger, &code).await.expect_redirect(), "/login");
    world.wait_ms(10 * MINUTE);
    assert_eq!(
        give(&mut ana, &owner.code(&world, 0))
            .await
            .expect_redirect(),
        "/login"
    );
    let page = ana.get("/login").await.expect(200);
    assert!(page.select(".flash")[0].contains("Please log in again"));
}

#[tokio::test]
async fn a_recovery_code_logs_in_once() {
    let world = World::new().await;
    let mut owner = owner(&world, "ana").await;
    let code = owner.recovery[3].clone();
    let mut ana = world.anonymous();
    first_step(&mut ana, "ana", "ana").await;
    give(&mut ana, &code.to_lowercase()).await.expect_redirect();
    assert!(is_inside(&mut ana).await);
    let mut again = world.anonymous();
    first_step(&mut again, "ana", "ana").await;
    give(&mut again, &code).await.expect(422);
    let page = owner.actor.get(PAGE).await.expect(200);
    assert!(page.text().contains("9 recovery codes are left"));
    assert!(!page.text().contains(&owner.recovery[0]), "shown once");

    let path = format!("{PAGE}/codes");
    owner
        .actor
        .post(&path, &[("current", "wrong")])
        .await
        .expect(422);
    let page = owner
        .actor
        .post(&path, &[("current", "ana")])
        .await
        .expect(200);
    let renewed = page.select(".codes code");
    give(&mut again, &owner.recovery[0]).await.expect(422);
    give(&mut again, &renewed[0]).await.expect_redirect();
}

#[tokio::test]
async fn a_secret_that_no_code_has_confirmed_asks_for_nothing() {
    let world = World::new().await;
    world.db_user("ana", Role::Learner, "BE").await;
    let mut ana = world.anonymous();
    begin(&world, &mut ana, "ana").await;
    let path = format!("{PAGE}/confirm");
    ana.post(&path, &[("code", "000000")]).await.expect(422);
    let mut again = world.anonymous();
    log_in(&mut again, "ana", "ana").await.expect_redirect();
    assert!(is_inside(&mut again).await);
}

#[tokio::test]
async fn it_is_turned_off_by_the_password_and_by_nothing_less() {
    let world = World::new().await;
    let mut owner = owner(&world, "ana").await;
    let path = format!("{PAGE}/delete");
    owner
        .actor
        .post(&path, &[("current", "wrong")])
        .await
        .expect(422);
    // Beginning anew does not put another secret in its place.
    owner
        .actor
        .post(PAGE, &[("current", "ana")])
        .await
        .expect_redirect();
    first_step(&mut world.anonymous(), "ana", "ana").await;
    owner
        .actor
        .post(&path, &[("current", "ana")])
        .await
        .expect_redirect();
    let mut ana = world.anonymous();
    log_in(&mut ana, "ana", "ana").await.expect_redirect();
    assert!(is_inside(&mut ana).await);
    assert_eq!(world.db_count("recovery_codes").await, 0);
    let mails = world.mails_to("ana@example.org").await;
    assert_eq!(mails[1].subject, "CLiKC: two-step log-in is off");
}

#[tokio::test]
async fn the_secretariat_turns_it_off_for_whoever_has_lost_everything() {
    let world = World::new().await;
    let owner = owner(&world, "ana").await;
    let id = world.db_user_once("ana").await;
    let path = format!("/accounts/{id}/second-step/delete");
    let mut coordinator = world.coordinator("BE").await;
    coordinator.post(&path, &[]).await.expect(403);
    let mut secretariat = world.secretariat().await;
    let member = secretariat.get(&format!("/team/{id}")).await.expect(200);
    assert_eq!(member.select(&format!("form[action=\"{path}\"]")).len(), 1);
    let to = secretariat.post(&path, &[("next", "/applications")]).await;
    assert_eq!(to.expect_redirect(), "/applications");
    let mut ana = world.anonymous();
    log_in(&mut ana, "ana", "ana").await.expect_redirect();
    assert!(is_inside(&mut ana).await);
    assert_eq!(
        world.mails_to("ana@example.org").await.len(),
        2,
        "the owner is told"
    );
    let operator = world.db_user("operator", Role::Operator, "WCO").await;
    let path = format!("/accounts/{operator}/second-step/delete");
    secretariat.post(&path, &[]).await.expect(404);
    drop(owner);
}

#[tokio::test]
async fn a_new_password_does_not_pass_the_second_step_over() {
    let world = World::new().await;
    let owner = owner(&world, "ana").await;
    let mut half_way = world.anonymous();
    first_step(&mut half_way, "ana", "ana").await;
    let mut ana = world.anonymous();
    ana.post("/lost-password", &[("login", "ana")])
        .await
        .expect_redirect();
    let mails = world.mails_to("ana@example.org").await;
    let link = crate::support::link_of(mails.last().expect("a mail"));
    let fields = [("password", GOOD), ("password_again", GOOD)];
    ana.post(&link, &fields).await.expect_redirect();
    let code = owner.code(&world, 0);
    assert_eq!(
        give(&mut half_way, &code).await.expect_redirect(),
        "/login",
        "the old password is gone"
    );
    first_step(&mut ana, "ana", GOOD).await;
    give(&mut ana, &code).await.expect_redirect();
    assert!(is_inside(&mut ana).await);
}

#[tokio::test]
async fn a_suspended_person_does_not_get_past_the_second_step() {
    let world = World::new().await;
    let owner = owner(&world, "ana").await;
    let mut ana = world.anonymous();
    first_step(&mut ana, "ana", "ana").await;
    world.db_suspend(world.db_user_once("ana").await).await;
    let code = owner.code(&world, 0);
    assert_eq!(give(&mut ana, &code).await.expect_redirect(), "/login");
}
