//! Rows of links: a block that is nothing but links, a label before them and marks between.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::{LONGEST_LABEL, Text, Words};
use crate::extract::blocks::Draft;
use crate::extract::dom::{Dom, NodeId};
use crate::extract::lines::classify::{plain, plain_wordings};
use crate::extract::lines::rules::{self, wordings};
use crate::extract::text;

/// No row is longer, in words, and no link to a network or a tag.
const LONGEST: usize = 60;
const LONGEST_LINK: usize = 6;

/// A row without a known label has so many links at least.
const LEAST_LINKS: usize = 2;

/// Rows of which most links name a network, or what one does with a page: print it, send it, save it.
pub(super) fn share(text: &Text) -> Vec<usize> {
    let is_share = |row: &Row| {
        let named = || row.links.iter().filter(|link| names_network(link)).count();
        row.links.len() >= LEAST_LINKS && 2 * named() > row.links.len()
    };
    let mut found = Vec::new();
    for at in 0..text.drafts.len() {
        if let Some(row) = Row::of(text.dom, &text.drafts[at]).filter(is_share) {
            let has_label_above = row.label.is_empty() && at > 0 && is_label_above(text, at);
            found.extend(at - usize::from(has_label_above)..=at);
        }
    }
    found
}

/// Whether the block above a row is its label: in an element without a name, beside the row.
fn is_label_above(text: &Text, row: usize) -> bool {
    let around = text.dom.parent(text.drafts[row].node);
    let label = &text.drafts[row - 1];
    text.is_label(row - 1)
        && !text::ends_sentence(label.text.trim_end_matches(['?', '!', '؟']))
        && text.dom.parent(label.node) == around
        && text.is_nameless(row - 1..row + 1, around + 1)
}

/// Rows below a label such as "Filed under"; at the edges of the text also those of short links with commas between, if a label
/// or nothing stands before them.
pub(super) fn tags(text: &Text) -> Vec<usize> {
    const LEAST_BARE: usize = 3;
    let is_edge = |at: usize| text.before[at] == 0 || text.before[at + 1] == text.all();
    let is_tags = |at: usize| {
        let Some(row) = Row::of(text.dom, &text.drafts[at]) else { return false };
        let are_short = row.links.iter().all(|link| text::words(link) <= LONGEST_LINK);
        let is_bare = || {
            row.label.is_empty() && row.links.len() >= LEAST_BARE && row.commas + 1 >= row.links.len() && is_edge(at)
        };
        are_short && (is_tag_label(&row.label) || is_bare())
    };
    text.kept().filter(|&at| is_tags(at)).collect()
}

/// Whether a line says that what follows are the tags or the categories of the article.
pub(super) fn is_tag_label(label: &str) -> bool {
    static LABELS: LazyLock<FxHashSet<String>> =
        LazyLock::new(|| wordings(rules::TAGS).map(|wording| plain(wording.text).into_owned()).collect());
    LABELS.contains(&*plain(&text::folded(label)))
}

/// Whether a link leads to a network, a printer or an e-mail.
fn names_network(link: &str) -> bool {
    static NETWORKS: Words = Words::new(|| plain_wordings(rules::NETWORKS));
    text::words(link) <= LONGEST_LINK && names_one(link, &NETWORKS)
}

/// Whether a word of a line begins with one of a table.
pub(super) fn names_one(line: &str, table: &Words) -> bool {
    /// What is shorter is a word of its own.
    const LEAST: usize = 4;
    let folded = text::folded(line);
    let line = plain(&folded);
    let words: Vec<&str> = line.split(' ').collect();
    let is_named = |name: &str| {
        let is_said = |word: &&str| if name.len() < LEAST { *word == name } else { word.starts_with(name) };
        words.iter().any(is_said) || name.ends_with(text::is_han_or_kana) && line.contains(name)
    };
    table.iter().any(|name| is_named(name))
}

/// A block that is links but for a label before them.
pub(super) struct Row {
    pub(super) label: String,
    pub(super) links: Vec<String>,
    /// How many commas stand between the links.
    commas: usize,
}

impl Row {
    pub(super) fn of(dom: &Dom, draft: &Draft) -> Option<Row> {
        if draft.words > LONGEST || draft.linked == 0 || draft.is_heading() {
            return None;
        }
        let mut row = Row { label: String::new(), links: Vec::new(), commas: 0 };
        let mut last = None;
        for node in draft.start..draft.end {
            let Some(text) = dom.text(node) else { continue };
            match link_around(dom, node, draft.node) {
                Some(link) if last == Some(link) => row.links.last_mut()?.push_str(text),
                Some(link) => {
                    last = Some(link);
                    row.links.push(text.to_owned());
                }
                None if row.links.is_empty() => row.label.push_str(text),
                None if text.contains(char::is_alphanumeric) => return None,
                None => row.commas += text.matches([',', '،', '、', '，']).count(),
            }
        }
        row.label = text::collapse(&row.label);
        let is_label = text::words(&row.label) <= LONGEST_LABEL && !row.label.ends_with(['.', '。', ',']);
        (is_label && !row.links.is_empty()).then_some(row)
    }
}

/// The link that a text is in, within a block.
fn link_around(dom: &Dom, node: NodeId, block: NodeId) -> Option<NodeId> {
    let link = dom.ancestors(node).take_while(|&node| node > block).find(|&node| dom.tag(node) == "a");
    link.or_else(|| (dom.tag(block) == "a").then_some(block))
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::*;

    #[test]
    fn rows_of_links_to_networks_go_whatever_stands_before_them() {
        for row in [
            "<p>Pass it on: <a href=a>LinkedIn</a> <a href=b>Mastodon</a> <a href=c>Email a link</a></p>",
            "<p>Folgen Sie uns <a href=a>Facebook</a> <a href=b>Instagram</a> <a href=c>RSS-Feed</a></p>",
            "<div><a href=a>В закладки</a> | <a href=b>Напечатать</a> | <a href=c>Послать по почте</a></div>",
            "<p>اطبع أو أرسل <a href=a>اطبع الصفحة</a> <a href=b>أرسل بالبريد</a></p>",
            "<p>分享 <a href=a>微信好友</a> <a href=b>发到微博</a></p>",
        ] {
            assert_eq!(found(share, row, true).len(), 1, "{row}");
        }
        for text in [
            "<p>The lock is on <a href=a>Facebook</a> and on <a href=b>Instagram</a>.</p>",
            "<p>Sources: <a href=a>The printers of 1840</a> <a href=b>The council on the lock and its keepers</a></p>",
            "<p>Follow <a href=a>Facebook</a></p>",
        ] {
            assert_eq!(found(share, text, true), [""; 0], "{text}");
        }
    }

    #[test]
    fn rows_of_tags_are_known_by_their_label_or_by_their_commas_at_the_end() {
        let tags_of = |label: &str| {
            found(tags, &format!("<p>{label} <a href=a>Ports</a>, <a href=b>Freight policy</a></p>"), true).len()
        };
        for label in ["Filed under:", "Archivado en:", "Рубрика:", "Etiketler:", "الموضوعات", "Posted in"]
        {
            assert_eq!(tags_of(label), 1, "{label}");
        }
        for label in ["Sources:", "Read the papers on", ""] {
            assert_eq!(tags_of(label), 0, "{label}");
        }
        assert_eq!(
            found(tags, "<p><a href=a>Ports</a>, <a href=b>Rail</a>, <a href=c>Freight policy</a></p>", false).len(),
            1
        );
        assert_eq!(found(tags, "<p><a href=a>Ports</a> <a href=b>Freight policy</a></p>", false).len(), 0);
    }
}
