//! Notes to the text: what a raised number in a kept block leads to is the article's, wherever it stands.

use std::collections::HashSet;

use super::blocks::Draft;
use super::dom::{Dom, NodeId};
use super::signs;
use crate::article::BlockKind;

/// How far above a note's text the element stands that is linked to.
const NEAREST: usize = 4;

/// Notes longer than this share of the text are the small print of an offer.
const MOST: f32 = 0.5;

/// Takes back notes to which kept text refers.
pub(crate) fn keep_notes(dom: &Dom, drafts: &[Draft], hints: &[u32], keep: &mut [bool]) {
    let targets = targets(dom, drafts, keep);
    if targets.is_empty() {
        return;
    }
    let is_note = |draft: &Draft| {
        let around = std::iter::once(draft.node).chain(dom.ancestors(draft.node).take(NEAREST));
        hints[draft.node] == 0
            && is_formal(dom, draft)
            && around.filter_map(|node| dom.attr(node, "id")).any(|id| targets.contains(id))
    };
    let notes: Vec<usize> = (0..drafts.len()).filter(|&at| !keep[at] && is_note(&drafts[at])).collect();
    let text: usize = drafts.iter().zip(&*keep).filter(|(_, keep)| **keep).map(|(draft, _)| draft.words).sum();
    if notes.iter().map(|&at| drafts[at].words).sum::<usize>() as f32 <= MOST * text as f32 {
        notes.into_iter().for_each(|at| keep[at] = true);
    }
}

/// Whether a block is an item of a list or links back, as notes are that an author made. Paragraphs that shops number at the
/// foot of a page are neither.
fn is_formal(dom: &Dom, draft: &Draft) -> bool {
    let links_back = |link: NodeId| signs::target(dom, link).is_some_and(|id| !id.is_empty());
    draft.kind == BlockKind::ListItem || dom.by_tag(dom.subtree(draft.node), "a").any(links_back)
}

/// The ids to which references in kept blocks lead.
fn targets<'a>(dom: &Dom<'a>, drafts: &[Draft], keep: &[bool]) -> HashSet<&'a str> {
    let is_kept = |node: NodeId| {
        let after = drafts.partition_point(|draft| draft.start <= node);
        after > 0 && keep[after - 1]
    };
    let referring = dom.by_tag(0..dom.len(), "sup").filter(|&sup| signs::reference(dom, sup).is_some() && is_kept(sup));
    referring.filter_map(|sup| signs::link_within(dom, sup)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::blocks::blocks;
    use super::super::dom::Document;
    use super::*;

    #[test]
    fn notes_come_back_with_the_text_that_refers_to_them() {
        let html = "<p>The levy of the strait<sup><a href='https://a.example/p#n1'>1</a></sup> rose.<p>Menu <sup><a href='#n2'>2</a></sup>\
            <ol><li id=n1><p>See the bill.</p><li id=n2>See the menu.<li id=n3>See nothing.</ol>\
            <p id=n1>With a plan from 20 crowns.";
        let document = Document::parse(html);
        let dom = document.dom();
        let drafts = blocks(&dom);
        let mut keep = vec![true, false, false, false, false, false];
        keep_notes(&dom, &drafts, &vec![0; dom.len()], &mut keep);
        assert_eq!(keep, [true, false, true, false, false, false]);
        keep[2] = false;
        keep_notes(&dom, &drafts, &vec![1; dom.len()], &mut keep);
        assert_eq!(keep, [true, false, false, false, false, false]);
    }
}
