//! The world that is measured: 500 learners in an open module, and one learner with 20 courses.
//! Put straight into database and store, because building it is not what is measured.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use clikc::clock::{Clock, Instant, Random};
use clikc::config::Config;
use clikc::db::Tx;
use clikc::i18n::Lang;
use clikc::ids::{ActivityId, AttemptId, CourseId, OrganisationId, UserId, VersionId};
use clikc::play::db::{Launch, LaunchMode, Learner};
use clikc::users::{EmailAddress, NewUser, Role, Username};
use clikc::versions::{NewVersion, store_listing};
use clikc::{App, AppState, args, auth, organisations, play, users, versions};

pub(super) const ATTEMPTS: usize = 500;
pub(super) const PASSWORD: &str = "Quiet harbour 7";
const COURSES: usize = 20;
const ACTIVITIES: i64 = 5;
/// The file browsers ask for, of the size that Moodle's own script of a module has.
pub(super) const FILE: &str = "js/module.js";
const FILE_BYTES: usize = 22 * 1024;

#[derive(Debug)]
pub(super) struct Seeded {
    pub folder: PathBuf,
    pub database_url: String,
    /// One capability per attempt.
    pub tokens: Vec<String>,
    pub session: String,
    pub course: CourseId,
    pub file: Vec<u8>,
}

/// Runs something of the library to its end, on a runtime of its own.
pub(super) fn block_on<T>(future: impl Future<Output = Result<T>>) -> Result<T> {
    tokio::runtime::Runtime::new()?.block_on(future)
}

pub(super) fn seed(folder: &Path, database_url: String) -> Result<Seeded> {
    block_on(async {
        let config = Config::for_tests(folder, database_url.clone())?;
        let app = App::build(config, Clock::System, Random::system()).await?;
        app.db.migrate().await?;
        let mut world = World::new(&app).await?;
        let file = file();
        let (course, activity) = world.course(0).await?;
        let version = world.version(activity, &file).await?;
        let mut tokens = Vec::with_capacity(ATTEMPTS);
        for number in 0..ATTEMPTS {
            let learner = world.learner(&format!("learner{number}")).await?;
            world.enrol(learner, course).await?;
            tokens.push(world.attempt(learner, activity, version).await?);
        }
        let reader = world.learner("reader").await?;
        world.enrol(reader, course).await?;
        for number in 1..COURSES {
            let (course, _) = world.course(number).await?;
            world.enrol(reader, course).await?;
        }
        let session = app.random.token();
        let expires = world.now.plus_hours(12);
        let hash = auth::hash_token(&session);
        let begun = users::db::NewSession {
            token_hash: &hash,
            user_id: reader,
            browser: "",
            address: "",
        };
        users::db::insert_session(&mut world.tx, begun, world.now, expires).await?;
        world.tx.commit().await?;
        app.db.close().await;
        Ok(Seeded {
            folder: folder.to_owned(),
            database_url,
            tokens,
            session,
            course,
            file,
        })
    })
}

fn file() -> Vec<u8> {
    let line = "function page(number) { return indicators[number % indicators.length]; }\n";
    let mut file = line.repeat(FILE_BYTES / line.len() + 1).into_bytes();
    file.truncate(FILE_BYTES);
    file
}

struct World<'a> {
    app: &'a AppState,
    tx: Tx,
    now: Instant,
    organisation: OrganisationId,
    author: UserId,
    /// Of [`PASSWORD`], which all of them have.
    password_hash: String,
}

impl<'a> World<'a> {
    async fn new(app: &'a AppState) -> Result<Self> {
        let mut tx = app.db.begin().await?;
        let now = app.clock.now();
        let organisation =
            organisations::db::insert_organisation(&mut tx, "XX", "Customs", now).await?;
        let mut world = Self {
            app,
            tx,
            now,
            organisation,
            author: UserId(0),
            password_hash: auth::password::hash(PASSWORD, &[7; 16])?,
        };
        world.author = world.user("author", Role::Author).await?;
        Ok(world)
    }

    async fn learner(&mut self, name: &str) -> Result<UserId> {
        self.user(name, Role::Learner).await
    }

    async fn user(&mut self, name: &str, role: Role) -> Result<UserId> {
        let user = NewUser {
            username: Username::parse(name).context("a user name")?,
            email: EmailAddress::parse(&format!("{name}@example.org")).context("an address")?,
            given_name: "Given".to_owned(),
            family_name: name.to_owned(),
            password_hash: Some(self.password_hash.clone()),
            role,
            organisation_id: self.organisation,
            position_id: None,
            lang: Lang::En,
            learner_key: self.app.random.token(),
        };
        Ok(users::db::insert_user(&mut self.tx, &user, self.now).await?)
    }

    /// A course with its activities; returns the first of them.
    async fn course(&mut self, number: usize) -> Result<(CourseId, ActivityId)> {
        let title = format!("Course {number}");
        let id = self
            .tx
            .insert(
                "INSERT INTO courses (organisation_id, short_name, title, title_folded, lang, objectives, \
                 state, audience, created_by, created_at) \
                 VALUES ($1, $2, $2, $3, 'en', 'To **select** cargo', 'published', 'enrolled', $4, $5) \
                 RETURNING id",
                args![self.organisation, &title, title.to_lowercase(), self.author, self.now],
            )
            .await?;
        let course = CourseId(id);
        let section = self
            .tx
            .insert(
                "INSERT INTO sections (course_id, title, position) VALUES ($1, 'Modules', 1) RETURNING id",
                args![course],
            )
            .await?;
        let mut first = None;
        for position in 0..ACTIVITIES {
            let id = self
                .tx
                .insert(
                    "INSERT INTO activities (course_id, section_id, title, kind, position, is_required, \
                     grading, window_width, window_height, fills_screen, is_visible, is_strict, created_at) \
                     VALUES ($1, $2, $3, 'lesson', $4, $5, 'best', 1024, 768, $6, $5, $6, $7) RETURNING id",
                    args![course, section, format!("Module {position}"), position, true, false, self.now],
                )
                .await?;
            first.get_or_insert(ActivityId(id));
        }
        Ok((course, first.context("a course has activities")?))
    }

    async fn version(&mut self, activity: ActivityId, file: &[u8]) -> Result<VersionId> {
        let zip = packages::testing::package_with(&[(FILE, file)])?;
        let path = self.app.config.data_dir.join("package.zip");
        std::fs::write(&path, zip)?;
        let limits = packages::Limits::default();
        let package = packages::import(&path, &self.app.store, &limits, &mut |_| {})?;
        let listing = store_listing(&self.app.store, &package)?;
        let new = NewVersion::of(&package, listing, activity, "package.zip", self.author);
        let version = versions::db::insert_version(&mut self.tx, &new, self.now).await?;
        let published =
            versions::db::publish_version(&mut self.tx, activity, version, self.now).await?;
        ensure!(published, "the package of the bench cannot be published");
        Ok(version)
    }

    async fn enrol(&mut self, user: UserId, course: CourseId) -> Result<()> {
        clikc::courses::db::insert_enrolment(&mut self.tx, user, course, self.now).await?;
        Ok(())
    }

    /// An attempt whose window is open; returns its capability.
    async fn attempt(
        &mut self,
        user: UserId,
        activity: ActivityId,
        version: VersionId,
    ) -> Result<String> {
        let id: AttemptId =
            play::db::insert_attempt(&mut self.tx, user, activity, version, 1, "").await?;
        self.tx
            .execute(
                "UPDATE attempts SET epoch = 1, window_id = 'window', seen_at = $2 WHERE id = $1",
                args![id, self.now],
            )
            .await?;
        let token = self.app.random.token();
        let launch = Launch {
            mode: LaunchMode::Normal,
            learner: Learner::User(user),
            activity_id: activity,
            version_id: version,
            attempt_id: Some(id),
        };
        let hash = auth::hash_token(&token);
        play::db::insert_launch(&mut self.tx, &hash, &launch, self.now).await?;
        Ok(token)
    }
}
