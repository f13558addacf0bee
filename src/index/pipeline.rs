//! Files are read and their pages worked on, on all cores, and handed over in order.
//!
//! Most files hold one page: a core reads it and works on it. An archive may be larger than the memory: it is read as a
//! stream, and its pages are shared out among the cores.

use std::mem::take;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use rayon::prelude::*;

use super::IndexOptions;
use crate::guard::{self, Panicked};
use crate::page::Page;
use crate::read::{self, Found, ReadError, ReadOptions, Record, Unread};

/// Work is done in batches of so many files and pages, or of [so many bytes](IndexOptions::batch_bytes), whichever is less:
/// what bounds the memory of a run.
const BATCH_ITEMS: usize = 64;

/// Compressed pages are about so many times larger when they are read.
const GZIP_RATIO: u64 = 12;

impl AsRef<Found> for Found {
    fn as_ref(&self) -> &Found {
        self
    }
}

/// Why a page, or a file, gives nothing.
#[derive(Debug)]
pub(crate) enum Failure {
    /// It cannot be read.
    Read(ReadError),
    /// The work on it panicked.
    Panicked(Panicked),
}

impl Failure {
    /// The kind of a file that is known and not read, which is no failure to report by itself.
    pub(crate) fn unread(&self) -> Option<Unread> {
        match self {
            Failure::Read(ReadError::NotRead { kind }) => Some(*kind),
            _ => None,
        }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Failure::Read(error) => error.fmt(f),
            Failure::Panicked(panicked) => panicked.fmt(f),
        }
    }
}

/// A step of the work, in the order of the files and of the pages in them.
#[derive(Debug)]
pub(crate) enum Step<T> {
    /// A page, or why a record of an archive is none.
    Page {
        /// The number of the file.
        file: usize,
        /// How the page is called.
        path: String,
        /// What was made of it.
        result: Result<T, Failure>,
    },
    /// A file is done. If not well, it may still have given pages before.
    End {
        /// The number of the file.
        file: usize,
        /// Whether all of it could be read.
        result: Result<(), Failure>,
    },
}

/// Works on the pages of files, one batch ahead of the one that the receiver holds. 0 threads are one for each core.
pub(crate) fn run<F: AsRef<Found> + Send + Sync + 'static, T: Send + 'static>(
    files: Arc<Vec<F>>,
    options: &IndexOptions,
    work: impl Fn(&Page) -> T + Send + Sync + 'static,
) -> Receiver<Vec<Step<T>>> {
    let (sender, receiver) = sync_channel(1);
    let (options, threads, most_bytes) = (options.read.clone(), options.threads, options.batch_bytes());
    std::thread::spawn(move || {
        // Without a pool of its own the work is done on rayon's; it is only then that the number of threads is not kept.
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().ok();
        let mut feeder = Feeder {
            items: Vec::new(),
            bytes: 0,
            most_bytes,
            pool,
            sender,
            worker: Arc::new(Worker { files, options, work }),
            gone: false,
        };
        feeder.feed();
    });
    receiver
}

/// What is done with one item of a batch.
struct Worker<F, W> {
    files: Arc<Vec<F>>,
    options: ReadOptions,
    work: W,
}

/// A piece of work.
enum Item {
    /// A file to be read.
    File(usize),
    /// A page of an archive, read already.
    Page(usize, Record),
    /// The end of an archive.
    End(usize, Result<(), Failure>),
}

struct Feeder<F, T, W> {
    items: Vec<Item>,
    bytes: u64,
    most_bytes: u64,
    pool: Option<rayon::ThreadPool>,
    sender: SyncSender<Vec<Step<T>>>,
    worker: Arc<Worker<F, W>>,
    /// The receiver is gone when writing has failed: nothing more to do.
    gone: bool,
}

impl<F: AsRef<Found> + Send + Sync, T: Send, W: Fn(&Page) -> T + Send + Sync> Feeder<F, T, W> {
    fn feed(&mut self) {
        let worker = Arc::clone(&self.worker);
        for (at, file) in worker.files.iter().map(AsRef::as_ref).enumerate() {
            if self.gone {
                return;
            }
            if !file.is_archive() {
                self.push(Item::File(at), weight(file));
                continue;
            }
            let result = guard::page(|| {
                read::records(file, &worker.options, &mut |record| {
                    let bytes = record.page.as_ref().map_or(0, |page| page.text.len() as u64);
                    self.push(Item::Page(at, record), bytes);
                })
            });
            self.push(Item::End(at, flat(result)), 0);
        }
        self.flush();
    }

    fn push(&mut self, item: Item, bytes: u64) {
        let full = self.bytes.saturating_add(bytes) > self.most_bytes;
        if self.items.len() >= BATCH_ITEMS || (!self.items.is_empty() && full) {
            self.flush();
        }
        self.bytes = self.bytes.saturating_add(bytes);
        self.items.push(item);
    }

    fn flush(&mut self) {
        let (items, worker) = (take(&mut self.items), &self.worker);
        self.bytes = 0;
        if self.gone || items.is_empty() {
            return;
        }
        let run = || items.into_par_iter().map(|item| worker.steps(item)).collect::<Vec<_>>();
        let steps = match &self.pool {
            Some(pool) => pool.install(run),
            None => run(),
        };
        self.gone = self.sender.send(steps.into_iter().flatten().collect()).is_err();
    }
}

impl<F: AsRef<Found>, T, W: Fn(&Page) -> T> Worker<F, W> {
    fn steps(&self, item: Item) -> Vec<Step<T>> {
        match item {
            Item::Page(file, record) => vec![self.page(file, record)],
            Item::End(file, result) => vec![Step::End { file, result }],
            Item::File(file) => {
                let mut steps = Vec::new();
                let found = self.files[file].as_ref();
                let mut each = |record| steps.push(self.page(file, record));
                let result = guard::page(|| read::records(found, &self.options, &mut each));
                steps.push(Step::End { file, result: flat(result) });
                steps
            }
        }
    }

    fn page(&self, file: usize, record: Record) -> Step<T> {
        let Record { path, page } = record;
        let result =
            page.map_err(Failure::Read).and_then(|page| guard::page(|| (self.work)(&page)).map_err(Failure::Panicked));
        Step::Page { file, path, result }
    }
}

fn flat(result: Result<Result<(), ReadError>, Panicked>) -> Result<(), Failure> {
    result.map_err(Failure::Panicked)?.map_err(Failure::Read)
}

/// About how many bytes of text a file has.
fn weight(file: &Found) -> u64 {
    let compressed = file.path.extension().is_some_and(|e| e.eq_ignore_ascii_case("gz"));
    file.bytes.saturating_mul(if compressed { GZIP_RATIO } else { 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(files: Vec<Found>) -> Vec<Vec<String>> {
        let options = IndexOptions { threads: 2, ..IndexOptions::default() };
        let batches = run(Arc::new(files), &options, |page| page.text.len());
        let name = |step| match step {
            Step::Page { path, result, .. } => format!("{path} {result:?}"),
            Step::End { file, result } => format!("end {file} {}", result.is_ok()),
        };
        batches.iter().map(|batch| batch.into_iter().map(name).collect()).collect()
    }

    #[test]
    fn steps_come_in_the_order_of_the_files_and_batches_are_bounded() {
        let dir = tempfile::tempdir().unwrap();
        let file = |name: String, bytes| {
            let path = dir.path().join(name);
            std::fs::write(&path, "<p>x").unwrap();
            Found { path, bytes, ..Found::default() }
        };
        let batches = names((0..130).map(|n| file(format!("{n}.html"), 1)).collect());
        assert_eq!(batches.iter().map(Vec::len).collect::<Vec<_>>(), [128, 128, 4]);
        assert!(batches[1][0].ends_with("64.html Ok(4)") && batches[1][1] == "end 64 true");
        let large = (0..3).map(|n| file(format!("{n}.html"), IndexOptions::default().batch_bytes())).collect();
        assert_eq!(names(large).len(), 3);
    }

    #[test]
    fn a_file_that_cannot_be_read_ends_with_its_reason() {
        let missing = Found { path: "no/such.html".into(), ..Found::default() };
        assert_eq!(names(vec![missing]), [["end 0 false"]]);
    }
}
