//! The deletion list, on the page and as a table.

use axum::extract::Query;
use serde::Deserialize;

use super::LIST;
use crate::auth::Coordinator;
use crate::error::AppResult;
use crate::rights::db::{self, Wanted};
use crate::rights::pages::{ListPage, Row, View};
use crate::rights::{Direction, Erasure, Sort, Why};
use crate::sheets;
use crate::web::{Page, Pager, Slice, send_table};

pub(super) const PAGE_ROWS: i64 = 50;
/// More than any list; enough of a guard.
const EXPORT_ROWS: i64 = 50_000;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Search {
    why: String,
    sort: String,
    direction: String,
    page: i64,
}

impl Search {
    fn view(&self, coordinator: &Coordinator) -> View {
        let sort = match self.sort.as_str() {
            "name" => Sort::Name,
            "organisation" => Sort::Organisation,
            "last_login" => Sort::LastLogin,
            _ => Sort::Since,
        };
        let direction = if self.direction == "desc" {
            Direction::Desc
        } else {
            Direction::Asc
        };
        View {
            wanted: Wanted {
                scope: coordinator.scope(),
                why: Why::parse(&self.why),
                sort,
                direction,
            },
            at: self.page,
        }
    }
}

/// `GET /erasures`
pub async fn list(page: Page, coordinator: Coordinator, Query(search): Query<Search>) -> AppResult {
    let (db, lang) = (&page.app.db, page.lang());
    let view = search.view(&coordinator);
    let slice = Slice::new(view.at, PAGE_ROWS);
    let erasures = db::list_erasures(db, view.wanted, slice).await?;
    let counts = db::count_erasures(db, view.wanted.scope).await?;
    let total = match view.wanted.why {
        None => counts.0 + counts.1,
        Some(Why::Asked) => counts.0,
        Some(Why::Retention) => counts.1,
    };
    let turned = |at: i64| View { at, ..view }.url(LIST);
    let row = |erasure: &Erasure| Row::new(lang, erasure, &coordinator, page.request.now);
    let content = ListPage {
        tabs: view.tabs(lang, LIST, counts),
        why: view.wanted.why.map_or("", Why::name),
        rows: erasures.iter().map(row).collect(),
        headers: view.headers(LIST),
        shows_organisations: view.wanted.scope.is_none(),
        total,
        newest: db::newest(db).await?.0,
        export_url: view.url("/erasures.csv"),
        pager: Pager::new(lang, slice, erasures.len(), total, turned),
    };
    page.render("rights/list.html", &page.t("rights-list"), &[], &content)
}

/// `GET /erasures.csv`: what the page shows, all of it.
pub async fn export(
    page: Page,
    coordinator: Coordinator,
    Query(search): Query<Search>,
) -> AppResult {
    let lang = page.lang();
    let wanted = search.view(&coordinator).wanted;
    let erasures = db::list_erasures(&page.app.db, wanted, Slice::new(1, EXPORT_ROWS)).await?;
    let columns = [
        "requests-person",
        "requests-email",
        "courses-organisation",
        "rights-why",
        "rights-since",
        "team-last-login",
        "team-started",
        "rights-certificates",
        "requests-reason",
    ];
    let rows = erasures.into_iter().map(|erasure| {
        vec![
            erasure.name,
            erasure.email,
            erasure.organisation,
            lang.text(&format!("rights-why-{}", erasure.why.name())),
            page.date_time(erasure.since),
            erasure
                .last_login_at
                .map(|at| page.date_time(at))
                .unwrap_or_default(),
            erasure.courses_started.to_string(),
            erasure.certificates.to_string(),
            erasure.reason,
        ]
    });
    let table = sheets::write(&columns.map(|key| page.t(key)), rows);
    Ok(send_table("deletion-list", table))
}
