//! What can go wrong with an index, and what to do about it.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tantivy::TantivyError;
use tantivy::directory::error::{LockError, OpenDirectoryError, OpenReadError, OpenWriteError};

use super::holder::Holder;
use super::remedy::{self, typed};
use crate::guard;
use crate::read::{Unread, WalkError};

/// Why an index could not be opened, built or searched.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// There is no index at this place.
    #[error("there is no index in {}; build one with `pressmark index PATH --index {}`", dir.display(), dir.display())]
    NotFound {
        /// The index directory.
        dir: PathBuf,
    },
    /// The directory holds something else.
    #[error("{} is not an index of pressmark, and is left as it is; name an empty or a new folder with --index", dir.display())]
    NotAnIndex {
        /// The directory.
        dir: PathBuf,
    },
    /// The index was written by a later version.
    #[error(
        "the index in {} has schema {found}, and this pressmark writes schema {expected}; use the pressmark that wrote it \
         ({writer}) or a later one, or delete the folder and index again", dir.display()
    )]
    Version {
        /// The index directory.
        dir: PathBuf,
        /// The schema version found.
        found: u32,
        /// The schema version of this program.
        expected: u32,
        /// The version of pressmark that wrote the index.
        writer: String,
    },
    /// The index was written by an earlier version, or with other rules for cutting and stemming words, so that searches would
    /// miss articles. [`index`](crate::index()) builds it anew.
    #[error(
        "the index in {} was written by pressmark {writer} with other fields or another text analysis; {} builds it anew",
        dir.display(), anew(roots, dir)
    )]
    Outdated {
        /// The index directory.
        dir: PathBuf,
        /// The schema version found.
        found: u32,
        /// The version of pressmark that wrote the index.
        writer: String,
        /// The paths from which it was made; none where they are not known.
        roots: Vec<PathBuf>,
    },
    /// A process was ended while it put an index built anew in the place of the old one, and that cannot be made good here.
    #[error(
        "a run was ended just before it put the new index in its place; rename {} to {}, or run `pressmark index` as somebody \
         who may", new.display(), dir.display()
    )]
    Unfinished {
        /// The index directory.
        dir: PathBuf,
        /// Where the index is.
        new: PathBuf,
        /// Why it could not be renamed.
        source: io::Error,
    },
    /// Another process is writing, or checking.
    #[error(
        "another process is writing to the index in {}, or checking it{}; try again when it has finished",
        dir.display(), holder.as_ref().map(|holder| format!(" ({holder})")).unwrap_or_default()
    )]
    Busy {
        /// The index directory.
        dir: PathBuf,
        /// The process, where the system tells.
        holder: Option<Holder>,
    },
    /// Nothing to index.
    #[error(
        "no pages found in {}: looked for {}{}; the index is left as it was",
        list(paths),
        crate::read::looked_for(),
        not_read(unread)
    )]
    NoPages {
        /// The paths given.
        paths: Vec<PathBuf>,
        /// What was found instead: files of kinds that are not read.
        unread: BTreeMap<Unread, usize>,
    },
    /// A path given is not there.
    #[error(transparent)]
    Walk(#[from] WalkError),
    /// A file of the index could not be read or written.
    #[error("{}", remedy::of_system(&path.display().to_string(), Some(path), source))]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The system would not read or write for the search engine: the disk is full, or fails, or nobody gave leave.
    #[error("{}", remedy::of_engine(dirs, file.as_deref(), source))]
    System {
        /// The index directories; none where they are not known.
        dirs: Vec<PathBuf>,
        /// The file, where it is known; of the directory if it has no other.
        file: Option<PathBuf>,
        /// What the system said.
        source: Arc<io::Error>,
    },
    /// The search engine failed.
    #[error("the index could not be used; {}", remedy::mend(dirs))]
    Engine {
        /// The index directories; none where they are not known.
        dirs: Vec<PathBuf>,
        /// What the engine said.
        source: TantivyError,
    },
    /// The search engine panicked, as it does on some damaged bytes, or the list of segments is gone.
    #[error("{} cannot be read; {}", list(dirs), remedy::mend(dirs))]
    Damaged {
        /// The index directories; one of them is damaged.
        dirs: Vec<PathBuf>,
    },
    /// The list of segments is not the last that was written, or a file is longer or shorter: an answer from it could be wrong.
    #[error("the index in {} is not as it was written ({file}); {}", dir.display(), remedy::mend(std::slice::from_ref(dir)))]
    NotAsWritten {
        /// The index directory.
        dir: PathBuf,
        /// The first file found to be another.
        file: String,
    },
    /// A damaged index holds articles that can neither be read in it nor had from any page.
    #[error(
        "articles of the index in {} are damaged, and it is not known from which pages they came; name the folders: \
         `pressmark check --repair PATH --index {}`", dir.display(), dir.display()
    )]
    NothingToRepairFrom {
        /// The index directory.
        dir: PathBuf,
    },
}

/// Runs work that only reads indexes. tantivy panics on some damaged bytes: what that leaves behind is dropped, and the indexes
/// are as they were.
pub(crate) fn guarded<T>(dirs: &[&Path], work: impl FnOnce() -> Result<T, IndexError>) -> Result<T, IndexError> {
    let damaged = || IndexError::Damaged { dirs: dirs.iter().map(|dir| (*dir).to_owned()).collect() };
    guard::index(work).unwrap_or_else(|| Err(damaged())).map_err(|error| error.of(dirs))
}

impl IndexError {
    /// The error, with the indexes that it came from where it does not say so itself.
    pub(crate) fn of(mut self, those: &[&Path]) -> IndexError {
        if let IndexError::System { dirs, .. } | IndexError::Engine { dirs, .. } = &mut self
            && dirs.is_empty()
        {
            dirs.extend(those.iter().map(|dir| (*dir).to_owned()));
        }
        self
    }
}

fn not_read(unread: &BTreeMap<Unread, usize>) -> String {
    unread.iter().map(|(kind, count)| format!("; not read: {}", kind.counted(*count))).collect()
}

/// What to type to have an index built anew.
fn anew(roots: &[PathBuf], dir: &Path) -> String {
    let paths: String = roots.iter().map(|root| format!("{} ", typed(root))).collect();
    let command = if roots.is_empty() { "check --repair " } else { "index " };
    format!("`pressmark {command}{paths}--index {}`", typed(dir))
}

fn list(paths: &[PathBuf]) -> String {
    paths.iter().map(|p| p.display().to_string()).collect::<Vec<_>>().join(", ")
}

impl From<TantivyError> for IndexError {
    fn from(error: TantivyError) -> Self {
        match system(&error) {
            Some((source, file)) => IndexError::System { dirs: Vec::new(), file, source },
            None => IndexError::Engine { dirs: Vec::new(), source: error },
        }
    }
}

/// What the system said, and of which file, where it was the system: an index that is damaged has no number of the system's.
fn system(error: &TantivyError) -> Option<(Arc<io::Error>, Option<PathBuf>)> {
    let (error, file) = match error {
        TantivyError::IoError(error) | TantivyError::LockFailure(LockError::IoError(error), _) => (error, None),
        TantivyError::OpenWriteError(OpenWriteError::IoError { io_error: error, filepath })
        | TantivyError::OpenReadError(OpenReadError::IoError { io_error: error, filepath })
        | TantivyError::OpenDirectoryError(OpenDirectoryError::IoError { io_error: error, directory_path: filepath }) => {
            (error, Some(filepath.clone()))
        }
        other => return Some((Arc::new(io::Error::from_raw_os_error(number(&other.to_string())?)), None)),
    };
    // Files written aside put their path around what the system said, and only its kind is left.
    let of_ours = matches!(
        error.kind(),
        io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::Other
    );
    if error.raw_os_error().is_some() || !of_ours {
        return Some((Arc::clone(error), file));
    }
    // An error in an error, whose number is in its text alone.
    number(&error.to_string()).map(|number| (Arc::new(io::Error::from_raw_os_error(number)), file))
}

/// The number of the system's error that a text speaks of. What goes wrong while documents are written out reaches us as text
/// alone: `Internal error: 'No space left on device (os error 28)'`.
fn number(text: &str) -> Option<i32> {
    text.rsplit_once("(os error ")?.1.split_once(')')?.0.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outdated_index_says_what_to_type() {
        let outdated = |roots| IndexError::Outdated { dir: "my index".into(), found: 0, writer: "0.0.1".into(), roots };
        let error = outdated(vec!["corpus".into(), "Ann's".into()]).to_string();
        assert!(error.contains(r"`pressmark index corpus 'Ann'\''s' --index 'my index'`"), "{error}");
        assert!(outdated(Vec::new()).to_string().contains("`pressmark check --repair --index 'my index'`"));
    }

    #[test]
    fn a_full_disk_is_told_from_a_damaged_index() {
        let full = io::Error::from_raw_os_error(28);
        let full = IndexError::from(TantivyError::from(full));
        assert!(matches!(&full, IndexError::System { .. }), "{full}");
        let text = "No space left on device (os error 28)".to_owned();
        let within = TantivyError::from(io::Error::other(text.clone())).into();
        let full = [full, within, TantivyError::InternalError(text).into()]
            .map(|full| full.of(&["my index".as_ref()]).to_string());
        for full in full {
            assert!(full.contains("disk of my index is full") && full.contains("free space"), "{full}");
        }
        let short = IndexError::from(TantivyError::from(io::Error::from(io::ErrorKind::UnexpectedEof)));
        assert!(short.to_string().contains("`pressmark check` says"), "{short}");
        let short = short.of(&["my index".as_ref()]).to_string();
        assert!(short.contains("`pressmark check --repair --index 'my index'`"), "{short}");
    }

    #[test]
    fn a_file_that_may_not_be_used_is_named() {
        let denied = OpenReadError::wrap_io_error(io::ErrorKind::PermissionDenied.into(), "meta.json".into());
        let denied = IndexError::from(TantivyError::from(denied)).of(&["h".as_ref()]).to_string();
        assert!(denied.contains("h/meta.json") && !denied.contains("chmod"), "{denied}");
    }
}
