//! What became of each block of a page, and by which rule or score: the answer to "why is this sentence missing?".
//! And what each fact was chosen from: the answer to "why this date?".

use std::collections::HashMap;

use serde::{Serialize, Serializer};

use super::blocks::Draft;
use super::dom::{Dom, NodeId};
use super::elements::rules::ElementRule;
use super::lines::rules::LineRule;
use super::text;
use crate::article::{BlockKind, Kind, Source};

/// Whether a trace is wanted: it costs a copy of all text, and is left empty where nobody asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tracing {
    On,
    Off,
}

/// What became of a page: its blocks in order, and what speaks for its kind.
///
/// ```
/// use pressmark::extract::{Fate, explain};
/// let page = pressmark::Page::html("a.html", "<h1>Rates held</h1><p>The bank kept its main rate at four per cent on
///     Tuesday, as most analysts had foreseen.</p><div id=respond><h3>Leave a Reply</h3></div>");
/// let (article, trace) = explain(&page);
/// assert_eq!(trace.kept().count(), article.blocks.len());
/// let reply = trace.blocks.iter().find(|block| block.text == "Leave a Reply").unwrap();
/// assert!(matches!(&reply.fate, Fate::Dropped(reason) if reason.rule == "comments"));
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Trace {
    /// The element chosen as holding the article, like `div.entry-content`; empty for text pages.
    pub content: String,
    /// Words kept.
    pub kept_words: usize,
    /// The blocks in the order of the page. An element that a rule took out as a whole is one block.
    pub blocks: Vec<Traced>,
    /// What each fact was chosen from, the facts that the page says nothing about left out.
    pub choices: Vec<Choice>,
    /// Which of the user's own rules were used, as `user: rules.toml [site example.org] content = div.story`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub user: Vec<String>,
    /// What speaks for and against the kinds that the page may be of; nothing for text pages, which are articles.
    pub evidence: Vec<Evidence>,
}

/// A block of a page, and what became of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Traced {
    /// Whether it was kept, and why or why not.
    #[serde(flatten)]
    pub fate: Fate,
    /// Where it stands: an element like `div#comments.comments-area`; empty for text pages.
    pub place: String,
    /// How many words it holds.
    pub words: usize,
    /// Its text.
    pub text: String,
}

/// What became of a block.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "lowercase", tag = "fate")]
pub enum Fate {
    /// It is part of the article.
    Kept(Kept),
    /// It is not.
    Dropped(Reason),
}

/// What speaks for a block that was kept.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Kept {
    /// What it is in the article.
    #[serde(rename = "as", serialize_with = "block_kind")]
    pub kind: BlockKind,
    /// How likely the model takes it for text of the article, 0 to 1; nothing for text pages, of which all is text.
    pub score: Option<f32>,
}

/// Why a block was dropped.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reason {
    /// The rule's name, as in `wp.check-also`.
    pub rule: &'static str,
    /// The rule's own reason.
    pub why: &'static str,
    /// What there is to say of this block alone, as "seen on 41 of 60 pages".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// How likely the model took it for text, 0 to 1; nothing where a rule came first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<f32>,
}

/// How much one signal speaks for a page's being of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
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

/// What a page gives for one fact: the values, where each stands, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// The fact's name, as in the `sources` of an article.
    pub fact: &'static str,
    /// The values, the most trusted sources first.
    pub candidates: Vec<Considered>,
}

/// A value that may have become the fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Considered {
    /// The value; of authors, sections and tags all that the source names. Long ones are cut.
    pub values: Vec<String>,
    /// Where it stands, as in the `sources` of an article.
    pub source: Source,
    /// Why it was not taken; `None` for what was, which for sections may be the names of several sources.
    pub lost: Option<&'static str>,
}

impl Trace {
    /// Whether a rule dropped anything.
    pub fn fired(&self, rule: &str) -> bool {
        self.dropped().any(|(_, reason)| reason.rule == rule)
    }

    /// The blocks that were kept, in the order of those of the article.
    pub fn kept(&self) -> impl Iterator<Item = &Traced> {
        self.blocks.iter().filter(|block| matches!(block.fate, Fate::Kept(_)))
    }

    /// The blocks that were dropped, each with the reason.
    pub fn dropped(&self) -> impl Iterator<Item = (&Traced, &Reason)> {
        self.blocks.iter().filter_map(|block| match &block.fate {
            Fate::Dropped(reason) => Some((block, reason)),
            Fate::Kept(_) => None,
        })
    }

    /// Drops blocks that were kept, given by their numbers among those of the article, in order: for rules that look beyond
    /// one page. A number beyond them changes nothing, nor does one that is out of order.
    ///
    /// ```
    /// use pressmark::extract::{Reason, explain};
    /// let page = pressmark::Page::text("a.txt", "Rates held\n\nThe bank kept its rate.\n\nOur offices are open all week.");
    /// let (_, mut trace) = explain(&page);
    /// let note = Some("seen on 41 of 60 pages".to_owned());
    /// let reason = Reason { rule: "site.repeated", why: "The site says it on most of its pages.", note, score: None };
    /// trace.drop_kept([(1, reason)]);
    /// assert_eq!((trace.kept().count(), trace.kept_words), (1, 5));
    /// assert!(trace.fired("site.repeated"));
    /// ```
    pub fn drop_kept(&mut self, dropped: impl IntoIterator<Item = (usize, Reason)>) {
        let mut dropped = dropped.into_iter().peekable();
        let kept = self.blocks.iter_mut().filter(|block| matches!(block.fate, Fate::Kept(_)));
        for (number, block) in kept.enumerate() {
            while dropped.next_if(|(next, _)| *next < number).is_some() {}
            if let Some((_, reason)) = dropped.next_if(|(next, _)| *next == number) {
                self.kept_words = self.kept_words.saturating_sub(block.words);
                block.fate = Fate::Dropped(reason);
            }
        }
    }
}

/// What a rule took, before it is put in words.
#[derive(Debug, Clone)]
pub(crate) struct Cutting {
    rule: &'static str,
    why: &'static str,
    note: Option<String>,
    /// The element taken out, or the one that held the line.
    node: NodeId,
    at: NodeId,
    /// The text of a line; elements have theirs in the page.
    line: Option<String>,
}

impl Cutting {
    pub(crate) fn element(rule: &ElementRule, node: NodeId) -> Cutting {
        Cutting::node(rule.id, rule.why, node)
    }

    pub(crate) fn node(rule: &'static str, why: &'static str, node: NodeId) -> Cutting {
        Cutting { rule, why, note: None, node, at: node, line: None }
    }

    /// The element that was taken out, if it was one.
    pub(crate) fn element_node(&self) -> Option<NodeId> {
        self.line.is_none().then_some(self.node)
    }

    /// The same of another element.
    pub(crate) fn with_node(&self, node: NodeId) -> Cutting {
        Cutting { node, at: node, ..self.clone() }
    }

    /// Where in the page it begins.
    pub(crate) fn start(&self) -> NodeId {
        self.at
    }

    pub(crate) fn line(rule: &LineRule, draft: Draft) -> Cutting {
        Cutting::by(rule.id, rule.why, draft)
    }

    pub(crate) fn by(rule: &'static str, why: &'static str, draft: Draft) -> Cutting {
        Cutting { rule, why, note: None, node: draft.node, at: draft.start, line: Some(draft.text) }
    }

    #[cfg(test)]
    pub(crate) fn rule(&self) -> &'static str {
        self.rule
    }

    fn traced(self, dom: Option<&Dom>, score: Option<f32>) -> Traced {
        let Cutting { rule, why, note, node, line, .. } = self;
        let text = line.or_else(|| dom.map(|dom| dom.text_of(node))).unwrap_or_default();
        let place = dom.map(|dom| label(dom, node)).unwrap_or_default();
        Traced { fate: Fate::Dropped(Reason { rule, why, note, score }), place, words: text::words(&text), text }
    }
}

/// What is known of a page when its trace is written.
pub(crate) struct Findings<'f> {
    /// The blocks that were weighed, with their scores.
    pub(crate) drafts: &'f [Draft],
    pub(crate) scores: &'f [f32],
    /// Those that are the article's.
    pub(crate) kept: &'f [Draft],
    pub(crate) cuttings: Vec<Cutting>,
    pub(crate) content: NodeId,
    pub(crate) evidence: Vec<Evidence>,
}

/// The trace of a page: what was kept and what was cut in the order of the page, pieces without a word left out.
pub(crate) fn trace(dom: &Dom, findings: Findings) -> Trace {
    let Findings { drafts, scores, kept, cuttings, content, evidence } = findings;
    let cuttings = outermost(dom, cuttings);
    let scores: HashMap<NodeId, f32> =
        drafts.iter().zip(scores).map(|(draft, score)| (draft.start, (100.0 * score).round() / 100.0)).collect();
    let score = |at: NodeId| scores.get(&at).copied();
    let mut blocks: Vec<(NodeId, Traced)> =
        kept.iter().map(|draft| (draft.start, traced(draft, label(dom, draft.node), score(draft.start)))).collect();
    blocks.extend(cuttings.into_iter().map(|cutting| {
        let score = cutting.line.as_ref().and_then(|_| score(cutting.at));
        (cutting.at, cutting.traced(Some(dom), score))
    }));
    blocks.sort_by_key(|(at, _)| *at);
    // What was kept is counted off against the blocks of the article, be it a line of asterisks.
    let is_told = |block: &Traced| block.words > 0 || matches!(block.fate, Fate::Kept(_));
    let blocks = blocks.into_iter().map(|(_, block)| block).filter(is_told).collect();
    let kept_words = kept.iter().map(|draft| draft.words).sum();
    let (choices, user) = (Vec::new(), Vec::new());
    Trace { content: label(dom, content), kept_words, blocks, choices, user, evidence }
}

/// Cuttings in the order of the page, without those that stand within an element that was taken out: its text has theirs.
fn outermost(dom: &Dom, mut cuttings: Vec<Cutting>) -> Vec<Cutting> {
    cuttings.sort_by_key(|cutting| cutting.at);
    let mut told_to = 0;
    cuttings.retain(|cutting| match cutting.element_node() {
        Some(node) if node < told_to => false,
        Some(node) => {
            told_to = dom.end(node);
            true
        }
        None => cutting.at >= told_to,
    });
    cuttings
}

/// The trace of a page without markup, where every cutting is a line, and `at` the number of each in the page.
pub(crate) fn trace_of_lines(kept: &[Draft], cuttings: Vec<Cutting>) -> Trace {
    let mut blocks: Vec<(NodeId, Traced)> =
        kept.iter().map(|draft| (draft.start, traced(draft, String::new(), None))).collect();
    blocks.extend(cuttings.into_iter().map(|cutting| (cutting.at, cutting.traced(None, None))));
    blocks.sort_by_key(|(at, _)| *at);
    let kept_words = kept.iter().map(|draft| draft.words).sum();
    let blocks = blocks.into_iter().map(|(_, block)| block).collect();
    Trace { kept_words, blocks, ..Trace::default() }
}

fn traced(draft: &Draft, place: String, score: Option<f32>) -> Traced {
    let fate = Fate::Kept(Kept { kind: draft.kind, score });
    Traced { fate, place, words: draft.words, text: draft.text.clone() }
}

/// A kind of block as one word, as `heading2`.
pub(crate) fn block_name(kind: BlockKind) -> String {
    match kind {
        BlockKind::Paragraph => "paragraph".to_owned(),
        BlockKind::Heading(level) => format!("heading{level}"),
        BlockKind::ListItem => "item".to_owned(),
        BlockKind::Quote => "quote".to_owned(),
        BlockKind::TableRow => "row".to_owned(),
        BlockKind::Caption => "caption".to_owned(),
        BlockKind::Preformatted => "preformatted".to_owned(),
    }
}

fn block_kind<S: Serializer>(kind: &BlockKind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&block_name(*kind))
}

/// An element as a selector would name it: `div#respond.comment-respond`.
pub(crate) fn label(dom: &Dom, node: NodeId) -> String {
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

#[cfg(test)]
mod tests {
    use crate::extract::explain;
    use crate::page::Page;

    #[test]
    fn what_goes_with_an_element_is_told_once() {
        let story = "<p>The river commission said on Monday that each of the four provinces may draw less water.</p>";
        let menu = "<nav>Home <form>Search the archive <select><option>Northern edition</select></form></nav>";
        let (_, trace) = explain(&Page::html("a.html", format!("{menu}{}", story.repeat(4))));
        let dropped: Vec<_> = trace.dropped().map(|(block, reason)| (reason.rule, block.words)).collect();
        assert_eq!(dropped, [("html.nav", 6)]);
    }
}
