//! What a run has to do: which files are new, changed, moved or gone.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use super::IndexOptions;
use super::bare::{self, Rules};
use super::build::refuse_nothing;
use super::document::short_hash;
use super::error::IndexError;
use super::keys::{Key, Keys, file_of};
use super::payload::{Note, Remark, Stamp};
use super::state::{Standing, State};
use crate::article::Kind;
use crate::guard;
use crate::read::{self, Found, Unreadable, Walk};

/// What a run does with a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// It is read for the first time.
    Add(PathBuf),
    /// It is read again, since it looks changed or could not be read to its end.
    ReadAgain(PathBuf),
    /// It is read again, since this version of pressmark reads pages by other rules than the one that read it.
    Renew(PathBuf),
    /// It has been moved or renamed; its articles keep their ids.
    Move {
        /// Where it was.
        from: PathBuf,
        /// Where it is.
        to: PathBuf,
    },
    /// It has vanished, and its articles are taken out.
    Remove(PathBuf),
    /// It has vanished, and its articles stay.
    Keep(PathBuf),
}

/// What a run would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// One action a file, sorted by what is done and then by path.
    pub actions: Vec<Action>,
    /// Files that are left as they are.
    pub unchanged: usize,
    /// Pages in these that are left out since they have no text of their own, by kind. What is read again may hold others.
    pub bare: BTreeMap<Kind, usize>,
    /// Places that cannot be looked at, and would fail.
    pub unreadable: Vec<Unreadable>,
}

/// Says what [`index`](super::index) would do, and writes nothing. New files of the size of one that has vanished are read,
/// since they may be the same.
///
/// # Errors
/// [`IndexError::Walk`], [`IndexError::NoPages`], and those of opening an index.
///
/// ```
/// use pressmark::{IndexOptions, index::{Action, plan}};
/// let dir = tempfile::tempdir()?;
/// let plan = plan(&["corpus"], &dir.path().join("index"), &IndexOptions::default())?;
/// assert!(plan.actions.iter().all(|action| matches!(action, Action::Add(_))));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn plan<P: AsRef<Path>>(roots: &[P], dir: &Path, options: &IndexOptions) -> Result<Plan, IndexError> {
    let walk = read::walk(roots)?;
    refuse_nothing(&walk, roots)?;
    let unreadable = walk.unreadable.clone();
    let state = match super::open(dir) {
        Ok(index) => State::of(&index)?,
        Err(IndexError::NotFound { .. }) => State::default(),
        Err(error) => return Err(error),
    };
    let keys = Keys::new(dir);
    let work = Work::new(walk, roots, &keys, &state, Rules::of(options));
    Ok(Plan { unreadable, ..work.plan(&keys, state, options) })
}

/// A file to read.
#[derive(Debug)]
pub(crate) struct Task {
    pub(crate) found: Found,
    pub(crate) key: Key,
    pub(crate) standing: Standing,
    pub(crate) rules: Rules,
}

impl Task {
    /// The stamp of the file's pages, but for the digest of each.
    pub(crate) fn stamp(&self) -> Stamp {
        Stamp::of(&self.found, self.rules)
    }

    /// That the file is to be read again.
    pub(crate) fn again(&self) -> Note {
        Note { stamp: Stamp { changed: 0, ..self.stamp() }, remark: Remark::Again }
    }
}

impl AsRef<Found> for Task {
    fn as_ref(&self) -> &Found {
        &self.found
    }
}

/// All that there is to do.
#[derive(Debug, Default)]
pub(crate) struct Work {
    /// The files to read, in the order in which they were found.
    pub(crate) tasks: Vec<Task>,
    /// The files that stay as they are, with their keys.
    pub(crate) current: Vec<(Key, Found)>,
    /// The keys of the files that have vanished, sorted.
    pub(crate) vanished: Vec<String>,
}

impl Work {
    /// Compares what was found with what is known. A file reached by two ways counts once.
    pub(crate) fn new<P: AsRef<Path>>(walk: Walk, roots: &[P], keys: &Keys, state: &State, rules: Rules) -> Work {
        let found: Vec<Key> = walk.found.iter().map(|found| keys.key(&found.place)).collect();
        let mut there: HashSet<&str> = found.iter().map(|key| &**key).collect();
        let unsure: Vec<Key> = walk.unreadable.iter().map(|place| keys.key(&place.place)).collect();
        let mut work = Work { vanished: vanished(&there, &unsure, roots, keys, state), ..Work::default() };
        for (key, found) in found.iter().zip(walk.found) {
            if !there.remove(&**key) {
                continue;
            }
            let key = Key::clone(key);
            match state.standing(&key, found.bytes, found.changed, rules) {
                Standing::Current => work.current.push((key, found)),
                standing => work.tasks.push(Task { found, key, standing, rules }),
            }
        }
        work
    }

    /// The keys of the files that were found.
    pub(crate) fn found(&self) -> HashSet<&str> {
        self.tasks.iter().map(|task| &*task.key).chain(self.current.iter().map(|(key, _)| &**key)).collect()
    }

    fn plan(self, keys: &Keys, mut state: State, options: &IndexOptions) -> Plan {
        state.expect_elsewhere(&self.found());
        let sizes = state.unseen_sizes();
        let (mut actions, mut moved) = (Vec::new(), HashSet::new());
        for Task { found, standing, .. } in self.tasks {
            let candidate = standing == Standing::New && sizes.contains(&found.bytes);
            let from = if candidate { moved_from(&found, keys, &mut state, options) } else { None };
            actions.push(match (standing, from) {
                (_, Some((key, from))) => {
                    moved.insert(key);
                    Action::Move { from, to: found.path }
                }
                (Standing::OtherRules, _) => Action::Renew(found.path),
                (Standing::Changed, _) => Action::ReadAgain(found.path),
                _ => Action::Add(found.path),
            });
        }
        for file in self.vanished.iter().filter(|file| !moved.contains(*file)) {
            if let Some(path) = state.path_of(file) {
                actions.push(if options.keep_vanished { Action::Keep(path) } else { Action::Remove(path) });
            }
        }
        actions.sort();
        let bare = bare::by_kind(self.current.iter().flat_map(|(key, _)| bare::noted(state.notes.get(&**key))));
        Plan { actions, unchanged: self.current.len(), bare, unreadable: Vec::new() }
    }
}

/// The file, by key and path, which this one was before: it is gone and held the same page.
fn moved_from(found: &Found, keys: &Keys, state: &mut State, options: &IndexOptions) -> Option<(String, PathBuf)> {
    let mut from = None;
    let mut look = |record: read::Record| {
        if let Ok(page) = record.page {
            from = from.take().or_else(|| state.moved_from(short_hash(page.text.as_bytes()), keys));
        }
    };
    // A file that cannot be read is none that was read before, and the run says why.
    let _ = guard::page(|| read::records(found, &options.read, &mut look));
    let key = file_of(&from?).to_owned();
    let path = state.path_of(&key)?;
    Some((key, path))
}

/// The files that were below these paths and are no longer there.
///
/// `unsure` are the places that could not be looked at: such a one may still hold its pages, and a root without any page at all
/// is more likely a drive that is not mounted than a folder that was emptied: nothing below those is taken for gone.
fn vanished<P: AsRef<Path>>(
    there: &HashSet<&str>,
    unsure: &[Key],
    roots: &[P],
    keys: &Keys,
    state: &State,
) -> Vec<String> {
    let below = |path: &str, root: &str| Path::new(path).starts_with(root);
    let roots: Vec<Key> = roots
        .iter()
        .map(|root| keys.key(&read::place(root.as_ref())))
        .filter(|root| there.iter().any(|page| below(page, root)))
        .collect();
    let gone = |file: &&str| {
        let is_below = |places: &[Key]| places.iter().any(|place| below(file, place));
        !there.contains(file) && is_below(&roots) && !is_below(unsure)
    };
    let mut gone: Vec<String> = state.files().filter(gone).map(str::to_owned).collect();
    gone.sort();
    gone.dedup();
    gone
}

#[cfg(test)]
mod tests {
    use super::super::sink::Sink;
    use super::super::{Summary, index};
    use super::*;
    use crate::page::Page;

    #[test]
    fn pages_that_were_read_by_other_rules_are_read_again_once() {
        let dir = tempfile::tempdir().unwrap();
        let (corpus, index_dir) = (dir.path().join("corpus"), dir.path().join("index"));
        std::fs::create_dir(&corpus).unwrap();
        let (path, text) = (corpus.join("a.html"), "<h1>The canal</h1><p>The canal reopened on Monday.");
        std::fs::write(&path, text).unwrap();
        let options = IndexOptions::default();
        let found = read::walk(&[&corpus]).unwrap().found.remove(0);
        let mut sink = Sink::open(&index_dir, &options).unwrap();
        let stamp = Stamp { digest: short_hash(text.as_bytes()), rules: 0, ..Stamp::of(&found, Rules::of(&options)) };
        let key = sink.keys.key(&found.place);
        sink.put(&key, stamp, &crate::extract(&Page::html(path.to_string_lossy(), text))).unwrap();
        sink.finish().unwrap();
        let plan_of = || plan(&[&corpus], &index_dir, &options).unwrap();
        assert_eq!(plan_of().actions, [Action::Renew(path)]);
        let run = || index(&[&corpus], &index_dir, &options, |_| {}).unwrap();
        assert!(matches!(run(), Summary { renewed: 1, unchanged: 1, added: 0, .. }));
        assert_eq!(plan_of(), Plan { unchanged: 1, ..Plan::default() });
        assert!(matches!(run(), Summary { renewed: 0, unchanged: 1, .. }));
    }
}
