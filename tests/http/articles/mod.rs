//! What the site says of itself: written by the secretariat in each language, read by everybody.

mod editing;

use clikc::args;

use crate::support::{Actor, Reply, World};

/// The address of a fixed article.
async fn fixed(world: &World, kind: &str) -> String {
    let row: Option<(i64,)> = world
        .app
        .db
        .find("SELECT id FROM articles WHERE kind = $1", args![kind])
        .await
        .expect("a query");
    format!("/settings/texts/{}", row.expect("an article").0)
}

fn reader(world: &World, lang: &str) -> Actor {
    let mut reader = world.anonymous();
    reader.plant("lang", lang);
    reader
}

/// Writes an article as it stands now.
async fn write(actor: &mut Actor, url: &str, lang: &str, title: &str, body: &str) -> Reply {
    let url = format!("{url}?lang={lang}");
    let page = actor.get(&url).await.expect(200);
    let revision = page
        .attributes("input[name=revision]", "value")
        .pop()
        .expect("a revision");
    let fields = [
        ("title", title),
        ("lead", ""),
        ("body", body),
        ("revision", &revision),
    ];
    actor.post(&url, &fields).await
}

/// A new article with an English text; its address without the language.
async fn add(actor: &mut Actor, shelf: &str, title: &str) -> String {
    let to = actor.post(shelf, &[]).await.expect_redirect();
    let (url, _) = to.split_once('?').expect("a language");
    write(actor, url, "en", title, "Body")
        .await
        .expect_redirect();
    url.to_owned()
}

async fn publish(actor: &mut Actor, url: &str, date: &str) -> Reply {
    let page = actor.get(url).await.expect(200);
    let seen = page
        .attributes("input[name=seen]", "value")
        .pop()
        .expect("what was seen");
    let fields = [("state", "published"), ("date", date), ("seen", &seen)];
    actor.post(&format!("{url}/publication"), &fields).await
}

async fn deeds(world: &World) -> Vec<(String, String)> {
    let rows = world.app.db.all(
        "SELECT action, detail FROM audit_entries ORDER BY id",
        args![],
    );
    rows.await.expect("the record")
}

#[tokio::test]
async fn visitors_read_their_language_else_english_else_any_else_the_built_in_words() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let welcome = fixed(&world, "welcome").await;
    let built_in = reader(&world, "ar").get("/").await.expect(200);
    assert_eq!(built_in.select("h1"), ["أهلًا بكم في CLiKC"]);
    assert_eq!(built_in.attributes("h1", "lang").len(), 0);

    let heading = async |lang: &str| {
        let page = reader(&world, lang).get("/").await.expect(200);
        let lang = page.attributes("h1", "lang").remove(0);
        let dir = page.attributes("h1", "dir").remove(0);
        (page.select("h1").remove(0), lang, dir)
    };
    let told =
        |title: &str, lang: &str, dir: &str| (title.to_owned(), lang.to_owned(), dir.to_owned());
    write(&mut secretariat, &welcome, "fr", "Bonjour", "")
        .await
        .expect_redirect();
    assert_eq!(heading("ar").await, told("Bonjour", "fr", "ltr"));
    write(&mut secretariat, &welcome, "en", "Hello", "# Aims")
        .await
        .expect_redirect();
    assert_eq!(heading("ar").await, told("Hello", "en", "ltr"));
    write(&mut secretariat, &welcome, "ar", "مرحبًا", "**نص**")
        .await
        .expect_redirect();
    assert_eq!(heading("ar").await, told("مرحبًا", "ar", "rtl"));
    assert_eq!(heading("fr").await, told("Bonjour", "fr", "ltr"));
    let page = reader(&world, "ar").get("/").await.expect(200);
    assert_eq!(page.attributes(".prose", "dir"), ["rtl"]);
    assert_eq!(page.select(".prose strong"), ["نص"]);

    write(&mut secretariat, &welcome, "ar", "", "")
        .await
        .expect_redirect();
    assert_eq!(heading("ar").await, told("Hello", "en", "ltr"));
    let list = secretariat.get("/settings/texts").await.expect(200);
    let missing = list.select("tbody tr:first-child .badge").remove(0);
    assert_eq!(missing, "Missing: Español, Português, العربية");
    // Written anew after it was emptied.
    write(&mut secretariat, &welcome, "ar", "أهلًا", "")
        .await
        .expect_redirect();
    assert_eq!(heading("ar").await, told("أهلًا", "ar", "rtl"));
}

#[tokio::test]
async fn help_and_contact_have_words_of_their_own_until_they_are_written() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let mut visitor = world.anonymous();
    for kind in ["help", "contact"] {
        let path = format!("/{kind}");
        let before = visitor.get(&path).await.expect(200);
        assert_eq!(before.select("h1").len(), 1);
        let url = fixed(&world, kind).await;
        write(&mut secretariat, &url, "en", "Ask us", "Call *first*")
            .await
            .expect_redirect();
        let page = visitor.get(&path).await.expect(200);
        assert_eq!(page.select("h1"), ["Ask us"]);
        assert_eq!(page.select(".prose em"), ["first"]);
    }
}

#[tokio::test]
async fn everybody_finds_the_pages_in_the_footer() {
    let world = World::new().await;
    let mut learner = world.learner("BE").await;
    let paths = ["/news", "/help", "/faq", "/contact", "/certificates/verify"];
    for (actor, home) in [(&mut world.anonymous(), "/"), (&mut learner, "/my")] {
        let page = actor.get(home).await.expect(200);
        assert_eq!(page.attributes("footer nav a", "href"), paths);
        for path in paths {
            actor.get(path).await.expect(200);
        }
    }
}

#[tokio::test]
async fn drafts_and_news_of_the_future_are_not_there() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let mut visitor = world.anonymous();
    let url = add(&mut secretariat, "/settings/news", "Workshop").await;
    let id = url.rsplit('/').next().expect("an id").to_owned();
    let item = format!("/news/{id}");
    visitor.get(&item).await.expect(404);
    secretariat.get(&item).await.expect(404);
    assert!(visitor.get("/").await.select(".news a").is_empty());

    publish(&mut secretariat, &url, "2026-05-04")
        .await
        .expect_redirect();
    visitor.get(&item).await.expect(404);
    assert_eq!(
        visitor
            .get("/news")
            .await
            .expect(200)
            .select(".empty")
            .len(),
        1
    );
    let list = secretariat.get("/settings/news").await.expect(200);
    assert_eq!(list.select("tbody td .badge")[0], "From 4 May 2026");
    // It is noon of the third.
    world.wait_ms(12 * 3_600_000);
    let page = visitor.get(&item).await.expect(200);
    assert_eq!(page.select("h1"), ["Workshop"]);
    let id = secretariat.id.expect("someone logged in");
    let mut secretariat = world.db_log_in(id).await;
    assert_eq!(visitor.get("/").await.select(".news a"), ["Workshop"]);

    let seen = secretariat
        .get(&url)
        .await
        .attributes("input[name=seen]", "value");
    let draft = [("state", "draft"), ("seen", seen[0].as_str())];
    secretariat
        .post(&format!("{url}/publication"), &draft)
        .await
        .expect_redirect();
    visitor.get(&item).await.expect(404);
    let told = deeds(&world).await;
    assert!(told.contains(&(
        "article.publish".to_owned(),
        "draft → 2026-05-04".to_owned()
    )));
    assert!(told.contains(&(
        "article.publish".to_owned(),
        "2026-05-04 → draft".to_owned()
    )));
}

#[tokio::test]
async fn what_is_no_date_or_not_written_is_not_published() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let url = add(&mut secretariat, "/settings/news", "Workshop").await;
    let page = publish(&mut secretariat, &url, "tomorrow")
        .await
        .expect(422);
    assert_eq!(page.select(".field-error").len(), 1);
    assert_eq!(page.attributes("#field-title", "value"), ["Workshop"]);
    write(&mut secretariat, &url, "en", "", "")
        .await
        .expect_redirect();
    publish(&mut secretariat, &url, "2026-05-01")
        .await
        .expect(422);
    // Somebody else's decision is not overwritten unseen.
    write(&mut secretariat, &url, "en", "Workshop", "Body")
        .await
        .expect_redirect();
    publish(&mut secretariat, &url, "2026-05-01")
        .await
        .expect_redirect();
    let stale = [("state", "published"), ("date", "2026-05-02"), ("seen", "")];
    let url = format!("{url}/publication");
    secretariat.post(&url, &stale).await.expect(409);
    let question = add(&mut secretariat, "/settings/faq", "Who?").await;
    let url = format!("{question}/publication");
    secretariat.post(&url, &stale).await.expect(404);
}

#[tokio::test]
async fn the_latest_three_stand_in_front_and_all_of_them_on_pages() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    for day in 1..=12 {
        let title = format!("Day {day}");
        let url = add(&mut secretariat, "/settings/news", &title).await;
        let date = format!("2026-04-{day:02}");
        publish(&mut secretariat, &url, &date)
            .await
            .expect_redirect();
    }
    let mut visitor = world.anonymous();
    let front = visitor.get("/").await.expect(200);
    assert_eq!(front.select(".news h3"), ["Day 12", "Day 11", "Day 10"]);
    assert_eq!(front.select(".news p")[0], "12 April 2026");
    let first = visitor.get("/news").await.expect(200);
    assert_eq!(first.select(".news h3").len(), 10);
    let next = first.attributes("a[rel=next]", "href").remove(0);
    let second = visitor.get(&next).await.expect(200);
    assert_eq!(second.select(".news h3"), ["Day 2", "Day 1"]);
    assert_eq!(second.attributes("a[rel=prev]", "href"), ["/news?page=1"]);
    for odd in [
        "/news?page=x",
        "/news?page=-3",
        "/news?page=99999999999999999999",
    ] {
        visitor.get(odd).await.expect(200);
    }
}

#[tokio::test]
async fn scripts_in_texts_are_inert() {
    let world = World::new().await;
    let mut secretariat = world.secretariat().await;
    let hostile =
        "<script>alert(1)</script>\n\n[x](javascript:alert(1)) <b onclick=\"alert(1)\">b</b>";
    let mut visitor = world.anonymous();
    for kind in ["welcome", "help", "contact"] {
        let url = fixed(&world, kind).await;
        write(
            &mut secretariat,
            &url,
            "en",
            "<script>alert(1)</script>",
            hostile,
        )
        .await
        .expect_redirect();
    }
    let question = add(&mut secretariat, "/settings/faq", "Q").await;
    write(
        &mut secretariat,
        &question,
        "en",
        "<img src=x onerror=alert(1)>",
        hostile,
    )
    .await
    .expect_redirect();
    let news = add(&mut secretariat, "/settings/news", "N").await;
    write(
        &mut secretariat,
        &news,
        "en",
        "<script>alert(1)</script>",
        hostile,
    )
    .await
    .expect_redirect();
    publish(&mut secretariat, &news, "").await.expect_redirect();
    let id = news.rsplit('/').next().expect("an id");
    for path in [
        "/",
        "/help",
        "/contact",
        "/faq",
        "/news",
        &format!("/news/{id}"),
    ] {
        let page = visitor.get(path).await.expect(200);
        let text = page.text();
        for word in ["<script>alert", "javascript:", "onclick", "<img src=x"] {
            assert!(!text.contains(word), "{path}: {word}");
        }
    }
    let preview = [("title", "T"), ("body", hostile), ("action", "preview")];
    let page = secretariat.post(&news, &preview).await.expect(200);
    assert!(page.attributes("[data-preview] *", "onclick").is_empty());
    assert!(page.select("[data-preview] script").is_empty());
}

#[tokio::test]
async fn the_demo_site_is_written_in_every_language() {
    let world = World::new().await;
    clikc::demo::seed(&world.app).await.expect("a demo site");
    let mut secretariat = world
        .db_actor("another", clikc::users::Role::Secretariat, "WCO")
        .await;
    for shelf in ["texts", "news", "faq"] {
        let page = secretariat
            .get(&format!("/settings/{shelf}"))
            .await
            .expect(200);
        let badges = page.select("tbody .badge");
        assert!(badges.len() >= 3, "{shelf}");
        assert!(
            badges.iter().all(|badge| badge == "All languages"),
            "{badges:?}"
        );
    }
    let front = reader(&world, "ar").get("/").await.expect(200);
    assert_eq!(front.select(".news h3").len(), 3);
    assert_eq!(front.attributes("h1", "lang"), ["ar"]);
}
