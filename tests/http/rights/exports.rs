//! A copy of everything: made by a job, told, fetched by its owner alone, and gone after five days.

use std::io::Read as _;

use clikc::args;
use clikc::i18n::Lang;
use clikc::users::{self, Role};
use serde_json::Value;

use super::DAY_MS;
use crate::support::{Actor, Player, Wanted, World};

const PAGE: &str = "/profile/data";
const FILE: &str = "/profile/data/export";

async fn fetch(actor: &mut Actor) -> zip::ZipArchive<std::io::Cursor<Vec<u8>>> {
    let file = actor.get(FILE).await.expect(200);
    assert!(file.header("content-disposition").starts_with("attachment"));
    assert_eq!(file.header("cache-control"), "no-store");
    zip::ZipArchive::new(std::io::Cursor::new(file.bytes.to_vec())).expect("a zip")
}

fn text(zip: &mut zip::ZipArchive<std::io::Cursor<Vec<u8>>>, name: &str) -> String {
    let mut text = String::new();
    let mut file = zip.by_name(name).expect("a file");
    file.read_to_string(&mut text).expect("text");
    text
}

fn files(world: &World) -> usize {
    let folder = world.app.config.data_dir.join("exports");
    std::fs::read_dir(folder).map_or(0, Iterator::count)
}

/// A learner who has done something, and to whom something was done.
async fn db_learned(world: &World) -> Actor {
    let organisation = world.organisation("BE").await;
    let author = world.author("BE").await.id.expect("an author");
    let course = world.db_course(organisation, author).await;
    let activity = world
        .db_activity(course, author, Wanted::lesson("lesson-12"))
        .await;
    let mut coordinator = world.coordinator("BE").await;
    let mut learner = world.learner("BE").await;
    let id = learner.id.expect("a learner");
    let done = [
        ("cmi.suspend_data", "<b>my secret place</b>"),
        ("cmi.interactions.0.id", "q1"),
        ("cmi.interactions.0.type", "fill-in"),
        ("cmi.interactions.0.student_response", "my own words"),
        ("cmi.core.lesson_status", "completed"),
    ];
    let mut player = Player::launch(&mut learner, activity).await;
    player.play(&done, true).await.expect(200);
    world.wait_ms(3_600_000);
    world.run_jobs().await;
    let issue = format!("/courses/{course}/certificate");
    learner.post(&issue, &[]).await.expect_redirect();
    let blob = world.app.store.put_blob(&mut b"pixels".as_slice());
    let photo = clikc::media::MediaRef {
        hash: blob.expect("a blob").0.to_string(),
        mime: "image/png".to_owned(),
    };
    clikc::profile::db::mark_picture(&world.app.db, id, Some(&photo))
        .await
        .expect("a photo");
    let person = id.to_string();
    for action in ["suspend", "reactivate"] {
        let fields = [("action", action), ("person", person.as_str())];
        let to = coordinator.post("/team/state", &fields).await;
        to.expect_redirect();
    }
    world.db_log_in(id).await
}

#[tokio::test]
async fn the_copy_is_made_by_a_job_and_told_by_alert_and_mail() {
    let world = World::new().await;
    let mut learner = world.learner("BE").await;
    learner.post(FILE, &[]).await.expect_redirect();
    let page = learner.get(PAGE).await.expect(200);
    assert_eq!(page.select("[data-renew] .progress-value"), ["0 %"]);
    learner.get(FILE).await.expect(410);
    // One at a time.
    learner.post(FILE, &[]).await.expect_redirect();
    let mails = world.mails_to("learner-be@example.org").await;
    let [told] = mails.as_slice() else {
        panic!("one mail: {mails:?}");
    };
    assert!(told.subject.contains("your copy is ready"));
    assert!(told.body_text.contains("http://site.test/profile/data\n"));
    let alerts = learner.get("/alerts").await.expect(200);
    assert!(alerts.select(".todo li")[0].contains("copy of your data"));
}

#[tokio::test]
async fn the_copy_holds_everything_about_the_person_and_nothing_about_others() {
    let world = World::new().await;
    let mut learner = db_learned(&world).await;
    learner.post(FILE, &[]).await.expect_redirect();
    world.run_jobs().await;
    let mut zip = fetch(&mut learner).await;
    let html = text(&mut zip, "index.html");
    assert!(html.contains("<html lang=\"en\" dir=\"ltr\">") && !html.contains("<script"));
    assert!(html.contains("&lt;b&gt;my secret place&lt;/b&gt;") && html.contains("my own words"));
    assert!(!html.contains("[rights-"), "{html}");
    let json = text(&mut zip, "data.json");
    let data: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(data["account"][0]["username"], "learner-be");
    assert_eq!(data["account"][0]["organisation"], "BE");
    assert_eq!(data["interactions"][0]["response"], "my own words");
    assert_eq!(data["modules"].as_array().map(Vec::len), Some(1));
    assert_eq!(data["attempts"][0]["status"], "completed");
    assert_eq!(data["grades"].as_array().map(Vec::len), Some(1));
    let paper = data["certificates"][0]["file"].as_str().expect("a file");
    assert!(html.contains(&format!("href=\"{paper}\"")));
    zip.by_name(paper).expect("the certificate itself");
    assert_eq!(data["profile"][0]["photo"], "files/photo.png");
    assert_eq!(text(&mut zip, "files/photo.png"), "pixels");
    let done = data["done_to_you"].as_array().expect("a list").iter();
    let actions: Vec<_> = done.map(|entry| entry["action"].as_str()).collect();
    assert_eq!(actions, [Some("user.suspend"), Some("user.reactivate")]);
    for stranger in ["coordinator-be", "author-be"] {
        let is_named = json.contains(stranger) || html.contains(stranger);
        assert!(!is_named, "{stranger}");
    }
}

#[tokio::test]
async fn what_the_record_says_of_others_is_not_in_the_copy_of_whoever_did_it() {
    let world = World::new().await;
    db_learned(&world).await;
    let found = users::db::find_user_by_login(&world.app.db, "coordinator-be").await;
    let coordinator = found.expect("a query").expect("a coordinator").id;
    let mut coordinator = world.db_log_in(coordinator).await;
    coordinator.post(FILE, &[]).await.expect_redirect();
    world.run_jobs().await;
    let json = text(&mut fetch(&mut coordinator).await, "data.json");
    assert!(json.contains("user.suspend"), "{json}");
    assert!(!json.contains("learner-be"), "{json}");
}

#[tokio::test]
async fn the_page_speaks_the_language_of_its_reader() {
    let world = World::new().await;
    let mut learner = world.learner("BE").await;
    let id = learner.id.expect("a learner");
    users::db::mark_language(&world.app.db, id, Lang::Ar)
        .await
        .expect("a language");
    learner.post(FILE, &[]).await.expect_redirect();
    world.run_jobs().await;
    let mut zip = fetch(&mut learner).await;
    let html = text(&mut zip, "index.html");
    assert!(html.contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(html.contains("بيانات Given learner-be"), "{html}");
}

#[tokio::test]
async fn a_copy_is_its_owners_alone_and_gone_after_five_days_or_at_once() {
    let world = World::new().await;
    let mut learner = world.learner("BE").await;
    let mut other = world.coordinator("BE").await;
    learner.post(FILE, &[]).await.expect_redirect();
    world.run_jobs().await;
    assert_eq!(files(&world), 1);
    fetch(&mut learner).await;
    other.get(FILE).await.expect(410);
    world.anonymous().get(FILE).await.expect_redirect();
    let page = learner.get(PAGE).await.expect(200);
    assert!(
        page.select("#export .notice")[0].contains("8 May 2026"),
        "{}",
        page.text()
    );

    world.wait_ms(5 * DAY_MS);
    let mut learner = world.db_log_in(learner.id.expect("a learner")).await;
    learner.get(FILE).await.expect(410);
    world.run_jobs().await;
    assert_eq!(files(&world), 0);

    learner.post(FILE, &[]).await.expect_redirect();
    world.run_jobs().await;
    learner
        .post(&format!("{FILE}/delete"), &[])
        .await
        .expect_redirect();
    learner.get(FILE).await.expect(410);
    world.run_jobs().await;
    assert_eq!(files(&world), 0);
    // Cancelled before it was made, it is not made.
    learner.post(FILE, &[]).await.expect_redirect();
    learner
        .post(&format!("{FILE}/delete"), &[])
        .await
        .expect_redirect();
    world.run_jobs().await;
    assert_eq!(files(&world), 0);
    let mails = world.mails_to("learner-be@example.org").await;
    assert_eq!(mails.len(), 2, "one for each that was made");
}

#[tokio::test]
async fn a_job_that_runs_again_tells_nobody_twice_and_leaves_one_file() {
    let world = World::new().await;
    let mut learner = world.learner("BE").await;
    learner.post(FILE, &[]).await.expect_redirect();
    let folder = world.app.config.data_dir.join("exports");
    std::fs::create_dir_all(&folder).expect("a folder");
    let row: Option<(String, String)> = world
        .app
        .db
        .find(
            "SELECT x.token, j.payload FROM data_exports x, jobs j WHERE j.state = 'queued'",
            args![],
        )
        .await
        .expect("a query");
    let (token, payload) = row.expect("an export");
    // What a process left that ended in the middle.
    std::fs::write(folder.join(format!("{token}-left")), b"half").expect("a file");
    world.run_jobs().await;
    world
        .app
        .db
        .execute(
            "INSERT INTO jobs (kind, payload, state, tries, run_at, created_at) VALUES ('long', $1, 'queued', 0, 0, 0)",
            args![&payload],
        )
        .await
        .expect("a job");
    world.run_jobs().await;
    assert_eq!(files(&world), 1);
    fetch(&mut learner).await;
    assert_eq!(world.mails_to("learner-be@example.org").await.len(), 1);
}

#[tokio::test]
async fn deleting_the_person_deletes_their_copy() {
    let world = World::new().await;
    let mut coordinator = world.coordinator("BE").await;
    let mut learner = world.db_actor("ana", Role::Learner, "BE").await;
    learner.post(FILE, &[]).await.expect_redirect();
    world.run_jobs().await;
    assert_eq!(files(&world), 1);
    let delete = format!("/team/{}/delete", learner.id.expect("a learner"));
    coordinator.post(&delete, &[]).await.expect_redirect();
    world.run_jobs().await;
    assert_eq!(files(&world), 0);
}
