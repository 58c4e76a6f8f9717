//! What the record's template gets.

use serde::Serialize;

use super::db::Entry;
use super::web::Search;
use crate::i18n::Lang;

#[derive(Debug, Serialize)]
pub(super) struct AuditPage {
    pub(super) search: Search,
    rows: Vec<EntryView>,
    pub(super) export_url: String,
    pub(super) older: Option<String>,
}

#[derive(Debug, Serialize)]
struct EntryView {
    at: i64,
    actor: String,
    action: String,
    subject: String,
    detail: String,
    address: String,
    request_id: String,
}

impl AuditPage {
    pub(super) fn new(
        lang: Lang,
        search: Search,
        entries: Vec<Entry>,
        export_url: String,
        older: Option<String>,
    ) -> Self {
        let nobody = lang.text("audit-program");
        let view = |entry: Entry| EntryView {
            at: entry.at,
            actor: if entry.actor.is_empty() {
                nobody.clone()
            } else {
                entry.actor
            },
            action: entry.action,
            subject: entry.subject,
            detail: entry.detail,
            address: entry.address,
            request_id: entry.request_id,
        };
        Self {
            search,
            rows: entries.into_iter().map(view).collect(),
            export_url,
            older,
        }
    }
}
