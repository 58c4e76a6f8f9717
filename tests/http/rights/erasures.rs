//! Asking to be forgotten, and deciding on it.

use clikc::users::Role;

use super::{DAY_MS, ask, db_erasure, db_states, states};
use crate::support::{World, link_of};

const PAGE: &str = "/profile/data";

#[tokio::test]
async fn asking_takes_the_password_reaches_whoever_decides_and_can_be_taken_back() {
    let world = World::new().await;
    let mut coordinator = world.coordinator("BE").await;
    let mut learner = world.learner("BE").await;
    let id = learner.id.expect("a learner");
    let wrong = [("reason", "I <retire>"), ("current", "guessed")];
    let again = learner
        .post("/profile/data/erasure", &wrong)
        .await
        .expect(422);
    assert!(again.select(".field-error")[0].contains("not your present password"));
    assert_eq!(again.select("textarea"), ["I <retire>"], "nothing is lost");
    let long = "x".repeat(1001);
    let long = [("reason", long.as_str()), ("current", "learner-be")];
    learner
        .post("/profile/data/erasure", &long)
        .await
        .expect(422);

    ask(&mut learner, "learner-be").await;
    let page = learner.get(PAGE).await.expect(200);
    assert!(page.select("#erasure .notice")[0].contains("3 May 2026"));
    let mails = world.mails_to("coordinator-be@example.org").await;
    let link = link_of(mails.last().expect("a mail"));
    let tasks = coordinator.get("/tasks").await.expect(200);
    assert_eq!(tasks.attributes(".todo a", "href"), [link.as_str()]);
    assert!(tasks.select(".todo li")[0].contains("Given learner-be asks to be deleted"));
    let task = coordinator.get("/my").await.expect(200);
    assert!(task.text().contains("asks to be deleted"));
    let shown = coordinator.get(&link).await.expect(200);
    assert!(shown.text().contains("I retire"));

    let back = "/profile/data/erasure/withdraw";
    learner.post(back, &[]).await.expect_redirect();
    learner.post(back, &[]).await.expect_redirect();
    assert_eq!(db_states(&world, id).await, states("active", "withdrawn"));
    let tasks = coordinator.get("/tasks").await.expect(200);
    assert!(tasks.select(".todo li").is_empty());
    let late = coordinator
        .post(&format!("{link}/delete"), &[])
        .await
        .expect(409);
    assert!(late.text().contains("taken back"), "{}", late.text());
    assert_eq!(db_states(&world, id).await, states("active", "withdrawn"));
}

#[tokio::test]
async fn deleting_tells_the_person_and_nobody_else() {
    let world = World::new().await;
    let mut coordinator = world.coordinator("BE").await;
    let mut learner = world.learner("BE").await;
    let id = learner.id.expect("a learner");
    ask(&mut learner, "learner-be").await;
    world.run_jobs().await;
    let before = clikc::mail::list_mails(&world.app.db)
        .await
        .expect("mails")
        .len();
    let url = format!("/erasures/{}", db_erasure(&world, id).await);
    let page = coordinator.get(&url).await.expect(200);
    assert!(page.text().contains("Delete Given learner-be for good"));
    coordinator
        .post(&format!("{url}/delete"), &[])
        .await
        .expect_redirect();
    assert_eq!(db_states(&world, id).await, states("deleted", "done"));
    learner.get("/my").await.expect_redirect();
    let mails = world.mails_to("learner-be@example.org").await;
    let [farewell] = mails.as_slice() else {
        panic!("one mail: {mails:?}");
    };
    assert!(farewell.subject.contains("your account was deleted"));
    let after = clikc::mail::list_mails(&world.app.db)
        .await
        .expect("mails")
        .len();
    // Theirs is one more; the one that asked the coordinator stays, without its text.
    assert_eq!(after, before + 1);
    let page = coordinator.get(&url).await.expect(200);
    assert!(page.text().contains("was deleted on") && !page.text().contains("learner-be"));
    coordinator
        .post(&format!("{url}/delete"), &[])
        .await
        .expect(409);
}

#[tokio::test]
async fn whoever_asked_is_told_also_when_they_are_deleted_from_the_team() {
    let world = World::new().await;
    let mut coordinator = world.coordinator("BE").await;
    let mut learner = world.learner("BE").await;
    let id = learner.id.expect("a learner");
    ask(&mut learner, "learner-be").await;
    let delete = format!("/team/{id}/delete");
    coordinator.post(&delete, &[]).await.expect_redirect();
    assert_eq!(db_states(&world, id).await, states("deleted", "done"));
    let mails = world.mails_to("learner-be@example.org").await;
    assert!(mails[0].subject.contains("your account was deleted"));
}

#[tokio::test]
async fn refusing_takes_a_reason_that_the_person_reads() {
    let world = World::new().await;
    let mut coordinator = world.coordinator("BE").await;
    let mut learner = world.learner("BE").await;
    let id = learner.id.expect("a learner");
    ask(&mut learner, "learner-be").await;
    let url = format!("/erasures/{}", db_erasure(&world, id).await);
    let refuse = format!("{url}/refuse");
    for reason in [" ".to_owned(), "x".repeat(1001)] {
        let fields = [("reason", reason.as_str())];
        coordinator.post(&refuse, &fields).await.expect(422);
    }
    let reason = [("reason", "A case is <open>")];
    coordinator.post(&refuse, &reason).await.expect_redirect();
    coordinator.post(&refuse, &reason).await.expect(409);
    assert_eq!(db_states(&world, id).await, states("active", "refused"));
    let mails = world.mails_to("learner-be@example.org").await;
    let told = mails.last().expect("a mail");
    assert!(
        told.body_text.contains("A case is <open>"),
        "{}",
        told.body_text
    );
    assert!(told.body_html.contains("A case is &lt;open&gt;"));
    let page = learner.get(PAGE).await.expect(200);
    assert!(page.select("#erasure .notice")[0].contains("A case is <open>"));
    // Nothing keeps the person from asking again.
    ask(&mut learner, "learner-be").await;
    assert_eq!(db_states(&world, id).await, states("active", "open"));
}

#[tokio::test]
async fn a_coordinator_reaches_their_own_people_alone_and_never_themselves() {
    let world = World::new().await;
    let mut coordinator = world.coordinator("BE").await;
    let mut stranger = world.coordinator("FR").await;
    let mut learner = world.learner("BE").await;
    ask(&mut learner, "learner-be").await;
    let url = format!(
        "/erasures/{}",
        db_erasure(&world, learner.id.expect("one")).await
    );
    stranger.get(&url).await.expect(404);
    for deed in ["delete", "refuse"] {
        let fields = [("reason", "R")];
        stranger
            .post(&format!("{url}/{deed}"), &fields)
            .await
            .expect(404);
        learner
            .post(&format!("{url}/{deed}"), &fields)
            .await
            .expect(403);
    }
    let list = stranger.get("/erasures").await.expect(200);
    assert_eq!(list.select(".empty-title"), ["Nobody is on the list"]);
    let table = stranger.get("/erasures.csv").await.expect(200);
    assert!(!table.text().contains("learner-be"));

    // Whoever coordinates alone is the secretariat's.
    let mut secretariat = world.secretariat().await;
    ask(&mut coordinator, "coordinator-be").await;
    let id = coordinator.id.expect("one");
    let own = format!("/erasures/{}", db_erasure(&world, id).await);
    coordinator
        .post(&format!("{own}/delete"), &[])
        .await
        .expect(403);
    let tasks = coordinator.get("/tasks").await.expect(200);
    assert_eq!(tasks.select(".todo li").len(), 1, "the learner's alone");
    assert_eq!(world.mails_to("coordinator-be@example.org").await.len(), 1);
    let mails = world.mails_to("secretariat@example.org").await;
    assert_eq!(link_of(&mails[0]), own);
    let tasks = secretariat.get("/tasks").await.expect(200);
    assert!(tasks.select(".todo li")[0].contains("coordinator-be"));
    secretariat
        .post(&format!("{own}/delete"), &[])
        .await
        .expect_redirect();
    assert_eq!(db_states(&world, id).await, states("deleted", "done"));
}

#[tokio::test]
async fn a_request_that_waits_is_not_forgotten_and_in_the_end_is_the_secretariats_too() {
    let world = World::new().await;
    world.coordinator("BE").await;
    let deputy = "deputy-be";
    world.db_coordinator(deputy, "BE").await;
    let secretariat = world.secretariat().await;
    let mut learner = world.learner("BE").await;
    ask(&mut learner, "learner-be").await;
    assert!(world.mails_to("deputy-be@example.org").await.is_empty());
    world.wait_ms(3 * DAY_MS);
    assert_eq!(world.mails_to("deputy-be@example.org").await.len(), 1);
    assert_eq!(world.mails_to("coordinator-be@example.org").await.len(), 2);
    assert!(world.mails_to("secretariat@example.org").await.is_empty());
    let id = secretariat.id.expect("one");
    let tasks = world.db_log_in(id).await.get("/tasks").await.expect(200);
    assert!(tasks.select(".todo li").is_empty());
    world.wait_ms(3 * DAY_MS);
    world.run_jobs().await;
    world.wait_ms(3 * DAY_MS);
    assert_eq!(world.mails_to("secretariat@example.org").await.len(), 1);
    let tasks = world.db_log_in(id).await.get("/tasks").await.expect(200);
    assert_eq!(tasks.select(".todo li").len(), 1);
}

#[tokio::test]
async fn the_list_is_sorted_filtered_and_exported_without_formulas() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    for (name, organisation) in [("zoe", "AR"), ("ana", "BE")] {
        let mut actor = world.db_actor(name, Role::Learner, organisation).await;
        ask(&mut actor, name).await;
        world.wait_ms(1000);
    }
    let names = |page: crate::support::Reply| page.select("tbody th a");
    for (query, expected) in [
        ("", ["Given zoe", "Given ana"]),
        ("sort=name", ["Given ana", "Given zoe"]),
        ("sort=name&direction=desc", ["Given zoe", "Given ana"]),
        ("sort=organisation", ["Given zoe", "Given ana"]),
        ("sort=last_login&direction=desc", ["Given ana", "Given zoe"]),
        ("why=asked", ["Given zoe", "Given ana"]),
        (
            "why=nonsense&sort=nonsense&page=-7",
            ["Given zoe", "Given ana"],
        ),
    ] {
        let url = format!("/erasures?{query}");
        assert_eq!(
            names(secretariat.get(&url).await.expect(200)),
            expected,
            "{query}"
        );
    }
    let page = secretariat.get("/erasures?sort=name").await.expect(200);
    assert_eq!(page.attributes("th[aria-sort]", "aria-sort"), ["ascending"]);
    let none = secretariat.get("/erasures?why=retention").await.expect(200);
    assert!(names(none).is_empty());
    world
        .app
        .db
        .execute(
            "UPDATE users SET given_name = '=HYPERLINK(1)' WHERE username = 'ana'",
            vec![],
        )
        .await
        .expect("a name");
    let table = secretariat.get("/erasures.csv?sort=name").await.expect(200);
    let text = table.text();
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(
        text.contains("'=HYPERLINK(1) ana,ana@example.org,BE,Has asked,"),
        "{text}"
    );
    assert!(text.contains(",I retire"), "{text}");
}

#[tokio::test]
async fn two_who_decide_at_once_decide_once() {
    let world = World::new().await;
    let mut coordinator = world.coordinator("BE").await;
    let mut deputy = world.db_coordinator("deputy-be", "BE").await;
    let mut learner = world.learner("BE").await;
    let id = learner.id.expect("a learner");
    ask(&mut learner, "learner-be").await;
    let url = format!("/erasures/{}", db_erasure(&world, id).await);
    let (delete, refuse) = (format!("{url}/delete"), format!("{url}/refuse"));
    let reason = [("reason", "R")];
    let (one, other) = tokio::join!(
        coordinator.post(&delete, &[]),
        deputy.post(&refuse, &reason)
    );
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    let (account, erasure) = db_states(&world, id).await;
    assert_eq!(account == "deleted", erasure == "done");
}
