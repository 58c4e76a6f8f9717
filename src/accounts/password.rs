//! Choosing a password: the rule for a new one, and all that follows from it in one transaction.

use serde::Deserialize;

use super::db;
use crate::App;
use crate::audit::{self, Deed};
use crate::auth::strength::PasswordRule;
use crate::auth::{Person, hash_token};
use crate::clock::Instant;
use crate::db::{DbResult, Tx};
use crate::jobs::{self, Job};
use crate::mail::Mail;
use crate::users::User;
use crate::web::{Fault, RequestContext};

/// A new password, typed twice, as a form brings it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct NewPassword {
    password: String,
    password_again: String,
}

impl NewPassword {
    /// The password, if this person may have it.
    pub fn parse(self, rule: PasswordRule, user: &User) -> Result<String, Vec<Fault>> {
        let names = [&user.given_name, &user.family_name];
        let logins = [&user.username, &user.email];
        let own = [names, logins].concat();
        let own: Vec<&str> = own.into_iter().map(String::as_str).collect();
        let mut faults: Vec<_> = rule
            .fault("password", &self.password, &own)
            .into_iter()
            .collect();
        if self.password != self.password_again {
            faults.push(Fault::new("password_again", "accounts-fault-again"));
        }
        if faults.is_empty() {
            Ok(self.password)
        } else {
            Err(faults)
        }
    }
}

/// What came of a change.
#[derive(Debug)]
pub struct Changed {
    /// Under which this session goes on: whoever had seen the one before has nothing.
    pub token: String,
    /// Sessions elsewhere that have ended.
    pub ended: u64,
}

/// Takes a new password for somebody who is logged in and has given the one before.
pub async fn change(
    app: &App,
    context: &RequestContext,
    person: &Person,
    hash: &str,
) -> DbResult<Changed> {
    let token = app.random.token();
    let mut tx = app.db.begin().await?;
    take(&mut tx, context, &person.user, hash, "account.password").await?;
    let ended = db::delete_sessions(&mut tx, person.user.id, Some(person.session)).await?;
    db::mark_token(&mut tx, person.session, &hash_token(&token)).await?;
    tx.commit().await?;
    Ok(Changed { token, ended })
}

/// The new password, the record of it, and the mail that tells the owner.
pub(super) async fn take(
    tx: &mut Tx,
    context: &RequestContext,
    user: &User,
    hash: &str,
    action: &str,
) -> DbResult<()> {
    db::mark_password(tx, user.id, hash).await?;
    let deed = Deed {
        action,
        subject: &format!("user {}", user.id),
        detail: "",
    };
    audit::record(tx, context, deed).await?;
    let mail = letter(user, "password_changed", "/lost-password", context.now);
    jobs::enqueue(tx, &Job::SendMail(mail), context.now).await
}

/// A mail to the owner of an account, about it.
pub(super) fn letter(user: &User, template: &str, path: &str, at: Instant) -> Mail {
    Mail {
        to: user.email.clone(),
        lang: user.lang,
        template: template.to_owned(),
        values: serde_json::json!({
            "name": user.full_name(),
            "username": user.username,
            "path": path,
            "at": at.0,
        }),
    }
}
