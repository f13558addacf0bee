//! Where a block stands, in a form in which the pages of one site can be compared.

use crate::article::{BlockKind, Item, Mark, Place};
use crate::extract::blocks::Draft;
use crate::extract::blocks::numbers::Numbers;
use crate::extract::dom::{Dom, NodeId};
use crate::extract::hash::Hash;
use crate::extract::text;

/// Elements above a block by which its place is told: what is further up is the same for all of a page.
const ELEMENTS: usize = 24;

/// Nearest elements whose classes count. Those further up name the page's category and tags.
const CLASSED: usize = 3;

/// A line in bold of at most so many words is a label.
const LONGEST_LABEL: usize = 8;

/// So much of a block is a link where that is the headline of another page, and it has so many words: the excerpt may be long.
const LINKED: f32 = 0.1;
const LEAST_HEADLINE: usize = 3;

/// No list or quotation is looked for further up.
const FURTHEST: usize = 4 * ELEMENTS;

/// The place of a block of a page whose lists have these numbers.
pub(crate) fn place(dom: &Dom, numbers: &Numbers, draft: &Draft) -> Place {
    let is_label = draft.bold == draft.chars && draft.linked == 0 && draft.words <= LONGEST_LABEL;
    let is_teaser = is_teaser(dom, draft);
    let mut hash = Hash::default();
    for (above, node) in dom.ancestors(draft.start).take(ELEMENTS).filter(|&n| counts(dom, draft, n)).enumerate() {
        hash.add(dom.tag(node));
        if above < CLASSED {
            let classes = dom.attr(node, "class").unwrap_or_default();
            classes.split_ascii_whitespace().filter_map(unnumbered).for_each(|class| hash.add(class));
        }
    }
    // Never 0, which is no place.
    let path = (hash.finish() as u32 & 0x3_FFFF).max(1);
    let is_row = draft.kind == BlockKind::TableRow;
    Place {
        path,
        is_label,
        is_teaser,
        is_linked: draft.linked > 0,
        item: item(dom, numbers, draft.node),
        is_ruled: false,
        table: if is_row { number(above(dom, draft.node).find(|&n| dom.tag(n) == "table")) } else { 0 },
        // A quotation within a quotation is a part of it.
        quotation: number(above(dom, draft.node).filter(|&n| dom.tag(n) == "blockquote").last()),
    }
}

/// Whether a block has a link that stands by itself, as headlines do, and is no part of a sentence.
fn is_teaser(dom: &Dom, draft: &Draft) -> bool {
    let may_be = matches!(draft.kind, BlockKind::Paragraph | BlockKind::ListItem) && draft.link_density() >= LINKED;
    if !may_be {
        return false;
    }
    let link = |&n: &NodeId| dom.tag(n) == "a" && text::words(&dom.text_of(n)) >= LEAST_HEADLINE;
    let above = || dom.ancestors(draft.start).take_while(|&n| n > draft.node);
    let Some(link) = above().chain(draft.start..draft.end).find(link) else { return false };
    let is_shown = |&n: &NodeId| dom.text(n).is_some_and(|text| !text.trim().is_empty());
    let before = (draft.start..link).rev().find(is_shown);
    let after = (dom.end(link)..draft.end).find(is_shown);
    let is_set_off = |n: NodeId| {
        let last = dom.text(n).unwrap_or_default().trim_end().chars().next_back();
        dom.parent(n) != dom.parent(link) || last.is_some_and(|c| !c.is_alphanumeric() && !"\"”’),;".contains(c))
    };
    let begins_anew = |n: NodeId| {
        let first = dom.text(n).unwrap_or_default().chars().find(|c| c.is_alphanumeric());
        first.is_none_or(|c| !c.is_lowercase())
    };
    before.is_none_or(is_set_off) && after.is_none_or(begins_anew)
}

/// An element and those it stands in.
fn above(dom: &Dom, node: NodeId) -> impl Iterator<Item = NodeId> {
    std::iter::once(node).chain(dom.ancestors(node)).take(FURTHEST)
}

/// An element as it is named in a [`Place`].
fn number(node: Option<NodeId>) -> u32 {
    node.map_or(0, |node| node as u32)
}

/// The item of a list that an element is or stands in.
fn item(dom: &Dom, numbers: &Numbers, node: NodeId) -> Option<Item> {
    /// Deeper lists are drawn no deeper.
    const DEEPEST: usize = 8;
    let id = above(dom, node).find(|&n| dom.is(n, &["li", "dt", "dd"]))?;
    let mut lists = above(dom, node).filter(|&n| n < id && dom.is(n, &["ul", "ol", "dl", "menu"]));
    let list = lists.next()?;
    let depth = 1 + lists.take(DEEPEST - 1).count();
    let mark = match (dom.tag(list), dom.tag(id)) {
        ("ol", _) => numbers.of(dom, list, id),
        ("dl", "dt") => Mark::Term,
        ("dl", "dd") => Mark::Definition,
        _ => Mark::Bullet,
    };
    Some(Item { id: id as u32, list: list as u32, depth: depth as u8, mark })
}

/// Of the elements within a block those alone count that hold all of its text.
fn counts(dom: &Dom, draft: &Draft, node: NodeId) -> bool {
    node <= draft.node || dom.subtree(node).filter_map(|n| dom.text(n)).map(text::chars).sum::<usize>() >= draft.chars
}

/// What a class says whatever its number, which may be that of this one page or paragraph: `post-1204`. One with letters after a
/// figure was made by a program, for this page alone as often as not, and says nothing: `css-3gdoze`.
fn unnumbered(class: &str) -> Option<&str> {
    let is_digit = |c: char| c.is_ascii_digit();
    Some(class.trim_end_matches(is_digit)).filter(|name| !name.is_empty() && !name.contains(is_digit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Numbering;
    use crate::extract::blocks::blocks;
    use crate::extract::dom::Document;

    fn places(html: &str) -> Vec<Place> {
        let document = Document::parse(html);
        let dom = document.dom();
        let numbers = Numbers::new(&dom);
        blocks(&dom).iter().map(|draft| place(&dom, &numbers, draft)).collect()
    }

    #[test]
    fn paragraphs_of_one_text_share_their_place_and_boxes_do_not() {
        let html = "<div class='text post-12'><p>One.<p>Two, <em>really</em>.<p><em>About the author.</em>\
            <div class=note><p>Three.</div></div>";
        let [one, two, author, note] = places(html)[..] else { panic!() };
        assert_eq!(one, two);
        assert!(one.path != author.path && one.path != note.path && author.path != note.path);
        assert_eq!(places(&html.replace("post-12", "post-1301"))[0], one);
        assert!(places(&html.replace("post-12", "box-12"))[0] != one);
        assert_eq!(places(&html.replace("post-12", "post css-3gdoze"))[0], places(&html.replace("post-12", "post"))[0]);
        assert!(one.path > 0 && one.path < 1 << 19);
    }

    #[test]
    fn what_stands_in_a_list_knows_its_item() {
        let html = "<p>Before.<ol><li><p>One.<p>More.<ul><li>Inner.</ul><li>Two.</ol>";
        let items: Vec<_> = places(html).into_iter().map(|place| place.item).collect();
        let [None, Some(one), Some(more), Some(inner), Some(two)] = items[..] else { panic!("{items:?}") };
        assert_eq!(one, more);
        assert!(one.id != two.id && one.list == two.list && inner.list != one.list);
        assert_eq!((one.depth, inner.depth, inner.mark), (1, 2, Mark::Bullet));
        let digits = |n| Mark::Number(n, Numbering::Digits);
        assert_eq!((one.mark, two.mark), (digits(1), digits(2)));
        let terms = places("<dl><dt>Toll<dd><p>A fee.<p>Or a tax.</dl><p>Text.");
        let marks: Vec<_> = terms.iter().map(|place| place.item.map(|item| item.mark)).collect();
        assert_eq!(marks, [Some(Mark::Term), Some(Mark::Definition), Some(Mark::Definition), None]);
    }

    #[test]
    fn rows_know_their_table_and_quotations_theirs() {
        let table = "<table><tr><td>a<td>b<tr><td>c<td>d</table>";
        let quote = "<blockquote><h3>One.</h3><blockquote><p>Two.</blockquote></blockquote>";
        let places = places(&format!("{table}{table}{quote}{quote}<p>x"));
        let wholes: Vec<u32> = places.iter().map(|place| place.table + place.quotation).collect();
        let groups: Vec<usize> = wholes.chunk_by(|a, b| a == b).map(|group| group.len()).collect();
        assert_eq!((groups, wholes.last()), (vec![2, 2, 2, 2, 1], Some(&0)), "{wholes:?}");
    }

    #[test]
    fn a_headline_that_is_a_link_stands_by_itself() {
        let is_teaser = |html: &str| places(html)[0].is_teaser;
        for teaser in [
            "<p>Further down the road: <a href=x>The last toll house</a></p>",
            "<div><span>Read on</span><a href=x>The last toll house</a><span>It took nine crowns a week.</span></div>",
            "<div><a href=x>The last toll house</a></div>",
        ] {
            assert!(is_teaser(teaser), "{teaser}");
        }
        for text in [
            "<p>According to <a href=x>the books of the commission</a> it took nine crowns.</p>",
            "<p><a href=x>The books of the commission</a> say that it took nine crowns.</p>",
            "<p>It took nine crowns, says <a href=x>the council of Verrin</a>.</p>",
            "<p>Source: <a href=x>Verrin</a></p>",
            "<figure><figcaption><a href=x>The last toll house</a></figcaption></figure>",
        ] {
            assert!(!is_teaser(text), "{text}");
        }
    }

    #[test]
    fn a_line_in_bold_is_a_label() {
        let label = |html: &str| places(html)[0].is_label;
        assert!(label("<p><b>What we know</b></p>"));
        assert!(!label("<p><b>What</b> we know</p>") && !label("<p><b><a href=x>What we know</a></b></p>"));
    }
}
