//! Hits as CSV (RFC 4180): a header line, then a line a hit, for spreadsheets.

use std::io::{self, Write};

use super::sanitize::plain;
use crate::hit::{Hit, Hits};

/// New columns come last: programs may count them.
const COLUMNS: &[&str] = &[
    "rank", "score", "title", "date", "sections", "site", "authors", "lang", "heading", "snippet", "url", "path", "id",
    "link", "copies",
];

/// Writes the hits; lists are joined by `; `, the snippet has no marks, `copies` is their number.
///
/// # Errors
/// Those of the writer.
pub fn hits(out: &mut impl Write, hits: &Hits, offset: usize) -> io::Result<()> {
    row(out, COLUMNS.iter().map(|c| (*c).to_owned()))?;
    hits.hits.iter().zip(offset..).try_for_each(|(hit, at)| row(out, cells(hit, at).into_iter()))
}

/// The header of one table for the answers to several queries: a column `query` before those of [`hits`].
///
/// # Errors
/// Those of the writer.
pub fn table_head(out: &mut impl Write) -> io::Result<()> {
    row(out, ["query"].iter().chain(COLUMNS).map(|c| (*c).to_owned()))
}

/// The lines of one answer in such a table.
///
/// # Errors
/// Those of the writer.
pub fn table_rows(out: &mut impl Write, hits: &Hits, offset: usize) -> io::Result<()> {
    let query = || std::iter::once(hits.query.clone());
    hits.hits.iter().zip(offset..).try_for_each(|(hit, at)| row(out, query().chain(cells(hit, at))))
}

fn cells(hit: &Hit, at: usize) -> [String; 15] {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    [
        (at + 1).to_string(),
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
        text(&hit.link),
        hit.copy_count.to_string(),
    ]
}

fn row(out: &mut impl Write, values: impl Iterator<Item = String>) -> io::Result<()> {
    let cells: Vec<String> = values.map(|value| cell(&value)).collect();
    write!(out, "{}\r\n", cells.join(","))
}

/// What a formula begins with, in the wide forms too that spreadsheets read as the same.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Signed digits with a point, and not what else a float may be written as: `-inf` is a name to a spreadsheet.
fn is_number(value: &str) -> bool {
    value.ends_with(|c: char| c.is_ascii_digit())
        && value.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '.'))
        && value.parse::<f64>().is_ok()
}

/// A cell, quoted where it must be. A value that a spreadsheet would run as a formula gets an apostrophe before it: titles
/// come from strangers' pages.
fn cell(value: &str) -> String {
    let mut value = plain(value).into_owned();
    if value.starts_with(FORMULA) && !is_number(&value) {
        value.insert(0, '\'');
    }
    if value.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", value.replace('"', "\"\"")) } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_never_formulas() {
        assert_eq!(cell("plain"), "plain");
        assert_eq!(cell("a \"b\", c"), "\"a \"\"b\"\", c\"");
        assert_eq!(cell("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(cell("\u{202d}=1+1"), "'=1+1");
        assert_eq!(cell("＝1+1"), "'＝1+1");
        assert_eq!(cell("-inf"), "'-inf");
        assert_eq!(cell("-1.5"), "-1.5");
        assert_eq!(cell("a\u{1b}[31m"), "a\\u{1b}[31m");
    }

    #[test]
    fn a_line_a_hit() {
        let hit = crate::hit::Hit {
            title: Some("@locks, \"reopen\"".into()),
            sections: vec!["Transport".into(), "Economy".into()],
            path: "a.html".into(),
            id: "1f".into(),
            link: Some("https://a.example/#x".into()),
            copy_count: 2,
            score: 1.25,
            ..Default::default()
        };
        let mut out = Vec::new();
        hits(&mut out, &Hits { hits: vec![hit], ..Hits::default() }, 9).unwrap();
        let expected = "rank,score,title,date,sections,site,authors,lang,heading,snippet,url,path,id,link,copies\r\n\
                        10,1.2500,\"'@locks, \"\"reopen\"\"\",,Transport; Economy,,,,,,,a.html,1f,https://a.example/#x,2\r\n";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}
