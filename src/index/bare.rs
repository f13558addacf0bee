//! Pages without a text of their own: which of them are left out, and by which rules a page counts as read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::IndexOptions;
use super::document::EXTRACTION_RULES;
use super::payload::{Note, Payload, Remark};
use crate::article::{Article, Kind};

/// A page that is not indexed, since it has no text of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bare {
    /// How the page is called.
    pub path: String,
    /// What it is instead of an article.
    pub kind: Kind,
}

impl Bare {
    /// The page of an article, where it is plainly without a text of its own.
    pub(crate) fn of(article: &Article) -> Option<Bare> {
        article.is_bare().then(|| Bare { path: article.path.clone(), kind: article.kind })
    }
}

/// How many pages are of each kind.
pub(crate) fn by_kind<'b>(pages: impl Iterator<Item = &'b Bare>) -> BTreeMap<Kind, usize> {
    let mut kinds = BTreeMap::new();
    for page in pages {
        *kinds.entry(page.kind).or_default() += 1;
    }
    kinds
}

/// The same, as `3 empty, 1 error`.
pub(crate) fn counted(kinds: &BTreeMap<Kind, usize>) -> String {
    kinds.iter().map(|(kind, count)| format!("{count} {}", kind.name())).collect::<Vec<_>>().join(", ")
}

/// The pages that a note says were left out.
pub(crate) fn noted(note: Option<&Note>) -> &[Bare] {
    match note {
        Some(Note { remark: Remark::Bare(pages), .. }) => pages,
        _ => &[],
    }
}

/// The pages that the payload of a commit says were left out, by path.
pub(crate) fn left_out(payload: Option<&str>) -> Vec<Bare> {
    let notes = Payload::read(payload).notes;
    let mut pages: Vec<Bare> = notes.values().flat_map(|note| noted(Some(note)).iter().cloned()).collect();
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    pages
}

/// By which rules a run reads pages.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rules {
    fingerprint: u64,
    all_kinds: bool,
}

/// What the fingerprint of a page is marked with that is indexed only since pages of all kinds are: a run that leaves them
/// out finds it by that.
const BARE: u64 = 0x9E37_79B9_7F4A_7C15;

impl Rules {
    pub(crate) fn of(options: &IndexOptions) -> Rules {
        Rules { fingerprint: EXTRACTION_RULES ^ options.extractor.fingerprint(), all_kinds: options.all_kinds }
    }

    /// The fingerprint of what is read now.
    pub(crate) fn fingerprint(&self) -> u64 {
        self.fingerprint
    }

    /// The fingerprint of a page that is indexed.
    pub(crate) fn of_page(&self, article: &Article) -> u64 {
        if article.is_bare() { self.fingerprint ^ BARE } else { self.fingerprint }
    }

    /// Whether a page with this fingerprint would be read alike, and indexed as it is.
    pub(crate) fn are(&self, fingerprint: u64) -> bool {
        fingerprint == self.fingerprint || (self.all_kinds && fingerprint == self.fingerprint ^ BARE)
    }

    /// Whether a note would be made again: pages that were left out would be taken by a run that takes all kinds.
    pub(crate) fn keep(&self, note: &Note) -> bool {
        self.are(note.stamp.rules) && !(self.all_kinds && matches!(note.remark, Remark::Bare(_)))
    }
}
