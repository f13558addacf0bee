//! From pages to an index: read and extract on all cores, write on one, in the order of the pages.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::mem::take;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use super::bare::{self, Bare, Rules};
use super::document::short_hash;
use super::error::IndexError;
use super::keys::{Key, file_of, file_path, page_key};
use super::payload::{Note, Remark, Stamp};
use super::pipeline::{self, Failure, Step};
use super::plan::{Task, Work};
use super::sink::Sink;
use super::state::Standing;
use super::{Event, IndexOptions, Summary, check, meta};
use crate::page::Page;
use crate::read::{self, Found, LeftOut, Walk, path_text};

/// Indexes the pages below the paths given.
///
/// A file that is indexed already and has not changed is not read again; one that has vanished from these paths is
/// taken out, and one that was moved is known by its content and keeps its ids; one that cannot be read is reported through
/// `on_event`, and what was indexed of it before stays. An article that is met in several copies is indexed once: see
/// [`Summary::copies`].
///
/// An index that an earlier version wrote, or one with another text analysis, is built anew from all paths that it remembers
/// and those given, beside itself: see [`Event::Anew`].
///
/// A run that is [stopped](IndexOptions::stop), or killed, leaves an index that the next run completes.
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
    on_event: impl FnMut(Event),
) -> Result<Summary, IndexError> {
    run(roots, dir, options, on_event).map_err(|error| error.of(&[dir]))
}

fn run<P: AsRef<Path>>(
    roots: &[P],
    dir: &Path,
    options: &IndexOptions,
    mut on_event: impl FnMut(Event),
) -> Result<Summary, IndexError> {
    let started = Instant::now();
    let given = || roots.iter().map(|root| root.as_ref().to_owned()).collect();
    if let Some(summary) = upgrade(dir, given, options, &mut on_event)? {
        return Ok(Summary { seconds: started.elapsed().as_secs_f64(), ..summary });
    }
    let walk = read::walk(roots)?;
    let mut run = Run { sink: Sink::open(dir, options)?, options, bare: HashMap::new(), on_event: &mut on_event };
    refuse_nothing(&walk, roots)?;
    run.sink.summary.unread = walk.unread();
    run.sink.summary.left_out = walk.skipped.iter().filter(|file| !matches!(file.why, LeftOut::Unread(_))).count();
    let named =
        roots.iter().map(AsRef::as_ref).map(|root: &Path| (run.sink.keys.key(&read::place(root)), path_text(root)));
    // A path that is not there was mistyped, or is to be remembered from a run that found it.
    let absent: HashSet<Key> = walk.unreadable.iter().map(|place| run.sink.keys.key(&place.place)).collect();
    let named = named.filter(|(key, _)| !absent.contains(key));
    let named: Vec<(String, String)> = named.map(|(key, path)| (key.to_string(), path)).collect();
    run.sink.remember(named.into_iter());
    let unreadable: Vec<(PathBuf, String)> =
        walk.unreadable.iter().map(|place| (place.path.clone(), place.reason.clone())).collect();
    let work = Work::new(walk, roots, &run.sink.keys, &run.sink.state, Rules::of(options));
    (run.on_event)(Event::Started { pages: work.tasks.len() });
    for (path, reason) in &unreadable {
        run.failed(path, reason);
    }
    run.work(work)?;
    let bare = bare::by_kind(run.bare.values().flatten());
    let summary = run.sink.finish()?;
    Ok(Summary { bare, seconds: started.elapsed().as_secs_f64(), ..summary })
}

/// What a file has given.
struct Read {
    /// The keys of its pages.
    given: HashSet<Key>,
    /// Those that are left out.
    bare: Vec<Bare>,
    /// Whether nothing of it failed.
    whole: bool,
}

/// Builds an index that this version cannot write to anew, from the paths that it remembers and those given; nothing where there
/// is no such index.
pub(super) fn upgrade(
    dir: &Path,
    roots: impl Fn() -> Vec<PathBuf>,
    options: &IndexOptions,
    on_event: &mut dyn FnMut(Event),
) -> Result<Option<Summary>, IndexError> {
    check::recover(dir)?;
    let Err(IndexError::Outdated { writer, .. }) = meta::look(dir) else { return Ok(None) };
    on_event(Event::Anew { writer: &writer });
    check::upgrade(dir, &roots(), options, on_event).map(Some)
}

/// One run over folders.
struct Run<'r> {
    sink: Sink,
    options: &'r IndexOptions,
    /// The pages that are left out, by the keys of their files.
    bare: HashMap<String, Vec<Bare>>,
    on_event: &'r mut dyn FnMut(Event),
}

impl Run<'_> {
    fn failed(&mut self, path: &Path, reason: &str) {
        self.sink.summary.failed += 1;
        (self.on_event)(Event::Failed { path, reason });
    }

    /// Does all there is to do. What has vanished goes last: it may have been moved, as reading the new files tells.
    fn work(&mut self, work: Work) -> Result<(), IndexError> {
        if !work.tasks.is_empty() {
            self.sink.state.expect_elsewhere(&work.found());
        }
        let Work { tasks, current, vanished } = work;
        self.pass_over(&current);
        self.sink.summary.renewed = tasks.iter().filter(|task| task.standing == Standing::OtherRules).count();
        let tasks = Arc::new(tasks);
        self.read(&tasks)?;
        if self.sink.summary.interrupted {
            return Ok(());
        }
        for file in &vanished {
            self.remove_vanished(file)?;
        }
        self.settle(&tasks, &current)
    }

    /// Takes out the pages of a file that has vanished, or those alone that are not in the index, being copies, if the
    /// articles are to stay.
    fn remove_vanished(&mut self, file: &str) -> Result<(), IndexError> {
        let keep = self.options.keep_vanished;
        let indexed = |key: &&Key| self.sink.state.pages.get(*key).is_some_and(|known| known.indexed);
        let kept: HashSet<Key> = self.sink.state.of_file(file).filter(|key| keep && indexed(key)).cloned().collect();
        self.remove_file(file, &kept)?;
        self.sink.note(file, None);
        Ok(())
    }

    /// Counts what stays as it is.
    fn pass_over(&mut self, current: &[(Key, Found)]) {
        for (key, _) in current {
            self.sink.state.see(key);
            let note = self.sink.state.notes.get(&**key);
            if let Some(Note { remark: Remark::Unread(kind), .. }) = note {
                *self.sink.summary.unread.entry(*kind).or_default() += 1;
            }
            if let pages @ [_, ..] = bare::noted(note) {
                self.bare.insert(key.to_string(), pages.to_vec());
            }
        }
    }

    /// Reads files and puts their pages into the index.
    fn read(&mut self, tasks: &Arc<Vec<Task>>) -> Result<(), IndexError> {
        let extractor = self.options.extractor.clone();
        let work = move |page: &Page| (short_hash(page.text.as_bytes()), extractor.extract(page));
        let (mut given, mut bare, mut whole) = (HashSet::new(), Vec::new(), true);
        for step in pipeline::run(Arc::clone(tasks), self.options, work).into_iter().flatten() {
            if self.options.stop.is_requested() {
                self.sink.summary.interrupted = true;
                return Ok(());
            }
            match step {
                Step::Page { file, result: Ok((digest, article)), .. } => {
                    let task = &tasks[file];
                    if let Some(page) = Bare::of(&article).filter(|_| !self.options.all_kinds) {
                        bare.push(page);
                        continue;
                    }
                    let key = page_key(&task.key, &task.found.path, &article.path);
                    if given.is_empty() {
                        self.sink.begin(&task.key, task.again())?;
                    }
                    let rules = task.rules.of_page(&article);
                    self.sink.put(&key, Stamp { digest, rules, ..task.stamp() }, &article)?;
                    given.insert(key);
                }
                Step::Page { path, result: Err(failure), .. } => {
                    whole &= self.not_read(Path::new(&path), &failure);
                }
                Step::End { file, result } => {
                    let read = Read { given: take(&mut given), bare: take(&mut bare), whole };
                    self.end(&tasks[file], result, read)?;
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
    fn end(&mut self, task: &Task, result: Result<(), Failure>, read: Read) -> Result<(), IndexError> {
        let Read { given, bare, whole } = read;
        if let Err(failure) = &result {
            self.not_read(&task.found.path, failure);
        }
        let kind = result.as_ref().err().map(Failure::unread);
        let remark = match kind {
            None if whole && bare.is_empty() => None,
            None if whole => Some(Note { stamp: task.stamp(), remark: Remark::Bare(bare) }),
            Some(Some(kind)) => Some(Note { stamp: task.stamp(), remark: Remark::Unread(kind) }),
            _ => Some(task.again()),
        };
        // What has failed is counted as that, and as nothing else.
        if remark.as_ref().is_none_or(|note| note.remark != Remark::Again) {
            self.leave_out(&task.key, bare::noted(remark.as_ref()));
            self.remove_file(&task.key, &given)?;
        }
        self.sink.note(&task.key, remark);
        Ok(())
    }

    /// Notes the pages of a file that are left out. A file may be read twice in a run, and they count once.
    fn leave_out(&mut self, file: &str, pages: &[Bare]) {
        let before = bare::noted(self.sink.state.notes.get(file));
        let new = pages.iter().filter(|page| !before.contains(page)).cloned();
        self.sink.summary.new_bare.extend(new);
        if !pages.is_empty() {
            self.bare.insert(file.to_owned(), pages.to_vec());
        }
    }

    /// Takes out the pages of a file, but for those given.
    fn remove_file(&mut self, file: &str, but: &HashSet<Key>) -> Result<(), IndexError> {
        let keys = self.sink.state.of_file(file).filter(|key| !but.contains(*key)).cloned();
        keys.collect::<Vec<Key>>().iter().try_for_each(|key| self.sink.remove(key))
    }

    /// Leaves the best copy of each article in the index. One that was not the best before is read again; if that fails,
    /// the next best takes its place.
    fn settle(&mut self, tasks: &[Task], current: &[(Key, Found)]) -> Result<(), IndexError> {
        let rules = Rules::of(self.options);
        loop {
            let wanted = self.sink.settle()?;
            if wanted.is_empty() {
                return self.sink.settle_repeats();
            }
            let found = tasks.iter().map(|task| (&*task.key, &task.found));
            let found: HashMap<&str, &Found> =
                found.chain(current.iter().map(|(key, found)| (&**key, found))).collect();
            let mut files = BTreeMap::new();
            for key in &wanted {
                let path = self.sink.state.pages.get(key).map(|known| file_path(key, &known.path).to_owned());
                files.entry(file_of(key).to_owned()).or_insert(path.unwrap_or_default());
            }
            let (mut tasks, mut partly) = (Vec::new(), Vec::new());
            for (key, path) in files {
                let found = found.get(&*key).map(|found| (*found).clone()).unwrap_or_else(|| {
                    let found = elsewhere(&path, self.sink.keys.place(&key));
                    let stamp = Stamp { changed: 0, ..Stamp::of(&found, rules) };
                    partly.push((key.clone(), Note { stamp, remark: Remark::Again }));
                    found
                });
                tasks.push(Task { found, key: key.into(), standing: Standing::Changed, rules });
            }
            self.read(&Arc::new(tasks))?;
            if self.sink.summary.interrupted {
                return Ok(());
            }
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
}

/// A file that lies below none of the paths of this run. What stands beside it is not looked at, so that it has to be read
/// again when it is walked.
fn elsewhere(path: &str, place: PathBuf) -> Found {
    match std::fs::metadata(&place) {
        Ok(meta) => read::alone(path.into(), place, &meta),
        // It is gone, as reading it will say.
        Err(_) => Found { path: path.into(), place, ..Found::default() },
    }
}

/// Refuses paths without any page: more likely a drive is not mounted than that all is gone.
pub(super) fn refuse_nothing<P: AsRef<Path>>(walk: &Walk, roots: &[P]) -> Result<(), IndexError> {
    if !walk.found.is_empty() || !walk.unreadable.is_empty() {
        return Ok(());
    }
    let paths = roots.iter().map(|root| root.as_ref().to_owned()).collect();
    Err(IndexError::NoPages { paths, unread: walk.unread() })
}
