//! A template as an author types it, parsed once at the edge.

use documents::Colour;
use documents::certificate::{Artwork, CertificateTemplate, Fact};
use packages::BlobId;
use serde::Serialize;

use super::design::{Design, LISTED_FACTS};
use super::printing;
use crate::AppState;
use crate::courses::Course;
use crate::error::AppError;
use crate::media::picture;
use crate::web::Fault;

/// What one page can hold in the smallest letters, roughly; `documents` measures.
const MAX_WORDING_CHARS: usize = 2000;
const MAX_LINE_CHARS: usize = 200;
const MAX_IMAGE_BYTES: usize = 1_000_000;
/// WCAG 1.4.3, and what a camera needs to read a QR code in that colour.
const MIN_CONTRAST: f64 = 4.5;

/// The QR code among the facts an author may list.
const QR_CODE: &str = "qr";

/// The form as typed.
#[derive(Debug, Default, Serialize)]
pub struct DesignForm {
    pub title: String,
    pub issuer: String,
    pub wording: String,
    pub listed: Vec<String>,
    pub signatory_name: String,
    pub signatory_title: String,
    pub accent: String,
    pub drops_logo: bool,
    pub drops_signature: bool,
    #[serde(skip)]
    pub logo: Vec<u8>,
    #[serde(skip)]
    pub signature: Vec<u8>,
}

/// An image of the template after this form.
#[derive(Debug)]
pub enum Picture {
    Kept(Option<BlobId>),
    /// Made anew from what was uploaded.
    New(Vec<u8>),
}

/// A template that is well formed, not stored yet.
#[derive(Debug)]
pub struct Draft {
    pub template: CertificateTemplate,
    pub logo: Picture,
    pub signature: Picture,
}

impl DesignForm {
    pub fn of(design: &Design) -> Self {
        let template = &design.template;
        let listed = LISTED_FACTS
            .iter()
            .filter(|(_, fact)| design.lists(*fact))
            .map(|(name, _)| (*name).to_owned())
            .chain(template.prints_qr_code.then(|| QR_CODE.to_owned()));
        Self {
            title: template.title.clone(),
            issuer: template.issuer.clone(),
            wording: template.wording.join("\n"),
            listed: listed.collect(),
            signatory_name: template.signatory_name.clone(),
            signatory_title: template.signatory_title.clone(),
            accent: String::from(template.accent),
            ..Self::default()
        }
    }

    /// Decoding images takes a while: not for async threads.
    pub fn parse(&self, course: &Course, current: &Design) -> Result<Draft, Vec<Fault>> {
        let mut faults = self.faults();
        let mut read = |field, uploaded: &[u8], drops: bool, kept: Option<BlobId>| {
            read_picture(uploaded, drops, kept).unwrap_or_else(|key| {
                faults.push(Fault::new(field, key));
                Picture::Kept(kept)
            })
        };
        let logo = read("logo", &self.logo, self.drops_logo, current.logo);
        let signature = read(
            "signature",
            &self.signature,
            self.drops_signature,
            current.signature,
        );
        let Some(accent) = dark_colour(&self.accent) else {
            faults.push(Fault::new("accent", "certificates-fault-colour"));
            return Err(faults);
        };
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(Draft {
            template: self.template(course, accent),
            logo,
            signature,
        })
    }

    fn faults(&self) -> Vec<Fault> {
        let lines = [
            ("title", &self.title),
            ("issuer", &self.issuer),
            ("signatory_name", &self.signatory_name),
            ("signatory_title", &self.signatory_title),
        ];
        let mut faults: Vec<Fault> = lines
            .iter()
            .filter(|(_, text)| text.chars().count() > MAX_LINE_CHARS)
            .map(|(field, _)| Fault::new(field, "certificates-fault-long"))
            .collect();
        if self.title.trim().is_empty() {
            faults.push(Fault::new("title", "certificates-fault-title"));
        }
        if self.wording.chars().count() > MAX_WORDING_CHARS {
            faults.push(Fault::new("wording", "certificates-fault-long"));
        } else if !self.wording.contains("{name}") {
            faults.push(Fault::new("wording", "certificates-fault-name"));
        }
        faults
    }

    fn template(&self, course: &Course, accent: Colour) -> CertificateTemplate {
        let mut template = Design::default_of(course, self.issuer.trim().to_owned()).template;
        let lists = |name: &str| self.listed.iter().any(|listed| listed == name);
        template.prints_qr_code = lists(QR_CODE);
        template.printed_facts.retain(|printed| {
            // What cannot be scanned must be typed.
            let is_needed = printed.fact == Fact::Number && !lists(QR_CODE);
            let is_listed = |(name, fact): &(&str, Fact)| *fact == printed.fact && lists(name);
            is_needed || LISTED_FACTS.iter().any(is_listed)
        });
        let trimmed = |text: &str| text.trim().to_owned();
        template.title = trimmed(&self.title);
        template.wording = self.wording.lines().map(trimmed).collect();
        template.signatory_name = trimmed(&self.signatory_name);
        template.signatory_title = trimmed(&self.signatory_title);
        template.accent = accent;
        template
    }
}

fn read_picture(
    uploaded: &[u8],
    drops: bool,
    kept: Option<BlobId>,
) -> Result<Picture, &'static str> {
    if uploaded.is_empty() {
        return Ok(Picture::Kept(kept.filter(|_| !drops)));
    }
    if uploaded.len() > MAX_IMAGE_BYTES {
        return Err("certificates-fault-image-size");
    }
    picture::prepare(uploaded, picture::COURSE_SIDE)
        .map(|made| Picture::New(made.bytes))
        .map_err(picture::PictureFault::key)
}

/// The colour, if it is dark enough on white paper.
fn dark_colour(text: &str) -> Option<Colour> {
    let colour = Colour::parse(text).ok()?;
    let digits = String::from(colour);
    let value = u32::from_str_radix(digits.strip_prefix('#')?, 16).ok()?;
    let [_, red, green, blue] = value.to_be_bytes().map(linear);
    let luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    (1.05 / (luminance + 0.05) >= MIN_CONTRAST).then_some(colour)
}

/// A part of an sRGB colour as light (WCAG 2.2, relative luminance).
fn linear(part: u8) -> f64 {
    let part = f64::from(part) / 255.0;
    if part <= 0.040_45 {
        part / 12.92
    } else {
        ((part + 0.055) / 1.055).powf(2.4)
    }
}

impl Draft {
    pub async fn artwork(&self, app: &AppState) -> Result<Artwork, AppError> {
        Ok(Artwork {
            logo: self.logo.bytes(app).await?,
            signature: self.signature.bytes(app).await?,
        })
    }

    /// Stores the new images.
    pub async fn into_design(self, app: &AppState) -> Result<Design, AppError> {
        Ok(Design {
            logo: self.logo.into_blob(app).await?,
            signature: self.signature.into_blob(app).await?,
            template: self.template,
        })
    }
}

impl Picture {
    async fn bytes(&self, app: &AppState) -> Result<Option<Vec<u8>>, AppError> {
        match self {
            Self::Kept(id) => printing::load_image(app, *id).await,
            Self::New(bytes) => Ok(Some(bytes.clone())),
        }
    }

    async fn into_blob(self, app: &AppState) -> Result<Option<BlobId>, AppError> {
        Ok(match self {
            Self::Kept(id) => id,
            Self::New(bytes) => Some(printing::store(app, bytes).await?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::dark_colour;

    #[test]
    fn a_colour_that_cameras_cannot_tell_from_paper_is_refused() {
        for dark in ["#000000", "#14365c", "#0f766e"] {
            assert!(dark_colour(dark).is_some(), "{dark}");
        }
        for pale in ["#ffffff", "#ffd700", "#8ab4f8", "navy", ""] {
            assert!(dark_colour(pale).is_none(), "{pale}");
        }
    }
}
