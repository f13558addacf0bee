//! [`Page`]: one saved page, decoded. What [`read`](crate::read) hands to [`extract`](crate::extract()).

use jiff::Timestamp;

/// How the text of a page is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// HTML or XHTML.
    Html,
    /// Plain text: the first line is the title, blank lines part paragraphs.
    Text,
    /// Markdown, with YAML front matter or without.
    Markdown,
}

/// One saved page: its text, where it was found, and what the saving tool wrote down about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The file as given, plus `!record` for a record inside an archive.
    pub path: String,
    /// How `text` is written down.
    pub format: Format,
    /// The decoded text, without a byte order mark and without embedded pictures and fonts.
    pub text: String,
    /// What the saving tool wrote down.
    pub saved: Saved,
}

/// What a saving tool wrote down about a page, beside the page itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Saved {
    /// The original address.
    pub url: Option<String>,
    /// When the page was saved.
    pub at: Option<Timestamp>,
    /// What an export says of an article whose page it does not keep.
    pub export: Option<Box<Export>>,
}

/// The facts that a read-later service exports beside the text of an article: the page they stood on is not kept, so that
/// they can be read nowhere else.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Export {
    /// The headline.
    pub title: Option<String>,
    /// The authors' names.
    pub authors: Vec<String>,
    /// The publication, as RFC 3339 date or date-time.
    pub published: Option<String>,
    /// The language tag.
    pub lang: Option<String>,
    /// Keywords; those of the reader, mostly.
    pub tags: Vec<String>,
}

impl Page {
    /// A page of HTML from a string, for callers that have no file. [`read::page`](crate::read::page) makes one from
    /// bytes, with the address that the saving tool wrote into it.
    ///
    /// ```
    /// let page = pressmark::Page::html("inline", "<h1>Grain prices fall</h1>");
    /// assert_eq!(page.format, pressmark::page::Format::Html);
    /// ```
    pub fn html(path: impl Into<String>, html: impl Into<String>) -> Page {
        Page { path: path.into(), format: Format::Html, text: html.into(), saved: Saved::default() }
    }

    /// A page of plain text from a string.
    pub fn text(path: impl Into<String>, text: impl Into<String>) -> Page {
        Page { path: path.into(), format: Format::Text, text: text.into(), saved: Saved::default() }
    }
}
