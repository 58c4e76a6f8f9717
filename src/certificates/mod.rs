//! Certificates: issued once for a completed course, frozen as printed, verifiable by anyone who was
//! shown one. Owns what is printed and what became of it. Must not know how a course is completed
//! (`learning` tells) nor how a page is set (`documents` does).

mod code;
pub mod db;
pub mod design;
pub mod draft;
pub mod issue;
mod letters;
pub mod pages;
pub mod printing;
pub mod web;
pub mod words;

use documents::certificate::CertificateFacts;
use packages::BlobId;
use serde::{Deserialize, Serialize};

pub use code::Code;

use crate::clock::Instant;
use crate::i18n::Lang;
use crate::ids::{CertificateId, CourseId, OrganisationId, UserId};

/// What one certificate says, kept as it was printed: later changes of name, course or template do not
/// reach it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Award {
    pub lang: Lang,
    pub issuer: String,
    /// When the course was completed; a replacement keeps it.
    pub awarded_at: Instant,
    pub facts: CertificateFacts,
}

/// Whether a certificate counts, and since when it does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    Valid,
    Replaced { by: Code, ending: Ending },
    Revoked { ending: Ending },
}

/// When and why a certificate stopped counting. The holder and the secretariat read the
/// reason; the public does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    pub at: Instant,
    pub reason: String,
}

impl State {
    pub fn name(&self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Replaced { .. } => "replaced",
            Self::Revoked { .. } => "revoked",
        }
    }

    pub fn ending(&self) -> Option<&Ending> {
        match self {
            Self::Valid => None,
            Self::Replaced { ending, .. } | Self::Revoked { ending } => Some(ending),
        }
    }
}

/// Whose certificate it is, and for what.
#[derive(Debug, Clone, Copy)]
pub struct Holder {
    pub user_id: UserId,
    pub course_id: CourseId,
    /// The administration of the person when the first one was issued.
    pub organisation_id: OrganisationId,
}

#[derive(Debug, Clone)]
pub struct Certificate {
    pub id: CertificateId,
    pub code: Code,
    pub holder: Holder,
    pub award: Award,
    pub template_version: i64,
    pub pdf: BlobId,
    pub state: State,
    pub issued_at: Instant,
}

/// A certificate that is printed and stored, and not yet recorded.
#[derive(Debug, Clone)]
pub struct NewCertificate {
    pub code: Code,
    pub holder: Holder,
    pub award: Award,
    pub template_version: i64,
    pub pdf: BlobId,
}
