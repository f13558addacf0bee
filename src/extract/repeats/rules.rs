//! Which of the pieces that repeat are taken out, and which are text that several articles share.

use std::collections::HashSet;

use super::Repeat;
use super::boxes::{BOX, TEASER};
use super::learn::{Known, LEAST_SEEN, Site, Text, Usage};
use super::outline::{Outline, RUN, Sort};

/// A rule by which a piece that repeats goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RepeatRule {
    /// Its name, as in `site.frame`.
    pub id: &'static str,
    /// Its reason.
    pub why: &'static str,
}

/// All rules, in the order in which they are tried.
pub const RULES: &[RepeatRule] = &[FRAME, COMMON, ROTATING, TEASERS, BOX, TEASER, EDGE, LIKE_OTHERS, HEADING];

const FRAME: RepeatRule = RepeatRule {
    id: "site.frame",
    why: "It repeats over the site, as most of what stands in this place of its pages.",
};
const COMMON: RepeatRule = RepeatRule { id: "site.common", why: "Too many pages of the site have it for a quotation." };
const ROTATING: RepeatRule = RepeatRule {
    id: "site.rotating",
    why: "It stands in a place where the pages of the site have next to nothing but texts that repeat.",
};
const TEASERS: RepeatRule = RepeatRule {
    id: "site.teasers",
    why: "One of several short texts in a row that repeat over the site, each on other pages: teasers that change.",
};
const EDGE: RepeatRule = RepeatRule {
    id: "site.edge",
    why: "It repeats over the site, mostly as here: before or after all that a page has of its own.",
};
const LIKE_OTHERS: RepeatRule = RepeatRule {
    id: "site.alike",
    why: "Most of it is word for word as on other pages of the site, and stands there as here: after all that a page has of its own.",
};
const HEADING: RepeatRule =
    RepeatRule { id: "site.heading", why: "A heading of nothing but texts that repeat over the site." };

/// Of fewer pages nothing is learned.
pub(super) const LEAST_PAGES: usize = 5;

/// Shorter pieces are data as often as boilerplate: the values of a list of properties repeat too.
pub(super) const LEAST_LINE: usize = 4;

/// Words that make a piece running text, which articles quote from each other.
pub(super) const PROSE: usize = 25;

/// Where this part of what stands in a place repeats, the place is a frame.
const FRAMED: f32 = 0.6;

/// Where this part of at least so many pieces repeats, so does the rest, only less often. Teasers are short.
const ALL_FRAMED: f32 = 0.8;
const LEAST_FRAMED: usize = 8;
pub(super) const LONGEST_TEASER: usize = 60;

/// So many teasers stand in a row, and so many of them on other pages than those beside them. Of the texts of a row one in so
/// many has a link, or stands elsewhere than the running text does: the sections of a law follow each other too.
const LEAST_TEASERS: usize = 3;
const ONE_LINKED_IN: usize = 3;

/// Amid the text of its pages nothing that articles share is on this part of the site's pages, nor on so many of a small site:
/// short pieces, and running text. What asks for something has a link, a law or what a reporter says again and again has none;
/// and what is set as a quotation mostly is one.
const COMMON_LINE: (f32, usize) = (0.51, 5);
const COMMON_PROSE: (f32, usize) = (0.6, 6);
const COMMON_LINKED_LINE: (f32, usize) = (0.4, 4);
const COMMON_LINKED_PROSE: (f32, usize) = (0.51, 5);
const COMMON_QUOTE: (f32, usize) = (0.75, 8);

/// The same at an edge of the text, unless it may be text itself: then no more than half of the pages have it.
const COMMON_EDGE: (f32, usize) = (0.04, LEAST_SEEN);

/// Words that are the same on so many pages, in a row so long, make a piece one that is like others: where it ends its page,
/// and where what comes after it is taken out.
///
/// `The appeal is dismissed`, `did not answer our questions`, `will meet again on 3 May` and what figures a report ends with
/// are shorter, and on fewer pages.
pub(super) const ALIKE: Likeness = Likeness { common: (0.65, LEAST_SEEN), row: 8, part: MOSTLY_ALIKE };
const ALIKE_BEFORE: Likeness = Likeness { common: (0.25, LEAST_SEEN), row: 7, part: MOSTLY_ALIKE };

/// This part of its words is the same, or it says something of its own.
const MOSTLY_ALIKE: f32 = 0.43;

/// What is left of a page has to be this part of it and so many words, or the page is let be: it is a version of another
/// page, or has no text of its own.
const LEAST_LEFT: f32 = 0.2;
const LEAST_WORDS: usize = 15;

/// What makes a piece like others: words that are the same on so many pages, in a row of so many, and this part of all.
#[derive(Debug, Clone, Copy)]
pub(super) struct Likeness {
    pub(super) common: (f32, usize),
    pub(super) row: usize,
    pub(super) part: f32,
}

/// For each piece of an article why it goes, if it does.
type Verdict = [Option<Repeat>];

impl Site {
    /// For each piece of an article of this site why it goes, if it does.
    pub fn judge(&self, outline: &Outline) -> Vec<Option<Repeat>> {
        if self.says_nothing() {
            return vec![None; outline.divided().count()];
        }
        let pieces = &self.known(outline);
        // Where all of a page is like others, as a weather report is, only what is the same goes.
        let mut verdicts = [true, false].into_iter().map(|alike| self.verdict(pieces, alike));
        verdicts.find(|out| leaves_enough(pieces, out)).unwrap_or_else(|| vec![None; pieces.len()])
    }

    /// Whether nothing goes from any page of the site, whatever stands on it.
    pub(super) fn says_nothing(&self) -> bool {
        self.pages < LEAST_PAGES || self.repeats_nothing() && !self.has_boxes
    }

    /// What each piece goes for, whatever is left; with what begins or ends like others, or without.
    fn verdict(&self, pieces: &[Known], alike: bool) -> Vec<Option<Repeat>> {
        let mut out: Vec<Option<Repeat>> = pieces.iter().map(|known| self.anywhere(known)).collect();
        let at_end = |known: &Known, is_last| {
            self.edge(known, self.ends_in_turns()).or_else(|| self.alike(known, is_last).filter(|_| alike))
        };
        self.teasers(pieces, &mut out);
        self.boxes(pieces, &mut out);
        self.at_edge(pieces, &mut out, 0..pieces.len(), |known, _| self.edge(known, false));
        self.at_edge(pieces, &mut out, (0..pieces.len()).rev(), at_end);
        self.headings(pieces, &mut out);
        out
    }

    /// Whether a piece may go by any of the rules: it repeats itself, or what stands in its place does.
    pub(super) fn repeats_somehow(&self, known: &Known) -> bool {
        known.text.is_some()
            || self.anywhere(known).is_some()
            || self.is_teaser(known)
            || self.skeleton(known).is_some()
            || self.is_like_others(known, ALIKE_BEFORE, |_| true).is_some()
    }

    pub(super) fn repeat(&self, rule: &'static RepeatRule, seen: usize) -> Option<Repeat> {
        Some(Repeat { rule, seen, pages: self.pages })
    }

    /// Whether next to nothing stands in a place but what repeats. Markup that is used for little else may be that of a law which
    /// some of the pages quote: where it is always the same texts, more than half of the pages have it.
    fn is_frame(&self, usage: &Usage) -> bool {
        let may_be = usage.repeated >= LEAST_SEEN && usage.is_mostly_repeated();
        may_be && (usage.is_varied || usage.pages * 2 > self.pages)
    }

    /// The rules that hold wherever a piece stands.
    pub(super) fn anywhere(&self, known: &Known) -> Option<Repeat> {
        let Known { piece, text, usage, .. } = known;
        if matches!(piece.sort(), Sort::Heading | Sort::Rest | Sort::Ruled) || piece.words() < LEAST_LINE {
            return None;
        }
        let is_quoted = piece.sort() == Sort::Quote;
        let common = match (piece.words() >= PROSE, piece.is_linked()) {
            _ if is_quoted => COMMON_QUOTE,
            (true, true) => COMMON_LINKED_PROSE,
            (true, false) => COMMON_PROSE,
            (false, true) => COMMON_LINKED_LINE,
            (false, false) => COMMON_LINE,
        };
        match text {
            Some(text) if self.is_frame(usage) && !is_quoted => self.repeat(&FRAME, text.seen),
            Some(text) if text.is_common(common) && !is_outcome(known, text) => self.repeat(&COMMON, text.seen),
            None if usage.is_rotating() && !is_quoted && piece.words() <= LONGEST_TEASER => {
                self.repeat(&ROTATING, usage.pages.min(self.pages))
            }
            _ => None,
        }
    }

    /// Teasers in a row, with their headlines.
    fn teasers(&self, pieces: &[Known], out: &mut Verdict) {
        let may_be = |at: usize| {
            let Known { piece, text, .. } = &pieces[at];
            let is_teaser = !matches!(piece.sort(), Sort::Quote | Sort::Ruled) && piece.words() <= LONGEST_TEASER;
            out[at].is_some() || is_teaser && text.is_some_and(|text| text.is_of_rows())
        };
        let mut rows: Vec<Vec<usize>> = Vec::new();
        for at in (0..pieces.len()).filter(|&at| may_be(at)) {
            match rows.last_mut().filter(|row| row.last() == Some(&(at.wrapping_sub(1)))) {
                Some(row) => row.push(at),
                None => rows.push(vec![at]),
            }
        }
        for mut row in rows {
            // The heading of what comes next is none of theirs.
            while row.last().is_some_and(|&at| pieces[at].piece.sort() == Sort::Heading) {
                row.pop();
            }
            let texts: Vec<&Known> =
                row.iter().map(|&at| &pieces[at]).filter(|known| known.piece.sort() != Sort::Heading).collect();
            let company: HashSet<u64> = texts.iter().filter_map(|known| Some(known.text?.company)).collect();
            let linked = texts.iter().filter(|known| known.piece.is_linked() || known.usage.is_mostly_repeated());
            if company.len() >= LEAST_TEASERS && linked.count() * ONE_LINKED_IN >= texts.len() {
                for at in row.into_iter().filter(|&at| out[at].is_none()).collect::<Vec<_>>() {
                    out[at] = pieces[at].text.and_then(|text| self.repeat(&TEASERS, text.seen));
                }
            }
        }
    }

    /// What repeats before the first, or after the last, piece that does not. The rule is told whether the piece is the
    /// outermost: whether nothing was taken out before it.
    fn at_edge(
        &self,
        pieces: &[Known],
        out: &mut Verdict,
        order: impl Iterator<Item = usize>,
        rule: impl Fn(&Known, bool) -> Option<Repeat>,
    ) {
        let mut is_outermost = true;
        for at in order {
            let piece = pieces[at].piece;
            is_outermost &= out[at].is_none();
            if out[at].is_some() || matches!(piece.sort(), Sort::Heading | Sort::Rest) || piece.text() == 0 {
                continue;
            }
            out[at] = rule(&pieces[at], is_outermost);
            if out[at].is_none() {
                return;
            }
            is_outermost = false;
        }
    }

    /// A law that some pages quote may begin or end them too. So what stands in the looks and the place of the text, with
    /// nothing beyond it, stays unless more than half of the pages have it, or most end with one such text or another; and
    /// what is set as a quotation stays.
    fn edge(&self, known: &Known, in_turns: bool) -> Option<Repeat> {
        let Known { piece, text, usage, .. } = known;
        let text = text.filter(|text| text.is_of_edges() && text.is_common(COMMON_EDGE))?;
        let is_quote = piece.sort() == Sort::Quote;
        let in_looks = !usage.is_mostly_repeated() && !text.is_inner();
        let may_be_text = is_quote || is_outcome(known, &text) || in_looks && !in_turns;
        let is_common = if is_quote { text.is_common(COMMON_QUOTE) } else { text.is_of_most() };
        let stays = piece.sort() == Sort::Ruled || may_be_text && !is_common;
        if stays { None } else { self.repeat(&EDGE, text.seen) }
    }

    /// Only at the end: reports begin alike that are of different days. A law that some of them end with is like itself.
    fn alike(&self, known: &Known, is_outermost: bool) -> Option<Repeat> {
        if known.text.is_some_and(|text| !text.is_among_others()) {
            return None;
        }
        let likeness = if is_outermost { ALIKE } else { ALIKE_BEFORE };
        let seen = self.is_like_others(known, likeness, Text::is_of_edges)?;
        self.repeat(&LIKE_OTHERS, seen)
    }

    /// On how many pages the words are that a piece has in common with others, if they are most of it. Of the runs those
    /// count that are common, and as is asked.
    pub(super) fn is_like_others(
        &self,
        known: &Known,
        likeness: Likeness,
        is: impl Fn(&Text) -> bool,
    ) -> Option<usize> {
        if matches!(known.piece.sort(), Sort::Quote | Sort::Ruled) {
            return None;
        }
        let (mut row, mut longest, mut alike, mut until, mut seen) = (0, 0, 0, 0, usize::MAX);
        for (at, run) in known.runs.iter().enumerate() {
            let Some(run) = run.filter(|run| run.is_common(likeness.common) && is(run)) else {
                row = 0;
                continue;
            };
            row = if row == 0 { RUN } else { row + 1 };
            longest = longest.max(row);
            alike += at + RUN - until.max(at);
            until = at + RUN;
            seen = seen.min(run.seen);
        }
        let words = known.runs.len() + RUN - 1;
        (longest >= likeness.row && alike as f32 >= likeness.part * words as f32).then_some(seen)
    }

    /// A heading goes with all that stands under it, other headings too; at the end, where nothing does, one that repeats;
    /// and the head of a frame with the frame, though the text goes on below that.
    fn headings(&self, pieces: &[Known], out: &mut Verdict) {
        // Whether anything stands under a heading here, and whether all of it goes.
        let (mut is_any, mut is_emptied) = (false, true);
        for (at, Known { piece, text, .. }) in pieces.iter().enumerate().rev() {
            if piece.sort() == Sort::Heading && out[at].is_none() {
                let is_last = at + 1 == pieces.len();
                let is_head =
                    text.is_some_and(|text| text.is_of_heads()) && out.get(at + 1).is_some_and(Option::is_some);
                let seen = text.map_or(0, |text| text.seen);
                if is_any && is_emptied || is_head || is_last && seen > 0 {
                    out[at] = self.repeat(&HEADING, seen.max(1));
                }
            }
            (is_any, is_emptied) = match piece.sort() {
                Sort::Heading if out[at].is_none() => (false, true),
                Sort::Rest => (is_any, is_emptied),
                _ => (true, is_emptied && out[at].is_some()),
            };
        }
    }
}

/// Whether a text that repeats is one of several that begin or end alike, as rulings do: what differs is what it says.
fn is_outcome(known: &Known, text: &Text) -> bool {
    const OUTCOMES: usize = 2;
    known.runs.iter().flatten().any(|run| run.seen >= OUTCOMES * text.seen)
}

impl Usage {
    fn share(&self) -> f32 {
        self.repeated as f32 / self.pieces.max(1) as f32
    }

    fn is_mostly_repeated(&self) -> bool {
        self.share() >= FRAMED
    }

    fn is_rotating(&self) -> bool {
        self.pieces >= LEAST_FRAMED && self.pages >= LEAST_SEEN && self.share() >= ALL_FRAMED
    }
}

fn leaves_enough(pieces: &[Known], out: &Verdict) -> bool {
    let texts = || pieces.iter().map(|known| known.piece).zip(out).filter(|(piece, _)| piece.sort() != Sort::Heading);
    let all: usize = texts().map(|(piece, _)| piece.words()).sum();
    let left: usize = texts().filter(|(_, out)| out.is_none()).map(|(piece, _)| piece.words()).sum();
    left >= LEAST_WORDS && left as f32 >= LEAST_LEFT * all as f32
}
