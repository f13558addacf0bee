//! Hits as BibTeX, in the words of BibLaTeX: `@online` with `date`.
//!
//! `year` stands beside `date`, and `journaltitle` beside `organization`: older styles print the year only, and Zotero reads
//! the site's name from a journal's title. Text is UTF-8; titles are in two pairs of braces, so that styles leave capitals
//! as they are.

use std::collections::HashSet;
use std::io::{self, Write};

use super::names::Name;
use super::work::{Parts, Work, works};
use crate::hit::Hits;

/// Writes an entry a hit, with a blank line between.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// use pressmark::hit::{Hit, Hits};
/// let hit = Hit { title: Some("R&D".into()), authors: vec!["Ada Byrd".into()], ..Hit::default() };
/// let mut out = Vec::new();
/// pressmark::render::citation::bibtex::hits(&mut out, &Hits { hits: vec![hit], ..Hits::default() })?;
/// assert_eq!(out, b"@online{byrdnd,\n  title = {{R\\&D}},\n  author = {Byrd, Ada},\n}\n");
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn hits(out: &mut impl Write, hits: &Hits) -> io::Result<()> {
    for (at, work) in works(hits).iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        writeln!(out, "@online{{{},", work.key)?;
        for (name, value) in fields(work) {
            if let Some(value) = value {
                writeln!(out, "  {name} = {{{value}}},")?;
            }
        }
        writeln!(out, "}}")?;
    }
    Ok(())
}

fn fields(work: &Work) -> [(&'static str, Option<String>); 10] {
    let text = |value: &Option<String>| value.as_deref().map(escape);
    let list = |values: Vec<String>, between: &str| (!values.is_empty()).then(|| values.join(between));
    [
        ("title", work.title.as_deref().map(|title| format!("{{{}}}", escape(title)))),
        ("author", list(work.authors.iter().map(author).collect(), " and ")),
        ("organization", text(&work.site)),
        ("journaltitle", text(&work.site)),
        ("date", work.date.map(iso)),
        ("year", work.date.map(|date| format!("{:04}", date.year))),
        // Addresses are not escaped: styles and reference managers take them as they are.
        ("url", work.url.clone()),
        ("language", text(&work.lang)),
        (
            "keywords",
            list(work.sections.iter().map(|section| escape(&section.replace([',', ';'], ""))).collect(), ", "),
        ),
        ("abstract", text(&work.passage)),
    ]
}

/// `van Gogh, Jr., Vincent`; a whole name in braces of its own, which keep `and` and commas in it from cutting it.
fn author(name: &Name) -> String {
    match name {
        Name::Whole(name) => format!("{{{}}}", escape(name)),
        Name::Person { given, particle, family, suffix } => {
            let family = format!("{particle} {family}");
            let parts = [family.trim(), suffix, given];
            parts.iter().filter(|part| !part.is_empty()).map(|part| escape(part)).collect::<Vec<_>>().join(", ")
        }
    }
}

fn iso(date: Parts) -> String {
    match (date.month, date.day) {
        (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}", date.year),
        (Some(month), None) => format!("{:04}-{month:02}", date.year),
        _ => format!("{:04}", date.year),
    }
}

/// The text with signs of TeX escaped. A brace is counted even when escaped, so one without its other is named instead.
fn escape(text: &str) -> String {
    let lone = lone_braces(text);
    let mut out = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        match c {
            '\\' => out.push_str("{\\textbackslash}"),
            '~' => out.push_str("{\\textasciitilde}"),
            '^' => out.push_str("{\\textasciicircum}"),
            '{' if lone.contains(&at) => out.push_str("{\\textbraceleft}"),
            '}' if lone.contains(&at) => out.push_str("{\\textbraceright}"),
            '{' | '}' | '$' | '&' | '#' | '_' | '%' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}

/// Where the braces are that do not stand in pairs.
fn lone_braces(text: &str) -> HashSet<usize> {
    let (mut open, mut lone) = (Vec::new(), HashSet::new());
    for (at, c) in text.char_indices() {
        match c {
            '{' => open.push(at),
            '}' if open.pop().is_none() => _ = lone.insert(at),
            _ => {}
        }
    }
    lone.extend(open);
    lone
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_of_all_kinds() {
        let mut out = Vec::new();
        hits(&mut out, &super::super::works_of_all_kinds()).unwrap();
        let expected = r"@online{byrd2024locks,
  title = {{Locks reopen at Verrin}},
  author = {Byrd, Ada and van Gogh, Vincent and King, Jr., Martin and {Verrin Gazette}},
  organization = {Verrin Gazette},
  journaltitle = {Verrin Gazette},
  date = {2024-03-05},
  year = {2024},
  url = {https://www.gazette.example/locks?a=1&b=%7Bx%7D#top_1%20},
  language = {en},
  keywords = {Transport, Economy},
  abstract = {The levy \& the toll…},
}

@online{byrd2024input,
  title = {{50\% of \$5{\textbraceright}: \{a\_b\} ER - [31m{\textbackslash}input\{x\}{\textasciitilde}{\textasciicircum}\#}},
  author = {Byrd, Ada and {Smith, Jones \& Co}},
  organization = {a, TY - BOOK},
  journaltitle = {a, TY - BOOK},
  date = {2024-03},
  year = {2024},
}

@online{jaridand,
  title = {{ضريبة الحبوب}},
  author = {{王小明} and {山田 太郎} and {محمد}},
  organization = {jarida.example},
  journaltitle = {jarida.example},
  url = {https://www.jarida.example/1},
}

@online{byrd2024locksa,
  title = {{Locks, again}},
  author = {Byrd, Eve},
  date = {2024},
  year = {2024},
}

@online{anonnd,
}
";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }

    #[test]
    fn braces_stay_in_balance() {
        for (text, escaped) in
            [("{a}", r"\{a\}"), ("}a{", r"{\textbraceright}a{\textbraceleft}"), ("a{", r"a{\textbraceleft}")]
        {
            assert_eq!(escape(text), escaped);
            assert!(lone_braces(&escape(text)).is_empty());
        }
    }
}
