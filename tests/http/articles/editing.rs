//! Writing: two people at once, faults, previews, the order of questions, and what stays.

use super::{add, deeds, fixed, reader, write};
use crate::support::World;

#[tokio::test]
async fn a_text_that_somebody_else_has_changed_is_shown_beside_ones_own() {
    let world = World::new().await;
    let mut ana = world.secretariat().await;
    let mut ben = ana.clone();
    let url = format!("{}?lang=fr", fixed(&world, "help").await);
    let text = |title: &'static str, revision: &'static str| {
        [("title", title), ("body", "Texte"), ("revision", revision)]
    };
    ana.post(&url, &text("Aide", "0")).await.expect_redirect();
    let page = ben.post(&url, &text("Secours", "0")).await.expect(409);
    assert!(page.select("[data-theirs]")[0].contains("Aide"));
    assert_eq!(page.attributes("#field-title", "value"), ["Secours"]);
    assert_eq!(page.attributes("input[name=revision]", "value"), ["1"]);
    let read = reader(&world, "fr").get("/help").await.expect(200);
    assert_eq!(read.select("h1"), ["Aide"]);
    // Both were seen: now it is meant.
    ben.post(&url, &text("Secours", "1"))
        .await
        .expect_redirect();
    let read = reader(&world, "fr").get("/help").await.expect(200);
    assert_eq!(read.select("h1"), ["Secours"]);
    ana.post(&url, &text("Assistance", "1")).await.expect(409);
    // What is there already is no change, whoever typed it.
    ana.post(&url, &text("Secours", "1"))
        .await
        .expect_redirect();
    let told = deeds(&world).await;
    let expected = [
        ("article.text", "fr: title:  → Aide; body:  → Texte"),
        ("article.text", "fr: title: Aide → Secours"),
    ];
    assert_eq!(told, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
}

#[tokio::test]
async fn a_text_with_faults_is_shown_again_and_a_preview_stores_nothing() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let url = fixed(&world, "help").await;
    let page = secretariat
        .post(&url, &[("title", ""), ("body", "Only a body")])
        .await
        .expect(422);
    assert!(page.text().contains("Only a body"));
    assert_eq!(page.select(".field-error").len(), 1);
    let fields = [("title", "Help"), ("body", "# One"), ("action", "preview")];
    let page = secretariat.post(&url, &fields).await.expect(200);
    assert_eq!(page.select("[data-preview] h3"), ["One"]);
    assert_eq!(page.attributes("#field-title", "value"), ["Help"]);
    assert!(deeds(&world).await.is_empty());
    let read = world.anonymous().get("/help").await.expect(200);
    assert!(read.select(".prose").is_empty());
}

#[tokio::test]
async fn questions_stand_in_the_order_they_are_given_and_open_by_their_links() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let mut urls = Vec::new();
    for title in ["One", "Two", "Three"] {
        urls.push(add(&mut secretariat, "/settings/faq", title).await);
    }
    let up = [("direction", "up")];
    secretariat
        .post(&format!("{}/move", urls[2]), &up)
        .await
        .expect_redirect();
    secretariat
        .post(&format!("{}/move", urls[0]), &up)
        .await
        .expect_redirect();
    let mut visitor = world.anonymous();
    let page = visitor.get("/faq").await.expect(200);
    assert_eq!(page.select("main summary"), ["One", "Three", "Two"]);
    assert!(page.select("main details[open]").is_empty());
    let link = page
        .attributes("details a[href^='/faq?open']", "href")
        .remove(1);
    let (path, fragment) = link.split_once('#').expect("a fragment");
    let page = visitor.get(path).await.expect(200);
    assert_eq!(page.attributes("details[open]", "id"), [fragment]);
    visitor.get("/faq?open=x").await.expect(200);

    secretariat
        .post(&format!("{}/delete", urls[2]), &[])
        .await
        .expect_redirect();
    secretariat
        .post(&format!("{}/delete", urls[2]), &[])
        .await
        .expect(404);
    let page = visitor.get("/faq").await.expect(200);
    assert_eq!(page.select("main summary"), ["One", "Two"]);
    let told = deeds(&world).await;
    assert!(told.contains(&("article.move".to_owned(), "3 → 2".to_owned())));
    assert!(told.contains(&("article.delete".to_owned(), "en: Three".to_owned())));
}

#[tokio::test]
async fn what_there_is_always_one_of_cannot_be_deleted_or_moved() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let url = fixed(&world, "welcome").await;
    write(&mut secretariat, &url, "en", "Hello", "")
        .await
        .expect_redirect();
    for deed in ["delete", "move"] {
        secretariat
            .post(&format!("{url}/{deed}"), &[("direction", "up")])
            .await
            .expect(404);
    }
    let page = world.anonymous().get("/").await.expect(200);
    assert_eq!(page.select("h1"), ["Hello"]);
    secretariat.get("/settings/texts/999").await.expect(404);
}
