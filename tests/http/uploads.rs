//! Uploading a package: in pieces, interrupted, as a plain form; and what the author sees of it.

use axum::body::Body;
use bytes::Bytes;
use clikc::ids::ActivityId;
use clikc::users::Role;
use futures_util::stream;
use http::Method;
use packages::testing::zip_fixture;
use serde_json::{Value, json};

use crate::support::course::CourseOf;
use crate::support::{Actor, Reply, World};

async fn open(author: &mut Actor, activity: ActivityId, name: &str, size: usize) -> Value {
    let path = format!("/authoring/activities/{activity}/uploads");
    let upload = author
        .post_json(&path, &json!({ "name": name, "size": size }))
        .await
        .expect(201)
        .json();
    assert_eq!(upload["state"], "receiving");
    upload
}

async fn put(author: &mut Actor, upload: &Value, offset: usize, body: Body) -> Reply {
    let path = format!(
        "/authoring/uploads/{}?offset={offset}",
        upload["id"].as_str().expect("an id")
    );
    let headers = [("accept", "application/json")];
    author.send(Method::PUT, &path, &headers, body).await
}

pub async fn upload(author: &mut Actor, activity: ActivityId, name: &str, zip: Vec<u8>) -> Value {
    let upload = open(author, activity, name, zip.len()).await;
    let answer = put(author, &upload, 0, Body::from(zip)).await.expect(200);
    assert_eq!(answer.json()["state"], "importing");
    upload
}

async fn standing(author: &mut Actor, upload: &Value) -> Value {
    let path = format!(
        "/authoring/uploads/{}",
        upload["id"].as_str().expect("an id")
    );
    author.get(&path).await.expect(200).json()
}

fn files_waiting(world: &World) -> usize {
    std::fs::read_dir(world.app.config.uploads_dir()).map_or(0, Iterator::count)
}

#[tokio::test]
async fn a_package_arrives_in_pieces_is_published_and_names_its_activity() {
    let world = World::new().await;
    let author = &mut world.author("BE").await;
    let activity = CourseOf::new(&world, "BE").await.lesson("").await;
    let zip = zip_fixture("lesson-12").expect("a zip");
    let upload = open(author, activity, "C:\\fakepath\\lesson.zip", zip.len()).await;
    let (first, second) = zip.split_at(1000);
    let answer = put(author, &upload, 0, Body::from(first.to_vec())).await;
    assert_eq!(answer.expect(200).json()["received"], 1000);
    let wrong = put(author, &upload, 500, Body::from(second.to_vec())).await;
    assert_eq!(wrong.expect(409).json()["received"], 1000);
    let answer = put(author, &upload, 1000, Body::from(second.to_vec())).await;
    assert_eq!(answer.expect(200).json()["state"], "importing");
    world.run_jobs().await;
    let done = standing(author, &upload).await;
    assert_eq!(done["state"], "done", "{done}");
    let path = format!("/authoring/activities/{activity}/packages");
    let page = author.get(&path).await.expect(200);
    let cells = page.select("tbody td");
    assert_eq!(
        cells.first().map(String::as_str),
        Some("Version 1 Published")
    );
    assert!(
        cells.iter().any(|cell| cell.starts_with("lesson.zip")),
        "{cells:?}"
    );
    assert!(!page.text().contains("Untitled activity"));
    assert_eq!(files_waiting(&world), 0);
    let again = put(author, &upload, zip.len(), Body::empty()).await;
    assert_eq!(again.expect(409).json()["state"], "done");
}

#[tokio::test]
async fn a_dropped_connection_keeps_what_arrived() {
    let world = World::new().await;
    let author = &mut world.author("BE").await;
    let activity = CourseOf::new(&world, "BE").await.lesson("Lesson").await;
    let zip = zip_fixture("quiz-12").expect("a zip");
    let upload = open(author, activity, "quiz.zip", zip.len()).await;
    let arrived = Bytes::copy_from_slice(zip.get(..700).expect("a long zip"));
    let broken = stream::iter([Ok(arrived), Err(std::io::Error::other("reset"))]);
    put(author, &upload, 0, Body::from_stream(broken)).await;
    assert_eq!(standing(author, &upload).await["received"], 700);
    let page = author
        .get(&format!("/authoring/activities/{activity}/packages"))
        .await;
    assert!(
        page.text()
            .contains("Continue: choose the same file again.")
    );
    let rest = zip.get(700..).expect("a long zip").to_vec();
    put(author, &upload, 700, Body::from(rest))
        .await
        .expect(200);
    world.run_jobs().await;
    assert_eq!(standing(author, &upload).await["state"], "done");
}

#[tokio::test]
async fn more_bytes_than_announced_are_not_kept() {
    let world = World::new().await;
    let author = &mut world.author("BE").await;
    let activity = CourseOf::new(&world, "BE").await.lesson("Lesson").await;
    let upload = open(author, activity, "x.zip", 10).await;
    let answer = put(author, &upload, 0, Body::from(vec![0; 5000])).await;
    assert_eq!(answer.expect(200).json()["received"], 10);
}

#[tokio::test]
async fn a_refused_package_says_why_in_the_readers_language_and_can_be_dismissed() {
    let world = World::new().await;
    let author = &mut world.author("BE").await;
    let activity = CourseOf::new(&world, "BE").await.lesson("Lesson").await;
    let upload = upload(author, activity, "notes.zip", b"not a zip".to_vec()).await;
    world.run_jobs().await;
    let refused = standing(author, &upload).await;
    assert_eq!(refused["state"], "refused");
    assert!(refused["refusal"].as_str().expect("a sentence").len() > 20);
    let path = format!("/authoring/activities/{activity}/packages");
    let page = author.get(&path).await.expect(200);
    assert_eq!(page.select(".notice-title"), ["notes.zip was not accepted"]);
    assert_eq!(files_waiting(&world), 0);
    let delete = format!(
        "/authoring/uploads/{}/delete",
        upload["id"].as_str().expect("an id")
    );
    assert_eq!(author.post(&delete, &[]).await.expect_redirect(), path);
    let page = author.get(&path).await.expect(200);
    assert!(!page.text().contains("notes.zip"));
}

#[tokio::test]
async fn a_plain_form_works_without_scripts() {
    let world = World::new().await;
    let author = &mut world.author("BE").await;
    let activity = CourseOf::new(&world, "BE").await.lesson("Lesson").await;
    let head = "--x\r\nContent-Disposition: form-data; name=\"package\"; filename=\"lesson.zip\"\r\n\
                Content-Type: application/zip\r\n\r\n";
    let zip = zip_fixture("lesson-12").expect("a zip");
    let body = [head.as_bytes(), &zip, b"\r\n--x--\r\n"].concat();
    let length = body.len().to_string();
    let headers = [
        ("content-type", "multipart/form-data; boundary=x"),
        ("content-length", length.as_str()),
    ];
    let path = format!("/authoring/activities/{activity}/packages");
    let answer = author.send(Method::POST, &path, &headers, Body::from(body));
    assert_eq!(answer.await.expect_redirect(), path);
    world.run_jobs().await;
    let page = author.get(&path).await.expect(200);
    assert_eq!(page.select("tbody tr").len(), 1);
}

#[tokio::test]
async fn a_file_beyond_the_limit_is_refused_before_it_travels() {
    let world = World::new().await;
    let author = &mut world.author("BE").await;
    let activity = CourseOf::new(&world, "BE").await.lesson("Lesson").await;
    let path = format!("/authoring/activities/{activity}/uploads");
    let size = world.app.config.upload_limit_bytes + 1;
    let answer = author
        .post_json(&path, &json!({ "name": "x.zip", "size": size }))
        .await
        .expect(413);
    let message = answer.json()["message"].as_str().map(str::to_owned);
    assert!(message.expect("a sentence").contains("too large"));
    let empty = json!({ "name": "x.zip", "size": 0 });
    author.post_json(&path, &empty).await.expect(400);
}

#[tokio::test]
async fn uploads_of_another_administration_are_not_there() {
    let world = World::new().await;
    let author = &mut world.author("BE").await;
    let stranger = &mut world.author("FR").await;
    let activity = CourseOf::new(&world, "BE").await.lesson("Lesson").await;
    let mine = open(author, activity, "x.zip", 10).await;
    put(stranger, &mine, 0, Body::from("0123456789"))
        .await
        .expect(404);
    let path = format!("/authoring/uploads/{}", mine["id"].as_str().expect("an id"));
    stranger.get(&path).await.expect(404);
    stranger
        .post(&format!("{path}/delete"), &[])
        .await
        .expect(404);
    let page = format!("/authoring/activities/{activity}/packages");
    stranger.get(&page).await.expect(404);
    let new = json!({ "name": "x.zip", "size": 10 });
    let path = format!("/authoring/activities/{activity}/uploads");
    stranger.post_json(&path, &new).await.expect(404);
}

#[tokio::test]
async fn uploads_nobody_came_back_to_are_removed_with_their_files() {
    let world = World::new().await;
    let author = &mut world.author("BE").await;
    let activity = CourseOf::new(&world, "BE").await.lesson("Lesson").await;
    let old = open(author, activity, "old.zip", 10).await;
    world.wait_ms(8 * 24 * 3_600_000);
    let author = &mut world.db_actor("ana", Role::Author, "BE").await;
    let fresh = open(author, activity, "fresh.zip", 10).await;
    clikc::uploads::tidy(&world.app).await.expect("tidied");
    let find = async |upload: &Value| {
        let id = upload["id"].as_str().expect("an id");
        clikc::uploads::db::find_upload(&world.app.db, id)
            .await
            .expect("a query")
    };
    assert!(find(&old).await.is_none());
    assert!(find(&fresh).await.is_some());
    assert_eq!(files_waiting(&world), 1);
}

#[tokio::test]
async fn the_demo_course_can_be_played_once_its_packages_are_imported() {
    let world = World::new().await;
    clikc::demo::seed(&world.app).await.expect("a demo site");
    world.run_jobs().await;
    let rows: Vec<(String, Option<i64>)> = world
        .app
        .db
        .all("SELECT title, version_id FROM activities", vec![])
        .await
        .expect("a query");
    assert!(rows.len() > 4, "{rows:?}");
    assert!(
        rows.iter().all(|(_, version)| version.is_some()),
        "{rows:?}"
    );
}

#[tokio::test]
async fn an_author_who_did_not_see_the_end_of_an_import_is_told_by_mail() {
    let world = World::new().await;
    let author = &mut world.author("BE").await;
    let activity = CourseOf::new(&world, "BE").await.lesson("Lesson").await;
    let zip = zip_fixture("lesson-12").expect("a zip");
    let seen = upload(author, activity, "seen.zip", zip.clone()).await;
    upload(author, activity, "closed.zip", zip).await;
    upload(author, activity, "junk.zip", b"no zip".to_vec()).await;
    world.run_jobs().await;
    // One page was open and asked on; the tabs of the others were closed.
    assert_eq!(standing(author, &seen).await["state"], "done");
    world.wait_ms(61_000);
    world.run_jobs().await;
    let mails = clikc::mail::list_mails(&world.app.db).await.expect("mails");
    let mut subjects: Vec<_> = mails.iter().map(|mail| mail.subject.as_str()).collect();
    subjects.sort_unstable();
    assert_eq!(
        subjects,
        ["Your package closed.zip", "Your package junk.zip"]
    );
    assert!(
        mails
            .iter()
            .any(|mail| mail.body_text.contains("was not accepted"))
    );
}
