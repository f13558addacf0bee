//! An index opened for searching.

use std::path::Path;

use tantivy::Index;

use super::error::IndexError;
use super::reader_directory::ReaderDirectory;
use super::{analysis, meta};

/// Opens the index in a directory with tantivy, our analyzer registered. Reading is enough: the directory may be on a
/// disk, or of a user, that cannot be written to.
///
/// For searching with pressmark's own ranking use [`Searcher`](crate::search::Searcher) instead.
///
/// # Errors
/// [`IndexError::NotFound`], [`IndexError::NotAnIndex`], [`IndexError::Version`], [`IndexError::Analysis`],
/// [`IndexError::Engine`].
pub fn open(dir: &Path) -> Result<Index, IndexError> {
    if meta::look(dir)? == meta::Place::Free {
        return Err(IndexError::NotFound { dir: dir.to_owned() });
    }
    let directory = ReaderDirectory::open(dir).map_err(tantivy::TantivyError::from)?;
    // A run killed before its first commit leaves our file without tantivy's.
    if !Index::exists(&directory).map_err(tantivy::TantivyError::from)? {
        return Err(IndexError::NotFound { dir: dir.to_owned() });
    }
    let index = Index::open(directory)?;
    // So does one killed after it: there is a list of segments, but nothing was ever committed to it.
    if index.load_metas()?.opstamp == 0 {
        return Err(IndexError::NotFound { dir: dir.to_owned() });
    }
    index.tokenizers().register(analysis::NAME, analysis::analyzer());
    Ok(index)
}
