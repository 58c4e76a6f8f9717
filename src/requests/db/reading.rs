//! Reading requests.

use sqlx::FromRow;

use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbError, DbResult, Tx, containing};
use crate::i18n::Lang;
use crate::ids::{OrganisationId, PolicyVersionId, PositionId, RequestId};
use crate::requests::{Decision, Registration, Request, State, Waiting};
use crate::web::Slice;

#[derive(Debug, FromRow)]
struct RequestRow {
    id: i64,
    state: String,
    organisation_id: i64,
    organisation: String,
    given_name: String,
    family_name: String,
    email: String,
    lang: String,
    created_at: i64,
    confirmed_at: Option<i64>,
    reminded_at: Option<i64>,
    escalated_at: Option<i64>,
    decided_at: Option<i64>,
    decider_given: Option<String>,
    decider_family: Option<String>,
    reason: Option<String>,
    username: Option<String>,
    position_id: Option<i64>,
    position: Option<String>,
    note: Option<String>,
}

impl RequestRow {
    fn state(&self) -> Option<State> {
        let decision = || {
            Some(Decision {
                at: Instant(self.decided_at?),
                by: format!(
                    "{} {}",
                    self.decider_given.as_deref()?,
                    self.decider_family.as_deref()?
                ),
                reason: self.reason.clone().unwrap_or_default(),
            })
        };
        Some(match self.state.as_str() {
            "unconfirmed" => State::Unconfirmed,
            "pending" => State::Pending(Waiting {
                since: Instant(self.confirmed_at?),
                reminded_at: self.reminded_at.map(Instant),
                escalated_at: self.escalated_at.map(Instant),
            }),
            "accepted" => State::Accepted(decision()?),
            "denied" => State::Denied(decision()?),
            "expired" => State::Expired,
            _ => return None,
        })
    }
}

impl TryFrom<RequestRow> for Request {
    type Error = DbError;

    fn try_from(row: RequestRow) -> DbResult<Self> {
        let impossible = |what: &str| DbError::ImpossibleRow(format!("request {}: {what}", row.id));
        Ok(Self {
            id: RequestId(row.id),
            state: row.state().ok_or_else(|| impossible("state"))?,
            lang: Lang::parse(&row.lang).ok_or_else(|| impossible("lang"))?,
            organisation_id: OrganisationId(row.organisation_id),
            created_at: Instant(row.created_at),
            registration: row.username.map(|username| Registration {
                username,
                position_id: row.position_id.map(PositionId),
                position: row.position,
                note: row.note.unwrap_or_default(),
            }),
            organisation: row.organisation,
            given_name: row.given_name,
            family_name: row.family_name,
            email: row.email,
        })
    }
}

macro_rules! select_request {
    ($($where:tt)+) => {
        concat!(
            "SELECT r.id, r.state, r.organisation_id, o.name AS organisation, r.given_name, r.family_name, r.email, ",
            "r.lang, r.created_at, r.confirmed_at, r.reminded_at, r.escalated_at, r.decided_at, ",
            "d.given_name AS decider_given, d.family_name AS decider_family, r.reason, ",
            "g.username, g.position_id, p.name AS position, g.note ",
            "FROM requests r JOIN organisations o ON o.id = r.organisation_id ",
            "LEFT JOIN users d ON d.id = r.decided_by ",
            "LEFT JOIN registrations g ON g.request_id = r.id ",
            "LEFT JOIN positions p ON p.id = g.position_id WHERE ",
            $($where)+
        )
    };
}

/// One whose address has been confirmed, within an administration; `None` reaches all.
pub async fn find_request(
    db: &Db,
    id: RequestId,
    scope: Option<OrganisationId>,
) -> DbResult<Option<Request>> {
    let row: Option<RequestRow> = db
        .find(
            select_request!(
                "r.id = $1 AND r.confirmed_at IS NOT NULL AND ($2 IS NULL OR r.organisation_id = $2)"
            ),
            args![id, scope],
        )
        .await?;
    row.map(Request::try_from).transpose()
}

/// In whatever state, for what follows from it by itself.
pub async fn find_any_request(tx: &mut Tx, id: RequestId) -> DbResult<Option<Request>> {
    let row: Option<RequestRow> = tx.find(select_request!("r.id = $1"), args![id]).await?;
    row.map(Request::try_from).transpose()
}

/// Which requests a page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    Open,
    Decided,
}

/// Those of an administration (`None`: of all). Open ones with the longest waiting first, decided ones with the newest
/// decision first. `words` are folded; all of them must be found in the name or the address.
pub async fn list_requests(
    db: &Db,
    scope: Option<OrganisationId>,
    shown: Shown,
    words: &str,
    slice: Slice,
) -> DbResult<Vec<Request>> {
    let sql = match shown {
        Shown::Open => select_request!(
            "r.state = 'pending' AND ($1 IS NULL OR r.organisation_id = $1) \
             AND (r.name_folded LIKE $2 ESCAPE '\\' OR r.email_folded LIKE $2 ESCAPE '\\') \
             ORDER BY r.confirmed_at, r.id LIMIT $3 OFFSET $4"
        ),
        Shown::Decided => select_request!(
            "r.state IN ('accepted', 'denied') AND ($1 IS NULL OR r.organisation_id = $1) \
             AND (r.name_folded LIKE $2 ESCAPE '\\' OR r.email_folded LIKE $2 ESCAPE '\\') \
             ORDER BY r.decided_at DESC, r.id DESC LIMIT $3 OFFSET $4"
        ),
    };
    let rows: Vec<RequestRow> = db
        .all(
            sql,
            args![scope, containing(words), slice.limit(), slice.offset()],
        )
        .await?;
    rows.into_iter().map(Request::try_from).collect()
}

pub async fn count_requests(
    db: &Db,
    scope: Option<OrganisationId>,
    words: &str,
) -> DbResult<(i64, i64)> {
    let row: Option<(i64, i64)> = db
        .find(
            "SELECT CAST(COALESCE(SUM(CASE WHEN r.state = 'pending' THEN 1 ELSE 0 END), 0) AS BIGINT), \
             CAST(COALESCE(SUM(CASE WHEN r.state IN ('accepted', 'denied') THEN 1 ELSE 0 END), 0) AS BIGINT) \
             FROM requests r WHERE ($1 IS NULL OR r.organisation_id = $1) \
             AND (r.name_folded LIKE $2 ESCAPE '\\' OR r.email_folded LIKE $2 ESCAPE '\\')",
            args![scope, containing(words)],
        )
        .await?;
    Ok(row.unwrap_or_default())
}

/// The one whose mail holds this link, while the link works.
pub async fn find_by_confirm_hash(
    db: &Db,
    hash: &str,
    now: Instant,
) -> DbResult<Option<(RequestId, String)>> {
    let row: Option<(i64, String)> = db
        .find(
            "SELECT r.id, r.state FROM registrations g JOIN requests r ON r.id = g.request_id \
             WHERE g.confirm_hash = $1 AND (g.confirm_until > $2 OR r.state <> 'unconfirmed')",
            args![hash, now],
        )
        .await?;
    Ok(row.map(|(id, state)| (RequestId(id), state)))
}

/// The unconfirmed one of an address, so that its mail can be sent again with a new link.
pub async fn find_unconfirmed(tx: &mut Tx, email_folded: &str) -> DbResult<Option<RequestId>> {
    let row: Option<(i64,)> = tx
        .find(
            "SELECT id FROM requests WHERE email_folded = $1 AND state = 'unconfirmed' ORDER BY id DESC LIMIT 1",
            args![email_folded],
        )
        .await?;
    Ok(row.map(|(id,)| RequestId(id)))
}

/// Whether somebody with this address waits for a decision already.
pub async fn has_pending(tx: &mut Tx, email_folded: &str) -> DbResult<bool> {
    let row: Option<(i64,)> = tx
        .find(
            "SELECT id FROM requests WHERE email_folded = $1 AND state = 'pending' LIMIT 1",
            args![email_folded],
        )
        .await?;
    Ok(row.is_some())
}

/// What an account is made of: the password's hash, which those have not who come by a provider, and the versions of
/// policies that were consented to.
pub async fn find_secrets(
    tx: &mut Tx,
    id: RequestId,
) -> DbResult<Option<(Option<String>, Vec<PolicyVersionId>)>> {
    let row: Option<(String, String)> = tx
        .find(
            "SELECT password_hash, consents FROM registrations WHERE request_id = $1",
            args![id],
        )
        .await?;
    row.map(|(hash, consents)| {
        let consents = serde_json::from_str(&consents)
            .map_err(|error| DbError::ImpossibleRow(format!("request {id}: {error}")))?;
        Ok((Some(hash).filter(|hash| !hash.is_empty()), consents))
    })
    .transpose()
}

/// Whose question this link answers, while it is undecided and unanswered.
pub async fn find_by_answer_hash(db: &Db, hash: &str) -> DbResult<Option<RequestId>> {
    let row: Option<(i64,)> = db
        .find(
            "SELECT g.request_id FROM registrations g JOIN requests r ON r.id = g.request_id \
             WHERE g.answer_hash = $1 AND r.state = 'pending'",
            args![hash],
        )
        .await?;
    Ok(row.map(|(id,)| RequestId(id)))
}

/// Whose tasks: a view on open requests, never a thing of its own that could tell otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Desk {
    /// Of those who coordinate an administration.
    Coordinators(OrganisationId),
    /// What was handed to the secretariat, and what has no coordinator.
    Secretariat,
}

/// What waits on the desk of an administration, `$1`, or of the secretariat, at `$2`.
macro_rules! waiting {
    () => {
        "r.state = 'pending' AND (r.organisation_id = $1 OR ($1 IS NULL AND (r.escalated_at IS NOT NULL \
         OR NOT EXISTS (SELECT 1 FROM coordinator_designations c JOIN users w ON w.id = c.user_id \
         WHERE c.organisation_id = r.organisation_id AND w.state = 'active' AND c.starts_at <= $2 \
         AND (c.ends_at IS NULL OR c.ends_at > $2)))))"
    };
}

/// What waits on a desk, the longest waiting first, and how many there are.
pub async fn list_tasks(
    db: &Db,
    desk: Desk,
    now: Instant,
    limit: i64,
) -> DbResult<(Vec<Request>, i64)> {
    let organisation = match desk {
        Desk::Coordinators(organisation) => Some(organisation),
        Desk::Secretariat => None,
    };
    let rows: Vec<RequestRow> = db
        .all(
            select_request!(waiting!(), " ORDER BY r.confirmed_at, r.id LIMIT $3"),
            args![organisation, now, limit],
        )
        .await?;
    let total: Option<(i64,)> = db
        .find(
            concat!(
                "SELECT CAST(COUNT(*) AS BIGINT) FROM requests r WHERE ",
                waiting!()
            ),
            args![organisation, now],
        )
        .await?;
    let requests = rows.into_iter().map(Request::try_from);
    let requests = requests.collect::<DbResult<_>>()?;
    let total = total.map_or(0, |(count,)| count);
    Ok((requests, total))
}
