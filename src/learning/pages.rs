//! What the templates of a course's pages get, and its state as the page's script reads it.

use serde::Serialize;

use super::{Item, Visit, counting_items, words};
use crate::certificates::Certificate;
use crate::courses::{CourseState, Section, markdown};
use crate::i18n::Lang;
use crate::ids::{ActivityId, CertificateId, CourseId};
use crate::outcomes;

#[derive(Debug, Serialize)]
pub struct CoursePage {
    course: CourseView,
    progress: Option<i64>,
    progress_label: String,
    sections: Vec<SectionView>,
    certificate: CertificateView,
    can_edit: bool,
    /// An author who asked to see what learners see.
    is_looking: bool,
}

#[derive(Debug, Serialize)]
struct CourseView {
    id: CourseId,
    title: String,
    /// Of the course's own texts, which need not be the page's.
    lang: &'static str,
    dir: &'static str,
    category: Option<String>,
    is_draft: bool,
    /// Cleaned HTML.
    objectives: String,
    picture_url: Option<String>,
    video_url: Option<String>,
}

#[derive(Debug, Serialize)]
struct SectionView {
    title: String,
    items: Vec<ItemView>,
}

#[derive(Debug, Serialize)]
struct ItemView {
    id: ActivityId,
    title: String,
    is_visible: bool,
    has_package: bool,
    /// The status, or `locked` where there is nothing to open.
    tick: &'static str,
    status_label: String,
    standing: String,
    facts: String,
    score: Option<String>,
    action_label: String,
    /// The one to go on with.
    is_next: bool,
    window_width: i64,
    window_height: i64,
    fills_screen: bool,
}

/// The certificate's part of the page: issued, revoked, ready, or what is missing.
#[derive(Debug, Serialize)]
struct CertificateView {
    issued: Option<CertificateId>,
    revoked: Option<RevokedView>,
    is_ready: bool,
    /// Every activity that counts; those that are met have nothing missing and are not shown.
    todos: Vec<Todo>,
}

#[derive(Debug, Serialize)]
struct RevokedView {
    id: CertificateId,
    number: String,
    at: i64,
    reason: String,
}

impl RevokedView {
    fn new(certificate: &Certificate) -> Option<Self> {
        let ending = certificate.state.ending()?;
        Some(Self {
            id: certificate.id,
            number: certificate.code.to_string(),
            at: ending.at.0,
            reason: ending.reason.clone(),
        })
    }
}

#[derive(Debug, Serialize)]
struct Todo {
    id: ActivityId,
    title: String,
    missing: Option<String>,
}

impl CoursePage {
    pub fn new(
        lang: Lang,
        visit: &Visit,
        sections: Vec<Section>,
        category: Option<String>,
        revoked: Option<&Certificate>,
    ) -> Self {
        let todo = |item: &Item| Todo {
            id: item.id,
            title: item.title.clone(),
            missing: words::missing(lang, item),
        };
        Self {
            course: CourseView::new(visit, category),
            progress: visit.percent(),
            progress_label: progress_label(lang, visit),
            sections: section_views(lang, visit, sections),
            certificate: CertificateView {
                issued: visit.enrolment.and_then(|enrolment| enrolment.certificate),
                revoked: revoked.and_then(RevokedView::new),
                is_ready: visit.is_complete(),
                todos: counting_items(&visit.items).map(todo).collect(),
            },
            can_edit: visit.can_edit,
            is_looking: visit.is_looking,
        }
    }
}

impl CourseView {
    fn new(visit: &Visit, category: Option<String>) -> Self {
        let course = &visit.course;
        Self {
            id: course.id,
            title: course.title.clone(),
            lang: course.lang.code(),
            dir: course.lang.dir(),
            category,
            is_draft: course.state == CourseState::Draft,
            objectives: markdown::render(&course.objectives),
            picture_url: course.picture_url(),
            video_url: course.video_url(),
        }
    }
}

/// Sections in their order. Learners do not see an empty one.
fn section_views(lang: Lang, visit: &Visit, sections: Vec<Section>) -> Vec<SectionView> {
    let next = visit.next().map(|item| item.id);
    let view = |section: Section| SectionView {
        items: visit
            .items
            .iter()
            .filter(|item| item.section_id == section.id)
            .map(|item| ItemView::new(lang, item, next == Some(item.id)))
            .collect(),
        title: section.title,
    };
    sections
        .into_iter()
        .map(view)
        .filter(|section| visit.can_edit || !section.items.is_empty())
        .collect()
}

impl ItemView {
    fn new(lang: Lang, item: &Item, is_next: bool) -> Self {
        let kind = words::kind(lang, item.kind);
        let optional = (!item.is_required).then(|| lang.text("learning-optional"));
        let hidden = (!item.is_visible).then(|| lang.text("learning-hidden"));
        let facts: Vec<String> = [Some(kind), words::pass_mark(lang, item), optional, hidden]
            .into_iter()
            .flatten()
            .collect();
        Self {
            id: item.id,
            title: item.title.clone(),
            is_visible: item.is_visible,
            has_package: item.has_package,
            tick: if item.has_package || item.is_met {
                item.status.word()
            } else {
                "locked"
            },
            status_label: outcomes::status_label(lang, item.status),
            standing: words::standing(lang, item),
            facts: facts.join(" · "),
            score: item.score.map(|score| words::percent(lang, score)),
            action_label: words::action(lang, item.action()),
            is_next,
            window_width: item.window_width,
            window_height: item.window_height,
            fills_screen: item.fills_screen,
        }
    }
}

/// `40 % · 2 of 5 done`; nothing in a course without activities.
fn progress_label(lang: Lang, visit: &Visit) -> String {
    let Some(percent) = visit.percent() else {
        return String::new();
    };
    let progress = visit.progress();
    lang.text_with(
        "learning-progress-label",
        &[
            ("percent", words::percent(lang, percent * 100).into()),
            ("met", progress.met.into()),
            ("counting", progress.counting.into()),
        ],
    )
}

/// What `js/launch.js` asks for while a module is open.
#[derive(Debug, Serialize)]
pub struct CourseStateJson {
    activities: Vec<ActivityState>,
    progress: Option<i64>,
    progress_label: String,
    certificate_ready: bool,
}

#[derive(Debug, Serialize)]
struct ActivityState {
    id: ActivityId,
    status: &'static str,
    status_label: String,
    tick: bool,
    score: Option<String>,
    progress_label: String,
    action_label: String,
    /// What is still to do.
    missing: Option<String>,
}

impl CourseStateJson {
    pub fn new(lang: Lang, visit: &Visit) -> Self {
        let activity = |item: &Item| {
            let view = ItemView::new(lang, item, false);
            ActivityState {
                id: view.id,
                status: view.tick,
                status_label: view.status_label,
                tick: item.is_met,
                score: view.score,
                progress_label: view.standing,
                action_label: view.action_label,
                missing: words::missing(lang, item),
            }
        };
        Self {
            activities: visit.items.iter().map(activity).collect(),
            progress: visit.percent(),
            progress_label: progress_label(lang, visit),
            certificate_ready: visit.is_complete(),
        }
    }
}

/// "More information": every activity that counts, its status, and what is missing.
#[derive(Debug, Serialize)]
pub struct ProgressPage {
    course_id: CourseId,
    progress: Option<i64>,
    progress_label: String,
    status: &'static str,
    status_label: String,
    rows: Vec<ProgressRow>,
}

#[derive(Debug, Serialize)]
struct ProgressRow {
    title: String,
    icon: &'static str,
    status: &'static str,
    status_label: String,
    score: Option<String>,
    missing: Option<String>,
}

impl ProgressPage {
    pub fn new(lang: Lang, visit: &Visit) -> Self {
        let status = visit.status();
        Self {
            course_id: visit.course.id,
            progress: visit.percent(),
            progress_label: progress_label(lang, visit),
            status: status.word(),
            status_label: outcomes::status_label(lang, status),
            rows: counting_items(&visit.items)
                .map(|item| ProgressRow::new(lang, item))
                .collect(),
        }
    }
}

impl ProgressRow {
    fn new(lang: Lang, item: &Item) -> Self {
        Self {
            title: item.title.clone(),
            icon: words::icon(item.kind),
            status: item.status.word(),
            status_label: outcomes::status_label(lang, item.status),
            score: item.score.map(|score| words::percent(lang, score)),
            missing: words::missing(lang, item),
        }
    }
}
