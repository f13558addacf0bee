//! Teasers whose excerpts look like text: where the weighing takes each for a paragraph, that they look alike gives them
//! away. Looked for only on pages that say they are articles, for a listing is made of nothing else; where the comments stand
//! gives them away on others too.
//!
//! The limits are those that gained most on the development pages when each was weighed by forests that had not seen its site:
//! with `threads.rs`, zyte .967 to .980, articles of wcxb-dev .960 to .961, and no loss among pages of other kinds.

mod behind;

use std::cell::{LazyCell, OnceCell};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::extract::blocks::{Draft, sums};
use crate::extract::dom::{Dom, NodeId};
use crate::extract::facts::declared::Declared;
use crate::extract::lines::classify;
use crate::extract::trace::Cutting;
use behind::behind_comments;

/// Fewer are no list.
const LEAST_CARDS: usize = 3;

/// So many classes of an element are looked at.
const MOST_CLASSES: usize = 16;

/// Elements that are no cards: paragraphs, rows and headings look alike too.
const NO_CARDS: &[&str] = &["", "p", "tr", "td", "br", "span", "a", "h2", "h3", "h4"];

/// Takes out what stands in teasers, and says by which rule.
pub(super) fn drop_teasers(dom: &Dom, drafts: &[Draft], declared: Declared, keep: &mut [bool]) -> Vec<Cutting> {
    let mut cuttings = Vec::new();
    for Rule { id, why, find, .. } in RULES.iter().filter(|rule| declared >= rule.least) {
        let parts = find(&Text { dom, drafts, keep, prose: OnceCell::new() });
        if parts.is_empty() {
            continue;
        }
        let mut is_teaser = vec![false; dom.len()];
        parts.into_iter().for_each(|part| is_teaser[part].fill(true));
        let kept = drafts.iter().zip(keep.iter_mut()).filter(|(_, keep)| **keep);
        for (draft, keep) in kept.filter(|(draft, _)| is_teaser[draft.node]) {
            *keep = false;
            cuttings.push(Cutting::by(id, why, draft.clone()));
        }
    }
    cuttings
}

struct Rule {
    id: &'static str,
    why: &'static str,
    /// How the page says at least that it is an article.
    least: Declared,
    find: fn(&Text) -> Vec<Range<NodeId>>,
}

const RULES: [Rule; 4] = [
    Rule {
        id: "layout.behind-comments",
        why: "It comes after the place of the comments.",
        least: Declared::No,
        find: behind_comments,
    },
    Rule {
        id: "layout.articles",
        why: "Several other articles stand beside the one that holds most of the text.",
        // Pages of offers have an `<article>` for each.
        least: Declared::ByType,
        find: other_articles,
    },
    Rule {
        id: "layout.excerpts",
        why: "Parts that look alike, each with a link and a text that is cut off.",
        least: Declared::ByName,
        find: excerpts,
    },
    Rule {
        id: "layout.related",
        why: "Parts that look alike, below a heading that says they are other articles.",
        least: Declared::ByName,
        find: related,
    },
];

/// The text that is kept so far.
struct Text<'t, 'a> {
    dom: &'t Dom<'a>,
    drafts: &'t [Draft],
    keep: &'t [bool],
    /// Words of running text before each node. Most pages have nothing that looks like teasers.
    prose: OnceCell<Vec<usize>>,
}

impl<'t, 'a> Text<'t, 'a> {
    fn prose(&self) -> &[usize] {
        self.prose.get_or_init(|| {
            let mut keeps = self.keep.iter();
            sums(self.dom, self.drafts, |draft| {
                let is_kept = keeps.next().is_some_and(|keep| *keep);
                if is_kept && draft.is_prose() { draft.words } else { 0 }
            })
        })
    }

    /// Words of running text at or below a node, and on the whole page.
    fn words(&self, node: NodeId) -> usize {
        self.prose()[self.dom.end(node)] - self.prose()[node]
    }

    fn all(&self) -> usize {
        self.prose()[self.dom.len()]
    }

    /// What an element looks like: its tag, and its classes but for those with numbers, which name one element.
    fn look(&self, node: NodeId) -> (usize, Vec<&'a str>) {
        let classes = self.dom.attr(node, "class").unwrap_or_default().split_ascii_whitespace().take(MOST_CLASSES);
        let mut classes: Vec<&str> = classes.filter(|class| !class.bytes().any(|b| b.is_ascii_digit())).collect();
        classes.sort_unstable();
        (self.dom.tag_number(node), classes)
    }
}

/// All outermost `<article>`s but the one that holds most of the text, if they are several and small beside it.
fn other_articles(text: &Text) -> Vec<Range<NodeId>> {
    const MOST: f32 = 0.4;
    const SMALL: f32 = 0.3;
    let mut parts: Vec<Range<NodeId>> = Vec::new();
    for article in text.dom.by_tag(0..text.dom.len(), "article") {
        if parts.last().is_none_or(|last| article >= last.end) {
            parts.push(text.dom.subtree(article));
        }
    }
    if parts.len() < LEAST_CARDS {
        return Vec::new();
    }
    let words = |part: &Range<NodeId>| text.words(part.start);
    let outside = text.all() - parts.iter().map(words).sum::<usize>();
    let largest = parts.iter().map(words).max().unwrap_or(0).max(outside);
    parts.retain(|part| words(part) as f32 <= SMALL * largest as f32);
    let is_main = largest as f32 >= MOST * text.all() as f32;
    if is_main && parts.len() >= LEAST_CARDS { parts } else { Vec::new() }
}

/// Parts beside each other that look alike, most of them with a link and an excerpt that ends in dots.
fn excerpts(text: &Text) -> Vec<Range<NodeId>> {
    /// Elements above an excerpt that may be its card.
    const HIGHEST: usize = 12;
    let Text { dom, drafts, .. } = text;
    let is_cut_off = |draft: &Draft| {
        const LEAST: usize = 6;
        let text = draft.text.trim_end_matches([']', ' ']);
        draft.words >= LEAST && (text.ends_with('…') || text.ends_with("..."))
    };
    let cut_off: Vec<NodeId> = drafts.iter().filter(|draft| is_cut_off(draft)).map(|draft| draft.node).collect();
    if cut_off.len() < LEAST_CARDS {
        return Vec::new();
    }
    let words = sums(dom, drafts, |draft| draft.words);
    let links = sums(dom, drafts, |draft| usize::from(draft.link_density() > 0.05));
    let dots = sums(dom, drafts, |draft| usize::from(is_cut_off(draft)));
    let below = |sums: &[usize], node: NodeId| sums[dom.end(node)] - sums[node];
    let is_teaser = |card: NodeId| {
        const LONGEST: usize = 150;
        below(&words, card) <= LONGEST && below(&links, card) > 0 && below(&dots, card) > 0
    };
    let mut seen = FxHashSet::default();
    let mut found = Vec::new();
    for node in cut_off {
        let around =
            std::iter::once(node).chain(dom.ancestors(node)).take_while(|&n| !dom.is(n, &["body", "html", "main"]));
        for list in around.take(HIGHEST).map(|n| dom.parent(n)) {
            if seen.insert(list) {
                found.extend(lists_of(text, list, &words, &is_teaser).into_iter().flatten());
            }
        }
    }
    found
}

/// The lists of teasers among the children of an element.
fn lists_of(text: &Text, list: NodeId, words: &[usize], is_teaser: &dyn Fn(NodeId) -> bool) -> Vec<Vec<Range<NodeId>>> {
    /// Fewer words are a button or a line between.
    const LEAST_WORDS: usize = 5;
    /// So many of the cards must be teasers.
    const MOSTLY: f32 = 0.6;
    /// Words of running text that stay.
    const LEAST_LEFT: usize = 100;
    let dom = text.dom;
    let mut alike: HashMap<_, Vec<NodeId>> = HashMap::new();
    for child in dom.children(list).filter(|&child| !dom.is(child, NO_CARDS)) {
        alike.entry(text.look(child)).or_default().push(child);
    }
    let is_list = |cards: &Vec<NodeId>| {
        let count = cards.iter().filter(|&&card| words[dom.end(card)] - words[card] >= LEAST_WORDS).count();
        let teasers = cards.iter().filter(|&&card| is_teaser(card)).count();
        let left = text.all() - cards.iter().map(|&card| text.words(card)).sum::<usize>();
        teasers >= LEAST_CARDS && teasers as f32 >= MOSTLY * count as f32 && left >= LEAST_LEFT
    };
    alike.into_values().filter(is_list).map(|cards| cards.into_iter().map(|card| dom.subtree(card)).collect()).collect()
}

/// What stands below a heading that says "You may also like", where it looks like a list of its own and little text comes after.
fn related(text: &Text) -> Vec<Range<NodeId>> {
    /// Of the running text, no more than this share comes after the list, and so many words stay.
    const MOST_AFTER: f32 = 0.2;
    const LEAST_LEFT: usize = 50;
    /// More such headings are not looked at.
    const MOST_HEADINGS: usize = 20;
    let Text { dom, drafts, .. } = text;
    let counts = LazyCell::new(|| sums(dom, drafts, |_| 1));
    let holds = |node: NodeId| counts[dom.end(node)] > counts[node];
    let mut known = Known::default();
    let mut found = Vec::new();
    let is_marker = |heading: &Draft| is_heading(dom, heading) && classify::is_marker(heading);
    for (at, heading) in drafts.iter().enumerate().filter(|(_, draft)| is_marker(draft)).take(MOST_HEADINGS) {
        let Some(cards) = cards_below(text, heading.node, &holds) else { continue };
        known.read_to(text, at);
        let (first, last) = (cards[0], cards[cards.len() - 1]);
        let inside: usize = cards.iter().map(|&card| text.words(card)).sum();
        let after = text.all() - text.prose()[dom.end(last)];
        let is_late = after as f32 <= MOST_AFTER * text.all() as f32;
        if is_late && !known.looks.contains(&text.look(first)) && text.all() - inside >= LEAST_LEFT {
            found.push(dom.subtree(heading.node));
            found.extend(cards.into_iter().map(|card| dom.subtree(card)));
        }
    }
    found
}

fn is_heading(dom: &Dom, draft: &Draft) -> bool {
    const HEADINGS: &[&str] = &["h2", "h3", "h4", "h5", "h6"];
    (draft.is_heading() || dom.is(draft.node, HEADINGS)) && draft.link_density() <= 0.5
}

/// What the elements around the running text look like, up to some block.
#[derive(Default)]
struct Known<'a> {
    looks: HashSet<(usize, Vec<&'a str>)>,
    nodes: FxHashSet<NodeId>,
    read: usize,
}

impl<'a> Known<'a> {
    fn read_to(&mut self, text: &Text<'_, 'a>, end: usize) {
        for at in std::mem::replace(&mut self.read, end)..end {
            let draft = &text.drafts[at];
            if text.keep[at] && draft.is_prose() {
                let around = std::iter::once(draft.node).chain(text.dom.ancestors(draft.node));
                let new = around.take_while(|&node| self.nodes.insert(node));
                self.looks.extend(new.map(|node| text.look(node)));
            }
        }
    }
}

/// The elements after a heading that look alike, at least two, or those in the box after it that hold all its text.
fn cards_below(text: &Text, heading: NodeId, holds: &dyn Fn(NodeId) -> bool) -> Option<Vec<NodeId>> {
    /// So far up stands the element that holds nothing but the heading, and so far down the one that holds the cards.
    const DEEPEST: usize = 4;
    const NO_LIST: &[&str] = &["", "p", "h2", "h3", "h4", "span"];
    let dom = text.dom;
    let after = |node: NodeId| {
        let parent_end = dom.end(dom.parent(node));
        let next = move |at: NodeId| Some(at).filter(|&at| at < parent_end);
        std::iter::successors(next(dom.end(node)), move |&at| next(dom.end(at))).filter(|&at| holds(at))
    };
    let is_page = |node: &NodeId| !dom.is(*node, &["body", "html"]);
    let around = std::iter::once(heading).chain(dom.ancestors(heading)).take_while(is_page);
    let title = around.take(DEEPEST).find(|&node| after(node).next().is_some())?;
    let run = alike(text, after(title));
    if dom.is(*run.first()?, NO_LIST) {
        return None;
    }
    if run.len() >= 2 {
        return Some(run);
    }
    let mut inside: Vec<NodeId> = Vec::new();
    let mut list = run[0];
    for _ in 0..DEEPEST {
        inside = dom.children(list).filter(|&child| holds(child)).collect();
        match inside[..] {
            [only] => list = only,
            _ => break,
        }
    }
    let run = alike(text, inside.iter().copied());
    let is_list = run.len() >= 2 && run.len() == inside.len() && !dom.is(run[0], NO_LIST);
    is_list.then_some(run)
}

/// The first elements that look like the first of all.
fn alike(text: &Text, nodes: impl Iterator<Item = NodeId>) -> Vec<NodeId> {
    let mut nodes = nodes.peekable();
    let Some(look) = nodes.peek().map(|&first| text.look(first)) else { return Vec::new() };
    let is_alike = |node: &NodeId| {
        let (tag, classes) = text.look(*node);
        tag == look.0 && (classes == look.1 || classes.iter().any(|class| look.1.contains(class)))
    };
    nodes.take_while(is_alike).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::blocks::blocks;
    use crate::extract::dom::Document;

    /// A paragraph of running text, thirty words long.
    fn prose(name: &str) -> String {
        format!(
            "<p>{name} said that the river commission would meet again in the spring to settle how much water each of \
            the four provinces may draw before the barrages close for their yearly repairs.</p>"
        )
    }

    /// The rules that fire on a page of which all is kept, and how many blocks stay.
    fn run(declared: Declared, html: &str) -> (Vec<&'static str>, usize) {
        let document = Document::parse(html);
        let dom = document.dom();
        let drafts = blocks(&dom);
        let mut keep = vec![true; drafts.len()];
        let mut rules: Vec<_> = drop_teasers(&dom, &drafts, declared, &mut keep).iter().map(Cutting::rule).collect();
        rules.dedup();
        (rules, keep.into_iter().filter(|keep| *keep).count())
    }

    #[test]
    fn articles_beside_the_one_that_is_the_page() {
        let others = |count: usize| format!("<article><h2>Gates</h2>{}</article>", prose("She")).repeat(count);
        let html = |count: usize| format!("<article>{}</article>{}", prose("He").repeat(6), others(count));
        assert_eq!(run(Declared::ByType, &html(3)), (vec!["layout.articles"], 6));
        assert_eq!(run(Declared::ByName, &html(3)), (vec![], 12));
        assert_eq!(run(Declared::ByType, &html(2)), (vec![], 10));
        // Where none is the page, all are.
        assert_eq!(run(Declared::ByType, &others(6)), (vec![], 12));
    }

    #[test]
    fn parts_that_look_alike_and_are_cut_off() {
        let card = |n: usize, end: &str| {
            format!("<li class='card n{n}'><p>The gate of {n} took nine crowns{end}<p><a href=x>On</a>")
        };
        let cards = |end: &str| format!("<ul>{}</ul>", (1..=4).map(|n| card(n, end)).collect::<String>());
        let text = prose("He").repeat(5);
        assert_eq!(run(Declared::ByName, &format!("{text}{}", cards("…"))), (vec!["layout.excerpts"], 5));
        assert_eq!(run(Declared::ByName, &format!("{text}{}", cards("."))), (vec![], 13));
        assert_eq!(run(Declared::No, &format!("{text}{}", cards("…"))), (vec![], 13));
        assert_eq!(run(Declared::ByName, &cards("…")), (vec![], 8));
    }

    #[test]
    fn what_looks_alike_below_a_heading_over_teasers() {
        let card = format!("<div class=card><b>The last toll house</b>{}</div>", prose("She"));
        let list = format!("<section><h3>Related stories</h3><div>{}</div></section>", card.repeat(3));
        let text = format!("<div class=text>{}</div>", prose("He").repeat(6));
        assert_eq!(run(Declared::ByName, &format!("{text}{list}")), (vec!["layout.related"], 6));
        // Amid the text, or looking like the text, it may be part of it.
        assert_eq!(run(Declared::ByName, &format!("{text}{list}{text}")).0, [""; 0]);
        assert_eq!(run(Declared::ByName, &format!("{text}{}", list.replace("=card", "=text"))).0, [""; 0]);
        assert_eq!(
            run(Declared::ByName, &format!("{text}{}", list.replace("Related stories", "The gates"))).0,
            [""; 0]
        );
    }

    #[test]
    fn what_comes_after_the_place_of_the_comments() {
        let (text, other) = (prose("He").repeat(6), prose("She").repeat(2));
        let rules = |html: &str| run(Declared::ByName, html).0;
        for place in
            ["<div id=disqus_thread></div>", "<section id=comments></section>", "<div class=fb-comments></div>"]
        {
            let html = format!("<h1>Gates</h1>{text}{place}{other}");
            assert_eq!(run(Declared::ByName, &html), (vec!["layout.behind-comments"], 7), "{place}");
            assert_eq!(run(Declared::No, &html).0, ["layout.behind-comments"]);
            // Below a standfirst it counts them, and amid the text they are on what stands before.
            assert_eq!(rules(&format!("<h1>Gates</h1>{other}{place}{text}")), [""; 0]);
            assert_eq!(rules(&format!("<h1>Gates</h1>{text}{place}{text}{place}{other}")), ["layout.behind-comments"]);
            // Nor is the article one whose headline is still to come.
            assert_eq!(rules(&format!("{text}{place}<h1>Gates</h1>{other}")), [""; 0]);
            assert_eq!(rules(&format!("<h1>Gates</h1>{text}<div class=tab-content>{place}</div>{other}")), [""; 0]);
        }
        for none in ["<a id=comments class=comment-list>3 comments</a>", "<h2 id=comments>Comments received</h2>"] {
            assert_eq!(rules(&format!("<h1>Gates</h1>{text}{none}{other}")), [""; 0]);
        }
    }

    #[test]
    fn a_page_made_to_be_slow_is_not() {
        let headings = "<h3>Related</h3><div class=a>x y…</div><div class=a>x y…</div>".repeat(3000);
        let deep = format!("{}<p>one two three four five six…{}", "<div class=b>".repeat(3000), "</div>".repeat(3000));
        let many = "<article><p>one two three four five six…</article>".repeat(3000);
        let classes: String =
            ('a'..='z').cycle().take(100_000).enumerate().map(|(n, c)| format!("{c}{} ", "x".repeat(n % 90))).collect();
        let classed =
            format!("<h3>Related</h3><div class='{classes}'>x y</div><div class='{classes}'>x y</div>").repeat(4);
        let started = std::time::Instant::now();
        run(Declared::ByType, &format!("{}{headings}{deep}{many}{classed}", prose("He").repeat(5)));
        assert!(started.elapsed().as_secs() < 10);
    }
}
