//! The one writer of an index: made with its lock held, from the first file on.

use std::path::Path;
use std::time::Duration;

use tantivy::directory::error::LockError;
use tantivy::directory::{Directory, DirectoryLock, INDEX_WRITER_LOCK};
use tantivy::{Index, IndexWriter, TantivyError};

use super::error::IndexError;
use super::holder::holder;
use super::merges::SoundMerges;
use super::schema::schema;
use super::writer_directory::WriterDirectory;
use super::{IndexOptions, analysis, meta};

/// How often, and how long apart, a lock that is held is tried again before the index counts as busy.
const BUSY_TRIES: usize = 5;
const BUSY_PAUSE: Duration = Duration::from_millis(20);

/// Opens what is in a folder for writing, or makes a new index there.
pub(super) fn open(dir: &Path, options: &IndexOptions) -> Result<(IndexWriter, SoundMerges), IndexError> {
    std::fs::create_dir_all(dir).map_err(|source| IndexError::Io { path: dir.to_owned(), source })?;
    within(WriterDirectory::open(dir).map_err(TantivyError::from)?, dir, options)
}

fn within(
    directory: WriterDirectory,
    dir: &Path,
    options: &IndexOptions,
) -> Result<(IndexWriter, SoundMerges), IndexError> {
    let index = {
        // Of two first runs, the second would put an empty list of segments over that of the first.
        let _lock = lock(&directory, dir)?;
        // Our file comes first: a run killed in between leaves a folder that the next run takes for its own.
        if meta::look(dir)? == meta::Place::Free {
            meta::write(dir)?;
        }
        Index::open_or_create(directory.clone(), schema().0)?
    };
    index.tokenizers().register(analysis::NAME, analysis::analyzer());
    // One thread writes: the order of articles in the index is then the order of the pages, whatever the machine.
    let writer = patiently(dir, || index.writer_with_num_threads(1, options.writer_memory()))?;
    let merges = SoundMerges::new(directory, options);
    writer.set_merge_policy(Box::new(merges.clone()));
    // A run that was killed leaves files of a commit that never was, and the next one would make some of the same name.
    writer.garbage_collect_files().wait()?;
    Ok((writer, merges))
}

/// Takes the lock that every writer takes.
pub(super) fn lock(directory: &WriterDirectory, dir: &Path) -> Result<DirectoryLock, IndexError> {
    let lock = || directory.acquire_lock(&INDEX_WRITER_LOCK);
    patiently(dir, || lock().map_err(|error| TantivyError::LockFailure(error, None)))
}

/// A child that another thread of this process is just starting holds the lock for as long as it takes to become another
/// program. That is no second writer.
fn patiently<T>(dir: &Path, mut take: impl FnMut() -> Result<T, TantivyError>) -> Result<T, IndexError> {
    for _ in 0..BUSY_TRIES {
        match take() {
            Err(TantivyError::LockFailure(LockError::LockBusy, _)) => std::thread::sleep(BUSY_PAUSE),
            other => return Ok(other?),
        }
    }
    Err(busy(dir))
}

/// That another process holds the lock.
pub(super) fn busy(dir: &Path) -> IndexError {
    IndexError::Busy { dir: dir.to_owned(), holder: holder(&dir.join(&INDEX_WRITER_LOCK.filepath)) }
}

#[cfg(test)]
mod tests;
