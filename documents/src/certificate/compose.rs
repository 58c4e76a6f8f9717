//! Where everything stands on the page. First composed, then drawn, so that nothing is drawn of a
//! page that does not fit.

use super::artwork::{Artwork, Picture};
use super::wording::{Rank, cut, filled};
use super::{CertificateFacts, CertificateTemplate};
use crate::canvas::Canvas;
use crate::qr::{self, QrCode};
use crate::typeset::{Case, Paragraph, Style, Typesetter, Weight};
use crate::{Colour, Direction, Error};
use krilla::geom::Rect;
use parley::Alignment;

pub(super) const PAGE_WIDTH: f32 = 841.89;
pub(super) const PAGE_HEIGHT: f32 = 595.28;

/// The text area within the frame.
const LEFT: f32 = 84.0;
const WIDTH: f32 = PAGE_WIDTH - 2.0 * LEFT;
const TOP: f32 = 70.0;
const BOTTOM: f32 = PAGE_HEIGHT - 68.0;
const CENTRE: f32 = PAGE_WIDTH / 2.0;
/// The foot has three columns: facts, signature, verification.
const COLUMN: f32 = 212.0;
const SIGNATURE_RULE: f32 = 176.0;
const QR_SIDE: f32 = 64.0;
/// The least room between the words and what stands above and below them.
const HEAD_GAP: f32 = 8.0;
const FOOT_GAP: f32 = 22.0;

/// A composed certificate.
pub(super) struct Page {
    direction: Direction,
    accent: Colour,
    ornament: Colour,
    logo: Option<Picture>,
    issuer: Option<Paragraph>,
    body: Body,
    facts: Vec<(Paragraph, Paragraph)>,
    signature: Signature,
    verification: Option<Verification>,
}

struct Body {
    title: Paragraph,
    lines: Vec<(f32, Paragraph)>,
    scale: f32,
}

struct Signature {
    image: Option<Picture>,
    name: Option<Paragraph>,
    title: Option<Paragraph>,
}

struct Verification {
    code: QrCode,
    label: Paragraph,
    address: Paragraph,
}

/// Sets paragraphs in the template's direction and colours.
struct Setter<'a> {
    typesetter: &'a mut Typesetter,
    direction: Direction,
}

impl Setter<'_> {
    fn style(&self, size: f32, weight: Weight, colour: Colour, alignment: Alignment) -> Style {
        let (case, direction) = (Case::AsWritten, self.direction);
        // Arabic letters are drawn smaller within their size than Latin ones.
        let size = match direction {
            Direction::LeftToRight => size,
            Direction::RightToLeft => size * 1.12,
        };
        Style {
            size,
            weight,
            case,
            colour,
            alignment,
            direction,
        }
    }

    /// The text set to fit, or `None` when there is nothing to print.
    fn fitted(
        &mut self,
        text: &str,
        style: Style,
        width: f32,
        max_lines: usize,
    ) -> Result<Option<Paragraph>, Error> {
        let text = self.typesetter.printable(&cut(text))?;
        let some = !text.trim().is_empty();
        Ok(some.then(|| self.typesetter.fitted(&text, style, width, max_lines)))
    }
}

impl Page {
    pub(super) fn compose(
        template: &CertificateTemplate,
        artwork: &Artwork,
        facts: &CertificateFacts,
        typesetter: &mut Typesetter,
    ) -> Result<Self, Error> {
        let mut setter = Setter {
            typesetter,
            direction: template.direction,
        };
        let logo = picture("logo", artwork.logo.as_deref(), 240.0, 54.0)?;
        let issuer_style = Style {
            case: Case::SmallCapitals,
            ..setter.style(13.0, Weight::Regular, Colour::SLATE, Alignment::Center)
        };
        let issuer = setter.fitted(&template.issuer, issuer_style, WIDTH, 2)?;
        let printed = compose_facts(template, facts, &mut setter)?;
        let signature = compose_signature(template, artwork, &mut setter)?;
        let verification = compose_verification(template, facts, &mut setter)?;
        let mut page = Self {
            direction: template.direction,
            accent: template.accent,
            ornament: template.ornament,
            logo,
            issuer,
            body: Body::compose(template, facts, &mut setter, 1.0)?,
            facts: printed,
            signature,
            verification,
        };
        for scale in [0.9, 0.8, 0.7, 0.6, 0.5] {
            if page.body.height() <= page.room() {
                break;
            }
            page.body = Body::compose(template, facts, &mut setter, scale)?;
        }
        if page.body.height() > page.room() {
            Err(Error::TooLong)
        } else {
            Ok(page)
        }
    }

    /// The height left for the title and the wording.
    fn room(&self) -> f32 {
        BOTTOM - self.foot_height() - FOOT_GAP - (TOP + self.head_height() + HEAD_GAP)
    }

    fn head_height(&self) -> f32 {
        let logo = self
            .logo
            .as_ref()
            .map_or(0.0, |logo| logo.size.height() + 10.0);
        logo + self.issuer.as_ref().map_or(0.0, |issuer| issuer.height)
    }

    fn foot_height(&self) -> f32 {
        facts_height(&self.facts)
            .max(self.signature.height())
            .max(self.verification.as_ref().map_or(0.0, Verification::height))
    }

    /// Draws the page and tells where its verification link lies.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>) -> Option<Rect> {
        self.draw_frame(canvas);
        let mut y = TOP;
        if let Some(logo) = &self.logo {
            canvas.image(&logo.image, CENTRE - logo.size.width() / 2.0, y, logo.size);
            y += logo.size.height() + 10.0;
        }
        if let Some(issuer) = &self.issuer {
            canvas.paragraph(issuer, LEFT, y);
            y += issuer.height;
        }
        // Two fifths of the spare room above, three below: the optical centre lies above the middle.
        y += HEAD_GAP + (self.room() - self.body.height()) * 0.4;
        self.body.draw(canvas, y, self.ornament);
        self.draw_facts(canvas);
        self.signature.draw(canvas, self.ornament);
        self.verification.as_ref().and_then(|verification| {
            verification.draw(canvas, self.column_at_end(), self.direction, self.accent)
        })
    }

    fn draw_frame(&self, canvas: &mut Canvas<'_>) {
        let inset = |by: f32| Rect::from_ltrb(by, by, PAGE_WIDTH - by, PAGE_HEIGHT - by);
        if let (Some(outer), Some(inner)) = (inset(24.0), inset(33.0)) {
            canvas.frame(outer, 1.6, self.accent);
            canvas.scooped_frame(inner, 15.0, 0.7, self.ornament);
        }
        for x in [33.0, PAGE_WIDTH - 33.0] {
            for y in [33.0, PAGE_HEIGHT - 33.0] {
                canvas.diamond(x, y, 3.2, self.ornament);
            }
        }
    }

    fn draw_facts(&self, canvas: &mut Canvas<'_>) {
        let x = match self.direction {
            Direction::LeftToRight => LEFT,
            Direction::RightToLeft => LEFT + WIDTH - COLUMN,
        };
        let mut y = BOTTOM - facts_height(&self.facts);
        for (label, value) in &self.facts {
            canvas.paragraph(label, x, y);
            canvas.paragraph(value, x, y + label.height);
            y += label.height + value.height + FACT_GAP;
        }
    }

    /// The left edge of the column where a line of text ends.
    fn column_at_end(&self) -> f32 {
        match self.direction {
            Direction::LeftToRight => LEFT + WIDTH - COLUMN,
            Direction::RightToLeft => LEFT,
        }
    }
}

const FACT_GAP: f32 = 6.0;

fn facts_height(facts: &[(Paragraph, Paragraph)]) -> f32 {
    let lines: f32 = facts
        .iter()
        .map(|(l, v)| l.height + v.height + FACT_GAP)
        .sum();
    (lines - FACT_GAP).max(0.0)
}

fn picture(
    what: &'static str,
    bytes: Option<&[u8]>,
    max_width: f32,
    max_height: f32,
) -> Result<Option<Picture>, Error> {
    bytes
        .map(|bytes| Picture::read(what, bytes, max_width, max_height))
        .transpose()
}

fn compose_facts(
    template: &CertificateTemplate,
    facts: &CertificateFacts,
    setter: &mut Setter<'_>,
) -> Result<Vec<(Paragraph, Paragraph)>, Error> {
    let label_style = setter.style(8.0, Weight::Regular, Colour::SLATE, Alignment::Start);
    let value_style = setter.style(10.5, Weight::Bold, Colour::INK, Alignment::Start);
    let mut printed = Vec::new();
    for entry in &template.printed_facts {
        let Some(value) = facts.find(entry.fact) else {
            continue;
        };
        let label = setter.fitted(&entry.label, label_style, COLUMN, 1)?;
        let value = setter.fitted(value, value_style, COLUMN, 2)?;
        printed.extend(label.zip(value));
    }
    Ok(printed)
}

fn compose_signature(
    template: &CertificateTemplate,
    artwork: &Artwork,
    setter: &mut Setter<'_>,
) -> Result<Signature, Error> {
    let name = setter.style(10.5, Weight::Bold, Colour::INK, Alignment::Center);
    let title = setter.style(9.0, Weight::Regular, Colour::SLATE, Alignment::Center);
    Ok(Signature {
        image: picture(
            "signature",
            artwork.signature.as_deref(),
            SIGNATURE_RULE - 16.0,
            44.0,
        )?,
        name: setter.fitted(&template.signatory_name, name, COLUMN, 2)?,
        title: setter.fitted(&template.signatory_title, title, COLUMN, 2)?,
    })
}

fn compose_verification(
    template: &CertificateTemplate,
    facts: &CertificateFacts,
    setter: &mut Setter<'_>,
) -> Result<Option<Verification>, Error> {
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
    let code = qr::encode(url)?;
    let label = setter.fitted(&template.verify_label, label_style, COLUMN, 2)?;
    let address = setter.fitted(url, address_style, COLUMN, 3)?;
    Ok(label.zip(address).map(|(label, address)| Verification {
        code,
        label,
        address,
    }))
}

impl Body {
    fn compose(
        template: &CertificateTemplate,
        facts: &CertificateFacts,
        setter: &mut Setter<'_>,
        scale: f32,
    ) -> Result<Self, Error> {
        let centred = |setter: &Setter<'_>, size, weight, colour| {
            setter.style(size * scale, weight, colour, Alignment::Center)
        };
        let title_style = Style {
            case: Case::SmallCapitals,
            ..centred(setter, 38.0, Weight::Regular, template.accent)
        };
        let title = setter.typesetter.printable(&cut(&template.title))?;
        let title = setter.typesetter.fitted(&title, title_style, WIDTH, 2);
        let mut lines = Vec::new();
        for line in &template.wording {
            let line = setter.typesetter.printable(line)?;
            let Some((rank, text)) = filled(&line, facts) else {
                continue;
            };
            let (gap, style, max_lines) = match rank {
                Rank::Name => (9.0, centred(setter, 30.0, Weight::Bold, template.accent), 2),
                Rank::Course => (9.0, centred(setter, 19.0, Weight::Bold, Colour::INK), 3),
                Rank::Text => (
                    11.0,
                    centred(setter, 13.0, Weight::Regular, Colour::SLATE),
                    3,
                ),
            };
            // The facts within are printable already, and set apart by isolates that shall stay.
            let paragraph = setter.typesetter.fitted(&text, style, WIDTH, max_lines);
            lines.push((gap * scale, paragraph));
        }
        Ok(Self {
            title,
            lines,
            scale,
        })
    }

    /// The room for the ornament between the title and the words.
    fn ornament_height(&self) -> f32 {
        30.0 * self.scale
    }

    fn height(&self) -> f32 {
        let lines: f32 = self.lines.iter().map(|(gap, line)| gap + line.height).sum();
        self.title.height + self.ornament_height() + lines
    }

    fn draw(&self, canvas: &mut Canvas<'_>, top: f32, ornament: Colour) {
        canvas.paragraph(&self.title, LEFT, top);
        let mut y = top + self.title.height + self.ornament_height() / 2.0;
        canvas.diamond(CENTRE, y, 3.4, ornament);
        canvas.rule(CENTRE - 12.0 - 84.0, y, 84.0, 0.8, ornament);
        canvas.rule(CENTRE + 12.0, y, 84.0, 0.8, ornament);
        y += self.ornament_height() / 2.0;
        for (gap, line) in &self.lines {
            canvas.paragraph(line, LEFT, y + gap);
            y += gap + line.height;
        }
    }
}

impl Signature {
    fn is_empty(&self) -> bool {
        self.image.is_none() && self.name.is_none() && self.title.is_none()
    }

    fn words_height(&self) -> f32 {
        let height = |words: &Option<Paragraph>| words.as_ref().map_or(0.0, |words| words.height);
        height(&self.name) + height(&self.title) + 5.0
    }

    fn height(&self) -> f32 {
        // Without an image the room stays free for a hand.
        if self.is_empty() {
            0.0
        } else {
            self.words_height() + 46.0
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, ornament: Colour) {
        if self.is_empty() {
            return;
        }
        let mut y = BOTTOM - self.words_height();
        if let Some(image) = &self.image {
            let (width, height) = (image.size.width(), image.size.height());
            canvas.image(
                &image.image,
                CENTRE - width / 2.0,
                y - height - 2.0,
                image.size,
            );
        }
        canvas.rule(
            CENTRE - SIGNATURE_RULE / 2.0,
            y,
            SIGNATURE_RULE,
            0.7,
            ornament,
        );
        y += 5.0;
        for words in [&self.name, &self.title].into_iter().flatten() {
            canvas.paragraph(words, CENTRE - COLUMN / 2.0, y);
            y += words.height;
        }
    }
}

impl Verification {
    fn height(&self) -> f32 {
        QR_SIDE + 6.0 + self.label.height + self.address.height
    }

    fn draw(
        &self,
        canvas: &mut Canvas<'_>,
        column: f32,
        direction: Direction,
        colour: Colour,
    ) -> Option<Rect> {
        let top = BOTTOM - self.height();
        let x = match direction {
            Direction::LeftToRight => column + COLUMN - QR_SIDE,
            Direction::RightToLeft => column,
        };
        canvas.qr_code(&self.code, x, top, QR_SIDE, colour);
        canvas.paragraph(&self.label, column, top + QR_SIDE + 6.0);
        canvas.paragraph(
            &self.address,
            column,
            top + QR_SIDE + 6.0 + self.label.height,
        );
        Rect::from_xywh(x, top, QR_SIDE, QR_SIDE)
    }
}
