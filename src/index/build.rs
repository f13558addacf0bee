//! From pages to an index: read and extract on all cores, write on one, in the order of the pages.

use std::collections::HashSet;
use std::mem::take;
use std::path::Path;
use std::time::Instant;

use super::document::short_hash;
use super::error::IndexError;
use super::pipeline::{self, Failure, Step};
use super::sink::Sink;
use super::state::{Keys, Stamp, State, file_of, page_key};
use super::{Event, IndexOptions, Summary};
use crate::article::{Article, ArticleLine};
use crate::page::Page;
use crate::read::{self, Found, LeftOut, Walk};

/// Indexes the pages below the paths given.
///
/// A file that is indexed already and has not changed is not read again; one that has vanished from these paths is
/// taken out; one that cannot be read is reported through `on_event`, and what was indexed of it before stays. An article
/// that is met in several copies is indexed once: see [`Summary::copies`].
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
    let gone = vanished(&walk, roots, &keys, &sink.state);
    let tasks = plan(&walk, &keys, &gone, &mut sink);
    for file in &gone {
        remove_file(&mut sink, file, &[])?;
    }
    on_event(Event::Started { pages: tasks.len() });
    note_skipped(&walk, &mut sink.summary);
    for place in &walk.unreadable {
        failed(&mut sink, &mut on_event, &place.path, &place.reason);
    }
    let files = tasks.iter().map(|task| task.found.clone()).collect();
    let work = |page: &Page| (short_hash(page.text.as_bytes()), crate::extract(page));
    let mut given: Vec<String> = Vec::new();
    for step in pipeline::run(files, &options.read, options.threads, work).into_iter().flatten() {
        match step {
            Step::Page { file, result: Ok((digest, article)), .. } => {
                let task = &tasks[file];
                let key = page_key(&task.key, &task.found.path, &article.path);
                sink.put(&key, Stamp { digest, ..task.stamp() }, &article)?;
                given.push(key);
            }
            Step::Page { path, result: Err(failure), .. } => {
                not_read(&mut sink, &mut on_event, Path::new(&path), &failure);
            }
            Step::End { file, result } => {
                end(&mut sink, &mut on_event, &tasks[file], result, &take(&mut given))?;
                on_event(Event::Done);
            }
        }
    }
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
                    _ => sink.put_line(&key, stamp, &article)?,
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

/// A file to read.
struct Task {
    found: Found,
    key: String,
}

impl Task {
    /// The stamp of the file's pages, but for the digest of each.
    fn stamp(&self) -> Stamp {
        Stamp { bytes: self.found.bytes, changed: self.found.changed, digest: 0 }
    }
}

/// The files that are new or look changed; the pages of the others are counted as unchanged. A file reached by two ways
/// counts once. Copies are read again when the page that stood for them is.
fn plan(walk: &Walk, keys: &Keys, gone: &[String], sink: &mut Sink) -> Vec<Task> {
    let mut seen = HashSet::new();
    let mut files: Vec<Task> =
        walk.found.iter().map(|found| Task { found: found.clone(), key: keys.key(&found.place) }).collect();
    files.retain(|task| seen.insert(task.key.clone()));
    let stale = |task: &Task| !sink.state.is_current(&task.key, task.found.bytes, task.found.changed);
    let mut read: HashSet<String> = files.iter().filter(|task| stale(task)).map(|task| task.key.clone()).collect();
    read.extend(gone.iter().cloned());
    let copies: Vec<String> = sink.state.copies_in(&read).map(|key| file_of(key).to_owned()).collect();
    read.extend(copies);
    let (tasks, unchanged): (Vec<Task>, Vec<Task>) = files.into_iter().partition(|task| read.contains(&task.key));
    unchanged.iter().for_each(|task| sink.state.see(&task.key));
    tasks.iter().for_each(|task| sink.state.set_aside(&task.key));
    tasks
}

fn note_skipped(walk: &Walk, summary: &mut Summary) {
    for skipped in &walk.skipped {
        match skipped.why {
            LeftOut::Unread(kind) => *summary.unread.entry(kind).or_default() += 1,
            LeftOut::FormOf(_) | LeftOut::FrameOf(_) | LeftOut::OfTool => summary.left_out += 1,
        }
    }
}

/// Counts what is not read by its kind, and reports what cannot be read.
fn not_read(sink: &mut Sink, on_event: &mut impl FnMut(Event), path: &Path, failure: &Failure) {
    match failure.unread() {
        Some(kind) => *sink.summary.unread.entry(kind).or_default() += 1,
        None => failed(sink, on_event, path, &failure.to_string()),
    }
}

/// The end of a file: what it gave before and has not given again goes, if all of it could be read.
fn end(
    sink: &mut Sink,
    on_event: &mut impl FnMut(Event),
    task: &Task,
    result: Result<(), Failure>,
    given: &[String],
) -> Result<(), IndexError> {
    match result {
        Ok(()) => remove_file(sink, &task.key, given),
        Err(failure) => match failure.unread() {
            Some(kind) => {
                remove_file(sink, &task.key, given)?;
                sink.put_unread(&task.key, read::path_text(&task.found.path), task.stamp(), kind);
                Ok(())
            }
            None => {
                failed(sink, on_event, &task.found.path, &failure.to_string());
                Ok(())
            }
        },
    }
}

/// Takes out the pages of a file, but for those given.
fn remove_file(sink: &mut Sink, file: &str, but: &[String]) -> Result<(), IndexError> {
    let keys: Vec<String> = sink.state.of_file(file).iter().filter(|key| !but.contains(key)).cloned().collect();
    keys.iter().try_for_each(|key| sink.remove(key))
}

/// The files that were below these paths and are no longer there.
///
/// A place that could not be looked at may still hold its pages, and a root without any page at all is more likely a
/// drive that is not mounted than a folder that was emptied: nothing below those is taken for gone.
fn vanished<P: AsRef<Path>>(walk: &Walk, roots: &[P], keys: &Keys, state: &State) -> Vec<String> {
    let there: HashSet<String> = walk.found.iter().map(|f| keys.key(&f.place)).collect();
    let below = |path: &str, root: &str| Path::new(path).starts_with(root);
    let unsure: Vec<String> = walk.unreadable.iter().map(|u| keys.key(&u.place)).collect();
    let roots: Vec<String> = roots
        .iter()
        .map(|root| keys.key(&read::place(root.as_ref())))
        .filter(|root| there.iter().any(|page| below(page, root)))
        .collect();
    let gone = |file: &&String| {
        let sure = !unsure.iter().any(|place| below(file, place));
        sure && !there.contains(*file) && roots.iter().any(|root| below(file, root))
    };
    let mut gone: Vec<String> = state.files().filter(gone).cloned().collect();
    gone.sort();
    gone
}
