//! Accepting and denying, one request or many.

use axum::extract::{Path, State};
use http::StatusCode;
use serde::Deserialize;

use super::applications::{Search, find, listed, show_list, show_request};
use crate::AppState;
use crate::auth::Coordinator;
use crate::error::{AppError, AppResult};
use crate::ids::RequestId;
use crate::requests::{Decided, Request, Verdict, decide};
use crate::web::{Fault, FlashKind, Form, Page};

const MAX_REASON: usize = 1000;

#[derive(Debug, Deserialize)]
pub struct DecisionForm {
    action: Verdict,
    #[serde(default)]
    reason: String,
}

/// A denial says why; an acceptance may.
fn reason_fault(action: Verdict, reason: &str) -> Option<Fault> {
    if reason.chars().count() > MAX_REASON {
        return Some(Fault::new("reason", "requests-fault-long"));
    }
    (action == Verdict::Deny && reason.trim().is_empty())
        .then(|| Fault::new("reason", "requests-fault-reason"))
}

/// `POST /applications/{id}/decision`
pub async fn store(
    State(app): State<AppState>,
    page: Page,
    coordinator: Coordinator,
    Path(id): Path<RequestId>,
    Form(form): Form<DecisionForm>,
) -> AppResult {
    let request = find(&app, &coordinator, id).await?;
    if request.state.is_pending()
        && let Some(fault) = reason_fault(form.action, &form.reason)
    {
        let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
        return show_request(&page, &coordinator, unprocessable, &request, &[fault]).await;
    }
    let verdict = (form.action, form.reason.trim());
    match decide(&app, &page.request, &coordinator, &request, verdict).await? {
        Decided::Done => Ok(page.redirect("/applications", FlashKind::Success, done(form.action))),
        Decided::Already => {
            let request = find(&app, &coordinator, id).await?;
            Err(AppError::Conflict(already(&page, &request)))
        }
        Decided::EmailTaken => Err(AppError::Conflict(page.t("requests-email-taken"))),
        Decided::Closed => Err(AppError::Conflict(page.t("requests-closed"))),
    }
}

fn done(action: Verdict) -> &'static str {
    match action {
        Verdict::Accept => "requests-accepted",
        Verdict::Deny => "requests-denied",
    }
}

/// Who was first, and when.
pub(super) fn already(page: &Page, request: &Request) -> String {
    let Some(decision) = request.state.decision() else {
        return page.t("requests-not-pending");
    };
    let values = [
        ("state", request.state.name().into()),
        ("name", decision.by.as_str().into()),
        ("at", page.date_time(decision.at).into()),
    ];
    page.lang().text_with("requests-already", &values)
}

#[derive(Debug, Deserialize)]
pub struct ManyForm {
    action: Verdict,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    request: Vec<RequestId>,
}

/// `POST /applications/decisions`: each by itself, so that one that cannot be decided stops no other.
pub async fn store_many(
    State(app): State<AppState>,
    page: Page,
    coordinator: Coordinator,
    Form(form): Form<ManyForm>,
) -> AppResult {
    let fault = if form.request.is_empty() {
        Some("requests-none-chosen")
    } else {
        reason_fault(form.action, &form.reason).map(|fault| fault.key)
    };
    if let Some(key) = fault {
        return many_again(&page, &coordinator, Summary::refused(page.t(key))).await;
    }
    let mut summary = Summary::default();
    for id in form.request {
        let verdict = (form.action, form.reason.trim());
        let outcome = match find(&app, &coordinator, id).await {
            Ok(request) => decide(&app, &page.request, &coordinator, &request, verdict)
                .await
                .map(|decided| (decided, request.full_name()))?,
            Err(AppError::NotFound) => continue,
            Err(error) => return Err(error),
        };
        summary.add(&page, outcome);
    }
    many_again(&page, &coordinator, summary).await
}

/// What came of many decisions, in words.
#[derive(Debug, Default)]
struct Summary {
    done: i64,
    problems: Vec<String>,
}

impl Summary {
    fn refused(problem: String) -> Self {
        Self {
            done: 0,
            problems: vec![problem],
        }
    }

    fn add(&mut self, page: &Page, (decided, name): (Decided, String)) {
        let key = match decided {
            Decided::Done => {
                self.done += 1;
                return;
            }
            Decided::Already => "requests-not-pending",
            Decided::EmailTaken => "requests-email-taken",
            Decided::Closed => "requests-closed",
        };
        self.problems.push(format!("{name}: {}", page.t(key)));
    }
}

async fn many_again(page: &Page, coordinator: &Coordinator, summary: Summary) -> AppResult {
    let told = (summary.done > 0).then(|| {
        let count = [("count", summary.done.into())];
        page.lang().text_with("requests-many-done", &count)
    });
    let content = listed(page, coordinator, &Search::default())
        .await?
        .with_summary(told, summary.problems);
    show_list(page, &content)
}
