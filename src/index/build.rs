//! From pages to an index: read and extract on all cores, write on one, in the order of the pages.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::mem::take;
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::document::short_hash;
use super::error::IndexError;
use super::keys::{Keys, file_of, file_path, line_key, page_key};
use super::payload::{Note, Remark, Stamp};
use super::pipeline::{self, Failure, Step};
use super::sink::Sink;
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
    let roots: Vec<&Path> = roots.iter().map(AsRef::as_ref).collect();
    let mut run = Run { sink: Sink::open(dir, options)?, keys: Keys::new(dir), options, on_event: &mut on_event };
    note_skipped(&walk, &mut run.sink.summary);
    if walk.found.is_empty() && walk.unreadable.is_empty() {
        let unread = take(&mut run.sink.summary.unread);
        return Err(IndexError::NoPages { paths: roots.into_iter().map(Path::to_owned).collect(), unread });
    }
    for file in run.vanished(&walk, &roots) {
        run.remove_file(&file, &HashSet::new())?;
        run.sink.note(&file, None);
    }
    let tasks = run.plan(&walk);
    (run.on_event)(Event::Started { pages: tasks.len() });
    for place in &walk.unreadable {
        run.failed(&place.path, &place.reason);
    }
    run.read(tasks)?;
    run.settle(&walk)?;
    let summary = run.sink.finish()?;
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
                let key = line_key(&article.path);
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

    /// That the file is to be read again.
    fn again(&self) -> Note {
        Note { stamp: Stamp { changed: 0, ..self.stamp() }, remark: Remark::Again }
    }
}

/// One run over folders.
struct Run<'r> {
    sink: Sink,
    keys: Keys,
    options: &'r IndexOptions,
    on_event: &'r mut dyn FnMut(Event),
}

impl Run<'_> {
    fn failed(&mut self, path: &Path, reason: &str) {
        failed(&mut self.sink, &mut self.on_event, path, reason);
    }

    /// The files that are new or look changed; the pages of the others are counted as unchanged. A file reached by two ways
    /// counts once.
    fn plan(&mut self, walk: &Walk) -> Vec<Task> {
        let mut seen = HashSet::new();
        let mut tasks = Vec::new();
        for found in &walk.found {
            let key = self.keys.key(&found.place);
            if !seen.insert(key.clone()) {
                continue;
            }
            if !self.sink.state.is_current(&key, found.bytes, found.changed) {
                tasks.push(Task { found: found.clone(), key });
                continue;
            }
            self.sink.state.see(&key);
            if let Some(Note { remark: Remark::Unread(kind), .. }) = self.sink.state.notes.get(&key) {
                *self.sink.summary.unread.entry(*kind).or_default() += 1;
            }
        }
        tasks
    }

    /// Reads files and puts their pages into the index.
    fn read(&mut self, tasks: Vec<Task>) -> Result<(), IndexError> {
        let files = tasks.iter().map(|task| task.found.clone()).collect();
        let work = |page: &Page| (short_hash(page.text.as_bytes()), crate::extract(page));
        let (mut given, mut whole) = (HashSet::new(), true);
        for step in pipeline::run(files, &self.options.read, self.options.threads, work).into_iter().flatten() {
            match step {
                Step::Page { file, result: Ok((digest, article)), .. } => {
                    let task = &tasks[file];
                    let key = page_key(&task.key, &task.found.path, &article.path);
                    if given.is_empty() {
                        self.sink.begin(&task.key, task.again())?;
                    }
                    self.sink.put(&key, Stamp { digest, ..task.stamp() }, &article)?;
                    given.insert(key);
                }
                Step::Page { path, result: Err(failure), .. } => {
                    whole &= self.not_read(Path::new(&path), &failure);
                }
                Step::End { file, result } => {
                    self.end(&tasks[file], result, &take(&mut given), whole)?;
                    whole = true;
                    (self.on_event)(Event::Done);
                }
            }
        }
        Ok(())
    }

    /// Counts what is not read by its kind, and reports what cannot be read; whether it was the former.
    fn not_read(&mut self, path: &Path, failure: &Failure) -> bool {
        match failure.unread() {
            Some(kind) => *self.sink.summary.unread.entry(kind).or_default() += 1,
            None => self.failed(path, &failure.to_string()),
        }
        failure.unread().is_some()
    }

    /// The end of a file: what it gave before and has not given again goes, if all of it could be read. A file that could
    /// not be read to its end, or of which a page could not be, is read again in the next run.
    fn end(
        &mut self,
        task: &Task,
        result: Result<(), Failure>,
        given: &HashSet<String>,
        whole: bool,
    ) -> Result<(), IndexError> {
        if let Err(failure) = &result {
            self.not_read(&task.found.path, failure);
        }
        let kind = result.as_ref().err().map(Failure::unread);
        let remark = match kind {
            None if whole => None,
            Some(Some(kind)) => Some(Note { stamp: task.stamp(), remark: Remark::Unread(kind) }),
            _ => Some(task.again()),
        };
        if remark.as_ref().is_none_or(|note| note.remark != Remark::Again) {
            self.remove_file(&task.key, given)?;
        }
        self.sink.note(&task.key, remark);
        Ok(())
    }

    /// Takes out the pages of a file, but for those given.
    fn remove_file(&mut self, file: &str, but: &HashSet<String>) -> Result<(), IndexError> {
        let keys = self.sink.state.of_file(file).iter().filter(|key| !but.contains(*key)).cloned();
        keys.collect::<Vec<String>>().iter().try_for_each(|key| self.sink.remove(key))
    }

    /// Leaves the best copy of each article in the index. One that was not the best before is read again; if that fails,
    /// the next best takes its place.
    fn settle(&mut self, walk: &Walk) -> Result<(), IndexError> {
        let found: HashMap<String, &Found> = walk.found.iter().map(|f| (self.keys.key(&f.place), f)).collect();
        loop {
            let wanted = self.sink.settle()?;
            if wanted.is_empty() {
                return Ok(());
            }
            let mut files = BTreeMap::new();
            for key in &wanted {
                let path = self.sink.state.pages.get(key).map(|known| file_path(key, &known.path).to_owned());
                files.entry(file_of(key).to_owned()).or_insert(path.unwrap_or_default());
            }
            let (mut tasks, mut partly) = (Vec::new(), Vec::new());
            for (key, path) in files {
                let found = found.get(&key).map(|found| (*found).clone()).unwrap_or_else(|| {
                    let found = elsewhere(&path, self.keys.place(&key));
                    let stamp = Stamp { bytes: found.bytes, ..Stamp::default() };
                    partly.push((key.clone(), Note { stamp, remark: Remark::Again }));
                    found
                });
                tasks.push(Task { found, key });
            }
            self.read(tasks)?;
            for (key, note) in partly {
                self.sink.note(&key, Some(note));
            }
            for key in wanted {
                if self.sink.state.pages.get(&key).is_some_and(|known| !known.indexed) {
                    self.sink.remove(&key)?;
                }
            }
        }
    }

    /// The files that were below these paths and are no longer there.
    ///
    /// A place that could not be looked at may still hold its pages, and a root without any page at all is more likely a
    /// drive that is not mounted than a folder that was emptied: nothing below those is taken for gone.
    fn vanished(&self, walk: &Walk, roots: &[&Path]) -> Vec<String> {
        let key = |place: &Path| self.keys.key(place);
        let there: HashSet<String> = walk.found.iter().map(|f| key(&f.place)).collect();
        let below = |path: &str, root: &str| Path::new(path).starts_with(root);
        let unsure: Vec<String> = walk.unreadable.iter().map(|u| key(&u.place)).collect();
        let roots: Vec<String> = roots
            .iter()
            .map(|root| key(&read::place(root)))
            .filter(|root| there.iter().any(|page| below(page, root)))
            .collect();
        let gone = |file: &&String| {
            let sure = !unsure.iter().any(|place| below(file, place));
            sure && !there.contains(*file) && roots.iter().any(|root| below(file, root))
        };
        let mut gone: Vec<String> = self.sink.state.files().filter(gone).cloned().collect();
        gone.sort();
        gone.dedup();
        gone
    }
}

/// A file that lies below none of the paths of this run. What stands beside it is not looked at, so that it has to be read
/// again when it is walked.
fn elsewhere(path: &str, place: PathBuf) -> Found {
    match std::fs::metadata(&place) {
        Ok(meta) => read::found(path.into(), place, &meta),
        // It is gone, as reading it will say.
        Err(_) => Found { path: path.into(), place, ..Found::default() },
    }
}

fn failed(sink: &mut Sink, on_event: &mut impl FnMut(Event), path: &Path, reason: &str) {
    sink.summary.failed += 1;
    on_event(Event::Failed { path, reason });
}

fn note_skipped(walk: &Walk, summary: &mut Summary) {
    for skipped in &walk.skipped {
        match skipped.why {
            LeftOut::Unread(kind) => *summary.unread.entry(kind).or_default() += 1,
            LeftOut::FormOf(_) | LeftOut::FrameOf(_) | LeftOut::OfTool => summary.left_out += 1,
        }
    }
}
