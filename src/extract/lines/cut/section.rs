//! Where the teasers end that a line announces.

use std::ops::Range;

use super::super::classify::rule_at;
use crate::article::BlockKind;
use crate::extract::blocks::Draft;
use crate::extract::dom::Dom;
use crate::extract::score::Weighed;

/// Teasers end at a paragraph of so many words, or of so many where the weighing is sure that it is text.
const LEAST_PARAGRAPH: usize = 25;
const LEAST_SURE: usize = 12;

/// Where the teasers after a marker end: at the next paragraph that is long, hardly linked and not cut off with dots, or at
/// the heading right above it; at a shorter one where the weighing is sure of it and it is not what stands below the title of
/// a teaser. Where the weighing is not sure, a long one below a link that another like it follows is an excerpt. Where no such
/// paragraph comes they go to the end, if the marker stands late: an article may be written in short paragraphs throughout.
pub(super) fn section_end(drafts: &[Draft], at: usize, late: bool, ahead: &Ahead) -> usize {
    if late && let Some(end) = teasers_end(drafts, at + 1, |_| true) {
        return end;
    }
    let Some(next) = ahead.next(drafts, at) else {
        // A list of things, and no link: the author's last words, under a heading such as "See also".
        let is_list = ahead.items[at + 1] >= 2 && ahead.titles[at + 1] == 0;
        return if late && !is_list { drafts.len() } else { at + 1 };
    };
    if next > at + 1 && drafts[next - 1].is_heading() && drafts[next - 1].link_density() < 0.5 {
        next - 1
    } else {
        next
    }
}

/// Where teasers end that stand in one box with their marker, if what comes after it is text of which the weighing is sure,
/// however short: the last line of an article, say.
pub(super) fn box_end(dom: &Dom, drafts: &[Draft], section: Range<usize>, weighed: Weighed) -> usize {
    let Range { start, end } = section;
    // The box holds none of what stood before.
    let before = start.checked_sub(1).map_or(0, |before| drafts[before].start);
    let marker = drafts[start].node;
    let outermost = std::iter::once(marker).chain(dom.ancestors(marker)).take_while(|&node| node > before).last();
    let Some(boxed) = outermost.filter(|&node| node > 0) else { return end };
    let after = (start + 1..end).find(|&at| drafts[at].start >= dom.end(boxed)).unwrap_or(end);
    let has_teasers = drafts[start + 1..after].iter().any(|draft| draft.link_density() > 0.5);
    let goes_on = |draft: &Draft| draft.linked == 0 && !draft.is_heading() && weighed.is_sure_of(draft);
    if has_teasers && after < end && goes_on(&drafts[after]) { after } else { end }
}

/// What comes after each block of a page, so that a page of very many markers is not read to its end for each.
#[derive(Default)]
pub(super) struct Ahead<'w> {
    weighed: Weighed<'w>,
    /// The next block, from each on, at which teasers end whose marker is not near; one entry more than blocks.
    far: Vec<Option<usize>>,
    /// How many items of a list without links come from each on, and how many titles.
    items: Vec<usize>,
    titles: Vec<usize>,
}

/// No teaser stands further off, in blocks, from one that it looks like.
const FURTHEST: usize = 32;

/// From so many blocks after a marker on it is the same which marker it is.
const FAR: usize = FURTHEST + 2;

impl<'w> Ahead<'w> {
    pub(super) fn new(drafts: &[Draft], weighed: Weighed<'w>) -> Ahead<'w> {
        let mut ahead = Ahead {
            weighed,
            far: vec![None; drafts.len() + 1],
            items: vec![0; drafts.len() + 1],
            titles: vec![0; drafts.len() + 1],
        };
        for at in (0..drafts.len()).rev() {
            let ends = at >= FAR && ends_teasers(drafts, at - FAR, at, weighed);
            ahead.far[at] = if ends { Some(at) } else { ahead.far[at + 1] };
            ahead.items[at] = ahead.items[at + 1] + usize::from(is_unlinked_item(&drafts[at]));
            ahead.titles[at] = ahead.titles[at + 1] + usize::from(is_title(&drafts[at]));
        }
        ahead
    }

    /// The block at which the teasers after a marker end.
    fn next(&self, drafts: &[Draft], marker: usize) -> Option<usize> {
        let near =
            (marker + 1..drafts.len().min(marker + FAR)).find(|&at| ends_teasers(drafts, marker, at, self.weighed));
        near.or_else(|| *self.far.get(marker + FAR)?)
    }
}

fn is_title(draft: &Draft) -> bool {
    draft.is_heading() || draft.link_density() > 0.5
}

/// Whether the teasers after a marker end at a block, unless they do before.
fn ends_teasers(drafts: &[Draft], marker: usize, at: usize, weighed: Weighed) -> bool {
    let draft = &drafts[at];
    let is_substantial = || {
        let is_sure = weighed.is_sure_of(draft);
        let is_short = is_sure && (at == marker + 1 || !is_title(&drafts[at - 1]));
        draft.words >= if is_short { LEAST_SURE } else { LEAST_PARAGRAPH }
            && draft.link_density() < 0.3
            && !draft.text.ends_with('…')
            && (is_sure || !is_excerpt(drafts, marker, at))
    };
    // A sentence that leads over to a list is the author's, however short.
    let leads_over =
        || draft.linked == 0 && draft.text.ends_with(':') && drafts.get(at + 1).is_some_and(is_unlinked_item);
    draft.is_prose() && (is_substantial() || leads_over())
}

/// Where a list of teasers ends that begins here, each a link and an excerpt or a link alone, if nothing else comes after it
/// but what a rule takes out: however sure the weighing is of the excerpts, an article does not end like this.
pub(super) fn teasers_end(drafts: &[Draft], start: usize, is_kept: impl Fn(usize) -> bool) -> Option<usize> {
    /// Fewer excerpts may be paragraphs, each below a link to another article; no title and no excerpt is longer, in words.
    const LEAST: usize = 2;
    const LONGEST_TITLE: usize = 25;
    const LONGEST: usize = 60;
    let is_title = |at: usize| drafts.get(at).is_some_and(|d| d.link_density() > 0.5 && d.words <= LONGEST_TITLE);
    let is_excerpt = |at: usize| {
        let short = drafts.get(at).filter(|d| !d.is_heading() && d.link_density() < 0.3 && d.words <= LONGEST);
        short.is_some_and(|d| rule_at(d).is_none())
    };
    let (mut at, mut excerpts) = (start, 0);
    while is_title(at) {
        at += 1;
        if is_excerpt(at) {
            excerpts += 1;
            at += 1;
        }
    }
    let is_last = || (at..drafts.len()).find(|&at| is_kept(at)).is_none_or(|at| rule_at(&drafts[at]).is_some());
    (excerpts >= LEAST && is_last()).then_some(at)
}

/// Whether a paragraph stands below a link as another after the marker does that looks the same: each is a teaser's.
fn is_excerpt(drafts: &[Draft], marker: usize, at: usize) -> bool {
    /// No excerpt is longer, in words.
    const LONGEST: usize = 60;
    let is_link = |j: usize| drafts.get(j).is_some_and(|d| d.link_density() > 0.5);
    let is_alike =
        |j: usize, to: usize| drafts.get(j).is_some_and(|d| d.kind == drafts[to].kind) && is_link(j) == is_link(to);
    let is_teaser = |title: usize| is_link(title) && is_alike(title, at - 1) && is_alike(title + 1, at);
    at > marker + 1
        && drafts[at].words <= LONGEST
        && is_link(at - 1)
        && ((marker + 1..at - 1).rev().take(FURTHEST).any(is_teaser) || is_teaser(at + 1))
}

pub(super) fn is_unlinked_item(draft: &Draft) -> bool {
    draft.kind == BlockKind::ListItem && draft.link_density() < 0.3
}
