//! Where the blocks of lists are written: how far in, and after which mark.

use std::collections::HashMap;

use crate::article::{Block, BlockKind, Item};

/// The lists that are open as an article is written from start to end.
#[derive(Debug, Default)]
pub(super) struct Lists {
    open: Vec<Open>,
    /// The last number written in each list: a list that something interrupts goes on counting.
    numbers: HashMap<u32, usize>,
}

#[derive(Debug)]
struct Open {
    list: u32,
    item: u32,
    /// Columns before the text of its item.
    text_at: usize,
}

/// How a block of a list is written.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Position {
    /// Columns before the mark, or before the text where there is none.
    pub(super) indent: usize,
    /// `- ` or `3. `; nothing for what goes on in an item.
    pub(super) mark: Option<String>,
}

impl Lists {
    /// The position of the next block, or nothing if it stands in no list.
    pub(super) fn position(&mut self, block: &Block) -> Option<Position> {
        let Some(item) = block.place.item else {
            self.open.clear();
            let is_item = block.kind == BlockKind::ListItem;
            return is_item.then(|| Position { indent: 0, mark: Some("- ".to_owned()) });
        };
        match self.open.iter().position(|open| open.list == item.list) {
            Some(at) => self.open.truncate(at + 1),
            None if item.depth == 1 => self.open.clear(),
            None => {}
        }
        let goes_on = self.open.last().filter(|open| open.list == item.list && open.item == item.id);
        if let Some(open) = goes_on {
            return Some(Position { indent: open.text_at, mark: None });
        }
        self.open.pop_if(|open| open.list == item.list);
        let indent = self.open.last().map_or(0, |open| open.text_at);
        let mark = self.mark(item);
        self.open.push(Open { list: item.list, item: item.id, text_at: indent + mark.len() });
        Some(Position { indent, mark: Some(mark) })
    }

    fn mark(&mut self, item: Item) -> String {
        if !item.is_numbered {
            return "- ".to_owned();
        }
        let number = self.numbers.entry(item.list).or_default();
        *number += 1;
        format!("{number}. ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Place;

    fn block(item: Option<(u32, u32, u8, bool)>) -> Block {
        let item = item.map(|(list, id, depth, is_numbered)| Item { id, list, depth, is_numbered });
        let place = Place { item, ..Place::default() };
        Block { kind: BlockKind::ListItem, text: "x".to_owned(), anchor: None, place }
    }

    #[test]
    fn items_stand_below_the_text_of_theirs_and_go_on_counting() {
        let mut lists = Lists::default();
        let mut next = |item| {
            let Position { indent, mark } = lists.position(&block(item)).unwrap();
            (indent, mark.unwrap_or_default())
        };
        assert_eq!(next(Some((1, 2, 1, true))), (0, "1. ".to_owned()));
        assert_eq!(next(Some((1, 2, 1, true))), (3, String::new()));
        assert_eq!(next(Some((3, 4, 2, false))), (3, "- ".to_owned()));
        assert_eq!(next(Some((3, 5, 2, false))), (3, "- ".to_owned()));
        assert_eq!(next(Some((1, 2, 1, true))), (3, String::new()));
        assert_eq!(next(Some((1, 6, 1, true))), (0, "2. ".to_owned()));
        assert_eq!(next(None), (0, "- ".to_owned()));
        assert_eq!(next(Some((1, 7, 1, true))), (0, "3. ".to_owned()));
        assert_eq!(next(Some((8, 9, 2, true))), (3, "1. ".to_owned()));
        assert_eq!(next(Some((10, 11, 1, false))), (0, "- ".to_owned()));
    }

    #[test]
    fn a_list_whose_outer_item_is_not_there_stands_alone() {
        let mut lists = Lists::default();
        assert_eq!(lists.position(&block(Some((3, 4, 2, false)))).unwrap().indent, 0);
        let paragraph = Block { kind: BlockKind::Paragraph, ..block(None) };
        assert_eq!(lists.position(&paragraph), None);
    }
}
