//! The order of a course: one list of sections and activities, where an activity belongs to the section above it.

use super::{Activity, Section};
use crate::ids::{ActivityId, SectionId};

/// A row of the outline. In forms a section is `s12`, an activity `a34`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    Section(SectionId),
    Activity(ActivityId),
}

impl Place {
    pub fn parse(text: &str) -> Option<Self> {
        let section = text.strip_prefix('s').and_then(|id| id.parse().ok());
        let activity = text.strip_prefix('a').and_then(|id| id.parse().ok());
        section
            .map(|id| Self::Section(SectionId(id)))
            .or_else(|| activity.map(|id| Self::Activity(ActivityId(id))))
    }

    pub fn name(self) -> String {
        match self {
            Self::Section(id) => format!("s{id}"),
            Self::Activity(id) => format!("a{id}"),
        }
    }
}

/// The present order. Both lists come sorted.
pub fn outline(sections: &[Section], activities: &[Activity]) -> Vec<Place> {
    let mut places = Vec::with_capacity(sections.len() + activities.len());
    for section in sections {
        places.push(Place::Section(section.id));
        let within = activities.iter().filter(|a| a.section_id == section.id);
        places.extend(within.map(|activity| Place::Activity(activity.id)));
    }
    places
}

/// `a34:up` and `s12:down`, as the buttons send them where no script runs.
pub fn apply_move(order: &mut [Place], button: &str) {
    let Some((name, direction)) = button.split_once(':') else {
        return;
    };
    let at = Place::parse(name).and_then(|place| order.iter().position(|other| *other == place));
    match (at, direction) {
        (Some(at), "up") if at > 0 => order.swap(at - 1, at),
        (Some(at), "down") if at + 1 < order.len() => order.swap(at, at + 1),
        _ => {}
    }
}

/// Whether `order` names the rows of `present`, each once: what was shown may have changed in the meantime.
pub(super) fn is_same_set(order: &[Place], present: &[Place]) -> bool {
    let sorted = |places: &[Place]| {
        let mut places = places.to_vec();
        places.sort_unstable();
        places
    };
    sorted(order) == sorted(present)
}

/// A section first, whatever was dragged above it: an activity is never outside of all sections.
pub(super) fn lead_with_section(mut order: Vec<Place>) -> Vec<Place> {
    let first = order
        .iter()
        .position(|place| matches!(place, Place::Section(_)));
    if let Some(head) = first.and_then(|at| order.get_mut(..=at)) {
        head.rotate_right(1);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    const S1: Place = Place::Section(SectionId(1));
    const S2: Place = Place::Section(SectionId(2));
    const A3: Place = Place::Activity(ActivityId(3));

    #[test]
    fn buttons_move_a_row_by_one_and_stop_at_the_ends() {
        let mut order = [S1, A3, S2];
        apply_move(&mut order, "a3:down");
        assert_eq!(order, [S1, S2, A3]);
        apply_move(&mut order, "a3:down");
        apply_move(&mut order, "nonsense");
        assert_eq!(order, [S1, S2, A3]);
    }

    #[test]
    fn what_is_dragged_above_the_first_section_falls_into_it() {
        assert_eq!(lead_with_section(vec![A3, S1, S2]), [S1, A3, S2]);
        assert_eq!(lead_with_section(vec![S1, A3]), [S1, A3]);
    }

    #[test]
    fn an_order_must_name_every_row_once() {
        assert!(is_same_set(&[S2, S1], &[S1, S2]));
        assert!(!is_same_set(&[S1, S1], &[S1, S2]));
        assert!(!is_same_set(&[S1], &[S1, S2]));
    }
}
