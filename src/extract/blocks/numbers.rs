//! The numbers of the items in numbered lists, as a browser counts them.

use std::collections::HashMap;

use crate::article::{Mark, Numbering};
use crate::extract::dom::{Dom, NodeId};

/// The values of the attribute `type`, and the words in a `style` that mean the same.
const NUMBERINGS: &[(&str, &str, Numbering)] = &[
    ("a", "lower-alpha", Numbering::LowerLetters),
    ("a", "lower-latin", Numbering::LowerLetters),
    ("A", "upper-alpha", Numbering::UpperLetters),
    ("A", "upper-latin", Numbering::UpperLetters),
    ("i", "lower-roman", Numbering::LowerRoman),
    ("I", "upper-roman", Numbering::UpperRoman),
];

/// The number of each item in a numbered list of a page.
#[derive(Debug, Default)]
pub(crate) struct Numbers(HashMap<NodeId, i32>);

impl Numbers {
    /// Those of all numbered lists of a page.
    pub(crate) fn new(dom: &Dom) -> Numbers {
        let mut numbers = HashMap::new();
        for list in dom.by_tag(0..dom.len(), "ol") {
            let items = items(dom, list);
            let is_reversed = dom.attr(list, "reversed").is_some();
            let step = if is_reversed { -1 } else { 1 };
            let first = if is_reversed { i32::try_from(items.len()).unwrap_or(i32::MAX) } else { 1 };
            let mut next = number(dom, list, "start").unwrap_or(first);
            for item in items {
                let value = number(dom, item, "value").unwrap_or(next);
                numbers.insert(item, value);
                next = value.saturating_add(step);
            }
        }
        Numbers(numbers)
    }

    /// What an item of a numbered list is marked with.
    pub(crate) fn of(&self, dom: &Dom, list: NodeId, item: NodeId) -> Mark {
        self.0.get(&item).map_or(Mark::Bullet, |number| Mark::Number(*number, numbering(dom, list)))
    }
}

/// The items of a list, without those of lists within it.
fn items(dom: &Dom, list: NodeId) -> Vec<NodeId> {
    let mut items = Vec::new();
    let mut node = list + 1;
    while node < dom.end(list) {
        let is_item = dom.tag(node) == "li";
        if is_item {
            items.push(node);
        }
        node = if is_item || dom.is(node, &["ol", "ul", "menu", "dl"]) { dom.end(node) } else { node + 1 };
    }
    items
}

/// The whole number that an attribute begins with, as browsers read it.
fn number(dom: &Dom, node: NodeId, attribute: &str) -> Option<i32> {
    let value = dom.attr(node, attribute)?.trim();
    let digits = value.strip_prefix(['-', '+']).unwrap_or(value);
    let length = value.len() - digits.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    value[..length].parse().ok()
}

fn numbering(dom: &Dom, list: NodeId) -> Numbering {
    let by_type = dom.attr(list, "type").map(str::trim).unwrap_or_default();
    /// It is asked for each item, and a style may be megabytes.
    const LONGEST: usize = 200;
    let style = dom.attr(list, "style").filter(|style| style.len() <= LONGEST).unwrap_or_default().to_ascii_lowercase();
    // A style sheet counts for more than the attribute.
    let row = NUMBERINGS.iter().find(|row| style.contains(row.1)).or(NUMBERINGS.iter().find(|row| by_type == row.0));
    row.map_or(Numbering::Digits, |row| row.2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::dom::Document;

    fn marks(html: &str) -> Vec<Mark> {
        let document = Document::parse(html);
        let dom = document.dom();
        let numbers = Numbers::new(&dom);
        let list_of = |item| dom.ancestors(item).find(|&n| dom.tag(n) == "ol");
        dom.by_tag(0..dom.len(), "li").filter_map(|item| Some(numbers.of(&dom, list_of(item)?, item))).collect()
    }

    fn counted(html: &str) -> Vec<i32> {
        let number = |mark| if let Mark::Number(number, _) = mark { number } else { panic!("{mark:?}") };
        marks(html).into_iter().map(number).collect()
    }

    #[test]
    fn items_are_counted_as_browsers_do() {
        assert_eq!(counted("<ol start=4><li>a<ol><li>i<li>j</ol><li>b<li value=9>c<li>d</ol>"), [4, 1, 2, 5, 9, 10]);
        assert_eq!(counted("<ol reversed><li>a<div><li>b</div><li>c</ol>"), [3, 2, 1]);
        assert_eq!(counted("<ol reversed start=' 2px'><li>a<li>b<li>c</ol>"), [2, 1, 0]);
        assert_eq!(
            counted("<ol start=x><li>a<li value='-'>b<li value=2147483647>c<li>d</ol>"),
            [1, 2, i32::MAX, i32::MAX]
        );
    }

    #[test]
    fn numbers_are_written_as_the_list_says() {
        let first = |attributes: &str| marks(&format!("<ol {attributes}><li>a</ol>"))[0];
        for (attributes, numbering) in [
            ("", Numbering::Digits),
            ("type=1", Numbering::Digits),
            ("type=a", Numbering::LowerLetters),
            ("type=A", Numbering::UpperLetters),
            ("type=I style='list-style: lower-alpha'", Numbering::LowerLetters),
            ("style='list-style-type:Upper-Roman'", Numbering::UpperRoman),
            ("type=i", Numbering::LowerRoman),
        ] {
            assert_eq!(first(attributes), Mark::Number(1, numbering), "{attributes}");
        }
    }
}
