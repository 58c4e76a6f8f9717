//! Issuing, replacing and revoking. Printing comes first, then one short transaction records it.

use documents::certificate::CertificateFacts;

use super::design::{self, Edition};
use super::printing::{self, PrintError};
use super::{Award, Certificate, Code, Ending, Holder, NewCertificate, db, letters};
use crate::AppState;
use crate::audit::{self, Deed};
use crate::clock::Instant;
use crate::courses;
use crate::db::DbError;
use crate::error::AppError;
use crate::grades::Scores;
use crate::ids::CertificateId;
use crate::learning::{self, Visit, words};
use crate::users::User;
use crate::web::Page;

/// The certificate of a person for a course: printed at the first call, the same one at every later
/// call. `None` while the course is not complete.
pub async fn issue(
    page: &Page,
    user: &User,
    visit: &Visit,
) -> Result<Option<CertificateId>, PrintError> {
    let (app, course) = (&page.app, &visit.course);
    if let Some(id) = db::find_issued(&app.db, user.id, course.id).await? {
        return Ok(Some(id));
    }
    let Some(completed_at) = completed_at(page, user, visit).await? else {
        return Ok(None);
    };
    let holder = Holder {
        user_id: user.id,
        course_id: course.id,
        organisation_id: user.organisation_id,
    };
    let edition = design::current(&app.db, course).await?;
    let award = award(&edition, user, visit, completed_at);
    let new = print(app, holder, &edition, award).await?;
    let mut tx = app.db.begin().await?;
    match db::insert_certificate(&mut tx, &new, page.request.now).await {
        Ok(id) => {
            let deed = Deed {
                action: "certificate.issue",
                subject: &format!("certificate {id}"),
                detail: new.code.as_str(),
            };
            audit::record(&mut tx, &page.request, deed).await?;
            tx.commit().await?;
            Ok(Some(id))
        }
        // Two clicks at once: the other one issued it.
        Err(DbError::Duplicate(_)) => {
            drop(tx);
            Ok(db::find_issued(&app.db, user.id, course.id).await?)
        }
        Err(error) => Err(error.into()),
    }
}

/// When the course was completed. A course whose author took away what was missing becomes complete
/// without a commit that could have said so; it is recorded here.
async fn completed_at(
    page: &Page,
    user: &User,
    visit: &Visit,
) -> Result<Option<Instant>, AppError> {
    let recorded = visit.enrolment.and_then(|enrolment| enrolment.completed_at);
    if recorded.is_some() || !visit.is_complete() {
        return Ok(recorded);
    }
    let (course, now) = (visit.course.id, page.request.now);
    let mut tx = page.app.db.begin().await?;
    courses::db::insert_enrolment(&mut tx, user.id, course, now).await?;
    learning::db::record_course_progress(&mut tx, user.id, course, now).await?;
    tx.commit().await?;
    let enrolment = learning::db::find_enrolment(&page.app.db, user.id, course).await?;
    Ok(enrolment.and_then(|enrolment| enrolment.completed_at))
}

/// What the certificate will say, in the language of the course. Its number comes when it is printed.
fn award(edition: &Edition, user: &User, visit: &Visit, awarded_at: Instant) -> Award {
    let lang = visit.course.lang;
    let score = Scores::of(&visit.items)
        .course_total()
        .filter(|_| edition.design.prints_score());
    Award {
        lang,
        issuer: edition.design.template.issuer.clone(),
        awarded_at,
        facts: CertificateFacts {
            issued_on: printing::day(awarded_at),
            name: user.full_name(),
            course: visit.course.title.clone(),
            date: lang.date(awarded_at),
            expiry: None,
            score: score.map(|score| words::percent(lang, score)),
            number: String::new(),
            verify_url: None,
        },
    }
}

/// Gives an award a number of its own, prints it and stores the page.
async fn print(
    app: &AppState,
    holder: Holder,
    edition: &Edition,
    mut award: Award,
) -> Result<NewCertificate, PrintError> {
    let code = Code::new(&app.random);
    award.facts.number = code.to_string();
    award.facts.verify_url = Some(printing::verify_url(&app.config.site_url, code.as_str()));
    let artwork = printing::load_artwork(app, &edition.design).await?;
    let template = edition.design.template.clone();
    let printed = printing::print(template, artwork, award.facts).await?;
    award.facts = printed.facts;
    Ok(NewCertificate {
        code,
        holder,
        award,
        template_version: edition.version,
        pdf: printing::store(app, printed.pdf).await?,
    })
}

/// A new certificate with the name put right: same award, same look, a new number. `None` when the old
/// one is not valid any more.
pub async fn replace(
    page: &Page,
    old: &Certificate,
    name: &str,
    reason: &str,
) -> Result<Option<CertificateId>, PrintError> {
    let app = &page.app;
    let course = courses::db::find_course(&app.db, old.holder.course_id)
        .await?
        .ok_or(AppError::NotFound)?;
    let edition = design::of_version(&app.db, &course, old.template_version).await?;
    let mut award = old.award.clone();
    name.clone_into(&mut award.facts.name);
    let new = print(app, old.holder, &edition, award).await?;
    let holder = letters::find_holder(app, old).await?;
    let mut tx = app.db.begin().await?;
    let ending = Ending {
        at: page.request.now,
        reason: reason.to_owned(),
    };
    if !db::mark_replaced(&mut tx, old.id, &new.code, &ending).await? {
        return Ok(None);
    }
    let id = db::insert_certificate(&mut tx, &new, page.request.now).await?;
    let change = (old, (id, &new.code));
    letters::tell_replaced(&mut tx, holder.as_ref(), change, &ending).await?;
    let detail = format!(
        "{} replaced by {}; name {:?} to {:?}; {reason}",
        old.code, new.code, old.award.facts.name, new.award.facts.name
    );
    let deed = Deed {
        action: "certificate.replace",
        subject: &format!("certificate {}", old.id),
        detail: &detail,
    };
    audit::record(&mut tx, &page.request, deed).await?;
    tx.commit().await?;
    Ok(Some(id))
}

/// False when it is not valid any more.
pub async fn revoke(page: &Page, old: &Certificate, reason: &str) -> Result<bool, AppError> {
    let holder = letters::find_holder(&page.app, old).await?;
    let mut tx = page.app.db.begin().await?;
    let ending = Ending {
        at: page.request.now,
        reason: reason.to_owned(),
    };
    if !db::mark_revoked(&mut tx, old.id, &ending).await? {
        return Ok(false);
    }
    letters::tell_revoked(&mut tx, holder.as_ref(), old, &ending).await?;
    let deed = Deed {
        action: "certificate.revoke",
        subject: &format!("certificate {}", old.id),
        detail: &format!("{}; {reason}", old.code),
    };
    audit::record(&mut tx, &page.request, deed).await?;
    tx.commit().await?;
    Ok(true)
}
