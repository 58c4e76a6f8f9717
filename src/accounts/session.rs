//! The beginning of a session, once somebody has proved who they are.

use super::db;
use crate::App;
use crate::auth::{SESSION_HOURS, hash_token};
use crate::clock::Instant;
use crate::db::DbResult;
use crate::ids::UserId;
use crate::rights;
use crate::users::{self, db::NewSession};

/// What a browser brings along: its cookies of before, and what its owner will know it by.
#[derive(Debug, Clone, Default)]
pub struct Visitor {
    /// Hash of the session's token that it had before.
    pub session: Option<String>,
    /// Hash of the token by which the device is known.
    pub device: Option<String>,
    pub browser: String,
    pub address: String,
}

/// Tokens for the cookies of a new session. Both are new at every log-in: one planted or seen before is worth nothing.
#[derive(Debug)]
pub struct Begun {
    pub session: String,
    pub device: String,
}

pub async fn begin(app: &App, user: UserId, visitor: &Visitor, now: Instant) -> DbResult<Begun> {
    let begun = Begun {
        session: app.random.token(),
        device: app.random.token(),
    };
    if let Some(before) = &visitor.session {
        users::db::delete_session(&app.db, before).await?;
    }
    let mut tx = app.db.begin().await?;
    let session = NewSession {
        token_hash: &hash_token(&begun.session),
        user_id: user,
        browser: &visitor.browser,
        address: &visitor.address,
    };
    users::db::insert_session(&mut tx, session, now, now.plus_hours(SESSION_HOURS)).await?;
    rights::db::mark_returned(&mut tx, user, now).await?;
    let device = hash_token(&begun.device);
    db::renew_device(&mut tx, visitor.device.as_deref(), &device, user, now).await?;
    tx.commit().await?;
    Ok(begun)
}
