//! All SQL about certificates and their templates.

use sqlx::FromRow;

use super::design::{Design, Edition};
use super::{Award, Certificate, Code, Ending, Holder, NewCertificate, State};
use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbError, DbResult, Tx};
use crate::i18n::fold;
use crate::ids::{CertificateId, CourseId, OrganisationId, UserId};

#[derive(Debug, FromRow)]
struct CertificateRow {
    id: i64,
    code: String,
    user_id: i64,
    course_id: i64,
    organisation_id: i64,
    facts: String,
    template_version: i64,
    pdf_hash: String,
    state: String,
    replaced_by: Option<String>,
    ended_at: Option<i64>,
    end_reason: Option<String>,
    issued_at: i64,
}

impl TryFrom<CertificateRow> for Certificate {
    type Error = DbError;

    fn try_from(row: CertificateRow) -> DbResult<Self> {
        let wrong = |column| DbError::ImpossibleRow(format!("certificate {}: {column}", row.id));
        let ending = row.ended_at.map(|at| Ending {
            at: Instant(at),
            reason: row.end_reason.unwrap_or_default(),
        });
        let by = row.replaced_by.as_deref().and_then(Code::parse);
        let state = match (row.state.as_str(), by, ending) {
            ("valid", None, None) => State::Valid,
            ("replaced", Some(by), Some(ending)) => State::Replaced { by, ending },
            ("revoked", None, Some(ending)) => State::Revoked { ending },
            _ => return Err(wrong("state")),
        };
        Ok(Self {
            code: Code::parse(&row.code).ok_or_else(|| wrong("code"))?,
            award: serde_json::from_str::<Award>(&row.facts)
                .ok()
                .ok_or_else(|| wrong("facts"))?,
            pdf: row.pdf_hash.parse().ok().ok_or_else(|| wrong("pdf_hash"))?,
            id: CertificateId(row.id),
            holder: Holder {
                user_id: UserId(row.user_id),
                course_id: CourseId(row.course_id),
                organisation_id: OrganisationId(row.organisation_id),
            },
            template_version: row.template_version,
            state,
            issued_at: Instant(row.issued_at),
        })
    }
}

macro_rules! select_certificate {
    ($rest:literal) => {
        concat!(
            "SELECT k.id, k.code, k.user_id, k.course_id, k.organisation_id, k.facts, k.template_version, ",
            "k.pdf_hash, k.state, k.replaced_by, k.ended_at, k.end_reason, k.issued_at FROM certificates k ",
            $rest
        )
    };
}

fn certificates(rows: Vec<CertificateRow>) -> DbResult<Vec<Certificate>> {
    rows.into_iter().map(Certificate::try_from).collect()
}

pub async fn find_certificate(db: &Db, id: CertificateId) -> DbResult<Option<Certificate>> {
    let row: Option<CertificateRow> = db
        .find(select_certificate!("WHERE k.id = $1"), args![id])
        .await?;
    row.map(Certificate::try_from).transpose()
}

pub async fn find_certificate_by_code(db: &Db, code: &Code) -> DbResult<Option<Certificate>> {
    let row: Option<CertificateRow> = db
        .find(select_certificate!("WHERE k.code = $1"), args![code])
        .await?;
    row.map(Certificate::try_from).transpose()
}

/// The certificate a person has for a course: valid, or revoked.
pub async fn find_issued(
    db: &Db,
    user: UserId,
    course: CourseId,
) -> DbResult<Option<CertificateId>> {
    let row: Option<(i64,)> = db
        .find(
            "SELECT id FROM certificates WHERE user_id = $1 AND course_id = $2 AND state <> 'replaced'",
            args![user, course],
        )
        .await?;
    Ok(row.map(|(id,)| CertificateId(id)))
}

/// The certificate of a person for a course, when it was revoked: no other one follows it.
pub async fn find_revoked(
    db: &Db,
    user: UserId,
    course: CourseId,
) -> DbResult<Option<Certificate>> {
    let row: Option<CertificateRow> = db
        .find(
            select_certificate!(
                "WHERE k.user_id = $1 AND k.course_id = $2 AND k.state = 'revoked'"
            ),
            args![user, course],
        )
        .await?;
    row.map(Certificate::try_from).transpose()
}

/// Newest first, without those that were replaced.
pub async fn list_certificates_of(db: &Db, user: UserId) -> DbResult<Vec<Certificate>> {
    certificates(
        db.all(
            select_certificate!(
                "WHERE k.user_id = $1 AND k.state <> 'replaced' ORDER BY k.issued_at DESC, k.id DESC"
            ),
            args![user],
        )
        .await?,
    )
}

/// Newest first: those whose name contains the words, or whose number begins with them.
pub async fn search_certificates(db: &Db, words: &str, limit: i64) -> DbResult<Vec<Certificate>> {
    let name = format!("%{}%", escaped(&fold(words.trim())));
    let number = Code::grouped(words);
    // Words without any letter or digit find everything by name and must not find it by number.
    let number = if number.is_empty() {
        number
    } else {
        format!("{number}%")
    };
    certificates(
        db.all(
            select_certificate!(
                "WHERE k.name_folded LIKE $1 ESCAPE '!' OR k.code LIKE $2 \
                 ORDER BY k.issued_at DESC, k.id DESC LIMIT $3"
            ),
            args![name, number, limit],
        )
        .await?,
    )
}

fn escaped(pattern: &str) -> String {
    pattern
        .replace('!', "!!")
        .replace('%', "!%")
        .replace('_', "!_")
}

/// Fails as a duplicate when this person has a certificate for this course already.
pub async fn insert_certificate(
    tx: &mut Tx,
    new: &NewCertificate,
    now: Instant,
) -> DbResult<CertificateId> {
    let facts = serde_json::to_string(&new.award)
        .map_err(|error| DbError::ImpossibleRow(error.to_string()))?;
    tx.insert(
        "INSERT INTO certificates (code, user_id, course_id, organisation_id, facts, template_version, \
         pdf_hash, state, issued_at, name_folded) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'valid', $8, $9) RETURNING id",
        args![
            &new.code,
            new.holder.user_id,
            new.holder.course_id,
            new.holder.organisation_id,
            facts,
            new.template_version,
            new.pdf.to_string(),
            now,
            fold(&new.award.facts.name)
        ],
    )
    .await
    .map(CertificateId)
}

/// False when it is not valid any more.
pub async fn mark_replaced(
    tx: &mut Tx,
    id: CertificateId,
    by: &Code,
    ending: &Ending,
) -> DbResult<bool> {
    let changed = tx
        .execute(
            "UPDATE certificates SET state = 'replaced', replaced_by = $2, ended_at = $3, end_reason = $4 \
             WHERE id = $1 AND state = 'valid'",
            args![id, by, ending.at, &ending.reason],
        )
        .await?;
    Ok(changed == 1)
}

/// False when it is not valid any more.
pub async fn mark_revoked(tx: &mut Tx, id: CertificateId, ending: &Ending) -> DbResult<bool> {
    let changed = tx
        .execute(
            "UPDATE certificates SET state = 'revoked', ended_at = $2, end_reason = $3 \
             WHERE id = $1 AND state = 'valid'",
            args![id, ending.at, &ending.reason],
        )
        .await?;
    Ok(changed == 1)
}

/// The newest edition of a course's template; `None` while nobody has changed the default.
pub async fn find_newest_edition(db: &Db, course: CourseId) -> DbResult<Option<Edition>> {
    let row: Option<(i64, String)> = db
        .find(
            "SELECT version, body FROM certificate_templates WHERE course_id = $1 \
             ORDER BY version DESC LIMIT 1",
            args![course],
        )
        .await?;
    row.map(edition).transpose()
}

pub async fn find_edition(db: &Db, course: CourseId, version: i64) -> DbResult<Option<Edition>> {
    let row: Option<(i64, String)> = db
        .find(
            "SELECT version, body FROM certificate_templates WHERE course_id = $1 AND version = $2",
            args![course, version],
        )
        .await?;
    row.map(edition).transpose()
}

fn edition((version, body): (i64, String)) -> DbResult<Edition> {
    let design = serde_json::from_str(&body)
        .map_err(|error| DbError::ImpossibleRow(format!("certificate template: {error}")))?;
    Ok(Edition { version, design })
}

/// Fails as a duplicate when somebody else saved this version.
pub async fn insert_edition(
    tx: &mut Tx,
    course: CourseId,
    (version, design): (i64, &Design),
    (author, now): (UserId, Instant),
) -> DbResult<()> {
    let body =
        serde_json::to_string(design).map_err(|error| DbError::ImpossibleRow(error.to_string()))?;
    tx.execute(
        "INSERT INTO certificate_templates (course_id, version, body, created_by, created_at) \
         VALUES ($1, $2, $3, $4, $5)",
        args![course, version, body, author, now],
    )
    .await?;
    Ok(())
}

/// Whatever became of them.
pub async fn count_certificates_of(db: &Db, user: UserId) -> DbResult<i64> {
    let row: Option<(i64,)> = db
        .find(
            "SELECT CAST(COUNT(*) AS BIGINT) FROM certificates WHERE user_id = $1",
            args![user],
        )
        .await?;
    Ok(row.map_or(0, |(count,)| count))
}
