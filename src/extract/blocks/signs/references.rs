//! References to notes: which they are, to which note they lead, and how they stand in the text. Those that are no links are in
//! [`raised`](mod@super::raised).

use super::{LONGEST_NUMBER, target, texts};
use crate::extract::dom::{Dom, NodeId};

/// Brackets around the mark of a note.
const BRACKETS: [char; 4] = ['[', ']', '(', ')'];

/// The link back to a reference stands at the head of its note, no more nodes into it than this.
const MOST_HEAD: usize = 32;

/// The reference to a note, in brackets: raised as the page shows it, its number would be part of the word before it.
///
/// A raised number that is no link may be a power.
pub(crate) fn reference(dom: &Dom, node: NodeId) -> Option<String> {
    // Few links show a number, and to look at their text takes less than to look up their attributes.
    let number = dom.is(node, &["a", "sup"]).then(|| number(dom, node)).flatten()?;
    note_of(dom, node)?;
    Some(format!("[{number}]"))
}

/// The id of the note to which an element refers: a raised number by a link in it or around it, and a link whose own id is one
/// of a pair with that to which it leads, or to which a link leads back from there, be it raised by a style sheet only.
pub(crate) fn note_of<'a>(dom: &Dom<'a>, node: NodeId) -> Option<&'a str> {
    match dom.tag(node) {
        "sup" => {
            let mut links = dom.by_tag(dom.subtree(node), "a").chain([dom.parent(node)]).filter(|&n| dom.tag(n) == "a");
            links.find_map(|link| target(dom, link))
        }
        "a" => {
            let target = target(dom, node)?;
            let around = dom.parent(node);
            let ids = [dom.attr(node, "id"), dom.attr(node, "name"), dom.attr(around, "id")];
            let is_reference = |id: &str| is_pair(id, target) || leads_back(dom, target, id);
            ids.into_iter().flatten().any(is_reference).then_some(target)
        }
        _ => None,
    }
}

/// Whether two ids are those of a reference and its note, `fnref:3` and `fn:3`: they differ in all but their number.
fn is_pair(id: &str, other: &str) -> bool {
    let digits = |id| str::bytes(id).filter(u8::is_ascii_digit);
    id != other && digits(id).next().is_some() && digits(id).eq(digits(other))
}

/// Whether a link leads from the head of the note with one id back to the reference with another.
fn leads_back(dom: &Dom, note: &str, reference: &str) -> bool {
    let note = dom.by_id(note).filter(|_| note != reference);
    let head = note.map(|note| note..dom.end(note).min(note + MOST_HEAD));
    head.is_some_and(|head| dom.by_tag(head, "a").any(|link| target(dom, link) == Some(reference)))
}

/// Whether an element refers to a note of the page, be its mark in brackets that the page itself shows, as Word writes numbers
/// and Docutils the names of works, `[Lee05]`. Those that are raised too are left to the weighing: under an encyclopedia's
/// article they are its sources.
pub(crate) fn refers(dom: &Dom, node: NodeId) -> bool {
    /// Brackets, each a text of its own, and the mark between them.
    const MOST_TEXTS: usize = 3;
    const LONGEST: usize = 16;
    if number(dom, node).is_some() {
        return true;
    }
    if dom.tag(node) != "a" || dom.tag(dom.parent(node)) == "sup" {
        return false;
    }
    let mut shown = texts(dom, node).map(str::trim).filter(|text| !text.is_empty());
    let text: String = shown.by_ref().take(MOST_TEXTS).take_while(|text| text.len() <= LONGEST).collect();
    let mark = text.trim_matches(BRACKETS);
    let leads_back = || {
        let ids = [dom.attr(node, "id"), dom.attr(dom.parent(node), "id")];
        target(dom, node).is_some_and(|note| ids.into_iter().flatten().any(|id| leads_back(dom, note, id)))
    };
    mark.len() + 2 == text.len()
        && mark.len() <= LONGEST
        && shown.next().is_none()
        && (is_number(mark) || is_roman(mark) || (!mark.contains(char::is_whitespace) && leads_back()))
}

/// Whether a text is the mark of a note and nothing else, `[3]`.
pub(crate) fn is_note_mark(text: &str) -> bool {
    let text = text.trim_ascii();
    text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).is_some_and(is_number)
}

fn is_number(mark: &str) -> bool {
    (1..=LONGEST_NUMBER).contains(&mark.len()) && mark.bytes().all(|b| b.is_ascii_digit())
}

fn is_roman(mark: &str) -> bool {
    /// That of `xxviii`.
    const LONGEST: usize = 6;
    (1..=LONGEST).contains(&mark.len()) && mark.bytes().all(|b| matches!(b, b'i' | b'v' | b'x' | b'l'))
}

/// The number that is all an element shows, if it is one of a note: the longest has three digits. Brackets around it, which
/// it has from the page, are not given.
fn number<'a>(dom: &Dom<'a>, node: NodeId) -> Option<&'a str> {
    let mut shown = texts(dom, node).map(str::trim).filter(|text| !text.is_empty());
    let number = shown.next()?;
    (is_number(number) && shown.next().is_none()).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::super::tests::texts;

    #[test]
    fn references_to_notes_stand_in_brackets() {
        let html = "<p>The levy<sup><a href='#fn1'>1</a></sup> rose<a href='https://a.example/p#n'><sup> 12 </sup></a>.\
            <p>The <a href='#c'><sup>[3]</sup></a> 10<sup>6</sup> m<sup>2</sup>, 1<sup><a href='#x'>st</a></sup>.";
        assert_eq!(texts(html), ["The levy[1] rose[12].", "The [3] 10⁶ m2, 1st."]);
    }

    #[test]
    fn a_link_whose_id_pairs_with_that_of_a_note_is_a_reference() {
        let html = "<p>In 2019<a id=footnote-anchor-2 href='#footnote-2'>2</a> it rose <a id=top href='#n5'>5</a>%.\
            <div><a id=footnote-2 href='#footnote-anchor-2'>2</a><div><p>See the bill.</p></div></div><p>Page <a href='#p2'>2</a>";
        assert_eq!(texts(html), ["In 2019[2] it rose 5%.", "[2] See the bill.", "Page 2"]);
    }

    #[test]
    fn a_link_to_a_note_that_links_back_is_a_reference_whatever_the_ids() {
        let note = |back: &str| format!("<div id=id4><span>[<a href='#{back}'>1</a>]</span><p>See the bill.</p></div>");
        let text = "<p>It rose<a id=id1 href='#id4'>1</a>.</p>";
        assert_eq!(texts(&format!("{text}{}", note("id1"))), ["It rose[1].", "[1] See the bill."]);
        assert_eq!(texts(&format!("{text}{}", note("top"))), ["It rose1.", "[1] See the bill."]);
        // As the numbers of lines of code do.
        assert_eq!(texts("<p>Line <b id=l1><a href='#l1'>1</a></b>."), ["Line 1."]);
    }
}
