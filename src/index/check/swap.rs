//! One index in the place of another.
//!
//! A folder cannot be put in the place of another in one step everywhere, so that it takes two renamings. While a new index is
//! made it has one hidden name, and the old one has another from the first renaming to the end of all: what there is tells how
//! far a process came that was ended.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::files::{is_leftover, is_of_index};
use crate::index::error::IndexError;

/// The folder in which an index is made that takes the place of the one in `dir`: beside it, so that keys of pages are the same
/// in it.
pub(super) fn new_place(dir: &Path) -> Result<PathBuf, IndexError> {
    beside(dir, "new")
}

fn old_place(dir: &Path) -> Result<PathBuf, IndexError> {
    beside(dir, "old")
}

fn beside(dir: &Path, what: &str) -> Result<PathBuf, IndexError> {
    let (Some(parent), Some(name)) = (dir.parent(), dir.file_name()) else {
        return Err(IndexError::Io { path: dir.to_owned(), source: io::ErrorKind::InvalidInput.into() });
    };
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".pressmark-{what}"));
    Ok(parent.join(hidden))
}

/// Puts the index in the folder `new` in the place of that in `dir`. What else lies in `dir` stays.
pub(super) fn swap(dir: &Path, new: &Path) -> Result<(), IndexError> {
    let (old, failed) = (old_place(dir)?, |source| IndexError::Io { path: dir.to_owned(), source });
    fs::rename(dir, &old).map_err(failed)?;
    match fs::rename(new, dir) {
        // Somebody who came between the two has done it.
        Err(_) if dir.exists() && !new.exists() => {}
        Err(error) => {
            // The old index is better than none.
            let _ = fs::rename(&old, dir);
            return Err(failed(error));
        }
        Ok(()) => {}
    }
    clear(dir, &old)
}

/// Ends what a process has left that was ended while it put a new index in its place: of the two folders one is the index. Does
/// nothing in all other cases.
pub(crate) fn recover(dir: &Path) -> Result<(), IndexError> {
    let Ok(dir) = std::path::absolute(dir) else { return Ok(()) };
    let (Ok(old), Ok(new)) = (old_place(&dir), new_place(&dir)) else { return Ok(()) };
    if !old.is_dir() {
        return Ok(());
    }
    if !dir.exists() {
        // The first renaming comes when the new index is whole.
        let whole = if new.is_dir() { new } else { old.clone() };
        match fs::rename(&whole, &dir) {
            Err(_) if dir.exists() => {}
            Err(source) => return Err(IndexError::Unfinished { dir, new: whole, source }),
            Ok(()) => {}
        }
    }
    // Who may not tidy up may still read what is in its place.
    let _ = clear(&dir, &old);
    Ok(())
}

/// Removes the old index, and saves what else lay there. Somebody else may be at it as well.
fn clear(dir: &Path, old: &Path) -> Result<(), IndexError> {
    let done = |result: io::Result<()>| match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other.map_err(|source| IndexError::Io { path: dir.to_owned(), source }),
    };
    for entry in fs::read_dir(old).into_iter().flatten().flatten() {
        let name = entry.file_name();
        if !name.to_str().is_some_and(|name| is_of_index(name) || is_leftover(name)) {
            done(fs::rename(entry.path(), dir.join(name)))?;
        }
    }
    done(fs::remove_dir_all(old))?;
    match dir.parent() {
        Some(parent) if cfg!(unix) => done(fs::File::open(parent).and_then(|parent| parent.sync_all())),
        _ => Ok(()),
    }
}

/// Removes a folder that was begun and is not needed, by this process or one that was ended. That it may stay must not hide why.
pub(super) fn discard(new: &Path) {
    let _ = fs::remove_dir_all(new);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An index and a new one beside it, each with a file by which it is known.
    fn folders() -> (tempfile::TempDir, PathBuf, PathBuf) {
        let parent = tempfile::tempdir().unwrap();
        let dir = parent.path().join("index");
        let new = new_place(&dir).unwrap();
        for (folder, file) in [(&dir, "meta.json"), (&dir, ".gitkeep"), (&new, "pressmark.json")] {
            fs::create_dir_all(folder).unwrap();
            fs::write(folder.join(file), "").unwrap();
        }
        (parent, dir, new)
    }

    fn assert_swapped(parent: &Path) {
        let mut names: Vec<_> =
            fs::read_dir(parent.join("index")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, [".gitkeep", "pressmark.json"]);
        assert_eq!(fs::read_dir(parent).unwrap().count(), 1);
    }

    #[test]
    fn what_is_none_of_the_index_stays() {
        let (parent, dir, new) = folders();
        swap(&dir, &new).unwrap();
        assert_swapped(parent.path());
    }

    #[test]
    fn what_was_begun_is_ended_wherever_it_stood() {
        let (parent, dir, new) = folders();
        recover(&dir).unwrap();
        assert!(new.exists() && dir.join("meta.json").exists(), "an index that is still being made is left alone");
        let old = old_place(&dir).unwrap();
        fs::rename(&dir, &old).unwrap();
        recover(&dir).unwrap();
        assert_swapped(parent.path());
        fs::create_dir(&old).unwrap();
        recover(&dir).unwrap();
        assert_swapped(parent.path());
        fs::rename(&dir, &old).unwrap();
        recover(&dir).unwrap();
        assert_swapped(parent.path());
    }
}
