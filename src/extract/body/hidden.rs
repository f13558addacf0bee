//! Blocks that a page does not show.
//!
//! One page in twenty hides its article until a script shows it, and the answers below a question are hidden until they are
//! asked for. So what is hidden goes where the reader could not miss it: between two paragraphs, on a page that shows its text.

use std::ops::Range;

use crate::article::BlockKind;
use crate::extract::blocks::Draft;
use crate::extract::dom::{Dom, NodeId};
use crate::extract::elements::prune;
use crate::extract::text;

/// Hidden text of more than this share of what is shown is part of the article.
const MOST: f32 = 0.2;

/// A paragraph of fewer words may be a label or a button.
const LEAST_AFTER: usize = 4;

/// How far above a block the element stands that is out of sight.
const NEAREST: usize = 3;

/// A list hides so many items for one that it shows: where it hides more, it is one that opens.
const MOST_ITEMS: f32 = 0.5;

/// Drops what is hidden between two paragraphs that are kept, or between two items of a list.
pub(super) fn drop_hidden(dom: &Dom, drafts: &[Draft], hints: &[u32], keep: &mut [bool]) {
    drop_items(dom, drafts, hints, keep);
    drop_paragraphs(dom, drafts, hints, keep);
}

/// Drops the few items that a list hides between those that it shows. What follows a question, or the last item that is shown,
/// opens when it is asked for.
fn drop_items(dom: &Dom, drafts: &[Draft], hints: &[u32], keep: &mut [bool]) {
    let rule = *prune::HIDDEN;
    let is_hidden = |item: NodeId| hints[item] & rule != 0 && hints[dom.parent(item)] & rule == 0;
    let marked = hints.iter().enumerate().filter(|(_, hints)| **hints & rule != 0).map(|(node, _)| node);
    let hidden = marked.filter(|&item| is_hidden(item) && dom.tag(item) == "li");
    let mut lists: Vec<NodeId> = hidden.map(|item| dom.parent(item)).collect();
    lists.sort_unstable();
    lists.dedup();
    let first = |node: NodeId| drafts.partition_point(|draft| draft.start < node);
    for list in lists {
        let items: Vec<NodeId> = dom.children(list).filter(|&item| dom.tag(item) == "li").collect();
        let blocks: Vec<Range<usize>> = items.iter().map(|&item| first(item)..first(dom.end(item))).collect();
        let says = |at: &usize| drafts[*at].link_density() < 0.5 && !asks(&drafts[*at]);
        let says = |blocks: &Range<usize>| blocks.clone().rev().find(|&at| keep[at]).filter(says).is_some();
        let said: Vec<bool> = blocks.iter().map(says).collect();
        let shown: Vec<usize> = (0..items.len()).filter(|&at| !is_hidden(items[at])).collect();
        if (items.len() - shown.len()) as f32 > MOST_ITEMS * shown.len() as f32 {
            continue;
        }
        for pair in shown.windows(2).filter(|pair| said[pair[0]] && said[pair[1]]) {
            blocks[pair[0] + 1..pair[1]].iter().for_each(|blocks| keep[blocks.clone()].fill(false));
        }
    }
}

fn drop_paragraphs(dom: &Dom, drafts: &[Draft], hints: &[u32], keep: &mut [bool]) {
    let is_out_of_sight = |draft: &Draft| {
        let mut around = std::iter::once(draft.node).chain(dom.ancestors(draft.node).take(NEAREST));
        around.any(|node| prune::is_out_of_sight(dom, node) || prune::is_hidden_by_class(dom, node))
    };
    let hidden: Vec<bool> = (drafts.iter().zip(&*keep))
        .map(|(draft, keep)| hints[draft.node] & *prune::HIDDEN != 0 || (*keep && is_out_of_sight(draft)))
        .collect();
    let words = |what: bool| -> usize {
        (0..drafts.len()).filter(|&at| keep[at] && hidden[at] == what).map(|at| drafts[at].words).sum()
    };
    if words(true) == 0 || words(true) as f32 > MOST * words(false) as f32 {
        return;
    }
    let is_sentence = |draft: &Draft| text::ends_sentence(&draft.text) && !asks(draft);
    let goes_before = |draft: &Draft| draft.is_prose() && is_sentence(draft);
    let goes_after = |draft: &Draft| {
        draft.kind == BlockKind::Paragraph && (draft.is_prose() || draft.words >= LEAST_AFTER) && is_sentence(draft)
    };
    let mut start = 0;
    while start < drafts.len() {
        let end = start + hidden[start..].iter().take_while(|hidden| **hidden).count();
        let is_shown = |at: usize| keep.get(at) == Some(&true);
        let is_amid = end > start && is_shown(start.wrapping_sub(1)) && is_shown(end);
        if is_amid && goes_before(&drafts[start - 1]) && goes_after(&drafts[end]) {
            keep[start..end].fill(false);
        }
        start = end + 1;
    }
}

/// Whether below a text stands what it asks for.
fn asks(draft: &Draft) -> bool {
    draft.text.ends_with(['?', '؟', '？', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::blocks::blocks;
    use crate::extract::dom::Document;

    fn kept(html: &str) -> Vec<bool> {
        let document = Document::parse(html);
        let dom = document.dom();
        let drafts = blocks(&dom);
        let mut hints = vec![0; dom.len()];
        for node in 1..dom.len() {
            let own = if dom.attr(node, "hidden").is_some() { *prune::HIDDEN } else { 0 };
            hints[node] = hints[dom.parent(node)] | own;
        }
        let mut keep = vec![true; drafts.len()];
        drop_hidden(&dom, &drafts, &hints, &mut keep);
        keep
    }

    #[test]
    fn items_that_are_hidden_amid_a_list_go() {
        let list = |items: &str| kept(&format!("<ul>{}</ul>", items.replace('|', "<li>")));
        assert_eq!(list("|The toll rose.<li hidden>Nobody sees it.|It fell."), [true, false, true]);
        assert_eq!(
            list("|a|b<li hidden><p>c<p>d</p>|e<ul><li>f</ul>|g|h"),
            [true, true, false, false, true, true, true, true]
        );
        // The rest of a list, panels that open, an answer, and items behind a link that shows them.
        for items in [
            "|a|b|c|d<li hidden>e",
            "|a<li hidden>b<li hidden>c",
            "|a<li hidden>b|c<li hidden>d|e<li hidden>f|g",
            "|Who pays?<li hidden>The owners.|Nobody else.",
            "|a|b<li hidden>c|<a href=x>Show all</a>",
            "|a|b|Who pays?<li hidden>The owners.|Nobody else.",
        ] {
            assert!(!list(items).contains(&false), "{items}");
        }
    }

    #[test]
    fn what_is_hidden_between_paragraphs_goes() {
        let text = format!("<p>{}.</p>", "The council voted to reopen the canal after repairs".repeat(4));
        let hidden = "<p hidden>Nobody sees it, nor that.</p>";
        assert_eq!(kept(&format!("{text}{hidden}{hidden}{text}")), [true, false, false, true]);
        for style in ["position:absolute; left: -9999px", "font-size:0", "opacity: 0"] {
            let html = format!("{text}<div style='{style}'><p>Nobody sees it.</p></div>{text}");
            assert_eq!(kept(&html), [true, false, true], "{style}");
        }
        let by_class = |class: &str| kept(&format!("{text}<div class='{class}'><p>Nobody sees it.</p></div>{text}"));
        assert_eq!(by_class("d-none"), [true, false, true]);
        assert_eq!(by_class("hidden md:block"), [true; 3]);
        // The answer to a question, the rest of a text, and an article that waits for its script.
        assert_eq!(kept(&format!("{text}<h3>Who pays?</h3>{hidden}{text}")), [true; 4]);
        let question = "<p>What is it that the owners of the two locks pay for?</p>";
        assert_eq!(kept(&format!("{text}{question}{hidden}{text}")), [true; 4]);
        assert_eq!(kept(&format!("{text}{hidden}")), [true; 2]);
        let article = text.replace("<p>", "<p hidden>").repeat(2);
        assert_eq!(kept(&format!("{text}{article}{text}")), [true; 4]);
    }
}
