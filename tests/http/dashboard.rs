//! Category and course tiles, the search over both, and what is said where there is nothing.

use clikc::args;

use crate::support::World;
use crate::support::course::CourseOf;

async fn category(world: &World, parent: Option<i64>, name: &str) -> i64 {
    let mut tx = world.app.db.begin().await.expect("a transaction");
    let id = tx
        .insert(
            "INSERT INTO categories (parent_id, name, lang, position) VALUES ($1, $2, 'fr', 1) RETURNING id",
            args![parent, name],
        )
        .await
        .expect("a category");
    tx.commit().await.expect("a commit");
    id
}

#[tokio::test]
async fn categories_lead_down_to_courses_and_empty_branches_are_absent() {
    let world = World::new().await;
    let mut learner = world.learner("BE").await;
    let top = category(&world, None, "Gestion des risques").await;
    let inner = category(&world, Some(top), "Débutants").await;
    category(&world, None, "Vide").await;
    CourseOf::titled(&world, "BE", "Introduction", Some(inner)).await;
    CourseOf::titled(&world, "BE", "Loose course", None).await;
    let page = learner.get("/my").await.expect(200);
    assert_eq!(
        page.select(".tile-title"),
        ["Gestion des risques", "Loose course"]
    );
    assert_eq!(page.select(".category .tile-summary"), ["Français"]);
    assert_eq!(page.select(".category .tile-foot"), ["One course"]);
    let page = learner
        .get(&format!("/my/categories/{inner}"))
        .await
        .expect(200);
    assert_eq!(page.select(".tile-title"), ["Introduction"]);
    assert_eq!(
        page.select(".crumbs a"),
        ["Dashboard", "Gestion des risques"]
    );
    learner.get("/my/categories/999").await.expect(404);
}

#[tokio::test]
async fn active_and_completed_courses_are_told_apart() {
    let world = World::new().await;
    let learner = &mut world.learner("BE").await;
    let done = CourseOf::titled(&world, "BE", "Done", None).await;
    let quiz = done.quiz("Quiz").await;
    done.db_result(learner, quiz, "passed", Some(9000), true)
        .await;
    CourseOf::titled(&world, "BE", "To do", None).await;
    let active = learner.get("/my/courses").await.expect(200);
    assert_eq!(active.select(".tile-title"), ["To do"]);
    let completed = learner.get("/my/courses?state=completed").await.expect(200);
    assert_eq!(completed.select(".tile-title"), ["Done"]);
    assert_eq!(completed.select(".progress-value"), ["100 %"]);
    assert_eq!(completed.select(".tile .badge"), ["Completed"]);
}

#[tokio::test]
async fn the_search_finds_categories_and_courses_without_accents() {
    let world = World::new().await;
    let mut learner = world.learner("BE").await;
    let shelf = category(&world, None, "Évaluation").await;
    CourseOf::titled(&world, "BE", "Auto-évaluation", Some(shelf)).await;
    CourseOf::titled(&world, "BE", "Other", Some(shelf)).await;
    let page = learner.get("/my?q=EVALUATION").await.expect(200);
    assert_eq!(
        page.select(".tile-title"),
        ["Évaluation", "Auto-évaluation"]
    );
    let page = learner.get("/my/courses?q=EVALUATION").await.expect(200);
    assert_eq!(
        page.select(".tile-title"),
        ["Évaluation", "Auto-évaluation"],
        "from the other tab too"
    );
    let page = learner.get("/my/courses").await.expect(200);
    assert!(page.select(".tile.category").is_empty());
    let page = learner.get("/my?q=zzz").await.expect(200);
    assert_eq!(page.select(".empty-title"), ["Nothing found"]);
    assert_eq!(page.attributes("#dashboard-search", "value"), ["zzz"]);
}

#[tokio::test]
async fn someone_without_courses_is_told_whom_to_ask() {
    let world = World::new().await;
    let mut learner = world.learner("FR").await;
    CourseOf::new(&world, "BE").await;
    let page = learner.get("/my").await.expect(200);
    assert_eq!(page.select(".empty-title"), ["No courses yet"]);
    assert!(page.text().contains("national coordinator"));
}

#[tokio::test]
async fn hostile_titles_and_searches_stay_text() {
    let world = World::new().await;
    let mut learner = world.learner("BE").await;
    let course = CourseOf::titled(&world, "BE", "<script>alert(1)</script>", None).await;
    let pages = [
        "/my/courses".to_owned(),
        "/my?q=%22%3E%3Cscript%3E".to_owned(),
        course.path(""),
    ];
    for path in pages {
        let page = learner.get(&path).await.expect(200);
        assert!(!page.text().contains("<script>alert"), "{path}");
        assert!(!page.text().contains("\"><script>"), "{path}");
    }
}
