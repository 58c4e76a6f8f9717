//! The second step: codes of an app (RFC 6238), and codes on paper for whoever has lost it.

use totp_rs::{Builder, Secret, Totp};

use super::{db, password};
use crate::App;
use crate::audit::{self, Deed};
use crate::auth::hash_token;
use crate::clock::Instant;
use crate::db::{DbError, DbResult, Tx};
use crate::jobs::{self, Job};
use crate::users::User;
use crate::web::RequestContext;

/// Recovery codes that are handed out at once.
const CODES: usize = 10;

/// What an app is told, by a picture or by hand.
#[derive(Debug)]
pub struct Enrolment {
    /// `otpauth://…`, as RFC drafts and all apps have it.
    pub url: String,
    /// Base32, in groups of four.
    pub secret: String,
}

/// A new secret that counts for nothing until [`confirm`].
pub async fn prepare(app: &App, user: &User) -> DbResult<()> {
    let secret = Secret::new(Box::from(app.random.bytes::<20>())).to_base32();
    db::insert_second_step(&app.db, user.id, &secret).await?;
    Ok(())
}

pub fn enrolment(site: &str, user: &User, secret: &str) -> DbResult<Enrolment> {
    let totp = totp(site, user, secret)?;
    let url = totp.to_url().map_err(|error| impossible(user, error))?;
    let groups: Vec<String> = secret
        .as_bytes()
        .chunks(4)
        .map(|group| String::from_utf8_lossy(group).into_owned())
        .collect();
    Ok(Enrolment {
        url,
        secret: groups.join(" "),
    })
}

fn totp(site: &str, user: &User, secret: &str) -> DbResult<Totp> {
    let secret = Secret::try_from_base32(secret).map_err(|error| impossible(user, error))?;
    // In the address a colon stands between the two.
    let plain = |name: &str| name.replace(':', " ");
    Builder::new()
        .with_secret(secret)
        .with_issuer(Some(plain(site)))
        .with_account_name(plain(&user.username))
        .build()
        .map_err(|error| impossible(user, error))
}

fn impossible(user: &User, error: impl std::fmt::Display) -> DbError {
    DbError::ImpossibleRow(format!("second step of user {}: {error}", user.id))
}

/// The half minute that a code belongs to: this one, the one before, or the next, since clocks differ.
fn step_of(user: &User, secret: &str, code: &str, now: Instant) -> DbResult<Option<i64>> {
    let step = totp("", user, secret)?.check(code, now.0.unsigned_abs() / 1000);
    Ok(step.map(|step| step as i64))
}

/// A code as typed: without what people put between groups, in capitals, in digits of any script that we speak.
fn plain(typed: &str) -> String {
    let western = |c: char| match u32::from(c) {
        code @ (0x660..=0x669 | 0x6f0..=0x6f9) => char::from_digit(code & 0xf, 10).unwrap_or(c),
        _ => c,
    };
    typed
        .chars()
        .map(western)
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_uppercase())
        .take(32)
        .collect()
}

/// Turns the step on, when the code shows that the app has the secret: the recovery codes, to be shown once. `None` when
/// it does not.
pub async fn confirm(
    app: &App,
    context: &RequestContext,
    user: &User,
    typed: &str,
) -> DbResult<Option<Vec<String>>> {
    let now = context.now;
    let Some((secret, false)) = db::find_second_step(&app.db, user.id).await? else {
        return Ok(None);
    };
    let Some(step) = step_of(user, &secret, &plain(typed), now)? else {
        return Ok(None);
    };
    let mut tx = app.db.begin().await?;
    if !db::mark_step_confirmed(&mut tx, user.id, step, now).await? {
        return Ok(None);
    }
    let codes = hand_out(app, &mut tx, user).await?;
    tell(
        &mut tx,
        context,
        user,
        ("account.second_step_on", "second_step_on"),
    )
    .await?;
    tx.commit().await?;
    Ok(Some(codes))
}

async fn hand_out(app: &App, tx: &mut Tx, user: &User) -> DbResult<Vec<String>> {
    let codes: Vec<String> = (0..CODES).map(|_| app.random.code(4)).collect();
    let hashes: Vec<String> = codes.iter().map(|code| hash_token(&plain(code))).collect();
    db::replace_codes(tx, user.id, &hashes).await?;
    Ok(codes)
}

/// Whether the code is right and was not used before. It is used up.
pub async fn accept(app: &App, user: &User, typed: &str, now: Instant) -> DbResult<bool> {
    let Some((secret, true)) = db::find_second_step(&app.db, user.id).await? else {
        return Ok(false);
    };
    let code = plain(typed);
    match step_of(user, &secret, &code, now)? {
        Some(step) => db::mark_step_used(&app.db, user.id, step).await,
        None => db::take_code(&app.db, user.id, &hash_token(&code)).await,
    }
}

/// New recovery codes in the place of those before.
pub async fn renew_codes(
    app: &App,
    context: &RequestContext,
    user: &User,
) -> DbResult<Vec<String>> {
    let mut tx = app.db.begin().await?;
    let codes = hand_out(app, &mut tx, user).await?;
    let deed = Deed {
        action: "account.recovery_codes",
        subject: &format!("user {}", user.id),
        detail: "",
    };
    audit::record(&mut tx, context, deed).await?;
    tx.commit().await?;
    Ok(codes)
}

/// Turns the step off, and tells the owner, whoever did it. False when it was not on.
pub async fn remove(app: &App, context: &RequestContext, user: &User) -> DbResult<bool> {
    let mut tx = app.db.begin().await?;
    if !db::delete_second_step(&mut tx, user.id).await? {
        return Ok(false);
    }
    let told = ("account.second_step_off", "second_step_off");
    tell(&mut tx, context, user, told).await?;
    tx.commit().await?;
    Ok(true)
}

async fn tell(
    tx: &mut Tx,
    context: &RequestContext,
    user: &User,
    (action, template): (&str, &str),
) -> DbResult<()> {
    let deed = Deed {
        action,
        subject: &format!("user {}", user.id),
        detail: "",
    };
    audit::record(tx, context, deed).await?;
    let mail = password::letter(user, template, "/account/second-step", context.now);
    jobs::enqueue(tx, &Job::SendMail(mail), context.now).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_people_type_them() {
        assert_eq!(plain(" 123 456 "), "123456");
        assert_eq!(plain("١٢٣٤٥٦"), "123456");
        assert_eq!(plain("۱۲۳۴۵۶"), "123456");
        assert_eq!(plain("abcd-efgh"), "ABCDEFGH");
        assert_eq!(plain(&"7".repeat(1000)).len(), 32);
    }
}
