//! One index in the place of another.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::files::{is_leftover, is_of_index};
use crate::index::error::IndexError;

/// A hidden folder beside another, of this process alone. Keys of pages are the same in it.
pub(super) fn beside(dir: &Path, what: &str) -> Result<PathBuf, IndexError> {
    let (Some(parent), Some(name)) = (dir.parent(), dir.file_name()) else {
        return Err(IndexError::Io { path: dir.to_owned(), source: io::ErrorKind::InvalidInput.into() });
    };
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".{what}-{}", std::process::id()));
    Ok(parent.join(hidden))
}

/// Puts the index in the folder `new` in the place of that in `dir`. What else lies in `dir` stays. A process that is ended
/// between the two renamings leaves both folders, under their hidden names.
pub(super) fn swap(dir: &Path, new: &Path) -> Result<(), IndexError> {
    let old = beside(dir, "damaged")?;
    let failed = |source| IndexError::Io { path: dir.to_owned(), source };
    fs::rename(dir, &old).map_err(failed)?;
    if let Err(error) = fs::rename(new, dir) {
        // The damaged index is better than none.
        let _ = fs::rename(&old, dir);
        return Err(failed(error));
    }
    for entry in fs::read_dir(&old).map_err(failed)?.flatten() {
        let name = entry.file_name();
        if !name.to_str().is_some_and(|name| is_of_index(name) || is_leftover(name)) {
            fs::rename(entry.path(), dir.join(name)).map_err(failed)?;
        }
    }
    fs::remove_dir_all(&old).map_err(failed)?;
    if let (true, Some(parent)) = (cfg!(unix), dir.parent()) {
        fs::File::open(parent).and_then(|parent| parent.sync_all()).map_err(failed)?;
    }
    Ok(())
}

/// Removes a folder that was begun and is not needed. That it may stay must not hide why.
pub(super) fn discard(new: &Path) {
    let _ = fs::remove_dir_all(new);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_none_of_the_index_stays() {
        let parent = tempfile::tempdir().unwrap();
        let dir = parent.path().join("index");
        let new = beside(&dir, "repaired").unwrap();
        for (folder, file) in [(&dir, "meta.json"), (&dir, ".gitkeep"), (&new, "pressmark.json")] {
            fs::create_dir_all(folder).unwrap();
            fs::write(folder.join(file), "").unwrap();
        }
        swap(&dir, &new).unwrap();
        let mut names: Vec<_> = fs::read_dir(&dir).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, [".gitkeep", "pressmark.json"]);
        assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1);
    }
}
