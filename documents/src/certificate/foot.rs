//! The foot of the page in three columns: facts, signature, verification. Mirrored where the page
//! reads from right to left.

use super::artwork::{Artwork, Picture};
use super::compose::{BOTTOM, CENTRE, LEFT, Setter, WIDTH};
use super::{CertificateFacts, CertificateTemplate};
use crate::canvas::Canvas;
use crate::qr::{self, QrCode};
use crate::typeset::{Paragraph, Style, Weight};
use crate::{Colour, Direction, Error};
use krilla::geom::Rect;
use parley::Alignment;

const COLUMN: f32 = 212.0;
const FACT_GAP: f32 = 6.0;
const SIGNATURE_RULE: f32 = 176.0;
const SIGNATURE_ROOM: f32 = 46.0;
const QR_SIDE: f32 = 64.0;
const QR_GAP: f32 = 6.0;

/// The composed foot. It stands on the bottom margin.
pub(super) struct Foot {
    direction: Direction,
    /// Each fact with its label above.
    facts: Vec<[Paragraph; 2]>,
    signature: Signature,
    verification: Option<Verification>,
}

struct Signature {
    image: Option<Picture>,
    name: Option<Paragraph>,
    title: Option<Paragraph>,
}

struct Verification {
    /// None where the template does without; the words then stand alone.
    code: Option<QrCode>,
    /// A label and the address, below the code.
    words: Vec<Paragraph>,
}

impl Foot {
    pub(super) fn compose(
        template: &CertificateTemplate,
        artwork: &Artwork,
        facts: &CertificateFacts,
        setter: &mut Setter<'_>,
    ) -> Result<Self, Error> {
        Ok(Self {
            direction: template.direction,
            facts: compose_facts(template, facts, setter)?,
            signature: Signature::compose(template, artwork, setter)?,
            verification: Verification::compose(template, facts, setter)?,
        })
    }

    pub(super) fn height(&self) -> f32 {
        self.facts_height()
            .max(self.signature.height())
            .max(self.verification.as_ref().map_or(0.0, Verification::height))
    }

    /// Draws the foot and tells where its verification link lies.
    pub(super) fn draw(
        &self,
        canvas: &mut Canvas<'_>,
        accent: Colour,
        ornament: Colour,
    ) -> Option<Rect> {
        let (left, right) = (LEFT, LEFT + WIDTH - COLUMN);
        let (start, end) = match self.direction {
            Direction::LeftToRight => (left, right),
            Direction::RightToLeft => (right, left),
        };
        let mut y = BOTTOM - self.facts_height();
        for fact in &self.facts {
            y = stack(canvas, fact, start, y) + FACT_GAP;
        }
        self.signature.draw(canvas, ornament);
        let verification = self.verification.as_ref()?;
        verification.draw(canvas, end, self.direction, accent)
    }

    fn facts_height(&self) -> f32 {
        let gaps = self.facts.len().saturating_sub(1) as f32 * FACT_GAP;
        gaps + self.facts.iter().map(height).sum::<f32>()
    }
}

fn height<'a>(paragraphs: impl IntoIterator<Item = &'a Paragraph>) -> f32 {
    paragraphs
        .into_iter()
        .map(|paragraph| paragraph.height)
        .sum()
}

/// Draws paragraphs one below the other and tells where the next would stand.
fn stack<'a>(
    canvas: &mut Canvas<'_>,
    paragraphs: impl IntoIterator<Item = &'a Paragraph>,
    x: f32,
    mut y: f32,
) -> f32 {
    for paragraph in paragraphs {
        canvas.paragraph(paragraph, x, y);
        y += paragraph.height;
    }
    y
}

fn compose_facts(
    template: &CertificateTemplate,
    facts: &CertificateFacts,
    setter: &mut Setter<'_>,
) -> Result<Vec<[Paragraph; 2]>, Error> {
    let label_style = setter.style(8.0, Weight::Regular, Colour::SLATE, Alignment::Start);
    let value_style = setter.style(10.5, Weight::Bold, Colour::INK, Alignment::Start);
    let mut printed = Vec::new();
    for entry in &template.printed_facts {
        let Some(value) = facts.find(entry.fact) else {
            continue;
        };
        let label = setter.fitted(&entry.label, label_style, COLUMN, 1)?;
        let value = setter.fitted(value, value_style, COLUMN, 2)?;
        printed.extend(label.zip(value).map(<[Paragraph; 2]>::from));
    }
    Ok(printed)
}

impl Signature {
    fn compose(
        template: &CertificateTemplate,
        artwork: &Artwork,
        setter: &mut Setter<'_>,
    ) -> Result<Self, Error> {
        let name = setter.style(10.5, Weight::Bold, Colour::INK, Alignment::Center);
        let title = setter.style(9.0, Weight::Regular, Colour::SLATE, Alignment::Center);
        let image = artwork.signature.as_deref();
        let room = (SIGNATURE_RULE - 16.0, SIGNATURE_ROOM - 2.0);
        Ok(Self {
            image: image
                .map(|bytes| Picture::read("signature", bytes, room))
                .transpose()?,
            name: setter.fitted(&template.signatory_name, name, COLUMN, 2)?,
            title: setter.fitted(&template.signatory_title, title, COLUMN, 2)?,
        })
    }

    fn words(&self) -> impl Iterator<Item = &Paragraph> {
        self.name.iter().chain(&self.title)
    }

    /// The room between the rule and the bottom margin.
    fn words_height(&self) -> f32 {
        5.0 + height(self.words())
    }

    fn height(&self) -> f32 {
        if self.image.is_none() && self.words().next().is_none() {
            return 0.0;
        }
        // Without an image the room above the rule stays free for a hand.
        self.words_height() + SIGNATURE_ROOM
    }

    fn draw(&self, canvas: &mut Canvas<'_>, ornament: Colour) {
        if self.height() == 0.0 {
            return;
        }
        let y = BOTTOM - self.words_height();
        if let Some(Picture { image, size }) = &self.image {
            canvas.image(
                image,
                CENTRE - size.width() / 2.0,
                y - size.height() - 2.0,
                *size,
            );
        }
        canvas.rule(
            CENTRE - SIGNATURE_RULE / 2.0,
            y,
            SIGNATURE_RULE,
            0.7,
            ornament,
        );
        stack(canvas, self.words(), CENTRE - COLUMN / 2.0, y + 5.0);
    }
}

impl Verification {
    fn compose(
        template: &CertificateTemplate,
        facts: &CertificateFacts,
        setter: &mut Setter<'_>,
    ) -> Result<Option<Self>, Error> {
        let Some(url) = &facts.verify_url else {
            return Ok(None);
        };
        let label_style = setter.style(8.0, Weight::Regular, Colour::SLATE, Alignment::End);
        // An address reads from left to right in every language.
        let address_style = Style {
            direction: Direction::LeftToRight,
            alignment: match setter.direction {
                Direction::LeftToRight => Alignment::Right,
                Direction::RightToLeft => Alignment::Left,
            },
            ..setter.style(7.0, Weight::Regular, Colour::SLATE, Alignment::End)
        };
        let label = setter.fitted(&template.verify_label, label_style, COLUMN, 2)?;
        let address = setter.fitted(url, address_style, COLUMN, 3)?;
        let words = label.into_iter().chain(address).collect();
        let code = template.prints_qr_code.then(|| qr::encode(url));
        Ok(Some(Self {
            code: code.transpose()?,
            words,
        }))
    }

    fn code_height(&self) -> f32 {
        self.code.as_ref().map_or(0.0, |_| QR_SIDE + QR_GAP)
    }

    fn height(&self) -> f32 {
        self.code_height() + height(&self.words)
    }

    fn draw(
        &self,
        canvas: &mut Canvas<'_>,
        column: f32,
        direction: Direction,
        colour: Colour,
    ) -> Option<Rect> {
        let top = BOTTOM - self.height();
        let below = top + self.code_height();
        stack(canvas, &self.words, column, below);
        let Some(code) = &self.code else {
            return Rect::from_xywh(column, below, COLUMN, height(&self.words));
        };
        let x = match direction {
            Direction::LeftToRight => column + COLUMN - QR_SIDE,
            Direction::RightToLeft => column,
        };
        canvas.qr_code(code, x, top, QR_SIDE, colour);
        Rect::from_xywh(x, top, QR_SIDE, QR_SIDE)
    }
}
