//! The files of the segments, read to their ends; and what else lies in the folder.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::Path;

use tantivy::directory::{INDEX_WRITER_LOCK, META_LOCK, ManagedDirectory};

use super::head::Head;
use super::report::{Problem, Remark, Report};
use crate::guard;
use crate::index::commit::{META, segment_of};
use crate::index::error::IndexError;
use crate::index::files_directory::FilesDirectory;
use crate::index::meta;
use crate::index::seal::{Print, SEAL};

/// tantivy's list of the files that it has written: what its collection of garbage goes by.
pub(super) const MANAGED: &str = ".managed.json";

/// Checks every file, and gives the names of those of segments that are damaged.
pub(super) fn check(dir: &Path, head: &Head, report: &mut Report) -> Result<BTreeSet<String>, IndexError> {
    let expected = expected(head);
    let engine = guard::index(|| FilesDirectory::open(dir).ok().map(Box::new)).flatten();
    let engine = engine.and_then(|directory| guard::index(|| ManagedDirectory::wrap(directory).ok()).flatten());
    let mut damaged = BTreeSet::new();
    for file in &expected {
        let sealed = head.seal.as_ref().and_then(|seal| seal.files.get(file));
        let problem = file_problem(&dir.join(file), sealed, report).or_else(|| {
            let fits = guard::index(|| engine.as_ref().map(|engine| engine.validate_checksum(Path::new(file))));
            (!matches!(fits, Some(None | Some(Ok(true))))).then_some(Problem::Checksum)
        });
        if let Some(problem) = problem {
            report.findings.push(problem.at(file.clone()));
            damaged.insert(file.clone());
        }
    }
    managed(dir, &expected, report);
    others(dir, &expected, report)?;
    Ok(damaged)
}

/// The files that have to be there: those of the commit; where that is not known, all that are sealed.
fn expected(head: &Head) -> BTreeSet<String> {
    match (&head.commit, &head.seal) {
        (Some(commit), _) => commit.files().collect(),
        (None, Some(seal)) => seal.files.keys().cloned().collect(),
        (None, None) => head.listed.iter().flat_map(|commit| commit.files()).collect(),
    }
}

/// What is wrong with a file by its seal.
fn file_problem(path: &Path, sealed: Option<&Print>, report: &mut Report) -> Option<Problem> {
    let print = match Print::read(path) {
        Ok(print) => print,
        Err(error) if error.kind() == ErrorKind::NotFound => return Some(Problem::Missing),
        Err(error) => return Some(Problem::Unreadable { reason: error.to_string() }),
    };
    report.files += 1;
    report.bytes += print.bytes;
    match sealed {
        Some(sealed) if sealed.bytes != print.bytes => {
            Some(Problem::Length { found: print.bytes, expected: sealed.bytes })
        }
        Some(sealed) if *sealed != print => Some(Problem::Content),
        _ => None,
    }
}

/// Checks that tantivy's list names every file of the index. What it names beside them is left over from a run that was
/// interrupted, and harmless.
fn managed(dir: &Path, expected: &BTreeSet<String>, report: &mut Report) {
    let bytes = match std::fs::read(dir.join(MANAGED)) {
        Ok(bytes) => bytes,
        Err(error) => {
            let missing = error.kind() == ErrorKind::NotFound;
            let problem = Problem::Unreadable { reason: error.to_string() };
            report.findings.push(if missing { Problem::Missing } else { problem }.at(MANAGED));
            return;
        }
    };
    report.files += 1;
    report.bytes += bytes.len() as u64;
    let names: Option<Vec<String>> = serde_json::from_slice(&bytes).ok();
    // tantivy has one way to write the list, but for the order of the names.
    let as_written =
        |names: &Vec<String>| serde_json::to_vec(names).is_ok_and(|text| [&text[..], b"\n"].concat() == bytes);
    let Some(names) = names.filter(as_written) else {
        report.findings.push(Problem::Content.at(MANAGED));
        return;
    };
    let names: BTreeSet<&str> = names.iter().map(String::as_str).collect();
    let missing = expected.iter().map(String::as_str).chain([META]).find(|name| !names.contains(name));
    if let Some(name) = missing {
        report.findings.push(Problem::Unlisted { name: name.to_owned() }.at(MANAGED));
    }
}

/// Whether a file is one of those that an index has beside its segments.
pub(super) fn is_of_index(name: &str) -> bool {
    let locks = [&INDEX_WRITER_LOCK.filepath, &META_LOCK.filepath];
    matches!(name, META | SEAL | meta::FILE | MANAGED) || locks.iter().any(|lock| lock.as_path() == Path::new(name))
}

/// Whether a file that is expected by nothing is one that a run leaves when it is interrupted.
pub(super) fn is_leftover(name: &str) -> bool {
    segment_of(name).is_some() || name.starts_with(".tmp") || name == ".pressmark.json.new"
}

/// Remarks on what else lies there. Hidden files are somebody's marks, such as `.gitkeep`.
fn others(dir: &Path, expected: &BTreeSet<String>, report: &mut Report) -> Result<(), IndexError> {
    let entries = std::fs::read_dir(dir).map_err(|source| IndexError::Io { path: dir.to_owned(), source })?;
    let mut names: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| !expected.contains(name) && !is_of_index(name));
    names.sort();
    let (left, strangers): (Vec<String>, Vec<String>) = names.into_iter().partition(|name| is_leftover(name));
    if !left.is_empty() {
        report.remarks.push(Remark::Leftovers { files: left.len() });
    }
    let strangers = strangers.into_iter().filter(|name| !name.starts_with('.'));
    report.remarks.extend(strangers.map(|name| Remark::Stranger { name }));
    Ok(())
}
