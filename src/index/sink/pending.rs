//! What repeats over the pages of a site is in none of them at the end of a run.
//!
//! What else a site has in the index has to be known for that. The first pages of a run, and most runs have no more, are
//! therefore held until its end: then they are written once, as they are to be, and all of the run is one commit. Those of
//! a larger run are written by what is known of their sites so far; they are committed, looked at, and the few that were
//! misjudged are written anew.

use std::collections::HashSet;
use std::mem::take;

use jiff::Timestamp;
use tantivy::schema::Value;

use super::Sink;
use crate::index::copies::Likeness;
use crate::index::document::{Identity, document};
use crate::index::error::IndexError;
use crate::index::keys::{Key, is_line};
use crate::index::payload::Stamp;
use crate::index::repeats::{At, Cut, Library, Rewrite, Verdict};
use crate::index::state::{Known, plain_id};

/// Pages are held up to this number of them, and of bytes of their text: what bounds the memory that they take.
const MOST_HELD: usize = 1000;
const MOST_BYTES: usize = 4 << 20;

/// Pages that are gone are looked up one by one in what was committed, as long as they are no more.
const MOST_GONE: usize = 2000;

/// A page on its way into the index.
pub(super) struct Held {
    pub(super) key: Key,
    pub(super) id: Box<str>,
    pub(super) path: Box<str>,
    pub(super) stamp: Stamp,
    pub(super) likeness: Likeness,
    pub(super) cut: Cut,
}

/// What a run has done since its last commit, and nobody can read yet.
#[derive(Default)]
pub(super) struct Pending {
    /// The pages that were put in, in order: all of them, or none.
    held: Vec<Held>,
    bytes: usize,
    /// The keys of the pages that were deleted.
    gone: Vec<Key>,
    /// Whether there were too many to hold.
    too_much: bool,
}

impl Pending {
    /// Notes that a page is deleted.
    pub(super) fn forget(&mut self, key: &str) {
        self.held.retain(|page| *page.key != *key);
        if self.gone.len() <= MOST_GONE {
            self.gone.push(key.into());
        }
    }
}

impl Sink {
    /// Takes a page.
    pub(super) fn hold(&mut self, page: Held) -> Result<(), IndexError> {
        if is_line(&page.key) {
            return self.add(&page);
        }
        let pending = &mut self.pending;
        pending.bytes += page.cut.article.blocks.iter().map(|block| block.text.len()).sum::<usize>();
        pending.held.push(page);
        pending.too_much |= pending.held.len() > MOST_HELD || pending.bytes > MOST_BYTES;
        if pending.too_much { self.release() } else { Ok(()) }
    }

    /// Writes the pages that are held, each without what is known so far to repeat over its site.
    pub(super) fn release(&mut self) -> Result<(), IndexError> {
        for page in take(&mut self.pending.held) {
            let cut = match self.options.page_by_page {
                true => page.cut,
                false => {
                    let repeats = self.learner.judge(&page.cut);
                    page.cut.judged(&repeats)
                }
            };
            self.add(&Held { cut, ..page })?;
        }
        Ok(())
    }

    fn add(&mut self, page: &Held) -> Result<(), IndexError> {
        let Held { key, id, path, stamp, likeness, cut } = page;
        let plain_id = plain_id(path);
        let identity = Identity { id, plain_id: &plain_id, key, stamp: *stamp, indexed: self.now, likeness: *likeness };
        let document = document(&self.fields, cut, &identity);
        self.add_document(document)
    }

    /// Sees to it that what repeats over the pages of a site is in none of them, and all else is. Done once the copies are out,
    /// which would repeat everything.
    pub(crate) fn settle_repeats(&mut self) -> Result<(), IndexError> {
        if self.settled || self.writer.is_none() {
            return Ok(());
        }
        if self.pending.too_much || self.pending.gone.len() > MOST_GONE {
            self.commit()?;
        }
        let searcher = self.writer()?.index().reader_builder().try_into()?.searcher();
        let touched: Option<HashSet<u64>> = self.touched.take();
        let mut library = Library::open(&searcher, touched.as_ref(), &self.pending.gone)?;
        self.pending.held.iter().for_each(|page| library.hold(page.cut.publisher, &page.cut.outline));
        let mut of_held = vec![Vec::new(); self.pending.held.len()];
        for pages in library.sites() {
            let verdicts = library.verdicts(pages, !self.options.page_by_page);
            let is_shortened = |verdict: &&Verdict| verdict.repeats.iter().any(Option::is_some);
            self.summary.shortened += verdicts.iter().filter(is_shortened).count();
            for Verdict { at, is_new, repeats } in verdicts {
                if self.options.stop.is_requested() {
                    self.summary.interrupted = true;
                    return Ok(());
                }
                match at {
                    At::Held(number) => of_held[number] = repeats,
                    At::Index(at) if is_new => {
                        if let Some(rewrite) = library.rewrite(at, &repeats)? {
                            self.rewrite(rewrite)?;
                        }
                    }
                    At::Index(_) => {}
                }
            }
        }
        for (page, repeats) in take(&mut self.pending.held).into_iter().zip(of_held) {
            self.add(&Held { cut: page.cut.judged(&repeats), ..page })?;
        }
        self.touched = Some(HashSet::new());
        (self.dirty, self.settled) = (true, true);
        Ok(())
    }

    /// Puts a document in place of itself, with another text.
    fn rewrite(&mut self, Rewrite { key, document: old, cut }: Rewrite) -> Result<(), IndexError> {
        let Some(Known { id, path, stamp, likeness, .. }) = self.state.pages.get(&*key).cloned() else { return Ok(()) };
        let indexed = old.get_first(self.fields.indexed).and_then(|value| value.as_datetime());
        let indexed = indexed.and_then(|at| Timestamp::from_second(at.into_timestamp_secs()).ok()).unwrap_or(self.now);
        let plain_id = plain_id(&path);
        let identity = Identity { id: &id, plain_id: &plain_id, key: &key, stamp, indexed, likeness };
        let document = document(&self.fields, &cut, &identity);
        self.delete(&key)?;
        self.add_document(document)
    }
}
