//! What pages are known by from one run to the next.

use std::path::{Path, PathBuf};

use crate::read::{path_text, place};

/// The keys of files, however their paths are typed: a file's [place](crate::read::Found::place) seen from the folder that
/// holds the index if it lies below that, so that a project can be moved as a whole; else the place itself.
pub(crate) struct Keys {
    home: PathBuf,
}

/// Stands between the key of a file and the name of a record in it; no path has one.
const IN_FILE: char = '\0';

/// What the keys of article lines begin with: they are no files, and no path begins so.
const LINE: &str = "article:";

impl Keys {
    pub(crate) fn new(index: &Path) -> Keys {
        let folder = std::path::absolute(index).unwrap_or_else(|_| index.to_owned());
        Keys { home: folder.parent().map(place).unwrap_or_default() }
    }

    /// The key of a file.
    pub(crate) fn key(&self, place: &Path) -> String {
        path_text(place.strip_prefix(&self.home).unwrap_or(place))
    }

    /// The place of a file, by its key.
    pub(crate) fn place(&self, file: &str) -> PathBuf {
        self.home.join(file)
    }
}

/// The key of a page: that of its file, and what its path has beyond that of the file.
pub(crate) fn page_key(file: &str, file_path: &Path, page_path: &str) -> String {
    match page_path.strip_prefix(&path_text(file_path)) {
        Some("") | None => file.to_owned(),
        Some(record) => format!("{file}{IN_FILE}{record}"),
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
pub(crate) fn line_key(path: &str) -> String {
    format!("{LINE}{path}")
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
        assert_eq!(Path::new(&keys.key(&page)), Path::new("corpus/a.html"));
        assert_eq!(keys.place("corpus/a.html"), page);
        assert!(Path::new(&Keys::new(Path::new("/elsewhere/index")).key(&page)).is_absolute());
    }

    #[test]
    fn pages_of_an_archive_have_keys_below_that_of_the_file() {
        let key = |path| page_key("c/a!b.warc", Path::new("./a!b.warc"), path);
        assert_eq!(key("./a!b.warc"), "c/a!b.warc");
        assert_eq!(key("./a!b.warc!https://x"), "c/a!b.warc\0!https://x");
        assert_eq!(file_of(&key("./a!b.warc!https://x")), "c/a!b.warc");
        assert_eq!(file_path(&key("./a!b.warc!https://x"), "./a!b.warc!https://x"), "./a!b.warc");
        assert_eq!(file_path("c/a.html", "./a.html"), "./a.html");
    }
}
