//! What an element holds that speaks against a rule on it.

use std::sync::LazyLock;

use super::super::prose::Prose;
use super::{ASIDE, CHROME, bits};
use crate::extract::dom::{Dom, NodeId};

/// The rules that what an element holds speaks against, whatever its name: a box of running text between paragraphs belongs to
/// the text, as do the notes to it and the post that another one of a forum quotes, and a post that an article quotes from a
/// network is a quotation, of which no row of buttons to share holds any. What is set around code may be called after the buttons
/// that it has too: `code-toolbar`.
pub(super) fn spared(dom: &Dom, node: NodeId, rules: u32, prose: &Prose, quotes: &[NodeId]) -> u32 {
    let holds_quote =
        || quotes.get(quotes.partition_point(|&quote| quote < node)).is_some_and(|&at| at < dom.end(node));
    // Discourse numbers the post that it quotes.
    let quotes_post = || dom.attr(node, "data-post").is_some() && holds_quote();
    let mut spared = 0;
    if rules & *ASIDE != 0 && (prose.is_amid(dom, node) || holds_notes(dom, node) || quotes_post()) {
        spared |= *ASIDE;
    }
    if rules & *SHARE != 0 && holds_quote() {
        spared |= *SHARE;
    }
    if rules & *CHROME != 0 && dom.children(node).any(|child| dom.tag(child) == "pre") {
        spared |= *CHROME;
    }
    // The foot of a quotation says whose it is.
    if rules & *FOOTER != 0 && !quotes.is_empty() && dom.ancestors(node).any(|n| dom.tag(n) == "blockquote") {
        spared |= *FOOTER;
    }
    spared
}

/// Whether an element is the notes to the text, or one of them, by the names that Docutils gives them.
fn holds_notes(dom: &Dom, node: NodeId) -> bool {
    let is_called = |name: &str| name.starts_with("footnote") || name.starts_with("doc-footnote");
    let of = |attribute| dom.attr(node, attribute).unwrap_or_default();
    [of("class"), of("role")].iter().any(|names| names.split_ascii_whitespace().take(4).any(is_called))
}

static FOOTER: LazyLock<u32> = LazyLock::new(|| bits(|rule| rule.id == "html.footer"));

static SHARE: LazyLock<u32> = LazyLock::new(|| bits(|rule| rule.id == "share"));
