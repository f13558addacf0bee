//! A block as it is cut out of the page.

use crate::article::BlockKind;
use crate::extract::dom::NodeId;
use crate::extract::text;

/// A run of text between two block boundaries, with what the choice of content needs to know about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Draft {
    pub(crate) kind: BlockKind,
    pub(crate) text: String,
    /// The nearest block-level element around the run.
    pub(crate) node: NodeId,
    /// The node of its first text, and the one before which it ends: `start` where it was put together of two.
    pub(crate) start: NodeId,
    pub(crate) end: NodeId,
    /// Characters other than white space, in all, within links, and in bold.
    pub(crate) chars: usize,
    pub(crate) linked: usize,
    pub(crate) bold: usize,
    pub(crate) words: usize,
}

impl Draft {
    /// A block of a page without markup.
    pub(crate) fn unlinked(kind: BlockKind, text: String) -> Draft {
        let chars = text::chars(&text);
        Draft { kind, words: text::words(&text), chars, linked: 0, bold: 0, node: 0, start: 0, end: 0, text }
    }

    /// The share of the text that is links, 0 to 1.
    pub(crate) fn link_density(&self) -> f32 {
        self.linked as f32 / self.chars.max(1) as f32
    }

    /// Whether it is a link and hardly anything else.
    pub(crate) fn is_link(&self) -> bool {
        self.link_density() > 0.8
    }

    pub(crate) fn is_heading(&self) -> bool {
        matches!(self.kind, BlockKind::Heading(_))
    }

    /// Running text, as against labels, menus and captions: long enough, hardly linked, and a sentence or a long run.
    pub(crate) fn is_prose(&self) -> bool {
        let wordy = self.words >= 25 || (self.words >= 7 && text::ends_sentence(&self.text));
        !self.is_heading() && wordy && self.link_density() < 0.5
    }

    /// Running text that ends in a colon: the list below it goes on with it.
    pub(crate) fn announces(&self) -> bool {
        self.text.ends_with([':', '：']) && self.is_prose()
    }
}
