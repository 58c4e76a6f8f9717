//! What the dashboard's template gets.

use scorm::outcome::Status;
use serde::Serialize;

use super::panels::Panels;
use super::{Search, Shelf, Shown, shelves};
use crate::courses::{Category, media_url};
use crate::i18n::Lang;
use crate::ids::{CategoryId, CourseId};
use crate::learning::CourseStanding;
use crate::outcomes;

#[derive(Debug, Serialize)]
pub struct DashboardPage {
    lead: String,
    tabs: Vec<Tab>,
    /// Where the search form leads.
    search_url: String,
    query: String,
    /// The buttons "Active" and "Completed"; only among the available courses.
    filters: Vec<Tab>,
    shown: Option<Shown>,
    categories: Vec<CategoryTile>,
    courses: Vec<CourseTile>,
    empty: Option<Empty>,
    panels: Option<Panels>,
}

#[derive(Debug, Serialize)]
struct Tab {
    label: String,
    url: String,
    current: bool,
    count: Option<usize>,
}

#[derive(Debug, Serialize)]
struct CategoryTile {
    title: String,
    url: String,
    /// The language its courses are in, by its own name.
    language: Option<&'static str>,
    count: String,
}

#[derive(Debug, Serialize)]
struct CourseTile {
    id: CourseId,
    title: String,
    url: String,
    image: Option<String>,
    status: &'static str,
    status_label: String,
    progress: Option<i64>,
    /// What opening it means now.
    action_label: String,
    is_done: bool,
}

#[derive(Debug, Serialize)]
struct Empty {
    title: String,
    text: String,
    action_label: String,
    action_url: String,
}

/// What the person asked the dashboard for.
#[derive(Debug)]
pub enum View<'a> {
    Top,
    Category(&'a Category),
    Courses(Shown),
}

impl DashboardPage {
    pub fn new(
        lang: Lang,
        lead: String,
        view: &View<'_>,
        query: &str,
        categories: &[Category],
        courses: &[CourseStanding],
    ) -> Self {
        let search = Search::new(query);
        let tiles = tiles(view, &search, categories, courses);
        Self {
            lead,
            tabs: tabs(lang, view),
            search_url: url(view),
            query: query.to_owned(),
            filters: filters(lang, view, query, &search, courses),
            shown: match view {
                View::Courses(shown) => Some(*shown),
                _ => None,
            },
            empty: tiles
                .is_empty()
                .then(|| empty(lang, view, &search, courses)),
            categories: tiles
                .shelves
                .iter()
                .map(|shelf| CategoryTile::new(lang, shelf))
                .collect(),
            courses: tiles
                .courses
                .iter()
                .map(|course| CourseTile::new(lang, course))
                .collect(),
            panels: None,
        }
    }

    /// On the first page only.
    pub(super) fn with_panels(self, panels: Panels) -> Self {
        Self {
            panels: Some(panels),
            ..self
        }
    }
}

struct Tiles<'a> {
    shelves: Vec<Shelf<'a>>,
    courses: Vec<&'a CourseStanding>,
}

impl Tiles<'_> {
    fn is_empty(&self) -> bool {
        self.shelves.is_empty() && self.courses.is_empty()
    }
}

fn tiles<'a>(
    view: &View<'_>,
    search: &Search,
    categories: &'a [Category],
    courses: &'a [CourseStanding],
) -> Tiles<'a> {
    let inside: Option<CategoryId> = match view {
        View::Category(category) => Some(category.id),
        _ => None,
    };
    match view {
        View::Courses(shown) => Tiles {
            shelves: found_shelves(search, categories, courses),
            courses: courses
                .iter()
                .filter(|course| shown.holds(course) && search.finds(&course.title))
                .collect(),
        },
        // A search looks everywhere, not only on the level that is open.
        _ if !search.is_empty() => Tiles {
            shelves: found_shelves(search, categories, courses),
            courses: courses
                .iter()
                .filter(|course| search.finds(&course.title))
                .collect(),
        },
        _ => Tiles {
            shelves: shelves(categories, courses, inside),
            courses: courses
                .iter()
                .filter(|course| course.category_id == inside)
                .collect(),
        },
    }
}

/// On whatever level; none without words to look for.
fn found_shelves<'a>(
    search: &Search,
    categories: &'a [Category],
    courses: &[CourseStanding],
) -> Vec<Shelf<'a>> {
    if search.is_empty() {
        return Vec::new();
    }
    std::iter::once(None)
        .chain(categories.iter().map(|category| Some(category.id)))
        .flat_map(|parent| shelves(categories, courses, parent))
        .filter(|shelf| search.finds(&shelf.category.name))
        .collect()
}

fn url(view: &View<'_>) -> String {
    match view {
        View::Courses(_) => "/my/courses".to_owned(),
        _ => "/my".to_owned(),
    }
}

fn tabs(lang: Lang, view: &View<'_>) -> Vec<Tab> {
    let is_courses = matches!(view, View::Courses(_));
    let tab = |key: &str, url: &str, current| Tab {
        label: lang.text(key),
        url: url.to_owned(),
        current,
        count: None,
    };
    vec![
        tab("dashboard-tab-categories", "/my", !is_courses),
        tab("dashboard-tab-courses", "/my/courses", is_courses),
    ]
}

fn filters(
    lang: Lang,
    view: &View<'_>,
    query: &str,
    search: &Search,
    courses: &[CourseStanding],
) -> Vec<Tab> {
    let View::Courses(current) = view else {
        return Vec::new();
    };
    let filter = |shown: Shown, state: &str, key: &str| Tab {
        label: lang.text(key),
        url: format!(
            "/my/courses?{}",
            url::form_urlencoded::Serializer::new(String::new())
                .append_pair("state", state)
                .append_pair("q", query)
                .finish()
        ),
        current: shown == *current,
        count: Some(
            courses
                .iter()
                .filter(|course| shown.holds(course) && search.finds(&course.title))
                .count(),
        ),
    };
    vec![
        filter(Shown::Active, "active", "dashboard-active"),
        filter(Shown::Completed, "completed", "dashboard-completed"),
    ]
}

/// Nothing to show: says why, and what to do about it.
fn empty(lang: Lang, view: &View<'_>, search: &Search, courses: &[CourseStanding]) -> Empty {
    let told = |title: &str, text: &str, action: Option<(&str, String)>| {
        let (label, url) = action.unwrap_or_default();
        Empty {
            title: lang.text(title),
            text: lang.text(text),
            action_label: if url.is_empty() {
                String::new()
            } else {
                lang.text(label)
            },
            action_url: url,
        }
    };
    if courses.is_empty() {
        return told("dashboard-none-title", "dashboard-none-text", None);
    }
    if !search.is_empty() {
        let all = ("dashboard-show-all", url(view));
        return told(
            "dashboard-unfound-title",
            "dashboard-unfound-text",
            Some(all),
        );
    }
    match view {
        View::Courses(Shown::Active) => told(
            "dashboard-all-done-title",
            "dashboard-all-done-text",
            Some((
                "dashboard-completed",
                "/my/courses?state=completed".to_owned(),
            )),
        ),
        View::Courses(Shown::Completed) => told(
            "dashboard-none-completed-title",
            "dashboard-none-completed-text",
            Some(("dashboard-active", "/my/courses".to_owned())),
        ),
        _ => told(
            "dashboard-empty-category-title",
            "dashboard-empty-category-text",
            Some(("dashboard-tab-categories", "/my".to_owned())),
        ),
    }
}

impl CategoryTile {
    fn new(lang: Lang, shelf: &Shelf<'_>) -> Self {
        Self {
            title: shelf.category.name.clone(),
            url: format!("/my/categories/{}", shelf.category.id),
            language: shelf.category.lang.map(Lang::name),
            count: lang.text_with("dashboard-count", &[("count", shelf.courses.into())]),
        }
    }
}

impl CourseTile {
    fn new(lang: Lang, course: &CourseStanding) -> Self {
        let status = course.status();
        Self {
            id: course.id,
            title: course.title.clone(),
            url: format!("/courses/{}", course.id),
            image: media_url(course.id, "picture", course.picture.as_ref()),
            status: status.word(),
            status_label: outcomes::status_label(lang, status),
            progress: course.percent(),
            action_label: lang.text(match status {
                Status::NotStarted => "learning-action-start",
                Status::Completed | Status::Passed => "learning-action-look",
                Status::Incomplete | Status::Failed => "learning-action-continue",
            }),
            is_done: course.is_complete(),
        }
    }
}
