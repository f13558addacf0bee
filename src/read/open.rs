//! Files are opened, and nothing else: to open a pipe, or to read from one, may take forever.

use std::fs::{File, FileType};
use std::path::Path;

use super::error::ReadError;

/// Opens a file.
///
/// # Errors
/// [`ReadError::NoFile`], [`ReadError::Io`].
pub(super) fn open(path: &Path) -> Result<File, ReadError> {
    match no_file(std::fs::metadata(path)?.file_type()) {
        Some(what) => Err(ReadError::NoFile { what }),
        None => Ok(File::open(path)?),
    }
}

/// What something is that is no file.
pub(super) fn no_file(kind: FileType) -> Option<&'static str> {
    if kind.is_file() {
        return None;
    }
    if kind.is_dir() {
        return Some("a folder");
    }
    Some(special(kind))
}

#[cfg(unix)]
fn special(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    if kind.is_fifo() {
        "a pipe"
    } else if kind.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}

#[cfg(not(unix))]
fn special(_kind: FileType) -> &'static str {
    "a device"
}
