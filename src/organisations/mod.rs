//! Administrations, the posts people hold in them, and who answers for their people. The SQL is in `db`.

pub mod db;
pub mod domains;
pub mod import;
mod input;
pub mod pages;
pub mod web;

use serde::{Deserialize, Serialize};

use crate::clock::Instant;
use crate::db::{DbResult, Tx};
use crate::ids::{DesignationId, OrganisationId, UserId};

pub use domains::find_by_address;
pub use input::{OrganisationForm, OrganisationInput, open_organisation, position};

/// An administration: a country's, or an agency's.
#[derive(Debug, Clone)]
pub struct Organisation {
    pub id: OrganisationId,
    pub code: String,
    pub name: String,
    /// A closed one takes no new people and keeps those it has.
    pub is_open: bool,
}

/// What a coordinator is in their administration. Both may decide; the approver is the one who is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DesignationKind {
    Approver,
    Deputy,
}

impl DesignationKind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Approver => "approver",
            Self::Deputy => "deputy",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        [Self::Approver, Self::Deputy]
            .into_iter()
            .find(|kind| kind.name() == name)
    }
}

/// From one instant until before another; without end until further notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    pub starts_at: Instant,
    pub ends_at: Option<Instant>,
}

impl Term {
    pub fn has_ended(self, now: Instant) -> bool {
        self.ends_at.is_some_and(|end| end <= now)
    }

    pub fn is_running(self, now: Instant) -> bool {
        self.starts_at <= now && !self.has_ended(now)
    }

    pub fn overlaps(self, other: Self) -> bool {
        let begins_before_end = |a: Self, b: Self| b.ends_at.is_none_or(|end| a.starts_at < end);
        begins_before_end(self, other) && begins_before_end(other, self)
    }
}

/// Someone who coordinates an administration for a time.
#[derive(Debug, Clone)]
pub struct Designation {
    pub id: DesignationId,
    pub organisation_id: OrganisationId,
    pub user_id: UserId,
    pub person: String,
    pub kind: DesignationKind,
    pub term: Term,
}

/// What a new designation means for one that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clash {
    None,
    /// It ends when the new one begins.
    HandsOver,
    /// The two cannot both be: another time must be chosen, or the other one ended.
    Refused,
}

impl Designation {
    /// One approver at a time, and one designation at a time for each person. Who was there before hands over;
    /// what has been planned for later is not pushed aside silently.
    pub fn clash(&self, person: UserId, kind: DesignationKind, term: Term) -> Clash {
        let both_approve =
            self.kind == DesignationKind::Approver && kind == DesignationKind::Approver;
        let concerns = both_approve || self.user_id == person;
        if !concerns || !self.term.overlaps(term) {
            Clash::None
        } else if self.term.starts_at < term.starts_at && term.ends_at.is_none() {
            Clash::HandsOver
        } else {
            Clash::Refused
        }
    }
}

/// The approver from now on, or a deputy where there is one: how the command line and the demo site make coordinators.
pub async fn designate_now(
    tx: &mut Tx,
    organisation: OrganisationId,
    person: UserId,
    now: Instant,
) -> DbResult<DesignationId> {
    let others = db::lock_designations(tx, organisation, now).await?;
    let has_approver = others
        .iter()
        .any(|other| other.kind == DesignationKind::Approver);
    let kind = if has_approver {
        DesignationKind::Deputy
    } else {
        DesignationKind::Approver
    };
    let term = Term {
        starts_at: now,
        ends_at: None,
    };
    db::insert_designation(tx, (organisation, person), kind, term, now).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(starts: i64, ends: Option<i64>) -> Term {
        Term {
            starts_at: Instant(starts),
            ends_at: ends.map(Instant),
        }
    }

    fn designated(kind: DesignationKind, term: Term) -> Designation {
        Designation {
            id: DesignationId(1),
            organisation_id: OrganisationId(1),
            user_id: UserId(1),
            person: "Ana Ruiz".to_owned(),
            kind,
            term,
        }
    }

    #[test]
    fn a_term_runs_from_its_start_until_before_its_end() {
        let term = term(10, Some(20));
        assert_eq!(
            [9, 10, 19, 20].map(|at| term.is_running(Instant(at))),
            [false, true, true, false]
        );
    }

    #[test]
    fn a_new_approver_takes_over_from_the_one_before_and_never_joins_another() {
        use DesignationKind::{Approver, Deputy};
        let (ana, jun) = (UserId(1), UserId(2));
        for (before, person, kind, new, expected) in [
            (
                term(0, None),
                jun,
                Approver,
                term(5, None),
                Clash::HandsOver,
            ),
            (term(0, Some(5)), jun, Approver, term(5, None), Clash::None),
            // One whose end is known would leave nobody after it.
            (
                term(0, None),
                jun,
                Approver,
                term(5, Some(9)),
                Clash::Refused,
            ),
            (term(7, None), jun, Approver, term(5, None), Clash::Refused),
            (term(0, None), jun, Deputy, term(5, None), Clash::None),
            (term(0, None), ana, Deputy, term(5, None), Clash::HandsOver),
        ] {
            let clash = designated(Approver, before).clash(person, kind, new);
            assert_eq!(clash, expected, "{before:?} {kind:?} {new:?}");
        }
        let deputy = designated(Deputy, term(0, None));
        assert_eq!(deputy.clash(jun, Approver, term(5, None)), Clash::None);
        assert_eq!(deputy.clash(ana, Approver, term(5, None)), Clash::HandsOver);
    }
}
