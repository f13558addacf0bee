//! What is indexed already. It is read from the index itself, so that it can never say more than the last commit holds.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Component, Path, PathBuf};

use tantivy::columnar::{Column, StrColumn};
use tantivy::{Searcher, SegmentReader};

use super::bare::Rules;
use super::copies::Likeness;
use super::document::short_hash;
use super::error::IndexError;
use super::keys::{Key, Keys, file_of, file_path, is_line};
use super::payload::{Note, Payload, Stamp};
use super::schema::{
    ADDRESS, BYTES, CHANGED, DIGEST, HOST, ID, KEY, LIKENESS, PATH, PUBLISHER, RULES, SAVED, TEXT_HASH, TEXT_WORDS,
    TITLE_HASH,
};
use crate::read::path_text;

/// What a run did with a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Added,
    Changed,
    Moved,
    Unchanged,
}

/// What is known of a file that has been found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Nothing.
    New,
    /// It looks as it did when it was read, and would be read alike.
    Current,
    /// Its size or time are others, or it could not be read to its end.
    Changed,
    /// It looks as it did, but was read by other rules.
    OtherRules,
}

/// A page that was read, in this run or before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) id: Box<str>,
    /// How the page is called.
    pub(crate) path: Box<str>,
    pub(crate) stamp: Stamp,
    pub(crate) likeness: Likeness,
    /// What stands for its site; 0 of a page that is not in the index.
    pub(crate) publisher: u64,
    /// Whether it is in the index; a copy of a page that is better is not.
    pub(crate) indexed: bool,
    /// The key of the page of which it was a copy at the end of the last run.
    pub(crate) copy_of: Option<Key>,
    /// Nothing where this run has not come across it.
    pub(crate) outcome: Option<Outcome>,
}

/// The pages that are known, by key.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) pages: HashMap<Key, Known>,
    /// What there is to remember of files beside their pages.
    pub(crate) notes: HashMap<String, Note>,
    /// The paths given to the runs, by their keys.
    pub(crate) roots: BTreeMap<String, String>,
    /// The ids that are taken, as numbers.
    ids: HashSet<u64>,
    /// The keys of the pages that lie in each archive. The page of any other file has the key of the file.
    records: HashMap<Box<str>, Vec<Key>>,
    /// The keys of the pages whose files this run has not found, by the digest of their content.
    unseen: HashMap<u64, Vec<Key>>,
}

impl State {
    /// What the last commit of an index holds.
    pub(crate) fn of(index: &tantivy::Index) -> Result<State, IndexError> {
        let payload = Payload::read(index.load_metas()?.payload.as_deref());
        State::read(&index.reader_builder().try_into()?.searcher(), payload)
    }

    /// Reads what the last commit holds: the documents, and the payload.
    pub(crate) fn read(searcher: &Searcher, payload: Payload) -> Result<State, IndexError> {
        let mut state = State { notes: payload.notes, roots: payload.roots, ..State::default() };
        let documents = usize::try_from(searcher.num_docs()).unwrap_or(0);
        state.pages.reserve(documents);
        state.ids.reserve(documents);
        for segment in searcher.segment_readers() {
            let columns = Columns::open(segment.fast_fields())?;
            for doc in segment.doc_ids_alive() {
                if let Some((key, known)) = columns.page(doc) {
                    state.add(key, known);
                }
            }
        }
        for (key, copy) in payload.copies {
            if !state.pages.contains_key(&*key) {
                let (indexed, copy_of, outcome) = (false, Some(copy.of.into()), None);
                let known = Known {
                    id: copy.id.into(),
                    path: copy.path.into(),
                    stamp: copy.stamp,
                    likeness: copy.likeness,
                    publisher: 0,
                    indexed,
                    copy_of,
                    outcome,
                };
                state.add(key.into(), known);
            }
        }
        Ok(state)
    }

    pub(crate) fn add(&mut self, key: Key, known: Known) {
        self.ids.insert(number(&known.id));
        let file = file_of(&key);
        if file != &*key && !self.pages.contains_key(&key) {
            self.records.entry(file.into()).or_default().push(Key::clone(&key));
        }
        self.pages.insert(key, known);
    }

    pub(crate) fn remove(&mut self, key: &str) -> Option<Known> {
        let known = self.pages.remove(key)?;
        let file = file_of(key);
        if let Some(keys) = self.records.get_mut(file) {
            keys.retain(|other| &**other != key);
            if keys.is_empty() {
                self.records.remove(file);
            }
        }
        Some(known)
    }

    /// The keys of the pages that a file has given.
    pub(crate) fn of_file(&self, file: &str) -> impl Iterator<Item = &Key> {
        let page = self.pages.get_key_value(file).map(|(key, _)| key);
        page.into_iter().chain(self.records.get(file).into_iter().flatten())
    }

    /// How a file was called when its pages were read; nothing of one that gave none.
    pub(crate) fn path_of(&self, file: &str) -> Option<PathBuf> {
        let key = self.of_file(file).next()?;
        Some(file_path(key, &self.pages.get(key)?.path).into())
    }

    /// The files of which something is known.
    pub(crate) fn files(&self) -> impl Iterator<Item = &str> {
        let plain = self.pages.keys().map(|key| &**key).filter(|key| file_of(key) == *key);
        plain.chain(self.records.keys().map(|file| &**file)).chain(self.notes.keys().map(String::as_str))
    }

    /// How a file of this size and time stands to what is known of it, if it is read by these rules.
    pub(crate) fn standing(&self, file: &str, bytes: u64, changed: u64, rules: Rules) -> Standing {
        let pages = self.of_file(file).filter_map(|key| self.pages.get(key)).map(|known| &known.stamp);
        let note = self.notes.get(file);
        let stamps: Vec<&Stamp> = pages.chain(note.map(|note| &note.stamp)).collect();
        let same = |stamp: &&Stamp| (stamp.bytes, stamp.changed) == (bytes, changed) && changed != 0;
        if stamps.is_empty() {
            Standing::New
        } else if !stamps.iter().all(same) {
            Standing::Changed
        } else if stamps.iter().all(|stamp| rules.are(stamp.rules)) && note.is_none_or(|note| rules.keep(note)) {
            Standing::Current
        } else {
            Standing::OtherRules
        }
    }

    /// Notes which pages may turn up elsewhere: those of files that this run has not found.
    pub(crate) fn expect_elsewhere(&mut self, found: &HashSet<&str>) {
        let mut unseen: Vec<&Key> =
            self.pages.keys().filter(|key| !is_line(key) && !found.contains(file_of(key))).collect();
        unseen.sort();
        for key in unseen {
            self.unseen.entry(self.pages[key].stamp.digest).or_default().push(Key::clone(key));
        }
    }

    /// The key that a page of this content had before its file went, be it from below the paths of this run or from another
    /// place. It is given out once.
    pub(crate) fn moved_from(&mut self, digest: u64, keys: &Keys) -> Option<Key> {
        let unseen = self.unseen.get_mut(&digest)?;
        let gone = unseen.iter().position(|key| !keys.place(file_of(key)).exists())?;
        Some(unseen.remove(gone))
    }

    /// The sizes of the files whose pages may turn up elsewhere.
    pub(crate) fn unseen_sizes(&self) -> HashSet<u64> {
        self.unseen.values().flatten().filter_map(|key| Some(self.pages.get(key)?.stamp.bytes)).collect()
    }

    /// Notes that this run has come across a file, and that it is as it was.
    pub(crate) fn see(&mut self, file: &str) {
        if let Some(known) = self.pages.get_mut(file) {
            known.outcome = Some(Outcome::Unchanged);
        }
        for key in self.records.get(file).into_iter().flatten() {
            if let Some(known) = self.pages.get_mut(key) {
                known.outcome = Some(Outcome::Unchanged);
            }
        }
    }

    /// The id of a page that is new: a hash of its path as given. Should another page have that, be it one of another folder
    /// or one that stood here before it was moved, a hash of its key and a number.
    pub(crate) fn id(&mut self, key: &str, path: &str) -> Box<str> {
        let others = (0u32..).map(|number| hash(&format!("{key}\0{number}")));
        let id = std::iter::once(plain_id(path))
            .chain(others)
            .find(|id| !self.ids.contains(&number(id)))
            .unwrap_or_default();
        self.ids.insert(number(&id));
        id.into()
    }
}

/// The page of each living document of a segment, in order; nothing of one that has no key or no id.
pub(crate) fn pages(segment: &SegmentReader) -> Result<Vec<Option<(Key, Known)>>, IndexError> {
    let columns = Columns::open(segment.fast_fields())?;
    Ok(segment.doc_ids_alive().map(|doc| columns.page(doc)).collect())
}

/// The columns of a segment in which the pages of the last runs stand.
struct Columns {
    key: Labels,
    id: Labels,
    path: Labels,
    host: Labels,
    numbers: HashMap<&'static str, Column<u64>>,
    saved: Column<tantivy::DateTime>,
}

impl Columns {
    fn open(fast: &tantivy::fastfield::FastFieldReaders) -> Result<Columns, IndexError> {
        let mut numbers = HashMap::new();
        for name in [BYTES, CHANGED, DIGEST, RULES, ADDRESS, LIKENESS, TEXT_HASH, TITLE_HASH, TEXT_WORDS, PUBLISHER] {
            numbers.insert(name, fast.u64(name)?);
        }
        let labels = |name| Labels::read(fast.str(name)?);
        let (key, id, path, host) = (labels(KEY)?, labels(ID)?, labels(PATH)?, labels(HOST)?);
        Ok(Columns { key, id, path, host, numbers, saved: fast.date(SAVED)? })
    }

    fn page(&self, doc: u32) -> Option<(Key, Known)> {
        let (key, id) = (self.key.of(doc)?.into(), self.id.of(doc)?.into());
        let number = |name| self.numbers.get(name).and_then(|column| column.first(doc)).unwrap_or(0);
        let stamp =
            Stamp { bytes: number(BYTES), changed: number(CHANGED), digest: number(DIGEST), rules: number(RULES) };
        let likeness = Likeness {
            address: number(ADDRESS),
            host: Likeness::host(self.host.of(doc).unwrap_or_default()),
            title: number(TITLE_HASH),
            text: number(TEXT_HASH),
            alike: number(LIKENESS),
            words: number(TEXT_WORDS),
            saved: self.saved.first(doc).map_or(0, |at| at.into_timestamp_secs().max(0) as u64),
            changed: stamp.changed,
        };
        let path = self.path.of(doc).unwrap_or_default().into();
        let publisher = number(PUBLISHER);
        Some((key, Known { id, path, stamp, likeness, publisher, indexed: true, copy_of: None, outcome: None }))
    }
}

/// A column of text with all its terms: read one after the other they cost a tenth of looking each up by itself.
struct Labels {
    terms: String,
    /// Where each term ends.
    ends: Vec<usize>,
    ords: Option<Column<u64>>,
}

impl Labels {
    fn read(column: Option<StrColumn>) -> Result<Labels, IndexError> {
        let Some(column) = column else { return Ok(Labels { terms: String::new(), ends: Vec::new(), ords: None }) };
        let (mut terms, mut ends) = (String::new(), Vec::with_capacity(column.num_terms()));
        let mut stream = column.dictionary().stream().map_err(tantivy::TantivyError::from)?;
        while stream.advance() {
            terms.push_str(&String::from_utf8_lossy(stream.key()));
            ends.push(terms.len());
        }
        Ok(Labels { terms, ends, ords: Some(column.ords().clone()) })
    }

    fn of(&self, doc: u32) -> Option<&str> {
        let ord = usize::try_from(self.ords.as_ref()?.first(doc)?).ok()?;
        let start = ord.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.terms.get(start..*self.ends.get(ord)?)
    }
}

/// The number that an id writes down; of one that none of ours is, some number that is always the same.
fn number(id: &str) -> u64 {
    u64::from_str_radix(id, 16).unwrap_or_else(|_| short_hash(id.as_bytes()))
}

/// The id that a path gives, however it is typed.
pub(crate) fn plain_id(path: &str) -> String {
    hash(&path_text(&clean(Path::new(path))))
}

fn hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex()[..16].to_owned()
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
    use super::super::IndexOptions;
    use super::super::payload::Remark;
    use super::*;
    use crate::read::Unread;

    #[test]
    fn ids_come_from_the_path_and_never_collide() {
        let mut state = State::default();
        let first = state.id("a/corpus/x.html", "corpus/x.html");
        assert_eq!(State::default().id("other", "./corpus/x.html"), first);
        assert_ne!(state.id("b/corpus/x.html", "corpus/x.html"), first);
    }

    #[test]
    fn a_file_is_current_while_all_that_is_known_of_it_is_as_it_was() {
        let mut state = State::default();
        let rules = Rules::of(&IndexOptions::default());
        let standing = |state: &State, changed| state.standing("f", 1, changed, rules);
        assert_eq!(standing(&state, 2), Standing::New);
        let stamp = Stamp { bytes: 1, changed: 2, digest: 3, rules: rules.fingerprint() };
        let known = Known {
            id: "i".into(),
            path: "f".into(),
            stamp,
            likeness: Likeness::default(),
            publisher: 0,
            indexed: true,
            copy_of: None,
            outcome: None,
        };
        state.add("f".into(), known);
        assert_eq!(standing(&state, 2), Standing::Current);
        assert_eq!(standing(&state, 3), Standing::Changed);
        let note = |changed| Note { stamp: Stamp { changed, ..stamp }, remark: Remark::Unread(Unread::Json) };
        state.notes.insert("f".into(), note(0));
        assert_eq!(standing(&state, 2), Standing::Changed, "a file that was not read to its end is read again");
        state.remove("f");
        state.notes.insert("f".into(), note(2));
        assert_eq!(standing(&state, 2), Standing::Current);
        state.notes.insert("f".into(), Note { stamp: Stamp { rules: 0, ..stamp }, ..note(2) });
        assert_eq!(standing(&state, 2), Standing::OtherRules);
    }
}
