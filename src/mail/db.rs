//! All SQL about mails.

use sqlx::FromRow;

use super::{Letter, Mail};
use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbResult, Tx};
use crate::ids::MailId;

#[derive(Debug, FromRow, serde::Serialize)]
pub struct MailRow {
    pub id: i64,
    pub recipient: String,
    pub lang: String,
    pub subject: String,
    pub body_text: String,
    pub body_html: String,
    pub state: String,
    pub error: Option<String>,
    pub created_at: i64,
    pub reply_to: Option<String>,
}

pub(super) async fn insert_mail(
    db: &Db,
    mail: &Mail,
    letter: &Letter,
    state: &str,
    error: Option<&str>,
    now: Instant,
) -> DbResult<()> {
    db.execute(
        "INSERT INTO mails (recipient, lang, subject, body_text, body_html, state, error, created_at, reply_to) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![
            &mail.to,
            mail.lang,
            &letter.subject,
            &letter.text,
            &letter.html,
            state,
            error,
            now,
            letter.reply_to.clone()
        ],
    )
    .await?;
    Ok(())
}

/// The newest mails first.
pub async fn list_mails(db: &Db) -> DbResult<Vec<MailRow>> {
    db.all(
        "SELECT id, recipient, lang, subject, body_text, body_html, state, error, created_at, reply_to \
         FROM mails ORDER BY id DESC LIMIT 200",
        vec![],
    )
    .await
}

/// Refused for good by a server, the newest first.
pub async fn list_failed(db: &Db) -> DbResult<Vec<MailRow>> {
    db.all(
        "SELECT id, recipient, lang, subject, body_text, body_html, state, error, created_at, reply_to \
         FROM mails WHERE state = 'failed' ORDER BY id DESC LIMIT 200",
        vec![],
    )
    .await
}

/// False when it has not failed, or is on its way again.
pub async fn mark_retried(tx: &mut Tx, id: MailId) -> DbResult<bool> {
    let changed = tx
        .execute(
            "UPDATE mails SET state = 'retried' WHERE id = $1 AND state = 'failed' AND body_text <> ''",
            args![id],
        )
        .await?;
    Ok(changed == 1)
}

pub(super) async fn find_mail(db: &Db, id: MailId) -> DbResult<Option<MailRow>> {
    db.find(
        "SELECT id, recipient, lang, subject, body_text, body_html, state, error, created_at, reply_to \
         FROM mails WHERE id = $1",
        args![id],
    )
    .await
}

/// A text that has left is its recipient's.
pub(super) async fn mark_delivered(
    db: &Db,
    id: MailId,
    state: &str,
    error: Option<&str>,
) -> DbResult<()> {
    db.execute(
        "UPDATE mails SET state = $2, error = $3, \
         body_text = CASE WHEN $2 = 'sent' THEN '' ELSE body_text END, \
         body_html = CASE WHEN $2 = 'sent' THEN '' ELSE body_html END WHERE id = $1",
        args![id, state, error],
    )
    .await?;
    Ok(())
}
