//! What the weighing of blocks says of each, for the rules on lines and edges that come after it.

use crate::extract::blocks::Draft;

/// From this score on a block is text though a rule on its form speaks against it: a link alone in its line, a short line
/// above the text.
///
/// Measured on the development pages: of the lines that are nothing but a link, most are text from here on.
const SURE: f32 = 0.75;

/// The blocks that were weighed, in the order of the page, with their scores.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Weighed<'w> {
    drafts: &'w [Draft],
    scores: &'w [f32],
}

impl<'w> Weighed<'w> {
    pub(crate) fn new(drafts: &'w [Draft], scores: &'w [f32]) -> Weighed<'w> {
        Weighed { drafts, scores }
    }

    /// All headings of the page, whatever becomes of them.
    pub(crate) fn headings(self) -> impl Iterator<Item = &'w Draft> {
        self.drafts.iter().filter(|draft| draft.is_heading())
    }

    /// Whether the weighing has little doubt that a block is text. Of what was never weighed it knows nothing.
    pub(crate) fn is_sure_of(&self, draft: &Draft) -> bool {
        let at = self.drafts.binary_search_by_key(&draft.start, |draft| draft.start);
        at.ok().and_then(|at| self.scores.get(at)).is_some_and(|&score| score >= SURE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::blocks::blocks;
    use crate::extract::dom::Document;

    #[test]
    fn each_block_is_known_by_its_place() {
        let document = Document::parse("<p>One<p>Two<p>Three");
        let drafts = blocks(&document.dom());
        let weighed = Weighed::new(&drafts, &[0.9, 0.1, 0.8]);
        assert_eq!(drafts.iter().map(|draft| weighed.is_sure_of(draft)).collect::<Vec<_>>(), [true, false, true]);
        assert_eq!(weighed.headings().count(), 0);
        assert!(!Weighed::default().is_sure_of(&drafts[0]));
    }
}
