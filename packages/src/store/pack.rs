//! A pack: the small files of one version, one after the other, in one blob.
//!
//! Its id is the digest of its members' digests and lengths rather than of its bytes: equal ids
//! still mean equal files at equal places, and the bytes need not be hashed twice.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use sha2::{Digest, Sha256};

use super::{BlobId, Staging};

/// Where a member lies in a pack that has no id yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Member {
    pub(crate) offset: u64,
    pub(crate) len: u64,
}

/// Appends members to a pack.
#[derive(Debug)]
pub(crate) struct PackWriter {
    path: PathBuf,
    file: BufWriter<File>,
    len: u64,
    members: Sha256,
}

impl PackWriter {
    pub(crate) fn new(staging: &mut Staging) -> io::Result<Self> {
        let (path, file) = staging.create()?;
        let file = BufWriter::with_capacity(1 << 20, file);
        Ok(Self {
            path,
            file,
            len: 0,
            members: Sha256::new(),
        })
    }

    /// Appends bytes; `content` is the digest of the file they stand for, packed or not.
    pub(crate) fn append(&mut self, bytes: &[u8], content: BlobId) -> io::Result<Member> {
        let member = Member {
            offset: self.len,
            len: bytes.len() as u64,
        };
        self.members.update(content.as_bytes());
        self.members.update(member.len.to_le_bytes());
        self.file.write_all(bytes)?;
        self.len += member.len;
        Ok(member)
    }

    /// Closes the pack and hands it to the staging area; its id completes the extents.
    pub(crate) fn finish(self, staging: &mut Staging) -> io::Result<BlobId> {
        self.file
            .into_inner()
            .map_err(io::IntoInnerError::into_error)?;
        let id = BlobId::from(self.members);
        staging.keep(self.path, id);
        Ok(id)
    }
}
