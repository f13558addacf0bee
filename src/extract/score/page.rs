//! A page as the features see it: its blocks, its layout, and what is counted once for all of them.

use std::hash::BuildHasher;

use ahash::AHashSet;
use rustc_hash::{FxBuildHasher, FxHashSet};

use super::layout::{Layout, Patterns, Totals};
use super::look::{Look, WordSet};
use crate::extract::blocks::Draft;
use crate::extract::dom::{Dom, NodeId};
use crate::extract::elements::prune::Pruned;
use crate::extract::elements::rules::ELEMENTS;
use crate::extract::hash::{Hash, mixed};
use crate::extract::text;

/// What the features are read from.
pub(crate) struct View<'v, 'a> {
    pub(crate) dom: &'v Dom<'a>,
    pub(crate) drafts: &'v [Draft],
    pub(crate) pruned: &'v Pruned,
    /// The element that holds most of the running text.
    pub(crate) content: NodeId,
    pub(crate) title: Option<&'v str>,
    /// The page's description of itself, and the text of its article, where its data has them.
    pub(crate) summary: Option<&'v str>,
    pub(crate) witness: Option<&'v str>,
}

pub(super) struct Page<'v, 'a> {
    pub(super) view: &'v View<'v, 'a>,
    pub(super) layout: Layout,
    pub(super) looks: Vec<Look>,
    /// What all blocks before each one hold, one more than blocks.
    pub(super) sums: Vec<Totals>,
    pub(super) short: Patterns,
    pub(super) path: Patterns,
    pub(super) copies: Patterns,
    pub(super) copy_keys: Vec<u64>,
    /// Whether the same text stood before.
    pub(super) later: Vec<bool>,
    /// The words of the title, no more than a headline may have.
    pub(super) title: WordSet,
    pub(super) folded_title: String,
    pub(super) summary: String,
    pub(super) witness: Option<FxHashSet<u64>>,
    pub(super) h1: Option<usize>,
    pub(super) sections: Vec<Section>,
    pub(super) articles: u32,
    pub(super) pictures: Pictures,
    /// Running text under names of comments, and outside them.
    pub(super) comments: (u32, u32),
}

/// Longer titles are no headlines; a hostile one must not make each word of the page dear to look up.
const MOST_TITLE_WORDS: usize = 100;

/// So few elements stand between a text and the link around it.
const NEAREST_LINK: usize = 4;

/// Marks the keys of headings that a table of contents names.
const LISTED: u64 = 1;

/// The part of the page between two headings.
#[derive(Clone, Copy, Default)]
pub(super) struct Section {
    /// The block of its heading, if it has one.
    pub(super) heading: Option<usize>,
    pub(super) start: usize,
    pub(super) end: usize,
    /// The last block whose text sets off a rule that cuts more than a line, and which.
    pub(super) marker: Option<(usize, usize)>,
}

impl<'v, 'a> Page<'v, 'a> {
    pub(super) fn new(view: &'v View<'v, 'a>) -> Self {
        let View { dom, drafts, .. } = view;
        let layout = Layout::new(dom, drafts, &view.pruned.names, view.content);
        let looks: Vec<Look> = drafts.iter().map(Look::new).collect();
        let mut copy_keys: Vec<u64> = looks.iter().map(|l| FxBuildHasher.hash_one(&l.folded)).collect();
        part_listed(dom, drafts, &mut copy_keys);
        let folded_title = view.title.map(text::folded).unwrap_or_default();
        let same_title = |l: &Look| !folded_title.is_empty() && l.folded == folded_title;
        let h1 = (0..drafts.len())
            .find(|&i| dom.tag(drafts[i].node) == "h1" && same_title(&looks[i]))
            .or_else(|| (0..drafts.len()).find(|&i| same_title(&looks[i])))
            .or_else(|| (0..drafts.len()).find(|&i| dom.tag(drafts[i].node) == "h1"));
        let sums = std::iter::once(Totals::default())
            .chain(drafts.iter().scan(Totals::default(), |sum, draft| {
                *sum += Totals::of(draft);
                Some(*sum)
            }))
            .collect();
        Page {
            short: Patterns::new(drafts, (0..drafts.len()).map(|at| layout.of(at).short)),
            path: Patterns::new(drafts, (0..drafts.len()).map(|at| layout.of(at).path)),
            copies: Patterns::new(drafts, copy_keys.iter().copied()),
            later: {
                let mut seen = FxHashSet::default();
                copy_keys.iter().map(|&k| !seen.insert(k)).collect()
            },
            copy_keys,
            title: WordSet::new(folded_title.split(' ').take(MOST_TITLE_WORDS)),
            folded_title,
            summary: view.summary.map(text::folded).unwrap_or_default(),
            witness: view.witness.map(|w| shingles(&text::folded(w)).collect()),
            h1,
            sections: sections(&looks),
            articles: dom.by_tag(0..dom.len(), "article").count() as u32,
            pictures: Pictures::new(dom),
            comments: comments(view),
            view,
            layout,
            looks,
            sums,
        }
    }

    /// What the whole page holds.
    pub(super) fn all(&self) -> Totals {
        self.sums[self.sums.len() - 1]
    }
}

/// Headings that the page's own table of contents names have not stood before: they get other keys than its links.
fn part_listed(dom: &Dom, drafts: &[Draft], keys: &mut [u64]) {
    let leads_within =
        |node: NodeId| dom.attr(node, "href").is_some_and(|href| href.len() > 1 && href.starts_with('#'));
    let is_listed = |draft: &Draft| draft.is_link() && dom.ancestors(draft.start).take(NEAREST_LINK).any(leads_within);
    let listed: AHashSet<u64> =
        drafts.iter().zip(&*keys).filter(|(draft, _)| is_listed(draft)).map(|(_, key)| *key).collect();
    if listed.is_empty() {
        return;
    }
    let headings = drafts.iter().zip(keys).filter(|(draft, key)| draft.is_heading() && listed.contains(key));
    headings.for_each(|(_, key)| *key = mixed(*key ^ LISTED));
}

fn comments(view: &View) -> (u32, u32) {
    let bit = ELEMENTS.iter().position(|r| r.id == "comments").map_or(0, |at| 1 << at);
    view.drafts.iter().filter(|d| d.is_prose()).fold((0, 0), |(inside, outside), draft| {
        let words = draft.words as u32;
        if view.pruned.loud[draft.node] & bit != 0 { (inside + words, outside) } else { (inside, outside + words) }
    })
}

/// For each block, the part between headings in which it stands.
fn sections(looks: &[Look]) -> Vec<Section> {
    let mut out: Vec<Section> = Vec::with_capacity(looks.len());
    let mut now = Section::default();
    for (at, look) in looks.iter().enumerate() {
        if look.heading {
            now = Section { heading: Some(at), start: at, end: at, marker: now.marker };
        }
        if (1..=3).contains(&look.rule) {
            now.marker = Some((at, look.rule));
        }
        out.push(now);
    }
    let mut end = looks.len();
    for at in (0..looks.len()).rev() {
        out[at].end = end;
        if out[at].start == at {
            end = at;
        }
    }
    out
}

/// The runs of four words in a folded text, hashed; the whole text where it has fewer.
pub(super) fn shingles(folded: &str) -> impl Iterator<Item = u64> {
    let words: Vec<u64> = folded.split(' ').map(Hash::of).collect();
    let size = words.len().min(4);
    (0..=words.len() - size).map(move |at| words[at..at + size].iter().fold(0, |run, word| mixed(run ^ word)))
}

/// The pictures and players of a page, in its order.
pub(super) struct Pictures(Vec<NodeId>);

impl Pictures {
    fn new(dom: &Dom) -> Pictures {
        const TAGS: &[&str] = &["img", "picture", "video", "iframe", "figure", "svg", "amp-img"];
        let is_picture = dom.each_tag(|tag| TAGS.contains(&tag));
        Pictures((0..dom.len()).filter(|&node| is_picture[dom.tag_number(node)]).collect())
    }

    /// Those before a node.
    fn before(&self, node: NodeId) -> &[NodeId] {
        &self.0[..self.0.partition_point(|&picture| picture < node)]
    }

    /// The last one before a node, 0 for none.
    pub(super) fn last(&self, node: NodeId) -> NodeId {
        self.before(node).last().copied().unwrap_or(0)
    }

    /// How many stand at or below a node.
    pub(super) fn count(&self, dom: &Dom, node: NodeId) -> usize {
        self.before(dom.end(node)).len() - self.before(node).len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::blocks::blocks;
    use crate::extract::dom::Document;

    #[test]
    fn a_heading_that_the_table_of_contents_names_has_not_stood_before() {
        let keys = |address: &str| {
            let contents = format!("<ul><li><a href='{address}'>Who pays</a></ul>");
            let document = Document::parse(&format!("{contents}<h2>Who pays</h2><p>Nobody does."));
            let (dom, mut keys) = (document.dom(), vec![7, 7, 9]);
            part_listed(&dom, &blocks(&dom), &mut keys);
            keys
        };
        let parted = keys("#who-pays");
        assert!(parted[0] == 7 && parted[1] != 7 && parted[2] == 9);
        assert_eq!(keys("/who-pays"), [7, 7, 9]);
    }
}
