//! A zip writer that does what it is told, lies included.

use std::io::{self, Write};

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

/// One entry as it is to be written.
#[derive(Debug, Clone)]
pub struct Member<'a> {
    pub name: &'a [u8],
    /// The bytes as they lie in the archive, packed by `method`.
    pub packed: Vec<u8>,
    pub method: u16,
    pub flags: u16,
    /// As stated in the headers, true or not.
    pub size: u32,
    pub crc32: u32,
    pub unix_mode: u32,
    /// Extra fields of the central directory.
    pub extra: Vec<u8>,
    /// Points at another entry's local header instead of writing one.
    pub header_at: Option<u32>,
}

impl<'a> Member<'a> {
    /// Content as it is.
    pub fn stored(name: &'a [u8], content: &[u8]) -> Self {
        let mut crc = Crc::new();
        crc.update(content);
        Self {
            name,
            packed: content.to_vec(),
            method: 0,
            flags: 0x800,
            size: content.len() as u32,
            crc32: crc.sum(),
            unix_mode: 0o100_644,
            extra: Vec::new(),
            header_at: None,
        }
    }

    /// Content compressed as zip tools do.
    pub fn deflated(name: &'a [u8], content: &[u8]) -> io::Result<Self> {
        Self::deflated_at(6, name, content)
    }

    /// Content compressed with an effort of 1 to 9: tools differ, and so do the bytes.
    pub fn deflated_at(effort: u32, name: &'a [u8], content: &[u8]) -> io::Result<Self> {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::new(effort));
        encoder.write_all(content)?;
        Ok(Self {
            packed: encoder.finish()?,
            method: 8,
            ..Self::stored(name, content)
        })
    }
}

/// Writes an archive to `out` without ever going back.
#[derive(Debug)]
pub struct ZipBuilder<W> {
    out: W,
    written: u64,
    directory: Vec<u8>,
    entries: u64,
}

impl<W: Write> ZipBuilder<W> {
    pub fn new(out: W) -> Self {
        Self {
            out,
            written: 0,
            directory: Vec::new(),
            entries: 0,
        }
    }

    /// Adds a deflated file.
    pub fn file(&mut self, name: &str, content: &[u8]) -> io::Result<()> {
        self.member(&Member::deflated(name.as_bytes(), content)?)
            .map(drop)
    }

    /// Adds a file without compression.
    pub fn stored(&mut self, name: &str, content: &[u8]) -> io::Result<()> {
        self.member(&Member::stored(name.as_bytes(), content))
            .map(drop)
    }

    /// Writes bytes that belong to no entry.
    pub fn raw(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.written += bytes.len() as u64;
        self.out.write_all(bytes)
    }

    /// Adds an entry and returns where its local header lies.
    pub fn member(&mut self, member: &Member<'_>) -> io::Result<u32> {
        let at = member.header_at.unwrap_or(self.written as u32);
        let mut common = Vec::new();
        common.extend(20_u16.to_le_bytes());
        common.extend(member.flags.to_le_bytes());
        common.extend(member.method.to_le_bytes());
        common.extend([0, 0, 0x21, 0]); // midnight, 1 January 1980
        common.extend(member.crc32.to_le_bytes());
        common.extend((member.packed.len() as u32).to_le_bytes());
        common.extend(member.size.to_le_bytes());
        common.extend((member.name.len() as u16).to_le_bytes());
        if member.header_at.is_none() {
            self.raw(b"PK\x03\x04")?;
            self.raw(&common)?;
            self.raw(&0_u16.to_le_bytes())?;
            self.raw(member.name)?;
            self.raw(&member.packed)?;
        }
        let directory = &mut self.directory;
        directory.extend(b"PK\x01\x02");
        directory.extend([20, 3]); // made by version 2.0 on Unix
        directory.extend(common);
        directory.extend((member.extra.len() as u16).to_le_bytes());
        directory.extend([0; 6]); // comment, disk, internal attributes
        directory.extend((member.unix_mode << 16).to_le_bytes());
        directory.extend(at.to_le_bytes());
        directory.extend(member.name);
        directory.extend(&member.extra);
        self.entries += 1;
        Ok(at)
    }

    /// Writes the directory and its end record.
    pub fn finish(mut self) -> io::Result<W> {
        let (at, entries) = (self.written as u32, self.entries as u16);
        self.end(entries, at)?;
        Ok(self.out)
    }

    /// As `finish`, with the 64-bit end record that large archives need.
    pub fn finish_zip64(mut self) -> io::Result<W> {
        let directory_at = self.written;
        let directory = std::mem::take(&mut self.directory);
        self.raw(&directory)?;
        let record_at = self.written;
        let mut record = b"PK\x06\x06".to_vec();
        record.extend(44_u64.to_le_bytes());
        record.extend([45, 3, 45, 0]);
        record.extend([0; 8]);
        for number in [
            self.entries,
            self.entries,
            directory.len() as u64,
            directory_at,
        ] {
            record.extend(number.to_le_bytes());
        }
        record.extend(b"PK\x06\x07\0\0\0\0");
        record.extend(record_at.to_le_bytes());
        record.extend(1_u32.to_le_bytes());
        record.extend(b"PK\x05\x06\0\0\0\0");
        record.extend([0xff; 12]);
        record.extend([0; 2]);
        self.raw(&record)?;
        Ok(self.out)
    }

    /// As `finish`, with an end record that states another number of entries.
    pub fn finish_claiming(mut self, entries: u16) -> io::Result<W> {
        let at = self.written as u32;
        self.end(entries, at)?;
        Ok(self.out)
    }

    fn end(&mut self, entries: u16, directory_at: u32) -> io::Result<()> {
        let directory = std::mem::take(&mut self.directory);
        self.raw(&directory)?;
        let mut record = b"PK\x05\x06\0\0\0\0".to_vec();
        record.extend(entries.to_le_bytes());
        record.extend(entries.to_le_bytes());
        record.extend((directory.len() as u32).to_le_bytes());
        record.extend(directory_at.to_le_bytes());
        record.extend([0; 2]);
        self.raw(&record)
    }
}
