//! Hits as CSV (RFC 4180): a header line, then a line a hit, for spreadsheets.

use std::io::{self, Write};

use super::sanitize::plain;
use crate::hit::Hits;

const COLUMNS: &[&str] = &[
    "rank", "score", "title", "date", "sections", "site", "authors", "lang", "heading", "snippet", "url", "path", "id",
];

/// Writes the hits; lists are joined by `; `, the snippet has no marks.
///
/// # Errors
/// Those of the writer.
pub fn hits(out: &mut impl Write, hits: &Hits, offset: usize) -> io::Result<()> {
    row(out, COLUMNS.iter().map(|c| (*c).to_owned()))?;
    for (at, hit) in hits.hits.iter().enumerate() {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        row(
            out,
            [
                (offset + at + 1).to_string(),
                format!("{:.4}", hit.score),
                text(&hit.title),
                text(&hit.date),
                hit.sections.join("; "),
                text(&hit.site),
                hit.authors.join("; "),
                text(&hit.lang),
                text(&hit.heading),
                hit.snippet.text.clone(),
                text(&hit.url),
                hit.path.clone(),
                hit.id.clone(),
            ]
            .into_iter(),
        )?;
    }
    Ok(())
}

fn row(out: &mut impl Write, values: impl Iterator<Item = String>) -> io::Result<()> {
    let cells: Vec<String> = values.map(|value| cell(&value)).collect();
    write!(out, "{}\r\n", cells.join(","))
}

/// A cell, quoted where it must be. A value that a spreadsheet would run as a formula gets an apostrophe before it: titles
/// come from strangers' pages.
fn cell(value: &str) -> String {
    let quoted = format!("'{value}");
    let formula = value.starts_with(['=', '+', '-', '@', '\t', '\r']) && value.parse::<f64>().is_err();
    let value = plain(if formula { &quoted } else { value });
    if value.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", value.replace('"', "\"\""))
    } else {
        value.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_never_formulas() {
        assert_eq!(cell("plain"), "plain");
        assert_eq!(cell("a \"b\", c"), "\"a \"\"b\"\", c\"");
        assert_eq!(cell("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(cell("-1.5"), "-1.5");
        assert_eq!(cell("a\u{1b}[31m"), "a\\u{1b}[31m");
    }
}
