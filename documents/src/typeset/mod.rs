//! Turns text into positioned glyphs: bidi, shaping, font fallback, line breaking.
//!
//! Owns the four fonts. Must not know what a page looks like.

mod glyphs;
mod printable;

use crate::{Colour, Direction};
use glyphs::glyphs_of;
use krilla::text::{Font, KrillaGlyph};
use parley::fontique::{Blob, Charmap, Collection, CollectionOptions};
use parley::{
    Alignment, AlignmentOptions, FontContext, FontFamily, FontFamilyName, FontFeatures, FontWeight,
    Layout, LayoutContext, LineHeight, OverflowWrap, Run, StyleProperty,
};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Latin, Greek and Cyrillic first, Arabic second: digits and quotation marks then look the same
/// in every language.
const FAMILIES: [FontFamilyName<'static>; 2] = [
    FontFamilyName::Named(Cow::Borrowed("Noto Sans")),
    FontFamilyName::Named(Cow::Borrowed("Noto Naskh Arabic")),
];

const FONTS: [&[u8]; 4] = [
    include_bytes!("../../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../../fonts/NotoNaskhArabic-Regular.ttf"),
    include_bytes!("../../fonts/NotoNaskhArabic-Bold.ttf"),
];

const LEFT_TO_RIGHT_MARK: char = '\u{200e}';
const RIGHT_TO_LEFT_MARK: char = '\u{200f}';
/// Sets text apart so that its own direction does not disturb the sentence around it (UAX 9).
pub(crate) const ISOLATE: char = '\u{2068}';
pub(crate) const END_ISOLATE: char = '\u{2069}';

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    AsWritten,
    /// Small capitals keep the letters of the source, so that copied text stays as it was written.
    SmallCapitals,
}

/// How a paragraph is set. Lengths are in points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub(crate) size: f32,
    pub(crate) weight: Weight,
    pub(crate) case: Case,
    pub(crate) colour: Colour,
    pub(crate) alignment: Alignment,
    pub(crate) direction: Direction,
}

impl Style {
    pub(crate) fn scaled(self, factor: f32) -> Self {
        Self {
            size: self.size * factor,
            ..self
        }
    }
}

/// Glyphs of one font on one baseline, relative to the paragraph's top left corner.
pub(crate) struct GlyphRun {
    pub(crate) font: Font,
    pub(crate) size: f32,
    pub(crate) x: f32,
    pub(crate) baseline: f32,
    pub(crate) glyphs: Vec<KrillaGlyph>,
}

/// Text ready to be drawn.
pub(crate) struct Paragraph {
    /// What the glyphs' text ranges point into; it is what a reader can copy.
    pub(crate) text: String,
    pub(crate) colour: Colour,
    pub(crate) height: f32,
    pub(crate) runs: Vec<GlyphRun>,
}

/// The fonts, and the scratch space of the layout engine.
pub(crate) struct Typesetter {
    fonts: FontContext,
    /// What the fonts can print.
    charmaps: Vec<Charmap<'static>>,
    layouts: LayoutContext<()>,
    /// The PDF writer's fonts by the identity of their data; made once, embedded once.
    faces: BTreeMap<u64, Font>,
}

impl Typesetter {
    pub(crate) fn new() -> Self {
        let options = CollectionOptions {
            shared: false,
            system_fonts: false,
        };
        let mut fonts = FontContext {
            collection: Collection::new(options),
            ..FontContext::default()
        };
        let mut charmaps = Vec::new();
        for font in FONTS {
            let families = fonts
                .collection
                .register_fonts(Blob::new(Arc::new(font)), None);
            let faces = families.iter().flat_map(|(_, faces)| faces);
            charmaps.extend(faces.filter_map(|face| face.charmap_index().charmap(font)));
        }
        Self {
            fonts,
            charmaps,
            layouts: LayoutContext::new(),
            faces: BTreeMap::new(),
        }
    }

    /// Sets `text` at its size into as many lines as it takes.
    pub(crate) fn paragraph(&mut self, text: &str, style: Style, width: f32) -> Paragraph {
        let text = directed(text, style.direction);
        let layout = self.layout(&text, style, width);
        self.finish(text, &layout, style, 0.0)
    }

    /// Sets `text` into as few lines as it takes: smaller first, then more lines of even length.
    /// May exceed `max_lines` only when the text does not fit at 40 % of its size.
    pub(crate) fn fitted(
        &mut self,
        text: &str,
        style: Style,
        width: f32,
        max_lines: usize,
    ) -> Paragraph {
        const ONE_LINE: [f32; 5] = [1.0, 0.93, 0.86, 0.79, 0.72];
        const MORE_LINES: [f32; 6] = [0.86, 0.76, 0.66, 0.56, 0.48, 0.4];
        let text = directed(text, style.direction);
        let attempts = ONE_LINE.map(|f| (f, 1)).into_iter();
        for (factor, allowed) in attempts.chain(MORE_LINES.map(|f| (f, max_lines))) {
            let style = style.scaled(factor);
            let mut layout = self.layout(&text, style, width);
            if layout.len() <= allowed {
                let indent = balance(&mut layout, style, width);
                return self.finish(text, &layout, style, indent);
            }
        }
        let style = style.scaled(MORE_LINES[MORE_LINES.len() - 1]);
        let layout = self.layout(&text, style, width);
        self.finish(text, &layout, style, 0.0)
    }

    fn layout(&mut self, text: &str, style: Style, width: f32) -> Layout<()> {
        let mut builder = self
            .layouts
            .ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Borrowed(
            &FAMILIES,
        ))));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(
            1.32,
        )));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        if style.weight == Weight::Bold {
            builder.push_default(StyleProperty::FontWeight(FontWeight::BOLD));
        }
        // Letters of a joined script must not be spaced.
        if style.case == Case::SmallCapitals && style.direction == Direction::LeftToRight {
            builder.push_default(StyleProperty::FontFeatures(FontFeatures::from(
                "\"smcp\" on",
            )));
            builder.push_default(StyleProperty::LetterSpacing(style.size * 0.06));
        }
        let mut layout = builder.build(text);
        layout.break_all_lines(Some(width));
        layout.align(style.alignment, AlignmentOptions::default());
        layout
    }

    fn finish(
        &mut self,
        text: String,
        layout: &Layout<()>,
        style: Style,
        indent: f32,
    ) -> Paragraph {
        let mut runs = Vec::new();
        for line in layout.lines() {
            let metrics = line.metrics();
            let mut x = indent + metrics.offset + metrics.inline_min_coord;
            for run in line.runs() {
                let Some(font) = self.face(&run) else {
                    continue;
                };
                let glyphs = glyphs_of(&run, &text);
                runs.push(GlyphRun {
                    font,
                    size: run.font_size(),
                    x,
                    baseline: metrics.baseline,
                    glyphs,
                });
                x += run.advance();
            }
        }
        Paragraph {
            text,
            colour: style.colour,
            height: layout.height(),
            runs,
        }
    }

    fn face(&mut self, run: &Run<'_, ()>) -> Option<Font> {
        let font = run.font();
        if let Some(face) = self.faces.get(&font.data.id()) {
            return Some(face.clone());
        }
        let (data, id) = font.data.clone().into_raw_parts();
        let face = Font::new(data.into(), font.index)?;
        self.faces.insert(id, face.clone());
        Some(face)
    }
}

/// Narrows a paragraph of several lines as far as it keeps its number of lines, so that no single
/// word is left alone on the last. Answers how far its left edge moves within `width`.
fn balance(layout: &mut Layout<()>, style: Style, width: f32) -> f32 {
    let lines = layout.len();
    if lines < 2 {
        return 0.0;
    }
    let (mut narrow, mut wide) = (width / lines as f32, width);
    for _ in 0..8 {
        let middle = f32::midpoint(narrow, wide);
        layout.break_all_lines(Some(middle));
        if layout.len() > lines {
            narrow = middle;
        } else {
            wide = middle;
        }
    }
    layout.break_all_lines(Some(wide));
    layout.align(style.alignment, AlignmentOptions::default());
    let spare = width - wide;
    match (style.alignment, style.direction) {
        (Alignment::Center, _) => spare / 2.0,
        (Alignment::Right, _)
        | (Alignment::End, Direction::LeftToRight)
        | (Alignment::Start, Direction::RightToLeft) => spare,
        _ => 0.0,
    }
}

/// Without a mark, the first strong letter would decide the order of a line, and an Arabic sentence
/// that opens with a Latin name would read backwards.
fn directed(text: &str, direction: Direction) -> String {
    let mark = match direction {
        Direction::LeftToRight => LEFT_TO_RIGHT_MARK,
        Direction::RightToLeft => RIGHT_TO_LEFT_MARK,
    };
    format!("{mark}{text}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn centred(direction: Direction) -> Style {
        Style {
            size: 20.0,
            weight: Weight::Regular,
            case: Case::AsWritten,
            colour: Colour::INK,
            alignment: Alignment::Center,
            direction,
        }
    }

    /// What each glyph stands for, from left to right.
    fn mapped(text: &str, direction: Direction) -> Vec<String> {
        let paragraph = Typesetter::new().fitted(text, centred(direction), 500.0, 1);
        let glyphs = paragraph.runs.iter().flat_map(|run| &run.glyphs);
        glyphs
            .map(|glyph| {
                paragraph
                    .text
                    .get(glyph.text_range.clone())
                    .unwrap()
                    .to_owned()
            })
            .collect()
    }

    #[test]
    fn a_ligature_stands_for_all_its_letters() {
        assert_eq!(
            mapped("office", Direction::LeftToRight),
            ["o", "ffi", "c", "e"]
        );
        assert_eq!(mapped("الله", Direction::RightToLeft), ["لله", "ا"]);
    }

    #[test]
    fn a_letter_and_its_mark_are_mapped_together() {
        assert_eq!(mapped("تمّ", Direction::RightToLeft), ["مّ", "مّ", "ت"]);
    }

    #[test]
    fn the_direction_of_the_page_orders_mixed_text() {
        assert_eq!(mapped("A ب", Direction::LeftToRight), ["A", " ", "ب"]);
        assert_eq!(mapped("A ب", Direction::RightToLeft), ["ب", " ", "A"]);
        let isolated = format!("1 {ISOLATE}ب A{END_ISOLATE} 2");
        let expected = ["1", " ", "A", " ", "ب", " ", "2"];
        assert_eq!(mapped(&isolated, Direction::LeftToRight), expected);
    }

    #[test]
    fn a_long_name_shrinks_first_and_wraps_into_even_lines() {
        let mut typesetter = Typesetter::new();
        let size = |paragraph: &Paragraph| paragraph.runs.first().map(|run| run.size);
        let style = centred(Direction::LeftToRight);
        let short = typesetter.fitted("Ana Ruiz", style, 300.0, 2);
        let longer = typesetter.fitted("Maximiliana Featherstonehaugh", style, 270.0, 2);
        let longest = typesetter.fitted(&"Maximiliana Alexandrina ".repeat(3), style, 300.0, 2);
        assert_eq!(size(&short), Some(20.0));
        assert!(size(&longer) < size(&short) && longer.height < short.height);
        assert!(longest.height > longer.height);
        let starts: Vec<f32> = longest.runs.iter().map(|run| run.x).collect();
        assert!(starts.iter().all(|x| (0.0..80.0).contains(x)), "{starts:?}");
    }

    #[test]
    fn a_word_wider_than_the_page_breaks() {
        let style = centred(Direction::LeftToRight);
        let paragraph = Typesetter::new().fitted(&"W".repeat(300), style, 300.0, 2);
        assert!(paragraph.runs.len() > 2);
    }
}
