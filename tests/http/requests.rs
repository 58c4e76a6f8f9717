//! Joining an administration: from the form to the first log-in, and all that lies between.

use clikc::args;
use http::Method;

use crate::support::{Actor, Reply, World, link_of, set_rules};

const DAY: i64 = 24 * 3_600_000;
const ADDRESS: &str = "rita.rey@customs.example";

async fn form(world: &World, organisation: &str) -> Vec<(&'static str, String)> {
    let id = world.organisation(organisation).await.to_string();
    [
        ("organisation", id.as_str()),
        ("position", ""),
        ("given_name", "Rita"),
        ("family_name", "Rey"),
        ("email", ADDRESS),
        ("password", "Quiet harbour 7"),
        ("lang", "fr"),
        ("note", "I train new officers.\nFor years."),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .into()
}

async fn send(actor: &mut Actor, fields: &[(&'static str, String)]) -> Reply {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    actor.post("/register", &fields).await
}

fn with(fields: &[(&'static str, String)], name: &str, value: &str) -> Vec<(&'static str, String)> {
    let mut fields = fields.to_vec();
    for field in &mut fields {
        if field.0 == name {
            value.clone_into(&mut field.1);
        }
    }
    fields
}

/// Registers and confirms the address; the request's page.
async fn joined(world: &World) -> String {
    let mut visitor = world.anonymous();
    let fields = form(world, "BE").await;
    send(&mut visitor, &fields).await.expect_redirect();
    let link = link_of(&world.mails_to(ADDRESS).await[0]);
    visitor.post(&link, &[]).await.expect(200);
    let row: Option<(i64,)> = world
        .app
        .db
        .find("SELECT MAX(id) FROM requests", args![])
        .await
        .expect("a query");
    format!("/applications/{}", row.expect("a request").0)
}

async fn log_in(world: &World, login: &str) -> Reply {
    let fields = [("username", login), ("password", "Quiet harbour 7")];
    world.anonymous().post("/login", &fields).await
}

#[tokio::test]
async fn somebody_registers_is_accepted_and_logs_in() {
    let world = World::new().await;
    let mut coordinator = world.coordinator("BE").await;
    let mut visitor = world.anonymous();
    let fields = form(&world, "BE").await;
    assert_eq!(
        send(&mut visitor, &fields).await.expect_redirect(),
        "/register/sent"
    );
    let mail = world.mails_to(ADDRESS).await.remove(0);
    assert_eq!(mail.lang, "fr");
    let link = link_of(&mail);
    assert!(
        world
            .mails_to("coordinator-be@example.org")
            .await
            .is_empty()
    );

    // What guards mailboxes opens every link, and often.
    for _ in 0..10 {
        visitor.get(&link).await.expect(200);
        let head = visitor.send(Method::HEAD, &link, &[], "".into());
        head.await.expect(200);
    }
    assert!(
        world
            .mails_to("coordinator-be@example.org")
            .await
            .is_empty()
    );
    log_in(&world, ADDRESS).await.expect(422);
    for _ in 0..2 {
        visitor.post(&link, &[]).await.expect(200);
    }
    let asked = world.mails_to("coordinator-be@example.org").await;
    assert_eq!(asked.len(), 1, "asked once");
    assert_eq!(asked[0].subject, "CLiKC: Rita Rey asks to join");
    log_in(&world, ADDRESS).await.expect(422);

    let dashboard = coordinator.get("/my").await.expect(200);
    assert_eq!(dashboard.select(".todo a")[0], "Rita Rey asks to join");
    let page = coordinator.get(&link_of(&asked[0])).await.expect(200);
    assert_eq!(page.select("h1"), ["Rita Rey"]);
    assert!(page.text().contains("I train new officers.\nFor years."));
    let decision = format!("{}/decision", link_of(&asked[0]));
    coordinator
        .post(&decision, &[("action", "accept")])
        .await
        .expect_redirect();
    let dashboard = coordinator.get("/my").await.expect(200);
    assert!(dashboard.select(".todo a").is_empty());

    let told = world.mails_to(ADDRESS).await.remove(1);
    assert_eq!(told.lang, "fr");
    assert!(told.body_text.contains("rita.rey"), "{}", told.body_text);
    for login in [ADDRESS, "rita.rey"] {
        log_in(&world, login).await.expect_redirect();
    }
    let kept: Option<(i64,)> = world
        .app
        .db
        .find("SELECT COUNT(*) FROM registrations", args![])
        .await
        .expect("a query");
    assert_eq!(kept, Some((0,)), "no hash is kept beside the account's");
}

#[tokio::test]
async fn the_form_comes_back_with_what_was_typed_and_never_with_the_password() {
    let world = World::new().await;
    let mut visitor = world.anonymous();
    let fields = form(&world, "BE").await;
    for (name, value, field) in [
        ("organisation", "999", "#field-organisation-error"),
        ("given_name", " ", "#field-given_name-error"),
        ("email", "rita", "#field-email-error"),
        ("password", "Password1", "#field-password-error"),
        ("lang", "xx", "#field-lang-error"),
    ] {
        let page = send(&mut visitor, &with(&fields, name, value))
            .await
            .expect(422);
        assert_eq!(page.select(field).len(), 1, "{name}");
        assert_eq!(page.attributes("#field-family_name", "value"), ["Rey"]);
        assert_eq!(page.attributes("#field-password", "value"), [""]);
    }
    assert!(world.mails_to(ADDRESS).await.is_empty());
}

#[tokio::test]
async fn the_answer_is_the_same_whether_somebody_has_an_account_or_not() {
    let world = World::new().await;
    world
        .db_user("ana", clikc::users::Role::Learner, "BE")
        .await;
    let fields = form(&world, "BE").await;
    let known = with(&fields, "email", "ANA@example.org");
    let mut visitor = world.anonymous();
    let answers = [
        send(&mut visitor, &fields).await,
        send(&mut visitor, &known).await,
    ];
    for answer in answers {
        assert_eq!(answer.expect_redirect(), "/register/sent");
    }
    let mail = world.mails_to("ANA@example.org").await.remove(0);
    assert_eq!(mail.subject, "CLiKC: you have an account already");
    assert_eq!(link_of(&mail), "/login");
}

#[tokio::test]
async fn who_has_asked_already_is_told_so_by_mail_and_asks_once() {
    let world = World::new().await;
    joined(&world).await;
    let fields = form(&world, "BE").await;
    send(&mut world.anonymous(), &fields)
        .await
        .expect_redirect();
    let mails = world.mails_to(ADDRESS).await;
    assert_eq!(mails.len(), 2);
    let count: Option<(i64,)> = world
        .app
        .db
        .find("SELECT COUNT(*) FROM requests", args![])
        .await
        .expect("a query");
    assert_eq!(count, Some((1,)));
}

#[tokio::test]
async fn a_link_is_sent_again_and_then_the_old_one_is_dead() {
    let world = World::new().await;
    let mut visitor = world.anonymous();
    let fields = form(&world, "BE").await;
    send(&mut visitor, &fields).await.expect_redirect();
    for address in [ADDRESS, "nobody@customs.example", "no address"] {
        let answer = visitor
            .post("/register/resend", &[("email", address)])
            .await;
        assert_eq!(answer.expect_redirect(), "/register/sent");
    }
    let mails = world.mails_to(ADDRESS).await;
    assert_eq!(mails.len(), 2);
    visitor.post(&link_of(&mails[0]), &[]).await.expect(410);
    visitor.post(&link_of(&mails[1]), &[]).await.expect(200);
}

#[tokio::test]
async fn what_is_never_confirmed_is_forgotten_after_a_week() {
    let world = World::new().await;
    let mut visitor = world.anonymous();
    let fields = form(&world, "BE").await;
    send(&mut visitor, &fields).await.expect_redirect();
    let link = link_of(&world.mails_to(ADDRESS).await[0]);
    world.wait_ms(7 * DAY + 1);
    visitor.get(&link).await.expect(410);
    world.run_jobs().await;
    let left: Vec<(String, String, String)> = world
        .app
        .db
        .all("SELECT state, email, given_name FROM requests", args![])
        .await
        .expect("a query");
    assert_eq!(left, [("expired".to_owned(), String::new(), String::new())]);
    visitor.post(&link, &[]).await.expect(410);
}

#[tokio::test]
async fn a_denial_says_why_and_what_is_known_is_forgotten_later() {
    let world = World::new().await;
    let mut coordinator = world.coordinator("BE").await;
    let page = joined(&world).await;
    let decision = format!("{page}/decision");
    let deny = [("action", "deny"), ("reason", " ")];
    let again = coordinator.post(&decision, &deny).await.expect(422);
    assert!(again.select(".field-error")[0].contains("Say why"));
    let deny = [("action", "deny"), ("reason", "Not of <b>our</b> service")];
    coordinator.post(&decision, &deny).await.expect_redirect();
    let mail = world.mails_to(ADDRESS).await.remove(1);
    assert!(mail.body_text.contains("Not of <b>our</b> service"));
    assert!(
        mail.body_html
            .contains("Not of &lt;b&gt;our&lt;/b&gt; service")
    );
    log_in(&world, ADDRESS).await.expect(422);

    world.wait_ms(30 * DAY + 1);
    world.run_jobs().await;
    let mut coordinator = world.db_log_in(coordinator.id.expect("a person")).await;
    let shown = coordinator.get(&page).await.expect(200);
    for gone in ["Rita", "rita", "our service"] {
        assert!(!shown.select("main").join(" ").contains(gone), "{gone}");
    }
    assert!(shown.text().contains("Denied"));
    // Whoever was denied may ask anew.
    let fields = form(&world, "BE").await;
    send(&mut world.anonymous(), &fields)
        .await
        .expect_redirect();
    assert_eq!(world.mails_to(ADDRESS).await.len(), 3);
}

#[tokio::test]
async fn of_two_coordinators_one_wins_and_the_other_is_told_by_whom() {
    let world = World::new().await;
    let coordinator = world.coordinator("BE").await;
    let deputy = world.db_coordinator("deputy", "BE").await;
    let page = joined(&world).await;
    let decide = |mut actor: Actor, action: &'static str| {
        let url = format!("{page}/decision");
        async move {
            let fields = [("action", action), ("reason", "Known to me")];
            actor.post(&url, &fields).await
        }
    };
    let (one, other) = tokio::join!(decide(coordinator, "accept"), decide(deputy, "accept"));
    let (won, lost) = if one.status.is_redirection() {
        (one, other)
    } else {
        (other, one)
    };
    won.expect_redirect();
    let lost = lost.expect(409).text();
    assert!(lost.contains("Already accepted by Given"), "{lost}");
    let people: Option<(i64,)> = world
        .app
        .db
        .find(
            "SELECT COUNT(*) FROM users WHERE username = 'rita.rey'",
            args![],
        )
        .await
        .expect("a query");
    assert_eq!(people, Some((1,)));
    assert_eq!(world.mails_to(ADDRESS).await.len(), 2, "told once");
}

#[tokio::test]
async fn requests_of_another_administration_are_not_there() {
    let world = World::new().await;
    world.coordinator("BE").await;
    let mut foreign = world.coordinator("FR").await;
    let page = joined(&world).await;
    foreign.get(&page).await.expect(404);
    let accept = [("action", "accept")];
    let decision = format!("{page}/decision");
    foreign.post(&decision, &accept).await.expect(404);
    let id = page.rsplit('/').next().expect("an id");
    let many = [("action", "accept"), ("request", id)];
    let list = foreign
        .post("/applications/decisions", &many)
        .await
        .expect(200);
    assert!(!list.text().contains("Rita"));
    log_in(&world, ADDRESS).await.expect(422);
    let list = foreign.get("/applications?q=rita").await.expect(200);
    assert!(!list.select("main").join(" ").contains("Rey"));
}

#[tokio::test]
async fn many_are_decided_at_once_each_by_itself() {
    let world = World::new().await;
    let mut coordinator = world.coordinator("BE").await;
    let mut ids = Vec::new();
    for name in ["Ana Ruiz", "Ana Ruiz", "Jun Tanaka"] {
        ids.push(world.db_request(name, "BE").await.to_string());
    }
    let decision = format!("/applications/{}/decision", ids[2]);
    let deny = [("action", "deny"), ("reason", "Left us")];
    coordinator.post(&decision, &deny).await.expect_redirect();
    let mut fields = vec![("action", "accept")];
    fields.extend(ids.iter().map(|id| ("request", id.as_str())));
    let page = coordinator
        .post("/applications/decisions", &fields)
        .await
        .expect(200);
    let told = page.select(".notice").join(" ");
    assert!(told.contains("2 requests were decided"), "{told}");
    assert!(
        told.contains("Jun Tanaka: This request has been decided already"),
        "{told}"
    );
    let names: Vec<(String,)> = world
        .app
        .db
        .all(
            "SELECT username FROM users WHERE family_name = 'Ruiz' ORDER BY id",
            args![],
        )
        .await
        .expect("a query");
    assert_eq!(names, [("ana.ruiz".to_owned(),), ("ana.ruiz2".to_owned(),)]);
    let none = [("action", "accept")];
    let page = coordinator
        .post("/applications/decisions", &none)
        .await
        .expect(200);
    assert!(page.text().contains("Choose at least one person"));
}

#[tokio::test]
async fn a_request_that_waits_is_brought_up_again_and_reaches_the_secretariat() {
    let world = World::new().await;
    let _coordinator = world.coordinator("BE").await;
    let _deputy = world.db_coordinator("deputy", "BE").await;
    let secretariat = world.secretariat().await.id.expect("a person");
    let page = joined(&world).await;
    let tasks = async || {
        let page = world.db_log_in(secretariat).await.get("/my").await;
        page.select(".todo li").len()
    };
    let count = async |name: &str| world.mails_to(&format!("{name}@example.org")).await.len();
    assert_eq!(count("coordinator-be").await, 1);
    assert_eq!(count("deputy").await, 0);
    world.wait_ms(3 * DAY);
    assert_eq!(count("coordinator-be").await, 2);
    assert_eq!(count("deputy").await, 1, "the deputies are reminded too");
    assert_eq!(count("secretariat").await, 0);
    assert_eq!(tasks().await, 0);
    world.wait_ms(3 * DAY);
    world.run_jobs().await;
    world.wait_ms(3 * DAY);
    assert_eq!(count("secretariat").await, 1);
    assert_eq!(tasks().await, 1);
    // It waits for as long as it takes.
    world.wait_ms(3 * DAY);
    assert_eq!(count("secretariat").await, 2);
    let accept = [("action", "accept")];
    let mut secretariat = world.db_log_in(secretariat).await;
    secretariat
        .post(&format!("{page}/decision"), &accept)
        .await
        .expect_redirect();
    world.wait_ms(30 * DAY);
    assert_eq!(count("secretariat").await, 2);
}

#[tokio::test]
async fn the_secretariat_decides_how_long_requests_wait() {
    let world = World::new().await;
    let _coordinator = world.coordinator("BE").await;
    let mut secretariat = world.secretariat().await;
    set_rules(
        &mut secretariat,
        &[("remind_days", "1"), ("escalate_days", "2")],
    )
    .await
    .expect_redirect();
    joined(&world).await;
    let count = async |name: &str| world.mails_to(&format!("{name}@example.org")).await.len();
    world.wait_ms(DAY);
    assert_eq!(count("coordinator-be").await, 2, "asked, and reminded");
    world.wait_ms(DAY);
    assert_eq!(count("secretariat").await, 1);
}

#[tokio::test]
async fn without_a_coordinator_the_secretariat_is_asked_and_never_nobody() {
    let world = World::new().await;
    let mut operator = world
        .db_actor("op", clikc::users::Role::Operator, "WCO")
        .await;
    joined(&world).await;
    assert_eq!(world.mails_to("op@example.org").await.len(), 1);
    assert_eq!(operator.get("/tasks").await.select("main .todo p").len(), 1);
    let mut secretariat = world.secretariat().await;
    world.db_request("Jun Tanaka", "FR").await;
    assert_eq!(world.mails_to("secretariat@example.org").await.len(), 1);
    assert_eq!(world.mails_to("op@example.org").await.len(), 1);
    assert_eq!(
        secretariat.get("/tasks").await.select("main .todo p").len(),
        2
    );
}

#[tokio::test]
async fn a_coordinator_asks_and_the_person_answers_by_a_link_that_works_once() {
    let world = World::new().await;
    let mut coordinator = world.coordinator("BE").await;
    let page = joined(&world).await;
    let question = format!("{page}/question");
    coordinator
        .post(&question, &[("text", " ")])
        .await
        .expect(422);
    coordinator
        .post(&question, &[("text", "Which office?")])
        .await
        .expect_redirect();
    let mail = world.mails_to(ADDRESS).await.remove(1);
    assert!(mail.body_text.contains("Which office?"));
    let link = link_of(&mail);
    let mut visitor = world.anonymous();
    let shown = visitor.get(&link).await.expect(200);
    assert_eq!(shown.select("blockquote"), ["Which office?"]);
    let answer = [("text", "Antwerp")];
    visitor.post(&link, &answer).await.expect_redirect();
    visitor.post(&link, &answer).await.expect(410);
    let told = world.mails_to("coordinator-be@example.org").await;
    assert!(told[1].subject.contains("has answered"));
    let page = coordinator.get(&page).await.expect(200);
    assert!(page.select(".history").join(" ").contains("Antwerp"));
}

#[tokio::test]
async fn a_request_to_the_wrong_administration_is_put_right_and_forwarded() {
    let world = World::new().await;
    let mut belgian = world.coordinator("BE").await;
    let mut french = world.coordinator("FR").await;
    let page = joined(&world).await;
    let correction = [
        ("given_name", "Rita María"),
        ("family_name", "Rey"),
        ("username", "Rita"),
        ("position", ""),
    ];
    belgian.post(&page, &correction).await.expect_redirect();
    for wrong in ["two words", "learner-be@example.org"] {
        let wrong = [correction[0], correction[1], ("username", wrong)];
        let told = belgian.post(&page, &wrong).await.expect(422);
        assert_eq!(told.select("#field-username-error").len(), 1);
    }
    let forward = format!("{page}/forward");
    belgian.post(&forward, &[("to", "999")]).await.expect(422);
    let france = world.organisation("FR").await.to_string();
    belgian
        .post(&forward, &[("to", &france)])
        .await
        .expect_redirect();
    belgian.get(&page).await.expect(404);
    assert_eq!(world.mails_to("coordinator-fr@example.org").await.len(), 1);
    french
        .post(&format!("{page}/decision"), &[("action", "accept")])
        .await
        .expect_redirect();
    log_in(&world, "rita").await.expect_redirect();
    let history = french
        .get(&page)
        .await
        .expect(200)
        .select(".history li")
        .join("|");
    assert!(history.contains("corrected it"), "{history}");
    assert!(history.contains("forwarded it"), "{history}");
}

#[tokio::test]
async fn whoever_may_be_the_same_person_is_shown_beside_the_request() {
    let world = World::new().await;
    let mut coordinator = world.coordinator("BE").await;
    world.db_request("rita REY", "BE").await;
    world.db_request("Rita Rey", "FR").await;
    let page = joined(&world).await;
    let twins = coordinator
        .get(&page)
        .await
        .expect(200)
        .select(".notice li");
    assert_eq!(twins.len(), 1, "{twins:?}");
    assert!(twins[0].contains("asks too"), "{twins:?}");
}

#[tokio::test]
async fn an_alert_is_dismissed_by_its_reader_alone() {
    let world = World::new().await;
    let mut coordinator = world.coordinator("BE").await;
    let mut deputy = world.db_coordinator("deputy", "BE").await;
    let page = joined(&world).await;
    deputy
        .post(&format!("{page}/decision"), &[("action", "accept")])
        .await
        .expect_redirect();
    let alerts = coordinator.get("/alerts").await.expect(200);
    assert_eq!(
        alerts.select(".todo a"),
        ["Given deputy accepted the request of Rita Rey."]
    );
    let dismiss = alerts.attributes(".todo form", "action").remove(0);
    deputy.post(&dismiss, &[]).await.expect(404);
    coordinator.post(&dismiss, &[]).await.expect_redirect();
    assert!(
        coordinator
            .get("/alerts")
            .await
            .select(".todo a")
            .is_empty()
    );
}
