//! An article of the index as Markdown.

use std::io::{self, Write};

use crate::hit::Shown;
use crate::render::address;
use crate::render::markdown::escape::{closed, escape, heading, marked};
use crate::render::sanitize::line;

/// The title as a heading of level 1, facts in italics, the address, and the text with its matches in bold.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// use pressmark::{hit::{Shown, ShownBlock}, render::show};
/// let block = ShownBlock { text: "The levy".into(), marks: vec![4..8], heading: false };
/// let mut out = Vec::new();
/// show::markdown(&mut out, &Shown { paragraphs: vec![block], ..Shown::default() })?;
/// assert_eq!(out, b"The **levy**\n\n");
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn markdown(out: &mut impl Write, shown: &Shown) -> io::Result<()> {
    if let Some(title) = &shown.title {
        writeln!(out, "# {}\n", heading(&line(title)))?;
    }
    let day = shown.date.as_deref().map(|date| date.get(..10).unwrap_or(date));
    let authors = shown.authors.join(", ");
    let facts: Vec<String> = [Some(authors.as_str()), day, shown.site.as_deref()]
        .into_iter()
        .flatten()
        .filter(|fact| !fact.trim().is_empty())
        .map(|fact| escape(&line(fact)))
        .collect();
    if !facts.is_empty() {
        writeln!(out, "*{}*\n", facts.join(" · "))?;
    }
    if let Some(address) = shown.url.as_deref().and_then(address::web) {
        writeln!(out, "<{address}>\n")?;
    }
    for block in &shown.paragraphs {
        let text = marked(block.pieces());
        if block.heading {
            writeln!(out, "## {}\n", closed(text.replace('\n', " ")))?;
        } else {
            // Two spaces at the end of a line keep its break.
            writeln!(out, "{}\n", text.replace('\n', "  \n"))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_are_bold() {
        let mut out = Vec::new();
        markdown(&mut out, &super::super::locks()).unwrap();
        let expected = "# Locks \\<reopen\\>\\\\u{1b}

*Ada Byrd, Bo Carver · 2024-03-05 · Verrin Gazette*

<https://www.gazette.example/locks>

The **locks** at Verrin reopened on Monday.  \nBarges went through.

## Who pays the **levy**

The harbour **levy** & the grain toll.

";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}
