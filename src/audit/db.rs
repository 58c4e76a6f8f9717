//! Reading the record.

use sqlx::FromRow;

use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbResult};
use crate::ids::OrganisationId;

#[derive(Debug, FromRow)]
pub(super) struct Entry {
    pub(super) id: i64,
    pub(super) at: i64,
    pub(super) actor: String,
    pub(super) action: String,
    pub(super) subject: String,
    pub(super) detail: String,
    pub(super) address: String,
    pub(super) request_id: String,
}

/// Which part of the record.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    /// `None` reads all.
    pub(super) scope: Option<OrganisationId>,
    /// Lower-cased; found in the actor's name, the action, the subject or the detail.
    pub(super) words: String,
    pub(super) from: Option<Instant>,
    pub(super) until: Option<Instant>,
    /// Entries older than this one; the newest come first.
    pub(super) before: Option<i64>,
}

pub(super) async fn list_entries(db: &Db, wanted: &Wanted, limit: i64) -> DbResult<Vec<Entry>> {
    let escaped = wanted.words.replace('\\', "\\\\");
    let escaped = escaped.replace('%', "\\%").replace('_', "\\_");
    db.all(
        // A name is read from the entry, since the account may be gone.
        "SELECT id, at, actor_name AS actor, action, subject, detail, address, request_id FROM audit_entries \
         WHERE ($1 IS NULL OR about_organisation_id = $1) \
         AND (LOWER(actor_name) LIKE $2 ESCAPE '\\' OR action LIKE $2 ESCAPE '\\' \
         OR LOWER(subject) LIKE $2 ESCAPE '\\' OR LOWER(detail) LIKE $2 ESCAPE '\\') \
         AND at >= $3 AND at < $4 AND id < $5 ORDER BY id DESC LIMIT $6",
        args![
            wanted.scope,
            format!("%{escaped}%"),
            wanted.from.unwrap_or(Instant(i64::MIN)),
            wanted.until.unwrap_or(Instant(i64::MAX)),
            wanted.before.unwrap_or(i64::MAX),
            limit
        ],
    )
    .await
}
