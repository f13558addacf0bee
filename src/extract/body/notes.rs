//! Notes to the text: what a raised number in a kept block leads to is the article's, wherever it stands.

use std::collections::HashSet;
use std::ops::Range;

use crate::article::BlockKind;
use crate::extract::blocks::Draft;
use crate::extract::blocks::signs;
use crate::extract::dom::{Dom, NodeId};

/// How far above a note's text the element stands that is linked to, and above a mark that is linked to that of the note.
const NEAREST: usize = 4;

/// Notes longer than this share of the text are the small print of an offer.
const MOST: f32 = 0.5;

/// Takes back notes to which kept text refers.
pub(crate) fn keep_notes(dom: &Dom, drafts: &[Draft], hints: &[u32], keep: &mut [bool]) {
    let targets = targets(dom, drafts, keep);
    if targets.is_empty() {
        return;
    }
    let places = places(dom, &targets);
    let is_note = |draft: &Draft| {
        let Some(place) = places[..places.partition_point(|place| place.start <= draft.start)].last() else {
            return false;
        };
        let mut around = std::iter::once(draft.node).chain(dom.ancestors(draft.node).take(NEAREST));
        hints[draft.node] == 0
            && draft.start < place.end
            // After a mark, lines may follow that are no notes.
            && (draft.node == place.target || draft.node != place.within || draft.start <= dom.end(place.target))
            && around.any(|node| node == place.within)
            && is_formal(dom, draft, place.target)
    };
    let notes: Vec<usize> = (0..drafts.len()).filter(|&at| !keep[at] && is_note(&drafts[at])).collect();
    let text: usize = drafts.iter().zip(&*keep).filter(|(_, keep)| **keep).map(|(draft, _)| draft.words).sum();
    if notes.iter().map(|&at| drafts[at].words).sum::<usize>() as f32 <= MOST * text as f32 {
        notes.into_iter().for_each(|at| keep[at] = true);
    }
}

/// Where on a page a note stands.
struct NotePlace {
    start: NodeId,
    end: NodeId,
    /// The element that is linked to, and the block that holds the note.
    target: NodeId,
    within: NodeId,
}

/// The places to which references lead, in the order of the page. What is linked to is the note, or a mark at its head, which
/// the rest of the block follows; the next note ends it.
fn places(dom: &Dom, targets: &HashSet<&str>) -> Vec<NotePlace> {
    /// Between what is linked to and the text of its note stand few elements.
    const MOST_BETWEEN: usize = 256;
    // Of several elements with one id the first is meant, as in browsers.
    let mut left = targets.clone();
    let is_target = |node: &NodeId| {
        let mut is = |name: &str| dom.attr(*node, name).is_some_and(|id| left.remove(id));
        is("id") || (dom.tag(*node) == "a" && is("name"))
    };
    let has_text = |nodes: Range<NodeId>| {
        nodes.take(MOST_BETWEEN).any(|n| dom.text(n).is_some_and(|text| !text.trim().is_empty()))
    };
    let place = |target: NodeId| {
        if dom.tag(target) == "dt" {
            let said = dom.children(dom.parent(target)).find(|&n| n > target && dom.tag(n) == "dd")?;
            return Some(NotePlace { start: target, end: dom.end(said), target, within: dom.parent(target) });
        }
        let is_note =
            |&node: &NodeId| !dom.is_inline(node) && (node == target || has_text(dom.end(target)..dom.end(node)));
        let within = std::iter::once(target).chain(dom.ancestors(target).take(NEAREST)).find(is_note)?;
        Some(NotePlace { start: target, end: dom.end(within), target, within })
    };
    let mut places: Vec<NotePlace> = dom.elements(0..dom.len()).filter(is_target).filter_map(place).collect();
    for at in 1..places.len() {
        places[at - 1].end = places[at - 1].end.min(places[at].start);
    }
    places
}

/// Whether a block is an item of a list or links back, or the head of what is linked to does, as notes are that an author made.
/// Paragraphs that shops number at the foot of a page are neither.
fn is_formal(dom: &Dom, draft: &Draft, target: NodeId) -> bool {
    /// So many nodes into a note stands its mark.
    const MOST_HEAD: usize = 32;
    let links_back = |link: NodeId| signs::target(dom, link).is_some_and(|id| !id.is_empty());
    let head = target..dom.end(target).min(target + MOST_HEAD);
    draft.kind == BlockKind::ListItem
        || dom.by_tag(dom.subtree(draft.node), "a").any(links_back)
        || dom.by_tag(head, "a").any(links_back)
}

/// The ids to which references in kept blocks lead.
fn targets<'a>(dom: &Dom<'a>, drafts: &[Draft], keep: &[bool]) -> HashSet<&'a str> {
    let nodes = |at: usize| drafts[at].start..drafts.get(at + 1).map_or(dom.len(), |next| next.start);
    let kept = (0..drafts.len()).filter(|&at| keep[at]).flat_map(nodes);
    let referring = kept.filter(|&node| dom.is(node, &["a", "sup"]) && signs::refers(dom, node));
    referring.filter_map(|node| signs::note_of(dom, node)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::blocks::blocks;
    use crate::extract::dom::Document;

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
    fn kept(html: &str, keep: &[bool]) -> Vec<bool> {
        let document = Document::parse(html);
        let dom = document.dom();
        let drafts = blocks(&dom);
        let mut keep: Vec<bool> = (0..drafts.len()).map(|at| keep.get(at) == Some(&true)).collect();
        keep_notes(&dom, &drafts, &vec![0; dom.len()], &mut keep);
        keep
    }

    #[test]
    fn a_note_may_follow_the_mark_that_is_linked_to() {
        let text = "<p>The levy of the strait rose in all four of its years, and nobody knew why it did";
        let html = format!(
            "{text}.<a id=footnote-anchor-1 href='#footnote-1'>1</a><a id=footnote-anchor-2 href='#footnote-2'>2</a>\
            <div><a id=footnote-1 href='#footnote-anchor-1'>1</a><div><p>See the bill.</p><p>Or not.</p></div></div>\
            <div><a id=footnote-2 href='#footnote-anchor-2'>2</a><div><p>See it.</p></div></div><p>More on this."
        );
        assert_eq!(kept(&html, &[true]), [true, true, true, true, false]);
        let word = format!(
            "{text}.<a name=_ftnref1 href='#_ftn1'>[1]</a> It fell.<a name=_ednref2 href='#_edn2'>[ii]</a></p>\
            <div id=ftn1><p><a href='#_ftnref1' name=_ftn1>[1]</a> See it.</div><div id=edn2><p><a href='#_ednref2' name=_edn2>[ii]</a> Ibid.</div>"
        );
        assert_eq!(kept(&word, &[true]), [true; 3]);
        let docutils = "<aside id=id4><span>[<a href='#id1'>1</a>]</span><p>See the bill.</p></aside>\
            <dl><dt id=id5><a href='#id2'>2</a></dt><dd><p>Ibid.</p></dd></dl>\
            <div id=lee05><span><i>[</i><a href='#id3'>Lee05</a><i>]</i></span><p>Lee: Straits.</p></div><p>More";
        let marks = "<a id=id1 href='#id4'><i>[</i>1<i>]</i></a> <a id=id2 href='#id5'>2</a> <a id=id3 href='#lee05'>[Lee05]</a>";
        assert_eq!(
            kept(&format!("{text}. {marks}</p>{docutils}"), &[true]),
            [true, true, true, true, true, true, false]
        );
        let lines =
            format!("{text}.<a name=r1 href='#n1'>1</a></p><div><a name=n1 href='#r1'>1</a> See it.<br><br>Menu</div>");
        assert_eq!(kept(&lines, &[true]), [true, true, false]);
    }
}
