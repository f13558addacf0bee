//! One loop over the rule table: which elements are boilerplate by their name.

mod in_line;
mod matched;
mod sight;
mod spared;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::LazyLock;

use super::names::{Namer, Wanted};
use super::prose::Prose;
use super::rules::{ELEMENTS, ElementRule, Match, Sure};
use super::threads::{COMMENTS, threads};
use crate::extract::blocks::Draft;
use crate::extract::dom::{Dom, NodeId};
use crate::extract::facts::declared::Declared;
use crate::extract::trace::Cutting;
use in_line::{bubble, hover_cards, is_amid_text, is_term, is_unseen_in_text};
use matched::mark;

pub(crate) use sight::{is_hidden_by_class, is_out_of_sight};

/// Elements that hold the page; a class on them speaks of the page, not of a part of it.
pub(super) const NEVER: &[&str] = &["", "html", "head", "body", "main", "h1"];

/// What the rules say about a page.
pub(crate) struct Pruned {
    /// For each node, whether it and all below it are out.
    pub(crate) skip: Vec<bool>,
    /// For each node, the rules that speak against it or an element above it: bits by position in [`ELEMENTS`].
    pub(crate) hints: Vec<u32>,
    /// The same, whatever the guards say.
    pub(crate) loud: Vec<u32>,
    /// For each node, what its class and id call it: bits by position in [`NAMES`](super::words::NAMES).
    pub(crate) names: Vec<u32>,
    /// The rules that take more of this page than their guards allow, and so take nothing.
    pub(crate) wary: u32,
    pub(crate) cuttings: Vec<Cutting>,
}

impl Pruned {
    /// For each node, whether a rule that `allowed` lets through would take it out, sure or not. What is below is not
    /// marked again.
    pub(crate) fn by(&self, dom: &Dom, allowed: impl Fn(&ElementRule) -> bool) -> Vec<bool> {
        let rules = bits(allowed) & !self.wary;
        let mut out = vec![false; dom.len()];
        let mut node = 0;
        while node < dom.len() {
            out[node] = self.hints[node] & rules != 0;
            node = if out[node] { dom.end(node) } else { node + 1 };
        }
        out
    }
}

/// Applies the element rules, guarded by the running text in `drafts` (all of the page's): what a sure rule matches is
/// out, what another matches is marked. A piece within a line is no block to be judged later, so there every rule is.
///
/// Of a page that says it is an article, comments are out however many there are, and of any page what is a sidebar by its tag
/// and by its name.
pub(crate) fn judge(dom: &Dom, drafts: &[Draft], declared: Declared) -> Pruned {
    let taken = bits(|rule| rule.sure == Sure::Always);
    let (prose, namer) = (Prose::new(dom, drafts), Namer::new(dom));
    let (mut pruned, mut marked) = mark(dom, &prose, &namer);
    let certain = certain(dom, &prose, &namer, &pruned, declared);
    for (part, rule) in &certain {
        // It may be in code, or in a heading, where its own name says nothing.
        marked.push(part.start);
        pruned.hints[part.clone()].iter_mut().for_each(|rules| *rules |= rule);
    }
    pruned.wary = over_guard(drafts, &pruned.hints, &certain);
    marked.sort_unstable();
    let mut taken_to = 0;
    for node in marked {
        if node < taken_to {
            continue;
        }
        let new = pruned.hints[node] & !pruned.hints[dom.parent(node)] & !pruned.wary;
        let in_line = new != 0 && dom.is_inline(node);
        if in_line && new & *CHROME == new && is_term(dom, node) {
            if let Some(bubble) = bubble(dom, &namer, node, new) {
                pruned.skip[bubble] = true;
                pruned.cuttings.extend(first(new).map(|rule| Cutting::element(rule, bubble)));
                taken_to = dom.end(node);
                continue;
            }
            // What opens over a term may stand in its title.
            if dom.attr(node, "title").is_some() {
                taken_to = dom.end(node);
                continue;
            }
        }
        if in_line && new & never_in_text() == 0 && is_amid_text(dom, node) {
            taken_to = dom.end(node);
            continue;
        }
        if dom.is_inline(node) && is_unseen_in_text(dom, node) {
            pruned.skip[node] = true;
            pruned.cuttings.extend(first(*HIDDEN).map(|rule| Cutting::element(rule, node)));
            taken_to = dom.end(node);
            continue;
        }
        if let Some(rule) = first(if in_line { new } else { new & taken }) {
            pruned.skip[node] = true;
            pruned.cuttings.push(Cutting::element(rule, node));
            taken_to = dom.end(node);
        }
    }
    for card in hover_cards(dom) {
        if !pruned.skip[card] {
            pruned.skip[card] = true;
            pruned.cuttings.extend(first(*CHROME).map(|rule| Cutting::element(rule, card)));
        }
    }
    pruned
}

/// The parts of a page that a rule takes however much they hold, none within another, in the order of the page.
fn certain(dom: &Dom, prose: &Prose, namer: &Namer, pruned: &Pruned, declared: Declared) -> Vec<(Range<NodeId>, u32)> {
    let comments = if declared > Declared::No { threads(dom, prose, namer, pruned) } else { Vec::new() };
    let comments = comments.into_iter().map(|part| (part, *COMMENTS));
    let mut parts: Vec<_> = comments.chain(sidebars(dom, prose).map(|part| (part, *ASIDE))).collect();
    parts.sort_unstable_by_key(|(part, _)| part.start);
    let mut end = 0;
    parts.retain(|(part, _)| {
        let is_outermost = part.start >= end;
        end = end.max(part.end);
        is_outermost
    });
    parts
}

/// The `<aside>`s that are called sidebars too and lead to other pages, beside which no paragraph stands.
///
/// Of the 137 with twenty words or more on the development pages none holds text of the article. With most of a page's running
/// text, an author may have misused both names.
fn sidebars(dom: &Dom, prose: &Prose) -> impl Iterator<Item = Range<NodeId>> {
    const MOST: f32 = 0.8;
    const LEAST_LINKS: usize = 2;
    let is_sidebar = |&node: &NodeId| {
        let names = dom.class_words(node);
        (names.has_any(&SIDEBARS) || names.contains("side") && names.contains("bar"))
            && !names.has_any(&NOTES)
            && prose.share(dom, node) <= MOST
            && dom.by_tag(dom.subtree(node), "a").nth(LEAST_LINKS - 1).is_some()
            && !prose.is_beside(dom, node)
    };
    dom.by_tag(0..dom.len(), "aside").filter(is_sidebar).map(|node| dom.subtree(node))
}

/// Words of the names of sidebars, and of notes that stand in the margin.
const SIDEBARS: Wanted = Wanted::new(&["sidebar", "sidebars", "widget", "widgets", "rail", "rightcol", "sidecol"]);
const NOTES: Wanted = Wanted::new(&["note", "notes", "sidenote", "sidenotes", "footnote", "footnotes", "marginnote"]);

/// The rules on what nobody sees: they hold amid a sentence too.
fn never_in_text() -> u32 {
    bits(|rule| matches!(rule.matches, Match::Hidden | Match::Tags(_)) || rule.id == "screen-reader")
}

/// The rules that `allowed` lets through, as bits.
pub(crate) fn bits(allowed: impl Fn(&ElementRule) -> bool) -> u32 {
    ELEMENTS.iter().enumerate().fold(0, |bits, (at, rule)| bits | u32::from(allowed(rule)) << at)
}

/// The rules whose matches together hold more running text than their guard allows: a forum's messages are comments
/// by name, each of them a small part of the page. What stands in a part that is `certain` does not count.
fn over_guard(drafts: &[Draft], hints: &[u32], certain: &[(Range<NodeId>, u32)]) -> u32 {
    let is_certain = |node: NodeId| {
        let before = &certain[..certain.partition_point(|(part, _)| part.start <= node)];
        before.last().is_some_and(|(part, _)| node < part.end)
    };
    let mut held = [0; ELEMENTS.len()];
    let mut all = 0;
    for draft in drafts.iter().filter(|d| d.is_prose()) {
        all += draft.words;
        if is_certain(draft.node) {
            continue;
        }
        for (at, held) in held.iter_mut().enumerate() {
            *held += if hints[draft.node] & 1 << at == 0 { 0 } else { draft.words };
        }
    }
    let over = |at: usize| held[at] as f32 > ELEMENTS[at].guard * all.max(1) as f32;
    (0..ELEMENTS.len()).fold(0, |bits, at| bits | u32::from(over(at)) << at)
}

static ASIDE: LazyLock<u32> = LazyLock::new(|| bits(|rule| rule.id == "html.aside"));

static CHROME: LazyLock<u32> = LazyLock::new(|| bits(|rule| rule.id == "chrome"));

pub(crate) static HIDDEN: LazyLock<u32> = LazyLock::new(|| bits(|rule| matches!(rule.matches, Match::Hidden)));

/// The first of some rules.
pub(crate) fn first(rules: u32) -> Option<&'static ElementRule> {
    ELEMENTS.get(rules.trailing_zeros() as usize)
}
