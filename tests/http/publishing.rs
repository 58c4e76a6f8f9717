//! Publishing versions: what is said of them, and what becomes of people inside.

use std::collections::BTreeMap;

use clikc::args;
use clikc::i18n::Lang;
use clikc::ids::ActivityId;
use clikc::versions::sentence;
use packages::testing::package_with;
use packages::{ReportLine, Severity};

use super::uploads::upload;
use crate::support::course::CourseOf;
use crate::support::{Actor, World};

async fn two_versions(world: &World, author: &mut Actor) -> ActivityId {
    let activity = CourseOf::new(world, "BE").await.lesson("Lesson").await;
    for text in ["one", "two"] {
        let zip = package_with(&[("text.txt", text.as_bytes())]).expect("a zip");
        upload(author, activity, &format!("{text}.zip"), zip).await;
        world.run_jobs().await;
    }
    activity
}

async fn db_attempt(world: &World, learner: &Actor, activity: ActivityId, status: &str) {
    let sql = "INSERT INTO attempts (user_id, activity_id, version_id, number, epoch, acked, started_at, \
               observed_ms, status, outcome, navigation) VALUES ($1, $2, 1, 1, 1, 0, 1, 0, $3, '', '')";
    let values = args![learner.id, activity, status];
    world.app.db.execute(sql, values).await.expect("an attempt");
}

async fn pinned(world: &World) -> Vec<(String, i64)> {
    let sql = "SELECT status, version_id FROM attempts ORDER BY status";
    world.app.db.all(sql, vec![]).await.expect("a query")
}

#[tokio::test]
async fn publishing_keeps_people_inside_unless_asked_and_can_be_taken_back() {
    let world = World::new().await;
    let author = &mut world.author("BE").await;
    let activity = two_versions(&world, author).await;
    let list = format!("/authoring/activities/{activity}/packages");
    let current = "tbody tr:has(.badge .icon) td:first-child";
    let page = author.get(&list).await.expect(200);
    assert_eq!(page.select("tbody tr").len(), 2);
    assert!(
        page.select(current)
            .contains(&"Version 1 Published".to_owned())
    );
    let (ana, jun) = (
        world.learner("BE").await,
        world
            .db_actor("jun", clikc::users::Role::Learner, "BE")
            .await,
    );
    db_attempt(&world, &ana, activity, "incomplete").await;
    db_attempt(&world, &jun, activity, "passed").await;
    let page = author.get("/authoring/versions/2").await.expect(200);
    assert!(
        page.text()
            .contains("People who have begun another version: 2")
    );
    assert_eq!(page.select("main details summary"), ["Files changed: 1"]);
    let publish = "/authoring/versions/2/publish";
    assert_eq!(author.post(publish, &[]).await.expect_redirect(), list);
    assert_eq!(
        pinned(&world).await,
        [("incomplete".into(), 1), ("passed".into(), 1)]
    );
    let move_on = [("inside", "move-unfinished")];
    author.post(publish, &move_on).await.expect_redirect();
    assert_eq!(
        pinned(&world).await,
        [("incomplete".into(), 2), ("passed".into(), 1)]
    );
    let back = [("inside", "move-all")];
    author
        .post("/authoring/versions/1/publish", &back)
        .await
        .expect_redirect();
    assert_eq!(
        pinned(&world).await,
        [("incomplete".into(), 1), ("passed".into(), 1)]
    );
    let page = author.get(&list).await.expect(200);
    assert!(
        page.select(current)
            .contains(&"Version 1 Published".to_owned())
    );
}

#[tokio::test]
async fn a_version_with_faults_cannot_be_published() {
    let world = World::new().await;
    let author = &mut world.author("BE").await;
    two_versions(&world, author).await;
    let sql = "UPDATE package_versions SET block_count = 1 WHERE id = 2";
    world.app.db.execute(sql, vec![]).await.expect("an update");
    author
        .post("/authoring/versions/2/publish", &[])
        .await
        .expect(409);
    let page = author.get("/authoring/versions/2").await.expect(200);
    assert!(
        page.attributes("form", "action")
            .iter()
            .all(|url| !url.ends_with("/publish"))
    );
}

#[test]
fn every_finding_has_a_sentence_in_every_language() {
    for (code, names) in packages::report::CODES {
        let args: BTreeMap<String, String> = names
            .iter()
            .map(|name| ((*name).to_owned(), "1".to_owned()))
            .collect();
        let line = ReportLine {
            severity: Severity::Note,
            code: (*code).to_owned(),
            args,
            text: String::new(),
        };
        for lang in Lang::ALL {
            let text = sentence(lang, &line);
            assert!(
                !text.starts_with('[') && !text.contains("{$"),
                "{lang:?}: {text}"
            );
        }
    }
}
