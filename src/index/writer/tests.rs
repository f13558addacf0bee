//! Every operation on the files of an index made to fail in turn, under the engine.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};

use tantivy::Term;
use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    AntiCallToken, Directory, DirectoryLock, FileHandle, Lock, MmapDirectory, TerminatingWrite, WatchCallback,
    WatchHandle, WritePtr,
};

use super::super::check::{CheckOptions, check};
use super::super::commit::segment_of;
use super::super::copies::Likeness;
use super::super::document::{Identity, document};
use super::super::payload::Stamp;
use super::super::schema::schema;
use super::*;
use crate::index::repeats::Cut;
use crate::page::Page;

/// An operation and the kind of file on which it is made: `write .store`.
type Place = String;

/// Which of all operations fails, and on what operations there were.
#[derive(Debug, Default)]
struct Faults {
    /// The number of the operation that fails, from 0; nothing where none does.
    fails: Option<usize>,
    places: Vec<Place>,
}

#[derive(Debug, Clone)]
struct Faulty {
    files: MmapDirectory,
    faults: Arc<Mutex<Faults>>,
}

fn pass(faults: &Mutex<Faults>, operation: &str, path: &Path) -> io::Result<()> {
    let mut faults = faults.lock().unwrap();
    let name = path.to_string_lossy();
    let kind = if segment_of(&name).is_some() { path.extension() } else { path.file_name() };
    faults.places.push(format!("{operation} {}", kind.unwrap_or_default().to_string_lossy()));
    if faults.fails == Some(faults.places.len() - 1) { Err(io::Error::other("made to fail")) } else { Ok(()) }
}

impl Directory for Faulty {
    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        self.files.acquire_lock(lock)
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
        let failed = |error| DeleteError::IoError { io_error: Arc::new(error), filepath: path.to_owned() };
        pass(&self.faults, "delete", path).map_err(failed)?;
        self.files.delete(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        pass(&self.faults, "create", path).map_err(|error| OpenWriteError::wrap_io_error(error, path.to_owned()))?;
        let file = self.files.open_write(path)?.into_inner().map_err(|_| ()).expect("nothing is written yet");
        Ok(io::BufWriter::new(Box::new(FaultyFile { file, faults: Arc::clone(&self.faults), path: path.to_owned() })))
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        pass(&self.faults, "replace", path)?;
        self.files.atomic_write(path, data)
    }

    fn sync_directory(&self) -> io::Result<()> {
        pass(&self.faults, "sync", Path::new("folder"))?;
        self.files.sync_directory()
    }

    fn watch(&self, callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.files.watch(callback)
    }
}

struct FaultyFile {
    file: Box<dyn TerminatingWrite + Send + Sync>,
    faults: Arc<Mutex<Faults>>,
    path: std::path::PathBuf,
}

impl Write for FaultyFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        pass(&self.faults, "write", &self.path)?;
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl TerminatingWrite for FaultyFile {
    fn terminate_ref(&mut self, token: AntiCallToken) -> io::Result<()> {
        pass(&self.faults, "finish", &self.path)?;
        self.file.terminate_ref(token)
    }
}

/// How many pages a run leaves: it adds one, and writes the first three of ten anew.
const BEFORE: u64 = 10;
const AFTER: u64 = 11;

fn run(dir: &Path, pages: &[usize], faults: &Arc<Mutex<Faults>>) -> Result<(), IndexError> {
    let files = MmapDirectory::open(dir).map_err(TantivyError::from)?;
    let files = Faulty { files, faults: Arc::clone(faults) };
    let (mut writer, merges) = within(
        WriterDirectory::over(Box::new(files), dir),
        dir,
        &IndexOptions { optimize: true, ..Default::default() },
    )?;
    let fields = schema().1;
    for number in pages {
        let text = format!("<h1>Lock {number}</h1><p>The lock {number} reopened on Monday after a winter of repairs.");
        let (key, stamp) = (format!("{number}.html"), Stamp::default());
        let identity = Identity {
            id: &key,
            plain_id: &key,
            key: &key,
            stamp,
            indexed: jiff::Timestamp::UNIX_EPOCH,
            likeness: Likeness::default(),
        };
        writer.delete_term(Term::from_field_text(fields.key, &key));
        writer.add_document(document(
            &fields,
            &Cut::whole(&key, crate::extract(&Page::html(&*key, text))),
            &identity,
        ))?;
    }
    writer.commit()?;
    merges.merge_all(&mut writer)?;
    writer.wait_merging_threads()?;
    Ok(())
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

/// How many documents there are in an index that is sound.
fn documents(dir: &Path) -> u64 {
    let report = check(dir, &CheckOptions::default()).unwrap();
    assert!(report.sound, "{report:?}");
    report.documents
}

#[test]
fn whatever_fails_the_index_is_that_of_one_commit_and_the_next_run_completes_it() {
    let folder = tempfile::tempdir().unwrap();
    let kept = folder.path().join("kept");
    std::fs::create_dir(&kept).unwrap();
    meta::write(&kept).unwrap();
    run(&kept, &(0..10).collect::<Vec<_>>(), &Arc::default()).unwrap();
    assert_eq!(documents(&kept), BEFORE);
    let (mut hit, mut all) = (BTreeSet::new(), BTreeSet::new());
    for number in 0.. {
        let dir = folder.path().join(number.to_string());
        copy(&kept, &dir);
        let faults = Arc::new(Mutex::new(Faults { fails: Some(number), places: Vec::new() }));
        // Not every failure is one of the run: a file that could not be deleted is left to the next.
        let _ = run(&dir, &[0, 1, 2, 10], &faults);
        let held = documents(&dir);
        assert!(matches!(held, BEFORE | AFTER), "{held} after {:?}", faults.lock().unwrap().places.last());
        run(&dir, &[0, 1, 2, 10], &Arc::default()).unwrap();
        assert_eq!(documents(&dir), AFTER);
        std::fs::remove_dir_all(&dir).unwrap();
        let places = std::mem::take(&mut faults.lock().unwrap().places);
        let Some(place) = places.get(number) else {
            all.extend(places);
            break;
        };
        hit.insert(place.clone());
    }
    // In which order files are deleted is left to chance.
    let missed: Vec<&Place> = all.difference(&hit).filter(|place| !place.starts_with("delete")).collect();
    assert!(missed.is_empty(), "{missed:?} never failed");
    for place in ["write store", "finish del", "replace seal.json", "replace meta.json", "sync folder"] {
        assert!(hit.contains(place), "{place} never failed");
    }
}
