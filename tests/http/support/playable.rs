//! A course with one playable activity, put straight into database and store.

use clikc::args;
use clikc::ids::{ActivityId, CourseId, OrganisationId, UserId};
use clikc::versions::{NewVersion, db as versions, store_listing};

use super::World;

/// What a test may want of the activity.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    pub fixture: &'a str,
    pub kind: &'a str,
    pub pass_mark: Option<i64>,
    pub max_attempts: Option<i64>,
    pub grading: &'a str,
}

impl<'a> Wanted<'a> {
    pub fn lesson(fixture: &'a str) -> Self {
        Self {
            fixture,
            kind: "lesson",
            pass_mark: None,
            max_attempts: None,
            grading: "best",
        }
    }

    pub fn quiz(fixture: &'a str) -> Self {
        Self {
            kind: "quiz",
            pass_mark: Some(7000),
            ..Self::lesson(fixture)
        }
    }
}

impl World {
    /// A published course of an administration, open to all of it.
    pub async fn db_course(&self, organisation: OrganisationId, author: UserId) -> CourseId {
        let mut tx = self.app.db.begin().await.expect("a transaction");
        let now = self.app.clock.now();
        let short_name = self.app.random.code(2);
        let id = tx
            .insert(
                "INSERT INTO courses (organisation_id, short_name, title, title_folded, lang, objectives, \
                 state, audience, created_by, created_at) \
                 VALUES ($1, $2, 'Risk', 'risk', 'en', '', 'published', 'organisation', $3, $4) RETURNING id",
                args![organisation, &short_name, author, now],
            )
            .await
            .expect("a course");
        tx.execute(
            "INSERT INTO sections (course_id, title, position) VALUES ($1, '', 1)",
            args![id],
        )
        .await
        .expect("a section");
        tx.commit().await.expect("a commit");
        CourseId(id)
    }

    /// An activity with a fixture as its published version.
    pub async fn db_activity(
        &self,
        course: CourseId,
        author: UserId,
        wanted: Wanted<'_>,
    ) -> ActivityId {
        let zip = packages::testing::zip_fixture(wanted.fixture).expect("a fixture");
        let path = self.app.config.data_dir.join("fixture.zip");
        std::fs::write(&path, zip).expect("a zip");
        let limits = packages::Limits::default();
        let package =
            packages::import(&path, &self.app.store, &limits, &mut |_| {}).expect("a package");
        let listing = store_listing(&self.app.store, &package).expect("a listing");
        let now = self.app.clock.now();
        let mut tx = self.app.db.begin().await.expect("a transaction");
        let id = tx
            .insert(
                "INSERT INTO activities (course_id, section_id, title, kind, position, is_required, pass_mark, \
                 max_attempts, grading, window_width, window_height, fills_screen, is_visible, is_strict, created_at) \
                 SELECT $1, s.id, $2, $3, 1, $8, $4, $5, $6, 1024, 768, $9, $8, $9, $7 \
                 FROM sections s WHERE s.course_id = $1 RETURNING id",
                args![
                    course,
                    wanted.fixture,
                    wanted.kind,
                    wanted.pass_mark,
                    wanted.max_attempts,
                    wanted.grading,
                    now,
                    true,
                    false
                ],
            )
            .await
            .expect("an activity");
        let activity = ActivityId(id);
        let new = NewVersion::of(&package, listing, activity, "fixture.zip", author);
        let version = versions::insert_version(&mut tx, &new, now)
            .await
            .expect("a version");
        versions::publish_version(&mut tx, activity, version, now)
            .await
            .expect("published");
        tx.commit().await.expect("a commit");
        activity
    }
}
