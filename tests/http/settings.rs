//! What the secretariat may change about the site.

use crate::support::{World, png, send_file, set_rules};

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

#[tokio::test]
async fn the_logo_stands_on_every_page_and_nothing_else_of_the_store_is_public() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let mut visitor = world.anonymous();
    let login = visitor.get("/login").await.expect(200);
    assert_eq!(login.attributes(".brand img", "src").len(), 0);

    send_file(&mut secretariat, "/settings/logo", "logo", &png(2000, 400))
        .await
        .expect_redirect();
    let login = visitor.get("/login").await.expect(200);
    let address = login.attributes(".brand img", "src").remove(0);
    let logo = visitor.get(&address).await.expect(200);
    assert_eq!(logo.header("content-type"), "image/jpeg");
    assert!(logo.header("cache-control").contains("immutable"));

    let blob = world.app.store.put_blob(&mut b"private".as_slice());
    let hash = blob.expect("a blob").0;
    visitor.get(&format!("/logo/{hash}")).await.expect(404);

    secretariat
        .post("/settings/logo/delete", &[])
        .await
        .expect_redirect();
    visitor.get(&address).await.expect(404);
    let login = visitor.get("/login").await.expect(200);
    assert_eq!(login.attributes(".brand img", "src").len(), 0);
}

#[tokio::test]
async fn a_logo_that_is_no_picture_is_refused_with_a_sentence_and_changes_nothing() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let page = send_file(&mut secretariat, "/settings/logo", "logo", b"<svg/>")
        .await
        .expect(400);
    assert!(page.text().contains("PNG, JPEG or WebP"));
    let login = world.anonymous().get("/login").await.expect(200);
    assert_eq!(login.attributes(".brand img", "src").len(), 0);
}

#[tokio::test]
async fn a_rule_that_makes_no_sense_is_shown_again_and_changes_nothing() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let page = set_rules(&mut secretariat, &[("remind_days", "0")]).await;
    assert_eq!(
        page.expect(422).select(".field-error"),
        ["Give a whole number from 1 to 30."]
    );
    let page = secretariat.get("/settings/rules").await.expect(200);
    assert_eq!(page.attributes("#field-remind_days", "value"), ["3"]);
    set_rules(&mut secretariat, &[("remind_days", "5")])
        .await
        .expect_redirect();
    let page = secretariat.get("/audit?q=remind").await.expect(200);
    assert_eq!(page.select("td.typed"), ["remind_days: 3 → 5"]);
}
