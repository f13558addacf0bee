//! An article of the index for a person.

use std::io::{self, Write};

use crate::hit::{Shown, ShownBlock};
use crate::render::address;
use crate::render::layout::Paragraph;
use crate::render::sanitize::line;
use crate::render::text::Style;

/// Title, facts, and text with its matches marked, broken to the width of the terminal.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// use pressmark::{hit::{Shown, ShownBlock}, render::{show, text::Style}};
/// let block = ShownBlock { text: "The levy".into(), marks: vec![4..8], heading: false };
/// let shown = Shown { path: "locks.html".into(), paragraphs: vec![block], ..Shown::default() };
/// let mut out = Vec::new();
/// show::article(&mut out, &shown, Style::default())?;
/// assert_eq!(out, b"path: locks.html\n\nThe levy\n");
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn article(out: &mut impl Write, shown: &Shown, style: Style) -> io::Result<()> {
    if let Some(title) = &shown.title {
        heading([(title.as_str(), false)].into_iter(), out, style)?;
    }
    for (name, value) in facts(shown) {
        // The name takes as many columns of the first line as the others are set in.
        write!(out, "{} ", style.dim(&format!("{name}:")))?;
        let indent = " ".repeat(name.len() + 2);
        let value = [(value.as_str(), false)];
        Paragraph { first: "", rest: &indent, look: |_, text| text.to_owned() }.write(out, value.into_iter(), style)?;
    }
    if let Some(url) = &shown.url {
        let address = address::web(url);
        writeln!(out, "{} {}", style.dim("url:"), style.link(address.as_deref(), &line(url)))?;
    }
    writeln!(out, "{} {}", style.dim("path:"), line(&shown.path))?;
    for paragraph in &shown.paragraphs {
        writeln!(out)?;
        block(out, paragraph, style)?;
    }
    Ok(())
}

fn facts(shown: &Shown) -> Vec<(&'static str, String)> {
    let sections: Vec<&str> = shown.sections.iter().rev().map(String::as_str).collect();
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    [
        ("by", shown.authors.join(", ")),
        ("date", text(&shown.date)),
        ("modified", text(&shown.modified)),
        ("section", sections.join(" › ")),
        ("tags", shown.tags.join(", ")),
        ("site", text(&shown.site)),
        ("language", text(&shown.lang)),
    ]
    .into_iter()
    .filter(|(_, value)| !value.trim().is_empty())
    .collect()
}

/// The lines of a block, each broken for itself: the page breaks them there.
fn block(out: &mut impl Write, block: &ShownBlock, style: Style) -> io::Result<()> {
    let mut lines: Vec<Vec<(&str, bool)>> = vec![Vec::new()];
    for (text, matches) in block.pieces() {
        for (at, part) in text.split('\n').enumerate() {
            if at > 0 {
                lines.push(Vec::new());
            }
            if let Some(line) = lines.last_mut() {
                line.push((part, matches));
            }
        }
    }
    for pieces in lines {
        if block.heading {
            heading(pieces.into_iter(), out, style)?;
        } else {
            Paragraph::plain("").write(out, pieces.into_iter(), style)?;
        }
    }
    Ok(())
}

fn heading<'a>(pieces: impl Iterator<Item = (&'a str, bool)>, out: &mut impl Write, style: Style) -> io::Result<()> {
    let look = |style: Style, text: &str| style.bold(text);
    Paragraph { first: "", rest: "", look }.write(out, pieces, style)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(style: Style) -> String {
        let mut out = Vec::new();
        article(&mut out, &super::super::locks(), style).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn into_a_file_no_line_is_broken() {
        let expected = "Locks <reopen>\\u{1b}
by: Ada Byrd, Bo Carver
date: 2024-03-05T22:30:00-05:00
section: Economy › Transport
tags: locks
site: Verrin Gazette
language: en
url: https://www.gazette.example/locks
path: corpus/locks.html

The locks at Verrin reopened on Monday.
Barges went through.

Who pays the levy

The harbour levy & the grain toll.
";
        assert_eq!(printed(Style::default()), expected);
    }

    #[test]
    fn on_a_terminal_matches_are_marked_and_lines_end_at_its_width() {
        let found = printed(Style { colour: true, width: Some(20), links: true });
        let found = found.replace("\u{1b}[1;33m", "<m>").replace("\u{1b}[1m", "<1>").replace("\u{1b}[0m", "</>");
        let expected = "\n\nThe <m>locks</> at Verrin
reopened on Monday.
Barges went through.

<1>Who pays the </><m>levy</>

The harbour <m>levy</> &
the grain toll.
";
        assert!(found.ends_with(expected), "{found}");
        assert!(found.contains("\u{1b}]8;;https://www.gazette.example/locks\u{1b}\\https://"), "{found}");
    }
}
