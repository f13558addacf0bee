//! From articles to a tantivy index on disk, and back to an open index.
//!
//! The index directory is a plain tantivy index with a `pressmark.json` beside tantivy's files. The contract fields can
//! be read and searched by any tantivy program of the same format; see [`Fields`].

pub(crate) mod analysis;
mod build;
pub(crate) mod copies;
pub(crate) mod document;
mod error;
mod keys;
mod meta;
mod open;
pub(crate) mod payload;
pub(crate) mod pipeline;
mod reader_directory;
pub(crate) mod schema;
mod sink;
mod state;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

pub use build::{index, index_articles};
pub use error::IndexError;
pub use open::open;
pub use schema::{Fields, SCHEMA_VERSION, schema};

use crate::read::{ReadOptions, Unread};

/// How an index is built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexOptions {
    /// What is read and what is refused.
    pub read: ReadOptions,
    /// Threads that read and extract; 0 is one for each core.
    pub threads: usize,
    /// Bytes that the writer may fill before it writes a segment. tantivy needs 15 MB at the least.
    pub memory: usize,
    /// What is indexed so far is committed this often, so that a run that is interrupted loses no more. Each commit costs
    /// what the disk takes to keep it, and a segment to be merged with others later.
    pub commit_every: Duration,
}

impl Default for IndexOptions {
    fn default() -> Self {
        let (read, commit_every) = (ReadOptions::default(), Duration::from_secs(60));
        IndexOptions { read, threads: 0, memory: 128 << 20, commit_every }
    }
}

/// What happens during a run.
#[derive(Debug)]
pub enum Event<'a> {
    /// The pages to read are known.
    Started {
        /// How many are new or look changed.
        pages: usize,
    },
    /// One page is done, well or not.
    Done,
    /// A page, or a place in a folder, could not be read.
    Failed {
        /// Where.
        path: &'a Path,
        /// Why, and what to do.
        reason: &'a str,
    },
}

/// A page that is the same article as an indexed one, and is not indexed itself.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Copy {
    /// How the page is called.
    pub path: String,
    /// The place of the page that is indexed.
    pub of: String,
}

/// What a run did.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Summary {
    /// Pages indexed for the first time.
    pub added: usize,
    /// Pages indexed again because their bytes are others.
    pub changed: usize,
    /// Pages taken out because they are gone.
    pub removed: usize,
    /// Pages left as they were.
    pub unchanged: usize,
    /// Pages and files that could not be read.
    pub failed: usize,
    /// Pages that this run found to be copies of indexed ones.
    pub copies: Vec<Copy>,
    /// Files of kinds that are not read.
    pub unread: BTreeMap<Unread, usize>,
    /// Files that saving tools keep beside the pages: other forms of them, frames, logs.
    pub left_out: usize,
    /// How long it took.
    pub seconds: f64,
}

impl Summary {
    /// Pages of this run that are in the index now, or in it as a better copy.
    pub fn indexed(&self) -> usize {
        self.added + self.changed + self.unchanged + self.copies.len()
    }
}

impl std::fmt::Display for Summary {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let Summary { added, changed, removed, unchanged, failed, seconds, .. } = self;
        write!(
            f,
            "added {added}, changed {changed}, removed {removed}, unchanged {unchanged}, failed {failed} in {seconds:.1} s"
        )
    }
}
