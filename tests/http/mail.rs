//! Mails: kept where no server is set, sent to a real one where there is.

use clikc::clock::{Clock, Random};
use clikc::config::Config;
use clikc::i18n::Lang;
use clikc::jobs::{Job, Lane, enqueue, run_due};
use clikc::mail::{Letter, Mail, list_mails};
use clikc::{App, AppState};
use serde_json::json;

use crate::support::{Player, Wanted, World};

fn letter(to: &str, lang: Lang) -> Mail {
    let values = json!({ "name": "Ana\r\nBcc: x@example.org", "course": "Origin <b>rules</b>", "path": "/courses/7" });
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

/// What any mail may be told, all of it as somebody hostile would write it.
fn sample(lang: Lang, template: &str) -> Mail {
    let typed = "<i>x</i>\r\nBcc: x@example.org";
    let words = [
        "name",
        "actor",
        "after",
        "asker",
        "before",
        "course",
        "email",
        "file_name",
        "number",
        "organisation",
        "password",
        "person",
        "reason",
        "replacement",
        "text",
        "username",
        "address",
        "sender",
        "message",
        "provider",
    ];
    let mut values: serde_json::Map<_, _> = words
        .map(|word| (word.to_owned(), json!(typed)))
        .into_iter()
        .collect();
    for instant in ["at", "date_at", "list_at", "since", "until"] {
        values.insert(instant.to_owned(), json!(0));
    }
    values.insert("path".to_owned(), json!("/here/7"));
    values.insert("certificates".to_owned(), json!(2));
    values.insert("is_done".to_owned(), json!(true));
    Mail {
        to: "ana@example.org".to_owned(),
        lang,
        template: template.to_owned(),
        values: values.into(),
    }
}

#[tokio::test]
async fn every_mail_there_is_reads_well_in_every_language_whatever_people_typed() {
    let world = World::new().await;
    let folders = std::fs::read_dir("templates/email")
        .expect("the mails")
        .flatten();
    let folders = folders.filter(|entry| entry.path().is_dir());
    let names: Vec<_> = folders
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    assert!(names.len() > 20, "{names:?}");
    for (name, lang) in names
        .iter()
        .flat_map(|name| Lang::ALL.map(|lang| (name, lang)))
    {
        let letter = clikc::mail::render(&world.app, &sample(lang, name)).expect("a letter");
        let Letter {
            subject,
            text,
            html,
            ..
        } = &letter;
        assert!(
            !subject.trim().is_empty() && !subject.contains(['\r', '\n']),
            "{name}: {subject}"
        );
        for part in [subject, text, html] {
            assert!(
                !part.contains("{$") && !part.contains("{ $"),
                "{name} {lang:?} lacks a value: {part}"
            );
            // A key without words is written in brackets.
            assert!(!part.contains('['), "{name} {lang:?} lacks words: {part}");
        }
        assert!(!html.contains("<i>"), "{name}: {html}");
        assert!(!text.contains("&lt;"), "{name} escapes plain text: {text}");
        assert!(
            html.contains(&format!("lang=\"{}\" dir=\"{}\"", lang.code(), lang.dir())),
            "{name}"
        );
        assert_eq!(
            html.contains("/here/7"),
            text.contains("/here/7"),
            "{name}: both parts lead to the same place"
        );
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
