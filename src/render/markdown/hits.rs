//! Hits as a list in Markdown, to be put into notes.

use std::io::{self, Write};

use super::escape::{escape, marked};
use crate::hit::{Hit, Hits, Snippet};
use crate::render::address;
use crate::render::sanitize::line;

/// Writes a numbered list: the title, linked to the passage; site, day and section; the passage as a quotation with its
/// matches in bold.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// use pressmark::hit::{Hit, Hits};
/// let hit = Hit { title: Some("Locks reopen".into()), url: Some("https://a.example/".into()), ..Hit::default() };
/// let mut out = Vec::new();
/// pressmark::render::markdown::hits(&mut out, &Hits { hits: vec![hit], ..Hits::default() }, 0)?;
/// assert_eq!(out, b"1. [Locks reopen](<https://a.example/>)\n\n");
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn hits(out: &mut impl Write, hits: &Hits, offset: usize) -> io::Result<()> {
    for (at, found) in hits.hits.iter().enumerate() {
        hit(out, found, offset + at + 1)?;
    }
    Ok(())
}

fn hit(out: &mut impl Write, hit: &Hit, rank: usize) -> io::Result<()> {
    let number = format!("{rank}. ");
    // What belongs to an item stands below its text.
    let indent = " ".repeat(number.len());
    let title = escape(&line(hit.title.as_deref().unwrap_or("(no title)")));
    match address::passage(hit).and_then(|link| address::web(&link)) {
        Some(link) => writeln!(out, "{number}[{title}](<{link}>)")?,
        None => writeln!(out, "{number}{title}")?,
    }
    let facts = facts(hit).join(" · ");
    if !facts.is_empty() {
        writeln!(out, "\n{indent}{facts}")?;
    }
    if !hit.snippet.text.trim().is_empty() {
        writeln!(out, "\n{indent}> {}", passage(&hit.snippet))?;
    }
    writeln!(out)
}

/// Site, day and section; the file where there is no address.
fn facts(hit: &Hit) -> Vec<String> {
    let day = hit.date.as_deref().map(|date| date.get(..10).unwrap_or(date));
    let path = hit.url.is_none().then_some(hit.path.as_str());
    [hit.site.as_deref(), day, hit.sections.first().map(String::as_str), path]
        .into_iter()
        .flatten()
        .filter(|fact| !fact.trim().is_empty())
        .map(|fact| escape(&line(fact)))
        .collect()
}

fn passage(snippet: &Snippet) -> String {
    let pieces: Vec<_> = snippet.pieces().map(|(text, matches)| (line(text), matches)).collect();
    marked(pieces.iter().map(|(text, matches)| (text.as_str(), *matches)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_without_anything_of_the_pages_in_it() {
        let full = Hit {
            title: Some("Locks](https://evil.example)\n# reopen".into()),
            url: Some("https://a.example/p".into()),
            link: Some("https://a.example/p#:~:text=a>b".into()),
            site: Some("Verrin *Gazette*".into()),
            date: Some("2024-03-05T22:30:00-05:00".into()),
            sections: vec!["Transport".into(), "Economy".into()],
            snippet: Snippet::marked("# The <script> «levy» &amp; toll\n- x"),
            ..Hit::default()
        };
        let bare = Hit { path: "a_b.html".into(), url: None, ..Hit::default() };
        let evil = Hit { url: Some("javascript:alert(1)".into()), ..Hit::default() };
        let mut out = Vec::new();
        hits(&mut out, &Hits { hits: vec![full, bare, evil], ..Hits::default() }, 8).unwrap();
        let expected = "9. [Locks\\](https://evil.example) # reopen](<https://a.example/p#:~:text=a%3Eb>)

   Verrin \\*Gazette\\* · 2024-03-05 · Transport

   > \\# The \\<script\\> **levy** \\&amp; toll - x

10. (no title)

    a_b.html

11. (no title)

";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}
