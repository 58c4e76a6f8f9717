//! What the page of a course for guests gets.

use serde::Serialize;

use crate::courses::{Activity, Course, Section, markdown};
use crate::i18n::Lang;

#[derive(Debug, Serialize)]
pub(super) struct DemoPage {
    title: String,
    /// Of the course's own texts, which need not be the page's.
    course_lang: &'static str,
    course_dir: &'static str,
    /// Cleaned HTML.
    objectives: String,
    sections: Vec<SectionView>,
}

#[derive(Debug, Serialize)]
struct SectionView {
    title: String,
    items: Vec<ItemView>,
}

#[derive(Debug, Serialize)]
struct ItemView {
    id: i64,
    title: String,
    kind: String,
    window_width: i64,
    window_height: i64,
    fills_screen: bool,
}

impl DemoPage {
    pub(super) fn new(
        lang: Lang,
        course: &Course,
        sections: Vec<Section>,
        activities: &[Activity],
    ) -> Self {
        let section = |section: Section| {
            let inside =
                |activity: &&Activity| activity.section_id == section.id && activity.is_playable();
            let items = activities.iter().filter(inside);
            SectionView {
                items: items
                    .map(|activity| ItemView::new(lang, activity))
                    .collect(),
                title: section.title,
            }
        };
        let sections = sections.into_iter().map(section);
        Self {
            title: course.title.clone(),
            course_lang: course.lang.code(),
            course_dir: course.lang.dir(),
            objectives: markdown::render(&course.objectives),
            sections: sections
                .filter(|section| !section.items.is_empty())
                .collect(),
        }
    }
}

impl ItemView {
    fn new(lang: Lang, activity: &Activity) -> Self {
        Self {
            id: activity.id.0,
            title: activity.title.clone(),
            kind: lang.text(&format!("courses-kind-{}", activity.kind.name())),
            window_width: activity.window_width,
            window_height: activity.window_height,
            fills_screen: activity.fills_screen,
        }
    }
}
