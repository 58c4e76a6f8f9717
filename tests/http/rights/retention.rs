//! Who has been away for longer than their administration keeps people.

use clikc::args;
use clikc::ids::{OrganisationId, UserId};
use clikc::users::Role;

use super::{DAY_MS, db_erasure, db_states, states};
use crate::support::{Actor, World};

/// Sets after how many months people come onto the list. The first check follows at once.
async fn set(world: &World, secretariat: &mut Actor, organisation: OrganisationId, months: &str) {
    let url = format!("/organisations/{organisation}/retention");
    let to = secretariat.post(&url, &[("months", months)]).await;
    to.expect_redirect();
    world.run_jobs().await;
}

/// Somebody who logged in last so many days ago.
async fn db_seen(world: &World, name: &str, days: i64) -> UserId {
    let id = world.db_user(name, Role::Learner, "BE").await;
    let at = world.app.clock.now().plus_days(-days);
    world
        .app
        .db
        .execute(
            "UPDATE users SET last_login_at = $2, created_at = $2, lang = 'fr' WHERE id = $1",
            args![id, at],
        )
        .await
        .expect("a log-in");
    id
}

/// So many days pass, with the program's daily work.
async fn pass(world: &World, days: i64) {
    for _ in 0..days {
        world.wait_ms(DAY_MS);
        world.run_jobs().await;
    }
}

async fn warnings(world: &World, name: &str) -> usize {
    world.mails_to(&format!("{name}@example.org")).await.len()
}

#[tokio::test]
async fn who_is_away_is_warned_comes_onto_the_list_and_is_never_deleted_by_time() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let coordinator = world.coordinator("BE").await.id.expect("one");
    let organisation = world.organisation("BE").await;
    let gone = db_seen(&world, "gone", 500).await;
    let soon = db_seen(&world, "soon", 170).await;
    let busy = db_seen(&world, "busy", 10).await;
    let foreign = world.db_user("foreign", Role::Learner, "FR").await;
    world.run_jobs().await;
    assert_eq!(warnings(&world, "gone").await, 0, "it is off");
    set(&world, &mut secretariat, organisation, "6").await;
    assert_eq!(warnings(&world, "gone").await, 1);
    assert_eq!(warnings(&world, "soon").await, 1, "thirty days before");
    assert_eq!(warnings(&world, "busy").await, 0);
    let mail = world.mails_to("gone@example.org").await.remove(0);
    assert!(
        mail.lang == "fr" && mail.body_text.contains("2 juin 2026"),
        "{}",
        mail.body_text
    );
    pass(&world, 29).await;
    assert_eq!(db_states(&world, gone).await, states("active", ""));
    pass(&world, 1).await;
    for (id, state) in [(gone, "open"), (soon, "open"), (busy, ""), (foreign, "")] {
        assert_eq!(db_states(&world, id).await, states("active", state));
    }
    assert_eq!(warnings(&world, "gone").await, 1, "once");
    let mut coordinator = world.db_log_in(coordinator).await;
    let tasks = coordinator.get("/tasks").await.expect(200);
    assert!(tasks.select(".todo li")[0].contains("2 people have not logged in"));
    assert_eq!(
        tasks.attributes(".todo a", "href"),
        ["/erasures?why=retention"]
    );
    pass(&world, 100).await;
    assert_eq!(db_states(&world, gone).await, states("active", "open"));
    assert_eq!(warnings(&world, "gone").await, 1);
}

#[tokio::test]
async fn logging_in_takes_somebody_off_at_once_and_silently() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let organisation = world.organisation("BE").await;
    let warned = db_seen(&world, "warned", 500).await;
    let listed = db_seen(&world, "listed", 500).await;
    set(&world, &mut secretariat, organisation, "6").await;
    pass(&world, 15).await;
    let log_in = async |name: &str| {
        let login = [("username", name), ("password", name)];
        world
            .anonymous()
            .post("/login", &login)
            .await
            .expect_redirect();
    };
    log_in("warned").await;
    pass(&world, 15).await;
    assert_eq!(db_states(&world, warned).await, states("active", ""));
    assert_eq!(db_states(&world, listed).await, states("active", "open"));
    let before = warnings(&world, "listed").await;
    log_in("listed").await;
    assert_eq!(
        db_states(&world, listed).await,
        states("active", "returned")
    );
    pass(&world, 2).await;
    assert_eq!(
        db_states(&world, listed).await,
        states("active", "returned")
    );
    assert_eq!(warnings(&world, "listed").await, before);
}

#[tokio::test]
async fn whom_somebody_keeps_is_kept_for_as_long_again_and_warned_anew() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let organisation = world.organisation("BE").await;
    let kept = db_seen(&world, "kept", 500).await;
    set(&world, &mut secretariat, organisation, "6").await;
    pass(&world, 30).await;
    let mut secretariat = world.db_log_in(secretariat.id.expect("one")).await;
    let refuse = format!("/erasures/{}/refuse", db_erasure(&world, kept).await);
    let reason = [("reason", "Parental leave")];
    secretariat.post(&refuse, &reason).await.expect_redirect();
    let mails = world.mails_to("kept@example.org").await;
    assert!(
        mails[1].body_text.contains("Parental leave"),
        "{}",
        mails[1].body_text
    );
    pass(&world, 150).await;
    assert_eq!(db_states(&world, kept).await, states("active", "refused"));
    assert_eq!(warnings(&world, "kept").await, 2);
    // Six months later the rule holds again.
    pass(&world, 10).await;
    assert_eq!(warnings(&world, "kept").await, 3);
    pass(&world, 30).await;
    assert_eq!(db_states(&world, kept).await, states("active", "open"));
}

#[tokio::test]
async fn a_rule_that_ends_or_grows_longer_releases_those_it_put_onto_the_list() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let organisation = world.organisation("BE").await;
    let long = db_seen(&world, "long", 2000).await;
    let short = db_seen(&world, "short", 300).await;
    set(&world, &mut secretariat, organisation, "6").await;
    pass(&world, 30).await;
    let id = secretariat.id.expect("one");
    let mut secretariat = world.db_log_in(id).await;
    set(&world, &mut secretariat, organisation, "24").await;
    world.run_jobs().await;
    assert_eq!(
        db_states(&world, short).await,
        states("active", "withdrawn")
    );
    assert_eq!(db_states(&world, long).await, states("active", "open"));
    set(&world, &mut secretariat, organisation, "").await;
    assert_eq!(db_states(&world, long).await, states("active", "withdrawn"));
    pass(&world, 40).await;
    assert_eq!(db_states(&world, long).await, states("active", "withdrawn"));
    // Switched on again, it warns again.
    let mut secretariat = world.db_log_in(id).await;
    set(&world, &mut secretariat, organisation, "6").await;
    assert_eq!(warnings(&world, "long").await, 2);
    assert_eq!(db_states(&world, long).await, states("active", "withdrawn"));
}

#[tokio::test]
async fn one_check_a_day_is_planned_however_often_the_rule_is_changed() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let organisation = world.organisation("BE").await;
    for months in ["6", "7", "8"] {
        set(&world, &mut secretariat, organisation, months).await;
        world.wait_ms(1000);
    }
    pass(&world, 3).await;
    let waiting = clikc::jobs::count_jobs(&world.app.db, "queued")
        .await
        .expect("a count");
    assert_eq!(waiting, 1);
}

#[tokio::test]
async fn only_months_that_make_sense_are_taken() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let organisation = world.organisation("BE").await;
    let url = format!("/organisations/{organisation}/retention");
    for months in ["5", "0", "-6", "241", "six", "6.5", "99999999999999999999"] {
        let again = secretariat
            .post(&url, &[("months", months)])
            .await
            .expect(422);
        assert_eq!(again.attributes("#field-months", "value"), [months]);
        assert!(again.select(".field-error")[0].contains("from 6 to 240"));
    }
    set(&world, &mut secretariat, organisation, " 12 ").await;
    let page = secretariat
        .get(&format!("/organisations/{organisation}"))
        .await
        .expect(200);
    assert_eq!(page.attributes("#field-months", "value"), ["12"]);
}
