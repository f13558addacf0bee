//! What somebody can do about an index that cannot be used, in words that can be typed.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::meta;
use super::seal::SEAL;

/// A path as it can be typed into a shell.
pub(crate) fn typed(path: &Path) -> String {
    let text = path.display().to_string();
    let is_plain = |c: char| c.is_alphanumeric() || "-_./:\\".contains(c);
    if text.chars().all(is_plain) { text } else { format!("'{}'", text.replace('\'', "'\\''")) }
}

/// How it is found out whether one of these indexes is damaged, and how that is mended.
pub(super) fn mend(dirs: &[PathBuf]) -> String {
    let index = |dir: &PathBuf| format!(" --index {}", typed(dir));
    match dirs {
        [] => "`pressmark check` says whether it is damaged, and `pressmark check --repair` mends it".to_owned(),
        [dir] => {
            let index = index(dir);
            format!("`pressmark check{index}` says what is damaged, and `pressmark check --repair{index}` mends it")
        }
        dirs => {
            let checks: Vec<String> = dirs.iter().map(|dir| format!("`pressmark check{}`", index(dir))).collect();
            format!("{} say which is damaged, and --repair mends it", checks.join(", "))
        }
    }
}

/// How a file of an index is called, or the index where the file is not known.
fn place(dirs: &[PathBuf], file: Option<&Path>) -> String {
    match (dirs, file) {
        ([dir], Some(file)) => dir.join(file).display().to_string(),
        (_, Some(file)) => file.display().to_string(),
        ([], None) => "the index".to_owned(),
        (dirs, None) => dirs.iter().map(|dir| dir.display().to_string()).collect::<Vec<_>>().join(", "),
    }
}

/// Where the file of one of these indexes is, or the index: of the one that may not be read, if there is one, else of the first.
fn refused(dirs: &[PathBuf], file: Option<&Path>) -> Option<PathBuf> {
    let paths = || dirs.iter().map(|dir| file.map_or_else(|| dir.clone(), |file| dir.join(file)));
    paths().find(|path| is_unreadable(path)).or_else(|| paths().next())
}

/// The folder of a file, or the folder itself.
fn folder(path: &Path) -> Option<&Path> {
    if path.is_dir() { Some(path) } else { path.parent().filter(|folder| !folder.as_os_str().is_empty()) }
}

/// What the system refused the search engine, of a file of these indexes where it is known, and what to do about it.
pub(super) fn of_engine(dirs: &[PathBuf], file: Option<&Path>, source: &io::Error) -> String {
    of_system(&place(dirs, file), refused(dirs, file).as_deref(), source)
}

/// What the system refused at a place of an index, and what to do about it. `path` is where that place is, if it is known.
pub(super) fn of_system(place: &str, path: Option<&Path>, source: &io::Error) -> String {
    match source.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            let index = path.map(|path| folder(path).unwrap_or(path));
            let index = index.map_or_else(|| "the index".to_owned(), |dir| dir.display().to_string());
            format!(
                "the disk of {index} is full; all that was committed is kept: free space there and run the command again"
            )
        }
        ErrorKind::PermissionDenied => denied(place, path),
        _ => format!(
            "{place} could not be read or written; all that was committed is kept, and the next run goes on from there"
        ),
    }
}

/// What this user may not do. The system does not say whether it refused to read or to write, so that reading is tried once more.
///
/// `chmod` is a remedy for reading alone, and is offered for what is seen to be an index alone: a folder in which an index was to be
/// made, or one that shows nothing of what it holds, may be any folder of the system.
fn denied(place: &str, path: Option<&Path>) -> String {
    if path.is_some_and(is_unreadable) {
        let index = path.and_then(folder).filter(|dir| [meta::FILE, SEAL].iter().any(|mark| dir.join(mark).exists()));
        let leave = index.map_or_else(String::new, |dir| format!(" (by its owner: `chmod -R a+rX {}`)", typed(dir)));
        return format!(
            "{place} may not be read by this user; a search needs leave to read the folder and all files in it{leave}, \
             and a run of index to write them"
        );
    }
    let there = path.and_then(|path| {
        path.ancestors().map(|dir| if dir == Path::new("") { Path::new(".") } else { dir }).find(|dir| dir.is_dir())
    });
    let there = there.map_or_else(|| "there".to_owned(), |dir| format!("in {}", dir.display()));
    format!(
        "{place} may not be written by this user, and a run of index needs leave to write {there}; run it as somebody who may, \
         or name another folder with --index"
    )
}

fn is_unreadable(path: &Path) -> bool {
    let read = std::fs::metadata(path).and_then(|meta| match meta.is_dir() {
        true => std::fs::read_dir(path).map(drop),
        false => std::fs::File::open(path).map(drop),
    });
    read.is_err_and(|error| error.kind() == ErrorKind::PermissionDenied)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_told_to_open_a_folder_in_which_an_index_was_to_be_made() {
        let dir = tempfile::tempdir().unwrap();
        let refused = |path: &Path| {
            let source = io::Error::from(ErrorKind::PermissionDenied);
            of_system(&path.display().to_string(), Some(path), &source)
        };
        for path in ["idx", "no/such/idx"] {
            let said = refused(&dir.path().join(path));
            assert!(said.contains(&format!("leave to write in {};", dir.path().display())), "{said}");
            assert!(!said.contains("chmod"), "{said}");
        }
        std::fs::write(dir.path().join(meta::FILE), "{}").unwrap();
        let said = refused(&dir.path().join(meta::FILE));
        assert!(said.contains("may not be written") && !said.contains("chmod"), "{said}");
    }
}
