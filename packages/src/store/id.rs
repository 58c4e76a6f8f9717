//! The name of a blob or a file's content: a SHA-256, written as 64 hexadecimal digits.

use std::fmt;
use std::io::{self, Read, Write};
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

/// A SHA-256 digest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlobId([u8; 32]);

impl BlobId {
    /// The digest of bytes at hand.
    pub fn of(content: &[u8]) -> Self {
        Self(Sha256::digest(content).into())
    }

    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Two levels: 256 folders keep directories small enough for every file system.
    pub(super) fn folder_and_name(&self) -> (String, String) {
        let [first, rest @ ..] = &self.0;
        (hex(&[*first]), hex(rest))
    }
}

impl From<Sha256> for BlobId {
    fn from(hash: Sha256) -> Self {
        Self(hash.finalize().into())
    }
}

/// Copies and hashes on the way; returns the digest and the number of bytes.
pub(crate) fn copy_hashed(from: &mut dyn Read, to: &mut dyn Write) -> io::Result<(BlobId, u64)> {
    let (mut hash, mut len, mut chunk) = (Sha256::new(), 0, vec![0; 64 << 10]);
    loop {
        let read = from.read(&mut chunk)?;
        if read == 0 {
            return Ok((BlobId::from(hash), len));
        }
        let bytes = chunk.get(..read).unwrap_or_default();
        hash.update(bytes);
        to.write_all(bytes)?;
        len += read as u64;
    }
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
    ];
    let digit = |value: u8| DIGITS.get(usize::from(value)).copied().unwrap_or_default();
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

impl fmt::Display for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl fmt::Debug for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BlobId({self})")
    }
}

/// A text that is not 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a blob id has 64 hexadecimal digits")]
pub struct NotABlobId;

impl FromStr for BlobId {
    type Err = NotABlobId;

    fn from_str(text: &str) -> Result<Self, NotABlobId> {
        let mut bytes = [0; 32];
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        if pairs.len() != bytes.len() || !rest.is_empty() {
            return Err(NotABlobId);
        }
        for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
            let value = |digit: u8| char::from(digit).to_digit(16).ok_or(NotABlobId);
            *byte = u8::try_from(value(*high)? * 16 + value(*low)?).map_err(|_range| NotABlobId)?;
        }
        Ok(Self(bytes))
    }
}

impl Serialize for BlobId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for BlobId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_written_and_read_back() {
        let id = BlobId::of(b"abc");
        let text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(id.to_string(), text);
        assert_eq!(text.parse(), Ok(id));
        assert_eq!("ba78".parse::<BlobId>(), Err(NotABlobId));
        assert_eq!("é".repeat(32).parse::<BlobId>(), Err(NotABlobId));
        assert_eq!(
            serde_json::from_str::<BlobId>(&format!("\"{text}\"")).unwrap(),
            id
        );
    }
}
