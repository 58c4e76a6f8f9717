//! A published course put straight into the database, with the results learners may have in it.
//! Building courses and playing modules have tests of their own.

use clikc::args;
use clikc::ids::{ActivityId, CourseId, SectionId};
use clikc::learning::db::{CourseTurn, record_course_progress};

use super::{Actor, World};

pub struct CourseOf<'w> {
    world: &'w World,
    pub id: CourseId,
    section: SectionId,
}

impl<'w> CourseOf<'w> {
    pub async fn new(world: &'w World, organisation: &str) -> Self {
        Self::titled(world, organisation, "Risk management", None).await
    }

    pub async fn titled(
        world: &'w World,
        organisation: &str,
        title: &str,
        category: Option<i64>,
    ) -> Self {
        let organisation = world.organisation(organisation).await;
        let builder = world.db_user_once("builder").await;
        let now = world.app.clock.now();
        let mut tx = world.app.db.begin().await.expect("a transaction");
        let id = tx
            .insert(
                "INSERT INTO courses (category_id, organisation_id, short_name, title, title_folded, lang, \
                 objectives, state, audience, created_by, created_at) \
                 VALUES ($1, $2, $3, $3, $4, 'en', 'To **select** cargo', 'published', 'organisation', $5, $6) \
                 RETURNING id",
                args![category, organisation, title, clikc::i18n::fold(title), builder, now],
            )
            .await
            .expect("a course");
        let section = tx
            .insert(
                "INSERT INTO sections (course_id, title, position) VALUES ($1, 'Modules', 1) RETURNING id",
                args![id],
            )
            .await
            .expect("a section");
        tx.commit().await.expect("a commit");
        Self {
            world,
            id: CourseId(id),
            section: SectionId(section),
        }
    }

    pub fn path(&self, rest: &str) -> String {
        format!("/courses/{}{rest}", self.id)
    }

    pub async fn lesson(&self, title: &str) -> ActivityId {
        self.db_activity(title, "lesson", true, true).await
    }

    pub async fn quiz(&self, title: &str) -> ActivityId {
        self.db_activity(title, "quiz", true, true).await
    }

    pub async fn db_optional(&self, title: &str) -> ActivityId {
        self.db_activity(title, "lesson", false, true).await
    }

    pub async fn db_hidden(&self, title: &str) -> ActivityId {
        self.db_activity(title, "lesson", true, false).await
    }

    async fn db_activity(
        &self,
        title: &str,
        kind: &str,
        is_required: bool,
        is_visible: bool,
    ) -> ActivityId {
        let mark = (kind == "quiz").then_some(7000_i64);
        let mut tx = self.world.app.db.begin().await.expect("a transaction");
        let id = tx
            .insert(
                "INSERT INTO activities (course_id, section_id, title, kind, position, is_required, pass_mark, \
                 grading, window_width, window_height, fills_screen, is_visible, is_strict, created_at) \
                 VALUES ($1, $2, $3, $4, (SELECT COUNT(*) FROM activities WHERE course_id = $1), $5, $6, \
                 'best', 1024, 768, $7, $8, $7, $9) RETURNING id",
                args![
                    self.id,
                    self.section,
                    title,
                    kind,
                    is_required,
                    mark,
                    false,
                    is_visible,
                    self.world.app.clock.now()
                ],
            )
            .await
            .expect("an activity");
        tx.commit().await.expect("a commit");
        ActivityId(id)
    }

    /// Something to open, which these tests never do.
    pub async fn db_package(&self, activity: ActivityId) {
        self.execute(
            "UPDATE activities SET version_id = 1 WHERE id = $1",
            args![activity],
        )
        .await;
    }

    pub async fn db_enrol(&self, actor: &Actor) {
        self.execute(
            "INSERT INTO enrolments (user_id, course_id, enrolled_at, progress) VALUES ($1, $2, 0, 0)",
            args![actor.id, self.id],
        )
        .await;
    }

    /// What a commit would have written.
    pub async fn db_result(
        &self,
        actor: &Actor,
        activity: ActivityId,
        status: &str,
        score: Option<i64>,
        is_met: bool,
    ) {
        let now = self.world.app.clock.now();
        let percent = |hundredths: i64| {
            scorm::outcome::Percent::from_hundredths(u32::try_from(hundredths).expect("a percent"))
                .expect("at most 100")
        };
        let mut outcome = scorm::outcome::Outcome::not_started();
        if let Some(score) = score {
            let (score, mark) = (percent(score), percent(7000));
            outcome.reasons.push(if score >= mark {
                scorm::outcome::Reason::ScoreReachesMark { score, mark }
            } else {
                scorm::outcome::Reason::ScoreBelowMark { score, mark }
            });
        }
        self.execute(
            "INSERT INTO results (user_id, activity_id, status, score, outcome, met_at, updated_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            args![
                actor.id,
                activity,
                status,
                score,
                serde_json::to_string(&outcome).expect("JSON"),
                is_met.then_some(now),
                now
            ],
        )
        .await;
    }

    /// What a commit does after its results: true when this completed the course.
    pub async fn db_record(&self, actor: &Actor) -> bool {
        let app = &self.world.app;
        let user = actor.id.expect("someone logged in");
        let mut tx = app.db.begin().await.expect("a transaction");
        let turn = record_course_progress(&mut tx, user, self.id, app.clock.now())
            .await
            .expect("progress");
        tx.commit().await.expect("a commit");
        turn == CourseTurn::JustCompleted
    }

    pub async fn db_certificate(&self, actor: &Actor) -> i64 {
        let mut tx = self.world.app.db.begin().await.expect("a transaction");
        let id = tx
            .insert(
                "INSERT INTO certificates (code, user_id, course_id, organisation_id, facts, template_version, \
                 pdf_hash, state, issued_at) SELECT 'ABCD', $1, id, organisation_id, '{}', 1, 'hash', 'valid', $3 \
                 FROM courses WHERE id = $2 RETURNING id",
                args![actor.id, self.id, self.world.app.clock.now()],
            )
            .await
            .expect("a certificate");
        tx.commit().await.expect("a commit");
        id
    }

    async fn execute(&self, sql: &'static str, values: Vec<clikc::db::Value>) {
        self.world
            .app
            .db
            .execute(sql, values)
            .await
            .expect("a statement");
    }
}
