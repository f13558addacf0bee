//! Text with marks broken into lines by the columns it takes on a terminal.

use std::io::{self, Write};

use unicode_width::UnicodeWidthChar;

use super::sanitize::line;
use super::style::Style;

/// Text is given this many columns even on a narrower terminal, which then breaks it itself.
const NARROWEST: usize = 10;

/// Signs that do not begin a line, and those that do not end one, in scripts that break between any two letters.
const CLOSING: &str = "、。，．：；！？）］｝」』】〉》〕ー々…";
const OPENING: &str = "（［｛「『【〈《〔";

/// A line: pieces, each with whether it is marked.
type Line = Vec<(String, bool)>;

/// What cannot be broken: a word, or a letter of a script that is written without spaces.
#[derive(Default)]
struct Atom {
    letters: Vec<(char, bool)>,
    width: usize,
    /// Whether a space stands before it, and whether that is marked.
    space: Option<bool>,
}

/// How a paragraph stands on the page: what is put before its first line and before the others, and how its text looks
/// where it is not marked.
pub(super) struct Paragraph<'a> {
    pub(super) first: &'a str,
    pub(super) rest: &'a str,
    pub(super) look: fn(Style, &str) -> String,
}

impl<'a> Paragraph<'a> {
    /// Text without a look of its own, all lines set in by the same.
    pub(super) fn plain(indent: &'a str) -> Paragraph<'a> {
        Paragraph { first: indent, rest: indent, look: |_, text| text.to_owned() }
    }

    /// Writes text from a page, sanitized, broken to the width of the style.
    pub(super) fn write<'t>(
        &self,
        out: &mut impl Write,
        pieces: impl Iterator<Item = (&'t str, bool)>,
        style: Style,
    ) -> io::Result<()> {
        let indent = columns(self.first).max(columns(self.rest));
        let room = style.width.map(|width| width.saturating_sub(indent).max(NARROWEST));
        for (at, pieces) in lines(pieces, room).iter().enumerate() {
            let before = if at == 0 { self.first } else { self.rest };
            let text: String = pieces
                .iter()
                .map(|(text, marked)| if *marked { style.mark(text) } else { (self.look)(style, text) })
                .collect();
            writeln!(out, "{before}{}", style.isolate(text))?;
        }
        Ok(())
    }
}

/// How many columns a text takes, or a few more: emoji that are put together from several count as all of them.
pub(super) fn columns(text: &str) -> usize {
    text.chars().map(width).sum()
}

/// Facts put together to lines with ` · ` between them; a fact goes to the next line as a whole where it can.
pub(super) fn facts(facts: &[String], room: Option<usize>, style: Style) -> Vec<String> {
    let room = room.map(|room| room.max(NARROWEST));
    let mut out: Vec<(String, usize)> = Vec::new();
    for fact in facts {
        for (at, pieces) in lines([(fact.as_str(), false)].into_iter(), room).into_iter().enumerate() {
            let text: String = pieces.into_iter().map(|(text, _)| text).collect();
            let taken = columns(&text);
            match out.last_mut() {
                Some((line, width)) if at == 0 && room.is_none_or(|room| *width + 3 + taken <= room) => {
                    line.push_str(" · ");
                    line.push_str(&style.isolate(text));
                    *width += 3 + taken;
                }
                _ => out.push((style.isolate(text), taken)),
            }
        }
    }
    out.into_iter().map(|(line, _)| line).collect()
}

/// The pieces, sanitized, in lines of no more than `room` columns; without a limit, in one.
fn lines<'a>(pieces: impl Iterator<Item = (&'a str, bool)>, room: Option<usize>) -> Vec<Line> {
    let pieces = pieces.map(|(text, marked)| (line(text), marked));
    let Some(room) = room else { return vec![pieces.collect()] };
    let pieces: Vec<_> = pieces.collect();
    let letters = pieces.iter().flat_map(|(text, marked)| text.chars().map(move |c| (c, *marked)));
    let mut out = vec![Line::new()];
    let mut taken = 0;
    for atom in atoms(letters) {
        let space = usize::from(taken > 0 && atom.space.is_some());
        if taken > 0 && taken + space + atom.width > room {
            out.push(Line::new());
            taken = 0;
        } else if let Some(marked) = atom.space.filter(|_| taken > 0) {
            push(&mut out, ' ', marked);
            taken += 1;
        }
        for (c, marked) in atom.letters {
            // A word that is longer than a line is cut.
            if taken > 0 && taken + width(c) > room {
                out.push(Line::new());
                taken = 0;
            }
            push(&mut out, c, marked);
            taken += width(c);
        }
    }
    out
}

fn push(lines: &mut [Line], c: char, marked: bool) {
    let Some(line) = lines.last_mut() else { return };
    match line.last_mut() {
        Some((text, same)) if *same == marked => text.push(c),
        _ => line.push((c.to_string(), marked)),
    }
}

fn atoms(letters: impl Iterator<Item = (char, bool)>) -> Vec<Atom> {
    let mut out: Vec<Atom> = Vec::new();
    let mut atom = Atom::default();
    for (c, marked) in letters {
        let last = atom.letters.last().map(|(c, _)| *c);
        if c == ' ' || last.is_some_and(|last| breaks(last, c)) {
            if last.is_some() {
                out.push(std::mem::take(&mut atom));
            }
            if c == ' ' {
                atom.space = Some(marked);
                continue;
            }
        }
        atom.width += width(c);
        atom.letters.push((c, marked));
    }
    if !atom.letters.is_empty() {
        out.push(atom);
    }
    out
}

/// Whether a line may end between two letters of a word: where one is Chinese or Japanese, except before closing and after
/// opening signs. Korean is written with spaces.
fn breaks(before: char, after: char) -> bool {
    let free = |c: char| width(c) == 2 && !matches!(c, '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7AF}');
    let joined = before == '\u{200D}' || width(after) == 0 || matches!(after, '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}');
    (free(before) || free(after)) && !joined && !CLOSING.contains(after) && !OPENING.contains(before)
}

/// The sign that makes an emoji of the letter before it may widen that by one.
fn width(c: char) -> usize {
    if c == '\u{FE0F}' { 1 } else { c.width().unwrap_or(0) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthStr;

    use super::*;

    fn broken(text: &str, room: usize) -> Vec<String> {
        let joined = |line: Line| line.into_iter().map(|(text, _)| text).collect();
        lines([(text, false)].into_iter(), Some(room)).into_iter().map(joined).collect()
    }

    #[test]
    fn lines_are_broken_at_words() {
        assert_eq!(broken("The harbour levy and  the grain toll", 12), ["The harbour", "levy and the", "grain toll"]);
        assert_eq!(broken("levy", 3), ["lev", "y"]);
        assert_eq!(broken("", 12), [""]);
        assert_eq!(broken("港口税将支付一半费用。谷物", 8), ["港口税将", "支付一半", "费用。谷", "物"]);
        assert_eq!(broken("支付一半，费用", 8), ["支付一", "半，费用"]);
        assert_eq!(broken("항만세는 비용", 8), ["항만세는", "비용"]);
    }

    #[test]
    fn marks_go_on_in_the_next_line() {
        let found = lines([("a ", false), ("grain toll", true), ("s", false)].into_iter(), Some(7));
        let piece = |text: &str, marked| (text.to_owned(), marked);
        assert_eq!(
            found,
            [vec![piece("a ", false), piece("grain", true)], vec![piece("toll", true), piece("s", false)]]
        );
    }

    #[test]
    fn facts_stay_whole() {
        let list = ["2024-03-05", "Verrin Gazette", "Transport"].map(str::to_owned);
        assert_eq!(facts(&list, Some(27), Style::default()), ["2024-03-05 · Verrin Gazette", "Transport"]);
        assert_eq!(facts(&list, None, Style::default()), ["2024-03-05 · Verrin Gazette · Transport"]);
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_its_room_and_no_letter_is_lost(text in "[a-z 港、é\u{301}🏽\u{200d}👩❤\u{fe0f}ضر\u{202e}]{0,60}", room in 2usize..40) {
            let found = broken(&text, room);
            for line in &found {
                prop_assert!(line.width() <= room, "{line:?}");
            }
            let letters = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
            prop_assert_eq!(letters(&found.concat()), letters(&line(&text)));
        }
    }
}
