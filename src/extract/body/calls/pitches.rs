//! Boxes that pitch a newsletter, a gift or a subscription in words of their own: "Harbour Post – News from the coast, straight to
//! your mailbox. Yes please".

use std::ops::Range;

use super::LONGEST;
use crate::article::BlockKind;
use crate::extract::blocks::Draft;
use crate::extract::dom::{Dom, NodeId};
use crate::extract::lines::classify::{self, Pitch, is_button_label};
use crate::extract::text;

/// No pitch is shorter, in words, and no label of its button longer.
const LEAST: usize = 6;
const LONGEST_LABEL: usize = 6;

/// A heading over a pitch in the flow of the text is no longer, in words.
const LONGEST_HEADING: usize = 12;

/// The boxes, and the paragraphs with their headings, that pitch something.
pub(super) fn pitches(
    dom: &Dom,
    drafts: &[Draft],
    box_of: impl Fn(NodeId) -> Option<NodeId>,
    keep: &[bool],
) -> Vec<NodeId> {
    let has_title = |node: NodeId| dom.by_tag(dom.subtree(node), "h1").next().is_some();
    let mut found = Vec::new();
    for (at, draft) in drafts.iter().enumerate().filter(|(at, _)| keep[*at]) {
        if draft.kind != BlockKind::Paragraph || draft.words > LONGEST || draft.is_link() {
            continue;
        }
        let Some(node) = box_of(draft.node).filter(|&node| !has_title(node)) else { continue };
        let within = &drafts[within(drafts, dom.subtree(node))];
        let heading = heading(drafts, at, keep).filter(|heading| !dom.subtree(node).contains(&heading.node));
        if is_pitch(dom, node, within, heading) {
            found.push(node);
            let own = heading.filter(|heading| goes_with(dom, heading, drafts, at, keep));
            found.extend(own.map(|heading| heading.node));
        }
    }
    found
}

/// The blocks within an element. They are in the order of the page.
fn within(drafts: &[Draft], subtree: Range<NodeId>) -> Range<usize> {
    let before = |node: NodeId| drafts.partition_point(|draft| draft.start < node);
    before(subtree.start)..before(subtree.end)
}

/// The heading right before a paragraph.
fn heading<'a>(drafts: &'a [Draft], at: usize, keep: &[bool]) -> Option<&'a Draft> {
    let before = at.checked_sub(1).filter(|&before| keep[before])?;
    Some(&drafts[before]).filter(|draft| is_heading(draft))
}

/// Whether a short line is a heading, or stands for one.
fn is_heading(draft: &Draft) -> bool {
    let is_bold = || draft.kind == BlockKind::Paragraph && draft.bold == draft.chars;
    draft.words <= LONGEST_HEADING && (draft.is_heading() || is_bold())
}

/// Whether a box, with the heading above it, is a pitch.
fn is_pitch(dom: &Dom, node: NodeId, within: &[Draft], heading: Option<&Draft>) -> bool {
    let head = heading.map(|heading| heading.text.as_str()).unwrap_or_default();
    let text = format!("{head}\n{}", dom.text_of(node));
    if !(LEAST..=LONGEST).contains(&text::words(&text)) {
        return false;
    }
    let mut pitch = Pitch::read(&text);
    if pitch.names_nothing() {
        return false;
    }
    let parts = within.iter().chain(heading).filter(|draft| classify::is_part_of_call(draft)).count();
    // A paragraph that a rule on lines knows is left to that.
    if heading.is_none() && within.len() == parts {
        return false;
    }
    pitch.offers += parts;
    pitch.is_plain() || pitch.is_over_button() && ends_in_button(dom, node, within)
}

/// Whether a box ends in what the button of a pitch says: on a button or a link, after the sentences, or on a line of its own
/// where the button is drawn by a style sheet, or by a script.
fn ends_in_button(dom: &Dom, node: NodeId, within: &[Draft]) -> bool {
    let is_label = |label: &str| text::words(label) <= LONGEST_LABEL && !text::ends_sentence(label);
    let is_shown = |&node: &NodeId| dom.text(node).is_some_and(|text| text.chars().any(char::is_alphanumeric));
    let Some(last) = dom.subtree(node).rev().find(is_shown) else { return false };
    let button = dom.ancestors(last).take_while(|&at| at > node).find(|&at| dom.is(at, &["a", "button"]));
    if let Some(button) = button {
        let label = dom.text_of(button);
        return is_label(&label) && is_button_label(&label) && within.last().is_none_or(|last| is_apart(last, &label));
    }
    let [_, .., last] = within else { return false };
    // What is to be written into a field may stand before the button's own words.
    let mut from = last.text.match_indices(' ').map(|(at, _)| at + 1).chain([0]);
    is_label(&last.text) && from.any(|at| is_button_label(&last.text[at..]))
}

/// Whether a label that may stand at the end of a paragraph is none of the words of its last sentence.
fn is_apart(last: &Draft, label: &str) -> bool {
    let text = last.text.trim_end().strip_suffix(label.trim()).map(str::trim_end);
    text.is_none_or(|text| text.is_empty() || text.ends_with(':') || text::ends_sentence(text))
}

/// Whether a heading over a pitch is the pitch's own: it pitches too, or nothing but the pitch stands under it, or no other
/// heading of the text looks like it.
fn goes_with(dom: &Dom, heading: &Draft, drafts: &[Draft], at: usize, keep: &[bool]) -> bool {
    let kept = |from: usize| drafts.iter().zip(keep).skip(from).filter(|(_, keep)| **keep).map(|(draft, _)| draft);
    let is_alike =
        |draft: &Draft| draft.node != heading.node && dom.tag(draft.node) == dom.tag(heading.node) && is_heading(draft);
    classify::is_part_of_call(heading)
        || Pitch::read(&heading.text).offers > 0
        || kept(at + 1).next().is_none_or(is_heading)
        || !kept(0).any(is_alike)
}
