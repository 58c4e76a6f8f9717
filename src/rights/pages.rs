//! What the templates about people's rights get.

use serde::Serialize;

use super::db::{self, Dropped, Tally, Wanted};
use super::{Direction, Erasure, Export, ExportState, Outcome, Sort, Standing, Why};
use crate::auth::Coordinator;
use crate::clock::Instant;
use crate::db::DbResult;
use crate::i18n::Lang;
use crate::ids::UserId;
use crate::requests::db::Desk;
use crate::requests::pages::{TaskView, age};
use crate::web::{Faults, Page, Pager};

/// One's own data: a copy, and being forgotten.
#[derive(Debug, Serialize)]
pub struct DataPage {
    pub export: Option<ExportView>,
    pub export_days: i64,
    pub erasure: Option<AskedView>,
    pub refused: Option<RefusedView>,
    pub certificates: i64,
    pub reason: String,
    /// Whoever has none has shown at their provider who they are.
    pub has_password: bool,
    pub faults: Faults,
}

#[derive(Debug, Serialize)]
pub struct ExportView {
    /// `None` while it is made.
    ready: Option<ReadyView>,
    progress: i64,
}

#[derive(Debug, Serialize)]
struct ReadyView {
    size_bytes: i64,
    expires_at: i64,
}

impl From<Export> for ExportView {
    fn from(export: Export) -> Self {
        match export.state {
            ExportState::Waiting { progress } => Self {
                ready: None,
                progress,
            },
            ExportState::Ready {
                size_bytes,
                expires_at,
            } => Self {
                ready: Some(ReadyView {
                    size_bytes,
                    expires_at: expires_at.0,
                }),
                progress: 100,
            },
        }
    }
}

#[derive(Debug, Serialize)]
pub struct AskedView {
    since: i64,
    reason: String,
}

#[derive(Debug, Serialize)]
pub struct RefusedView {
    at: i64,
    reason: String,
}

impl From<Erasure> for AskedView {
    fn from(erasure: Erasure) -> Self {
        Self {
            since: erasure.since.0,
            reason: erasure.reason,
        }
    }
}

impl From<Erasure> for RefusedView {
    fn from(erasure: Erasure) -> Self {
        Self {
            at: erasure.ended_at.unwrap_or(erasure.since).0,
            reason: erasure.refusal,
        }
    }
}

/// The deletion list.
#[derive(Debug, Serialize)]
pub struct ListPage {
    pub tabs: Vec<Tab>,
    pub why: &'static str,
    pub rows: Vec<Row>,
    pub headers: Headers,
    pub shows_organisations: bool,
    pub total: i64,
    pub newest: i64,
    pub export_url: String,
    #[serde(flatten)]
    pub pager: Pager,
}

#[derive(Debug, Serialize)]
pub struct Tab {
    label: String,
    url: String,
    current: bool,
    count: i64,
}

/// Of the columns that sort.
#[derive(Debug, Serialize)]
pub struct Headers {
    name: Header,
    organisation: Header,
    since: Header,
    last_login: Header,
}

#[derive(Debug, Serialize)]
struct Header {
    url: String,
    /// Empty when the list is sorted by something else.
    direction: &'static str,
}

#[derive(Debug, Serialize)]
pub struct Row {
    pub id: i64,
    pub name: String,
    pub email: String,
    pub organisation: String,
    pub why: &'static str,
    pub why_label: String,
    pub since: i64,
    pub age: String,
    pub last_login_at: Option<i64>,
    pub started: i64,
    pub certificates: i64,
    pub may_decide: bool,
}

impl Row {
    pub fn new(lang: Lang, erasure: &Erasure, coordinator: &Coordinator, now: Instant) -> Self {
        Self {
            id: erasure.id.0,
            name: erasure.name.clone(),
            email: erasure.email.clone(),
            organisation: erasure.organisation.clone(),
            why: erasure.why.name(),
            why_label: lang.text(&format!("rights-why-{}", erasure.why.name())),
            since: erasure.since.0,
            age: age(lang, erasure.since, now),
            last_login_at: erasure.last_login_at.map(|at| at.0),
            started: erasure.courses_started,
            certificates: erasure.certificates,
            may_decide: erasure.may_be_decided_by(coordinator),
        }
    }
}

/// What a reader of the list asked for.
#[derive(Debug, Clone, Copy)]
pub struct View {
    pub wanted: Wanted,
    /// Which page, from 1.
    pub at: i64,
}

impl View {
    /// The address of this list, of another part, order or page of it.
    pub fn url(self, path: &str) -> String {
        let sort = match self.wanted.sort {
            Sort::Since => "since",
            Sort::Name => "name",
            Sort::Organisation => "organisation",
            Sort::LastLogin => "last_login",
        };
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("why", self.wanted.why.map_or("", Why::name))
            .append_pair("sort", sort)
            .append_pair("direction", direction(self.wanted.direction))
            .append_pair("page", &self.at.to_string())
            .finish();
        format!("{path}?{query}")
    }

    pub fn tabs(self, lang: Lang, path: &str, (asked, retention): (i64, i64)) -> Vec<Tab> {
        let tab = |why: Option<Why>, count: i64| {
            let wanted = Wanted { why, ..self.wanted };
            let name = why.map_or("all", Why::name);
            Tab {
                label: lang.text(&format!("rights-tab-{name}")),
                url: Self { wanted, at: 1 }.url(path),
                current: why == self.wanted.why,
                count,
            }
        };
        vec![
            tab(None, asked + retention),
            tab(Some(Why::Asked), asked),
            tab(Some(Why::Retention), retention),
        ]
    }

    pub fn headers(self, path: &str) -> Headers {
        let header = |sort: Sort| {
            let is_sorted = self.wanted.sort == sort;
            let turned = match self.wanted.direction {
                Direction::Asc if is_sorted => Direction::Desc,
                _ => Direction::Asc,
            };
            let wanted = Wanted {
                sort,
                direction: turned,
                ..self.wanted
            };
            Header {
                url: Self { wanted, at: 1 }.url(path),
                direction: if is_sorted {
                    direction(self.wanted.direction)
                } else {
                    ""
                },
            }
        };
        Headers {
            name: header(Sort::Name),
            organisation: header(Sort::Organisation),
            since: header(Sort::Since),
            last_login: header(Sort::LastLogin),
        }
    }
}

fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Asc => "asc",
        Direction::Desc => "desc",
    }
}

/// One person of the list, with what would go.
#[derive(Debug, Serialize)]
pub struct ErasurePage {
    pub row: Row,
    pub reason: String,
    pub standing: String,
    /// What became of it, when it does not wait any more.
    pub ended: Option<String>,
    pub typed: String,
    pub faults: Faults,
}

pub fn standing_label(lang: Lang, standing: Standing) -> String {
    lang.text(&format!("rights-standing-{}", standing.name()))
}

/// What became of somebody who does not stand on the list any more.
pub fn ended(page: &Page, erasure: &Erasure) -> Option<String> {
    let at = erasure.ended_at.unwrap_or(erasure.since);
    (erasure.standing != Standing::Open).then(|| {
        page.lang().text_with(
            &format!("rights-ended-{}", erasure.standing.name()),
            &[("at", page.date_time(at).into())],
        )
    })
}

/// Those chosen, before they are deleted.
#[derive(Debug, Serialize)]
pub struct ChosenPage {
    pub people: i64,
    pub certificates: i64,
    /// The first by name.
    pub rows: Vec<Row>,
    pub more: i64,
    /// Sent back as they came.
    pub erasures: Vec<i64>,
    pub all: bool,
    pub why: &'static str,
    pub newest: i64,
}

impl ChosenPage {
    pub fn counted(tally: Tally, rows: Vec<Row>) -> Self {
        Self {
            people: tally.people,
            certificates: tally.certificates,
            more: tally.people - rows.len() as i64,
            rows,
            erasures: Vec::new(),
            all: false,
            why: "",
            newest: 0,
        }
    }
}

/// How far many deletions are, and what became of those who were not deleted.
#[derive(Debug, Serialize)]
pub struct RunPage {
    is_over: bool,
    total: i64,
    done: i64,
    deleted: i64,
    percent: i64,
    started_at: i64,
    dropped: Vec<DroppedView>,
}

#[derive(Debug, Serialize)]
struct DroppedView {
    name: String,
    told: String,
}

impl RunPage {
    pub fn new(
        lang: Lang,
        run: &super::Run,
        counts: &[(Outcome, i64)],
        dropped: Vec<Dropped>,
    ) -> Self {
        let of = |wanted: Outcome| -> i64 {
            let found = counts.iter().find(|(outcome, _)| *outcome == wanted);
            found.map_or(0, |(_, count)| *count)
        };
        let total: i64 = counts.iter().map(|(_, count)| count).sum();
        let done = total - of(Outcome::Waiting);
        Self {
            is_over: run.ended_at.is_some(),
            total,
            done,
            deleted: of(Outcome::Deleted),
            percent: done * 100 / total.max(1),
            started_at: run.started_at.0,
            dropped: dropped
                .into_iter()
                .map(|one| DroppedView {
                    name: one.name,
                    told: lang.text(&format!("rights-dropped-{}", one.outcome.name())),
                })
                .collect(),
        }
    }
}

/// The first who wait on a desk, and how many tasks there are: each who asked is one, and those who have been away are one
/// together.
pub async fn tasks(
    page: &Page,
    (desk, reader): (Desk, UserId),
    limit: i64,
) -> DbResult<(Vec<TaskView>, i64)> {
    let (lang, now) = (page.lang(), page.request.now);
    let db = &page.app.db;
    let (asked, retention) = db::count_tasks(db, desk, (reader, now)).await?;
    let mut tasks = Vec::new();
    if asked > 0 {
        for erasure in db::list_tasks(db, desk, (reader, now), limit).await? {
            tasks.push(TaskView {
                text: lang.text_with("rights-task", &[("name", erasure.name.into())]),
                path: format!("/erasures/{}", erasure.id),
                organisation: erasure.organisation,
                age: age(lang, erasure.since, now),
                since: erasure.since,
                has_detail: false,
            });
        }
    }
    if retention > 0 {
        tasks.push(TaskView {
            text: lang.text_with("rights-task-retention", &[("count", retention.into())]),
            path: "/erasures?why=retention".to_owned(),
            organisation: String::new(),
            age: String::new(),
            since: now,
            has_detail: false,
        });
    }
    Ok((tasks, asked + retention.min(1)))
}
