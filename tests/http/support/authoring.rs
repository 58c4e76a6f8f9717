//! What an author does to have something to test with.

use super::Actor;

impl Actor {
    /// Adds a course and returns its id. It is a draft for the author's own administration.
    pub async fn add_course(&mut self, title: &str) -> i64 {
        let fields = [
            ("title", title),
            ("lang", "en"),
            ("audience", "organisation"),
        ];
        let url = self
            .post("/authoring/courses", &fields)
            .await
            .expect_redirect();
        last_number(&url)
    }

    /// Adds a `lesson` or a `quiz` at the end of a course and returns its id.
    pub async fn add_activity(&mut self, course: i64, kind: &str, title: &str) -> i64 {
        let url = format!("/authoring/courses/{course}/activities");
        let fields = [("kind", kind), ("title", title)];
        last_number(&self.post(&url, &fields).await.expect_redirect())
    }

    pub async fn publish(&mut self, course: i64) {
        let url = format!("/authoring/courses/{course}/state");
        let fields = [("state", "published")];
        self.post(&url, &fields).await.expect_redirect();
    }
}

/// The id in an address such as `/authoring/courses/12`.
fn last_number(url: &str) -> i64 {
    url.split('/')
        .rev()
        .find_map(|part| part.parse().ok())
        .unwrap_or_else(|| panic!("no id in {url}"))
}
