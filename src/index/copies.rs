//! One page, one article: whether two articles are the same one met twice, and which of them to keep.
//!
//! A folder of saved pages holds the same article again and again: saved anew, in its print and AMP versions, as text
//! beside the page. Measured on 3,486 pages: of 72 pairs alike, 47 were one address captured twice.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use url::Url;

use super::address::plain_address;
use super::document::short_hash;
use crate::article::Article;
use crate::extract::hash::Hash;
use crate::extract::plain_host;
use crate::extract::text::{folded, words};

/// What tells an article from others, and a good copy from a bad one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Likeness {
    /// A hash of the address without what differs between copies; 0 where there is none.
    pub(crate) address: u64,
    /// A hash of the host; 0 where there is none.
    pub(crate) host: u64,
    /// A hash of the title; 0 where there is none.
    pub(crate) title: u64,
    /// A hash of the text.
    pub(crate) text: u64,
    /// A fingerprint of the text: alike texts have alike bits.
    pub(crate) alike: u64,
    /// Words of the text.
    pub(crate) words: u64,
    /// When the page was saved, in seconds since 1970; 0 where no tool wrote it down.
    pub(crate) saved: u64,
    /// When its file changed, in nanoseconds since 1970. Copying files changes this, so that it counts last.
    pub(crate) changed: u64,
}

/// So few bits differ between texts that have five in six of their phrases of three words in common, and between texts that
/// have none in common once in ten million times.
pub(crate) const ALIKE: u32 = 10;

/// The same for half of the phrases. Texts that have none in common differ in so few bits once in three hundred times, so
/// that the title has to be the same as well, and not that of a whole series under one address.
const ALIKE_UNDER_ONE_TITLE: u32 = 21;
const LARGEST_FEW: usize = 4;

/// A shorter text says too little to be compared but as a whole, and too little to tell that an article stands elsewhere
/// again.
pub(crate) const LEAST_WORDS: u64 = 30;

/// Whether two texts say nearly the same, by their fingerprints.
pub(crate) fn are_alike(a: u64, b: u64) -> bool {
    (a ^ b).count_ones() <= ALIKE
}

impl Likeness {
    pub(crate) fn of(article: &Article, changed: u64) -> Likeness {
        let url = article.url.as_ref().and_then(|url| Url::parse(&url.value).ok());
        let body = article.body();
        Likeness {
            address: url.as_ref().map_or(0, |url| hash(&plain_address(url))),
            host: Likeness::host(url.as_ref().and_then(Url::host_str).unwrap_or_default()),
            title: article.title.as_ref().map_or(0, |title| hash(&folded(&title.value))),
            text: hash(&body),
            alike: fingerprint(&body),
            words: words(&body) as u64,
            saved: article.saved.map_or(0, |at| at.as_second().max(0) as u64),
            changed,
        }
    }

    /// The hash of a host; 0 of none.
    pub(crate) fn host(host: &str) -> u64 {
        if host.is_empty() { 0 } else { hash(plain_host(host)) }
    }

    /// Whether two pages at one address are one article. A wrong canonical address makes strangers of a site share one, so
    /// that the texts have to be alike; `few` says that no more share it than one page saved again and again.
    fn same_at_one_address(&self, other: &Likeness, few: bool) -> bool {
        if self.text == other.text {
            return true;
        }
        let bits = (self.alike ^ other.alike).count_ones();
        let long = self.words >= LEAST_WORDS && other.words >= LEAST_WORDS;
        long && bits <= if few && self.title == other.title { ALIKE_UNDER_ONE_TITLE } else { ALIKE }
    }

    /// Whether two pages with exactly the same text are one article: not where two sites carry it, nor where one site shows
    /// the same text, that of its paywall, under several titles.
    fn same_with_one_text(&self, other: &Likeness) -> bool {
        let apart = self.address != 0 && other.address != 0;
        !apart || (self.host == other.host && self.title == other.title)
    }

    /// Whether this copy is better than another of as much text: it knows its address, is newer, and of copies that are
    /// alike in that the first by name.
    fn rank<'k>(&self, key: &'k str) -> (bool, u64, u64, Reverse<&'k str>) {
        (self.address != 0, self.saved, self.changed, Reverse(key))
    }
}

fn hash(text: &str) -> u64 {
    short_hash(text.as_bytes()).max(1)
}

/// Of pages by their keys, those that are copies, each with the page to keep: the newest, unless much of its text is missing.
/// What comes out depends on the pages alone, not on the order in which they were met.
pub(crate) fn copies<'k>(pages: impl Iterator<Item = (&'k str, &'k Likeness)>) -> HashMap<&'k str, &'k str> {
    let mut pages: Vec<(&str, &Likeness)> = pages.collect();
    pages.sort_unstable_by_key(|(key, _)| *key);
    let mut groups = Groups::new(pages.len());
    for members in bucketed(&pages, |page| page.address) {
        let few = members.len() <= LARGEST_FEW;
        groups.join(&members, |a, b| pages[a].1.same_at_one_address(pages[b].1, few));
    }
    for members in bucketed(&pages, |page| if page.words < LEAST_WORDS { 0 } else { page.text }) {
        groups.join(&members, |a, b| pages[a].1.same_with_one_text(pages[b].1));
    }
    let mut copies = HashMap::new();
    for members in groups.members() {
        let longest = members.iter().map(|&at| pages[at].1.words).max().unwrap_or(0);
        let whole = members.iter().filter(|&&at| pages[at].1.words * 10 >= longest * 7);
        let Some(&best) = whole.max_by_key(|&&at| pages[at].1.rank(pages[at].0)) else { continue };
        copies.extend(members.iter().filter(|&&at| at != best).map(|&at| (pages[at].0, pages[best].0)));
    }
    copies
}

/// The places of pages that share a value other than 0, where more than one does.
fn bucketed(pages: &[(&str, &Likeness)], value: impl Fn(&Likeness) -> u64) -> Vec<Vec<usize>> {
    let valued = pages.iter().enumerate().map(|(at, (_, page))| (value(page), at));
    let mut valued: Vec<(u64, usize)> = valued.filter(|(value, _)| *value != 0).collect();
    valued.sort_unstable();
    let buckets = valued.chunk_by(|a, b| a.0 == b.0).filter(|members| members.len() > 1);
    let mut shared: Vec<Vec<usize>> = buckets.map(|members| members.iter().map(|(_, at)| *at).collect()).collect();
    shared.sort_unstable();
    shared
}

/// Groups of pages: each page's first companion, itself where it is the first.
struct Groups(Vec<usize>);

impl Groups {
    fn new(count: usize) -> Groups {
        Groups((0..count).collect())
    }

    fn first(&self, mut at: usize) -> usize {
        while self.0[at] != at {
            at = self.0[at];
        }
        at
    }

    /// Joins each of the members with the first before it that is the same.
    fn join(&mut self, members: &[usize], same: impl Fn(usize, usize) -> bool) {
        let mut firsts: Vec<usize> = Vec::new();
        for &at in members {
            match firsts.iter().find(|&&first| same(first, at)) {
                Some(&first) => {
                    let (a, b) = (self.first(first), self.first(at));
                    self.0[a.max(b)] = a.min(b);
                }
                None => firsts.push(at),
            }
        }
    }

    /// The groups of more than one.
    fn members(&self) -> Vec<Vec<usize>> {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for at in 0..self.0.len() {
            let first = self.first(at);
            if first != at {
                groups.entry(first).or_insert_with(|| vec![first]).push(at);
            }
        }
        groups.into_values().collect()
    }
}

/// The hash that all spellings of an address have in common, and the articles at it in [`Likeness::address`].
pub(crate) fn address_hash(address: &str) -> Option<u64> {
    let url = Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    Some(hash(&plain_address(&url)))
}

/// SimHash (Charikar 2002) over phrases of three words, in lower case: each phrase votes on each of 64 bits.
fn fingerprint(text: &str) -> u64 {
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
    let mut votes = [0i32; 64];
    for phrase in words.windows(3.min(words.len().max(1))) {
        let mut hash = Hash::default();
        phrase.iter().for_each(|word| hash.add(word));
        let hash = hash.finish();
        for (bit, vote) in votes.iter_mut().enumerate() {
            *vote += if hash >> bit & 1 == 1 { 1 } else { -1 };
        }
    }
    votes.iter().enumerate().fold(0, |bits, (bit, vote)| bits | u64::from(*vote > 0) << bit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(address: &str, title: &str, text: &str, saved: u64) -> Likeness {
        let url = Url::parse(address).ok();
        Likeness {
            address: url.as_ref().map_or(0, |url| hash(&plain_address(url))),
            host: Likeness::host(url.as_ref().and_then(Url::host_str).unwrap_or_default()),
            title: hash(title),
            text: hash(text),
            alike: fingerprint(text),
            words: words(text) as u64,
            saved,
            changed: 0,
        }
    }

    /// The copies among pages, whatever the order in which they come.
    fn copies_of(pages: &[(&'static str, Likeness)]) -> Vec<(&'static str, &'static str)> {
        let sorted = |pages: &[&(&'static str, Likeness)]| {
            let mut copies: Vec<_> = copies(pages.iter().map(|(key, page)| (*key, page))).into_iter().collect();
            copies.sort_unstable();
            copies.into_iter().map(|(a, b)| (name(a), name(b))).collect::<Vec<_>>()
        };
        let forth: Vec<_> = pages.iter().collect();
        let back: Vec<_> = pages.iter().rev().collect();
        assert_eq!(sorted(&forth), sorted(&back));
        sorted(&forth)
    }

    fn name(key: &str) -> &'static str {
        ["a", "b", "c", "d"].into_iter().find(|name| *name == key).unwrap()
    }

    fn text(topic: &str, words: usize) -> String {
        (0..words / 4).map(|i| format!("{topic}{i} of the {topic} ")).collect()
    }

    const X: &str = "https://a.example/x";

    #[test]
    fn spellings_of_an_address_have_one_hash() {
        assert_eq!(address_hash("http://www.a.example/x/#top"), address_hash(X));
        assert_ne!(address_hash("https://a.example/y"), address_hash(X));
        assert_eq!(address_hash("mailto:a@a.example"), None);
    }

    #[test]
    fn one_address_is_one_article_only_with_alike_texts() {
        let whole = text("canal", 400);
        let edited = whole.replace("canal17 of", "canal17 and 18 of") + "One more sentence stands at its end.";
        let again = page("https://a.example/x?print=1", "Canal", &edited, 2);
        assert_eq!(copies_of(&[("a", page(X, "Canal", &whole, 1)), ("b", again)]), [("a", "b")]);
        let stranger = page(X, "Harbour", &text("harbour", 400), 2);
        assert_eq!(copies_of(&[("a", page(X, "Canal", &whole, 1)), ("b", stranger)]), []);
        let short = |text| page(X, "Canal", text, 1);
        assert_eq!(copies_of(&[("a", short("Two words.")), ("b", short("Three other words."))]), []);
    }

    #[test]
    fn strangers_under_one_wrong_address_stay_apart() {
        let keys: Vec<String> = (0..400).map(|n| format!("{n:03}")).collect();
        let pages: Vec<Likeness> =
            (0..400).map(|n| page(X, "The morning briefing", &text(&format!("topic{}", n * 7919), 300), n)).collect();
        assert_eq!(copies(keys.iter().map(String::as_str).zip(&pages)).len(), 0);
    }

    #[test]
    fn the_same_text_elsewhere_is_one_article_only_on_one_site_and_under_one_title() {
        let canal = text("canal", 400);
        let first = ("a", page(X, "Canal", &canal, 1));
        let second = |address, title, text: &str| ("b", page(address, title, text, 0));
        assert_eq!(copies_of(&[first, second("https://a.example/y", "Canal", &canal)]), [("b", "a")]);
        assert_eq!(copies_of(&[first, second("", "", &canal)]), [("b", "a")]);
        for other in [
            second("https://b.example/x", "Canal", &canal),
            second("https://a.example/y", "Harbour", &canal),
            second("https://a.example/y", "Canal", &canal.replace("canal17 of", "canal17 in")),
        ] {
            assert_eq!(copies_of(&[first, other]), []);
        }
    }

    #[test]
    fn the_newest_whole_copy_is_kept() {
        let whole = text("canal", 400);
        let cut = |words: usize| whole.split_inclusive(' ').take(words).collect::<String>();
        let saved = |text: &str, at| page(X, "Canal", text, at);
        assert_eq!(copies_of(&[("a", saved(&whole, 1)), ("b", saved(&whole, 2))]), [("a", "b")]);
        assert_eq!(copies_of(&[("a", saved(&whole, 1)), ("b", saved(&cut(250), 2))]), [("b", "a")]);
        // Each is whole beside the one before it, but not beside the first.
        let chain = [("a", saved(&whole, 1)), ("b", saved(&cut(300), 2)), ("c", saved(&cut(220), 3))];
        assert_eq!(copies_of(&chain), [("a", "b"), ("c", "b")]);
        let touched = Likeness { saved: 0, changed: 9, ..saved(&whole, 1) };
        assert_eq!(copies_of(&[("a", saved(&whole, 1)), ("b", touched)]), [("b", "a")]);
        let twins = [("b", saved(&whole, 1)), ("a", saved(&whole, 1))];
        assert_eq!(copies_of(&twins), [("b", "a")]);
    }
}
