//! The parsed page as a flat list of nodes in document order. The only place that names `scraper` types.
//!
//! A node's descendants are the range `node + 1 .. end(node)`, so every walk is a loop over a range: no recursion, no
//! stack to overflow, and a subtree's totals are a difference of prefix sums.

mod parse;
pub(in crate::extract) mod shown;
mod tags;

use std::cell::OnceCell;
use std::ops::Range;

use ahash::AHashMap;
use ego_tree::Tree;
use html5ever::{LocalName, local_name};
use scraper::node::Element;
use scraper::{ElementRef, Html, HtmlTreeSink, Node as Parsed};

use crate::extract::elements::names::{ClassWords, Wording, Wordings};
use crate::extract::text::is_same;
use shown::Shown;
use tags::Tags;

/// A node's place in document order.
pub(crate) type NodeId = usize;

/// The document node, above `<html>`.
pub(crate) const ROOT: NodeId = 0;

/// Few pages have more nodes than one for so many bytes; a tree that grows is copied each time.
const BYTES_A_NODE: usize = 48;

const NOSCRIPT: &str = "noscript";

/// Owner of a parsed page; [`Dom`] borrows from it.
pub(crate) struct Document(Html);

impl Document {
    pub(crate) fn parse(html: &str) -> Document {
        let mut parsed = Html::new_document();
        parsed.tree = Tree::with_capacity(Parsed::Document, html.len() / BYTES_A_NODE);
        Document(parse::parse(html, HtmlTreeSink::new(parsed)))
    }

    /// Parses a page as a browser without scripts would: what stands in `<noscript>` is part of it.
    pub(crate) fn parse_unscripted(html: &str) -> Document {
        let mut plain = String::with_capacity(html.len());
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            let (before, tag) = rest.split_at(at);
            plain.push_str(before);
            let name = tag.strip_prefix("</").or(tag.strip_prefix('<')).unwrap_or(tag);
            plain.push_str(&tag[..tag.len() - name.len()]);
            rest = match name.split_at_checked(NOSCRIPT.len()) {
                Some((start, after)) if start.eq_ignore_ascii_case(NOSCRIPT) => {
                    plain.push_str("div");
                    after
                }
                _ => name,
            };
        }
        plain.push_str(rest);
        Document::parse(&plain)
    }

    /// The elements that a selector finds, in the order of the page, by the numbers that [`Dom`] gives them.
    pub(crate) fn select(&self, selector: &Selector) -> Vec<NodeId> {
        let opened = self.0.tree.root().traverse().filter_map(|edge| match edge {
            ego_tree::iter::Edge::Open(node) => Some(node),
            ego_tree::iter::Edge::Close(_) => None,
        });
        let found = |node| ElementRef::wrap(node).is_some_and(|element| selector.parsed.matches(&element));
        opened.enumerate().filter(|(_, node)| found(*node)).map(|(at, _)| at).collect()
    }

    pub(crate) fn dom(&self) -> Dom<'_> {
        Dom::new(&self.0)
    }
}

/// A selector of CSS.
#[derive(Debug)]
pub(crate) struct Selector {
    css: String,
    parsed: scraper::Selector,
}

impl Selector {
    /// Nothing if it is none.
    pub(crate) fn parse(css: &str) -> Option<Selector> {
        let parsed = scraper::Selector::parse(css).ok()?;
        Some(Selector { css: css.trim().to_owned(), parsed })
    }

    pub(crate) fn css(&self) -> &str {
        &self.css
    }
}

enum Kind<'a> {
    Element(&'a Element),
    Text(&'a str),
    Other,
}

/// A bit for each name among an element's attributes. Most that are asked for are not there, and this says so at once.
#[derive(Clone, Copy, Default)]
struct Attrs(u64);

impl Attrs {
    /// Names that share a bit cost a look at the attributes, no more.
    #[inline]
    fn bit(name: &str) -> u64 {
        let bytes = name.as_bytes();
        let at = |place: usize| bytes.get(place).copied().unwrap_or_default() as usize;
        1 << ((at(0) + 7 * at(bytes.len() / 2) + 55 * bytes.len()) % 64)
    }

    /// Those of an element, and its `class` and `id`, which are asked for most: found by their atoms on the way.
    fn of(element: &Element) -> (Attrs, [Option<&str>; 2]) {
        const NAMES: [LocalName; 2] = [local_name!("class"), local_name!("id")];
        let (mut bits, mut named) = (0, [None; 2]);
        for (key, value) in &element.attrs {
            bits |= Attrs::bit(&key.local);
            for (name, found) in NAMES.iter().zip(&mut named) {
                if key.local == *name && key.ns.is_empty() {
                    *found = Some(&**value);
                }
            }
        }
        (Attrs(bits), named)
    }

    #[inline]
    fn may_have(self, name: &str) -> bool {
        self.0 & Attrs::bit(name) != 0
    }
}

/// What the many walks over a page ask of every node stands close together, a list for each question: so that a walk reads
/// few bytes a node, and the list stays in the processor's cache.
pub(crate) struct Dom<'a> {
    kinds: Vec<Kind<'a>>,
    /// For each node the number of its tag name.
    tags: Vec<u32>,
    parents: Vec<u32>,
    /// For each node one past its last descendant.
    ends: Vec<u32>,
    attrs: Vec<Attrs>,
    /// For each node its `class` and `id`.
    names: Vec<[Wording; 2]>,
    tag_names: Vec<&'a str>,
    tag_numbers: AHashMap<&'a str, u32>,
    /// For each tag name, how its elements are shown.
    shown: Vec<Shown>,
    wordings: Wordings<'a>,
    /// The elements by their ids, once it is asked for one.
    ids: OnceCell<AHashMap<&'a str, NodeId>>,
}

impl<'a> Dom<'a> {
    fn new(html: &'a Html) -> Dom<'a> {
        let many = html.tree.values().len();
        let mut dom = Dom::with_capacity(many);
        let mut open: Vec<usize> = Vec::new();
        let mut tags = Tags::new();
        for edge in html.tree.root().traverse() {
            match edge {
                ego_tree::iter::Edge::Open(node) => {
                    let parent = open.last().copied().unwrap_or(ROOT);
                    open.push(dom.len());
                    dom.push(node.value(), parent, &mut tags);
                }
                ego_tree::iter::Edge::Close(_) => {
                    if let Some(node) = open.pop() {
                        dom.ends[node] = dom.len() as u32;
                    }
                }
            }
        }
        dom.shown = tags.names.iter().map(|tag| Shown::of(tag)).collect();
        Dom { tag_names: tags.names, tag_numbers: tags.known, ..dom }
    }

    fn with_capacity(nodes: usize) -> Dom<'a> {
        Dom {
            kinds: Vec::with_capacity(nodes),
            tags: Vec::with_capacity(nodes),
            parents: Vec::with_capacity(nodes),
            ends: Vec::with_capacity(nodes),
            attrs: Vec::with_capacity(nodes),
            names: Vec::with_capacity(nodes),
            tag_names: Vec::new(),
            tag_numbers: AHashMap::new(),
            shown: Vec::new(),
            wordings: Wordings::default(),
            ids: OnceCell::new(),
        }
    }

    /// Adds a node, whose end is not known yet.
    fn push(&mut self, node: &'a Parsed, parent: NodeId, tags: &mut Tags<'a>) {
        let (kind, tag, (attrs, named)) = match node {
            Parsed::Element(element) => (Kind::Element(element), tags.of(element.name()), Attrs::of(element)),
            Parsed::Text(text) => (Kind::Text(text), Tags::TEXT, Default::default()),
            _ => (Kind::Other, Tags::OTHER, Default::default()),
        };
        self.kinds.push(kind);
        self.tags.push(tag);
        self.parents.push(parent as u32);
        self.ends.push(0);
        self.attrs.push(attrs);
        self.names.push(named.map(|name| self.wordings.of(name)));
    }

    pub(crate) fn len(&self) -> usize {
        self.tags.len()
    }

    /// One past the last descendant.
    pub(crate) fn end(&self, node: NodeId) -> NodeId {
        self.ends[node] as usize
    }

    /// The node and its descendants.
    pub(crate) fn subtree(&self, node: NodeId) -> Range<NodeId> {
        node..self.end(node)
    }

    /// The parent; the root is its own.
    pub(crate) fn parent(&self, node: NodeId) -> NodeId {
        self.parents[node] as usize
    }

    /// The elements above a node, nearest first.
    pub(crate) fn ancestors(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        let mut at = node;
        std::iter::from_fn(move || {
            (at != ROOT).then(|| {
                at = self.parent(at);
                at
            })
        })
        .filter(|&n| n != ROOT)
    }

    pub(crate) fn children(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        let end = self.end(node);
        let mut at = node + 1;
        std::iter::from_fn(move || {
            (at < end).then(|| {
                let child = at;
                at = self.end(child);
                child
            })
        })
    }

    pub(crate) fn text(&self, node: NodeId) -> Option<&'a str> {
        if self.tags[node] != Tags::TEXT {
            return None;
        }
        match self.kinds[node] {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The tag name in lower case; empty for anything but an element.
    pub(crate) fn tag(&self, node: NodeId) -> &'a str {
        self.tag_names[self.tag_number(node)]
    }

    /// What `of` says of each tag name of the page, to be asked for by the number of a node's.
    pub(crate) fn each_tag<T>(&self, of: impl Fn(&str) -> T) -> Vec<T> {
        self.tag_names.iter().map(|tag| of(tag)).collect()
    }

    /// The number of a node's tag name.
    pub(crate) fn tag_number(&self, node: NodeId) -> usize {
        self.tags[node] as usize
    }

    pub(crate) fn is(&self, node: NodeId, tags: &[&str]) -> bool {
        let own = self.tag(node);
        tags.iter().any(|tag| is_same(tag, own))
    }

    /// Whether it is an element that runs on within a line of text.
    pub(crate) fn is_inline(&self, node: NodeId) -> bool {
        self.shown[self.tag_number(node)].is_inline
    }

    /// Whether it is a control or a picture that stands in the line where it stands amid one.
    pub(crate) fn is_drawn(&self, node: NodeId) -> bool {
        self.shown[self.tag_number(node)].is_drawn
    }

    /// Whether its text is never shown.
    pub(crate) fn is_unseen(&self, node: NodeId) -> bool {
        self.shown[self.tag_number(node)].is_unseen
    }

    #[inline]
    pub(crate) fn attr(&self, node: NodeId, name: &str) -> Option<&'a str> {
        if !self.attrs[node].may_have(name) {
            return None;
        }
        match self.kinds[node] {
            Kind::Element(element) => look_up(element, name),
            _ => None,
        }
    }

    /// Whether one of the words in an attribute is `word`, whatever its case: `class`, `rel`, `itemprop`.
    #[inline]
    pub(crate) fn attr_has(&self, node: NodeId, name: &str, word: &str) -> bool {
        self.attr(node, name).is_some_and(|v| v.split_ascii_whitespace().any(|w| w.eq_ignore_ascii_case(word)))
    }

    /// The words of an element's `class` and `id`.
    pub(crate) fn class_words(&self, node: NodeId) -> ClassWords<'_> {
        self.wordings.words(self.names(node))
    }

    /// The wordings of an element's `class` and `id`.
    pub(crate) fn names(&self, node: NodeId) -> [Wording; 2] {
        self.names[node]
    }

    /// All wordings of `class` and `id` on the page.
    pub(crate) fn wordings(&self) -> &Wordings<'a> {
        &self.wordings
    }

    fn is_element(&self, node: NodeId) -> bool {
        self.tags[node] >= Tags::FIRST
    }

    /// Every element of the page, or of a subtree.
    pub(crate) fn elements(&self, range: Range<NodeId>) -> impl Iterator<Item = NodeId> {
        range.filter(|&n| self.is_element(n))
    }

    /// Every element with this tag name.
    pub(crate) fn by_tag(&self, range: Range<NodeId>, tag: &str) -> impl Iterator<Item = NodeId> {
        let number = self.tag_numbers.get(tag).copied();
        let range = if number.is_some() { range } else { 0..0 };
        range.filter(move |&n| Some(self.tags[n]) == number)
    }

    /// The element with this id. Of several the first is meant, as in browsers.
    pub(crate) fn by_id(&self, id: &str) -> Option<NodeId> {
        let all = || {
            let mut all = AHashMap::new();
            let ids = self.elements(0..self.len()).filter_map(|n| Some((self.attr(n, "id")?, n)));
            ids.for_each(|(id, node)| {
                all.entry(id).or_insert(node);
            });
            all
        };
        self.ids.get_or_init(all).get(id).copied()
    }

    /// The text below a node with white space collapsed; a space stands where an element other than an inline one
    /// parts two words.
    pub(crate) fn text_of(&self, node: NodeId) -> String {
        /// Most that are asked for are names and labels.
        const USUAL: usize = 64;
        let mut out = String::with_capacity(USUAL);
        for n in self.subtree(node) {
            match self.text(n) {
                Some(text) if !self.is(self.parent(n), &["script", "style", "noscript", "template"]) => {
                    crate::extract::text::push_collapsed(&mut out, text);
                }
                None if self.is_element(n) && !self.is_inline(n) => {
                    crate::extract::text::push_collapsed(&mut out, " ");
                }
                _ => {}
            }
        }
        crate::extract::text::trim_end(&mut out);
        out
    }

    /// The text of a node exactly as it stands, for scripts.
    pub(crate) fn raw_text(&self, node: NodeId) -> String {
        self.subtree(node).filter_map(|n| self.text(n)).collect()
    }
}

/// The value of an attribute of HTML. The parser's own look-up makes an atom of the name first, which takes longer than to
/// look at the few attributes that an element has.
fn look_up<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.attrs.iter().find(|(key, _)| is_same(&key.local, name) && key.ns.is_empty()).map(|(_, value)| &**value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subtree_is_a_range() {
        let document = Document::parse("<body><div><p>a<b>b</b></p><p>c</p></div><p>d</p>");
        let dom = document.dom();
        let div = dom.by_tag(0..dom.len(), "div").next().unwrap();
        assert_eq!(dom.text_of(div), "ab c");
        assert_eq!(dom.children(div).map(|n| dom.tag(n)).collect::<Vec<_>>(), ["p", "p"]);
        let b = dom.by_tag(0..dom.len(), "b").next().unwrap();
        assert_eq!(dom.ancestors(b).map(|n| dom.tag(n)).collect::<Vec<_>>(), ["p", "div", "body", "html"]);
    }

    #[test]
    fn an_element_is_found_by_its_id() {
        let document = Document::parse("<body><p id=a>1<p id=b>2<p id=a>3");
        let dom = document.dom();
        let found = |id| dom.by_id(id).map(|node| dom.text_of(node));
        assert_eq!([found("a").as_deref(), found("b").as_deref(), found("c").as_deref()], [Some("1"), Some("2"), None]);
    }

    #[test]
    fn what_a_selector_finds_has_the_numbers_of_the_nodes() {
        let document = Document::parse("<!-- x --><body><div class=a><p>1</p></div><p>2</p><div class='a b'>3</div>");
        let dom = document.dom();
        let found = |css| document.select(&Selector::parse(css).unwrap());
        let texts = |css| found(css).into_iter().map(|node| dom.text_of(node)).collect::<Vec<_>>();
        assert_eq!(texts(".a"), ["1", "3"]);
        assert_eq!(texts("div > p, .b"), ["1", "3"]);
        assert!(texts("article").is_empty() && Selector::parse("div[").is_none());
    }

    #[test]
    fn text_for_readers_without_scripts_can_be_read() {
        let html = "<p>a<NoScript><p>b &lt;</p></noscript><i";
        let document = Document::parse_unscripted(html);
        let dom = document.dom();
        assert_eq!(dom.by_tag(0..dom.len(), "p").map(|n| dom.text_of(n)).collect::<Vec<_>>(), ["a", "b <"]);
    }
}
