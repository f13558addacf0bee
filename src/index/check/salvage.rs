//! Articles taken out of an index that is given up: of each segment whose stored documents and columns are as they were written,
//! whatever has become of its other files.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use super::Inspection;
use super::remains::{NO_RULES, Remains};
use crate::guard;
use crate::index::IndexOptions;
use crate::index::commit::segment_of;
use crate::index::error::IndexError;
use crate::index::keys::Key;
use crate::index::sink::Sink;
use crate::index::state::State;
use crate::index::stored::Wording;

/// What can be read of the segments that are given up.
pub(super) struct Salvage {
    segments: Vec<Remains>,
    wording: Wording,
    /// Documents of segments that do not even say which they hold.
    unknown: u64,
    /// Documents of segments that stay.
    kept: u64,
    /// The paths that the index was made from, by their keys.
    pub(super) roots: BTreeMap<String, String>,
}

/// What became of the documents.
#[derive(Debug, Default)]
pub(super) struct Salvaged {
    /// In the new index as they were in the old one: no page gave them again.
    pub(super) articles: usize,
    /// The paths of those that are lost.
    pub(super) lost: Vec<String>,
    /// How many more may be lost, of which nothing is known.
    pub(super) unknown: u64,
}

/// The documents that were found.
pub(super) struct Found {
    keys: HashSet<Key>,
    /// The keys and paths of those that cannot be read.
    unreadable: Vec<(Key, String)>,
    unknown: u64,
    kept: u64,
}

impl Salvage {
    /// Opens the segments that are given up: those named, or all of them.
    pub(super) fn open(dir: &Path, inspection: &Inspection, given_up: Option<&BTreeSet<String>>) -> Salvage {
        let (segments, documents) = segments(inspection);
        let kept = if given_up.is_some() { inspection.report.documents } else { 0 };
        let mut salvage = Salvage {
            segments: Vec::new(),
            wording: Wording::of(inspection.head.schema.as_ref()),
            unknown: documents.saturating_sub(kept),
            kept,
            roots: roots(inspection),
        };
        for (segment, deletes) in segments {
            if given_up.is_some_and(|given_up| !given_up.contains(&segment)) {
                continue;
            }
            let remains = guard::index(|| Remains::open(dir, &segment, deletes.as_deref(), inspection)).flatten();
            if let Some(remains) = remains {
                salvage.unknown = salvage.unknown.saturating_sub(remains.alive().count() as u64);
                salvage.segments.push(remains);
            }
        }
        salvage
    }

    /// Whether every document can be had from here.
    pub(super) fn is_whole(&self) -> bool {
        self.unknown == 0 && self.segments.iter().all(Remains::has_store)
    }

    /// Puts the articles that an index does not have into it, under the ids that they had. They count as read by no rules, so
    /// that the next run over their pages reads those again.
    pub(super) fn put(self, dir: &Path, options: &IndexOptions) -> Result<Found, IndexError> {
        let mut sink = Sink::open(dir, options)?;
        let mut found = Found { keys: HashSet::new(), unreadable: Vec::new(), unknown: self.unknown, kept: self.kept };
        if self.is_whole() {
            // Even of no articles at all: where nothing is wanting, the new index is as good as the old one.
            sink.make()?;
        }
        sink.remember(self.roots.into_iter());
        for segment in &self.segments {
            for doc in segment.alive() {
                let Some((key, path)) = guard::index(|| segment.name(doc)).flatten() else {
                    found.unknown += 1;
                    continue;
                };
                let key = Key::from(key);
                if !found.keys.insert(Key::clone(&key)) || sink.state.pages.contains_key(&key) {
                    continue;
                }
                match guard::index(|| segment.article(doc, &self.wording)).flatten() {
                    Some(taken) => sink.take_over(&key, taken.id, taken.stamp, &taken.article)?,
                    None => found.unreadable.push((key, path)),
                }
            }
        }
        // A page that has to be read again for it is read by the next run.
        sink.settle()?;
        sink.finish()?;
        Ok(found)
    }
}

impl Found {
    /// What has become of the documents in an index, now that its pages were read.
    pub(super) fn salvaged(self, index: &State) -> Salvaged {
        let indexed = |key: &Key| index.pages.get(key).filter(|known| known.indexed);
        let known = self.keys.iter().filter_map(indexed);
        let articles = known.clone().filter(|known| known.stamp.rules == NO_RULES).count();
        // What the pages have given beside what was known may be what was not.
        let all = index.pages.values().filter(|known| known.indexed).count() as u64;
        let others = all.saturating_sub(self.kept).saturating_sub(known.count() as u64);
        let lost = self.unreadable.into_iter().filter(|(key, _)| !index.pages.contains_key(key));
        let mut lost: Vec<String> = lost.map(|(_, path)| path).collect();
        lost.sort();
        Salvaged { articles, lost, unknown: self.unknown.saturating_sub(others) }
    }
}

/// The segments, each with its file of deletes, and how many documents they hold, by the commit or else by the seal.
fn segments(inspection: &Inspection) -> (BTreeMap<String, Option<String>>, u64) {
    let head = &inspection.head;
    let is_deletes = |file: &String| file.ends_with(".del");
    let mut segments: BTreeMap<String, Option<String>> = BTreeMap::new();
    if let (None, Some(seal)) = (&head.commit, &head.seal) {
        for file in seal.files.keys() {
            if let Some(segment) = segment_of(file) {
                let deletes = segments.entry(segment.to_owned()).or_default();
                *deletes = deletes.take().or_else(|| Some(file.clone()).filter(is_deletes));
            }
        }
        return (segments, seal.commit.documents);
    }
    let Some(commit) = head.commit.as_ref().or(head.listed.as_ref()) else { return (segments, 0) };
    segments.extend(commit.segments.iter().map(|segment| (segment.name(), segment.files().find(is_deletes))));
    (segments, commit.documents())
}

/// The paths that the index remembers.
fn roots(inspection: &Inspection) -> BTreeMap<String, String> {
    let head = &inspection.head;
    let listed = || head.listed.as_ref().map(|commit| commit.payload().roots);
    head.seal.as_ref().map(|seal| seal.roots.clone()).or_else(listed).unwrap_or_default()
}
