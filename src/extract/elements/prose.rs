//! Where on a page its running text stands.

use crate::extract::blocks::{Draft, sums};
use crate::extract::dom::{Dom, NodeId};

/// The running text below each node, as prefix sums in document order.
pub(in crate::extract) struct Prose {
    pub(super) before: Vec<usize>,
    total: usize,
}

impl Prose {
    pub(super) fn new(dom: &Dom, drafts: &[Draft]) -> Prose {
        let before = sums(dom, drafts, |draft| if draft.is_prose() { draft.words } else { 0 });
        Prose { total: before[dom.len()], before }
    }

    pub(super) fn share(&self, dom: &Dom, node: NodeId) -> f32 {
        self.words(dom, node) as f32 / self.total.max(1) as f32
    }

    pub(super) fn words(&self, dom: &Dom, node: NodeId) -> usize {
        self.before[dom.end(node)] - self.before[node]
    }

    /// Whether an element holds running text and stands between paragraphs, in an element with much of the page's.
    pub(super) fn is_amid(&self, dom: &Dom, node: NodeId) -> bool {
        const LEAST: usize = 25;
        const MOSTLY: f32 = 0.4;
        self.words(dom, node) >= LEAST
            && self.share(dom, dom.parent(node)) >= MOSTLY
            && self.follows_paragraph(dom, node)
            && self.precedes_paragraph(dom, node)
    }

    /// Whether a paragraph of running text stands beside an element.
    pub(super) fn is_beside(&self, dom: &Dom, node: NodeId) -> bool {
        self.follows_paragraph(dom, node) || self.precedes_paragraph(dom, node)
    }

    fn follows_paragraph(&self, dom: &Dom, node: NodeId) -> bool {
        let before = dom.children(dom.parent(node)).take_while(|&beside| beside < node);
        before.take(MOST_BESIDE).any(|beside| self.is_paragraph(dom, beside))
    }

    fn precedes_paragraph(&self, dom: &Dom, node: NodeId) -> bool {
        let end = dom.end(dom.parent(node));
        let next = |at: NodeId| Some(at).filter(|&at| at < end);
        let after = std::iter::successors(next(dom.end(node)), |&at| next(dom.end(at)));
        after.take(MOST_BESIDE).any(|beside| self.is_paragraph(dom, beside))
    }

    fn is_paragraph(&self, dom: &Dom, node: NodeId) -> bool {
        dom.tag(node) == "p" && self.words(dom, node) > 0
    }
}

/// So many elements beside one are looked at, that hostile pages do not take long.
const MOST_BESIDE: usize = 64;
