//! Accounts that others make: one, or a list in the columns of Moodle's user upload. Each gets a mail with a temporary
//! password, which must be changed at the first log-in.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::db;
use crate::auth::strength::PasswordRule;
use crate::clock::{Instant, Random};
use crate::db::{Db, DbError, DbResult, Tx};
use crate::i18n::{Lang, fold};
use crate::ids::{OrganisationId, PositionId, UserId};
use crate::jobs::{self, Job};
use crate::mail::Mail;
use crate::organisations::Organisation;
use crate::organisations::db::Position;
use crate::requests::Applicant;
use crate::sheets::{Sheet, SheetRow};
use crate::users::{self, EmailAddress, NewUser, Role, Username};
use crate::web::one_line;
use crate::{App, AppState};

/// Somebody to be invited, as typed or as a row of a list.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct InviteForm {
    pub username: String,
    pub given_name: String,
    pub family_name: String,
    pub email: String,
    pub lang: String,
    /// Its code or name. A coordinator's own when empty.
    pub organisation: String,
    /// Its name.
    pub position: String,
}

#[derive(Debug, Clone)]
pub struct Invitee {
    pub username: Option<Username>,
    pub given_name: String,
    pub family_name: String,
    pub email: EmailAddress,
    pub lang: Lang,
    pub organisation_id: OrganisationId,
    pub position_id: Option<PositionId>,
}

impl Invitee {
    /// What nobody else may have: the user name, where one is wished for, and the address.
    fn names(&self) -> (&str, String) {
        let username = self.username.as_ref().map_or("", Username::as_str);
        (username, self.email.folded())
    }
}

/// What may be named in an invitation, and by whom.
#[derive(Debug)]
pub struct Bounds<'a> {
    /// Those that may be invited into.
    pub organisations: &'a [Organisation],
    /// Where somebody goes for whom none is named.
    pub own: Option<OrganisationId>,
    pub positions: &'a [Position],
    /// For whom none is named.
    pub lang: Lang,
}

impl InviteForm {
    /// A fault is a field and the key of its message.
    pub fn parse(&self, bounds: &Bounds<'_>) -> Result<Invitee, (&'static str, &'static str)> {
        let (given_name, family_name) = (one_line(&self.given_name), one_line(&self.family_name));
        if given_name.is_empty() || given_name.chars().count() > 100 {
            return Err(("given_name", "requests-fault-given"));
        }
        if family_name.is_empty() || family_name.chars().count() > 100 {
            return Err(("family_name", "requests-fault-family"));
        }
        let email = EmailAddress::parse(&self.email).ok_or(("email", "requests-fault-email"))?;
        let username = match self.username.trim() {
            "" => None,
            typed => Some(Username::parse(typed).ok_or(("username", "requests-fault-username"))?),
        };
        if username.as_ref().is_some_and(|name| !name.suits(&email)) {
            return Err(("username", "requests-fault-username-address"));
        }
        let lang = match self.lang.trim() {
            "" => bounds.lang,
            code => Lang::parse(code).ok_or(("lang", "team-fault-lang"))?,
        };
        let organisation_id = self
            .organisation(bounds)
            .ok_or(("organisation", "team-fault-organisation"))?;
        let position_id = match fold(self.position.trim()).as_str() {
            "" => None,
            wanted => {
                let mut known = bounds.positions.iter();
                let found = known.find(|position| fold(&position.name) == wanted);
                Some(PositionId(
                    found.ok_or(("position", "team-fault-position"))?.id,
                ))
            }
        };
        Ok(Invitee {
            username,
            given_name,
            family_name,
            email,
            lang,
            organisation_id,
            position_id,
        })
    }

    fn organisation(&self, bounds: &Bounds<'_>) -> Option<OrganisationId> {
        let wanted = fold(self.organisation.trim());
        if wanted.is_empty() {
            return bounds.own;
        }
        bounds
            .organisations
            .iter()
            .find(|one| fold(&one.code) == wanted || fold(&one.name) == wanted)
            .filter(|one| one.is_open)
            .map(|one| one.id)
    }
}

/// What a row of a list would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    New,
    /// There is an account with this name or address here already.
    Known,
    /// An account with this name or address exists where this coordinator has no say.
    Elsewhere,
    Repeated {
        line: u64,
    },
    Fault {
        key: &'static str,
    },
}

#[derive(Debug)]
pub struct Line {
    pub number: u64,
    pub form: InviteForm,
    pub invitee: Option<Invitee>,
    pub fate: Fate,
}

/// The columns of Moodle's user upload, and what people call them.
const COLUMNS: [(&str, &[&str]); 7] = [
    ("username", &["username", "user name", "login"]),
    (
        "given_name",
        &[
            "firstname",
            "first name",
            "given name",
            "prenom",
            "nombre",
            "nome",
        ],
    ),
    (
        "family_name",
        &[
            "lastname",
            "last name",
            "surname",
            "family name",
            "nom",
            "apellidos",
            "apellido",
            "apelido",
        ],
    ),
    (
        "email",
        &[
            "email",
            "e-mail",
            "mail",
            "e-mail address",
            "correo",
            "courriel",
        ],
    ),
    ("lang", &["lang", "language"]),
    (
        "organisation",
        &[
            "organisation",
            "organization",
            "institution",
            "administration",
            "country",
        ],
    ),
    ("position", &["position", "department", "job"]),
];

/// A column without which nobody can be invited is missing: its name in Moodle's upload.
pub fn missing_column(sheet: &Sheet) -> Option<&'static str> {
    let needed = [
        ("given_name", "firstname"),
        ("family_name", "lastname"),
        ("email", "email"),
    ];
    needed
        .into_iter()
        .find(|(field, _)| column(sheet, field).is_none())
        .map(|(_, moodle)| moodle)
}

fn column(sheet: &Sheet, field: &str) -> Option<usize> {
    let (_, names) = COLUMNS.iter().find(|(name, _)| *name == field)?;
    sheet.column(names)
}

fn form(sheet: &Sheet, row: &SheetRow) -> InviteForm {
    let cell = |field: &str| row.cell(column(sheet, field)).to_owned();
    InviteForm {
        username: cell("username"),
        given_name: cell("given_name"),
        family_name: cell("family_name"),
        email: cell("email"),
        lang: cell("lang"),
        organisation: cell("organisation"),
        position: cell("position"),
    }
}

/// Each row and what it would do. `scope` is where the reader has a say; `None` is everywhere.
pub async fn plan(
    db: &Db,
    sheet: &Sheet,
    bounds: &Bounds<'_>,
    scope: Option<OrganisationId>,
) -> DbResult<Vec<Line>> {
    let mut seen = HashMap::new();
    let mut lines = Vec::new();
    for row in &sheet.rows {
        let form = form(sheet, row);
        let parsed = form.parse(bounds);
        let fate = match &parsed {
            Err((_, key)) => Fate::Fault { key },
            Ok(invitee) => match repeated(&mut seen, invitee, row.line) {
                Some(line) => Fate::Repeated { line },
                None => fate(db, invitee, scope).await?,
            },
        };
        lines.push(Line {
            number: row.line,
            form,
            invitee: parsed.ok(),
            fate,
        });
    }
    Ok(lines)
}

/// The earlier row of this list with the same address or user name.
fn repeated(seen: &mut HashMap<String, u64>, invitee: &Invitee, line: u64) -> Option<u64> {
    let name = invitee
        .username
        .as_ref()
        .map(|name| name.as_str().to_owned());
    let mut earlier = None;
    for key in name.into_iter().chain([invitee.email.folded()]) {
        let first = *seen.entry(key).or_insert(line);
        earlier = earlier.or((first != line).then_some(first));
    }
    earlier
}

async fn fate(db: &Db, invitee: &Invitee, scope: Option<OrganisationId>) -> DbResult<Fate> {
    let (username, email) = invitee.names();
    Ok(match db::find_namesake(db, username, &email).await? {
        None => Fate::New,
        Some(organisation) if scope.is_none_or(|scope| scope == organisation) => Fate::Known,
        Some(_) => Fate::Elsewhere,
    })
}

/// Adds an account that waits for its first log-in, and the mail with its temporary password. `None`: somebody has the
/// name or the address by now. Whoever comes at the very same time is [`DbError::Duplicate`], and seen at a second try.
pub async fn invite(
    app: &App,
    tx: &mut Tx,
    invitee: &Invitee,
    now: Instant,
) -> DbResult<Option<UserId>> {
    let (username, email) = invitee.names();
    if db::has_namesake(tx, username, &email).await? {
        return Ok(None);
    }
    let username = match &invitee.username {
        Some(username) => username.clone(),
        None => free_username(tx, invitee).await?,
    };
    let user = NewUser {
        username,
        email: invitee.email.clone(),
        given_name: invitee.given_name.clone(),
        family_name: invitee.family_name.clone(),
        password_hash: None,
        role: Role::Learner,
        organisation_id: invitee.organisation_id,
        position_id: invitee.position_id,
        lang: invitee.lang,
        learner_key: app.random.token(),
    };
    let id = users::db::insert_user(tx, &user, now).await?;
    db::mark_must_change(tx, id).await?;
    jobs::enqueue(tx, &Job::SendInvitation { user: id }, now).await?;
    Ok(Some(id))
}

async fn free_username(tx: &mut Tx, invitee: &Invitee) -> DbResult<Username> {
    let (given, family) = (&invitee.given_name, &invitee.family_name);
    let name = users::free_username(tx, None, |number| {
        Applicant::username(given, family, number)
    });
    name.await?
        .ok_or_else(|| DbError::ImpossibleRow("no user name is free".to_owned()))
}

/// The `SendInvitation` job. The password is made as late as can be; run twice, the later mail counts.
pub(crate) async fn send_invitation(app: &AppState, id: UserId) -> anyhow::Result<()> {
    let Some(user) = users::db::find_user(&app.db, id).await? else {
        return Ok(());
    };
    let password = temporary_password(&app.random, app.site().password);
    let hash = app
        .passwords
        .hash(password.clone(), &app.random, None)
        .await;
    let hash = hash.map_err(|error| anyhow::anyhow!("{error:?}"))?;
    let mut tx = app.db.begin().await?;
    if !db::mark_invited(&mut tx, id, &hash).await? {
        return Ok(());
    }
    tx.commit().await?;
    let mail = Mail {
        to: user.email.clone(),
        lang: user.lang,
        template: "account_new".to_owned(),
        values: serde_json::json!({
            "name": user.full_name(),
            "username": user.username,
            "password": password,
            "organisation": user.organisation,
            "path": "/login",
        }),
    };
    // No queue holds the password; when the mail cannot leave now, the job comes again with a new one.
    crate::mail::deliver_secret(app, &mail).await
}

/// Of letters and digits that are not mistaken for one another, and good enough for the site's own rule.
fn temporary_password(random: &Random, rule: PasswordRule) -> String {
    // Groups of four with a dash between them.
    let groups = usize::try_from(rule.least / 5 + 1)
        .unwrap_or_default()
        .max(3);
    std::iter::repeat_with(|| random.code(groups))
        .find(|password| rule.weakness(password, &[]).is_none())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn temporary_passwords_keep_the_sites_own_rule_and_differ() {
        let random = Random::seeded(1);
        for least in 8..=32 {
            let rule = PasswordRule {
                least,
                ..PasswordRule::default()
            };
            let (one, other) = (
                temporary_password(&random, rule),
                temporary_password(&random, rule),
            );
            assert_ne!(one, other);
            for password in [one, other] {
                assert_eq!(rule.weakness(&password, &[]), None, "{password}");
            }
        }
    }
}
