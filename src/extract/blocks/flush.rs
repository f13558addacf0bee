//! From a run of text to a block.

use super::wrapped::is_wrapped;
use super::{Draft, Run, Walk, inline};
use super::{signs, tables};
use crate::article::BlockKind;
use crate::extract::text;

impl Walk<'_, '_> {
    /// Ends the run, and adds the block that it makes.
    pub(super) fn flush(&mut self) {
        if self.row_end != 0 {
            return;
        }
        if self.frames.last().is_some_and(|frame| frame.kind == BlockKind::TableRow) {
            self.end_cell();
            self.cell = 0;
        }
        // Most runs are the white space between elements.
        if self.run.chars > 0 {
            self.quotes.clear();
            let run = std::mem::take(&mut self.run);
            self.add_draft(&run);
            self.run.text = run.text;
        }
        // The next run is written where this one was.
        self.run = Run { text: std::mem::take(&mut self.run.text), ..Run::default() };
        self.run.text.clear();
    }

    /// Adds the block that a run makes, if it shows anything. Not a part of [`flush`](Self::flush), which has most often nothing
    /// to do and is to be quick then.
    #[inline(never)]
    fn add_draft(&mut self, run: &Run) {
        let Some(frame) = self.frames.last() else { return };
        let text = match frame.kind {
            BlockKind::Preformatted => run.text.trim_matches('\n').trim_end(),
            BlockKind::TableRow => tables::trim_row(&run.text),
            _ => run.text.trim(),
        };
        if !text.contains(text::is_letter) || (frame.kind == BlockKind::Preformatted && inline::are_line_numbers(text))
        {
            return;
        }
        let words = text::words(text);
        let mut kind = frame.kind;
        if is_bold_heading(run, text, words, kind) {
            kind = BlockKind::Heading(4);
        }
        let &Run { start, chars, linked, bold, is_joined, .. } = run;
        let (mut text, node, mut end) = (text.to_owned(), frame.node, if is_joined { start } else { self.at });
        match kind {
            // A heading is one line, wherever the page breaks it.
            BlockKind::Heading(_) if text.contains('\n') => text = text.replace('\n', " "),
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quote if is_wrapped(&text) => {
                text = text.replace('\n', " ");
            }
            _ if self.is_cut_off(kind, &text, words) => {
                let letter = self.done.pop().map(|draft| draft.text).unwrap_or_default();
                text.insert_str(0, &letter);
                end = start;
            }
            _ => {}
        }
        self.done.push(Draft { kind, text, node, start, end, chars, linked, bold, words });
    }

    /// Whether the block before is the first letter of a text.
    pub(super) fn is_cut_off(&self, kind: BlockKind, text: &str, words: usize) -> bool {
        kind == BlockKind::Paragraph && signs::is_cut_off(self.done.last(), text, words)
    }
}

/// A short paragraph all in bold that is no sentence: 11 % of articles write their headings so.
fn is_bold_heading(run: &Run, text: &str, words: usize, kind: BlockKind) -> bool {
    kind == BlockKind::Paragraph
        && run.bold == run.chars
        && run.linked == 0
        && (2..=15).contains(&words)
        && !text.contains('\n')
        && (!text::ends_sentence(text) || text.ends_with('?'))
}
