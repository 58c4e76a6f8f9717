//! A course as its learners see it: outline, state, progress.

use clikc::users::Role;

use crate::support::World;
use crate::support::course::CourseOf;

#[tokio::test]
async fn the_course_page_lists_visible_activities_in_order_with_their_standing() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    let course = CourseOf::new(&world, "BE").await;
    let lesson = course.lesson("Selecting cargo").await;
    let quiz = course.quiz("Final quiz").await;
    course.db_hidden("Not ready").await;
    course.db_package(lesson).await;
    course
        .db_result(learner, lesson, "completed", None, true)
        .await;
    let page = learner.get(&course.path("")).await.expect(200);
    assert_eq!(
        page.select(".outline-title"),
        ["Selecting cargo", "Final quiz"]
    );
    assert_eq!(
        page.attributes(".outline .tick", "data-status"),
        ["completed", "locked"]
    );
    assert_eq!(
        page.attributes("form[data-launch]", "action"),
        [format!("/activities/{lesson}/launch")]
    );
    assert_eq!(
        page.attributes("[data-course-state]", "data-course-state"),
        [course.path("/state")]
    );
    assert!(page.text().contains("Not available yet"), "{quiz}");
    assert!(page.text().contains("Pass mark: 70 %"));
    assert_eq!(page.select(".progress-value"), ["50 % · 1 of 2 done"]);
}

#[tokio::test]
async fn authors_see_hidden_activities_greyed_and_the_way_to_the_editor() {
    let world = World::new().await;
    let mut author = world.author("BE").await;
    let course = CourseOf::new(&world, "BE").await;
    course.db_hidden("Not ready").await;
    let page = author.get(&course.path("")).await.expect(200);
    assert_eq!(
        page.select(".outline .locked .outline-title"),
        ["Not ready"]
    );
    assert!(page.text().contains("Hidden from learners"));
    let links = page.attributes("a", "href");
    assert!(links.contains(&format!("/authoring/courses/{}", course.id)));
}

#[tokio::test]
async fn a_course_of_another_administration_is_not_there() {
    let world = World::new().await;
    let mut stranger = world.db_actor("zoe", Role::Learner, "FR").await;
    let course = CourseOf::new(&world, "BE").await;
    for page in ["", "/state", "/progress"] {
        stranger.get(&course.path(page)).await.expect(404);
    }
    world
        .anonymous()
        .get(&course.path(""))
        .await
        .expect_redirect();
}

#[tokio::test]
async fn the_state_says_what_holds_now_in_the_learners_words() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    let course = CourseOf::new(&world, "BE").await;
    let lesson = course.lesson("Selecting cargo").await;
    let quiz = course.quiz("Final quiz").await;
    for activity in [lesson, quiz] {
        course.db_package(activity).await;
    }
    course
        .db_result(learner, quiz, "passed", Some(8550), true)
        .await;
    let state = learner.get(&course.path("/state")).await.expect(200).json();
    assert_eq!(state["progress"], 50);
    assert_eq!(state["certificate_ready"], false);
    assert_eq!(state["activities"][0]["status"], "not_started");
    assert_eq!(state["activities"][0]["action_label"], "Start");
    assert_eq!(state["activities"][1]["status_label"], "Passed");
    assert_eq!(state["activities"][1]["score"], "85.5 %");
    assert_eq!(state["activities"][1]["tick"], true);
    course
        .db_result(learner, lesson, "completed", None, true)
        .await;
    let state = learner.get(&course.path("/state")).await.json();
    assert_eq!(state["progress"], 100);
    assert_eq!(state["certificate_ready"], true);
}

#[tokio::test]
async fn a_course_taken_back_to_draft_is_explained_to_those_who_are_on_it() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    let course = CourseOf::new(&world, "BE").await;
    course.db_enrol(learner).await;
    let sql = "UPDATE courses SET state = 'draft'";
    world
        .app
        .db
        .execute(sql, clikc::args![])
        .await
        .expect("an update");
    let page = learner.get(&course.path("")).await.expect(404);
    assert_eq!(
        page.select("h1"),
        ["This course is not available at the moment"]
    );
    let mut stranger = world
        .db_actor("other", clikc::users::Role::Learner, "BE")
        .await;
    let page = stranger.get(&course.path("")).await.expect(404);
    assert_eq!(page.select("h1"), ["There is no such page"]);
}

#[tokio::test]
async fn the_certificate_section_says_what_is_missing_until_nothing_is() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    let course = CourseOf::new(&world, "BE").await;
    let quiz = course.quiz("Final quiz").await;
    course.db_package(quiz).await;
    let page = learner.get(&course.path("")).await.expect(200);
    assert_eq!(
        page.select("[data-certificate-missing] li:not([hidden])"),
        ["Final quiz – Open it and reach at least 70 %."]
    );
    assert_eq!(
        page.select("[data-certificate-ready][hidden] button"),
        ["Get my certificate"]
    );
    course
        .db_result(learner, quiz, "passed", Some(7000), true)
        .await;
    let page = learner.get(&course.path("")).await.expect(200);
    assert!(page.select("[data-certificate-ready][hidden]").is_empty());
    assert_eq!(
        page.attributes("form[data-certificate-ready]", "action"),
        [course.path("/certificate")]
    );
}

#[tokio::test]
async fn more_information_lists_what_counts_and_why_it_is_missing() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    let course = CourseOf::new(&world, "BE").await;
    let quiz = course.quiz("Final quiz").await;
    course.db_package(quiz).await;
    course.db_optional("Glossary").await;
    course
        .db_result(learner, quiz, "failed", Some(6999), false)
        .await;
    let page = learner.get(&course.path("/progress")).await.expect(200);
    assert_eq!(page.select("tbody th"), ["Final quiz"]);
    assert_eq!(
        page.select("tbody td"),
        [
            "Not passed 69.99 %",
            "The score of 69.99 % is below the pass mark of 70 %."
        ]
    );
}

#[tokio::test]
async fn a_course_once_completed_stays_so_when_its_author_adds_to_it() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    let course = CourseOf::new(&world, "BE").await;
    let quiz = course.quiz("Final quiz").await;
    course.db_enrol(learner).await;
    course
        .db_result(learner, quiz, "passed", Some(9000), true)
        .await;
    assert!(course.db_record(learner).await);
    assert!(!course.db_record(learner).await, "completed only once");
    course.quiz("Added later").await;
    course.db_record(learner).await;
    let state = learner.get(&course.path("/state")).await.json();
    assert_eq!(state["progress"], 100);
    assert_eq!(state["certificate_ready"], true);
}

#[tokio::test]
async fn the_dialog_of_the_dashboard_gets_the_detail_without_the_page_around_it() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    let course = CourseOf::new(&world, "BE").await;
    course.quiz("Final quiz").await;
    let part = learner
        .get(&course.path("/progress?part=detail"))
        .await
        .expect(200);
    assert_eq!(part.select("tbody th"), ["Final quiz"]);
    assert!(!part.text().contains("<html"));
}

#[tokio::test]
async fn an_issued_certificate_takes_the_place_of_the_button() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    let course = CourseOf::new(&world, "BE").await;
    let quiz = course.quiz("Final quiz").await;
    course.db_enrol(learner).await;
    course
        .db_result(learner, quiz, "passed", Some(9000), true)
        .await;
    let certificate = course.db_certificate(learner).await;
    let page = learner.get(&course.path("")).await.expect(200);
    assert_eq!(
        page.attributes("#certificate a", "href"),
        [format!("/certificates/{certificate}")]
    );
    assert!(page.select("#certificate form").is_empty());
}

#[tokio::test]
async fn an_author_may_look_at_a_course_as_its_learners_do() {
    let world = World::new().await;
    let course = CourseOf::new(&world, "BE").await;
    course.lesson("Seen").await;
    course.db_hidden("Unseen").await;
    let author = &mut world.author("BE").await;
    let page = author.get(&course.path("")).await.expect(200);
    assert_eq!(page.select(".outline-title"), ["Seen", "Unseen"]);
    let page = author.get(&course.path("?as=learner")).await.expect(200);
    assert_eq!(page.select(".outline-title"), ["Seen"]);
    let editing = page.attributes("main a[href^='/authoring']", "href");
    assert_eq!(
        editing,
        [format!("/authoring{}", course.path(""))],
        "only the way back"
    );
    let learner = &mut world.learner("BE").await;
    let page = learner.get(&course.path("?as=learner")).await.expect(200);
    assert!(page.select("main .notice").is_empty());
}
