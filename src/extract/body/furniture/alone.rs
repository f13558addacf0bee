//! Labels left alone: what they stood over, a form or links, went.

use super::rows::is_tag_label;
use super::{LEAST_PROSE, Text};

/// Fewer letters than this share of what went were links, and it was no list of such.
const LINKED: f32 = 0.5;

/// Labels in a box of which nothing else is kept, and of which the rest is links or holds a form.
pub(super) fn alone(text: &Text) -> Vec<usize> {
    // What has a number says something of its own.
    let may_be = |at: usize| text.is_label(at) && !text.drafts[at].text.contains(char::is_numeric);
    let is_behind = |at: usize| text.before[at] >= LEAST_PROSE || is_tag_label(&text.drafts[at].text);
    text.kept().filter(|&at| is_behind(at) && may_be(at) && is_alone(text, at)).collect()
}

fn is_alone(text: &Text, at: usize) -> bool {
    const CONTROLS: &[&str] = &["form", "textarea"];
    let Text { dom, drafts, keep, .. } = text;
    let node = drafts[at].node;
    let holds_more = |&node: &usize| {
        text.within(node).len() > 1 || dom.elements(dom.subtree(node)).any(|inner| dom.is(inner, CONTROLS))
    };
    let Some(boxed) = std::iter::once(node).chain(dom.ancestors(node)).find(holds_more) else { return false };
    let inside = text.within(boxed);
    let rest = || inside.clone().filter(|&other| other != at);
    if inside.start != at || rest().any(|other| keep[other]) || !text.is_nameless(inside.clone(), boxed) {
        return false;
    }
    let sum = |of: fn(&super::Draft) -> usize| rest().map(|other| of(&drafts[other])).sum::<usize>() as f32;
    let has_control = || dom.elements(dom.subtree(boxed)).any(|inner| dom.is(inner, CONTROLS));
    let has_links = || sum(|d| d.chars) > 0.0 && sum(|d| d.linked) >= LINKED * sum(|d| d.chars);
    has_links() || has_control()
}
