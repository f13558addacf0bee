//! The part of the page around the headline, where the byline, the day and the links to the article's sections stand.

use super::{Context, tagged};
use crate::extract::dom::{Dom, NodeId};
use crate::extract::elements::names::Wanted;
use crate::extract::text;

/// How much text before the headline belongs to the header: a kicker, a line of crumbs.
const CHARS_BEFORE: usize = 200;

/// How much text after the headline belongs to the header: standfirst, caption, byline, day. A standfirst has 100 to
/// 300 characters and the caption of the first picture as many.
const CHARS_AFTER: usize = 900;

/// An element that shows a headline has no more nodes than this.
const MOST_NODES: usize = 40;

/// A header of more elements than this is a page made to be slow.
const MOST_ELEMENTS: usize = 3000;

/// A teaser has its heading within its first nodes.
const MOST_TEASER: usize = 200;

/// Class words of parts that are never of the header, though they may stand beside it.
const CHROME: Wanted = Wanted::new(&[
    "menu",
    "nav",
    "navbar",
    "navigation",
    "sidebar",
    "related",
    "recommended",
    "comments",
    "comment",
    "footer",
    "newsletter",
    "popular",
    "trending",
]);

pub(crate) struct Header {
    /// Its elements in order, without those in menus, sidebars and footers.
    pub(crate) elements: Vec<NodeId>,
    /// The element that shows the headline.
    pub(crate) headline: Option<NodeId>,
}

impl Header {
    /// The header around the element that shows `title`, or where nothing does, around the start of the content.
    pub(crate) fn new(dom: &Dom, title: Option<&str>, content: NodeId) -> Header {
        let headline = title.and_then(|title| headline(dom, title));
        let (from, to) = (headline.unwrap_or(content), headline.map_or(content, |n| dom.end(n)));
        let range = reach_back(dom, from)..reach_on(dom, to);
        let is_beside = |node: NodeId| is_chrome(dom, node) && !dom.subtree(node).contains(&from);
        let mut elements = Vec::new();
        let mut node = dom.ancestors(range.start).filter(|&n| is_beside(n)).last().map_or(range.start, |n| dom.end(n));
        while node < range.end && elements.len() < MOST_ELEMENTS {
            if is_beside(node) {
                node = dom.end(node);
                continue;
            }
            if !dom.tag(node).is_empty() {
                elements.push(node);
            }
            node += 1;
        }
        Header { elements, headline }
    }
}

/// The first `h1` that shows the title, else the first smaller heading, else the first short element.
fn headline(dom: &Dom, title: &str) -> Option<NodeId> {
    let title = text::folded(title);
    let shows = |n: &NodeId| dom.end(*n) - n <= MOST_NODES && text::folds_to(&dom.text_of(*n), &title);
    let body = dom.by_tag(0..dom.len(), "body").next().unwrap_or(0);
    let first = |tags: &[&str]| tagged(dom, dom.subtree(body), tags).find(shows);
    first(&["h1"])
        .or_else(|| first(&["h2", "h3", "h4"]))
        .or_else(|| first(&["b", "strong", "font", "p", "div", "span", "td"]))
}

fn reach_back(dom: &Dom, from: NodeId) -> NodeId {
    let mut chars = 0;
    let fits = |&n: &NodeId| {
        chars += seen_chars(dom, n);
        chars <= CHARS_BEFORE
    };
    (0..from).rev().take_while(fits).last().unwrap_or(from)
}

fn reach_on(dom: &Dom, to: NodeId) -> NodeId {
    let mut chars = 0;
    let fits = |&n: &NodeId| {
        chars += seen_chars(dom, n);
        chars <= CHARS_AFTER
    };
    (to..dom.len()).take_while(fits).last().map_or(to, |n| n + 1)
}

fn seen_chars(dom: &Dom, node: NodeId) -> usize {
    match dom.text(node) {
        Some(text) if !dom.is_unseen(dom.parent(node)) => text.trim().chars().count(),
        _ => 0,
    }
}

/// Whether an element is a menu, a sidebar, a footer or a box of links by its tag or its name.
pub(crate) fn is_chrome(dom: &Dom, node: NodeId) -> bool {
    match dom.tag(node) {
        "nav" | "aside" | "footer" | "form" | "head" => true,
        "" | "html" | "body" | "main" | "article" => false,
        _ => dom.class_words(node).has_any(&CHROME),
    }
}

/// Whether an element stands in a teaser of another article: an `<article>` with a heading, but without the headline
/// and without the text.
pub(crate) fn in_teaser(cx: &Context, node: NodeId, header: &Header) -> bool {
    let dom = cx.dom;
    let holds = |article: NodeId, part: NodeId| dom.subtree(article).contains(&part);
    let others = dom.ancestors(node).take(30).filter(|&n| dom.tag(n) == "article");
    let others = others.filter(|&n| !header.headline.is_some_and(|h| holds(n, h)) && !holds(n, cx.content));
    others.into_iter().any(|n| dom.subtree(n).take(MOST_TEASER).any(|m| dom.is(m, &["h2", "h3", "h4"])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::dom::Document;

    #[test]
    fn the_header_is_what_stands_near_the_headline() {
        let long = "The council voted on Monday to reopen the northern canal. ".repeat(20);
        let html = format!(
            "<body><nav><a id=menu>Home</a></nav><div class=site-menu><i id=also>Menu</i></div><p id=kicker>Water</p>
             <h1><span>Canal</span> reopens</h1><p id=byline>By Ann Lee</p><p>{long}</p><p id=late>By Bob Roe</p>"
        );
        let document = Document::parse(&html);
        let dom = document.dom();
        let header = Header::new(&dom, Some("Canal reopens"), 0);
        let ids: Vec<&str> = header.elements.iter().filter_map(|&n| dom.attr(n, "id")).collect();
        assert_eq!(ids, ["kicker", "byline"]);
        assert_eq!(header.headline.map(|n| dom.tag(n)), Some("h1"));
    }

    #[test]
    fn without_a_headline_the_content_has_the_header() {
        let document = Document::parse("<body><div><p id=a>By Ann Lee</p></div>");
        let dom = document.dom();
        let div = dom.by_tag(0..dom.len(), "div").next().unwrap();
        assert!(Header::new(&dom, Some("Elsewhere"), div).elements.iter().any(|&n| dom.attr(n, "id") == Some("a")));
    }
}
