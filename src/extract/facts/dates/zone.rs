//! Where on a page the article's own date may stand: around the headline and the byline, not in menus, comments,
//! teasers or the masthead.

use crate::extract::blocks::{self, Draft};
use crate::extract::dom::NodeId;
use crate::extract::facts::Context;
use crate::extract::text;

/// Boilerplate in which lines of text are read for a date all the same: it is where bylines stand.
const READ_RULES: &[&str] = &[
    "byline",
    "tags",
    "author-box",
    "share",
    "html.hidden",
    "screen-reader",
    "media-label",
    "html.aside",
    "html.footer",
];

/// Boilerplate that speaks of other pages: no element in it holds the article's date.
const FOREIGN_RULES: &[&str] = &["wp.check-also", "comments", "related", "html.nav", "ads", "newsletter", "cookies"];

/// Lines before the headline that may hold the date: a kicker, a date line.
const BEFORE: usize = 3;

/// Lines after the headline, menus and teasers left out, that are near it.
const AFTER: usize = 25;

/// A byline has no more nodes than this.
const MOST_BYLINE: usize = 40;

/// Words of the names of bylines.
const BYLINE: [&str; 7] = ["meta", "metadata", "info", "byline", "author", "date", "details"];

const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// A page repeats its headline a few times at most.
const MOST_HEADLINES: usize = 4;

/// So many words of running text may stand between headline and date: a standfirst.
const STANDFIRST: usize = 80;

/// Words of classes and ids of what stands above the article on every page of a site, with today's date as often as not.
const MASTHEAD: &[&str] = &["masthead", "topbar", "today", "clock", "weather", "ticker", "current", "navbar"];

pub(super) struct Zone {
    drafts: Vec<Draft>,
    /// For each node, whether it is left out.
    out: Vec<bool>,
    /// The headline's place among the drafts.
    title: Option<usize>,
    /// The lines near the headline, and where running text begins among them.
    lines: std::ops::Range<usize>,
    prose: usize,
    nodes: std::ops::Range<NodeId>,
}

impl Zone {
    pub(super) fn new(cx: &Context) -> Zone {
        let dom = cx.dom;
        let (skip, mut out) = boilerplate(cx);
        let drafts = blocks::blocks(dom, &skip);
        let title = headline(cx, &drafts);
        let own = title.map_or(cx.content, |t| drafts[t].node);
        for node in 1..dom.len() {
            out[node] = out[node] || out[dom.parent(node)] || is_other_article(cx, node, own);
        }
        let text = dom.subtree(cx.content);
        let start = title.map(|t| t + 1).or_else(|| drafts.iter().position(|d| text.contains(&d.node))).unwrap_or(0);
        let (prose, end) = extent(&drafts, start);
        let lines = title.map_or(start, |t| t.saturating_sub(BEFORE))..end;
        let nodes = nodes_of(cx, &drafts, &lines);
        Zone { drafts, out, title, lines, prose, nodes }.with_bylines(cx).without_masthead(cx)
    }

    /// Leaves out the lines before the headline that belong to the site's masthead.
    fn without_masthead(mut self, cx: &Context) -> Zone {
        let Some(title) = self.title.map(|t| self.drafts[t].node) else { return self };
        let start = self.nodes.start;
        for node in (0..title).filter(|&n| cx.dom.end(n) > start) {
            let is_masthead = || {
                cx.dom.tag(node) == "header" || cx.dom.class_words(node).iter().any(|w| MASTHEAD.contains(&w.as_str()))
            };
            if !self.out[node] && !cx.dom.subtree(node).contains(&title) && is_masthead() {
                cx.dom.subtree(node).for_each(|below| self.out[below] = true);
            }
        }
        self
    }

    /// Takes back small parts between headline and text whose names are those of teasers (`teaser-meta`, `related-info`)
    /// but that have no headline of another page.
    fn with_bylines(mut self, cx: &Context) -> Zone {
        let dom = cx.dom;
        let text = self.drafts.get(self.prose).map_or(self.nodes.end, |d| d.node);
        let is_byline = |n: NodeId| {
            dom.end(n) - n <= MOST_BYLINE
                && dom.class_words(n).iter().any(|w| BYLINE.contains(&w.as_str()))
                && !dom.subtree(n).any(|below| dom.is(below, &HEADINGS))
        };
        for node in self.nodes.start..text {
            if self.out[node] && !self.out[dom.parent(node)] && !dom.is(node, &["nav", "article"]) && is_byline(node) {
                dom.subtree(node).for_each(|below| self.out[below] = false);
            }
        }
        self
    }

    pub(super) fn is_out(&self, node: NodeId) -> bool {
        self.out[node]
    }

    pub(super) fn has_title(&self) -> bool {
        self.title.is_some()
    }

    pub(super) fn draft(&self, at: usize) -> Option<&Draft> {
        self.drafts.get(at)
    }

    /// The lines near the headline, the headline itself left out.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &Draft)> {
        let lines = self.drafts.iter().enumerate().take(self.lines.end).skip(self.lines.start);
        lines.filter(|(at, draft)| Some(*at) != self.title && !self.out[draft.node])
    }

    /// The lines far from the headline.
    pub(super) fn far_lines(&self) -> impl Iterator<Item = &Draft> {
        self.drafts.iter().enumerate().filter(|(at, d)| !self.lines.contains(at) && !self.out[d.node]).map(|(_, d)| d)
    }

    /// Whether the line is running text.
    pub(super) fn is_prose(&self, at: usize) -> bool {
        at >= self.prose && self.drafts[at].is_prose()
    }

    pub(super) fn is_near_title(&self, cx: &Context, node: NodeId) -> bool {
        self.title.is_some() && self.nodes.start <= node && cx.dom.end(node) <= self.nodes.end
    }

    /// Whether an element belongs to the text.
    pub(super) fn is_in_content(&self, cx: &Context, node: NodeId) -> bool {
        cx.dom.subtree(cx.content).contains(&node)
    }

    /// The nearest text before an element, within its line or in the line before.
    pub(super) fn text_before<'a>(&self, cx: &Context<'_, 'a>, node: NodeId) -> Option<&'a str> {
        let texts = (0..node).rev().take(12).filter(|&n| !self.out[n]).filter_map(|n| cx.dom.text(n)).map(str::trim);
        texts.filter(|t| !t.is_empty()).take(2).find(|t| t.chars().any(char::is_alphabetic))
    }
}

/// The nodes of these lines, up to the line after them.
fn nodes_of(cx: &Context, drafts: &[Draft], lines: &std::ops::Range<usize>) -> std::ops::Range<NodeId> {
    let from = drafts.get(lines.start).map_or(0, |d| d.node);
    let last = drafts.get(lines.end.saturating_sub(1)).map_or(0, |d| d.node);
    let next = drafts.iter().skip(lines.end).map(|d| d.node).find(|&n| n > last);
    from..next.unwrap_or(cx.dom.end(last))
}

/// For each node, whether it is left out as a line of text, and whether it is left out as an element.
fn boilerplate(cx: &Context) -> (Vec<bool>, Vec<bool>) {
    let mut lines = cx.pruned.by(cx.dom, |rule| !READ_RULES.contains(&rule.id));
    let mut elements = cx.pruned.by(cx.dom, |rule| FOREIGN_RULES.contains(&rule.id));
    // Whatever its name, what holds the headline is of the article.
    for around in headings(cx).flat_map(|n| cx.dom.ancestors(n)) {
        (lines[around], elements[around]) = (false, false);
    }
    (lines, elements)
}

/// Whether an element is an `<article>` other than the one that holds the headline or the text, and is not held by the
/// text: teasers are articles too.
fn is_other_article(cx: &Context, node: NodeId, own: NodeId) -> bool {
    let (within, text) = (cx.dom.subtree(node), cx.dom.subtree(cx.content));
    cx.dom.tag(node) == "article" && !within.contains(&own) && !within.contains(&cx.content) && !text.contains(&node)
}

/// The headings with the words of the headline.
fn headings<'c, 'p, 'a>(cx: &'c Context<'p, 'a>) -> impl Iterator<Item = NodeId> + use<'c, 'p, 'a> {
    let title = cx.title.map(text::folded).filter(|t| !t.is_empty());
    let headings = cx.dom.elements(0..cx.dom.len()).filter(|&n| cx.dom.is(n, &["h1", "h2", "h3"]));
    headings
        .filter(move |&n| title.as_ref().is_some_and(|t| text::folded(&cx.dom.text_of(n)) == *t))
        .take(MOST_HEADLINES)
}

/// The headline among the drafts: the heading with its words, else any line with them, else the page's first `<h1>`.
fn headline(cx: &Context, drafts: &[Draft]) -> Option<usize> {
    let title = cx.title.map(text::folded).filter(|t| !t.is_empty());
    let is_title =
        |d: &Draft| title.as_ref().is_some_and(|t| d.text.len() < 4 * t.len() + 40 && text::folded(&d.text) == *t);
    let h1 = |d: &Draft| d.kind == crate::article::BlockKind::Heading(1);
    drafts
        .iter()
        .position(|d| d.is_heading() && is_title(d))
        .or_else(|| drafts.iter().position(is_title))
        .or_else(|| drafts.iter().position(h1))
}

/// Where running text begins after `start`, and where the lines near the headline end.
fn extent(drafts: &[Draft], start: usize) -> (usize, usize) {
    let (mut prose, mut words) = (drafts.len(), 0);
    for (at, draft) in drafts.iter().enumerate().skip(start) {
        if draft.is_prose() {
            prose = prose.min(at);
            words += draft.words;
        }
        // A heading that is a link is another article's: this is a list.
        if draft.is_heading() && draft.link_density() > 0.5 {
            return (prose, at);
        }
        if words > STANDFIRST || at - start >= AFTER {
            // The date may stand right below a long standfirst.
            let standfirst = usize::from(at == prose);
            return (prose, drafts.len().min(at + 1 + standfirst));
        }
    }
    (prose, drafts.len())
}
