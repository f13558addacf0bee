//! The files of an index, for readers that may not write to it, and for others than the one who wrote it.
//!
//! tantivy takes a lock, a file of the index directory, for the moment in which a reader opens the segments, so that a
//! writer does not collect them as garbage meanwhile. On a read-only disk, or as a user who may only read, there is no
//! such file to be had: then the reader opens without. Should a writer elsewhere collect a segment in that moment, opening
//! fails and can be tried again; no answer is ever wrong for it.
//!
//! What tantivy replaces, its list of segments before all, it replaces by a temporary file, which nobody else may read. Here
//! such files have the permissions of all others.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tantivy::directory::error::{DeleteError, LockError, OpenDirectoryError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    Directory, DirectoryLock, FileHandle, Lock, META_LOCK, MmapDirectory, WatchCallback, WatchHandle, WritePtr,
};

/// The files of an index, mapped into memory.
#[derive(Debug, Clone)]
pub(crate) struct FilesDirectory {
    mapped: MmapDirectory,
    dir: PathBuf,
}

impl FilesDirectory {
    pub(crate) fn open(dir: &Path) -> Result<FilesDirectory, OpenDirectoryError> {
        Ok(FilesDirectory { mapped: MmapDirectory::open(dir)?, dir: dir.to_owned() })
    }
}

impl Directory for FilesDirectory {
    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        match self.mapped.acquire_lock(lock) {
            Err(LockError::IoError(_)) if lock.filepath == META_LOCK.filepath => Ok(DirectoryLock::from(Box::new(()))),
            other => other,
        }
    }

    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        self.mapped.get_file_handle(path)
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.mapped.exists(path)
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        self.mapped.atomic_read(path)
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        self.mapped.delete(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        self.mapped.open_write(path)
    }

    /// Written aside, synced and renamed: whatever happens, there is the old file or the new one. There is one writer at a time,
    /// so that the name of the file aside is its own.
    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        let name = path.to_string_lossy();
        let (new, path) = (self.dir.join(format!(".{name}.new")), self.dir.join(path));
        let mut file = File::create(&new)?;
        file.write_all(data)?;
        file.sync_all()?;
        std::fs::rename(new, path)
    }

    fn sync_directory(&self) -> io::Result<()> {
        self.mapped.sync_directory()
    }

    fn watch(&self, callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.mapped.watch(callback)
    }
}
