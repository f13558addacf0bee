//! An index opened for searching.

use std::path::Path;

use serde::Deserialize;
use tantivy::Index;
use tantivy::directory::Directory;
use tantivy::directory::error::OpenReadError;

use super::error::IndexError;
use super::files_directory::FilesDirectory;
use super::vouched::vouched;
use super::{analysis, check, meta};

/// Opens the index in a directory with tantivy, our analyzer registered. Reading is enough: the directory may be on a
/// disk, or of a user, that cannot be written to. One that is not what was written is refused where that shows at once; only
/// [`check`](super::check()) reads every byte.
///
/// For searching with pressmark's own ranking use [`Searcher`](crate::search::Searcher) instead.
///
/// # Errors
/// [`IndexError::NotFound`], [`IndexError::NotAnIndex`], [`IndexError::Version`], [`IndexError::Outdated`],
/// [`IndexError::NotAsWritten`], [`IndexError::Engine`].
pub fn open(dir: &Path) -> Result<Index, IndexError> {
    if meta::look(dir)? == meta::Place::Free && !is_recovered(dir)? {
        return Err(IndexError::NotFound { dir: dir.to_owned() });
    }
    let directory = FilesDirectory::open(dir).map_err(tantivy::TantivyError::from)?;
    if !has_commit(&directory)? {
        return Err(IndexError::NotFound { dir: dir.to_owned() });
    }
    vouched(dir)?;
    let index = Index::open(directory)?;
    index.tokenizers().register(analysis::NAME, analysis::analyzer());
    Ok(index)
}

/// Whether there is an index after all: a process that put a new one in the place of the old was ended at just that moment.
fn is_recovered(dir: &Path) -> Result<bool, IndexError> {
    check::recover(dir)?;
    Ok(meta::look(dir)? == meta::Place::Index)
}

/// What is to be known of tantivy's list of segments before it is read as a whole, which takes long where there are many
/// copies to remember.
#[derive(Deserialize)]
struct Commit {
    opstamp: u64,
}

/// Whether anything was ever committed. A run killed before its first commit leaves our file without tantivy's list, or with
/// an empty one.
fn has_commit(directory: &FilesDirectory) -> Result<bool, IndexError> {
    match directory.atomic_read(Path::new("meta.json")) {
        // A list that cannot be read is tantivy's to complain of.
        Ok(list) => Ok(serde_json::from_slice::<Commit>(&list).map_or(true, |commit| commit.opstamp > 0)),
        Err(OpenReadError::FileDoesNotExist(_)) => Ok(false),
        Err(error) => Err(tantivy::TantivyError::from(error).into()),
    }
}
