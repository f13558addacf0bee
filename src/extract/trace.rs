//! What was taken out of a page, by which rule, and how much text it held: the answer to "why is this sentence missing?".

use super::dom::{Dom, NodeId};
use super::lines::LineRule;
use super::rules::ElementRule;
use super::text;
use crate::article::Kind;

/// One piece taken out of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    /// The rule's name, as in `wp.check-also`.
    pub rule: &'static str,
    /// The rule's reason.
    pub why: &'static str,
    /// Where it stood: an element like `div#comments.comments-area`, or `line`.
    pub place: String,
    /// How many words it held.
    pub words: usize,
    /// How its text begins.
    pub sample: String,
}

/// Everything taken out of a page, in the order of the page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Trace {
    /// The pieces.
    pub removed: Vec<Removed>,
    /// The element chosen as holding the article, like `div.entry-content`; empty for text pages.
    pub content: String,
    /// Words kept.
    pub kept_words: usize,
    /// What speaks for and against the kinds that the page may be of; nothing for text pages, which are articles.
    pub evidence: Vec<Evidence>,
}

/// How much one signal speaks for a page's being of a kind.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence {
    /// The signal's name, as in `data.product`.
    pub signal: &'static str,
    /// For which kind it speaks, or against which.
    pub kind: Kind,
    /// How much, as log-odds against an article: 1 makes the kind e times as likely.
    pub weight: f32,
    /// What it is.
    pub why: &'static str,
}

impl Trace {
    /// Whether a rule took anything out.
    pub fn fired(&self, rule: &str) -> bool {
        self.removed.iter().any(|r| r.rule == rule)
    }
}

/// What a rule took, before it is put in words.
#[derive(Debug, Clone)]
pub(crate) struct Cutting {
    rule: &'static str,
    why: &'static str,
    /// The element taken out, or the one that held the line.
    node: NodeId,
    /// The text of a line; elements have theirs in the page.
    line: Option<String>,
}

impl Cutting {
    pub(crate) fn element(rule: &ElementRule, node: NodeId) -> Cutting {
        Cutting { rule: rule.id, why: rule.why, node, line: None }
    }

    pub(crate) fn line(rule: &LineRule, node: NodeId, line: String) -> Cutting {
        Cutting::by(rule.id, rule.why, node, line)
    }

    pub(crate) fn by(rule: &'static str, why: &'static str, node: NodeId, line: String) -> Cutting {
        Cutting { rule, why, node, line: Some(line) }
    }

    #[cfg(test)]
    pub(crate) fn rule(&self) -> &'static str {
        self.rule
    }
}

/// The trace for a page: its cuttings in page order, pieces without a word left out.
pub(crate) fn trace(
    dom: &Dom,
    mut cuttings: Vec<Cutting>,
    content: NodeId,
    kept_words: usize,
    evidence: Vec<Evidence>,
) -> Trace {
    cuttings.sort_by_key(|c| c.node);
    let removed = cuttings.into_iter().map(|c| removed(dom, c)).filter(|r| r.words > 0).collect();
    Trace { removed, content: label(dom, content), kept_words, evidence }
}

/// The trace for a page without markup, where every cutting is a line.
pub(crate) fn trace_of_lines(cuttings: Vec<Cutting>, kept_words: usize) -> Trace {
    let lines = cuttings.into_iter().filter_map(|Cutting { rule, why, line, .. }| {
        let line = line?;
        Some(Removed { rule, why, place: "line".to_owned(), words: text::words(&line), sample: sample(&line) })
    });
    Trace { removed: lines.collect(), content: String::new(), kept_words, evidence: Vec::new() }
}

fn removed(dom: &Dom, cutting: Cutting) -> Removed {
    let Cutting { rule, why, node, line } = cutting;
    let place = if line.is_some() { "line".to_owned() } else { label(dom, node) };
    let text = line.unwrap_or_else(|| dom.text_of(node));
    Removed { rule, why, place, words: text::words(&text), sample: sample(&text) }
}

/// The first words of a text, cut at a word.
pub(crate) fn sample(text: &str) -> String {
    const LENGTH: usize = 72;
    let flat = text::collapse(text);
    if flat.chars().count() <= LENGTH {
        return flat;
    }
    let cut: String = flat.chars().take(LENGTH).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{} …", &cut[..end])
}

/// An element as a selector would name it: `div#respond.comment-respond`.
fn label(dom: &Dom, node: NodeId) -> String {
    let mut out = dom.tag(node).to_owned();
    if let Some(id) = dom.attr(node, "id") {
        out.push('#');
        out.extend(id.trim().chars().take(40));
    }
    for class in dom.attr(node, "class").unwrap_or("").split_ascii_whitespace().take(3) {
        out.push('.');
        out.extend(class.chars().take(40));
    }
    out
}
