//! The directory of the one writer: it hashes what it writes, and seals each commit.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tantivy::directory::error::{DeleteError, LockError, OpenDirectoryError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    AntiCallToken, Directory, DirectoryLock, FileHandle, INDEX_WRITER_LOCK, Lock, TerminatingWrite, WatchCallback,
    WatchHandle, WritePtr,
};

use super::commit::{Commit, META, segment_of};
use super::files_directory::FilesDirectory;
use super::meta;
use super::seal::{Found, Hasher, Print, SEAL, Seal, Sealed};

/// The files of an index that is written to.
#[derive(Debug, Clone)]
pub(crate) struct WriterDirectory {
    files: Box<dyn Directory>,
    dir: PathBuf,
    known: Arc<Mutex<Known>>,
}

/// What is known of the files.
#[derive(Debug, Default)]
struct Known {
    prints: BTreeMap<String, Print>,
    /// See [`Seal::foreign`].
    foreign: bool,
}

impl WriterDirectory {
    pub(crate) fn open(dir: &Path) -> Result<WriterDirectory, OpenDirectoryError> {
        Ok(WriterDirectory::over(Box::new(FilesDirectory::open(dir)?), dir))
    }

    /// The same over files that are had in another way.
    pub(super) fn over(files: Box<dyn Directory>, dir: &Path) -> WriterDirectory {
        WriterDirectory { files, dir: dir.to_owned(), known: Arc::default() }
    }

    /// What is known is whole at every moment, so that a thread that panicked has spoilt nothing.
    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes over what the last run has sealed. Files keep those prints: one that was damaged since is not sealed as it is
    /// now.
    fn load(&self) -> io::Result<()> {
        let Found::Seal(seal) = Seal::find(&self.dir)? else { return Ok(()) };
        let there = self.sealed(&self.list()?);
        let is_sealed = |sealed: &Sealed| there.as_ref().is_some_and(|there| there.meta == sealed.meta);
        let mut known = self.known();
        known.foreign = seal.foreign || !(is_sealed(&seal.commit) || seal.before.as_ref().is_some_and(is_sealed));
        known.prints = seal.files;
        Ok(())
    }

    /// The list of segments that is in its place; empty where there is none.
    fn list(&self) -> io::Result<Vec<u8>> {
        match std::fs::read(self.dir.join(META)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            other => other,
        }
    }

    fn sealed(&self, list: &[u8]) -> Option<Sealed> {
        let documents = Commit::parse(list).map_or(0, |commit| commit.documents());
        (!list.is_empty()).then(|| Sealed { meta: Print::of(list), documents })
    }

    /// Puts a new list of segments in its place. The seal comes first, and the folder is synced after each step: whatever of
    /// it a power cut leaves is a whole.
    fn commit(&self, list: &[u8]) -> io::Result<()> {
        let (commit, old) = (Commit::parse(list)?, self.list()?);
        let before = self.sealed(&old).filter(|before| before.meta != Print::of(list));
        let mut seal =
            Seal::new(meta::read(&self.dir)?, Sealed { meta: Print::of(list), documents: commit.documents() });
        seal.roots = commit.payload().roots;
        seal.files = self.prints(commit.files().collect())?;
        let closed = seal.clone();
        // A list that cannot be read names no files.
        let files: BTreeSet<String> = Commit::parse(&old).unwrap_or_default().files().collect();
        seal.files.extend(self.prints(files)?);
        seal.before = before;
        self.seal(seal)?;
        self.files.atomic_write(Path::new(META), list)?;
        self.files.sync_directory()?;
        self.seal(closed)?;
        meta::mark_sealed(&self.dir)
    }

    fn seal(&self, mut seal: Seal) -> io::Result<()> {
        seal.foreign = self.known().foreign;
        self.files.atomic_write(Path::new(SEAL), &seal.text()?)?;
        self.files.sync_directory()
    }

    /// Whether the files of a segment that are sealed, or written since, are as they were.
    pub(crate) fn is_sound(&self, segment: &str) -> bool {
        let of_segment = |(name, _): &(&String, &Print)| segment_of(name) == Some(segment);
        let prints: Vec<(String, Print)> = {
            let known = self.known();
            known.prints.iter().filter(of_segment).map(|(name, print)| (name.clone(), print.clone())).collect()
        };
        prints.iter().all(|(name, print)| Print::read(&self.dir.join(name)).is_ok_and(|found| found == *print))
    }

    /// The prints of files; of one that another program has written, or one without a seal, as it is now.
    fn prints(&self, files: BTreeSet<String>) -> io::Result<BTreeMap<String, Print>> {
        let mut prints = BTreeMap::new();
        for file in files {
            let known = self.known().prints.get(&file).cloned();
            let print = match known.map_or_else(|| Print::read(&self.dir.join(&file)), Ok) {
                Ok(print) => print,
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(error),
            };
            self.known().prints.insert(file.clone(), print.clone());
            prints.insert(file, print);
        }
        Ok(prints)
    }
}

impl Directory for WriterDirectory {
    /// What is sealed stands still only once the lock is held.
    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        let held = self.files.acquire_lock(lock)?;
        if lock.filepath == INDEX_WRITER_LOCK.filepath {
            self.load().map_err(|error| LockError::IoError(Arc::new(error)))?;
        }
        Ok(held)
    }

    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        self.files.get_file_handle(path)
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.files.exists(path)
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        self.files.atomic_read(path)
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        self.files.delete(path)?;
        path.to_str().and_then(|name| self.known().prints.remove(name));
        Ok(())
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        let file = self.files.open_write(path)?.into_inner();
        let file = file.map_err(|error| OpenWriteError::wrap_io_error(error.into_error(), path.to_owned()))?;
        let name = path.to_string_lossy().into_owned();
        let writer = HashingWriter { file, hasher: Hasher::default(), name, known: Arc::clone(&self.known) };
        Ok(io::BufWriter::new(Box::new(writer)))
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        if path == Path::new(META) { self.commit(data) } else { self.files.atomic_write(path, data) }
    }

    fn sync_directory(&self) -> io::Result<()> {
        self.files.sync_directory()
    }

    fn watch(&self, callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.files.watch(callback)
    }
}

/// A file whose bytes are hashed on their way to it.
struct HashingWriter {
    file: Box<dyn TerminatingWrite + Send + Sync>,
    hasher: Hasher,
    name: String,
    known: Arc<Mutex<Known>>,
}

impl Write for HashingWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.hasher.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl TerminatingWrite for HashingWriter {
    fn terminate_ref(&mut self, token: AntiCallToken) -> io::Result<()> {
        self.file.terminate_ref(token)?;
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.prints.insert(self.name.clone(), self.hasher.print());
        Ok(())
    }
}
