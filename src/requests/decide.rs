//! The decision on a request, with everything that follows from it in one transaction.

use super::db::{self, Asked};
use super::{Applicant, Event, Request, Verdict};
use crate::App;
use crate::alerts::{self, Kind, NewAlert};
use crate::audit::{self, Deed};
use crate::auth::Coordinator;
use crate::clock::Instant;
use crate::db::{DbError, DbResult, Tx};
use crate::identities;
use crate::jobs::{self, Job};
use crate::mail::Mail;
use crate::organisations;
use crate::policies;
use crate::users::{self, EmailAddress, NewUser, Role, Username};
use crate::web::RequestContext;

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    Done,
    /// Somebody else was first.
    Already,
    /// There is an account with this address now.
    EmailTaken,
    /// The administration takes no new people.
    Closed,
}

/// Accepts or denies in the coordinator's name. They have found the request within their own scope.
pub async fn decide(
    app: &App,
    context: &RequestContext,
    coordinator: &Coordinator,
    request: &Request,
    (verdict, reason): (Verdict, &str),
) -> DbResult<Decided> {
    let now = context.now;
    let mut tx = app.db.begin().await?;
    let by = (coordinator.user.id, reason);
    if !db::mark_decided(&mut tx, request.id, verdict, by, now).await? {
        return Ok(Decided::Already);
    }
    let (event, action) = match verdict {
        Verdict::Accept => {
            let refused = admit(app, &mut tx, request, reason, now).await?;
            if refused != Decided::Done {
                return Ok(refused);
            }
            (Event::Accepted, "request.accept")
        }
        Verdict::Deny => {
            let purge = Job::PurgeRequest {
                request: request.id,
            };
            let until = now.plus_days(app.site().rules.keep_denied_days);
            jobs::enqueue_for(&mut tx, &purge, until, now).await?;
            tell(&mut tx, request, ("request_denied", reason), ("", ""), now).await?;
            (Event::Denied, "request.deny")
        }
    };
    db::delete_registration(&mut tx, request.id).await?;
    db::insert_event(
        &mut tx,
        request.id,
        event,
        (Some(coordinator.user.id), reason),
        now,
    )
    .await?;
    tell_others(&mut tx, coordinator, request, verdict, now).await?;
    let deed = Deed {
        action,
        subject: &format!("request {}", request.id),
        detail: reason,
    };
    audit::record_about(&mut tx, context, deed, Some(request.organisation_id)).await?;
    tx.commit().await?;
    Ok(Decided::Done)
}

/// Those who were asked as well see by whom it was decided.
async fn tell_others(
    tx: &mut Tx,
    coordinator: &Coordinator,
    request: &Request,
    verdict: Verdict,
    now: Instant,
) -> DbResult<()> {
    let name = coordinator.user.full_name();
    let person = request.full_name();
    let state = match verdict {
        Verdict::Accept => "accepted",
        Verdict::Deny => "denied",
    };
    for other in db::list_deciders(tx, request.organisation_id, Asked::First, now).await? {
        if other.id == coordinator.user.id {
            continue;
        }
        let alert = NewAlert {
            to: other.id,
            kind: Kind::RequestDecided,
            details: &[("name", &name), ("person", &person), ("state", state)],
            path: &format!("/applications/{}", request.id),
        };
        alerts::db::insert_alert(tx, &alert, now).await?;
    }
    Ok(())
}

/// The account, its job, and the mail that says so.
async fn admit(
    app: &App,
    tx: &mut Tx,
    request: &Request,
    reason: &str,
    now: Instant,
) -> DbResult<Decided> {
    let impossible = |what: &str| DbError::ImpossibleRow(format!("request {}: {what}", request.id));
    let email = EmailAddress::parse(&request.email).ok_or_else(|| impossible("email"))?;
    let registration = request
        .registration
        .as_ref()
        .ok_or_else(|| impossible("registration"))?;
    if users::db::is_email_taken(tx, &email).await? {
        return Ok(Decided::EmailTaken);
    }
    let organisation =
        organisations::db::find_organisation(&app.db, request.organisation_id).await?;
    if !organisation.is_some_and(|organisation| organisation.is_open) {
        return Ok(Decided::Closed);
    }
    let (password_hash, consents) = db::find_secrets(tx, request.id)
        .await?
        .ok_or_else(|| impossible("password"))?;
    let (given, family) = (&request.given_name, &request.family_name);
    let proposed = Username::parse(&registration.username).filter(|name| name.suits(&email));
    let made = |number| Applicant::username(given, family, number);
    let username = users::free_username(tx, proposed, made).await?;
    let user = NewUser {
        username: username.ok_or_else(|| impossible("no user name is free"))?,
        email,
        given_name: request.given_name.clone(),
        family_name: request.family_name.clone(),
        password_hash,
        role: Role::Learner,
        organisation_id: request.organisation_id,
        position_id: registration.position_id,
        lang: request.lang,
        learner_key: app.random.token(),
    };
    let id = match users::db::insert_user(tx, &user, now).await {
        Ok(id) => id,
        Err(DbError::Duplicate(_)) => return Ok(Decided::EmailTaken),
        Err(error) => return Err(error),
    };
    db::mark_account(tx, request.id, id).await?;
    for version in consents {
        let asked_at = request.created_at;
        policies::db::insert_consent(tx, (id, version), true, request.lang, asked_at).await?;
    }
    let welcome = NewAlert {
        to: id,
        kind: Kind::Welcome,
        details: &[],
        path: "/my",
    };
    alerts::db::insert_alert(tx, &welcome, now).await?;
    let provider = identities::db::attach(tx, request.id, id, now).await?;
    let provider = provider.map(|provider| identities::name_of(app, &provider));
    let ways = (
        user.username.as_str(),
        provider.as_deref().unwrap_or_default(),
    );
    tell(tx, request, ("request_accepted", reason), ways, now).await?;
    Ok(Decided::Done)
}

/// The person who asked, in their language.
async fn tell(
    tx: &mut Tx,
    request: &Request,
    (template, reason): (&str, &str),
    (username, provider): (&str, &str),
    now: Instant,
) -> DbResult<()> {
    let mail = Mail {
        to: request.email.clone(),
        lang: request.lang,
        template: template.to_owned(),
        values: serde_json::json!({
            "name": request.full_name(),
            "organisation": request.organisation,
            "reason": reason,
            "username": username,
            "provider": provider,
            "path": "/login",
        }),
    };
    jobs::enqueue(tx, &Job::SendMail(mail), now).await
}
