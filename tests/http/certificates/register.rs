//! Corrections, revocations and the register, all the secretariat's.

use clikc::args;
use clikc::mail::list_mails;

use super::{completed_course, count, db_name, fact, issue, number, until_tomorrow, verify};
use crate::support::World;

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
async fn the_holder_of_a_revoked_certificate_reads_why_and_is_not_congratulated() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    let course = completed_course(&world, learner).await;
    let url = issue(learner, &course).await;
    let number = number(learner, &url).await;
    let secretariat = &mut world.secretariat().await;
    let fields = [("reason", "Somebody else sat the quiz")];
    secretariat
        .post(&format!("{url}/revoke"), &fields)
        .await
        .expect_redirect();

    let page = learner.get(&course.path("")).await.expect(200);
    let section = page.select("#certificate").concat();
    for words in [
        "was revoked on 3 May 2026",
        "Somebody else sat the quiz",
        &number,
    ] {
        assert!(section.contains(words), "{section}");
    }
    assert!(!section.contains("Congratulations"), "{section}");
    assert!(page.select("#certificate button").is_empty());

    assert_eq!(issue(learner, &course).await, url);
    let page = learner.get(&url).await.expect(200);
    assert!(page.select(".flash").is_empty(), "{}", page.text());
    assert_eq!(fact(&page, "Reason"), "Somebody else sat the quiz");
}

#[tokio::test]
async fn the_holder_gets_a_mail_when_a_certificate_is_replaced_or_revoked() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    let course = completed_course(&world, learner).await;
    let old_url = issue(learner, &course).await;
    let old = number(learner, &old_url).await;
    let secretariat = &mut world.secretariat().await;
    let fields = [("name", "Ana Ruiz"), ("reason", "Typing error")];
    let new_url = secretariat
        .post(&format!("{old_url}/replace"), &fields)
        .await
        .expect_redirect();
    let new = number(secretariat, &new_url).await;
    let fields = [("reason", "Somebody else sat the quiz")];
    secretariat
        .post(&format!("{new_url}/revoke"), &fields)
        .await
        .expect_redirect();
    world.run_jobs().await;
    let mails = list_mails(&world.app.db).await.expect("mails");
    let [revoked, replaced] = mails.as_slice() else {
        panic!("two mails: {mails:?}");
    };
    assert_eq!(revoked.recipient, "learner-be@example.org");
    for (mail, words) in [
        (
            revoked,
            [
                &new,
                "Somebody else sat the quiz",
                "was revoked on 3 May 2026",
                &new_url,
            ],
        ),
        (replaced, [&old, "Typing error", &new, &new_url]),
    ] {
        for word in words {
            assert!(mail.body_text.contains(word), "{word}: {}", mail.body_text);
            assert!(mail.body_html.contains(word), "{word}: {}", mail.body_html);
        }
    }
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
