//! What a walk finds: files that hold pages, and those that are left out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::error::Unread;
use super::{Record, layout};

/// One file that may hold a page, or many.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
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
    /// The files to read instead, best first, where the saving tool kept the page in several forms.
    pub forms: Vec<PathBuf>,
    /// The file in which ArchiveBox wrote down address and time of the page.
    pub notes: Option<PathBuf>,
    /// Whether its bytes are those of an archive, where its name does not say so.
    pub archive: bool,
}

impl Found {
    /// Whether the file may hold so many pages that it is better read page by page than as a whole.
    pub fn is_archive(&self) -> bool {
        let named = || matches!(super::ending(&self.path).as_str(), "warc" | "wacz" | "maff" | "zip" | "json");
        self.forms.is_empty() && (self.archive || named())
    }

    /// The record with what is known of it from where it was found; `form` is the file that was read.
    pub(super) fn complete(&self, mut record: Record, form: &Path) -> Record {
        if let (Ok(page), Some(notes)) = (&mut record.page, &self.notes) {
            let notes = layout::notes(notes);
            page.saved.url = notes.url.or(page.saved.url.take());
            page.saved.at = page.saved.at.or(notes.at);
            page.saved.export = layout::understood(form).map(Box::new);
        }
        record
    }
}

/// A file that is left out, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The path as given, or as reached from the folder given.
    pub path: PathBuf,
    /// Why.
    pub why: LeftOut,
}

/// Why a file is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeftOut {
    /// Its kind is not read.
    Unread(Unread),
    /// It is another form of a page that is read from a better one.
    FormOf(PathBuf),
    /// It is a frame of the page beside it.
    FrameOf(PathBuf),
    /// The saving tool wrote it for itself: a viewer, a log, an index.
    OfTool,
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
    /// Files that look as if they should be read, and are not.
    pub skipped: Vec<Skipped>,
    /// Places that could not be looked at.
    pub unreadable: Vec<Unreadable>,
}

impl Walk {
    /// How many files are of kinds that are not read.
    pub fn unread(&self) -> BTreeMap<Unread, usize> {
        let mut kinds = BTreeMap::new();
        for skipped in &self.skipped {
            if let LeftOut::Unread(kind) = skipped.why {
                *kinds.entry(kind).or_default() += 1;
            }
        }
        kinds
    }
}
