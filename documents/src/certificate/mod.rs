//! Certificates: one landscape A4 page of PDF/A-2b, from a template and the facts of one award.
//!
//! Owns the wording and the look. Must not know how a certificate is earned, numbered or verified:
//! every fact arrives as the words to print, already in the reader's language.

mod artwork;
mod compose;
mod defaults;
mod foot;
mod wording;

pub use artwork::Artwork;

use crate::canvas::Canvas;
use crate::pdf::{self, Description};
use crate::typeset::Typesetter;
use crate::{Colour, Day, Direction, Error};
use compose::{PAGE_HEIGHT, PAGE_WIDTH, Page};
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use serde::{Deserialize, Serialize};

/// What a course prints on its certificates. Stored as JSON and frozen with each certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateTemplate {
    /// BCP 47 tag of the language the words are in.
    pub language: String,
    pub direction: Direction,
    /// Who awards it, printed above the title. May be empty.
    pub issuer: String,
    pub title: String,
    /// Lines in reading order, with `{name}`, `{course}`, `{date}`, `{expiry}`, `{score}` and
    /// `{number}` where the facts go. A line that is `{name}` or `{course}` alone is set large; a
    /// line whose fact is absent is left out.
    pub wording: Vec<String>,
    /// What stands in the list at the foot, in order.
    pub printed_facts: Vec<PrintedFact>,
    /// The name and office under the signature. Both may be empty.
    pub signatory_name: String,
    pub signatory_title: String,
    /// The words beside the QR code.
    pub verify_label: String,
    /// Without it the address alone is printed.
    #[serde(default = "always")]
    pub prints_qr_code: bool,
    /// Title, names and frame.
    pub accent: Colour,
    /// Rules and ornaments.
    pub ornament: Colour,
}

/// Templates stored before there was a choice.
fn always() -> bool {
    true
}

/// One line of the list at the foot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintedFact {
    pub fact: Fact,
    pub label: String,
}

/// The facts a certificate may print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    Name,
    Course,
    Date,
    Expiry,
    Score,
    Number,
}

/// What is true of one award, as it shall be printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateFacts {
    /// When it was awarded; PDF/A wants it in the metadata. `date` is how it is printed.
    pub issued_on: Day,
    pub name: String,
    pub course: String,
    pub date: String,
    pub expiry: Option<String>,
    pub score: Option<String>,
    pub number: String,
    /// Where anyone can check the certificate; printed, linked and encoded in the QR code.
    pub verify_url: Option<String>,
}

impl CertificateFacts {
    fn find(&self, fact: Fact) -> Option<&str> {
        let value = match fact {
            Fact::Name => Some(self.name.as_str()),
            Fact::Course => Some(self.course.as_str()),
            Fact::Date => Some(self.date.as_str()),
            Fact::Expiry => self.expiry.as_deref(),
            Fact::Score => self.score.as_deref(),
            Fact::Number => Some(self.number.as_str()),
        };
        value.filter(|value| !value.is_empty())
    }

    /// The facts as the page shows them, for a record that shall agree with it word by word.
    pub fn as_printed(&self) -> Result<Self, Error> {
        self.printable(&mut Typesetter::new())
    }

    /// The facts as they can be printed. An absurdly long one is cut, so that it cannot push the
    /// rest off the page.
    fn printable(&self, typesetter: &mut Typesetter) -> Result<Self, Error> {
        let mut clean = |value: &str| typesetter.printable(&wording::cut(value));
        Ok(Self {
            issued_on: self.issued_on,
            name: clean(&self.name)?,
            course: clean(&self.course)?,
            date: clean(&self.date)?,
            expiry: self.expiry.as_deref().map(&mut clean).transpose()?,
            score: self.score.as_deref().map(&mut clean).transpose()?,
            number: clean(&self.number)?,
            verify_url: self.verify_url.clone(),
        })
    }
}

/// Makes the PDF. The same template, artwork and facts always give the same bytes.
pub fn render(
    template: &CertificateTemplate,
    artwork: &Artwork,
    facts: &CertificateFacts,
) -> Result<Vec<u8>, Error> {
    let mut typesetter = Typesetter::new();
    let facts = facts.printable(&mut typesetter)?;
    let composed = Page::compose(template, artwork, &facts, &mut typesetter)?;
    let mut document = pdf::archival_document()?;
    let mut page = document.start_page_with(pdf::page_of(PAGE_WIDTH, PAGE_HEIGHT)?);
    let mut canvas = Canvas::new(page.surface());
    let link_area = composed.draw(&mut canvas);
    canvas.finish();
    if let (Some(url), Some(area)) = (&facts.verify_url, link_area) {
        let target = Target::Action(Action::Link(LinkAction::new(url.clone())));
        let link = LinkAnnotation::new(area, target);
        let description = format!("{}: {url}", template.verify_label);
        page.add_annotation(Annotation::new_link(link, Some(description)));
    }
    page.finish();
    let description = Description {
        title: format!(
            "{} – {}",
            typesetter.printable(&template.title)?,
            facts.name
        ),
        language: &template.language,
        direction: template.direction,
        made_on: facts.issued_on,
    };
    let metadata = description.metadata().description(facts.course.clone());
    document.set_metadata(metadata.authors(vec![typesetter.printable(&template.issuer)?]));
    Ok(document.finish()?)
}
