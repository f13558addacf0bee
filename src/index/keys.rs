//! What pages are known by from one run to the next.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;

use crate::read::{path_text, place};

/// What a page, or a file, is known by. A run holds each of them many times.
pub(crate) type Key = Arc<str>;

/// The keys of files, however their paths are typed: a file's [place](crate::read::Found::place) seen from the folder that
/// holds the index if it lies below that, so that a project can be moved as a whole; else the place itself.
pub(crate) struct Keys {
    home: PathBuf,
    home_text: String,
}

/// Stands between the key of a file and the name of a record in it; no path has one.
const IN_FILE: char = '\0';

/// What the keys of article lines begin with: they are no files, and no path begins so.
const LINE: &str = "article:";

impl Keys {
    pub(crate) fn new(index: &Path) -> Keys {
        let folder = std::path::absolute(index).unwrap_or_else(|_| index.to_owned());
        let home = folder.parent().map(place).unwrap_or_default();
        let home_text = path_text(&home).trim_end_matches(MAIN_SEPARATOR).to_owned();
        Keys { home, home_text }
    }

    /// The key of a file.
    ///
    /// Places are written in one way, so that they can be compared as texts, which costs a fifth of comparing their parts.
    pub(crate) fn key(&self, place: &Path) -> Key {
        let text = path_text(place);
        match text.strip_prefix(&self.home_text) {
            Some("") => "".into(),
            Some(below) => below.strip_prefix(MAIN_SEPARATOR).unwrap_or(&text).into(),
            None => text.into(),
        }
    }

    /// The place of a file, by its key.
    pub(crate) fn place(&self, file: &str) -> PathBuf {
        self.home.join(file)
    }
}

/// The key of a page: that of its file, and what its path has beyond that of the file.
pub(crate) fn page_key(file: &Key, file_path: &Path, page_path: &str) -> Key {
    match page_path.strip_prefix(&path_text(file_path)) {
        Some("") | None => Key::clone(file),
        Some(record) => format!("{file}{IN_FILE}{record}").into(),
    }
}

/// The key of the file of a page.
pub(crate) fn file_of(key: &str) -> &str {
    key.split(IN_FILE).next().unwrap_or(key)
}

/// How the file of a page is called, by the key and the path of the page.
pub(crate) fn file_path<'p>(key: &str, page_path: &'p str) -> &'p str {
    let record = key.split_once(IN_FILE).map_or("", |(_, record)| record);
    page_path.strip_suffix(record).unwrap_or(page_path)
}

/// The key of an article line.
pub(crate) fn line_key(path: &str) -> Key {
    format!("{LINE}{path}").into()
}

pub(crate) fn is_line(key: &str) -> bool {
    key.starts_with(LINE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_seen_from_the_folder_of_the_index() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("corpus")).unwrap();
        let page = place(&dir.path().join("./corpus/../corpus")).join("a.html");
        let keys = Keys::new(&dir.path().join("index"));
        assert_eq!(Path::new(&*keys.key(&page)), Path::new("corpus/a.html"));
        assert_eq!(&*keys.key(&place(dir.path())), "");
        let beside = place(dir.path()).with_extension("more").join("a.html");
        assert!(Path::new(&*keys.key(&beside)).is_absolute());
        assert_eq!(keys.place("corpus/a.html"), page);
        assert!(Path::new(&*Keys::new(Path::new("/elsewhere/index")).key(&page)).is_absolute());
    }

    #[test]
    fn pages_of_an_archive_have_keys_below_that_of_the_file() {
        let key = |path| page_key(&"c/a!b.warc".into(), Path::new("./a!b.warc"), path);
        assert_eq!(&*key("./a!b.warc"), "c/a!b.warc");
        assert_eq!(&*key("./a!b.warc!https://x"), "c/a!b.warc\0!https://x");
        assert_eq!(file_of(&key("./a!b.warc!https://x")), "c/a!b.warc");
        assert_eq!(file_path(&key("./a!b.warc!https://x"), "./a!b.warc!https://x"), "./a!b.warc");
        assert_eq!(file_path("c/a.html", "./a.html"), "./a.html");
    }
}
