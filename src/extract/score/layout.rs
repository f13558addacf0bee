//! What the page holds around its blocks, for their features.

use std::ops::{AddAssign, Range, Sub};
use std::sync::LazyLock;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::extract::blocks::Draft;
use crate::extract::dom::{Dom, NodeId, ROOT};
use crate::extract::hash::{Hash, mixed};

/// What a part of the page holds.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Totals {
    pub(super) blocks: u32,
    pub(super) words: u32,
    /// Words of running text, and its blocks.
    pub(super) prose: u32,
    pub(super) proses: u32,
    pub(super) chars: u32,
    pub(super) linked: u32,
}

impl Totals {
    pub(super) fn of(draft: &Draft) -> Totals {
        let is_prose = draft.is_prose();
        let words = draft.words as u32;
        let (chars, linked) = (draft.chars as u32, draft.linked as u32);
        Totals { blocks: 1, words, prose: if is_prose { words } else { 0 }, proses: is_prose.into(), chars, linked }
    }

    /// The share of links in the text.
    pub(super) fn link_density(&self) -> f32 {
        share(self.linked, self.chars)
    }
}

impl AddAssign for Totals {
    fn add_assign(&mut self, other: Totals) {
        self.blocks += other.blocks;
        self.words += other.words;
        self.prose += other.prose;
        self.proses += other.proses;
        self.chars += other.chars;
        self.linked += other.linked;
    }
}

impl Sub for Totals {
    type Output = Totals;

    fn sub(self, other: Totals) -> Totals {
        Totals {
            blocks: self.blocks - other.blocks,
            words: self.words - other.words,
            prose: self.prose - other.prose,
            proses: self.proses - other.proses,
            chars: self.chars - other.chars,
            linked: self.linked - other.linked,
        }
    }
}

/// A share, 0 where there is nothing to share.
pub(super) fn share(part: u32, whole: u32) -> f32 {
    part as f32 / whole.max(1) as f32
}

/// The logarithm of one more than a count.
pub(super) fn log(count: u32) -> f32 {
    LOGS.get(count as usize).copied().unwrap_or_else(|| (count as f32).ln_1p())
}

/// Counts are mostly small, and a logarithm is long to find.
static LOGS: LazyLock<[f32; 512]> = LazyLock::new(|| std::array::from_fn(|count| (count as f32).ln_1p()));

/// The elements at which the blocks of a page stand, and those around them: few of all that it has.
pub(super) struct Layout {
    /// Each behind the one that it stands in. The first is the page itself.
    places: Vec<Place>,
    /// Those of each block, and that of the content.
    own: Vec<u32>,
    content: u32,
}

/// An element, and what is to be known of it. The places of others are given by their position.
#[derive(Default)]
pub(super) struct Place {
    pub(super) node: NodeId,
    parent: u32,
    /// The nearest element above it that holds more blocks than it.
    wider: u32,
    /// The nearest `<article>` at or above it (0 for none).
    article: u32,
    /// What it and all below it hold.
    pub(super) totals: Totals,
    /// The position of the first block below it.
    first: u32,
    /// The tags of the element and of those above it: bits by position in [`TAGS`].
    pub(super) within: u32,
    /// The names of the element and of those above it.
    pub(super) named: u32,
    pub(super) depth: u16,
    /// Hashes of the tags and classes: its own, with its parent's, and of the whole path.
    own: u64,
    pub(super) short: u64,
    pub(super) path: u64,
}

/// Elements nested deeper in each other than this are not followed.
const MOST_RINGS: usize = 40;

/// Tags of surrounding elements that say something about a block.
pub(super) const TAGS: &[&str] = &[
    "article",
    "main",
    "section",
    "aside",
    "header",
    "footer",
    "nav",
    "form",
    "table",
    "ul",
    "ol",
    "dl",
    "figure",
    "blockquote",
    "a",
    "label",
    "details",
    "pre",
];

/// What is to be known of a tag name.
#[derive(Clone, Copy)]
struct Tag {
    /// By its position in [`TAGS`].
    bit: u32,
    hash: u64,
    is_article: bool,
    /// Whether the element is the page itself, whose names are those of all of it.
    is_page: bool,
}

impl Tag {
    fn of(name: &str) -> Tag {
        let bit = TAGS.iter().position(|tag| *tag == name).map_or(0, |at| 1 << at);
        Tag { bit, hash: Hash::of(name), is_article: name == "article", is_page: matches!(name, "html" | "body") }
    }
}

impl Place {
    /// That of an element whose parent's is known.
    fn below(places: &[Place], parent: u32, dom: &Dom, node: NodeId, tag: Tag, names: u32) -> Place {
        let (at, around) = (places.len() as u32, &places[parent as usize]);
        let class = dom.names(node)[0].at().map_or(0, |at| at as u64 + 1);
        let own = pair(tag.hash, class);
        Place {
            node,
            parent,
            article: if tag.is_article { at } else { around.article },
            first: u32::MAX,
            within: around.within | tag.bit,
            named: if tag.is_page { 0 } else { around.named | names },
            depth: around.depth.saturating_add(1),
            own,
            short: pair(own, around.own),
            path: pair(own, around.path),
            ..Place::default()
        }
    }

    /// The blocks below it, by position.
    pub(super) fn blocks(&self) -> Range<usize> {
        let count = self.totals.blocks as usize;
        let first = if count == 0 { 0 } else { self.first as usize };
        first..first + count
    }
}

impl Layout {
    /// `names` are those of each node.
    pub(super) fn new(dom: &Dom, drafts: &[Draft], names: &[u32], content: NodeId) -> Layout {
        let root = Place { named: names[ROOT], first: u32::MAX, ..Place::default() };
        let mut layout = Layout { places: vec![root], own: Vec::with_capacity(drafts.len()), content: 0 };
        let tags = dom.each_tag(Tag::of);
        let mut known = vec![0; dom.len()];
        let mut above = Vec::new();
        let mut place_of = |node: NodeId, places: &mut Vec<Place>| {
            let unknown = std::iter::successors(Some(node), |&n| Some(dom.parent(n)));
            above.extend(unknown.take_while(|&n| n != ROOT && known[n] == 0));
            for node in above.drain(..).rev() {
                let parent = known[dom.parent(node)];
                known[node] = places.len() as u32;
                places.push(Place::below(places, parent, dom, node, tags[dom.tag_number(node)], names[node]));
            }
            known[node]
        };
        layout.content = place_of(content, &mut layout.places);
        for (at, draft) in drafts.iter().enumerate() {
            let own = place_of(draft.node, &mut layout.places);
            layout.own.push(own);
            let place = &mut layout.places[own as usize];
            place.totals += Totals::of(draft);
            place.first = place.first.min(at as u32);
        }
        layout.sum();
        layout
    }

    /// Adds what each place holds to those around it, and finds the wider ones.
    fn sum(&mut self) {
        for at in (1..self.places.len()).rev() {
            let Place { totals, first, parent, .. } = self.places[at];
            let parent = &mut self.places[parent as usize];
            parent.totals += totals;
            parent.first = parent.first.min(first);
        }
        for at in 1..self.places.len() {
            let parent = self.places[at].parent;
            let around = &self.places[parent as usize];
            let is_wider = parent == 0 || around.totals.blocks > self.places[at].totals.blocks;
            self.places[at].wider = if is_wider { parent } else { around.wider };
        }
    }

    fn at(&self, place: u32) -> &Place {
        &self.places[place as usize]
    }

    /// The place of a block.
    pub(super) fn of(&self, block: usize) -> &Place {
        self.at(self.own[block])
    }

    /// The place of the element that holds most of the running text.
    pub(super) fn content(&self) -> &Place {
        self.at(self.content)
    }

    /// The nearest `<article>` around a block.
    pub(super) fn article(&self, block: usize) -> Option<&Place> {
        Some(self.of(block).article).filter(|&at| at != 0).map(|at| self.at(at))
    }

    /// The part of the page in which a block stands, as seen from the content: the widest element around the block that
    /// does not reach around the content, or that is not the content itself.
    pub(super) fn branch(&self, dom: &Dom, block: usize) -> &Place {
        let content = self.content().node;
        let around =
            self.around(block).take(MOST_RINGS).take_while(|place| !dom.subtree(place.node).contains(&content));
        around.last().unwrap_or(self.of(block))
    }

    /// The elements around a block, each with more blocks than the one before.
    pub(super) fn around(&self, block: usize) -> impl Iterator<Item = &Place> {
        let own = self.of(block);
        let first = if own.totals.blocks > 1 { own } else { self.at(own.wider) };
        std::iter::successors(Some(first), |place| Some(self.at(place.wider)))
    }
}

/// One number for two, in this order.
fn pair(a: u64, b: u64) -> u64 {
    mixed(a.rotate_left(32) ^ mixed(b))
}

/// What all blocks of one pattern (a path, a text) hold together.
pub(super) struct Patterns(FxHashMap<u64, Totals>);

impl Patterns {
    pub(super) fn new(drafts: &[Draft], keys: impl Iterator<Item = u64>) -> Patterns {
        let mut patterns = FxHashMap::with_capacity_and_hasher(drafts.len(), FxBuildHasher);
        for (draft, key) in drafts.iter().zip(keys) {
            *patterns.entry(key).or_insert_with(Totals::default) += Totals::of(draft);
        }
        Patterns(patterns)
    }

    pub(super) fn get(&self, key: u64) -> Totals {
        self.0.get(&key).copied().unwrap_or_default()
    }

    /// The pattern with most words among those of several blocks.
    pub(super) fn largest(&self) -> Totals {
        self.0
            .values()
            .filter(|t| t.blocks > 2)
            .copied()
            .max_by_key(|t| (t.words, t.blocks, t.chars))
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::blocks::blocks;
    use crate::extract::dom::Document;

    #[test]
    fn places_hold_what_stands_below_them() {
        let html = "<div><nav><a>menu</a></nav><article><div><p>one two<p>three</div><h2>four</h2></article></div>";
        let document = Document::parse(html);
        let dom = document.dom();
        let drafts = blocks(&dom);
        let article = dom.by_tag(0..dom.len(), "article").next().unwrap();
        let layout = Layout::new(&dom, &drafts, &vec![0; dom.len()], article);
        assert_eq!(drafts.len(), 4);
        let around = |block| layout.around(block).take(4).map(|place| (dom.tag(place.node), place.blocks()));
        let due = [("div", 1..3), ("article", 1..4), ("div", 0..4), ("", 0..4)];
        assert_eq!(around(1).collect::<Vec<_>>(), due);
        assert_eq!(around(0).next(), Some(("div", 0..4)));
        assert_eq!(layout.article(3).map(|place| (place.node, place.totals.words)), Some((article, 4)));
        assert!(layout.article(0).is_none());
        assert_eq!(layout.content().node, article);
        assert_eq!([0, 1].map(|block| dom.tag(layout.branch(&dom, block).node)), ["nav", "div"]);
        assert!(layout.of(1).short == layout.of(2).short && layout.of(1).path != layout.of(3).path);
    }
}
