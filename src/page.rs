//! [`Page`]: one saved page, decoded. What [`read`](crate::read) hands to [`extract`](crate::extract()).

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
    /// The decoded text, without a byte order mark.
    pub text: String,
    /// The original address, where the saving tool recorded it.
    pub saved_url: Option<String>,
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
        Page { path: path.into(), format: Format::Html, text: html.into(), saved_url: None }
    }

    /// A page of plain text from a string.
    pub fn text(path: impl Into<String>, text: impl Into<String>) -> Page {
        Page { path: path.into(), format: Format::Text, text: text.into(), saved_url: None }
    }
}
