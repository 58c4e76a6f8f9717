//! A lost password: the link, and what it is good for.

use super::{db, password};
use crate::App;
use crate::AppState;
use crate::auth::{Network, hash_token};
use crate::clock::Instant;
use crate::db::DbResult;
use crate::mail;
use crate::users::{self, User};
use crate::web::RequestContext;

/// A link works this long.
pub const RESET_MINUTES: i64 = 30;
/// Links of one person that may work at the same time, so that nobody fills a mailbox by asking.
const MOST_LINKS: i64 = 3;

/// Runs the `SendReset` job: mails a link to whoever is known and active under what was typed, and nothing to anybody else.
/// All of this happens after the answer, which therefore takes as long for a stranger as for a colleague.
///
/// The link is handed to the mail server in the same breath as it is made. Its hash is stored, itself is not: neither in
/// a job's payload nor among the mails that were sent.
pub(crate) async fn send_reset(app: &AppState, login: &str, now: Instant) -> anyhow::Result<()> {
    let found = users::db::find_user_by_login(&app.db, login).await?;
    let Some(user) = found.filter(|user| !user.is_suspended) else {
        return Ok(());
    };
    let token = app.random.token();
    let hash = hash_token(&token);
    let until = now.plus_ms(RESET_MINUTES * 60_000);
    let mut tx = app.db.begin().await?;
    if db::count_resets(&mut tx, user.id, now).await? >= MOST_LINKS {
        return Ok(());
    }
    db::insert_reset(&mut tx, &hash, user.id, (now, until)).await?;
    tx.commit().await?;
    let path = format!("/lost-password/{token}");
    let letter = password::letter(&user, "password_reset", &path, until);
    let sent = mail::deliver_secret(app, &letter).await;
    if sent.is_err() {
        // The job is tried again, and makes another one.
        db::delete_reset(&app.db, &hash).await?;
    }
    sent
}

/// Uses a link up for a new password. False when it does not work any more.
pub async fn reset(
    app: &App,
    context: &RequestContext,
    (token_hash, user): (&str, &User),
    password_hash: &str,
    network: Network,
) -> DbResult<bool> {
    let mut tx = app.db.begin().await?;
    if !db::take_reset(&mut tx, token_hash, user.id, context.now).await? {
        return Ok(false);
    }
    password::take(&mut tx, context, user, password_hash, "account.reset").await?;
    db::delete_sessions(&mut tx, user.id, None).await?;
    db::delete_devices(&mut tx, user.id).await?;
    tx.commit().await?;
    let email = user.email.to_lowercase();
    let names = [user.username.as_str(), email.as_str()];
    app.guard.forget(user.id, &names, network);
    Ok(true)
}
