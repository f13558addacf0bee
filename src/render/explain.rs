//! `extract --explain`: the blocks of a page in order, kept or dropped, each with its score or its rule.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::sanitize::line;
use super::style::Style;
use crate::article::{Article, Kind};
use crate::extract::{Evidence, Fate, Kept, Reason, Trace, Traced, block_name};

/// Longer texts are cut here, in characters: enough to find a sentence by, and the JSON form has all.
const LONGEST: usize = 300;

/// What became of a page, for people: what it is and by which signals; its blocks in the order of the page, `+` before those
/// that were kept and `-` before the others; then the rules with their reasons.
///
/// # Errors
/// Those of the writer.
pub fn explain(out: &mut impl Write, article: &Article, trace: &Trace, style: Style) -> io::Result<()> {
    let (kept, dropped) = (trace.kept().count(), trace.dropped().count());
    let words: usize = trace.dropped().map(|(block, _)| block.words).sum();
    writeln!(out, "kept {} words in {kept} blocks, dropped {words} words in {dropped} blocks", trace.kept_words)?;
    if !trace.content.is_empty() {
        writeln!(out, "the article is in {}", style.bold(&line(&trace.content)))?;
    }
    for used in &trace.user {
        writeln!(out, "{}", style.mark(&line(used)))?;
    }
    kind(out, article, &trace.evidence, style)?;
    writeln!(out)?;
    for traced in &trace.blocks {
        block(out, traced, style)?;
    }
    rules(out, trace, style)
}

/// The kind of the page, and what speaks most for it, or for the likeliest other.
fn kind(out: &mut impl Write, article: &Article, evidence: &[Evidence], style: Style) -> io::Result<()> {
    let sure = article.kind_confidence.map(|sure| format!(" ({sure:.2})")).unwrap_or_default();
    writeln!(out, "kind: {}{sure}", style.bold(article.kind.name()))?;
    let mut sums: BTreeMap<Kind, f32> = BTreeMap::new();
    for piece in evidence {
        *sums.entry(piece.kind).or_default() += piece.weight;
    }
    let likeliest = sums.iter().max_by(|a, b| a.1.total_cmp(b.1)).map(|(kind, _)| *kind);
    let told = if article.kind == Kind::Article { likeliest } else { Some(article.kind) };
    for piece in evidence.iter().filter(|piece| Some(piece.kind) == told) {
        let name = style.rule(&format!("{:<18}", piece.signal));
        writeln!(out, "  {name} {:+.1} {}  {}", piece.weight, piece.kind.name(), style.dim(piece.why))?;
    }
    Ok(())
}

fn block(out: &mut impl Write, traced: &Traced, style: Style) -> io::Result<()> {
    let Traced { fate, place, words, text } = traced;
    let text = line(&shortened(text));
    let place = style.dim(&line(place));
    match fate {
        Fate::Kept(Kept { kind, score }) => {
            let score = score.map_or_else(|| "    ".to_owned(), |score| format!("{score:.2}"));
            let name = format!("{:<19}", block_name(*kind));
            writeln!(out, "{} {score} {name} {words:>5} words  {place}  {text}", style.mark("+"))
        }
        Fate::Dropped(Reason { rule, note, score, .. }) => {
            let score = score.map_or_else(|| "    ".to_owned(), |score| format!("{score:.2}"));
            let note = note.as_ref().map(|note| format!("({}) ", line(note))).unwrap_or_default();
            let name = style.rule(&format!("{rule:<19}"));
            writeln!(out, "- {score} {name} {words:>5} words  {place}  {note}{}", style.dim(&text))
        }
    }
}

/// The rules that dropped something, in the order of the page, each with its reason.
fn rules(out: &mut impl Write, trace: &Trace, style: Style) -> io::Result<()> {
    let mut told: Vec<&str> = Vec::new();
    for (_, reason) in trace.dropped() {
        if told.is_empty() {
            writeln!(out)?;
        }
        if !told.contains(&reason.rule) {
            told.push(reason.rule);
            writeln!(out, "{}: {}", style.rule(reason.rule), reason.why)?;
        }
    }
    Ok(())
}

/// A text cut at a word where it is long.
fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(LONGEST) else { return text.to_owned() };
    let cut = &text[..end];
    format!("{} …", &cut[..cut.rfind(char::is_whitespace).unwrap_or(end)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract;
    use crate::page::Page;

    const STORY: &str = "<p>The river commission said on Monday that each of the four provinces may draw less water until the \
                         barrages have been repaired, which will take until the spring.</p>";

    fn explained(html: &str, style: Style) -> String {
        let (article, trace) = extract::explain(&Page::html("a.html", html));
        let mut out = Vec::new();
        explain(&mut out, &article, &trace, style).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn blocks_stand_in_the_order_of_the_page() {
        let page = format!(
            "<nav>Home</nav><h1>The canal</h1>{STORY}<div class=share-buttons>Mail it</div>{STORY}<h3>Leave a Reply</h3>"
        );
        let out = explained(&page, Style::default());
        let marks: String = out.lines().filter_map(|l| l.chars().next().filter(|c| matches!(c, '+' | '-'))).collect();
        assert_eq!(marks, "--+-+-", "{out}");
        assert!(out.contains("share: ") && out.contains("kind: article"), "{out}");
        assert!(!out.contains('\u{1b}'));
    }

    #[test]
    fn nothing_of_the_page_acts_on_the_terminal() {
        let page = format!("<div class='share-buttons &#27;]0;x'>Mail \u{202e}it</div>{STORY}");
        let out = explained(&page, Style { colour: true, ..Style::default() });
        assert!(out.contains("Mail it") && !out.contains("\u{1b}]"), "{out}");
    }

    #[test]
    fn long_texts_are_cut_at_a_word() {
        let text = "canal ".repeat(100);
        assert!(shortened(&text).chars().count() < LONGEST + 3 && shortened(&text).ends_with("canal …"));
        assert_eq!(shortened("short"), "short");
        assert_eq!(shortened(&"章".repeat(400)).chars().count(), LONGEST + 2);
    }
}
