//! What somebody can do about an index that cannot be used, in words that can be typed.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

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
pub(super) fn place(dirs: &[PathBuf], file: Option<&Path>) -> String {
    match (dirs, file) {
        ([dir], Some(file)) => dir.join(file).display().to_string(),
        (_, Some(file)) => file.display().to_string(),
        ([], None) => "the index".to_owned(),
        (dirs, None) => dirs.iter().map(|dir| dir.display().to_string()).collect::<Vec<_>>().join(", "),
    }
}

/// The folder of a file, or the folder itself.
pub(super) fn folder(path: &Path) -> Option<&Path> {
    if path.is_dir() { Some(path) } else { path.parent().filter(|folder| !folder.as_os_str().is_empty()) }
}

/// What the system refused at a place of the index in this folder, and what to do about it.
pub(super) fn of_system(place: &str, dir: Option<&Path>, source: &io::Error) -> String {
    let index = dir.map_or_else(|| "the index".to_owned(), |dir| dir.display().to_string());
    match source.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => format!(
            "the disk of {index} is full; all that was committed is kept: free space there and run the command again"
        ),
        ErrorKind::PermissionDenied => {
            let leave = dir.map_or_else(String::new, |dir| format!(" (by its owner: `chmod -R a+rX {}`)", typed(dir)));
            format!(
                "{place} may not be used by this user; a search needs leave to read the folder and all files in it{leave}, \
                 and a run of index to write them"
            )
        }
        _ => format!(
            "{place} could not be read or written; all that was committed is kept, and the next run goes on from there"
        ),
    }
}
