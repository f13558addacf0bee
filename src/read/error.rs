//! Why a file could not be read as a page.

use std::io;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// Why one file gives no page. The path is the caller's to print: these messages are the reason and the remedy.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The operating system would not let us read it.
    #[error("cannot be read: {source}")]
    Io {
        /// What the system said.
        source: io::Error,
    },
    /// A pipe, a socket, a device: it may never end, and cannot be gone through twice.
    #[error("is {what} and no file; pages are read from files")]
    NoFile {
        /// What it is, with its article: `a pipe`.
        what: &'static str,
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
    /// Compressed data that is mostly a promise: it grows far more than any page does.
    #[error("unpacks to more than {ratio} times its size, as no page does")]
    Bomb {
        /// The most that is unpacked, as a multiple of the compressed size.
        ratio: u64,
    },
    /// A container whose bytes contradict its format. What stands before the damage is read.
    #[error("is a damaged {what}: {reason}")]
    Damaged {
        /// The format: `MHTML file`.
        what: &'static str,
        /// What is wrong, and where.
        reason: String,
    },
    /// A container that is whole but has no page in it.
    #[error("is a {what} without {missing}")]
    NoPage {
        /// The format: `MHTML file`.
        what: &'static str,
        /// What a reader looked for in vain: `an HTML page`.
        missing: &'static str,
    },
    /// A file of a kind that is known and not read.
    #[error("is not read: {kind}")]
    NotRead {
        /// The kind, which also says what to do instead.
        kind: Unread,
    },
    /// Elements nested so deep that parsing would take minutes.
    #[error("nests elements {depth} deep; the most that is parsed is {limit}")]
    TooDeep {
        /// The depth found.
        depth: usize,
        /// The cap.
        limit: usize,
    },
    /// So much of everything that reading it would hold up all others.
    #[error(
        "has {elements} elements or lines and {text} bytes of text, more than can be read in {limit} s; raise the time with \
         --max-seconds"
    )]
    TooSlow {
        /// Its elements, or the lines of plain text.
        elements: u64,
        /// The bytes of its text.
        text: u64,
        /// The most seconds that a page may take.
        limit: u32,
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

/// An error of ours that travelled through a reader of bytes is itself again.
impl From<io::Error> for ReadError {
    fn from(source: io::Error) -> ReadError {
        match source.downcast::<ReadError>() {
            Ok(own) => own,
            Err(source) => ReadError::Io { source },
        }
    }
}

/// Kinds of files that turn up among saved pages and are not read, each with the remedy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unread {
    /// A PDF document.
    Pdf,
    /// An electronic book.
    Epub,
    /// A ZIM archive, as of an offline Wikipedia.
    Zim,
    /// A document of an office program.
    Office,
    /// Addresses without the text of their pages: bookmarks, exports of Pocket, Omnivore, Instapaper.
    Links,
    /// A page that only sends the reader on to another.
    Redirect,
    /// JSON that is no export with articles in it.
    Json,
    /// An archive that is whole and has no page in it.
    NoPages,
    /// A ZIP archive that is none of the formats of saved pages.
    Zip,
    /// A WARC in the compression of Zstandard.
    WarcZst,
    /// Packed otherwise than by gzip or ZIP.
    Packed,
    /// None of the kinds that are known.
    Other,
}

impl Unread {
    /// So many files of this kind, and what to do instead: `2 PDF documents (save the web page instead, or its text)`.
    pub fn counted(self, count: usize) -> String {
        let (one, many, remedy) = self.words();
        let one = one.split_once(' ').map_or(one, |(_, name)| name);
        format!("{count} {} ({remedy})", if count == 1 { one } else { many })
    }

    /// What one is called with its article, what many are called, and what to do instead.
    fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Unread::Pdf => ("a PDF document", "PDF documents", "save the web page instead, or its text"),
            Unread::Epub => ("an EPUB book", "EPUB books", "unpack to index the chapters"),
            Unread::Zim => ("a ZIM archive", "ZIM archives", "unpack with zimdump to index the pages"),
            Unread::Office => ("an office document", "office documents", "save as HTML or text"),
            Unread::Links => {
                ("a list of links without text", "lists of links without text", "save the pages themselves")
            }
            Unread::Redirect => ("a redirect", "redirects", "the text is on the page led to"),
            Unread::Json => {
                ("a JSON file without articles", "JSON files without articles", "only wallabag's export holds texts")
            }
            Unread::NoPages => ("an archive without pages", "archives without pages", "nothing recorded in it is HTML"),
            Unread::Zip => (
                "a ZIP archive without a saved page",
                "ZIP archives without saved pages",
                "unpack to index what is inside",
            ),
            Unread::WarcZst => ("a WARC packed by Zstandard", "WARCs packed by Zstandard", "unpack with zstd -d"),
            Unread::Packed => ("a packed file", "packed files", "unpack to index what is inside"),
            Unread::Other => (
                "a file of another kind",
                "files of other kinds",
                "no page by name and bytes; name it .html if it is one",
            ),
        }
    }
}

impl std::fmt::Display for Unread {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let (one, _, remedy) = self.words();
        write!(f, "{one}; {remedy}")
    }
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

impl WalkError {
    /// Why, without the path.
    pub(super) fn reason(&self) -> String {
        match self {
            WalkError::NotFound { .. } => "no such file or folder".to_owned(),
            WalkError::Io { source, .. } => format!("cannot be looked at: {source}"),
        }
    }
}
