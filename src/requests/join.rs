//! Joining: a form, a confirmed address, and a request that somebody is asked to decide.

use super::db;
use super::{Applicant, CONFIRM_DAYS, Event, Request, chase};
use crate::App;
use crate::auth::hash_token;
use crate::clock::Instant;
use crate::db::{DbError, DbResult, Tx};
use crate::identities::{self, Arrival, Asked};
use crate::ids::RequestId;
use crate::jobs::{self, Job};
use crate::mail::Mail;
use crate::users;

/// A form that was filled in well.
#[derive(Debug)]
pub struct Joining {
    pub applicant: Applicant,
    pub proof: Proof,
}

/// By what somebody will be known when they are accepted.
#[derive(Debug)]
pub enum Proof {
    /// The hash of the password they chose.
    Password(String),
    /// The provider by which they came. They need no password.
    Identity(Arrival),
}

impl Joining {
    /// Where the request stands then, whatever was known of the address. One that a provider has confirmed is not
    /// confirmed again.
    pub fn asked(&self) -> Asked {
        match &self.proof {
            Proof::Identity(arrival) if arrival.verified_email().is_some() => Asked::Pending,
            Proof::Identity(_) | Proof::Password(_) => Asked::Unconfirmed,
        }
    }
}

/// Takes the form. Whatever is known of the address, the visitor is told the same and only its owner learns more, by mail.
pub async fn submit(app: &App, joining: &Joining, now: Instant) -> DbResult<()> {
    let applicant = &joining.applicant;
    let folded = applicant.email.folded();
    let known = users::db::find_user_by_login(&app.db, &folded).await?;
    let mut tx = app.db.begin().await?;
    if let Some(user) = known.filter(|user| user.email.to_lowercase() == folded) {
        let mail = letter(applicant.email.as_str(), user.lang, "registration_known");
        let mail = mail(serde_json::json!({ "name": user.full_name(), "path": "/login" }));
        jobs::enqueue(&mut tx, &Job::SendMail(mail), now).await?;
    } else if db::has_pending(&mut tx, &folded).await? {
        let mail = letter(
            applicant.email.as_str(),
            applicant.lang,
            "registration_waiting",
        );
        let name = format!("{} {}", applicant.given_name, applicant.family_name);
        let mail = mail(serde_json::json!({ "name": name }));
        jobs::enqueue(&mut tx, &Job::SendMail(mail), now).await?;
    } else if !insert(app, &mut tx, joining, now).await? {
        return Ok(());
    }
    tx.commit().await
}

/// False when whoever came by this provider waits already: of two forms sent at once, one counts.
async fn insert(app: &App, tx: &mut Tx, joining: &Joining, now: Instant) -> DbResult<bool> {
    let applicant = &joining.applicant;
    let (given, family) = (&applicant.given_name, &applicant.family_name);
    let username = Applicant::username(given, family, 1)
        .ok_or_else(|| DbError::ImpossibleRow("no user name can be made of a name".to_owned()))?;
    let token = app.random.token();
    let until = now.plus_days(CONFIRM_DAYS);
    let confirm_hash = hash_token(&token);
    let password_hash = match &joining.proof {
        Proof::Password(hash) => Some(hash.as_str()),
        Proof::Identity(_) => None,
    };
    let secrets = (password_hash, confirm_hash.as_str(), until);
    let id = db::insert_request(tx, applicant, &username, secrets, now).await?;
    let mut provider = String::new();
    if let Proof::Identity(arrival) = &joining.proof {
        if !identities::db::insert_request_identity(tx, id, arrival).await? {
            return Ok(false);
        }
        provider = identities::name_of(app, &arrival.provider);
    }
    db::insert_event(tx, id, Event::Submitted, (None, &provider), now).await?;
    if joining.asked() == Asked::Pending {
        confirm_in(app, tx, id, now).await?;
    } else {
        send_link(tx, id, applicant, &token, until, now).await?;
    }
    Ok(true)
}

/// The mail with the link, and the end of what is never confirmed.
async fn send_link(
    tx: &mut Tx,
    id: RequestId,
    applicant: &Applicant,
    token: &str,
    until: Instant,
    now: Instant,
) -> DbResult<()> {
    let mail = letter(
        applicant.email.as_str(),
        applicant.lang,
        "registration_confirm",
    );
    let mail = mail(serde_json::json!({
        "name": format!("{} {}", applicant.given_name, applicant.family_name),
        "path": format!("/register/confirm/{token}"),
        "until": until.0,
    }));
    jobs::enqueue(tx, &Job::SendMail(mail), now).await?;
    jobs::enqueue_for(tx, &Job::ExpireRequest { request: id }, until, now).await
}

fn letter<'a>(
    to: &'a str,
    lang: crate::i18n::Lang,
    template: &'a str,
) -> impl FnOnce(serde_json::Value) -> Mail + 'a {
    move |values| Mail {
        to: to.to_owned(),
        lang,
        template: template.to_owned(),
        values,
    }
}

/// Sends the link again, under a new token, to whoever has not used theirs.
pub(super) async fn send_again(app: &App, email_folded: &str, now: Instant) -> DbResult<()> {
    let mut tx = app.db.begin().await?;
    let Some(id) = db::find_unconfirmed(&mut tx, email_folded).await? else {
        return Ok(());
    };
    let Some(request) = db::find_any_request(&mut tx, id).await? else {
        return Ok(());
    };
    let token = app.random.token();
    let until = now.plus_days(CONFIRM_DAYS);
    db::mark_link_renewed(&mut tx, id, &hash_token(&token), until).await?;
    send_link(&mut tx, id, &applicant(request)?, &token, until, now).await?;
    tx.commit().await
}

fn applicant(request: Request) -> DbResult<Applicant> {
    let email = users::EmailAddress::parse(&request.email)
        .ok_or_else(|| DbError::ImpossibleRow(format!("request {}: email", request.id)))?;
    Ok(Applicant {
        organisation_id: request.organisation_id,
        position_id: None,
        given_name: request.given_name,
        family_name: request.family_name,
        email,
        lang: request.lang,
        note: String::new(),
        consents: Vec::new(),
    })
}

/// The address is its owner's: whoever decides is asked now. False when that had been done before.
pub async fn confirm(app: &App, id: RequestId, now: Instant) -> DbResult<bool> {
    let mut tx = app.db.begin().await?;
    let is_new = confirm_in(app, &mut tx, id, now).await?;
    tx.commit().await?;
    Ok(is_new)
}

async fn confirm_in(app: &App, tx: &mut Tx, id: RequestId, now: Instant) -> DbResult<bool> {
    if !db::mark_confirmed(tx, id, now).await? {
        return Ok(false);
    }
    db::insert_event(tx, id, Event::Confirmed, (None, ""), now).await?;
    if let Some(request) = db::find_any_request(tx, id).await? {
        chase::ask(tx, &request, db::Asked::First, "request_pending", now).await?;
    }
    let reminder = Job::ChaseRequest { request: id };
    let due = now.plus_days(app.site().rules.remind_days);
    jobs::enqueue_for(tx, &reminder, due, now).await?;
    Ok(true)
}
