//! Blocks that stand or fall together, whatever the model says of each: rows of a table, items of a list, titles in a list; and
//! those that stand or fall with the text around them: tables of data, code, headings.

#[cfg(test)]
mod tests;

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::article::BlockKind;
use crate::extract::blocks::Draft;
use crate::extract::dom::{Dom, NodeId};

/// How far above an item its list is looked for.
const NEAREST: usize = 16;

/// A table or a list stands or falls with most of its words: its head and its short rows say little alone. A table of data
/// amid the text belongs to it though its figures look like none. The caption of a table goes with it.
pub(super) fn keep_whole(dom: &Dom, drafts: &[Draft], hints: &[u32], keep: &mut [bool]) {
    let mut start = 0;
    while start < drafts.len() {
        let Some(group) = group(dom, &drafts[start]) else {
            start += 1;
            continue;
        };
        let belongs = |draft: &Draft| {
            let is_same = draft.kind == drafts[start].kind || (is_row(&drafts[start]) && is_cell(dom, draft));
            is_same && dom.subtree(group).contains(&draft.node)
        };
        let end = drafts[start..].iter().position(|d| !belongs(d)).map_or(drafts.len(), |length| start + length);
        let words = |kept: bool| (start..end).filter(|&at| keep[at] == kept).map(|at| drafts[at].words).sum::<usize>();
        let whole = words(true) >= words(false) || is_amid_text(dom, drafts, hints, keep, start..end);
        keep[start..end].fill(whole);
        let captioned = |at: &usize| drafts.get(*at).is_some_and(|d| d.kind == BlockKind::Caption);
        if whole && drafts[start].kind == BlockKind::TableRow {
            [start.wrapping_sub(1), end].into_iter().filter(captioned).for_each(|at| keep[at] = true);
        }
        start = end;
    }
}

fn is_row(draft: &Draft) -> bool {
    draft.kind == BlockKind::TableRow
}

/// Whether a block is a row of one cell among rows of data: what the rows below are about, or where they come from.
fn is_cell(dom: &Dom, draft: &Draft) -> bool {
    const LONGEST: usize = 25;
    draft.kind == BlockKind::Paragraph && draft.words <= LONGEST && dom.is(draft.node, &["td", "th"])
}

/// Keeps a list between blocks that are kept where a sentence with a colon announces it: of those that the weighing doubts, 13
/// of 17 on the development pages are the article's.
pub(super) fn keep_announced(dom: &Dom, drafts: &[Draft], hints: &[u32], keep: &mut [bool]) {
    for start in 1..drafts.len() {
        let is_announced = !keep[start] && keep[start - 1] && drafts[start - 1].announces();
        let list = || group(dom, &drafts[start]).or_else(|| list_by_role(dom, &drafts[start]));
        let Some(list) = is_announced.then(list).flatten() else { continue };
        let belongs = |draft: &Draft| draft.kind == drafts[start].kind && dom.subtree(list).contains(&draft.node);
        let end = start + (start..drafts.len()).take_while(|&at| !keep[at] && belongs(&drafts[at])).count();
        if keep.get(end) == Some(&true) && drafts[start..end].iter().all(|draft| hints[draft.node] == 0) {
            keep[start..end].fill(true);
        }
    }
}

/// Keeps whose words a quotation is, right below it: its foot, or a line that begins with a dash.
pub(super) fn keep_attributions(dom: &Dom, drafts: &[Draft], hints: &[u32], keep: &mut [bool]) {
    const LONGEST: usize = 15;
    for at in 1..drafts.len() {
        let (quote, draft) = (&drafts[at - 1], &drafts[at]);
        let is_quoted = keep[at - 1] && quote.kind == BlockKind::Quote && hints[quote.node] == 0;
        let is_foot = draft.kind == BlockKind::Quote && dom.is(draft.node, &["footer", "cite"]);
        keep[at] |= is_quoted
            && hints[draft.node] == 0
            && draft.words <= LONGEST
            && (is_foot || draft.text.starts_with(['—', '–', '―', '-', '~']));
    }
}

/// Keeps headings above running text that is kept, with a byline between at most, where others that are called the same are
/// kept: the titles in a list stand or fall together. One of the second level needs none but text right before it: of those
/// that the model doubts there, on sites that it has not seen, 31 words of 32 are the article's; of the third, two of five.
pub(super) fn keep_headings(dom: &Dom, drafts: &[Draft], hints: &[u32], keep: &mut [bool]) {
    let called = |draft: &Draft| (dom.tag(draft.node), dom.names(draft.node)[0]);
    let headings = |at: &usize| drafts[*at].is_heading() && hints[drafts[*at].node] == 0;
    let kept: FxHashSet<_> =
        (0..drafts.len()).filter(headings).filter(|&at| keep[at]).map(|at| called(&drafts[at])).collect();
    for at in (0..drafts.len()).filter(headings) {
        let next = (at + 1..drafts.len()).take(2).find(|&next| hints[drafts[next].node] == 0);
        let opens = next.is_some_and(|next| keep[next] && drafts[next].is_prose());
        let is_amid_text = drafts[at].kind == BlockKind::Heading(2) && at > 0 && keep[at - 1];
        keep[at] |= opens && (is_amid_text || kept.contains(&called(&drafts[at])));
    }
}

/// Keeps headings right between what is kept, above a list where others of their level are kept, and, of the second level,
/// above a part that has headings of its own: 80 of 87 that the model doubts are the article's on the development pages.
pub(super) fn keep_openings(drafts: &[Draft], hints: &[u32], keep: &mut [bool]) {
    let level = |draft: &Draft| if let BlockKind::Heading(level) = draft.kind { Some(level) } else { None };
    let kept = drafts.iter().zip(&*keep).filter(|(_, keep)| **keep);
    let levels: FxHashSet<u8> = kept.filter_map(|(draft, _)| level(draft)).collect();
    for at in 1..drafts.len().saturating_sub(1) {
        let Some(level) = level(&drafts[at]) else { continue };
        let opens = match drafts[at + 1].kind {
            BlockKind::ListItem => levels.contains(&level),
            BlockKind::Heading(below) => level == 2 && below > level,
            _ => false,
        };
        keep[at] |= opens && keep[at - 1] && keep[at + 1] && hints[drafts[at].node] == 0;
    }
}

/// Keeps code and poems between blocks that are kept, or below one that announces them: their words look like no text, but
/// little else is written so. The name of a file or a language, a button, a caption beside the code may be left out; a line that
/// announces it is not.
pub(super) fn keep_preformatted(drafts: &[Draft], hints: &[u32], keep: &mut [bool]) {
    const LONGEST_LABEL: usize = 10;
    const NEAREST: usize = 8;
    let is_meant = |draft: &Draft| draft.kind == BlockKind::Preformatted && hints[draft.node] == 0;
    let is_label = |draft: &Draft| {
        draft.kind == BlockKind::Caption || (draft.words <= LONGEST_LABEL && !draft.is_heading() && !draft.is_prose())
    };
    let is_beside = |at: usize| is_meant(&drafts[at]) || is_label(&drafts[at]);
    for code in (0..drafts.len()).filter(|&at| is_meant(&drafts[at])) {
        let stops = |at: &usize| keep[*at] || !is_beside(*at);
        let is_below = (0..code).rev().take(NEAREST).find(stops).is_some_and(|at| keep[at]);
        let is_above = (code + 1..drafts.len()).take(NEAREST).find(stops).is_some_and(|at| keep[at]);
        let line =
            code.checked_sub(1).filter(|&at| drafts[at].text.ends_with([':', '：']) && hints[drafts[at].node] == 0);
        if is_below && (is_above || line.is_some()) {
            keep[code] = true;
            line.into_iter().for_each(|at| keep[at] = true);
        }
    }
}

/// Keeps what opens an answer together with it, and answers in one row together where each of them is to a question: of what a
/// page hides until it is asked for, the weighing leaves out one question or short answer here, another one there.
pub(super) fn keep_answers(dom: &Dom, drafts: &[Draft], hints: &[u32], keep: &mut [bool]) {
    if dom.by_tag(0..dom.len(), "details").next().is_none() {
        return;
    }
    // A line with links among them is one of buttons.
    let own = |at: &usize| hints[drafts[*at].node] == 0 && (drafts[*at].linked == 0 || drafts[*at].is_prose());
    let row = |draft: &Draft| within(dom, draft, "details").last().map(|details| dom.parent(details));
    let rows: Vec<Option<NodeId>> = drafts.iter().map(row).collect();
    let mut end = 0;
    for group in rows.chunk_by(|a, b| a == b) {
        let range = end..end + group.len();
        end = range.end;
        let opens = |at: &usize| group[0].is_some() && within(dom, &drafts[*at], "summary").next().is_some();
        let answers = |at: usize, keep: &[bool]| keep[at] && own(&at) && drafts[at].is_prose();
        for at in range.clone().filter(opens).filter(own) {
            let to_next = (at + 1..range.end).take_while(|next| !opens(next));
            keep[at] |= to_next.into_iter().any(|next| answers(next, keep));
        }
        let mut questions = range.clone().filter(opens).peekable();
        if questions.peek().is_some()
            && questions.all(|at| drafts[at].text.ends_with(['?', '？', '؟']))
            && range.clone().any(|at| answers(at, keep))
        {
            range.filter(own).for_each(|at| keep[at] = true);
        }
    }
}

/// The elements with this tag around a block, nearest first.
fn within(dom: &Dom, draft: &Draft, tag: &str) -> impl Iterator<Item = NodeId> {
    std::iter::once(draft.node).chain(dom.ancestors(draft.node).take(NEAREST)).filter(move |&n| dom.tag(n) == tag)
}

/// Whether rows of data, hardly linked and with no rule against them, stand right between blocks that are kept, the one before
/// them running text or a caption or heading of theirs.
fn is_amid_text(dom: &Dom, drafts: &[Draft], hints: &[u32], keep: &[bool], rows: Range<usize>) -> bool {
    const LINKED: f32 = 0.3;
    let Range { start, end } = rows;
    let is_data = |at: usize| (is_row(&drafts[at]) || is_cell(dom, &drafts[at])) && hints[drafts[at].node] == 0;
    let sum = |of: fn(&Draft) -> usize| drafts[start..end].iter().map(of).sum::<usize>() as f32;
    let is_own = |draft: &Draft| draft.is_heading() || draft.kind == BlockKind::Caption;
    let before = (0..start).rev().find(|&at| keep[at] || !is_own(&drafts[at]));
    (start..end).all(is_data)
        && sum(|d| d.linked) < LINKED * sum(|d| d.chars)
        && before.is_some_and(|at| {
            let is_closed = || keep.get(end) == Some(&true) || is_last(dom, &drafts[at], &drafts[start..end]);
            keep[at] && (drafts[at].is_prose() || is_own(&drafts[at])) && is_closed()
        })
}

/// Whether rows under a head of their own stand beside the paragraph before them, so that an article ends with its data.
fn is_last(dom: &Dom, before: &Draft, rows: &[Draft]) -> bool {
    /// How far above a row its table and the wrappers of that are, and how many rows are data.
    const NEAREST: usize = 8;
    const LEAST: usize = 3;
    let has_head = || rows.iter().any(|row| dom.by_tag(dom.subtree(row.node), "th").next().is_some());
    let holds_both = |&node: &NodeId| node == dom.parent(before.node);
    rows.len() >= LEAST
        && before.is_prose()
        && dom.ancestors(rows[0].node).take(NEAREST).any(|node| holds_both(&node))
        && has_head()
}

/// The table or list to which a row or an item belongs.
fn group(dom: &Dom, draft: &Draft) -> Option<NodeId> {
    let tags: &[&str] = match draft.kind {
        BlockKind::TableRow => &["table"],
        BlockKind::ListItem => &["ul", "ol", "dl"],
        _ => return None,
    };
    dom.ancestors(draft.node).take(NEAREST).find(|&n| dom.is(n, tags))
}

/// The list to which a block belongs by their roles.
fn list_by_role(dom: &Dom, draft: &Draft) -> Option<NodeId> {
    let called = |node: NodeId, role: &str| dom.attr(node, "role") == Some(role);
    let mut around = std::iter::once(draft.node).chain(dom.ancestors(draft.node).take(NEAREST));
    around.find(|&n| called(n, "listitem")).and_then(|_| around.find(|&n| called(n, "list")))
}
