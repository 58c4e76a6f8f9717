//! Policies: written, put in force, asked before everything else, and answered.

use clikc::users::Role;

use crate::support::{Actor, World, link_of};

/// A policy in force, in English and French; its address.
async fn publish(secretariat: &mut Actor, mandatory: bool) -> String {
    let mut fields = vec![("name", "Privacy")];
    if mandatory {
        fields.push(("mandatory", "on"));
    }
    let draft = secretariat
        .post("/policies", &fields)
        .await
        .expect_redirect();
    write(secretariat, &draft).await;
    secretariat
        .post(&format!("{draft}/publish"), &[])
        .await
        .expect_redirect()
        .trim_end_matches("/versions")
        .to_owned()
}

async fn write(secretariat: &mut Actor, draft: &str) {
    for (lang, title) in [("en", "Privacy"), ("fr", "Vie privée")] {
        let text = [
            ("title", title),
            ("body", "# We\n\n<script>x</script>\n\nkeep **little**"),
            ("statement", "I agree"),
            ("changes", ""),
        ];
        let url = format!("{draft}?lang={lang}");
        secretariat.post(&url, &text).await.expect_redirect();
    }
}

async fn answer(actor: &mut Actor, answer: &str) -> String {
    let page = actor.get("/policies/consent").await.expect(200);
    let version = page.attributes("input[name=version]", "value").remove(0);
    let fields = [
        ("version", version.as_str()),
        ("answer", answer),
        ("lang", "fr"),
    ];
    actor
        .post("/policies/consent", &fields)
        .await
        .expect_redirect()
}

#[tokio::test]
async fn a_mandatory_policy_stands_before_everything_until_it_is_consented_to() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let mut learner = world.learner("BE").await;
    learner.get("/my").await.expect(200);
    publish(&mut secretariat, true).await;
    for path in ["/my", "/grades", "/account/password", "/alerts"] {
        let gate = learner.get(path).await.expect_redirect();
        assert!(gate.starts_with("/policies/consent?next="), "{gate}");
    }
    let page = learner.get("/policies/consent?lang=fr").await.expect(200);
    assert_eq!(page.select("h1"), ["Vie privée"]);
    assert!(page.text().contains("keep <strong>little</strong>"));
    assert!(!page.text().contains("<script>x"));

    assert!(answer(&mut learner, "no").await.contains("withheld"));
    let page = learner
        .get("/policies/consent?withheld=1")
        .await
        .expect(200);
    assert!(page.select(".notice")[0].contains("did not consent"));
    assert_eq!(page.attributes(".notice form", "action"), ["/logout"]);
    learner.get("/my").await.expect_redirect();

    let page = learner.get("/policies/consent?next=/grades").await;
    assert_eq!(
        page.attributes("main input[name=next]", "value"),
        ["/grades"]
    );
    let next = answer(&mut learner, "yes").await;
    assert_eq!(learner.get(&next).await.expect_redirect(), "/my");
    let elsewhere = "/policies/consent?next=//evil.example";
    assert_eq!(learner.get(elsewhere).await.expect_redirect(), "/my");
    learner.get("/my").await.expect(200);
}

#[tokio::test]
async fn whoever_withholds_a_consent_still_has_their_data_and_may_be_forgotten() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let mut learner = world.db_actor("ana", Role::Learner, "BE").await;
    publish(&mut secretariat, true).await;
    answer(&mut learner, "no").await;
    let page = learner
        .get("/policies/consent?withheld=1")
        .await
        .expect(200);
    assert_eq!(page.attributes(".notice a", "href"), ["/profile/data"]);
    learner.get("/profile/data").await.expect(200);
    let begun = learner.post("/profile/data/export", &[]).await;
    assert_eq!(begun.expect_redirect(), "/profile/data");
    world.run_jobs().await;
    learner.get("/profile/data/export").await.expect(200);
    let ask = [("current", "ana"), ("reason", "")];
    let asked = learner.post("/profile/data/erasure", &ask).await;
    assert_eq!(asked.expect_redirect(), "/profile/data");
    learner.get("/profile").await.expect_redirect();
}

#[tokio::test]
async fn an_optional_policy_may_be_withheld_and_is_not_asked_twice() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let mut learner = world.learner("BE").await;
    publish(&mut secretariat, false).await;
    learner.get("/my").await.expect_redirect();
    answer(&mut learner, "no").await;
    learner.get("/my").await.expect(200);
}

#[tokio::test]
async fn a_new_version_is_asked_anew_and_a_published_text_is_frozen() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let mut learner = world.learner("BE").await;
    let policy = publish(&mut secretariat, true).await;
    answer(&mut learner, "yes").await;
    answer(&mut secretariat, "yes").await;
    let versions = format!("{policy}/versions");
    let draft = secretariat.post(&versions, &[]).await.expect_redirect();
    secretariat.post(&versions, &[]).await.expect(409);
    let page = secretariat
        .get(&format!("{draft}?lang=fr"))
        .await
        .expect(200);
    assert_eq!(page.attributes("#field-title", "value"), ["Vie privée"]);
    learner.get("/my").await.expect(200);
    secretariat
        .post(&format!("{draft}/publish"), &[])
        .await
        .expect_redirect();
    learner.get("/my").await.expect_redirect();
    answer(&mut secretariat, "yes").await;
    let text = [
        ("title", "Other"),
        ("body", "Other"),
        ("statement", "Other"),
    ];
    secretariat.post(&draft, &text).await.expect(409);
    secretariat
        .post(&format!("{draft}/publish"), &[])
        .await
        .expect(409);
}

#[tokio::test]
async fn a_draft_without_a_text_is_not_put_in_force_and_the_one_before_stays() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let draft = secretariat
        .post("/policies", &[("name", "Cookies")])
        .await
        .expect_redirect();
    secretariat
        .post(&format!("{draft}/publish"), &[])
        .await
        .expect(409);
    let half = [("title", "Cookies")];
    let page = secretariat.post(&draft, &half).await.expect(422);
    assert_eq!(page.select(".field-error").len(), 2);
    world.learner("BE").await.get("/my").await.expect(200);
}

#[tokio::test]
async fn only_what_is_asked_can_be_answered() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let mut learner = world.learner("BE").await;
    let draft = secretariat
        .post("/policies", &[("name", "Cookies")])
        .await
        .expect_redirect();
    let version = draft.rsplit('/').next().expect("a number");
    let fields = [("version", version), ("answer", "yes")];
    learner
        .post("/policies/consent", &fields)
        .await
        .expect_redirect();
    let report = secretariat.get("/policies/1/answers").await.expect(200);
    assert!(report.select("tbody tr").is_empty());
}

#[tokio::test]
async fn the_consents_are_reported_and_exported_without_formulas() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let mut learner = world.learner("BE").await;
    let policy = publish(&mut secretariat, true).await;
    let id = learner.id.expect("a learner");
    world
        .app
        .db
        .execute(
            "UPDATE users SET given_name = '=HYPERLINK(1)' WHERE id = $1",
            clikc::args![id],
        )
        .await
        .expect("a name");
    answer(&mut learner, "no").await;
    answer(&mut learner, "yes").await;
    answer(&mut secretariat, "yes").await;
    let report = secretariat
        .get(&format!("{policy}/answers"))
        .await
        .expect(200);
    assert_eq!(
        report.select("tbody tr").len(),
        2,
        "the newest answer of each"
    );
    let table = secretariat
        .get(&format!("{policy}/answers.csv"))
        .await
        .expect(200);
    let text = table.text();
    assert!(
        text.contains("\n'=HYPERLINK(1) learner-be,learner-be@example.org,BE,1,Consented,fr,"),
        "{text}"
    );
}

#[tokio::test]
async fn whoever_registers_consents_on_the_form_and_is_not_asked_again() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let policy = publish(&mut secretariat, true).await;
    let organisation = world.organisation("BE").await.to_string();
    let mut visitor = world.anonymous();
    let page = visitor.get("/register").await.expect(200);
    let version = page.attributes("input[name=consent]", "value").remove(0);
    visitor.get(&policy).await.expect(200);
    let mut fields = vec![
        ("organisation", organisation.as_str()),
        ("given_name", "Rita"),
        ("family_name", "Rey"),
        ("email", "rita@customs.example"),
        ("password", "Quiet harbour 7"),
        ("lang", "en"),
    ];
    let again = visitor.post("/register", &fields).await.expect(422);
    assert!(again.select(".field-error")[0].contains("Without this consent"));
    fields.push(("consent", &version));
    visitor.post("/register", &fields).await.expect_redirect();
    let link = link_of(&world.mails_to("rita@customs.example").await[0]);
    visitor.post(&link, &[]).await.expect(200);
    answer(&mut secretariat, "yes").await;
    secretariat
        .post("/applications/1/decision", &[("action", "accept")])
        .await
        .expect_redirect();
    let login = [
        ("username", "rita@customs.example"),
        ("password", "Quiet harbour 7"),
    ];
    visitor.post("/login", &login).await.expect_redirect();
    visitor.get("/my").await.expect(200);
}
