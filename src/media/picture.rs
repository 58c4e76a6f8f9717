//! A picture for a course, a certificate or the site: decoded, turned upright, made no larger than pages need and written anew.
//! Nothing of the file that was sent survives but its pixels: no place, no camera, no hidden bytes.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits};

/// The largest file that is read at all.
pub const MAX_BYTES: usize = 10 << 20;
/// Twice the width of the column a course's picture stands in, for dense screens.
pub const COURSE_SIDE: u32 = 1200;

/// Why a picture was not taken: the key of the sentence for its author.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFault {
    /// Not PNG, JPEG or WebP.
    Unknown,
    /// It says it is one, but cannot be read.
    Damaged,
    /// More pixels than memory should be spent on.
    TooLarge,
}

impl PictureFault {
    pub fn key(self) -> &'static str {
        match self {
            Self::Unknown => "courses-picture-unknown",
            Self::Damaged => "courses-picture-damaged",
            Self::TooLarge => "courses-picture-too-large",
        }
    }
}

/// A picture ready to be served.
#[derive(Debug)]
pub struct Picture {
    pub bytes: Vec<u8>,
    pub mime: &'static str,
}

/// No larger than `side` pixels each way. Takes seconds for large pictures: call it off the async threads.
pub fn prepare(file: &[u8], side: u32) -> Result<Picture, PictureFault> {
    let upright = decode(file)?;
    let fits = upright.width() <= side && upright.height() <= side;
    let sized = if fits {
        upright
    } else {
        upright.resize(side, side, FilterType::CatmullRom)
    };
    encode(&sized)
}

/// A square of `side` pixels, of the middle: people stand there.
pub fn prepare_square(file: &[u8], side: u32) -> Result<Picture, PictureFault> {
    let upright = decode(file)?;
    encode(&upright.resize_to_fill(side, side, FilterType::CatmullRom))
}

fn decode(file: &[u8]) -> Result<DynamicImage, PictureFault> {
    let mut reader = ImageReader::new(Cursor::new(file))
        .with_guessed_format()
        .or(Err(PictureFault::Unknown))?;
    if !matches!(
        reader.format(),
        Some(ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP)
    ) {
        return Err(PictureFault::Unknown);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(12_000);
    limits.max_image_height = Some(12_000);
    limits.max_alloc = Some(256 << 20);
    reader.limits(limits.clone());
    let fault = |error: image::ImageError| match error {
        image::ImageError::Limits(_) => PictureFault::TooLarge,
        _ => PictureFault::Damaged,
    };
    let mut decoder = reader.into_decoder().map_err(fault)?;
    // A small file may claim a picture of gigabytes: its claim is weighed before memory is given.
    limits.reserve(decoder.total_bytes()).map_err(fault)?;
    let orientation = decoder.orientation().map_err(fault)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(fault)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// JPEG for photographs; PNG where something shines through.
fn encode(picture: &DynamicImage) -> Result<Picture, PictureFault> {
    let mut bytes = Vec::new();
    let mime = if picture.color().has_alpha() {
        let pixels = DynamicImage::from(picture.to_rgba8());
        pixels
            .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)
            .or(Err(PictureFault::Damaged))?;
        "image/png"
    } else {
        let encoder = JpegEncoder::new_with_quality(&mut bytes, 85);
        DynamicImage::from(picture.to_rgb8())
            .write_with_encoder(encoder)
            .or(Err(PictureFault::Damaged))?;
        "image/jpeg"
    };
    Ok(Picture { bytes, mime })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        DynamicImage::new_rgb8(width, height)
            .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)
            .unwrap();
        bytes
    }

    #[test]
    fn large_pictures_are_made_to_fit_and_keep_their_shape() {
        let picture = prepare(&png(3000, 1500), COURSE_SIDE).unwrap();
        let read = image::load_from_memory(&picture.bytes).unwrap();
        assert_eq!((read.width(), read.height()), (1200, 600));
        assert_eq!(picture.mime, "image/jpeg");
    }

    #[test]
    fn other_files_and_damaged_ones_are_told_apart() {
        assert_eq!(
            prepare(b"<svg/>", COURSE_SIDE).unwrap_err(),
            PictureFault::Unknown
        );
        let mut damaged = png(40, 40);
        damaged.truncate(60);
        assert_eq!(
            prepare(&damaged, COURSE_SIDE).unwrap_err(),
            PictureFault::Damaged
        );
    }

    #[test]
    fn a_picture_that_claims_too_many_pixels_is_refused_unread() {
        let mut bomb = png(1, 1);
        // Width and height of the header, and its checksum.
        bomb.splice(16..24, [0, 0, 0x60, 0, 0, 0, 0x60, 0]);
        let header: Vec<u8> = bomb.get(12..29).unwrap().to_vec();
        let checksum = crc32(&header).to_be_bytes();
        bomb.splice(29..33, checksum);
        assert_eq!(
            prepare(&bomb, COURSE_SIDE).unwrap_err(),
            PictureFault::TooLarge
        );
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0_u32, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
                (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg())
            })
        })
    }
}
