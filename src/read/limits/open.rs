//! What is open at a place of a page.

use super::elements::Element;
use super::{MAX_DEPTH, MAX_REOPENED, ReadError};

/// The elements that are open, and the formatting that the parser opens again.
#[derive(Default)]
pub(super) struct Open<'a> {
    elements: Vec<Element>,
    /// How many of each are open, by their numbers, so that an end tag without a start tag costs nothing.
    count: Vec<usize>,
    /// Formatting that is opened again in each block: its number, and the whole tag, each at most three times.
    formatting: Vec<(usize, &'a [u8])>,
    reopened: usize,
    /// Drawings and formulas that are open.
    drawings: usize,
    /// Only in drawings and formulas does `<path/>` open nothing; `<div/>` opens a div.
    pub(super) foreign: bool,
}

impl<'a> Open<'a> {
    /// Opens the element of a start tag.
    pub(super) fn start(&mut self, element: Element, tag: &'a [u8]) -> Result<(), ReadError> {
        if element.is.foreign {
            self.foreign = true;
        } else if element.is.breakout {
            self.foreign = false;
        }
        if self.foreign && tag.ends_with(b"/>") {
            return Ok(());
        }
        if element.is.closing_own {
            self.end(element);
        }
        self.reopen(element, tag)?;
        if element.is.leaf {
            return Ok(());
        }
        self.elements.push(element);
        if self.count.len() <= element.number {
            self.count.resize(element.number + 1, 0);
        }
        self.count[element.number] += 1;
        self.drawings += usize::from(element.is.foreign);
        if self.elements.len() > MAX_DEPTH {
            return Err(ReadError::TooDeep { depth: self.elements.len(), limit: MAX_DEPTH });
        }
        Ok(())
    }

    /// Formatting is remembered; any other element opens what is remembered again.
    fn reopen(&mut self, element: Element, tag: &'a [u8]) -> Result<(), ReadError> {
        const MOST_ALIKE: usize = 3;
        const MOST_FORMATTING: usize = 2000;
        if !element.is.formatting {
            self.reopened += self.formatting.len();
        } else if self.formatting.len() < MOST_FORMATTING {
            let alike = self.formatting.iter().filter(|(_, open)| *open == tag).count();
            if alike < MOST_ALIKE {
                self.formatting.push((element.number, tag));
            }
            self.reopened += alike;
        }
        if self.reopened > MAX_REOPENED || self.formatting.len() >= MOST_FORMATTING {
            return Err(ReadError::TooTangled);
        }
        Ok(())
    }

    /// Closes what an end tag of this element closes.
    pub(super) fn end(&mut self, element: Element) {
        if let Some(at) = self.formatting.iter().rposition(|(number, _)| *number == element.number) {
            self.formatting.remove(at);
        }
        if self.count.get(element.number).is_none_or(|&n| n == 0) {
            return;
        }
        let stops = |open: &Element| if element.is.special { open.is.boundary } else { open.is.special };
        let reach = self.elements.iter().rposition(|open| open.number == element.number || stops(open));
        if let Some(at) = reach.filter(|&at| self.elements[at].number == element.number) {
            for closed in self.elements.drain(at..) {
                self.count[closed.number] -= 1;
                self.drawings -= usize::from(closed.is.foreign);
            }
        }
        // A drawing in a formula ends, and the formula goes on.
        self.foreign &= !element.is.foreign || self.drawings > 0;
    }
}
