//! The comments below an article: where they stand, and which of them are a thread, of which there may be more than text.

use std::cell::LazyCell;
use std::ops::Range;
use std::sync::LazyLock;

use super::names::{Marks, Namer, Wanted};
use super::prose::Prose;
use super::prune::{NEVER, Pruned, bits};
use crate::extract::dom::{Dom, NodeId};

/// So much running text, in words, stands before the comments of an article.
///
/// Measured on sites that the model had not seen: with 100, an article of zyte is lost among its comments.
const LEAST_BEFORE: usize = 50;

/// So many comments are a thread. Two, three and four give the same on the development pages.
const LEAST_COMMENTS: usize = 2;

/// Words of what holds the messages of a forum, which are its text.
const BOARDS: Wanted = Wanted::new(&["board", "forum", "forums", "bbpress"]);

/// The ids of what holds comments, or what a script is to put them in.
const IDS: &[&str] = &[
    "comments",
    "respond",
    "comments-area",
    "comments-section",
    "comment-section",
    "disqus_thread",
    "isso-thread",
    "commento",
    "remark42",
    "hyvor-talk-view",
    "cusdis_thread",
    "livefyre-comments",
    "coral_talk_stream",
    "coral_thread",
    "vk_comments",
    "hypercomments_widget",
    "graphcomment",
];

/// The classes of the same. Others, such as `comments`, are those of counts and of links too.
const CLASSES: &[&str] = &[
    "comments-area",
    "comments-section",
    "comment-section",
    "comment-respond",
    "comment-list",
    "commentlist",
    "wp-block-comments",
    "fb-comments",
    "vuukle-comments",
    "giscus",
    "utterances",
];

/// A word of each.
const WORDS: Wanted = Wanted::new(&[
    "comments",
    "comment",
    "commentlist",
    "commento",
    "respond",
    "disqus",
    "isso",
    "remark42",
    "hyvor",
    "cusdis",
    "livefyre",
    "coral",
    "hypercomments",
    "graphcomment",
    "giscus",
    "utterances",
]);

/// Elements that hold comments: a heading, a cell of a table or a field with such an id does not.
const HOLDERS: &[&str] = &["div", "section", "ol", "ul", "aside", "article"];

/// So near the comments stands what makes them a part of several.
const NEAREST_TAB: usize = 3;

/// Words of what shows one of several parts of a page at a time.
const TABS: Wanted = Wanted::new(&["tab", "tabs", "tabpanel"]);

pub(super) static COMMENTS: LazyLock<u32> = LazyLock::new(|| bits(|rule| rule.id == "comments"));

/// The parts of an article that hold its comments: called so, with several in them that hold most of their text, without a
/// headline, behind some text.
pub(super) fn threads(dom: &Dom, prose: &Prose, namer: &Namer, pruned: &Pruned) -> Vec<Range<NodeId>> {
    let rules = *COMMENTS;
    let headlines = LazyCell::new(|| dom.by_tag(0..dom.len(), "h1").collect::<Vec<NodeId>>());
    let first_headline = |from: NodeId| headlines.get(headlines.partition_point(|&h1| h1 < from)).copied();
    let is_comment = |node: NodeId| namer.called(dom, node).rules & rules != 0;
    let words = |part: &Range<NodeId>| prose.before[part.end] - prose.before[part.start];
    let (mut found, mut inside, mut node) = (Vec::new(), 0, 0);
    while node < dom.len() {
        if pruned.loud[node] & rules == 0 {
            node += 1;
            continue;
        }
        let part = dom.subtree(node);
        let is_called_so = !dom.is(node, NEVER) && is_comment(node);
        // What holds the headline is the page, though a class of it says that it is open for comments.
        if !is_called_so || first_headline(node).is_some_and(|h1| h1 < part.end) {
            node += 1;
            continue;
        }
        let is_behind_text = prose.before[part.start] - inside >= LEAST_BEFORE;
        let is_of_forum = dom.class_words(node).has_any(&BOARDS);
        let comments = within(dom, &part, is_comment);
        let is_thread =
            comments.len() >= LEAST_COMMENTS && 2 * comments.iter().map(words).sum::<usize>() >= words(&part);
        inside += words(&part);
        node = part.end;
        if is_behind_text && !is_of_forum && is_thread {
            found.push(part);
        }
    }
    found
}

/// The elements that hold the comments on a page, or will when a script has run, by their id or class. Behind one that is shown
/// in turn with other parts those are to come.
pub(in crate::extract) fn places(dom: &Dom) -> Vec<NodeId> {
    let marks = Marks::new(dom, &WORDS);
    let is_place = |node: NodeId| {
        dom.attr(node, "id").is_some_and(|id| IDS.contains(&id))
            || CLASSES.iter().any(|class| dom.attr_has(node, "class", class))
    };
    let is_tab = |node: NodeId| {
        std::iter::once(node).chain(dom.ancestors(node)).take(NEAREST_TAB).any(|n| dom.class_words(n).has_any(&TABS))
    };
    let marked = dom.elements(0..dom.len()).filter(|&node| marks.has(dom, node) && dom.is(node, HOLDERS));
    marked.filter(|&node| is_place(node) && !is_tab(node)).collect()
}

/// The comments in a part: the outermost elements called so, or where it is one box, those in that.
fn within(dom: &Dom, part: &Range<NodeId>, is_comment: impl Fn(NodeId) -> bool) -> Vec<Range<NodeId>> {
    let mut from = part.start + 1..part.end;
    loop {
        let mut comments: Vec<Range<NodeId>> = Vec::new();
        let mut node = from.start;
        while node < from.end {
            let inner = dom.subtree(node);
            node += 1;
            if is_comment(inner.start) {
                node = inner.end;
                comments.push(inner);
            }
        }
        match comments[..] {
            [ref only] => from = only.start + 1..only.end,
            _ => return comments,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::dom::Document;

    #[test]
    fn every_place_of_comments_is_found_by_its_name() {
        let found = |html: &str| places(&Document::parse(html).dom()).len();
        for id in IDS {
            assert_eq!(found(&format!("<div id={id}></div>")), 1, "{id}");
        }
        for class in CLASSES {
            assert_eq!(found(&format!("<section class='wide {class}'></section>")), 1, "{class}");
        }
        assert_eq!(found("<h2 id=comments>Comments received</h2><table><tr><th id=respond>Respond</table>"), 0);
        assert_eq!(found("<div class=tab-pane><div id=comments></div></div>"), 0);
    }
}
