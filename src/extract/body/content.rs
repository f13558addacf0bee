//! Which part of the page holds the article.
//!
//! Every block has a weight: running text counts for as many words as it has, links and scraps of text count against.
//! The article is the element whose blocks sum up highest: any element around it adds menus and teasers, any inside it
//! loses paragraphs. This is maximum subsequence segmentation (Pasternak and Roth, "Extracting article text from the
//! web with maximum subsequence segmentation", WWW 2009) with the page's own elements as the only segments.

use crate::article::BlockKind;
use crate::extract::blocks::Draft;
use crate::extract::dom::{Dom, NodeId, ROOT};

/// A paragraph counts for at most this many words, so that one long legal text does not outweigh an article.
const MOST_WORDS: f32 = 150.0;

/// What a menu entry or another linked scrap counts against, besides its words.
const LINK_COST: f32 = 3.0;

/// What a scrap of text outside running text counts against.
const SCRAP_COST: f32 = 1.5;

/// The weight of a block for the choice of content, in words.
pub(crate) fn weight(draft: &Draft) -> f32 {
    let words = (draft.words as f32).min(MOST_WORDS);
    let unlinked = words * (1.0 - draft.link_density());
    if draft.link_density() > 0.5 {
        return -(LINK_COST + 0.3 * words);
    }
    match draft.kind {
        _ if draft.is_prose() => unlinked,
        BlockKind::Heading(_) | BlockKind::Caption => 0.0,
        BlockKind::ListItem | BlockKind::TableRow | BlockKind::Quote | BlockKind::Preformatted => 0.5 * unlinked,
        BlockKind::Paragraph if draft.words >= 7 => 0.5 * unlinked,
        BlockKind::Paragraph => -SCRAP_COST,
    }
}

const MOST_EMPHASIS: f32 = 1.25;

/// Tags and marks by which a page itself says where its article is, with the factor on the element's weight.
fn emphasis(dom: &Dom, node: NodeId) -> f32 {
    if dom.attr_has(node, "itemprop", "articleBody") {
        return MOST_EMPHASIS;
    }
    match dom.tag(node) {
        "article" | "main" => 1.1,
        _ => 1.0,
    }
}

/// The element that holds the article.
pub(crate) fn choose<'d>(dom: &Dom, drafts: impl Iterator<Item = &'d Draft>) -> NodeId {
    let mut sums = vec![0.0f32; dom.len() + 1];
    for draft in drafts {
        sums[draft.node + 1] += weight(draft);
    }
    for at in 1..sums.len() {
        sums[at] += sums[at - 1];
    }
    let mut best = (ROOT, f32::MIN);
    for node in dom.elements(0..dom.len()) {
        let sum = sums[dom.end(node)] - sums[node];
        // Most would not be it with any emphasis.
        if sum.max(0.0) * MOST_EMPHASIS < best.1 {
            continue;
        }
        let sum = sum * emphasis(dom, node);
        // On a tie the inner element wins: it is the same text with less around it.
        if sum >= best.1 {
            best = (node, sum);
        }
    }
    best.0
}
