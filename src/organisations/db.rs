//! All SQL about administrations, positions, and who holds them.

use sqlx::FromRow;

use super::{Designation, DesignationKind, Organisation, OrganisationInput, Term};
use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbError, DbResult, Tx};
use crate::ids::{DesignationId, OrganisationId, PositionId, UserId};

#[derive(Debug, FromRow)]
struct OrganisationRow {
    id: i64,
    code: String,
    name: String,
    state: String,
}

impl TryFrom<OrganisationRow> for Organisation {
    type Error = DbError;

    fn try_from(row: OrganisationRow) -> DbResult<Self> {
        Ok(Self {
            id: OrganisationId(row.id),
            is_open: match row.state.as_str() {
                "open" => true,
                "closed" => false,
                _ => {
                    return Err(DbError::ImpossibleRow(format!(
                        "organisation {}: state",
                        row.id
                    )));
                }
            },
            code: row.code,
            name: row.name,
        })
    }
}

/// All of them, by name as their languages write them.
pub async fn list_organisations(db: &Db) -> DbResult<Vec<Organisation>> {
    let rows: Vec<OrganisationRow> = db
        .all("SELECT id, code, name, state FROM organisations", args![])
        .await?;
    let mut all = rows
        .into_iter()
        .map(Organisation::try_from)
        .collect::<DbResult<Vec<_>>>()?;
    all.sort_by_cached_key(|organisation| crate::i18n::fold(&organisation.name));
    Ok(all)
}

pub async fn find_organisation(db: &Db, id: OrganisationId) -> DbResult<Option<Organisation>> {
    let row: Option<OrganisationRow> = db
        .find(
            "SELECT id, code, name, state FROM organisations WHERE id = $1",
            args![id],
        )
        .await?;
    row.map(Organisation::try_from).transpose()
}

/// By code, as [`super::OrganisationForm`] writes codes.
pub async fn find_organisation_by_code(tx: &mut Tx, code: &str) -> DbResult<Option<Organisation>> {
    let row: Option<OrganisationRow> = tx
        .find(
            "SELECT id, code, name, state FROM organisations WHERE code = $1",
            args![code],
        )
        .await?;
    row.map(Organisation::try_from).transpose()
}

pub async fn insert_organisation(
    tx: &mut Tx,
    code: &str,
    name: &str,
    now: Instant,
) -> DbResult<OrganisationId> {
    tx.insert(
        "INSERT INTO organisations (name, code, created_at) VALUES ($1, $2, $3) RETURNING id",
        args![name, code, now],
    )
    .await
    .map(OrganisationId)
}

pub async fn update_organisation(
    tx: &mut Tx,
    id: OrganisationId,
    input: &OrganisationInput,
) -> DbResult<u64> {
    let state = if input.is_open { "open" } else { "closed" };
    tx.execute(
        "UPDATE organisations SET code = $2, name = $3, state = $4 WHERE id = $1",
        args![id, &input.code, &input.name, state],
    )
    .await
}

pub async fn mark_renamed(tx: &mut Tx, id: OrganisationId, name: &str) -> DbResult<u64> {
    tx.execute(
        "UPDATE organisations SET name = $2 WHERE id = $1",
        args![id, name],
    )
    .await
}

pub async fn list_domains(db: &Db, id: OrganisationId) -> DbResult<Vec<String>> {
    let rows: Vec<(String,)> = db
        .all(
            "SELECT domain FROM organisation_domains WHERE organisation_id = $1 ORDER BY domain",
            args![id],
        )
        .await?;
    Ok(rows.into_iter().map(|(domain,)| domain).collect())
}

/// Of all administrations that take new people.
pub async fn list_open_domains(db: &Db) -> DbResult<Vec<(String, OrganisationId)>> {
    let rows: Vec<(String, i64)> = db
        .all(
            "SELECT d.domain, d.organisation_id FROM organisation_domains d \
             JOIN organisations o ON o.id = d.organisation_id WHERE o.state = 'open'",
            args![],
        )
        .await?;
    let typed = |(domain, id)| (domain, OrganisationId(id));
    Ok(rows.into_iter().map(typed).collect())
}

/// Fails as a duplicate when another administration has one of them.
pub async fn replace_domains(tx: &mut Tx, id: OrganisationId, domains: &[String]) -> DbResult<()> {
    tx.execute(
        "DELETE FROM organisation_domains WHERE organisation_id = $1",
        args![id],
    )
    .await?;
    for domain in domains {
        tx.execute(
            "INSERT INTO organisation_domains (domain, organisation_id) VALUES ($1, $2)",
            args![domain, id],
        )
        .await?;
    }
    Ok(())
}

/// After how many months without a log-in people come onto the deletion list, and when that is looked at next. `None`: never.
pub async fn find_retention(db: &Db, id: OrganisationId) -> DbResult<Option<(i64, Instant)>> {
    let row: Option<(i64, i64)> = db
        .find(
            "SELECT retention_months, retention_due_at FROM organisations \
             WHERE id = $1 AND retention_months IS NOT NULL AND retention_due_at IS NOT NULL",
            args![id],
        )
        .await?;
    Ok(row.map(|(months, due)| (months, Instant(due))))
}

pub async fn update_retention(
    tx: &mut Tx,
    id: OrganisationId,
    (months, due): (Option<i64>, Option<Instant>),
) -> DbResult<u64> {
    tx.execute(
        "UPDATE organisations SET retention_months = $2, retention_due_at = $3 WHERE id = $1",
        args![id, months, due],
    )
    .await
}

/// How many people each administration has, deleted ones apart.
pub async fn count_people(db: &Db) -> DbResult<Vec<(i64, i64)>> {
    db.all(
        "SELECT organisation_id, CAST(COUNT(*) AS BIGINT) FROM users GROUP BY organisation_id",
        args![],
    )
    .await
}

/// A position of the list people choose from.
#[derive(Debug, Clone, FromRow)]
pub struct Position {
    pub id: i64,
    pub name: String,
    /// Past and present job assignments that name it.
    pub uses: i64,
}

pub async fn list_positions(db: &Db) -> DbResult<Vec<Position>> {
    let mut all: Vec<Position> = db
        .all(
            "SELECT p.id, p.name, (SELECT CAST(COUNT(*) AS BIGINT) FROM job_assignments j \
             WHERE j.position_id = p.id) AS uses FROM positions p",
            args![],
        )
        .await?;
    all.sort_by_cached_key(|position| crate::i18n::fold(&position.name));
    Ok(all)
}

/// Fails as a duplicate when there is one of that name.
pub async fn insert_position(tx: &mut Tx, name: &str, now: Instant) -> DbResult<PositionId> {
    tx.insert(
        "INSERT INTO positions (name, created_at) VALUES ($1, $2) RETURNING id",
        args![name, now],
    )
    .await
    .map(PositionId)
}

/// Touches no row while somebody has held it.
pub async fn delete_position(tx: &mut Tx, id: PositionId) -> DbResult<u64> {
    tx.execute(
        "DELETE FROM positions WHERE id = $1 \
         AND NOT EXISTS (SELECT 1 FROM job_assignments WHERE position_id = $1)",
        args![id],
    )
    .await
}

#[derive(Debug, FromRow)]
struct DesignationRow {
    id: i64,
    organisation_id: i64,
    user_id: i64,
    given_name: String,
    family_name: String,
    kind: String,
    starts_at: i64,
    ends_at: Option<i64>,
}

impl TryFrom<DesignationRow> for Designation {
    type Error = DbError;

    fn try_from(row: DesignationRow) -> DbResult<Self> {
        let kind = DesignationKind::parse(&row.kind)
            .ok_or_else(|| DbError::ImpossibleRow(format!("designation {}: kind", row.id)))?;
        Ok(Self {
            id: DesignationId(row.id),
            organisation_id: OrganisationId(row.organisation_id),
            user_id: UserId(row.user_id),
            person: format!("{} {}", row.given_name, row.family_name),
            kind,
            term: Term {
                starts_at: Instant(row.starts_at),
                ends_at: row.ends_at.map(Instant),
            },
        })
    }
}

macro_rules! select_designation {
    ($where:literal) => {
        concat!(
            "SELECT d.id, d.organisation_id, d.user_id, u.given_name, u.family_name, d.kind, d.starts_at, ",
            "d.ends_at FROM coordinator_designations d JOIN users u ON u.id = d.user_id WHERE ",
            $where
        )
    };
}

/// Past, present and planned, the newest first.
pub async fn list_designations(
    db: &Db,
    organisation: OrganisationId,
) -> DbResult<Vec<Designation>> {
    let rows: Vec<DesignationRow> = db
        .all(
            select_designation!("d.organisation_id = $1 ORDER BY d.starts_at DESC, d.id DESC"),
            args![organisation],
        )
        .await?;
    rows.into_iter().map(Designation::try_from).collect()
}

/// Who coordinates now, of every administration: the approver first.
pub async fn list_coordinators(db: &Db, now: Instant) -> DbResult<Vec<Designation>> {
    let rows: Vec<DesignationRow> = db
        .all(
            select_designation!(
                "u.state = 'active' AND d.starts_at <= $1 AND (d.ends_at IS NULL OR d.ends_at > $1) \
                 ORDER BY d.organisation_id, d.kind, d.id"
            ),
            args![now],
        )
        .await?;
    rows.into_iter().map(Designation::try_from).collect()
}

/// Those of one administration that have not ended, its row locked: nobody else designates at the same time.
pub async fn lock_designations(
    tx: &mut Tx,
    organisation: OrganisationId,
    now: Instant,
) -> DbResult<Vec<Designation>> {
    tx.execute(
        "UPDATE organisations SET state = state WHERE id = $1",
        args![organisation],
    )
    .await?;
    let rows: Vec<DesignationRow> = tx
        .all(
            select_designation!(
                "d.organisation_id = $1 AND (d.ends_at IS NULL OR d.ends_at > $2) ORDER BY d.starts_at"
            ),
            args![organisation, now],
        )
        .await?;
    rows.into_iter().map(Designation::try_from).collect()
}

pub async fn insert_designation(
    tx: &mut Tx,
    (organisation, user): (OrganisationId, UserId),
    kind: DesignationKind,
    term: Term,
    now: Instant,
) -> DbResult<DesignationId> {
    tx.insert(
        "INSERT INTO coordinator_designations (organisation_id, user_id, kind, starts_at, ends_at, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
        args![organisation, user, kind.name(), term.starts_at, term.ends_at, now],
    )
    .await
    .map(DesignationId)
}

/// Ends one that has not ended by then; one that has not begun never was.
pub async fn mark_designation_ended(
    tx: &mut Tx,
    id: DesignationId,
    ends_at: Instant,
) -> DbResult<u64> {
    tx.execute(
        "UPDATE coordinator_designations SET ends_at = $2, \
         starts_at = CASE WHEN starts_at > $2 THEN $2 ELSE starts_at END \
         WHERE id = $1 AND (ends_at IS NULL OR ends_at > $2)",
        args![id, ends_at],
    )
    .await
}

/// Whatever somebody coordinates or was to coordinate, wherever it is.
pub async fn end_designations_of(tx: &mut Tx, user: UserId, ends_at: Instant) -> DbResult<u64> {
    tx.execute(
        "UPDATE coordinator_designations SET ends_at = $2, \
         starts_at = CASE WHEN starts_at > $2 THEN $2 ELSE starts_at END \
         WHERE user_id = $1 AND (ends_at IS NULL OR ends_at > $2)",
        args![user, ends_at],
    )
    .await
}

/// Begins a job: the person's administration is that of their present job.
pub async fn insert_job(
    tx: &mut Tx,
    user: UserId,
    organisation: OrganisationId,
    position: Option<PositionId>,
    now: Instant,
) -> DbResult<()> {
    tx.execute(
        "UPDATE job_assignments SET ended_at = $2 WHERE user_id = $1 AND ended_at IS NULL",
        args![user, now],
    )
    .await?;
    tx.execute(
        "INSERT INTO job_assignments (user_id, organisation_id, position_id, started_at) \
         VALUES ($1, $2, $3, $4)",
        args![user, organisation, position, now],
    )
    .await?;
    Ok(())
}
