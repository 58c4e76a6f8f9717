//! The queue of requests, and one of them with all that is known.

use axum::extract::{Path, Query, State};
use http::StatusCode;
use serde::Deserialize;

use crate::AppState;
use crate::auth::Coordinator;
use crate::error::{AppError, AppResult};
use crate::ids::RequestId;
use crate::organisations;
use crate::requests::db::{self, Shown};
use crate::requests::pages::{ListPage, RequestPage};
use crate::requests::{Request, pages};
use crate::web::{Fault, Faults, Page, Slice};

/// Requests on one page of the queue.
pub(super) const PAGE_ROWS: i64 = 50;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Search {
    pub(super) q: String,
    pub(super) state: String,
    pub(super) page: i64,
}

impl Search {
    fn shown(&self) -> Shown {
        if self.state == "decided" {
            Shown::Decided
        } else {
            Shown::Open
        }
    }
}

/// `GET /applications`
pub async fn list(page: Page, coordinator: Coordinator, Query(search): Query<Search>) -> AppResult {
    let content = listed(&page, &coordinator, &search).await?;
    show_list(&page, &content)
}

pub(super) fn show_list(page: &Page, content: &ListPage) -> AppResult {
    let title = page.t("requests-title");
    page.render("requests/list.html", &title, &[], content)
}

pub(super) async fn listed(
    page: &Page,
    coordinator: &Coordinator,
    search: &Search,
) -> AppResult<ListPage> {
    let (scope, shown) = (coordinator.scope(), search.shown());
    let slice = Slice::new(search.page, PAGE_ROWS);
    let rows = db::list_requests(&page.app.db, scope, shown, &search.q, slice).await?;
    let counts = db::count_requests(&page.app.db, scope, &search.q).await?;
    let view = pages::View {
        shown,
        query: &search.q,
        slice,
        shows_organisations: scope.is_none(),
        now: page.request.now,
    };
    Ok(ListPage::new(page.lang(), &view, &rows, counts))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Part {
    /// `detail`: the inside of a dialog.
    part: String,
}

/// `GET /applications/{id}`
pub async fn show(
    State(app): State<AppState>,
    page: Page,
    coordinator: Coordinator,
    Path(id): Path<RequestId>,
    Query(part): Query<Part>,
) -> AppResult {
    let request = find(&app, &coordinator, id).await?;
    if part.part == "detail" {
        let content = content(&page, &coordinator, &request, &[]).await?;
        return page.render("requests/detail.html", &request.full_name(), &[], &content);
    }
    show_request(&page, &coordinator, StatusCode::OK, &request, &[]).await
}

/// Within the coordinator's administration, or not there at all.
pub(super) async fn find(
    app: &AppState,
    coordinator: &Coordinator,
    id: RequestId,
) -> AppResult<Request> {
    db::find_request(&app.db, id, coordinator.scope())
        .await?
        .ok_or(AppError::NotFound)
}

async fn content(
    page: &Page,
    coordinator: &Coordinator,
    request: &Request,
    faults: &[Fault],
) -> AppResult<RequestPage> {
    let events = db::list_events(&page.app.db, request.id).await?;
    let lookalikes = db::list_lookalikes(&page.app.db, request).await?;
    let organisations = organisations::db::list_organisations(&page.app.db).await?;
    let positions = organisations::db::list_positions(&page.app.db).await?;
    let faults = Faults::tell(page.lang(), faults);
    Ok(RequestPage::new(page.lang(), request, page.request.now)
        .with_history(page.lang(), &events)
        .with_lookalikes(page.lang(), &lookalikes)
        .with_choices(&organisations, positions, coordinator.scope().is_none())
        .with_faults(faults))
}

pub(super) async fn show_request(
    page: &Page,
    coordinator: &Coordinator,
    status: StatusCode,
    request: &Request,
    faults: &[Fault],
) -> AppResult {
    let content = content(page, coordinator, request, faults).await?;
    let crumbs = [(page.t("requests-title"), "/applications".to_owned())];
    let title = if request.full_name().trim().is_empty() {
        page.t("requests-purged-name")
    } else {
        request.full_name()
    };
    page.render_status(status, "requests/show.html", &title, &crumbs, &content)
}
