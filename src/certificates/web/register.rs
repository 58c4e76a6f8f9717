//! The secretariat's register: finding certificates, correcting a name, revoking.

use axum::extract::{Path, Query, State};
use http::StatusCode;
use serde::{Deserialize, Serialize};

use crate::AppState;
use crate::auth::Secretariat;
use crate::certificates::pages::{CertificatePage, RegisterPage};
use crate::certificates::printing::PrintError;
use crate::certificates::{Certificate, db, issue, words};
use crate::error::{AppError, AppResult};
use crate::ids::CertificateId;
use crate::web::{Fault, Faults, FlashKind, Form, Page};

/// Found at once; who needs more words its search more closely.
const MAX_ROWS: i64 = 100;
const MAX_NAME_CHARS: usize = 200;
const MAX_REASON_CHARS: usize = 500;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Search {
    q: String,
}

/// `GET /certificates`
pub async fn list(
    State(app): State<AppState>,
    page: Page,
    _secretariat: Secretariat,
    Query(search): Query<Search>,
) -> AppResult {
    let certificates = db::search_certificates(&app.db, &search.q, MAX_ROWS + 1).await?;
    let content = RegisterPage::new(page.lang(), search.q, &certificates, MAX_ROWS as usize);
    let title = page.t("certificates-register");
    page.render("certificates/register.html", &title, &[], &content)
}

/// What the secretariat types to end a certificate.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct EndingForm {
    /// The name as it should be; revoking has none.
    pub name: String,
    pub reason: String,
}

async fn find(app: &AppState, id: CertificateId) -> AppResult<Certificate> {
    db::find_certificate(&app.db, id)
        .await?
        .ok_or(AppError::NotFound)
}

fn fault_of(
    field: &'static str,
    text: &str,
    max_chars: usize,
    empty_key: &'static str,
) -> Option<Fault> {
    match text.trim().chars().count() {
        0 => Some(Fault::new(field, empty_key)),
        chars if chars > max_chars => Some(Fault::new(field, "certificates-fault-long")),
        _ => None,
    }
}

fn reason_fault(form: &EndingForm) -> Option<Fault> {
    let key = "certificates-fault-reason";
    fault_of("reason", &form.reason, MAX_REASON_CHARS, key)
}

/// `POST /certificates/{id}/replace`: the same award with the name put right, under a new number.
pub async fn replace(
    State(app): State<AppState>,
    page: Page,
    _secretariat: Secretariat,
    Path(id): Path<CertificateId>,
    Form(form): Form<EndingForm>,
) -> AppResult {
    let certificate = find(&app, id).await?;
    let name_fault = fault_of(
        "name",
        &form.name,
        MAX_NAME_CHARS,
        "certificates-fault-holder",
    );
    let faults: Vec<Fault> = name_fault.into_iter().chain(reason_fault(&form)).collect();
    if !faults.is_empty() {
        return shown_again(&page, &certificate, form, &faults, None);
    }
    let (name, reason) = (form.name.trim(), form.reason.trim());
    match issue::replace(&page, &certificate, name, reason).await {
        Ok(Some(new)) => Ok(page.redirect(
            &format!("/certificates/{new}"),
            FlashKind::Success,
            "certificates-replaced",
        )),
        Ok(None) => Err(ended_already(&page)),
        Err(PrintError::Unprintable(error)) => {
            let problem = words::unprintable(page.lang(), &error);
            shown_again(&page, &certificate, form, &[], Some(problem))
        }
        Err(PrintError::Failed(error)) => Err(error),
    }
}

/// `POST /certificates/{id}/revoke`
pub async fn revoke(
    State(app): State<AppState>,
    page: Page,
    _secretariat: Secretariat,
    Path(id): Path<CertificateId>,
    Form(form): Form<EndingForm>,
) -> AppResult {
    let certificate = find(&app, id).await?;
    if let Some(fault) = reason_fault(&form) {
        return shown_again(&page, &certificate, form, &[fault], None);
    }
    if !issue::revoke(&page, &certificate, form.reason.trim()).await? {
        return Err(ended_already(&page));
    }
    Ok(page.redirect(
        &format!("/certificates/{id}"),
        FlashKind::Success,
        "certificates-revoked",
    ))
}

fn ended_already(page: &Page) -> AppError {
    AppError::Conflict(page.t("certificates-ended-already"))
}

fn shown_again(
    page: &Page,
    certificate: &Certificate,
    form: EndingForm,
    faults: &[Fault],
    problem: Option<String>,
) -> AppResult {
    let faults = Faults::tell(page.lang(), faults);
    let content = CertificatePage::new(page, certificate).with_faults(form, faults, problem);
    let crumb = (page.t("certificates-register"), "/certificates".to_owned());
    page.render_status(
        StatusCode::UNPROCESSABLE_ENTITY,
        "certificates/show.html",
        &certificate.award.facts.course,
        &[crumb],
        &content,
    )
}
