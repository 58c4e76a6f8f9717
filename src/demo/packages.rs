//! The sample packages, embedded as folders and zipped as an authoring tool would.

use std::io::{Cursor, Write as _};

use rust_embed::RustEmbed;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

#[derive(RustEmbed)]
#[folder = "fixtures/"]
struct Fixtures;

/// The package in a folder of `fixtures`.
pub(super) fn zip(fixture: &str) -> anyhow::Result<Vec<u8>> {
    let folder = format!("{fixture}/");
    // They are small, and unpacked again at once.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for path in Fixtures::iter() {
        if let Some(name) = path.strip_prefix(&folder)
            && let Some(file) = Fixtures::get(&path)
        {
            zip.start_file(name, options)?;
            zip.write_all(&file.data)?;
        }
    }
    Ok(zip.finish()?.into_inner())
}
