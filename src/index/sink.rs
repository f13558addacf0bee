//! The one writer of a run: takes articles in order, replaces what they change, commits.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use tantivy::directory::error::LockError;
use tantivy::{Index, IndexWriter, TantivyError, Term};

use super::document::{Identity, document};
use super::error::IndexError;
use super::schema::{Fields, schema};
use super::state::{Known, Stamp, State};
use super::{IndexOptions, Summary, analysis, meta};
use crate::article::Article;

/// On a long run, what is indexed so far is committed this often, so that an interrupted run loses no more.
const COMMIT_EVERY: Duration = Duration::from_secs(60);

/// Where articles go.
pub(crate) struct Sink {
    dir: PathBuf,
    options: IndexOptions,
    fields: Fields,
    writer: Option<IndexWriter>,
    now: Timestamp,
    last_commit: Instant,
    dirty: bool,
    pub(crate) state: State,
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
            let writer = index.writer_with_num_threads(1, self.options.memory).map_err(|error| match error {
                TantivyError::LockFailure(LockError::LockBusy, _) => IndexError::Busy { dir: self.dir.clone() },
                error => error.into(),
            })?;
            // Only now, with the lock held, does what the index holds stand still.
            self.state = State::read(&index.reader_builder().try_into()?.searcher())?;
            self.writer = Some(writer);
        }
        self.writer.as_mut().ok_or_else(|| IndexError::NotFound { dir: self.dir.clone() })
    }

    /// Adds or replaces the article of a page.
    pub(crate) fn put(&mut self, key: &str, stamp: Stamp, article: &Article) -> Result<(), IndexError> {
        self.writer()?;
        let before = self.state.pages.get(key).map(|known| known.stamp.digest);
        match before {
            None => self.summary.added += 1,
            Some(digest) if digest == stamp.digest => self.summary.unchanged += 1,
            Some(_) => self.summary.changed += 1,
        }
        let id = self.state.id(key, &article.path);
        let identity = Identity { id: &id, key, stamp, indexed: self.now };
        let fields = self.fields;
        let doc = document(&fields, article, &identity);
        let writer = self.writer()?;
        if before.is_some() {
            writer.delete_term(Term::from_field_text(fields.key, key));
        }
        writer.add_document(doc)?;
        self.state.pages.insert(key.to_owned(), Known { id, stamp });
        self.dirty = true;
        if self.last_commit.elapsed() > COMMIT_EVERY {
            self.commit()?;
        }
        Ok(())
    }

    /// Takes out the article of a page that is gone.
    pub(crate) fn remove(&mut self, key: &str) -> Result<(), IndexError> {
        let term = Term::from_field_text(self.fields.key, key);
        self.writer()?.delete_term(term);
        self.summary.removed += 1;
        self.dirty = true;
        Ok(())
    }

    fn commit(&mut self) -> Result<(), IndexError> {
        if self.dirty {
            self.writer()?.commit()?;
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
        Ok(self.summary)
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
