//! Visitors try a course without an account, and leave nothing behind.

use clikc::args;
use clikc::ids::{ActivityId, CourseId};
use serde_json::json;

use crate::support::{Actor, Player, Wanted, World};

/// A published course with one module, its author's administration being BE.
async fn course(world: &World, wanted: Wanted<'_>) -> (CourseId, ActivityId) {
    let organisation = world.organisation("BE").await;
    let author = world.db_user_once("builder").await;
    let course = world.db_course(organisation, author).await;
    let activity = world.db_activity(course, author, wanted).await;
    (course, activity)
}

async fn switch(secretariat: &mut Actor, course: CourseId, door: &str) {
    let url = format!("/authoring/courses/{course}/guests");
    secretariat
        .post(&url, &[("door", door)])
        .await
        .expect_redirect();
}

fn launch_url(activity: ActivityId) -> String {
    format!("/demo/activities/{activity}/launch")
}

async fn launch(guest: &mut Actor, activity: ActivityId) -> Player {
    let location = guest
        .post(&launch_url(activity), &[])
        .await
        .expect_redirect();
    let mut player = Player::at(guest, &location);
    player.open("window-1", false).await.expect(200);
    player
}

/// Everything that could tell of somebody, as it is stored.
async fn traces(world: &World) -> Vec<(&'static str, i64)> {
    const TABLES: [&str; 17] = [
        "users",
        "sessions",
        "enrolments",
        "launches",
        "attempts",
        "attempt_scos",
        "interactions",
        "results",
        "stray_entries",
        "learner_shared",
        "certificates",
        "jobs",
        "mails",
        "alerts",
        "audit_entries",
        "requests",
        "login_devices",
    ];
    let mut counts = Vec::new();
    for table in TABLES {
        let sql = format!("SELECT CAST(COUNT(*) AS BIGINT) FROM {table}");
        let row: Option<(i64,)> = world.app.db.find(sql, args![]).await.expect("a count");
        counts.push((table, row.expect("a row").0));
    }
    counts
}

async fn count_launches(world: &World) -> i64 {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM guest_launches";
    let row: Option<(i64,)> = world.app.db.find(sql, args![]).await.expect("a count");
    row.expect("a row").0
}

#[tokio::test]
async fn a_guest_plays_a_course_and_leaves_no_trace() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    for fixture in ["quiz-12", "led-2004"] {
        let (course, activity) = course(&world, Wanted::quiz(fixture)).await;
        switch(&mut secretariat, course, "open").await;
        let before = traces(&world).await;
        let mut guest = world.anonymous();
        let page = guest.get(&format!("/demo/{course}")).await.expect(200);
        assert_eq!(page.select("h1"), ["Risk"]);
        let url = launch_url(activity);
        assert_eq!(page.attributes("form[data-launch]", "action"), [url]);

        let mut player = launch(&mut guest, activity).await;
        let is_12 = fixture == "quiz-12";
        let values = if is_12 {
            [
                ("cmi.core.score.raw", "100"),
                ("cmi.core.lesson_status", "passed"),
                ("cmi.interactions.0.id", "q1"),
            ]
        } else {
            [
                ("cmi.score.scaled", "1"),
                ("cmi.success_status", "passed"),
                ("cmi.completion_status", "completed"),
            ]
        };
        let answer = player.play(&values, true).await.expect(200).json();
        assert_eq!(answer["refused"], json!([]));
        if is_12 {
            assert_eq!(player.status(), "passed");
        }
        // What a window says that has lost its place is kept of nobody.
        let stale =
            json!({ "epoch": 0, "entries": [{ "seq": 1, "sco": player.sco, "op": "init" }] });
        player.send("commit", &stale).await.expect(409);
        player.navigate("exitAll").await;
        world.run_jobs().await;
        assert_eq!(traces(&world).await, before, "{fixture}");
    }
    assert_eq!(count_launches(&world).await, 2);
}

#[tokio::test]
async fn the_content_of_a_guest_meets_a_guest_in_the_readers_language() {
    let world = World::new().await;
    let (course, activity) = course(&world, Wanted::lesson("lesson-12")).await;
    switch(&mut world.secretariat().await, course, "open").await;
    for (lang, name) in [("en", "Guest"), ("fr", "Invité"), ("ar", "ضيف")] {
        let mut guest = world.anonymous();
        guest.plant("lang", lang);
        let location = guest
            .post(&launch_url(activity), &[])
            .await
            .expect_redirect();
        let path = location.replace("http://content.test", "");
        let shell = guest.on_content_origin().get(&path).await.expect(200);
        assert_eq!(shell.attributes("html", "lang"), [lang]);
        let boot: serde_json::Value =
            serde_json::from_str(&shell.select("#clikc-boot")[0]).expect("JSON");
        assert_eq!(boot["guest"], true);
        assert_eq!(boot["attempt"], json!(null));
        let back = format!("http://site.test/demo/{course}");
        assert_eq!(boot["returnUrl"], back);
        let mut player = Player::at(&guest, &location);
        player.open("window-1", false).await.expect(200);
        let initial = &player.view["deliver"]["initial"];
        assert_eq!(initial["cmi.core.student_name"], name);
        assert_eq!(initial["cmi.core.student_id"], "guest");
    }
}

#[tokio::test]
async fn what_an_account_has_done_is_not_a_guests_affair() {
    let world = World::new().await;
    let (course, activity) = course(&world, Wanted::lesson("lesson-12")).await;
    switch(&mut world.secretariat().await, course, "open").await;
    let mut learner = world.learner("BE").await;
    let before = traces(&world).await;
    let mut player = launch(&mut learner, activity).await;
    let values = [("cmi.core.lesson_status", "completed")];
    player.play(&values, true).await.expect(200);
    assert_eq!(traces(&world).await, before);
}

#[tokio::test]
async fn a_course_that_is_closed_again_ends_for_those_who_play_it() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let (course, activity) = course(&world, Wanted::lesson("lesson-12")).await;
    switch(&mut secretariat, course, "open").await;
    let mut guest = world.anonymous();
    let mut player = launch(&mut guest, activity).await;
    player.file("index.html").await.expect(200);

    switch(&mut secretariat, course, "closed").await;
    let values = [("cmi.core.lesson_location", "2")];
    let answer = player.play(&values, false).await.expect(410).json();
    assert_eq!(answer["error"], "closed");
    player.file("index.html").await.expect(404);
    guest.get(&format!("/demo/{course}")).await.expect(404);
    guest.post(&launch_url(activity), &[]).await.expect(404);
    assert!(
        guest
            .get("/")
            .await
            .attributes("a[href^='/demo']", "href")
            .is_empty()
    );
    // Opened anew, it is a new beginning.
    switch(&mut secretariat, course, "open").await;
    player.open("window-1", false).await.expect(410);
    let rows: Vec<(String,)> = world
        .app
        .db
        .all("SELECT action FROM audit_entries ORDER BY id", args![])
        .await
        .expect("the record");
    let deeds: Vec<_> = rows.into_iter().map(|(deed,)| deed).collect();
    let (open, close) = ("course.open_to_guests", "course.close_to_guests");
    assert_eq!(deeds, [open, close, open]);
}

#[tokio::test]
async fn a_capability_of_a_guest_ends_by_itself_and_goes() {
    let world = World::new().await;
    let (course, activity) = course(&world, Wanted::lesson("lesson-12")).await;
    switch(&mut world.secretariat().await, course, "open").await;
    let mut guest = world.anonymous();
    let mut player = launch(&mut guest, activity).await;
    world.wait_ms(4 * 3_600_000 - 1);
    player.play(&[], false).await.expect(200);
    world.wait_ms(1);
    player.play(&[], false).await.expect(410);
    launch(&mut guest, activity).await;
    assert_eq!(count_launches(&world).await, 1);
}

#[tokio::test]
async fn only_what_is_published_visible_and_open_is_there_for_guests() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let (course, activity) = course(&world, Wanted::lesson("lesson-12")).await;
    let mut guest = world.anonymous();
    let expect = async |guest: &mut Actor, status: u16| {
        guest.post(&launch_url(activity), &[]).await.expect(status);
    };
    guest.get(&format!("/demo/{course}")).await.expect(404);
    expect(&mut guest, 404).await;
    switch(&mut secretariat, course, "open").await;
    expect(&mut guest, 303).await;
    let mut player = launch(&mut guest, activity).await;
    let hide = async |sql: &'static str| {
        let done = world.app.db.execute(sql, args![]).await;
        assert_eq!(done.expect("an update"), 1);
    };
    hide("UPDATE activities SET is_visible = FALSE").await;
    expect(&mut guest, 404).await;
    player.play(&[], false).await.expect(410);
    let page = guest.get(&format!("/demo/{course}")).await.expect(200);
    assert_eq!(page.select(".empty").len(), 1);
    assert!(
        guest
            .get("/")
            .await
            .attributes("a[href^='/demo']", "href")
            .is_empty()
    );
    hide("UPDATE activities SET is_visible = TRUE").await;
    for (close, reopen) in [
        (
            "UPDATE courses SET state = 'draft'",
            "UPDATE courses SET state = 'published'",
        ),
        (
            "UPDATE courses SET is_open_to_guests = FALSE",
            "UPDATE courses SET is_open_to_guests = TRUE",
        ),
    ] {
        player.file("index.html").await.expect(200);
        hide(close).await;
        expect(&mut guest, 404).await;
        guest.get(&format!("/demo/{course}")).await.expect(404);
        player.file("index.html").await.expect(404);
        hide(reopen).await;
    }
    guest
        .post(&launch_url(ActivityId(999)), &[])
        .await
        .expect(404);
}

#[tokio::test]
async fn the_secretariat_alone_opens_a_course_and_its_author_reads_so() {
    let world = World::new().await;
    let (course, _) = course(&world, Wanted::lesson("lesson-12")).await;
    let mut author = world.author("BE").await;
    let settings = format!("/authoring/courses/{course}/settings");
    let switch = format!("/authoring/courses/{course}/guests");
    author.post(&switch, &[("door", "open")]).await.expect(403);
    let page = author.get(&settings).await.expect(200);
    assert!(page.select(&format!("form[action='{switch}']")).is_empty());
    assert!(page.text().contains("Not open to guests"));
    let mut secretariat = world.secretariat().await;
    let page = secretariat.get(&settings).await.expect(200);
    assert_eq!(page.select(&format!("form[action='{switch}']")).len(), 1);
    secretariat
        .post(&switch, &[("door", "ajar")])
        .await
        .expect(400);
    secretariat
        .post("/authoring/courses/999/guests", &[("door", "open")])
        .await
        .expect(404);
}

#[tokio::test]
async fn the_front_page_offers_what_is_in_the_readers_language() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let mut ids = Vec::new();
    for lang in ["en", "fr"] {
        let (course, _) = course(&world, Wanted::lesson("lesson-12")).await;
        let sql = "UPDATE courses SET lang = $2 WHERE id = $1";
        let done = world.app.db.execute(sql, args![course, lang]).await;
        done.expect("an update");
        switch(&mut secretariat, course, "open").await;
        ids.push(format!("/demo/{course}"));
    }
    for (lang, expected) in [("en", &ids[0]), ("fr", &ids[1]), ("ar", &ids[0])] {
        let mut visitor = world.anonymous();
        visitor.plant("lang", lang);
        let front = visitor.get("/").await.expect(200);
        let links = front.attributes("a[href^='/demo']", "href");
        assert_eq!(links, [expected.as_str()], "{lang}");
    }
}

#[tokio::test]
async fn one_network_cannot_launch_without_end() {
    let world = World::new().await;
    let (course, activity) = course(&world, Wanted::lesson("lesson-12")).await;
    switch(&mut world.secretariat().await, course, "open").await;
    let mut guest = world.anonymous().from([203, 0, 113, 9]);
    for _ in 0..120 {
        guest
            .post(&launch_url(activity), &[])
            .await
            .expect_redirect();
    }
    guest.post(&launch_url(activity), &[]).await.expect(429);
    let mut elsewhere = world.anonymous().from([198, 51, 100, 7]);
    elsewhere
        .post(&launch_url(activity), &[])
        .await
        .expect_redirect();
    world.wait_ms(1_000);
    guest
        .post(&launch_url(activity), &[])
        .await
        .expect_redirect();
}

#[tokio::test]
async fn a_module_that_guests_have_played_can_be_deleted() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let (course, activity) = course(&world, Wanted::lesson("lesson-12")).await;
    switch(&mut secretariat, course, "open").await;
    let mut player = launch(&mut world.anonymous(), activity).await;
    let url = format!("/authoring/activities/{activity}/delete");
    secretariat.post(&url, &[]).await.expect_redirect();
    player.play(&[], false).await.expect(410);
    assert_eq!(count_launches(&world).await, 0);
}
