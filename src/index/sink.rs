//! The one writer of a run: takes articles in order, replaces what they change, keeps one of each, commits.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use tantivy::directory::error::LockError;
use tantivy::{Index, IndexWriter, TantivyError, Term};

use super::copies::Likeness;
use super::document::{Identity, document};
use super::error::IndexError;
use super::schema::{Fields, schema};
use super::state::{Known, Other, Outcome, Stamp, State, Why, path_of};
use super::{Copy, IndexOptions, Summary, analysis, meta};
use crate::article::Article;
use crate::read::Unread;

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
            let payload = index.load_metas()?.payload;
            self.state = State::read(&index.reader_builder().try_into()?.searcher(), payload.as_deref())?;
            self.writer = Some(writer);
        }
        self.writer.as_mut().ok_or_else(|| IndexError::NotFound { dir: self.dir.clone() })
    }

    /// Adds or replaces the article of a page, unless it is a copy of one that is better; copies that are worse go.
    pub(crate) fn put(&mut self, key: &str, stamp: Stamp, article: &Article) -> Result<(), IndexError> {
        self.writer()?;
        let likeness = Likeness::of(article, stamp.changed);
        let before = self.state.forget(key);
        if let Some(rival) = self.state.same(&likeness).map(str::to_owned) {
            let worse = self.state.pages.get(&rival).is_some_and(|known| !likeness.beats(&known.likeness));
            if worse {
                if before.is_some() {
                    self.delete(key)?;
                }
                let outcome = Some(Outcome::Added);
                let other = Other { path: article.path.clone(), stamp, why: Why::CopyOf(rival), outcome };
                self.state.add_other(key.to_owned(), other);
                self.dirty = true;
                return self.commit_if_due();
            }
            self.replace(&rival, key)?;
        }
        self.write(key, stamp, article, likeness, before)
    }

    /// Adds or replaces the article of a line: what another tool says is an article is one.
    pub(crate) fn put_line(&mut self, key: &str, stamp: Stamp, article: &Article) -> Result<(), IndexError> {
        self.writer()?;
        let before = self.state.forget(key);
        self.write(key, stamp, article, Likeness::of(article, stamp.changed), before)
    }

    fn write(
        &mut self,
        key: &str,
        stamp: Stamp,
        article: &Article,
        likeness: Likeness,
        before: Option<Known>,
    ) -> Result<(), IndexError> {
        let outcome = match &before {
            None => Outcome::Added,
            Some(before) if before.stamp.digest == stamp.digest => Outcome::Unchanged,
            Some(_) => Outcome::Changed,
        };
        if before.is_some() {
            self.delete(key)?;
        }
        let id = before.map_or_else(|| self.state.id(key, &article.path), |before| before.id);
        let identity = Identity { id: &id, key, stamp, indexed: self.now, likeness };
        let doc = document(&self.fields, article, &identity);
        self.writer()?.add_document(doc)?;
        self.state.add(key.to_owned(), Known { id, stamp, likeness, outcome: Some(outcome) });
        self.dirty = true;
        self.commit_if_due()
    }

    /// Makes the page indexed as `old` a copy of the page `new`, which is better; copies of the one are copies of the other.
    fn replace(&mut self, old: &str, new: &str) -> Result<(), IndexError> {
        self.delete(old)?;
        if let Some(known) = self.state.forget(old) {
            let (path, stamp, outcome) = (path_of(old), known.stamp, known.outcome.and(Some(Outcome::Added)));
            self.state.add_other(old.to_owned(), Other { path, stamp, why: Why::CopyOf(new.to_owned()), outcome });
        }
        for other in self.state.others.values_mut().filter(|other| other.of() == Some(old)) {
            other.why = Why::CopyOf(new.to_owned());
        }
        Ok(())
    }

    /// Notes a file of a kind that is not read, so that it need not be looked at again; not where there is no index yet.
    pub(crate) fn put_unread(&mut self, file: &str, path: String, stamp: Stamp, kind: Unread) {
        if self.writer.is_some() {
            self.state.add_other(
                file.to_owned(),
                Other { path, stamp, why: Why::Unread(kind), outcome: Some(Outcome::Added) },
            );
            self.dirty = true;
        } else {
            *self.summary.unread.entry(kind).or_default() += 1;
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
        if self.state.forget(key).is_some() {
            self.delete(key)?;
            self.summary.removed += 1;
        }
        if self.state.others.remove(key).is_some() {
            self.writer()?;
            self.dirty = true;
        }
        Ok(())
    }

    fn commit_if_due(&mut self) -> Result<(), IndexError> {
        if self.last_commit.elapsed() > COMMIT_EVERY { self.commit() } else { Ok(()) }
    }

    fn commit(&mut self) -> Result<(), IndexError> {
        if self.dirty {
            let payload = self.state.payload();
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
        for outcome in self.state.pages.values().filter_map(|known| known.outcome) {
            *match outcome {
                Outcome::Added => &mut self.summary.added,
                Outcome::Changed => &mut self.summary.changed,
                Outcome::Unchanged => &mut self.summary.unchanged,
            } += 1;
        }
        for other in self.state.others.values() {
            match (&other.why, other.outcome) {
                (Why::CopyOf(of), Some(Outcome::Added)) => {
                    self.summary.copies.push(Copy { path: other.path.clone(), of: path_of(of) });
                }
                (Why::Unread(kind), Some(_)) => *self.summary.unread.entry(*kind).or_default() += 1,
                _ => {}
            }
        }
        self.summary
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
