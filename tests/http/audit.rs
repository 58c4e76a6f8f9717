//! The record of who did what to whom.

use clikc::users::Role;

use crate::support::World;

#[tokio::test]
async fn a_coordinator_reads_what_was_done_to_their_people_whoever_did_it() {
    let world = World::new().await;
    let mut coordinator = world.coordinator("BE").await;
    let mut foreign = world.coordinator("FR").await;
    let mut secretariat = world.secretariat().await;
    let ana = world.db_user("ana", Role::Learner, "BE").await.to_string();
    let suspend = [("action", "suspend"), ("person", ana.as_str())];
    secretariat
        .post("/team/state", &suspend)
        .await
        .expect_redirect();
    let page = coordinator.get("/audit").await.expect(200);
    assert_eq!(page.select("tbody code"), ["user.suspend"]);
    assert_eq!(page.select("tbody th"), ["Given secretariat"]);
    assert_eq!(page.select("td[data-label=From]"), ["127.0.0.1"]);
    assert!(
        foreign
            .get("/audit")
            .await
            .expect(200)
            .select("tbody tr")
            .is_empty()
    );
    assert!(foreign.get("/audit.csv").await.text().lines().count() == 1);
    world.learner("BE").await.get("/audit").await.expect(403);
}

#[tokio::test]
async fn the_record_is_searched_by_word_and_day_and_exported_as_found() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    for name in ["Belgium", "France 50%"] {
        let code = name.get(..2).expect("two letters");
        let fields = [("code", code), ("name", name)];
        secretariat
            .post("/organisations", &fields)
            .await
            .expect_redirect();
    }
    let rows = async |url: &str| {
        let mut actor = secretariat.clone();
        actor.get(url).await.expect(200).select("tbody tr").len()
    };
    assert_eq!(rows("/audit").await, 2);
    assert_eq!(rows("/audit?q=belg").await, 1);
    assert_eq!(rows("/audit?q=50%25").await, 1);
    assert_eq!(rows("/audit?q=0%25x").await, 0);
    // It is the third of May.
    assert_eq!(rows("/audit?from=2026-05-03&until=2026-05-03").await, 2);
    assert_eq!(rows("/audit?until=2026-05-02").await, 0);
    let table = secretariat
        .get("/audit.csv?q=belg")
        .await
        .expect(200)
        .text();
    assert_eq!(table.lines().count(), 2, "{table}");
    assert!(table.contains("2026-05-03T12:00:00Z,Given secretariat,organisation.add"));
}

#[tokio::test]
async fn an_entry_outlives_the_account_of_whoever_did_it() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let mut coordinator = world.coordinator("BE").await;
    let ana = world.db_user("ana", Role::Learner, "BE").await.to_string();
    let suspend = [("action", "suspend"), ("person", ana.as_str())];
    coordinator
        .post("/team/state", &suspend)
        .await
        .expect_redirect();
    let id = coordinator.id.expect("a coordinator");
    let delete = format!("/team/{id}/delete");
    secretariat.post(&delete, &[]).await.expect_redirect();
    let page = secretariat.get("/audit?q=suspend").await.expect(200);
    assert_eq!(page.select("tbody th"), ["Given coordinator-be"]);
}
