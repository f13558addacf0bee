//! Where on a page the article's own date may stand: around the headline and the byline, not in menus, comments,
//! teasers or the masthead.

use std::collections::HashSet;
use std::ops::Range;

use super::labels::{Label, label, label_alone};
use crate::article::BlockKind;
use crate::extract::blocks::{self, Draft};
use crate::extract::dom::{Dom, NodeId};
use crate::extract::elements::names::Wanted;
use crate::extract::facts::names::is_led;
use crate::extract::facts::{Context, tagged};
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

/// An item of a list of other pages has no more nodes than this.
const MOST_TEASER: usize = 120;

/// A byline has no more nodes than this.
const MOST_BYLINE: usize = 40;

/// Words of the names of bylines.
const BYLINE: Wanted = Wanted::new(&["meta", "metadata", "info", "byline", "author", "date", "details"]);

/// Words of the names of parts in which a single `<time>` is not the article's.
const OF_OTHERS: Wanted = Wanted::new(&["comment", "comments", "related", "nav", "navigation", "teaser"]);

/// So much text, in bytes, may stand between a headline and its byline: a standfirst, a caption.
const MOST_HEADER: usize = 900;

/// Two headlines are alike only where they share so many words.
const LEAST_SHARED: usize = 3;

const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// A page repeats its headline a few times at most.
const MOST_HEADLINES: usize = 4;

/// So many words of running text may stand between headline and date: a standfirst.
const STANDFIRST: usize = 80;

/// Words of classes and ids of what stands above the article on every page of a site, with today's date as often as not.
const MASTHEAD: Wanted = Wanted::new(&["masthead", "topbar", "today", "clock", "weather", "ticker", "navbar"]);

pub(super) struct Zone {
    drafts: Vec<Draft>,
    /// For each node, whether it is left out.
    out: Vec<bool>,
    /// The headline's place among the drafts.
    title: Option<usize>,
    /// The lines near the headline, and where running text begins among them.
    lines: Range<usize>,
    prose: usize,
    nodes: Range<NodeId>,
}

impl Zone {
    pub(super) fn new(cx: &Context) -> Zone {
        let dom = cx.dom;
        let (skip, mut out) = boilerplate(cx);
        let drafts = blocks::blocks_but(dom, &skip, cx.all);
        let title = headline(cx, &drafts);
        let own = title.map_or(cx.content, |t| drafts[t].node);
        let mut node = 1;
        while node < dom.len() {
            if out[node] || is_of_others(cx, node, own) {
                out[dom.subtree(node)].fill(true);
                node = dom.end(node);
            } else {
                node += 1;
            }
        }
        let text = dom.subtree(cx.content);
        let start = title.map(|t| t + 1).or_else(|| drafts.iter().position(|d| text.contains(&d.node))).unwrap_or(0);
        let (prose, end) = extent(dom, &drafts, start);
        let lines = title.map_or(start, |t| t.saturating_sub(BEFORE))..end;
        let nodes = nodes_of(cx, &drafts, &lines);
        Zone { drafts, out, title, lines, prose, nodes }.without_masthead(cx)
    }

    /// Leaves out the lines before the headline that belong to the site's masthead.
    fn without_masthead(mut self, cx: &Context) -> Zone {
        let Some(title) = self.title.map(|t| self.drafts[t].node) else { return self };
        let start = self.nodes.start;
        for node in (0..title).filter(|&n| cx.dom.end(n) > start) {
            let is_masthead = || cx.dom.tag(node) == "header" || cx.dom.class_words(node).has_any(&MASTHEAD);
            if !self.out[node] && !cx.dom.subtree(node).contains(&title) && is_masthead() {
                self.out[cx.dom.subtree(node)].fill(true);
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
    pub(super) fn far_lines(&self) -> impl Iterator<Item = (usize, &Draft)> {
        self.drafts.iter().enumerate().filter(|(at, d)| !self.lines.contains(at) && !self.out[d.node])
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

    /// What the nearest text before an element says of the day in it: the words of its own line, or a label above.
    pub(super) fn said_before(&self, cx: &Context, node: NodeId) -> Option<Label> {
        let texts =
            (0..node).rev().take(12).filter(|&n| !self.out[n]).filter_map(|n| Some((n, cx.dom.text(n)?.trim())));
        let mut near = texts.filter(|(_, text)| !text.is_empty()).take(2);
        let (at, text) = near.find(|(_, text)| text.chars().any(char::is_alphabetic))?;
        let parent = cx.dom.parent(at);
        if cx.dom.subtree(parent).contains(&node) { label(text) } else { label_alone(text) }
    }
}

/// The nodes of these lines, up to the line after them.
fn nodes_of(cx: &Context, drafts: &[Draft], lines: &Range<usize>) -> Range<NodeId> {
    let from = drafts.get(lines.start).map_or(0, |d| d.node);
    let last = drafts.get(lines.end.saturating_sub(1)).map_or(0, |d| d.node);
    let next = drafts.iter().skip(lines.end).map(|d| d.node).find(|&n| n > last);
    from..next.unwrap_or(cx.dom.end(last))
}

/// For each node, whether it is left out as a line of text, and whether it is left out as an element.
fn boilerplate(cx: &Context) -> (Vec<bool>, Vec<bool>) {
    let mut lines = cx.pruned.by(cx.dom, |rule| !READ_RULES.contains(&rule.id));
    let mut elements = cx.pruned.by(cx.dom, |rule| FOREIGN_RULES.contains(&rule.id));
    let headings: Vec<NodeId> = headings(cx).collect();
    // Whatever its name, what holds the headline is of the article.
    for around in headings.iter().flat_map(|&n| cx.dom.ancestors(n)) {
        (lines[around], elements[around]) = (false, false);
    }
    for part in headings.iter().flat_map(|&n| bylines(cx.dom, n, &lines, &elements)).collect::<Vec<_>>() {
        lines[part.clone()].fill(false);
        elements[part].fill(false);
    }
    (lines, elements)
}

/// Small parts right after a headline that were left out for names like those of teasers (`teaser-meta`,
/// `newsletter-details`) but have no headline of another page.
fn bylines(dom: &Dom, headline: NodeId, lines: &[bool], elements: &[bool]) -> Vec<Range<NodeId>> {
    let mut bytes = 0;
    let is_seen = |n: NodeId| !dom.is_unseen(dom.parent(n));
    let near = (dom.end(headline)..dom.len()).take_while(|&n| {
        bytes += dom.text(n).filter(|_| is_seen(n)).map_or(0, |text| text.trim().len());
        bytes <= MOST_HEADER
    });
    let is_out = |n: NodeId| lines[n] || elements[n];
    near.filter(|&n| is_out(n) && !is_out(dom.parent(n)) && is_byline(dom, n)).map(|n| dom.subtree(n)).collect()
}

fn is_byline(dom: &Dom, node: NodeId) -> bool {
    let part = dom.subtree(node);
    let names = dom.class_words(node);
    let named = |words: &Wanted| names.has_any(words);
    part.len() <= MOST_BYLINE
        && !dom.is(node, &["", "nav", "article", "script", "style"])
        && (named(&BYLINE) || (!named(&OF_OTHERS) && dom.by_tag(part.clone(), "time").count() == 1))
        && !part.into_iter().any(|below| dom.is(below, &HEADINGS))
}

/// Whether an element, which holds neither the headline nor the text, is an `<article>` that is not held by the text, for
/// teasers are articles too, or an item of a list of other pages.
fn is_of_others(cx: &Context, node: NodeId, own: NodeId) -> bool {
    let holds_own = || [own, cx.content].iter().any(|part| cx.dom.subtree(node).contains(part));
    match cx.dom.tag(node) {
        "article" => !holds_own() && !cx.dom.subtree(cx.content).contains(&node),
        "li" => !holds_own() && is_teaser(cx.dom, node),
        _ => false,
    }
}

/// Whether an item of a list has a heading that leads to another page.
fn is_teaser(dom: &Dom, item: NodeId) -> bool {
    let within = dom.subtree(item);
    let leads_away = |heading: NodeId| {
        let mut links = dom.by_tag(dom.subtree(heading), "a").peekable();
        links.peek().is_some() && links.all(|link| dom.attr(link, "href").is_some_and(|href| !href.starts_with('#')))
    };
    within.len() <= MOST_TEASER && within.into_iter().any(|below| dom.is(below, &HEADINGS) && leads_away(below))
}

/// The headings with the words of the headline.
fn headings<'c, 'p, 'a>(cx: &'c Context<'p, 'a>) -> impl Iterator<Item = NodeId> + use<'c, 'p, 'a> {
    let title = cx.title.map(text::folded).filter(|t| !t.is_empty());
    let headings = tagged(cx.dom, 0..cx.dom.len(), &["h1", "h2", "h3"]);
    headings
        .filter(move |&n| title.as_ref().is_some_and(|t| text::folds_to(&cx.dom.text_of(n), t)))
        .take(MOST_HEADLINES)
}

/// The headline among the drafts: the heading with its words, else any line with them, else the heading before the text that
/// shares most of them, else the first `<h1>` before the text, else the last heading before it.
fn headline(cx: &Context, drafts: &[Draft]) -> Option<usize> {
    let title = cx.title.map(text::folded).filter(|t| !t.is_empty());
    let is_title =
        |d: &Draft| title.as_ref().is_some_and(|t| d.text.len() < 4 * t.len() + 40 && text::folds_to(&d.text, t));
    let exact = drafts.iter().position(|d| d.is_heading() && is_title(d)).or_else(|| drafts.iter().position(is_title));
    exact.or_else(|| {
        let content = cx.dom.subtree(cx.content);
        let text = drafts.iter().position(|d| d.is_prose() && content.contains(&d.node)).unwrap_or(drafts.len());
        let headings = || (0..text).filter(|&at| drafts[at].is_heading());
        let is_alike = |at: &usize| title.as_ref().is_some_and(|t| share_most(t, &text::folded(&drafts[*at].text)));
        let h1 = |at: &usize| drafts[*at].kind == BlockKind::Heading(1);
        headings().find(is_alike).or_else(|| headings().find(h1)).or_else(|| headings().next_back())
    })
}

/// Whether two folded headlines have most of their words in common: sites reword the title for search engines.
fn share_most(a: &str, b: &str) -> bool {
    let words: HashSet<&str> = a.split(' ').collect();
    let others: HashSet<&str> = b.split(' ').collect();
    let shared = words.intersection(&others).count();
    shared >= LEAST_SHARED && 3 * shared >= 2 * words.len().min(others.len())
}

/// Whether a heading is a link to another page, as in a list of articles; a byline and a part that opens are not.
fn is_of_other_page(dom: &Dom, draft: &Draft) -> bool {
    let within = |link: &NodeId| dom.attr(*link, "href").is_none_or(|href| href.starts_with('#'));
    draft.is_heading()
        && draft.link_density() > 0.5
        && !is_led(&draft.text)
        && !dom.by_tag(dom.subtree(draft.node), "a").all(|link| within(&link))
}

/// Where running text begins after `start`, and where the lines near the headline end.
fn extent(dom: &Dom, drafts: &[Draft], start: usize) -> (usize, usize) {
    let (mut prose, mut words) = (drafts.len(), 0);
    for (at, draft) in drafts.iter().enumerate().skip(start) {
        if draft.is_prose() {
            prose = prose.min(at);
            words += draft.words;
        }
        if is_of_other_page(dom, draft) {
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
