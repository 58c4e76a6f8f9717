//! From facts to stored bytes: `documents` sets the page, off the async threads; the store keeps it.

use documents::Day;
use documents::certificate::{Artwork, CertificateFacts, CertificateTemplate, render};
use packages::BlobId;

use super::design::Design;
use crate::AppState;
use crate::clock::Instant;
use crate::error::AppError;

/// Why there is no page.
#[derive(Debug)]
pub enum PrintError {
    /// What was written cannot be printed; the person who wrote it can mend that.
    Unprintable(documents::Error),
    Failed(AppError),
}

impl<E: Into<AppError>> From<E> for PrintError {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

/// A page, and its facts as they stand on it: without what no font has and what would deceive.
#[derive(Debug)]
pub struct Printed {
    pub pdf: Vec<u8>,
    pub facts: CertificateFacts,
}

/// The address that anyone can check a certificate at: printed, linked, and in the QR code.
pub fn verify_url(site_url: &url::Url, number: &str) -> String {
    format!("{site_url}certificates/verify/{number}")
}

/// The day in UTC, as dates are printed.
pub fn day(at: Instant) -> Day {
    let stamp = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default();
    let date = stamp.to_zoned(jiff::tz::TimeZone::UTC).date();
    Day {
        year: u16::try_from(date.year()).unwrap_or_default(),
        month: u8::try_from(date.month()).unwrap_or(1),
        day: u8::try_from(date.day()).unwrap_or(1),
    }
}

pub async fn print(
    template: CertificateTemplate,
    artwork: Artwork,
    facts: CertificateFacts,
) -> Result<Printed, PrintError> {
    let work = move || {
        let facts = facts.as_printed()?;
        let pdf = render(&template, &artwork, &facts)?;
        Ok(Printed { pdf, facts })
    };
    let printed: Result<Printed, documents::Error> = tokio::task::spawn_blocking(work).await?;
    printed.map_err(PrintError::Unprintable)
}

/// The images of a design.
pub async fn load_artwork(app: &AppState, design: &Design) -> Result<Artwork, AppError> {
    Ok(Artwork {
        logo: load_image(app, design.logo).await?,
        signature: load_image(app, design.signature).await?,
    })
}

pub async fn load_image(app: &AppState, id: Option<BlobId>) -> Result<Option<Vec<u8>>, AppError> {
    Ok(match id {
        Some(id) => Some(load(app, id).await?),
        None => None,
    })
}

/// Keeps bytes in the store; the same bytes are kept once.
pub async fn store(app: &AppState, bytes: Vec<u8>) -> Result<BlobId, AppError> {
    let store = app.store.clone();
    let (id, _len) =
        tokio::task::spawn_blocking(move || store.put_blob(&mut bytes.as_slice())).await??;
    Ok(id)
}

/// The bytes as they were stored.
pub async fn load(app: &AppState, id: BlobId) -> Result<Vec<u8>, AppError> {
    let path = app.store.path_of(&id);
    Ok(tokio::fs::read(path).await?)
}
