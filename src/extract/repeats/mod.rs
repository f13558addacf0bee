//! What repeats over the pages of one site, and is therefore no part of any of its articles: newsletter pitches, notes on
//! authors, teasers, legal lines, whatever they are called and wherever an editor has put them.
//!
//! One page cannot tell such a paragraph from its own text; sixty can. So this comes after the extraction of single pages:
//! [`Repeats`] collects the [`Outline`]s of the articles, [`Site`] says what repeats, by rules that are few and have names,
//! and what they say depends on the set of pages alone, not on their order.

mod boxes;
mod learn;
mod outline;
mod pages;
pub(crate) mod place;
mod rules;
mod stories;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

pub use learn::Site;
pub use outline::Outline;
pub use rules::{RULES, RepeatRule};

use crate::article::{Article, Block};
use crate::extract::facts::{host, plain_host};
use crate::extract::hash::Hash;
use crate::extract::text;
use crate::extract::trace::Reason;

/// Why a piece is taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repeat {
    /// By which rule.
    pub rule: &'static RepeatRule,
    /// On how many pages it was seen, or what stands in its place was.
    pub seen: usize,
    /// How many pages of the site there are.
    pub pages: usize,
}

/// The articles of many pages by their sites, as far as they are needed to say what repeats.
///
/// ```
/// use pressmark::extract::repeats::Repeats;
/// let page = |n: u32| pressmark::Page::html(format!("{n}.html"), format!("<h1>Report {n}</h1>
///     <p>The river commission said on Monday that barrage {n} would be closed until the spring, for repairs to its gates.</p>
///     <p>The map of the locks is drawn by those who walk the towpath every year, and who write to us of what they see.</p>"));
/// let articles: Vec<_> = (0..8).map(|n| pressmark::extract(&page(n))).collect();
/// let mut repeats = Repeats::default();
/// articles.iter().for_each(|article| repeats.add(article));
/// let sites = repeats.learn();
/// for article in articles {
///     let (article, dropped) = sites.take_out(article);
///     assert_eq!((article.blocks.len(), dropped.len()), (1, 1));
///     assert_eq!(dropped[0].1.note.as_deref(), Some("seen on 8 of 8 pages"));
/// }
/// ```
#[derive(Debug, Clone, Default)]
pub struct Repeats(HashMap<u64, Vec<Outline>>);

impl Repeats {
    /// Adds an article to those of its site.
    pub fn add(&mut self, article: &Article) {
        self.0.entry(site_of(article, folder(&article.path))).or_default().push(Outline::of(article));
    }

    /// What repeats over the pages of each site.
    pub fn learn(&self) -> Sites {
        Sites(self.0.iter().map(|(&site, outlines)| (site, Site::learn(outlines))).collect())
    }
}

/// An article without what repeats over its site; of each of its blocks that went the number, and the reason. Given to
/// [`Trace::drop_kept`](crate::extract::Trace::drop_kept), these make the trace of the page tell so.
pub type Shortened = (Article, Vec<(usize, Reason)>);

/// What repeats over the pages of each of several sites.
#[derive(Debug, Clone, Default)]
pub struct Sites(HashMap<u64, Site>);

impl Sites {
    /// The article without what repeats over its site.
    pub fn take_out(&self, article: Article) -> Shortened {
        match self.0.get(&site_of(&article, folder(&article.path))) {
            Some(site) => site.take_out(article),
            None => (article, Vec::new()),
        }
    }
}

impl Site {
    /// The article without what repeats over the site.
    pub fn take_out(&self, article: Article) -> Shortened {
        if self.says_nothing() {
            return (article, Vec::new());
        }
        let verdict = self.judge(&Outline::of(&article));
        let (mut dropped, mut piece, mut block) = (Vec::new(), 0, 0);
        for group in article.groups() {
            if let Some(repeat) = verdict.get(piece).copied().flatten() {
                dropped.extend((block..block + group.len()).map(|block| (block, repeat.reason())));
            }
            piece += outline::pieces(group);
            block += group.len();
        }
        (without(article, &verdict).0, dropped)
    }
}

/// The article without the pieces for which there is a reason, and what they were.
pub(crate) fn without(mut article: Article, verdict: &[Option<Repeat>]) -> (Article, Vec<Vec<Block>>) {
    let (mut kept, mut taken, mut piece) = (Vec::new(), Vec::new(), 0);
    for group in article.groups() {
        match verdict.get(piece).copied().flatten() {
            Some(_) => taken.push(group.to_vec()),
            None => kept.extend_from_slice(group),
        }
        piece += outline::pieces(group);
    }
    article.blocks = kept;
    (article, taken)
}

impl Repeat {
    fn reason(&self) -> Reason {
        let note = Some(format!("seen on {} of {} pages", self.seen, self.pages));
        Reason { rule: self.rule.id, why: self.rule.why, note, score: None }
    }
}

/// What stands for the site of a page: its host, be it that of the pages for telephones, else the name of the site, else the
/// folder in which it was found.
pub(crate) fn site_of(article: &Article, folder: &str) -> u64 {
    let host = article.url.as_ref().and_then(|url| host(&url.value)).map(|host| plain_host(&host).to_owned());
    let name = || article.site.as_ref().map(|site| text::folded(&site.value)).filter(|name| !name.is_empty());
    Hash::of(&host.or_else(name).unwrap_or_else(|| folder.to_owned()))
}

/// The folder of a file, by its path.
pub(crate) fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}
