//! All SQL about identities, and about those on their way to a provider and back.

use sqlx::FromRow;

use super::{Arrival, Asked, Departure, Identity, Purpose};
use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbError, DbResult, Tx};
use crate::ids::{IdentityId, RequestId, UserId};
use crate::oidc::{Secrets, Vouched};
use crate::users::EmailAddress;

#[derive(Debug, FromRow)]
struct IdentityRow {
    id: i64,
    issuer: String,
    email: String,
    created_at: i64,
    used_at: Option<i64>,
}

impl From<IdentityRow> for Identity {
    fn from(row: IdentityRow) -> Self {
        Self {
            id: IdentityId(row.id),
            issuer: row.issuer,
            email: row.email,
            created_at: Instant(row.created_at),
            used_at: row.used_at.map(Instant),
        }
    }
}

const OF_USER: &str =
    "SELECT id, issuer, email, created_at, used_at FROM identities WHERE user_id = $1 ORDER BY id";

pub async fn list_identities(db: &Db, user: UserId) -> DbResult<Vec<Identity>> {
    let rows: Vec<IdentityRow> = db.all(OF_USER, args![user]).await?;
    Ok(rows.into_iter().map(Identity::from).collect())
}

pub async fn list_identities_in(tx: &mut Tx, user: UserId) -> DbResult<Vec<Identity>> {
    let rows: Vec<IdentityRow> = tx.all(OF_USER, args![user]).await?;
    Ok(rows.into_iter().map(Identity::from).collect())
}

/// Whose identity it is.
pub async fn find_owner(db: &Db, who: &Vouched) -> DbResult<Option<UserId>> {
    let row: Option<(i64,)> = db
        .find(
            "SELECT user_id FROM identities WHERE issuer = $1 AND subject = $2",
            args![&who.issuer, &who.subject],
        )
        .await?;
    Ok(row.map(|(id,)| UserId(id)))
}

pub async fn mark_used(db: &Db, who: &Vouched, now: Instant) -> DbResult<u64> {
    db.execute(
        "UPDATE identities SET used_at = $3 WHERE issuer = $1 AND subject = $2",
        args![&who.issuer, &who.subject, now],
    )
    .await
}

/// Fails as a duplicate when it is connected already, to whomever.
pub async fn insert_identity(
    tx: &mut Tx,
    user: UserId,
    (issuer, subject, email): (&str, &str, &str),
    now: Instant,
) -> DbResult<()> {
    tx.execute(
        "INSERT INTO identities (user_id, issuer, subject, email, created_at) VALUES ($1, $2, $3, $4, $5)",
        args![user, issuer, subject, email, now],
    )
    .await?;
    Ok(())
}

pub async fn delete_identity(tx: &mut Tx, user: UserId, id: IdentityId) -> DbResult<u64> {
    tx.execute(
        "DELETE FROM identities WHERE id = $1 AND user_id = $2",
        args![id, user],
    )
    .await
}

/// Holds the person's row until the transaction ends; whether they have a password.
pub async fn lock_ways(tx: &mut Tx, user: UserId) -> DbResult<bool> {
    tx.execute("UPDATE users SET state = state WHERE id = $1", args![user])
        .await?;
    let row: Option<(Option<String>,)> = tx
        .find("SELECT password_hash FROM users WHERE id = $1", args![user])
        .await?;
    Ok(row.is_some_and(|(hash,)| hash.is_some()))
}

/// Adds one, and sweeps out those who did not come back.
pub async fn insert_departure(
    tx: &mut Tx,
    departure: &Departure,
    browser_hash: &str,
    (now, until): (Instant, Instant),
) -> DbResult<()> {
    tx.execute("DELETE FROM departures WHERE expires_at <= $1", args![now])
        .await?;
    let (user, arrival) = match &departure.purpose {
        Purpose::LogIn => (None, None),
        Purpose::Connect(user) => (Some(*user), None),
        Purpose::Vouch(arrival) => (None, Some(arrival.clone())),
    };
    let secrets = &departure.secrets;
    tx.execute(
        "INSERT INTO departures (state_hash, browser_hash, provider, nonce, verifier, next, user_id, arrival_hash, \
         expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![
            crate::auth::hash_token(&secrets.state),
            browser_hash,
            &departure.provider,
            &secrets.nonce,
            &secrets.verifier,
            &departure.next,
            user,
            arrival,
            until
        ],
    )
    .await?;
    Ok(())
}

/// Whoever left with this state in this browser. They come back once: of two who bring the same, one is a stranger.
pub async fn take_departure(
    tx: &mut Tx,
    (provider, state, browser_hash): (&str, &str, &str),
    now: Instant,
) -> DbResult<Option<Departure>> {
    #[derive(FromRow)]
    struct Row {
        nonce: String,
        verifier: String,
        next: String,
        user_id: Option<i64>,
        arrival_hash: Option<String>,
    }
    let row: Option<Row> = tx
        .find(
            "DELETE FROM departures WHERE state_hash = $1 AND browser_hash = $2 AND provider = $3 AND expires_at > $4 \
             RETURNING nonce, verifier, next, user_id, arrival_hash",
            args![crate::auth::hash_token(state), browser_hash, provider, now],
        )
        .await?;
    Ok(row.map(|row| Departure {
        provider: provider.to_owned(),
        secrets: Secrets {
            state: state.to_owned(),
            nonce: row.nonce,
            verifier: row.verifier,
        },
        next: row.next,
        purpose: match (row.user_id, row.arrival_hash) {
            (Some(user), _) => Purpose::Connect(UserId(user)),
            (None, Some(arrival)) => Purpose::Vouch(arrival),
            (None, None) => Purpose::LogIn,
        },
    }))
}

/// Adds one, and sweeps out those who went no further.
pub async fn insert_arrival(
    tx: &mut Tx,
    arrival: &Arrival,
    (now, until): (Instant, Instant),
) -> DbResult<()> {
    tx.execute("DELETE FROM arrivals WHERE expires_at <= $1", args![now])
        .await?;
    let who = &arrival.who;
    tx.execute(
        "INSERT INTO arrivals (token_hash, provider, issuer, subject, email, is_email_verified, given_name, family_name, \
         next, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![
            &arrival.token_hash,
            &arrival.provider,
            &who.issuer,
            &who.subject,
            arrival.email(),
            who.is_email_verified,
            &who.given_name,
            &who.family_name,
            &arrival.next,
            until
        ],
    )
    .await?;
    Ok(())
}

pub async fn find_arrival(db: &Db, token_hash: &str, now: Instant) -> DbResult<Option<Arrival>> {
    #[derive(FromRow)]
    struct Row {
        provider: String,
        issuer: String,
        subject: String,
        email: String,
        is_email_verified: bool,
        given_name: String,
        family_name: String,
        next: String,
    }
    let row: Option<Row> = db
        .find(
            "SELECT provider, issuer, subject, email, is_email_verified, given_name, family_name, next \
             FROM arrivals WHERE token_hash = $1 AND expires_at > $2",
            args![token_hash, now],
        )
        .await?;
    row.map(|row| {
        let email = match row.email.as_str() {
            "" => None,
            text => Some(
                EmailAddress::parse(text)
                    .ok_or_else(|| DbError::ImpossibleRow("arrival: email".to_owned()))?,
            ),
        };
        Ok(Arrival {
            token_hash: token_hash.to_owned(),
            provider: row.provider,
            who: Vouched {
                issuer: row.issuer,
                subject: row.subject,
                email,
                is_email_verified: row.is_email_verified,
                given_name: row.given_name,
                family_name: row.family_name,
            },
            next: row.next,
        })
    })
    .transpose()
}

/// False when it was used or forgotten before.
pub async fn delete_arrival(tx: &mut Tx, token_hash: &str) -> DbResult<bool> {
    let deleted = tx
        .execute(
            "DELETE FROM arrivals WHERE token_hash = $1",
            args![token_hash],
        )
        .await?;
    Ok(deleted == 1)
}

const REQUEST_STATE: &str = "SELECT r.state FROM request_identities i JOIN requests r ON r.id = i.request_id \
     WHERE i.issuer = $1 AND i.subject = $2";

fn asked(row: Option<(String,)>) -> Option<Asked> {
    match row?.0.as_str() {
        "unconfirmed" => Some(Asked::Unconfirmed),
        "pending" => Some(Asked::Pending),
        "denied" => Some(Asked::Denied),
        _ => None,
    }
}

/// The request that somebody has sent by this identity, unless it has led to an account.
pub async fn find_asked(db: &Db, who: &Vouched) -> DbResult<Option<Asked>> {
    let row = db
        .find(REQUEST_STATE, args![&who.issuer, &who.subject])
        .await?;
    Ok(asked(row))
}

/// Says that whoever sent the request comes by this identity. False when they wait with another one.
pub async fn insert_request_identity(
    tx: &mut Tx,
    request: RequestId,
    arrival: &Arrival,
) -> DbResult<bool> {
    let who = &arrival.who;
    // One that was decided makes room.
    tx.execute(
        "DELETE FROM request_identities WHERE issuer = $1 AND subject = $2 AND request_id NOT IN \
         (SELECT id FROM requests WHERE state IN ('unconfirmed', 'pending'))",
        args![&who.issuer, &who.subject],
    )
    .await?;
    let added = tx
        .execute(
            "INSERT INTO request_identities (request_id, provider, issuer, subject, email) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (issuer, subject) DO NOTHING",
            args![request, &arrival.provider, &who.issuer, &who.subject, arrival.email()],
        )
        .await?;
    Ok(added == 1)
}

/// Gives the new account the identity of its request: the provider's id. One that was connected elsewhere meanwhile stays
/// there.
pub async fn attach(
    tx: &mut Tx,
    request: RequestId,
    user: UserId,
    now: Instant,
) -> DbResult<Option<String>> {
    tx.execute(
        "INSERT INTO identities (user_id, issuer, subject, email, created_at) \
         SELECT $2, issuer, subject, email, $3 FROM request_identities WHERE request_id = $1 \
         ON CONFLICT (issuer, subject) DO NOTHING",
        args![request, user, now],
    )
    .await?;
    let row: Option<(String,)> = tx
        .find(
            "DELETE FROM request_identities WHERE request_id = $1 RETURNING provider",
            args![request],
        )
        .await?;
    Ok(row.map(|(provider,)| provider))
}
