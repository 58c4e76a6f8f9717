//! What belongs to another version of SCORM than the one by which the course is played.

use super::Activity;
use crate::manifest::course::{CompletionThreshold, Item};
use crate::manifest::problem::{ProblemKind, Problems};
use crate::manifest::version::Edition;

/// A part of the manifest, and whether an activity uses it.
type Use = (&'static str, fn(&Activity<'_>) -> bool);

const OF_12: &[Use] = &[
    ("<adlcp:prerequisites>", |it| {
        item(it, |it| it.prerequisites.is_some())
    }),
    ("<adlcp:masteryscore>", |it| {
        item(it, |it| it.mastery_score.is_some())
    }),
];

const OF_2004: &[Use] = &[
    ("<imsss:sequencing>", |it| it.is_sequenced),
    ("<adlcp:completionThreshold>", |it| it.threshold.is_some()),
    ("<adlcp:data>", |it| item(it, |it| !it.data_maps.is_empty())),
];

/// What shared objectives know beside status and measure, and the progress of clusters.
const OF_THE_FOURTH: &[Use] = &[
    ("<adlseq:objectives>", |it| {
        let mut objectives = it.sequencing.objectives.iter();
        objectives.any(|it| !it.extended_maps.is_empty())
    }),
    ("progressWeight", |it| {
        let usual = CompletionThreshold::default().progress_weight;
        (it.threshold().progress_weight - usual).abs() > f64::EPSILON
    }),
    ("completedByMeasure", |it| {
        !it.children.is_empty() && it.threshold().completed_by_measure
    }),
];

pub(super) fn check(activities: &[Activity<'_>], edition: Edition, problems: &mut Problems) {
    let strange: &[&[Use]] = match edition {
        Edition::V12 => &[OF_2004],
        Edition::Second | Edition::Third => &[OF_12, OF_THE_FOURTH],
        Edition::Fourth => &[OF_12],
    };
    for (field, uses) in strange.iter().copied().flatten() {
        let mut users = activities.iter().filter(|it| uses(it));
        let Some(first) = users.next() else { continue };
        problems.push(ProblemKind::NotInEdition {
            field: (*field).to_owned(),
            edition: edition.to_string(),
            item: first.name.to_owned(),
            count: 1 + users.count(),
        });
    }
}

fn item(activity: &Activity<'_>, uses: impl Fn(&Item) -> bool) -> bool {
    activity.item.is_some_and(uses)
}
