//! The one writer of a run: takes articles in order, replaces what they change, keeps one of each, commits.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use tantivy::directory::error::LockError;
use tantivy::{Index, IndexWriter, TantivyError, Term};

use super::copies::{Likeness, copies};
use super::document::{Identity, document};
use super::error::IndexError;
use super::keys::is_line;
use super::payload::{Note, Payload, Stamp};
use super::schema::{Fields, schema};
use super::state::{Known, Outcome, State};
use super::{Copy, IndexOptions, Summary, analysis, meta};
use crate::article::Article;

/// How often, and how long apart, a lock that is held is tried again before the index counts as busy.
const BUSY_TRIES: usize = 5;
const BUSY_PAUSE: Duration = Duration::from_millis(20);

/// Where articles go.
pub(crate) struct Sink {
    dir: PathBuf,
    options: IndexOptions,
    fields: Fields,
    writer: Option<IndexWriter>,
    now: Timestamp,
    last_commit: Instant,
    dirty: bool,
    /// Whether of all copies of an article only the best is in the index: no longer once a page comes or goes.
    settled: bool,
    /// The pages that this run found to be copies.
    new_copies: Vec<String>,
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
            now: Timestamp::now(),
            last_commit: Instant::now(),
            dirty: false,
            settled: true,
            new_copies: Vec::new(),
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
            std::fs::create_dir_all(&self.dir).map_err(|source| IndexError::Io { path: self.dir.clone(), source })?;
            // Our file comes first: a run killed in between leaves a folder that the next run takes for its own.
            if meta::look(&self.dir)? == meta::Place::Free {
                meta::write(&self.dir)?;
            }
            let directory = tantivy::directory::MmapDirectory::open(&self.dir).map_err(TantivyError::from)?;
            let index = Index::open_or_create(directory, schema().0)?;
            index.tokenizers().register(analysis::NAME, analysis::analyzer());
            // One thread writes: the order of articles in the index is then the order of the pages, whatever the machine.
            let writer = locked(&index, self.options.memory).map_err(|error| match error {
                TantivyError::LockFailure(LockError::LockBusy, _) => IndexError::Busy { dir: self.dir.clone() },
                error => error.into(),
            })?;
            // A run that was killed leaves files of a commit that never was, and the next one would make some of the same name.
            writer.garbage_collect_files().wait()?;
            // Only now, with the lock held, does what the index holds stand still.
            let payload = Payload::read(index.load_metas()?.payload.as_deref());
            self.settled = payload.settled;
            self.state = State::read(&index.reader_builder().try_into()?.searcher(), payload)?;
            self.writer = Some(writer);
        }
        self.writer.as_mut().ok_or_else(|| IndexError::NotFound { dir: self.dir.clone() })
    }

    /// Adds or replaces the article of a page.
    pub(crate) fn put(&mut self, key: &str, stamp: Stamp, article: &Article) -> Result<(), IndexError> {
        self.writer()?;
        let likeness = Likeness::of(article, stamp.changed);
        let before = self.state.pages.get(key).cloned();
        let outcome = match &before {
            None => Outcome::Added,
            Some(before) if before.stamp.digest == stamp.digest => Outcome::Unchanged,
            Some(_) => Outcome::Changed,
        };
        if before.as_ref().is_some_and(|before| before.indexed) {
            self.delete(key)?;
        }
        let copy_of = before.as_ref().and_then(|before| before.copy_of.clone());
        let id = before.map_or_else(|| self.state.id(key, &article.path), |before| before.id);
        let identity = Identity { id: &id, key, stamp, indexed: self.now, likeness };
        let doc = document(&self.fields, article, &identity);
        if let Err(error) = self.writer()?.add_document(doc) {
            return Err(reason(self.writer()?, error));
        }
        let (path, outcome) = (article.path.clone(), Some(outcome));
        self.state.add(key.to_owned(), Known { id, path, stamp, likeness, indexed: true, copy_of, outcome });
        (self.dirty, self.settled) = (true, false);
        if self.last_commit.elapsed() > self.options.commit_every { self.commit() } else { Ok(()) }
    }

    /// Sees to it that of all copies of an article the best one alone is in the index. The keys of those come back that
    /// should be and are not, since they were copies before: they have to be read again.
    pub(crate) fn settle(&mut self) -> Result<Vec<String>, IndexError> {
        if self.settled {
            return Ok(Vec::new());
        }
        let pages = self.state.pages.iter().filter(|(key, _)| !is_line(key));
        let copies = copies(pages.map(|(key, known)| (key.as_str(), &known.likeness)));
        let copies: HashMap<String, String> =
            copies.into_iter().map(|(copy, of)| (copy.to_owned(), of.to_owned())).collect();
        let (mut worse, mut wanted) = (Vec::new(), Vec::new());
        for (key, known) in &mut self.state.pages {
            let of = copies.get(key);
            if of.is_some() && known.copy_of.is_none() {
                self.new_copies.push(key.clone());
            }
            known.copy_of = of.cloned();
            match of {
                Some(_) if known.indexed => worse.push(key.clone()),
                None if !known.indexed => wanted.push(key.clone()),
                _ => {}
            }
        }
        for key in worse {
            self.delete(&key)?;
            if let Some(known) = self.state.pages.get_mut(&key) {
                known.indexed = false;
            }
        }
        wanted.sort();
        self.settled = wanted.is_empty();
        Ok(wanted)
    }

    /// Remembers that a file has to be read again until it is read to its end: a commit in the midst of an archive does not
    /// pass for all of it.
    pub(crate) fn begin(&mut self, file: &str, again: Note) -> Result<(), IndexError> {
        self.writer()?;
        self.note(file, Some(again));
        Ok(())
    }

    /// Remembers something of a file, or nothing any more; not where there is no index yet.
    pub(crate) fn note(&mut self, file: &str, note: Option<Note>) {
        if self.writer.is_some() && self.state.notes.get(file) != note.as_ref() {
            match note {
                Some(note) => self.state.notes.insert(file.to_owned(), note),
                None => self.state.notes.remove(file),
            };
            self.dirty = true;
        }
    }

    fn delete(&mut self, key: &str) -> Result<(), IndexError> {
        let term = Term::from_field_text(self.fields.key, key);
        self.writer()?.delete_term(term);
        self.dirty = true;
        Ok(())
    }

    /// Takes out a page that is gone.
    pub(crate) fn remove(&mut self, key: &str) -> Result<(), IndexError> {
        if let Some(known) = self.state.remove(key) {
            self.delete(key)?;
            self.settled = false;
            self.summary.removed += usize::from(known.indexed);
        }
        Ok(())
    }

    fn commit(&mut self) -> Result<(), IndexError> {
        if self.dirty {
            let payload = Payload::write(&self.state, self.settled)?;
            let mut prepared = self.writer()?.prepare_commit()?;
            prepared.set_payload(&payload);
            prepared.commit()?;
            sync_folder(&self.dir)?;
            self.dirty = false;
        }
        self.last_commit = Instant::now();
        Ok(())
    }

    /// Commits, waits for merges, and lets go of the lock.
    pub(crate) fn finish(mut self) -> Result<Summary, IndexError> {
        self.commit()?;
        if let Some(writer) = self.writer.take() {
            writer.wait_merging_threads()?;
        }
        Ok(self.counted())
    }

    fn counted(mut self) -> Summary {
        for outcome in self.state.pages.values().filter(|known| known.indexed).filter_map(|known| known.outcome) {
            *match outcome {
                Outcome::Added => &mut self.summary.added,
                Outcome::Changed => &mut self.summary.changed,
                Outcome::Unchanged => &mut self.summary.unchanged,
            } += 1;
        }
        self.new_copies.sort();
        self.new_copies.dedup();
        let path = |key: &String| self.state.pages.get(key).map(|known| known.path.clone());
        let copy =
            |key: &String| Some(Copy { path: path(key)?, of: path(self.state.pages.get(key)?.copy_of.as_ref()?)? });
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

/// tantivy renames the new list of segments into place but does not sync the folder, so that after a power cut the
/// commit before might be back.
fn sync_folder(dir: &Path) -> Result<(), IndexError> {
    if cfg!(unix) {
        let folder = std::fs::File::open(dir).and_then(|f| f.sync_all());
        folder.map_err(|source| IndexError::Io { path: dir.to_owned(), source })?;
    }
    Ok(())
}

/// A child that another thread of this process is just starting holds the lock for as long as it takes to become another
/// program. That is no second writer.
fn locked(index: &Index, memory: usize) -> Result<IndexWriter, TantivyError> {
    for _ in 0..BUSY_TRIES {
        match index.writer_with_num_threads(1, memory) {
            Err(TantivyError::LockFailure(LockError::LockBusy, _)) => std::thread::sleep(BUSY_PAUSE),
            other => return other,
        }
    }
    index.writer_with_num_threads(1, memory)
}
