//! What a rule may take out amid a sentence, and what not.

use super::super::names::Namer;
use super::sight::is_out_of_sight;
use crate::extract::dom::{Dom, NodeId};
use crate::extract::text;

/// Whether an element may be a word of a paragraph over which something opens.
pub(super) fn is_term(dom: &Dom, node: NodeId) -> bool {
    dom.is(node, &["span", "abbr", "dfn"])
        && dom.ancestors(node).find(|&n| !dom.is_inline(n)).is_some_and(|block| dom.tag(block) == "p")
}

/// What opens over a term within a line, where the two together are named by it: an element called as the one around it is,
/// before which that has text of its own.
pub(super) fn bubble(dom: &Dom, namer: &Namer, node: NodeId, rules: u32) -> Option<NodeId> {
    let term =
        dom.children(node).next().filter(|&first| dom.text(first).is_some_and(|text| !text.trim().is_empty()))?;
    let is_bubble = |child: &NodeId| dom.is_inline(*child) && namer.called(dom, *child).rules & rules != 0;
    dom.children(node).filter(|&child| child > term).take(MOST_BESIDE).find(is_bubble)
}

/// What opens over links within a line: right after a link, without a space between, an element that begins with the same one
/// again, by its words or its address, and leads on from there.
pub(super) fn hover_cards(dom: &Dom) -> impl Iterator<Item = NodeId> {
    let card = |link: NodeId| {
        let next = dom.end(link);
        (next < dom.len() && dom.tag(next) == "span" && dom.parent(next) == dom.parent(link)).then_some((link, next))
    };
    let leads_on = |&(link, card): &(NodeId, NodeId)| {
        let mut links = dom.by_tag(dom.subtree(card), "a");
        let (Some(first), Some(_)) = (links.next(), links.next()) else { return false };
        let is_first = (card..first).all(|node| dom.text(node).is_none_or(str::is_empty));
        let (text, address) = (dom.text_of(link), dom.attr(link, "href"));
        let is_same = || dom.text_of(first) == text || address.is_some() && dom.attr(first, "href") == address;
        is_first && text.contains(char::is_alphabetic) && is_same()
    };
    dom.by_tag(0..dom.len(), "a").filter_map(card).filter(leads_on).map(|(_, card)| card)
}

/// So many elements beside a term are looked at, that hostile pages do not take long.
const MOST_BESIDE: usize = 8;

/// Whether an element is a link amid a sentence, or begins one. Its class says where it leads or how it opens (`popup`,
/// `affiliate`, `recommendation`), and without its text the sentence has a hole.
pub(super) fn is_amid_text(dom: &Dom, node: NodeId) -> bool {
    dom.tag(node) == "a" && is_in_sentence(letters_beside(dom, node, |other| dom.tag(other) == "a"))
}

/// Whether an element stands in a paragraph where or so that nobody sees it, and nothing in it is shown for all that. Rows of
/// pictures have no height, to have no gaps between them. Where a script shows a sentence word by word, nothing that is seen stands
/// beside.
pub(super) fn is_unseen_in_text(dom: &Dom, node: NodeId) -> bool {
    let is_apart = |other: NodeId| {
        !dom.tag(other).is_empty() && (!dom.is_inline(other) || dom.tag(other) == "a" || is_out_of_sight(dom, other))
    };
    is_out_of_sight(dom, node)
        && dom.elements(node + 1..dom.end(node)).all(|n| dom.is_inline(n) && dom.attr(n, "style").is_none())
        && letters_beside(dom, node, is_apart).iter().sum::<usize>() >= A_SENTENCE
}

/// Letters beside an element within a line: rows of links and bylines have fewer.
const A_SENTENCE: usize = 60;

fn is_in_sentence([before, after]: [usize; 2]) -> bool {
    after > 0 && before + after >= A_SENTENCE
}

/// The letters before and after an element in its block, without those of other elements that are `left_out`.
fn letters_beside(dom: &Dom, node: NodeId, left_out: impl Fn(NodeId) -> bool) -> [usize; 2] {
    /// So many nodes on either side are looked at: they hold a sentence, and a page may have a paragraph of links alone.
    const NEAREST: usize = 256;
    let mut beside = [0; 2];
    let Some(block) = dom.ancestors(node).find(|&n| !dom.is_inline(n)) else { return beside };
    let mut left_out_to = 0;
    for at in (block + 1).max(node.saturating_sub(NEAREST))..dom.end(block).min(dom.end(node) + NEAREST) {
        if at < left_out_to {
            continue;
        }
        if at == node || left_out(at) {
            left_out_to = dom.end(at);
        } else if let Some(text) = dom.text(at) {
            beside[usize::from(at > node)] += text::chars(text);
        }
    }
    beside
}
