//! The outbox: side effects are rows written in the transaction that caused them, run at least once,
//! by any replica, until they succeed or have failed often enough to show an operator.

mod db;
pub mod web;

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::AppState;
use crate::clock::Instant;
use crate::db::{DbResult, Tx};
use crate::ids::{
    CourseId, ErasureId, ErasureRunId, ExportId, MailId, OrganisationId, RequestId, UserId,
};
use crate::mail::Mail;

pub use db::count_jobs;

/// Work for later. The variant's name is stored, so renaming one is a migration.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Job {
    SendMail(Mail),
    /// The same, answered to somebody else than its sender.
    SendMessage {
        mail: Mail,
        reply_to: String,
    },
    /// Sends once more what a server refused.
    ResendMail {
        mail: MailId,
    },
    /// Tells a learner that a course is complete, if it still is.
    Congratulate {
        user: UserId,
        course: CourseId,
    },
    /// Checks an uploaded zip and makes a version of it.
    ImportUpload {
        upload_id: String,
    },
    /// Tells the author how an import ended, if they have not seen it.
    TellImported {
        upload_id: String,
    },
    /// Asks again for a decision on a request that waits.
    ChaseRequest {
        request: RequestId,
    },
    /// Forgets a registration whose address was never confirmed.
    ExpireRequest {
        request: RequestId,
    },
    /// Makes a temporary password and mails it.
    SendInvitation {
        user: UserId,
    },
    /// Mails a link to choose a new password to whoever is known by what was typed.
    SendReset {
        login: String,
    },
    /// Forgets who was denied.
    PurgeRequest {
        request: RequestId,
    },
    /// Makes somebody's copy of all that is stored about them.
    PrepareExport {
        export: ExportId,
    },
    /// Removes such a copy: its time is over, or nobody wants it.
    RemoveExport {
        token: String,
    },
    /// Asks again for a decision on somebody who wishes to be forgotten.
    ChaseErasure {
        erasure: ErasureId,
    },
    /// Deletes the next of those who were chosen from the deletion list.
    EraseChosen {
        run: ErasureRunId,
    },
    /// Tells somebody that their account is gone.
    SendFarewell(Mail),
    /// Looks who has not logged in for long, once a day.
    ReviewRetention {
        organisation: OrganisationId,
        due: Instant,
    },
}

/// Long work has its own lane, so that a mail never waits for a two-gigabyte zip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    Quick,
    Long,
}

impl Job {
    fn lane(&self) -> Lane {
        match self {
            Self::ImportUpload { .. }
            | Self::PrepareExport { .. }
            | Self::EraseChosen { .. }
            | Self::ReviewRetention { .. } => Lane::Long,
            Self::SendMail(_)
            | Self::SendMessage { .. }
            | Self::SendFarewell(_)
            | Self::RemoveExport { .. }
            | Self::ChaseErasure { .. }
            | Self::ResendMail { .. }
            | Self::Congratulate { .. }
            | Self::TellImported { .. }
            | Self::SendReset { .. }
            | Self::ChaseRequest { .. }
            | Self::ExpireRequest { .. }
            | Self::PurgeRequest { .. }
            | Self::SendInvitation { .. } => Lane::Quick,
        }
    }
}

/// Tries before a job is given up and shown as failed: 5 s, 10 s, 20 s … about an hour and a half.
const MAX_TRIES: i64 = 11;

/// Writes the job into the caller's transaction. It cannot run before that commits.
pub async fn enqueue(tx: &mut Tx, job: &Job, now: Instant) -> DbResult<()> {
    db::insert_job(tx, job, now, now).await
}

/// The same, not to run before `run_at`.
pub async fn enqueue_for(tx: &mut Tx, job: &Job, run_at: Instant, now: Instant) -> DbResult<()> {
    db::insert_job(tx, job, run_at, now).await
}

/// Runs what is due in one lane, one after the other. Returns how many ran.
pub async fn run_due(app: &AppState, lane: Lane) -> DbResult<usize> {
    let mut count = 0;
    while let Some((id, tries, job)) = db::claim_job(&app.db, lane, app.clock.now()).await? {
        count += 1;
        match run(app, &job).await {
            Ok(()) => db::mark_done(&app.db, id).await?,
            Err(error) => {
                let text = format!("{error:#}");
                tracing::warn!(job = id.0, tries, error = %text, "job failed");
                let retry = (tries < MAX_TRIES).then(|| {
                    app.clock
                        .now()
                        .plus_ms(5000 * (1 << (tries - 1).clamp(0, 10)))
                });
                db::mark_failed(&app.db, id, &text, retry).await?;
            }
        }
    }
    Ok(count)
}

async fn run(app: &AppState, job: &Job) -> anyhow::Result<()> {
    match job {
        Job::SendMail(mail) => crate::mail::deliver(app, mail).await,
        Job::SendMessage { mail, reply_to } => {
            crate::mail::deliver_message(app, mail, reply_to).await
        }
        Job::ResendMail { mail } => crate::mail::deliver_again(app, *mail).await,
        Job::Congratulate { user, course } => crate::play::congratulate(app, *user, *course).await,
        Job::ImportUpload { upload_id } => crate::uploads::import(app, upload_id).await,
        Job::ChaseRequest { request } => {
            crate::requests::chase(app, *request, app.clock.now()).await
        }
        Job::ExpireRequest { request } => {
            crate::requests::expire(app, *request, app.clock.now()).await
        }
        Job::SendInvitation { user } => crate::team::send_invitation(app, *user).await,
        Job::PurgeRequest { request } => {
            crate::requests::purge(app, *request, app.clock.now()).await
        }
        Job::SendReset { login } => crate::accounts::send_reset(app, login, app.clock.now()).await,
        Job::TellImported { upload_id } => crate::uploads::tell_imported(app, upload_id).await,
        Job::PrepareExport { export } => crate::rights::prepare_export(app, *export).await,
        Job::RemoveExport { token } => crate::rights::remove_export(app, token).await,
        Job::ChaseErasure { erasure } => crate::rights::chase(app, *erasure, app.clock.now()).await,
        Job::EraseChosen { run } => crate::rights::erase_chosen(app, *run).await,
        Job::SendFarewell(mail) => crate::mail::deliver_farewell(app, mail).await,
        Job::ReviewRetention { organisation, due } => {
            crate::rights::review_retention(app, (*organisation, *due), app.clock.now()).await
        }
    }
}

/// Between two looks at the queue. Looking is one indexed read; waiting longer would be felt by authors.
const PAUSE: Duration = Duration::from_millis(500);

/// Runs both lanes until shutdown.
pub async fn work(app: AppState) {
    tokio::join!(lane_loop(&app, Lane::Quick), lane_loop(&app, Lane::Long));
}

async fn lane_loop(app: &AppState, lane: Lane) {
    loop {
        if let Err(error) = run_due(app, lane).await {
            tracing::error!(%error, "jobs cannot be read");
        }
        tokio::select! {
            () = app.shutdown.cancelled() => return,
            () = tokio::time::sleep(PAUSE) => {}
        }
    }
}
