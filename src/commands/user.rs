//! `clikc user add`.

use std::io::BufRead as _;

use anyhow::Context as _;
use clap::ValueEnum as _;

use super::say;
use crate::AppState;
use crate::auth::password;
use crate::db::DbError;
use crate::i18n::Lang;
use crate::organisations;
use crate::users::{self, EmailAddress, NewUser, Role, Username};

#[derive(Debug, clap::Subcommand)]
pub(super) enum UserCommand {
    /// Add a person. The password is read from the first line of standard input.
    Add(AddArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct AddArgs {
    username: String,
    #[arg(long)]
    email: String,
    #[arg(long)]
    given_name: String,
    #[arg(long)]
    family_name: String,
    /// A coordinator becomes the approver of the administration, or a deputy when it has one.
    #[arg(long, value_enum, default_value = "learner")]
    role: Part,
    /// Code of the administration, as in BE; created when new and `--organisation-name` is given.
    #[arg(long)]
    organisation: String,
    #[arg(long)]
    organisation_name: Option<String>,
    /// en, fr, es, pt or ar.
    #[arg(long, default_value = "en")]
    lang: String,
}

/// What people are on the site, as operators say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Part {
    Learner,
    Author,
    Coordinator,
    Secretariat,
    Operator,
}

impl Part {
    fn role(self) -> Role {
        match self {
            Self::Learner | Self::Coordinator => Role::Learner,
            Self::Author => Role::Author,
            Self::Secretariat => Role::Secretariat,
            Self::Operator => Role::Operator,
        }
    }
}

/// Which of the two names somebody else has.
async fn taken(app: &AppState, user: &NewUser) -> anyhow::Result<String> {
    let (name, email) = (user.username.as_str(), user.email.as_str());
    let has_name = users::db::find_user_by_login(&app.db, name)
        .await?
        .is_some_and(|found| found.username == name);
    Ok(if has_name {
        format!("there is a person with the user name {name} already: choose another one")
    } else {
        format!("there is a person with the e-mail address {email} already")
    })
}

pub(super) async fn run(app: &AppState, command: UserCommand) -> anyhow::Result<()> {
    let UserCommand::Add(args) = command;
    if app.db.is_sqlite() {
        app.db.migrate().await?;
    }
    let username = Username::parse(&args.username)
        .context("a user name has lower-case letters, digits and . - _ @ only")?;
    let email = EmailAddress::parse(&args.email)
        .with_context(|| format!("{} is not an e-mail address", args.email))?;
    anyhow::ensure!(
        username.suits(&email),
        "a user name may look like an e-mail address only if it is the person's own: choose another one"
    );
    let lang = Lang::parse(&args.lang).context("the languages are en, fr, es, pt and ar")?;
    let mut password_line = String::new();
    std::io::stdin().lock().read_line(&mut password_line)?;
    let chosen = password_line.trim_end_matches(['\r', '\n']);
    anyhow::ensure!(
        chosen.chars().count() >= 8,
        "give a password of at least 8 characters on standard input"
    );
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let known = organisations::db::find_organisation_by_code(&mut tx, &args.organisation).await?;
    let organisation = if let Some(known) = known {
        known.id
    } else {
        let name = args.organisation_name.as_deref().with_context(|| {
            format!(
                "there is no administration {}: add --organisation-name",
                args.organisation
            )
        })?;
        organisations::db::insert_organisation(&mut tx, &args.organisation, name, now).await?
    };
    let user = NewUser {
        username,
        email,
        given_name: args.given_name,
        family_name: args.family_name,
        password_hash: Some(password::hash(chosen, &app.random.bytes::<16>())?),
        role: args.role.role(),
        organisation_id: organisation,
        position_id: None,
        lang,
        learner_key: app.random.token(),
    };
    let id = match users::db::insert_user(&mut tx, &user, now).await {
        Err(DbError::Duplicate(_)) => {
            drop(tx);
            anyhow::bail!("{}", taken(app, &user).await?);
        }
        other => other?,
    };
    if args.role == Part::Coordinator {
        organisations::designate_now(&mut tx, organisation, id, now).await?;
    }
    tx.commit().await?;
    say(&format!(
        "Added {} ({}).",
        user.username.as_str(),
        args.role
            .to_possible_value()
            .map_or_else(String::new, |value| value.get_name().to_owned())
    ));
    Ok(())
}
