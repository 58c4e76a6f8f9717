//! Drawing on one page, in points from its top left corner. Knows shapes, not their meaning.

use crate::Colour;
use crate::qr::QrCode;
use crate::typeset::Paragraph;
use krilla::geom::{Path, PathBuilder, Point, Rect, Size, Transform};
use krilla::image::Image;
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, Stroke};
use krilla::surface::Surface;

/// A page being drawn.
pub(crate) struct Canvas<'a> {
    surface: Surface<'a>,
}

impl<'a> Canvas<'a> {
    pub(crate) fn new(surface: Surface<'a>) -> Self {
        Self { surface }
    }

    pub(crate) fn finish(self) {
        self.surface.finish();
    }

    /// Draws a paragraph whose top left corner is at `x`, `y`.
    pub(crate) fn paragraph(&mut self, paragraph: &Paragraph, x: f32, y: f32) {
        self.fill_with(paragraph.colour);
        for run in paragraph.runs.iter().filter(|run| !run.glyphs.is_empty()) {
            let start = Point::from_xy(x + run.x, y + run.baseline);
            let font = run.font.clone();
            self.surface
                .draw_glyphs(start, &run.glyphs, font, &paragraph.text, run.size, false);
        }
    }

    /// A horizontal hairline from `x` to `x + length`.
    pub(crate) fn rule(&mut self, x: f32, y: f32, length: f32, thickness: f32, colour: Colour) {
        self.rectangle(x, y - thickness / 2.0, length, thickness, colour);
    }

    /// A filled rectangle.
    pub(crate) fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Colour) {
        self.fill_with(colour);
        self.shape(|path| {
            if let Some(rect) = Rect::from_xywh(x, y, width, height) {
                path.push_rect(rect);
            }
        });
    }

    /// A filled diamond around a centre.
    pub(crate) fn diamond(&mut self, x: f32, y: f32, radius: f32, colour: Colour) {
        self.fill_with(colour);
        self.shape(|path| {
            path.move_to(x, y - radius);
            path.line_to(x + radius, y);
            path.line_to(x, y + radius);
            path.line_to(x - radius, y);
            path.close();
        });
    }

    /// A line around a rectangle.
    pub(crate) fn frame(&mut self, rect: Rect, thickness: f32, colour: Colour) {
        self.stroke_with(thickness, colour);
        self.shape(|path| path.push_rect(rect));
    }

    /// A line around a rectangle whose corners are scooped out by quarter circles.
    pub(crate) fn scooped_frame(
        &mut self,
        rect: Rect,
        radius: f32,
        thickness: f32,
        colour: Colour,
    ) {
        let (left, top, right, bottom) = (rect.left(), rect.top(), rect.right(), rect.bottom());
        // The control points of a quarter circle seen from the corner.
        let near = radius * 0.552_285;
        self.stroke_with(thickness, colour);
        self.shape(|path| {
            path.move_to(left + radius, top);
            path.line_to(right - radius, top);
            path.cubic_to(
                right - radius,
                top + near,
                right - near,
                top + radius,
                right,
                top + radius,
            );
            path.line_to(right, bottom - radius);
            path.cubic_to(
                right - near,
                bottom - radius,
                right - radius,
                bottom - near,
                right - radius,
                bottom,
            );
            path.line_to(left + radius, bottom);
            path.cubic_to(
                left + radius,
                bottom - near,
                left + near,
                bottom - radius,
                left,
                bottom - radius,
            );
            path.line_to(left, top + radius);
            path.cubic_to(
                left + near,
                top + radius,
                left + radius,
                top + near,
                left + radius,
                top,
            );
            path.close();
        });
    }

    /// A QR code of `side` points, all its bars in one shape.
    pub(crate) fn qr_code(&mut self, code: &QrCode, x: f32, y: f32, side: f32, colour: Colour) {
        let module = side / code.size as f32;
        self.fill_with(colour);
        self.shape(|path| {
            for bar in &code.bars {
                let (left, top) = (x + bar.column as f32 * module, y + bar.row as f32 * module);
                if let Some(rect) = Rect::from_xywh(left, top, bar.length as f32 * module, module) {
                    path.push_rect(rect);
                }
            }
        });
    }

    pub(crate) fn image(&mut self, image: &Image, x: f32, y: f32, size: Size) {
        self.surface
            .push_transform(&Transform::from_translate(x, y));
        self.surface.draw_image(image.clone(), size);
        self.surface.pop();
    }

    fn fill_with(&mut self, colour: Colour) {
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(Fill {
            paint: colour.paint().into(),
            opacity: NormalizedF32::ONE,
            rule: FillRule::NonZero,
        }));
    }

    fn stroke_with(&mut self, width: f32, colour: Colour) {
        self.surface.set_fill(None);
        self.surface.set_stroke(Some(Stroke {
            paint: colour.paint().into(),
            width,
            ..Stroke::default()
        }));
    }

    fn shape(&mut self, draw: impl FnOnce(&mut PathBuilder)) {
        let mut builder = PathBuilder::new();
        draw(&mut builder);
        let path: Option<Path> = builder.finish();
        if let Some(path) = path {
            self.surface.draw_path(&path);
        }
    }
}
