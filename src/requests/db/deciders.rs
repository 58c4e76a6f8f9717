//! Who is asked to decide.

use sqlx::FromRow;

use crate::args;
use crate::clock::Instant;
use crate::db::{DbError, DbResult, Tx, Value};
use crate::i18n::Lang;
use crate::ids::{OrganisationId, UserId};
use crate::requests::Decider;

/// Who is asked to decide for an administration now: its approver, else its deputies, else the secretariat, else the
/// operators. Never nobody, as long as anybody runs the site.
pub async fn list_deciders(
    tx: &mut Tx,
    organisation: OrganisationId,
    asked: Asked,
    now: Instant,
) -> DbResult<Vec<Decider>> {
    let coordinators = coordinators(tx, organisation, now).await?;
    let of_kind = |kind: &str| -> Vec<Decider> {
        let found = coordinators.iter().filter(|(found, _)| found == kind);
        found.map(|(_, decider)| decider.clone()).collect()
    };
    let all = || {
        coordinators
            .iter()
            .map(|(_, decider)| decider.clone())
            .collect()
    };
    let mut deciders = match asked {
        Asked::First => of_kind("approver"),
        Asked::Everyone => all(),
        Asked::Secretariat => Vec::new(),
    };
    if deciders.is_empty() && asked == Asked::First {
        deciders = of_kind("deputy");
    }
    if deciders.is_empty() {
        deciders = list_staff(tx).await?;
    }
    Ok(deciders)
}

/// Who runs the site: the secretariat, else the operators.
pub async fn list_staff(tx: &mut Tx) -> DbResult<Vec<Decider>> {
    let secretariat = staff(tx, "secretariat").await?;
    if secretariat.is_empty() {
        return staff(tx, "operator").await;
    }
    Ok(secretariat)
}

/// How widely is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Who decides usually.
    First,
    /// The deputies as well.
    Everyone,
    Secretariat,
}

#[derive(Debug, FromRow)]
struct DeciderRow {
    id: i64,
    given_name: String,
    family_name: String,
    email: String,
    lang: String,
    kind: String,
}

impl DeciderRow {
    /// With what makes the person one who decides.
    fn read(self) -> DbResult<(String, Decider)> {
        let row = self;
        let lang = Lang::parse(&row.lang)
            .ok_or_else(|| DbError::ImpossibleRow(format!("user {}: lang", row.id)))?;
        Ok((
            row.kind,
            Decider {
                id: UserId(row.id),
                name: format!("{} {}", row.given_name, row.family_name),
                email: row.email,
                lang,
            },
        ))
    }
}

async fn coordinators(
    tx: &mut Tx,
    organisation: OrganisationId,
    now: Instant,
) -> DbResult<Vec<(String, Decider)>> {
    deciders(
        tx,
        "SELECT u.id, u.given_name, u.family_name, u.email, u.lang, d.kind FROM coordinator_designations d \
         JOIN users u ON u.id = d.user_id WHERE d.organisation_id = $1 AND u.state = 'active' \
         AND u.organisation_id = $1 AND d.starts_at <= $2 AND (d.ends_at IS NULL OR d.ends_at > $2) ORDER BY d.id",
        args![organisation, now],
    )
    .await
}

async fn staff(tx: &mut Tx, role: &str) -> DbResult<Vec<Decider>> {
    let found = deciders(
        tx,
        "SELECT id, given_name, family_name, email, lang, role AS kind FROM users \
         WHERE role = $1 AND state = 'active' ORDER BY id",
        args![role],
    )
    .await?;
    Ok(found.into_iter().map(|(_, decider)| decider).collect())
}

async fn deciders(
    tx: &mut Tx,
    sql: &'static str,
    values: Vec<Value>,
) -> DbResult<Vec<(String, Decider)>> {
    let rows: Vec<DeciderRow> = tx.all(sql, values).await?;
    rows.into_iter().map(DeciderRow::read).collect()
}
