//! The contact form: a mail to those who run the site, and nothing else.

use clikc::mail::list_mails;
use clikc::users::Role;

use crate::support::{Actor, Reply, World};

async fn write(actor: &mut Actor, name: &str, email: &str, message: &str) -> Reply {
    let fields = [("name", name), ("email", email), ("message", message)];
    actor.post("/contact", &fields).await
}

#[tokio::test]
async fn a_message_reaches_the_secretariat_and_an_answer_its_sender() {
    let world = World::new().await;
    world.secretariat().await;
    world.db_user("second", Role::Secretariat, "WCO").await;
    world.db_user("operator", Role::Operator, "WCO").await;
    let mut visitor = world.anonymous();
    let message = "Good morning\r\n\r\nMay <b>I</b> ask?";
    let to = write(&mut visitor, "Rita  Rey", " rita@customs.example ", message)
        .await
        .expect_redirect();
    let page = visitor.get(&to).await.expect(200);
    assert!(page.select(".flash")[0].contains("on its way"));

    world.run_jobs().await;
    let mails = list_mails(&world.app.db).await.expect("mails");
    let to: Vec<_> = mails.iter().map(|mail| mail.recipient.as_str()).collect();
    assert_eq!(to, ["second@example.org", "secretariat@example.org"]);
    for mail in &mails {
        assert_eq!(mail.reply_to.as_deref(), Some("rita@customs.example"));
        assert_eq!(mail.subject, "CLiKC: message from Rita Rey");
        assert!(mail.body_text.contains("Good morning\n\nMay <b>I</b> ask?"));
        assert!(mail.body_html.contains("May &lt;b&gt;I&lt;/b&gt; ask?"));
    }
}

#[tokio::test]
async fn operators_read_what_no_secretariat_is_there_to_read() {
    let world = World::new().await;
    world.db_user("operator", Role::Operator, "WCO").await;
    let mut learner = world.learner("BE").await;
    let page = learner.get("/contact").await.expect(200);
    assert_eq!(
        page.attributes("#field-email", "value"),
        ["learner-be@example.org"]
    );
    write(&mut learner, "Ana", "ana@customs.example", "Hello")
        .await
        .expect_redirect();
    assert_eq!(world.mails_to("operator@example.org").await.len(), 1);
}

#[tokio::test]
async fn where_nobody_is_in_charge_the_message_stays_on_the_page() {
    let world = World::new().await;
    let mut visitor = world.anonymous();
    let page = write(&mut visitor, "Ana", "ana@customs.example", "Hello there")
        .await
        .expect(503);
    assert_eq!(page.select("textarea"), ["Hello there"]);
    assert_eq!(page.select(".notice.kind-error").len(), 1);
}

#[tokio::test]
async fn a_message_with_faults_is_shown_again_with_what_was_typed() {
    let world = World::new().await;
    world.secretariat().await;
    let mut visitor = world.anonymous();
    let page = write(&mut visitor, "", "ana at customs", "Hello there")
        .await
        .expect(422);
    assert_eq!(page.select(".field-error").len(), 2);
    assert_eq!(page.select("textarea"), ["Hello there"]);
    let long = "x".repeat(5_001);
    write(&mut visitor, "Ana", "ana@customs.example", &long)
        .await
        .expect(422);
    visitor.post("/contact", &[]).await.expect(422);
    world.run_jobs().await;
    assert!(list_mails(&world.app.db).await.expect("mails").is_empty());
}

#[tokio::test]
async fn no_field_becomes_a_header() {
    let world = World::new().await;
    world.secretariat().await;
    let mut visitor = world.anonymous();
    for email in [
        "ana@customs.example\r\nBcc: all@customs.example",
        "ana@customs.example,all@customs.example",
        "Ana <ana@customs.example>",
    ] {
        write(&mut visitor, "Ana", email, "Hello").await.expect(422);
    }
    let name = "Ana\r\nBcc: all@customs.example\r\n\r\nBody";
    write(&mut visitor, name, "ana@customs.example", "Hello")
        .await
        .expect_redirect();
    let mails = world.mails_to("secretariat@example.org").await;
    assert_eq!(mails.len(), 1);
    assert_eq!(
        mails[0].subject,
        "CLiKC: message from Ana Bcc: all@customs.example Body"
    );
}

#[tokio::test]
async fn too_many_messages_wait_and_lose_nothing() {
    let world = World::new().await;
    world.secretariat().await;
    let mut visitor = world.anonymous();
    let address = "ana@customs.example";
    for _ in 0..3 {
        write(&mut visitor, "Ana", address, "Hello")
            .await
            .expect_redirect();
    }
    let page = write(&mut visitor, "Ana", "ANA@customs.example", "The fourth")
        .await
        .expect(429);
    assert_eq!(page.select("textarea"), ["The fourth"]);
    let mut elsewhere = world.anonymous().from([198, 51, 100, 7]);
    write(&mut elsewhere, "Ana", address, "Hello")
        .await
        .expect(429);
    world.wait_ms(10 * 60_000);
    write(&mut visitor, "Ana", address, "The fourth")
        .await
        .expect_redirect();

    let mut refused = 0;
    for n in 0..30 {
        let address = format!("ana{n}@customs.example");
        let reply = write(&mut visitor, "Ana", &address, "Hello").await;
        refused += usize::from(reply.status == 429);
    }
    assert!((5..30).contains(&refused), "{refused} of 30 refused");
    write(&mut elsewhere, "Ben", "ben@customs.example", "Hello")
        .await
        .expect_redirect();
}
