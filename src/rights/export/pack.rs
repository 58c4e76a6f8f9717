//! One file of all that belongs to a copy.

use std::fs::File;
use std::io::{self, Seek as _, SeekFrom};
use std::path::PathBuf;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What goes into the file, and where it stands in the end.
#[derive(Debug)]
pub(super) struct Pack {
    pub(super) page: File,
    pub(super) data: File,
    /// Names in the copy, and where the bytes are.
    pub(super) files: Vec<(String, PathBuf)>,
    pub(super) target: PathBuf,
    pub(super) token: String,
}

impl Pack {
    /// Blocks. The file is whole, or not there. Returns its size.
    pub(super) fn write(self) -> anyhow::Result<i64> {
        let folder = self.target.parent().unwrap_or(&self.target);
        let unfinished = tempfile::Builder::new()
            .prefix(&format!("{}-", self.token))
            .tempfile_in(folder)?;
        let mut zip = ZipWriter::new(unfinished.as_file().try_clone()?);
        for (name, mut file) in [("index.html", self.page), ("data.json", self.data)] {
            file.seek(SeekFrom::Start(0))?;
            zip.start_file(name, options(CompressionMethod::Deflated))?;
            io::copy(&mut file, &mut zip)?;
        }
        for (name, path) in self.files {
            match File::open(path) {
                Ok(mut file) => {
                    // Pictures and printed pages are compressed already.
                    zip.start_file(name, options(CompressionMethod::Stored))?;
                    io::copy(&mut file, &mut zip)?;
                }
                // What was lost from the store cannot be given; the rest can.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    tracing::warn!("a file of a person is not in the store");
                }
                Err(error) => return Err(error.into()),
            }
        }
        let size = {
            let mut file = zip.finish()?;
            file.sync_all()?;
            file.seek(SeekFrom::End(0))?
        };
        unfinished.persist(self.target)?;
        Ok(i64::try_from(size).unwrap_or(i64::MAX))
    }
}

fn options(method: CompressionMethod) -> SimpleFileOptions {
    // Videos of no one are in here, and still: more than four gigabytes are written as such.
    SimpleFileOptions::default()
        .compression_method(method)
        .large_file(true)
}
