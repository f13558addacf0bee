//! What a rule may take out amid a sentence, and what not.

use super::super::dom::{Dom, NodeId};
use super::super::names::Namer;
use super::super::text;
use super::sight::{has_no_height, has_style};

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

/// So many elements beside a term are looked at, that hostile pages do not take long.
const MOST_BESIDE: usize = 8;

/// Whether an element is a link amid a sentence, or begins one. Its class says where it leads or how it opens (`popup`,
/// `affiliate`, `recommendation`), and without its text the sentence has a hole.
pub(super) fn is_amid_text(dom: &Dom, node: NodeId) -> bool {
    dom.tag(node) == "a" && is_in_sentence(letters_beside(dom, node))
}

/// Whether an element within a line of text has no height, and nothing in it gives it one back. Rows of pictures are set
/// so, to have no gaps between them.
pub(super) fn is_shrunk(dom: &Dom, node: NodeId) -> bool {
    dom.attr(node, "style").is_some()
        && has_style(dom, node, has_no_height)
        && dom.elements(node + 1..dom.end(node)).all(|n| dom.is_inline(n) && dom.attr(n, "style").is_none())
        && is_in_sentence(letters_beside(dom, node))
}

/// Letters beside an element within a line: rows of links and bylines have fewer.
fn is_in_sentence([before, after]: [usize; 2]) -> bool {
    const LEAST: usize = 60;
    after > 0 && before + after >= LEAST
}

/// The letters before and after an element in its block, without those of other links.
fn letters_beside(dom: &Dom, node: NodeId) -> [usize; 2] {
    /// So many nodes on either side are looked at: they hold a sentence, and a page may have a paragraph of links alone.
    const NEAREST: usize = 256;
    let mut beside = [0; 2];
    let Some(block) = dom.ancestors(node).find(|&n| !dom.is_inline(n)) else { return beside };
    let mut link_end = 0;
    for at in block.max(node.saturating_sub(NEAREST))..dom.end(block).min(dom.end(node) + NEAREST) {
        if dom.tag(at) == "a" || at == node {
            link_end = link_end.max(dom.end(at));
        } else if at >= link_end
            && let Some(text) = dom.text(at)
        {
            beside[usize::from(at > node)] += text::chars(text);
        }
    }
    beside
}
