//! `seal.json`: what every other file of an index has to be, byte for byte.
//!
//! tantivy keeps a checksum in each file of a segment, but none of the list of segments, and nothing says whether a file is
//! the one that was written under its name. The seal is written before the list of segments and names that list and the one
//! before it, so that a run killed between the two leaves an index of which every byte is still vouched for. Once the list
//! is written, the seal is written again without the one before.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::meta::Meta;

/// The name of the file.
pub(crate) const SEAL: &str = "seal.json";

/// The bytes of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Print {
    pub(crate) bytes: u64,
    /// BLAKE3, in hexadecimal digits.
    pub(crate) hash: String,
}

/// A commit as it is sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sealed {
    /// The list of segments.
    pub(crate) meta: Print,
    /// How many documents it holds.
    pub(crate) documents: u64,
}

/// All that is sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Seal {
    /// What `pressmark.json` says.
    pub(crate) writer: Meta,
    pub(crate) commit: Sealed,
    /// The commit before, while the new list of segments may not be in its place yet.
    pub(crate) before: Option<Sealed>,
    /// Whether a run has found another list of segments than the one sealed: something else than pressmark has changed it.
    pub(crate) foreign: bool,
    /// What was indexed: see [`Payload`](super::payload::Payload).
    pub(crate) roots: BTreeMap<String, String>,
    /// The files of the segments of these commits.
    pub(crate) files: BTreeMap<String, Print>,
    /// The hash of this file with nothing here.
    checksum: String,
}

/// What there is of a seal.
#[derive(Debug)]
pub(crate) enum Found {
    /// No file.
    Nothing,
    /// A file that is not as it was written.
    Damaged,
    /// A seal.
    Seal(Box<Seal>),
}

impl Print {
    pub(crate) fn of(bytes: &[u8]) -> Print {
        Print { bytes: bytes.len() as u64, hash: blake3::hash(bytes).to_hex().to_string() }
    }

    /// Reads a file to its end.
    pub(crate) fn read(path: &Path) -> io::Result<Print> {
        let (mut file, mut hasher, mut buffer) = (std::fs::File::open(path)?, Hasher::default(), vec![0; 1 << 16]);
        loop {
            match file.read(&mut buffer)? {
                0 => return Ok(hasher.print()),
                read => hasher.update(&buffer[..read]),
            }
        }
    }
}

/// A print in the making.
#[derive(Debug, Clone, Default)]
pub(crate) struct Hasher {
    bytes: u64,
    hasher: blake3::Hasher,
}

impl Hasher {
    pub(crate) fn update(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        self.hasher.update(bytes);
    }

    pub(crate) fn print(&self) -> Print {
        Print { bytes: self.bytes, hash: self.hasher.finalize().to_hex().to_string() }
    }
}

impl Seal {
    pub(crate) fn new(writer: Meta, commit: Sealed) -> Seal {
        let (roots, files, checksum) = (BTreeMap::new(), BTreeMap::new(), String::new());
        Seal { writer, commit, before: None, foreign: false, roots, files, checksum }
    }

    /// The seal of an index.
    pub(crate) fn find(dir: &Path) -> io::Result<Found> {
        match std::fs::read(dir.join(SEAL)) {
            Ok(bytes) => Ok(Seal::parse(&bytes).map_or(Found::Damaged, |seal| Found::Seal(Box::new(seal)))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Found::Nothing),
            Err(error) => Err(error),
        }
    }

    /// A seal has one way to be written: bytes that are not just these are damaged.
    pub(crate) fn parse(bytes: &[u8]) -> Option<Seal> {
        let seal: Seal = serde_json::from_slice(bytes).ok()?;
        (seal.text().ok()? == bytes).then_some(seal)
    }

    /// The bytes of the file.
    pub(crate) fn text(&self) -> serde_json::Result<Vec<u8>> {
        let bare = serde_json::to_vec_pretty(&Seal { checksum: String::new(), ..self.clone() })?;
        let checksum = blake3::hash(&bare).to_hex().to_string();
        let mut text = serde_json::to_vec_pretty(&Seal { checksum, ..self.clone() })?;
        text.push(b'\n');
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_flipped_bit_of_a_seal_is_found() {
        let sealed = Sealed { meta: Print::of(b"list"), documents: 3 };
        let mut seal = Seal::new(Meta::current(), sealed.clone());
        seal.before = Some(sealed);
        seal.files.insert("a.store".into(), Print::of(b"text"));
        let text = seal.text().unwrap();
        assert!(Seal::parse(&text).is_some());
        for at in 0..text.len() {
            for bit in 0..8 {
                let mut damaged = text.clone();
                damaged[at] ^= 1 << bit;
                assert_eq!(Seal::parse(&damaged), None, "byte {at}, bit {bit}");
            }
            assert_eq!(Seal::parse(&text[..at]), None, "cut at {at}");
        }
    }

    #[test]
    fn a_file_is_read_as_it_is_hashed() {
        let dir = tempfile::tempdir().unwrap();
        let (path, bytes) = (dir.path().join("a"), vec![7; 200_000]);
        std::fs::write(&path, &bytes).unwrap();
        assert_eq!(Print::read(&path).unwrap(), Print::of(&bytes));
    }
}
