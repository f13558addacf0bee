//! What stands behind the place of the comments: teasers, other articles, columns beside the text.

use std::ops::Range;

use super::Text;
use crate::extract::dom::NodeId;
use crate::extract::elements::threads::places;

/// So much running text, in words, stands before the comments of an article: more than a standfirst, under which some pages
/// have a place that counts them.
const LEAST_BEFORE: usize = 80;

/// No more than this share of the running text stands behind them. Where a page has comments on parts of its text, or a drawer of
/// them before the text, more of it does: on 67 of 74 pages made to show such, and on none of 18 with teasers there.
const MOST_BEHIND: f32 = 0.35;

/// All that comes after the last comments on an article.
///
/// On the 186 development pages with such a place, articles nearly all, none of the true text comes after it.
pub(super) fn behind_comments(text: &Text) -> Vec<Range<NodeId>> {
    let dom = text.dom;
    let Some(end) = places(dom).into_iter().map(|place| dom.end(place)).max() else { return Vec::new() };
    let before = text.prose()[end];
    let behind = text.all() - before;
    let has_headline = dom.by_tag(0..end, "h1").next().is_some() || dom.by_tag(end..dom.len(), "h1").next().is_none();
    let is_below_text = before >= LEAST_BEFORE && behind as f32 <= MOST_BEHIND * text.all() as f32;
    if has_headline && is_below_text { std::iter::once(end..dom.len()).collect() } else { Vec::new() }
}
