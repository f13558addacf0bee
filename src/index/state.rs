//! What is indexed already. It is read from the index itself, so that it can never say more than the last commit holds.

use std::collections::{HashMap, HashSet};
use std::path::{Component, Path, PathBuf};

use tantivy::Searcher;

use super::error::IndexError;
use super::schema::{BYTES, CHANGED, DIGEST, ID, KEY};

/// A file's size, time and content when it was indexed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Stamp {
    pub(crate) bytes: u64,
    pub(crate) changed: u64,
    pub(crate) digest: u64,
}

/// A page that is in the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) id: String,
    pub(crate) stamp: Stamp,
}

/// The pages in the index, by key.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) pages: HashMap<String, Known>,
    ids: HashSet<String>,
}

impl State {
    pub(crate) fn read(searcher: &Searcher) -> Result<State, IndexError> {
        let mut state = State::default();
        for segment in searcher.segment_readers() {
            let fast = segment.fast_fields();
            let (Some(keys), Some(ids)) = (fast.str(KEY)?, fast.str(ID)?) else { continue };
            let (bytes, changed, digest) = (fast.u64(BYTES)?, fast.u64(CHANGED)?, fast.u64(DIGEST)?);
            for doc in segment.doc_ids_alive() {
                let (mut key, mut id) = (String::new(), String::new());
                let (Some(key_ord), Some(id_ord)) = (keys.ords().first(doc), ids.ords().first(doc)) else { continue };
                keys.ord_to_str(key_ord, &mut key).map_err(tantivy::TantivyError::from)?;
                ids.ord_to_str(id_ord, &mut id).map_err(tantivy::TantivyError::from)?;
                let value = |column: &tantivy::columnar::Column<u64>| column.first(doc).unwrap_or(0);
                let stamp = Stamp { bytes: value(&bytes), changed: value(&changed), digest: value(&digest) };
                state.ids.insert(id.clone());
                state.pages.insert(key, Known { id, stamp });
            }
        }
        Ok(state)
    }

    /// The id of a page: that under which it is indexed already, else a hash of its path as given; of its key, should
    /// another page have that id.
    pub(crate) fn id(&mut self, key: &str, path: &str) -> String {
        if let Some(known) = self.pages.get(key) {
            return known.id.clone();
        }
        let plain = clean(Path::new(path)).to_string_lossy().into_owned();
        let mut id = hash(&plain);
        if self.ids.contains(&id) {
            id = hash(key);
        }
        self.ids.insert(id.clone());
        id
    }
}

fn hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex()[..16].to_owned()
}

/// What a file is known by from one run to the next, however its path is typed: its path from the folder that holds the
/// index if it lies below that, so that a project can be moved as a whole; else its absolute path.
pub(crate) fn key(path: &Path, index: &Path) -> String {
    let path = absolute(path);
    let home = absolute(index).parent().map(Path::to_owned).unwrap_or_default();
    path.strip_prefix(&home).unwrap_or(&path).to_string_lossy().into_owned()
}

/// The absolute path with links in its folders resolved; the file itself may be gone.
fn absolute(path: &Path) -> PathBuf {
    if let Ok(real) = path.canonicalize() {
        return real;
    }
    let plain = clean(&std::path::absolute(path).unwrap_or_else(|_| path.to_owned()));
    match (plain.parent().and_then(|p| p.canonicalize().ok()), plain.file_name()) {
        (Some(parent), Some(name)) => parent.join(name),
        _ => plain,
    }
}

/// The path without `.` and without `x/..`.
fn clean(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(out.components().next_back(), Some(Component::Normal(_))) => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_does_not_depend_on_how_the_path_is_typed() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("corpus/a.html");
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, "a").unwrap();
        let index = dir.path().join("index");
        assert_eq!(key(&file, &index), key(&dir.path().join("./corpus/../corpus/a.html"), &index));
        assert_eq!(Path::new(&key(&file, &index)), Path::new("corpus/a.html"));
        assert!(Path::new(&key(&file, Path::new("/elsewhere/index"))).is_absolute());
    }

    #[test]
    fn ids_come_from_the_path_and_never_collide() {
        let mut state = State::default();
        let first = state.id("a/corpus/x.html", "corpus/x.html");
        assert_eq!(State::default().id("other", "./corpus/x.html"), first);
        assert_ne!(state.id("b/corpus/x.html", "corpus/x.html"), first);
    }
}
