//! Text from pages made fit for Markdown: none of it becomes markup, and none of it HTML.

use crate::render::sanitize::plain;

/// Characters that Markdown would take for markup, escaped; those that only count at a line's start, there.
pub(in crate::render) fn escape(text: &str) -> String {
    escaped(text, true)
}

/// As [`escape`], of text that goes on in a line: nothing in it is at a line's start but what follows a line break.
fn escaped(text: &str, mut at_start: bool) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let plain = plain(text);
    let mut number = false;
    for (at, c) in plain.char_indices() {
        let markup = matches!(c, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '~' | '|' | '$')
            || (c == '&' && is_entity(&plain[at..]))
            || (at_start && matches!(c, '#' | '+' | '-' | '='))
            || (number && matches!(c, '.' | ')'));
        if markup {
            out.push('\\');
        }
        out.push(c);
        number = (at_start || number) && c.is_ascii_digit();
        at_start = c == '\n' || (at_start && c == ' ');
    }
    out
}

/// The escaped text of a heading, at the end of which signs for headings would be taken for its closing.
pub(in crate::render) fn closed(mut heading: String) -> String {
    let before = heading.trim_end().trim_end_matches('#').len();
    if heading.trim_end().len() > before && heading[..before].ends_with([' ', '\t']) {
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
    fn signs_at_the_end_of_a_heading_stay() {
        for (text, right) in [
            ("Why C#", "Why C#"),
            ("The # ##", "The # \\##"),
            ("# #", "\\# \\#"),
            ("##", "\\##"),
            ("", ""),
            ("é #  ", "é \\#  "),
        ] {
            assert_eq!(closed(escape(text)), right, "{text}");
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
