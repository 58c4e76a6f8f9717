//! A question to the person who asks, and their answer, by a link that works once.

use axum::extract::{Path, State};
use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::applications::{find, show_request};
use super::correct::url;
use crate::AppState;
use crate::auth::{Coordinator, hash_token};
use crate::error::{AppError, AppResult};
use crate::ids::RequestId;
use crate::jobs::{self, Job};
use crate::mail::Mail;
use crate::requests::db::Asked;
use crate::requests::{Event, chase, db};
use crate::web::{Fault, Faults, FlashKind, Form, Page};

const MAX_TEXT: usize = 2000;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct TextForm {
    text: String,
}

impl TextForm {
    fn fault(&self, field: &'static str) -> Option<Fault> {
        match self.text.trim().chars().count() {
            0 => Some(Fault::new(field, "requests-fault-text")),
            chars if chars > MAX_TEXT => Some(Fault::new(field, "requests-fault-long")),
            _ => None,
        }
    }
}

/// `POST /applications/{id}/question`
pub async fn ask(
    State(app): State<AppState>,
    page: Page,
    coordinator: Coordinator,
    Path(id): Path<RequestId>,
    Form(form): Form<TextForm>,
) -> AppResult {
    let request = find(&app, &coordinator, id).await?;
    if let Some(fault) = form.fault("text") {
        let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
        return show_request(&page, &coordinator, unprocessable, &request, &[fault]).await;
    }
    let now = page.request.now;
    let token = app.random.token();
    let mut tx = app.db.begin().await?;
    if db::mark_asked(&mut tx, id, &hash_token(&token)).await? == 0 {
        return Err(AppError::Conflict(page.t("requests-not-pending")));
    }
    let text = form.text.trim();
    let actor = Some(coordinator.user.id);
    db::insert_event(&mut tx, id, Event::Asked, (actor, text), now).await?;
    let mail = Mail {
        to: request.email.clone(),
        lang: request.lang,
        template: "request_question".to_owned(),
        values: serde_json::json!({
            "name": request.full_name(),
            "asker": coordinator.user.full_name(),
            "organisation": request.organisation,
            "text": text,
            "path": format!("/register/answer/{token}"),
        }),
    };
    jobs::enqueue(&mut tx, &Job::SendMail(mail), now).await?;
    tx.commit().await?;
    Ok(page.redirect(&url(id), FlashKind::Success, "requests-asked"))
}

#[derive(Debug, Serialize)]
struct AnswerPage {
    token: String,
    question: String,
    typed: String,
    faults: Faults,
}

/// The last question of the request a link belongs to.
async fn question(page: &Page, token: &str) -> AppResult<(RequestId, String)> {
    let hash = hash_token(token);
    let id = db::find_by_answer_hash(&page.app.db, &hash)
        .await?
        .ok_or_else(|| AppError::Gone(page.t("requests-answer-dead")))?;
    let events = db::list_events(&page.app.db, id).await?;
    let asked = events
        .into_iter()
        .rev()
        .find(|one| one.event == Event::Asked);
    Ok((id, asked.map(|one| one.detail).unwrap_or_default()))
}

/// `GET /register/answer/{token}`
pub async fn show_answer(page: Page, Path(token): Path<String>) -> AppResult {
    let (_, question) = question(&page, &token).await?;
    render(&page, StatusCode::OK, token, question, String::new(), &[])
}

fn render(
    page: &Page,
    status: StatusCode,
    token: String,
    question: String,
    typed: String,
    faults: &[Fault],
) -> AppResult {
    let content = AnswerPage {
        token,
        question,
        typed,
        faults: Faults::tell(page.lang(), faults),
    };
    let title = page.t("requests-answer");
    page.render_status(status, "registration/answer.html", &title, &[], &content)
}

/// `POST /register/answer/{token}`
pub async fn store_answer(
    State(app): State<AppState>,
    page: Page,
    Path(token): Path<String>,
    Form(form): Form<TextForm>,
) -> AppResult {
    let (id, question) = question(&page, &token).await?;
    if let Some(fault) = form.fault("text") {
        let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
        return render(&page, unprocessable, token, question, form.text, &[fault]);
    }
    let now = page.request.now;
    let mut tx = app.db.begin().await?;
    if !db::mark_answered(&mut tx, &hash_token(&token)).await? {
        return Err(AppError::Gone(page.t("requests-answer-dead")));
    }
    let text = form.text.trim();
    db::insert_event(&mut tx, id, Event::Answered, (None, text), now).await?;
    if let Some(request) = db::find_any_request(&mut tx, id).await? {
        chase::ask(&mut tx, &request, Asked::First, "request_answered", now).await?;
    }
    tx.commit().await?;
    Ok(page.redirect("/", FlashKind::Success, "requests-answered"))
}
