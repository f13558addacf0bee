//! What repeats over the pages of a site: which texts, and in which places.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::outline::{Outline, Piece, Sort};

/// A text repeats when so many pages have it: what two have may be an update of the one.
pub(super) const LEAST_SEEN: usize = 3;

/// Two pages are versions of one story if they share this part of the shorter one's words, in pieces that few pages have.
const ONE_STORY: f32 = 0.5;

/// Versions of one story are few: a text that more pages have than these, or than this part of the site, is looked at as
/// one that repeats.
const MOST_VERSIONS: usize = 6;
const VERSIONS_SHARE: usize = 3;

/// This part of the pages is most.
const MOSTLY: f32 = 0.75;

/// What repeats over the pages of one site.
#[derive(Debug, Clone, Default)]
pub struct Site {
    /// Pages, the versions of one story counted once.
    pub(super) pages: usize,
    /// The texts that repeat.
    texts: HashMap<u32, Text>,
    places: HashMap<u32, Usage>,
}

/// A text that repeats: on [`LEAST_SEEN`] pages at least.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Text {
    /// On how many pages it stands, the versions of one story counted once.
    pub(super) seen: usize,
    /// Stands for the set of those pages: texts that always come together have the same.
    pub(super) company: u64,
    /// On how many pages it stands; on how many of these there is nothing but repeats before it, or after it; and on how
    /// many it stands beside another that repeats, or before one.
    pages: usize,
    edges: usize,
    beside: usize,
    before: usize,
}

impl Text {
    /// Whether it mostly stands at an edge of the article. What a reporter says again and again stands anywhere.
    pub(super) fn is_of_edges(&self) -> bool {
        self.edges as f32 >= MOSTLY * self.pages as f32
    }

    /// Whether it mostly stands beside others that repeat.
    pub(super) fn is_of_rows(&self) -> bool {
        self.beside as f32 >= MOSTLY * self.pages as f32
    }

    /// Whether it stands before one that repeats as often as not.
    pub(super) fn is_of_heads(&self) -> bool {
        self.before * 2 >= self.pages
    }
}

/// A piece of an article, and what is known of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    pub(super) piece: Piece,
    /// What is known of its text, if that repeats.
    pub(super) text: Option<Text>,
    /// What stands in its place.
    pub(super) usage: Usage,
}

/// What stands in a place, over all pages.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Usage {
    /// Pieces, those of them whose text repeats, and the pages that have any.
    pub(super) pieces: usize,
    pub(super) repeated: usize,
    pub(super) pages: usize,
}

impl Site {
    /// Learns from the articles of a site. The order of the articles does not matter.
    pub fn learn(outlines: &[Outline]) -> Site {
        let stories = stories(outlines);
        let mut texts = texts(outlines, &stories);
        texts.retain(|_, text| text.seen >= LEAST_SEEN);
        let pages = stories.iter().collect::<HashSet<_>>().len();
        let mut site = Site { pages, texts, places: HashMap::new() };
        outlines.iter().for_each(|outline| site.note_places(outline));
        outlines.iter().for_each(|outline| site.note_positions(outline));
        site
    }

    fn note_places(&mut self, outline: &Outline) {
        let mut here = HashSet::new();
        for (piece, parts) in outline.divided().filter(|(piece, _)| counts(piece) && piece.sort() != Sort::Heading) {
            let repeated = self.text(piece, parts).is_some();
            let usage = self.places.entry(piece.place()).or_default();
            usage.pieces += 1;
            usage.repeated += usize::from(repeated);
            usage.pages += usize::from(here.insert(piece.place()));
        }
    }

    /// Notes where the texts of a page stand, once each.
    fn note_positions(&mut self, outline: &Outline) {
        let known = self.known(outline);
        let repeats: Vec<bool> = known.iter().map(|known| self.repeats_somehow(known)).collect();
        let middle = middle(&known, &repeats);
        let [mut here, mut at_edge, mut in_row, mut at_head] = [const { BTreeSet::new() }; 4];
        for (at, (piece, parts)) in outline.divided().enumerate() {
            let texts = || std::iter::once(piece.text()).chain(parts.iter().map(|part| part.text()));
            let is_text = |at: usize| known[at].piece.sort() != Sort::Heading;
            let beside = |at: usize| repeats.get(at).is_some_and(|repeats| *repeats && is_text(at));
            here.extend(texts());
            if !middle.contains(&at) {
                at_edge.extend(texts());
            }
            if beside(at.wrapping_sub(1)) || beside(at + 1) {
                in_row.extend(texts());
            }
            if beside(at + 1) {
                at_head.extend(texts());
            }
        }
        for text in here {
            if let Some(known) = self.texts.get_mut(&text) {
                known.pages += 1;
                known.edges += usize::from(at_edge.contains(&text));
                known.beside += usize::from(in_row.contains(&text));
                known.before += usize::from(at_head.contains(&text));
            }
        }
    }

    /// The pieces of an article, with what is known of each.
    pub(super) fn known(&self, outline: &Outline) -> Vec<Known> {
        let known = |(piece, parts): (Piece, &[Piece])| Known {
            piece,
            text: self.text(piece, parts),
            usage: self.places.get(&piece.place()).copied().unwrap_or_default(),
        };
        outline.divided().map(known).collect()
    }

    /// What is known of the text of a piece, if it repeats: as a whole, or else its parts.
    fn text(&self, piece: Piece, parts: &[Piece]) -> Option<Text> {
        if let Some(text) = self.texts.get(&piece.text()) {
            return Some(*text);
        }
        let known = || parts.iter().filter_map(|part| Some((part.words(), self.texts.get(&part.text())?)));
        let words: usize = known().map(|(words, _)| words).sum();
        let company = known().fold(0, |sum: u64, (_, text)| sum.wrapping_add(text.company));
        let (_, longest) = known().max_by_key(|(words, text)| (*words, text.company))?;
        (words as f32 >= MOSTLY * piece.words() as f32).then_some(Text { company, ..*longest })
    }
}

/// The first and the last piece of an article that does not repeat, and all between: what is not at its edges.
fn middle(known: &[Known], repeats: &[bool]) -> std::ops::Range<usize> {
    let own = |at: &usize| counts(&known[*at].piece) && known[*at].piece.sort() != Sort::Heading && !repeats[*at];
    match ((0..known.len()).find(own), (0..known.len()).rev().find(own)) {
        (Some(first), Some(last)) => first..last + 1,
        _ => 0..0,
    }
}

/// Whether a piece has a text of its own.
fn counts(piece: &Piece) -> bool {
    piece.text() != 0 && piece.sort() != Sort::Rest
}

/// On how many stories each text stands, and on which.
fn texts(outlines: &[Outline], stories: &[usize]) -> HashMap<u32, Text> {
    let mut on: HashMap<u32, HashSet<usize>> = HashMap::new();
    for (outline, story) in outlines.iter().zip(stories) {
        for piece in outline.0.iter().filter(|piece| counts(piece)) {
            on.entry(piece.text()).or_default().insert(*story);
        }
    }
    // The sum of what stands for each page does not depend on their order.
    let company =
        |stories: &HashSet<usize>| stories.iter().fold(0, |sum: u64, story| sum.wrapping_add(outlines[*story].hash()));
    let text = |stories: &HashSet<usize>| Text { seen: stories.len(), company: company(stories), ..Text::default() };
    on.into_iter().map(|(hash, stories)| (hash, text(&stories))).collect()
}

/// For each page the number of its story: that of the first page that is another version of the same.
fn stories(outlines: &[Outline]) -> Vec<usize> {
    let mut pages: HashMap<u32, Vec<usize>> = HashMap::new();
    let mut words: HashMap<u32, usize> = HashMap::new();
    for (page, outline) in outlines.iter().enumerate() {
        for piece in outline.0.iter().filter(|piece| counts(piece) && piece.sort() != Sort::Part) {
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
    let total: Vec<usize> = outlines.iter().map(Outline::words).collect();
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
