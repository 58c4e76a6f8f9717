//! CLiKC, the web service: everything around the pure core. `App` holds what requests share.

pub mod accounts;
pub mod alerts;
pub mod articles;
pub mod audit;
pub mod auth;
pub mod categories;
pub mod certificates;
pub mod clock;
pub mod commands;
pub mod config;
pub mod contact;
pub mod courses;
pub mod dashboard;
pub mod db;
pub mod demo;
pub mod error;
pub mod front;
pub mod grades;
pub mod guests;
pub mod i18n;
pub mod identities;
pub mod ids;
pub mod jobs;
pub mod learning;
pub mod mail;
pub mod media;
pub mod oidc;
pub mod organisations;
pub mod outcomes;
pub mod play;
pub mod policies;
pub mod profile;
pub mod requests;
pub mod rights;
pub mod router;
pub mod settings;
pub mod sheets;
pub mod team;
pub mod telemetry;
pub mod templates;
pub mod uploads;
pub mod users;
pub mod versions;
pub mod web;

use std::sync::{Arc, RwLock};

use tokio_util::sync::CancellationToken;

use crate::clock::{Clock, Random};
use crate::config::Config;
use crate::db::Db;

/// The site as templates see it.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Site {
    pub name: String,
    pub tagline: String,
    pub logo_url: Option<String>,
    #[serde(skip)]
    pub logo: Option<media::MediaRef>,
    pub colour_primary: String,
    pub colour_accent: String,
    /// For the hint beside a field for a new one.
    pub password: auth::strength::PasswordRule,
    #[serde(skip)]
    pub rules: settings::rules::Rules,
    pub demo: bool,
}

#[derive(Debug)]
pub struct App {
    pub config: Config,
    pub db: Db,
    pub clock: Clock,
    pub random: Random,
    pub templates: templates::Templates,
    pub passwords: auth::Passwords,
    pub guard: auth::Guard,
    pub join_limit: requests::web::register::JoinLimit,
    pub verify_limit: web::Limit<std::net::IpAddr>,
    pub mailer: mail::Mailer,
    /// Identity providers by which people may log in.
    pub oidc: oidc::Providers,
    /// The files of packages, pictures, certificates.
    pub store: packages::Store,
    /// What of the packages is in memory.
    pub shelf: versions::Shelf,
    pub site: RwLock<Site>,
    pub play: play::Play,
    pub shutdown: CancellationToken,
}

pub type AppState = Arc<App>;

impl App {
    /// As its secretariat has set it up.
    pub fn site(&self) -> Site {
        let site = self.site.read();
        site.unwrap_or_else(std::sync::PoisonError::into_inner)
            .clone()
    }

    /// Connects and loads everything. The database must have been migrated.
    pub async fn build(config: Config, clock: Clock, random: Random) -> anyhow::Result<AppState> {
        let db = Db::connect(&config.database_url).await?;
        Self::with_db(config, db, clock, random)
    }

    pub fn with_db(
        config: Config,
        db: Db,
        clock: Clock,
        random: Random,
    ) -> anyhow::Result<AppState> {
        let site = Site {
            name: config.site_name.clone(),
            tagline: String::new(),
            logo_url: None,
            logo: None,
            colour_primary: settings::PRIMARY.to_owned(),
            colour_accent: settings::ACCENT.to_owned(),
            password: auth::strength::PasswordRule::default(),
            rules: settings::rules::Rules::default(),
            demo: config.demo,
        };
        let app = Arc::new(Self {
            templates: templates::Templates::load()?,
            passwords: auth::Passwords::new(&random)?,
            guard: auth::Guard::default(),
            join_limit: requests::web::register::JoinLimit::default(),
            verify_limit: certificates::web::verify::limit(),
            mailer: mail::Mailer::new(&config)?,
            oidc: oidc::Providers::new(&config.oidc, &config.site_url)?,
            store: packages::Store::open(config.store_dir())?,
            shelf: versions::Shelf::default(),
            site: RwLock::new(site),
            play: play::Play::new(db.is_sqlite()),
            shutdown: CancellationToken::new(),
            config,
            db,
            clock,
            random,
        });
        app.play.start(&app);
        Ok(app)
    }
}
