//! What is indexed already. It is read from the index itself, so that it can never say more than the last commit holds.

use std::collections::{HashMap, HashSet};
use std::path::{Component, Path, PathBuf};

use tantivy::Searcher;

use super::error::IndexError;
use super::schema::{BYTES, CHANGED, DIGEST, ID, KEY};
use crate::read::{path_text, place};

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
        let plain = path_text(&clean(Path::new(path)));
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

/// What a file is known by from one run to the next, however its path is typed: its [place](crate::read::Found::place)
/// seen from the folder that holds the index if it lies below that, so that a project can be moved as a whole; else the
/// place itself.
pub(crate) struct Keys {
    home: PathBuf,
}

impl Keys {
    pub(crate) fn new(index: &Path) -> Keys {
        let folder = std::path::absolute(index).unwrap_or_else(|_| index.to_owned());
        Keys { home: folder.parent().map(place).unwrap_or_default() }
    }

    pub(crate) fn key(&self, place: &Path) -> String {
        path_text(place.strip_prefix(&self.home).unwrap_or(place))
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
    fn a_key_is_seen_from_the_folder_of_the_index() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("corpus")).unwrap();
        let page = place(&dir.path().join("./corpus/../corpus")).join("a.html");
        assert_eq!(Path::new(&Keys::new(&dir.path().join("index")).key(&page)), Path::new("corpus/a.html"));
        assert!(Path::new(&Keys::new(Path::new("/elsewhere/index")).key(&page)).is_absolute());
    }

    #[test]
    fn ids_come_from_the_path_and_never_collide() {
        let mut state = State::default();
        let first = state.id("a/corpus/x.html", "corpus/x.html");
        assert_eq!(State::default().id("other", "./corpus/x.html"), first);
        assert_ne!(state.id("b/corpus/x.html", "corpus/x.html"), first);
    }
}
