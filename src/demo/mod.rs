//! The demo site: one administration, one person per role, a course to play.

mod courses;
mod packages;
mod people;
mod texts;

use crate::auth::password;
use crate::auth::web::DemoUser;
use crate::i18n::Lang;
use crate::organisations;
use crate::uploads;
use crate::users::{self, EmailAddress, NewUser, Role, Username};
use crate::{App, AppState};

/// The log-ins of the demo site. Public by design: they exist only where `--demo` was asked for.
pub const USERS: &[DemoUser] = &[
    DemoUser {
        username: "learner",
        password: "Learner1",
        role: "learner",
    },
    DemoUser {
        username: "author",
        password: "Author1",
        role: "author",
    },
    DemoUser {
        username: "coordinator",
        password: "Coordinator1",
        role: "coordinator",
    },
    DemoUser {
        username: "secretariat",
        password: "Secretariat1",
        role: "secretariat",
    },
];

const PEOPLE: [(&str, &str); 4] = [
    ("Amina", "Diallo"),
    ("Jun", "Tanaka"),
    ("Ana", "Ruiz"),
    ("Marc", "Peeters"),
];

/// Fills an empty database; does nothing to one that has people.
pub async fn seed(app: &AppState) -> anyhow::Result<()> {
    if users::db::find_user_by_login(&app.db, "secretariat")
        .await?
        .is_some()
    {
        return Ok(());
    }
    seed_site(app).await
}

async fn seed_site(app: &App) -> anyhow::Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let organisation =
        organisations::db::insert_organisation(&mut tx, "BE", "Belgium", now).await?;
    let mut ids = Vec::new();
    for (demo, (given, family)) in USERS.iter().zip(PEOPLE) {
        let invalid = || anyhow::anyhow!("the demo user {} is invalid", demo.username);
        let user = NewUser {
            username: Username::parse(demo.username).ok_or_else(invalid)?,
            email: EmailAddress::parse(&format!("{}@example.org", demo.username))
                .ok_or_else(invalid)?,
            given_name: given.to_owned(),
            family_name: family.to_owned(),
            password_hash: Some(password::hash(demo.password, &app.random.bytes::<16>())?),
            role: Role::parse(demo.role).unwrap_or(Role::Learner),
            organisation_id: organisation,
            position_id: None,
            lang: Lang::En,
            learner_key: app.random.token(),
        };
        let id = users::db::insert_user(&mut tx, &user, now).await?;
        if demo.role == "coordinator" {
            organisations::designate_now(&mut tx, organisation, id, now).await?;
        }
        ids.push(id);
    }
    texts::seed(&mut tx, now).await?;
    let waiting = people::seed(app, &mut tx, organisation, now).await?;
    if let [learner, author, ..] = *ids {
        let cast = courses::Cast {
            organisation,
            author,
            learner,
        };
        for (activity, fixture) in courses::seed(&mut tx, cast, now).await? {
            let zip = packages::zip(fixture)?;
            let name = format!("{fixture}.zip");
            // Imported by a job, so that the first page need not wait for it.
            uploads::submit(app, &mut tx, activity, author, &name, &zip).await?;
        }
    }
    tx.commit().await?;
    for joining in waiting {
        people::join(app, &joining, now).await?;
    }
    Ok(())
}
