//! What repeats over the pages of a site: which texts, and in which places.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::outline::{Outline, Piece, Sort, Words};
use super::pages::Pages;
use super::rules::{ALIKE, LEAST_PAGES};
use super::stories::passages;

/// A text repeats when so many pages have it: what two have may be an update of the one.
pub(super) const LEAST_SEEN: usize = 3;

/// This part of the pages is most.
const MOSTLY: f32 = 0.75;

/// What repeats over the pages of one site.
#[derive(Debug, Clone, Default)]
pub struct Site {
    /// Pages, the versions of one story counted once.
    pub(super) pages: usize,
    /// The texts that repeat.
    texts: HashMap<u32, Text>,
    /// The runs of words of short pieces that repeat.
    runs: HashMap<u32, Text>,
    pub(super) places: HashMap<u32, Usage>,
    /// Whether its texts stand in places of their own, beside which there are boxes.
    pub(super) has_boxes: bool,
    /// Words in all places.
    pub(super) words: usize,
    /// Pages that end with a text which repeats, though not on most pages.
    ends: usize,
}

/// A text that repeats: on [`LEAST_SEEN`] pages at least.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Text {
    /// On how many pages it stands, the versions of one story counted once.
    pub(super) seen: usize,
    /// On how many it might: editions in other languages have it in other words.
    of: usize,
    /// Stands for the set of those pages: texts that always come together have the same.
    pub(super) company: u64,
    /// On how many pages it stands; on how many of these there is nothing but repeats before it, or after it; on how many
    /// some beyond it are not always together with it, or some on either side; and on how many it stands beside another that
    /// repeats, or before one.
    pages: usize,
    edges: usize,
    inner: usize,
    among: usize,
    beside: usize,
    before: usize,
}

impl Text {
    /// A text on so many of the pages on which it might stand, and what stands for these; where on them is not yet known.
    pub(super) fn on(seen: usize, of: usize, company: u64) -> Text {
        Text { seen, of, company, ..Text::default() }
    }

    /// Whether so many of the pages have it on which it might stand.
    pub(super) fn is_common(&self, (share, least): (f32, usize)) -> bool {
        self.seen >= least && self.seen as f32 >= share * self.of as f32
    }

    /// Whether more than half of those pages have it.
    pub(super) fn is_of_most(&self) -> bool {
        self.seen * 2 > self.of
    }

    /// Whether it mostly stands at an edge of the article. What a reporter says again and again stands anywhere.
    pub(super) fn is_of_edges(&self) -> bool {
        self.edges as f32 >= MOSTLY * self.pages as f32
    }

    /// Whether other texts that repeat stand between it and the end of the page, or its beginning, as often as not.
    pub(super) fn is_inner(&self) -> bool {
        self.inner * 2 >= self.pages
    }

    /// Whether it ends the page among several other texts that repeat as often as not.
    pub(super) fn is_among_others(&self) -> bool {
        self.among * 2 >= self.pages
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
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) piece: Piece,
    /// What is known of its text, if that repeats.
    pub(super) text: Option<Text>,
    /// What is known of each run of its words, if that repeats.
    pub(super) runs: Vec<Option<Text>>,
    /// Whether a figure is in that run of its words.
    pub(super) figured: Vec<bool>,
    /// How many figures there are in it, if it is looked at word by word.
    pub(super) figures: usize,
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
    /// Words of the pieces; the pieces that have the headline of another page, and those below such.
    pub(super) words: usize,
    pub(super) teasers: usize,
    pub(super) below: usize,
    /// The company of one of the texts that repeat, and whether others have another.
    company: Option<u64>,
    pub(super) is_varied: bool,
}

impl Site {
    /// Learns from the articles of a site. The order of the articles does not matter, nor how many pages of other kinds are
    /// among them: these have nothing that could repeat.
    pub fn learn(outlines: &[Outline]) -> Site {
        let outlines: Vec<&Outline> = outlines.iter().filter(|outline| !outline.is_empty()).collect();
        let outlines = outlines.as_slice();
        if outlines.len() < LEAST_PAGES {
            return Site { pages: outlines.len(), ..Site::default() };
        }
        let pages = Pages::of(outlines);
        let mut texts = pages.repeated(|outline| outline.all.iter().filter(|p| counts(p)).map(|p| p.text()).collect());
        let mut runs =
            pages.repeated(|outline| outline.divided().flat_map(|(.., words)| words.runs()).flatten().collect());
        let passages = passages(outlines, &texts);
        texts.retain(|_, text| !passages.contains(&text.company));
        runs.retain(|_, run| !passages.contains(&run.company));
        let mut site = Site { pages: pages.count, texts, runs, ..Site::default() };
        if site.repeats_nothing() && !outlines.iter().any(|outline| outline.has_teasers()) {
            return site;
        }
        outlines.iter().for_each(|outline| site.note_places(outline));
        site.words = site.places.values().map(|usage| usage.words).sum();
        site.has_boxes = site.is_of_free_text(outlines);
        outlines.iter().for_each(|outline| site.note_positions(outline));
        site
    }

    /// Whether no text, nor any run of words, is on several pages: then no rule can hold but those of boxes.
    pub(super) fn repeats_nothing(&self) -> bool {
        self.texts.is_empty() && self.runs.is_empty()
    }

    fn note_places(&mut self, outline: &Outline) {
        let (mut here, mut after_link) = (HashSet::new(), false);
        let texts = outline.divided().filter(|(piece, ..)| counts(piece) && piece.sort() != Sort::Heading);
        for (piece, parts, _) in texts {
            let repeated = self.text(piece, parts);
            let usage = self.places.entry(piece.place()).or_default();
            usage.pieces += 1;
            if let Some(text) = repeated {
                usage.repeated += 1;
                usage.is_varied |= *usage.company.get_or_insert(text.company) != text.company;
            }
            usage.pages += usize::from(here.insert(piece.place()));
            usage.words += piece.words();
            usage.teasers += usize::from(piece.is_teaser());
            usage.below += usize::from(std::mem::replace(&mut after_link, piece.is_teaser()));
        }
    }

    /// Notes where the texts of a page stand, once each.
    fn note_positions(&mut self, outline: &Outline) {
        let positions = self.positions(&self.known(outline));
        self.ends += usize::from(positions.iter().any(|position| position.is_last));
        let (mut texts, mut runs) = (BTreeMap::new(), BTreeMap::new());
        for ((piece, parts, words), position) in outline.divided().zip(positions) {
            std::iter::once(&piece).chain(parts).for_each(|piece| position.note(&mut texts, piece.text()));
            let known = words.runs().into_iter().flatten().filter(|run| self.runs.contains_key(run));
            known.for_each(|run| position.note(&mut runs, run));
        }
        texts.iter().for_each(|(text, position)| position.count(self.texts.get_mut(text)));
        runs.iter().for_each(|(run, position)| position.count(self.runs.get_mut(run)));
    }

    /// Where each piece of an article stands.
    fn positions(&self, known: &[Known]) -> Vec<Position> {
        let repeats: Vec<bool> = known.iter().map(|known| self.repeats_somehow(known)).collect();
        let everywhere: Vec<bool> = known.iter().map(|known| self.is_everywhere(known)).collect();
        let middle = middle(known, &repeats);
        let beside =
            |at: usize| repeats.get(at).is_some_and(|repeats| *repeats && known[at].piece.sort() != Sort::Heading);
        let is_text = |at: &usize| known[*at].piece.sort() != Sort::Heading && counts(&known[*at].piece);
        let stands = |at: &usize| is_text(at) && !everywhere[*at];
        let mut inner = vec![false; known.len()];
        mark_inner(known, (0..middle.start).filter(stands), &mut inner);
        let several = mark_inner(known, (middle.end..known.len()).rev().filter(stands), &mut inner);
        // What goes everywhere says of all beyond it that the text has ended, if there is any.
        let mut after = if middle.is_empty() { 0..0 } else { middle.end..known.len() };
        if let Some(end) = after.find(|at| is_text(at) && everywhere[*at]) {
            inner[end..].fill(true);
        }
        let last = (0..known.len()).rev().find(stands).filter(|at| known[*at].text.is_some());
        let position = |at: usize| Position {
            at_edge: !middle.contains(&at),
            is_inner: inner[at],
            is_among: inner[at] || several && at >= middle.end,
            is_last: last == Some(at),
            beside: beside(at.wrapping_sub(1)) || beside(at + 1),
            before: beside(at + 1),
        };
        (0..known.len()).map(position).collect()
    }

    /// Whether a piece goes whatever stands beside it: most pages have its text, or its place is that of a box.
    fn is_everywhere(&self, known: &Known) -> bool {
        let is_of_most = known.text.is_some_and(|text| text.is_of_most());
        is_of_most || self.anywhere(known).is_some() || self.is_like_others(known, ALIKE, |_| true).is_some()
    }

    /// Whether most pages end with one of several texts that repeat.
    pub(super) fn ends_in_turns(&self) -> bool {
        self.ends * 2 > self.pages
    }

    /// The pieces of an article, with what is known of each.
    pub(super) fn known(&self, outline: &Outline) -> Vec<Known> {
        let known = |(piece, parts, words): (Piece, &[Piece], Words)| {
            let runs = words.runs();
            Known {
                piece,
                text: self.text(piece, parts),
                runs: runs.iter().map(|run| self.runs.get(run.as_ref()?).copied()).collect(),
                figured: runs.iter().map(Option::is_none).collect(),
                figures: words.figures(),
                usage: self.places.get(&piece.place()).copied().unwrap_or_default(),
            }
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

/// Where a text stands in one article; if it stands there several times, each of these is said of one of them.
#[derive(Debug, Clone, Copy, Default)]
struct Position {
    at_edge: bool,
    is_inner: bool,
    is_among: bool,
    /// Whether it repeats and is the last but for what goes everywhere.
    is_last: bool,
    beside: bool,
    before: bool,
}

impl Position {
    fn note(self, positions: &mut BTreeMap<u32, Position>, text: u32) {
        let known = positions.entry(text).or_default();
        known.at_edge |= self.at_edge;
        known.is_inner |= self.is_inner;
        known.is_among |= self.is_among;
        known.beside |= self.beside;
        known.before |= self.before;
    }

    fn count(self, text: Option<&mut Text>) {
        if let Some(text) = text {
            text.pages += 1;
            text.edges += usize::from(self.at_edge);
            text.inner += usize::from(self.is_inner);
            text.among += usize::from(self.is_among);
            text.beside += usize::from(self.beside);
            text.before += usize::from(self.before);
        }
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

/// Marks the pieces of an edge, from the outside, that have others beyond them which do not always come together with them; and
/// says whether there are any.
/// What goes everywhere is none of these: where a law ends a text, the legal line of the site stands after it.
fn mark_inner(known: &[Known], order: impl Iterator<Item = usize>, inner: &mut [bool]) -> bool {
    let (mut outermost, mut differ) = (None, false);
    for at in order {
        let company = known[at].text.map(|text| text.company);
        differ |= *outermost.get_or_insert(company) != company;
        inner[at] = differ;
    }
    differ
}

/// The pieces of an article that have a text of their own, without their parts.
pub(super) fn pieces(outline: &Outline) -> impl Iterator<Item = &Piece> {
    outline.all.iter().filter(|piece| counts(piece) && piece.is_piece())
}

/// Whether a piece has a text of its own.
fn counts(piece: &Piece) -> bool {
    piece.text() != 0 && !matches!(piece.sort(), Sort::Rest | Sort::Words)
}
