//! What the page holds below each of its nodes, for the features of the blocks.

use std::ops::{AddAssign, Range, Sub};
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::super::blocks::Draft;
use super::super::dom::{Dom, NodeId, ROOT};
use super::super::hash::{Hash, mixed};

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

pub(super) struct Layout {
    /// Totals of all blocks in nodes before each node, one more than nodes.
    before: Vec<Totals>,
    /// The position of the first block below each node.
    first: Vec<u32>,
    /// The nearest element above each node that holds more blocks than it.
    wider: Vec<u32>,
    /// The tags above each node: bits by position in [`TAGS`].
    pub(super) within: Vec<u32>,
    /// The names of the node and of the elements above it.
    pub(super) named: Vec<u32>,
    /// How deep each node lies, and the nearest `<article>` at or above it (0 for none).
    pub(super) depth: Vec<u16>,
    pub(super) article: Vec<u32>,
    /// Hashes of the tags and classes: of the node and its parent, and of the whole path.
    pub(super) short: Vec<u64>,
    pub(super) path: Vec<u64>,
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
}

impl Tag {
    fn of(name: &str) -> Tag {
        Tag { bit: TAGS.iter().position(|tag| *tag == name).map_or(0, |at| 1 << at), hash: Hash::of(name) }
    }
}

impl Layout {
    pub(super) fn new(dom: &Dom, drafts: &[Draft], names: &[u32]) -> Layout {
        let before = totals(dom, drafts);
        let len = dom.len();
        let mut layout = Layout {
            before,
            first: first_blocks(dom, drafts),
            wider: vec![0; len],
            within: vec![0; len],
            named: names.to_vec(),
            depth: vec![0; len],
            article: vec![0; len],
            short: vec![0; len],
            path: vec![0; len],
        };
        let mut own = vec![0u64; len];
        let tags = dom.each_tag(Tag::of);
        for node in dom.elements(0..len) {
            layout.enter(dom, node, tags[dom.tag_number(node)], &mut own);
        }
        layout
    }

    fn enter(&mut self, dom: &Dom, node: NodeId, known: Tag, own: &mut [u64]) {
        let (tag, parent) = (dom.tag(node), dom.parent(node));
        let more = self.below(dom, parent).blocks > self.below(dom, node).blocks;
        self.wider[node] = if more || parent == ROOT { parent as u32 } else { self.wider[parent] };
        self.within[node] = self.within[parent] | known.bit;
        if !matches!(tag, "html" | "body") {
            self.named[node] |= self.named[parent];
        } else {
            self.named[node] = 0;
        }
        self.depth[node] = self.depth[parent].saturating_add(1);
        self.article[node] = if tag == "article" { node as u32 } else { self.article[parent] };
        let class = dom.names(node)[0].at().map_or(0, |at| at as u64 + 1);
        own[node] = pair(known.hash, class);
        self.short[node] = pair(own[node], own[parent]);
        self.path[node] = pair(own[node], self.path[parent]);
    }

    /// What a node and all below it hold.
    pub(super) fn below(&self, dom: &Dom, node: NodeId) -> Totals {
        self.before[dom.end(node)] - self.before[node]
    }

    /// The blocks below a node, by position.
    pub(super) fn blocks(&self, dom: &Dom, node: NodeId) -> Range<usize> {
        let count = self.below(dom, node).blocks as usize;
        let first = if count == 0 { 0 } else { self.first[node] as usize };
        first..first + count
    }

    /// The part of the page in which a node stands, as seen from the content: the widest element around the node that
    /// does not reach around the content, or that is not the content itself.
    pub(super) fn branch(&self, dom: &Dom, node: NodeId, content: NodeId) -> NodeId {
        let mut branch = node;
        for wider in self.around(dom, node).take(MOST_RINGS) {
            if dom.subtree(wider).contains(&content) {
                break;
            }
            branch = wider;
        }
        branch
    }

    /// The elements around a block, each with more blocks than the one before.
    pub(super) fn around(&self, dom: &Dom, node: NodeId) -> impl Iterator<Item = NodeId> {
        let first = if self.below(dom, node).blocks > 1 { node } else { self.wider[node] as usize };
        std::iter::successors(Some(first), |&n| Some(self.wider[n] as usize))
    }
}

fn first_blocks(dom: &Dom, drafts: &[Draft]) -> Vec<u32> {
    let mut first = vec![u32::MAX; dom.len()];
    for (at, draft) in drafts.iter().enumerate().rev() {
        first[draft.node] = at as u32;
    }
    for node in (1..dom.len()).rev() {
        let parent = dom.parent(node);
        first[parent] = first[parent].min(first[node]);
    }
    first
}

fn totals(dom: &Dom, drafts: &[Draft]) -> Vec<Totals> {
    let mut before = vec![Totals::default(); dom.len() + 1];
    for draft in drafts {
        before[draft.node + 1] += Totals::of(draft);
    }
    let mut sum = Totals::default();
    for totals in &mut before {
        sum += *totals;
        *totals = sum;
    }
    before
}

/// One number for two, in this order.
fn pair(a: u64, b: u64) -> u64 {
    mixed(a.rotate_left(32) ^ mixed(b))
}

/// What all blocks of one pattern (a path, a text) hold together.
pub(super) struct Patterns(FxHashMap<u64, Totals>);

impl Patterns {
    pub(super) fn new<'d>(drafts: impl Iterator<Item = (u64, &'d Draft)>) -> Patterns {
        let mut patterns = FxHashMap::default();
        for (key, draft) in drafts {
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
