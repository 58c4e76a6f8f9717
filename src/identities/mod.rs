//! Whom a provider vouches for, and which account here is theirs. Nothing is connected because two addresses are alike: the
//! account's owner shows once that it is theirs. How a provider is asked is in `oidc`, the SQL in `db`.

pub mod db;
pub mod web;

use crate::App;
use crate::audit::{self, Deed};
use crate::auth::hash_token;
use crate::clock::Instant;
use crate::db::{DbError, DbResult, Tx};
use crate::ids::{IdentityId, UserId};
use crate::jobs::{self, Job};
use crate::mail::Mail;
use crate::oidc::{Secrets, Vouched};
use crate::users::{self, EmailAddress, User};
use crate::web::RequestContext;

/// Somebody may take so long at the provider, who may ask for a second factor.
pub const DEPARTURE_MINUTES: i64 = 15;
/// And so long to fill in the form, or to find their password here.
pub const ARRIVAL_MINUTES: i64 = 30;

/// An account at a provider that is connected to one here.
#[derive(Debug, Clone)]
pub struct Identity {
    pub id: IdentityId,
    pub issuer: String,
    pub email: String,
    pub created_at: Instant,
    pub used_at: Option<Instant>,
}

/// Somebody on their way to a provider.
#[derive(Debug, Clone)]
pub struct Departure {
    pub provider: String,
    pub secrets: Secrets,
    pub next: String,
    pub purpose: Purpose,
}

/// What for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    LogIn,
    /// Somebody logged in connects one provider more.
    Connect(UserId),
    /// To show by a provider that is connected that another one's arrival (its token's hash) belongs to the same account.
    Vouch(String),
}

/// Somebody a provider vouches for, who is nobody here yet.
#[derive(Debug, Clone)]
pub struct Arrival {
    pub token_hash: String,
    /// The provider's id.
    pub provider: String,
    pub who: Vouched,
    pub next: String,
}

impl Arrival {
    /// The mailbox that is theirs beyond doubt.
    pub fn verified_email(&self) -> Option<&EmailAddress> {
        self.who
            .email
            .as_ref()
            .filter(|_| self.who.is_email_verified)
    }

    pub fn email(&self) -> &str {
        self.who.email.as_ref().map_or("", EmailAddress::as_str)
    }
}

/// Where a request stands that somebody sent when they came by their provider before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    Unconfirmed,
    Pending,
    Denied,
}

impl Asked {
    /// Whether there is nothing to do but to wait, or to look into the mailbox.
    pub fn is_open(self) -> bool {
        self != Self::Denied
    }

    /// The page that says so.
    pub fn page(self) -> &'static str {
        match self {
            Self::Unconfirmed => "/register/sent",
            Self::Pending => "/register/waiting",
            Self::Denied => "/register",
        }
    }
}

/// Remembers somebody on their way out. The token is for a cookie of their browser.
pub async fn depart(app: &App, departure: &Departure, now: Instant) -> DbResult<String> {
    let token = app.random.token();
    let until = now.plus_ms(DEPARTURE_MINUTES * 60_000);
    let mut tx = app.db.begin().await?;
    db::insert_departure(&mut tx, departure, &hash_token(&token), (now, until)).await?;
    tx.commit().await?;
    Ok(token)
}

/// Remembers somebody new, until they have registered or connected. The token is for a cookie.
pub async fn arrive(app: &App, arrival: &Arrival, token: &str, now: Instant) -> DbResult<()> {
    debug_assert_eq!(arrival.token_hash, hash_token(token));
    let until = now.plus_ms(ARRIVAL_MINUTES * 60_000);
    let mut tx = app.db.begin().await?;
    db::insert_arrival(&mut tx, arrival, (now, until)).await?;
    tx.commit().await
}

/// The account whose address the provider has seen to be theirs. It is not theirs here until they show so.
pub async fn find_claimed(app: &App, arrival: &Arrival) -> DbResult<Option<User>> {
    let Some(email) = arrival.verified_email() else {
        return Ok(None);
    };
    let folded = email.folded();
    let found = users::db::find_user_by_login(&app.db, &folded).await?;
    Ok(found.filter(|user| user.email.to_lowercase() == folded))
}

/// Connects who has arrived to the account that they have shown to be theirs. False when it is too late, or somebody else
/// has the identity.
pub async fn connect_arrival(
    app: &App,
    context: &RequestContext,
    user: &User,
    token_hash: &str,
) -> DbResult<bool> {
    let Some(arrival) = db::find_arrival(&app.db, token_hash, context.now).await? else {
        return Ok(false);
    };
    if db::find_owner(&app.db, &arrival.who).await? == Some(user.id) {
        return Ok(true);
    }
    let mut tx = app.db.begin().await?;
    if !db::delete_arrival(&mut tx, token_hash).await? {
        return Ok(false);
    }
    let named = (arrival.provider.as_str(), &arrival.who);
    if !connect(app, &mut tx, context, user, named).await? {
        return Ok(false);
    }
    tx.commit().await?;
    Ok(true)
}

/// Connects the provider by which somebody logged in has just come back.
pub async fn connect_own(
    app: &App,
    context: &RequestContext,
    user: &User,
    (provider, who): (&str, &Vouched),
) -> DbResult<bool> {
    let mut tx = app.db.begin().await?;
    let is_connected = connect(app, &mut tx, context, user, (provider, who)).await?;
    if is_connected {
        tx.commit().await?;
    }
    Ok(is_connected)
}

async fn connect(
    app: &App,
    tx: &mut Tx,
    context: &RequestContext,
    user: &User,
    (provider, who): (&str, &Vouched),
) -> DbResult<bool> {
    let email = who.email.as_ref().map_or("", EmailAddress::as_str);
    let identity = (who.issuer.as_str(), who.subject.as_str(), email);
    match db::insert_identity(tx, user.id, identity, context.now).await {
        Ok(()) => {}
        Err(DbError::Duplicate(_)) => return Ok(false),
        Err(error) => return Err(error),
    }
    let name = name_of(app, provider);
    let told = ("account.connect", "identity_connected", name.as_str());
    tell(tx, context, user, told).await?;
    Ok(true)
}

/// What came of the wish to disconnect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disconnected {
    Done,
    /// There is none such.
    Absent,
    /// Nothing else would let them in.
    LastWay,
}

pub async fn disconnect(
    app: &App,
    context: &RequestContext,
    user: &User,
    id: IdentityId,
) -> DbResult<Disconnected> {
    let mut tx = app.db.begin().await?;
    // Of two who disconnect the last two at once, one sees what the other has left.
    let has_password = db::lock_ways(&mut tx, user.id).await?;
    let all = db::list_identities_in(&mut tx, user.id).await?;
    let Some(gone) = all.iter().find(|identity| identity.id == id) else {
        return Ok(Disconnected::Absent);
    };
    let is_open =
        |identity: &&Identity| identity.id != id && app.oidc.of_issuer(&identity.issuer).is_some();
    if !has_password && !all.iter().any(|identity| is_open(&identity)) {
        return Ok(Disconnected::LastWay);
    }
    db::delete_identity(&mut tx, user.id, id).await?;
    let name = issuer_name(app, &gone.issuer);
    let told = ("account.disconnect", "identity_disconnected", name.as_str());
    tell(&mut tx, context, user, told).await?;
    tx.commit().await?;
    Ok(Disconnected::Done)
}

/// As the log-in page calls it; one that the operator has removed has its id left.
pub fn name_of(app: &App, provider: &str) -> String {
    let found = app.oidc.find(provider);
    found.map_or_else(
        || provider.to_owned(),
        |provider| provider.name().to_owned(),
    )
}

fn issuer_name(app: &App, issuer: &str) -> String {
    let found = app.oidc.of_issuer(issuer);
    found.map_or_else(|| issuer.to_owned(), |provider| provider.name().to_owned())
}

/// The record, and the mail by which the owner learns of it whoever did it.
async fn tell(
    tx: &mut Tx,
    context: &RequestContext,
    user: &User,
    (action, template, provider): (&str, &str, &str),
) -> DbResult<()> {
    let deed = Deed {
        action,
        subject: &format!("user {}", user.id),
        detail: provider,
    };
    audit::record_about(tx, context, deed, Some(user.organisation_id)).await?;
    let mail = Mail {
        to: user.email.clone(),
        lang: user.lang,
        template: template.to_owned(),
        values: serde_json::json!({
            "name": user.full_name(),
            "provider": provider,
            "path": "/account/identities",
            "at": context.now.0,
        }),
    };
    jobs::enqueue(tx, &Job::SendMail(mail), context.now).await
}
