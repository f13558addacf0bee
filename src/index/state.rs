//! What is indexed already. It is read from the index itself, so that it can never say more than the last commit holds.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};
use tantivy::Searcher;
use tantivy::columnar::Column;

use super::Copy;
use super::copies::Likeness;
use super::error::IndexError;
use super::schema::{ADDRESS, BYTES, CHANGED, DIGEST, HOST, ID, KEY, LIKENESS, SAVED, WORDS};
use crate::read::{Unread, path_text, place};

/// A file's size, time and content when it was indexed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Stamp {
    pub(crate) bytes: u64,
    pub(crate) changed: u64,
    pub(crate) digest: u64,
}

/// What a run did with a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Added,
    Changed,
    Unchanged,
}

/// A page that is in the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) id: String,
    pub(crate) stamp: Stamp,
    pub(crate) likeness: Likeness,
    /// Nothing where this run has not come across it.
    pub(crate) outcome: Option<Outcome>,
}

/// A page or file that was looked at and is not in the index.
///
/// These are kept in the payload of the commit, so that they stand or fall with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Other {
    /// How the page is called.
    pub(crate) path: String,
    pub(crate) stamp: Stamp,
    pub(crate) why: Why,
    /// What this run did with it; nothing where it has not come across it.
    #[serde(skip)]
    pub(crate) outcome: Option<Outcome>,
}

/// Why a page or file is not in the index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Why {
    /// It is a copy of the page with this key.
    CopyOf(String),
    /// It is of a kind that is not read.
    Unread(Unread),
}

impl Other {
    /// The key of the page that it is a copy of.
    pub(crate) fn of(&self) -> Option<&str> {
        match &self.why {
            Why::CopyOf(of) => Some(of),
            Why::Unread(_) => None,
        }
    }
}

/// What the payload of a commit holds.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Payload {
    /// The version that wrote it: another may read what this one did not.
    pressmark: String,
    others: BTreeMap<String, Other>,
}

impl Payload {
    fn read(payload: Option<&str>) -> Payload {
        payload.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }
}

/// The pages in the index, and the others, by key.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) pages: HashMap<String, Known>,
    pub(crate) others: BTreeMap<String, Other>,
    ids: HashSet<String>,
    /// Keys of pages by what may tell that they are one.
    by_address: HashMap<u64, Vec<String>>,
    by_text: HashMap<(u64, u64), Vec<String>>,
    /// Keys of the pages and others of each file.
    files: HashMap<String, Vec<String>>,
}

impl State {
    /// Reads what the last commit holds: the documents, and the payload.
    pub(crate) fn read(searcher: &Searcher, payload: Option<&str>) -> Result<State, IndexError> {
        let mut state = State::default();
        for segment in searcher.segment_readers() {
            let fast = segment.fast_fields();
            let (Some(keys), Some(ids)) = (fast.str(KEY)?, fast.str(ID)?) else { continue };
            let hosts = fast.str(HOST)?;
            let column = |name| fast.u64(name);
            let (bytes, changed, digest) = (column(BYTES)?, column(CHANGED)?, column(DIGEST)?);
            let (address, text, words) = (column(ADDRESS)?, column(LIKENESS)?, column(WORDS)?);
            let saved = fast.date(SAVED)?;
            let value = |column: &Column<u64>, doc| column.first(doc).unwrap_or(0);
            for doc in segment.doc_ids_alive() {
                let (mut key, mut id, mut host) = (String::new(), String::new(), String::new());
                let (Some(key_ord), Some(id_ord)) = (keys.ords().first(doc), ids.ords().first(doc)) else { continue };
                keys.ord_to_str(key_ord, &mut key).map_err(tantivy::TantivyError::from)?;
                ids.ord_to_str(id_ord, &mut id).map_err(tantivy::TantivyError::from)?;
                if let Some((hosts, ord)) = hosts.as_ref().and_then(|hosts| Some((hosts, hosts.ords().first(doc)?))) {
                    hosts.ord_to_str(ord, &mut host).map_err(tantivy::TantivyError::from)?;
                }
                let stamp =
                    Stamp { bytes: value(&bytes, doc), changed: value(&changed, doc), digest: value(&digest, doc) };
                let likeness = Likeness {
                    address: value(&address, doc),
                    host: Likeness::host(&host),
                    text: value(&text, doc),
                    words: value(&words, doc),
                    saved: saved.first(doc).map_or(0, |at| at.into_timestamp_secs().max(0) as u64),
                    changed: stamp.changed,
                };
                state.ids.insert(id.clone());
                state.add(key, Known { id, stamp, likeness, outcome: None });
            }
        }
        let Payload { pressmark, others } = Payload::read(payload);
        state.others = others;
        state.others.retain(|_, other| pressmark == env!("CARGO_PKG_VERSION") || other.of().is_some());
        for key in state.others.keys() {
            state.files.entry(file_of(key).to_owned()).or_default().push(key.clone());
        }
        Ok(state)
    }

    /// What the payload of a commit says.
    pub(crate) fn payload(&self) -> String {
        let pressmark = env!("CARGO_PKG_VERSION").to_owned();
        serde_json::to_string(&Payload { pressmark, others: self.others.clone() }).unwrap_or_default()
    }

    pub(crate) fn add(&mut self, key: String, known: Known) {
        let Likeness { address, text, words, .. } = known.likeness;
        if address != 0 {
            self.by_address.entry(address).or_default().push(key.clone());
        }
        self.by_text.entry((text, words)).or_default().push(key.clone());
        self.list(&key);
        self.others.remove(&key);
        self.pages.insert(key, known);
    }

    pub(crate) fn add_other(&mut self, key: String, other: Other) {
        self.list(&key);
        self.others.insert(key, other);
    }

    fn list(&mut self, key: &str) {
        let keys = self.files.entry(file_of(key).to_owned()).or_default();
        if !keys.iter().any(|known| known == key) {
            keys.push(key.to_owned());
        }
    }

    /// Forgets a page that is about to be replaced or taken out.
    pub(crate) fn forget(&mut self, key: &str) -> Option<Known> {
        let known = self.pages.remove(key)?;
        self.unmatch(key, &known.likeness);
        Some(known)
    }

    /// Sees to it that nothing is taken for a copy of the pages of a file which is about to be read again: they may be
    /// others by then.
    pub(crate) fn set_aside(&mut self, file: &str) {
        for key in self.of_file(file).to_vec() {
            if let Some(likeness) = self.pages.get(&key).map(|known| known.likeness) {
                self.unmatch(&key, &likeness);
            }
        }
    }

    fn unmatch(&mut self, key: &str, likeness: &Likeness) {
        let Likeness { address, text, words, .. } = *likeness;
        for keys in [self.by_address.get_mut(&address), self.by_text.get_mut(&(text, words))].into_iter().flatten() {
            keys.retain(|other| other != key);
        }
    }

    /// The indexed page that is the same article.
    pub(crate) fn same(&self, likeness: &Likeness) -> Option<&str> {
        let by_address = self.by_address.get(&likeness.address).filter(|_| likeness.address != 0);
        let by_text = self.by_text.get(&(likeness.text, likeness.words));
        let keys = by_address.into_iter().chain(by_text).flatten();
        let mut same = keys.filter(|key| self.pages.get(*key).is_some_and(|known| known.likeness.same(likeness)));
        same.next().map(String::as_str)
    }

    /// The keys of the pages and others that a file has given.
    pub(crate) fn of_file(&self, file: &str) -> &[String] {
        self.files.get(file).map_or(&[], Vec::as_slice)
    }

    /// The files that have given something.
    pub(crate) fn files(&self) -> impl Iterator<Item = &String> {
        self.files.iter().filter(|(_, keys)| keys.iter().any(|key| self.holds(key))).map(|(file, _)| file)
    }

    fn holds(&self, key: &str) -> bool {
        self.pages.contains_key(key) || self.others.contains_key(key)
    }

    /// Whether a file has been read when it had this size and time, and everything it gave is still known.
    pub(crate) fn is_current(&self, file: &str, bytes: u64, changed: u64) -> bool {
        let same = |stamp: &Stamp| (stamp.bytes, stamp.changed) == (bytes, changed) && changed != 0;
        let mut stamps = self.of_file(file).iter().filter_map(|key| {
            self.pages.get(key).map(|known| &known.stamp).or_else(|| self.others.get(key).map(|other| &other.stamp))
        });
        stamps.next().is_some_and(same) && stamps.all(same)
    }

    /// The keys of copies of pages that stand in these files.
    pub(crate) fn copies_in<'s>(&'s self, files: &'s HashSet<String>) -> impl Iterator<Item = &'s String> {
        let of = |other: &Other| other.of().is_some_and(|of| files.contains(file_of(of)));
        self.others.iter().filter(move |(_, other)| of(other)).map(|(key, _)| key)
    }

    /// Notes that this run has come across a file, and that it is as it was.
    pub(crate) fn see(&mut self, file: &str) {
        for key in self.files.get(file).into_iter().flatten() {
            if let Some(known) = self.pages.get_mut(key) {
                known.outcome = Some(Outcome::Unchanged);
            } else if let Some(other) = self.others.get_mut(key) {
                other.outcome = Some(Outcome::Unchanged);
            }
        }
    }

    /// The id of a page: a hash of its path as given; of its key, should another page have that id.
    pub(crate) fn id(&mut self, key: &str, path: &str) -> String {
        let plain = path_text(&clean(Path::new(path)));
        let mut id = hash(&plain);
        if self.ids.contains(&id) {
            id = hash(key);
        }
        self.ids.insert(id.clone());
        id
    }
}

/// The copies that the payload of a commit names, by path.
pub(crate) fn copies(payload: Option<&str>) -> Vec<Copy> {
    let copy = |other: Other| Some(Copy { of: path_of(other.of()?), path: other.path });
    Payload::read(payload).others.into_values().filter_map(copy).collect()
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

/// Stands between the key of a file and the name of a record in it; no path has one.
const IN_FILE: char = '\0';

impl Keys {
    pub(crate) fn new(index: &Path) -> Keys {
        let folder = std::path::absolute(index).unwrap_or_else(|_| index.to_owned());
        Keys { home: folder.parent().map(place).unwrap_or_default() }
    }

    /// The key of a file.
    pub(crate) fn key(&self, place: &Path) -> String {
        path_text(place.strip_prefix(&self.home).unwrap_or(place))
    }
}

/// The key of a page: that of its file, and what its path has beyond that of the file.
pub(crate) fn page_key(file: &str, file_path: &Path, page_path: &str) -> String {
    match page_path.strip_prefix(&path_text(file_path)) {
        Some("") | None => file.to_owned(),
        Some(record) => format!("{file}{IN_FILE}{record}"),
    }
}

/// The key of the file of a page.
pub(crate) fn file_of(key: &str) -> &str {
    key.split(IN_FILE).next().unwrap_or(key)
}

/// How the page of a key is called: its place, with the name of the record.
pub(crate) fn path_of(key: &str) -> String {
    key.replace(IN_FILE, "")
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

    #[test]
    fn pages_of_an_archive_have_keys_below_that_of_the_file() {
        let key = |path| page_key("c/a!b.warc", Path::new("./a!b.warc"), path);
        assert_eq!(key("./a!b.warc"), "c/a!b.warc");
        assert_eq!(key("./a!b.warc!https://x"), "c/a!b.warc\0!https://x");
        assert_eq!(file_of(&key("./a!b.warc!https://x")), "c/a!b.warc");
    }

    #[test]
    fn a_file_is_current_while_all_it_gave_is_as_it_was() {
        let mut state = State::default();
        assert!(!state.is_current("f", 1, 2));
        let stamp = Stamp { bytes: 1, changed: 2, digest: 3 };
        state.add_other("f".into(), Other { path: "f".into(), stamp, why: Why::Unread(Unread::Json), outcome: None });
        assert!(state.is_current("f", 1, 2) && !state.is_current("f", 1, 3));
        assert_eq!(Payload::read(Some(&state.payload())).others, state.others);
        assert!(Payload::read(Some("no JSON")).others.is_empty() && Payload::read(None).others.is_empty());
    }
}
