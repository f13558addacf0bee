//! What pages have in common that is text of theirs: the versions of one story, and passages that several articles share.

use std::collections::{HashMap, HashSet};

use super::learn::{Text, pieces};
use super::outline::{Outline, Piece, Sort};
use super::pages::common;
use super::rules::PROSE;

/// Two pages are versions of one story if they share this part of the shorter one's words, in pieces that few pages have.
const ONE_STORY: f32 = 0.5;

/// Versions of one story are few: a text that more pages have than these, or than this part of the site, is looked at as
/// one that repeats.
const MOST_VERSIONS: usize = 6;
const VERSIONS_SHARE: usize = 3;

/// So many long pieces that follow each other and always come together are a passage, if no more than this part of the pages
/// have it; what the publisher says of himself at such length stands on all. So many are one, be they on all pages.
const PASSAGE: usize = 3;
const PASSAGE_PAGES: f32 = 0.6;
const LONG_PASSAGE: usize = 5;

/// For each page the number of its story: that of the first page that is another version of the same.
pub(super) fn stories(outlines: &[&Outline]) -> Vec<usize> {
    let common = common(outlines.iter().flat_map(|outline| pieces(outline)).map(|piece| piece.text()), 2);
    if common.is_empty() {
        return (0..outlines.len()).collect();
    }
    let mut pages: HashMap<u32, Vec<usize>> = HashMap::new();
    let mut words: HashMap<u32, usize> = HashMap::new();
    for (page, outline) in outlines.iter().enumerate() {
        for piece in pieces(outline).filter(|piece| common.contains(&piece.text())) {
            let on = pages.entry(piece.text()).or_default();
            if on.last() != Some(&page) {
                on.push(page);
            }
            words.insert(piece.text(), piece.words());
        }
    }
    let most = MOST_VERSIONS.min(outlines.len() / VERSIONS_SHARE).max(2);
    let mut shared: HashMap<(usize, usize), usize> = HashMap::new();
    for (text, on) in pages.iter().filter(|(_, on)| on.len() <= most) {
        for (at, &page) in on.iter().enumerate() {
            on[..at].iter().for_each(|&other| *shared.entry((other, page)).or_default() += words[text]);
        }
    }
    let mut story: Vec<usize> = (0..outlines.len()).collect();
    let total: Vec<usize> = outlines.iter().map(|outline| outline.words()).collect();
    for ((a, b), words) in shared {
        if words as f32 >= ONE_STORY * total[a].min(total[b]).max(1) as f32 {
            let (a, b) = (first(&story, a), first(&story, b));
            story[a.max(b)] = a.min(b);
        }
    }
    (0..story.len()).map(|page| first(&story, page)).collect()
}

/// The first page of a story.
fn first(story: &[usize], mut page: usize) -> usize {
    while story[page] != page {
        page = story[page];
    }
    page
}

/// The companies of the passages that several articles share: background that an agency adds to its reports, an older text with
/// news before it. A box is shorter, or stands in a place of its own: a passage stands where its page has text that no other has.
pub(super) fn passages(outlines: &[&Outline], texts: &HashMap<u32, Text>) -> HashSet<u64> {
    let mut passages = HashSet::new();
    for outline in outlines {
        let company = |piece: &Piece| texts.get(&piece.text()).map(|text| text.company);
        let body: Vec<&Piece> = pieces(outline).filter(|piece| piece.sort() != Sort::Heading).collect();
        let is_long = |piece: &&&Piece| piece.sort() == Sort::Text && piece.words() >= PROSE;
        let own: HashSet<u32> =
            body.iter().filter(is_long).filter(|piece| company(piece).is_none()).map(|piece| piece.place()).collect();
        for run in body.chunk_by(|one, next| company(one) == company(next)) {
            let Some(text) = texts.get(&run[0].text()) else { continue };
            let long = run.iter().filter(is_long).filter(|piece| own.contains(&piece.place())).count();
            let is_of_some = !text.is_common((PASSAGE_PAGES, 0));
            if long >= LONG_PASSAGE || long >= PASSAGE && is_of_some {
                passages.insert(text.company);
            }
        }
    }
    passages
}
