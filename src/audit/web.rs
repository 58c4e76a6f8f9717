//! Reading the record: coordinators what concerns their administration, the secretariat all of it.

use axum::extract::Query;
use axum::response::IntoResponse as _;
use http::header;
use serde::{Deserialize, Serialize};

use super::db::{self, Wanted};
use super::pages::AuditPage;
use crate::auth::Coordinator;
use crate::clock::Instant;
use crate::error::AppResult;
use crate::sheets;
use crate::web::Page;

const PAGE_ROWS: i64 = 100;
/// More than a spreadsheet shows well; who needs more narrows the days.
const EXPORT_ROWS: i64 = 50_000;

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Search {
    q: String,
    /// Days, both included.
    from: String,
    until: String,
    before: Option<i64>,
}

impl Search {
    fn wanted(&self, coordinator: &Coordinator) -> Wanted {
        Wanted {
            scope: coordinator.scope(),
            words: self.q.trim().to_lowercase(),
            from: Instant::of_date(&self.from),
            until: Instant::of_date(&self.until).map(|day| day.plus_days(1)),
            before: self.before,
        }
    }

    fn url(&self, path: &str, before: Option<i64>) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query
            .append_pair("q", &self.q)
            .append_pair("from", &self.from)
            .append_pair("until", &self.until);
        if let Some(before) = before {
            query.append_pair("before", &before.to_string());
        }
        format!("{path}?{}", query.finish())
    }
}

/// `GET /audit`
pub async fn list(page: Page, coordinator: Coordinator, Query(search): Query<Search>) -> AppResult {
    let wanted = search.wanted(&coordinator);
    let mut entries = db::list_entries(&page.app.db, &wanted, PAGE_ROWS + 1).await?;
    let has_more = entries.len() as i64 > PAGE_ROWS;
    entries.truncate(PAGE_ROWS as usize);
    let last = entries.last().filter(|_| has_more).map(|entry| entry.id);
    let older = last.map(|id| search.url("/audit", Some(id)));
    let export_url = search.url("/audit.csv", None);
    let content = AuditPage::new(page.lang(), search, entries, export_url, older);
    page.render("audit/list.html", &page.t("audit-title"), &[], &content)
}

/// `GET /audit.csv`: what the filters find.
pub async fn export(
    page: Page,
    coordinator: Coordinator,
    Query(search): Query<Search>,
) -> AppResult {
    let wanted = search.wanted(&coordinator);
    let entries = db::list_entries(&page.app.db, &wanted, EXPORT_ROWS).await?;
    let columns = [
        "audit-at",
        "audit-actor",
        "audit-action",
        "audit-subject",
        "audit-detail",
        "audit-address",
        "audit-request",
    ];
    let rows = entries.into_iter().map(|entry| {
        let at = jiff::Timestamp::from_millisecond(entry.at);
        vec![
            at.map_or_else(|_| String::new(), |at| at.to_string()),
            entry.actor,
            entry.action,
            entry.subject,
            entry.detail,
            entry.address,
            entry.request_id,
        ]
    });
    let table = sheets::write(columns.map(|key| page.t(key)).to_vec(), rows);
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"audit.csv\"",
        ),
    ];
    Ok((headers, table).into_response())
}
