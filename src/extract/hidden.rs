//! Blocks that a page does not show.
//!
//! One page in twenty hides its article until a script shows it, and the answers below a question are hidden until they are
//! asked for. So what is hidden goes where the reader could not miss it: between two paragraphs, on a page that shows its text.

use super::blocks::Draft;
use super::dom::Dom;
use super::prune;
use super::text;
use crate::article::BlockKind;

/// Hidden text of more than this share of what is shown is part of the article.
const MOST: f32 = 0.2;

/// A paragraph of fewer words may be a label or a button.
const LEAST_AFTER: usize = 4;

/// How far above a block the element stands that is out of sight.
const NEAREST: usize = 3;

/// Drops what is hidden between two paragraphs that are kept.
pub(super) fn drop_hidden(dom: &Dom, drafts: &[Draft], hints: &[u32], keep: &mut [bool]) {
    let is_out_of_sight = |draft: &Draft| {
        let mut around = std::iter::once(draft.node).chain(dom.ancestors(draft.node).take(NEAREST));
        around.any(|node| prune::is_out_of_sight(dom, node))
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
    // Below a question or a colon stands what it asks for.
    let is_sentence = |draft: &Draft| text::ends_sentence(&draft.text) && !draft.text.ends_with(['?', '؟', '？', ':']);
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

#[cfg(test)]
mod tests {
    use super::super::blocks::blocks;
    use super::super::dom::Document;
    use super::*;

    fn kept(html: &str) -> Vec<bool> {
        let document = Document::parse(html);
        let dom = document.dom();
        let drafts = blocks(&dom);
        let is_hidden = |draft: &Draft| dom.attr(draft.node, "hidden").is_some();
        let mut hints = vec![0; dom.len()];
        drafts.iter().filter(|draft| is_hidden(draft)).for_each(|draft| hints[draft.node] = *prune::HIDDEN);
        let mut keep = vec![true; drafts.len()];
        drop_hidden(&dom, &drafts, &hints, &mut keep);
        keep
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
        // The answer to a question, the rest of a text, and an article that waits for its script.
        assert_eq!(kept(&format!("{text}<h3>Who pays?</h3>{hidden}{text}")), [true; 4]);
        let question = "<p>What is it that the owners of the two locks pay for?</p>";
        assert_eq!(kept(&format!("{text}{question}{hidden}{text}")), [true; 4]);
        assert_eq!(kept(&format!("{text}{hidden}")), [true; 2]);
        let article = text.replace("<p>", "<p hidden>").repeat(2);
        assert_eq!(kept(&format!("{text}{article}{text}")), [true; 4]);
    }
}
