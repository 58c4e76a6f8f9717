//! Building a course: outline, settings, publishing.

use crate::support::{Actor, World};

fn editor(course: i64) -> String {
    format!("/authoring/courses/{course}")
}

async fn rows(author: &mut Actor, course: i64) -> Vec<String> {
    let page = author.get(&editor(course)).await.expect(200);
    page.attributes("[data-reorder-item]", "data-reorder-item")
}

#[tokio::test]
async fn an_author_builds_a_course_and_publishes_it() {
    let world = World::new().await;
    let mut author = world.author("BE").await;
    let none = author.get("/authoring").await.expect(200);
    assert_eq!(none.select(".empty-title"), ["You have no courses yet"]);

    let course = author.add_course("Risk management at the border").await;
    let page = author.get(&editor(course)).await.expect(200);
    assert_eq!(page.select(".page-header .badge"), ["Draft"]);
    assert_eq!(page.select(".kicker"), ["risk-management-at-the-border"]);

    author.add_activity(course, "lesson", "Basics").await;
    let quiz = author.add_activity(course, "quiz", "").await;
    let page = author.get(&editor(course)).await.expect(200);
    assert_eq!(
        page.select(".sortable [data-reorder-name]"),
        ["Part without a heading", "Basics", "Untitled activity"]
    );
    assert_eq!(
        page.select(".sortable small"),
        [
            "Lesson · no package yet",
            "Quiz · pass mark 70 % · no package yet"
        ]
    );
    assert!(page.text().contains("Upload the package of “Basics”"));
    let settings = author
        .get(&format!("/authoring/activities/{quiz}"))
        .await
        .expect(200);
    assert_eq!(settings.attributes("#field-pass_mark", "value"), ["70"]);
    assert_eq!(settings.attributes("#field-max_attempts", "value"), [""]);

    author.publish(course).await;
    let page = author.get(&editor(course)).await.expect(200);
    assert_eq!(page.select(".page-header .badge"), ["Published"]);
    let list = author.get("/authoring").await.expect(200);
    assert_eq!(list.select("tbody th"), ["Risk management at the border"]);
}

#[tokio::test]
async fn short_names_are_unique_and_made_from_the_title() {
    let world = World::new().await;
    let mut author = world.author("BE").await;
    author.add_course("Valuation").await;
    let second = author.add_course("Valuation").await;
    let page = author.get(&editor(second)).await;
    assert_eq!(page.select(".kicker"), ["valuation-2"]);
    let fields = [
        ("title", "Other"),
        ("lang", "en"),
        ("short_name", "valuation"),
    ];
    let refused = author.post("/authoring/courses", &fields).await.expect(422);
    assert_eq!(refused.attributes("#field-title", "value"), ["Other"]);
    assert_eq!(refused.select("#field-short_name-error").len(), 1);
}

#[tokio::test]
async fn the_list_is_searched_without_regard_to_case_and_accents() {
    let world = World::new().await;
    let mut author = world.author("BE").await;
    author.add_course("Évaluation en douane").await;
    author.add_course("Origin").await;
    let found = author.get("/authoring?q=EVALUATION").await.expect(200);
    assert_eq!(found.select("tbody th"), ["Évaluation en douane"]);
    let none = author.get("/authoring?q=zebra").await.expect(200);
    assert_eq!(none.select(".empty-title"), ["No course matches “zebra”"]);
}

#[tokio::test]
async fn the_outline_is_reordered_across_sections() {
    let world = World::new().await;
    let mut author = world.author("BE").await;
    let course = author.add_course("Course").await;
    let a = author.add_activity(course, "lesson", "A").await;
    let b = author.add_activity(course, "lesson", "B").await;
    let sections = format!("{}/sections", editor(course));
    author
        .post(&sections, &[("title", "Second")])
        .await
        .expect_redirect();
    let start = rows(&mut author, course).await;
    let [s1, .., s2] = start.as_slice() else {
        panic!("{start:?}")
    };
    let names = (format!("a{a}"), format!("a{b}"));
    let (s1, s2, a, b) = (&**s1, &**s2, &*names.0, &*names.1);
    assert_eq!(start, [s1, a, b, s2]);

    let order = format!("{}/order", editor(course));
    let wanted = [("order", s1), ("order", b), ("order", s2), ("order", a)];
    author.post(&order, &wanted).await.expect_redirect();
    assert_eq!(rows(&mut author, course).await, [s1, b, s2, a]);

    // Without scripts: one button.
    let up = format!("{a}:up");
    let mut button = wanted.to_vec();
    button.push(("move", &up));
    author.post(&order, &button).await.expect_redirect();
    assert_eq!(rows(&mut author, course).await, [s1, b, a, s2]);

    // An order that forgets a row comes from an old page.
    author.post(&order, &wanted[..2]).await.expect(409);
    assert_eq!(rows(&mut author, course).await, [s1, b, a, s2]);
}

#[tokio::test]
async fn a_section_is_deleted_only_when_it_is_empty() {
    let world = World::new().await;
    let mut author = world.author("BE").await;
    let course = author.add_course("Course").await;
    let sections = format!("{}/sections", editor(course));
    author
        .post(&sections, &[("title", "Second")])
        .await
        .expect_redirect();
    let activity = author.add_activity(course, "lesson", "A").await;
    let section = rows(&mut author, course).await[1].replace('s', "/authoring/sections/");
    let delete = format!("{section}/delete");
    author.post(&delete, &[]).await.expect(409);
    author
        .post(&format!("/authoring/activities/{activity}/delete"), &[])
        .await
        .expect_redirect();
    author.post(&delete, &[]).await.expect_redirect();
    assert_eq!(rows(&mut author, course).await.len(), 1);
}

#[tokio::test]
async fn activity_settings_are_kept_and_faults_are_shown_with_what_was_typed() {
    let world = World::new().await;
    let mut author = world.author("BE").await;
    let course = author.add_course("Course").await;
    let activity = author.add_activity(course, "quiz", "Quiz").await;
    let url = format!("/authoring/activities/{activity}");
    let section = author
        .get(&url)
        .await
        .attributes("#field-section option", "value")
        .remove(0);
    let mut fields = vec![
        ("title", "Final quiz"),
        ("kind", "quiz"),
        ("section", section.as_str()),
        ("pass_mark", "120"),
        ("max_attempts", "3"),
        ("grading", "average"),
        ("width", "1280"),
        ("height", "800"),
        ("fills_screen", "on"),
        ("hidden", "on"),
    ];
    let refused = author.post(&url, &fields).await.expect(422);
    assert_eq!(refused.attributes("#field-pass_mark", "value"), ["120"]);
    assert_eq!(refused.select("#field-pass_mark-error").len(), 1);
    fields[3] = ("pass_mark", "69,5");
    author.post(&url, &fields).await.expect_redirect();
    let page = author.get(&url).await.expect(200);
    assert_eq!(page.attributes("#field-pass_mark", "value"), ["69.5"]);
    assert_eq!(page.attributes("#field-width", "value"), ["1280"]);
    assert_eq!(
        page.attributes("input[checked]", "name"),
        ["hidden", "fills_screen"]
    );
    let outline = author.get(&editor(course)).await;
    assert_eq!(
        outline.select(".sortable small"),
        ["Quiz · pass mark 69.5 % · optional · hidden · no package yet"]
    );
}

#[tokio::test]
async fn a_choice_that_is_on_no_list_is_refused_with_a_sentence() {
    let world = World::new().await;
    let mut author = world.author("BE").await;
    for (name, value) in [
        ("category", "999"),
        ("category", "x"),
        ("audience", "nobody"),
    ] {
        let fields = [("title", "Course"), ("lang", "en"), (name, value)];
        let page = author.post("/authoring/courses", &fields).await.expect(422);
        let told = page.select("[data-focus] li");
        assert_eq!(told, ["Choose one of the values of the list."], "{name}");
    }
}

#[tokio::test]
async fn publishing_a_course_in_which_nothing_can_be_opened_is_asked_about() {
    let world = World::new().await;
    let mut author = world.author("BE").await;
    let course = author.add_course("Course").await;
    let page = author.get(&editor(course)).await.expect(200);
    assert_eq!(
        page.attributes(".page-header [data-dialog-open]", "href"),
        ["#publish"]
    );
    let path = format!("{}/state", editor(course));
    author
        .post(&path, &[("state", "published")])
        .await
        .expect_redirect();
    let page = author.get(&editor(course)).await.expect(200);
    assert!(page.select(".flash .kind-warning")[0].contains("nothing in it yet"));
}

#[tokio::test]
async fn a_lesson_made_into_a_quiz_gets_the_usual_pass_mark_and_a_quiz_may_do_without() {
    let world = World::new().await;
    let mut author = world.author("BE").await;
    let course = author.add_course("Course").await;
    let activity = author.add_activity(course, "lesson", "Lesson").await;
    let url = format!("/authoring/activities/{activity}");
    let page = author.get(&url).await.expect(200);
    let section = page.attributes("#field-section option", "value").remove(0);
    let fields = [
        ("title", "Test"),
        ("kind", "quiz"),
        ("section", section.as_str()),
        ("pass_mark", ""),
        ("grading", "best"),
        ("width", "1280"),
        ("height", "800"),
    ];
    let editor = author.post(&url, &fields).await.expect_redirect();
    let page = author.get(&editor).await.expect(200);
    assert!(page.select(".flash")[0].contains("70 %"), "{}", page.text());
    let page = author.get(&url).await.expect(200);
    assert_eq!(page.attributes("#field-pass_mark", "value"), ["70"]);
    author.post(&url, &fields).await.expect_redirect();
    let page = author.get(&url).await.expect(200);
    assert_eq!(page.attributes("#field-pass_mark", "value"), [""]);
}

#[tokio::test]
async fn courses_of_another_administration_do_not_exist_for_an_author() {
    let world = World::new().await;
    let mut belgian = world.author("BE").await;
    let course = belgian.add_course("Course").await;
    let mut french = world.author("FR").await;
    french.get(&editor(course)).await.expect(404);
    assert!(french.get("/authoring").await.select("tbody th").is_empty());
    let mut secretariat = world.secretariat().await;
    secretariat.get(&editor(course)).await.expect(200);
}

#[tokio::test]
async fn the_demo_site_opens_with_a_published_course_and_a_shelf_per_language() {
    let world = World::new().await;
    clikc::demo::seed(&world.app).await.expect("the demo site");
    clikc::demo::seed(&world.app).await.expect("nothing more");
    let mut author = world.anonymous();
    let login = [("username", "author"), ("password", "Author1")];
    author.post("/login", &login).await.expect_redirect();
    let list = author.get("/authoring").await.expect(200);
    assert_eq!(list.select("tbody th"), ["Risk management at the border"]);
    let link = list.attributes("tbody th a", "href").remove(0);
    let page = author.get(&link).await.expect(200);
    assert_eq!(page.select(".page-header .badge"), ["Published"]);
    assert_eq!(
        page.select(".sortable .heading [data-reorder-name]"),
        ["Foundations", "Assessment", "Further reading"]
    );
    let shelves = clikc::courses::db::list_categories(&world.app.db)
        .await
        .expect("categories");
    assert_eq!(shelves.len(), 5);
}
