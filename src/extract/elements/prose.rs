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
        /// So many elements beside it are looked at, that hostile pages do not take long.
        const MOST: usize = 64;
        let parent = dom.parent(node);
        let is_paragraph = |beside: NodeId| dom.tag(beside) == "p" && self.words(dom, beside) > 0;
        let before = || dom.children(parent).take_while(|&beside| beside < node);
        let after = || {
            let next = |at: NodeId| Some(at).filter(|&at| at < dom.end(parent));
            std::iter::successors(next(dom.end(node)), move |&at| next(dom.end(at)))
        };
        self.words(dom, node) >= LEAST
            && self.share(dom, parent) >= MOSTLY
            && before().take(MOST).any(is_paragraph)
            && after().take(MOST).any(is_paragraph)
    }
}
