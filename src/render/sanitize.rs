//! Text from strangers' pages made fit for a terminal.
//!
//! A title may hold escape sequences that move the cursor or retitle the window: they are shown as their code, so that
//! nothing acts. Bidirectional overrides, embeddings and isolates, which make a line read as another, are left out. The marks
//! that give a direction to one place only are usual in Arabic, Hebrew and Persian text, and stay.

use std::borrow::Cow;

/// The text with control characters written as `\u{…}` and without those that reorder a line; line breaks and tabs stay.
///
/// ```
/// use pressmark::render::sanitize::plain;
/// assert_eq!(plain("red \u{1b}[31malert\u{202e}"), "red \\u{1b}[31malert");
/// assert_eq!(plain("G-20\u{200f} عربي\n"), "G-20\u{200f} عربي\n");
/// ```
pub fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars().filter(|c| !reorders(*c)) {
        if is_unsafe(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// As [`plain`], with line breaks and tabs as spaces: for what has to stay on one line.
pub fn line(text: &str) -> String {
    plain(&text.replace(['\n', '\r', '\t'], " ")).into_owned()
}

/// As [`line()`], with white space collapsed and unsafe characters left out: for bibliographies, where a code would become
/// part of the title.
///
/// ```
/// assert_eq!(pressmark::render::sanitize::bare(" Locks\n reopen\u{202e} \u{1b}"), "Locks reopen");
/// ```
pub fn bare(text: &str) -> String {
    let spaced: String =
        text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !is_unsafe(*c)).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a character acts on a terminal, or hides how a line reads.
pub(crate) fn is_unsafe(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t')) || reorders(c) || matches!(c, '\u{FEFF}' | '\u{2028}' | '\u{2029}')
}

/// Embeddings, overrides and isolates, with what ends them.
fn reorders(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_acts_on_the_terminal() {
        for text in ["\u{1b}]0;title\u{7}", "\u{9b}31m", "a\rb", "\u{2066}x\u{2069}", "\u{0}"] {
            assert!(plain(text).chars().all(|c| !is_unsafe(c)), "{text:?}");
        }
        assert_eq!(line("a\nb\tc"), "a b c");
    }

    #[test]
    fn marks_of_direction_stay_and_what_reorders_a_line_goes() {
        let marked = "ה־OECD\u{200e} ו־G-20\u{200f} (\u{61c}٢٠٢٠)";
        assert_eq!((plain(marked).as_ref(), bare(marked).as_str()), (marked, marked));
        for c in ('\u{202a}'..='\u{202e}').chain('\u{2066}'..='\u{2069}') {
            assert_eq!(plain(&format!("a{c}b\u{7}")), "ab\\u{7}", "{c:?}");
        }
    }
}
