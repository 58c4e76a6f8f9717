//! What the templates of requests get.

use serde::Serialize;

use super::db::{self, Desk, Lookalike, Shown};
use super::web::register::RegisterForm;
use super::{Happening, Request, State, waiting_since};
use crate::clock::Instant;
use crate::db::DbResult;
use crate::i18n::Lang;
use crate::organisations::Organisation;
use crate::organisations::db::Position;
use crate::policies::{Question, text_for};
use crate::web::{Faults, Page};

const DAY_MS: i64 = 24 * 3_600_000;

#[derive(Debug, Serialize)]
pub struct Choice {
    value: String,
    label: String,
}

fn organisation_choices(organisations: &[Organisation]) -> Vec<Choice> {
    let open = organisations
        .iter()
        .filter(|organisation| organisation.is_open);
    open.map(|organisation| Choice {
        value: organisation.id.to_string(),
        label: organisation.name.clone(),
    })
    .collect()
}

fn position_choices(positions: Vec<Position>) -> Vec<Choice> {
    let choice = |position: Position| Choice {
        value: position.id.to_string(),
        label: position.name,
    };
    positions.into_iter().map(choice).collect()
}

/// The form of those who wish to join.
#[derive(Debug, Serialize)]
pub struct RegisterPage {
    organisations: Vec<Choice>,
    positions: Vec<Choice>,
    form: RegisterForm,
    faults: Faults,
    lang_choices: Vec<Choice>,
    policies: Vec<PolicyChoice>,
}

/// A policy to consent to.
#[derive(Debug, Serialize)]
struct PolicyChoice {
    policy: i64,
    version: i64,
    title: String,
    statement: String,
    is_mandatory: bool,
    is_given: bool,
}

impl RegisterPage {
    pub fn new(
        organisations: &[Organisation],
        positions: Vec<Position>,
        form: RegisterForm,
        faults: Faults,
    ) -> Self {
        let languages = Lang::ALL.map(|lang| Choice {
            value: lang.code().to_owned(),
            label: lang.name().to_owned(),
        });
        Self {
            organisations: organisation_choices(organisations),
            positions: position_choices(positions),
            form,
            faults,
            lang_choices: languages.into(),
            policies: Vec::new(),
        }
    }

    #[must_use]
    pub fn with_policies(self, lang: Lang, policies: &[Question]) -> Self {
        let choice = |question: &Question| {
            let text = text_for(&question.texts, lang)?;
            Some(PolicyChoice {
                policy: question.policy.id.0,
                version: question.version.id.0,
                title: text.title.clone(),
                statement: text.statement.clone(),
                is_mandatory: question.policy.is_mandatory,
                is_given: self.form.consent.contains(&question.version.id),
            })
        };
        let policies = policies.iter().filter_map(choice).collect();
        Self { policies, ..self }
    }
}

/// What a coordinator asked the queue for.
#[derive(Debug)]
pub struct View<'a> {
    pub shown: Shown,
    pub query: &'a str,
    /// Which page, from 1.
    pub at: i64,
    pub rows_per_page: i64,
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
    summary: String,
    previous: Option<String>,
    next: Option<String>,
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
        let before = (view.at - 1) * view.rows_per_page;
        let after = before + requests.len() as i64;
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
            summary: lang.text_with(
                "requests-range",
                &[
                    ("from", (before + 1).min(after).into()),
                    ("to", after.into()),
                    ("total", total.into()),
                ],
            ),
            previous: (view.at > 1).then(|| page(view.at - 1)),
            next: (after < total).then(|| page(view.at + 1)),
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

/// One request, with all that helps to decide.
#[derive(Debug, Serialize)]
pub struct RequestPage {
    request: RequestView,
    events: Vec<EventView>,
    lookalikes: Vec<LookalikeView>,
    positions: Vec<Choice>,
    recipients: Vec<Choice>,
    forwards_to_secretariat: bool,
    faults: Faults,
}

#[derive(Debug, Serialize)]
struct RequestView {
    id: i64,
    name: String,
    given_name: String,
    family_name: String,
    email: String,
    organisation: String,
    language: &'static str,
    username: String,
    position: String,
    position_name: Option<String>,
    note: String,
    status: &'static str,
    status_label: String,
    is_pending: bool,
    is_late: bool,
    since: i64,
    age: String,
    decision: Option<DecisionView>,
}

#[derive(Debug, Serialize)]
struct DecisionView {
    at: i64,
    by: String,
    reason: String,
}

#[derive(Debug, Serialize)]
struct EventView {
    at: i64,
    told: String,
    detail: String,
}

#[derive(Debug, Serialize)]
struct LookalikeView {
    name: String,
    email: String,
    told: String,
}

impl RequestView {
    fn new(lang: Lang, request: &Request, now: Instant) -> Self {
        let registration = request.registration.as_ref();
        let since = waiting_since(request);
        let text = |pick: fn(&super::Registration) -> &String| {
            registration.map(pick).cloned().unwrap_or_default()
        };
        Self {
            id: request.id.0,
            name: display_name(lang, request),
            given_name: request.given_name.clone(),
            family_name: request.family_name.clone(),
            email: request.email.clone(),
            organisation: request.organisation.clone(),
            language: request.lang.name(),
            username: text(|registration| &registration.username),
            position: registration
                .and_then(|registration| registration.position_id)
                .map(|id| id.to_string())
                .unwrap_or_default(),
            position_name: registration.and_then(|registration| registration.position.clone()),
            note: text(|registration| &registration.note),
            status: request.state.name(),
            status_label: status(lang, &request.state),
            is_pending: request.state.is_pending(),
            is_late: is_late(&request.state),
            since: since.0,
            age: age(lang, since, now),
            decision: request.state.decision().map(|decision| DecisionView {
                at: decision.at.0,
                by: decision.by.clone(),
                reason: decision.reason.clone(),
            }),
        }
    }
}

impl RequestPage {
    pub fn new(lang: Lang, request: &Request, now: Instant) -> Self {
        Self {
            request: RequestView::new(lang, request, now),
            events: Vec::new(),
            lookalikes: Vec::new(),
            positions: Vec::new(),
            recipients: Vec::new(),
            forwards_to_secretariat: false,
            faults: Faults::default(),
        }
    }

    #[must_use]
    pub fn with_history(self, lang: Lang, events: &[Happening]) -> Self {
        let view = |one: &Happening| EventView {
            at: one.at.0,
            told: lang.text_with(
                &format!("requests-event-{}", one.event.name()),
                &[("name", one.actor.clone().unwrap_or_default().into())],
            ),
            detail: one.detail.clone(),
        };
        Self {
            events: events.iter().map(view).collect(),
            ..self
        }
    }

    #[must_use]
    pub fn with_lookalikes(self, lang: Lang, lookalikes: &[Lookalike]) -> Self {
        let view = |one: &Lookalike| {
            let kind = if one.is_account {
                "requests-twin-account"
            } else {
                "requests-twin-request"
            };
            LookalikeView {
                name: format!("{} {}", one.given_name, one.family_name),
                email: one.email.clone(),
                told: lang.text_with(kind, &[("state", one.state.as_str().into())]),
            }
        };
        Self {
            lookalikes: lookalikes.iter().map(view).collect(),
            ..self
        }
    }

    /// `is_secretariat` has no need to forward to itself.
    #[must_use]
    pub fn with_choices(
        self,
        organisations: &[Organisation],
        positions: Vec<Position>,
        is_secretariat: bool,
    ) -> Self {
        let mut recipients = organisation_choices(organisations);
        recipients.retain(|choice| choice.label != self.request.organisation);
        Self {
            forwards_to_secretariat: !is_secretariat,
            positions: position_choices(positions),
            recipients,
            ..self
        }
    }

    #[must_use]
    pub fn with_faults(self, faults: Faults) -> Self {
        Self { faults, ..self }
    }
}

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
