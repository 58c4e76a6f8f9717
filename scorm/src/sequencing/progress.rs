//! What is known of one objective, local or shared (SN 4.2.1, TM.1.1), and the fields that maps
//! copy between the two.

use serde::{Deserialize, Serialize};

use crate::manifest::sequencing::{ExtendedObjectiveMap, ObjectiveMap, objective_id};

/// Objective progress information. `None` is the standard's "status false": not known.
///
/// The attempt progress information of an activity (TM.1.2.2) is that of its primary objective.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Progress {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub satisfied: Option<bool>,
    /// The normalised measure, −1 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raw: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completed: Option<bool>,
    /// The completion amount, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<f64>,
}

impl Progress {
    pub(super) fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    /// Reads the named fields from a shared objective. Where that knows no status or measure,
    /// neither does the reader, whatever it recorded itself; of the others, its own stay.
    pub(super) fn read(&mut self, fields: &[Field], shared: &Self) {
        let known = shared.or(self);
        for field in fields {
            match field {
                Field::Satisfied | Field::Measure => self.copy(&[*field], shared),
                _ => self.copy(&[*field], &known),
            }
        }
    }

    /// Takes the named fields as they are there, known or not.
    pub(super) fn copy(&mut self, fields: &[Field], from: &Self) {
        for field in fields {
            match field {
                Field::Satisfied => self.satisfied = from.satisfied,
                Field::Measure => self.measure = from.measure,
                Field::Raw => self.raw = from.raw,
                Field::Min => self.min = from.min,
                Field::Max => self.max = from.max,
                Field::Completed => self.completed = from.completed,
                Field::Amount => self.amount = from.amount,
            }
        }
    }

    pub(super) fn known_fields(&self) -> Vec<Field> {
        chosen(&[
            (self.satisfied.is_some(), Field::Satisfied),
            (self.measure.is_some(), Field::Measure),
            (self.raw.is_some(), Field::Raw),
            (self.min.is_some(), Field::Min),
            (self.max.is_some(), Field::Max),
            (self.completed.is_some(), Field::Completed),
            (self.amount.is_some(), Field::Amount),
        ])
    }

    /// What is known here, and else what `other` knows.
    #[must_use]
    pub(super) fn or(&self, other: &Self) -> Self {
        Self {
            satisfied: self.satisfied.or(other.satisfied),
            measure: self.measure.or(other.measure),
            raw: self.raw.or(other.raw),
            min: self.min.or(other.min),
            max: self.max.or(other.max),
            completed: self.completed.or(other.completed),
            amount: self.amount.or(other.amount),
        }
    }

    /// What is known here and differs from `before`.
    pub(super) fn news(&self, before: &Self) -> Self {
        fn new<T: PartialEq>(now: Option<T>, before: Option<T>) -> Option<T> {
            now.filter(|now| before.as_ref() != Some(now))
        }
        Self {
            satisfied: new(self.satisfied, before.satisfied),
            measure: new(self.measure, before.measure),
            raw: new(self.raw, before.raw),
            min: new(self.min, before.min),
            max: new(self.max, before.max),
            completed: new(self.completed, before.completed),
            amount: new(self.amount, before.amount),
        }
    }

    pub(super) fn without_objective(self) -> Self {
        Self {
            completed: self.completed,
            amount: self.amount,
            ..Self::default()
        }
    }

    pub(super) fn without_completion(self) -> Self {
        Self {
            completed: None,
            amount: None,
            ..self
        }
    }
}

/// A field of [`Progress`] that a map names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Satisfied,
    Measure,
    Raw,
    Min,
    Max,
    Completed,
    Amount,
}

/// One map of a local objective to a shared one, of either kind (SN, "Objective Map").
#[derive(Debug, Clone)]
pub(super) struct Link {
    pub(super) target: String,
    pub(super) reads: Vec<Field>,
    pub(super) writes: Vec<Field>,
}

impl Link {
    pub(super) fn of(map: &ObjectiveMap) -> Self {
        Self {
            target: objective_id(&map.target),
            reads: chosen(&[
                (map.read_satisfied_status, Field::Satisfied),
                (map.read_normalized_measure, Field::Measure),
            ]),
            writes: chosen(&[
                (map.write_satisfied_status, Field::Satisfied),
                (map.write_normalized_measure, Field::Measure),
            ]),
        }
    }

    pub(super) fn of_extended(map: &ExtendedObjectiveMap) -> Self {
        Self {
            target: objective_id(&map.target),
            reads: chosen(&[
                (map.read_raw_score, Field::Raw),
                (map.read_min_score, Field::Min),
                (map.read_max_score, Field::Max),
                (map.read_completion_status, Field::Completed),
                (map.read_progress_measure, Field::Amount),
            ]),
            writes: chosen(&[
                (map.write_raw_score, Field::Raw),
                (map.write_min_score, Field::Min),
                (map.write_max_score, Field::Max),
                (map.write_completion_status, Field::Completed),
                (map.write_progress_measure, Field::Amount),
            ]),
        }
    }
}

fn chosen(fields: &[(bool, Field)]) -> Vec<Field> {
    let named = fields.iter().filter(|(named, _)| *named);
    named.map(|(_, field)| *field).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full(shift: f64, truth: bool) -> Progress {
        Progress {
            satisfied: Some(truth),
            measure: Some(shift),
            raw: Some(1.0 + shift),
            min: Some(2.0 + shift),
            max: Some(3.0 + shift),
            completed: Some(!truth),
            amount: Some(4.0 + shift),
        }
    }

    const ALL: [Field; 7] = [
        Field::Satisfied,
        Field::Measure,
        Field::Raw,
        Field::Min,
        Field::Max,
        Field::Completed,
        Field::Amount,
    ];

    #[test]
    fn a_reader_keeps_its_own_where_only_status_and_measure_must_be_shared() {
        let mut known = Progress {
            satisfied: Some(true),
            raw: Some(3.0),
            ..Progress::default()
        };
        known.read(&[Field::Satisfied, Field::Raw], &Progress::default());
        assert_eq!((known.satisfied, known.raw), (None, Some(3.0)));
        assert_eq!(known.known_fields(), [Field::Raw]);
    }

    #[test]
    fn news_is_what_became_known_or_changed() {
        let before = Progress {
            satisfied: Some(true),
            measure: Some(0.5),
            raw: Some(1.0),
            ..Progress::default()
        };
        let after = Progress {
            satisfied: Some(false),
            measure: Some(0.5),
            amount: Some(1.0),
            ..Progress::default()
        };
        let fields = after.news(&before).known_fields();
        assert_eq!(fields, [Field::Satisfied, Field::Amount]);
    }

    #[test]
    fn each_field_is_copied_by_its_name_and_no_other() {
        let (old, new) = (full(0.25, true), full(0.5, false));
        for field in ALL {
            let mut known = old;
            known.copy(&[field], &new);
            assert_eq!(known.news(&old).known_fields(), [field]);
            known.copy(&[field], &Progress::default());
            assert_eq!(known.known_fields().len(), 6);
            assert!(!known.known_fields().contains(&field));
            known.read(&[field], &new);
            assert_eq!(known.news(&old).known_fields(), [field]);
        }
        assert!(!old.is_blank() && Progress::default().is_blank());
    }

    #[test]
    fn what_is_known_comes_before_what_another_knows() {
        let (one, other) = (full(0.25, true), full(0.5, false));
        assert_eq!(one.or(&other), one);
        assert_eq!(Progress::default().or(&other), other);
        assert_eq!(one.news(&one), Progress::default());
    }

    #[test]
    fn success_and_completion_are_parted() {
        let all = full(0.25, true);
        let completion = [Field::Completed, Field::Amount];
        assert_eq!(all.without_objective().known_fields(), completion);
        let rest = all.without_completion().known_fields();
        assert_eq!(rest.len(), 5);
        assert!(completion.iter().all(|field| !rest.contains(field)));
    }

    #[test]
    fn a_map_names_the_fields_it_reads_and_writes() {
        let map = ObjectiveMap {
            target: " a%20b ".to_owned(),
            read_satisfied_status: true,
            read_normalized_measure: false,
            write_satisfied_status: false,
            write_normalized_measure: true,
        };
        let link = Link::of(&map);
        assert_eq!(link.target, "a b");
        assert_eq!(
            (link.reads, link.writes),
            (vec![Field::Satisfied], vec![Field::Measure])
        );
        let map = ExtendedObjectiveMap {
            target: "x".to_owned(),
            read_raw_score: true,
            read_min_score: false,
            read_max_score: true,
            read_completion_status: false,
            read_progress_measure: true,
            write_raw_score: false,
            write_min_score: true,
            write_max_score: false,
            write_completion_status: true,
            write_progress_measure: false,
        };
        let link = Link::of_extended(&map);
        assert_eq!(link.reads, [Field::Raw, Field::Max, Field::Amount]);
        assert_eq!(link.writes, [Field::Min, Field::Completed]);
    }
}
