//! A damaged index is built again from the pages.
//!
//! Where the head of the index is sound, only the segments with damaged files are given up, and the pages that are missing
//! then are read again. Else a new index is built beside the old one and takes its place, once it is whole.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use tantivy::directory::Directory;

use super::anew::{Held, anew, fill, remembered};
use super::files::MANAGED;
use super::report::{CheckOptions, Problem, Report};
use super::salvage::{Salvage, Salvaged};
use super::{Inspection, head, inspect, swap};
use crate::index::commit::{META, segment_of};
use crate::index::error::IndexError;
use crate::index::keys::file_of;
use crate::index::payload::{Note, Remark as Why, Stamp};
use crate::index::sink::Sink;
use crate::index::writer_directory::WriterDirectory;
use crate::index::{Event, IndexOptions, Summary};
use crate::read::WalkError;

/// What a repair has done.
#[derive(Debug)]
pub struct Repair {
    /// What was wrong.
    pub before: Report,
    /// What reading the pages gave; nothing where no page was read.
    pub summary: Option<Summary>,
    /// Articles that no page gives any more, taken over from the old index.
    pub salvaged: usize,
    /// The paths of the articles that could be had neither from a page nor from the old index.
    pub lost: Vec<String>,
    /// How many more may be lost: not even their paths can be read any more.
    pub unknown: u64,
    /// How the index is now.
    pub after: Report,
}

/// Repairs the index in a directory. `roots` are the folders and files of its pages; without any, those given to the runs
/// that made it. A sound index is left as it is, and one that an earlier version wrote is built anew. Articles whose pages are
/// gone stay.
///
/// # Errors
/// Those of [`check`](super::check()) and of [`index`](crate::index()); [`IndexError::Version`] for an index of a
/// later schema; [`IndexError::NothingToRepairFrom`] when neither pages nor articles are left. The index is then as it was, but for
/// damaged segments.
pub fn repair(
    dir: &Path,
    roots: &[PathBuf],
    options: &IndexOptions,
    on_event: impl FnMut(Event),
) -> Result<Repair, IndexError> {
    mend(dir, roots, options, on_event).map_err(|error| error.of(&[dir]))
}

fn mend(
    dir: &Path,
    roots: &[PathBuf],
    options: &IndexOptions,
    on_event: impl FnMut(Event),
) -> Result<Repair, IndexError> {
    swap::recover(dir)?;
    // What is no index is left untouched: not even a lock is put into it.
    head::read(dir, &mut Report::default())?;
    let held = Held::take(dir)?;
    if held.inspection.report.sound {
        let (before, after) = (held.inspection.report.clone(), held.inspection.report);
        return Ok(Repair { before, summary: None, salvaged: 0, lost: Vec::new(), unknown: 0, after });
    }
    refuse_later_schema(dir, &held.inspection)?;
    let in_place = is_of_segments_alone(&held.inspection);
    let damaged: BTreeSet<String> = held.inspection.damaged_segments().into_iter().map(str::to_owned).collect();
    let salvage = Salvage::open(&held.dir, &held.inspection, in_place.then_some(&damaged));
    // A mistyped path would cost the articles whose pages are not found.
    if let Some(path) = roots.iter().find(|root| !root.exists()) {
        return Err(WalkError::NotFound { path: path.clone() }.into());
    }
    let roots = if roots.is_empty() { remembered(&held.given, &salvage)? } else { roots.to_vec() };
    // Nobody has asked for anything to be taken out.
    let options = IndexOptions { keep_vanished: true, ..options.clone() };
    let before = held.inspection.report.clone();
    let (summary, salvaged) = if in_place {
        give_up(&held.directory, &held.dir, &damaged)?;
        drop(held);
        read_archives_again(dir, &options)?;
        fill(dir, &roots, salvage, &options, on_event)?
    } else {
        anew(held, &roots, salvage, &options, on_event)?
    };
    let after = inspect(dir, &CheckOptions::default())?.report;
    // Pages are read again for what was damaged, not for other rules.
    let summary = summary.map(|summary| Summary { renewed: 0, ..summary });
    let Salvaged { articles, lost, unknown } = salvaged;
    Ok(Repair { before, summary, salvaged: articles, lost, unknown, after })
}

/// What a later version has written, this one knows too little of.
fn refuse_later_schema(dir: &Path, inspection: &Inspection) -> Result<(), IndexError> {
    for finding in &inspection.report.findings {
        if let Problem::Schema { found, expected, writer } = &finding.problem
            && found > expected
        {
            let (dir, writer) = (dir.to_owned(), writer.clone());
            return Err(IndexError::Version { dir, found: *found, expected: *expected, writer });
        }
    }
    Ok(())
}

/// Whether all that is wrong is files of segments, and the list of files that can be made from the folder.
fn is_of_segments_alone(inspection: &Inspection) -> bool {
    let of_file = |place: &str| place == MANAGED || inspection.damaged.contains(place);
    let head = &inspection.head;
    head.seal.is_some() && head.is_usable() && inspection.report.findings.iter().all(|finding| of_file(&finding.place))
}

/// Takes segments out of the list of segments, and makes tantivy's list of files anew.
fn give_up(directory: &WriterDirectory, dir: &Path, segments: &BTreeSet<String>) -> Result<(), IndexError> {
    let io = |name: &str| {
        let path = dir.join(name);
        move |source| IndexError::Io { path, source }
    };
    let mut names = vec![META.to_owned()];
    for entry in std::fs::read_dir(dir).map_err(io(""))?.flatten() {
        names.extend(entry.file_name().to_str().filter(|name| segment_of(name).is_some()).map(str::to_owned));
    }
    let mut text = serde_json::to_vec(&names).map_err(std::io::Error::from).map_err(io(MANAGED))?;
    text.push(b'\n');
    directory.atomic_write(Path::new(MANAGED), &text).map_err(io(MANAGED))?;
    let list = std::fs::read(dir.join(META)).map_err(io(META))?;
    let mut list: serde_json::Value = serde_json::from_slice(&list).map_err(std::io::Error::from).map_err(io(META))?;
    if let Some(listed) = list.get_mut("segments").and_then(|listed| listed.as_array_mut()) {
        let name = |segment: &serde_json::Value| segment["segment_id"].as_str().map(|id| id.replace('-', ""));
        listed.retain(|segment| name(segment).is_none_or(|name| !segments.contains(&name)));
    }
    let list = serde_json::to_vec_pretty(&list).map_err(std::io::Error::from).map_err(io(META))?;
    directory.atomic_write(Path::new(META), &list).map_err(io(META))
}

/// An archive of which some pages are left looks as if all were.
fn read_archives_again(dir: &Path, options: &IndexOptions) -> Result<(), IndexError> {
    let mut sink = Sink::open(dir, options)?;
    let archives = sink.state.pages.keys().map(|key| (file_of(key), key)).filter(|(file, key)| *file != &***key);
    let archives: BTreeSet<String> = archives.map(|(file, _)| file.to_owned()).collect();
    for file in archives {
        sink.note(&file, Some(Note { stamp: Stamp::default(), remark: Why::Again }));
    }
    sink.finish().map(|_| ())
}
