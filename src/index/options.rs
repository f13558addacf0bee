//! How an index is built, and how a run is stopped.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::extract::Extractor;
use crate::read::ReadOptions;

/// The engine takes no more than 4 GB, and segments are not better for being larger.
const MOST_WRITER_MEMORY: usize = 1 << 30;

/// How an index is built.
#[derive(Debug, Clone)]
pub struct IndexOptions {
    /// What is read and what is refused.
    pub read: ReadOptions,
    /// How articles are extracted: by which rules of the user's own. Where these are others than in the last run, all pages are
    /// read again.
    pub extractor: Extractor,
    /// Threads that read and extract; 0 is one for each core.
    pub threads: usize,
    /// About how many bytes of memory the run may take, at least [`IndexOptions::LEAST_MEMORY`]. It is shared out between
    /// the pages that are read at once and the writer; what is known of each page comes on top, some 1 kB a page; so do files of the
    /// index that are mapped, which the system drops when it needs the room.
    pub memory: usize,
    /// On a long run, what is indexed so far is committed so often, so that an interrupted run loses no more.
    pub commit_every: Duration,
    /// Whether articles stay whose files have vanished.
    pub keep_vanished: bool,
    /// Whether pages without a text of their own are indexed too: errors, questions for consent, shells, lists of links.
    pub all_kinds: bool,
    /// Whether the segments of the index are made one at the end. That takes as much free disk as the index has, until it
    /// is done.
    pub optimize: bool,
    /// Whether each page is judged by itself, so that what repeats over the pages of a site stays in them.
    pub page_by_page: bool,
    /// Ends the run before its time.
    pub stop: Stop,
}

impl IndexOptions {
    /// The least memory with which a run gets by: the writer alone needs 15 MB.
    pub const LEAST_MEMORY: usize = 64 << 20;

    /// What the writer may fill before it writes a segment. A quarter, for a segment that is written, one that is merged
    /// and the pages of two batches stand in memory at the same time.
    pub(crate) fn writer_memory(&self) -> usize {
        (self.shared_memory() / 4).min(MOST_WRITER_MEMORY)
    }

    /// The bytes of pages that are read at once. A tenth, for a page takes about four times its size as a tree, and one
    /// batch is read while another waits to be written.
    pub(crate) fn batch_bytes(&self) -> u64 {
        self.shared_memory() as u64 / 10
    }

    fn shared_memory(&self) -> usize {
        self.memory.max(IndexOptions::LEAST_MEMORY)
    }
}

impl Default for IndexOptions {
    fn default() -> Self {
        IndexOptions {
            read: ReadOptions::default(),
            extractor: Extractor::default(),
            threads: 0,
            memory: 512 << 20,
            commit_every: Duration::from_secs(60),
            keep_vanished: false,
            all_kinds: false,
            optimize: false,
            page_by_page: false,
            stop: Stop::default(),
        }
    }
}

/// A wish that a run end early. It commits what it has and returns; the next run goes on from there.
///
/// ```
/// use pressmark::index::Stop;
/// let stop = Stop::default();
/// let for_another_thread = stop.clone();
/// for_another_thread.request();
/// assert!(stop.is_requested());
/// ```
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Asks for the end, of this run and of those that share this wish.
    pub fn request(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether somebody has asked for it.
    pub fn is_requested(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// The flag itself, for handlers of signals.
    pub fn flag(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.0)
    }
}
