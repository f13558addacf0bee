//! The text of a page: which of its blocks are the article's.
//!
//! Sure rules take elements out, the rest is cut into blocks, a model weighs every block (the rules that are not sure
//! are part of its evidence), and the line rules and edges have the last word.

mod authors;
mod calls;
mod content;
mod echoes;
mod furniture;
mod groups;
mod hidden;
mod notes;
mod prepared;
mod select;
mod teasers;
mod trim;

use crate::article::{Block, BlockKind, Kind, Place};
use crate::extract::blocks::Draft;
use crate::extract::blocks::anchor::anchor;
use crate::extract::blocks::numbers::Numbers;
use crate::extract::dom::{Dom, NodeId};
use crate::extract::elements::prune::Pruned;
use crate::extract::facts::structured::Structured;
use crate::extract::kind::{self, Judged, Seen};
use crate::extract::lines::cut;
use crate::extract::repeats::place::place;
use crate::extract::score;
use crate::extract::score::Weighed;
use crate::extract::trace::{Cutting, Tracing};
use crate::extract::user::Overrides;
use authors::Authors;
use select::select;
use trim::Known;

pub(super) use prepared::Prepared;

/// What a page is read into.
pub(super) struct Body {
    /// The element that holds most of the running text.
    pub(super) content: NodeId,
    pub(super) blocks: Vec<Block>,
    pub(super) judged: Judged,
    /// What the rules say about the page.
    pub(super) pruned: Pruned,
    /// All blocks of the page.
    pub(super) all: Vec<Draft>,
    /// The blocks that were weighed, with their scores, and those that were kept.
    pub(super) drafts: Vec<Draft>,
    pub(super) scores: Vec<f32>,
    pub(super) kept: Vec<Draft>,
    pub(super) cuttings: Vec<Cutting>,
}

/// What is known of a page before its text is.
#[derive(Clone, Copy)]
pub(super) struct PageContext<'p, 'a> {
    pub(super) dom: &'p Dom<'a>,
    pub(super) structured: &'p Structured,
    pub(super) title: Option<&'p str>,
    pub(super) url: Option<&'p str>,
    /// The user's own rules for it.
    pub(super) own: Option<&'p Overrides<'p>>,
    /// What the weighing left out is among the cuttings only where it is on.
    pub(super) tracing: Tracing,
}

impl<'p, 'a> PageContext<'p, 'a> {
    pub(super) fn new(dom: &'p Dom<'a>, structured: &'p Structured) -> PageContext<'p, 'a> {
        PageContext { dom, structured, title: None, url: None, own: None, tracing: Tracing::Off }
    }
}

pub(super) fn body(context: &PageContext) -> Body {
    let PageContext { dom, structured, title, url, own, .. } = *context;
    let page = Prepared::new(context);
    let scores = score::scores(&page.view(context));
    let (keep, mut cuttings) = select(context, &page, &scores);
    let Prepared { all, drafts, mut pruned, content, .. } = page;
    cuttings.append(&mut pruned.cuttings);
    let kept = drafts.iter().zip(keep).filter(|(_, keep)| *keep).map(|(draft, _)| draft.clone());
    let (spared, kept): (Vec<Draft>, _) = kept.partition(|draft| own.is_some_and(|own| own.is_kept(draft)));
    let weighed = Weighed::new(&drafts, &scores);
    let kept = echoes::drop_echoes(cut::cut(Some(dom), kept, weighed, &mut cuttings), &mut cuttings);
    let known = Known::new(dom, &kept, title, Authors::new(structured, &drafts), weighed);
    let mut kept = trim::trim(kept, &known, &mut cuttings);
    kept.extend(spared);
    kept.sort_by_key(|draft| draft.start);
    let marked: Vec<bool> = drafts.iter().map(|d| pruned.hints[d.node] != 0).collect();
    let judged = kind::judge(&Seen { dom, structured, url, title, drafts: &drafts, marked: &marked, kept: &kept });
    if matches!(judged.kind, Kind::Listing | Kind::Home) {
        trim::unmark_cards(&mut kept);
    }
    let numbers = Numbers::new(dom);
    let block = |d: &Draft| {
        let place = Place { is_ruled: own.is_some_and(|own| own.is_named(d)), ..place(dom, &numbers, d) };
        Block { kind: kind_of(dom, d), anchor: anchor(dom, d), place, text: d.text.clone() }
    };
    let blocks = kept.iter().map(block).collect();
    Body { content, blocks, judged, pruned, all, drafts, scores, kept, cuttings }
}

/// The kind of a block that is kept. A line that is a heading by its role alone is weighed as what it looks like.
fn kind_of(dom: &Dom, draft: &Draft) -> BlockKind {
    let is_heading = draft.kind == BlockKind::Paragraph && dom.attr(draft.node, "role") == Some("heading");
    // Without a level it is of the second: so browsers take it.
    let level = || dom.attr(draft.node, "aria-level").and_then(|level| level.trim().parse().ok()).unwrap_or(2);
    if is_heading { BlockKind::Heading(level().clamp(1, 6)) } else { draft.kind }
}

#[cfg(test)]
mod tests {
    use super::select::tests::story;
    use super::*;
    use crate::extract::blocks::blocks;
    use crate::extract::dom::Document;

    fn read(html: &str) -> (Vec<(BlockKind, String)>, Vec<&'static str>) {
        let document = Document::parse(html);
        let dom = document.dom();
        let structured = Structured::read(&dom);
        let context = PageContext::new(&dom, &structured);
        let body = body(&PageContext { title: Some("The canal reopens"), tracing: Tracing::On, ..context });
        (body.blocks.into_iter().map(|b| (b.kind, b.text)).collect(), body.cuttings.iter().map(Cutting::rule).collect())
    }

    fn texts(html: &str) -> Vec<String> {
        read(html).0.into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn the_article_is_kept_and_what_is_around_it_has_a_rule() {
        let menu = "<ul><li><a href=a>Home</a><li><a href=b>World</a><li><a href=c>Business</a></ul>";
        let html = format!("{menu}<h1>The canal reopens</h1>{}<h3>Leave a Reply</h3><form>Your name</form>", story(5));
        let (blocks, rules) = read(&html);
        assert_eq!(blocks.len(), 5, "{blocks:?}");
        assert!(rules.contains(&"model") && rules.contains(&"html.form"), "{rules:?}");
    }

    #[test]
    fn a_heading_may_be_one_by_its_role() {
        let kind = |html: &str| {
            let document = Document::parse(html);
            let dom = document.dom();
            kind_of(&dom, &blocks(&dom)[0])
        };
        assert_eq!(kind("<div role=heading aria-level=3>Who pays"), BlockKind::Heading(3));
        assert_eq!(kind("<div role=heading aria-level=99>Who pays"), BlockKind::Heading(6));
        assert_eq!(kind("<div role=heading>Who pays"), BlockKind::Heading(2));
        assert_eq!(kind("<div role=note>Who pays"), BlockKind::Paragraph);
    }

    #[test]
    fn a_read_also_box_goes_with_its_excerpt() {
        let teaser =
            "<div><h4>Read also</h4><p><a href=x>The last toll house</a><br>It cost the county nine crowns.</p></div>";
        let body = texts(&format!("<h1>The canal reopens</h1>{}{teaser}{}", story(4), story(3)));
        assert!(body.iter().all(|text| text.starts_with("The river commission")), "{body:?}");
    }
}
