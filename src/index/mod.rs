//! From articles to a tantivy index on disk, and back to an open index.
//!
//! The index directory is a plain tantivy index with a `pressmark.json` beside tantivy's files. The contract fields can
//! be read and searched by any tantivy program of the same format; see [`Fields`].

mod address;
pub(crate) mod analysis;
pub(crate) mod bare;
mod build;
pub mod check;
pub(crate) mod commit;
pub(crate) mod copies;
pub(crate) mod document;
mod error;
mod files_directory;
mod holder;
mod keys;
mod lines;
mod merges;
mod meta;
mod neighbours;
mod open;
mod options;
pub(crate) mod payload;
pub(crate) mod pipeline;
mod plan;
mod remedy;
mod repeats;
mod roots;
pub(crate) mod schema;
mod seal;
mod sink;
mod state;
mod stored;
mod vouched;
mod writer;
mod writer_directory;

use std::collections::BTreeMap;
use std::path::Path;

pub use bare::Bare;
pub use build::index;
pub use check::{CheckOptions, check, repair};
pub use error::IndexError;
pub(crate) use error::guarded;
pub use holder::Holder;
pub use lines::index_articles;
pub use neighbours::Neighbours;
pub use open::open;
pub use options::{IndexOptions, Stop};
pub use plan::{Action, Plan, plan};
pub use schema::{Fields, SCHEMA_VERSION, schema};

use crate::article::Kind;
use crate::read::Unread;

/// What happens during a run.
#[derive(Debug)]
pub enum Event<'a> {
    /// The index was written by an earlier version, or with another text analysis: it is built anew beside itself, and put in
    /// its place once it is whole.
    Anew {
        /// The version of pressmark that wrote it.
        writer: &'a str,
    },
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
    /// Pages found again elsewhere, in files that were moved or renamed.
    pub moved: usize,
    /// Pages left as they were.
    pub unchanged: usize,
    /// Files read again since this version of pressmark reads pages by other rules than the one that read them.
    pub renewed: usize,
    /// Pages and files that could not be read.
    pub failed: usize,
    /// Pages that this run found to be copies of indexed ones.
    pub copies: Vec<Copy>,
    /// Pages out of whose text something was left that repeats over their site; counted where the run touched the site.
    pub shortened: usize,
    /// Pages that are left out since they have no text of their own, by kind; those too that earlier runs have left out.
    pub bare: BTreeMap<Kind, usize>,
    /// Those of them that this run has found.
    pub new_bare: Vec<Bare>,
    /// Files of kinds that are not read.
    pub unread: BTreeMap<Unread, usize>,
    /// Files that saving tools keep beside the pages: other forms of them, frames, logs.
    pub left_out: usize,
    /// Whether the run was stopped before its end; the next one goes on from there.
    pub interrupted: bool,
    /// How long it took.
    pub seconds: f64,
}

impl Summary {
    /// Pages of this run that are in the index now, or in it as a better copy.
    pub fn indexed(&self) -> usize {
        self.added + self.changed + self.moved + self.unchanged + self.copies.len()
    }

    /// Whether the run found everything as it was.
    pub fn is_idle(&self) -> bool {
        let Summary { added, changed, moved, removed, renewed, failed, .. } = self;
        added + changed + moved + removed + renewed + failed + self.copies.len() + self.new_bare.len() == 0
    }
}

impl std::fmt::Display for Summary {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let Summary { added, changed, moved, removed, unchanged, failed, seconds, .. } = self;
        write!(f, "added {added}, changed {changed}, ")?;
        if *moved > 0 {
            write!(f, "moved {moved}, ")?;
        }
        write!(f, "removed {removed}, unchanged {unchanged}, ")?;
        if !self.bare.is_empty() {
            write!(f, "left out {}, ", bare::counted(&self.bare))?;
        }
        write!(f, "failed {failed} in {seconds:.1} s")
    }
}
