//! Certificates: issued once and frozen, verifiable by anyone, corrected and revoked by the
//! secretariat, worded by authors.

use axum::body::Body;
use clikc::args;
use http::Method;

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
async fn verification_shows_every_printed_fact_as_the_page_has_it() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    db_name(&world, learner, "محمد الأمين", "O’Connor-Núñez").await;
    let course = completed_course(&world, learner).await;
    let url = issue(learner, &course).await;
    let number = number(learner, &url).await;
    assert_eq!(number.len(), 19, "80 bits and three dashes: {number}");
    let page = verify(&number, &world).await;
    assert_eq!(page.select(".notice-title"), ["This certificate is valid"]);
    let shown = page.select(".details dd");
    let expected = [
        "محمد الأمين O’Connor-Núñez",
        "Rules of origin",
        "3 May 2026",
        "85 %",
        &number,
        "BE",
    ];
    assert_eq!(shown, expected);
    let pdf = learner.get(&format!("{url}/certificate.pdf")).await.bytes;
    let Some(text) = text_of(&pdf) else { return };
    // Word by word, because the tool puts mixed scripts in the order they are seen in.
    for word in expected.iter().flat_map(|fact| fact.split_whitespace()) {
        assert!(text.contains(word), "{word} in {text}");
    }
    assert!(text.contains(&format!("http://site.test/certificates/verify/{number}")));
}

#[tokio::test]
async fn a_number_is_understood_however_it_is_typed() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    let course = completed_course(&world, learner).await;
    let url = issue(learner, &course).await;
    let number = number(learner, &url).await;
    let typed = number.to_lowercase().replace('-', "+");
    let path = format!("/certificates/verify?number=+{typed}");
    let found = world.anonymous().get(&path).await.expect_redirect();
    let page = world.anonymous().get(&found).await.expect(200);
    assert_eq!(fact(&page, "Certificate number"), number);
    let form = world
        .anonymous()
        .get("/certificates/verify")
        .await
        .expect(200);
    assert_eq!(form.select("label[for=field-number]").len(), 1);
}

#[tokio::test]
async fn an_unknown_number_gets_the_same_page_with_a_plain_sentence() {
    let world = World::new().await;
    for unknown in ["7QX4-MB2K-9TRF-XW3H", "nonsense", "%3Cscript%3Ealert(1)"] {
        let page = verify(unknown, &world).await;
        assert_eq!(
            page.select(".notice-title"),
            ["There is no such certificate"]
        );
        assert!(page.select(".details").is_empty());
    }
}

#[tokio::test]
async fn trying_out_numbers_is_slowed_down() {
    let world = World::new().await;
    let guesser = &mut world.anonymous();
    let mut refused = None;
    for guess in 0..40 {
        let reply = guesser.get(&format!("/certificates/verify/{guess}")).await;
        if reply.status == 429 {
            refused = Some((guess, reply));
            break;
        }
    }
    let (guess, page) = refused.expect("a refusal");
    assert!(guess >= 30, "{guess}");
    assert_eq!(page.select("h1"), ["Too many attempts"]);
    assert_eq!(page.header("retry-after"), "60");
}

#[tokio::test]
async fn a_corrected_name_gets_a_new_number_and_keeps_the_date() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    let course = completed_course(&world, learner).await;
    let old_url = issue(learner, &course).await;
    let old = number(learner, &old_url).await;
    let old_pdf = learner.get(&format!("{old_url}/certificate.pdf")).await;
    until_tomorrow(&world, learner).await;
    let secretariat = &mut world.secretariat().await;
    let path = format!("{old_url}/replace");
    let blank = [("name", "Ana Ruiz"), ("reason", " ")];
    let again = secretariat.post(&path, &blank).await.expect(422);
    assert_eq!(again.attributes("#field-name", "value"), ["Ana Ruiz"]);
    let unprintable = [("name", "山田"), ("reason", "Typing error")];
    let again = secretariat.post(&path, &unprintable).await.expect(422);
    assert!(again.text().contains("Latin, Greek, Cyrillic and Arabic"));
    assert_eq!(count(&world, "certificates").await, 1);

    let fields = [("name", "Ana Ruiz"), ("reason", "Typing error")];
    let new_url = secretariat.post(&path, &fields).await.expect_redirect();
    let new = number(secretariat, &new_url).await;
    assert_ne!(old, new);
    let page = verify(&new, &world).await;
    assert_eq!(page.select(".notice-title"), ["This certificate is valid"]);
    assert_eq!(fact(&page, "Name"), "Ana Ruiz");
    assert_eq!(fact(&page, "Date"), "3 May 2026");
    let page = verify(&old, &world).await;
    assert_eq!(
        page.select(".notice-title"),
        ["This certificate was replaced"]
    );
    assert_eq!(page.select(".notice a"), [format!("Replaced by {new}")]);
    assert!(!page.text().contains("Typing error"));
    let kept = learner.get(&format!("{old_url}/certificate.pdf")).await;
    assert!(old_pdf.bytes == kept.bytes, "byte for byte");
    assert_eq!(issue(learner, &course).await, new_url);
    secretariat.post(&path, &fields).await.expect(409);
    let row: Option<(String,)> = world
        .app
        .db
        .find(
            "SELECT detail FROM audit_entries WHERE action = 'certificate.replace'",
            args![],
        )
        .await
        .expect("a query");
    let detail = row.expect("a record").0;
    assert!(
        detail.contains("Typing error") && detail.contains(&old),
        "{detail}"
    );
}

#[tokio::test]
async fn a_revoked_certificate_says_so_and_is_not_issued_again() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    let course = completed_course(&world, learner).await;
    let url = issue(learner, &course).await;
    let number = number(learner, &url).await;
    let secretariat = &mut world.secretariat().await;
    let path = format!("{url}/revoke");
    secretariat.post(&path, &[("reason", "")]).await.expect(422);
    let fields = [("reason", "Somebody else sat the quiz")];
    secretariat.post(&path, &fields).await.expect_redirect();
    let page = verify(&number, &world).await;
    assert_eq!(
        page.select(".notice-title"),
        ["This certificate was revoked"]
    );
    assert!(!page.text().contains("Somebody else"));
    let managed = secretariat.get(&url).await.expect(200);
    assert_eq!(fact(&managed, "Reason"), "Somebody else sat the quiz");
    assert_eq!(issue(learner, &course).await, url);
    secretariat.post(&path, &fields).await.expect(409);
}

#[tokio::test]
async fn the_register_finds_names_and_numbers() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    db_name(&world, learner, "Íñigo", "Muñoz 100%").await;
    let course = completed_course(&world, learner).await;
    let url = issue(learner, &course).await;
    let number = number(learner, &url).await;
    let secretariat = &mut world.secretariat().await;
    let begin = number.get(..6).expect("a beginning").to_lowercase();
    for found in ["", "munoz", "INIGO", "100%25", &begin, &number] {
        let page = secretariat.get(&format!("/certificates?q={found}")).await;
        assert_eq!(
            page.attributes("tbody a", "href"),
            std::slice::from_ref(&url),
            "{found}"
        );
    }
    // Letters that no number has, so that chance finds nothing either.
    for other in ["nobody", "munoz_", "i%25o"] {
        let page = secretariat.get(&format!("/certificates?q={other}")).await;
        assert_eq!(page.select(".empty-title"), ["No certificates found"]);
    }
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

const BOUNDARY: &str = "certificate-form";

async fn send_design(author: &mut Actor, path: &str, fields: &[(&str, &str)]) -> Reply {
    let mut body = String::new();
    for (name, value) in fields {
        let disposition = format!("Content-Disposition: form-data; name=\"{name}\"");
        let file = if matches!(*name, "logo" | "signature") {
            "; filename=\"picture.png\""
        } else {
            ""
        };
        body.extend([
            format!("--{BOUNDARY}\r\n{disposition}{file}\r\n\r\n"),
            format!("{value}\r\n"),
        ]);
    }
    body.extend([format!("--{BOUNDARY}--\r\n")]);
    let mime = format!("multipart/form-data; boundary={BOUNDARY}");
    let headers = [("content-type", mime.as_str())];
    author
        .send(Method::POST, path, &headers, Body::from(body))
        .await
}

const DESIGN: [(&str, &str); 7] = [
    ("title", "Diploma"),
    ("issuer", "National Customs"),
    ("wording", "Well done,\r\n{name}\r\nfor {course}"),
    ("facts", "number"),
    ("signatory_name", "Leila Ben Youssef"),
    ("signatory_title", "Director General"),
    ("accent", "#14365c"),
];

#[tokio::test]
async fn a_template_edit_counts_from_then_on_and_leaves_issued_ones_alone() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    let course = completed_course(&world, learner).await;
    let url = issue(learner, &course).await;
    let pdf_url = format!("{url}/certificate.pdf");
    let before = learner.get(&pdf_url).await.bytes;
    let author = &mut world.author("BE").await;
    let path = format!("/authoring{}", course.path("/certificate"));
    let page = author.get(&path).await.expect(200);
    assert_eq!(
        page.attributes("#field-title", "value"),
        ["Certificate of Completion"]
    );
    send_design(author, &path, &DESIGN).await.expect_redirect();
    assert!(learner.get(&pdf_url).await.bytes == before, "byte for byte");

    let colleague = &mut world
        .db_actor("colleague", clikc::users::Role::Learner, "BE")
        .await;
    let quiz: Option<(i64,)> = world
        .app
        .db
        .find("SELECT id FROM activities", args![])
        .await
        .expect("a query");
    let quiz = clikc::ids::ActivityId(quiz.expect("a quiz").0);
    course
        .db_result(colleague, quiz, "passed", Some(9000), true)
        .await;
    let url = issue(colleague, &course).await;
    let page = colleague.get(&url).await.expect(200);
    assert_eq!(fact(&page, "Issued by"), "National Customs");
    assert!(!page.select(".details dt").contains(&"Score".to_owned()));
    let pdf = colleague.get(&format!("{url}/certificate.pdf")).await.bytes;
    if let Some(text) = text_of(&pdf) {
        assert!(text.contains("Diploma") && !text.contains("90 %"), "{text}");
    }
}

#[tokio::test]
async fn a_preview_is_a_page_and_saves_nothing() {
    let world = World::new().await;
    let author = &mut world.author("BE").await;
    let course = CourseOf::new(&world, "BE").await;
    let path = format!("/authoring{}", course.path("/certificate/preview.pdf"));
    let saved = author.get(&path).await.expect(200);
    assert!(saved.bytes.starts_with(b"%PDF"));
    let typed = send_design(author, &path, &DESIGN).await.expect(200);
    assert!(typed.bytes.starts_with(b"%PDF") && typed.bytes != saved.bytes);
    assert_eq!(count(&world, "certificate_templates").await, 0);
    let stranger = &mut world.author("FR").await;
    stranger.get(&path).await.expect(404);
}

#[tokio::test]
async fn a_template_that_cannot_be_printed_is_shown_again_with_what_was_typed() {
    let world = World::new().await;
    let author = &mut world.author("BE").await;
    let course = CourseOf::new(&world, "BE").await;
    let path = format!("/authoring{}", course.path("/certificate"));
    let long = "A very long line of words. ".repeat(70);
    let wrong = [
        ("title", "修了証"),
        ("title", ""),
        ("wording", "Nobody"),
        (
            "wording",
            &format!("{{name}}\n{}", long.replace(". ", ".\n")),
        ),
        ("accent", "#ffffff"),
        ("logo", "<svg onload=alert(1)>"),
    ];
    for (field, value) in wrong {
        let mut fields: Vec<_> = DESIGN
            .into_iter()
            .filter(|(name, _)| *name != field)
            .collect();
        fields.push((field, value));
        let page = send_design(author, &path, &fields).await.expect(422);
        assert!(!page.select(".notice").is_empty(), "{field} {value}");
        assert_eq!(
            page.attributes("#field-signatory_name", "value"),
            ["Leila Ben Youssef"]
        );
    }
    assert_eq!(count(&world, "certificate_templates").await, 0);
}
