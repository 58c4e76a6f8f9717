//! The deletion list as those who decide see it.

use super::erasures::{ErasureRow, select_erasure};
use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbResult};
use crate::ids::{ErasureId, OrganisationId, UserId};
use crate::requests::db::Desk;
use crate::rights::{Direction, Erasure, Sort, Why};
use crate::web::Slice;

/// Which part of the list.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// `None` reaches all administrations.
    pub scope: Option<OrganisationId>,
    pub why: Option<Why>,
    pub sort: Sort,
    pub direction: Direction,
}

pub async fn list_erasures(db: &Db, wanted: Wanted, slice: Slice) -> DbResult<Vec<Erasure>> {
    let column = match wanted.sort {
        Sort::Since => "e.since",
        Sort::Name => "u.name_folded",
        Sort::Organisation => "o.name",
        // Databases do not agree on where nothing stands.
        Sort::LastLogin => "COALESCE(u.last_login_at, 0)",
    };
    let direction = match wanted.direction {
        Direction::Asc => "ASC",
        Direction::Desc => "DESC",
    };
    let sql = format!(
        "{} ORDER BY {column} {direction}, e.id {direction} LIMIT $3 OFFSET $4",
        select_erasure!(
            "e.state = 'open' AND ($1 IS NULL OR u.organisation_id = $1) AND ($2 = '' OR e.why = $2)"
        )
    );
    let why = wanted.why.map_or("", Why::name);
    let rows: Vec<ErasureRow> = db
        .all(sql, args![wanted.scope, why, slice.limit(), slice.offset()])
        .await?;
    rows.into_iter().map(Erasure::try_from).collect()
}

/// How many have asked, and how many have been away too long.
pub async fn count_erasures(db: &Db, scope: Option<OrganisationId>) -> DbResult<(i64, i64)> {
    let row: Option<(i64, i64)> = db
        .find(
            "SELECT CAST(COALESCE(SUM(CASE WHEN e.why = 'asked' THEN 1 ELSE 0 END), 0) AS BIGINT), \
             CAST(COALESCE(SUM(CASE WHEN e.why = 'retention' THEN 1 ELSE 0 END), 0) AS BIGINT) \
             FROM erasures e JOIN users u ON u.id = e.user_id \
             WHERE e.state = 'open' AND ($1 IS NULL OR u.organisation_id = $1)",
            args![scope],
        )
        .await?;
    Ok(row.unwrap_or_default())
}

/// The one that came last, so that "all" means those who were seen.
pub async fn newest(db: &Db) -> DbResult<ErasureId> {
    let row: Option<(i64,)> = db
        .find("SELECT COALESCE(MAX(id), 0) FROM erasures", args![])
        .await?;
    Ok(ErasureId(row.map_or(0, |(id,)| id)))
}

/// What lies on a desk: of an administration, or what has nobody there who may decide. Parameters are the administration
/// (null: the secretariat's desk), the time, and the reader, who does not decide about themselves.
macro_rules! on_desk {
    () => {
        "e.state = 'open' AND u.id <> $3 AND ((u.organisation_id = $1 AND u.role IN ('learner', 'author')) \
         OR ($1 IS NULL AND (e.escalated_at IS NOT NULL OR u.role NOT IN ('learner', 'author') OR NOT EXISTS \
         (SELECT 1 FROM coordinator_designations c JOIN users w ON w.id = c.user_id \
         WHERE c.organisation_id = u.organisation_id AND w.organisation_id = c.organisation_id \
         AND w.state = 'active' AND w.id <> u.id AND c.starts_at <= $2 \
         AND (c.ends_at IS NULL OR c.ends_at > $2)))))"
    };
}

fn organisation(desk: Desk) -> Option<OrganisationId> {
    match desk {
        Desk::Coordinators(organisation) => Some(organisation),
        Desk::Secretariat => None,
    }
}

/// Those who have asked, the longest waiting first.
pub async fn list_tasks(
    db: &Db,
    desk: Desk,
    (reader, now): (UserId, Instant),
    limit: i64,
) -> DbResult<Vec<Erasure>> {
    let sql = concat!(
        "SELECT e.id FROM erasures e JOIN users u ON u.id = e.user_id WHERE e.why = 'asked' AND ",
        on_desk!()
    );
    let sql = format!(
        "{} AND e.id IN ({sql}) ORDER BY e.since, e.id LIMIT $4",
        select_erasure!("e.state = 'open'")
    );
    let values = args![organisation(desk), now, reader, limit];
    let rows: Vec<ErasureRow> = db.all(sql, values).await?;
    rows.into_iter().map(Erasure::try_from).collect()
}

/// How many have asked, and how many have been away too long.
pub async fn count_tasks(
    db: &Db,
    desk: Desk,
    (reader, now): (UserId, Instant),
) -> DbResult<(i64, i64)> {
    let row: Option<(i64, i64)> = db
        .find(
            concat!(
                "SELECT CAST(COALESCE(SUM(CASE WHEN e.why = 'asked' THEN 1 ELSE 0 END), 0) AS BIGINT), ",
                "CAST(COALESCE(SUM(CASE WHEN e.why = 'retention' THEN 1 ELSE 0 END), 0) AS BIGINT) ",
                "FROM erasures e JOIN users u ON u.id = e.user_id WHERE ",
                on_desk!()
            ),
            args![organisation(desk), now, reader],
        )
        .await?;
    Ok(row.unwrap_or_default())
}
