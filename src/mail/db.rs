//! All SQL about mails.

use sqlx::FromRow;

use super::{Letter, Mail};
use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbResult};

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
        "INSERT INTO mails (recipient, lang, subject, body_text, body_html, state, error, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            &mail.to,
            mail.lang,
            &letter.subject,
            &letter.text,
            &letter.html,
            state,
            error,
            now
        ],
    )
    .await?;
    Ok(())
}

/// The newest mails first.
pub async fn list_mails(db: &Db) -> DbResult<Vec<MailRow>> {
    db.all(
        "SELECT id, recipient, lang, subject, body_text, body_html, state, error, created_at \
         FROM mails ORDER BY id DESC LIMIT 200",
        vec![],
    )
    .await
}
