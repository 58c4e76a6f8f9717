//! Logging in and out.

use clikc::users::Role;

use crate::support::World;

#[tokio::test]
async fn a_person_logs_in_by_name_or_address_and_out_again() {
    let world = World::new().await;
    world.db_user("ana", Role::Learner, "BE").await;
    for login in ["ana", " ANA@Example.org "] {
        let mut ana = world.anonymous();
        let fields = [("username", login), ("password", "ana"), ("next", "/login")];
        assert_eq!(
            ana.post("/login", &fields).await.expect_redirect(),
            "/login"
        );
        assert_eq!(ana.get("/login").await.expect_redirect(), "/my");
        ana.post("/logout", &[]).await.expect_redirect();
        ana.get("/login").await.expect(200);
    }
}

#[tokio::test]
async fn every_failed_log_in_is_told_in_the_same_words() {
    let world = World::new().await;
    world.db_user("ana", Role::Learner, "BE").await;
    let mut visitor = world.anonymous();
    let wrong = visitor
        .post("/login", &[("username", "ana"), ("password", "x")])
        .await
        .expect(422);
    let absent = visitor
        .post("/login", &[("username", "bob"), ("password", "x")])
        .await
        .expect(422);
    let words = wrong.select(".notice p");
    assert!(!words.is_empty());
    assert_eq!(words, absent.select(".notice p"));
}

#[tokio::test]
async fn logging_in_replaces_the_session_that_was_there() {
    let world = World::new().await;
    world.db_user("ana", Role::Learner, "BE").await;
    let mut ana = world.anonymous();
    let fields = [("username", "ana"), ("password", "ana")];
    ana.post("/login", &fields).await.expect_redirect();
    let mut stolen = ana.clone();
    ana.post("/login", &fields).await.expect_redirect();
    stolen.get("/login").await.expect(200);
    ana.get("/login").await.expect_redirect();
}

#[tokio::test]
async fn a_form_sent_after_the_session_ended_says_so_and_leads_back_to_its_page() {
    let world = World::new().await;
    let mut author = world.author("BE").await;
    world.wait_ms(13 * 3_600_000);
    for (referer, next) in [
        (
            "http://site.test/authoring/courses/3/settings?x=1",
            "/authoring/courses/3/settings?x=1",
        ),
        ("http://evil.example/authoring", "/my"),
        ("", "/my"),
    ] {
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("referer", referer),
        ];
        let path = "/authoring/courses/3/settings";
        let reply = author
            .send(http::Method::POST, path, &headers, "title=Long".into())
            .await;
        let login = reply.expect_redirect();
        let page = author.get(&login).await.expect(200);
        assert_eq!(
            page.attributes("form[action='/login'] input[name=next]", "value"),
            [next]
        );
        assert!(page.select("[data-unsaved]")[0].contains("was not saved"));
    }
    let login = author.get("/authoring").await.expect_redirect();
    let page = author.get(&login).await.expect(200);
    assert!(page.select("[data-unsaved]").is_empty());
    assert_eq!(
        page.attributes("form[action='/login'] input[name=next]", "value"),
        ["/authoring"]
    );
}

#[tokio::test]
async fn invisible_commands_in_what_is_typed_are_left_out_and_harm_no_database() {
    let world = World::new().await;
    let mut author = world.author("BE").await;
    let fields = [
        ("title", "Ris\0k \u{202e}one\u{1b}"),
        ("lang", "en"),
        ("short_name", "a\0b"),
        ("objectives", "First\0\r\n\r\nSecond"),
    ];
    let course = author
        .post("/authoring/courses", &fields)
        .await
        .expect_redirect();
    let page = author.get(&course).await.expect(200);
    assert_eq!(page.select("h1"), ["Risk one"]);
    assert_eq!(page.select(".kicker"), ["ab"]);
    let settings = author.get(&format!("{course}/settings")).await.expect(200);
    assert!(settings.select("#field-objectives")[0].contains("First Second"));
    let section = [("title", "S\0ection")];
    author
        .post(&format!("{course}/sections"), &section)
        .await
        .expect_redirect();
    let activity = [("kind", "quiz"), ("title", "Q\0uiz")];
    author
        .post(&format!("{course}/activities"), &activity)
        .await
        .expect_redirect();
    let outline = author
        .get(&course)
        .await
        .select("[data-reorder-name]")
        .join(" ");
    assert!(
        outline.contains("Section") && outline.contains("Quiz"),
        "{outline}"
    );
    let category = [("name", "C\0ategory")];
    author
        .post("/authoring/categories", &category)
        .await
        .expect_redirect();
    let login = [("username", "a\0na"), ("password", "x")];
    world.anonymous().post("/login", &login).await.expect(422);
    let mut secretariat = world.secretariat().await;
    secretariat.get("/certificates?q=%00").await.expect(404);
    author.get("/authoring/uploads/%00").await.expect(404);
}

#[tokio::test]
async fn a_wrong_verb_gets_a_page_that_says_so_and_every_answer_its_number() {
    let world = World::new().await;
    let mut learner = world.learner("BE").await;
    let page = learner.get("/activities/1/launch").await.expect(405);
    assert_eq!(page.select("h1"), ["This address does not do that"]);
    assert_eq!(page.header("allow"), "POST");
    let id = page.header("x-request-id");
    assert_eq!(page.select("small code"), [id.as_str()]);
    let page = learner.get("/my").await.expect(200);
    assert!(!page.header("x-request-id").is_empty());
}

#[tokio::test]
async fn a_post_from_another_site_is_refused() {
    let world = World::new().await;
    let mut visitor = world.anonymous();
    let headers = [
        ("origin", "http://content.test"),
        ("sec-fetch-site", "cross-site"),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    let reply = visitor
        .send(http::Method::POST, "/logout", &headers, "".into())
        .await;
    reply.expect(403);
}
