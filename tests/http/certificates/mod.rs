//! Certificates: issued once and frozen, verifiable by anyone, corrected and revoked by the
//! secretariat, worded by authors.

mod designs;
mod register;
mod verification;

use clikc::args;

use crate::support::course::CourseOf;
use crate::support::{Actor, Reply, World};

/// A course of one quiz that the learner has passed with 85 %.
async fn completed_course<'w>(world: &'w World, learner: &Actor) -> CourseOf<'w> {
    let course = CourseOf::titled(world, "BE", "Rules of origin", None).await;
    let quiz = course.quiz("Quiz").await;
    course.db_enrol(learner).await;
    course
        .db_result(learner, quiz, "passed", Some(8500), true)
        .await;
    course
}

async fn issue(learner: &mut Actor, course: &CourseOf<'_>) -> String {
    let url = learner
        .post(&course.path("/certificate"), &[])
        .await
        .expect_redirect();
    assert!(url.starts_with("/certificates/"), "{url}");
    url
}

/// The number on a certificate's page.
async fn number(actor: &mut Actor, url: &str) -> String {
    fact(&actor.get(url).await.expect(200), "Certificate number")
}

fn fact(page: &Reply, term: &str) -> String {
    let terms = page.select(".details dt");
    let at = terms.iter().position(|found| found == term);
    let at = at.unwrap_or_else(|| panic!("no {term} in {terms:?}"));
    page.select(".details dd")[at].clone()
}

async fn verify(number: &str, world: &World) -> Reply {
    let path = format!("/certificates/verify/{number}");
    world.anonymous().get(&path).await.expect(200)
}

async fn db_name(world: &World, actor: &Actor, given: &str, family: &str) {
    let sql = "UPDATE users SET given_name = $2, family_name = $3 WHERE id = $1";
    let values = args![actor.id, given, family];
    world.app.db.execute(sql, values).await.expect("an update");
}

/// Without the session ending meanwhile.
async fn until_tomorrow(world: &World, actor: &mut Actor) {
    for _ in 0..3 {
        world.wait_ms(8 * 3_600_000);
        actor.get("/my/certificates").await.expect(200);
    }
}

async fn count(world: &World, table: &str) -> i64 {
    let sql = format!("SELECT CAST(COUNT(*) AS BIGINT) FROM {table}");
    let row: Option<(i64,)> = world.app.db.find(sql, args![]).await.expect("a count");
    row.expect("a row").0
}

/// The copied text of a PDF, or `None` where the tool that reads it is not installed.
fn text_of(pdf: &[u8]) -> Option<String> {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), pdf).expect("written");
    let output = std::process::Command::new("pdftotext")
        .args(["-enc", "UTF-8"])
        .arg(file.path())
        .arg("-")
        .output()
        .ok()?;
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let is_mark = |c: &char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}');
    Some(text.chars().filter(|c| !is_mark(c)).collect())
}

#[tokio::test]
async fn there_is_no_certificate_before_completion() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    let course = CourseOf::new(&world, "BE").await;
    let quiz = course.quiz("Quiz").await;
    course.db_enrol(learner).await;
    course
        .db_result(learner, quiz, "failed", Some(6999), false)
        .await;
    let url = learner
        .post(&course.path("/certificate"), &[])
        .await
        .expect_redirect();
    assert_eq!(url, course.path("#certificate"));
    let page = learner.get(&course.path("")).await.expect(200);
    assert!(page.select(".flash")[0].contains("not complete yet"));
    assert_eq!(count(&world, "certificates").await, 0);
}

#[tokio::test]
async fn a_course_of_another_administration_gives_no_certificate() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    let course = completed_course(&world, learner).await;
    let stranger = &mut world.learner("FR").await;
    let path = course.path("/certificate");
    stranger.post(&path, &[]).await.expect(404);
}

#[tokio::test]
async fn it_is_issued_exactly_once_and_frozen() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    let course = completed_course(&world, learner).await;
    let url = issue(learner, &course).await;
    let pdf_url = format!("{url}/certificate.pdf");
    let first = learner.get(&pdf_url).await.expect(200);
    assert_eq!(first.header("content-type"), "application/pdf");
    assert!(first.bytes.starts_with(b"%PDF"));
    let disposition = first.header("content-disposition");
    assert!(
        disposition.starts_with("attachment; ") && disposition.contains("filename*=UTF-8''"),
        "{disposition}"
    );
    let number = number(learner, &url).await;
    let facts = verify(&number, &world).await.select(".details");

    db_name(&world, learner, "Another", "Name").await;
    world
        .app
        .db
        .execute("UPDATE courses SET title = 'Renamed'", args![])
        .await
        .expect("an update");
    until_tomorrow(&world, learner).await;
    assert_eq!(issue(&mut learner.clone(), &course).await, url);
    assert_eq!(count(&world, "certificates").await, 1);
    let again = learner.get(&pdf_url).await.expect(200);
    assert!(first.bytes == again.bytes, "byte for byte");
    assert_eq!(verify(&number, &world).await.select(".details"), facts);
}

#[tokio::test]
async fn two_clicks_at_once_issue_one() {
    let world = World::new().await;
    let learner = world.learner("BE").await;
    let course = completed_course(&world, &learner).await;
    let (mut left, mut right) = (learner.clone(), learner);
    let (one, other) = tokio::join!(issue(&mut left, &course), issue(&mut right, &course));
    assert_eq!(one, other);
    assert_eq!(count(&world, "certificates").await, 1);
    assert_eq!(count(&world, "audit_entries").await, 1);
}

#[tokio::test]
async fn strangers_do_not_find_it_and_the_secretariat_does() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    let course = completed_course(&world, learner).await;
    let url = issue(learner, &course).await;
    let pdf_url = format!("{url}/certificate.pdf");
    let colleague = world.author("BE").await;
    for stranger in [&mut world.learner("FR").await, &mut colleague.clone()] {
        stranger.get(&url).await.expect(404);
        stranger.get(&pdf_url).await.expect(404);
        let fields = [("name", "Me"), ("reason", "I like it")];
        stranger
            .post(&format!("{url}/replace"), &fields)
            .await
            .expect(403);
        stranger
            .post(&format!("{url}/revoke"), &fields)
            .await
            .expect(403);
        stranger.get("/certificates").await.expect(403);
        let mine = stranger.get("/my/certificates").await.expect(200);
        assert_eq!(mine.select(".empty-title"), ["No certificates yet"]);
    }
    world.secretariat().await.get(&pdf_url).await.expect(200);
    let mine = learner.get("/my/certificates").await.expect(200);
    assert_eq!(mine.attributes("tbody a", "href"), [url]);
}

#[tokio::test]
async fn a_hostile_name_is_inert_and_an_unprintable_one_gets_a_sentence() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    let course = completed_course(&world, learner).await;
    db_name(&world, learner, "山田", "太郎").await;
    let page = learner
        .post(&course.path("/certificate"), &[])
        .await
        .expect(422);
    assert!(page.select(".notice p")[0].contains("山田 太郎"));
    assert_eq!(count(&world, "certificates").await, 0);
    db_name(
        &world,
        learner,
        "<script>alert(1)</script>",
        "{score}\u{202e}",
    )
    .await;
    let url = issue(learner, &course).await;
    let number = number(learner, &url).await;
    let page = verify(&number, &world).await;
    assert_eq!(fact(&page, "Name"), "<script>alert(1)</script> {score}");
    assert!(!page.text().contains("<script>alert"));
}
