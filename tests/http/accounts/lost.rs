//! A lost password: who is told what, and what a link is good for.

use clikc::args;
use clikc::clock::Clock;
use clikc::mail::MailRow;
use clikc::users::Role;
use http::Method;

use super::{GOOD, is_inside, log_in};
use crate::support::{Actor, Reply, World, link_of};

const MINUTE: i64 = 60_000;

async fn ask(world: &World, login: &str) -> Reply {
    let mut visitor = world.anonymous();
    visitor.post("/lost-password", &[("login", login)]).await
}

async fn link(world: &World, login: &str) -> String {
    ask(world, login).await.expect_redirect();
    let mails = world.mails_to(&format!("{login}@example.org")).await;
    link_of(mails.last().expect("a mail"))
}

async fn choose(actor: &mut Actor, link: &str, password: &str) -> Reply {
    let fields = [("password", password), ("password_again", password)];
    actor.post(link, &fields).await
}

fn subjects(mails: &[MailRow]) -> Vec<&str> {
    mails.iter().map(|mail| mail.subject.as_str()).collect()
}

#[tokio::test]
async fn a_lost_password_is_replaced_by_the_link_of_a_mail() {
    let world = World::new().await;
    world.db_user("ana", Role::Learner, "BE").await;
    let mut inside = world.anonymous();
    log_in(&mut inside, "ana", "ana").await.expect_redirect();
    for login in ["ana", " ANA@Example.org "] {
        assert_eq!(
            ask(&world, login).await.expect_redirect(),
            "/lost-password/sent"
        );
    }
    let mails = world.mails_to("ana@example.org").await;
    assert_eq!(subjects(&mails), ["CLiKC: choose a new password"; 2]);
    let (first, link) = (link_of(&mails[0]), link_of(&mails[1]));
    let mut visitor = world.anonymous();
    let page = choose(&mut visitor, &link, "short").await.expect(422);
    assert_eq!(page.select(".field-error").len(), 1);
    assert_eq!(
        choose(&mut visitor, &link, GOOD).await.expect_redirect(),
        "/login"
    );
    let page = visitor.get("/login").await.expect(200);
    assert!(page.select(".flash")[0].contains("Log in with it"));
    assert!(!is_inside(&mut visitor).await, "the link is no log-in");
    assert!(
        !is_inside(&mut inside).await,
        "sessions end with the old password"
    );
    log_in(&mut visitor, "ana", "ana").await.expect(422);
    log_in(&mut visitor, "ana", GOOD).await.expect_redirect();
    for used in [first, link] {
        choose(&mut visitor, &used, "Another harbour 8")
            .await
            .expect(410);
        visitor.get(&used).await.expect(410);
    }
    let mails = world.mails_to("ana@example.org").await;
    assert_eq!(subjects(&mails)[2..], ["CLiKC: your password was changed"]);
}

#[tokio::test]
async fn what_opens_every_link_uses_none_up() {
    let world = World::new().await;
    world.db_user("ana", Role::Learner, "BE").await;
    let link = link(&world, "ana").await;
    let mut scanner = world.anonymous();
    for _ in 0..10 {
        scanner.get(&link).await.expect(200);
        let head = scanner.send(Method::HEAD, &link, &[], "".into()).await;
        head.expect(200);
    }
    log_in(&mut world.anonymous(), "ana", "ana")
        .await
        .expect_redirect();
    assert_eq!(world.mails_to("ana@example.org").await.len(), 1);
    choose(&mut scanner, &link, GOOD).await.expect_redirect();
}

#[tokio::test]
async fn a_link_works_for_half_an_hour() {
    let world = World::new().await;
    world.db_user("ana", Role::Learner, "BE").await;
    let link = link(&world, "ana").await;
    let mut ana = world.anonymous();
    world.wait_ms(30 * MINUTE - 1);
    ana.get(&link).await.expect(200);
    world.wait_ms(1);
    ana.get(&link).await.expect(410);
    choose(&mut ana, &link, GOOD).await.expect(410);
    log_in(&mut ana, "ana", GOOD).await.expect(422);
}

#[tokio::test]
async fn of_two_who_use_a_link_at_once_one_is_too_late() {
    let world = World::new().await;
    world.db_user("ana", Role::Learner, "BE").await;
    let link = link(&world, "ana").await;
    let (mut one, mut other) = (world.anonymous(), world.anonymous());
    let (first, second) = tokio::join!(
        choose(&mut one, &link, GOOD),
        choose(&mut other, &link, "Another harbour 8")
    );
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 410]);
    assert_eq!(
        world.mails_to("ana@example.org").await.len(),
        2,
        "told once"
    );
}

#[tokio::test]
async fn the_answer_says_nothing_of_who_has_an_account() {
    let world = World::new().await;
    world.db_user("ana", Role::Learner, "BE").await;
    let suspended = world.db_user("bob", Role::Learner, "BE").await;
    world.db_suspend(suspended).await;
    let request = world.db_request("Rita Rey", "BE").await;
    let row: Option<(String,)> = world
        .app
        .db
        .find("SELECT email FROM requests WHERE id = $1", args![request])
        .await
        .expect("a query");
    let pending = row.expect("a request").0;
    world.run_jobs().await;
    let sent = world.db_count("mails").await;
    let jobs = world.db_count("jobs").await;
    let logins = [
        "bob",
        "bob@example.org",
        pending.as_str(),
        "nobody",
        "",
        "ana",
    ];
    let mut told = Vec::new();
    for login in logins {
        let mut visitor = world.anonymous();
        let reply = visitor.post("/lost-password", &[("login", login)]).await;
        let page = visitor.get(&reply.header("location")).await;
        told.push((
            reply.status,
            reply.header("location"),
            reply.header("set-cookie"),
            reply.bytes.len(),
            page.bytes.len(),
        ));
    }
    told.dedup();
    assert_eq!(told.len(), 1, "{told:?}");
    // Who it was is looked up afterwards: the answer took the same work for all.
    assert_eq!(world.db_count("jobs").await, jobs + logins.len() as i64);
    assert_eq!(world.db_count("password_resets").await, 0);
    world.run_jobs().await;
    assert_eq!(
        world.db_count("mails").await,
        sent + 1,
        "only the owner of an active account"
    );
    assert_eq!(world.mails_to("ana@example.org").await.len(), 1);
}

#[tokio::test]
async fn a_suspended_person_cannot_use_the_link_they_were_sent_before() {
    let world = World::new().await;
    let id = world.db_user("ana", Role::Learner, "BE").await;
    let link = link(&world, "ana").await;
    world.db_suspend(id).await;
    let mut ana = world.anonymous();
    ana.get(&link).await.expect(410);
    choose(&mut ana, &link, GOOD).await.expect(410);
    log_in(&mut ana, "ana", GOOD).await.expect(422);
}

#[tokio::test]
async fn a_link_opens_the_gate_too() {
    let world = World::new().await;
    let id = world.db_user("ana", Role::Learner, "BE").await;
    world.db_temporary_password(id).await;
    let link = link(&world, "ana").await;
    let mut ana = world.anonymous();
    choose(&mut ana, &link, GOOD).await.expect_redirect();
    log_in(&mut ana, "ana", GOOD).await.expect_redirect();
    assert!(is_inside(&mut ana).await);
}

#[tokio::test]
async fn nobodys_mailbox_is_filled_and_a_ministry_is_not_refused() {
    let world = World::new().await;
    world.db_user("ana", Role::Learner, "BE").await;
    for _ in 0..10 {
        ask(&world, "ana").await.expect_redirect();
    }
    assert_eq!(world.mails_to("ana@example.org").await.len(), 3);
    for number in 0..50 {
        ask(&world, &format!("officer{number}"))
            .await
            .expect_redirect();
    }
    ask(&world, "one.too.many").await.expect(429);
    world.wait_ms(MINUTE);
    for number in 0..60 {
        ask(&world, &format!("officer{number}"))
            .await
            .expect_redirect();
    }
    world.wait_ms(30 * MINUTE);
    assert_eq!(world.mails_to("ana@example.org").await.len(), 3);
    ask(&world, "ana").await.expect_redirect();
    assert_eq!(world.mails_to("ana@example.org").await.len(), 4);
}

#[tokio::test]
async fn a_stolen_database_holds_no_link() {
    let world = World::new().await;
    world.db_user("ana", Role::Learner, "BE").await;
    let token = link(&world, "ana").await.replace("/lost-password/", "");
    let resets: Vec<(String,)> = world
        .app
        .db
        .all("SELECT token_hash FROM password_resets", args![])
        .await
        .expect("a query");
    assert_eq!(resets, [(clikc::auth::hash_token(&token),)]);
    let jobs: Vec<(String,)> = world
        .app
        .db
        .all("SELECT payload FROM jobs", args![])
        .await
        .expect("a query");
    assert!(jobs.iter().all(|(payload,)| !payload.contains(&token)));
}

/// Against the SMTP server that `cargo xtask test` starts; without one there is nothing to talk to.
#[tokio::test]
async fn a_mail_with_a_link_is_not_kept_once_it_was_sent() {
    let Ok(smtp) = std::env::var("CLIKC_TEST_SMTP_URL") else {
        return;
    };
    let world = World::new().await;
    world.db_user("ana", Role::Learner, "BE").await;
    let mut config = world.app.config.clone();
    config.smtp_url = Some(smtp);
    let clock = Clock::virtual_at(world.app.clock.now().0);
    let random = clikc::clock::Random::seeded(7);
    let app = clikc::App::with_db(config, world.app.db.clone(), clock, random)
        .expect("the service starts");
    ask(&world, "ana").await.expect_redirect();
    clikc::jobs::run_due(&app, clikc::jobs::Lane::Quick)
        .await
        .expect("jobs run");
    let mails = clikc::mail::list_mails(&app.db).await.expect("mails");
    assert_eq!(mails.len(), 1);
    let mail = &mails[0];
    assert_eq!(mail.state, "sent");
    assert!(mail.subject.contains("choose a new password"));
    assert_eq!((mail.body_text.as_str(), mail.body_html.as_str()), ("", ""));
}
