//! From a query to ranked [`Hits`].
//!
//! `query` reads what was typed, `plan` makes a query of the engine of it, `rank` counts and orders what matches, `marks`
//! and `snippet` find the passage to show. `suggest`, `similar` and `feedback` make further queries of what the index holds.

mod duplicates;
mod explain;
mod facets;
mod feedback;
mod hierarchy;
mod link;
mod living;
mod marks;
mod period;
mod plan;
mod query;
mod rank;
mod request;
mod show;
mod similar;
mod snippet;
mod statistics;
mod stats;
mod suggest;
mod timeline;
mod unmet;
mod view;
mod weights;

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::Instant;

use tantivy::{IndexReader, ReloadPolicy};

pub use facets::Facet;
pub use period::{Period, PeriodError};
pub use query::{Clause, Form, Leaf, Node, Occur, Problem, Query, Scope};
pub use request::{Request, Sort};
pub use timeline::Unit;
pub use weights::Weights;

use crate::hit::{Hits, Shown};
use crate::index::bare;
use crate::index::payload::copies;
use crate::index::{self, Bare, Copy, Fields, IndexError, guarded};
use crate::stats::{Duplicate, Stats};
use view::View;

/// No more hits than this are ranked at once, offset included.
pub const MOST_HITS: usize = 10_000;

/// One index or several, open for searching as if they were one. Cheap to search many times; may be shared between threads.
pub struct Searcher {
    shelves: Vec<Shelf>,
    fields: Fields,
}

/// An open index.
struct Shelf {
    dir: PathBuf,
    reader: IndexReader,
}

/// Opens an index, asks once, and closes it again.
///
/// # Errors
/// Those of [`Searcher::open`] and [`Searcher::search`].
///
/// ```
/// use pressmark::search::Request;
/// # let dir = tempfile::tempdir()?;
/// # let path = dir.path().join("index");
/// # pressmark::index(&["corpus"], &path, &pressmark::IndexOptions::default(), |_| {})?;
/// let hits = pressmark::search(&path, &Request::new("ferry subsidy"))?;
/// for hit in &hits.hits {
///     println!("{} {}", hit.title.as_deref().unwrap_or("(no title)"), hit.snippet.text);
/// }
/// assert!(hits.total > 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn search(dir: &Path, request: &Request) -> Result<Hits, IndexError> {
    Searcher::open(dir)?.search(request)
}

impl Searcher {
    /// Opens the index in a directory, as its last commit left it.
    ///
    /// # Errors
    /// [`IndexError::NotFound`], [`IndexError::NotAnIndex`], [`IndexError::Version`], [`IndexError::Outdated`],
    /// [`IndexError::NotAsWritten`], [`IndexError::Engine`].
    pub fn open(dir: &Path) -> Result<Searcher, IndexError> {
        Searcher::open_all(&[dir])
    }

    /// Opens several indexes, to be searched as if they were one.
    ///
    /// # Errors
    /// As [`Searcher::open`], for the first of them that cannot be opened.
    pub fn open_all(dirs: &[impl AsRef<Path>]) -> Result<Searcher, IndexError> {
        let shelf = |dir: &Path| -> Result<Shelf, IndexError> {
            let reader = index::open(dir)?.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
            Ok(Shelf { dir: dir.to_owned(), reader })
        };
        let shelf = |dir: &Path| guarded(&[dir], || shelf(dir));
        let shelves = dirs.iter().map(|dir| shelf(dir.as_ref())).collect::<Result<_, _>>()?;
        Ok(Searcher { shelves, fields: index::schema().1 })
    }

    /// How many articles are in the index.
    pub fn len(&self) -> usize {
        self.shelves.iter().map(|shelf| shelf.reader.searcher().num_docs() as usize).sum()
    }

    /// Whether no article is in the index.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What the index holds: how many articles, of which kinds and languages, which facts from which sources.
    ///
    /// # Errors
    /// [`IndexError::Engine`] when the index is damaged.
    pub fn stats(&self) -> Result<Stats, IndexError> {
        let copies = self.copies()?.len();
        self.asked(|view| Ok(Stats { copies, ..stats::stats(&view.searchers)? }))
    }

    /// The paths of the articles that lack a fact, in order. `fact` is one of [`FACTS`](crate::stats::FACTS).
    ///
    /// # Errors
    /// [`IndexError::Engine`] when the index is damaged.
    pub fn lacking(&self, fact: &str) -> Result<Vec<String>, IndexError> {
        self.asked(|view| stats::lacking(&view.searchers, fact))
    }

    /// Groups of articles in the index that say nearly the same, wherever they were published; each the longest first.
    ///
    /// # Errors
    /// [`IndexError::Engine`] when the index is damaged.
    pub fn duplicates(&self) -> Result<Vec<Vec<Duplicate>>, IndexError> {
        self.asked(|view| duplicates::duplicates(&view.searchers))
    }

    /// The pages that were read and are not in the index, because a better copy of the same article is.
    ///
    /// # Errors
    /// [`IndexError::Engine`] when the index is damaged.
    pub fn copies(&self) -> Result<Vec<Copy>, IndexError> {
        let mut all = Vec::new();
        for shelf in &self.shelves {
            let metas = shelf.reader.searcher().index().load_metas()?;
            all.extend(copies(metas.payload.as_deref()));
        }
        Ok(all)
    }

    /// The pages that were read and are not in the index, because they have no text of their own.
    ///
    /// # Errors
    /// [`IndexError::Engine`] when the index is damaged.
    pub fn left_out(&self) -> Result<Vec<Bare>, IndexError> {
        let mut all = Vec::new();
        for shelf in &self.shelves {
            let metas = shelf.reader.searcher().index().load_metas()?;
            all.extend(bare::left_out(metas.payload.as_deref()));
        }
        Ok(all)
    }

    /// Ranks the articles that match.
    ///
    /// # Errors
    /// [`IndexError::Engine`] when the index is damaged. A query as such is never an error.
    pub fn search(&self, request: &Request) -> Result<Hits, IndexError> {
        let started = Instant::now();
        let mut hits = self.asked(|view| view.search(request))?;
        hits.took_ms = started.elapsed().as_secs_f64() * 1000.0;
        Ok(hits)
    }

    /// The identities of all articles that match, for comparing one day's answer with another's.
    ///
    /// # Errors
    /// As [`Searcher::search`].
    pub fn matching(&self, request: &Request) -> Result<HashSet<String>, IndexError> {
        self.asked(|view| view.matching(request))
    }

    /// Ranks the articles that are about what an article is about; that one and its copies are left out. `id` is its identity,
    /// its path or its address; none if the index has no such article. Of the request, the query is not used.
    ///
    /// # Errors
    /// As [`Searcher::search`].
    pub fn similar(&self, id: &str, request: &Request) -> Result<Option<Hits>, IndexError> {
        let started = Instant::now();
        let mut hits = self.asked(|view| view.similar(id, request))?;
        if let Some(hits) = &mut hits {
            hits.took_ms = started.elapsed().as_secs_f64() * 1000.0;
        }
        Ok(hits)
    }

    /// An article as the index holds it, with the matches of a query marked; none if the index has no such article. `id` is
    /// its identity, its path or its address.
    ///
    /// # Errors
    /// [`IndexError::Engine`] when the index is damaged.
    pub fn show(&self, id: &str, query: &str) -> Result<Option<Shown>, IndexError> {
        self.asked(|view| view.show(id, query))
    }

    /// What somebody asks of the indexes as their last commits left them.
    fn asked<T>(&self, work: impl FnOnce(View) -> Result<T, IndexError>) -> Result<T, IndexError> {
        let dirs: Vec<&Path> = self.shelves.iter().map(|shelf| shelf.dir.as_path()).collect();
        guarded(&dirs, || {
            let searchers = self.shelves.iter().map(|shelf| shelf.reader.searcher()).collect();
            work(View { searchers, dirs: dirs.clone(), fields: &self.fields })
        })
    }
}
