//! What elements are to the walk over a page, by their tags.

use crate::extract::dom::shown::Shown;

/// What the walk does at an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A text, or nothing that is shown.
    NoElement,
    Break,
    Image,
    Link,
    Bold,
    Quote,
    Span,
    /// It may be an icon.
    Icon,
    /// It may be the mark of a note.
    Raised,
    Button,
    Cell,
    /// Another that runs on within a line.
    Inline,
    Item,
    /// A term of a list, or what is said of it.
    Term,
    Heading(u8),
    Citation,
    Caption,
    Preformatted,
    Row,
    /// A part of a page, whatever it stands in.
    Part,
    /// Another that parts the text, and is a part of what it stands in.
    Block,
}

impl Role {
    pub(super) fn of(tag: &str) -> Role {
        match tag {
            "" => Role::NoElement,
            "br" => Role::Break,
            "img" => Role::Image,
            "a" => Role::Link,
            "b" | "strong" => Role::Bold,
            "q" => Role::Quote,
            "span" => Role::Span,
            "i" => Role::Icon,
            "sup" | "sub" => Role::Raised,
            "button" => Role::Button,
            "td" | "th" => Role::Cell,
            "li" => Role::Item,
            "dt" | "dd" => Role::Term,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Role::Heading(tag.as_bytes()[1] - b'0'),
            "blockquote" => Role::Citation,
            "figcaption" | "caption" => Role::Caption,
            "pre" => Role::Preformatted,
            "tr" => Role::Row,
            "table" | "article" | "section" | "body" => Role::Part,
            _ if Shown::of(tag).is_inline => Role::Inline,
            _ => Role::Block,
        }
    }
}
