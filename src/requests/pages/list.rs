//! What the queue gets.

use serde::Serialize;

use super::{age, display_name, is_late, status};
use crate::clock::Instant;
use crate::i18n::Lang;
use crate::requests::db::Shown;
use crate::requests::{Request, State};
use crate::web::{Pager, Slice};

/// What a coordinator asked the queue for.
#[derive(Debug)]
pub struct View<'a> {
    pub shown: Shown,
    pub query: &'a str,
    pub slice: Slice,
    pub shows_organisations: bool,
    pub now: Instant,
}

#[derive(Debug, Serialize)]
pub struct ListPage {
    tabs: Vec<Tab>,
    query: String,
    state: &'static str,
    rows: Vec<RequestRow>,
    shows_organisations: bool,
    is_open: bool,
    #[serde(flatten)]
    pager: Pager,
    /// After many decisions: what was done, and what could not be.
    told: Option<String>,
    problems: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Tab {
    label: String,
    url: String,
    current: bool,
    count: i64,
}

#[derive(Debug, Serialize)]
struct RequestRow {
    id: i64,
    name: String,
    email: String,
    organisation: String,
    position: Option<String>,
    /// When the address was confirmed, or the decision made.
    at: i64,
    age: String,
    status: &'static str,
    status_label: String,
    is_late: bool,
    decided_by: Option<String>,
}

impl ListPage {
    pub fn new(lang: Lang, view: &View<'_>, requests: &[Request], counts: (i64, i64)) -> Self {
        let (open, decided) = counts;
        let total = match view.shown {
            Shown::Open => open,
            Shown::Decided => decided,
        };
        let page = |at: i64| url(view.shown, view.query, at);
        Self {
            tabs: vec![
                tab(lang, view, Shown::Open, open),
                tab(lang, view, Shown::Decided, decided),
            ],
            query: view.query.to_owned(),
            state: name(view.shown),
            rows: requests
                .iter()
                .map(|request| RequestRow::new(lang, request, view.now))
                .collect(),
            shows_organisations: view.shows_organisations,
            is_open: view.shown == Shown::Open,
            pager: Pager::new(lang, view.slice, requests.len(), total, page),
            told: None,
            problems: Vec::new(),
        }
    }

    #[must_use]
    pub fn with_summary(self, told: Option<String>, problems: Vec<String>) -> Self {
        Self {
            told,
            problems,
            ..self
        }
    }
}

fn name(shown: Shown) -> &'static str {
    match shown {
        Shown::Open => "open",
        Shown::Decided => "decided",
    }
}

fn url(shown: Shown, query: &str, at: i64) -> String {
    let fields = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("state", name(shown))
        .append_pair("q", query)
        .append_pair("page", &at.to_string())
        .finish();
    format!("/applications?{fields}")
}

fn tab(lang: Lang, view: &View<'_>, shown: Shown, count: i64) -> Tab {
    Tab {
        label: lang.text(match shown {
            Shown::Open => "requests-open",
            Shown::Decided => "requests-decided",
        }),
        url: url(shown, view.query, 1),
        current: shown == view.shown,
        count,
    }
}

impl RequestRow {
    fn new(lang: Lang, request: &Request, now: Instant) -> Self {
        let at = match &request.state {
            State::Pending(waiting) => waiting.since,
            State::Accepted(decision) | State::Denied(decision) => decision.at,
            State::Unconfirmed | State::Expired => request.created_at,
        };
        Self {
            id: request.id.0,
            name: display_name(lang, request),
            email: request.email.clone(),
            organisation: request.organisation.clone(),
            position: request
                .registration
                .as_ref()
                .and_then(|registration| registration.position.clone()),
            at: at.0,
            age: age(lang, at, now),
            status: request.state.name(),
            status_label: status(lang, &request.state),
            is_late: is_late(&request.state),
            decided_by: request.state.decision().map(|decision| decision.by.clone()),
        }
    }
}
