//! What the templates of certificates get.

use fast_qr::convert::svg::SvgBuilder;
use fast_qr::{ECL, QRBuilder};
use serde::Serialize;

use super::draft::DesignForm;
use super::web::register::EndingForm;
use super::{Certificate, State, words};
use crate::i18n::Lang;
use crate::ids::{CertificateId, CourseId};
use crate::web::{Faults, Page};

/// A printed fact under the name it has in the reader's language.
#[derive(Debug, Serialize)]
struct FactView {
    term: String,
    detail: String,
}

/// Every printed fact, word by word.
fn facts(lang: Lang, certificate: &Certificate) -> Vec<FactView> {
    let award = &certificate.award;
    let facts = &award.facts;
    let score = facts.score.as_deref().unwrap_or_default();
    [
        ("certificates-fact-name", facts.name.as_str()),
        ("certificates-fact-course", &facts.course),
        ("certificates-fact-date", &facts.date),
        ("certificates-fact-score", score),
        ("certificates-fact-number", &facts.number),
        ("certificates-fact-issuer", &award.issuer),
    ]
    .into_iter()
    .filter(|(_, detail)| !detail.is_empty())
    .map(|(key, detail)| FactView {
        term: lang.text(key),
        detail: detail.to_owned(),
    })
    .collect()
}

#[derive(Debug, Serialize)]
struct StateView {
    name: &'static str,
    label: String,
    /// The number that counts instead.
    replaced_by: Option<String>,
    ended_at: Option<i64>,
}

impl StateView {
    fn new(lang: Lang, state: &State) -> Self {
        let replaced_by = match state {
            State::Replaced { by, .. } => Some(by.to_string()),
            State::Valid | State::Revoked { .. } => None,
        };
        Self {
            name: state.name(),
            label: words::state(lang, state),
            replaced_by,
            ended_at: state.ending().map(|ending| ending.at.0),
        }
    }
}

/// One certificate, for its holder and for the secretariat.
#[derive(Debug, Serialize)]
pub struct CertificatePage {
    id: CertificateId,
    course_id: CourseId,
    state: StateView,
    facts: Vec<FactView>,
    verify_url: String,
    /// SVG of our own making.
    qr_code: String,
    is_manager: bool,
    /// Why it stopped counting.
    reason: Option<String>,
    form: EndingForm,
    faults: Faults,
    /// Why what was typed cannot be printed.
    problem: Option<String>,
}

impl CertificatePage {
    pub fn new(page: &Page, certificate: &Certificate) -> Self {
        let (lang, award) = (page.lang(), &certificate.award);
        let person = page.request.person.as_ref();
        let is_manager = person.is_some_and(|person| person.role.is_secretariat());
        let verify_url = award.facts.verify_url.clone().unwrap_or_default();
        let ending = certificate.state.ending();
        Self {
            id: certificate.id,
            course_id: certificate.holder.course_id,
            state: StateView::new(lang, &certificate.state),
            facts: facts(lang, certificate),
            qr_code: qr_code(&verify_url),
            verify_url,
            is_manager,
            reason: ending.map(|ending| ending.reason.clone()),
            form: EndingForm {
                name: award.facts.name.clone(),
                reason: String::new(),
            },
            faults: Faults::default(),
            problem: None,
        }
    }

    /// The page again, with what was typed and what is wrong with it.
    #[must_use]
    pub fn with_faults(self, form: EndingForm, faults: Faults, problem: Option<String>) -> Self {
        Self {
            form,
            faults,
            problem,
            ..self
        }
    }
}

/// The code as a drawing; nothing where the address is too long for one.
fn qr_code(url: &str) -> String {
    QRBuilder::new(url)
        .ecl(ECL::M)
        .build()
        .map(|code| SvgBuilder::default().to_str(&code))
        .unwrap_or_default()
}

#[derive(Debug, Serialize)]
pub struct MinePage {
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    id: CertificateId,
    number: String,
    name: String,
    course: String,
    awarded_at: i64,
    state: StateView,
}

impl Row {
    fn new(lang: Lang, certificate: &Certificate) -> Self {
        let award = &certificate.award;
        Self {
            id: certificate.id,
            number: certificate.code.to_string(),
            name: award.facts.name.clone(),
            course: award.facts.course.clone(),
            awarded_at: award.awarded_at.0,
            state: StateView::new(lang, &certificate.state),
        }
    }
}

impl MinePage {
    pub fn new(lang: Lang, certificates: &[Certificate]) -> Self {
        let rows = certificates.iter().map(|found| Row::new(lang, found));
        Self {
            rows: rows.collect(),
        }
    }
}

/// The secretariat's list.
#[derive(Debug, Serialize)]
pub struct RegisterPage {
    q: String,
    rows: Vec<Row>,
    /// More were found than are shown.
    is_cut: bool,
}

impl RegisterPage {
    pub fn new(lang: Lang, q: String, certificates: &[Certificate], max_rows: usize) -> Self {
        let rows = certificates.iter().take(max_rows);
        Self {
            q,
            rows: rows.map(|found| Row::new(lang, found)).collect(),
            is_cut: certificates.len() > max_rows,
        }
    }
}

/// The answer to "is this certificate what it says?".
#[derive(Debug, Serialize)]
pub struct VerifyPage {
    /// The number that was asked about.
    number: String,
    found: Option<Verified>,
}

#[derive(Debug, Serialize)]
struct Verified {
    state: StateView,
    facts: Vec<FactView>,
}

impl VerifyPage {
    /// The question, before a number was given.
    pub fn question() -> Self {
        Self {
            number: String::new(),
            found: None,
        }
    }

    pub fn new(lang: Lang, number: String, certificate: Option<&Certificate>) -> Self {
        let found = certificate.map(|certificate| Verified {
            state: StateView::new(lang, &certificate.state),
            facts: facts(lang, certificate),
        });
        Self { number, found }
    }
}

/// Why a certificate could not be printed.
#[derive(Debug, Serialize)]
pub struct UnprintablePage {
    pub message: String,
    pub back_url: String,
}

/// The author's form.
#[derive(Debug, Serialize)]
pub struct DesignPage<'a> {
    pub course_id: CourseId,
    /// 0 while nobody has changed the default.
    pub version: i64,
    pub form: &'a DesignForm,
    pub has_logo: bool,
    pub has_signature: bool,
    pub faults: Faults,
    pub problem: Option<String>,
}
