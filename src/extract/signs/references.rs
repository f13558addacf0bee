//! References to notes: which they are, to which note they lead, and how they stand in the text. Those that are no links are in
//! [`raised`](mod@super::raised).

use super::super::dom::{Dom, NodeId};
use super::{LONGEST_NUMBER, target, texts};

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
/// of a pair with that to which it leads, be it raised by a style sheet only.
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
            ids.into_iter().flatten().any(|id| is_pair(id, target)).then_some(target)
        }
        _ => None,
    }
}

/// Whether two ids are those of a reference and its note, `fnref:3` and `fn:3`: they differ in all but their number.
fn is_pair(id: &str, other: &str) -> bool {
    let digits = |id| str::bytes(id).filter(u8::is_ascii_digit);
    id != other && digits(id).next().is_some() && digits(id).eq(digits(other))
}

/// Whether an element refers to a note of the page, be its mark a number in brackets that the page itself shows, as Word writes
/// them. Those that are raised too are left to the weighing: under an encyclopedia's article they are its sources.
pub(crate) fn refers(dom: &Dom, node: NodeId) -> bool {
    const BRACKETS: [char; 4] = ['[', ']', '(', ')'];
    /// The longest Roman number of a note, such as `xxviii`.
    const LONGEST: usize = 6;
    if number(dom, node).is_some() {
        return true;
    }
    let is_mark = |text: &str| {
        let mark = text.trim_matches(BRACKETS);
        let is_roman = || mark.bytes().all(|b| matches!(b, b'i' | b'v' | b'x' | b'l'));
        let is_number = || mark.len() <= LONGEST_NUMBER && mark.bytes().all(|b| b.is_ascii_digit());
        !mark.is_empty() && mark.len() <= LONGEST && mark.len() + 2 == text.len() && (is_number() || is_roman())
    };
    let mut shown = texts(dom, node).map(str::trim).filter(|text| !text.is_empty());
    dom.tag(node) == "a"
        && dom.tag(dom.parent(node)) != "sup"
        && shown.next().is_some_and(is_mark)
        && shown.next().is_none()
}

/// The number that is all an element shows, if it is one of a note: the longest has three digits. Brackets around it, which
/// it has from the page, are not given.
fn number<'a>(dom: &Dom<'a>, node: NodeId) -> Option<&'a str> {
    let mut shown = texts(dom, node).map(str::trim).filter(|text| !text.is_empty());
    let number = shown.next()?;
    let is_number = number.len() <= LONGEST_NUMBER && number.bytes().all(|b| b.is_ascii_digit());
    (is_number && shown.next().is_none()).then_some(number)
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
}
