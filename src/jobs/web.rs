//! What waits in the outbox and what has failed, for operators.

use axum::extract::{Path, State};
use serde::Serialize;

use super::db::{self, OpenJob};
use super::{Job, enqueue};
use crate::AppState;
use crate::audit::{self, Deed};
use crate::auth::Operator;
use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::ids::{JobId, MailId};
use crate::mail;
use crate::web::{FlashKind, Page};

const HERE: &str = "/queue";
const MOST: i64 = 200;

#[derive(Debug, Serialize)]
struct QueuePage {
    jobs: Vec<JobRow>,
    mails: Vec<FailedMail>,
    waiting: i64,
    failed: i64,
}

#[derive(Debug, Serialize)]
struct JobRow {
    id: i64,
    kind: String,
    /// The recipient, when it is a mail.
    to: String,
    has_failed: bool,
    tries: i64,
    run_at: i64,
    error: Option<String>,
}

#[derive(Debug, Serialize)]
struct FailedMail {
    id: i64,
    recipient: String,
    subject: String,
    /// A mail with a secret keeps no text: its owner asks for a new one.
    is_resendable: bool,
    error: Option<String>,
    at: i64,
}

impl From<OpenJob> for JobRow {
    fn from(job: OpenJob) -> Self {
        let payload: serde_json::Value = serde_json::from_str(&job.payload).unwrap_or_default();
        let text = |name: &str| payload[name].as_str().unwrap_or_default().to_owned();
        Self {
            id: job.id,
            kind: text("kind"),
            to: text("to"),
            has_failed: job.state == "failed",
            tries: job.tries,
            run_at: job.run_at,
            error: job.error,
        }
    }
}

/// `GET /queue`
pub async fn show(page: Page, _: Operator) -> AppResult {
    let db = &page.app.db;
    let jobs = db::list_open_jobs(db, MOST).await?;
    let failed = mail::list_failed(db).await?;
    let content = QueuePage {
        waiting: db::count_jobs(db, "queued").await? + db::count_jobs(db, "running").await?,
        failed: db::count_jobs(db, "failed").await? + failed.len() as i64,
        jobs: jobs.into_iter().map(JobRow::from).collect(),
        mails: failed
            .into_iter()
            .map(|mail| FailedMail {
                id: mail.id,
                is_resendable: !mail.body_text.is_empty(),
                recipient: mail.recipient,
                subject: mail.subject,
                error: mail.error,
                at: mail.created_at,
            })
            .collect(),
    };
    page.render("queue/index.html", &page.t("queue-title"), &[], &content)
}

/// `POST /queue/jobs/{id}/retry`
pub async fn retry_job(
    State(app): State<AppState>,
    page: Page,
    _: Operator,
    Path(id): Path<JobId>,
) -> AppResult {
    let mut tx = app.db.begin().await?;
    if !db::mark_retried(&mut tx, id, page.request.now).await? {
        return Err(AppError::NotFound);
    }
    record(&mut tx, &page, &format!("job {id}")).await?;
    tx.commit().await?;
    Ok(page.redirect(HERE, FlashKind::Success, "queue-retried"))
}

/// `POST /queue/mails/{id}/retry`
pub async fn retry_mail(
    State(app): State<AppState>,
    page: Page,
    _: Operator,
    Path(id): Path<MailId>,
) -> AppResult {
    let mut tx = app.db.begin().await?;
    if !mail::mark_retried(&mut tx, id).await? {
        return Err(AppError::NotFound);
    }
    enqueue(&mut tx, &Job::ResendMail { mail: id }, page.request.now).await?;
    record(&mut tx, &page, &format!("mail {id}")).await?;
    tx.commit().await?;
    Ok(page.redirect(HERE, FlashKind::Success, "queue-retried"))
}

async fn record(tx: &mut Tx, page: &Page, subject: &str) -> AppResult<()> {
    let deed = Deed {
        action: "queue.retry",
        subject,
        detail: "",
    };
    Ok(audit::record(tx, &page.request, deed).await?)
}
