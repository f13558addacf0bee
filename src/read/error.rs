//! Why a file could not be read as a page.

use std::io;
use std::path::PathBuf;

/// Why one file gives no page. The path is the caller's to print: these messages are the reason and the remedy.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The operating system would not let us read it.
    #[error("cannot be read: {source}")]
    Io {
        /// What the system said.
        #[from]
        source: io::Error,
    },
    /// Nothing in the file.
    #[error("is empty")]
    Empty,
    /// Larger than the cap, on disk or after decompression.
    #[error("is larger than {limit} bytes; raise the cap with --max-bytes")]
    TooLarge {
        /// The cap in bytes.
        limit: u64,
    },
    /// Bytes of another kind under a page's name.
    #[error("is not a page: its bytes are {what}")]
    NotText {
        /// What the bytes look like, with its article: `a PDF document`.
        what: &'static str,
    },
    /// A gzip stream that does not decompress.
    #[error("is a damaged gzip file: {source}")]
    Gzip {
        /// What the decompressor said.
        source: io::Error,
    },
    /// Elements nested so deep that parsing would take minutes.
    #[error("nests elements {depth} deep; the most that is parsed is {limit}")]
    TooDeep {
        /// The depth found.
        depth: usize,
        /// The cap.
        limit: usize,
    },
    /// Formatting tags left open, which every block after them opens again.
    #[error("leaves so many formatting tags open that every later paragraph repeats them")]
    TooTangled,
    /// An element with so many attributes that parsing would take minutes.
    #[error("has an element with {count} attributes; the most that is parsed is {limit}")]
    TooManyAttributes {
        /// The number found.
        count: usize,
        /// The cap.
        limit: usize,
    },
}

/// Why a folder or file given by the user cannot be walked at all.
#[derive(Debug, thiserror::Error)]
pub enum WalkError {
    /// There is nothing at this path.
    #[error("{}: no such file or folder", path.display())]
    NotFound {
        /// The path as given.
        path: PathBuf,
    },
    /// The path is there but cannot be looked at.
    #[error("{} cannot be looked at", path.display())]
    Io {
        /// The path as given.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}
