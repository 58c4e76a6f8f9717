//! Administrations, positions, and who coordinates whom.

use clikc::users::Role;

use crate::support::{World, send_file};

const DAY: i64 = 24 * 3_600_000;

async fn address(world: &World, code: &str) -> String {
    format!("/organisations/{}", world.organisation(code).await)
}

#[tokio::test]
async fn the_secretariat_adds_renames_and_closes_an_administration() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let fields = [("code", " ci "), ("name", "Ivory  Coast")];
    let url = secretariat
        .post("/organisations", &fields)
        .await
        .expect_redirect();
    let page = secretariat.get(&url).await.expect(200);
    assert_eq!(page.select("h1"), ["Ivory Coast"]);
    assert_eq!(page.select(".kicker"), ["CI"]);

    let again = secretariat
        .post("/organisations", &fields)
        .await
        .expect(422);
    assert!(again.select(".field-error")[0].contains("has this code"));

    let fields = [("code", "CI"), ("name", "Côte d’Ivoire"), ("closed", "on")];
    secretariat.post(&url, &fields).await.expect_redirect();
    let list = secretariat.get("/organisations?q=cote").await.expect(200);
    assert_eq!(list.select("tbody th"), ["Côte d’Ivoire Closed"]);
    let taken = [("code", "WCO"), ("name", "Côte d’Ivoire")];
    secretariat.post(&url, &taken).await.expect(422);
}

#[tokio::test]
async fn a_new_approver_takes_over_and_the_old_one_has_no_rights_left() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let url = address(&world, "BE").await;
    let mut ana = world.db_actor("ana", Role::Learner, "BE").await;
    let mut jun = world.db_actor("jun", Role::Learner, "BE").await;
    world.db_user("eve", Role::Learner, "FR").await;
    let designate = format!("{url}/designations");
    let approver = |person| [("person", person), ("kind", "approver")];
    let foreign = secretariat.post(&designate, &approver("eve")).await;
    assert!(
        foreign.expect(422).select(".field-error")[0].contains("Nobody in this administration")
    );

    ana.get("/applications").await.expect(403);
    let to = secretariat.post(&designate, &approver("ana")).await;
    assert_eq!(to.expect_redirect(), url);
    ana.get("/applications").await.expect(200);
    world.wait_ms(1);
    secretariat
        .post(&designate, &approver("jun"))
        .await
        .expect_redirect();
    ana.get("/applications").await.expect(403);
    jun.get("/applications").await.expect(200);
    let list = secretariat.get("/organisations").await.expect(200);
    assert_eq!(list.select("td[data-label=Approver]")[0], "Given jun");
}

#[tokio::test]
async fn a_designation_runs_from_its_first_to_its_last_day() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let url = address(&world, "BE").await;
    let ana = world.db_user("ana", Role::Learner, "BE").await;
    // It is noon of the third of May.
    let fields = [
        ("person", "ana@example.org"),
        ("kind", "deputy"),
        ("from", "2026-05-04"),
        ("until", "2026-05-05"),
    ];
    let designate = format!("{url}/designations");
    secretariat
        .post(&designate, &fields)
        .await
        .expect_redirect();
    let page = secretariat.get(&url).await.expect(200);
    assert_eq!(page.select("td[data-label=Until]"), ["5 May 2026"]);
    assert!(page.text().contains("Planned"));
    let mut answers = Vec::new();
    for _ in 0..4 {
        let mut ana = world.db_log_in(ana).await;
        answers.push(ana.get("/applications").await.status.as_u16());
        world.wait_ms(DAY);
    }
    assert_eq!(answers, [403, 200, 200, 403]);
    for (from, until) in [
        ("tomorrow", ""),
        ("2026-05-09", "2026-05-08"),
        ("", "2026-05-01"),
    ] {
        let mut secretariat = world.db_log_in(secretariat.id.expect("a person")).await;
        let fields = [
            ("person", "ana"),
            ("kind", "deputy"),
            ("from", from),
            ("until", until),
        ];
        secretariat.post(&designate, &fields).await.expect(422);
    }
}

#[tokio::test]
async fn ending_a_designation_takes_its_rights_at_once() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let mut coordinator = world.coordinator("BE").await;
    let url = address(&world, "BE").await;
    coordinator.get("/applications").await.expect(200);
    let page = secretariat.get(&url).await.expect(200);
    let end = page.attributes("td form", "action").remove(0);
    secretariat.post(&end, &[]).await.expect_redirect();
    coordinator.get("/applications").await.expect(403);
    secretariat.post(&end, &[]).await.expect(404);
    let other = end.replace(&url, &address(&world, "FR").await);
    secretariat.post(&other, &[]).await.expect(404);
}

#[tokio::test]
async fn two_approvers_cannot_be_designated_at_the_same_time() {
    let world = World::new().await;
    let secretariat = world.secretariat().await;
    let url = address(&world, "BE").await;
    let designate = format!("{url}/designations");
    for name in ["ana", "jun"] {
        world.db_user(name, Role::Learner, "BE").await;
    }
    let ask = |person: &'static str| {
        let (mut actor, url) = (secretariat.clone(), designate.clone());
        async move {
            let fields = [
                ("person", person),
                ("kind", "approver"),
                ("from", "2026-05-09"),
            ];
            actor.post(&url, &fields).await.status.as_u16()
        }
    };
    let (one, other) = tokio::join!(ask("ana"), ask("jun"));
    let mut both = [one, other];
    both.sort_unstable();
    assert_eq!(both, [303, 422]);
}

#[tokio::test]
async fn a_member_list_shows_what_it_would_do_and_then_does_it_once() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    world.organisation("FR").await;
    let csv = "\u{feff}Code;Name\nFR;France\nBE;Belgium\nBE;Belgique\n;Nowhere\n";
    let check = send_file(
        &mut secretariat,
        "/organisations/import",
        "file",
        csv.as_bytes(),
    )
    .await
    .expect(200);
    assert_eq!(
        check.select("tbody td:last-child"),
        [
            "Renamed from “FR”",
            "New",
            "Same code as line 3: passed over",
            "Give a code of letters, digits, dots and hyphens, at most 20."
        ]
    );
    let before = secretariat.get("/organisations").await;
    assert_eq!(
        before.select("tbody th"),
        ["FR", "WCO"],
        "nothing was done yet"
    );
    let list = check.attributes("input[name=list]", "value").remove(0);
    for _ in 0..2 {
        secretariat
            .post("/organisations/import/apply", &[("list", &list)])
            .await
            .expect_redirect();
    }
    let after = secretariat.get("/organisations").await.expect(200);
    assert_eq!(after.select("tbody th"), ["Belgium", "France", "WCO"]);
    let workbook = b"PK\x03\x04";
    let refused = send_file(&mut secretariat, "/organisations/import", "file", workbook).await;
    assert!(refused.expect(422).text().contains("Save as"));
}

#[tokio::test]
async fn positions_are_added_once_and_deleted_while_nobody_holds_them() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let name = [("name", "Customs officer")];
    secretariat
        .post("/positions", &name)
        .await
        .expect_redirect();
    secretariat.post("/positions", &name).await.expect(422);
    secretariat
        .post("/positions", &[("name", " ")])
        .await
        .expect(422);
    let page = secretariat.get("/positions").await.expect(200);
    let delete = page.attributes("tbody form", "action").remove(0);
    secretariat.post(&delete, &[]).await.expect_redirect();
    secretariat.post(&delete, &[]).await.expect(404);
}

#[tokio::test]
async fn an_address_proposes_the_administration_whose_domain_it_has() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let mut url = Vec::new();
    for code in ["BE", "FR"] {
        url.push(format!("/organisations/{}", world.organisation(code).await));
    }
    let save = |to: &str| format!("{to}/domains");
    let list = [("domains", "Customs.example, douane.example")];
    secretariat
        .post(&save(&url[0]), &list)
        .await
        .expect_redirect();
    let page = secretariat.get(&url[0]).await.expect(200);
    assert_eq!(
        page.select("textarea[name=domains]"),
        ["customs.example douane.example"]
    );
    for (wrong, words) in [
        ("customs.example", "Another administration has"),
        ("elsewhere.example gmail.com", "open to everybody"),
        ("not a domain", "Give domains as in"),
    ] {
        let told = secretariat
            .post(&save(&url[1]), &[("domains", wrong)])
            .await
            .expect(422);
        assert!(
            told.select("#field-domains-error")[0].contains(words),
            "{wrong}"
        );
        assert_eq!(told.select("textarea[name=domains]"), [wrong]);
    }
    assert!(
        secretariat
            .get(&url[1])
            .await
            .select("textarea[name=domains]")[0]
            .is_empty()
    );

    // Whoever left the list of administrations alone finds theirs chosen when the form comes back.
    let mut visitor = world.anonymous();
    for (email, chosen) in [
        ("rita@hq.douane.example", url[0].as_str()),
        ("rita@gmail.com", ""),
    ] {
        let page = visitor
            .post("/register", &[("email", email)])
            .await
            .expect(422);
        let found = page.attributes("[name=organisation] option[selected]", "value");
        let found = found.iter().find(|value| !value.is_empty());
        assert_eq!(
            found
                .map(|id| format!("/organisations/{id}"))
                .unwrap_or_default(),
            chosen
        );
    }
    secretariat
        .post(&save(&url[0]), &[("domains", "")])
        .await
        .expect_redirect();
    let free = [("domains", "customs.example")];
    secretariat
        .post(&save(&url[1]), &free)
        .await
        .expect_redirect();
}
