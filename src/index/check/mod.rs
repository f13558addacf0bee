//! Whether an index is what was written: every byte of it, the documents in it, and what it finds.
//!
//! `head` judges the files that say what the others have to be, `files` reads those to their ends, `documents` compares
//! the stored articles with what the index finds. `repair` and its helpers build again what is damaged.

mod anew;
mod documents;
mod files;
mod head;
mod remains;
mod repair;
mod report;
mod salvage;
mod swap;

use std::collections::BTreeSet;
use std::fs::{File, TryLockError};
use std::path::Path;

use tantivy::directory::INDEX_WRITER_LOCK;

pub(crate) use anew::upgrade;
pub use repair::{Repair, repair};
pub use report::{CheckOptions, Finding, Problem, Remark, Report};

use super::commit::segment_of;
use super::error::IndexError;
use super::writer;
use head::Head;
pub(crate) use swap::recover;

/// Checks the index in a directory, and writes nothing. What is wrong is in the report; an index that a run was
/// interrupted on is not wrong.
///
/// # Errors
/// [`IndexError::NotFound`] and [`IndexError::NotAnIndex`]; [`IndexError::Busy`] while a run writes;
/// [`IndexError::Io`] when the directory cannot be looked at.
///
/// ```
/// use pressmark::index::{CheckOptions, check};
/// # let dir = tempfile::tempdir()?;
/// # let path = dir.path().join("index");
/// # pressmark::index(&["corpus"], &path, &pressmark::IndexOptions::default(), |_| {})?;
/// let report = check(&path, &CheckOptions::default())?;
/// assert!(report.sound && report.documents > 0, "{report:?}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn check(dir: &Path, options: &CheckOptions) -> Result<Report, IndexError> {
    recover(dir)?;
    let _no_writer = no_writer(dir)?;
    inspect(dir, options).map(|inspection| inspection.report).map_err(|error| error.of(&[dir]))
}

/// What is known of an index after a check.
#[derive(Debug)]
struct Inspection {
    head: Head,
    report: Report,
    /// The files of segments that are not as they were written.
    damaged: BTreeSet<String>,
}

impl Inspection {
    /// The segments that have a damaged file.
    fn damaged_segments(&self) -> BTreeSet<&str> {
        self.damaged.iter().filter_map(|file| segment_of(file)).collect()
    }
}

fn inspect(dir: &Path, options: &CheckOptions) -> Result<Inspection, IndexError> {
    let mut report = Report::default();
    let head = head::read(dir, &mut report)?;
    let damaged = files::check(dir, &head, &mut report)?;
    let mut inspection = Inspection { head, report, damaged };
    if inspection.head.is_usable() {
        documents::check(dir, &mut inspection, options);
    }
    inspection.report.name(dir);
    inspection.report.sound = inspection.report.findings.is_empty();
    Ok(inspection)
}

/// Keeps writers away while the index is read. The lock file is opened for reading alone, so that this works where nothing
/// can be written; where there is none, no run has ever been.
fn no_writer(dir: &Path) -> Result<Option<File>, IndexError> {
    let Ok(file) = File::open(dir.join(&INDEX_WRITER_LOCK.filepath)) else { return Ok(None) };
    match file.try_lock_shared() {
        Err(TryLockError::WouldBlock) => Err(writer::busy(dir)),
        // Some network drives know no locks.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(Some(file)),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::commit::META;
    use super::super::seal::{Found, SEAL, Seal};
    use super::*;
    use crate::{IndexOptions, index};

    #[test]
    fn a_run_killed_between_the_seal_and_the_list_is_no_damage() {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("index");
        let commit = |root: &str| {
            index(&[root], &dir, &IndexOptions::default(), |_| {}).unwrap();
            let Found::Seal(seal) = Seal::find(&dir).unwrap() else { panic!("no seal") };
            (fs::read(dir.join(META)).unwrap(), *seal)
        };
        let (first, first_seal) = commit("corpus/arabic");
        let (second, mut seal) = commit("corpus/clippings");
        assert_eq!(seal.before, None);
        let checked = || check(&dir, &CheckOptions::default()).unwrap();
        fs::write(dir.join(META), &first).unwrap();
        assert_eq!(checked().findings[0].place, META, "an earlier list put back is damage");
        seal.before = Some(first_seal.commit);
        seal.files.extend(first_seal.files);
        fs::write(dir.join(SEAL), seal.text().unwrap()).unwrap();
        let report = checked();
        assert!(report.sound && report.remarks.contains(&Remark::Interrupted), "{report:?}");
        index(&["corpus/clippings"], &dir, &IndexOptions::default(), |_| {}).unwrap();
        assert!(checked().sound && !checked().remarks.contains(&Remark::Interrupted));
        fs::write(dir.join(SEAL), seal.text().unwrap()).unwrap();
        fs::write(dir.join(META), &second).unwrap();
        let report = checked();
        assert!(!report.remarks.contains(&Remark::Interrupted), "{report:?}");
    }
}
