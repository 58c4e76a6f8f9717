//! One's own consents, and changing what is optional.

use crate::support::{Actor, World};

/// A policy in force.
async fn publish(secretariat: &mut Actor, name: &str, mandatory: bool) {
    // Of the secretariat's own: readers see the title.
    let own = format!("{name} of 2026, for the office");
    let mut fields = vec![("name", own.as_str())];
    if mandatory {
        fields.push(("mandatory", "on"));
    }
    let draft = secretariat
        .post("/policies", &fields)
        .await
        .expect_redirect();
    let text = [("title", name), ("body", "Text"), ("statement", "I agree")];
    let url = format!("{draft}?lang=en");
    secretariat.post(&url, &text).await.expect_redirect();
    let url = format!("{draft}/publish");
    secretariat.post(&url, &[]).await.expect_redirect();
}

async fn answer(actor: &mut Actor, answer: &str) {
    let page = actor.get("/policies/consent").await.expect(200);
    let version = page.attributes("input[name=version]", "value").remove(0);
    let fields = [("version", version.as_str()), ("answer", answer)];
    let to = actor.post("/policies/consent", &fields).await;
    to.expect_redirect();
}

#[tokio::test]
async fn people_read_their_answers_and_change_the_optional_ones() {
    let world = World::new().await;
    let mut learner = world.learner("BE").await;
    let empty = learner.get("/profile/consents").await.expect(200);
    assert_eq!(empty.select(".empty-title"), ["No policy is in force"]);
    let mut secretariat = world.secretariat().await;
    publish(&mut secretariat, "Terms", true).await;
    answer(&mut secretariat, "yes").await;
    publish(&mut secretariat, "Newsletter", false).await;
    answer(&mut learner, "yes").await;
    answer(&mut learner, "no").await;

    let page = learner.get("/profile/consents").await.expect(200);
    assert_eq!(
        page.select("section h2"),
        ["Terms", "Newsletter", "All your answers"]
    );
    assert_eq!(
        page.select("section .badge"),
        ["Consented", "Withheld", "Withheld", "Consented"]
    );
    assert!(
        page.text().contains("/profile/data#erasure"),
        "a mandatory one is explained"
    );
    let versions = page.attributes("form input[name=version]", "value");
    let [newsletter] = versions.as_slice() else {
        panic!("one can be changed: {versions:?}");
    };
    let yes = [("version", newsletter.as_str()), ("answer", "yes")];
    world.wait_ms(1000);
    learner
        .post("/profile/consents", &yes)
        .await
        .expect_redirect();
    learner
        .post("/profile/consents", &yes)
        .await
        .expect_redirect();
    let page = learner.get("/profile/consents").await.expect(200);
    assert_eq!(
        page.select("tbody th"),
        ["Newsletter", "Newsletter", "Terms"],
        "history is kept"
    );
    assert!(!page.text().contains("for the office"));
    assert_eq!(
        page.select("tbody .badge"),
        ["Consented", "Withheld", "Consented"]
    );
}

#[tokio::test]
async fn what_is_mandatory_or_not_in_force_cannot_be_changed() {
    let world = World::new().await;
    let mut learner = world.learner("BE").await;
    let mut secretariat = world.secretariat().await;
    publish(&mut secretariat, "Terms", true).await;
    let page = learner.get("/policies/consent").await.expect(200);
    let version = page.attributes("input[name=version]", "value").remove(0);
    answer(&mut learner, "yes").await;
    for (version, words) in [(version.as_str(), "mandatory"), ("999", "not in force")] {
        let fields = [("version", version), ("answer", "no")];
        let refused = learner.post("/profile/consents", &fields).await.expect(409);
        assert!(refused.text().contains(words), "{}", refused.text());
    }
    learner.get("/my").await.expect(200);
}
