//! Pictures and videos that people upload: judged by their bytes, made fit, stored by hash. Knows neither what they
//! are for nor how they arrive.

pub mod picture;

use std::fs::File;
use std::io::{Read, Seek as _, SeekFrom};

use packages::Store;
use serde::Serialize;

/// A file in the store, and what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MediaRef {
    pub hash: String,
    pub mime: String,
}

/// Why a file was not taken: the key of the sentence for its author, or our own fault.
#[derive(Debug)]
pub enum Refusal {
    Key(&'static str),
    Fault(std::io::Error),
}

impl From<std::io::Error> for Refusal {
    fn from(error: std::io::Error) -> Self {
        Self::Fault(error)
    }
}

/// Reads and writes the picture anew, no larger than `side` pixels each way. Takes seconds for large pictures.
pub fn store_picture(store: &Store, mut file: File, side: u32) -> Result<MediaRef, Refusal> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    let picture = picture::prepare(&bytes, side).map_err(|fault| Refusal::Key(fault.key()))?;
    put(store, &mut picture.bytes.as_slice(), picture.mime)
}

/// The same, cut to a square around the middle.
pub fn store_square(store: &Store, mut file: File, side: u32) -> Result<MediaRef, Refusal> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    let picture =
        picture::prepare_square(&bytes, side).map_err(|fault| Refusal::Key(fault.key()))?;
    put(store, &mut picture.bytes.as_slice(), picture.mime)
}

/// What browsers play: MP4 and WebM. Told by its first bytes, not by its name.
pub fn store_video(store: &Store, mut file: File) -> Result<MediaRef, Refusal> {
    let mut head = Vec::new();
    (&mut file).take(4096).read_to_end(&mut head)?;
    let mime = match infer::get(&head).map(|kind| kind.mime_type()) {
        Some("video/mp4" | "video/x-m4v") => "video/mp4",
        Some("video/webm") => "video/webm",
        _ => return Err(Refusal::Key("courses-video-unknown")),
    };
    file.seek(SeekFrom::Start(0))?;
    put(store, &mut file, mime)
}

fn put(store: &Store, content: &mut dyn Read, mime: &str) -> Result<MediaRef, Refusal> {
    let (id, _) = store.put_blob(content)?;
    Ok(MediaRef {
        hash: id.to_string(),
        mime: mime.to_owned(),
    })
}
