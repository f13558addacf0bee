//! The paths from which an index was made.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::commit::{Commit, META};
use super::keys::Keys;
use super::seal::{Found, Seal};
use crate::read::place;

/// The paths that an index remembers, whoever wrote it; none where it does not.
pub(crate) fn of(dir: &Path) -> Vec<PathBuf> {
    let sealed = match Seal::find(dir) {
        Ok(Found::Seal(seal)) => Some(seal.roots),
        _ => None,
    };
    let listed = || Some(Commit::parse(&std::fs::read(dir.join(META)).ok()?).ok()?.payload().roots);
    paths(dir, &sealed.or_else(listed).unwrap_or_default())
}

/// Remembered paths. As they were typed, pages are called what they were called: where this is the same folder.
pub(crate) fn paths(dir: &Path, remembered: &BTreeMap<String, String>) -> Vec<PathBuf> {
    let keys = Keys::new(dir);
    let path = |(key, typed): (&String, &String)| {
        let at = keys.place(key);
        if place(Path::new(typed)) == at { PathBuf::from(typed) } else { at }
    };
    remembered.iter().map(path).collect()
}
