//! A directory for readers that may not write to it.
//!
//! tantivy takes a lock, a file of the index directory, for the moment in which a reader opens the segments, so that a
//! writer does not collect them as garbage meanwhile. On a read-only disk, or as a user who may only read, there is no
//! such file to be had: then the reader opens without. Should a writer elsewhere collect a segment in that moment, opening
//! fails and can be tried again; no answer is ever wrong for it.

use std::io;
use std::path::Path;
use std::sync::Arc;

use tantivy::directory::error::{DeleteError, LockError, OpenDirectoryError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    Directory, DirectoryLock, FileHandle, Lock, MmapDirectory, WatchCallback, WatchHandle, WritePtr,
};

/// The files of an index, mapped into memory.
#[derive(Debug, Clone)]
pub(crate) struct ReaderDirectory(MmapDirectory);

impl ReaderDirectory {
    pub(crate) fn open(dir: &Path) -> Result<ReaderDirectory, OpenDirectoryError> {
        MmapDirectory::open(dir).map(ReaderDirectory)
    }
}

impl Directory for ReaderDirectory {
    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        match self.0.acquire_lock(lock) {
            Err(LockError::IoError(_)) => Ok(DirectoryLock::from(Box::new(()))),
            other => other,
        }
    }

    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        self.0.get_file_handle(path)
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.0.exists(path)
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        self.0.atomic_read(path)
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        self.0.delete(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        self.0.open_write(path)
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        self.0.atomic_write(path, data)
    }

    fn sync_directory(&self) -> io::Result<()> {
        self.0.sync_directory()
    }

    fn watch(&self, callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.0.watch(callback)
    }
}
