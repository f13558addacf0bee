//! Where lines, cells and items end within a block.

use super::Walk;
use super::tables;
use crate::extract::dom::NodeId;
use crate::extract::text;

impl Walk<'_, '_> {
    /// Blocks inside text that is kept as it stands are its lines.
    pub(super) fn next_line(&mut self) {
        if self.row_end != 0 {
            text::push_collapsed(&mut self.run.text, " ");
            return;
        }
        if self.pre_end == 0 {
            text::trim_end(&mut self.run.text);
        }
        if !self.run.text.is_empty() && !self.run.text.ends_with('\n') {
            self.run.text.push('\n');
        }
    }

    /// One `<br>` breaks the line, two part paragraphs.
    pub(super) fn line_break(&mut self) {
        if self.pre_end != 0 {
            self.run.text.push('\n');
        } else if self.run.text.trim_end_matches(' ').ends_with('\n') && self.row_end == 0 {
            self.flush();
        } else if !self.run.text.is_empty() {
            text::trim_end(&mut self.run.text);
            self.run.text.push(if self.row_end == 0 { '\n' } else { ' ' });
        }
    }

    /// Before every column but the first stands a bar, so that an empty one keeps its place.
    pub(super) fn next_cell(&mut self, node: NodeId) {
        self.end_cell();
        for _ in 0..self.columns.step(self.dom, node) {
            text::trim_end(&mut self.run.text);
            self.run.text.push_str(if self.run.text.is_empty() { "| " } else { " | " });
        }
        self.cell = self.run.text.len();
        (self.run.after_initial, self.run.after_gap) = (false, false);
    }

    /// The items of a list within a cell, which has no lines, are told apart by semicolons.
    pub(super) fn next_item(&mut self, node: NodeId) {
        let list = self.dom.parent(node);
        let goes_on = std::mem::replace(&mut self.list, list) == list;
        text::trim_end(&mut self.run.text);
        if goes_on && self.run.text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | ']' | '"' | '”' | '%'))
        {
            self.run.text.push(';');
        }
        text::push_collapsed(&mut self.run.text, " ");
    }

    pub(super) fn end_cell(&mut self) {
        text::trim_end(&mut self.run.text);
        if let Some(cell) = self.run.text.get(self.cell..).filter(|cell| cell.contains('|')) {
            let cell = tables::glued(cell.trim_start());
            self.run.text.truncate(self.cell);
            self.run.text.push_str(&cell);
        }
    }
}
