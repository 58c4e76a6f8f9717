//! What the templates of requests get.

mod list;
mod register;
mod request;

use serde::Serialize;

use super::db::{self, Desk};
use super::{Request, State, waiting_since};
use crate::clock::Instant;
use crate::db::DbResult;
use crate::i18n::Lang;
use crate::web::Page;

pub use list::{ListPage, View};
pub use register::RegisterPage;
pub use request::RequestPage;

const DAY_MS: i64 = 24 * 3_600_000;

/// Something that waits for the reader's decision.
#[derive(Debug, Serialize)]
pub struct TaskView {
    pub text: String,
    pub path: String,
    pub organisation: String,
    pub age: String,
    /// What has waited longest comes first.
    #[serde(skip)]
    pub since: Instant,
    /// Its page has a part for the dialog of the information icon.
    pub has_detail: bool,
}

/// The first tasks of a desk, and how many there are.
pub async fn tasks(page: &Page, desk: Desk, limit: i64) -> DbResult<(Vec<TaskView>, i64)> {
    let (lang, now) = (page.lang(), page.request.now);
    let (requests, total) = db::list_tasks(&page.app.db, desk, now, limit).await?;
    let view = |request: &Request| TaskView {
        text: lang.text_with(
            "alerts-task-request",
            &[("name", request.full_name().into())],
        ),
        path: format!("/applications/{}", request.id),
        organisation: request.organisation.clone(),
        age: age(lang, waiting_since(request), now),
        since: waiting_since(request),
        has_detail: true,
    };
    Ok((requests.iter().map(view).collect(), total))
}

fn display_name(lang: Lang, request: &Request) -> String {
    let name = request.full_name();
    if name.trim().is_empty() {
        lang.text("requests-purged-name")
    } else {
        name
    }
}

fn status(lang: Lang, state: &State) -> String {
    lang.text(&format!("requests-state-{}", state.name()))
}

/// Reminders have been sent.
fn is_late(state: &State) -> bool {
    matches!(state, State::Pending(waiting) if waiting.reminded_at.is_some() || waiting.escalated_at.is_some())
}

pub(crate) fn age(lang: Lang, since: Instant, now: Instant) -> String {
    let days = (now.0 - since.0).max(0) / DAY_MS;
    lang.text_with("requests-age", &[("days", days.into())])
}
