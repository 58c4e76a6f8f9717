//! Reading the record: coordinators what concerns their administration, the secretariat all of it.

use axum::body::Body;
use axum::extract::Query;
use futures_util::stream::{self, StreamExt as _};
use serde::{Deserialize, Serialize};

use super::db::{self, Wanted};
use super::pages::AuditPage;
use crate::auth::Coordinator;
use crate::clock::Instant;
use crate::db::DbResult;
use crate::error::AppResult;
use crate::sheets;
use crate::web::{Page, send_table};

const PAGE_ROWS: i64 = 100;
/// Of a table, read and sent at a time: the record has no end, and memory has.
const PART_ROWS: i64 = 1_000;

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

/// `GET /audit.csv`: all that the filters find.
pub async fn export(
    page: Page,
    coordinator: Coordinator,
    Query(search): Query<Search>,
) -> AppResult {
    let columns = [
        "audit-at",
        "audit-actor",
        "audit-action",
        "audit-subject",
        "audit-detail",
        "audit-address",
        "audit-request",
    ];
    let head = sheets::head(&columns.map(|key| page.t(key)));
    let first = stream::once(async { Ok(head) });
    let rest = stream::try_unfold(
        (page.app.clone(), search.wanted(&coordinator)),
        |(app, wanted)| async move {
            let entries = db::list_entries(&app.db, &wanted, PART_ROWS).await?;
            let Some(last) = entries.last() else {
                return DbResult::Ok(None);
            };
            let before = Some(last.id);
            let part = sheets::rows(entries.into_iter().map(cells));
            Ok(Some((part, (app, Wanted { before, ..wanted }))))
        },
    );
    Ok(send_table("audit", Body::from_stream(first.chain(rest))))
}

fn cells(entry: db::Entry) -> Vec<String> {
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
}
