//! From pages to an index: read and extract on all cores, write on one, in the order of the pages.

use std::collections::HashSet;
use std::path::Path;
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::Instant;

use rayon::prelude::*;

use super::document::short_hash;
use super::error::IndexError;
use super::sink::Sink;
use super::state::{Keys, Stamp};
use super::{Event, IndexOptions, Summary};
use crate::article::{Article, ArticleLine};
use crate::guard;
use crate::read::{self, Found, ReadOptions, Walk};

/// Pages are read in batches of so many, or of so many bytes, whichever is less: what bounds the memory of a run.
const BATCH_PAGES: usize = 64;
const BATCH_BYTES: u64 = 64 << 20;

/// Indexes the pages below the paths given.
///
/// A page that is indexed already and has not changed is not read again; one that has vanished from these paths is
/// taken out; one that cannot be read is reported through `on_event`, and what was indexed of it before stays.
///
/// # Errors
/// [`IndexError::Walk`], [`IndexError::NoPages`], and those of opening and writing an index. The index is then as it
/// was at its last commit.
///
/// ```
/// use pressmark::{IndexOptions, index};
/// let dir = tempfile::tempdir()?;
/// let summary = index(&["corpus"], &dir.path().join("index"), &IndexOptions::default(), |_event| {})?;
/// assert!(summary.added > 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn index<P: AsRef<Path>>(
    roots: &[P],
    dir: &Path,
    options: &IndexOptions,
    mut on_event: impl FnMut(Event),
) -> Result<Summary, IndexError> {
    let started = Instant::now();
    let walk = read::walk(roots)?;
    if walk.found.is_empty() && walk.unreadable.is_empty() {
        return Err(IndexError::NoPages { paths: roots.iter().map(|p| p.as_ref().to_owned()).collect() });
    }
    let mut sink = Sink::open(dir, options)?;
    let keys = Keys::new(dir);
    let tasks = plan(&walk, &keys, &mut sink);
    on_event(Event::Started { pages: tasks.len() });
    for place in &walk.unreadable {
        failed(&mut sink, &mut on_event, &place.path, &place.reason);
    }
    for batch in pipeline(tasks, options) {
        for (task, outcome) in batch {
            match outcome {
                Ok((stamp, article)) => sink.put(&task.key, stamp, &article)?,
                Err(reason) => failed(&mut sink, &mut on_event, &task.found.path, &reason),
            }
            on_event(Event::Done);
        }
    }
    remove_vanished(&walk, roots, &keys, &mut sink)?;
    let summary = sink.finish()?;
    Ok(Summary { seconds: started.elapsed().as_secs_f64(), ..summary })
}

/// Indexes article lines, as `extract --format json` prints them, instead of pages. Nothing is taken out.
///
/// # Errors
/// Those of opening and writing an index; a line that is no article is reported through `on_event`.
pub fn index_articles(
    lines: impl std::io::BufRead,
    dir: &Path,
    options: &IndexOptions,
    mut on_event: impl FnMut(Event),
) -> Result<Summary, IndexError> {
    let started = Instant::now();
    let mut sink = Sink::open(dir, options)?;
    for (at, line) in lines.split(b'\n').enumerate() {
        let line = line.map_err(|source| IndexError::Io { path: "the articles".into(), source })?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let stamp = Stamp { bytes: line.len() as u64, changed: 0, digest: short_hash(&line) };
        match serde_json::from_slice::<ArticleLine>(&line) {
            Ok(ArticleLine { path, error: Some(reason), .. }) => {
                failed(&mut sink, &mut on_event, Path::new(&path), &reason)
            }
            Ok(line) => {
                let article = Article::from(line);
                let key = format!("article:{}", article.path);
                match sink.state.pages.get(&key) {
                    Some(known) if known.stamp.digest == stamp.digest => sink.summary.unchanged += 1,
                    _ => sink.put(&key, stamp, &article)?,
                }
            }
            Err(source) => {
                let reason = format!("line {} is not an article: {source}", at + 1);
                failed(&mut sink, &mut on_event, Path::new("articles"), &reason);
            }
        }
        on_event(Event::Done);
    }
    let summary = sink.finish()?;
    Ok(Summary { seconds: started.elapsed().as_secs_f64(), ..summary })
}

fn failed(sink: &mut Sink, on_event: &mut impl FnMut(Event), path: &Path, reason: &str) {
    sink.summary.failed += 1;
    on_event(Event::Failed { path, reason });
}

/// A page to read.
struct Task {
    found: Found,
    key: String,
}

/// Compressed pages are about so many times larger when they are read.
const GZIP_RATIO: u64 = 12;

impl Task {
    /// About how many bytes of text the page has.
    fn weight(&self) -> u64 {
        let compressed = self.found.path.extension().is_some_and(|e| e.eq_ignore_ascii_case("gz"));
        self.found.bytes.saturating_mul(if compressed { GZIP_RATIO } else { 1 })
    }
}

/// The pages that are new or look changed; the others are counted as unchanged. A file reached by two ways counts once.
fn plan(walk: &Walk, keys: &Keys, sink: &mut Sink) -> Vec<Task> {
    let mut seen = HashSet::new();
    let mut tasks = Vec::new();
    for found in &walk.found {
        let key = keys.key(&found.place);
        if !seen.insert(key.clone()) {
            continue;
        }
        let same = |stamp: &Stamp| stamp.bytes == found.bytes && stamp.changed == found.changed && found.changed != 0;
        match sink.state.pages.get(&key) {
            Some(known) if same(&known.stamp) => sink.summary.unchanged += 1,
            _ => tasks.push(Task { found: found.clone(), key }),
        }
    }
    tasks
}

type Outcome = (Task, Result<(Stamp, Article), String>);

/// Reads and extracts batch by batch on a pool of threads, one batch ahead of the one being written.
fn pipeline(tasks: Vec<Task>, options: &IndexOptions) -> Receiver<Vec<Outcome>> {
    let (sender, receiver) = sync_channel(1);
    let (read_options, threads) = (options.read.clone(), options.threads);
    std::thread::spawn(move || {
        // Without a pool of its own the work is done on rayon's; it is only then that the number of threads is not kept.
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().ok();
        for batch in batches(tasks) {
            let run = || batch.into_par_iter().map(|task| outcome(task, &read_options)).collect::<Vec<_>>();
            let done = match &pool {
                Some(pool) => pool.install(run),
                None => run(),
            };
            // The receiver is gone when writing has failed: nothing more to do.
            if sender.send(done).is_err() {
                break;
            }
        }
    });
    receiver
}

fn batches(tasks: Vec<Task>) -> impl Iterator<Item = Vec<Task>> {
    let mut tasks = tasks.into_iter().peekable();
    std::iter::from_fn(move || {
        let mut batch = vec![tasks.next()?];
        let mut bytes = batch[0].weight();
        while batch.len() < BATCH_PAGES && tasks.peek().is_some_and(|t| bytes.saturating_add(t.weight()) <= BATCH_BYTES)
        {
            let task = tasks.next()?;
            bytes = bytes.saturating_add(task.weight());
            batch.push(task);
        }
        Some(batch)
    })
}

fn outcome(task: Task, options: &ReadOptions) -> Outcome {
    let result = guard::page(|| read_page(&task.found, options));
    (task, result)
}

fn read_page(found: &Found, options: &ReadOptions) -> Result<(Stamp, Article), String> {
    let bytes = read::load(&found.path, options).map_err(|e| e.to_string())?;
    let stamp = Stamp { bytes: found.bytes, changed: found.changed, digest: short_hash(&bytes) };
    let page = read::page(&found.path, &bytes).map_err(|e| e.to_string())?;
    Ok((stamp, crate::extract(&page)))
}

/// Takes out pages that were below these paths and are no longer there.
///
/// A place that could not be looked at may still hold its pages, and a root without any page at all is more likely a
/// drive that is not mounted than a folder that was emptied: nothing below those is taken out.
fn remove_vanished<P: AsRef<Path>>(walk: &Walk, roots: &[P], keys: &Keys, sink: &mut Sink) -> Result<(), IndexError> {
    let there: HashSet<String> = walk.found.iter().map(|f| keys.key(&f.place)).collect();
    let below = |path: &str, root: &str| Path::new(path).starts_with(root);
    let unsure: Vec<String> = walk.unreadable.iter().map(|u| keys.key(&u.place)).collect();
    let roots: Vec<String> = roots
        .iter()
        .map(|root| keys.key(&read::place(root.as_ref())))
        .filter(|root| there.iter().any(|page| below(page, root)))
        .collect();
    let mut gone: Vec<String> = Vec::new();
    for known in sink.state.pages.keys() {
        let sure = !unsure.iter().any(|place| below(known, place));
        if sure && !there.contains(known) && roots.iter().any(|root| below(known, root)) {
            gone.push(known.clone());
        }
    }
    gone.iter().try_for_each(|page| sink.remove(page))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(bytes: u64) -> Task {
        Task { found: Found { path: "a".into(), place: "/a".into(), bytes, changed: 0 }, key: String::new() }
    }

    #[test]
    fn batches_are_bounded_by_number_and_by_bytes() {
        let sizes = |tasks: Vec<Task>| batches(tasks).map(|b| b.len()).collect::<Vec<_>>();
        assert_eq!(sizes((0..300).map(|_| task(1)).collect()), [64, 64, 64, 64, 44]);
        assert_eq!(sizes(vec![task(BATCH_BYTES), task(1), task(BATCH_BYTES * 2), task(1), task(1)]), [1, 1, 1, 2]);
    }
}
