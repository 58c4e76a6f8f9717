//! What happened to requests, and who resembles whom.

use sqlx::FromRow;

use super::name_folded;
use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbError, DbResult, Tx};
use crate::ids::{RequestId, UserId};
use crate::requests::{Event, Happening, Request};

pub async fn insert_event(
    tx: &mut Tx,
    id: RequestId,
    event: Event,
    (actor, detail): (Option<UserId>, &str),
    now: Instant,
) -> DbResult<()> {
    tx.execute(
        "INSERT INTO request_events (request_id, at, actor_id, event, detail) VALUES ($1, $2, $3, $4, $5)",
        args![id, now, actor, event.name(), detail],
    )
    .await?;
    Ok(())
}

pub async fn list_events(db: &Db, id: RequestId) -> DbResult<Vec<Happening>> {
    #[derive(FromRow)]
    struct Row {
        at: i64,
        event: String,
        detail: String,
        given_name: Option<String>,
        family_name: Option<String>,
    }
    let rows: Vec<Row> = db
        .all(
            "SELECT e.at, e.event, e.detail, u.given_name, u.family_name FROM request_events e \
             LEFT JOIN users u ON u.id = e.actor_id WHERE e.request_id = $1 ORDER BY e.id",
            args![id],
        )
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Happening {
                at: Instant(row.at),
                event: Event::parse(&row.event)
                    .ok_or_else(|| DbError::ImpossibleRow(format!("event {}", row.event)))?,
                actor: row
                    .given_name
                    .zip(row.family_name)
                    .map(|(given, family)| format!("{given} {family}")),
                detail: row.detail,
            })
        })
        .collect()
}

/// An account or another request that may be the same person.
#[derive(Debug, Clone, FromRow)]
pub struct Lookalike {
    pub given_name: String,
    pub family_name: String,
    pub email: String,
    /// active | suspended for accounts, the state for requests
    pub state: String,
    pub is_account: bool,
}

/// Accounts and requests of the same administration and name. An address that has an account never becomes a request.
pub async fn list_lookalikes(db: &Db, request: &Request) -> DbResult<Vec<Lookalike>> {
    let wanted = name_folded(&request.given_name, &request.family_name);
    let mut found: Vec<Lookalike> = db
        .all(
            "SELECT given_name, family_name, email, state, 1 = 1 AS is_account FROM users \
             WHERE organisation_id = $1 AND name_folded = $2 ORDER BY id",
            args![request.organisation_id, wanted.as_str()],
        )
        .await?;
    let others: Vec<Lookalike> = db
        .all(
            "SELECT given_name, family_name, email, state, 1 = 0 AS is_account FROM requests \
             WHERE organisation_id = $1 AND id <> $2 AND confirmed_at IS NOT NULL \
             AND (name_folded = $3 OR email_folded = $4) ORDER BY id",
            args![
                request.organisation_id,
                request.id,
                wanted,
                request.email.to_lowercase()
            ],
        )
        .await?;
    found.extend(others);
    Ok(found)
}
