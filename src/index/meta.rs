//! `pressmark.json`: which version of the schema and of the analysis wrote an index.

use std::io::ErrorKind;
use std::path::Path;
use std::{fs, io};

use serde::{Deserialize, Serialize};
use tantivy::directory::Directory;

use super::commit::META;
use super::error::IndexError;
use super::files_directory::FilesDirectory;
use super::schema::{SCHEMA_VERSION, schema};
use super::seal::SEAL;
use super::{analysis, roots};

/// The name of the file.
pub(crate) const FILE: &str = crate::read::INDEX_MARK;

/// What an index says about its writer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Meta {
    /// See [`SCHEMA_VERSION`].
    pub(crate) schema: u32,
    /// The version of pressmark.
    pub(crate) pressmark: String,
    /// A hash of the fields and of the text analysis: see [`fingerprint`].
    pub(crate) analysis: String,
    /// Whether there has to be a seal beside it. Indexes of earlier builds have none.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) sealed: bool,
}

impl Meta {
    pub(crate) fn current() -> Meta {
        let (pressmark, analysis) = (env!("CARGO_PKG_VERSION").to_owned(), fingerprint());
        Meta { schema: SCHEMA_VERSION, pressmark, analysis, sealed: false }
    }

    /// The bytes of the file. There is one way to write it, so that every flipped bit shows.
    fn text(&self) -> serde_json::Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }

    /// What bytes say; nothing if they are not just as they were written.
    pub(crate) fn parse_exactly(text: &[u8]) -> Option<Meta> {
        let meta: Meta = serde_json::from_slice(text).ok()?;
        (meta.text().ok()?.as_bytes() == text).then_some(meta)
    }
}

/// Differs as soon as a field or its type changes, or a word is stemmed otherwise, whether or not anybody thought of
/// raising the schema's version.
fn fingerprint() -> String {
    let fields = serde_json::to_string(&schema().0).unwrap_or_default();
    blake3::hash(format!("{fields}\n{}", analysis::probe()).as_bytes()).to_hex()[..16].to_owned()
}

/// What stands at a place where an index is wanted.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Nothing yet, or an empty folder.
    Free,
    /// An index that this program can use.
    Index,
}

/// Looks at the directory without touching it.
pub(crate) fn look(dir: &Path) -> Result<Place, IndexError> {
    let text = match fs::read_to_string(dir.join(FILE)) {
        Ok(text) => text,
        Err(_) if is_free(dir)? => return Ok(Place::Free),
        // A seal is left by nobody else: the index has lost this file.
        Err(error) if error.kind() == ErrorKind::NotFound && dir.join(SEAL).exists() => return Err(damaged(dir)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Err(IndexError::NotAnIndex { dir: dir.to_owned() });
        }
        Err(error) if error.kind() == ErrorKind::InvalidData => return Err(damaged(dir)),
        Err(source) => return Err(IndexError::Io { path: dir.join(FILE), source }),
    };
    let meta: Meta = serde_json::from_str(&text).map_err(|_| damaged(dir))?;
    let current = Meta::current();
    if meta.schema > current.schema {
        let (dir, writer) = (dir.to_owned(), meta.pressmark);
        return Err(IndexError::Version { dir, found: meta.schema, expected: current.schema, writer });
    }
    if meta.schema < current.schema || meta.analysis != current.analysis {
        let (roots, dir) = (roots::of(dir), dir.to_owned());
        return Err(IndexError::Outdated { dir, found: meta.schema, writer: meta.pressmark, roots });
    }
    // An index that has lost its list of segments is not one that is still to be made.
    if meta.sealed && !dir.join(META).exists() {
        return Err(damaged(dir));
    }
    Ok(Place::Index)
}

fn damaged(dir: &Path) -> IndexError {
    IndexError::Damaged { dirs: vec![dir.to_owned()] }
}

/// Not there, or a folder with nothing in it but hidden files.
fn is_free(dir: &Path) -> Result<bool, IndexError> {
    match fs::read_dir(dir) {
        Ok(entries) => Ok(entries.flatten().all(|e| e.file_name().as_encoded_bytes().starts_with(b"."))),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotADirectory => Err(IndexError::NotAnIndex { dir: dir.to_owned() }),
        Err(source) => Err(IndexError::Io { path: dir.to_owned(), source }),
    }
}

/// Writes the file of this program's version.
pub(crate) fn write(dir: &Path) -> Result<(), IndexError> {
    put(dir, &Meta::current()).map_err(|source| IndexError::Io { path: dir.join(FILE), source })
}

/// What the file says, without a judgement.
pub(crate) fn read(dir: &Path) -> io::Result<Meta> {
    Ok(serde_json::from_slice(&fs::read(dir.join(FILE))?)?)
}

/// Says in the file that there is a seal; after it, so that the file never speaks of a seal that is not there.
pub(crate) fn mark_sealed(dir: &Path) -> io::Result<()> {
    match read(dir)? {
        Meta { sealed: true, .. } => Ok(()),
        meta => put(dir, &Meta { sealed: true, ..meta }),
    }
}

/// Written aside, synced and renamed: a run killed here, or a power cut, leaves the old file or the new one.
fn put(dir: &Path, meta: &Meta) -> io::Result<()> {
    let directory = FilesDirectory::open(dir).map_err(io::Error::other)?;
    directory.atomic_write(Path::new(FILE), meta.text()?.as_bytes())?;
    directory.sync_directory()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_free_an_index_or_something_else() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        assert_eq!(look(&at("new")).unwrap(), Place::Free);
        fs::create_dir(at("kept")).unwrap();
        fs::write(at("kept").join(".gitkeep"), "").unwrap();
        assert_eq!(look(&at("kept")).unwrap(), Place::Free);
        write(&at("kept")).unwrap();
        assert_eq!(look(&at("kept")).unwrap(), Place::Index);
        fs::create_dir(at("other")).unwrap();
        fs::write(at("other").join("letter.txt"), "Dear").unwrap();
        assert!(matches!(look(&at("other")), Err(IndexError::NotAnIndex { .. })));
        assert!(matches!(look(&at("other").join("letter.txt")), Err(IndexError::NotAnIndex { .. })));
    }

    #[test]
    fn another_schema_is_refused_with_the_remedy() {
        let dir = tempfile::tempdir().unwrap();
        let refusal = |schema| {
            let old = Meta { schema, pressmark: "0.0.1".into(), ..Meta::current() };
            fs::write(dir.path().join(FILE), serde_json::to_string(&old).unwrap()).unwrap();
            look(dir.path()).unwrap_err()
        };
        assert!(matches!(refusal(0), IndexError::Outdated { found: 0, .. }));
        let newer = refusal(SCHEMA_VERSION + 1).to_string();
        assert!(newer.contains("or a later one"), "{newer}");
    }
}
