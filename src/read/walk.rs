//! Which files of the folders given are pages, in a fixed order.

use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::error::WalkError;

/// Endings of file names that are read as pages when a folder is walked; each also with `.gz` behind it.
pub const ENDINGS: &[&str] = &["html", "htm", "xhtml", "txt", "md"];

/// What browsers append to a page's name to name the folder of its pictures and frames, by the browser's language.
const HELPER_SUFFIXES: &[(&str, &str)] = &[
    ("_files", "English, Chinese, Japanese and most others"),
    ("-files", "old Internet Explorer"),
    (".files", "Word and old Internet Explorer"),
    ("_fichiers", "French"),
    ("-Dateien", "German"),
    ("_archivos", "Spanish"),
    ("_arquivos", "Portuguese of Brazil"),
    ("_ficheiros", "Portuguese"),
    ("_file", "Italian"),
    ("_bestanden", "Dutch"),
    ("-bestanden", "Dutch, old Internet Explorer"),
    ("_pliki", "Polish"),
    ("-filer", "Danish, Norwegian and Swedish"),
    ("_tiedostot", "Finnish"),
    ("_soubory", "Czech"),
    ("_elemei", "Hungarian"),
    ("_dosyalar", "Turkish"),
    ("_файлы", "Russian"),
    ("_ملفات", "Arabic"),
];

/// One file that may hold a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The path as given, or as reached from the folder given.
    pub path: PathBuf,
    /// Where that is, however it was typed: the absolute path of what was given, its links resolved, and the path below
    /// it as it was walked. A link below it is a place of its own.
    pub place: PathBuf,
    /// Its size in bytes.
    pub bytes: u64,
    /// The time of its last change, in nanoseconds since 1970; 0 where the system does not tell.
    pub changed: u64,
}

/// A place under a folder given that could not be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The path as given, or as reached from the folder given.
    pub path: PathBuf,
    /// Where that is: see [`Found::place`].
    pub place: PathBuf,
    /// Why.
    pub reason: String,
}

/// What a walk found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Walk {
    /// The pages: roots in the order given, below each by name.
    pub found: Vec<Found>,
    /// Places that could not be looked at.
    pub unreadable: Vec<Unreadable>,
}

/// Lists the pages below the paths given.
///
/// Hidden files and folders are left out, and so is a page's own helper folder (`X_files/` beside `X.html`), whose
/// frames are no pages. Symbolic links are followed, but for those that lead back to a folder above them: what they lead
/// to is walked anyway. A file given by name counts whatever its ending.
///
/// # Errors
/// A path given that is not there, or cannot be looked at.
///
/// ```
/// let walk = pressmark::read::walk(&["corpus"])?;
/// assert!(walk.found.iter().any(|f| f.path.ends_with("clippings") || f.bytes > 0));
/// # Ok::<(), pressmark::read::WalkError>(())
/// ```
pub fn walk<P: AsRef<Path>>(roots: &[P]) -> Result<Walk, WalkError> {
    let mut walk = Walk::default();
    for root in roots {
        let root = root.as_ref();
        let meta = std::fs::metadata(root).map_err(|source| match source.kind() {
            std::io::ErrorKind::NotFound => WalkError::NotFound { path: root.to_owned() },
            _ => WalkError::Io { path: root.to_owned(), source },
        })?;
        if meta.is_dir() {
            folder(root, &mut walk);
        } else {
            walk.found.push(found(root.to_owned(), place(root), &meta));
        }
    }
    Ok(walk)
}

/// The absolute path of what the user gave. Of a file the folder's links are resolved, not its own.
pub(crate) fn place(root: &Path) -> PathBuf {
    let real = |path: &Path| path.canonicalize().ok();
    let of_file = || {
        let absolute = std::path::absolute(root).ok()?;
        Some(real(absolute.parent()?)?.join(absolute.file_name()?))
    };
    let found = if root.is_dir() { real(root) } else { of_file() };
    found.unwrap_or_else(|| root.to_owned())
}

fn folder(root: &Path, walk: &mut Walk) {
    let home = place(root);
    let place = |path: &Path| home.join(path.strip_prefix(root).unwrap_or(path));
    let entries = WalkDir::new(root).follow_links(true).sort_by_file_name().into_iter();
    for entry in entries.filter_entry(|e| e.depth() == 0 || !(is_hidden(e) || is_helper_folder(e))) {
        let result = entry.and_then(|entry| {
            if entry.file_type().is_file() && has_page_ending(entry.path()) {
                let meta = entry.metadata()?;
                let path = entry.into_path();
                walk.found.push(found(path.clone(), place(&path), &meta));
            }
            Ok(())
        });
        match result {
            Err(error) if error.loop_ancestor().is_none() => {
                let path = error.path().unwrap_or(root).to_owned();
                walk.unreadable.push(Unreadable { place: place(&path), path, reason: reason(&error) });
            }
            _ => {}
        }
    }
}

fn reason(error: &walkdir::Error) -> String {
    error.io_error().map_or_else(|| error.to_string(), |source| format!("cannot be read: {source}"))
}

fn found(path: PathBuf, place: PathBuf, meta: &std::fs::Metadata) -> Found {
    let changed = meta.modified().ok().and_then(|t| t.duration_since(std::time::UNIX_EPOCH).ok());
    Found { path, place, bytes: meta.len(), changed: changed.map_or(0, |d| d.as_nanos() as u64) }
}

/// A path as text, so that no two paths are the same: bytes that are no UTF-8 are written as `\xFF`.
pub fn path_text(path: &Path) -> String {
    let mut out = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        out.push_str(chunk.valid());
        chunk.invalid().iter().for_each(|byte| out.push_str(&format!("\\x{byte:02X}")));
    }
    out
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn is_helper_folder(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    entry.file_type().is_dir()
        && HELPER_SUFFIXES.iter().filter_map(|(suffix, _)| name.strip_suffix(suffix)).any(|stem| {
            !stem.is_empty() && ["html", "htm", "xhtml"].iter().any(|end| page_beside(entry.path(), stem, end))
        })
}

fn page_beside(folder: &Path, stem: &str, ending: &str) -> bool {
    let page = |gz| folder.with_file_name(format!("{stem}.{ending}{gz}")).is_file();
    page("") || page(".gz")
}

fn has_page_ending(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    name.rsplit_once('.').is_some_and(|(stem, ending)| !stem.is_empty() && ENDINGS.contains(&ending))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn names(walk: &Walk, root: &Path) -> Vec<String> {
        walk.found.iter().map(|f| f.path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/")).collect()
    }

    #[test]
    fn folders_are_walked_in_order_without_hidden_and_helper_files() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        for (path, text) in [
            ("b.html", "b"),
            ("a/z.HTM.gz", "z"),
            ("a/picture.png", ""),
            ("a/X.html", "x"),
            ("a/X_files/frame.html", "f"),
            ("a/Y_fichiers/kept.html", "no Y.html beside it"),
            (".git/index.html", "hidden"),
            ("a/.secret.txt", "hidden"),
        ] {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let walk = walk(&[root]).unwrap();
        assert_eq!(names(&walk, root), ["a/X.html", "a/Y_fichiers/kept.html", "a/z.HTM.gz", "b.html"]);
        assert!(walk.unreadable.is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_loops_ends_the_walk_there() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("a.html"), "a").unwrap();
        std::os::unix::fs::symlink(dir.path(), dir.path().join("loop")).unwrap();
        let walk = walk(&[dir.path()]).unwrap();
        assert_eq!((walk.found.len(), walk.unreadable.len()), (1, 0));
    }

    #[cfg(unix)]
    #[test]
    fn paths_that_are_no_text_stay_apart() {
        use std::os::unix::ffi::OsStrExt;
        let path = |bytes: &'static [u8]| Path::new(std::ffi::OsStr::from_bytes(bytes));
        assert_eq!(path_text(path(b"a/\xFFb\xFE.html")), "a/\\xFFb\\xFE.html");
        assert_eq!(path_text(Path::new("\u{e9}.html")), "\u{e9}.html");
    }

    #[test]
    fn a_path_that_is_not_there_is_an_error_that_names_it() {
        let error = walk(&["no/such/folder"]).unwrap_err();
        assert_eq!(error.to_string(), "no/such/folder: no such file or folder");
    }
}
