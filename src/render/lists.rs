//! Where the blocks of lists are written: how far in, and after which mark.

use super::numbering::written;
use crate::article::{Block, BlockKind, Item, Mark};

/// Markdown reads numbers of up to nine digits.
const MOST_IN_MARKDOWN: i32 = 999_999_999;

/// The lists that are open as an article is written from start to end.
#[derive(Debug)]
pub(super) struct Lists {
    dialect: Dialect,
    open: Vec<Open>,
    /// The list written last at each depth, as long as nothing but lists has come after it.
    last: Vec<Last>,
}

/// For whom lists are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// For people, who see each mark as it is.
    Text,
    /// For programs too, which take items that follow each other under like marks for one list, and count its numbers on
    /// from the first.
    Markdown,
}

#[derive(Debug)]
struct Open {
    list: u32,
    item: u32,
    depth: u8,
    /// Columns before the text of its item.
    text_at: usize,
    /// Whether its item is a term, and whether nothing has come after that.
    term: Option<Explained>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Explained {
    NotYet,
    Already,
}

#[derive(Debug)]
struct Last {
    list: u32,
    /// The number after the last one written; none where there are no numbers.
    next: Option<i32>,
    /// Whether it has the other one of two marks.
    is_other: bool,
}

/// How a block of a list is written.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Position {
    /// Columns before the mark, or before the text where there is none.
    pub(super) indent: usize,
    /// `- ` or `3. `; nothing for what goes on in an item.
    pub(super) mark: Option<String>,
    /// Whether a blank line stands before it, where it is not as with any block of its kind.
    pub(super) is_apart: Option<bool>,
}

impl Lists {
    pub(super) fn new(dialect: Dialect) -> Lists {
        Lists { dialect, open: Vec::new(), last: Vec::new() }
    }

    /// Ends the lists: what comes next stands in none.
    pub(super) fn close(&mut self) {
        self.open.clear();
        self.last.clear();
    }

    /// The position of the next block, or nothing if it stands in no list.
    pub(super) fn position(&mut self, block: &Block) -> Option<Position> {
        let Some(item) = block.place.item else {
            if block.kind != BlockKind::ListItem {
                self.close();
                return None;
            }
            self.open.clear();
            let mark = Some(self.mark(0, Mark::Bullet));
            return Some(Position { mark, ..Position::default() });
        };
        match self.open.iter().position(|open| open.list == item.list) {
            Some(at) => self.open.truncate(at + 1),
            None => while self.open.pop_if(|open| open.depth >= item.depth).is_some() {},
        }
        if let Some(position) = self.goes_on(item) {
            self.last.truncate(self.open.len());
            return Some(position);
        }
        self.open.pop_if(|open| open.list == item.list);
        let indent = self.open.last().map_or(0, |open| open.text_at);
        let is_first = !self.open.is_empty() && self.last.len() <= self.open.len();
        let mark = self.mark(item.list, item.mark);
        // A term has no mark in text, and what explains it stands further in.
        let text_at = indent + if mark.is_empty() { 2 } else { mark.len() };
        let term = (item.mark == Mark::Term).then_some(Explained::NotYet);
        self.open.push(Open { list: item.list, item: item.id, depth: item.depth, text_at, term });
        // Within an item, a line that begins with another number than 1 is taken for text.
        let is_text = is_first && matches!(item.mark, Mark::Number(number, _) if number != 1);
        let is_apart = (is_text && self.dialect == Dialect::Markdown).then_some(true);
        Some(Position { indent, mark: Some(mark), is_apart })
    }

    /// The position of what goes on in the item before it, or explains that.
    fn goes_on(&mut self, item: Item) -> Option<Position> {
        let open = self.open.last_mut().filter(|open| open.list == item.list)?;
        let explains = open.term.filter(|_| item.mark == Mark::Definition);
        if open.item != item.id && explains.is_none() {
            return None;
        }
        open.term = open.term.map(|_| Explained::Already);
        let is_below = self.dialect == Dialect::Text && explains == Some(Explained::NotYet);
        Some(Position { indent: open.text_at, mark: None, is_apart: is_below.then_some(false) })
    }

    /// The mark of the next item of a list, at the depth to which lists are open.
    fn mark(&mut self, list: u32, mark: Mark) -> String {
        let depth = self.open.len();
        let number = if let Mark::Number(number, _) = mark { Some(number) } else { None };
        let is_other = self.last.get(depth).is_some_and(|last| {
            let goes_on = last.list == list && last.next == number;
            let is_alike = last.next.is_some() == number.is_some();
            if goes_on { last.is_other } else { is_alike && !last.is_other }
        });
        self.last.truncate(depth);
        self.last.push(Last { list, next: number.map(|number| number.saturating_add(1)), is_other });
        match (self.dialect, mark) {
            (Dialect::Text, Mark::Number(number, numbering)) => format!("{}. ", written(number, numbering)),
            (Dialect::Text, Mark::Term) => String::new(),
            (Dialect::Text, _) => "- ".to_owned(),
            (Dialect::Markdown, Mark::Number(number, _)) => {
                format!("{}{} ", number.clamp(0, MOST_IN_MARKDOWN), if is_other { ')' } else { '.' })
            }
            (Dialect::Markdown, _) => if is_other { "* " } else { "- " }.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Numbering, Place};

    const BULLET: Mark = Mark::Bullet;

    const fn number(number: i32) -> Mark {
        Mark::Number(number, Numbering::Digits)
    }

    fn block(item: Option<(u32, u32, u8, Mark)>) -> Block {
        let item = item.map(|(list, id, depth, mark)| Item { id, list, depth, mark });
        let place = Place { item, ..Place::default() };
        Block { kind: BlockKind::ListItem, text: "x".to_owned(), anchor: None, place }
    }

    /// Columns and mark of each item, in a dialect.
    fn marks(dialect: Dialect, items: &[(u32, u32, u8, Mark)]) -> Vec<(usize, String)> {
        let mut lists = Lists::new(dialect);
        let position = |item: &(u32, u32, u8, Mark)| lists.position(&block(Some(*item))).unwrap();
        items.iter().map(position).map(|at| (at.indent, at.mark.unwrap_or_default())).collect()
    }

    #[test]
    fn items_stand_below_the_text_of_theirs() {
        let mut lists = Lists::new(Dialect::Text);
        let mut next = |item| {
            let Position { indent, mark, .. } = lists.position(&block(item)).unwrap();
            (indent, mark.unwrap_or_default())
        };
        assert_eq!(next(Some((1, 2, 1, number(1)))), (0, "1. ".to_owned()));
        assert_eq!(next(Some((1, 2, 1, number(1)))), (3, String::new()));
        assert_eq!(next(Some((3, 4, 2, BULLET))), (3, "- ".to_owned()));
        assert_eq!(next(Some((3, 5, 2, BULLET))), (3, "- ".to_owned()));
        assert_eq!(next(Some((1, 2, 1, number(1)))), (3, String::new()));
        assert_eq!(next(Some((1, 6, 1, number(2)))), (0, "2. ".to_owned()));
        assert_eq!(next(None), (0, "- ".to_owned()));
        assert_eq!(next(Some((1, 7, 1, Mark::Number(3, Numbering::UpperRoman)))), (0, "III. ".to_owned()));
        assert_eq!(next(Some((8, 9, 2, number(1)))), (5, "1. ".to_owned()));
        assert_eq!(next(Some((10, 11, 2, BULLET))), (5, "- ".to_owned()));
        assert_eq!(next(Some((12, 13, 1, BULLET))), (0, "- ".to_owned()));
    }

    #[test]
    fn a_list_whose_outer_item_is_not_there_stands_alone() {
        let mut lists = Lists::new(Dialect::Text);
        assert_eq!(lists.position(&block(Some((3, 4, 2, BULLET)))).unwrap().indent, 0);
        let paragraph = Block { kind: BlockKind::Paragraph, ..block(None) };
        assert_eq!(lists.position(&paragraph), None);
    }

    #[test]
    fn in_markdown_lists_that_follow_each_other_have_other_marks_and_so_have_numbers_that_jump() {
        let marks = |items: &[(u32, u32, u8, Mark)]| -> Vec<String> {
            super::tests::marks(Dialect::Markdown, items).into_iter().map(|(_, mark)| mark).collect()
        };
        let of = |list, id, mark| (list, id, 1, mark);
        assert_eq!(
            marks(&[of(1, 2, number(4)), of(1, 3, number(5)), of(1, 4, number(9)), of(5, 6, number(1))]),
            ["4. ", "5. ", "9) ", "1. "]
        );
        assert_eq!(marks(&[of(1, 2, BULLET), of(1, 3, BULLET), of(4, 5, BULLET)]), ["- ", "- ", "* "]);
        assert_eq!(marks(&[of(1, 2, BULLET), of(3, 4, number(-7)), of(5, 6, BULLET)]), ["- ", "0. ", "- "]);
        // One list within an item follows another; those of two items do not follow each other.
        assert_eq!(
            marks(&[of(1, 2, BULLET), (3, 4, 2, BULLET), (5, 6, 2, BULLET), of(1, 7, BULLET), (8, 9, 2, BULLET)]),
            ["- ", "- ", "* ", "- ", "- "]
        );
    }

    #[test]
    fn in_markdown_a_list_within_an_item_that_begins_late_stands_apart() {
        let mut lists = Lists::new(Dialect::Markdown);
        let mut apart = |item| lists.position(&block(Some(item))).unwrap().is_apart;
        assert_eq!(apart((1, 2, 1, number(4))), None);
        assert_eq!(apart((3, 4, 2, number(2))), Some(true));
        assert_eq!(apart((3, 5, 2, number(3))), None);
        assert_eq!(apart((1, 6, 1, number(5))), None);
        assert_eq!(apart((7, 8, 2, number(1))), None);
    }

    #[test]
    fn definitions_stand_below_their_terms() {
        let list =
            [(1, 2, 1, Mark::Term), (1, 3, 1, Mark::Definition), (1, 4, 1, Mark::Definition), (1, 5, 1, Mark::Term)];
        let none = String::new;
        assert_eq!(marks(Dialect::Text, &list), [(0, none()), (2, none()), (2, none()), (0, none())]);
        let dash = || "- ".to_owned();
        assert_eq!(marks(Dialect::Markdown, &list), [(0, dash()), (2, none()), (2, none()), (0, dash())]);
        assert_eq!(marks(Dialect::Text, &list[1..3]), [(0, dash()), (0, dash())]);
    }
}
