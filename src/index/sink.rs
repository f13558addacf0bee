//! The one writer of a run: takes articles in order, replaces what they change, keeps one of each, commits.

mod pending;

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::time::Instant;

use jiff::Timestamp;
use tantivy::{IndexWriter, TantivyDocument, TantivyError, Term};

use super::copies::{Likeness, copies};
use super::error::IndexError;
use super::keys::{Key, Keys, is_line};
use super::merges::SoundMerges;
use super::payload::{Note, Payload, Stamp};
use super::repeats::{Cut, Learner};
use super::schema::{Fields, schema};
use super::state::{Known, Outcome, State};
use super::{Copy, IndexOptions, Summary, meta, writer};
use crate::article::Article;
use pending::{Held, Pending};

/// Where articles go.
pub(crate) struct Sink {
    dir: PathBuf,
    options: IndexOptions,
    fields: Fields,
    writer: Option<IndexWriter>,
    merges: Option<SoundMerges>,
    now: Timestamp,
    last_commit: Instant,
    dirty: bool,
    /// Whether of all copies of an article only the best is in the index, and what repeats over a site is in none: no longer
    /// once a page comes or goes.
    settled: bool,
    /// What is known of the sites of the pages that this run has put in.
    learner: Learner,
    pending: Pending,
    /// The sites whose pages are no longer those over which it was settled what repeats; nothing if that may be any.
    touched: Option<HashSet<u64>>,
    /// The pages that this run found to be copies.
    new_copies: Vec<Key>,
    pub(crate) keys: Keys,
    pub(crate) state: State,
    /// What is counted on the way; the rest is counted at the end, from the state.
    pub(crate) summary: Summary,
}

impl Sink {
    /// Opens what is there, and holds the lock on it. A new index is made with the first article, not before, so that a
    /// run without any leaves nothing behind.
    pub(crate) fn open(dir: &Path, options: &IndexOptions) -> Result<Sink, IndexError> {
        let place = meta::look(dir)?;
        let mut sink = Sink {
            dir: dir.to_owned(),
            options: options.clone(),
            fields: schema().1,
            writer: None,
            merges: None,
            now: Timestamp::now(),
            last_commit: Instant::now(),
            dirty: false,
            settled: true,
            learner: Learner::default(),
            pending: Pending::default(),
            touched: Some(HashSet::new()),
            new_copies: Vec::new(),
            keys: Keys::new(dir),
            state: State::default(),
            summary: Summary::default(),
        };
        if place == meta::Place::Index {
            sink.writer()?;
        }
        Ok(sink)
    }

    fn writer(&mut self) -> Result<&mut IndexWriter, IndexError> {
        if self.writer.is_none() {
            let (writer, merges) = writer::open(&self.dir, &self.options)?;
            self.merges = Some(merges);
            // Only now, with the lock held, does what the index holds stand still.
            let payload = Payload::read(writer.index().load_metas()?.payload.as_deref());
            self.settled = payload.settled && payload.page_by_page == self.options.page_by_page;
            self.touched = self.settled.then(HashSet::new);
            let (given, notes) = (std::mem::take(&mut self.state.roots), std::mem::take(&mut self.state.notes));
            self.state = State::read(&writer.index().reader_builder().try_into()?.searcher(), payload)?;
            self.state.roots.extend(given);
            self.state.notes.extend(notes);
            self.writer = Some(writer);
        }
        self.writer.as_mut().ok_or_else(|| IndexError::NotFound { dir: self.dir.clone() })
    }

    /// Makes the index now, be it empty.
    pub(crate) fn make(&mut self) -> Result<(), IndexError> {
        self.dirty |= self.writer.is_none();
        self.writer().map(|_| ())
    }

    /// Puts in an article of another index, under the id that it has there.
    pub(crate) fn take_over(
        &mut self,
        key: &Key,
        id: Option<String>,
        stamp: Stamp,
        article: &Article,
    ) -> Result<(), IndexError> {
        self.writer()?;
        if let Some(id) = id {
            let (id, path, likeness) = (id.into(), article.path.as_str().into(), Likeness::default());
            let (publisher, copy_of, outcome) = (0, None, None);
            let known = Known { id, path, stamp, likeness, publisher, indexed: false, copy_of, outcome };
            self.state.add(Key::clone(key), known);
        }
        self.put(key, stamp, article)
    }

    /// Adds or replaces the article of a page.
    pub(crate) fn put(&mut self, key: &Key, stamp: Stamp, article: &Article) -> Result<(), IndexError> {
        self.writer()?;
        let likeness = Likeness::of(article, stamp.changed);
        let cut = if is_line(key) { Cut::of_line(article.clone()) } else { Cut::whole(key, article.clone()) };
        let (before, outcome) = match self.state.pages.get(key).cloned() {
            Some(before) if before.stamp.digest == stamp.digest => (Some(before), Outcome::Unchanged),
            Some(before) => (Some(before), Outcome::Changed),
            None => match self.moved_from(stamp.digest)? {
                Some(before) => (Some(before), Outcome::Moved),
                None => (None, Outcome::Added),
            },
        };
        if let Some(before) = before.as_ref().filter(|before| outcome != Outcome::Moved && before.indexed) {
            self.delete(key)?;
            self.touch(before.publisher);
        }
        let copy_of = before.as_ref().and_then(|before| before.copy_of.clone());
        let id = before.map_or_else(|| self.state.id(key, &article.path), |before| before.id);
        let (path, outcome, publisher): (Box<str>, _, _) = (article.path.as_str().into(), Some(outcome), cut.publisher);
        self.hold(Held { key: Key::clone(key), id: id.clone(), path: path.clone(), stamp, likeness, cut })?;
        self.touch(publisher);
        let known = Known { id, path, stamp, likeness, publisher, indexed: true, copy_of, outcome };
        self.state.add(Key::clone(key), known);
        (self.dirty, self.settled) = (true, false);
        if self.last_commit.elapsed() > self.options.commit_every { self.commit() } else { Ok(()) }
    }

    fn add_document(&mut self, document: TantivyDocument) -> Result<(), IndexError> {
        match self.writer()?.add_document(document) {
            Ok(_) => Ok(()),
            Err(error) => Err(reason(self.writer()?, error)),
        }
    }

    /// Notes that the pages of a site are others than before.
    fn touch(&mut self, publisher: u64) {
        if let Some(touched) = &mut self.touched {
            touched.insert(publisher);
        }
    }

    /// What was known of a page of this content whose file is gone; at its old place it is forgotten.
    fn moved_from(&mut self, digest: u64) -> Result<Option<Known>, IndexError> {
        let Some(key) = self.state.moved_from(digest, &self.keys) else { return Ok(None) };
        let known = self.state.remove(&key);
        if let Some(known) = known.as_ref().filter(|known| known.indexed) {
            self.delete(&key)?;
            self.touch(known.publisher);
        }
        Ok(known)
    }

    /// Sees to it that of all copies of an article the best one alone is in the index. The keys of those come back that
    /// should be and are not, since they were copies before: they have to be read again.
    pub(crate) fn settle(&mut self) -> Result<Vec<Key>, IndexError> {
        if self.settled {
            return Ok(Vec::new());
        }
        let pages = self.state.pages.iter().filter(|(key, _)| !is_line(key));
        let copies = copies(pages.map(|(key, known)| (&**key, &known.likeness)));
        let copies: HashMap<Key, Key> = copies.into_iter().map(|(copy, of)| (copy.into(), of.into())).collect();
        let (mut worse, mut wanted) = (Vec::new(), Vec::new());
        for (key, known) in &mut self.state.pages {
            let of = copies.get(key);
            if of.is_some() && known.copy_of.is_none() {
                self.new_copies.push(Key::clone(key));
            }
            known.copy_of = of.cloned();
            match of {
                Some(_) if known.indexed => worse.push(Key::clone(key)),
                None if !known.indexed => wanted.push(Key::clone(key)),
                _ => {}
            }
        }
        for key in worse {
            self.delete(&key)?;
            if let Some(known) = self.state.pages.get_mut(&key) {
                known.indexed = false;
                let publisher = known.publisher;
                self.touch(publisher);
            }
        }
        wanted.sort();
        Ok(wanted)
    }

    /// Remembers that a file has to be read again until it is read to its end: a commit in the midst of an archive does not
    /// pass for all of it.
    pub(crate) fn begin(&mut self, file: &str, again: Note) -> Result<(), IndexError> {
        self.writer()?;
        self.note(file, Some(again));
        Ok(())
    }

    /// Remembers something of a file, or nothing any more; where there is no index yet, for the case that one is made.
    pub(crate) fn note(&mut self, file: &str, note: Option<Note>) {
        if self.state.notes.get(file) != note.as_ref() {
            match note {
                Some(note) => self.state.notes.insert(file.to_owned(), note),
                None => self.state.notes.remove(file),
            };
            self.dirty |= self.writer.is_some();
        }
    }

    /// Remembers the paths given to this run, so that the index can be built again from them.
    pub(crate) fn remember(&mut self, roots: impl Iterator<Item = (String, String)>) {
        for (key, path) in roots {
            self.dirty |= self.state.roots.insert(key, path.clone()) != Some(path) && self.writer.is_some();
        }
    }

    fn delete(&mut self, key: &str) -> Result<(), IndexError> {
        let term = Term::from_field_text(self.fields.key, key);
        self.writer()?.delete_term(term);
        self.pending.forget(key);
        self.dirty = true;
        Ok(())
    }

    /// Takes out a page that is gone.
    pub(crate) fn remove(&mut self, key: &str) -> Result<(), IndexError> {
        if let Some(known) = self.state.remove(key) {
            self.delete(key)?;
            self.settled = false;
            self.touch(known.publisher);
            self.summary.removed += usize::from(known.indexed);
        }
        Ok(())
    }

    fn commit(&mut self) -> Result<(), IndexError> {
        if self.dirty {
            self.release()?;
            let payload = Payload::write(&self.state, self.settled, self.options.page_by_page)?;
            let mut prepared = self.writer()?.prepare_commit()?;
            prepared.set_payload(&payload);
            prepared.commit()?;
            (self.dirty, self.pending) = (false, Pending::default());
        }
        self.last_commit = Instant::now();
        Ok(())
    }

    /// Commits, waits for merges, and lets go of the lock. A run that was stopped does not wait: merges that are given up
    /// lose nothing.
    pub(crate) fn finish(mut self) -> Result<Summary, IndexError> {
        self.commit()?;
        if let Some(mut writer) = self.writer.take().filter(|_| !self.summary.interrupted) {
            if let Some(merges) = self.merges.as_ref().filter(|_| self.options.optimize) {
                merges.merge_all(&mut writer)?;
            }
            writer.wait_merging_threads()?;
        }
        Ok(self.counted())
    }

    fn counted(mut self) -> Summary {
        for outcome in self.state.pages.values().filter(|known| known.indexed).filter_map(|known| known.outcome) {
            *match outcome {
                Outcome::Added => &mut self.summary.added,
                Outcome::Changed => &mut self.summary.changed,
                Outcome::Moved => &mut self.summary.moved,
                Outcome::Unchanged => &mut self.summary.unchanged,
            } += 1;
        }
        self.new_copies.sort();
        self.new_copies.dedup();
        let path = |key: &Key| self.state.pages.get(key).map(|known| known.path.to_string());
        let copy = |key: &Key| Some(Copy { path: path(key)?, of: path(self.state.pages.get(key)?.copy_of.as_ref()?)? });
        self.summary.copies = self.new_copies.iter().filter_map(copy).collect();
        self.summary
    }
}

/// Why a document was not taken. tantivy says no more than that its thread has ended; why it did, it says when a commit waits
/// for that thread.
fn reason(writer: &mut IndexWriter, error: TantivyError) -> IndexError {
    match writer.prepare_commit() {
        Err(reason) => reason.into(),
        Ok(_) => error.into(),
    }
}
