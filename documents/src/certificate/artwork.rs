//! The images of a certificate: bounded, checked, scaled to fit.

use crate::Error;
use krilla::geom::Size;
use krilla::image::Image;

/// PNG or JPEG files as they were uploaded. Kept apart from the template, which is text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Artwork {
    pub logo: Option<Vec<u8>>,
    pub signature: Option<Vec<u8>>,
}

/// 24 megapixels: a generous scan. More would only cost memory; a small file can claim billions.
const MAX_PIXELS: u64 = 24_000_000;

/// An image and the size it is drawn at, in points.
pub(super) struct Picture {
    pub(super) image: Image,
    pub(super) size: Size,
}

impl Picture {
    /// Reads an image and fits it into a box.
    pub(super) fn read(
        what: &'static str,
        bytes: &[u8],
        (max_width, max_height): (f32, f32),
    ) -> Result<Self, Error> {
        let refused = |reason: &str| Error::Image {
            what,
            reason: reason.to_owned(),
        };
        let data = bytes.to_vec().into();
        let image = if bytes.starts_with(b"\x89PNG") {
            Image::from_png(data, false)
        } else if bytes.starts_with(b"\xff\xd8") {
            Image::from_jpeg(data, false)
        } else {
            return Err(refused("it is neither a PNG nor a JPEG file"));
        }
        .map_err(|_library_words| refused("the file is damaged"))?;
        let (width, height) = image.size();
        if u64::from(width) * u64::from(height) > MAX_PIXELS {
            return Err(refused("it has more than 24 million pixels"));
        }
        let scale = (max_width / width as f32).min(max_height / height as f32);
        let size = Size::from_wh(width as f32 * scale, height as f32 * scale)
            .ok_or_else(|| refused("it has no width or no height"))?;
        Ok(Self { image, size })
    }
}
