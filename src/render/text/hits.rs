//! Ranked hits for a person.
//!
//! On a terminal:
//!
//! ```text
//!  1. Locks reopen at Verrin
//!     2024-03-05 · Verrin Gazette · Economy › Transport · Ada Byrd
//!     under “Who pays”
//!     The harbour levy & the grain toll will cover half of the
//!     cost, said the minister.
//!     https://www.gazette.example/locks#who-pays
//!     2 copies: Verrin Post, grain.example
//!     1.250  levy, in the text
//! ```
//!
//! Into a file or a pipe, the same without escape sequences, and no line is broken.

use std::io::{self, Write};

use super::Style;
use super::facets::facets;
use crate::hit::{Hit, Hits, Part};
use crate::render::address;
use crate::render::layout::{self, Paragraph, columns};
use crate::render::sanitize::line;

const INDENT: &str = "    ";

/// Ranked hits: title, facts, heading and passage of each, where it is found and what it is scored for; then the facets.
/// Where nothing is found, what may have been meant.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// use pressmark::hit::{Hit, Hits};
/// use pressmark::render::text::{self, Style};
/// let hit = Hit { title: Some("Locks reopen".into()), path: "locks.html".into(), ..Hit::default() };
/// let mut out = Vec::new();
/// text::hits(&mut out, &Hits { hits: vec![hit], ..Hits::default() }, 0, Style::default())?;
/// assert_eq!(out, b" 1. Locks reopen\n    locks.html\n\n");
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn hits(out: &mut impl Write, hits: &Hits, offset: usize, style: Style) -> io::Result<()> {
    if let Some(query) = &hits.did_you_mean {
        let look = |style: Style, text: &str| style.bold(text);
        let query = [(query.as_str(), false)];
        Paragraph { first: "Did you mean: ", rest: INDENT, look }.write(out, query.into_iter(), style)?;
    }
    for (at, found) in hits.hits.iter().enumerate() {
        hit(out, found, offset + at + 1, style)?;
        writeln!(out)?;
    }
    facets(out, &hits.facets, style)
}

fn hit(out: &mut impl Write, hit: &Hit, rank: usize, style: Style) -> io::Result<()> {
    let title = hit.title.as_deref().unwrap_or("(no title)");
    let rank = format!("{rank:>2}. ");
    let bold = |style: Style, text: &str| style.bold(text);
    Paragraph { first: &rank, rest: INDENT, look: bold }.write(out, [(title, false)].into_iter(), style)?;
    let room = style.width.map(|width| width.saturating_sub(columns(INDENT)));
    for facts in layout::facts(&facts(hit), room, style) {
        writeln!(out, "{INDENT}{}", style.dim(&facts))?;
    }
    let text = Paragraph::plain(INDENT);
    if let Some(heading) = &hit.heading {
        text.write(out, [("under “", false), (heading, false), ("”", false)].into_iter(), style)?;
    }
    if !hit.snippet.text.is_empty() {
        text.write(out, hit.snippet.pieces(), style)?;
    }
    place(out, hit, style)?;
    copies(out, hit, style)?;
    explanation(out, &hit.explanation, style)
}

/// The day, the site, its sections from wide to narrow, the authors, and the index where there are several.
fn facts(hit: &Hit) -> Vec<String> {
    let day = hit.date.as_deref().map(|date| date.get(..10).unwrap_or(date).to_owned());
    let sections: Vec<&str> = hit.sections.iter().rev().map(String::as_str).collect();
    let authors = hit.authors.join(", ");
    [day, hit.site.clone(), Some(sections.join(" › ")), Some(authors), hit.index.clone()]
        .into_iter()
        .flatten()
        .filter(|fact| !fact.trim().is_empty())
        .collect()
}

/// The link to the passage, or the page's file. Neither is ever broken: they are there to be copied. Only a link that can be
/// clicked is shortened to the line, as the terminal has it whole.
///
/// Of files only those with a whole path can be clicked: others are relative to the folder from which they were indexed.
fn place(out: &mut impl Write, hit: &Hit, style: Style) -> io::Result<()> {
    let (target, shown) = match hit.link.as_ref().and_then(|_| address::passage(hit)) {
        Some(link) => {
            let room = style.width.filter(|_| style.links).map(|width| width.saturating_sub(columns(INDENT)).max(10));
            let shown = line(&link);
            let shown = room.map_or(shown.clone(), |room| shortened(&shown, room));
            (Some(link), shown)
        }
        None => (url::Url::from_file_path(&hit.path).ok().map(String::from), line(&hit.path)),
    };
    writeln!(out, "{INDENT}{}", style.link(target.as_deref(), &style.dim(&style.isolate(shown))))
}

/// The text cut with `…` where it takes more columns.
fn shortened(text: &str, room: usize) -> String {
    if columns(text) <= room {
        return text.to_owned();
    }
    let mut taken = 1;
    let fits = |c: &char| {
        taken += columns(c.encode_utf8(&mut [0; 4]));
        taken <= room
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

/// `2 copies: site, site`; a copy without a site goes by its host, or its file.
fn copies(out: &mut impl Write, hit: &Hit, style: Style) -> io::Result<()> {
    if hit.copy_count == 0 {
        return Ok(());
    }
    let mut names: Vec<String> = Vec::new();
    for copy in &hit.copies {
        let host = || copy.url.as_deref().and_then(address::host);
        let name = copy.site.clone().or_else(host).unwrap_or_else(|| copy.path.clone());
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let noun = if hit.copy_count == 1 { "copy" } else { "copies" };
    let more = if hit.copy_count > hit.copies.len() { ", …" } else { "" };
    let text = format!("{} {noun}: {}{more}", hit.copy_count, names.join(", "));
    Paragraph { first: INDENT, rest: INDENT, look: |style, text| style.dim(text) }.write(
        out,
        [(text.as_str(), false)].into_iter(),
        style,
    )
}

fn explanation(out: &mut impl Write, parts: &[Part], style: Style) -> io::Result<()> {
    let scores: Vec<String> = parts.iter().map(|part| format!("{:.3}", part.score)).collect();
    let width = scores.iter().map(String::len).max().unwrap_or(0);
    let rest = " ".repeat(columns(INDENT) + width + 2);
    for (part, score) in parts.iter().zip(&scores) {
        let first = format!("{INDENT}{score:>width$}  ");
        let look = |style: Style, text: &str| style.dim(text);
        Paragraph { first: &first, rest: &rest, look }.write(out, [(part.what.as_str(), false)].into_iter(), style)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hit::NearCopy;
    use crate::hit::{FacetValue, Snippet};
    use crate::render::sanitize::is_unsafe;

    fn locks() -> Hit {
        let passage = "The harbour «levy» & the grain toll will cover half of the «cost», said the minister.";
        let copy = |site: Option<&str>| NearCopy {
            site: site.map(str::to_owned),
            url: Some("https://www.grain.example/locks".into()),
            ..NearCopy::default()
        };
        Hit {
            title: Some("Locks reopen at Verrin after a winter of repairs".into()),
            date: Some("2024-03-05T22:30:00-05:00".into()),
            site: Some("Verrin Gazette".into()),
            sections: vec!["Transport".into(), "Economy".into()],
            authors: vec!["Ada Byrd".into()],
            heading: Some("Who pays".into()),
            snippet: Snippet::marked(passage),
            path: "corpus/locks.html".into(),
            link: Some("https://www.gazette.example/locks#who-pays".into()),
            copies: vec![copy(Some("Verrin Post")), copy(None), copy(None)],
            copy_count: 3,
            explanation: vec![
                Part { what: "levy, in the text".into(), score: 1.25 },
                Part { what: "the day, against a year ago".into(), score: 10.0 },
            ],
            ..Hit::default()
        }
    }

    fn printed(found: Hits, style: Style) -> String {
        let mut out = Vec::new();
        hits(&mut out, &found, 0, style).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn one(hit: Hit, style: Style) -> String {
        printed(Hits { hits: vec![hit], ..Hits::default() }, style)
    }

    #[test]
    fn into_a_file_no_line_is_broken() {
        let expected = " 1. Locks reopen at Verrin after a winter of repairs
    2024-03-05 · Verrin Gazette · Economy › Transport · Ada Byrd
    under “Who pays”
    The harbour levy & the grain toll will cover half of the cost, said the minister.
    https://www.gazette.example/locks#who-pays
    3 copies: Verrin Post, grain.example
     1.250  levy, in the text
    10.000  the day, against a year ago

";
        assert_eq!(one(locks(), Style::default()), expected);
        let mut plain = locks();
        (plain.link, plain.copies, plain.copy_count, plain.explanation) = (None, Vec::new(), 0, Vec::new());
        assert!(one(plain, Style::default()).ends_with("minister.\n    corpus/locks.html\n\n"));
    }

    #[test]
    fn on_a_terminal_lines_end_at_its_width() {
        let style = Style { colour: true, width: Some(40), links: true };
        let expected = " 1. <1>Locks reopen at Verrin after a</>
    <1>winter of repairs</>
    <2>2024-03-05 · Verrin Gazette</>
    <2>Economy › Transport · Ada Byrd</>
    under “Who pays”
    The harbour <m>levy</> & the grain toll
    will cover half of the <m>cost</>, said
    the minister.
    <a><2>https://www.gazette.example/locks#w…</></a>
    <2>3 copies: Verrin Post, grain.example</>
     1.250  <2>levy, in the text</>
    10.000  <2>the day, against a year ago</>

";
        let found = one(locks(), style)
            .replace("\u{1b}]8;;https://www.gazette.example/locks#who-pays\u{1b}\\", "<a>")
            .replace("\u{1b}]8;;\u{1b}\\", "</a>")
            .replace("\u{1b}[1m", "<1>")
            .replace("\u{1b}[2m", "<2>")
            .replace("\u{1b}[1;33m", "<m>")
            .replace("\u{1b}[0m", "</>");
        assert_eq!(found, expected);
    }

    #[test]
    fn lines_from_right_to_left_are_set_apart_and_what_pages_set_is_left_out() {
        let hit = Hit {
            title: Some("ضريبة\u{202e} الحبوب".into()),
            site: Some("الجزيرة".into()),
            date: Some("2024-03-05".into()),
            snippet: Snippet::marked("قال «الوزير» إن الرسوم"),
            path: "a.html".into(),
            ..Hit::default()
        };
        let style = Style { width: Some(80), ..Style::default() };
        assert_eq!(
            one(hit, style),
            " 1. \u{2068}ضريبة الحبوب\u{2069}\n    2024-03-05 · \u{2068}الجزيرة\u{2069}\n    \
             \u{2068}قال الوزير إن الرسوم\u{2069}\n    a.html\n\n"
        );
    }

    #[test]
    fn nothing_of_a_page_acts_on_the_terminal() {
        let bad = "x\u{1b}]0;t\u{7}\u{9b}2J\r\n\u{202e}\u{2069}\u{1b}\\".to_owned();
        let some = || Some(bad.clone());
        let copy = NearCopy { site: some(), ..NearCopy::default() };
        let facets = vec![FacetValue { value: bad.clone(), count: 1, within: None }];
        let hit = Hit {
            path: bad.clone(),
            title: some(),
            site: some(),
            sections: vec![bad.clone()],
            authors: vec![bad.clone()],
            date: some(),
            heading: some(),
            index: some(),
            link: Some(format!("https://a.example/{bad}")),
            copies: vec![copy],
            copy_count: 1,
            explanation: vec![Part { what: bad.clone(), score: 1.0 }],
            snippet: Snippet::marked(&format!("«{bad}»{bad}")),
            ..Hit::default()
        };
        for width in [None, Some(80), Some(7)] {
            let found = Hits {
                did_you_mean: some(),
                hits: vec![hit.clone()],
                facets: [("site".to_owned(), facets.clone())].into(),
                ..Hits::default()
            };
            let printed = printed(found, Style { width, ..Style::default() });
            assert!(!printed.chars().any(|c| is_unsafe(c) && c != '\n'), "{printed:?}");
        }
    }

    #[test]
    fn what_may_have_been_meant() {
        let found = Hits { did_you_mean: Some("grain toll".into()), ..Hits::default() };
        assert_eq!(printed(found, Style::default()), "Did you mean: grain toll\n");
    }
}
