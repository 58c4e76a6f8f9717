//! Getting one's certificate, and finding it again.

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect};

use super::{pdf, refusal};
use crate::AppState;
use crate::auth::Person;
use crate::certificates::pages::{CertificatePage, MinePage};
use crate::certificates::{Certificate, db, issue, printing};
use crate::error::{AppError, AppResult};
use crate::ids::{CertificateId, CourseId};
use crate::learning;
use crate::web::{FlashKind, Page};

/// `POST /courses/{id}/certificate`: issues it once; later clicks lead to the same one.
pub async fn issue(
    State(app): State<AppState>,
    page: Page,
    person: Person,
    Path(id): Path<CourseId>,
) -> AppResult {
    let visit = learning::db::find_visit(&app.db, &person, id)
        .await?
        .ok_or(AppError::NotFound)?;
    let course_url = format!("/courses/{id}#certificate");
    // Nothing to celebrate: its page says what became of it.
    if let Some(revoked) = db::find_revoked(&app.db, person.user.id, id).await? {
        return Ok(Redirect::to(&format!("/certificates/{}", revoked.id)).into_response());
    }
    match issue::issue(&page, &person.user, &visit).await {
        Ok(Some(certificate)) => Ok(page.redirect(
            &format!("/certificates/{certificate}"),
            FlashKind::Success,
            "certificates-issued",
        )),
        Ok(None) => Ok(page.redirect(&course_url, FlashKind::Warning, "certificates-not-complete")),
        Err(error) => refusal(&page, error, course_url),
    }
}

/// `GET /my/certificates`
pub async fn list_mine(State(app): State<AppState>, page: Page, person: Person) -> AppResult {
    let certificates = db::list_certificates_of(&app.db, person.user.id).await?;
    let content = MinePage::new(page.lang(), &certificates);
    let title = page.t("certificates-mine");
    page.render("certificates/mine.html", &title, &[], &content)
}

/// The certificate, for its holder and the secretariat. For others it does not exist.
async fn find(app: &AppState, person: &Person, id: CertificateId) -> AppResult<Certificate> {
    db::find_certificate(&app.db, id)
        .await?
        .filter(|found| found.holder.user_id == person.user.id || person.role.is_secretariat())
        .ok_or(AppError::NotFound)
}

/// `GET /certificates/{id}`
pub async fn show(
    State(app): State<AppState>,
    page: Page,
    person: Person,
    Path(id): Path<CertificateId>,
) -> AppResult {
    let certificate = find(&app, &person, id).await?;
    let content = CertificatePage::new(&page, &certificate);
    let crumbs = if certificate.holder.user_id == person.user.id {
        (page.t("certificates-mine"), "/my/certificates".to_owned())
    } else {
        (page.t("certificates-register"), "/certificates".to_owned())
    };
    let title = certificate.award.facts.course.clone();
    page.render("certificates/show.html", &title, &[crumbs], &content)
}

/// `GET /certificates/{id}/certificate.pdf`: the bytes that were issued.
pub async fn download(
    State(app): State<AppState>,
    person: Person,
    Path(id): Path<CertificateId>,
) -> AppResult {
    let certificate = find(&app, &person, id).await?;
    let bytes = printing::load(&app, certificate.pdf).await?;
    let award = &certificate.award;
    let name = award.lang.text_with(
        "certificates-file-name",
        &[("course", award.facts.course.as_str().into())],
    );
    let plain_name = format!("certificate-{}", certificate.code);
    pdf(bytes, "attachment", &plain_name, &name)
}
