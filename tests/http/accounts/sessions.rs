//! Where somebody is logged in, and ending it.

use axum::body::Body;
use clikc::users::Role;
use http::Method;

use super::{is_inside, log_in};
use crate::support::{Actor, World};

const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

async fn log_in_with(actor: &mut Actor, browser: &str) {
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("user-agent", browser),
    ];
    let body = Body::from("username=ana&password=ana");
    let reply = actor.send(Method::POST, "/login", &headers, body).await;
    reply.expect_redirect();
}

#[tokio::test]
async fn people_see_where_they_are_logged_in_and_end_what_they_do_not_know() {
    let world = World::new().await;
    world.db_user("ana", Role::Learner, "BE").await;
    let mut other = world.learner("BE").await;
    let mut laptop = world.anonymous();
    let mut stranger = world.anonymous().from([198, 51, 100, 1]);
    let mut phone = world.anonymous();
    log_in_with(&mut stranger, "<b>curl</b>").await;
    log_in_with(&mut phone, "").await;
    world.wait_ms(60_000);
    log_in_with(&mut laptop, FIREFOX).await;
    let page = laptop.get("/account/sessions").await.expect(200);
    assert_eq!(
        page.select("tbody th"),
        ["Firefox on Linux", "Unknown device", "Unknown device"]
    );
    assert_eq!(page.select("tbody tr:first-child .badge"), ["This device"]);
    let rows = page.select("tbody tr");
    let number = rows.iter().position(|row| row.contains("198.51.100.1"));
    let number = number.expect("the stranger's") - 1;
    let ends = page.attributes("tbody form", "action");
    assert_eq!(ends.len(), 2, "this one is ended by logging out");
    other.post(&ends[number], &[]).await.expect(404);
    assert!(is_inside(&mut stranger).await, "not ended by somebody else");
    laptop.post(&ends[number], &[]).await.expect_redirect();
    assert!(!is_inside(&mut stranger).await);
    assert!(is_inside(&mut phone).await);
    laptop.post(&ends[number], &[]).await.expect(404);
}

#[tokio::test]
async fn all_other_sessions_end_at_once() {
    let world = World::new().await;
    world.db_user("ana", Role::Learner, "BE").await;
    let mut other = world.learner("BE").await;
    let mut sessions = [world.anonymous(), world.anonymous(), world.anonymous()];
    for session in &mut sessions {
        log_in(session, "ana", "ana").await.expect_redirect();
    }
    let [here, there, elsewhere] = &mut sessions;
    here.post("/account/sessions/end", &[])
        .await
        .expect_redirect();
    assert!(is_inside(here).await);
    assert!(!is_inside(there).await && !is_inside(elsewhere).await);
    assert!(is_inside(&mut other).await);
    let page = here.get("/account/sessions").await.expect(200);
    assert_eq!(page.select("tbody tr").len(), 1);
}
