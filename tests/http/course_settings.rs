//! Settings of a course, its picture and video, its participants, and the categories it stands in.

use http::Method;

use crate::support::{World, png, send_file};

fn settings(course: i64) -> String {
    format!("/authoring/courses/{course}/settings")
}

#[tokio::test]
async fn settings_are_kept_and_the_preview_stores_nothing() {
    let world = World::new().await;
    let mut author = world.author("BE").await;
    let course = author.add_course("Risk").await;
    let mut fields = vec![
        ("title", "Risk management"),
        ("short_name", "RM-1"),
        ("lang", "fr"),
        (
            "objectives",
            "- **select** cargo\n\n<script>alert(1)</script>",
        ),
        ("audience", "everyone"),
        ("action", "preview"),
    ];
    let preview = author.post(&settings(course), &fields).await.expect(200);
    assert_eq!(preview.select("[data-preview] li strong"), ["select"]);
    assert!(preview.select("[data-preview] script").is_empty());
    let unchanged = author.get(&settings(course)).await;
    assert_eq!(unchanged.attributes("#field-title", "value"), ["Risk"]);

    fields.pop();
    author
        .post(&settings(course), &fields)
        .await
        .expect_redirect();
    let page = author.get(&settings(course)).await.expect(200);
    assert_eq!(page.attributes("#field-short_name", "value"), ["RM-1"]);
    assert_eq!(
        page.attributes("#field-lang option[selected]", "value"),
        ["fr"]
    );
    assert_eq!(
        page.attributes("input[name=audience][checked]", "value"),
        ["everyone"]
    );

    author.add_course("Other").await;
    fields[1] = ("short_name", "other");
    let taken = author.post(&settings(course), &fields).await.expect(422);
    assert_eq!(taken.select("#field-short_name-error").len(), 1);
}

#[tokio::test]
async fn a_picture_is_made_to_fit_and_shown_to_those_who_may_take_the_course() {
    let world = World::new().await;
    let mut author = world.author("BE").await;
    let course = author.add_course("Risk").await;
    let url = format!("/authoring/courses/{course}/picture");
    let refused = send_file(&mut author, &url, "picture", b"<svg/>")
        .await
        .expect(400);
    assert!(refused.text().contains("not a PNG, JPEG or WebP"));
    send_file(&mut author, &url, "picture", &png(2400, 600))
        .await
        .expect_redirect();
    let page = author.get(&settings(course)).await.expect(200);
    let address = page.attributes(".panel img", "src").remove(0);
    let mut learner = world.learner("BE").await;
    learner.get(&address).await.expect(404);
    author.publish(course).await;
    let picture = learner.get(&address).await.expect(200);
    assert_eq!(picture.header("content-type"), "image/jpeg");
    let read = image::load_from_memory(&picture.bytes).expect("a picture");
    assert_eq!((read.width(), read.height()), (1200, 300));
    let mut stranger = world.learner("FR").await;
    stranger.get(&address).await.expect(404);
    author
        .post(&format!("{url}/delete"), &[])
        .await
        .expect_redirect();
    learner.get(&address).await.expect(404);
}

#[tokio::test]
async fn an_introduction_video_is_served_in_ranges() {
    let world = World::new().await;
    let mut author = world.author("BE").await;
    let course = author.add_course("Risk").await;
    let url = format!("/authoring/courses/{course}/video");
    send_file(&mut author, &url, "video", b"no video")
        .await
        .expect(400);
    let mut video = b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41".to_vec();
    video.resize(4000, b'v');
    send_file(&mut author, &url, "video", &video)
        .await
        .expect_redirect();
    let address = format!("/courses/{course}/video");
    let headers = [("range", "bytes=4-7"), ("accept-encoding", "gzip")];
    let part = author
        .send(Method::GET, &address, &headers, "".into())
        .await
        .expect(206);
    assert_eq!(part.bytes.as_ref(), b"ftyp");
    let headers = [("accept-encoding", "gzip")];
    let whole = author
        .send(Method::GET, &address, &headers, "".into())
        .await
        .expect(200);
    assert_eq!(whole.header("content-type"), "video/mp4");
    assert_eq!(whole.bytes.as_ref(), video);
}

#[tokio::test]
async fn an_author_enrols_people_of_the_own_administration_only() {
    let world = World::new().await;
    let mut author = world.author("BE").await;
    let course = author.add_course("Risk").await;
    let colleague = world.learner("BE").await.id.expect("a log-in");
    world.learner("FR").await;
    let url = format!("/courses/{course}/participants");
    for unknown in ["learner-fr", "nobody"] {
        let refused = author.post(&url, &[("person", unknown)]).await.expect(422);
        assert_eq!(refused.attributes("#field-person", "value"), [unknown]);
    }
    let by_address = [("person", "Learner-BE@example.org")];
    author.post(&url, &by_address).await.expect_redirect();
    author.post(&url, &by_address).await.expect_redirect();
    let page = author.get(&url).await.expect(200);
    assert_eq!(page.select("tbody th"), ["Given learner-be"]);
    let mut secretariat = world.secretariat().await;
    let anyone = [("person", "learner-fr")];
    secretariat.post(&url, &anyone).await.expect_redirect();
    assert_eq!(secretariat.get(&url).await.select("tbody th").len(), 2);
    assert_eq!(author.get(&url).await.select("tbody th").len(), 1);

    let remove = format!("{url}/{colleague}/delete");
    author.post(&remove, &[]).await.expect_redirect();
    author.post(&remove, &[]).await.expect(409);
    assert!(author.get(&url).await.select("tbody th").is_empty());
}

#[tokio::test]
async fn the_secretariat_grows_and_prunes_the_tree_of_categories() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let list = "/authoring/categories";
    for name in ["English", "Français"] {
        secretariat
            .post(list, &[("name", name)])
            .await
            .expect_redirect();
    }
    secretariat.post(list, &[("name", " ")]).await.expect(422);
    let page = secretariat.get(list).await;
    let links = page.attributes("tbody th a", "href");
    let id = |link: &str| link.rsplit('/').next().expect("an id").to_owned();
    let english = id(&links[0]);
    let below = [
        ("name", "Valuation"),
        ("parent", english.as_str()),
        ("lang", "en"),
    ];
    secretariat.post(list, &below).await.expect_redirect();
    secretariat
        .post(&format!("{}/move", links[1]), &[("direction", "up")])
        .await
        .expect_redirect();
    let page = secretariat.get(list).await;
    assert_eq!(
        page.select("tbody th"),
        ["Français", "English", "English / Valuation"]
    );
    let valuation = page.attributes("tbody th a", "href").remove(2);
    let loops = [("name", "English"), ("parent", &id(&valuation))];
    secretariat.post(&links[0], &loops).await.expect(422);
    secretariat
        .post(&format!("{}/delete", links[0]), &[])
        .await
        .expect(409);
    secretariat
        .post(&format!("{valuation}/delete"), &[])
        .await
        .expect_redirect();
    secretariat
        .post(&format!("{}/delete", links[0]), &[])
        .await
        .expect_redirect();
    assert_eq!(secretariat.get(list).await.select("tbody th"), ["Français"]);
}

#[tokio::test]
async fn authors_see_the_tree_and_add_to_it_in_the_language_of_its_branch() {
    let world = World::new().await;
    let mut author = world.author("BE").await;
    let list = "/authoring/categories";
    let branch = [("name", "Français"), ("lang", "fr")];
    author.post(list, &branch).await.expect_redirect();
    let parent = author.get(list).await.expect(200);
    let parent = parent.attributes("#field-parent option", "value").remove(1);
    let below = [("name", "Valeur"), ("parent", parent.as_str())];
    author.post(list, &below).await.expect_redirect();
    let page = author.get(list).await.expect(200);
    assert_eq!(page.select("tbody th"), ["Français", "Français / Valeur"]);
    assert_eq!(
        page.select("tbody td:nth-child(2)"),
        ["Français", "Français"]
    );
    assert!(page.select("tbody button, tbody a").is_empty());
    author.get(&format!("{list}/{parent}")).await.expect(403);
    author
        .post(&format!("{list}/{parent}/delete"), &[])
        .await
        .expect(403);
    for (field, value) in [("parent", "x"), ("lang", "xx")] {
        let fields = [("name", "Name"), (field, value)];
        author.post(list, &fields).await.expect(422);
    }
}
