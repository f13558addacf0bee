//! Where a block stands, in a form in which the pages of one site can be compared.

use crate::article::Place;
use crate::extract::blocks::Draft;
use crate::extract::dom::{Dom, NodeId};
use crate::extract::hash::Hash;
use crate::extract::text;

/// Elements above a block by which its place is told: what is further up is the same for all of a page.
const ELEMENTS: usize = 24;

/// Nearest elements whose classes count. Those further up name the page's category and tags.
const CLASSED: usize = 3;

/// A line in bold of at most so many words is a label.
const LONGEST_LABEL: usize = 8;

/// The place of a block.
pub(crate) fn place(dom: &Dom, draft: &Draft) -> Place {
    let is_label = draft.bold == draft.chars && draft.linked == 0 && draft.words <= LONGEST_LABEL;
    let mut hash = Hash::default();
    for (above, node) in dom.ancestors(draft.start).take(ELEMENTS).filter(|&n| counts(dom, draft, n)).enumerate() {
        hash.add(dom.tag(node));
        if above < CLASSED {
            let classes = dom.attr(node, "class").unwrap_or_default();
            classes.split_ascii_whitespace().filter(|c| !numbered(c)).for_each(|class| hash.add(class));
        }
    }
    // Never 0, which is no place.
    Place { path: (hash.finish() as u32 & 0xF_FFFF).max(1), is_label }
}

/// Of the elements within a block those alone count that hold all of its text.
fn counts(dom: &Dom, draft: &Draft, node: NodeId) -> bool {
    node <= draft.node || dom.subtree(node).filter_map(|n| dom.text(n)).map(text::chars).sum::<usize>() >= draft.chars
}

/// A class with a number in it may name this one page: `post-1204`.
fn numbered(class: &str) -> bool {
    class.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::blocks::blocks;
    use crate::extract::dom::Document;

    fn places(html: &str) -> Vec<Place> {
        let document = Document::parse(html);
        let dom = document.dom();
        blocks(&dom).iter().map(|draft| place(&dom, draft)).collect()
    }

    #[test]
    fn paragraphs_of_one_text_share_their_place_and_boxes_do_not() {
        let html = "<div class='text post-12'><p>One.<p>Two, <em>really</em>.<p><em>About the author.</em>\
            <div class=note><p>Three.</div></div>";
        let [one, two, author, note] = places(html)[..] else { panic!() };
        assert_eq!(one, two);
        assert!(one.path != author.path && one.path != note.path && author.path != note.path);
        assert_eq!(places(&html.replace("post-12", "post-13"))[0], one);
        assert!(one.path > 0 && one.path < 1 << 20);
    }

    #[test]
    fn a_line_in_bold_is_a_label() {
        let label = |html: &str| places(html)[0].is_label;
        assert!(label("<p><b>What we know</b></p>"));
        assert!(!label("<p><b>What</b> we know</p>") && !label("<p><b><a href=x>What we know</a></b></p>"));
    }
}
