//! What the secretariat may change about the site.

use crate::support::World;

#[tokio::test]
async fn the_secretariat_names_and_colours_the_site() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let fields = [
        ("name", "Customs <b>Academy</b>"),
        ("tagline", "Learn"),
        ("colour_primary", "#104060"),
        ("colour_accent", "#806000"),
    ];
    secretariat
        .post("/settings", &fields)
        .await
        .expect_redirect();
    let page = world.anonymous().get("/login").await.expect(200);
    assert_eq!(page.select(".brand-name"), ["Customs <b>Academy</b>"]);
    assert!(page.select("style")[0].contains("#104060"));
}

#[tokio::test]
async fn a_colour_that_is_none_is_shown_again_and_changes_nothing() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let fields = [
        ("name", "Academy"),
        ("colour_primary", "red;}"),
        ("colour_accent", "#806000"),
    ];
    let page = secretariat.post("/settings", &fields).await.expect(422);
    assert_eq!(page.attributes("#field-name", "value"), ["Academy"]);
    let login = world.anonymous().get("/login").await.expect(200);
    assert_eq!(login.select(".brand-name"), ["CLiKC"]);
}
