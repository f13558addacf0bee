//! Articles and hits for a person at a terminal.

use std::io::{self, Write};

use super::lists::{Dialect, Lists, Position};
use super::sanitize::{line, plain};
use crate::article::{Article, BlockKind, Fact};

mod choices;
#[cfg(feature = "index")]
mod facets;
#[cfg(feature = "index")]
mod hits;

pub use super::style::Style;
pub use choices::choices;
#[cfg(feature = "index")]
pub use hits::hits;

/// An article: title, facts with their sources, text.
///
/// # Errors
/// Those of the writer.
pub fn article(out: &mut impl Write, article: &Article, style: Style) -> io::Result<()> {
    if let Some(title) = &article.title {
        writeln!(out, "{}", style.bold(&line(&title.value)))?;
    }
    for (name, value, source) in facts(article) {
        let source = style.dim(&format!("({source})"));
        writeln!(out, "{} {} {source}", style.dim(&format!("{name}:")), line(&value))?;
    }
    writeln!(out, "{} {}", style.dim("path:"), line(&article.path))?;
    let mut lists = Lists::new(Dialect::Text);
    for block in &article.blocks {
        let text = plain(&block.text);
        let position = lists.position(block);
        match block.kind {
            BlockKind::Heading(_) => writeln!(out, "\n{}", style.bold(&text))?,
            BlockKind::ListItem => item(out, &text, position.unwrap_or_default())?,
            BlockKind::Quote => writeln!(out, "\n  > {}", text.replace('\n', "\n  > "))?,
            _ => writeln!(out, "\n{text}")?,
        }
    }
    Ok(())
}

/// A block of a list: the first line after its mark, the others below its text.
fn item(out: &mut impl Write, text: &str, position: Position) -> io::Result<()> {
    /// How far in all lists stand.
    const INDENT: usize = 2;
    let mark = position.mark.unwrap_or_default();
    let first = position.indent + INDENT;
    let below = format!("\n{:1$}", "", first + mark.len());
    let apart = if position.is_apart == Some(false) { "" } else { "\n" };
    writeln!(out, "{apart}{:first$}{mark}{}", "", text.replace('\n', &below))
}

fn facts(article: &Article) -> Vec<(&'static str, String, String)> {
    let one = |name, fact: &Option<Fact<String>>| fact.as_ref().map(|f| (name, f.value.clone(), f.source.to_string()));
    let list = |name, fact: &Option<Fact<Vec<String>>>| {
        fact.as_ref().map(|f| (name, f.value.join(", "), f.source.to_string()))
    };
    let day = |name, fact: &Option<Fact<crate::article::Moment>>| {
        fact.as_ref().map(|f| (name, f.value.text.clone(), f.source.to_string()))
    };
    [
        list("by", &article.authors),
        day("date", &article.date),
        day("modified", &article.modified),
        list("section", &article.sections),
        list("tags", &article.tags),
        one("site", &article.site),
        one("language", &article.lang),
        one("url", &article.url),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What an index holds, a line a fact: how many articles have it, and from which sources, most frequent first.
///
/// # Errors
/// Those of the writer.
#[cfg(feature = "index")]
pub fn stats(out: &mut impl Write, stats: &crate::stats::Stats, style: Style) -> io::Result<()> {
    let counted = |counts: &std::collections::BTreeMap<String, usize>| {
        let mut counts: Vec<_> = counts.iter().collect();
        counts.sort_by_key(|(name, count)| (std::cmp::Reverse(**count), (*name).clone()));
        counts.iter().map(|(name, count)| format!("{} {count}", line(name))).collect::<Vec<_>>().join(", ")
    };
    writeln!(out, "{:>7} {}  {}", stats.articles, style.bold(&format!("{:<9}", "articles")), counted(&stats.kinds))?;
    if stats.copies > 0 {
        let copies = style.bold(&format!("{:<9}", "copies"));
        writeln!(out, "{:>7} {copies}  of these, not indexed beside them", stats.copies)?;
    }
    for name in crate::stats::FACTS {
        if let Some(fact) = stats.facts.get(*name) {
            writeln!(out, "{:>7} {}  {}", fact.have, style.bold(&format!("{name:<9}")), counted(&fact.sources))?;
        }
    }
    writeln!(
        out,
        "{:>7} {}  {}",
        stats.languages.len(),
        style.bold(&format!("{:<9}", "languages")),
        counted(&stats.languages)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Item, Mark, Numbering, Place};

    #[test]
    fn lists_and_quotations_are_set_in_line_by_line() {
        let place = |list, id, mark| Place { item: Some(Item { id, list, depth: 1, mark }), ..Place::default() };
        let block = |kind, text: &str, place| Block { kind, text: text.to_owned(), anchor: None, place };
        let letter = Mark::Number(3, Numbering::LowerLetters);
        let blocks = vec![
            block(BlockKind::ListItem, "one\ntwo", place(1, 2, letter)),
            block(BlockKind::ListItem, "more\nstill", place(1, 2, letter)),
            block(BlockKind::ListItem, "Toll", place(3, 4, Mark::Term)),
            block(BlockKind::ListItem, "A fee\nor tax.", place(3, 5, Mark::Definition)),
            block(BlockKind::ListItem, "Also a bell.", place(3, 6, Mark::Definition)),
            block(BlockKind::Quote, "a\nb", Place::default()),
        ];
        let mut out = Vec::new();
        article(&mut out, &Article { path: "a.html".to_owned(), blocks, ..Article::default() }, Style::default())
            .unwrap();
        let expected = "path: a.html\n\n  c. one\n     two\n\n     more\n     still\n\n  Toll\n    A fee\n    or tax.\n\n    \
                        Also a bell.\n\n  > a\n  > b\n";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}
