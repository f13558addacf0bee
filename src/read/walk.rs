//! Which files of the folders given are pages, in a fixed order.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::error::{ReadError, Unread, WalkError};
use super::found::{Found, LeftOut, Skipped, Unreadable, Walk};
use super::layout::{self, Snapshot};
use super::look::{Look, look};
use super::names::{Named, named};
use super::open::no_file;

/// The file by which an index of pressmark is known; such a folder holds no pages, wherever it lies.
pub(crate) const INDEX_MARK: &str = "pressmark.json";

/// Lists the pages below the paths given.
///
/// Hidden files and folders are left out, indexes of pressmark, and what the saving tools put beside a page: its helper folder (`X_files/`
/// beside `X.html`, in any language), frames, ArchiveBox's other forms of it, HTTrack's cache. Symbolic links are followed,
/// but for those that lead back to a folder above them: what they lead to is walked anyway. A file that is called as servers call
/// their pages (`index.php?id=3`), or has no ending, is looked into. Every other file is counted, but for what belongs to pages
/// (scripts, pictures, fonts). A file given by name counts whatever its ending, but for those of kinds that are not read.
///
/// A path given that is not there, or that is no file and no folder, is one of the places that could not be looked at.
///
/// # Errors
/// None of the paths given is there.
///
/// ```
/// let walk = pressmark::read::walk(&["corpus"])?;
/// assert!(walk.found.iter().any(|f| f.path.ends_with("clippings") || f.bytes > 0));
/// # Ok::<(), pressmark::read::WalkError>(())
/// ```
pub fn walk<P: AsRef<Path>>(roots: &[P]) -> Result<Walk, WalkError> {
    let mut walk = Walk::default();
    let (mut there, mut first_missing) = (0, None);
    for root in roots {
        let root = root.as_ref();
        match std::fs::metadata(root) {
            Ok(meta) => {
                there += 1;
                given(root, &meta, &mut walk);
            }
            Err(source) => {
                let error = missing(root, source);
                walk.unreadable.push(unreadable(root, error.reason()));
                first_missing = first_missing.or(Some(error));
            }
        }
    }
    match first_missing {
        Some(error) if there == 0 => Err(error),
        _ => Ok(walk),
    }
}

/// Takes a path given that is there.
fn given(root: &Path, meta: &std::fs::Metadata, walk: &mut Walk) {
    if meta.is_dir() {
        Folder::new(root, walk).walk();
    } else if let Some(what) = no_file(meta.file_type()) {
        walk.unreadable.push(unreadable(root, ReadError::NoFile { what }.to_string()));
    } else if let Named::Unread(kind) = named(root) {
        walk.skipped.push(Skipped { path: root.to_owned(), why: LeftOut::Unread(kind) });
    } else {
        walk.found.push(alone(root.to_owned(), place(root), meta));
    }
}

fn missing(root: &Path, source: std::io::Error) -> WalkError {
    match source.kind() {
        std::io::ErrorKind::NotFound => WalkError::NotFound { path: root.to_owned() },
        _ => WalkError::Io { path: root.to_owned(), source },
    }
}

fn unreadable(root: &Path, reason: String) -> Unreadable {
    Unreadable { path: root.to_owned(), place: place(root), reason }
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

/// The walk below one folder given.
struct Folder<'w> {
    root: &'w Path,
    home: PathBuf,
    walk: &'w mut Walk,
    /// Frames in folders of Zotero that are still to come, each with its page.
    frames: HashMap<PathBuf, PathBuf>,
    /// Pages as they were served, which wget keeps beside those with links changed.
    originals: HashSet<PathBuf>,
    /// Where the pages of this folder begin in the list.
    first: usize,
}

impl<'w> Folder<'w> {
    fn new(root: &'w Path, walk: &'w mut Walk) -> Folder<'w> {
        let first = walk.found.len();
        Folder { root, home: place(root), walk, frames: HashMap::new(), originals: HashSet::new(), first }
    }

    fn place(&self, path: &Path) -> PathBuf {
        self.home.join(path.strip_prefix(self.root).unwrap_or(path))
    }

    fn walk(mut self) {
        let entries = WalkDir::new(self.root).follow_links(true).sort_by_file_name().into_iter();
        let mut entries = entries.filter_entry(|e| e.depth() == 0 || !is_hidden(e));
        while let Some(entry) = entries.next() {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {
                    if self.folder(&entry) {
                        entries.skip_current_dir();
                    }
                }
                Ok(entry) if entry.file_type().is_file() => self.file(entry),
                Ok(entry) => {
                    if let Some(what) = no_file(entry.file_type()) {
                        self.unreadable(entry.into_path(), ReadError::NoFile { what }.to_string());
                    }
                }
                Err(error) if error.loop_ancestor().is_some() => {}
                Err(error) => {
                    let path = error.path().unwrap_or(self.root).to_owned();
                    self.unreadable(path, reason(&error));
                }
            }
        }
        self.read_originals();
    }

    fn unreadable(&mut self, path: PathBuf, reason: String) {
        self.walk.unreadable.push(Unreadable { place: self.place(&path), path, reason });
    }

    fn skip(&mut self, path: PathBuf, why: LeftOut) {
        self.walk.skipped.push(Skipped { path, why });
    }

    /// Whether the folder is dealt with as a whole.
    fn folder(&mut self, entry: &DirEntry) -> bool {
        let path = entry.path();
        if path.join(INDEX_MARK).is_file() {
            return true;
        }
        if let Some(page) = (entry.depth() > 0).then(|| layout::helped_page(path)).flatten() {
            let frames = layout::frames_in(path);
            frames.into_iter().for_each(|frame| self.skip(frame, LeftOut::FrameOf(page.clone())));
            return true;
        }
        self.frames.extend(layout::zotero_frames(path));
        // A folder that was given as `.` has its name from where it is.
        let place = self.place(path);
        let Some(Snapshot { page, forms, notes, viewer }) = layout::snapshot(path, &place) else { return false };
        if let Some(viewer) = viewer {
            self.skip(viewer, LeftOut::OfTool);
        }
        for form in forms.iter().filter(|form| **form != page) {
            self.skip(form.clone(), LeftOut::FormOf(page.clone()));
        }
        match std::fs::metadata(&page) {
            Ok(meta) => {
                let found = found(page.clone(), self.place(&page), &meta);
                self.walk.found.push(Found { forms, notes: Some(notes), ..found });
            }
            Err(error) => self.unreadable(page, format!("cannot be read: {error}")),
        }
        true
    }

    fn file(&mut self, entry: DirEntry) {
        let path = entry.path();
        if let Some(page) = self.frames.remove(path) {
            return self.skip(path.to_owned(), LeftOut::FrameOf(page));
        }
        let named = named(path);
        if let Named::Unread(kind) = named {
            self.skip(path.to_owned(), LeftOut::Unread(kind));
        } else if has_ending(path, "csv") && layout::is_link_table(path) {
            self.skip(path.to_owned(), LeftOut::Unread(Unread::Links));
        } else if layout::is_of_tool(path) {
            self.skip(path.to_owned(), LeftOut::OfTool);
        } else if has_ending(path, "orig") && layout::is_mirrored(path) {
            self.originals.insert(path.to_owned());
        } else if named == Named::Page && layout::is_asset(path) && layout::is_mirrored(path) {
            // Names of mirrors say little: a font may be called `.html`, and an error page is so in its place.
            self.unsure(entry);
        } else {
            match named {
                Named::Page => self.found(entry, false),
                Named::Unsure => self.unsure(entry),
                Named::Other => self.skip(entry.into_path(), LeftOut::Unread(Unread::Other)),
                Named::Companion | Named::Unread(_) => {}
            }
        }
    }

    /// A file whose name leaves open what it is.
    fn unsure(&mut self, entry: DirEntry) {
        match look(entry.path()) {
            Ok(Look::Page) => self.found(entry, false),
            Ok(Look::Archive) => self.found(entry, true),
            Ok(Look::Unread(kind)) => self.skip(entry.into_path(), LeftOut::Unread(kind)),
            Ok(Look::Other) => self.skip(entry.into_path(), LeftOut::Unread(Unread::Other)),
            Ok(Look::Companion) => {}
            Err(error) => self.unreadable(entry.into_path(), format!("cannot be read: {error}")),
        }
    }

    fn found(&mut self, entry: DirEntry, archive: bool) {
        match entry.metadata() {
            Ok(meta) => {
                let path = entry.into_path();
                let place = self.place(&path);
                self.walk.found.push(Found { archive, ..found(path, place, &meta) });
            }
            Err(error) => self.unreadable(entry.into_path(), reason(&error)),
        }
    }

    /// What `wget --convert-links --backup-converted` kept is what the server sent: its addresses are absolute.
    fn read_originals(&mut self) {
        if self.originals.is_empty() {
            return;
        }
        for page in &mut self.walk.found[self.first..] {
            let mut appended = page.path.clone().into_os_string();
            appended.push(".orig");
            let original =
                [page.path.with_extension("orig"), appended.into()].into_iter().find(|o| self.originals.contains(o));
            if let Some(original) = original.filter(|_| page.forms.is_empty()) {
                page.forms = vec![original.clone(), page.path.clone()];
                self.walk.skipped.push(Skipped { path: original, why: LeftOut::FormOf(page.path.clone()) });
            }
        }
    }
}

fn reason(error: &walkdir::Error) -> String {
    error.io_error().map_or_else(|| error.to_string(), |source| format!("cannot be read: {source}"))
}

/// A file that is read by itself, without the folder in which it lies: whether it is an archive its bytes say, whatever its name.
pub(crate) fn alone(path: PathBuf, place: PathBuf, meta: &std::fs::Metadata) -> Found {
    // If it cannot be looked into, reading it will say so.
    let archive = matches!(look(&place).or_else(|_| look(&path)), Ok(Look::Archive));
    Found { archive, ..found(path, place, meta) }
}

fn found(path: PathBuf, place: PathBuf, meta: &std::fs::Metadata) -> Found {
    let changed = meta.modified().ok().and_then(|t| t.duration_since(std::time::UNIX_EPOCH).ok());
    Found { path, place, bytes: meta.len(), changed: changed.map_or(0, |d| d.as_nanos() as u64), ..Found::default() }
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

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|found| found == ending)
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
            ("a/X.html", "<img src='X_files/p.png'>"),
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

    #[test]
    fn a_file_of_a_mirror_that_is_named_as_a_script_is_left_out_only_with_a_word() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        let folder = root.join("www.a.example");
        fs::create_dir(&folder).unwrap();
        for (name, bytes) in [
            ("archive.js.html", "WARC/1.0\r\n"),
            ("error.css.html", "<html><p>Not found"),
            ("font.eot.html", "wOFF"),
            ("report.json.html", "%PDF-1.7"),
            ("script.js.html", "var x = 1;"),
        ] {
            fs::write(folder.join(name), bytes).unwrap();
        }
        let walk = walk(&[root]).unwrap();
        assert_eq!(names(&walk, root), ["www.a.example/archive.js.html", "www.a.example/error.css.html"]);
        assert!(walk.found[0].is_archive() && !walk.found[1].is_archive());
        assert_eq!(walk.unread(), [(Unread::Pdf, 1), (Unread::Other, 1)].into());
    }

    #[test]
    fn a_file_named_itself_is_an_archive_if_its_bytes_are() {
        let dir = tempfile::tempdir().unwrap();
        let [dump, page] = ["dump", "page"].map(|name| dir.path().join(name));
        fs::write(&dump, "WARC/1.0\r\n").unwrap();
        fs::write(&page, "<html><p>x").unwrap();
        let walk = walk(&[dump, page]).unwrap();
        assert_eq!(walk.found.iter().map(Found::is_archive).collect::<Vec<_>>(), [true, false]);
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
