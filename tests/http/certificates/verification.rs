//! What anybody may ask of a certificate by its number.

use super::{completed_course, db_name, fact, issue, number, text_of, verify};
use crate::support::World;

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
