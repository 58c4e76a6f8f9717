//! What the authors' templates are given.

use serde::Serialize;

use super::input::{ActivityForm, CourseForm};
use super::{
    Activity, ActivityKind, Audience, AuthoredCourse, Category, Course, CourseState, Grading,
    Participant, Place, Section, outline,
};
use crate::categories;
use crate::i18n::Lang;
use crate::ids::{ActivityId, SectionId};
use crate::web::{Choice, Faults};

/// With the names of the categories above: two languages may have a "Valuation" each.
pub(super) fn category_choices(all: &[Category]) -> Vec<Choice> {
    categories::tree(all)
        .into_iter()
        .map(|node| Choice::new(node.category.id, node.path))
        .collect()
}

fn section_choices(lang: Lang, sections: &[Section]) -> Vec<Choice> {
    sections
        .iter()
        .map(|section| Choice::new(section.id, section_title(lang, section)))
        .collect()
}

fn kind_choices(lang: Lang) -> Vec<Choice> {
    ActivityKind::ALL
        .iter()
        .map(|kind| Choice::new(kind.name(), kind_label(lang, *kind)))
        .collect()
}

fn kind_label(lang: Lang, kind: ActivityKind) -> String {
    lang.text(&format!("courses-kind-{}", kind.name()))
}

/// The first section of a course often has no title, because nobody needed one.
pub(super) fn section_title(lang: Lang, section: &Section) -> String {
    if section.title.is_empty() {
        lang.text("courses-section-untitled")
    } else {
        section.title.clone()
    }
}

pub(super) fn activity_title(lang: Lang, activity: &Activity) -> String {
    if activity.title.is_empty() {
        lang.text("courses-activity-untitled")
    } else {
        activity.title.clone()
    }
}

#[derive(Debug, Serialize)]
pub(super) struct ListPage {
    pub(super) courses: Vec<AuthoredCourse>,
    pub(super) q: String,
    /// No course at all, whatever was searched for.
    pub(super) is_empty: bool,
    pub(super) shows_organisations: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct NewCoursePage<'a> {
    pub(super) form: &'a CourseForm,
    pub(super) faults: Faults,
    pub(super) categories: Vec<Choice>,
    pub(super) course_languages: Vec<Choice>,
}

/// A row of `sortable_list`.
#[derive(Debug, Serialize)]
struct OutlineRow {
    id: String,
    label: String,
    detail: String,
    url: String,
    is_heading: bool,
}

/// The one thing that leads on from here.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "step", rename_all = "snake_case")]
enum NextStep {
    AddActivity,
    Upload { activity: ActivityId, title: String },
    Publish,
    View,
}

#[derive(Debug, Serialize)]
pub(super) struct EditorPage<'a> {
    course: &'a Course,
    rows: Vec<OutlineRow>,
    sections: Vec<Choice>,
    /// New activities go to the end.
    last_section: Option<SectionId>,
    kinds: Vec<Choice>,
    participants: usize,
    next: NextStep,
    /// Learners would find something to open.
    is_playable: bool,
}

impl<'a> EditorPage<'a> {
    pub(super) fn new(
        lang: Lang,
        course: &'a Course,
        sections: &[Section],
        activities: &[Activity],
        participants: usize,
    ) -> Self {
        let rows = outline(sections, activities)
            .into_iter()
            .filter_map(|place| match place {
                Place::Section(id) => {
                    let section = sections.iter().find(|section| section.id == id)?;
                    Some(section_row(lang, place, section))
                }
                Place::Activity(id) => {
                    let activity = activities.iter().find(|activity| activity.id == id)?;
                    Some(activity_row(lang, place, activity))
                }
            })
            .collect();
        Self {
            course,
            rows,
            sections: section_choices(lang, sections),
            last_section: sections.last().map(|section| section.id),
            kinds: kind_choices(lang),
            participants,
            next: next_step(lang, course, activities),
            is_playable: activities.iter().any(Activity::is_playable),
        }
    }
}

fn next_step(lang: Lang, course: &Course, activities: &[Activity]) -> NextStep {
    if activities.is_empty() {
        return NextStep::AddActivity;
    }
    let waiting = activities
        .iter()
        .find(|activity| activity.version_id.is_none() && activity.is_visible);
    match waiting {
        Some(activity) => NextStep::Upload {
            activity: activity.id,
            title: activity_title(lang, activity),
        },
        None if course.state == CourseState::Draft => NextStep::Publish,
        None => NextStep::View,
    }
}

fn section_row(lang: Lang, place: Place, section: &Section) -> OutlineRow {
    OutlineRow {
        id: place.name(),
        label: section_title(lang, section),
        detail: String::new(),
        url: format!("/authoring/sections/{}", section.id),
        is_heading: true,
    }
}

fn activity_row(lang: Lang, place: Place, activity: &Activity) -> OutlineRow {
    let mut facts = vec![kind_label(lang, activity.kind)];
    if let Some(mark) = activity.pass_mark {
        let mark = lang.decimal(mark);
        facts.push(lang.text_with("courses-fact-pass-mark", &[("mark", mark.into())]));
    }
    if !activity.is_required {
        facts.push(lang.text("courses-fact-optional"));
    }
    if !activity.is_visible {
        facts.push(lang.text("courses-fact-hidden"));
    }
    if activity.version_id.is_none() {
        facts.push(lang.text("courses-fact-no-package"));
    }
    OutlineRow {
        id: place.name(),
        label: activity_title(lang, activity),
        detail: facts.join(" · "),
        url: format!("/authoring/activities/{}", activity.id),
        is_heading: false,
    }
}

#[derive(Debug, Serialize)]
pub(super) struct SectionPage<'a> {
    pub(super) section: &'a Section,
    pub(super) is_empty: bool,
    pub(super) is_only: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct ActivityPage<'a> {
    activity: &'a Activity,
    form: &'a ActivityForm,
    sections: Vec<Choice>,
    kinds: Vec<Choice>,
    gradings: Vec<Choice>,
    is_attempted: bool,
    faults: Faults,
}

impl<'a> ActivityPage<'a> {
    pub(super) fn new(
        lang: Lang,
        activity: &'a Activity,
        form: &'a ActivityForm,
        sections: &[Section],
        is_attempted: bool,
        faults: Faults,
    ) -> Self {
        let grading_label =
            |grading: Grading| lang.text(&format!("courses-grading-{}", grading.name()));
        Self {
            activity,
            form,
            sections: section_choices(lang, sections),
            kinds: kind_choices(lang),
            gradings: Grading::ALL
                .iter()
                .map(|grading| Choice::new(grading.name(), grading_label(*grading)))
                .collect(),
            is_attempted,
            faults,
        }
    }
}

/// The form as it would have been typed to get this activity.
pub(super) fn activity_form(lang: Lang, activity: &Activity) -> ActivityForm {
    let tick = |ticked: bool| ticked.then(|| "on".to_owned());
    ActivityForm {
        title: activity.title.clone(),
        kind: activity.kind.name().to_owned(),
        section: activity.section_id.to_string(),
        required: tick(activity.is_required),
        pass_mark: activity
            .pass_mark
            .map(|mark| lang.decimal(mark))
            .unwrap_or_default(),
        max_attempts: activity
            .max_attempts
            .map(|n| n.to_string())
            .unwrap_or_default(),
        grading: activity.grading.name().to_owned(),
        width: activity.window_width.to_string(),
        height: activity.window_height.to_string(),
        fills_screen: tick(activity.fills_screen),
        hidden: tick(!activity.is_visible),
        strict: tick(activity.is_strict),
    }
}

#[derive(Debug, Serialize)]
pub(super) struct SettingsPage<'a> {
    course: &'a Course,
    form: &'a CourseForm,
    picture_url: Option<String>,
    video_url: Option<String>,
    /// The objectives as learners will see them: cleaned HTML.
    pub(super) preview: Option<String>,
    categories: Vec<Choice>,
    course_languages: Vec<Choice>,
    audiences: Vec<Choice>,
    /// Whether visitors without an account may try it.
    pub(super) is_open_to_guests: bool,
    faults: Faults,
}

impl<'a> SettingsPage<'a> {
    pub(super) fn new(
        lang: Lang,
        course: &'a Course,
        form: &'a CourseForm,
        categories: &[Category],
        faults: Faults,
    ) -> Self {
        let audience_label =
            |audience: Audience| lang.text(&format!("courses-audience-{}", audience.name()));
        Self {
            course,
            form,
            picture_url: course.picture_url(),
            video_url: course.video_url(),
            preview: None,
            is_open_to_guests: false,
            categories: category_choices(categories),
            course_languages: Choice::languages(),
            audiences: Audience::ALL
                .iter()
                .map(|audience| Choice::new(audience.name(), audience_label(*audience)))
                .collect(),
            faults,
        }
    }
}

/// The form as it would have been typed to get this course.
pub(super) fn course_form(course: &Course) -> CourseForm {
    CourseForm {
        title: course.title.clone(),
        short_name: course.short_name.clone(),
        lang: course.lang.code().to_owned(),
        category: course
            .category_id
            .map(|id| id.to_string())
            .unwrap_or_default(),
        objectives: course.objectives.clone(),
        audience: course.audience.name().to_owned(),
        action: String::new(),
    }
}

#[derive(Debug, Serialize)]
pub(super) struct ParticipantsPage<'a> {
    pub(super) course: &'a Course,
    pub(super) participants: Vec<Participant>,
    pub(super) shows_organisations: bool,
    pub(super) typed: &'a str,
    pub(super) faults: Faults,
}
