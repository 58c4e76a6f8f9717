//! From the layout engine's clusters to glyphs that know the text they stand for.

use super::{END_ISOLATE, ISOLATE, LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK};
use krilla::text::{GlyphId, KrillaGlyph};
use parley::Run;

/// The glyphs of a run in visual order, each with the text it stands for.
pub(super) fn glyphs_of(run: &Run<'_, ()>, text: &str) -> Vec<KrillaGlyph> {
    let size = run.font_size();
    let mut clusters: Vec<Vec<KrillaGlyph>> = Vec::new();
    for cluster in run.visual_clusters() {
        let range = cluster.text_range();
        if cluster.is_ligature_continuation() {
            // The glyphs came with the leftmost letter of the ligature and stand for all of them.
            for glyph in clusters.last_mut().into_iter().flatten() {
                glyph.text_range.start = glyph.text_range.start.min(range.start);
                glyph.text_range.end = glyph.text_range.end.max(range.end);
            }
            continue;
        }
        if text
            .get(range.clone())
            .is_some_and(|t| t.chars().all(is_mark_of_direction))
        {
            continue;
        }
        let glyphs = cluster.glyphs().map(|glyph| {
            KrillaGlyph::new(
                GlyphId::new(glyph.id),
                glyph.advance / size,
                glyph.x / size,
                // The layout's y axis points down, the font's up.
                -glyph.y / size,
                0.0,
                range.clone(),
                None,
            )
        });
        clusters.push(glyphs.collect());
    }
    clusters.into_iter().flatten().collect()
}

fn is_mark_of_direction(c: char) -> bool {
    matches!(
        c,
        LEFT_TO_RIGHT_MARK | RIGHT_TO_LEFT_MARK | ISOLATE | END_ISOLATE
    )
}
