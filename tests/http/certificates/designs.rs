//! How authors word the certificates of their courses.

use axum::body::Body;
use clikc::args;
use http::Method;

use super::{completed_course, count, fact, issue, text_of};
use crate::support::course::CourseOf;
use crate::support::{Actor, Reply, World};

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

#[tokio::test]
async fn an_author_may_do_without_the_qr_code_and_the_number_is_printed_then() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    let course = completed_course(&world, learner).await;
    let author = &mut world.author("BE").await;
    let path = format!("/authoring{}", course.path("/certificate"));
    let page = author.get(&path).await.expect(200);
    let ticked = page.attributes("input[name=facts][checked]", "value");
    assert!(
        ticked.contains(&"qr".to_owned()),
        "on by default: {ticked:?}"
    );
    let without: Vec<_> = DESIGN
        .into_iter()
        .filter(|(name, _)| *name != "facts")
        .collect();
    send_design(author, &path, &without).await.expect_redirect();
    let page = author.get(&path).await.expect(200);
    let ticked = page.attributes("input[name=facts][checked]", "value");
    assert_eq!(ticked, ["number"]);
    let url = issue(learner, &course).await;
    let page = learner.get(&url).await.expect(200);
    let number = fact(&page, "Certificate number");
    let pdf = learner.get(&format!("{url}/certificate.pdf")).await.bytes;
    if let Some(text) = text_of(&pdf) {
        assert!(text.contains(&number), "{text}");
        assert!(text.contains("/certificates/verify/"), "{text}");
    }
}
