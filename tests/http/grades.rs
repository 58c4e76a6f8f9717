//! Grades: the overview of all courses, and one course in detail.

use crate::support::World;
use crate::support::course::CourseOf;

#[tokio::test]
async fn what_has_no_grade_is_empty_and_weighs_nothing() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    let course = CourseOf::new(&world, "BE").await;
    let first = course.quiz("First quiz").await;
    course.quiz("Second quiz").await;
    course.lesson("Lesson").await;
    course
        .db_result(learner, first, "failed", Some(0), false)
        .await;
    let page = learner.get(&course.path("/grades")).await.expect(200);
    let cells = page.select("tbody td");
    let rows: Vec<_> = cells.chunks(6).collect();
    assert_eq!(
        rows,
        [
            [
                "100 %",
                "0",
                "0–100",
                "0 %",
                "The score of 0 % is below the pass mark of 70 %.",
                "0 %"
            ],
            ["0 % (Empty)", "–", "0–100", "–", "", "0 %"],
            ["Not graded", "–", "–", "–", "", "–"],
        ]
    );
    assert_eq!(page.select("tfoot th"), ["Course total"]);
    assert_eq!(page.select("tfoot td"), ["–", "0", "0–100", "0 %", "", "–"]);
}

#[tokio::test]
async fn the_overview_and_the_course_tell_the_same_total() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    let course = CourseOf::new(&world, "BE").await;
    for (title, score) in [("First", 8000), ("Second", 9001)] {
        let quiz = course.quiz(title).await;
        course
            .db_result(learner, quiz, "passed", Some(score), true)
            .await;
    }
    let detail = learner.get(&course.path("/grades")).await.expect(200);
    assert_eq!(detail.select("tfoot td:nth-of-type(4)"), ["85 %"]);
    let overview = learner.get("/grades").await.expect(200);
    assert_eq!(overview.select("tbody td"), ["Completed", "100 %", "85 %"]);
    assert_eq!(
        overview.attributes("tbody a", "href"),
        [course.path("/grades")]
    );
}

#[tokio::test]
async fn the_overview_lists_courses_one_is_on_and_says_when_there_is_none() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    let course = CourseOf::new(&world, "BE").await;
    let page = learner.get("/grades").await.expect(200);
    assert_eq!(page.select(".empty-title"), ["No grades yet"]);
    course.db_enrol(learner).await;
    let page = learner.get("/grades").await.expect(200);
    assert_eq!(page.select("tbody th"), ["Risk management"]);
    assert_eq!(page.select("tbody td"), ["Not started", "–", "–"]);
}
