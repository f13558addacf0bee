//! Text from strangers' pages made fit for a terminal.
//!
//! A title may hold escape sequences that move the cursor or retitle the window, and bidirectional overrides that make
//! a line read as another. They are shown as their code, so that nothing is hidden and nothing acts.

use std::borrow::Cow;

/// The text with control, bidirectional and invisible format characters written as `\u{…}`; line breaks and tabs stay.
///
/// ```
/// use pressmark::render::sanitize::plain;
/// assert_eq!(plain("red \u{1b}[31malert\u{202e}"), "red \\u{1b}[31malert\\u{202e}");
/// assert_eq!(plain("عربي\n"), "عربي\n");
/// ```
pub fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
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
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{FEFF}' | '\u{2028}' | '\u{2029}')
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
}
