//! Small things in a line of text that are not words, a file a sort: references to notes, links that show only a sign, drop caps.

mod back;
mod drawn;
mod letters;
mod raised;
mod references;

use crate::extract::dom::{Dom, NodeId};

pub(crate) use back::is_sign;
pub(crate) use drawn::{drawn_emoji, is_icon_text};
pub(crate) use letters::{drawn_initial, is_cut_off, is_initial, is_label, is_word};
pub(crate) use raised::raised;
pub(crate) use references::{is_note_mark, note_of, reference, refers};

/// Marks with which a quotation begins.
pub(crate) const QUOTES: [char; 9] = ['"', '\'', '“', '”', '„', '‘', '‚', '«', '»'];

/// The longest number of a note.
const LONGEST_NUMBER: usize = 3;

/// The place on a page to which a link leads; saving tools make whole addresses of those on the page itself.
pub(crate) fn target<'a>(dom: &Dom<'a>, link: NodeId) -> Option<&'a str> {
    let href = dom.attr(link, "href")?;
    memchr::memchr(b'#', href.as_bytes()).map(|at| &href[at + 1..])
}

fn texts<'d, 'a>(dom: &'d Dom<'a>, node: NodeId) -> impl Iterator<Item = &'a str> + use<'d, 'a> {
    dom.subtree(node).filter_map(|n| dom.text(n))
}

#[cfg(test)]
mod tests {
    use super::super::blocks;
    use crate::extract::dom::Document;

    /// The texts of the blocks of a page.
    pub(super) fn texts(html: &str) -> Vec<String> {
        let document = Document::parse(html);
        let dom = document.dom();
        blocks(&dom).into_iter().map(|d| d.text).collect()
    }
}
