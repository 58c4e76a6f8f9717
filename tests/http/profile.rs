//! What people say about themselves, and who may see it.

use clikc::users::Role;
use http::Method;

use crate::support::{Actor, Reply, World, link_of, png, send_file};

async fn save(actor: &mut Actor, email: &str, city: &str) -> Reply {
    let fields = [
        ("given_name", "Ana  María"),
        ("family_name", "Ruiz"),
        ("email", email),
        ("lang", "en"),
        ("city", city),
        ("country", "pe"),
        ("time_zone", "America/Lima"),
        ("description", "I <b>inspect</b>.\nOften."),
        ("interests", "origin, valuation"),
    ];
    actor.post("/profile", &fields).await
}

#[tokio::test]
async fn somebody_edits_their_profile_and_colleagues_see_it_without_the_address() {
    let world = World::new().await;
    let mut ana = world.db_actor("ana", Role::Learner, "BE").await;
    let mut colleague = world.learner("BE").await;
    let mut foreign = world.learner("FR").await;
    save(&mut ana, "ana@example.org", "Lima")
        .await
        .expect_redirect();
    let page = format!("/people/{}", ana.id.expect("a person"));
    let shown = colleague.get(&page).await.expect(200);
    assert_eq!(shown.select("h1"), ["Ana María Ruiz"]);
    assert_eq!(shown.select("dd.typed"), ["I <b>inspect</b>. Often."]);
    assert!(shown.text().contains("Lima, PE"));
    assert!(!shown.text().contains("ana@example.org"));
    foreign.get(&page).await.expect(404);
    world.secretariat().await.get(&page).await.expect(200);
    let wrong = [("given_name", ""), ("time_zone", "Lima")];
    let again = ana.post("/profile", &wrong).await.expect(422);
    assert!(again.select(".field-error").len() >= 2);
}

#[tokio::test]
async fn a_new_address_counts_once_its_mailbox_has_confirmed_it_by_a_post() {
    let world = World::new().await;
    let mut ana = world.db_actor("ana", Role::Learner, "BE").await;
    save(&mut ana, "ana.new@example.org", "")
        .await
        .expect_redirect();
    assert_eq!(
        world.mails_to("ana@example.org").await.len(),
        1,
        "the present mailbox is warned"
    );
    let link = link_of(&world.mails_to("ana.new@example.org").await[0]);
    let mut visitor = world.anonymous();
    for method in [Method::GET, Method::HEAD] {
        visitor
            .send(method, &link, &[], "".into())
            .await
            .expect(200);
    }
    let login = |login: &'static str| [("username", login), ("password", "ana")];
    world
        .anonymous()
        .post("/login", &login("ana.new@example.org"))
        .await
        .expect(422);
    visitor.post(&link, &[]).await.expect_redirect();
    visitor.post(&link, &[]).await.expect(410);
    world
        .anonymous()
        .post("/login", &login("ana.new@example.org"))
        .await
        .expect_redirect();
    world
        .anonymous()
        .post("/login", &login("ana@example.org"))
        .await
        .expect(422);
}

#[tokio::test]
async fn a_link_for_an_address_is_dead_after_a_day_and_when_a_newer_one_was_asked_for() {
    let world = World::new().await;
    let mut ana = world.db_actor("ana", Role::Learner, "BE").await;
    save(&mut ana, "one@example.org", "")
        .await
        .expect_redirect();
    save(&mut ana, "two@example.org", "")
        .await
        .expect_redirect();
    let one = link_of(&world.mails_to("one@example.org").await[0]);
    let two = link_of(&world.mails_to("two@example.org").await[0]);
    let mut visitor = world.anonymous();
    visitor.post(&one, &[]).await.expect(410);
    world.wait_ms(24 * 3_600_000 + 1);
    visitor.post(&two, &[]).await.expect(410);
}

#[tokio::test]
async fn an_address_that_somebody_else_took_meanwhile_stays_theirs() {
    let world = World::new().await;
    let mut ana = world.db_actor("ana", Role::Learner, "BE").await;
    save(&mut ana, "jun@example.org", "")
        .await
        .expect_redirect();
    let link = link_of(&world.mails_to("jun@example.org").await[0]);
    world.db_user("jun", Role::Learner, "BE").await;
    world.anonymous().post(&link, &[]).await.expect(409);
}

#[tokio::test]
async fn a_photo_is_cut_square_and_shown_within_the_administration() {
    let world = World::new().await;
    let mut ana = world.db_actor("ana", Role::Learner, "BE").await;
    let mut foreign = world.learner("FR").await;
    let photo = png(900, 300);
    send_file(&mut ana, "/profile/picture", "picture", &photo)
        .await
        .expect_redirect();
    let page = ana.get("/profile").await.expect(200);
    let url = page.attributes(".portrait", "src").remove(0);
    let shown = ana.get(&url).await.expect(200);
    let picture = image::load_from_memory(&shown.bytes).expect("a picture");
    assert_eq!((picture.width(), picture.height()), (400, 400));
    foreign.get(&url).await.expect(404);
    assert_eq!(page.attributes("img.avatar", "src"), [url.as_str()]);
    send_file(&mut ana, "/profile/picture", "picture", b"no picture")
        .await
        .expect(400);
    ana.post("/profile/picture/delete", &[])
        .await
        .expect_redirect();
    ana.get(&url).await.expect(404);
}

#[tokio::test]
async fn times_are_told_as_the_readers_clock_shows_them() {
    let world = World::new().await;
    let mut ana = world.db_actor("ana", Role::Learner, "BE").await;
    let since = async |actor: &mut Actor| {
        let page = actor.get("/account/sessions").await.expect(200);
        page.select("tbody td[data-label=\"Logged in\"]").remove(0)
    };
    assert_eq!(since(&mut ana).await, "3 May 2026, 12:00 UTC");
    // Lima is five hours behind.
    save(&mut ana, "ana@example.org", "Lima")
        .await
        .expect_redirect();
    assert_eq!(since(&mut ana).await, "3 May 2026, 07:00");
}
