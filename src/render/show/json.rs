//! An article of the index as JSON.

use std::io::{self, Write};

use serde::Serialize;

use crate::hit::{Shown, ShownBlock};
use crate::render::wire;

#[derive(Serialize)]
struct Page<'a> {
    id: &'a str,
    path: &'a str,
    url: &'a Option<String>,
    title: &'a Option<String>,
    authors: &'a [String],
    site: &'a Option<String>,
    sections: &'a [String],
    date: &'a Option<String>,
    modified: &'a Option<String>,
    lang: &'a Option<String>,
    kind: &'a Option<String>,
    tags: &'a [String],
    blocks: Vec<Block<'a>>,
}

#[derive(Serialize)]
struct Block<'a> {
    heading: bool,
    text: &'a str,
    html: String,
}

/// Writes one JSON object on one line.
///
/// `id`, `path`, `url`, `title`, `authors`, `site`, `sections`, `date`, `lang` and `kind` are as in a
/// [hit](crate::render::json); `modified` is the day of the last change, as `date` is written, or null; `tags` a list of
/// strings. `blocks` is the text in reading order, a list of `{"heading", "text", "html"}`: whether it is a heading, the
/// text as it is, and the text HTML-escaped with the matches within `<mark>`.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// let mut out = Vec::new();
/// pressmark::render::show::json(&mut out, &pressmark::hit::Shown::default())?;
/// assert!(out.ends_with(b"\"tags\":[],\"blocks\":[]}\n"));
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn json(out: &mut impl Write, shown: &Shown) -> io::Result<()> {
    let page = Page {
        id: &shown.id,
        path: &shown.path,
        url: &shown.url,
        title: &shown.title,
        authors: &shown.authors,
        site: &shown.site,
        sections: &shown.sections,
        date: &shown.date,
        modified: &shown.modified,
        lang: &shown.lang,
        kind: &shown.kind,
        tags: &shown.tags,
        blocks: shown.paragraphs.iter().map(block).collect(),
    };
    wire::line(out, &page)
}

fn block(block: &ShownBlock) -> Block<'_> {
    Block { heading: block.heading, text: &block.text, html: block.html() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_one_line() {
        let mut out = Vec::new();
        json(&mut out, &super::super::locks()).unwrap();
        let expected = concat!(
            r#"{"id":"1f","path":"corpus/locks.html","url":"https://www.gazette.example/locks","title":"Locks <reopen>\u001b","#,
            r#""authors":["Ada Byrd","Bo Carver"],"site":"Verrin Gazette","sections":["Transport","Economy"],"#,
            r#""date":"2024-03-05T22:30:00-05:00","modified":null,"lang":"en","kind":"article","tags":["locks"],"blocks":["#,
            r#"{"heading":false,"text":"The locks at Verrin reopened on Monday.\nBarges went through.","#,
            r#""html":"The <mark>locks</mark> at Verrin reopened on Monday.\nBarges went through."},"#,
            r#"{"heading":true,"text":"Who pays the levy","html":"Who pays the <mark>levy</mark>"},"#,
            r#"{"heading":false,"text":"The harbour levy & the grain toll.","#,
            r#""html":"The harbour <mark>levy</mark> &amp; the grain toll."}]}"#,
            "\n"
        );
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}
