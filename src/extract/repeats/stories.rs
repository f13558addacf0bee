//! Which pages of a site are versions of one story: what these have in common is text of theirs.

use std::collections::HashMap;

use super::learn::pieces;
use super::outline::Outline;
use super::pages::common;

/// Two pages are versions of one story if they share this part of the shorter one's words, in pieces that few pages have.
const ONE_STORY: f32 = 0.5;

/// Versions of one story are few: a text that more pages have than these, or than this part of the site, is looked at as
/// one that repeats.
const MOST_VERSIONS: usize = 6;
const VERSIONS_SHARE: usize = 3;

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
