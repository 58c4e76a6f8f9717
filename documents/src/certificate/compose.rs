//! Where everything stands on the page. First composed, then drawn, so that nothing is drawn of a
//! page that does not fit.

use super::artwork::{Artwork, Picture};
use super::foot::Foot;
use super::wording::{Rank, cut, filled};
use super::{CertificateFacts, CertificateTemplate};
use crate::canvas::Canvas;
use crate::pdf::A4;
use crate::typeset::{Case, Paragraph, Style, Typesetter, Weight};
use crate::{Colour, Direction, Error};
use krilla::geom::Rect;
use parley::Alignment;

pub(super) const PAGE_WIDTH: f32 = A4.1;
pub(super) const PAGE_HEIGHT: f32 = A4.0;

/// The text area within the frame.
pub(super) const LEFT: f32 = 84.0;
pub(super) const WIDTH: f32 = PAGE_WIDTH - 2.0 * LEFT;
const TOP: f32 = 70.0;
pub(super) const BOTTOM: f32 = PAGE_HEIGHT - 68.0;
pub(super) const CENTRE: f32 = PAGE_WIDTH / 2.0;
/// The least room between the words and what stands above and below them.
const HEAD_GAP: f32 = 8.0;
const FOOT_GAP: f32 = 22.0;

/// A composed certificate.
pub(super) struct Page {
    accent: Colour,
    ornament: Colour,
    logo: Option<Picture>,
    issuer: Option<Paragraph>,
    body: Body,
    foot: Foot,
}

struct Body {
    title: Paragraph,
    lines: Vec<(f32, Paragraph)>,
    scale: f32,
}

/// Sets paragraphs in the template's direction and colours.
pub(super) struct Setter<'a> {
    typesetter: &'a mut Typesetter,
    pub(super) direction: Direction,
}

impl Setter<'_> {
    pub(super) fn style(
        &self,
        size: f32,
        weight: Weight,
        colour: Colour,
        alignment: Alignment,
    ) -> Style {
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
    pub(super) fn fitted(
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
        let logo = artwork.logo.as_deref();
        let logo = logo
            .map(|bytes| Picture::read("logo", bytes, (240.0, 54.0)))
            .transpose()?;
        let issuer_style = Style {
            case: Case::SmallCapitals,
            ..setter.style(13.0, Weight::Regular, Colour::SLATE, Alignment::Center)
        };
        let issuer = setter.fitted(&template.issuer, issuer_style, WIDTH, 2)?;
        let mut page = Self {
            accent: template.accent,
            ornament: template.ornament,
            logo,
            issuer,
            body: Body::compose(template, facts, &mut setter, 1.0)?,
            foot: Foot::compose(template, artwork, facts, &mut setter)?,
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
        BOTTOM - self.foot.height() - FOOT_GAP - (TOP + self.head_height() + HEAD_GAP)
    }

    fn head_height(&self) -> f32 {
        let logo = self
            .logo
            .as_ref()
            .map_or(0.0, |logo| logo.size.height() + 10.0);
        logo + self.issuer.as_ref().map_or(0.0, |issuer| issuer.height)
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
        self.foot.draw(canvas, self.accent, self.ornament)
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
