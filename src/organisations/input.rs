//! What the secretariat types about administrations, parsed once at the edge.

use serde::{Deserialize, Serialize};

use super::Organisation;
use super::db::Position;
use crate::ids::{OrganisationId, PositionId};
use crate::web::{Fault, one_line};

const MAX_NAME: usize = 200;
const MAX_CODE: usize = 20;

/// An administration as typed, or as a row of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OrganisationForm {
    pub code: String,
    pub name: String,
    /// A check box: not sent when not ticked.
    pub closed: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationInput {
    pub code: String,
    pub name: String,
    pub is_open: bool,
}

impl OrganisationForm {
    pub fn parse(&self) -> Result<OrganisationInput, Vec<Fault>> {
        let mut faults = Vec::new();
        // Codes are compared as written by imports and the command line.
        let code = self.code.trim().to_uppercase();
        let is_plain = code
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
        if code.is_empty() || code.len() > MAX_CODE || !is_plain {
            faults.push(Fault::new("code", "organisations-fault-code"));
        }
        let name = one_line(&self.name);
        if name.is_empty() || name.chars().count() > MAX_NAME {
            faults.push(Fault::new("name", "organisations-fault-name"));
        }
        if faults.is_empty() {
            let is_open = self.closed.is_none();
            Ok(OrganisationInput {
                code,
                name,
                is_open,
            })
        } else {
            Err(faults)
        }
    }
}

/// Nothing chosen is a choice; what is not on the list is none.
pub fn position(typed: &str, positions: &[Position]) -> Result<Option<PositionId>, Fault> {
    if typed.is_empty() {
        return Ok(None);
    }
    let mut ids = positions.iter().map(|position| position.id);
    match ids.find(|id| id.to_string() == typed) {
        Some(id) => Ok(Some(PositionId(id))),
        None => Err(Fault::new("position", "courses-fault-choice")),
    }
}

/// An administration chosen among those that take new people.
pub fn open_organisation(typed: &str, organisations: &[Organisation]) -> Option<OrganisationId> {
    let chosen: i64 = typed.parse().ok()?;
    organisations
        .iter()
        .find(|organisation| organisation.is_open && organisation.id.0 == chosen)
        .map(|organisation| organisation.id)
}
