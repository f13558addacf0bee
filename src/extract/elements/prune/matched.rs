//! Which rules match an element: by its tag, its names and its attributes, as far as their guards let them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::super::names::Namer;
use super::super::prose::Prose;
use super::super::rules::{ELEMENTS, Match};
use super::sight::is_hidden;
use super::spared::spared;
use super::{HIDDEN, NEVER, Pruned, first, never_in_text};
use crate::extract::dom::{Dom, NodeId};

/// Elements in which class names say what a word is to a compiler: a `comment`, a `meta`.
const CODE: &[&str] = &["pre", "code"];

/// Marks what the rules match, and takes nothing out. Gives the elements too at which something may be.
pub(super) fn mark(dom: &Dom, prose: &Prose, namer: &Namer) -> (Pruned, Vec<NodeId>) {
    let is_code = dom.each_tag(|tag| CODE.contains(&tag));
    let by_tag = dom.each_tag(|tag| if NEVER.contains(&tag) { None } else { Some(value(&BY_TAG, tag)) });
    let none = || vec![0; dom.len()];
    let mut pruned = Pruned {
        skip: vec![false; dom.len()],
        hints: none(),
        loud: none(),
        names: none(),
        wary: 0,
        cuttings: Vec::new(),
    };
    let quotes: Vec<NodeId> = dom.by_tag(0..dom.len(), "blockquote").collect();
    let (mut code_end, mut marked) = (0, Vec::new());
    for node in 0..dom.len() {
        let (parent, tag) = (dom.parent(node), dom.tag_number(node));
        // Half of all nodes are texts, of which nothing speaks but what is around them.
        if dom.tag(node).is_empty() {
            pruned.hints[node] = pruned.hints[parent];
            pruned.loud[node] = pruned.loud[parent];
            continue;
        }
        let called = namer.called(dom, node);
        let named = match called.rules {
            0 => 0,
            rules if node < code_end => rules & never_in_text(),
            _ if is_called_by_its_text(dom, node) => namer.called_by_class(dom, node).rules,
            rules => rules,
        };
        if is_code[tag] {
            code_end = dom.end(node).max(code_end);
        }
        let all = by_tag[tag].map_or(0, |by_tag| named | by_tag | by_attributes(dom, node));
        let rules =
            if all == 0 { 0 } else { guarded(all, prose.share(dom, node)) & !spared(dom, node, all, prose, &quotes) };
        if all != 0 || dom.is_inline(node) && dom.attr(node, "style").is_some() {
            marked.push(node);
        }
        pruned.names[node] = called.names;
        pruned.hints[node] = pruned.hints[parent] | rules;
        pruned.loud[node] = pruned.loud[parent] | all;
    }
    (pruned, marked)
}

/// Whether an element is a heading, or stands in one, whose id is the heading's own text made an address: its words are the
/// author's and name nothing. Two words may be both: a heading "Related articles" is called so too.
fn is_called_by_its_text<'a>(dom: &Dom<'a>, node: NodeId) -> bool {
    const HEADINGS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6"];
    const LEAST: usize = 3;
    /// So many nodes of it are looked at.
    const MOST: usize = 64;
    let letters = |text: &'a str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    if ![node, dom.parent(node)].into_iter().any(|n| dom.is(n, HEADINGS)) {
        return false;
    }
    let Some(id) = dom.attr(node, "id") else { return false };
    // WordPress puts an h before it.
    let id = id.strip_prefix("h-").unwrap_or(id);
    if id.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count() < LEAST {
        return false;
    }
    let mut text = dom.subtree(node).take(MOST).filter_map(|n| dom.text(n)).flat_map(letters);
    letters(id).all(|letter| text.next() == Some(letter))
}

/// The rules that match an element by its attributes; those of words are known from its names.
fn by_attributes(dom: &Dom, node: NodeId) -> u32 {
    let role = dom.attr(node, "role").map_or(0, |role| value(&BY_ROLE, role.trim()));
    let hidden = if is_hidden(dom, node) { *HIDDEN } else { 0 };
    role | hidden
}

fn value(rules: &FxHashMap<&str, u32>, value: &str) -> u32 {
    rules.get(value).copied().unwrap_or(0)
}

/// Those of the rules that may take an element with that share of the running text.
fn guarded(rules: u32, share: f32) -> u32 {
    let (mut left, mut guarded) = (rules, 0);
    while let Some(rule) = first(left) {
        let bit = left & left.wrapping_neg();
        guarded |= if share <= rule.guard { bit } else { 0 };
        left ^= bit;
    }
    guarded
}

static BY_TAG: LazyLock<FxHashMap<&str, u32>> = LazyLock::new(|| {
    by_value(|matches| match matches {
        Match::Tags(tags) => tags,
        _ => &[],
    })
});

static BY_ROLE: LazyLock<FxHashMap<&str, u32>> = LazyLock::new(|| {
    by_value(|matches| match matches {
        Match::Roles(roles) => roles,
        _ => &[],
    })
});

/// The rules by the values that `listed` says they are about.
fn by_value(listed: impl Fn(&'static Match) -> &'static [&'static str]) -> FxHashMap<&'static str, u32> {
    let mut rules = FxHashMap::default();
    for (at, rule) in ELEMENTS.iter().enumerate() {
        for value in listed(&rule.matches) {
            *rules.entry(*value).or_default() |= 1 << at;
        }
    }
    rules
}
