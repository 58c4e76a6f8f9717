//! What coordinators do to the people of their administration, and to nobody else.

use clikc::args;
use clikc::ids::UserId;
use clikc::users::Role;

use crate::support::{Actor, Player, Wanted, World, link_of, send_file};

async fn suspend(actor: &mut Actor, id: UserId) -> String {
    let id = id.to_string();
    let fields = [("action", "suspend"), ("person", id.as_str())];
    actor.post("/team/state", &fields).await.expect_redirect()
}

/// The window is told at its second attempt: at the first the writer learns that it knows an account that is gone.
async fn expect_over(player: &mut Player) {
    let late = player.entry("set", Some(("cmi.core.lesson_location", "2")));
    player.commit(std::slice::from_ref(&late)).await.expect(503);
    let told = player.commit(&[late]).await.expect(410).json();
    assert_eq!(told["error"], "suspended");
}

async fn state_of(world: &World, id: UserId) -> String {
    let row: Option<(String,)> = world
        .app
        .db
        .find("SELECT state FROM users WHERE id = $1", args![id])
        .await
        .expect("a query");
    row.expect("a person").0
}

#[tokio::test]
async fn a_coordinator_sees_the_people_of_their_administration_alone() {
    let world = World::new().await;
    let mut coordinator = world.coordinator("BE").await;
    world.db_user("ana", Role::Learner, "BE").await;
    let foreign = world.db_user("eve", Role::Learner, "FR").await;
    let page = coordinator.get("/team").await.expect(200);
    assert_eq!(
        page.select("tbody th a"),
        ["Given ana", "Given coordinator-be"]
    );
    assert!(page.select(".lead")[0].contains("2 records shown"));
    let found = coordinator.get("/team?q=eve").await.expect(200);
    assert!(found.select("tbody th").is_empty());
    coordinator
        .get(&format!("/team/{foreign}"))
        .await
        .expect(404);
    assert_eq!(suspend(&mut coordinator, foreign).await, "/team");
    assert_eq!(state_of(&world, foreign).await, "active");
    let mut secretariat = world.secretariat().await;
    let all = secretariat.get("/team?q=given%20eve").await.expect(200);
    assert_eq!(all.select("tbody th a"), ["Given eve"]);
}

#[tokio::test]
async fn suspending_ends_log_ins_and_running_modules_and_can_be_undone() {
    let world = World::new().await;
    let organisation = world.organisation("BE").await;
    let author = world.author("BE").await.id.expect("an author");
    let course = world.db_course(organisation, author).await;
    let activity = world
        .db_activity(course, author, Wanted::lesson("lesson-12"))
        .await;
    let mut coordinator = world.coordinator("BE").await;
    let mut learner = world.learner("BE").await;
    let id = learner.id.expect("a learner");
    let mut player = Player::launch(&mut learner, activity).await;
    let location = [("cmi.core.lesson_location", "page-2")];
    player.play(&location, false).await.expect(200);

    let shown = suspend(&mut coordinator, id).await;
    learner.get("/my").await.expect_redirect();
    expect_over(&mut player).await;
    let login = [("username", "learner-be"), ("password", "learner-be")];
    world.anonymous().post("/login", &login).await.expect(422);

    let page = coordinator.get(&shown).await.expect(200);
    assert!(page.select(".notice")[0].contains("Given learner-be is suspended"));
    let undo = [("action", "reactivate"), ("person", &id.to_string())];
    assert_eq!(page.attributes(".notice button", "value"), ["reactivate"]);
    coordinator
        .post("/team/state", &undo)
        .await
        .expect_redirect();
    world
        .anonymous()
        .post("/login", &login)
        .await
        .expect_redirect();
    let mut learner = world.db_log_in(id).await;
    let mut player = Player::launch(&mut learner, activity).await;
    player.play(&location, false).await.expect(200);
}

#[tokio::test]
async fn nobody_acts_on_themselves_or_on_a_higher_role() {
    let world = World::new().await;
    let mut coordinator = world.coordinator("BE").await;
    let me = coordinator.id.expect("a person");
    let boss = world.db_user("boss", Role::Secretariat, "BE").await;
    for id in [me, boss] {
        assert_eq!(suspend(&mut coordinator, id).await, "/team");
        assert_eq!(state_of(&world, id).await, "active");
        let delete = format!("/team/{id}/delete");
        coordinator.get(&delete).await.expect(403);
        coordinator.post(&delete, &[]).await.expect(403);
        coordinator
            .post(&format!("/team/{id}"), &[])
            .await
            .expect(403);
    }
}

#[tokio::test]
async fn a_coordinator_puts_a_person_right_and_both_mailboxes_learn_of_a_new_address() {
    let world = World::new().await;
    let mut coordinator = world.coordinator("BE").await;
    let id = world.db_user("ana", Role::Learner, "BE").await;
    world.db_user("jun", Role::Learner, "FR").await;
    let url = format!("/team/{id}");
    let mut fields = vec![
        ("given_name", "Ana"),
        ("family_name", "Ruiz"),
        ("email", "JUN@example.org"),
        ("lang", "es"),
        ("position", ""),
        ("role", "secretariat"),
    ];
    let again = coordinator.post(&url, &fields).await.expect(422);
    assert!(again.select(".field-error")[0].contains("Another account"));
    fields[2].1 = "ana.ruiz@example.org";
    coordinator.post(&url, &fields).await.expect_redirect();
    let row: Option<(String, String)> = world
        .app
        .db
        .find(
            "SELECT family_name, role FROM users WHERE id = $1",
            args![id],
        )
        .await
        .expect("a query");
    let expected = ("Ruiz".to_owned(), "learner".to_owned());
    assert_eq!(row, Some(expected), "roles are the secretariat's to give");
    for address in ["ana@example.org", "ana.ruiz@example.org"] {
        assert_eq!(world.mails_to(address).await.len(), 1, "{address}");
    }
    let mut secretariat = world.secretariat().await;
    fields[5].1 = "author";
    secretariat.post(&url, &fields).await.expect_redirect();
    world
        .db_log_in(id)
        .await
        .get("/authoring")
        .await
        .expect(200);
    fields[5].1 = "operator";
    secretariat.post(&url, &fields).await.expect(422);
}

#[tokio::test]
async fn deleting_removes_what_says_who_somebody_was_and_keeps_certificates_verifiable() {
    let world = World::new().await;
    let organisation = world.organisation("BE").await;
    let author = world.author("BE").await.id.expect("an author");
    let course = world.db_course(organisation, author).await;
    let activity = world
        .db_activity(course, author, Wanted::lesson("lesson-12"))
        .await;
    let mut coordinator = world.coordinator("BE").await;
    let mut learner = world.learner("BE").await;
    let id = learner.id.expect("a learner");
    let mut player = Player::launch(&mut learner, activity).await;
    let done = [
        ("cmi.core.lesson_status", "completed"),
        ("cmi.suspend_data", "my secret"),
    ];
    player.play(&done, true).await.expect(200);
    world.wait_ms(3_600_000);
    world.run_jobs().await;
    let issued = learner
        .post(&format!("/courses/{course}/certificate"), &[])
        .await;
    issued.expect_redirect();
    let code: Option<(String,)> = world
        .app
        .db
        .find(
            "SELECT code FROM certificates WHERE user_id = $1",
            args![id],
        )
        .await
        .expect("a query");
    let code = code.expect("a certificate").0;

    let delete = format!("/team/{id}/delete");
    let page = coordinator.get(&delete).await.expect(200);
    assert!(
        page.text()
            .contains("One certificate can still be verified")
    );
    coordinator.post(&delete, &[]).await.expect_redirect();
    coordinator.post(&delete, &[]).await.expect(404);
    learner.get("/my").await.expect_redirect();
    expect_over(&mut player).await;
    let login = [("username", "learner-be"), ("password", "learner-be")];
    world.anonymous().post("/login", &login).await.expect(422);
    assert!(!coordinator.get("/team").await.text().contains("learner-be"));
    assert!(world.mails_to("learner-be@example.org").await.is_empty());
    let row: Option<(String, String, String)> = world
        .app
        .db
        .find(
            "SELECT given_name, family_name, email FROM users WHERE id = $1",
            args![id],
        )
        .await
        .expect("a query");
    assert_eq!(row, Some(("–".to_owned(), String::new(), String::new())));
    let documents: Option<(i64,)> = world
        .app
        .db
        .find("SELECT COUNT(*) FROM attempt_scos", args![])
        .await
        .expect("a query");
    assert_eq!(documents, Some((0,)));
    let verified = world
        .anonymous()
        .get(&format!("/certificates/verify/{code}"))
        .await;
    assert!(verified.expect(200).text().contains("Given learner-be"));
    // The name and the address are free for somebody new.
    world.db_user("learner-be", Role::Learner, "BE").await;
}

#[tokio::test]
async fn whoever_was_deleted_is_neither_suspended_nor_reactivated() {
    let world = World::new().await;
    let mut coordinator = world.coordinator("BE").await;
    let id = world.db_user("ana", Role::Learner, "BE").await;
    let delete = format!("/team/{id}/delete");
    coordinator.post(&delete, &[]).await.expect_redirect();
    let mut tx = world.app.db.begin().await.expect("a transaction");
    // As when both are asked for at the same moment.
    for suspended in [true, false] {
        let changed = clikc::users::db::mark_suspended(&mut tx, id, suspended).await;
        assert_eq!(changed.expect("a statement"), 0);
    }
    tx.commit().await.expect("a commit");
    assert_eq!(state_of(&world, id).await, "deleted");
}

#[tokio::test]
async fn somebody_invited_gets_a_name_and_a_password_that_works_once_they_log_in() {
    let world = World::new().await;
    let mut coordinator = world.coordinator("BE").await;
    let fields = [
        ("given_name", "Léa"),
        ("family_name", "Maes"),
        ("email", "lea@customs.example"),
        ("lang", "fr"),
    ];
    let url = coordinator
        .post("/team/invite", &fields)
        .await
        .expect_redirect();
    let again = coordinator.post("/team/invite", &fields).await.expect(422);
    assert!(again.select(".field-error")[0].contains("There is an account"));
    let mail = world.mails_to("lea@customs.example").await.remove(0);
    assert_eq!(mail.lang, "fr");
    assert!(mail.body_text.contains("lea.maes"));
    assert_eq!(link_of(&mail), "/login");
    let page = coordinator.get(&url).await.expect(200);
    assert!(page.text().contains("Invited"));
    coordinator
        .post(&format!("{url}/invitation"), &[])
        .await
        .expect_redirect();
    let newer = world.mails_to("lea@customs.example").await.remove(1);
    let password = |body: &str| {
        let line = body.lines().find(|line| line.contains("Mot de passe"));
        let (_, password) = line.expect("a password").rsplit_once(' ').expect("words");
        password.trim().to_owned()
    };
    for (body, status) in [(&mail.body_text, 422), (&newer.body_text, 303)] {
        let fields = [("username", "lea.maes"), ("password", &password(body))];
        world
            .anonymous()
            .post("/login", &fields)
            .await
            .expect(status);
    }
    coordinator
        .post(&format!("{url}/invitation"), &[])
        .await
        .expect(409);
}

#[tokio::test]
async fn a_list_of_people_tells_each_rows_fate_and_invites_each_once() {
    let world = World::new().await;
    let mut coordinator = world.coordinator("BE").await;
    world.db_user("ana", Role::Learner, "BE").await;
    world.db_user("eve", Role::Learner, "FR").await;
    let csv = "username;firstname;lastname;email;lang;institution\r\n\
        ;Léa;Maes;lea@customs.example;fr;\r\n\
        ;Ana;Ruiz;ana@example.org;es;BE\r\n\
        ;Eve;Petit;eve@example.org;fr;\r\n\
        ;Léa;Maes;LEA@customs.example;fr;\r\n\
        ;Jun;Tanaka;jun@customs.example;ja;\r\n\
        ;Tom;Smit;tom@customs.example;en;FR\r\n\
        ;=1+1;Smit;no address;en;\r\n\
        ana@example.org;Bob;Berg;bob@customs.example;en;\r\n";
    let bytes = encoding_of_excel(csv);
    let page = send_file(&mut coordinator, "/team/import", "file", &bytes)
        .await
        .expect(200);
    assert_eq!(
        page.select("tbody td:last-child"),
        [
            "Is invited",
            "Has an account already",
            "Cannot be invited here: ask the secretariat",
            "Same person as line 2: passed over",
            "The languages are en, fr, es, pt and ar.",
            "There is no such administration here, or it takes no new people.",
            "Give an e-mail address, as in name@customs.example.",
            "A user name may look like an e-mail address only if it is the person’s own address.",
        ]
    );
    let list = page.attributes("input[name=list]", "value").remove(0);
    for _ in 0..2 {
        let done = coordinator
            .post("/team/import/apply", &[("list", &list)])
            .await;
        assert_eq!(done.expect_redirect(), "/team");
    }
    assert_eq!(world.mails_to("lea@customs.example").await.len(), 1);
    let team = coordinator.get("/team?q=maes").await.expect(200);
    assert_eq!(team.select("tbody th a"), ["Léa Maes"]);
    let refused = send_file(&mut coordinator, "/team/import", "file", b"name\nx\n").await;
    assert!(refused.expect(422).text().contains("firstname"));
}

/// As "CSV" without UTF-8.
fn encoding_of_excel(text: &str) -> Vec<u8> {
    text.chars()
        .map(|c| u8::try_from(u32::from(c)).expect("Latin-1"))
        .collect()
}

#[tokio::test]
async fn somebody_moved_takes_their_learning_along_and_leaves_what_they_coordinated() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let mut old = world.coordinator("BE").await;
    let mut new = world.coordinator("FR").await;
    let mut deputy = world.db_coordinator("deputy", "BE").await;
    let id = deputy.id.expect("a person");
    let to = world.organisation("FR").await.to_string();
    let path = format!("/team/{id}/organisation");
    old.post(&path, &[("to", &to)]).await.expect(403);
    let page = secretariat.post(&path, &[("to", "999")]).await.expect(422);
    assert_eq!(page.attributes("select[name=to]", "aria-invalid"), ["true"]);
    secretariat
        .post(&path, &[("to", &to)])
        .await
        .expect_redirect();

    let member = format!("/team/{id}");
    old.get(&member).await.expect(404);
    let page = new.get(&member).await.expect(200);
    assert_eq!(
        page.select(".history li").len(),
        2,
        "both administrations are history"
    );
    deputy.get("/team").await.expect(403);
    let page = deputy.get("/my").await.expect(200);
    assert!(page.text().contains("You belong to"), "{}", page.text());
    for coordinator in [&mut old, &mut new] {
        let record = coordinator.get("/audit?q=user.move").await.expect(200);
        assert_eq!(record.select("tbody code"), ["user.move"]);
    }
    let page = secretariat.post(&path, &[("to", &to)]).await.expect(422);
    assert_eq!(
        page.select(".field-error").len(),
        1,
        "nobody moves to where they are"
    );
}
