//! Mails: kept where no server is set, sent to a real one where there is.

use clikc::clock::{Clock, Random};
use clikc::config::Config;
use clikc::i18n::Lang;
use clikc::jobs::{Job, Lane, enqueue, run_due};
use clikc::mail::{Mail, list_mails};
use clikc::{App, AppState};
use serde_json::json;

use crate::support::{Player, Wanted, World};

fn letter(to: &str, lang: Lang) -> Mail {
    let values = json!({ "name": "Ana\r\nBcc: x@example.org", "course": "Origin <b>rules</b>", "course_id": 7 });
    Mail {
        to: to.to_owned(),
        lang,
        template: "course_completed".to_owned(),
        values,
    }
}

async fn send(app: &AppState, mails: &[Mail]) {
    let mut tx = app.db.begin().await.expect("a transaction");
    for mail in mails {
        enqueue(&mut tx, &Job::SendMail(mail.clone()), app.clock.now())
            .await
            .expect("a job");
    }
    tx.commit().await.expect("a commit");
    run_due(app, Lane::Quick).await.expect("jobs run");
}

#[tokio::test]
async fn completing_a_course_mails_the_learner_once_and_the_demo_site_shows_it() {
    let world = World::new().await;
    let organisation = world.organisation("BE").await;
    let author = world.author("BE").await.id.expect("an author");
    let course = world.db_course(organisation, author).await;
    let activity = world
        .db_activity(course, author, Wanted::lesson("lesson-12"))
        .await;
    let mut learner = world.learner("BE").await;
    let mut player = Player::launch(&mut learner, activity).await;
    player
        .play(&[("cmi.core.lesson_status", "completed")], true)
        .await
        .expect(200);
    player
        .play(&[("cmi.core.lesson_status", "completed")], true)
        .await
        .expect(200);
    world.run_jobs().await;
    let mut secretariat = world.secretariat().await;
    let page = secretariat.get("/mails").await.expect(200);
    assert_eq!(
        page.select("article h2"),
        ["CLiKC: you have completed “Risk”"]
    );
}

#[tokio::test]
async fn a_job_that_is_done_keeps_nothing_of_what_it_was_about() {
    let world = World::new().await;
    send(&world.app, &[letter("ana@example.org", Lang::En)]).await;
    let row: Option<(String, String)> = world
        .app
        .db
        .find("SELECT state, payload FROM jobs", vec![])
        .await
        .expect("a query");
    assert_eq!(row, Some(("done".to_owned(), String::new())));
    assert_eq!(list_mails(&world.app.db).await.expect("mails").len(), 1);
}

#[tokio::test]
async fn every_mail_reads_well_in_every_language_and_carries_no_foreign_header() {
    let world = World::new().await;
    for lang in Lang::ALL {
        let letter =
            clikc::mail::render(&world.app, &letter("ana@example.org", lang)).expect("a letter");
        assert!(
            !letter.subject.contains('\n') && !letter.subject.contains('['),
            "{}",
            letter.subject
        );
        assert!(
            letter.html.contains("Origin &lt;b&gt;rules&lt;/b&gt;"),
            "{}",
            letter.html
        );
        assert!(letter.html.contains(&format!("dir=\"{}\"", lang.dir())));
        assert!(letter.text.contains("/courses/7"));
    }
}

#[tokio::test]
async fn the_end_of_a_certificate_is_told_in_every_language() {
    let world = World::new().await;
    let values = json!({
        "name": "Ana Ruiz", "course": "Origin", "number": "ABCD-EFGH", "replacement": "JKLM-NPQR",
        "date_at": 0, "reason": "Typing <error>", "path": "/certificates/7",
    });
    for lang in Lang::ALL {
        for template in ["certificate_revoked", "certificate_replaced"] {
            let mail = Mail {
                to: "ana@example.org".to_owned(),
                lang,
                template: template.to_owned(),
                values: values.clone(),
            };
            let letter = clikc::mail::render(&world.app, &mail).expect("a letter");
            assert!(!letter.text.contains('['), "{lang:?}: {}", letter.text);
            for words in ["ABCD-EFGH", "Typing <error>", "/certificates/7"] {
                assert!(letter.text.contains(words), "{lang:?}: {}", letter.text);
            }
            assert!(
                letter.html.contains("Typing &lt;error&gt;"),
                "{}",
                letter.html
            );
        }
    }
}

/// Against the SMTP server that `cargo xtask test` starts; without one there is nothing to talk to.
#[tokio::test]
async fn a_refused_address_does_not_hold_up_the_others() {
    let Ok(smtp) = std::env::var("CLIKC_TEST_SMTP_URL") else {
        return;
    };
    let world = World::new().await;
    let mut config: Config = world.app.config.clone();
    config.smtp_url = Some(smtp);
    let app = App::with_db(
        config,
        world.app.db.clone(),
        Clock::virtual_at(0),
        Random::seeded(1),
    )
    .expect("the service starts");
    let mails = [
        letter("refuse@example.org", Lang::En),
        letter("later@example.org", Lang::En),
        letter("ana@example.org", Lang::Ar),
    ];
    send(&app, &mails).await;
    let mut tx = app.db.begin().await.expect("a transaction");
    let farewell = Job::SendFarewell(letter("gone@example.org", Lang::En));
    enqueue(&mut tx, &farewell, app.clock.now())
        .await
        .expect("a job");
    tx.commit().await.expect("a commit");
    run_due(&app, Lane::Quick).await.expect("jobs run");
    let states: Vec<_> = list_mails(&app.db)
        .await
        .expect("mails")
        .into_iter()
        .map(|mail| (mail.recipient, mail.state))
        .collect();
    let expected = [
        ("ana@example.org", "sent"),
        ("refuse@example.org", "failed"),
    ];
    assert_eq!(
        states,
        expected.map(|(to, state)| (to.to_owned(), state.to_owned()))
    );
    let texts: Vec<_> = list_mails(&app.db)
        .await
        .expect("mails")
        .into_iter()
        .map(|mail| (mail.recipient, mail.body_text.is_empty()))
        .collect();
    let expected = [("ana@example.org", true), ("refuse@example.org", false)];
    assert_eq!(
        texts,
        expected.map(|(to, is_empty)| (to.to_owned(), is_empty)),
        "the text of what has left is its recipient's"
    );
    let waiting = clikc::jobs::count_jobs(&app.db, "queued")
        .await
        .expect("a count");
    assert_eq!(waiting, 1, "a mail refused for now is tried again");
}
