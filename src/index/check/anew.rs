//! An index built anew beside the old one: it takes the place of that once it is whole. So is one repaired whose head is damaged,
//! and one upgraded that an earlier version wrote.

use std::path::{Path, PathBuf};

use tantivy::TantivyError;
use tantivy::directory::DirectoryLock;

use super::report::{CheckOptions, Problem};
use super::salvage::{Salvage, Salvaged};
use super::{Inspection, inspect, swap};
use crate::index::error::IndexError;
use crate::index::state::State;
use crate::index::writer_directory::WriterDirectory;
use crate::index::{Event, IndexOptions, Summary, index, roots, writer};
use crate::read::{WalkError, place};

/// An index that is held as a writer holds it, and inspected.
pub(super) struct Held {
    /// As it was named: keys are seen from there.
    pub(super) given: PathBuf,
    /// The folder, behind all links.
    pub(super) dir: PathBuf,
    pub(super) directory: WriterDirectory,
    pub(super) lock: DirectoryLock,
    pub(super) inspection: Inspection,
}

impl Held {
    pub(super) fn take(dir: &Path) -> Result<Held, IndexError> {
        let io = |source| IndexError::Io { path: dir.to_owned(), source };
        // A link to an index stays one: the folder behind it is what is replaced.
        let (given, dir) = (std::path::absolute(dir).map_err(io)?, dir.canonicalize().map_err(io)?);
        let directory = WriterDirectory::open(&dir).map_err(TantivyError::from)?;
        let lock = writer::lock(&directory, &dir)?;
        let inspection = inspect(&dir, &CheckOptions::default())?;
        Ok(Held { given, dir, directory, lock, inspection })
    }
}

/// Brings an index that an earlier version wrote, or one with another text analysis, up to date: from the paths that it
/// remembers and those given, and from its own articles where no page gives them.
///
/// # Errors
/// [`IndexError::Damaged`] where it is damaged as well, for that is not to be found out by the way; else those of
/// [`repair`](super::repair()). The index is then as it was.
pub(crate) fn upgrade(
    dir: &Path,
    given: &[PathBuf],
    options: &IndexOptions,
    on_event: impl FnMut(Event),
) -> Result<Summary, IndexError> {
    // As any run over nothing but paths that are not there.
    if let Some(path) = given.first().filter(|_| given.iter().all(|root| !root.exists())) {
        return Err(WalkError::NotFound { path: path.clone() }.into());
    }
    let held = Held::take(dir)?;
    let is_of_version = |problem: &Problem| matches!(problem, Problem::Schema { .. } | Problem::Analysis { .. });
    if !held.inspection.report.findings.iter().all(|finding| is_of_version(&finding.problem)) {
        return Err(IndexError::Damaged { dirs: vec![dir.to_owned()] });
    }
    let salvage = Salvage::open(&held.dir, &held.inspection, None);
    let mut roots = remembered(&held.given, &salvage)?;
    let known: Vec<PathBuf> = roots.iter().map(|root| place(root)).collect();
    roots.extend(given.iter().filter(|root| !known.contains(&place(root))).cloned());
    Ok(anew(held, &roots, salvage, options, on_event)?.0.unwrap_or_default())
}

/// Builds an index anew, and puts it in the place of the old one.
pub(super) fn anew(
    held: Held,
    roots: &[PathBuf],
    salvage: Salvage,
    options: &IndexOptions,
    on_event: impl FnMut(Event),
) -> Result<(Option<Summary>, Salvaged), IndexError> {
    let Held { given, dir, directory, lock, .. } = held;
    let new = swap::new_place(&given)?;
    // What a run has left that was ended; no other is at it, for the lock is held.
    swap::discard(&new);
    let whole = salvage.is_whole();
    let filled = fill(&new, roots, salvage, options, on_event).and_then(|filled| {
        super::super::open(&new).map_err(|_| IndexError::NothingToRepairFrom { dir: given.clone() })?;
        // Of a run that was stopped nothing is lost if all articles were taken over: the next one goes on.
        if !whole && filled.0.as_ref().is_some_and(|summary| summary.interrupted) {
            swap::discard(&new);
            return Ok(filled);
        }
        drop(directory);
        // Where a file is open its folder cannot be renamed; elsewhere the lock keeps others away to the end.
        let lock = Some(lock).filter(|_| cfg!(unix));
        swap::swap(&dir, &new)?;
        drop(lock);
        Ok(filled)
    });
    filled.inspect_err(|_| swap::discard(&new))
}

/// The paths that an index remembers. One that is not there, perhaps a drive that is not mounted, is passed over only if every
/// document can be had without it.
pub(super) fn remembered(dir: &Path, salvage: &Salvage) -> Result<Vec<PathBuf>, IndexError> {
    let mut roots = roots::paths(dir, &salvage.roots);
    if salvage.is_whole() {
        roots.retain(|root| root.exists());
    } else if let Some(path) = roots.iter().find(|root| !root.exists()) {
        return Err(WalkError::NotFound { path: path.clone() }.into());
    }
    if roots.is_empty() && !salvage.is_whole() {
        return Err(IndexError::NothingToRepairFrom { dir: dir.to_owned() });
    }
    Ok(roots)
}

/// Takes over the articles of the old index, under their ids; then indexes the pages, each in the place of its article.
pub(super) fn fill(
    dir: &Path,
    roots: &[PathBuf],
    salvage: Salvage,
    options: &IndexOptions,
    on_event: impl FnMut(Event),
) -> Result<(Option<Summary>, Salvaged), IndexError> {
    let found = salvage.put(dir, &IndexOptions { optimize: false, ..options.clone() })?;
    let summary = match index(roots, dir, options, on_event) {
        Ok(summary) => Some(summary),
        // Then there may still be articles.
        Err(IndexError::NoPages { .. }) => None,
        Err(error) => return Err(error),
    };
    let state = match super::super::open(dir) {
        Err(IndexError::NotFound { .. }) => State::default(),
        index => State::of(&index?)?,
    };
    Ok((summary, found.salvaged(&state)))
}

#[cfg(test)]
mod tests;
