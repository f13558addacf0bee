//! Text from pages made fit for Markdown: none of it becomes markup, and none of it HTML.

use crate::render::sanitize::plain;

/// Characters that Markdown would take for markup, escaped; those that only count at a line's start, there.
pub(in crate::render) fn escape(text: &str) -> String {
    escaped(text, true)
}

/// As [`escape`], of text that other signs stand before: a heading, a cell of a table.
pub(in crate::render) fn escape_within(text: &str) -> String {
    escaped(text, false)
}

/// As [`escape`], of text that goes on in a line: nothing in it is at a line's start but what follows a line break.
fn escaped(text: &str, mut at_start: bool) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let plain = plain(text);
    let mut number = false;
    for (at, c) in plain.char_indices() {
        let markup = matches!(c, '\\' | '*' | '`' | '[' | ']' | '<' | '>' | '~' | '|' | '$')
            || (c == '_' && !is_within_word(&plain[..at], &plain[at + 1..]))
            || (c == '&' && is_entity(&plain[at..]))
            || (at_start && opens_block(c, &plain[at + c.len_utf8()..]))
            || (number && matches!(c, '.' | ')') && ends_mark(&plain[at + 1..]));
        if markup {
            out.push('\\');
        }
        out.push(c);
        number = (at_start || number) && c.is_ascii_digit();
        at_start = c == '\n' || (at_start && c == ' ');
    }
    out
}

/// Whether a character at the start of a line opens a block: that of a list by the space after it, a rule by more of its kind.
fn opens_block(c: char, after: &str) -> bool {
    match c {
        '#' | '=' => true,
        '-' => ends_mark(after) || after.starts_with('-'),
        '+' => ends_mark(after),
        _ => false,
    }
}

/// Whether letters or digits stand on both sides: there, `snake_case`, a low line emphasizes nothing.
fn is_within_word(before: &str, after: &str) -> bool {
    before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric)
}

/// Whether a mark of a list would end here: `61.59` is a number.
fn ends_mark(after: &str) -> bool {
    after.chars().next().is_none_or(char::is_whitespace)
}

/// As [`escape_within`], of the text of a heading.
pub(in crate::render) fn heading(text: &str) -> String {
    closed(escape_within(text))
}

/// The escaped text of a heading, at the end of which signs for headings would be taken for its closing.
pub(in crate::render) fn closed(mut heading: String) -> String {
    let before = heading.trim_end().trim_end_matches('#').len();
    let is_apart = before == 0 || heading[..before].ends_with([' ', '\t']);
    if heading.trim_end().len() > before && is_apart {
        heading.insert(before, '\\');
    }
    heading
}

/// Whether a text begins with what a browser would read as one character: `&lt;`.
fn is_entity(text: &str) -> bool {
    let name = text[1..].split(';').next().unwrap_or("");
    name.len() + 1 < text.len() && !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
}

/// Pieces of text, those that match in bold.
#[cfg(feature = "index")]
pub(in crate::render) fn marked<'a>(pieces: impl Iterator<Item = (&'a str, bool)>) -> String {
    let mut out = String::new();
    for (text, matches) in pieces {
        let inner = text.trim();
        if !matches || inner.is_empty() {
            let at_start = out.is_empty() || out.ends_with('\n');
            out.push_str(&escaped(text, at_start));
            continue;
        }
        // Signs of bold next to a space are none, so spaces stay outside.
        let start = text.len() - text.trim_start().len();
        let (before, after) = (&text[..start], &text[start + inner.len()..]);
        out.push_str(&format!("{before}**{}**{after}", escaped(inner, false)));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_markup() {
        assert_eq!(escape("# a\n- b\n12. c 3. d"), "\\# a\n\\- b\n12\\. c 3. d");
        assert_eq!(
            escape("<b>*x*</b> [a](b) `c` ~~d~~ R&D &lt;"),
            "\\<b\\>\\*x\\*\\</b\\> \\[a\\](b) \\`c\\` \\~\\~d\\~\\~ R&D \\&lt;"
        );
        assert_eq!(escape("  - a"), "  \\- a");
    }

    #[test]
    fn what_opens_no_block_is_not_escaped() {
        assert_eq!(escape("61.59%\n-5\n+1\n3)b"), "61.59%\n-5\n+1\n3)b");
        assert_eq!(escape("1.\n-\n+ c\n---\n#d\n==="), "1\\.\n\\-\n\\+ c\n\\---\n\\#d\n\\===");
        assert_eq!(escape("snake_case _a_ b__c d_"), "snake_case \\_a\\_ b\\_\\_c d\\_");
        assert_eq!(escape_within("1. *a*\n2. b"), "1. \\*a\\*\n2\\. b");
    }

    #[test]
    fn signs_at_the_end_of_a_heading_stay() {
        for (text, right) in [
            ("Why C#", "Why C#"),
            ("The # ##", "The # \\##"),
            ("# #", "# \\#"),
            ("##", "\\##"),
            ("1. Who pays", "1. Who pays"),
            ("", ""),
            ("é #  ", "é \\#  "),
        ] {
            assert_eq!(heading(text), right, "{text}");
        }
    }

    #[cfg(feature = "index")]
    #[test]
    fn matches_are_bold() {
        let pieces = [("1", false), (" grain*toll ", true), (". x", false)];
        assert_eq!(marked(pieces.into_iter()), "1 **grain\\*toll** . x");
        assert_eq!(marked([("- a\n", false), ("+", true), ("- b", false)].into_iter()), "\\- a\n**+**- b");
    }
}
