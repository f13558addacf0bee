//! What the walk over a page does where it comes to an element or a text.

use super::{Frame, Role, Walk, apart, inline};
use super::{signs, tables};
use crate::article::BlockKind;
use crate::extract::dom::NodeId;
use crate::extract::text;

impl Walk<'_, '_> {
    pub(super) fn enter(&mut self, node: NodeId, role: Role) {
        if let Some(text) = self.dom.text(node) {
            return self.add_text(node, text);
        }
        let end = self.dom.end(node);
        match role {
            Role::NoElement => {}
            Role::Break => self.line_break(),
            Role::Image => self.add_initial(node),
            Role::Link | Role::Bold => self.note_end(node, role),
            Role::Quote => self.open_quote(node),
            Role::Span if inline::is_line(self.dom, node) => {
                self.next_line();
                self.note_end(node, role);
            }
            Role::Span if node < self.pre_end && inline::is_line_of_code(self.dom, node) => {
                self.next_line();
                self.line_end = if inline::breaks_line(self.dom, end) { 0 } else { end };
            }
            Role::Button if self.run.chars > 0 && inline::goes_on_after(self.dom, node) => {}
            Role::Cell if node < self.row_end => self.next_cell(node),
            Role::Span | Role::Icon | Role::Raised | Role::Inline => {}
            Role::Item if node < self.row_end => self.next_item(node),
            _ if node < self.row_end || node < self.heading_end => {
                text::push_collapsed(&mut self.run.text, " ");
            }
            _ if node < self.pre_end => self.next_line(),
            _ => {
                if self.run.is_mark || signs::is_note_mark(&self.run.text) {
                    text::push_collapsed(&mut self.run.text, " ");
                    self.run.is_joined = true;
                } else {
                    self.flush();
                }
                let kind = self.kind_of(node, role);
                match kind {
                    BlockKind::TableRow => {
                        self.row_end = end;
                        self.columns.begin(self.dom, node);
                    }
                    BlockKind::Preformatted => self.pre_end = end,
                    BlockKind::Heading(_) if inline::is_set_in_lines(self.dom, node) => self.heading_end = end,
                    _ => {}
                }
                self.frames.push(Frame { node, end, kind });
            }
        }
    }

    fn kind_of(&self, node: NodeId, role: Role) -> BlockKind {
        let is_data = || tables::is_data_row(self.dom, node) && !inline::holds_code(self.dom, node);
        match role {
            Role::Heading(level) => BlockKind::Heading(level),
            Role::Item | Role::Term => BlockKind::ListItem,
            Role::Citation => BlockKind::Quote,
            Role::Caption => BlockKind::Caption,
            Role::Preformatted => BlockKind::Preformatted,
            Role::Row if is_data() => BlockKind::TableRow,
            Role::Cell | Role::Part | Role::Block if inline::is_code(self.dom, &self.highlighted, node) => {
                BlockKind::Preformatted
            }
            Role::Row | Role::Cell | Role::Part => BlockKind::Paragraph,
            _ => self.frames.last().map_or(BlockKind::Paragraph, |frame| frame.kind),
        }
    }

    pub(super) fn add_text(&mut self, node: NodeId, text: &str) {
        // Two of three texts are the white space between elements.
        if self.run.text.is_empty() && node >= self.pre_end && text.trim_ascii_start().is_empty() {
            self.run.after_gap = false;
            return;
        }
        let chars = if node < self.pre_end {
            self.add_code(text);
            text::chars(text)
        } else {
            let text = if self.run.after_initial { self.after_initial(text) } else { text };
            self.run.after_initial &= text.is_empty();
            if self.run.after_gap {
                self.close_gap(text);
            }
            let is_labelled = signs::is_label(&self.run.text) && text.starts_with(char::is_alphabetic);
            if is_labelled || apart::are_set_apart(self.dom, self.run.last, node, &self.run.text, text) {
                self.run.text.push(' ');
            }
            text::push_collapsed(&mut self.run.text, text)
        };
        if chars == 1 && signs::is_initial(self.dom, node) {
            self.run.after_initial = true;
        }
        self.run.is_mark &= chars == 0;
        if self.run.chars == 0 {
            self.run.start = node;
        }
        self.run.last = node;
        self.run.chars += chars;
        self.run.linked += if node < self.link_end { chars } else { 0 };
        self.run.bold += if node < self.bold_end { chars } else { 0 };
    }

    /// Adds text that is kept as it stands. Where no `<pre>` holds it, the white space between its lines is the page's; spaces
    /// that do not break are how code is set in.
    fn add_code(&mut self, text: &str) {
        let is_layout = || self.frames.last().is_some_and(|frame| self.dom.tag(frame.node) != "pre");
        if text.contains('\n') && text.trim_ascii().is_empty() && is_layout() {
            return;
        }
        let plain = text.chars().filter(|&c| !text::is_invisible(c)).map(|c| if c == '\u{A0}' { ' ' } else { c });
        self.run.text.extend(plain);
    }
}
