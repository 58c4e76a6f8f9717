//! What the templates of the grades get.

use serde::Serialize;

use super::{Scores, is_graded};
use crate::i18n::Lang;
use crate::ids::CourseId;
use crate::learning::{CourseStanding, Item, Visit, words};
use crate::outcomes;

/// What stands where there is nothing to show.
const NOTHING: &str = "–";

#[derive(Debug, Serialize)]
pub struct OverviewPage {
    rows: Vec<CourseRow>,
}

#[derive(Debug, Serialize)]
struct CourseRow {
    title: String,
    url: String,
    status: &'static str,
    status_label: String,
    progress: String,
    total: String,
}

impl OverviewPage {
    /// Courses the person is on, or has a result in.
    pub fn new(lang: Lang, courses: &[CourseStanding]) -> Self {
        let rows = courses
            .iter()
            .filter(|course| course.is_enrolled || course.scores.count > 0)
            .map(|course| CourseRow::new(lang, course))
            .collect();
        Self { rows }
    }
}

impl CourseRow {
    fn new(lang: Lang, course: &CourseStanding) -> Self {
        let status = course.status();
        Self {
            title: course.title.clone(),
            url: format!("/courses/{}/grades", course.id),
            status: status.word(),
            status_label: outcomes::status_label(lang, status),
            progress: percent(lang, course.percent().map(|percent| percent * 100)),
            total: percent(lang, course.scores.course_total()),
        }
    }
}

#[derive(Debug, Serialize)]
pub struct CourseGradesPage {
    course_id: CourseId,
    course_title: String,
    rows: Vec<GradeRow>,
    total: Total,
}

#[derive(Debug, Serialize)]
struct GradeRow {
    title: String,
    icon: &'static str,
    weight: String,
    grade: String,
    range: String,
    percentage: String,
    feedback: Option<String>,
    contribution: String,
}

#[derive(Debug, Serialize)]
struct Total {
    grade: String,
    range: String,
    percentage: String,
}

impl CourseGradesPage {
    pub fn new(lang: Lang, visit: &Visit) -> Self {
        let scores = Scores::of(&visit.items);
        let total = scores.course_total();
        Self {
            course_id: visit.course.id,
            course_title: visit.course.title.clone(),
            rows: visit
                .items
                .iter()
                .filter(|item| item.is_visible)
                .map(|item| GradeRow::new(lang, item, scores))
                .collect(),
            total: Total {
                grade: number(lang, total),
                range: range(lang),
                percentage: percent(lang, total),
            },
        }
    }
}

impl GradeRow {
    fn new(lang: Lang, item: &Item, scores: Scores) -> Self {
        let is_graded = is_graded(item);
        let share = |hundredths| is_graded.then_some(hundredths);
        Self {
            title: item.title.clone(),
            icon: words::icon(item.kind),
            weight: weight(lang, item, scores),
            grade: number(lang, item.score),
            range: if is_graded {
                range(lang)
            } else {
                NOTHING.to_owned()
            },
            percentage: percent(lang, item.score),
            feedback: item
                .reasons
                .first()
                .map(|why| outcomes::reason_text(lang, why)),
            contribution: percent(lang, share(scores.contribution(item.score))),
        }
    }
}

fn weight(lang: Lang, item: &Item, scores: Scores) -> String {
    if !is_graded(item) {
        return lang.text("grades-ungraded");
    }
    let weight = words::percent(lang, scores.weight(item.score));
    if item.score.is_some() {
        weight
    } else {
        lang.text_with("grades-empty", &[("weight", weight.into())])
    }
}

fn number(lang: Lang, hundredths: Option<i64>) -> String {
    hundredths.map_or_else(|| NOTHING.to_owned(), |value| lang.decimal(value))
}

fn percent(lang: Lang, hundredths: Option<i64>) -> String {
    hundredths.map_or_else(|| NOTHING.to_owned(), |value| words::percent(lang, value))
}

/// Every score is kept as a percentage, whatever the package's own scale.
fn range(lang: Lang) -> String {
    lang.text_with("grades-range", &[("min", 0.into()), ("max", 100.into())])
}
