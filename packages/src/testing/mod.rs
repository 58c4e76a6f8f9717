//! Archives for tests, of this crate and of others: the sample packages of `fixtures/`, packages
//! of any size, and one archive for every attack. Writes zip byte by byte, because no honest
//! writer would write most of these.

pub mod hostile;
mod zip;

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

pub use zip::{Member, ZipBuilder};

/// The names of the sample packages.
pub const FIXTURES: &[&str] = &[
    "lesson-12",
    "quiz-12",
    "quiz-2004",
    "multi-sco-12",
    "assets-only",
    "arabic-12",
    "finishes-on-unload-12",
    "led-2004",
];

/// The smallest manifest that is a course: one SCO, `index.html`, SCORM 1.2.
pub const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="sample" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
          xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="org">
    <organization identifier="org"><title>Sample</title>
      <item identifier="item" identifierref="res"><title>Sample</title></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="res" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="index.html"/>
    </resource>
  </resources>
</manifest>
"#;

/// A page that says it is complete.
pub const PAGE: &str = r#"<!doctype html><html lang="en"><title>Sample</title>
<script>parent.API && (parent.API.LMSInitialize(""),
parent.API.LMSSetValue("cmi.core.lesson_status", "completed"), parent.API.LMSFinish(""))</script>
<p>Sample</p></html>
"#;

/// The folder of a sample package.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../fixtures")
        .join(name)
}

/// Zips a folder, files sorted by name.
pub fn zip_folder(folder: &Path) -> io::Result<Vec<u8>> {
    let mut names = Vec::new();
    list_files(folder, "", &mut names)?;
    names.sort();
    let mut zip = ZipBuilder::new(Vec::new());
    for name in names {
        zip.file(&name, &fs::read(folder.join(&name))?)?;
    }
    zip.finish()
}

/// A sample package as a zip.
pub fn zip_fixture(name: &str) -> io::Result<Vec<u8>> {
    zip_folder(&fixture(name))
}

/// A playable package with these files added to its manifest and page.
pub fn package_with(files: &[(&str, &[u8])]) -> io::Result<Vec<u8>> {
    let mut zip = ZipBuilder::new(Vec::new());
    zip.file("imsmanifest.xml", MANIFEST.as_bytes())?;
    zip.file("index.html", PAGE.as_bytes())?;
    for (name, content) in files {
        zip.file(name, content)?;
    }
    zip.finish()
}

/// Writes a playable package of `files` files and about `bytes` unpacked bytes: a tenth text, the
/// rest media that do not shrink. The same arguments give the same archive.
pub fn write_large_package(to: &Path, files: u64, bytes: u64) -> io::Result<()> {
    let mut zip = ZipBuilder::new(BufWriter::new(File::create(to)?));
    zip.file("imsmanifest.xml", MANIFEST.as_bytes())?;
    zip.file("index.html", PAGE.as_bytes())?;
    let mut noise = Noise(0x9E37_79B9_7F4A_7C15);
    let each = usize::try_from(bytes / files.max(1)).unwrap_or(usize::MAX);
    for number in 0..files {
        if number % 10 == 0 {
            let line =
                format!("function page{number}() {{ return \"risk indicator {number}\"; }}\n");
            let text = line.repeat(each / line.len() + 1);
            zip.file(&format!("js/page{number}.js"), text.as_bytes())?;
        } else {
            let name = format!("media/folder{}/clip{number}.mp4", number % 40);
            zip.stored(&name, &noise.bytes(each))?;
        }
    }
    zip.finish()?.flush()
}

/// Bytes that do not shrink (xorshift), the same in every run.
struct Noise(u64);

impl Noise {
    fn bytes(&mut self, len: usize) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(len + 8);
        while bytes.len() < len {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            bytes.extend(self.0.to_le_bytes());
        }
        bytes.truncate(len);
        bytes
    }
}

fn list_files(folder: &Path, prefix: &str, names: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            list_files(&entry.path(), &format!("{name}/"), names)?;
        } else {
            names.push(name);
        }
    }
    Ok(())
}
