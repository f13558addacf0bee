//! The id by which a heading can be linked to.
//!
//! Looked for only once the blocks of the article are chosen, and only for its headings. Every step below stays between
//! the words before a heading and its own, so that all headings of a page together cost one walk over it at most.

use super::Draft;
use crate::article::is_anchor;
use crate::extract::dom::{Dom, NodeId};

const HEADINGS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6"];

/// The anchor of a heading: its own id, else that of an element inside it, else that of an empty anchor before it, else
/// that of the nearest element which it opens. None for what is no heading.
pub(crate) fn anchor(dom: &Dom, draft: &Draft) -> Option<String> {
    if !draft.is_heading() {
        return None;
    }
    let before = words_before(dom, draft.start);
    let opened = || dom.ancestors(draft.start).take_while(|&node| node > before);
    let heading = opened().find(|&node| dom.is(node, HEADINGS));
    // Words that are no part of the article, on a button say, may stand first in the heading; it is still its element.
    let own = heading.or(Some(draft.node).filter(|&node| dom.is(node, HEADINGS)));
    own.and_then(|heading| name(dom, heading))
        .or_else(|| heading.and_then(|heading| inside(dom, heading)))
        .or_else(|| directly_before(dom, before, draft.start))
        .or_else(|| opened().find_map(|node| name(dom, node)))
        .map(str::to_owned)
}

/// What a link to an element says; of the many elements with a `name` only `<a>` can be linked to by it.
fn name<'a>(dom: &Dom<'a>, node: NodeId) -> Option<&'a str> {
    let name = || dom.attr(node, "name").filter(|_| dom.tag(node) == "a");
    dom.attr(node, "id").filter(|id| is_anchor(id)).or_else(|| name().filter(|name| is_anchor(name)))
}

/// The first anchor among the heading's words. The ids of drawings and buttons are not meant for links.
fn inside<'a>(dom: &Dom<'a>, heading: NodeId) -> Option<&'a str> {
    let inner = dom.elements(heading + 1..dom.end(heading));
    inner.filter(|&node| dom.is_inline(node)).find_map(|node| name(dom, node))
}

/// The nearest empty anchor between the words before a heading and its own. One at the end of the paragraph before is
/// that paragraph's: a footnote's way back, as a rule.
fn directly_before<'a>(dom: &Dom<'a>, before: NodeId, start: NodeId) -> Option<&'a str> {
    let stands_apart = |node| dom.parent(node) > before || dom.end(dom.parent(node)) > start;
    let nearest_first = (before + 1..start).rev();
    nearest_first.filter(|&node| is_empty_anchor(dom, node) && stands_apart(node)).find_map(|node| name(dom, node))
}

/// `<a name=x></a>`, or the `<span id=x></span>` of wikis and blogs.
fn is_empty_anchor(dom: &Dom, node: NodeId) -> bool {
    let blank = |inner| dom.text(inner).is_some_and(|text| text.trim().is_empty());
    dom.is(node, &["a", "span"]) && (node + 1..dom.end(node)).all(blank)
}

/// The last text with a word in it before `start`; the root where there is none.
fn words_before(dom: &Dom, start: NodeId) -> NodeId {
    let says = |&node: &NodeId| dom.text(node).is_some_and(|text| text.contains(char::is_alphanumeric));
    (1..start).rev().filter(says).find(|&node| !dom.is_unseen(dom.parent(node))).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::{blocks, blocks_but};
    use super::*;
    use crate::extract::dom::Document;

    /// The anchors of the headings of a page, "" for none.
    fn anchors(html: &str) -> Vec<String> {
        let document = Document::parse(html);
        let dom = document.dom();
        let drafts = blocks(&dom);
        drafts.iter().filter(|d| d.is_heading()).map(|d| anchor(&dom, d).unwrap_or_default()).collect()
    }

    #[test]
    fn the_own_id_of_a_heading_comes_first() {
        assert_eq!(anchors("<p>a<section id=s><a name=a></a><h2 id=pays><span id=i>Who pays</span></h2>"), ["pays"]);
        assert_eq!(anchors("<h2 id=pays><div>Who pays</div></h2>"), ["pays"]);
        assert_eq!(anchors("<p id=pays><b>Who pays</b><p>a"), ["pays"]);
    }

    #[test]
    fn an_element_inside_the_heading() {
        for inner in [
            "<span id=pays>Who pays</span>",
            "<a name=pays>Who pays</a>",
            "<a id=pays></a>Who pays",
            "Who pays <a id=pays href=#pays>¶</a>",
            "<svg id=icon></svg><a href=#pays>#</a> <span id=pays></span>Who pays",
        ] {
            assert_eq!(anchors(&format!("<p>a</p><section id=s><h2>{inner}</h2></section>")), ["pays"], "{inner}");
        }
        assert_eq!(anchors("<p>a</p><h2><input name=x>Who pays</h2>"), [""]);
    }

    #[test]
    fn an_empty_anchor_directly_before() {
        for before in [
            "<a name=pays></a>",
            "<p><a id=pays> </a></p>",
            "<a name=one></a><a name=pays></a>\n",
            "<span id=pays></span>",
        ] {
            assert_eq!(anchors(&format!("<p>a</p><section id=s>{before}<h2>Who pays</h2>")), ["pays"], "{before}");
        }
        assert_eq!(anchors("text<br><br><a name=pays></a><b>Who pays</b><br><br>text"), ["pays"]);
        assert_eq!(anchors("<p>Words.<a id=note-1></a></p><h2>Who pays</h2>"), [""]);
        assert_eq!(anchors("<a name=x></a><p>Words.</p><h2>Who pays</h2>"), [""]);
        assert_eq!(anchors("<p>a</p><a id=logo><img></a><h2>Who pays</h2>"), [""]);
    }

    #[test]
    fn the_nearest_element_that_the_heading_opens() {
        let html = "<div id=page><p>a</p><section id=s><style>b{}</style><div id=d><header><h2>Who pays</h2></header>
            <h3>How much</h3></div></section></div>";
        assert_eq!(anchors(html), ["d", ""]);
    }

    #[test]
    fn words_around_the_article_do_not_part_a_heading_from_its_id() {
        let document = Document::parse("<p>a</p><h2 id=pays><button>Copy</button>Who pays</h2>");
        let dom = document.dom();
        let mut skip = vec![false; dom.len()];
        let button = dom.by_tag(0..dom.len(), "button").next().unwrap();
        skip[dom.subtree(button)].fill(true);
        let drafts = blocks_but(&dom, &skip, &[]);
        assert_eq!(drafts[1].text, "Who pays");
        assert_eq!(anchor(&dom, &drafts[1]).as_deref(), Some("pays"));
    }

    #[test]
    fn what_no_link_can_say_is_no_anchor() {
        let long = "x".repeat(201);
        for bad in ["", "two words", "tab\tbed", &long] {
            assert_eq!(anchors(&format!("<p>a</p><section id=s><h2 id='{bad}'>Who pays</h2>")), ["s"], "{bad}");
        }
        assert_eq!(anchors("<p>a</p><h2>Who pays</h2>"), [""]);
    }
}
