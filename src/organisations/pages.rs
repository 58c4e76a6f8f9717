//! What the templates of administrations get.

use std::collections::HashMap;

use serde::Serialize;

use super::db::Position;
use super::import::{Fate, Line};
use super::{Designation, DesignationKind, Organisation, OrganisationForm};
use crate::clock::Instant;
use crate::i18n::{Lang, fold};
use crate::web::{Choice, Faults};

/// Those that take new people.
pub fn organisation_choices(organisations: &[Organisation]) -> Vec<Choice> {
    let open = organisations.iter().filter(|one| one.is_open);
    open.map(|one| Choice::new(one.id, one.name.clone()))
        .collect()
}

pub fn position_choices(positions: Vec<Position>) -> Vec<Choice> {
    let choice = |position: Position| Choice::new(position.id, position.name);
    positions.into_iter().map(choice).collect()
}

#[derive(Debug, Serialize)]
pub struct ListPage {
    query: String,
    rows: Vec<OrganisationRow>,
    /// Of all, whatever was searched.
    total: usize,
    form: OrganisationForm,
    faults: Faults,
}

#[derive(Debug, Serialize)]
struct OrganisationRow {
    id: i64,
    code: String,
    name: String,
    is_open: bool,
    people: i64,
    approver: Option<String>,
    deputies: usize,
}

impl ListPage {
    pub fn new(
        all: Vec<Organisation>,
        coordinators: &[Designation],
        people: &[(i64, i64)],
        query: &str,
    ) -> Self {
        let counts: HashMap<i64, i64> = people.iter().copied().collect();
        let wanted = fold(query.trim());
        let total = all.len();
        let found = all.into_iter().filter(|organisation| {
            fold(&organisation.name).contains(&wanted) || fold(&organisation.code) == wanted
        });
        let rows = found.map(|organisation| {
            let of_it = |designation: &&Designation| designation.organisation_id == organisation.id;
            let is_approver =
                |designation: &&Designation| designation.kind == DesignationKind::Approver;
            OrganisationRow {
                approver: coordinators
                    .iter()
                    .filter(of_it)
                    .find(is_approver)
                    .map(|designation| designation.person.clone()),
                deputies: coordinators
                    .iter()
                    .filter(of_it)
                    .filter(|designation| !is_approver(designation))
                    .count(),
                people: counts.get(&organisation.id.0).copied().unwrap_or_default(),
                id: organisation.id.0,
                code: organisation.code,
                name: organisation.name,
                is_open: organisation.is_open,
            }
        });
        Self {
            query: query.to_owned(),
            rows: rows.collect(),
            total,
            form: OrganisationForm::default(),
            faults: Faults::default(),
        }
    }

    #[must_use]
    pub fn with_faults(self, form: OrganisationForm, faults: Faults) -> Self {
        Self {
            form,
            faults,
            ..self
        }
    }
}

/// One administration: its name, and who coordinates it.
#[derive(Debug, Serialize)]
pub struct OrganisationPage {
    pub id: i64,
    pub form: OrganisationForm,
    pub designation: super::web::DesignationForm,
    pub retention: super::web::RetentionForm,
    pub designations: Vec<DesignationRow>,
    pub has_approver: bool,
    /// One on a line.
    pub domains: String,
    pub faults: Faults,
}

#[derive(Debug, Serialize)]
pub struct DesignationRow {
    id: i64,
    person: String,
    kind: &'static str,
    starts_at: i64,
    /// The last day, which is the one before the end.
    last_at: Option<i64>,
    /// running | planned | ended
    state: &'static str,
}

impl DesignationRow {
    pub fn new(designation: &Designation, now: Instant) -> Self {
        let term = designation.term;
        Self {
            id: designation.id.0,
            person: designation.person.clone(),
            kind: designation.kind.name(),
            starts_at: term.starts_at.0,
            last_at: term.ends_at.map(|end| end.plus_ms(-1).0),
            state: if term.is_running(now) {
                "running"
            } else if term.has_ended(now) {
                "ended"
            } else {
                "planned"
            },
        }
    }
}

#[derive(Debug, Serialize)]
pub struct PositionsPage {
    pub positions: Vec<PositionRow>,
    pub typed: String,
    pub faults: Faults,
}

#[derive(Debug, Serialize)]
pub struct PositionRow {
    id: i64,
    name: String,
    uses: i64,
}

impl From<Position> for PositionRow {
    fn from(position: Position) -> Self {
        Self {
            id: position.id,
            name: position.name,
            uses: position.uses,
        }
    }
}

/// A list that was sent, and what each of its rows would do.
#[derive(Debug, Default, Serialize)]
pub struct ImportPage {
    lines: Vec<LineView>,
    /// The same list as UTF-8 with commas, to be sent back when it is as wished.
    list: String,
    changes: usize,
    error: Option<String>,
}

#[derive(Debug, Serialize)]
struct LineView {
    number: u64,
    code: String,
    name: String,
    fate: &'static str,
    told: String,
}

impl ImportPage {
    pub fn refused(error: String) -> Self {
        Self {
            error: Some(error),
            ..Self::default()
        }
    }

    pub fn new(lang: Lang, lines: Vec<Line>, list: String) -> Self {
        Self {
            changes: lines.iter().filter(|line| line.fate.changes()).count(),
            lines: lines
                .into_iter()
                .map(|line| LineView::new(lang, line))
                .collect(),
            list,
            error: None,
        }
    }
}

impl LineView {
    fn new(lang: Lang, line: Line) -> Self {
        let (fate, told) = match &line.fate {
            Fate::New => ("new", lang.text("organisations-row-new")),
            Fate::Same => ("same", lang.text("organisations-row-same")),
            Fate::Renamed { from } => (
                "changed",
                lang.text_with(
                    "organisations-row-renamed",
                    &[("from", from.as_str().into())],
                ),
            ),
            Fate::Repeated { line } => (
                "fault",
                lang.text_with(
                    "organisations-row-repeated",
                    &[("line", line.to_string().into())],
                ),
            ),
            Fate::Fault { key } => ("fault", lang.text(key)),
        };
        Self {
            number: line.number,
            code: line.code,
            name: line.name,
            fate,
            told,
        }
    }
}
