//! A service of its own for each test, on the database that `CLIKC_TEST_DATABASE_URL` names
//! (a schema of its own there), or on a SQLite file.

use std::sync::atomic::{AtomicU64, Ordering};

use clikc::clock::{Clock, Random};
use clikc::config::Config;
use clikc::db::Db;
use clikc::i18n::Lang;
use clikc::ids::{OrganisationId, UserId};
use clikc::organisations;
use clikc::users::{self, EmailAddress, NewUser, Role, Username};
use clikc::{App, AppState, args, auth};
use tempfile::TempDir;

use super::{Actor, TestProvider};

/// 3 May 2026, 12:00 UTC.
const START: i64 = 1_777_809_600_000;

pub struct World {
    pub app: AppState,
    pub router: axum::Router,
    _dir: TempDir,
}

impl World {
    pub async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// With identity providers, by which people may log in.
    pub async fn with_providers(providers: &[&TestProvider]) -> Self {
        let settings = providers.iter().map(|provider| provider.settings());
        let world = Self::with(|config| config.oidc = settings.collect()).await;
        for provider in providers {
            provider.keeps_time_by(&world.app.clock);
        }
        world
    }

    async fn with(set: impl FnOnce(&mut Config)) -> Self {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        // A fault of the service is told beside the test that met it.
        let _ = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::ERROR)
            .with_test_writer()
            .try_init();
        let number = NUMBER.fetch_add(1, Ordering::SeqCst);
        let dir = tempfile::tempdir().expect("a temporary folder");
        let url = match std::env::var("CLIKC_TEST_DATABASE_URL") {
            Ok(base) if !base.is_empty() => {
                postgres_schema(&base, &format!("t{}_{number}", std::process::id())).await
            }
            _ => format!("sqlite://{}", dir.path().join("test.db").display()),
        };
        let mut config = Config::for_tests(dir.path(), url).expect("the test configuration");
        set(&mut config);
        let app = App::build(config, Clock::virtual_at(START), Random::seeded(number))
            .await
            .expect("the service starts");
        app.db.migrate().await.expect("the database migrates");
        let router = clikc::router::build(&app);
        Self {
            app,
            router,
            _dir: dir,
        }
    }

    /// The service ends and starts anew on the same database and files.
    pub async fn restart(&mut self) {
        self.app = self.another().await;
        self.router = clikc::router::build(&self.app);
    }

    /// A second service on the same database and files, beside the first.
    pub async fn replica(&self) -> axum::Router {
        clikc::router::build(&self.another().await)
    }

    async fn another(&self) -> AppState {
        let App {
            config,
            clock,
            random,
            ..
        } = &*self.app;
        let built = App::build(config.clone(), clock.clone(), random.clone()).await;
        built.expect("the service starts")
    }

    /// Time passes.
    pub fn wait_ms(&self, ms: i64) {
        self.app.clock.advance_ms(ms);
    }

    pub async fn organisation(&self, code: &str) -> OrganisationId {
        let mut tx = self.app.db.begin().await.expect("a transaction");
        let found = organisations::db::find_organisation_by_code(&mut tx, code)
            .await
            .expect("a query");
        let id = match found {
            Some(found) => found.id,
            None => {
                organisations::db::insert_organisation(&mut tx, code, code, self.app.clock.now())
                    .await
                    .expect("an organisation")
            }
        };
        tx.commit().await.expect("a commit");
        id
    }

    /// A person of an administration, not logged in. The password is the user name.
    pub async fn db_user(&self, username: &str, role: Role, organisation: &str) -> UserId {
        let organisation_id = self.organisation(organisation).await;
        let app = &self.app;
        let user = NewUser {
            username: Username::parse(username).expect("a user name"),
            email: EmailAddress::parse(&format!("{username}@example.org")).expect("an address"),
            given_name: "Given".to_owned(),
            family_name: username.to_owned(),
            password_hash: Some(
                auth::password::hash(username, &app.random.bytes::<16>()).expect("a hash"),
            ),
            role,
            organisation_id,
            position_id: None,
            lang: Lang::En,
            learner_key: app.random.token(),
        };
        let mut tx = app.db.begin().await.expect("a transaction");
        let id = users::db::insert_user(&mut tx, &user, app.clock.now())
            .await
            .expect("a user");
        tx.commit().await.expect("a commit");
        id
    }

    /// The same person however often it is asked for.
    pub async fn db_user_once(&self, username: &str) -> UserId {
        let found = users::db::find_user_by_login(&self.app.db, username)
            .await
            .expect("a query");
        match found {
            Some(user) => user.id,
            None => self.db_user(username, Role::Author, "WCO").await,
        }
    }

    pub fn anonymous(&self) -> Actor {
        Actor::anonymous(self.router.clone())
    }

    /// Someone logged in, by a session put straight into the database (log-in itself has its own tests).
    pub async fn db_actor(&self, username: &str, role: Role, organisation: &str) -> Actor {
        let id = self.db_user(username, role, organisation).await;
        self.db_log_in(id).await
    }

    /// In a new session: the one before may have ended.
    pub async fn db_log_in(&self, id: UserId) -> Actor {
        let token = self.app.random.token();
        let now = self.app.clock.now();
        let mut tx = self.app.db.begin().await.expect("a transaction");
        let hash = auth::hash_token(&token);
        let session = users::db::NewSession {
            token_hash: &hash,
            user_id: id,
            browser: "",
            address: "",
        };
        users::db::insert_session(&mut tx, session, now, now.plus_hours(12))
            .await
            .expect("a session");
        tx.commit().await.expect("a commit");
        Actor::logged_in(self.router.clone(), id, &token)
    }

    pub async fn learner(&self, organisation: &str) -> Actor {
        self.db_actor(
            &format!("learner-{organisation}").to_lowercase(),
            Role::Learner,
            organisation,
        )
        .await
    }

    pub async fn author(&self, organisation: &str) -> Actor {
        self.db_actor(
            &format!("author-{organisation}").to_lowercase(),
            Role::Author,
            organisation,
        )
        .await
    }

    /// The approver of an administration; who is added when there is one becomes a deputy.
    pub async fn coordinator(&self, organisation: &str) -> Actor {
        let name = format!("coordinator-{organisation}").to_lowercase();
        self.db_coordinator(&name, organisation).await
    }

    pub async fn db_coordinator(&self, username: &str, organisation: &str) -> Actor {
        let actor = self.db_actor(username, Role::Learner, organisation).await;
        let id = self.organisation(organisation).await;
        let person = actor.id.expect("someone logged in");
        let mut tx = self.app.db.begin().await.expect("a transaction");
        organisations::designate_now(&mut tx, id, person, self.app.clock.now())
            .await
            .expect("a designation");
        tx.commit().await.expect("a commit");
        actor
    }

    pub async fn secretariat(&self) -> Actor {
        self.db_actor("secretariat", Role::Secretariat, "WCO").await
    }

    /// Runs everything that waits in the outbox.
    pub async fn run_jobs(&self) {
        use clikc::jobs::{Lane, run_due};
        loop {
            let quick = run_due(&self.app, Lane::Quick).await.expect("jobs");
            let long = run_due(&self.app, Lane::Long).await.expect("jobs");
            if quick + long == 0 {
                return;
            }
        }
    }
}

async fn postgres_schema(base: &str, schema: &str) -> String {
    let db = Db::connect(base).await.expect("PostgreSQL answers");
    db.execute(format!("CREATE SCHEMA {schema}"), args![])
        .await
        .expect("a schema");
    db.close().await;
    let separator = if base.contains('?') { '&' } else { '?' };
    format!("{base}{separator}options=-c%20search_path%3D{schema}")
}
