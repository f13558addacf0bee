//! What stands behind the place of the comments: teasers, other articles, columns beside the text.

use std::ops::Range;

use super::Text;
use crate::extract::dom::NodeId;
use crate::extract::elements::threads::places;

/// So much running text, in words, stands before the comments of an article: more than a standfirst, under which some pages
/// have a place that counts them.
const LEAST_BEFORE: usize = 80;

/// All that comes after the comments on an article.
///
/// On the 186 development pages with such a place, articles nearly all, none of the true text comes after it.
pub(super) fn behind_comments(text: &Text) -> Vec<Range<NodeId>> {
    let dom = text.dom;
    let has_headline = |place: NodeId| {
        dom.by_tag(0..place, "h1").next().is_some() || dom.by_tag(place..dom.len(), "h1").next().is_none()
    };
    let is_below_text = |&place: &NodeId| text.prose()[place] >= LEAST_BEFORE && has_headline(place);
    let place = places(dom).into_iter().filter(is_below_text).min();
    place.map(|place| dom.end(place)..dom.len()).into_iter().collect()
}
