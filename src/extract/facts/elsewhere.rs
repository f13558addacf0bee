//! Authors named far from the headline: in boxes at the end, in a last line, in links to their pages.

use super::Context;
use super::byline::{BYLINE_WORDS, MOST_BYLINE, byline_text, is_byline};
use super::header::{Header, in_teaser, is_chrome};
use super::lists::{List, parts};
use super::names::{is_full_name, is_led, names};
use crate::extract::dom::{Dom, NodeId};
use crate::extract::elements::names::{Marks, Wanted};

/// A line that is nothing but a byline has no more nodes and words than this.
const MOST_ALONE: usize = 8;
const MOST_WORDS_ALONE: usize = 6;

/// Parts amid addresses that can lead to nothing but the page of an author.
static SURE_PATHS: List = List::new("author, authors, autor, autoren, autores, auteur, auteurs");

/// Every element outside menus and comments that is named after an author.
pub(super) fn elsewhere(dom: &Dom, header: &Header) -> Vec<NodeId> {
    let named = Marks::new(dom, &BYLINE_WORDS);
    let mut out = Vec::new();
    let mut node = 0;
    while node < dom.len() {
        let is_of_others = is_chrome(dom, node) && !dom.is(node, &["aside", "footer"]);
        if is_of_others && !header.headline.is_some_and(|h| dom.subtree(node).contains(&h)) {
            node = dom.end(node);
            continue;
        }
        if (named.has(dom, node) && is_byline(dom, node)) || dom.attr_has(node, "rel", "author") {
            out.push(node);
        }
        node += 1;
    }
    out
}

/// The name in a line of the text that is nothing but a byline, as at its end: `By Ann Lee`.
pub(super) fn alone(cx: &Context, header: &Header) -> Vec<String> {
    let dom = cx.dom;
    let is_small = |&n: &NodeId| dom.end(n) - n <= MOST_ALONE && !dom.is(n, &["figcaption", "blockquote"]);
    let lines = dom.elements(dom.subtree(cx.content)).filter(is_small).map(|n| (n, byline_text(dom, n)));
    let spaces = |line: &str| line.bytes().filter(|&byte| byte == b' ').count();
    let is_byline = |line: &str| spaces(line) < MOST_WORDS_ALONE && is_led(line);
    let mut found: Vec<String> = Vec::new();
    for (_, line) in lines.filter(|(n, line)| is_byline(line) && !in_teaser(cx, *n, header)) {
        let list = names(&line);
        let is_all = list.len() == 1 && line.ends_with(&list[0]) && is_full_name(&list[0]);
        if is_all && !found.contains(&list[0]) {
            found.extend(list);
        }
    }
    found
}

/// The links outside menus, and outside of what is cited or quoted, that lead to an author's page for sure, wherever they stand.
pub(super) fn links<'a>(dom: &Dom<'a>, header: &Header) -> Vec<NodeId> {
    let amid = |href: &'a str| href.split_once('/')?.1.rsplit_once('/').map(|(amid, _)| amid);
    let is_author = |amid: &str| parts(amid).any(|part| SURE_PATHS.has_bytes(part));
    let is_sure = |n: NodeId| dom.attr(n, "href").and_then(amid).is_some_and(is_author);
    let mut out = Vec::new();
    // Most pages have none.
    let mut node = dom.by_tag(0..dom.len(), "a").find(|&n| is_sure(n)).map_or(dom.len(), |_| 0);
    while node < dom.len() {
        let is_of_others = is_chrome(dom, node) || is_cited(dom, node);
        if is_of_others && !header.headline.is_some_and(|h| dom.subtree(node).contains(&h)) {
            node = dom.end(node);
            continue;
        }
        if dom.tag(node) == "a" && is_sure(node) {
            out.push(node);
        }
        node += 1;
    }
    out
}

/// Whether an element names other works, quotes, or tells what a picture shows: whoever is linked to there wrote those.
fn is_cited(dom: &Dom, node: NodeId) -> bool {
    let is_list = || dom.is(node, &["ol", "ul", "li", "section", "div"]) && dom.class_words(node).has_any(&REFERENCES);
    dom.is(node, &["blockquote", "figcaption"]) || (dom.tag(node) == "cite" && !is_byline(dom, node)) || is_list()
}

/// Class words of lists of the works that an article cites.
const REFERENCES: Wanted =
    Wanted::new(&["references", "reflist", "bibliography", "citations", "footnotes", "endnotes", "literature"]);

/// The name after a text that says that somebody wrote the article, wherever it stands.
pub(super) fn written_by(dom: &Dom) -> Vec<String> {
    let says = |text: &str| {
        let first = text.as_bytes().first().map(u8::to_ascii_lowercase);
        let is_start = |says: &&str| text.get(..says.len()).is_some_and(|start| start.eq_ignore_ascii_case(says));
        SAYS_WRITTEN.iter().filter(|says| says.as_bytes().first().copied() == first).any(is_start)
    };
    let labels = (0..dom.len()).filter(|&n| dom.text(n).is_some_and(|text| says(text.trim_ascii_start().trim_start())));
    let lines =
        labels.take(10).flat_map(|n| dom.ancestors(n).take(2).map(|n| byline_text(dom, n)).collect::<Vec<String>>());
    let lists = lines.filter(|line| line.chars().count() <= MOST_BYLINE).map(|line| names(&line));
    lists
        .map(|list| list.into_iter().filter(|n| is_full_name(n)).collect::<Vec<String>>())
        .find(|list| !list.is_empty())
        .unwrap_or_default()
}

/// Beginnings of a text that can say nothing else.
const SAYS_WRITTEN: &[&str] = &[
    "written by",
    "this post was written by",
    "this article was written by",
    "article by",
    "words by",
    "geschrieben von",
    "escrito por",
    "scritto da",
    "geschreven door",
];
